"""The rows of an article: heights, parts, estimates."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF

from annotator.ui.article.sheet import Setting, Sheet

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]


def sheet_of(session, **changes) -> Any:
    usual = {"viewport_width": 900, "size_px": 18, "characters": 68, "is_reading_only": False}
    return Sheet(session, Setting(**usual | changes))


def test_one_row_a_paragraph_and_one_for_the_whole_article(session):
    sheet = sheet_of(session)
    assert len(sheet) == len(session.paragraphs) + 1
    assert sheet.row(len(sheet) - 1).whole is not None
    assert sheet.row(0).block is not None


def test_codebook_without_document_layers_has_no_last_row(session, monkeypatch):
    monkeypatch.setattr(type(session), "n_stops", property(lambda s: len(s.paragraphs)))
    assert len(sheet_of(session)) == len(session.paragraphs)


@pytest.mark.parametrize("characters", [60, 75])
def test_line_holds_about_as_many_characters_as_wished(session_on, characters: int):
    words = "The ministry will clear no shipment that could end up with the neighbour. " * 30
    sheet = sheet_of(session_on([("body", words)]), characters=characters)
    layout = sheet.row(0).block._layout
    lengths = [layout.lineAt(i).textLength() for i in range(layout.lineCount() - 1)]
    assert characters - 8 <= sum(lengths) / len(lengths) <= characters + 4


def test_estimates_of_prose_are_near(session_on):
    texts = [
        ("body", "The quay sank, and two firms moved north with a third. " * n) for n in range(1, 9)
    ]
    sheet = sheet_of(session_on(texts))
    before = [sheet.height(row) for row in range(8)]
    grown = [sheet.measure(row) for row in range(8)]
    assert all(abs(more) <= 0.35 * was for was, more in zip(before, grown, strict=True))
    assert [sheet.height(row) for row in range(8)] == [sheet.row(row).height for row in range(8)]


def test_row_is_measured_once_until_it_is_forgotten(session):
    sheet = sheet_of(session)
    sheet.measure(2)
    assert sheet.is_measured(2)
    assert sheet.measure(2) == 0
    before = sheet.row(2)
    sheet.forget(2)
    assert not sheet.is_measured(2)
    assert sheet.row(2) is not before


def test_row_holds_its_text_and_its_margin_whole(session):
    session.go_to(5)
    for key in "1234":
        session.press(key)
    for target in "qwer":
        session.press(target)
        session.press("a")
    row = sheet_of(session, viewport_width=640).row(5)
    assert row.margin.height > row.block.height
    assert row.margin_top + row.margin.height <= row.height
    assert row.text_top + row.block.height <= row.height


def test_reading_only_shows_neither_margin_nor_evidence(session):
    session.go_to(2)
    session.press("1", selection=(0, 8))
    assert sheet_of(session).row(2).underlines
    row = sheet_of(session, is_reading_only=True).row(2)
    assert (row.margin, row.underlines) == (None, ())


def test_many_levels_of_evidence_move_the_lines_apart(session):
    session.go_to(2)
    for key in "1234":
        session.press(key, selection=(0, 14))
    session.press("q")
    session.press("a", selection=(0, 14))
    coded, plain = sheet_of(session).row(2), sheet_of(session, is_reading_only=True).row(2)
    lines = plain.block._layout.lineCount()
    assert coded.block.height == pytest.approx(plain.block.height + 2 * 4 * lines)


def test_right_to_left_row_is_indented_at_its_right(session_on):
    session = session_on([("quote", "قالت البلدية إن الشركات غادرت"), ("quote", "They left.")])
    sheet = sheet_of(session)
    assert sheet.row(0).indent == 0
    assert sheet.row(1).indent > 0


def test_instructions_stand_above_until_the_first_answer(session):
    sheet = sheet_of(session)
    assert sheet.box is not None
    assert sheet.top(0) > sheet.box.height
    session.press("0")
    assert sheet.put_instructions() < 0
    assert sheet.box is None
    assert sheet.top(0) < 40


def test_whole_article_has_a_block_for_every_paragraph(session):
    sheet = sheet_of(session)
    whole = sheet.row(len(sheet) - 1).whole
    found = [whole.position_at(whole._rect(i).center()) for i in range(len(session.paragraphs))]
    assert found == list(range(len(session.paragraphs)))
    assert whole.position_at(QPointF(1, 1)) is None


def test_whole_article_of_a_long_text_has_one_block_for_several(session_on):
    sheet = sheet_of(session_on([("body", f"Word {n}.") for n in range(1000)]))
    whole = sheet.row(1000).whole
    rects = [whole._rect(i) for i in range(whole._n)]
    assert whole._n < 1000
    assert max(rect.right() for rect in rects) <= sheet.columns.text_width
    assert max(rect.bottom() for rect in rects) <= whole.height
    positions = [whole._position(i) for i in range(whole._n)]
    assert positions == sorted(set(positions))
