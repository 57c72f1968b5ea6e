"""Real sessions on small articles, and the view on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.codebook import read_codebook
from annotator.model import Article, Paragraph
from annotator.resources import shipped_codebook
from annotator.session import Session
from annotator.store import Store
from annotator.ui.article.paragraph_view import ParagraphView
from annotator.ui.article.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from annotator.model import Codebook, Kind

TEXTS: list[tuple[Kind, str]] = [
    ("title", "Who pays for the harbour"),
    ("byline", "From our correspondent"),
    ("body", "The quay sank. Two firms moved north, and a third of the crews went with them."),
    ("quote", "“We were told in March,” said the pilot, “and by May the cranes stood still.”"),
    ("body", "Prices 😀 rose by half.\nNobody asked why. The council met twice."),
    ("caption", "Cranes at dusk"),
    ("boilerplate", "Subscribe to our letter"),
    ("fragment", "and so the mayor had no"),
    ("body", "قالت البلدية إن 45 شركة غادرت الميناء new quay هذا العام."),
    ("body", "港口的居民说,起重机已经停了三个月,没有人知道原因。" * 4),
]


def article(texts: Sequence[tuple[Kind, str]]) -> Article:
    start, paragraphs = 0, []
    for kind, text in texts:
        paragraphs.append(Paragraph(text, kind, start))
        start += len(text) + 2
    content = "\n\n".join(text for _, text in texts).encode()
    return Article("harbour.txt", content, "text/plain", "test", tuple(paragraphs))


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    found = read_codebook(shipped_codebook()).codebook
    assert found
    return found


@pytest.fixture
def session_on(tmp_path: Path, codebook: Codebook) -> Iterator[Callable[..., Session]]:
    """Opens a session on an article of these paragraphs, at its first."""
    stores: list[Store] = []

    def opened(texts: Sequence[tuple[Kind, str]] = TEXTS) -> Session:
        store = Store.create(tmp_path / f"p{len(stores)}.annot", codebook=codebook)
        stores.append(store)
        store.add_article(article(texts))
        session = Session(store, store.add_annotator("k7"))
        session.open(session.documents[0].id, 0)
        return session

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def session(session_on: Callable[..., Session]) -> Session:
    """At the title of an article with every kind of paragraph."""
    return session_on()


@pytest.fixture
def show(qtbot) -> Callable[..., ParagraphView]:
    """Shows a view that listens to the session."""

    def shown(session: Session | None, width: int = 900, height: int = 700) -> ParagraphView:
        view = ParagraphView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_session(session)
        if session is not None:
            session.listen(view.on_happened)
        view.show()
        QApplication.processEvents()
        return view

    return shown


@pytest.fixture
def view(session: Session, show: Callable[..., ParagraphView]) -> ParagraphView:
    """The view of `session`."""
    return show(session)


@pytest.fixture
def strip_of(qtbot) -> Callable[..., Strip]:
    """Shows a strip that listens to the session."""

    def shown(session: Session | None, height: int = 400) -> Strip:
        strip = Strip()
        qtbot.addWidget(strip)
        strip.resize(20, height)
        strip.set_session(session)
        if session is not None:
            session.listen(strip.on_happened)
        strip.show()
        QApplication.processEvents()
        return strip

    return shown
