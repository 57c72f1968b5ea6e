"""A pilot redrawn by article: how wide the interval of alpha is with more or fewer articles.

May import `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Literal

import msgspec
import numpy as np

from annotator.agreement.intervals import CHUNK_CELLS, LEVEL, MOST_UNDEFINED
from annotator.agreement.options import Options
from annotator.agreement.plans import FEWEST_ARTICLES, Curve, Pilot, Point, Wanted, size_of
from annotator.agreement.questionnaire import questions_of
from annotator.agreement.rows import rows_of
from annotator.agreement.sample import FEWEST_DOCUMENTS
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Floats, LayerAnswers

# The sizes that are tried grow by this factor, up to this many times the pilot.
GROWTH, LARGEST = 1.25, 50
# Larger samples than this many articles or units are not tried, unless the pilot is larger.
MOST_BLOCKS = 20_000


@dataclass(frozen=True, eq=False)
class _Blocks:
    """What is redrawn: articles of equal chance, or kinds of units with the share of each.

    `sums` is (blocks, 2 + 2 codes): units, ratings, and for each code the pairs that disagree on it
    (times 2 / (m - 1)) and the ratings that hold it, in this order.
    """

    chance: Floats
    sums: Floats


class Redrawn:
    """The units of a pilot that two or more coded, by article."""

    def __init__(self, answers: LayerAnswers, wanted: Wanted):
        self._question = _question_of(answers)
        self._layer = answers.layer.key
        ratings = self._question.ratings
        self._n_ratings = np.bincount(ratings.unit_ix, minlength=ratings.n_units)
        self._paired = self._n_ratings >= 2
        if not self._paired.any():
            raise Unavailable(
                "No unit of the pilot has two answers, so nothing can be redrawn",
                remedy="let a second annotator code some of the same units, or plan without it",
            )
        self._per_article = self._mean_article()
        document = ratings.document_ix[self._paired]
        present, self._block = np.unique(document, return_inverse=True)
        self.n_articles = len(present) if present[0] >= 0 else 0
        self.n_units = int(self._paired.sum())
        is_known = self.n_articles >= FEWEST_DOCUMENTS
        self.cluster: Literal["unit", "document"] = "document" if is_known else "unit"
        self._codes = self._chosen(wanted.code)

    def _mean_article(self) -> float | None:
        """Units that were answered, by anybody, in a mean article."""
        ratings = self._question.ratings
        document = ratings.document_ix[self._n_ratings > 0]
        return None if document[0] < 0 else len(document) / len(np.unique(document))

    def _chosen(self, code: str | None) -> list[int]:
        """The codes by prevalence, rarest first; only the one that is asked for."""
        codes = self._question.codes
        if code is not None:
            if code not in codes:
                raise Unavailable(
                    "The pilot has no code {code}",
                    remedy="choose one of {known}",
                    code=code,
                    known=", ".join(codes),
                )
            return [codes.index(code)]
        used = [place for place in range(len(codes)) if self._prevalence(place) > 0]
        return sorted(used, key=self._prevalence)

    def _holds(self, place: int) -> Floats:
        assert self._question.holds is not None  # codes are listed only where it is there
        yes: Floats = self._question.holds[self._question.ratings.value_ix, place]
        return yes

    def _prevalence(self, place: int) -> float:
        return float(self._holds(place).mean())

    def completed(self, wanted: Wanted) -> Wanted:
        """What was not said, from the pilot: the rarest code, and the length of an article."""
        prevalence = wanted.prevalence
        if prevalence is None and self._codes:
            share = self._prevalence(self._codes[0])
            prevalence = share if 0 < share < 1 else None
        per_article = wanted.per_article or self._per_article
        return msgspec.structs.replace(wanted, prevalence=prevalence, per_article=per_article)

    def pilot(self, wanted: Wanted, source: str) -> Pilot:
        """Each code redrawn."""
        return Pilot(
            source=source,
            layer=self._layer,
            n_units=self.n_units,
            n_articles=self.n_articles,
            cluster=self.cluster,
            percent=self._percent(),
            curves=self._curves(wanted) if self._codes else (),
        )

    def _percent(self) -> float:
        """The mean over units of the share of equal pairs."""
        ratings, n = self._question.ratings, self._n_ratings
        counts = np.unique(
            ratings.unit_ix.astype(np.int64) * max(ratings.n_values, 1) + ratings.value_ix,
            return_counts=True,
        )
        unit = counts[0] // max(ratings.n_values, 1)
        equal = np.bincount(unit, counts[1] * (counts[1] - 1.0), minlength=len(n))
        return float((equal[self._paired] / (n * (n - 1.0))[self._paired]).mean())

    def _curves(self, wanted: Wanted) -> tuple[Curve, ...]:
        """The points of each code; all codes share their draws."""
        blocks = self._blocks()
        per_block = float(blocks.chance @ blocks.sums[:, 0])
        points: list[list[Point]] = [[] for _ in self._codes]
        for n_blocks in self._sizes(per_block, wanted):
            n = round(n_blocks * per_block)
            for made, alpha in zip(points, _redrawn(blocks, n_blocks, wanted).T, strict=True):
                made.append(_point(n, alpha))
        return tuple(
            self._curve(place, made, wanted)
            for place, made in zip(self._codes, points, strict=True)
        )

    def _curve(self, place: int, points: list[Point], wanted: Wanted) -> Curve:
        enough = _first_enough(points, 2 * wanted.half_width)
        return Curve(
            code=self._question.codes[place],
            prevalence=self._prevalence(place),
            points=tuple(points),
            needed=None if enough is None else size_of(enough, wanted),
        )

    def _blocks(self) -> _Blocks:
        unit = self._question.ratings.unit_ix
        n = self._n_ratings[self._paired].astype(np.float64)
        columns = [np.ones(len(n)), n]
        for place in self._codes:
            held = np.bincount(unit, self._holds(place), len(self._n_ratings))
            yes = held[self._paired].astype(np.float64)
            columns += [2 * yes * (n - yes) / (n - 1), yes]
        if self.cluster == "unit":
            sums, count = np.unique(np.column_stack(columns), axis=0, return_counts=True)
            return _Blocks(count / count.sum(), sums)
        sums = np.column_stack([np.bincount(self._block, column) for column in columns])
        return _Blocks(np.full(len(sums), 1 / len(sums)), sums)

    def _sizes(self, per_block: float, wanted: Wanted) -> list[int]:
        """Numbers of articles (or units) from the smallest sample to the whole corpus."""
        first = FEWEST_ARTICLES if self.cluster == "document" else 2 * FEWEST_ARTICLES
        n_own = self.n_articles if self.cluster == "document" else self.n_units
        last = max(n_own, min(LARGEST * n_own, MOST_BLOCKS), first)
        if wanted.corpus is not None:
            last = min(last, max(first, ceil(wanted.corpus / per_block)))
        sizes, size = [first], float(first)
        while sizes[-1] < last:
            size *= GROWTH
            sizes.append(min(last, ceil(size)))
        return sizes


def _question_of(answers: LayerAnswers) -> Question:
    """The question whose codes are planned for: the whole answer rather than a step of it."""
    if answers.layer.answer == "text":
        raise Unavailable(
            "The layer {layer} holds free text, for which nothing can be planned",
            remedy="choose another with --layer",
            layer=answers.layer.key,
        )
    questions = questions_of(answers, rows_of(answers), Options(ci=0))
    return next((one for one in questions if one.holds is not None), questions[0])


def _redrawn(blocks: _Blocks, n_blocks: int, wanted: Wanted) -> Floats:
    """(draws, codes): alpha of each yes/no question where so many blocks are drawn; NaN: none."""
    generator = np.random.Generator(np.random.PCG64(wanted.seed))
    chunk = max(1, CHUNK_CELLS // len(blocks.chance))
    parts = []
    for start in range(0, wanted.draws, chunk):
        rows = min(chunk, wanted.draws - start)
        drawn = generator.multinomial(n_blocks, blocks.chance, size=rows)
        parts.append(_alpha(drawn @ blocks.sums))
    return np.concatenate(parts)


def _alpha(sums: Floats) -> Floats:
    """Krippendorff's nominal alpha of two values, for each draw and code."""
    n, unequal, yes = sums[:, 1:2], sums[:, 2::2], sums[:, 3::2]
    by_chance = 2 * yes * (n - yes)
    ratio = np.full(yes.shape, np.nan)
    np.divide(unequal * (n - 1), by_chance, out=ratio, where=by_chance > 0)
    alpha: Floats = 1 - ratio
    return alpha


def _point(n: int, alpha: Floats) -> Point:
    defined = alpha[~np.isnan(alpha)]
    undefined = 1 - len(defined) / len(alpha)
    width = None
    if undefined <= MOST_UNDEFINED:
        low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        width = float(high - low)
    return Point(n=n, width=width, undefined=undefined)


def _first_enough(points: Sequence[Point], width: float) -> int | None:
    """The smallest n from which on all intervals are narrow enough."""
    enough = None
    for point in reversed(points):
        if point.width is None or point.width > width:
            break
        enough = point.n
    return enough
