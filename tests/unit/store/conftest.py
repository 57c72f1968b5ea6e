"""Small real projects: a codebook of four layers, articles of a few words, a clock that ticks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from annotator.codebook import parse_codebook
from annotator.model import Answer, Article, Candidate, Codebook, Paragraph, Place
from annotator.store import Change, Step, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlite_utils.utils import sqlite3

TOML = """
format = 1
[codebook]
key = "tone"
version = "1.0.0"
languages = ["en"]
title = "Tone"

[[layer]]
key = "frame"
label = "Frame"
question = "Which frames?"
answer = "multiple"
unit = "paragraph"
primary = "optional"
confidence = true
[[layer.code]]
key = "economic"
label = "Economic"
definition = "Money."
[[layer.code]]
key = "climate"
label = "Climate"
definition = "Weather."
[[layer.code]]
key = "absent"
label = "Absent"
definition = "Alone."
exclusive = true

[[layer]]
key = "words"
label = "Words"
question = "Which words?"
answer = "text"
unit = "paragraph"
required = false
states = []
max_length = 20

[[layer]]
key = "stance"
label = "Stance"
question = "Which side?"
answer = "scale"
unit = "paragraph"
per_target = true
holder = true
[[layer.code]]
key = "against"
label = "Against"
definition = "Against it."
value = -1
[[layer.code]]
key = "favour"
label = "Favour"
definition = "For it."
value = 1

[[layer]]
key = "whole"
label = "Whole"
question = "On the whole?"
answer = "single"
unit = "document"
codes_from = "frame"

[[target]]
key = "tax"
label = "Tax"
definition = "The tax."
[[target]]
key = "bank"
label = "Bank"
definition = "The bank."

[[holder]]
key = "author"
label = "Author"
definition = "Who writes."
default = true
[[holder]]
key = "person"
label = "Person"
definition = "Who is named."
named = "optional"
"""

TEXTS = ("Il costo sale 😀 ancora.", "Piove.", "La banca tace: “no”.", "Fine")


class Ticking:
    """A clock that goes on by a millisecond at each look."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 14, 7, tzinfo=UTC)):
        self.moment = start

    def __call__(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


def an_article(*texts: str, name: str = "a.txt", candidates: tuple[Candidate, ...] = ()) -> Article:
    texts = texts or TEXTS
    return Article(
        name,
        "\n\n".join(texts).encode(),
        "text/plain",
        "text",
        tuple(Paragraph(text) for text in texts),
        "utf-8",
        candidates=candidates,
    )


class Coding:
    """A project with one article and one annotator, and short words for what she does."""

    def __init__(self, store: Store, key: str = "k7", uid: str | None = None):
        self.store = store
        self.who = next((a for a in store.annotators() if a.key == key), None) or (
            store.add_annotator(key, uid=uid)
        )
        self.added = store.add_article(an_article())
        self.document = self.added.document

    def place(
        self,
        paragraph: int | None = 0,
        layer: str = "frame",
        target: str | None = None,
        holder: str | None = None,
    ) -> Place:
        return Place(
            "main",
            self.who.key,
            self.who.uid,
            self.document,
            self.added.uid,
            paragraph,
            layer,
            target,
            holder,
        )

    def frame(self, *codes: str, paragraph: int = 0, note: str = "") -> Step:
        answer = Answer("coded", codes, note=note) if codes else Answer("none", note=note)
        return self.store.annotate([Change(self.place(paragraph), answer)])

    def clear(self, paragraph: int = 0) -> Step:
        return self.store.annotate([Change(self.place(paragraph), None)])

    def stance(self, code: str, target: str = "tax", holder: str = "author") -> Step:
        place = self.place(0, "stance", target, holder)
        return self.store.annotate([Change(place, Answer("coded", (code,)))])

    def undo(self) -> Step | None:
        return self.store.undo("main", self.who.key)

    def redo(self) -> Step | None:
        return self.store.redo("main", self.who.key)

    def answers(self) -> dict[Place, Answer]:
        found = self.store.annotations(self.document, "main", self.who.key)
        return {annotation.place: annotation.answer for annotation in found}


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    checked = parse_codebook(TOML)
    assert checked.codebook is not None, [str(mistake) for mistake in checked.mistakes]
    return checked.codebook


@pytest.fixture
def new(tmp_path: Path, codebook: Codebook) -> Iterator[Callable[..., Store]]:
    """Makes projects that are closed at the end."""
    made: list[Store] = []

    def make(name: str = "p.annot") -> Store:
        made.append(Store.create(tmp_path / name, codebook=codebook, toml=TOML, clock=Ticking()))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new: Callable[..., Store]) -> Store:
    return new()


@pytest.fixture
def coding(store: Store) -> Coding:
    return Coding(store)


@pytest.fixture(scope="session")
def coding_in() -> type[Coding]:
    """To code in further projects, or as another annotator."""
    return Coding


def _everything(raw: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = raw.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    return {name: raw.execute(f"SELECT * FROM {name}").fetchall() for (name,) in tables}  # noqa: S608


@pytest.fixture
def everything() -> Callable[[sqlite3.Connection], dict[str, list[tuple[object, ...]]]]:
    """All rows of all tables."""
    return _everything


@pytest.fixture
def article() -> Callable[..., Article]:
    return an_article


@pytest.fixture(params=["wal", "delete"])
def journal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both journals: which one is used depends on the machine's SQLite."""
    name: str = request.param
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: name == "wal")
    return name
