"""Answers that could not be written: the red line, the second try, the question on leaving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from annotator.errors import ProjectBusy

from .strokes import answers, press

pytestmark = pytest.mark.gui


class Refusing:
    """Makes a store refuse to write, as a lock does."""

    def __init__(self, monkeypatch, window):
        self.is_locked = True
        real = window.store.annotate

        def annotate(*args, **kwargs):
            if self.is_locked:
                raise ProjectBusy("another program is using the file", remedy="wait a moment")
            return real(*args, **kwargs)

        monkeypatch.setattr(window.store, "annotate", annotate)


def test_a_failed_write_turns_the_line_red_and_is_tried_again(window, monkeypatch, qtbot):
    window.session.go_to(2)
    lock = Refusing(monkeypatch, window)
    press(window, "1")
    assert window.status.is_in_trouble
    assert "another program is using the file" in window.status.notice.text()
    assert window.session.unit(2).is_unsaved
    lock.is_locked = False
    qtbot.waitUntil(lambda: not window.status.is_in_trouble, timeout=3000)
    assert answers(window, 2)["frame", None].codes == ("economic",)


def test_leaving_an_unsaved_answer_waits_then_asks(window, monkeypatch):
    from annotator.ui.dialogs import unsaved

    monkeypatch.setattr("annotator.ui.coding.LEAVE_WAIT_MS", 50)
    asked = []
    monkeypatch.setattr(unsaved, "give_up", lambda *_: asked.append(1))
    window.session.go_to(2)
    Refusing(monkeypatch, window)
    press(window, "1", "j")
    assert window.session.position == 2
    assert asked == [1]
    monkeypatch.setattr(unsaved, "give_up", lambda *_: True)
    press(window, "j")
    assert window.session.position == 3
    assert window.session.trouble is None


def test_the_question_goes_away_once_the_answer_is_saved_after_all(window, monkeypatch):
    monkeypatch.setattr("annotator.ui.coding.LEAVE_WAIT_MS", 50)
    window.session.go_to(2)
    lock = Refusing(monkeypatch, window)
    press(window, "1")
    QTimer.singleShot(300, lambda: setattr(lock, "is_locked", False))
    press(window, "j")
    assert window.session.position == 3
    assert answers(window, 2)["frame", None].codes == ("economic",)


def test_closing_with_an_unsaved_answer_can_be_called_off(window, monkeypatch):
    from annotator.ui.dialogs import unsaved

    monkeypatch.setattr("annotator.ui.coding.LEAVE_WAIT_MS", 50)
    monkeypatch.setattr(unsaved, "give_up", lambda *_: False)
    lock = Refusing(monkeypatch, window)
    window.session.go_to(2)
    press(window, "1")
    window.close()
    assert window.isVisible()
    lock.is_locked = False
    window.close()
    assert not window.isVisible()
