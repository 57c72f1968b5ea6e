"""Reads Label Studio's JSON: an array, one task, or lines; its own export, and what came before it.

Imports JSON objects, members, marked words. Kinds of results that concern pictures and sounds are
listed, not read. Predictions are answers of a model.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.json_objects import json_objects
from annotator.formats.marked import MarkedText
from annotator.formats.members import Members
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model import State

_PEOPLE: Final = "annotators.csv"
_TEXT_KEYS: Final = ("text", "body", "content", "article", "sentence", "paragraph_text")
# Kinds of results whose words are read; what a choice is called there.
_CHOSEN: Final = ("choices", "taxonomy", "rating", "pairwise")
_MARKED: Final = ("labels", "hypertextlabels", "paragraphlabels")

Json = dict[str, Any]


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every task with its annotations.

    Raises:
        RecordError: no JSON, or no tasks; the message names the line.
    """
    members = Members(path)
    names = list(members.ending(".json", ".jsonl")) if members.is_many else members.names
    people = _people(members)
    for name in names:
        with members.open(name) as source:
            for found in json_objects(source, members.where(name)):
                if not isinstance(found.value, dict):
                    raise RecordError(
                        "line {line} is no task",
                        where=members.where(name),
                        remedy="export the project from Label Studio as JSON",
                        line=found.line,
                    )
                yield _Task(found.value, found.line, people).document()


def _people(members: Members) -> dict[str, str]:
    """The key file that stands beside our tasks: whose number is whose."""
    if not members.is_many or _PEOPLE not in members.names:
        return {}
    text = members.read(_PEOPLE).decode("utf-8-sig", errors="replace")
    rows = csv.reader(io.StringIO(text))
    return {row[0]: row[1] for row in rows if len(row) == 2}


