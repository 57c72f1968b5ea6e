from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.panel.holder_list import HolderEntry

from .panel import click, type_in

pytestmark = pytest.mark.gui

Key = Qt.Key


def labels(desk):
    return [choice.label for choice in desk.holders.shown]


def take(desk, *keys):
    """Open the list with H, type, take with Enter."""
    desk.panel.open_holders(False)
    type_in(desk.holders.field, *keys, Key.Key_Return)


def test_the_list_opens_under_the_current_target_with_the_keyboard(desk):
    desk.session.press("w")
    desk.panel.open_holders(False)
    assert desk.panel.is_editing
    assert desk.holders.field.hasFocus()
    parts = desk.stance.parts
    assert parts.index(desk.holders) == parts.index(desk.row("us_government")) + 1
    assert labels(desk)[:3] == ["Author", "Outlet", "Person"]
    desk.panel.finish_editing()


def test_a_typed_name_is_a_new_person(desk):
    take(desk, "Ada Example")
    assert not desk.panel.is_editing
    assert desk.given_back == 1
    desk.session.press("a")
    assert ("stance", "export_controls", "person:Ada Example") in desk.answers()


def test_tab_gives_a_new_name_another_type(desk):
    take(desk, "The Ministry", Key.Key_Tab)
    desk.session.press("d")
    assert ("stance", "export_controls", "organisation:The Ministry") in desk.answers()


def test_a_line_grows_when_the_new_type_no_longer_fits_beside_the_name(desk):
    desk.panel.open_holders(False)
    type_in(desk.holders.field, "Consorzio irriguo")
    lines = [part for part in desk.holders.parts if isinstance(part, HolderEntry)]
    before = lines[0].height()
    type_in(desk.holders.field, Key.Key_Tab)
    assert lines[0].height() == lines[0].heightForWidth(lines[0].width()) > before
    desk.panel.finish_editing()


def test_tab_comes_round_to_the_first_type(desk):
    desk.panel.open_holders(False)
    type_in(desk.holders.field, "Ada", Key.Key_Tab)
    seen = [desk.holders.lit.type]
    for _ in range(3):
        type_in(desk.holders.field, Key.Key_Tab)
        seen.append(desk.holders.lit.type)
    assert seen == ["organisation", "quoted_text", "ai_system", "person"]
    desk.panel.finish_editing()


def test_tab_without_a_name_does_nothing(desk):
    desk.panel.open_holders(False)
    before = desk.holders.lit
    type_in(desk.holders.field, Key.Key_Tab)
    assert desk.holders.lit == before
    desk.panel.finish_editing()


def test_arrows_choose_and_go_round(desk):
    desk.panel.open_holders(False)
    type_in(desk.holders.field, Key.Key_Down)
    assert desk.holders.lit.label == "Outlet"
    type_in(desk.holders.field, Key.Key_Up, Key.Key_Up)
    assert desk.holders.lit == desk.holders.shown[-1]
    type_in(desk.holders.field, Key.Key_Up, Key.Key_Return)
    desk.session.press("s")
    assert ("stance", "export_controls", "ai_system") in desk.answers()


def test_a_type_that_wants_a_name_asks_for_it(desk):
    desk.panel.open_holders(False)
    type_in(desk.holders.field, "organ", Key.Key_Return)
    assert desk.panel.is_editing
    assert desk.holders.field.placeholderText() == "Organisation or government: type the name"
    type_in(desk.holders.field, "Acme", Key.Key_Return)
    desk.session.press("a")
    assert ("stance", "export_controls", "organisation:Acme") in desk.answers()


def test_names_of_this_article_come_first_and_are_filtered(desk):
    take(desk, "Ada Example")
    desk.session.press("a")
    desk.session.press("w")
    desk.panel.open_holders(False)
    assert labels(desk)[0] == "Ada Example"
    type_in(desk.holders.field, "ada")
    assert [(c.label, c.is_new) for c in desk.holders.shown] == [
        ("Ada Example", False),
        ("ada", True),
    ]
    type_in(desk.holders.field, Key.Key_Return)
    desk.session.press("d")
    assert ("stance", "us_government", "person:Ada Example") in desk.answers()


def test_a_new_name_is_lit_where_nobody_bears_it(desk):
    desk.panel.open_holders(False)
    type_in(desk.holders.field, "org")
    assert desk.holders.lit.label == "Organisation or government"
    type_in(desk.holders.field, "Org Zeta"[3:])
    assert desk.holders.lit.is_new
    desk.panel.finish_editing()


def test_escape_leaves_and_nothing_waits(desk):
    desk.panel.open_holders(False)
    type_in(desk.holders.field, "Ada", Key.Key_Escape)
    assert not desk.panel.is_editing
    assert desk.session.voice is None
    assert desk.given_back == 1


def test_shift_h_gives_the_last_position_to_another(desk):
    desk.session.press("a")
    desk.panel.open_holders(True)
    parts = desk.stance.parts
    assert parts.index(desk.holders) == parts.index(desk.row("export_controls")) + 1
    type_in(desk.holders.field, "Bo Writer", Key.Key_Return)
    assert set(desk.answers()) == {("stance", "export_controls", "person:Bo Writer")}


def test_a_quotation_asks_whose_voice_it_is(desk):
    desk.session.set_kind(desk.session.position, "quote")
    click(desk.cell("export_controls", "against"))
    assert desk.panel.is_editing
    assert [str(notice) for notice in desk.said] == ["A quotation: whose voice?"]
    type_in(desk.holders.field, "Cy Speaker", Key.Key_Return)
    assert set(desk.answers()) == {("stance", "export_controls", "person:Cy Speaker")}


def test_leaving_a_quotations_list_answers_nothing(desk):
    desk.session.set_kind(desk.session.position, "quote")
    click(desk.cell("export_controls", "against"))
    type_in(desk.holders.field, Key.Key_Escape)
    assert desk.answers() == {}


def test_entries_are_taken_by_a_click(desk):
    desk.panel.open_holders(False)
    entry = next(e for e in desk.holders._entries if e.choice and e.choice.holder == "outlet")
    click(entry)
    assert desk.session.voice == "outlet"
    assert not desk.panel.is_editing


def test_another_voice_is_clicked_under_the_current_target(desk):
    voice = desk.row("export_controls")._foot_buttons[0]
    click(voice)
    assert desk.panel.is_editing
    assert desk.holders.field.hasFocus()
    desk.panel.finish_editing()


def test_another_paragraph_closes_the_list(desk):
    desk.panel.open_holders(False)
    desk.session.go_next()
    assert not desk.panel.is_editing
    assert not desk.holders.isVisible()


def test_the_list_outlives_the_block_it_stood_in(desk):
    desk.panel.open_holders(False)
    desk.session.go_to(1)
    desk.session.go_to(2)
    desk.panel.open_holders(False)
    assert desk.holders.isVisible()
    desk.panel.set_session(None)
    desk.panel.set_session(desk.session)
    desk.panel.open_holders(False)
    assert desk.holders.field.hasFocus()
    desk.panel.finish_editing()


def test_a_refused_name_is_said(desk):
    take(desk, "a|b")
    assert "cannot be a holder's name" in str(desk.said[-1])


def test_long_names_take_a_second_line(desk):
    desk.panel.open_holders(False)
    QTest.keyClicks(desk.holders.field, "A very long name of a very long body of experts indeed")
    new = next(e for e in desk.holders._entries if e.choice and e.choice.is_new)
    known = desk.holders._entries[0].heightForWidth(300)
    assert new.heightForWidth(300) > known or len(desk.holders.shown) == 1
    desk.panel.finish_editing()
