"""What nltk, krippendorff, scikit-learn and statsmodels give for a table of ratings.

Each gets the data as they are, in the form that it asks for. The answer is a number, the name of
the exception that was raised, or None where the library does not offer the coefficient.
"""

from __future__ import annotations

import importlib.metadata
import warnings
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PEERS = ("nltk", "krippendorff", "scikit-learn", "statsmodels")
Row = tuple[str, str, Any]
Given = float | str | None


def versions() -> dict[str, str]:
    """The versions that are installed."""
    return {name: importlib.metadata.version(name) for name in PEERS}


def given(peer: str, case: Mapping[str, Any]) -> Given:
    """What a library gives for a published case."""
    work = _WORK[peer](case)
    return None if work is None else outcome(work)


def outcome(work: Callable[[], Any]) -> float | str:
    """A number, or the name of the exception; what the library warns of is not shown."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return float(work())
        except (ArithmeticError, AssertionError, LookupError, RuntimeError, TypeError,
                ValueError) as error:  # fmt: skip
            return type(error).__name__


# ------------------------------------------------------------------ nltk

_NLTK = {
    "krippendorff_alpha": "alpha",
    "cohen_kappa": "kappa",
    "light_kappa": "kappa",
    "weighted_kappa": "weighted_kappa",
    "conger_kappa": "multi_kappa",
    "fleiss_kappa": "pi",
    "scott_pi": "pi",
    "brennan_prediger": "S",
    "percent_agreement": "avg_Ao",
}


def nltk_task(rows: Sequence[Row], distance: Callable[[Any, Any], float] | None = None) -> Any:  # noqa: ANN401 - nltk has no types
    """An AnnotationTask on these rows; sets become frozensets."""
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import binary_distance

    made = [(who, unit, frozenset(v) if isinstance(v, list) else v) for who, unit, v in rows]
    return AnnotationTask(made, distance=distance or binary_distance)


def _nltk(case: Mapping[str, Any]) -> Callable[[], object] | None:
    from nltk.metrics import distance

    name, metric = _NLTK.get(case["metric"]), _named_distance(case)
    known = {
        "nominal": distance.binary_distance,
        "interval": distance.interval_distance,
        "quadratic": distance.interval_distance,
        "linear": lambda one, other: abs(one - other),
        "masi": distance.masi_distance,
        "jaccard": distance.jaccard_distance,
        "table": _table_distance(case),
    }
    plain = case["metric"] not in ("krippendorff_alpha", "weighted_kappa")
    if name is None or metric not in known or (plain and metric != "nominal"):
        return None
    task = nltk_task(case["data"], known[metric])
    work: Callable[[], object] = getattr(task, name)
    return work


def _named_distance(case: Mapping[str, Any]) -> str:
    if "distance_table" in case:
        return "table"
    name = str(case.get("distance") or case.get("weights") or "nominal")
    return "nominal" if name == "identity" else name


def _table_distance(case: Mapping[str, Any]) -> Callable[[Any, Any], float]:
    table = case.get("distance_table", {"labels": [], "matrix": []})
    places = {frozenset(one) if isinstance(one, list) else one: place
              for place, one in enumerate(table["labels"])}  # fmt: skip
    return lambda one, other: table["matrix"][places[one]][places[other]]


# ------------------------------------------------------------------ krippendorff


def reliability_data(rows: Sequence[Row]) -> np.ndarray[Any, Any]:
    """Annotators by units; a missing rating is nan, beside words "nan"."""
    annotators = sorted({who for who, _, _ in rows})
    units = sorted({unit for _, unit, _ in rows})
    kinds = {type(value) for *_, value in rows}
    filler: Any = np.nan if kinds <= {int, float} else "nan"
    matrix: list[list[Any]] = [[filler] * len(units) for _ in annotators]
    for who, unit, value in rows:
        cell = frozenset(value) if isinstance(value, list) else value
        matrix[annotators.index(who)][units.index(unit)] = cell
    return np.array(matrix)


def _krippendorff(case: Mapping[str, Any]) -> Callable[[], object] | None:
    import krippendorff

    levels = {
        "nominal": "nominal",
        "ordinal_krippendorff": "ordinal",
        "interval": "interval",
        "ratio": "ratio",
    }
    name = _named_distance(case)
    if case["metric"] != "krippendorff_alpha" or name not in {*levels, "table"}:
        return None
    alpha: Any = krippendorff.alpha
    if name != "table":
        return lambda: alpha(reliability_data(case["data"]), level_of_measurement=levels[name])
    matrix = np.array(case["distance_table"]["matrix"])
    domain = case["distance_table"]["labels"]

    def metric(*_: object, i1: Any, i2: Any, **__: object) -> Any:  # noqa: ANN401 - arrays
        return matrix[i1, i2]

    return lambda: alpha(
        reliability_data(case["data"]), value_domain=domain, level_of_measurement=metric
    )


# ------------------------------------------------------------------ scikit-learn and statsmodels


def two_columns(rows: Sequence[Row]) -> tuple[list[Any], list[Any]] | None:
    """The answers of two annotators to the same units; None where there are not two."""
    annotators = sorted({who for who, _, _ in rows})
    if len(annotators) != 2:
        return None
    first, second = ({unit: value for who, unit, value in rows if who == one}
                     for one in annotators)  # fmt: skip
    both = sorted(set(first) & set(second))
    return [first[unit] for unit in both], [second[unit] for unit in both]


def _sklearn(case: Mapping[str, Any]) -> Callable[[], object] | None:
    from sklearn.metrics import accuracy_score, cohen_kappa_score, f1_score

    columns, weights = two_columns(case["data"]), case.get("weights")
    if columns is None or "distance_table" in case:
        return None
    if case["metric"] == "specific_agreement":
        yes = [[value == case["category"] for value in one] for one in columns]
        return lambda: f1_score(*yes)
    if case["metric"] == "percent_agreement":
        return lambda: accuracy_score(*columns)
    if case["metric"] in ("cohen_kappa", "weighted_kappa"):
        labels = case.get("categories")
        return lambda: cohen_kappa_score(*columns, labels=labels, weights=weights)
    return None


def count_table(rows: Sequence[Row]) -> np.ndarray[Any, Any]:
    """Units by values: how often each was given."""
    values = sorted({value for *_, value in rows}, key=str)
    units = sorted({unit for _, unit, _ in rows})
    counts = Counter((unit, value) for _, unit, value in rows)
    return np.array([[counts[unit, value] for value in values] for unit in units])


def _statsmodels(case: Mapping[str, Any]) -> Callable[[], object] | None:
    from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

    metric, weights = case["metric"], _named_distance(case)
    if metric in ("cohen_kappa", "weighted_kappa"):
        columns = two_columns(case["data"])
        known: dict[str, Any] = {"nominal": None, "linear": "linear", "quadratic": "quadratic"}
        if columns is None:
            return None
        options: dict[str, Any] = {"wt": known.get(weights)}
        if weights == "table":
            options = {"weights": np.array(case["distance_table"]["matrix"])}
        return lambda: cohens_kappa(_square(case, columns), **options).kappa
    methods = {"fleiss_kappa": "fleiss", "scott_pi": "fleiss", "brennan_prediger": "randolph"}
    if metric not in methods or weights != "nominal":
        return None
    return lambda: fleiss_kappa(count_table(case["data"]), method=methods[metric])


def _square(case: Mapping[str, Any], columns: tuple[list[Any], list[Any]]) -> Any:  # noqa: ANN401 - an array
    values = case.get("categories") or sorted({*columns[0], *columns[1]}, key=str)
    square = np.zeros((len(values), len(values)))
    for one, other in zip(*columns, strict=True):
        square[values.index(one), values.index(other)] += 1
    return square


_WORK: dict[str, Callable[[Mapping[str, Any]], Callable[[], object] | None]] = {
    "nltk": _nltk,
    "krippendorff": _krippendorff,
    "scikit-learn": _sklearn,
    "statsmodels": _statsmodels,
}
