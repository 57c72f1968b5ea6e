"""Warnings: each at its threshold, in two languages, with what to do."""

from __future__ import annotations

import dataclasses
from typing import get_args

import msgspec
import pytest

from annotator.agreement import Options, render
from annotator.agreement.cautions import NOTICED, cautions, is_often, remark_cautions
from annotator.agreement.headings import CHECKLIST
from annotator.agreement.rendering.checklist import checklist
from annotator.agreement.results import Interval, LayerName, Pair, Slug
from annotator.agreement.telling import told
from annotator.model import Remark
from tests.agreement.reports import FRAME, figure, full_report

TABLE = LayerName(key="frame", label={}, answer="single", unit="unit", is_declared=False)
NARROW = Interval(0.6, 0.75, 0.95, "bootstrap", "document", 1000, 0, 0)


def result(value=0.7, **fields):
    """A result that warns of nothing."""
    return figure(value, **{"interval": NARROW, **fields})


def code(key, value=0.7, *, n=50, **fields):
    return result(value, code=key, n_positive={"anna": n}, **fields)


def slugs(one, layer=FRAME):
    return [caution.slug for caution in cautions(one, layer, "en")]


CASES = {
    "few_units": result(n_units_used=99),
    "few_documents": result(n_documents=9),
    "rare_code": result(per_code=(code("money", n=19),)),
    "unused_code": result(per_code=(code("money", n=0),)),
    "paradox": result(0.6, percent=0.95),
    "diverging": result(0.6, percent=0.8, ac1=0.81),
    "cannot_tell": result(n_cannot_tell=50),
    "below_chance": result(-0.2, interval=Interval(-0.3, -0.1, 0.95, "bootstrap", "unit", 9, 0, 0)),
    "undeclared_codes": result(coefficient="ac1", distance=None, codes=("a", "b")),
    "unequal_overlap": result(per_pair=(Pair(("anna", "berta"), 19, 0.7, 0.7, 0.8),)),
    "single_coded": result(n_single=83),
    "empty_sets": result(empty=0.51),
    "outlier_annotator": result(without=(result(group="anna", change=0.051),)),
    "drift": result(over_time=(result(group="2026-W02", below_rest=True),)),
    "mixed_versions": result(versions={"1.0.0": 120, "2.0.0": 40}),
}
QUIET = {
    "few_units": result(n_units_used=100),
    "few_documents": result(n_documents=10),
    "rare_code": result(per_code=(code("money", n=20),)),
    "unused_code": result(per_code=(code("none", n=0),)),
    "paradox": result(0.667, percent=0.95),
    "diverging": result(0.62, percent=0.8, ac1=0.81),
    "cannot_tell": result(n_cannot_tell=47),
    "below_chance": result(-0.2, interval=Interval(-0.3, 0.1, 0.95, "bootstrap", "unit", 9, 0, 0)),
    "undeclared_codes": result(codes=("a", "b")),
    "unequal_overlap": result(per_pair=(Pair(("anna", "berta"), 20, 0.7, 0.7, 0.8),)),
    "single_coded": result(n_single=82),
    "empty_sets": result(empty=0.5),
    "outlier_annotator": result(without=(result(group="anna", change=0.05),
                                         result(None, group="berta", reason="no_variation"))),
    "drift": result(over_time=(result(group="2026-W02"),)),
    "mixed_versions": result(versions={"1.0.0": 120}),
}  # fmt: skip


def test_every_warning_has_a_case():
    assert set(CASES) | {"duplicate_ratings", "planted_excluded"} == set(get_args(Slug))


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("slug", CASES)
def test_each_warning_comes_at_its_threshold_and_says_what_to_do(slug, language):
    found = [one for one in cautions(CASES[slug], TABLE, language) if one.slug == slug]
    assert len(found) == 1
    assert found[0].words.rstrip(".").count(".") >= 1 or ":" in found[0].words
    assert "{" not in found[0].words


@pytest.mark.parametrize("slug", QUIET)
def test_no_warning_before_its_threshold(slug):
    assert slug not in slugs(QUIET[slug], TABLE)


def test_a_sound_result_warns_of_nothing():
    assert slugs(result()) == []


def test_codes_are_named_as_people_know_them():
    words = [one.words for one in cautions(CASES["rare_code"], FRAME, "it")]
    assert any("Denaro (19)" in text for text in words)


def test_a_wide_interval_counts_as_few_units():
    assert slugs(result(interval=msgspec.structs.replace(NARROW, high=0.801))) == ["few_units"]


@pytest.mark.parametrize(("slug", "field"), [("few_units", "n_units_used"),
                                             ("few_documents", "n_documents")])  # fmt: skip
