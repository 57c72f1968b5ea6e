"""Reads Web Annotations, and those that Hypothes.is exports: who gave which part which label.

Imports members and JSON objects. The annotations say which text they are about, and do not hold it:
whoever reads them gives the texts, by address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.json_objects import json_items
from annotator.formats.members import Members
from annotator.formats.w3c_annotation import WebAnnotation, is_hypothesis
from annotator.formats.w3c_places import PointedText, pointer_of
from annotator.formats.w3c_rules import check
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.formats.json_objects import Found
    from annotator.formats.w3c_annotation import Said, Target
    from annotator.formats.w3c_places import Span

_LISTS: Final = frozenset({"items", "rows", "annotations"})
_OUTER: Final = "first"
_NO_LABEL: Final = "{where}: the annotation gives no label"
_NO_PLACE: Final = "{where}: where in the text it belongs cannot be told"

# The uid of the article at an address, and its text; None where there is none.
TextOf = Callable[[str], tuple[str, str] | None]


def read(path: Path, text_of: TextOf | None = None) -> Iterator[ForeignDocument]:
    """The annotated texts, with what stands in a row about the same text.

    Args:
        path: a file, or a folder or archive of such files.
        text_of: gives the text at an address. Without it all texts are empty.

    Raises:
        RecordError: no JSON, or no annotations; with the line.
    """
    about: _About | None = None
    for annotation in _annotations(Members(path)):
        for target in annotation.targets():
            if about is None or about.addresses != target.addresses:
                if about is not None:
                    yield about.document()
                about = _About(target.addresses, text_of)
            about.take(annotation, target)
    if about is not None:
        yield about.document()


def _annotations(members: Members) -> Iterator[WebAnnotation]:
    names = members.ending(".json", ".jsonld", ".jsonl") if members.is_many else members.names
    for name in names:
        where = members.where(name)
        with members.open(name) as source:
            for found in json_items(source, where, _LISTS, _OUTER):
                yield _annotation(found, f"{where}, line {found.line}")


def _annotation(found: Found, where: str) -> WebAnnotation:
    if not isinstance(found.value, dict):
        raise RecordError(
            "this is no Web Annotation, which is an object",
            where=where,
            remedy="export the annotations again, or correct the file",
        )
    if not is_hypothesis(found.value):
        check(found.value, where, is_inner=found.is_inner)
    return WebAnnotation(found.value, where)


class _About:
    """What is said about one text."""

    def __init__(self, addresses: tuple[str, ...], text_of: TextOf | None):
        self.addresses = addresses
        found = (text_of(each) for each in addresses) if text_of is not None else ()
        self._uid, text = next((each for each in found if each is not None), ("", ""))
        self._text = PointedText(text)
        self._answers: list[ForeignAnswer] = []
        self._n_given: Counter[object] = Counter()
        self._occasion = ""
        self._remarks: list[Remark] = []

    def document(self) -> ForeignDocument:
        """The text, and what was said."""
        address = self.addresses[-1] if self.addresses else "?"
        return ForeignDocument(
            name=address,
            text=self._text.text,
            answers=tuple(self._answers),
            metadata={"document": self._uid, "address": address},
            remarks=tuple(self._remarks),
        )

    def take(self, annotation: WebAnnotation, target: Target) -> None:
        """An annotation of the text, or of a part of it."""
        said = list(annotation.said())
        place = None
        if target.selectors is not None:
            place = self._text.place(pointer_of(target.selectors))
        if not said:
            self._remark("no_label", _NO_LABEL, annotation)
        elif place is None and target.selectors is not None and self._text.text:
            self._remark("no_place", _NO_PLACE, annotation)
        else:
            self._occasion = self._occasion_of(said[0], place)
            self._answers += (self._placed(each, place) for each in said)

    def _occasion_of(self, said: Said, place: Span | None) -> str:
        """Of a whole answer, the how manieth it is; words marked for it follow it."""
        if said.is_marked:
            return self._occasion
        given = said.answer.annotator, said.answer.question, place
        self._n_given[given] += 1
        n = self._n_given[given]
        return str(n) if n > 1 else ""

    def _placed(self, said: Said, place: Span | None) -> ForeignAnswer:
        answer = replace(said.answer, occasion=self._occasion)
        if place is None:
            return answer
        start, end = place
        if not said.is_marked:
            return replace(answer, start=start, end=end)
        words = self._text.text[start:end]
        spans = tuple(ForeignSpan(start, end, label, words) for label in answer.labels)
        return replace(answer, labels=(), spans=spans)

    def _remark(self, slug: str, template: str, annotation: WebAnnotation) -> None:
        self._remarks.append(Remark(slug, template, {"where": annotation.where}))
