"""What counts as a rating: states, sets, single choices, documents."""

from __future__ import annotations

import msgspec
import pytest

from annotator.agreement import Options
from annotator.errors import Unavailable

PEOPLE = ("author", "person:X", "person:Y")


def rows_on(*paragraphs, target=None, holder=None):
    """One row an answer of annotators a, b, c…; a code, or a state in capitals, None = not seen."""
    rows = []
    for number, answers in enumerate(paragraphs):
        for annotator, answer in zip("abcdef", answers, strict=False):
            if answer is None:
                continue
            state = answer.lower() if answer.isupper() else "coded"
            codes = () if answer.isupper() else tuple(filter(None, answer.split("|")))
            rows.append((f"d{number % 3}", number, annotator, target, holder, state, codes))
    return rows


def find(report, **fields):
    """The one result with these fields."""
    found = [
        one
        for one in report.results
        if all(getattr(one, name) == value for name, value in fields.items())
    ]
    assert len(found) == 1, [(one.step, one.target, one.distance) for one in found]
    return found[0]


@pytest.fixture(scope="session")
def frames(layer_of):
    return layer_of("multiple", "x", "y", "z")


# ------------------------------------------------------------------ sets


def test_none_is_the_empty_set_and_counts(reported, answers_of, frames):
    answers = answers_of(frames, rows_on(("NONE", "NONE"), ("x|y", "x|y"), ("x", "NONE")))
    head = reported(None, answers).results[0]
    # D_o = 1/3; ratings ∅∅∅ x {x,y}{x,y}: D_e = (2·(3·1·1 + 3·2·1 + 1·2·⅔)) / 30.
    assert head.distance == "masi"
    assert head.value == pytest.approx(1 - (1 / 3) / ((2 * (3 + 6 + 4 / 3)) / 30))
    assert head.empty == 0.5


@pytest.mark.parametrize("state", ["CANNOT_TELL", "SKIPPED"])
def test_cannot_tell_and_skipped_are_missing_and_counted(reported, answers_of, frames, state):
    paragraphs = [("x", "x"), ("y", "y"), ("x", "y")]
    without = reported(None, answers_of(frames, rows_on(*paragraphs, ("x", None))))
    with_state = reported(None, answers_of(frames, rows_on(*paragraphs, ("x", state))))
    head = with_state.results[0]
    assert head.value == without.results[0].value
    assert (head.n_cannot_tell, head.n_skipped) == ((1, 0) if state == "CANNOT_TELL" else (0, 1))
    assert head.n_single == 1


def test_frequent_cannot_tell_is_also_given_as_an_answer(reported, answers_of, frames):
    paragraphs = [("x", "x"), ("y", "y"), ("CANNOT_TELL", "CANNOT_TELL"), ("x", "CANNOT_TELL")]
    report = reported(None, answers_of(frames, rows_on(*paragraphs)))
    again = find(report, step="with_cannot_tell", coefficient="alpha")
    # x x, y y, c c, x c: D_o = 2/8; D_e = (64 - 9 - 4 - 9 - 8 + ...)/56 from n = 3, 2, 3.
    assert again.value == pytest.approx(1 - (2 / 8) / ((64 - 9 - 4 - 9) / 56))
    assert again.n_units_used == 4
    assert "cannot_tell" in {caution.slug for caution in report.results[0].warnings}


def test_rare_cannot_tell_is_not(reported, answers_of, frames):
    paragraphs = [("x", "x"), ("y", "y")] * 20 + [("x", "CANNOT_TELL")]
    report = reported(None, answers_of(frames, rows_on(*paragraphs)))
    assert "with_cannot_tell" not in {one.step for one in report.results}


def test_mostly_empty_sets_are_warned_of(reported, answers_of, frames):
    head = reported(None, answers_of(frames, rows_on(*[("NONE", "NONE")] * 3, ("x", "x"))))
    assert "empty_sets" in {caution.slug for caution in head.results[0].warnings}


def test_primary_is_compared_where_both_gave_a_code(reported, answers_of, layer_of):
    layer = layer_of("multiple", "x", "y", primary="optional")
    rows = [
        ("d", 0, "a", None, None, "coded", ("x", "y"), "y"),
        ("d", 0, "b", None, None, "coded", ("y",)),
        ("d", 1, "a", None, None, "coded", ("x",)),
        ("d", 1, "b", None, None, "coded", ("x", "y"), "x"),
        ("d", 2, "a", None, None, "coded", ("x", "y")),
        ("d", 2, "b", None, None, "coded", ("x",)),
        ("d", 3, "a", None, None, "none", ()),
        ("d", 3, "b", None, None, "coded", ("x",)),
    ]
    result = find(reported(None, answers_of(layer, rows)), step="primary", coefficient="alpha")
    assert (result.value, result.n_units_used, result.n_single) == (1.0, 2, 2)
    assert result.n_conflicting == 1


