"""Reads Prodigy's JSONL: choices, single labels, marked words, text that was typed.

Imports JSON objects, members, marked words. An accepted task is an answer, an ignored one is
skipped; a rejected one says what is not so, which is no answer: it is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.json_objects import json_objects
from annotator.formats.label_names import STATES
from annotator.formats.marked import MarkedText
from annotator.formats.members import Members
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model import State

_NOT_META: Final = frozenset({"question", "state"})

Json = dict[str, Any]


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every line: its text with what was said about it.

    Raises:
        RecordError: no JSON, or no tasks; the message names the line.
    """
    members = Members(path)
    names = list(members.ending(".jsonl", ".json")) if members.is_many else members.names
    for name in names:
        where = members.where(name)
        with members.open(name) as source:
            for found in json_objects(source, where):
                if not isinstance(found.value, dict):
                    raise RecordError(
                        "line {line} is no task",
                        where=where,
                        remedy="export it with: prodigy db-out",
                        line=found.line,
                    )
                yield _Task(found.value, f"line {found.line}").document()


class _Task:
    """One task being read."""

    def __init__(self, task: Json, where: str):
        self._task = task
        self._where = where
        text = task.get("text")
        self._marked = MarkedText(text if isinstance(text, str) else "")
        meta = task.get("meta")
        self._meta: Json = meta if isinstance(meta, dict) else {}
        if not isinstance(text, str):
            self._remark("no_text", "{where}: no text in it")

    def document(self) -> ForeignDocument:
        """The text, and what was said about it."""
        answer = self._answer()
        if isinstance(self._task.get("relations"), list) and self._task["relations"]:
            self._remark("relations", "{where}: relations between marked words are not read")
        return ForeignDocument(
            name=self._where,
            text=self._marked.text,
            answers=() if answer is None else (answer,),
            metadata={
                str(key): "" if value is None else str(value)
                for key, value in self._meta.items()
                if key not in _NOT_META and (value is None or isinstance(value, str | int | float))
            },
            remarks=tuple(self._marked.remarks),
        )

    def _answer(self) -> ForeignAnswer | None:
        verdict = self._task.get("answer", "accept")
        question = self._meta.get("question")
        asked = question if isinstance(question, str) else None
        if verdict not in ("accept", "ignore"):
            self._remark("rejected", "{where}: it was rejected, which is no answer")
            return None
        state = self._state(verdict)
        words = self._task.get(str(self._task.get("field_id", "user_input")))
        spans = tuple(self._spans())
        return ForeignAnswer(
            annotator=self._who(),
            state=state,
            question=asked,
            labels=tuple(self._labels()),
            value=words if isinstance(words, str) and state == "coded" else None,
            spans=spans,
            where=self._where,
        )

    def _state(self, verdict: str) -> State:
        state = self._meta.get("state")
        if state in STATES:
            return STATES[STATES.index(state)]
        return "coded" if verdict == "accept" else "skipped"

    def _who(self) -> str | None:
        for key in ("_annotator_id", "_session_id"):
            who = self._task.get(key)
            if isinstance(who, str | int) and who != "":
                return str(who)
        return None

    def _labels(self) -> Iterator[str]:
        accepted = self._task.get("accept")
        if isinstance(accepted, list):
            yield from map(str, accepted)
        elif isinstance(label := self._task.get("label"), str) and label:
            yield label

    def _spans(self) -> Iterator[ForeignSpan]:
        spans = self._task.get("spans")
        for span in spans if isinstance(spans, list) else ():
            if not isinstance(span, dict):
                continue
            start, end = self._place(span)
            label = span.get("label")
            if start is None or end is None:
                self._remark("no_place", "{where}: marked words without a place")
                continue
            words = span.get("text")
            found = self._marked.span(
                start,
                end,
                None if label is None else str(label),
                words if isinstance(words, str) else None,
                self._where,
            )
            if found is not None:
                yield found

    def _place(self, span: Json) -> tuple[int | None, int | None]:
        """Offsets; without them the tokens tell, of which the last one belongs to it."""
        start, end = span.get("start"), span.get("end")
        if isinstance(start, int) and isinstance(end, int):
            return start, end
        return self._token(span.get("token_start"), "start"), self._token(
            span.get("token_end"), "end"
        )

    def _token(self, number: object, key: str) -> int | None:
        tokens = self._task.get("tokens")
        if not isinstance(tokens, list) or not isinstance(number, int):
            return None
        token = tokens[number] if 0 <= number < len(tokens) else None
        at = token.get(key) if isinstance(token, dict) else None
        return at if isinstance(at, int) else None

    def _remark(self, slug: str, template: str) -> None:
        self._marked.remarks.append(Remark(slug, template, {"where": self._where}))
