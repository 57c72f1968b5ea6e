"""What several annotators' answers come to: shares, majority, the final answer. Pure functions.

A set is decided code by code, a stance in two steps: addressed first, then the position. A tie is
never broken. May import formats.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from annotator.formats.paragraphs import Majority
from annotator.model import State

if TYPE_CHECKING:
    from collections.abc import Sequence

Source = Literal["tie", "only_coder", "majority", "adjudicated"]
SOURCES: tuple[Source, ...] = ("tie", "only_coder", "majority", "adjudicated")  # weakest first
How = Literal["set", "one", "stance"]
NO_ANSWER = Majority(None, "no_answers")


class Vote(Struct, frozen=True):
    """What one annotator said."""

    state: State
    codes: tuple[str, ...] = ()


NONE = Vote("none")


class Final(Struct, frozen=True):
    """One answer out of several: `codes` empty is none; None where there is none, or a tie."""

    codes: tuple[str, ...] | None
    source: Source | None


def deciding(votes: Sequence[Vote]) -> list[tuple[str, ...]]:
    """The sets of codes of those who answered coded or none."""
    return [vote.codes for vote in votes if vote.state in {"coded", "none"}]


def shares(sets: Sequence[tuple[str, ...]], codes: Sequence[str]) -> dict[str, float]:
    """The share of each code and of `none` among these; empty where nobody answered."""
    if not sets:
        return {}
    counts = Counter(code for one in sets for code in one)
    known = [*codes, *(code for code in counts if code not in codes)]
    soft = {code: counts[code] / len(sets) for code in known}
    return soft | {"none": sum(not one for one in sets) / len(sets)}


def majority(sets: Sequence[tuple[str, ...]], codes: Sequence[str], how: How) -> Majority:
    """What more than half said of each code, or what more said than anything else."""
    if not sets:
        return NO_ANSWER
    if how == "set":
        return _set(sets, codes)
    if how == "one":
        return _plurality(sets)
    n_addressed = sum(bool(one) for one in sets)
    if 2 * n_addressed == len(sets):
        return Majority(None, "tie", ("addressed", "none"))
    if 2 * n_addressed < len(sets):
        return Majority(())
    return _plurality([one for one in sets if one])


def final_of(sets: Sequence[tuple[str, ...]], codes: Sequence[str], how: How) -> Final:
    """The only answer, or the majority."""
    if not sets:
        return Final(None, None)
    if len(sets) == 1:
        return Final(sets[0], "only_coder")
    decided = majority(sets, codes, how)
    return Final(decided.codes, "tie" if decided.codes is None else "majority")


def final_code(sets: Sequence[tuple[str, ...]], code: str) -> Final:
    """Whether one code of a set applies."""
    return final_of([(code,) if code in one else () for one in sets], (code,), "one")


def _set(sets: Sequence[tuple[str, ...]], codes: Sequence[str]) -> Majority:
    counts = Counter(code for one in sets for code in one)
    known = [*codes, *(code for code in counts if code not in codes)]
    tied = tuple(code for code in known if 2 * counts[code] == len(sets))
    if tied:
        return Majority(None, "tie", tied)
    return Majority(tuple(code for code in known if 2 * counts[code] > len(sets)))


def _plurality(sets: Sequence[tuple[str, ...]]) -> Majority:
    counts = Counter(sets)
    most = max(counts.values())
    best = sorted(one for one, n in counts.items() if n == most)
    if len(best) > 1:
        return Majority(None, "tie", tuple("|".join(one) or "none" for one in best))
    return Majority(best[0])
