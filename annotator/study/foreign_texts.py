"""Where a text of another tool's file stands in the project: by its words, white space left aside.

May import store and formats.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.formats.by_unit import starts
from annotator.model import canonical_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.foreign import ForeignDocument
    from annotator.model import Document, DocumentId, Paragraph
    from annotator.store import Store


class Stretch(Struct, frozen=True):
    """Words of one paragraph, half-open; `is_all`: they are the whole paragraph."""

    paragraph: int
    start: int
    end: int
    is_all: bool


class Located:
    """A foreign text that is a paragraph here, a whole article, or, of one paragraph, both."""

    def __init__(
        self,
        foreign: ForeignDocument,
        document: Document,
        paragraphs: list[Paragraph],
        *,
        paragraph: int | None,
        is_article: bool,
    ):
        self.document = document
        self.paragraphs = paragraphs
        self.paragraph = paragraph
        self.is_article = is_article
        self._begins: list[int] | None = None
        texts = [each.text for each in paragraphs]
        # The file itself says that this text is an article, be it of one paragraph.
        self.is_named_article = is_article and foreign.metadata.get("paragraph") == ""
        self._here = canonical_text(texts) if paragraph is None else texts[paragraph]
        self._foreign = foreign.text
        self._places: tuple[list[int], list[int]] | None = None

    def numbers(self) -> list[int]:
        """The paragraphs that somebody sees who sees this text."""
        if self.paragraph is None:
            return list(range(len(self.paragraphs)))
        return [self.paragraph]

    def stretch(self, start: int, end: int) -> Stretch | None:
        """The words at these offsets of the foreign text; None where they are of no one paragraph.

        Line ends between paragraphs do not count.
        """
        found = (start, end) if self._foreign == self._here else self._carried(start, end)
        if found is None:
            return None
        if self.paragraph is not None:
            return Stretch(self.paragraph, *found, found == (0, len(self._here)))
        pieces = list(self._pieces(*found))
        return pieces[0] if len(pieces) == 1 else None

    def _pieces(self, start: int, end: int) -> Iterator[Stretch]:
        """What lies in each paragraph of a part of the article."""
        if self._begins is None:
            self._begins = starts(tuple(self.paragraphs))
        first = max(0, bisect_right(self._begins, start) - 1)
        last = bisect_right(self._begins, end - 1)
        for number in range(first, last):
            begin, size = self._begins[number], len(self.paragraphs[number].text)
            low, high = max(0, start - begin), min(size, end - begin)
            if low < high:
                yield Stretch(number, low, high, (low, high) == (0, size))

    def _carried(self, start: int, end: int) -> tuple[int, int] | None:
        """Offsets into the text here: the same letters, whatever stands between them."""
        if self._places is None:
            self._places = _letters(self._foreign), _letters(self._here)
        theirs, ours = self._places
        first, last = bisect_right(theirs, start - 1), bisect_right(theirs, end - 1) - 1
        return (ours[first], ours[last] + 1) if first <= last else None


class NotFound(Struct, frozen=True):
    """Why a text has no place here."""

    reason: str


class Texts:
    """All texts of a project by their words; a document's paragraphs are read when it is met."""

    def __init__(self, store: Store):
        self._store = store
        self._documents = {each.id: each for each in store.documents()}
        self._places: dict[bytes, list[tuple[DocumentId, int | None]]] = {}
        for document in self._documents:
            paragraphs = store.paragraphs(document)
            self._add([each.text for each in paragraphs], (document, None))
            for number, paragraph in enumerate(paragraphs):
                self._add([paragraph.text], (document, number))
        self._last: tuple[DocumentId | None, list[Paragraph]] = (None, [])

    def at(self, address: str) -> tuple[str, str] | None:
        """The uid and the text of the only article that is at this address, or has this uid."""
        found = self._addresses.get(_bare(address), [])
        if len(found) != 1:
            return None
        return self._documents[found[0]].uid, self._text((found[0], None))

    @cached_property
    def _addresses(self) -> dict[str, list[DocumentId]]:
        addresses: dict[str, list[DocumentId]] = {}
        for key, document in self._documents.items():
            for address in {f"urn:uuid:{document.uid}", _bare(document.url or "")} - {""}:
                addresses.setdefault(address, []).append(key)
        return addresses

    def find(self, foreign: ForeignDocument) -> Located | NotFound:
        """The place of a text; of several the one that the file itself names."""
        if not foreign.text.strip():
            is_elsewhere = "address" in foreign.metadata
            reason = "no article of this project has this address, or several have"
            return NotFound(reason if is_elsewhere else "there is no text in it")
        places = self._narrowed(foreign, self._places.get(_digest([foreign.text]), []))
        if not places:
            return NotFound("no paragraph and no article of this project has this text")
        documents = {document for document, _ in places}
        numbers = [number for _, number in places if number is not None]
        if len(documents) > 1 or len(numbers) > 1:
            return NotFound(
                f"the same text stands at {len(places)} places of this project, and the file does"
                " not say which is meant"
            )
        (document,) = documents
        return Located(
            foreign,
            self._documents[document],
            self._paragraphs(document),
            paragraph=numbers[0] if numbers else None,
            is_article=(document, None) in places,
        )

    def _narrowed(
        self, foreign: ForeignDocument, places: list[tuple[DocumentId, int | None]]
    ) -> list[tuple[DocumentId, int | None]]:
        """Those that the file names by uid and paragraph; else those with the very same spaces."""
        if len(places) < 2:
            return places
        uid, number = foreign.metadata.get("document"), foreign.metadata.get("paragraph")
        named = [place for place in places if self._documents[place[0]].uid == uid] or places
        if number is not None:
            wanted = int(number) if number.isascii() and number.isdigit() else None
            named = [place for place in named if place[1] == wanted] or named
        return [place for place in named if self._text(place) == foreign.text] or named

    def _text(self, place: tuple[DocumentId, int | None]) -> str:
        texts = [each.text for each in self._paragraphs(place[0])]
        return canonical_text(texts) if place[1] is None else texts[place[1]]

    def _paragraphs(self, document: DocumentId) -> list[Paragraph]:
        if self._last[0] != document:
            self._last = (document, self._store.paragraphs(document))
        return self._last[1]

    def _add(self, texts: list[str], place: tuple[DocumentId, int | None]) -> None:
        self._places.setdefault(_digest(texts), []).append(place)


def _bare(address: str) -> str:
    """An address as all its spellings are compared."""
    return address.partition("#")[0].rstrip("/")


def _digest(texts: list[str]) -> bytes:
    letters = "".join("".join(texts).split())
    return hashlib.blake2b(letters.encode(errors="surrogatepass"), digest_size=16).digest()


def _letters(text: str) -> list[int]:
    """Where each letter stands that is no white space."""
    return [place for place, letter in enumerate(text) if not letter.isspace()]