def test_the_earlier_of_two_answers_counts(reported, answers_of, frames):
    rows = rows_on(("x", "x"), ("y", "y"), ("x", "x"))
    again = [("d0", 0, "a", None, None, "coded", ("y",))]
    assert reported(None, answers_of(frames, rows + again)).results[0].value == 1.0
    assert reported(None, answers_of(frames, again + rows)).results[0].value < 1


def test_retired_code_counts_only_if_used(reported, answers_of, layer_of):
    layer = layer_of("multiple", "x", "y", "old")
    retired = msgspec.structs.replace(layer.codes[2], retired=True)
    layer = msgspec.structs.replace(layer, codes=(*layer.codes[:2], retired))
    unused = reported(None, answers_of(layer, rows_on(("x", "x"), ("y", "y"))))
    used = reported(None, answers_of(layer, rows_on(("x", "x"), ("old", "old"))))
    assert unused.results[0].codes == ("x", "y")
    assert used.results[0].codes == ("x", "y", "old")


def test_set_layer_refuses_a_distance_between_numbers(reported, answers_of, frames):
    answers = answers_of(frames, rows_on(("x", "x")))
    with pytest.raises(Unavailable, match="does not compare sets"):
        reported(None, answers, options=Options(distance="interval"))


# ------------------------------------------------------------------ single


def test_none_is_a_category_of_a_single_choice(reported, answers_of, layer_of):
    layer = layer_of("single", "x", "y")
    head = reported(None, answers_of(layer, rows_on(("x", "x"), ("NONE", "NONE")))).results[0]
    assert (head.value, head.codes) == (1.0, ("x", "y", "none"))


def test_order_of_the_codebook_gives_an_ordinal_distance(reported, answers_of, layer_of):
    layer = layer_of("single", "low", "mid", "high")
    answers = answers_of(layer, rows_on(("low", "mid"), ("high", "high"), ("NONE", "low")))
    head = reported(None, answers, options=Options(ci=0, distance="ordinal")).results[0]
    assert (head.step, head.distance) == ("position", "ordinal_krippendorff")
    assert head.n_units_used == 2


def test_document_layer_has_documents_as_units(reported, answers_of, layer_of):
    layer = layer_of("single", "x", "y", unit="document")
    rows = [
        (f"d{number}", None, annotator, None, None, "coded", ("x" if number % 2 else "y",))
        for number in range(12)
        for annotator in "ab"
    ]
    head = reported(None, answers_of(layer, rows), options=Options(ci=50)).results[0]
    assert (head.value, head.n_units, head.n_documents) == (1.0, 12, 12)


def test_text_is_not_comparable(reported, answers_of, layer_of):
    answers = answers_of(layer_of("text"), rows_on(("", ""), ("SKIPPED", "")))
    head = reported(None, answers).results[0]
    assert (head.value, head.reason, head.n_ratings) == (None, "not_comparable", 3)
    assert "There are 3 answers" in head.words


def test_report_names_codebook_rounds_and_annotators(reported, answers_of, frames):
    report = reported(None, answers_of(frames, rows_on(("x", "y"))))
    assert (report.codebook.key, report.codebook.version) == ("study", "1.0.0")
    assert (report.rounds, report.annotators) == (("main",), ("a", "b"))
    assert report.options["ci"] == 0


def test_scale_table_without_none_where_none_cannot_be_answered(reported, answers_of, layer_of):
    layer = layer_of("single", "low", "mid", "high", states=())
    answers = answers_of(layer, rows_on(("low", "mid"), ("high", "high")))
    head = reported(None, answers, options=Options(ci=0, distance="scale")).results[0]
    assert head.distance_table.counts == ((0, 0.25, 1), (0.25, 0, 0.25), (1, 0.25, 0))


def test_frequent_cannot_tell_of_a_single_choice_is_nominal(reported, answers_of, layer_of):
    layer = layer_of("single", "x", "y")
    paragraphs = [("x", "x"), ("y", "y"), ("CANNOT_TELL", "CANNOT_TELL")]
    report = reported(None, answers_of(layer, rows_on(*paragraphs)))
    again = find(report, step="with_cannot_tell", coefficient="alpha")
    assert (again.value, again.distance) == (1.0, "nominal")


def test_sets_of_different_holders_are_different_units(reported, answers_of, layer_of):
    layer = layer_of("multiple", "x", "y", holder=True)
    rows = [
        ("d", 0, "a", None, "author", "coded", ("x",)),
        ("d", 0, "b", None, "author", "coded", ("x",)),
        ("d", 0, "a", None, "person:X", "coded", ("y",)),
        ("d", 0, "b", None, "person:Y", "coded", ("y",)),
    ]
    head = reported(None, answers_of(layer, rows, holders=PEOPLE)).results[0]
    assert (head.value, head.n_units_used) == (1.0, 2)
