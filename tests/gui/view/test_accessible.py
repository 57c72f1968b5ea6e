"""A screen reader finds the paragraphs with their answers."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAccessible

from annotator.ui.article import accessible
from annotator.ui.article.paragraph_view import ParagraphView

pytestmark = pytest.mark.gui

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture(autouse=True)
def listening():
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def described(view: ParagraphView):
    return QAccessible.queryAccessibleInterface(view)


def test_view_is_a_list_of_paragraphs(session, described):
    assert described.role() == QAccessible.Role.List
    assert described.text(NAME) == "Article"
    assert described.childCount() == session.n_stops
    names = [described.child(i).text(NAME) for i in range(session.n_stops)]
    assert names == [*(p.text for p in session.paragraphs), "Whole article"]
    assert described.child(3).role() == QAccessible.Role.ListItem


def test_description_has_codes_and_what_is_open(session, described):
    session.go_to(2)
    session.press("1")
    text = described.child(2).text(DESCRIPTION)
    assert text.startswith("¶ 3, body, Economic, open: ")
    assert described.child(1).text(DESCRIPTION) == "¶ 2, byline, not coded"
    assert described.child(3).text(DESCRIPTION).startswith("¶ 4, quote, open: ")
    assert described.child(2).text(QAccessible.Text.Help) == ""


def test_current_paragraph_is_selected(session, described):
    session.go_to(4)
    selected = [i for i in range(described.childCount()) if described.child(i).state().selected]
    assert selected == [4]
    assert described.focusChild().text(NAME) == session.paragraphs[4].text


def test_items_are_found_where_they_stand(session, view, described):
    item = described.child(2)
    centre = item.rect().center()
    assert described.childAt(centre.x(), centre.y()).text(NAME) == session.paragraphs[2].text
    assert described.childAt(centre.x(), -10_000) is None
    assert described.indexOfChild(item) == 2
    assert described.indexOfChild(described) == -1
    assert item.parent() is described
    assert view.viewport().mapToGlobal(QPoint(0, 0)).y() <= item.rect().top()


def test_items_hold_nothing(described):
    item = described.child(2)
    assert item.childCount() == 0
    assert (item.child(0), item.childAt(0, 0), item.object()) == (None, None, None)
    assert item.indexOfChild(described) == -1
    assert item.window() is not None
    assert described.child(99) is None
    item.setText(NAME, "never")
    assert item.text(NAME) != "never"


def test_moving_and_answering_tell_of_the_paragraph(session, described, monkeypatch):
    told: list[tuple[QAccessible.Event, int]] = []

    class Told:
        Event = QAccessible.Event

    parts: dict[str, Any] = {
        "isActive": lambda: True,
        "queryAccessibleInterface": lambda _: described,
        "updateAccessibility": lambda event: told.append((event.type(), event.child())),
    }
    for name, part in parts.items():
        setattr(Told, name, staticmethod(part))
    monkeypatch.setattr(accessible, "QAccessible", Told)
    session.go_to(2)
    session.press("1")
    assert (QAccessible.Event.Focus, 2) in told
    assert (QAccessible.Event.DescriptionChanged, 2) in told
    told.clear()
    monkeypatch.setattr(Told, "isActive", staticmethod(lambda: False))
    session.go_to(4)
    assert told == []


def test_row_that_is_gone_is_not_told_of(view, described):
    accessible.tell_changed(view, [9_999])
    view.set_session(None)
    assert described.childCount() == 0
    accessible.tell_moved(view, 0)


def test_another_article_has_items_of_its_own(session, described):
    old = described.child(2)
    assert old.isValid()
    session.open(session.documents[0].id, 1)
    assert described.child(2) is not old


def test_other_widgets_are_none_of_its_business(view):
    bar = view.verticalScrollBar()
    assert accessible._interface_of("QScrollBar", bar) is None


def test_views_may_come_and_go_while_a_reader_listens(session):
    for _ in range(20):
        view = ParagraphView()
        view.set_session(session)
        found = QAccessible.queryAccessibleInterface(view)
        assert [found.child(i).text(NAME) for i in range(3)]
        view.deleteLater()
        del view, found
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert len(accessible._lists) <= 2
