"""How files are read, tables, several articles in a file, and duplicates."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.store import Store
from annotator.ui.dialogs import choosing

from .conftest import TEXT

pytestmark = pytest.mark.gui

ROWS = (
    "headline,body,who\nOne,The river rose in the town.,Ada\nTwo,It fell again in the night.,Bo\n"
)


def choose(box, data) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def documents(opened):
    with Store.open(opened.main.store.path) as store:
        return store.documents()


def test_another_encoding_has_the_file_read_anew(opened, tmp_path):
    (tmp_path / "a.txt").write_bytes("La città è più bella così.\n".encode())
    (tmp_path / "b.txt").write_bytes("Perché no, si disse allora.\n".encode())
    (tmp_path / "c.csv").write_text(ROWS)
    dialog = opened.open(*(tmp_path / name for name in ("a.txt", "b.txt", "c.csv")))
    opened.select("a.txt")
    manner = dialog.preview.manner
    assert manner.encoding.currentText() == "found: utf-8"
    choose(manner.encoding, "windows-1252")
    opened.wait()
    assert "cittÃ" in dialog.preview.paragraphs.rows.article.text
    assert manner.encoding.currentData() == "windows-1252"
    manner.all.click()
    opened.wait()
    assert opened.entry("b.txt").options.encoding == "windows-1252"
    assert opened.entry("c.csv").options.encoding is None
    opened.take_all()
    with Store.open(opened.main.store.path) as store:
        found = store.source(store.documents()[1].id)
        assert found is not None
        assert found.encoding == "cp1252"


def test_an_encoding_may_be_typed(opened, tmp_path):
    (tmp_path / "a.txt").write_bytes("Perché no?\n".encode("cp852"))
    dialog = opened.open(tmp_path / "a.txt")
    box = dialog.preview.manner.encoding
    box.lineEdit().setText("cp852")
    box.lineEdit().returnPressed.emit()
    opened.wait()
    assert dialog.preview.paragraphs.rows.article.text == "Perché no?"
    box.lineEdit().setText("klingon")
    box.lineEdit().returnPressed.emit()
    opened.wait()
    assert opened.entry("a.txt").state == "failed"
    assert "klingon" in dialog.preview.notes.words[0]
    assert not dialog.preview.paragraphs.isVisible()


def test_the_wheel_chooses_nothing(opened, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    dialog = opened.open(tmp_path / "a.txt")
    box = dialog.preview.manner.encoding
    place = QPointF(box.rect().center())
    down = QPoint(0, -120)
    event = QWheelEvent(
        place,
        QPointF(box.mapToGlobal(place)),
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == 0
    assert not dialog.is_working


def test_another_form(opened, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    dialog = opened.open(tmp_path / "a.txt")
    form = dialog.preview.manner.form
    assert form.currentText() == "found: plain text"
    choose(form, "nexis")
    opened.wait()
    assert opened.entry("a.txt").look.form == "nexis"
    assert form.currentText() == "Nexis or Factiva"
    assert not dialog.preview.manner.encoding.isVisible()
    choose(form, "nexis")
    assert not dialog.is_working, "nothing is read for the same wish"


def test_after_a_change_a_file_is_not_read_anew(opened, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    dialog = opened.open(tmp_path / "a.txt")
    dialog.preview.paragraphs.go_to(3)
    dialog.preview.merge.click()
    assert not dialog.preview.manner.isEnabled()
    assert "take your changes" in dialog.preview.manner.toolTip()
    dialog.preview.undo.click()
    assert dialog.preview.manner.isEnabled()


def test_columns_are_mapped(opened, tmp_path):
    (tmp_path / "a.csv").write_text(ROWS)
    dialog = opened.open(tmp_path / "a.csv")
    boxes = dialog.preview.manner.columns.boxes
    assert (boxes["text"].currentText(), boxes["title"].currentText()) == ("body", "headline")
    assert boxes["author"].currentText() == "—"
    choose(boxes["author"], "who")
    opened.wait()
    assert dialog.preview.fields.sources["author"].text() == "from the column “who”"
    choose(boxes["title"], "")
    opened.wait()
    assert opened.entry("a.csv").options.columns == {"author": "who", "title": ""}
    opened.take_all()
    found = documents(opened)[1:]
    assert [each.author for each in found] == ["Ada", "Bo"]
    assert [each.title for each in found] == ["a", "a 2"]


def test_a_table_whose_text_cannot_be_told(opened, tmp_path):
    (tmp_path / "a.csv").write_text("one,two\n1,The river rose.\n")
    dialog = opened.open(tmp_path / "a.csv")
    assert opened.entry("a.csv").state == "failed"
    assert dialog.preview.manner.columns.isVisible()
    choose(dialog.preview.manner.columns.boxes["text"], "two")
    opened.wait()
    assert dialog.preview.paragraphs.rows.article.text == "The river rose."
    opened.take_all()
    with Store.open(opened.main.store.path) as store:
        source = store.source(store.documents()[1].id)
        assert source is not None
        assert source.content == b"one,two\n1,The river rose.\n", "the bytes of a table are kept"


def test_several_articles_in_a_file(opened, tmp_path):
    (tmp_path / "a.csv").write_text(ROWS)
    dialog = opened.open(tmp_path / "a.csv")
    preview = dialog.preview
    assert preview.which.text() == "Article 1 of 2"
    assert not preview.previous.isEnabled()
    preview.taken_in.click()
    preview.next.click()
    assert (preview.which.text(), preview.taken_in.isChecked()) == ("Article 2 of 2", True)
    assert preview.fields.boxes["title"].currentText() == "Two"
    preview.previous.click()
    assert not preview.taken_in.isChecked()
    preview.taken_in.click()
    preview.taken_in.click()
    assert opened.take_all() == "1 taken in, 0 already there, 0 failed."
    assert [each.title for each in documents(opened)[1:]] == ["Two"]


def test_of_a_large_file_the_first_articles_are_shown(opened, tmp_path, monkeypatch):
    from annotator.study import survey

    monkeypatch.setattr(survey, "LOOKED_AT", 2)
    rows = "".join(f'{{"text": "The river rose by {n} metres in the town."}}\n' for n in range(5))
    (tmp_path / "a.jsonl").write_text(rows + '{"text": ""}\n')
    dialog = opened.open(tmp_path / "a.jsonl")
    assert dialog.preview.state.text() == "2+ articles · 2 ¶ · 2 doubtful"
    assert "first 2 articles" in dialog.preview.notes.words[0]
    assert opened.take_all() == "5 taken in, 0 already there, 1 failed."
    assert opened.entry("a.jsonl").state == "odd"
    assert dialog.preview.state.text() == "taken in: 5 articles · 1 failed"


def test_what_a_page_s_head_says_comes_from_no_paragraph(opened, tmp_path):
    pytest.importorskip("trafilatura")
    words = "The river rose by two metres in the town, said Ada Venn of the harbour office. " * 4
    head = '<title>The river</title><meta name="author" content="Ada Venn">'
    page = f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page)
    dialog = opened.open(tmp_path / "a.html")
    dialog.foot.proposals.setChecked(True)
    assert dialog.preview.fields.boxes["author"].currentText() == "Ada Venn"
    assert dialog.preview.fields.sources["author"].text() == "from “Ada Venn”"


def test_duplicates_are_told_and_taken_in_only_if_wanted(opened, tmp_path):
    text = " ".join(f"word{n}" for n in range(200))
    (tmp_path / "a.txt").write_text(f"{text}.\n")
    (tmp_path / "b.txt").write_text(f"{text}.\n\n")
    (tmp_path / "c.txt").write_text(f"{text} and so on.\n")
    dialog = opened.open(*(tmp_path / name for name in ("a.txt", "b.txt", "c.txt")))
    opened.select("b.txt")
    assert dialog.preview.state.text() == "the same text as a.txt"
    assert dialog.preview.notes.words == ["a.txt has the same text; it is taken in once."]
    opened.select("c.txt")
    assert "98 % of its text is that of “a.txt”" in dialog.preview.notes.words[0]
    dialog.foot.duplicates.setChecked(True)
    opened.select("b.txt")
    assert dialog.preview.notes.words == [
        "a.txt has the same text; this one is taken in as a copy."
    ]
    assert opened.take_all() == "3 taken in, 0 already there, 0 failed."


def test_an_article_that_is_there_says_so(opened, folder):
    dialog = opened.open(folder)
    opened.select("again.txt")
    assert "it is not taken in again" in dialog.preview.notes.words[0]
    dialog.foot.duplicates.setChecked(True)
    assert "it is taken in as a copy" in dialog.preview.notes.words[0]


def test_the_files_need_not_be_kept(opened, folder):
    dialog = opened.open(folder)
    dialog.foot.source.setChecked(False)
    opened.take_all()
    with Store.open(opened.main.store.path) as store:
        source = store.source(store.documents()[-1].id)
        assert source is not None
        assert (source.content, source.file_name) == (None, "good.txt")


def test_a_table_says_the_metadata(opened, folder, tmp_path, monkeypatch):
    rows = "".join(f"none{n}.txt,x\n" for n in range(12))
    (tmp_path / "meta.csv").write_text(f"file,author\ngood.txt,Cora\n{rows}")
    dialog = opened.open(folder)
    dialog.foot.proposals.setChecked(True)
    opened.select("good.txt")
    monkeypatch.setattr(choosing, "choose_file", lambda *_: str(tmp_path / "meta.csv"))
    dialog.foot.table.click()
    assert dialog.foot.table_words.text() == "meta.csv, rows: 13"
    assert dialog.preview.fields.sources["author"].text() == "the table says: Cora"
    dialog.foot.no_table.click()
    assert dialog.foot.table_words.text() == ""
    assert dialog.preview.fields.sources["author"].text() == "¶ 2: By Ada Venn — The Lantern"
    dialog.foot.table.click()
    opened.take_all()
    assert documents(opened)[-1].author == "Cora"
    assert "Articles that the table changed: 1." in dialog.foot.table_words.text()
    told = dialog.foot.table_words.toolTip().split("\n")
    assert len(told) == 9
    assert told[-1] == "… and 5 more"


def test_a_table_that_cannot_be_read_says_why(opened, folder, tmp_path):
    (tmp_path / "meta.csv").write_text("name\nx\n")
    dialog = opened.open(folder)
    dialog.table.use(tmp_path / "meta.csv")
    assert "no column “file”" in dialog.foot.words.text()


def test_many_remarks_are_cut_short_and_scrolled(opened, tmp_path):
    rows = '{"text": "The river rose."}\n' + '{"text": ""}\n' * 60
    (tmp_path / "a.jsonl").write_text(rows)
    dialog = opened.open(tmp_path / "a.jsonl")
    assert dialog.preview.state.text() == "1 ¶ · 1 doubtful · 60 failed"
    notes = dialog.preview.notes
    assert len(notes.words) == 40
    assert notes.words[-1] == "… and 21 more"
    opened.qtbot.waitUntil(lambda: notes.verticalScrollBar().maximum() > 0)
    assert dialog.minimumSizeHint().height() < 700
