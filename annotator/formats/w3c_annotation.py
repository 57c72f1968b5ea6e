"""One Web Annotation: who says what, and about which parts of which texts.

Imports model. Of bodies those count as labels that are for tagging or classifying; others are
notes. Our own files say a state with each answer, and all else beside it; see `w3c`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from annotator.formats.foreign import ForeignAnswer
from annotator.formats.label_names import PRIMARY
from annotator.formats.w3c_rules import Json, is_collection, objects, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

SURE: Final = "#sureness"
_LABELS: Final = frozenset({"tagging", "classifying"})
_STATE = re.compile(r"(.+):(coded|none|cannot_tell|skipped)", re.DOTALL)
_MOST_WITHIN: Final = 20


class _Body(Struct, frozen=True):
    """Text or an address, and what for."""

    value: str
    purpose: str


class Target(Struct, frozen=True):
    """The addresses of a text, the likeliest first, and what points into it."""

    addresses: tuple[str, ...]
    selectors: object = None


class Said(Struct, frozen=True):
    """Something that an annotation says; `is_marked`: of words that are marked for it."""

    answer: ForeignAnswer
    is_marked: bool = True


def is_hypothesis(found: Json) -> bool:
    """Whether this is an annotation as Hypothes.is keeps it, without a context."""
    return "@context" not in found and "type" not in found and {"uri", "target"} <= found.keys()


class WebAnnotation:
    """One annotation; `where` is what messages call it."""

    def __init__(self, found: Json, where: str):
        self._found = found
        self.where = where
        self._usual = next(iter(strings(found.get("motivation"))), "")

    def targets(self) -> Iterator[Target]:
        """All targets."""
        for target in () if is_collection(self._found) else _flat(self._found.get("target")):
            if isinstance(target, str):
                yield Target((target,))
            elif isinstance(target, dict):
                source = target.get("source", target)
                addresses = (*_cached(target.get("state")), *_addresses(source))
                yield Target(addresses, target.get("selector"))

    def said(self) -> Iterator[Said]:
        """All that it says of each of its targets; nothing where no body is a label."""
        bodies = list(self._bodies())
        labels = [each.value for each in bodies if each.purpose in _LABELS]
        state = next((found for each in labels if (found := _STATE.fullmatch(each))), None)
        blank = self._blank()
        if state is not None:
            for answer in _ours(replace(blank, question=state[1]), state[1], bodies):
                yield Said(answer, is_marked=False)
            return
        notes = (each.value for each in bodies if each.purpose not in _LABELS)
        theirs = replace(blank, note="\n\n".join(notes))
        for label in labels:
            question, _, code = label.rpartition(":")
            if question and self._usual == "highlighting":  # words that are marked in our files
                yield Said(replace(blank, question=question, labels=(code,)))
            else:
                yield Said(replace(theirs, labels=(label,)))

    def _blank(self) -> ForeignAnswer:
        """An answer of the creator; an address, or a name of Hypothes.is, is a name."""
        who = next(iter(objects(self._found.get("creator"))), self._found.get("user"))
        creator = who if isinstance(who, dict) else {"name": who}
        names = (creator.get(key) for key in ("nickname", "name", "email", "id"))
        return ForeignAnswer(
            annotator=next((each for each in names if isinstance(each, str) and each), None),
            is_model="Software" in strings(creator.get("type")),
            where=self.where,
        )

    def _bodies(self) -> Iterator[_Body]:
        """All bodies; those of Hypothes.is stand in fields of their own."""
        found = self._found
        for body in _flat(found.get("body")):
            yield from _body(body, self._usual)
        yield from (_Body(value, "commenting") for value in strings(found.get("bodyValue")))
        if is_hypothesis(found):
            yield from (_Body(value, "tagging") for value in strings(found.get("tags")))
            yield from (_Body(value, "commenting") for value in strings(found.get("text")) if value)


def _flat(value: object, depth: int = 0) -> Iterator[object]:
    """Values, with the items of lists and choices in place of these."""
    for each in objects(value):
        if isinstance(each, dict) and isinstance(each.get("items"), list) and depth < _MOST_WITHIN:
            yield from _flat(each["items"], depth + 1)
        else:
            yield each


def _body(body: object, usual: str) -> Iterator[_Body]:
    if isinstance(body, str):
        yield _Body(body, usual)
    if not isinstance(body, dict):
        return
    purpose = next(iter(strings(body.get("purpose"))), usual)
    value = body.get("value")
    if isinstance(value, str):
        yield _Body(value, purpose)
    else:
        yield from (_Body(each, purpose) for each in _addresses(body.get("source", body)))


def _addresses(value: object) -> list[str]:
    return strings(value.get("id") if isinstance(value, dict) else value)


def _cached(states: object) -> Iterator[str]:
    """Addresses of copies of a text."""
    for each in objects(states):
        if isinstance(each, dict):
            yield from strings(each.get("cached"))


def _ours(blank: ForeignAnswer, question: str, bodies: list[_Body]) -> Iterator[ForeignAnswer]:
    """An answer as our own files have it."""
    tags = [each.value for each in bodies if each.purpose == "tagging"]
    sure = _tagged(tags, f"{question}{SURE}:")
    blank = replace(blank, confidence=int(sure) if sure in {"1", "2", "3"} else None)
    state = _tagged(tags, f"{question}:")
    codes = [each.value for each in bodies if each.purpose == "classifying"]
    codes += [] if state == "coded" else [f"{question}:{state}"]
    words = next((each.value for each in bodies if each.purpose == "describing"), None)
    if words is not None:
        yield replace(blank, value=words)
    elif codes:
        yield replace(blank, labels=tuple(each.removeprefix(f"{question}:") for each in codes))
    if main := _tagged(tags, f"{question}{PRIMARY}:"):
        yield replace(blank, question=f"{question}{PRIMARY}", labels=(main,))


def _tagged(tags: list[str], begun: str) -> str:
    """What a tag that begins so goes on with; empty where there is none."""
    return next((each.removeprefix(begun) for each in tags if each.startswith(begun)), "")
