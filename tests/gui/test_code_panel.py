"""What the code panel shows of every question, and how it looks."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from annotator.ui.panel.code_panel import CodePanel
from annotator.ui.panel.prose import Prose
from annotator.ui.theme import apply_theme

from .panel import click

pytestmark = pytest.mark.gui

Key = Qt.Key


# ---------------------------------------------------------------- what is shown


def test_questions_stand_word_for_word_in_codebook_order(desk):
    asked = desk.session.questions()
    assert list(desk.panel.blocks) == [question.layer for question in asked]
    headings = [block.heading.text for block in desk.panel.blocks.values()]
    assert headings == [question.question for question in asked]


@pytest.mark.usefixtures("qapp")
def test_without_a_session_nothing_is_shown():
    panel = CodePanel()
    panel.show()
    assert panel.blocks == {}
    assert not panel.is_editing
    panel.deleteLater()


def test_a_session_without_an_article_shows_nothing(store):
    from annotator.session import Session

    panel = CodePanel()
    panel.set_session(Session(store, store.add_annotator("b2")))
    panel.show()
    assert panel.blocks == {}
    assert not panel._foot.isVisible()
    panel.deleteLater()


def test_a_chosen_code_says_primary_and_how_many_spans(desk):
    desk.session.press("1", selection=(0, 6))
    desk.session.press("2", selection=(7, 12))
    desk.session.press("2", shift=True)
    rows = desk.frame.rows
    assert (rows["economic"].aside, rows["geopolitical"].aside) == ("1 span", "primary · 1 span")
    assert [row.isChecked() for row in rows.values()] == [True, True, False, False]


def test_short_answers_stand_beside_each_other(desk):
    assert list(desk.frame.small_buttons) == ["none", "other", "cannot_tell", "skipped"]
    desk.session.press("0")
    assert desk.frame.small_buttons["none"].isChecked()


def test_the_rule_of_the_code_last_touched_opens_under_it(desk):
    desk.session.press("2")
    assert "Power, security, rivalry" in desk.frame.rule_text
    row, rule = desk.frame.rows["geopolitical"], desk.frame._rule
    assert row.geometry().bottom() < rule.geometry().top()
    assert rule.geometry().bottom() < desk.frame.rows["ideological"].geometry().top()
    desk.session.press("9")
    assert "none of the four" in desk.frame.rule_text
    assert rule.geometry().top() > desk.frame._flow.geometry().top()


def test_a_pair_rule_opens_once_a_second_code_competes(desk):
    desk.session.press("1")
    assert "Ask who acts" not in desk.frame.rule_text
    assert "F2: the rules beside Geopolitical, Ideological, Environmental" in desk.frame.rule_text
    desk.session.press("2")
    assert "Economic or Geopolitical? Ask who acts" in desk.frame.rule_text


def test_the_main_code_is_asked_for_from_two_codes(desk):
    desk.session.press("1")
    assert desk.frame.primary_text == ""
    desk.session.press("3")
    assert desk.frame.primary_text.startswith("Without which frame would the paragraph lose")


def test_a_paragraph_that_is_not_coded_says_so_and_offers_the_flag(desk):
    desk.session.go_to(1)
    assert desk.panel._notice.text.startswith("Kind: byline. It is not coded.")
    assert list(desk.panel.blocks) == ["flag"]


def test_the_whole_article_is_asked_with_the_same_blocks(desk):
    desk.session.go_to(desk.session.n_stops - 1)
    assert desk.panel._notice.text == "Whole article"
    assert list(desk.panel.blocks) == ["dominant_frame", "overall_stance"]
    desk.session.press("9")
    assert list(desk.panel.blocks) == ["dominant_frame", "dominant_frame_other", "overall_stance"]


def test_another_language_reaches_every_block(desk):
    desk.session.language = "it"
    assert desk.frame.heading.text.startswith("Da quali punti di vista")
    assert desk.frame.rows["economic"].text() == "Economico"
    assert "Governo degli Stati Uniti" in desk.row("us_government").text


class Marking(QTranslator):
    """An interface language whose words can be told from the code's."""

    def isEmpty(self):  # noqa: N802 - Qt calls it so, and passes over an empty one
        return False

    def translate(self, _context, text, _disambiguation=None, _n=-1):
        return f"~{text}"


def test_a_switch_of_the_interface_reaches_every_word(desk, qapp):
    desk.session.press("1", selection=(0, 6))
    translator = Marking(qapp)
    qapp.installTranslator(translator)
    qapp.processEvents()
    assert desk.frame.rows["economic"].aside == "~1 span"
    assert desk.foot.confidence.text() == "○ ○ ○  ~not said"
    assert desk.foot.note.field.placeholderText().startswith("~for the team")
    qapp.removeTranslator(translator)
    qapp.processEvents()
    assert desk.frame.rows["economic"].aside == "1 span"


# ---------------------------------------------------------------- stance


def test_columns_carry_words_beside_shapes(desk):
    names = [cell.accessibleName() for cell in desk.row("us_government").controls[0][1].cells]
    assert names == [
        f"{word}, US government, Author"
        for word in ("Against", "Neutral", "In favour", "Mixed", "Not addressed")
    ]
    signs = [cell.text() for cell in desk.row("us_government").controls[0][1].cells]
    assert signs == ["▼", "■", "▲", "◆", "–"]


def test_a_lone_author_stands_beside_the_target(desk):
    desk.session.press("d")
    assert desk.chosen("export_controls") == ["favour"]
    assert desk.row("export_controls").text == "Export controls and trade restrictions"


