"""The sentences of a report: in two languages, in the singular and the plural, none left out."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import msgspec
import pytest

import annotator
from annotator.agreement import Options
from annotator.agreement.distances import DISTANCES as KNOWN_DISTANCES
from annotator.agreement.headings import CHECKLIST, COLUMNS, HEADINGS, PLACES, STATES
from annotator.agreement.options import COEFFICIENTS as KNOWN_COEFFICIENTS
from annotator.agreement.references import COEFFICIENTS as SOURCES
from annotator.agreement.rendering import methods_paragraph
from annotator.agreement.results import Agreement, By, Interval, LayerName, Reason, Report, Step
from annotator.agreement.sentences import (
    CAUTIONS,
    COEFFICIENTS,
    DISTANCES,
    MEANINGS,
    NOUNS,
    REASONS,
    REMARKS,
    SENTENCES,
    SHORT,
    STEP_NAMES,
    STEPS,
    amount,
    coefficient_key,
    counted,
    spelled,
    whole,
)
from annotator.agreement.spans_f1 import F1
from annotator.agreement.telling import heads_of
from annotator.agreement.words import code_name, reason_words, reference_of, remark_words, words_of
from annotator.model import Remark
from tests.agreement.reports import BELOW, DRAWN, FRAME, figure, full_report, headline

PAIRS = ["xx", "xy", "yy", "zz", "xx", "yz"] * 20
ROWS = [(who, unit, value) for unit, pair in enumerate(PAIRS)
        for who, value in zip("ab", pair, strict=True)]  # fmt: skip
ALL_COEFFICIENTS = {
    *(coefficient_key(name) for name in KNOWN_COEFFICIENTS if name != "all"),
    *("u_binary", "cu", "ku"),
    *F1,
}
# Words that judge: a report explains and leaves the verdict to its readers.
VERDICTS = ("substantial", "moderate", "excellent", "acceptable", "satisfactory", "poor", "fair ",
            "sostanziale", "moderato", "ottimo", "accettabile", "buono", "scarso")  # fmt: skip
TABLES = {
    "sentences": SENTENCES,
    "cautions": CAUTIONS,
    "steps": STEPS,
    "step names": STEP_NAMES,
    "distances": DISTANCES,
    "coefficients": COEFFICIENTS,
    "short": SHORT,
    "meanings": MEANINGS,
    "nouns": NOUNS,
    "reasons": REASONS,
    "remarks": REMARKS,
    "headings": HEADINGS,
    "columns": COLUMNS,
    "states": STATES,
    "places": PLACES,
    "checklist": CHECKLIST,
}


def _fields(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_both_languages_have_the_same_sentences_with_the_same_figures(table):
    missing = set(table["en"]) - set(table["it"])
    # Only verbs of one or many in Italian differ where English has one form.
    assert {key for key in missing if not str(key).endswith("_one")} == set()
    for name, english in table["en"].items():
        assert english.strip() or name is None
        italian = counted(table["it"], name.removesuffix("_one"), 1) if name in missing else (
            table["it"][name]
        )  # fmt: skip
        assert _fields(english) == _fields(italian), name


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_sentence_passes_a_verdict(table):
    for language in table.values():
        for text in language.values():
            assert not [word for word in VERDICTS if word in text.lower()]


@pytest.mark.parametrize("language", ["en", "it"])
def test_everything_that_can_be_reported_has_words(language):
    assert set(COEFFICIENTS[language]) == set(SHORT[language]) == set(MEANINGS[language])
    assert set(COEFFICIENTS[language]) == set(SOURCES) == ALL_COEFFICIENTS
    assert set(DISTANCES[language]) == set(KNOWN_DISTANCES)
    assert set(STEPS[language]) == set(STEP_NAMES[language]) == {None, *get_args(Step)}
    assert set(REASONS[language]) == set(get_args(Reason))
    assert set(get_args(By)) <= set(HEADINGS[language])


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_says_what_happened_and_what_to_do(reason, language):
    words = reason_words(reason, "alpha", language)
    assert words.count(".") >= 2 or ":" in words
    assert "{" not in words


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("name", sorted(ALL_COEFFICIENTS))
def test_every_coefficient_is_told_with_its_value_and_its_source(name, language):
    one = figure(0.71, coefficient=name.replace("_", "-"), distance="interval")
    words = words_of(one, FRAME, language)
    assert COEFFICIENTS[language][name] in words
    assert " .710 (" in words
    assert "{" not in words
    assert len(reference_of(one)) > 40


def test_one_of_a_thing_is_said_in_the_singular():
    assert counted(SENTENCES["en"], "single", 1).startswith(" One unit was")
    assert counted(SENTENCES["en"], "single", 2).startswith(" {n} units were")
    assert counted(SENTENCES["it"], "of_documents", 1) == " di un articolo"
    assert counted(SENTENCES["it"], "sets", 1) == SENTENCES["it"]["sets"]


def test_amounts():
    assert amount("paragraph", 1, "en") == "one paragraph"
    assert amount("paragraph", 1412, "en") == "1,412 paragraphs"
    assert amount("document", 1, "it") == "un articolo"
    assert spelled("annotator", 1, "en") == "One annotator"
    assert spelled("annotator", 3, "it") == "Tre annotatori"
    assert spelled("annotator", 13, "en") == "13 annotators"
    assert whole(12345, "it") == "12\N{NO-BREAK SPACE}345"


def test_words_tell_who_what_and_how_sure(reported):
    words = reported(ROWS, options=Options(ci=100)).results[0].words
    for part in (
        "Two annotators coded “value” in 120 units; all 120 were coded by at least two.",
        "Krippendorff's alpha with nominal distance is",
        "100 bootstrap draws over units, seed 0",
        "as much as chance would make them",
        "The probability that alpha lies below .667 is",
    ):
        assert part in words


def test_words_in_italian(reported):
    words = reported(ROWS, options=Options(ci=100, language="it")).results[0].words
    assert "Due annotatori hanno codificato “value” in 120 unità" in words
    assert "L'alfa di Krippendorff con distanza nominale è" in words


def test_words_name_the_code_that_falls_behind(reported):
    rows = [(who, unit, "x") for unit in range(30) for who in "ab"]
    rows += [(who, unit, "y") for unit in range(30, 60) for who in "ab"]
    rows += [("a", 60, "z"), ("b", 60, "x"), ("a", 61, "z"), ("b", 61, "z")]
    assert "z occurs in 2.4 % of the answers; its alpha of" in reported(rows).results[0].words


def test_one_annotator_and_one_unit_are_said_in_the_singular(reported):
    words = reported([("a", 1, "x")]).results[0].words
    assert words.startswith("One annotator coded “value” in one unit. ")
    words = reported([("a", 1, "x"), ("b", 1, "y")], options=Options(ci=0)).results[0].words
    assert "in one unit; one was coded by at least two." in words


def test_nothing_coded_is_said_without_counting_nobody(reported):
    words = reported([]).results[0].words
    assert words.startswith("“value”: Krippendorff's alpha is undefined: there are no answers yet.")


def test_a_full_result_is_told_whole():
    words = words_of(headline(), FRAME, "en")
    for part in (
        "Three annotators coded “Frame” in 412 units (a paragraph, a target and a holder each)",
        " of 30 articles; 388 were coded by at least two.",
        "Several codes could apply together",
        "is .712 (95 % interval .123 to .900, 1,000 bootstrap draws over articles, seed 7): ",
        ": annotators disagreed 29 % as much as chance would make them.",
        "Percent agreement is .810, Gwet's AC1 .850.",
        "lies below .667 is .040, below .800 .500.",
        "The codes most often taken for each other are Money and none: 1 times one for the other",
        "One annotator answered 388 units a second time, in the median 8 days later",
        "24 units were coded by one annotator only",
    ):
        assert part in words
    assert "Denaro e nessuno" in words_of(headline(), FRAME, "it")


def test_what_is_missing_is_counted():
    one = figure(
        0.7, n_cannot_tell=1, n_skipped=2, n_conflicting=1, n_without_span=2, n_pairs_undefined=1,
        not_overlapping=("zoe",), interval=BELOW, reason="interval_undefined",
    )  # fmt: skip
    words = words_of(one, FRAME, "en")
    for part in (
        "one answer “cannot tell”", "2 answers were put off", "One answer names no single value",
        "2 chosen codes have no words marked", "One pair of annotators has no kappa",
        "Sharing no unit with anybody: zoe.", "Four annotators", "In one draw the value",
        "No interval is given",
    ):  # fmt: skip
        assert part in words


def test_the_share_of_targets_answered_by_one_key_is_told():
    one = figure(0.7, n_none=40, n_none_by_rest=1)
    assert "Of the 40 answers “not addressed”, one (2 %) was given" in words_of(one, FRAME, "en")
    some = words_of(figure(0.7, n_none=1_200, n_none_by_rest=900), FRAME, "it")
    assert "Delle 1\N{NO-BREAK SPACE}200 risposte “non trattato”, 900 (75 %) sono" in some
    assert "one key" not in words_of(figure(0.7, n_none=40), FRAME, "en")


def test_a_step_says_its_question_and_not_again_who_coded():
    words = words_of(figure(0.5, step="addressed", n_cannot_tell=3), FRAME, "en")
    assert words.startswith("Step 1: is the target addressed?")
    assert "412 units (a paragraph and a target each) of 30 articles; 388 were" in words
    assert "Three annotators" not in words
    assert "“cannot tell”." not in words


def test_a_step_that_stands_alone_is_told_in_full():
    evidence = figure(0.7, step="evidence", coefficient="u_binary", distance=None)
    report = full_report(results=(evidence,))
    text = methods_paragraph(report, "en")
    assert text.startswith("The words that annotators marked as evidence. Three annotators coded")


@pytest.mark.parametrize(
    ("fields", "noun"),
    [
        ({"target": "law"}, "412 units (a paragraph and a holder each)"),
        ({"target": "law", "step": "addressed"}, "412 paragraphs"),
        ({"step": "holder"}, "412 units (a paragraph and a target each)"),
    ],
)
def test_a_unit_is_called_what_it_is(fields, noun):
    assert noun in words_of(figure(0.5, **fields), FRAME, "en")


def test_a_unit_of_whole_articles_is_an_article():
    layer = LayerName(key="frame", label={}, answer="single", unit="document")
    words = words_of(figure(0.5), layer, "en")
    assert "coded “frame” in 412 articles; 388 were" in words
    with_targets = msgspec.structs.replace(layer, has_targets=True)
    assert "in 412 units; 388" in words_of(figure(0.5), with_targets, "en")


def test_special_sentences():
    perfect = words_of(figure(1.0), FRAME, "en")
    assert "no disagreement was observed" in perfect
    by_formula = Interval(0.1, 0.9, 0.95, "analytic", "unit", 0, 0, 0)
    assert "by formula" in words_of(figure(0.5, interval=by_formula), FRAME, "en")
    offered = figure(None, step="addressed", target="law", reason="not_comparable", n_units=1,
                     n_single=1, n_units_used=0)  # fmt: skip
    assert "“Frame, The law”: This target is offered" in words_of(offered, FRAME, "en")
    assert "It was added in one unit" in words_of(offered, FRAME, "en")
    evidence = figure(0.7, step="evidence", coefficient="u_binary", distance=None, per_code=(
        figure(0.2, code="money", coefficient="u_binary", interval=DRAWN),))  # fmt: skip
    assert "Money: .200 (.123 to .900)." in words_of(evidence, FRAME, "en")
    assert "Only" not in words_of(evidence, FRAME, "en")


def test_two_times_on_one_day_are_said_without_days():
    again = figure(0.9, days_between=None)
    words = words_of(headline(intra=(again,)), FRAME, "en")
    assert "One annotator answered 388 units a second time: with" in words
    undefined = figure(None, reason="no_variation")
    assert "a second time" not in words_of(headline(intra=(undefined,)), FRAME, "en")


def test_holders_have_names_of_their_type_and_their_own():
    layer = LayerName(key="x", label={}, answer="scale", unit="unit",
                      holders={"person": {"en": "Person", "it": "Persona"}})  # fmt: skip
    assert code_name(layer, "person", "it") == "Persona"
    assert code_name(layer, "person:Ada Rossi", "en") == "Person: Ada Rossi"
    assert code_name(layer, "unknown", "en") == "unknown"


@pytest.mark.parametrize("language", ["en", "it"])
def test_notes_are_in_the_language_and_in_the_singular(language):
    many = remark_words(Remark("duplicate_ratings", "…", {"n": 1234}), language)
    assert many.startswith(("1,234 ratings", "1\N{NO-BREAK SPACE}234 valutazioni"))
    one = remark_words(Remark("duplicate_ratings", "…", {"n": 1}), language)
    assert one.startswith(("One rating", "Una valutazione"))
    assert remark_words(Remark("new", "{n} of {what}", {"n": 2, "what": "y"}), language) == "2 of y"


def test_every_note_has_words_in_both_languages():
    package = Path(annotator.__file__).parent
    sources = [*(package / "agreement").glob("*.py"), package / "study" / "reliability.py"]
    code = "".join(source.read_text(encoding="utf-8") for source in sources)
    slugs = set(re.findall(r'Remark\(\s*"(\w+)"', code))
    assert len(slugs) >= 4
    assert slugs <= set(REMARKS["en"])


def test_codes_have_names_and_a_code_called_none_keeps_its_own():
    assert code_name(FRAME, "none", "it") == "nessuno"
    named = LayerName(key="x", label={}, answer="single", unit="unit", codes={"none": {"en": "No"}})
    assert code_name(named, "none", "en") == "No"


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_methods_paragraph_is_in_the_language_asked_for(language):
    text = methods_paragraph(full_report("en"), language)
    layers, made = text.split("\n\n")[:-1], text.split("\n\n")[-1]
    assert len(layers) == 2
    assert COEFFICIENTS[language]["alpha"] in layers[0]
    assert ("Frame" if language == "en" else "Cornice") in layers[0]
    assert "annotator 0" in made
    assert "study 1.0.0" in made
    assert "main, again" in made
    assert made.count("Passonneau") == 1


def test_the_methods_paragraph_of_nothing_and_of_one_round():
    nothing = Report(program="annotator 0", source="x.csv", made_at="")
    assert methods_paragraph(nothing, "en") == "Computed with annotator 0 from x.csv."
    undefined = Agreement(layer="value", coefficient="alpha", reason="no_units")
    bare = msgspec.structs.replace(nothing, rounds=("main",), results=(undefined,))
    text = methods_paragraph(bare, "en")
    assert "“value”: Krippendorff's alpha is undefined" in text
    assert "from x.csv, round main." in text


def test_the_methods_paragraph_leaves_out_what_nobody_answered():
    silent = Agreement(layer="empty", coefficient="alpha", reason="no_units")
    report = full_report()
    with_silent = msgspec.structs.replace(report, results=(*report.results, silent))
    assert methods_paragraph(with_silent, "en") == methods_paragraph(report, "en")


def test_heads_are_the_first_result_of_each_step_over_all_targets():
    heads = heads_of(full_report(), "frame")
    assert [(one.step, one.target, one.coefficient) for one in heads] == [
        (None, None, "alpha"),
        ("evidence", None, "u"),
    ]
