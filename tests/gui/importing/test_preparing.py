"""What a person changes before the articles are taken in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import KINDS
from annotator.store import Store
from annotator.text import editing
from annotator.ui.dialogs import message

pytestmark = pytest.mark.gui

Key = Qt.Key


def kinds(dialog) -> list[str]:
    return [each.kind for each in dialog.preview._article.paragraphs]


def texts(dialog) -> list[str]:
    return [each.text for each in dialog.preview._article.paragraphs]


@pytest.fixture
def dialog(opened, folder):
    dialog = opened.open(folder)
    opened.select("good.txt")
    yield dialog
    dialog._may_lose_changes = lambda: True


def test_a_digit_says_the_kind(dialog):
    dialog.foot.proposals.setChecked(True)
    rows = dialog.preview.paragraphs
    rows.go_to(3)
    for number, kind in enumerate(KINDS, start=1):
        QTest.keyClick(rows, Key(Key.Key_0 + number))
        assert kinds(dialog)[3] == kind
        assert rows.number == 3
    assert dialog.preview.fields.boxes["title"].currentText() == "A better harbour"


def test_m_merges_and_control_z_takes_it_back(dialog):
    rows = dialog.preview.paragraphs
    before = texts(dialog)
    rows.go_to(3)
    QTest.keyClick(rows, Key.Key_M)
    assert len(texts(dialog)) == 5
    assert texts(dialog)[3].endswith(
        "the makers\nsay that a tenth of their orders has dried up since the rule was read out."
    )
    assert dialog.preview.undo.isEnabled()
    dialog.preview._take_back()
    assert texts(dialog) == before
    assert not dialog.preview.undo.isEnabled()
    dialog.preview._take_back()
    assert texts(dialog) == before


def test_the_last_paragraph_has_none_to_merge_with(dialog):
    rows = dialog.preview.paragraphs
    rows.go_to(5)
    assert not dialog.preview.merge.isEnabled()
    QTest.keyClick(rows, Key.Key_M)
    assert len(texts(dialog)) == 6


def test_enter_goes_to_the_words_and_parts_there(dialog):
    preview = dialog.preview
    preview.paragraphs.go_to(3)
    preview.paragraphs.setFocus()
    QTest.keyClick(preview.paragraphs, Key.Key_Return)
    assert preview.passage.hasFocus()
    at = texts(dialog)[3].index("It said")
    cursor = preview.passage.textCursor()
    cursor.setPosition(at + 1)  # the ship counts two for Qt
    preview.passage.setTextCursor(cursor)
    assert preview.passage.caret == at
    QTest.keyClick(preview.passage, Key.Key_Right)
    QTest.keyClick(preview.passage, Key.Key_Left)
    QTest.keyClick(preview.passage, Key.Key_Return)
    assert texts(dialog)[3:5] == [
        "The ministry will clear no shipment 🚢 to the neighbour.",
        "It said so twice, and the makers",
    ]
    assert preview.paragraphs.hasFocus()
    assert preview.paragraphs.number == 3


def test_at_the_edge_of_a_paragraph_there_is_nothing_to_part(dialog):
    preview = dialog.preview
    preview.passage.moveCursor(QTextCursor.MoveOperation.Start)
    preview.part_here.click()
    assert len(texts(dialog)) == 6
    assert preview.passage.hasFocus(), "where to put the caret"
    QTest.keyClick(preview.passage, Key.Key_Escape)
    assert preview.paragraphs.hasFocus()


def test_a_change_that_passes_a_limit_is_refused_in_words(dialog, monkeypatch):
    monkeypatch.setattr(editing, "MAX_PARAGRAPH_CHARACTERS", 20)
    dialog.preview.paragraphs.go_to(3)
    dialog.preview.merge.click()
    assert "paragraph 4 has 163 characters" in dialog.preview.notes.words[0]
    assert len(texts(dialog)) == 6


def test_a_click_on_the_kind_offers_the_others(dialog):
    rows = dialog.preview.paragraphs
    rows.go_to(3)
    place = rows.visualRect(rows.currentIndex()).topLeft() + QPoint(80, 20)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    actions = {action.text(): action for action in menu.actions()}
    assert actions["&5  body"].isChecked()
    actions["&6  quote"].trigger()
    menu.close()
    assert kinds(dialog)[3] == "quote"
    text = rows.visualRect(rows.currentIndex()).topLeft() + QPoint(300, 20)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=text)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("reason", ["Keyboard", "Mouse"])
def test_the_menu_by_its_key_or_the_right_button(dialog, reason):
    rows = dialog.preview.paragraphs
    rows.go_to(3)
    why = getattr(QContextMenuEvent.Reason, reason)
    rows.contextMenuEvent(QContextMenuEvent(why, QPoint(9, 9), QPoint(9, 9)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(a for a in menu.actions() if a.text().startswith("Merge")).trigger()
    menu.close()
    assert len(texts(dialog)) == 5


def test_metadata_are_chosen_by_hand(dialog, opened):
    dialog.foot.proposals.setChecked(True)
    boxes = dialog.preview.fields.boxes
    sources = dialog.preview.fields.sources
    assert boxes["author"].currentText() == "Ada Venn"
    assert sources["author"].text() == "¶ 2: By Ada Venn — The Lantern"
    assert sources["published_on"].text() == "¶ 3: 14 February 2025"
    assert sources["lang"].text().startswith("from “")
    line = boxes["author"].lineEdit()
    line.setText("A. Venn")
    line.editingFinished.emit()
    boxes["outlet"].setEditText("")
    boxes["outlet"].lineEdit().editingFinished.emit()
    boxes["published_on"].setEditText("3 March 2024")
    boxes["published_on"].lineEdit().editingFinished.emit()
    assert boxes["published_on"].currentText() == "2024-03-03"
    assert sources["author"].text() == ""
    opened.take_all()
    with Store.open(opened.main.store.path) as store:
        document = store.documents()[-1]
        assert (document.author, document.outlet) == ("A. Venn", None)
        assert document.published_on == "2024-03-03"


def test_a_date_that_means_no_day_is_not_taken(dialog):
    dialog.foot.proposals.setChecked(True)
    box = dialog.preview.fields.boxes["published_on"]
    box.setEditText("3/4/2025")
    box.lineEdit().editingFinished.emit()
    assert box.currentText() == "2025-02-14"


def test_what_is_proposed_waits_until_somebody_takes_it(dialog, opened):
    boxes = dialog.preview.fields.boxes
    assert dialog.preview.fields.sources["author"].text() == "¶ 2: By Ada Venn — The Lantern"
    assert boxes["author"].currentText() == ""
    assert boxes["author"].lineEdit().placeholderText() == "proposed: Ada Venn"
    assert boxes["lang"].currentText() == "en"
    assert boxes["title"].lineEdit().placeholderText() == "A better harbour"
    boxes["outlet"].setCurrentIndex(0)
    boxes["outlet"].activated.emit(0)
    opened.take_all()
    with Store.open(opened.main.store.path) as store:
        document = store.documents()[-1]
        assert (document.author, document.outlet) == (None, "The Lantern")


def test_changes_are_in_the_project_and_in_its_steps(dialog, opened):
    dialog.preview.paragraphs.go_to(3)
    dialog.preview.merge.click()
    opened.take_all()
    with Store.open(opened.main.store.path) as store:
        document = store.documents()[-1]
        assert document.n_paragraphs == 5
        source = store.source(document.id)
        assert source is not None
        assert source.steps[-1] == {"step": "edit", "part": 0, "did": "merge", "paragraph": 3}
    opened.select("good.txt")
    dialog.preview.paragraphs.go_to(0)
    assert not dialog.preview.merge.isEnabled(), "what is in cannot be changed here"
    QTest.keyClick(dialog.preview.paragraphs, Key.Key_5)
    QTest.keyClick(dialog.preview.paragraphs, Key.Key_Return)
    assert kinds(dialog)[0] == "title"


def test_only_doubtful_paragraphs_are_shown(dialog):
    preview = dialog.preview
    assert preview.only_doubtful.text() == "Only doubtful paragraphs (2)"
    preview.only_doubtful.setChecked(True)
    rows = preview.paragraphs.rows
    assert [rows.number(row) for row in range(rows.rowCount())] == [3, 4]
    words = rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("¶ 4, body, doubtful: The ministry")
    assert rows.data(rows.index(0)).startswith("The ministry")
    preview.paragraphs.go_to(5)
    assert preview.paragraphs.number == 4
    preview.only_doubtful.setChecked(False)
    assert preview.paragraphs.number == 4


def test_a_list_without_doubtful_paragraphs_says_so(dialog):
    rows = dialog.preview.paragraphs
    dialog.preview.only_doubtful.setChecked(True)
    article = dialog.preview._article
    plain = tuple(each for each in article.paragraphs if each.text.endswith("built."))
    rows.show_article(replace(article, paragraphs=plain), only_doubtful=True)
    assert rows.rows.rowCount() == 0
    with_words = rows.viewport().grab().toImage()
    rows.show_article(None, only_doubtful=True)
    assert rows.viewport().grab().toImage() != with_words


def test_n_goes_to_the_next_doubtful_paragraph_of_all_files(dialog, opened, folder):
    (folder / "zz.jsonl").write_text(
        '{"text": "The river rose by two metres in a single night."}\n{"text": "Short."}\n'
    )
    (folder / "zzz.txt").write_text("The river rose by two metres in a night, it was said.\n")
    dialog.add([folder])
    opened.wait()
    opened.select("good.txt")
    rows = dialog.preview.paragraphs
    rows.go_to(0)
    seen = []
    for _ in range(4):
        QTest.keyClick(rows, Key.Key_N)
        seen.append((dialog.preview.name.text(), dialog.preview.part, rows.number))
    last = ("zz.jsonl", 1, 0)
    assert seen == [("good.txt", 0, 3), ("good.txt", 0, 4), last, last]


def test_other_keys_are_the_list_s(dialog):
    rows = dialog.preview.paragraphs
    rows.go_to(0)
    QTest.keyClick(rows, Key.Key_Down)
    assert rows.number == 1
    QTest.keyClick(rows, Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert kinds(dialog)[1] == "byline"


def test_closing_asks_where_changes_would_be_lost(dialog, monkeypatch):
    asked = []

    def answer(_parent, _title, words, *_buttons):
        asked.append(words)
        return len(asked) == 2

    monkeypatch.setattr(message, "ask", answer)
    dialog.preview.merge.click()
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    assert asked == ["You have changed files that are not imported yet: 1."] * 2


def test_the_keyboard_goes_from_the_files_to_the_paragraphs_and_back(dialog):
    dialog.files.setFocus()
    QTest.keyClick(dialog.files, Key.Key_Return)
    assert dialog.preview.paragraphs.hasFocus()
    QTest.keyClick(dialog.preview.paragraphs, Key.Key_Escape)
    assert dialog.files.hasFocus()
    assert dialog.isVisible()


def test_esc_leaves_a_field_before_it_closes_the_window(dialog):
    dialog.preview.fields.boxes["title"].setFocus()
    QTest.keyClick(dialog.preview.fields.boxes["title"], Key.Key_Escape)
    assert dialog.files.hasFocus()
    QTest.keyClick(dialog.files, Key.Key_Escape)
    assert not dialog.isVisible()


def test_on_a_low_screen_the_words_come_into_sight_with_the_caret(dialog):
    dialog.resize(dialog.width(), 420)
    bar = dialog.right.verticalScrollBar()
    QTest.keyClick(dialog.files, Key.Key_Return)
    bar.setValue(0)
    QTest.keyClick(dialog.preview.paragraphs, Key.Key_Return)
    assert bar.value() > 0
    passage = dialog.preview.passage
    assert (
        dialog.right.viewport()
        .rect()
        .intersects(passage.rect().translated(passage.mapTo(dialog.right.viewport(), QPoint())))
    )
