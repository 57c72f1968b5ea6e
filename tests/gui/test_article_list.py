from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model import Document, DocumentId
from annotator.session.views import Happened, Progress
from annotator.ui.article_list import ArticleList, ArticleRows, count_words, progress_words

from .conftest import make_project

pytestmark = pytest.mark.gui


def progress(**given) -> Progress:
    values = {
        "document": DocumentId(1),
        "n_paragraphs": 29,
        "n_units": 30,
        "n_done": 0,
        "n_cannot_tell": 0,
        "n_skipped": 0,
        "n_notes": 0,
    }
    return Progress(**{**values, **given})


class Many:
    """As much of a session as the list asks, with many articles."""

    document = None

    def __init__(self, n: int):
        self.asked = 0
        self.documents = tuple(
            Document(
                DocumentId(i), f"uid{i}", f"Article number {i}", 29, "", outlet=f"Paper {i % 7}"
            )
            for i in range(n)
        )

    def progress(self, document):
        self.asked += 1
        return progress(document=document)


@pytest.fixture
def shown(qtbot):
    articles = ArticleList()
    qtbot.addWidget(articles)
    articles.resize(240, 600)
    articles.show()
    return articles


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "29 ¶"),
        ({"n_done": 12}, "29 ¶ · 12 coded"),
        ({"n_done": 30}, "29 ¶ · done"),
    ],
)
def test_a_row_says_how_far_its_article_is(given, words):
    assert progress_words(progress(**given)) == words


def test_counts_leave_out_what_is_nought():
    assert count_words(progress(n_done=12)) == ["12 of 30 coded"]
    told = progress(n_done=12, n_cannot_tell=2, n_skipped=3, n_notes=1)
    assert count_words(told) == ["12 of 30 coded", "2 cannot tell", "3 skipped", "1 note"]
    assert count_words(progress(n_notes=4))[-1] == "4 notes"


def test_a_hundred_thousand_articles_ask_only_for_what_is_seen(shown):
    session = Many(100_000)
    begin = time.perf_counter()
    shown.set_session(session)
    shown.grab()
    took = time.perf_counter() - begin
    assert shown.rows.rowCount() == 100_000
    assert session.asked < 200
    assert took < 5  # measured: about 0.1 s; the bound is for a busy machine


def test_typing_sifts_by_title_author_and_outlet(shown):
    shown.set_session(Many(1000))
    assert shown.filter.isVisible()
    shown.filter.setText("PAPER 3 number 10")
    assert 0 < shown.rows.rowCount() < 1000
    assert all("10" in shown.rows.document(row).title for row in range(shown.rows.rowCount()))
    shown.filter.setText("no such thing")
    assert shown.nothing.isVisible()
    QTest.keyClick(shown.filter, Qt.Key.Key_Escape)
    assert shown.rows.rowCount() == 1000


def test_a_short_list_needs_no_filter(shown):
    shown.set_session(Many(5))
    assert not shown.filter.isVisible()
    assert shown.heading.text() == "ARTICLES · 5"


def test_the_open_article_is_marked_and_counted(shown, tmp_path):
    from annotator.session import Session

    with make_project(tmp_path / "p.annot", "One\n\nText one.\n", "Two\n\nText two.\n") as store:
        session = Session(store, store.add_annotator("a1"))
        session.open(session.documents[1].id, 1)
        session.listen(shown.on_happened)
        shown.set_session(session)
        assert shown.list.currentIndex().row() == 1
        session.press("0")
        session.rest_not_addressed()
        assert shown.counts.text().startswith("1 of 3 coded")
        session.open(session.documents[0].id)
        assert shown.list.currentIndex().row() == 0
        shown.set_session(None)
        assert not shown.counts.isVisible()


def test_a_click_chooses_an_article(shown, qtbot):
    shown.set_session(Many(5))
    with qtbot.waitSignal(shown.chosen) as chosen:
        rect = shown.list.visualRect(shown.rows.index(2))
        qtbot.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args[0].title == "Article number 2"


def test_new_articles_appear(shown):
    session = Many(3)
    shown.set_session(session)
    session.documents += Many(4).documents[3:]
    shown.on_happened(Happened(articles=True))
    assert shown.rows.rowCount() == 4


def test_a_screen_reader_hears_title_and_progress():
    rows: Any = ArticleRows()
    rows.set_session(Many(1))
    spoken = rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Article number 0, 29 ¶"
