"""A project with one article of every trait, two annotators, and a session on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.codebook import parse_codebook, read_codebook
from annotator.model import Article, Kind, Paragraph
from annotator.resources import shipped_codebook
from annotator.session import Session
from annotator.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.model import Codebook

TEXTS: list[tuple[Kind, str]] = [
    ("title", "Who writes the standard"),
    ("byline", "By Ada Reed — The Harbour Post"),
    ("body", "Cooling the new halls takes as much water as a town. The river has fallen."),
    ("body", "The ministry said this, and nothing else:"),
    ("quote", "“Whoever sets the standard first will dictate terms to the other bloc.”"),
    ("heading", "A wall with a toll gate"),
    ("body", "A third of the price 😀 wins customers every week, and emissions fall by half."),
]


def article(texts: list[tuple[Kind, str]], name: str = "standard.txt") -> Article:
    start, paragraphs = 0, []
    for kind, text in texts:
        paragraphs.append(Paragraph(text, kind, start))
        start += len(text) + 2
    content = "\n\n".join(text for _, text in texts).encode()
    return Article(
        file_name=name,
        content=content,
        media_type="text/plain",
        importer="test",
        paragraphs=tuple(paragraphs),
    )


@pytest.fixture(scope="session")
def shipped() -> Codebook:
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    return codebook


@pytest.fixture
def project(tmp_path: Path, shipped: Codebook) -> Iterator[Store]:
    with Store.create(tmp_path / "study.annot", codebook=shipped) as store:
        store.add_annotator("k7")
        store.add_annotator("m2")
        store.add_article(article(TEXTS))
        second: list[tuple[Kind, str]] = [("title", "Two harbours"), ("body", "One cable only.")]
        store.add_article(article(second, "harbours.txt"))
        yield store


@pytest.fixture
def open_session(project: Store) -> Callable[[str], Session]:
    def opened(key: str = "k7") -> Session:
        who = next(a for a in project.annotators() if a.key == key)
        session = Session(project, who)
        session.open(session.documents[0].id, 0)
        return session

    return opened


@pytest.fixture
def session(open_session: Callable[[str], Session]) -> Session:
    """The annotator k7 at ¶ 3, a plain body paragraph."""
    opened = open_session("k7")
    opened.go_to(2)
    return opened


@pytest.fixture
def session_on(tmp_path: Path) -> Iterator[Callable[[str], Session]]:
    """A session at the first paragraph of a small article, with a codebook given as TOML."""
    stores: list[Store] = []

    def opened(toml: str) -> Session:
        checked = parse_codebook(toml)
        assert checked.codebook is not None, [str(mistake) for mistake in checked.mistakes]
        store = Store.create(tmp_path / f"own{len(stores)}.annot", codebook=checked.codebook)
        stores.append(store)
        who = store.add_annotator("k7")
        store.add_article(article([("body", "One thing happened."), ("body", "Then another.")]))
        session = Session(store, who)
        session.open(session.documents[0].id, 0)
        return session

    yield opened
    for store in stores:
        store.close()
