"""The caret and the selected words of one paragraph: pure motion in code points, no Qt."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Extent = tuple[int, int]


def plain(word: str) -> str:
    """The word without case and accents, as it is compared with typed letters."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


class Caret:
    """A place in a paragraph and the end that stays while the selection grows.

    Args:
        text: the paragraph.
        find_words: gives its words, in order; asked only when a word is wanted, for it may be slow.
        sentence_at: the sentence that holds an offset.
    """

    def __init__(
        self,
        text: str,
        find_words: Callable[[], Sequence[Extent]],
        sentence_at: Callable[[int], Extent],
    ) -> None:
        self.text = text
        self.position = 0
        self.anchor = 0
        self._find_words = find_words
        self._sentence_at = sentence_at
        self._grows_by_sentence = False
        self._search: tuple[str, int] | None = None

    @cached_property
    def _words(self) -> Sequence[Extent]:
        return self._find_words()

    @property
    def selection(self) -> Extent | None:
        """The selected words, None if there are none."""
        low, high = sorted((self.anchor, self.position))
        return (low, high) if low < high else None

    def place(self, offset: int, *, extend: bool = False) -> None:
        """Move the caret; the selection grows with it or is gone. Never leaves the paragraph."""
        self.position = max(0, min(offset, len(self.text)))
        if not extend:
            self.anchor = self.position
        self._grows_by_sentence = False
        self._search = None

    def select(self, extent: Extent) -> None:
        """Select these words, the caret at their end."""
        self.place(extent[0])
        self.place(extent[1], extend=True)

    def collapse(self) -> None:
        """Let go of the selection; the caret stays."""
        self.place(self.position)

    def word_edge(self, *, forward: bool) -> int:
        """The end of the next word, or the start of the one before."""
        if forward:
            ends = (end for _, end in self._words if end > self.position)
            return next(ends, len(self.text))
        starts = (start for start, _ in reversed(self._words) if start < self.position)
        return next(starts, 0)

    def select_word_at(self, offset: int) -> bool:
        """Select the word here; between words the caret is placed and nothing selected."""
        self.place(offset)
        found = next((w for w in self._words if w[0] <= offset < w[1]), None)
        if found is None:
            found = next((w for w in self._words if w[1] == offset), None)
        if found:
            self.select(found)
        return found is not None

    def select_sentence_at(self, offset: int) -> None:
        """Select the sentence here."""
        self.select(self._sentence_at(offset))
        self._grows_by_sentence = True

    def select_sentence(self) -> None:
        """Select the sentence at the caret; once more, the next one too."""
        chosen = self.selection
        if chosen is None or not self._grows_by_sentence:
            self.select_sentence_at(chosen[0] if chosen else self.position)
            return
        start, end = chosen
        rest = self.text[end:]
        after = end + len(rest) - len(rest.lstrip())
        if after < len(self.text):
            self.select((start, self._sentence_at(after)[1]))
            self._grows_by_sentence = True

    def select_next_word(self, letters: str) -> bool:
        """Select the next word that begins so, round to the first; False if there is none.

        More letters after these search from the same place again; the same letters search on.
        """
        wanted = plain(letters)
        if not wanted:
            return False
        origin = self._origin(wanted)
        order = [w for w in self._words if w[0] >= origin] + [
            w for w in self._words if w[0] < origin
        ]
        found = next((w for w in order if plain(self.text[w[0] : w[1]]).startswith(wanted)), None)
        if found:
            self.select(found)
        self._search = (wanted, origin)
        return found is not None

    def _origin(self, wanted: str) -> int:
        if self._search and wanted != self._search[0] and wanted.startswith(self._search[0]):
            return self._search[1]
        return self.position
