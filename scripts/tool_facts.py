"""Small tables on which libraries give something else than the definition, or nothing.

Every row is run when the page is made. Inputs are small enough to be checked by hand.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from scripts.peers import Row, nltk_task, outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Fact(NamedTuple):
    """What was asked of a tool with which input; what it gave.

    `rows`, `options` and `order` make the same question to this program; without rows there is no
    such question, and `definition` says what is right.
    """

    tool: str
    asked: str
    given: float | str
    rows: Sequence[Row] = ()
    options: Mapping[str, Any] = MappingProxyType({})
    order: tuple[str, ...] | None = None
    definition: float | str = ""


def _pairs(first: str, second: str) -> list[Row]:
    """Two annotators, a letter an answer, `.` where one is missing."""
    return [
        (who, str(unit), value)
        for unit, both in enumerate(zip(first, second, strict=True))
        for who, value in zip("AB", both, strict=True)
        if value != "."
    ]


def facts() -> Iterator[Fact]:
    """All of them, library by library."""
    yield from _of_nltk()
    yield from _of_krippendorff()
    yield from _of_sklearn()
    yield from _of_statsmodels()


def _of_nltk() -> Iterator[Fact]:
    from nltk.metrics import distance as far

    def of(rows: Sequence[Row], name: str, **options: Any) -> float | str:  # noqa: ANN401 - nltk's
        return outcome(lambda: getattr(nltk_task(rows), name)(**options))

    for name, call in (
        ("masi_distance", far.masi_distance),
        ("jaccard_distance", far.jaccard_distance),
    ):
        given = outcome(partial(call, frozenset(), frozenset()))
        yield Fact("nltk", f"`{name}` of two empty sets", given, definition=0.0)
    rows = _pairs("xxxyyyx", "xxyyyx.")
    said = "A xxxyyyx, B xxyyyx and one rating missing"
    for name, coefficient in (("avg_Ao", "percent"), ("kappa", "kappa"), ("pi", "fleiss"),
                              ("S", "bp")):  # fmt: skip
        yield Fact("nltk", f"`{name}()`: {said}", of(rows, name), rows,
                   {"coefficient": coefficient})  # fmt: skip
    one = _pairs("xxxx", "xxxx")
    for name, coefficient in (("alpha", "alpha"), ("kappa", "kappa")):
        yield Fact("nltk", f"`{name}()`: all eight ratings are x", of(one, name), one,
                   {"coefficient": coefficient})  # fmt: skip
    twice = _pairs("xxyy", "xyyy")
    yield Fact("nltk", "`alpha()`: A xxyy, B xyyy, the first row of the table twice",
               of([twice[0], *twice], "alpha"), [twice[0], *twice])  # fmt: skip
    numbers: list[Row] = [(who, unit, "123".index(v) + 1) for who, unit, v in
                          _pairs("1223313", "1233212")]  # fmt: skip
    kappa = outcome(
        lambda: nltk_task(numbers, far.interval_distance).weighted_kappa(max_distance=4)
    )
    yield Fact("nltk", "`weighted_kappa(max_distance=4)`, squared: A 1223313, B 1233212",
               kappa, [(who, unit, str(v)) for who, unit, v in numbers],
               {"coefficient": "weighted-kappa", "distance": "interval"}, tuple("123"))  # fmt: skip


def _of_krippendorff() -> Iterator[Fact]:
    import krippendorff

    call: Any = krippendorff.alpha

    def of(matrix: object, **options: object) -> float | str:
        return outcome(lambda: call(matrix, **options))

    numbers = [[1, 2, 3, 3, 2], [1, 2, 3, 4, 4]]
    rows = _pairs("12332", "12344")
    yield Fact("krippendorff", "`alpha` without a level (interval): names A 12332, B 12344",
               of(numbers), rows)  # fmt: skip
    yield Fact("krippendorff", "`alpha`, nominal, missing written as None: A 1223, B 122 and None",
               of([[1, 2, 2, 3], [1, 2, 2, None]], level_of_measurement="nominal"),
               _pairs("1223", "122."))  # fmt: skip
    sets: list[Row] = [("A", "1", ["a"]), ("B", "1", ["a"]), ("A", "2", []), ("B", "2", ["a", "b"])]
    given = [[frozenset("a"), frozenset()], [frozenset("a"), frozenset("ab")]]
    yield Fact("krippendorff", "`alpha`, nominal, sets: A {a}, ∅, B {a}, {a, b}",
               of(given, level_of_measurement="nominal"), sets,
               {"distance": "nominal"})  # fmt: skip
    yield Fact("krippendorff", "`alpha`, nominal: all eight ratings are x",
               of([list("xxxx")] * 2, level_of_measurement="nominal"),
               _pairs("xxxx", "xxxx"))  # fmt: skip
    names = [["nan", "x", "x", "y"], ["x", "x", "x", "y"]]
    coded: list[Row] = [(who, str(unit), value) for who, values in zip("AB", names, strict=True)
                        for unit, value in enumerate(values)]  # fmt: skip
    yield Fact("krippendorff", "`alpha`, nominal, a code called nan: A nan, x, x, y, B x, x, x, y",
               of(names, level_of_measurement="nominal"), coded)  # fmt: skip


def _of_sklearn() -> Iterator[Fact]:
    from sklearn.metrics import cohen_kappa_score

    first = ["against", "neutral", "favor", "favor", "against"]
    second = ["against", "favor", "favor", "neutral", "neutral"]
    rows: list[Row] = [(who, str(unit), value)
                       for who, values in (("A", first), ("B", second))
                       for unit, value in enumerate(values)]  # fmt: skip
    yield Fact(
        "scikit-learn",
        '`cohen_kappa_score(weights="linear")` without labels, which sorts codes by alphabet: '
        f"A {', '.join(first)}; B {', '.join(second)}",
        outcome(lambda: cohen_kappa_score(first, second, weights="linear")),
        rows,
        {"coefficient": "weighted-kappa", "distance": "linear"},
        ("against", "neutral", "favor"),
    )  # fmt: skip
    yield Fact("scikit-learn", "`cohen_kappa_score`: all eight ratings are x",
               outcome(lambda: cohen_kappa_score(["x"] * 4, ["x"] * 4)),
               _pairs("xxxx", "xxxx"), {"coefficient": "kappa"})  # fmt: skip


def _of_statsmodels() -> Iterator[Fact]:
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    rows = _pairs("1122112", "112211.")
    table = np.array([[1, 1], [1, 1], [2, 2], [2, 2], [1, 1], [1, 1], [2, np.nan]])
    yield Fact("statsmodels", "`fleiss_kappa(aggregate_raters(…))`: A 1122112, B 112211 and nan",
               outcome(lambda: fleiss_kappa(aggregate_raters(table)[0])), rows,
               {"coefficient": "fleiss"})  # fmt: skip
    yield Fact("statsmodels", "`fleiss_kappa` of counts: A 1122112, B 112211 and one missing",
               outcome(lambda: fleiss_kappa(np.array([[2, 0]] * 4 + [[0, 2]] * 2 + [[0, 1]]))),
               rows, {"coefficient": "fleiss"})  # fmt: skip
    yield Fact("statsmodels", "`fleiss_kappa` of counts: all eight ratings are x",
               outcome(lambda: fleiss_kappa(np.array([[2]] * 4))), _pairs("xxxx", "xxxx"),
               {"coefficient": "fleiss"})  # fmt: skip