class _Task:
    """One task being read."""

    def __init__(self, task: Json, line: int, people: dict[str, str]):
        self._task = task
        data = task.get("data")
        self._data: Json = data if isinstance(data, dict) else task
        self._people = people
        self._where = f"task {task.get('id', '?')} (line {line})"
        self._remarks: list[Remark] = []
        self._begins: list[int] = []
        text = self._text()
        if text is None:
            self._remark("no_text", "{where}: no text in it")
        self._marked = MarkedText(text or "", unit="UTF-16")

    def document(self) -> ForeignDocument:
        """The task's text, and what was said about it."""
        answers: list[ForeignAnswer] = []
        people: Counter[str | None] = Counter()
        of_people = self._list("annotations") + self._list("completions")
        for number, annotation in enumerate(of_people, 1):
            who = self._who(annotation)
            people[who] += 1
            if people[who] > 1:
                who = self._second(who, people[who])
            answers += self._annotation(annotation, number, who)
        for prediction in self._list("predictions"):
            model = str(prediction.get("model_version") or "model")
            answers += self._annotation(prediction, 0, model)
        return ForeignDocument(
            name=str(self._task.get("id", self._where)),
            text=self._marked.text,
            answers=tuple(answers),
            metadata={
                key: "" if value is None else str(value)
                for key, value in self._data.items()
                if key != "text" and (value is None or isinstance(value, str | int | float))
            },
            remarks=(*self._remarks, *self._marked.remarks),
        )

    def _second(self, who: str | None, number: int) -> str:
        """A name of its own for a further annotation of one person: it is none of the first."""
        name = f"{who or 'unnamed'} ({number})"
        self._remark(
            "annotated_twice", "{where}: a further annotation of one person is read as {kind}", name
        )
        return name

    def _list(self, key: str) -> list[Json]:
        found = self._task.get(key)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    def _text(self) -> str | None:
        for key in (*self._sources(), *_TEXT_KEYS):
            value = self._data.get(key)
            if isinstance(value, str):
                return value
            if isinstance(value, list) and value and all(map(_is_phrase, value)):
                return self._phrases(value)
        return None

    def _sources(self) -> Iterator[str]:
        """What results name as their source: `$dialogue`."""
        for each in self._list("annotations") + self._list("predictions"):
            for result in each.get("result") or ():
                source = result.get("source") if isinstance(result, dict) else None
                if isinstance(source, str) and source.startswith("$"):
                    yield source[1:]

    def _phrases(self, phrases: list[Json]) -> str:
        """A dialogue as one text, its phrases being paragraphs."""
        at = 0
        for phrase in phrases:
            self._begins.append(at)
            at += len(phrase["text"]) + 2
        return "\n\n".join(phrase["text"] for phrase in phrases)

    def _annotation(
        self, annotation: Json, number: int, who: str | None
    ) -> Iterator[ForeignAnswer]:
        """What an annotation says; a prediction where its number is 0."""
        results = annotation.get("result")
        said = (
            [each for each in results if isinstance(each, dict)]
            if isinstance(results, list)
            else []
        )
        state: State = "skipped" if annotation.get("was_cancelled") is True else "coded"
        blank = ForeignAnswer(
            annotator=who,
            state=state,
            is_model=number == 0,
            where=f"{self._where}, annotation {number}" if number else self._where,
        )
        if not results or not isinstance(results, list):
            yield blank
        for result in said:
            yield from self._result(result, blank)

    def _who(self, annotation: Json) -> str | None:
        who = annotation.get("completed_by")
        if isinstance(who, dict):
            who = who.get("email") or who.get("id")
        if who is None or isinstance(who, list | dict):
            return None
        return self._people.get(str(who), str(who))

    def _result(self, result: Json, blank: ForeignAnswer) -> Iterator[ForeignAnswer]:
        kind, value = result.get("type"), result.get("value")
        if not isinstance(kind, str) or not isinstance(value, dict):
            return
        question = result.get("from_name")
        answer = replace(blank, question=question if isinstance(question, str) else None)
        if kind in _MARKED:
            spans = tuple(self._spans(value, kind))
            if spans:
                yield replace(answer, spans=spans)
            return
        if (region := self._region(value, None)) is not None:
            answer = replace(answer, start=region.start, end=region.end)
        if kind in _CHOSEN:
            yield replace(answer, labels=tuple(_chosen(value.get(kind))))
        elif kind == "textarea":
            yield replace(answer, value="\n".join(_strings(value.get("text"))))
        else:
            self._remark("unknown_kind", "{where}: results of the kind {kind} are not read", kind)

    def _spans(self, value: Json, kind: str) -> Iterator[ForeignSpan]:
        for label in _strings(value.get(kind)):
            if (found := self._region(value, label)) is not None:
                yield found

    def _region(self, value: Json, label: str | None) -> ForeignSpan | None:
        """The marked part of the text, if the result has one."""
        start, end = _number(value.get("start")), _number(value.get("end"))
        if start is None or end is None:
            return None
        if "startOffset" in value and self._begins:
            start, end = (
                self._within(value, start, "startOffset"),
                self._within(value, end, "endOffset"),
            )
        words = value.get("text")
        return self._marked.span(
            start, end, label, words if isinstance(words, str) else None, self._where
        )

    def _within(self, value: Json, phrase: int, key: str) -> int:
        """An offset into the text, of one into a phrase; -1 where there is no such phrase."""
        offset = _number(value.get(key))
        if offset is None or not 0 <= phrase < len(self._begins):
            return -1
        return self._begins[phrase] + offset

    def _remark(self, slug: str, template: str, kind: str = "") -> None:
        values: dict[str, str | int | float] = {"where": self._where}
        if kind:
            values["kind"] = kind
        self._remarks.append(Remark(slug, template, values))


def _is_phrase(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("text"), str)


def _number(value: object) -> int | None:
    """An offset, as a number or in a string; None for anything else, such as a place in HTML."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(each) for each in value] if isinstance(value, list) else []


def _chosen(value: object) -> Iterator[str]:
    """Choices; of a taxonomy the path, as `Choice 2>Choice 2.1`."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for each in value:
            yield ">".join(map(str, each)) if isinstance(each, list) else str(each)
    elif isinstance(value, str):
        yield value
