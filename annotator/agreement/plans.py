"""What a plan of a reliability sample says, as frozen structs. May import `annotator.errors`."""

from __future__ import annotations

from math import ceil
from typing import Literal

from msgspec import Struct

from annotator.agreement.options import MAX_DRAWS
from annotator.errors import Unavailable

# Fewer articles than these are never enough: an interval by article then covers too little.
FEWEST_ARTICLES = 10
# From this share of the corpus on, all of it may as well be coded twice.
NEARLY_ALL = 0.5


class Wanted(Struct, frozen=True, kw_only=True):
    """What a study wants, and what is known of it.

    `corpus` counts units, `per_article` those of a mean article that are asked; `expected` is the
    percent agreement that is hoped for. None: not known.
    """

    prevalence: float | None = None
    lowest: float = 0.667
    half_width: float = 0.1
    annotators: int = 2
    corpus: int | None = None
    per_article: float | None = None
    expected: float = 0.9
    code: str | None = None
    draws: int = 1000
    seed: int = 0
    language: Literal["en", "it"] = "en"

    def check(self) -> None:
        """Raises Unavailable for what no study can want."""
        for name, value in (("prevalence", self.prevalence), ("expected agreement", self.expected)):
            _within(name, value)
        _within("lowest alpha", self.lowest)
        _within("half-width", self.half_width)
        counts = {"corpus": self.corpus, "units of an article": self.per_article,
                  "draws": self.draws, "annotators": self.annotators - 1}  # fmt: skip
        for name, count in counts.items():
            if count is not None and not 0 < count < float("inf"):
                raise Unavailable(
                    "The number for {name} is too small",
                    remedy="give at least 2" if name == "annotators" else "give at least 1",
                    name=name,
                )
        if self.draws > MAX_DRAWS or self.seed < 0:
            raise Unavailable(
                "There are at most {limit} draws, and the seed is not negative",
                remedy="1000 draws are enough",
                limit=MAX_DRAWS,
            )


def _within(name: str, value: float | None) -> None:
    if value is not None and not 0 < value < 1:
        raise Unavailable(
            "The {name} must lie between 0 and 1",
            remedy="write a share such as .05",
            name=name,
        )


class Size(Struct, frozen=True, kw_only=True):
    """So many units, and articles where their length is known; at least `FEWEST_ARTICLES`.

    `is_nearly_all`: of a corpus of this size one may as well code everything twice.
    """

    n_units: int
    n_articles: int | None = None
    is_nearly_all: bool = False


class Point(Struct, frozen=True, kw_only=True):
    """With `n` units: how wide the interval of alpha is, and the share of draws without alpha.

    `width` is None where so many draws are undefined that there is no interval.
    """

    n: int
    width: float | None
    undefined: float


class Curve(Struct, frozen=True, kw_only=True):
    """The points of one code, and the size from which on the interval is narrow enough."""

    code: str
    prevalence: float
    points: tuple[Point, ...]
    needed: Size | None


class Pilot(Struct, frozen=True, kw_only=True):
    """What was redrawn."""

    source: str
    layer: str
    n_units: int
    n_articles: int
    cluster: Literal["unit", "document"]
    percent: float
    curves: tuple[Curve, ...] = ()


class Plan(Struct, frozen=True, kw_only=True):
    """How much to code, by each of the ways that could be gone; what is wanted, as it was used."""

    wanted: Wanted
    krippendorff: Size | None
    lacy_riffe: Size | None
    pilot: Pilot | None = None


def size_of(n_units: int, wanted: Wanted) -> Size:
    """A number of units, with the articles that it takes."""
    n_articles = None
    if wanted.per_article is not None:
        n_articles = max(FEWEST_ARTICLES, ceil(n_units / wanted.per_article))
    is_nearly_all = wanted.corpus is not None and n_units >= NEARLY_ALL * wanted.corpus
    return Size(n_units=n_units, n_articles=n_articles, is_nearly_all=is_nearly_all)
