"""Answers by clicks in the code panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from .panel import BODY, LEFT, SHIFT, click

pytestmark = pytest.mark.gui

Key = Qt.Key


def test_a_click_chooses_and_takes_back(desk):
    click(desk.frame.rows["economic"])
    assert desk.answers()["frame", None, None].codes == ("economic",)
    click(desk.frame.rows["economic"])
    assert desk.answers() == {}
    assert desk.answered == 2


def test_a_click_marks_the_words_that_are_selected(desk):
    desk.panel.set_selection_source(lambda: (0, 6))
    click(desk.frame.rows["economic"])
    desk.panel.set_selection_source(None)
    answer = desk.answers()["frame", None, None]
    assert [(span.start, span.end) for span in answer.evidence] == [(0, 6)]


def test_shift_and_a_click_make_a_code_the_main_one(desk):
    click(desk.frame.rows["economic"])
    click(desk.frame.rows["ideological"], SHIFT)
    answer = desk.answers()["frame", None, None]
    assert (answer.codes, answer.primary) == (("economic", "ideological"), "ideological")


@pytest.mark.parametrize("state", ["none", "cannot_tell", "skipped"])
def test_a_click_answers_without_a_code(desk, state):
    desk.session.press("w")
    click(desk.frame.small_buttons[state])
    assert desk.answers()["frame", None, None].state == state


def test_a_click_takes_a_position(desk):
    click(desk.cell("us_government", "against"))
    assert desk.answers()["stance", "us_government", "author"].codes == ("against",)
    click(desk.cell("us_government", "none"))
    assert desk.answers()["stance", "us_government", "author"].state == "none"


def test_a_click_gives_the_position_to_the_voice_of_its_line(desk):
    desk.session.press("d")
    desk.session.go_to_target("stance", "export_controls")
    desk.session.use_holder("person:Ada Example")
    desk.session.press("a")
    click(desk.cell("export_controls", "mixed", voice=1))
    told = desk.answers()
    assert told["stance", "export_controls", "person:Ada Example"].codes == ("mixed",)
    assert told["stance", "export_controls", "author"].codes == ("favour",)


def test_a_click_on_a_row_makes_it_current(desk):
    QTest.mouseClick(desk.row("chinese_ai"), LEFT, pos=QPoint(60, 12))
    assert desk.session.target == "chinese_ai"
    # Nothing was answered: a selection in the text must stay.
    assert desk.answered == 0


def test_a_click_on_a_voice_makes_its_answer_the_active_one(desk):
    desk.session.press("d")
    desk.session.go_to_target("stance", "export_controls")
    desk.session.use_holder("person:Ada Example")
    desk.session.press("a")
    row = desk.row("export_controls")
    _, control = row.controls[0]
    QTest.mouseClick(row, LEFT, pos=QPoint(60, control.geometry().center().y()))
    assert desk.foot.title == "Note on Export controls and trade restrictions"
    _, control = row.controls[1]
    QTest.mouseClick(row, LEFT, pos=QPoint(60, control.geometry().center().y()))
    assert desk.foot.title.endswith("· Ada Example")


def test_cannot_tell_and_skipped_of_a_target_are_clicked_under_it(desk):
    feet = {one.key: one for one in desk.row("export_controls")._foot_buttons}
    assert list(feet) == ["voice", "cannot_tell", "skipped"]
    click(feet["cannot_tell"])
    assert desk.answers()["stance", "export_controls", "author"].state == "cannot_tell"


def test_the_rest_is_not_addressed_by_a_click(desk):
    click(desk.frame.small_buttons["none"])
    click(desk.stance._rest)
    assert desk.session.position == BODY + 1


def test_a_refusal_is_said(desk):
    desk.session.go_to(1)
    desk.panel.open_holders(False)
    assert [str(notice) for notice in desk.said] == ["No target is asked here"]


def test_no_part_of_the_panel_takes_the_keyboard_by_itself(desk):
    fields = {"WordsField", "HolderField", "NoteField"}
    takers = [
        widget
        for widget in desk.panel.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and type(widget).__name__ not in fields
        and not any(isinstance(w, QWidget) and type(w).__name__ in fields for w in _above(widget))
    ]
    assert takers == []


def _above(widget):
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
