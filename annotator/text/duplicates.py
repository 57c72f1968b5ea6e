"""Articles that are nearly the same text: agency copy, and the same page saved twice.

Two are near where at least 0.8 of their runs of five words are common (Jaccard). Candidates are
found by the smallest hashes of a text's runs (MinHash, bottom-k), and then compared exactly.
Imports nothing of the package, but numpy: whoever is in a hurry imports it late.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

NEAR = 0.8
RUN = 5
# Two texts with 0.8 in common share one of so many smallest hashes but once in three thousand.
_SMALLEST = 5
# So many smallest hashes of each text tell most of those apart that share a sentence alone.
_SKETCH = 48
# Of a sentence that stands in hundreds of articles, so many of them are compared.
_MOST = 20
_MARKS = "“”„«»‹›‘’–—…"
_BLANK = 32
_BLANKS = bytes(
    place if chr(place).isalnum() or place > 127 else _BLANK  # bytes of longer characters stay
    for place in range(256)
)
_FEW_SPACES = 20
_BASE = 0xD6E8FEB86659FD93
_INVERSE = pow(_BASE, -1, 1 << 64)
# So many powers of both are kept; longer texts count their own.
_USUAL = 1 << 14


def _powers(number: int, n: int) -> NDArray[np.uint64]:
    """The first to the nth, modulo 2**64."""
    powers = np.full(n, number, dtype=np.uint64)
    return np.cumprod(powers, out=powers)


_UP, _DOWN = _powers(_BASE, _USUAL), _powers(_INVERSE, _USUAL)


class Near(Struct, frozen=True):
    """An article that is nearly the same, and how much of both is common."""

    key: int
    share: float


def runs_of(text: str) -> NDArray[np.uint64]:
    """Hashes of a text's runs of five words, sorted, each once; case and marks do not count.

    A text that has hardly any spaces (Chinese, Japanese) is taken character by character.
    """
    for mark in _MARKS:
        text = text.replace(mark, " ")
    words = f" {text.lower()} ".encode(errors="replace").translate(_BLANKS)
    hashes = _hashes(np.frombuffer(words, dtype=np.uint8))
    if len(hashes) * _FEW_SPACES < len(text):
        characters = "".join(text.split()).encode("utf-32-le", errors="replace")
        hashes = np.frombuffer(characters, dtype="<u4").astype(np.uint64)
    n = max(1, len(hashes) - RUN + 1)
    mixed = np.zeros(n, dtype=np.uint64)
    for place in range(min(RUN, len(hashes))):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + hashes[place : place + n]
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed.sort()  # np.unique takes three times as long
    return mixed[np.concatenate(([True], mixed[1:] != mixed[:-1]))]


def _hashes(words: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """A hash of each word, from the bytes of words with blanks before, between and behind them.

    A word's bytes are the digits of a number to an odd base, modulo 2**64. Sums from the beginning
    of the text on give all these numbers at once, as differences moved down to the lowest digit.
    """
    is_letter = words != _BLANK
    edges = np.flatnonzero(is_letter[1:] != is_letter[:-1])
    before, last = edges[::2], edges[1::2]
    is_usual = len(words) <= _USUAL
    sums = words * (_UP[: len(words)] if is_usual else _powers(_BASE, len(words)))
    np.cumsum(sums, out=sums)
    numbers = sums[last] - sums[before]
    numbers *= (_DOWN if is_usual else _powers(_INVERSE, len(words)))[before]
    numbers ^= numbers >> np.uint64(29)
    return numbers * np.uint64(0x94D049BB133111EB)


def share_in_common(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    """Jaccard: runs that both have, of those that either has."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common)


class Neighbours:
    """Finds articles that are near to one; it keeps a few numbers of each, not their texts."""

    def __init__(self, text_of: Callable[[int], str]):
        """`text_of` gives the text of an article that was added, by its key."""
        self._text_of = text_of
        self._by_hash: dict[int, list[int]] = defaultdict(list)
        self._sketches: dict[int, frozenset[int]] = {}

    def add(self, key: int, runs: NDArray[np.uint64]) -> None:
        """Take an article in, by the runs of its text."""
        for smallest in runs[:_SMALLEST].tolist():
            self._by_hash[smallest].append(key)
        self._sketches[key] = frozenset(runs[:_SKETCH].tolist())

    def forget(self, key: int) -> None:
        """Leave an article out from now on."""
        del self._sketches[key]

    def near(self, runs: NDArray[np.uint64]) -> Near | None:
        """The article that is nearest to a text with these runs, if one is near enough."""
        keys = {
            key
            for smallest in runs[:_SMALLEST].tolist()
            for key in self._by_hash.get(smallest, ())[-_MOST:]
            if key in self._sketches
        }
        if not keys:
            return None
        sketch = frozenset(runs[:_SKETCH].tolist())
        # Half of the smallest are common to texts with 0.8 in common, but for one in thousands.
        keys = {key for key in keys if 2 * len(sketch & self._sketches[key]) >= len(sketch)}
        found = [Near(key, share_in_common(runs, runs_of(self._text_of(key)))) for key in keys]
        near = [each for each in found if each.share >= NEAR]
        return max(near, key=lambda each: (each.share, -each.key), default=None)
