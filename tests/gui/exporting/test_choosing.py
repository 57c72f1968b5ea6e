"""What can be chosen for each format, and what the dialog says to it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from annotator.formats import catalogue
from annotator.formats.catalogue import FORMATS, Format, writable
from annotator.store.engine import sqlite3
from annotator.study.exporting import Selection
from annotator.study.wishes import By, Wish, shapes_of
from annotator.ui.dialogs import choosing
from annotator.ui.exporting.dialog import Exporting
from annotator.ui.theme import DARK, apply_theme
from annotator.ui.translating import install_language
from tests.gui.conftest import focused

pytestmark = pytest.mark.gui

UNTICKED = Qt.CheckState.Unchecked


def untick(ticks, *rows: int) -> None:
    for row in rows or range(ticks.list.count()):
        ticks.list.item(row).setCheckState(UNTICKED)


def choose_shape(dialog, by: By, *, is_final: bool) -> None:
    dialog.options.shapes.setCurrentIndex(shapes_of(dialog.formats.name).index((by, is_final)))


def test_at_first_all_answers_go_out_as_jsonl_beside_the_project(dialog, demo_store):
    assert dialog.wish == Wish()
    assert dialog.selection == Selection()
    assert dialog.place.path == demo_store.path.with_suffix(".jsonl")
    assert dialog.export.isEnabled()
    assert dialog.trouble.isHidden()


@pytest.mark.parametrize("name", writable())
def test_every_format_can_be_exported_in_every_shape_it_has(dialog, name):
    dialog.formats.choose(name)
    for by, is_final in shapes_of(name):
        choose_shape(dialog, by, is_final=is_final)
        assert (dialog.wish.form, dialog.wish.by, dialog.wish.is_final) == (name, by, is_final)
        assert dialog.export.isEnabled(), dialog.trouble.text()
        assert dialog.facts.keeps.text().count("•") == len(dialog.wish.module.KEEPS)
        assert dialog.facts.loses.text().count("•") == len(dialog.wish.module.LOSES)
        assert f"--format {name}" in dialog.command.line.text() or name == "jsonl"
    assert str(dialog.place.path).endswith(FORMATS[name].suffix)


def test_a_format_that_is_added_to_the_catalogue_is_there(empty_window, demo_store, monkeypatch):
    added = Format("Another", "brat", ".other.zip")
    monkeypatch.setitem(catalogue.FORMATS, "another", added)
    dialog = Exporting(empty_window, demo_store, "en")
    dialog.formats.choose("another")
    assert dialog.formats.currentItem().text() == "Another"
    assert dialog.place.path == demo_store.path.with_suffix(".other.zip")
    assert dialog.export.isEnabled()
    dialog.deleteLater()


def test_only_what_a_format_can_do_is_shown(dialog):
    options = dialog.options
    for name, seen in {
        "jsonl": (True, True, False),
        "csv": (True, True, True),
        "csv-wide": (False, False, True),
        "brat": (False, False, False),
    }.items():
        dialog.formats.choose(name)
        shown = options.shapes, options.with_texts, options.for_spreadsheets
        assert tuple(each.isVisibleTo(options) for each in shown) == seen, name
        assert dialog.question.isVisibleTo(dialog) == (name == "csv-wide")
        assert dialog.layers.isVisibleTo(dialog) == (name != "csv-wide")
        assert dialog.place.several.isVisibleTo(dialog) == (name == "brat")


def test_a_final_table_says_what_it_keeps_and_has_no_texts(dialog):
    dialog.formats.choose("csv")
    choose_shape(dialog, "document", is_final=False)
    assert "one final answer" in dialog.facts.keeps.text()
    assert not dialog.options.with_texts.isVisibleTo(dialog)
    assert dialog.command.line.text().endswith("--format csv --by document")


def test_texts_are_as_the_format_has_them_until_somebody_says(dialog):
    options = dialog.options
    assert options.with_texts.isChecked()
    dialog.formats.choose("csv")
    assert options.without_texts.isChecked()
    assert dialog.wish.text is None
    options.with_texts.click()
    assert dialog.wish.text is True
    dialog.formats.choose("jsonl")
    assert dialog.wish.text is True
    options.without_texts.click()
    assert dialog.wish.text is False
    assert "--no-text" in dialog.command.line.text()


def test_in_public_somebody_has_to_say_whether_texts_go_out(dialog):
    options = dialog.options
    options.is_public.click()
    assert not options.with_texts.isChecked()
    assert not options.without_texts.isChecked()
    assert not dialog.export.isEnabled()
    assert "copyright" in dialog.trouble.text()
    assert not dialog.command.copy.isEnabled()
    options.without_texts.click()
    assert dialog.wish == Wish(text=False, is_public=True)
    assert dialog.export.isEnabled()
    assert dialog.trouble.isHidden()


def test_a_wide_table_is_about_one_question(dialog):
    dialog.formats.choose("csv-wide")
    question = dialog.question
    assert dialog.selection.layers == ("frame",)
    assert not question.targets.isVisibleTo(dialog)
    assert not question.as_numbers.isVisibleTo(dialog)
    assert not question.holders.isVisibleTo(dialog)
    question.layers.setCurrentIndex(question.layers.findData("stance"))
    question.targets.setCurrentIndex(question.targets.findData("chinese_ai"))
    question.as_numbers.click()
    assert dialog.wish == Wish("csv-wide", target="chinese_ai", numbers=True)
    question.holders.setCurrentIndex(question.holders.findData("author"))
    assert dialog.wish.holder == "author"
    assert dialog.selection.layers == ("stance",)
    assert "--layer stance" in dialog.command.line.text()
    question.layers.setCurrentIndex(question.layers.findData("frame"))
    assert dialog.wish == Wish("csv-wide")


def test_spreadsheets_and_ticks_reach_the_line(dialog):
    dialog.formats.choose("csv")
    dialog.options.for_spreadsheets.click()
    untick(dialog.annotators, 0)
    untick(dialog.layers, 1)
    assert "simulated_1" not in dialog.selection.annotators
    assert len(dialog.selection.annotators) == 2
    assert "frame_other" not in dialog.selection.layers
    line = dialog.command.line.text()
    assert line.endswith("--spreadsheet")
    assert "--annotator simulated_2 --annotator simulated_3" in line


def test_nothing_ticked_cannot_be_exported(dialog):
    untick(dialog.layers)
    assert not dialog.export.isEnabled()
    assert "Nothing is ticked" in dialog.trouble.text()
    dialog.formats.choose("csv-wide")  # asks for its one layer elsewhere
    assert dialog.export.isEnabled()


def test_rounds_are_asked_for_where_there_are_several(empty_window, demo_store):
    raw = sqlite3.connect(demo_store.path)
    raw.execute("INSERT INTO round(key, kind, codebook) VALUES('again', 'reliability', '1.0.0')")
    raw.commit()
    raw.close()
    dialog = Exporting(empty_window, demo_store, "en")
    assert dialog.rounds.isVisibleTo(dialog)
    untick(dialog.rounds, 0)
    assert dialog.selection.rounds == ("again",)
    dialog.deleteLater()


def test_what_a_blind_round_hides_is_refused_as_on_the_command_line(empty_window, demo_store):
    raw = sqlite3.connect(demo_store.path)
    raw.execute("""UPDATE round SET settings='{"blind":true}'""")
    raw.commit()
    raw.close()
    dialog = Exporting(empty_window, demo_store, "en")
    assert dialog.export.isEnabled()
    dialog.formats.choose("hf")
    assert "the round main is blind" in dialog.trouble.text()
    assert not dialog.export.isEnabled()
    dialog.deleteLater()


def test_a_missing_extra_shows_the_line_that_installs_it(dialog, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    dialog.formats.choose("parquet")
    assert 'pip install "annotator[parquet]"' in dialog.trouble.text()
    assert not dialog.export.isEnabled()
    dialog.formats.choose("csv")
    assert dialog.export.isEnabled()


def test_an_empty_place_cannot_be_written_to(dialog):
    dialog.place.line.setText("  ")
    assert dialog.trouble.text() == "Say where it goes."
    dialog.place.line.setText("beside.jsonl")
    assert dialog.place.path == dialog._store.path.with_name("beside.jsonl")


def test_another_place_is_found_by_the_dialog(dialog, monkeypatch, tmp_path):
    answers = [str(tmp_path / "chosen"), "", str(tmp_path / "other.txt")]
    monkeypatch.setattr(choosing, "choose_target", lambda *_: answers.pop(0))
    dialog.place.other.click()
    assert dialog.place.path == tmp_path / "chosen.jsonl"
    assert not dialog.place.may_replace  # it asked about another name
    dialog.place.other.click()
    assert dialog.place.path == tmp_path / "chosen.jsonl"
    dialog.place.other.click()
    assert dialog.place.may_replace
    dialog.formats.choose("csv")
    assert dialog.place.path == tmp_path / "other.txt"  # a name of one's own stays


def test_the_line_is_copied(dialog, demo_store):
    dialog.command.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.command.line.text()
    assert dialog.command.line.text().startswith(f"annotator export {demo_store.path} -o ")


def test_everything_is_reached_by_the_keyboard(dialog):
    assert focused() is dialog.formats
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert dialog.wish.form == "csv"
    wanted = {dialog.options.shapes, dialog.options.is_public, dialog.layers.list, dialog.export}
    wanted |= {dialog.annotators.list, dialog.place.line, dialog.command.copy, dialog.leave}
    for _ in range(30):
        wanted.discard(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert not wanted
    dialog.layers.list.setFocus()
    QTest.keyClick(dialog.layers.list, Qt.Key.Key_Space)
    assert "frame" not in dialog.layers.ticked


def test_boxes_have_an_outline_in_the_dark(empty_window, demo_store, qapp):
    apply_theme(qapp, "dark")
    dialog = Exporting(empty_window, demo_store, "en")
    for box in dialog.findChildren(QCheckBox):
        assert box.palette().color(QPalette.ColorRole.Window) == DARK.ink_faint
    dialog.deleteLater()


def test_it_speaks_italian(empty_window, demo_store):
    install_language("it")
    dialog = Exporting(empty_window, demo_store, "it")
    assert dialog.windowTitle() == "Esporta"
    assert "ogni risposta" in dialog.facts.keeps.text()
    dialog.deleteLater()


def test_one_file_cannot_have_the_name_of_a_zip(dialog, tmp_path):
    dialog.place.line.setText(str(tmp_path / "out.zip"))
    assert not dialog.export.isEnabled()
    assert "choose a name that does not end in .zip, such as out.jsonl" in dialog.trouble.text()
    dialog.formats.choose("brat")
    assert dialog.export.isEnabled()
