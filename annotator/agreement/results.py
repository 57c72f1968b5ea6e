"""What a report says, as frozen structs that become JSON as they are. Imports no other room.

Field names are part of the file format (docs/agreement.md). Undefined is None with a reason,
never NaN.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Reason = Literal[
    "no_variation",
    "no_pairable_units",
    "one_annotator",
    "no_units",
    "needs_two_annotators",
    "not_comparable",
    "interval_undefined",
]


class Interval(Struct, frozen=True):
    """A percentile interval of `draws` resamples, `undefined` of which gave no value."""

    low: float
    high: float
    level: float
    method: Literal["bootstrap", "analytic"]
    cluster: Literal["unit", "document"]
    draws: int
    undefined: int
    seed: int


class Caution(Struct, frozen=True):
    """A warning: a fixed name, its figures, and what it means in words."""

    slug: str
    values: dict[str, str | int | float]
    words: str


class Pair(Struct, frozen=True):
    """Two annotators over the units that both rated. None: undefined, or no shared unit."""

    annotators: tuple[str, str]
    n_units: int
    alpha: float | None
    kappa: float | None
    percent: float | None
    reason: Reason | None = None


class Coincidences(Struct, frozen=True):
    """Pairs of values within units, weighted 1 / (m - 1): (values, values), symmetric."""

    values: tuple[str, ...]
    counts: tuple[tuple[float, ...], ...]


class Agreement(Struct, frozen=True, kw_only=True):
    """One coefficient of one layer, with all that is needed to read it.

    `observed` and `expected` are agreement in the metric's own distance, scaled to at most 1;
    `percent` is the mean over units of the share of equal pairs. `prevalence` is the share of
    ratings with each of `codes`. `n_units` counts units with a rating, `n_units_used` those with
    two or more, `n_single` those with one. `n_conflicting` counts ratings left out because they
    name no single value. `empty` is the share of
    empty sets. For one code, `positive` and `negative` are specific agreement and
    `n_positive` counts the ratings that hold it, by annotator.
    """

    layer: str
    target: str | None = None
    step: str | None = None
    code: str | None = None
    coefficient: str
    distance: str | None = None
    weights: str | None = None
    value: float | None = None
    reason: Reason | None = None
    observed: float | None = None
    expected: float | None = None
    percent: float | None = None
    se: float | None = None
    interval: Interval | None = None
    p_below_667: float | None = None
    p_below_800: float | None = None
    n_units: int = 0
    n_units_used: int = 0
    n_single: int = 0
    n_documents: int = 0
    n_annotators: int = 0
    n_ratings: int = 0
    n_pairs: int = 0
    n_cannot_tell: int = 0
    n_skipped: int = 0
    n_conflicting: int = 0
    codes: tuple[str, ...] = ()
    prevalence: tuple[float, ...] = ()
    distance_table: Coincidences | None = None
    empty: float | None = None
    positive: float | None = None
    negative: float | None = None
    n_positive: dict[str, int] = {}
    not_overlapping: tuple[str, ...] = ()
    per_code: tuple[Agreement, ...] = ()
    per_pair: tuple[Pair, ...] = ()
    without: tuple[Agreement, ...] = ()
    coincidences: Coincidences | None = None
    warnings: tuple[Caution, ...] = ()
    words: str = ""
    reference: str = ""


class CodebookName(Struct, frozen=True):
    """Which codebook the answers were made with."""

    key: str
    version: str
    sha256: str


class Report(Struct, frozen=True, kw_only=True):
    """All results of one run; every output format is made from it."""

    format: int = 1
    program: str
    source: str
    made_at: str
    codebook: CodebookName | None = None
    rounds: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    options: dict[str, str | int | None] = {}
    notes: tuple[str, ...] = ()
    results: tuple[Agreement, ...] = ()