def test_one_of_a_thing_is_said_in_the_singular(slug, field):
    one = next(c for c in cautions(result(**{field: 1}), FRAME, "en") if c.slug == slug)
    assert one.words.startswith(("One unit", "Only one article"))


def test_the_paradox_of_a_code_is_told_with_its_name():
    odd = code("money", 0.1, percent=0.99, ac1=0.98)
    found = {one.slug: one for one in cautions(result(per_code=(odd,)), FRAME, "en")}
    assert "Money" in found["paradox"].words
    assert "Money" in found["diverging"].words


def test_all_answers_equal_leave_no_chance_to_take_off():
    equal = result(1.0, coefficient="ac1", percent=1.0, codes=("a", "b"), prevalence=(1.0, 0.0))
    assert slugs(equal) == ["paradox"]
    told_so = told(equal, FRAME, "en")
    assert "no chance is left to take off" in told_so.words
    several = result(1.0, coefficient="ac1", percent=1.0, codes=("a", "b"), prevalence=(0.9, 0.1))
    assert slugs(several) == []


def test_the_paradox_of_the_whole_is_told_in_its_words():
    assert "one disagreement weighs much" in told(CASES["paradox"], FRAME, "en").words
    assert "agreed less than chance" in told(CASES["below_chance"], FRAME, "en").words


def test_percent_has_no_paradox_and_no_chance():
    one = result(-0.1, coefficient="percent", percent=0.95)
    assert slugs(one) == []


def test_nothing_is_warned_of_where_nothing_can_be_compared(reported):
    assert slugs(result(None, reason="not_comparable", n_units_used=1)) == []
    nothing = reported([], options=Options(ci=0))
    assert nothing.results[0].warnings == ()


def test_what_was_noticed_while_reading_warns_once():
    remarks = [Remark("duplicate_ratings", "…", {"n": 1}), Remark("numbers_nominal", "…"),
               Remark("older_left_out", "…", {"n": 2, "layer": "frame"}),
               Remark("planted_excluded", "…", {"n": 1200})]  # fmt: skip
    found = list(remark_cautions(remarks, "en"))
    assert [one.slug for one in found] == [
        "duplicate_ratings",
        "mixed_versions",
        "planted_excluded",
    ]
    assert "One rating stood twice" in found[0].words
    assert "1,200 answers" in found[2].words
    pair = (Pair(("anna", "berta"), 200, 0.7, 0.7, 0.8),)
    assert len(told(result(per_pair=pair), FRAME, "en", remarks).warnings) == 3
    assert told(result(per_pair=pair, step="primary"), FRAME, "en", remarks).warnings == ()
    assert set(NOTICED) >= {"duplicate_ratings", "planted_excluded"}


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "200 answers to planted articles"), ("it", "200 risposte ad articoli di controllo")],
)
def test_a_source_that_leaves_planted_articles_out_is_heard(answers_of, layer_of, reported,
                                                            language, words):  # fmt: skip
    rows = [("d", n, who, None, None, "coded", ("xy"[n % 2],)) for n in range(6) for who in "ab"]
    answers = answers_of(layer_of("single", "x", "y"), rows)
    silent = reported(None, answers, options=Options(ci=0, language=language))
    remark = Remark("planted_excluded", "{n} answers", {"n": 200})
    told_of = dataclasses.replace(answers, remarks=(remark,))
    report = reported(None, told_of, options=Options(ci=0, language=language))
    warned = [one for one in report.results[0].warnings if one.slug == "planted_excluded"]
    assert [words in one.words for one in warned] == [True]
    assert words in render(report, "md")
    assert "planted_excluded" in render(report, "csv")
    assert "planted_excluded" not in render(silent, "json")
    point, is_in, missing = (CHECKLIST[language][key] for key in ("planted", "is_in", "missing"))
    assert (point, is_in) in checklist(report, language).rows
    assert (point, missing) in checklist(silent, language).rows


def test_the_share_of_targets_answered_by_one_key_is_a_point_of_the_checklist():
    steps = (
        figure(0.5, step="addressed", n_none=40, n_none_by_rest=30),
        figure(0.5, step="addressed", target="law", n_none=4, n_none_by_rest=0),
    )
    point = CHECKLIST["en"]["none_rest"]
    known = checklist(full_report(results=steps), "en").rows
    assert (point, "frame: 75 % (30 / 40)") in known
    # A table does not tell by which key an answer was given.
    unknown = checklist(full_report(results=steps, rounds=()), "en").rows
    assert (point, CHECKLIST["en"]["missing"]) in unknown


def test_parts_carry_their_own_warnings():
    one = told(result(per_code=(code("money", n_units_used=5),)), FRAME, "en")
    assert [caution.slug for caution in one.per_code[0].warnings] == ["few_units"]


def test_cannot_tell_is_often_above_a_twentieth():
    assert is_often(6, 100)
    assert not is_often(5, 100)
