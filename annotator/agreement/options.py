"""What a report was asked for. Imports only distances and errors."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from annotator.agreement.distances import DISTANCES
from annotator.errors import Unavailable

COEFFICIENTS = (
    "alpha",
    "percent",
    "kappa",
    "weighted-kappa",
    "pi",
    "fleiss",
    "conger",
    "light",
    "ac1",
    "ac2",
    "bp",
    "u",
    "alpha-u",
    "all",
)
# These take weights from the distance: 1 - distance.
WEIGHTED = ("weighted-kappa", "fleiss", "conger", "light", "ac2", "bp")
# Other names of distances: as weights, and Krippendorff's ordinal where nothing more is said.
SYNONYMS = {"ordinal": "ordinal_krippendorff", "quadratic": "interval", "identity": "nominal"}

# The values of a distance table, each a code or a set of codes, and the table itself.
Labelled = tuple[Sequence[str | Sequence[str]], Sequence[Sequence[float]]]

# Their figures are kept until the end: a hundred thousand of each are some 0.1 GB.
MAX_DRAWS = 100_000


class Options(Struct, frozen=True, kw_only=True):
    """Which coefficient, with which interval.

    `distance` None takes the layer's own; "ordinal" means `ordinal_krippendorff`. `ci` is the
    number of draws, 0 for no interval. `cluster` None redraws documents where at least five are
    known, else units. `by` names the parts that are compared over time, `top` says how many
    disagreements are listed, `groups` gives the group of an annotator where groups are compared.
    `table` is the distance table for the distance "table". `interval` "analytic" gives percent,
    Fleiss, AC1, AC2 and S the interval of their formula, as for independent units; what has no
    formula is redrawn in any case.
    """

    coefficient: str = "alpha"
    distance: str | None = None
    ci: int = 1000
    seed: int = 0
    target: str | None = None
    cluster: Literal["unit", "document"] | None = None
    holders: Literal["type", "named"] = "type"
    language: Literal["en", "it"] = "en"
    by: Literal["batch", "round", "week", "version", "document"] | None = None
    top: int = 20
    groups: dict[str, str] = {}
    table: Labelled | None = None
    interval: Literal["bootstrap", "analytic"] = "bootstrap"

    @property
    def metric(self) -> str | None:
        """The long name of the distance."""
        if self.distance is None:
            return "table" if self.table else None
        return SYNONYMS.get(self.distance, self.distance)

    def check(self) -> None:
        """Raises Unavailable for what this version does not compute."""
        _known("coefficient", self.coefficient, COEFFICIENTS)
        if self.metric is not None:
            _known("distance", self.metric, DISTANCES)
        if self.metric == "ordinal_krippendorff" and self.coefficient in WEIGHTED:
            raise Unavailable(
                "Krippendorff's ordinal distance depends on the answers, so that it makes no "
                "weights for {name}",
                remedy="choose ordinal_gwet, linear or interval, which are fixed before",
                name=self.coefficient,
            )
        if self.ci < 0 or self.seed < 0:
            raise Unavailable(
                "The number of draws and the seed cannot be negative",
                remedy="give 0 or more; 0 draws give no interval",
            )
        if self.ci > MAX_DRAWS:
            raise Unavailable(
                "More than {limit} draws are not made",
                remedy="1000 are enough for an interval",
                limit=MAX_DRAWS,
            )


def _known(kind: str, name: str, names: Sequence[str]) -> None:
    if name in names:
        return
    near = difflib.get_close_matches(name, names, 1)
    raise Unavailable(
        "There is no {kind} {name}",
        remedy="did you mean {near}?" if near else "choose one of {known}",
        kind=kind,
        name=name,
        near=near[0] if near else "",
        known=", ".join(names),
    )
