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
    "overlapping_spans",
    "interval_undefined",
]

# Which question of a layer a result answers; None is the layer itself.
Step = Literal[
    "addressed",
    "position",
    "position_without_aside",
    "holder",
    "with_cannot_tell",
    "primary",
    "evidence",
    "evidence_where_chosen",
]

# The names of warnings: see `Caution.slug`.
Slug = Literal[
    "few_units",
    "few_documents",
    "rare_code",
    "unused_code",
    "paradox",
    "diverging",
    "cannot_tell",
    "below_chance",
    "undeclared_codes",
    "unequal_overlap",
    "single_coded",
    "empty_sets",
    "outlier_annotator",
    "drift",
    "duplicate_ratings",
    "mixed_versions",
    "planted_excluded",
]

# What a result is a part of: see `Agreement.group`.
By = Literal["batch", "round", "week", "version", "document", "group", "annotator"]


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


class UnitName(Struct, frozen=True, kw_only=True):
    """A unit as people find it again: a paragraph (None: the whole document), or a table's unit."""

    document: str | None = None
    paragraph: int | None = None
    target: str | None = None
    holder: str | None = None
    unit: str | None = None


class Given(Struct, frozen=True):
    """One answer to a unit, and who gave it; `codes` is empty unless the state is `coded`."""

    state: Literal["coded", "none", "cannot_tell", "skipped"]
    codes: tuple[str, ...]
    annotators: tuple[str, ...]


class Disagreement(Struct, frozen=True):
    """One unit with unequal answers; `share` is its part of the observed disagreement."""

    unit: UnitName
    share: float
    given: tuple[Given, ...]


class CodePair(Struct, frozen=True):
    """How often two codes were taken for each other, over pairs of annotators with unequal sets.

    `swapped`: each had one that the other lacked; `beside`: one had both, the other one of them
    (or `none`). `first` and `second` count, by annotator, who had which of the two codes. `units`
    lists the first of the `n_units` concerned.
    """

    codes: tuple[str, str]
    swapped: int
    beside: int
    first: dict[str, int]
    second: dict[str, int]
    units: tuple[UnitName, ...]
    n_units: int = 0


class HolderCount(Struct, frozen=True):
    """How many units hold a position of this type of holder toward a target: `n_single` by one."""

    target: str | None
    holder: str
    n_units: int
    n_single: int


class Agreement(Struct, frozen=True, kw_only=True):
    """One coefficient of one layer, with all that is needed to read it.

    `observed` and `expected` are agreement in the metric's own distance, scaled to at most 1;
    `percent` is the mean over units of the share of equal pairs. `prevalence` is the share of
    ratings with each of `codes`. `n_units` counts units with a rating, `n_units_used` those with
    two or more, `n_single` those with one. `n_conflicting` counts ratings left out because they
    name no single value; `n_none` counts the answers “none” (not addressed), `n_none_by_rest`
    those of them that one key gave to all targets that were left. `empty` is the share of empty
    sets. For one code, `positive` and `negative` are specific agreement and `n_positive` counts
    the ratings that hold it, by annotator. `ac1` is Gwet's AC1 of the same
    answers, beside every alpha.

    A result about a part of the answers says which: `by` and `group` (a batch, a round, a week, a
    codebook version, a document, a group of annotators, one annotator), with the code `rates` of
    each annotator there. In `without`, `group` is the annotator who is left out and `change` the
    value without minus the value with all. In `intra`, an annotator's first answers are compared
    with the second ones, `days_between` (median) later. In `groups`, `between` names two groups:
    only pairs of answers across them are observed there. In `over_time`, `rest` is the interval
    of all other parts and `below_rest` says that a part lies wholly below it. `versions` counts
    answers by codebook version where there are several. `n_without_span` counts chosen codes
    whose words were not marked. `n_categories` is the number of values that could be chosen, on
    which chance rests in AC1, AC2 and S. `n_pairs_undefined` counts pairs of annotators whose
    kappa is undefined and left out of Light's.
    """

    layer: str
    target: str | None = None
    step: str | None = None
    code: str | None = None
    by: By | None = None
    group: str | None = None
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
    n_none: int = 0
    n_none_by_rest: int = 0
    n_without_span: int = 0
    n_pairs_undefined: int = 0
    n_categories: int | None = None
    codes: tuple[str, ...] = ()
    prevalence: tuple[float, ...] = ()
    distance_table: Coincidences | None = None
    empty: float | None = None
    positive: float | None = None
    negative: float | None = None
    ac1: float | None = None
    change: float | None = None
    change_interval: Interval | None = None
    between: tuple[str, ...] = ()
    rest: Interval | None = None
    below_rest: bool = False
    days_between: float | None = None
    versions: dict[str, int] = {}
    rates: dict[str, dict[str, float]] = {}
    n_positive: dict[str, int] = {}
    not_overlapping: tuple[str, ...] = ()
    per_code: tuple[Agreement, ...] = ()
    per_pair: tuple[Pair, ...] = ()
    without: tuple[Agreement, ...] = ()
    over_time: tuple[Agreement, ...] = ()
    groups: tuple[Agreement, ...] = ()
    intra: tuple[Agreement, ...] = ()
    coincidences: Coincidences | None = None
    code_pairs: tuple[CodePair, ...] = ()
    by_holder: tuple[HolderCount, ...] = ()
    n_disagreements: int = 0
    disagreements: tuple[Disagreement, ...] = ()
    warnings: tuple[Caution, ...] = ()
    words: str = ""
    reference: str = ""


class CodebookName(Struct, frozen=True):
    """Which codebook the answers were made with."""

    key: str
    version: str
    sha256: str


class LayerName(Struct, frozen=True, kw_only=True):
    """A layer, its codes, targets and types of holders as people know them, by language.

    `unit` is "unit" for a table of ratings, whose units have names of their own. `is_declared`:
    the codes that could be chosen are known, not only those that were.
    """

    key: str
    label: dict[str, str]
    answer: Literal["multiple", "single", "scale", "text"]
    unit: Literal["paragraph", "document", "unit"]
    has_targets: bool = False
    has_holders: bool = False
    is_declared: bool = True
    codes: dict[str, dict[str, str]] = {}
    targets: dict[str, dict[str, str]] = {}
    holders: dict[str, dict[str, str]] = {}


class Report(Struct, frozen=True, kw_only=True):
    """All results of one run; every output format is made from it.

    `titles` are those of the documents that results name, by uid.
    """

    format: int = 1
    program: str
    source: str
    made_at: str
    codebook: CodebookName | None = None
    rounds: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    layers: tuple[LayerName, ...] = ()
    options: dict[str, str | int | None] = {}
    notes: tuple[str, ...] = ()
    titles: dict[str, str] = {}
    results: tuple[Agreement, ...] = ()
