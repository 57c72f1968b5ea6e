"""What the plots show, as plain frozen structs. Imports nothing of the package.

A value that is None is undefined, and `reason` says why in words. Labels are for people, keys are
what `activated` hands over.
"""

from __future__ import annotations

from msgspec import Struct


class CodeInterval(Struct, frozen=True, kw_only=True):
    """One code on the scale from 0 to 1.

    `colour` is the name the codebook gives. `share` is the part of answers that hold the code,
    `n_positive` how many. `is_plain` rows (the empty set) have a share and no coefficient.
    """

    key: str
    label: str
    colour: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""
    ac1: float | None = None
    positive: float | None = None
    percent: float | None = None
    share: float | None = None
    n_positive: int | None = None
    is_plain: bool = False


class PairCell(Struct, frozen=True, kw_only=True):
    """Two annotators over the `n` units that both rated."""

    first: str
    second: str
    value: float | None
    n: int
    reason: str = ""


class Matrix(Struct, frozen=True, kw_only=True):
    """Counts by row and column; `notes` say more of a cell, in words, or are empty.

    A symmetric matrix repeats itself below the diagonal. `rows_are` and `columns_are` name what
    stands at the sides, where they differ.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    counts: tuple[tuple[float, ...], ...]
    notes: tuple[tuple[str, ...], ...] = ()
    rows_are: str = ""
    columns_are: str = ""
    has_diagonal: bool = True


class TimePoint(Struct, frozen=True, kw_only=True):
    """Agreement in one batch, round, week or version; `mark` is a codebook version beginning.

    `is_below_rest`: the interval lies wholly below that of all other parts. `is_joined`: it goes
    on from the point before, as batches do and articles do not.
    """

    key: str
    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0
    reason: str = ""
    mark: str = ""
    is_below_rest: bool = False
    is_joined: bool = True


class WithoutRow(Struct, frozen=True, kw_only=True):
    """The figure with one annotator left out; `change` is that figure minus the one with all."""

    annotator: str
    value: float | None
    low: float | None = None
    high: float | None = None
    change: float | None = None
    n: int = 0
    reason: str = ""


class Whole(Struct, frozen=True, kw_only=True):
    """The figure with all annotators, against which others are held."""

    value: float | None
    low: float | None = None
    high: float | None = None


class PlannerPoint(Struct, frozen=True, kw_only=True):
    """How wide the interval is with `n` units; `undefined` is the share of draws without value."""

    n: int
    width: float
    undefined: float = 0.0


class PlannerCurve(Struct, frozen=True, kw_only=True):
    """The widths for one code (or one prevalence), by n."""

    label: str
    points: tuple[PlannerPoint, ...]
    colour: str | None = None


class ParagraphBlock(Struct, frozen=True, kw_only=True):
    """One paragraph; `share` is its part of all disagreement, None where nobody can compare."""

    paragraph: int
    share: float | None
    words: str = ""
