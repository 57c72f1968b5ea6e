"""Reads QDPX: the texts of a project, and which words somebody gave which code.

Imports members, marked words, text. A code within others is an answer to the question that those
name. Selections of other programs are read leniently: offsets may count code points or UTF-16
units, with or without the last character, with line ends of one or two characters; what gives back
the words that a selection is called by wins.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.errors import ImportFailed, RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.label_names import PRIMARY
from annotator.formats.members import Members
from annotator.formats.refi_qda.code_tree import IN_WORDS
from annotator.formats.refi_qda.descriptions import MAIN, NOTE, ROUND, SURE, WORDS, understood
from annotator.formats.refi_qda.places import Place, Places
from annotator.model import Remark
from annotator.text.qdpx import name_of, values_of
from annotator.text.qdpx_parts import (
    TEXTS,
    QdaProject,
    child,
    children,
    guid,
    local_name,
    reference,
    words_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.text.qdpx_parts import Element

_HEAD = ("User", "CodeBook", "Variable", "Note")
_OTHER_SOURCES = frozenset({"PDFSource", "PictureSource", "AudioSource", "VideoSource"})
_UNREAD = (*sorted(_OTHER_SOURCES), "Set", "Link", "Graph", "Case")


class _Said(Struct):
    """What stands beside the sources: codes by their names from the root on, people, notes."""

    codes: dict[str, tuple[str, ...]] = {}
    people: dict[str, str] = {}
    notes: dict[str, str] = {}
    variables: dict[str, str] = {}
    remarks: list[Remark] = []


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every source of a project, which is a QDPX file, or a folder that one was unpacked into.

    Raises:
        RecordError: damaged, cut off, or no project; with the file in it.
    """
    try:
        yield from _documents(path)
    except ImportFailed as error:
        where = f"{path}/{error.where}" if error.where else path
        raise RecordError(error.what, where=where, remedy=error.remedy, **error.values) from error


def _documents(path: Path) -> Iterator[ForeignDocument]:
    members = Members(path)
    project = QdaProject(members.names, members.open)
    said = _said(project)
    remarks = tuple(said.remarks)
    for element in project.elements(*TEXTS):
        yield _Source(project, element, said).document(remarks)
        remarks = ()


def _said(project: QdaProject) -> _Said:
    said = _Said()
    unread: Counter[str] = Counter()
    for element in project.elements(*_HEAD, *_UNREAD, *TEXTS):
        kind = local_name(element)
        if kind == "Variable":
            said.variables[guid(element)] = element.get("name") or ""
        elif kind == "User":
            said.people[guid(element)] = element.get("name") or element.get("id") or ""
        elif kind == "CodeBook":
            said.codes |= dict(_codes(child(element, "Codes"), ()))
        elif kind == "Note":
            said.notes[guid(element)] = project.texts_of(element)[-1].strip()
        elif kind in _UNREAD and (kind not in _OTHER_SOURCES or _has_selections(element)):
            unread[kind] += 1
    for kind, n in unread.items():
        template = "elements of the kind {kind} are not read: {n}"
        said.remarks.append(Remark("unread_elements", template, {"kind": kind, "n": n}))
    return said


def _has_selections(source: Element) -> bool:
    return any(local_name(each).endswith(("Selection", "Coding")) for each in source)


def _codes(codes: Element | None, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for element in children(codes, "Code") if codes is not None else ():
        path = (*above, (element.get("name") or "").strip())
        yield guid(element), path
        yield from _codes(element, path)


class _Source:
    """One text being read."""

    def __init__(self, project: QdaProject, element: Element, said: _Said):
        self._element = element
        self._said = said
        self._remarks: list[Remark] = []
        self._round = ""
        self.name = name_of(element) or element.get("guid") or "?"
        self._selections = list(children(element, "PlainTextSelection"))
        self._places = Places(project.texts_of(element), self._selections)
        if not self._places.text.strip():
            self._remark("no_text", "{where}: the project does not hold its text")

    def document(self, remarks: tuple[Remark, ...]) -> ForeignDocument:
        """The text, and what was said about it."""
        answers = [
            answer
            for number, each in enumerate(self._selections)
            for answer in self._selected(each, self._places.of(number))
        ]
        whole = Place(None, None)
        for coding in children(self._element, "Coding"):
            answers += self._coded(coding, whole, {}, self._who(coding, self._element))
        return ForeignDocument(
            name=self.name,
            text=self._places.text,
            answers=tuple(answers),
            metadata={**values_of(self._element, self._said.variables), "title": self.name},
            remarks=(*remarks, *self._remarks, *self._places.remarks(self.name)),
        )

    def _selected(self, selection: Element, place: Place | None) -> Iterator[ForeignAnswer]:
        codings = list(children(selection, "Coding"))
        if not codings:
            self._remark("memo", "{where}: a memo on words without a code is not read")
        if place is None:
            return
        notes = understood(words_in(selection, "Description")) or self._note(selection)
        # The first selection of an answer names its round, for those that follow too.
        self._round = notes.get(ROUND, self._round)
        for number, coding in enumerate(codings):
            said = notes if number == 0 else {}
            who = self._who(coding, selection)
            yield from self._coded(coding, place, said or self._note(coding), who)

    def _coded(
        self, coding: Element, place: Place, said: dict[str, str], who: str | None
    ) -> Iterator[ForeignAnswer]:
        path = self._said.codes.get(reference(coding, "CodeRef"))
        if path is None:
            self._remark("no_such_code", "{where}: a coding without a code of the project")
            return
        where = self.name if place.start is None else f"{self.name}, {place.start}–{place.end}"
        question = "__".join(path[:-1]) or None
        value = said.get(WORDS) if path[-1] == IN_WORDS else None
        spans: tuple[ForeignSpan, ...] = ()
        if place.is_marked and place.start is not None and place.end is not None:
            words = self._places.text[place.start : place.end]
            spans = (ForeignSpan(place.start, place.end, path[-1], words),)
        about = (None, None) if spans else (place.start, place.end)
        yield ForeignAnswer(
            annotator=who,
            question=question,
            labels=() if spans or value is not None else (path[-1],),
            value=value,
            spans=spans,
            start=about[0],
            end=about[1],
            confidence=_sureness(said.get(SURE)),
            note=said.get(NOTE, ""),
            occasion=self._round,
            where=where,
        )
        if MAIN in said:
            yield ForeignAnswer(
                annotator=who,
                question=f"{question or ''}{PRIMARY}",
                labels=(said[MAIN],),
                start=place.start,
                end=place.end,
                occasion=self._round,
                where=where,
            )

    def _note(self, element: Element) -> dict[str, str]:
        """The notes that an element refers to."""
        found = (
            self._said.notes.get(guid(each, "targetGUID"), "")
            for each in children(element, "NoteRef")
        )
        words = "\n\n".join(each for each in found if each)
        return {NOTE: words} if words else {}

    def _who(self, *elements: Element) -> str | None:
        """The one who coded, as the first of these elements says."""
        found = (guid(each, "creatingUser") for each in elements)
        user = next((each for each in found if each), None)
        return None if user is None else self._said.people.get(user) or user

    def _remark(self, slug: str, template: str) -> None:
        self._remarks.append(Remark(slug, template, {"where": self.name}))


def _sureness(value: str | None) -> int | None:
    return int(value) if value in {"1", "2", "3"} else None
