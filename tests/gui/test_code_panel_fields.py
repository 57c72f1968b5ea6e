"""What is written in the code panel: the text of a layer, how sure, the note."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from .panel import click, type_in

pytestmark = pytest.mark.gui

Key = Qt.Key


# ---------------------------------------------------------------- the text field


def test_the_field_of_other_opens_and_enter_saves(desk):
    click(desk.frame.small_buttons["other"])
    assert desk.panel.is_editing
    field = desk.other.field
    assert field.hasFocus()
    type_in(field, "Party politics", Key.Key_Return)
    assert desk.answers()["frame_other", None, None].value == "Party politics"
    assert not desk.panel.is_editing
    assert desk.given_back == 1


def test_escape_puts_back_what_was_there(desk):
    desk.session.press("9")
    desk.session.set_text("frame_other", "health")
    desk.panel.open_text("frame_other")
    type_in(desk.other.field, "law", Key.Key_Escape)
    assert desk.other.field.text() == "health"
    assert desk.answers()["frame_other", None, None].value == "health"


def test_characters_are_counted_near_the_limit_and_an_emoji_is_one(desk):
    desk.session.press("9")
    desk.panel.open_text("frame_other")
    field = desk.other.field
    field.insert("🚢" * 50)
    field.textEdited.emit(field.text())
    assert desk.other.counter_text == "10 characters left"
    field.insert("x" * 30)
    field.textEdited.emit(field.text())
    assert field.text() == "🚢" * 50 + "x" * 10
    assert desk.other.counter_text == "0 characters left"
    desk.panel.finish_editing()
    assert len(desk.answers()["frame_other", None, None].value) == 60


def test_a_press_elsewhere_saves_first(desk):
    desk.session.press("9")
    desk.panel.open_text("frame_other")
    type_in(desk.other.field, "science")
    click(desk.frame.rows["economic"])
    assert desk.answers()["frame_other", None, None].value == "science"
    assert desk.answers()["frame", None, None].codes == ("economic", "other")
    assert not desk.panel.is_editing


def test_going_elsewhere_while_typing_never_writes_to_another_paragraph(desk):
    desk.session.press("9")
    desk.panel.open_text("frame_other")
    type_in(desk.other.field, "lost")
    desk.session.go_next()
    assert not desk.panel.is_editing
    assert desk.answers() == {}


def test_letters_typed_in_the_field_code_nothing(desk):
    desk.session.press("9")
    desk.panel.open_text("frame_other")
    type_in(desk.other.field, "a1g")
    assert set(desk.answers()) == {("frame", None, None)}
    desk.panel.finish_editing()


# ---------------------------------------------------------------- how sure, and the note


def test_a_click_goes_round_how_sure(desk):
    desk.session.press("1")
    seen = []
    for _ in range(4):
        click(desk.foot.confidence)
        seen.append(desk.foot.confidence.text())
    assert seen == ["● ○ ○  unsure", "● ● ○  fairly", "● ● ●  sure", "○ ○ ○  not said"]


def test_a_note_says_what_it_belongs_to_and_is_kept(desk):
    desk.session.press("1")
    assert desk.foot.title == "Note on Frame"
    desk.panel.open_note()
    field = desk.foot.note.field
    assert field.hasFocus()
    type_in(field, "ask", Key.Key_Return, "Bea")
    QTest.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.answers()["frame", None, None].note == "ask\nBea"
    assert not desk.panel.is_editing
    assert desk.given_back == 1


def test_escape_keeps_a_note_too(desk):
    desk.session.press("1")
    click(desk.foot.note.button)
    type_in(desk.foot.note.field, "why", Key.Key_Escape)
    assert desk.answers()["frame", None, None].note == "why"
    assert desk.foot.note.button.text() == "why"


def test_a_note_without_an_answer_is_refused_in_words(desk):
    desk.panel.open_note()
    assert not desk.panel.is_editing
    assert str(desk.said[0]).startswith("A note or sureness needs an answer")


def test_a_note_goes_with_its_answer_when_another_row_is_clicked(desk):
    desk.session.press("1")
    desk.panel.open_note()
    type_in(desk.foot.note.field, "doubt")
    click(desk.cell("us_government", "against"))
    assert desk.answers()["frame", None, None].note == "doubt"
    assert desk.answers()["stance", "us_government", "author"].note == ""


def test_a_note_is_dropped_when_the_paragraph_is_another(desk):
    desk.session.press("1")
    desk.panel.open_note()
    desk.session.go_next()
    assert not desk.panel.is_editing
    assert not desk.foot.note.is_open