def test_another_voice_gets_its_own_line(desk):
    desk.session.press("d")
    desk.session.go_to_target("stance", "export_controls")
    desk.session.use_holder("person:Ada Example")
    assert desk.row("export_controls").text.endswith("Author\nAda Example")
    assert desk.chosen("export_controls") == ["favour", None]
    desk.session.press("a")
    assert desk.chosen("export_controls") == ["favour", "against"]


def test_offered_targets_fold_until_answered_or_current(desk):
    assert list(desk.stance.rows) == [
        "export_controls",
        "us_government",
        "us_tech_firms",
        "chinese_ai",
    ]
    assert desk.stance.more.text() == "5 more offered · keys T Y I O P"
    desk.session.press("t")
    assert "chinese_government" in desk.stance.rows
    desk.session.press("q")
    assert "chinese_government" not in desk.stance.rows
    for key in "tyio":
        desk.session.press(key)
        desk.session.press("s")
    assert desk.stance.more.text() == "one more offered · key P"


def test_offered_targets_unfold_by_a_click_until_the_next_paragraph(desk):
    click(desk.stance.more)
    assert len(desk.stance.rows) == 9
    assert not desk.stance.more.isVisible()
    desk.session.go_next()
    assert len(desk.stance.rows) == 4


def test_owed_targets_are_told_from_answered_ones(desk):
    row = desk.row("us_government")
    assert row.accessibleDescription() == "still open"
    desk.session.press("w")
    desk.session.press("g")
    assert row.accessibleDescription() == ""
    assert desk.chosen("us_government") == ["none"]


def test_cannot_tell_stands_in_words(desk):
    desk.session.press("w")
    desk.session.cannot_tell()
    assert "Cannot tell" in desk.row("us_government").text


def test_the_rule_of_a_position_stands_under_the_targets(desk):
    desk.session.press("a")
    assert desk.stance.rule_text.startswith("Against\nThe holder presents the target as wrong")


# ---------------------------------------------------------------- looks


def test_markup_in_codebook_and_names_stays_text(desk):
    desk.session.press("d")
    desk.session.go_to_target("stance", "export_controls")
    desk.session.use_holder("person:<b>Ada</b>")
    desk.session.press("a")
    assert "<b>Ada</b>" in desk.row("export_controls").text
    tips = [cell.toolTip() for cell in desk.row("export_controls").controls[1][1].cells]
    assert all("&lt;b&gt;Ada&lt;/b&gt;" in tip for tip in tips)


def test_widgets_outlive_answers_and_paragraphs(desk):
    desk.session.press("1")
    before = set(map(id, desk.panel.findChildren(QWidget)))
    for key in ("2", "d", "a", "1"):
        desk.session.press(key)
    desk.session.go_next()
    desk.session.go_previous()
    assert before <= set(map(id, desk.panel.findChildren(QWidget)))


def test_the_same_picture_again_lays_nothing_out(desk, monkeypatch):
    laid = []
    lay = Prose._lay
    desk.session.press("1")

    def counted(self, width):
        if width != self._laid_width:
            laid.append(self.text)
        lay(self, width)

    monkeypatch.setattr(Prose, "_lay", counted)
    desk.panel.refresh()
    assert laid == []
    desk.session.press("2")
    assert laid


def test_the_panel_keeps_its_place_while_the_active_row_stays(desk):
    desk.panel.resize(355, 420)
    desk.session.press("w")
    bar = desk.panel._scroll.verticalScrollBar()
    bar.setValue(bar.value() - 5)
    before = bar.value()
    desk.session.cycle_confidence()
    desk.panel.refresh()
    assert bar.value() == before


def test_the_current_row_comes_into_sight(desk):
    desk.panel.resize(355, 420)
    for key in "werq":
        desk.session.press(key)
        row = desk.stance.rows[desk.session.target]
        top = row.mapTo(desk.panel._scroll.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= desk.panel._scroll.viewport().height() - row.height()


@pytest.mark.parametrize("width", [240, 300, 355, 600])
@pytest.mark.parametrize("language", ["en", "it"])
def test_nothing_is_clipped_or_overlaps_at_any_width(desk, width, language):
    desk.session.language = language
    for key in ("1", "2", "d"):
        desk.session.press(key)
    click(desk.stance.more)
    desk.panel.resize(width, 900)
    for prose in desk.panel.findChildren(Prose):
        if prose.isVisible() and prose.parentWidget() is not desk.foot.note.button:
            assert prose.height() >= prose.heightForWidth(prose.width())
            assert prose.geometry().right() <= prose.parentWidget().width()
    parts = [p for b in desk.panel.blocks.values() for p in _seen(b)]
    for upper, lower in itertools.pairwise(parts):
        assert upper.mapTo(desk.panel, QPoint()).y() + upper.height() <= (
            lower.mapTo(desk.panel, QPoint()).y() + 1
        )


def _seen(block):
    return [part for part in block.parts if part.isVisible()]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_panel_dresses_as_the_theme_does(desk, choice, qapp):
    apply_theme(qapp, choice)
    qapp.processEvents()
    desk.session.press("1")
    picture = desk.panel.grab().toImage()
    ground = QColor(picture.pixel(4, 4))
    assert (ground.lightness() < 128) == (choice == "dark")
    row = desk.frame.rows["economic"]
    at = row.mapTo(desk.panel, QPoint(row.width() // 2, 5))
    assert QColor(picture.pixel(at)) != ground
