"""Reads doccano: JSONL, JSON and CSV with labels or spans; a folder or archive has a file a person.

Imports JSON objects, members, marked words.
"""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.json_objects import Found, json_objects
from annotator.formats.marked import MarkedText
from annotator.formats.members import Members, key_of
from annotator.model import Remark
from annotator.text.limits import MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPANS: Final = ".spans.jsonl"
_TABLES: Final = (".csv", ".tsv")
_TEXT: Final = ("text", "data")
_LABELS: Final = ("label", "labels", "cats", "entities", "annotations")
_OTHER: Final = ("relations", "Comments", "meta")

Json = dict[str, Any]


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every text with its labels; the spans of a second file are put to the labels of the first.

    Raises:
        RecordError: no JSON, or a table whose rows do not fit its header; with the line.
    """
    members = Members(path)
    names = list(members.ending(".jsonl", ".json", *_TABLES)) if members.is_many else members.names
    first = [name for name in names if not _is_second(name, names)]
    for name in first:
        who = _annotator(name) if members.is_many else None
        spans = name.removesuffix(".jsonl") + SPANS
        if name != spans and spans in names:
            yield from _joined(_file(members, name, who), _file(members, spans, who))
        else:
            yield from _file(members, name, who)


def _is_second(name: str, names: list[str]) -> bool:
    return name.endswith(SPANS) and name.removesuffix(SPANS) + ".jsonl" in names


def _annotator(name: str) -> str | None:
    """The person that a file of several is named after; `all` is everybody's."""
    bare = name.rpartition("/")[2].removesuffix(SPANS)
    stem = bare.rpartition(".")[0] if bare.endswith((".jsonl", ".json", *_TABLES)) else bare
    return None if stem in {"all", "unknown"} else key_of(stem)


def _joined(
    labelled: Iterator[ForeignDocument], marked: Iterator[ForeignDocument]
) -> Iterator[ForeignDocument]:
    """Both files in step: the second has some of the texts of the first, in the same order."""
    waiting = next(marked, None)
    for document in labelled:
        if waiting is not None and _same(document, waiting):
            yield replace(document, answers=document.answers + waiting.answers)
            waiting = next(marked, None)
        else:
            yield document
    while waiting is not None:
        yield waiting
        waiting = next(marked, None)


def _same(one: ForeignDocument, other: ForeignDocument) -> bool:
    keys = ("document", "paragraph")
    return one.text == other.text and all(
        one.metadata.get(key) == other.metadata.get(key) for key in keys
    )


def _file(members: Members, name: str, who: str | None) -> Iterator[ForeignDocument]:
    where = members.where(name)
    if name.lower().endswith(_TABLES):
        found = _rows(members.read(name), where)
        yield from (_document(each, who, where) for each in found)
        return
    with members.open(name) as source:
        for each in json_objects(source, where):
            yield _document(each, who, where)


def _rows(content: bytes, where: str) -> Iterator[Found]:
    """A table with a header; UTF-8 or, with a mark, UTF-16."""
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        text = content.decode("utf-16" if content.startswith(marks) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError("the table is not written in UTF-8", where=where) from error
    first = text.split("\n", 1)[0]
    csv.field_size_limit(MAX_CHARACTERS)  # a text may be longer than what csv takes by itself
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if "\t" in first else ",")
    try:
        header = [name.strip() for name in next(rows, [])]
        for row in rows:
            if len(row) != len(header):
                raise RecordError(
                    "line {line} has {n} fields, the header has {columns}",
                    where=where,
                    remedy="put texts with commas in quotes, and export the table again",
                    line=rows.line_num,
                    n=len(row),
                    columns=len(header),
                )
            yield Found(rows.line_num, dict(zip(header, row, strict=True)))
    except csv.Error as error:
        raise RecordError(
            "line {line} is no row of a table: {trouble}",
            where=where,
            line=rows.line_num,
            trouble=str(error),
        ) from error


def _document(found: Found, who: str | None, where: str) -> ForeignDocument:
    record = found.value
    if not isinstance(record, dict):
        raise RecordError(
            "line {line} is no text with labels",
            where=where,
            remedy="export the project from doccano as JSONL",
            line=found.line,
        )
    return _Record(record, who, f"line {found.line}").document()


class _Record:
    """One text being read."""

    def __init__(self, record: Json, who: str | None, where: str):
        self._record = record
        self._who = who
        self._where = where
        text = next((record[key] for key in _TEXT if isinstance(record.get(key), str)), None)
        self._marked = MarkedText(text or "")
        self._labels: list[str] = []
        self._spans: list[ForeignSpan] = []
        if text is None:
            self._remark("no_text", "{where}: no text in it")

    def document(self) -> ForeignDocument:
        """The text, and what was said about it; an empty list says that somebody looked."""
        is_labelled = False
        for key in _LABELS:
            if key in self._record:
                is_labelled = True
                self._take(self._record[key])
        if self._record.get("relations"):
            self._remark("relations", "{where}: relations between marked words are not read")
        answer = ForeignAnswer(
            annotator=self._who,
            labels=tuple(self._labels),
            spans=tuple(sorted(self._spans, key=_order)),
            where=self._where,
        )
        return ForeignDocument(
            name=str(self._record.get("id", self._where)),
            text=self._marked.text,
            answers=(answer,) if is_labelled else (),
            metadata=self._metadata(),
            remarks=tuple(self._marked.remarks),
        )

    def _take(self, said: object) -> None:
        """Labels: a word, words, `[start, end, label]`, or objects with offsets."""
        for each in said if isinstance(said, list) else [said]:
            match each:
                case [int(start), int(end), str(label)]:
                    self._span(start, end, label)
                case {"start_offset": int(start), "end_offset": int(end), "label": label}:
                    self._span(start, end, str(label))
                case {"label": label} | (str(label) | int(label)):
                    self._labels += [str(label)] if label != "" else []
                case _ if each is not None:
                    self._remark("no_label", "{where}: what stands as a label is none")

    def _span(self, start: int, end: int, label: str) -> None:
        if (found := self._marked.span(start, end, label, None, self._where)) is not None:
            self._spans.append(found)

    def _metadata(self) -> dict[str, str]:
        meta = self._record.get("meta")
        facts = {**meta, **self._record} if isinstance(meta, dict) else self._record
        return {
            str(key): "" if value is None else str(value)
            for key, value in facts.items()
            if key not in (*_TEXT, *_LABELS, *_OTHER)
            and (value is None or isinstance(value, str | int | float))
        }

    def _remark(self, slug: str, template: str) -> None:
        self._marked.remarks.append(Remark(slug, template, {"where": self._where}))


def _order(span: ForeignSpan) -> tuple[int, int, str]:
    return span.start, span.end, span.label or ""
