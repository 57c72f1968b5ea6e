"""What counts as marked words, and what is said where nothing can be computed."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Options
from annotator.agreement.rows import rows_of
from annotator.agreement.spans_report import span_agreements
from annotator.errors import Unavailable

A = ("a",)
AB = ("a", "b")
BINARY = ("evidence", "u_binary")


def of_code(result, code):
    (found,) = (one for one in result.per_code if one.code == code)
    return found


def pair_of(one, other):
    """Two annotators about one text; they give the codes of their spans."""
    return [(0, who, tuple(sorted({code for *_, code in spans})) or "none", spans)
            for who, spans in (("k1", one), ("k2", other))]  # fmt: skip


# ------------------------------------------------------------------ spans


def test_touching_spans_stay_two_and_overlapping_spans_become_one(agreed):
    other = [(0, 8, "a")]
    one, overlapping, touching = (
        agreed(pair_of(spans, other))[BINARY].value
        for spans in ([(0, 10, "a")], [(4, 10, "a"), (0, 6, "a")], [(0, 5, "a"), (5, 10, "a")])
    )
    assert overlapping == one
    assert touching != one


def test_equal_spans_compare_as_they_were_marked_but_each_once(agreed):
    nested = [(0, 10, "a"), (2, 5, "a"), (2, 5, "a")]
    found = agreed(pair_of(nested, [(0, 10, "a")]))
    assert found["evidence", "f1_exact"].value == pytest.approx(2 / 3)
    assert found["evidence", "f1_overlap"].value == pytest.approx(2 / 3)
    assert found["evidence", "f1_character"].value == 1


def test_order_of_spans_and_of_annotators_does_not_matter_for_equal_lengths(agreed):
    # All pairs share one character, and the short span must find the short one.
    nested, apart = [(0, 7, "a"), (0, 1, "a")], [(6, 7, "a"), (0, 1, "a")]
    for one in (nested, nested[::-1]):
        for other in (apart, apart[::-1]):
            for rows in (pair_of(one, other), pair_of(other, one)):
                assert agreed(rows)["evidence", "f1_overlap"].value == 1


def test_greatest_shared_length_is_matched_first(agreed):
    # (0, 10) could go with either; the longer one takes it, and nothing is left for the other.
    found = agreed(pair_of([(0, 10, "a")], [(0, 4, "a"), (4, 10, "a")]))
    assert found["evidence", "f1_overlap"].value == pytest.approx(2 / 3)


def test_two_codes_on_one_place_leave_only_what_looks_at_one_code_at_a_time(agreed):
    rows = pair_of([(0, 10, "a"), (5, 12, "b")], [(0, 9, "a"), (5, 12, "b")])
    found = agreed(rows, options=Options(coefficient="u", ci=0))
    assert found["evidence", "u"].reason == "overlapping_spans"
    assert found["evidence", "cu"].reason == "overlapping_spans"
    assert [one.reason for one in found["evidence", "cu"].per_code] == ["overlapping_spans"] * 2
    assert found[BINARY].value is not None
    assert of_code(found[BINARY], "b").value == 1


def test_equal_marking_is_full_agreement(agreed):
    spans = [(0, 4, "a"), (6, 9, "b")]
    found = agreed(pair_of(spans, spans), options=Options(coefficient="u", ci=0))
    assert {one.value for one in found.values()} == {1.0}


def test_text_that_all_marked_whole_has_too_little_variation(agreed):
    whole = [(0, 20, "a")]
    assert agreed(pair_of(whole, whole))[BINARY].reason == "no_variation"


def test_span_without_characters_is_none(agreed):
    found = agreed([*pair_of([(0, 5, "a")], [(0, 5, "a")]), (1, "k1", A, [(3, 3, "a")])])
    assert found[BINARY].n_without_span == 1


def test_text_is_as_long_as_its_last_span_at_least(agreed):
    rows = pair_of([(0, 10, "a")], [(0, 8, "a")])
    assert agreed(rows, length=3) == agreed(rows, length=10)


# ------------------------------------------------------------------ answers


def test_none_of_the_codes_is_an_answer_that_marks_nothing(agreed):
    with_none = agreed([(0, "k1", A, [(0, 10, "a")]), (0, "k2", "none", [])])[BINARY]
    assert (with_none.n_units_used, with_none.n_pairs) == (1, 1)
    assert with_none.value is not None
    assert with_none.value < 0


@pytest.mark.parametrize("state", ["cannot_tell", "skipped"])
def test_what_is_no_answer_marks_nothing_and_is_missing(agreed, state):
    rows = [*pair_of([(0, 10, "a")], [(0, 8, "a")]), (0, "k3", state, [])]
    found = agreed(rows)[BINARY]
    assert found.value == agreed(rows[:2])[BINARY].value
    assert found.n_cannot_tell + found.n_skipped == 1


def test_chosen_code_without_words_is_missing_for_that_code_and_counted(agreed):
    rows = [
        (0, "k1", AB, [(0, 10, "a")]),
        (0, "k2", AB, [(0, 8, "a"), (10, 15, "b")]),
        (0, "k3", A, [(0, 10, "a")]),
    ]
    found = agreed(rows)
    binary = found[BINARY]
    assert (of_code(binary, "a").n_ratings, of_code(binary, "b").n_ratings) == (3, 2)
    assert (of_code(binary, "a").n_without_span, of_code(binary, "b").n_without_span) == (0, 1)
    # Over all codes, who left out one of them is missing; F1 adds the codes up one by one.
    assert (binary.n_ratings, binary.n_without_span) == (2, 1)
    assert found["evidence", "f1_exact"].n_ratings == 3


def test_who_chose_every_code_and_marked_nothing_is_missing_everywhere(agreed):
    rows = [*pair_of([(0, 9, "a")], [(0, 9, "b")]), (0, "k3", AB, [])]
    assert agreed(rows)["evidence", "f1_exact"].n_ratings == 2


def test_text_in_which_nobody_marked_anything_adds_nothing_to_f1(agreed):
    rows = pair_of([(0, 10, "a")], [(0, 8, "a"), (12, 14, "a")])
    more = [*rows, (1, "k1", "none", []), (1, "k2", "none", [])]
    for kind in ("f1_exact", "f1_overlap", "f1_character"):
        assert agreed(more)["evidence", kind].value == agreed(rows)["evidence", kind].value


def test_words_of_an_answer_as_a_whole_show_all_its_codes(agreed):
    as_whole = agreed([(0, "k1", AB, [(0, 9, None)]), (0, "k2", A, [(0, 9, "a")])])
    by_code = agreed([(0, "k1", AB, [(0, 9, "a"), (0, 9, "b")]), (0, "k2", A, [(0, 9, "a")])])
    assert as_whole == by_code


def test_words_for_a_code_that_was_not_chosen_count_as_chosen(agreed):
    found = agreed([(0, "k1", A, [(0, 9, "a"), (9, 12, "b")]), (0, "k2", A, [(0, 9, "a")])])
    where_chosen = found["evidence_where_chosen", "u_binary"]
    assert of_code(where_chosen, "a").value == 1
    assert of_code(where_chosen, "b").reason == "no_pairable_units"
    assert of_code(found[BINARY], "b").n_positive == {"k1": 1, "k2": 0}


def test_words_for_a_code_that_nobody_knows_are_passed_over(agreed):
    rows: list[Any] = pair_of([(0, 9, "a")], [(0, 8, "a")])
    (place, who, codes, spans) = rows[0]
    assert agreed([(place, who, codes, [*spans, (10, 12, "gone")]), rows[1]]) == agreed(rows)


def test_where_chosen_leaves_out_texts_that_somebody_saw_otherwise(agreed):
    rows = [
        *pair_of([(0, 10, "a")], [(0, 8, "a")]),
        (1, "k1", A, [(0, 5, "a")]),
        (1, "k2", "none", []),
    ]
    found = agreed(rows)
    assert found[BINARY].n_units_used == 2
    assert found["evidence_where_chosen", "u_binary"].n_units_used == 1


def test_of_two_answers_of_one_annotator_the_earlier_one_counts(agreed):
    rows = pair_of([(0, 10, "a")], [(0, 8, "a")])
    assert agreed([*rows, (0, "k1", AB, [(15, 18, "b")])]) == agreed(rows)


def test_holders_of_one_target_are_one_judgement(agreed):
    fields = {"answer": "scale", "targets": ("t", "u"), "holder": True, "per_target": True,
              "holders": ("author", "person:Ada")}  # fmt: skip
    rows = [
        (0, "k1", A, [(0, 5, None)], "t", "author"),
        (0, "k1", ("b",), [(8, 12, "b")], "t", "person:Ada"),
        (0, "k2", AB[:1], [(0, 5, "a")], "t", "author"),
        (0, "k2", "none", [], "u", "author"),
        (0, "k1", A, [(2, 4, "a")], "u", "author"),
    ]
    both = agreed(rows, **fields)[BINARY]
    assert (both.n_units, both.n_ratings) == (2, 4)
    options = Options(ci=0, target="t")
    one = agreed(rows, target="t", options=options, **fields)[BINARY]
    assert (both.target, one.target) == (None, "t")
    assert one.n_units == 1
    assert of_code(one, "a").value == 1
    assert of_code(one, "b").n_positive == {"k1": 1, "k2": 0}


def test_counts_and_shares_are_of_characters_and_texts(agreed):
    rows = [*pair_of([(0, 10, "a")], [(0, 6, "a"), (10, 14, "b")]), (1, "k1", A, [(0, 3, "a")])]
    found = agreed(rows)[BINARY]
    assert (found.n_units, found.n_units_used, found.n_single) == (2, 1, 1)
    assert (found.n_documents, found.n_annotators, found.n_pairs) == (1, 2, 1)
    assert (found.codes, found.prevalence) == (AB, (16 / 40, 4 / 40))
    assert of_code(found, "b").prevalence == (4 / 40,)


# ------------------------------------------------------------------ nothing to compute


def test_layer_in_which_nobody_marked_words_has_no_such_result(agreed):
    rows: list[Any] = [(0, "k1", A, []), (0, "k2", "none", [])]
    assert agreed(rows) == {}
    for wanted, name in (("u", "u_binary"), ("alpha-u", "alpha_u")):
        found = agreed(rows, options=Options(coefficient=wanted))
        assert {key: one.reason for key, one in found.items()} == {("evidence", name): "no_units"}


def test_two_who_agree_that_nothing_is_to_be_marked_show_no_variation(agreed):
    rows: list[Any] = [(0, "k1", "none", []), (0, "k2", "none", [])]
    for wanted, name in (("u", "u_binary"), ("alpha-u", "alpha_u")):
        (found,) = agreed(rows, options=Options(coefficient=wanted)).values()
        assert (found.coefficient, found.value, found.reason) == (name, None, "no_variation")
        assert (found.n_units_used, found.n_annotators) == (1, 2)


def test_layer_without_evidence_has_no_unit_of_words(marked):
    answers = dataclasses.replace(marked([(0, "k1", A, [])]), evidence=None)
    (found,) = span_agreements(answers, rows_of(answers), Options(coefficient="u"))
    assert found.reason == "no_units"


def test_other_coefficients_do_not_concern_words(agreed):
    rows = pair_of([(0, 9, "a")], [(0, 8, "a")])
    assert agreed(rows, options=Options(coefficient="kappa")) == {}


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([(0, "k1", A, [(0, 9, "a")])], "one_annotator"),
        ([(0, "k1", A, [(0, 9, "a")]), (1, "k2", A, [(0, 9, "a")])], "no_pairable_units"),
        ([(0, "k1", "skipped", [(0, 9, "a")])], "no_units"),
    ],
)
def test_what_is_missing_is_said(agreed, rows, reason):
    for wanted in ("alpha", "u", "alpha-u"):
        found = agreed(rows, options=Options(coefficient=wanted))
        assert {one.reason for one in found.values()} == {reason}


def test_single_code_has_no_table_of_codes(agreed):
    found = agreed(pair_of([(0, 9, "a")], [(0, 8, "a")]), codes=A)
    assert found[BINARY].per_code == ()


# ------------------------------------------------------------------ intervals


def articles(n):
    return [
        ((f"d{document}", paragraph), who, A, [(0, 4 + (document * paragraph + k) % 5, "a")])
        for document in range(n)
        for paragraph in range(3)
        for k, who in enumerate(("k1", "k2"))
    ]


@pytest.mark.parametrize(
    ("n_documents", "cluster", "drawn"),
    [(6, None, "document"), (6, "unit", "unit"), (4, None, "unit"), (4, "document", "document")],
)
def test_articles_are_redrawn_where_there_are_some(agreed, n_documents, cluster, drawn):
    result = agreed(articles(n_documents), options=Options(ci=50, cluster=cluster))[BINARY]
    assert result.interval is not None
    assert result.interval.cluster == drawn
    assert result.interval.low <= result.value <= result.interval.high
    assert result.se is not None


def test_articles_that_are_not_known_cannot_be_redrawn(marked):
    answers = marked(articles(6))
    unknown = np.full(len(answers.document), -1, np.int32)
    answers = dataclasses.replace(answers, document=unknown, documents=[])
    with pytest.raises(Unavailable, match="cannot be redrawn"):
        span_agreements(answers, rows_of(answers), Options(cluster="document"))
    (first, *_) = span_agreements(answers, rows_of(answers), Options(ci=50))
    assert first.interval is not None
    assert (first.interval.cluster, first.n_documents) == ("unit", 0)


def test_code_that_most_draws_lack_has_a_value_and_no_interval(agreed):
    rows = [*articles(6), (("d9", 0), "k1", ("b",), [(0, 5, "b")]),
            (("d9", 0), "k2", ("b",), [(0, 4, "b")])]  # fmt: skip
    rare = of_code(agreed(rows, options=Options(ci=200))[BINARY], "b")
    assert rare.value is not None
    assert (rare.interval, rare.reason) == (None, "interval_undefined")


def test_one_draw_has_no_spread(agreed):
    assert agreed(articles(6), options=Options(ci=1))[BINARY].se is None


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(18)))
def test_order_of_rows_changes_no_bit(order, agreed):
    rows = articles(3)
    options = Options(ci=20)
    assert agreed([rows[place] for place in order], options=options) == agreed(
        rows, options=options
    )


# ------------------------------------------------------------------ in the report


def test_report_holds_marked_words_after_the_other_figures(marked, reported):
    answers = marked(pair_of([(0, 9, "a")], [(0, 8, "a")]))
    found = [(one.step, one.coefficient) for one in reported(None, answers).results]
    assert found[0] == (None, "alpha")
    assert found[-6:] == [
        ("evidence", "u_binary"),
        ("evidence_where_chosen", "u_binary"),
        ("evidence", "u"),
        ("evidence", "f1_exact"),
        ("evidence", "f1_overlap"),
        ("evidence", "f1_character"),
    ]


def test_what_is_asked_for_by_name_stands_alone(marked, reported):
    answers = marked(pair_of([(0, 9, "a")], [(0, 8, "a")]))
    by_name = {
        name: [one.coefficient for one in
               reported(None, answers, options=Options(coefficient=name, ci=0)).results]
        for name in ("u", "alpha-u")
    }  # fmt: skip
    assert by_name == {
        "u": ["u_binary", "u_binary", "u", "cu", "f1_exact", "f1_overlap", "f1_character"],
        "alpha-u": ["alpha_u"],
    }
