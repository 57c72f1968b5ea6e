"""How much to code: printed numbers of two formulas, a pilot redrawn, and the words."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest

from annotator.agreement.pilots import MOST_BLOCKS
from annotator.agreement.plan_words import sentences_of
from annotator.agreement.planner import krippendorff_n, lacy_riffe_n, plan
from annotator.agreement.plans import Wanted
from annotator.agreement.table import read_table
from annotator.errors import Unavailable


def planned(*known, **named) -> Any:
    """A plan whose parts are there, as each test knows."""
    return plan(*known, **named)


def pilot(n_articles, per_article, *, share=0.1, error=0.05, named=True, seed=1):
    """Two annotators, each with so many errors; `named` articles."""
    random = np.random.default_rng(seed)
    lines = ["article,unit,annotator,value"]
    for article in range(n_articles):
        for unit in range(per_article):
            truth = random.random() < share
            for who in "ab":
                yes = truth != (random.random() < error)
                lines.append(f"d{article},{article}-{unit},{who},{'rare' if yes else 'other'}")
    return read_table(io.StringIO("\n".join(lines)), document_column="article" if named else None)


@pytest.mark.parametrize(
    ("lowest", "sizes"),
    [(0.667, (330, 240, 172, 81, 72, 60)), (0.8, (560, 408, 294, 139, 124, 103))],
)
def test_krippendorffs_table(lowest, sizes):
    assert tuple(krippendorff_n(lowest, p) for p in (0.05, 0.07, 0.1, 0.25, 0.3, 0.5)) == sizes


@pytest.mark.parametrize(
    ("corpus", "sizes"),
    [(44, (34, 32, 25)), (500, (112, 85, 49)), (1000, (126, 92, 52)), (10000, (141, 101, 54))],
)
def test_lacy_and_riffes_table(corpus, sizes):
    assert tuple(lacy_riffe_n(corpus, p) for p in (0.85, 0.9, 0.95)) == sizes


def test_without_a_pilot_only_what_is_known_is_computed():
    nothing = planned(Wanted())
    assert (nothing.krippendorff, nothing.lacy_riffe, nothing.pilot) == (None, None, None)
    made = planned(Wanted(prevalence=0.1, corpus=44, per_article=20.0))
    assert (made.krippendorff.n_units, made.krippendorff.n_articles) == (172, 10)
    assert made.krippendorff.is_nearly_all
    assert (made.lacy_riffe.n_units, made.lacy_riffe.is_nearly_all) == (32, True)
    assert not planned(Wanted(corpus=10_000)).lacy_riffe.is_nearly_all


def test_pilot_tells_its_rarest_code_and_the_length_of_an_article():
    made = planned(Wanted(), pilot(12, 20))
    assert made.wanted.prevalence == pytest.approx(made.pilot.curves[0].prevalence)
    assert [curve.code for curve in made.pilot.curves] == ["rare", "other"]
    assert (made.wanted.per_article, made.pilot.n_units, made.pilot.n_articles) == (20, 240, 12)
    assert made.pilot.cluster == "document"
    assert made.pilot.percent == pytest.approx(0.905, abs=0.03)


def test_more_units_give_a_narrower_interval():
    curve = planned(Wanted(half_width=0.12), pilot(12, 20)).pilot.curves[0]
    widths = [point.width for point in curve.points]
    assert widths[0] > 2 * widths[-1]
    first, later = (next(p for p in curve.points if p.n >= n) for n in (300, 1200))
    assert first.width / later.width == pytest.approx((later.n / first.n) ** 0.5, rel=0.15)
    enough = [point.n for point in curve.points if point.width <= 0.24]
    assert curve.needed.n_units == enough[0]
    assert curve.needed.n_articles == -(-enough[0] // 20)


def test_width_is_that_of_a_second_program():
    """Alpha of each redrawn table, counted rating by rating."""
    answers = pilot(10, 6, share=0.3)
    made = planned(Wanted(draws=400), answers).pilot.curves[0].points[0]
    random, alphas = np.random.default_rng(7), []
    value = np.zeros((60, 2), int)
    rare = [codes == ("rare",) for _, codes, _ in answers.answers]
    value[answers.paragraph, answers.annotator] = np.array(rare)[answers.answer]
    for _ in range(400):
        rows = value.reshape(10, 6, 2)[random.integers(0, 10, 10)].reshape(-1, 2)
        n, yes = rows.size, rows.sum()
        observed = (rows[:, 0] != rows[:, 1]).mean()
        alphas.append(1 - observed / (2 * yes * (n - yes) / (n * (n - 1))))
    low, high = np.quantile(alphas, [0.025, 0.975])
    assert made.n == 60
    assert made.width == pytest.approx(high - low, rel=0.15)


def test_rare_code_is_undefined_in_many_small_samples():
    lines = ["article,unit,annotator,value"]
    for unit in range(400):
        code = "rare" if unit == 7 else "usual"
        lines += [f"d{unit // 20},{unit},{who},{code}" for who in "ab"]
    answers = read_table(io.StringIO("\n".join(lines)), document_column="article")
    curve = planned(Wanted(code="rare"), answers).pilot.curves[0]
    assert curve.points[0].width is None
    assert curve.points[0].undefined == pytest.approx((19 / 20) ** 10, abs=0.05)


def test_too_few_articles_are_not_redrawn():
    for answers in (pilot(4, 30), pilot(9, 10, named=False)):
        made = planned(Wanted(), answers)
        assert made.pilot.cluster == "unit"
        assert made.pilot.curves[0].points[0].n == 20
    assert made.wanted.per_article is None
    assert made.pilot.curves[0].needed.n_articles is None


def test_sizes_end_with_the_corpus_and_with_patience():
    assert planned(Wanted(corpus=500), pilot(12, 20)).pilot.curves[0].points[-1].n == 500
    many = planned(Wanted(draws=5), pilot(600, 2)).pilot.curves[0]
    assert many.points[-1].n == 2 * MOST_BLOCKS


def test_draws_are_the_same_in_chunks_of_any_size(monkeypatch):
    made = planned(Wanted(draws=50), pilot(12, 20))
    monkeypatch.setattr("annotator.agreement.pilots.CHUNK_CELLS", 100)
    assert planned(Wanted(draws=50), pilot(12, 20)) == made
    assert planned(Wanted(draws=50, seed=1), pilot(12, 20)) != made


def test_pilot_of_sets_is_planned_code_by_code():
    text = "unit,annotator,value\n" + "".join(
        f"{unit},{who},{'a|b' if unit % 2 else 'a' if unit % 3 else ''}\n"
        for unit in range(60)
        for who in "xy"
    )
    made = planned(Wanted(draws=20), read_table(io.StringIO(text), sets=True))
    assert {curve.code for curve in made.pilot.curves} == {"a", "b"}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"prevalence": 0}, "prevalence must lie between 0 and 1"),
        ({"prevalence": float("nan")}, "prevalence must lie"),
        ({"expected": 1.5}, "expected agreement must lie"),
        ({"lowest": 1}, "lowest alpha"),
        ({"half_width": -0.1}, "half-width"),
        ({"corpus": 0}, "number for corpus"),
        ({"per_article": float("inf")}, "units of an article"),
        ({"annotators": 1}, "annotators is too small; give at least 2"),
        ({"draws": 0}, "number for draws"),
        ({"draws": 10**9}, "at most 100000 draws"),
        ({"seed": -1}, "seed is not negative"),
        ({"code": "none such"}, "no code none such; choose one of"),
    ],
)
def test_what_cannot_be_wanted(wanted, said):
    with pytest.raises(Unavailable, match=said):
        planned(Wanted(**wanted), pilot(6, 5))


def test_pilot_of_one_annotator_cannot_be_redrawn():
    alone = read_table(io.StringIO("unit,annotator,value\n1,a,x\n2,a,y\n"))
    with pytest.raises(Unavailable, match="No unit of the pilot has two answers"):
        planned(Wanted(), alone)
    with pytest.raises(Unavailable, match="No unit of the pilot has two answers"):
        planned(Wanted(), read_table(io.StringIO("unit,annotator,value\n")))


def test_free_text_cannot_be_planned(answers_of, layer_of):
    answers = answers_of(layer_of("text"), [("d", 0, "a", None, None, "coded", ())])
    with pytest.raises(Unavailable, match="holds free text"):
        planned(Wanted(), answers)


def test_pilot_without_a_code_says_so():
    text = "unit,annotator,value\n1,a,\n1,b,\n2,a,\n2,b,\n"
    made = planned(Wanted(), read_table(io.StringIO(text), sets=True))
    assert made.pilot.curves == ()
    assert "nothing was redrawn" in " ".join(sentences_of(made))


@pytest.mark.parametrize("language", ["en", "it"])
def test_words_hold_the_numbers(language):
    words = sentences_of(
        planned(Wanted(corpus=2000, language=language), pilot(12, 20), source="pilot.csv")
    )
    text = "\n".join(words)
    assert "pilot.csv" in text
    assert "12 arti" in text
    assert "{" not in text
    assert len(words) == 6


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"prevalence": 0.1}, "172 units."),
        ({"prevalence": 0.1, "per_article": 20}, "172 units (10 articles). It takes"),
        ({"prevalence": 0.1, "corpus": 200}, "at least half of the corpus: code everything twice"),
        ({"prevalence": 0.1, "annotators": 3}, "516 answers by 3 annotators"),
        ({"prevalence": 0.1, "corpus": 44}, "88 answers by 2 annotators"),
        ({}, "needs the prevalence"),
        ({}, "needs the size of the corpus"),
        ({}, "Never fewer than 10 articles"),
    ],
)
def test_words_of_the_formulas(wanted, said):
    assert said in " ".join(sentences_of(planned(Wanted(**wanted))))


def test_words_of_a_pilot_that_is_too_small():
    text = " ".join(sentences_of(planned(Wanted(half_width=0.01), pilot(4, 10))))
    assert "too few to be redrawn" in text
    assert "is wider than ± .010" in text
