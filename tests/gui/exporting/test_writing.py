"""The work: what is written, what is told of it, how it is stopped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from annotator.formats import jsonl
from annotator.model import Answer, Place
from annotator.store import Change, Store
from annotator.study import shapes
from annotator.study.exporting import Selection
from annotator.study.wishes import Wish
from annotator.ui.exporting import dialog as dialog_module
from annotator.ui.exporting.dialog import Exporting
from annotator.ui.exporting.work import ExportAnswers
from annotator.ui.job import Cancelled, Job
from tests.gui.conftest import focused, modal
from tests.gui.exporting.test_choosing import choose_shape, untick

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

pytestmark = pytest.mark.gui


def exported(dialog, qtbot, target):
    """Export to this place and wait."""
    dialog.place.line.setText(str(target))
    dialog.export.click()
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=30_000)
    return target


def test_what_is_ticked_is_exported(dialog, qtbot, tmp_path):
    untick(dialog.layers, *range(1, dialog.layers.list.count()))
    untick(dialog.annotators, 0)
    out = exported(dialog, qtbot, tmp_path / "out.jsonl")
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert dialog.words.text() == f"{len(lines)} answers written to out.jsonl."
    assert {line["layer"] for line in lines} == {"frame"}
    assert "simulated_1" not in {line["annotator"] for line in lines}


def test_what_was_lost_and_what_is_to_be_known_is_told(empty_window, demo_store, qtbot, tmp_path):
    store = demo_store
    who, document = store.add_annotator("=k"), store.documents()[0]
    place = Place("main", "=k", who.uid, document.id, document.uid, 2, "frame")
    store.annotate([Change(place, Answer("none", note="-why"))], duration_ms=5)
    dialog = Exporting(empty_window, store, "en")
    dialog.open()
    dialog.formats.choose("csv")
    exported(dialog, qtbot, tmp_path / "out.csv")
    told = dialog.words.text()
    assert "Lost here: " in told
    assert "time spent on answers: " in told
    assert "2 cells begin with = + - or @" in told
    dialog.reject()


def test_rows_of_a_table_are_counted(dialog, qtbot, tmp_path):
    dialog.formats.choose("csv")
    choose_shape(dialog, "document", is_final=False)
    out = exported(dialog, qtbot, tmp_path / "out.csv")
    n = len(out.read_text().splitlines()) - 1
    assert dialog.words.text().startswith(f"{n} rows written to out.csv.")


def test_while_it_works_nothing_can_be_changed_and_then_it_can(dialog, qtbot, tmp_path):
    dialog.place.line.setText(str(tmp_path / "out.jsonl"))
    dialog.export.click()
    assert dialog.is_working
    assert not dialog.choice.isEnabled()
    assert focused() is dialog.leave
    assert dialog.leave.text() == "Cancel"
    qtbot.waitUntil(lambda: not dialog.is_working)
    assert dialog.choice.isEnabled()
    assert focused() is dialog.show_file
    dialog.options.is_public.click()
    assert dialog.words.text() == ""
    assert dialog.show_file.isHidden()


def test_show_the_file_opens_its_folder(dialog, qtbot, tmp_path, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    exported(dialog, qtbot, tmp_path / "out.jsonl")
    dialog.show_file.click()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


@pytest.mark.parametrize("says_yes", [True, False])
def test_a_file_that_is_there_is_replaced_only_if_the_person_says_so(
    dialog, qtbot, tmp_path, monkeypatch, says_yes
):
    target = tmp_path / "mine.jsonl"
    target.write_text("mine")
    monkeypatch.setattr(dialog_module, "ask", lambda *_: says_yes)
    exported(dialog, qtbot, target)
    assert (target.read_text() != "mine") is says_yes


def test_a_place_that_cannot_be_written_is_told(dialog, qtbot, tmp_path):
    exported(dialog, qtbot, tmp_path / "missing" / "out.jsonl")
    assert "missing" in dialog.words.text()
    assert dialog.export.isEnabled()
    assert dialog.show_file.isHidden()


def test_a_cancelled_export_leaves_nothing(dialog, qtbot, tmp_path, monkeypatch):
    told = Job.told

    def cancel_then_tell(job, done, of=0):
        job.cancel()
        told(job, done, of)

    monkeypatch.setattr(Job, "told", cancel_then_tell)
    before = sorted(tmp_path.iterdir())
    exported(dialog, qtbot, tmp_path / "out.jsonl")
    assert dialog.words.text() == "Stopped."
    assert sorted(tmp_path.iterdir()) == before
    assert dialog.export.isEnabled()


def test_esc_stops_the_work_before_it_closes(dialog, tmp_path, qtbot):
    dialog.place.line.setText(str(tmp_path / "out.jsonl"))
    dialog.export.click()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.is_working)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(annotators=("nobody",)),
        Selection(layers=("nothing",)),
        Selection(rounds=("other",)),
    ],
)
def test_progress_is_measured_by_the_chosen_answers(demo_store, selection):
    def n(selection: Selection) -> int:
        return ExportAnswers(demo_store.path, demo_store.path, selection, Wish())._n_answers(
            demo_store
        )

    assert n(selection) == 0
    assert n(Selection()) == demo_store.counts().annotations > 1_000


@pytest.mark.parametrize(
    ("layer", "wish"),
    [
        ("frame", Wish("csv-wide")),
        ("stance", Wish("csv", by="document")),
        ("stance", Wish("parquet", by="paragraph", is_final=True)),
    ],
)
def test_a_table_of_few_rows_can_be_cancelled_early(demo_store, tmp_path, monkeypatch, layer, wish):
    monkeypatch.setattr(shapes, "_TOLD_EVERY", 1)
    job, told = Job(lambda _job: None), []
    job.progressed.connect(lambda done, of: told.append((done, of)))
    work = ExportAnswers(demo_store.path, tmp_path / "out", Selection(layers=(layer,)), wish)
    work(job)
    done, of = told[-1]
    assert done == of
    assert len(told) == len(demo_store.documents()) + 1
    job.cancel()
    with pytest.raises(Cancelled):
        work(job)


def test_progress_counts_up_to_all_answers(demo_store, tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "_BUFFER", 1)
    job, told = Job(lambda _job: None), []
    job.progressed.connect(lambda done, of: told.append((done, of)))
    work = ExportAnswers(
        demo_store.path, tmp_path / "o.jsonl", Selection(layers=("frame",)), Wish()
    )
    written = work(job)
    assert told == [(done, written.n) for done in range(1, written.n + 1)]


def test_work_that_is_cancelled_before_it_begins_ends_at_once(demo_store, tmp_path):
    job = Job(lambda _job: None)
    job.cancel()
    work = ExportAnswers(demo_store.path, tmp_path / "out.jsonl", Selection(), Wish())
    with pytest.raises(Cancelled):
        work(job)
    assert not (tmp_path / "out.jsonl").exists()


def test_the_menu_opens_it(window, tmp_path, qtbot):
    window.do_by_id("export")
    dialog = modal()
    exported(dialog, qtbot, tmp_path / "o.jsonl")
    assert (tmp_path / "o.jsonl").read_text() == ""
    dialog.reject()


def test_the_project_itself_is_not_overwritten(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(dialog_module, "ask", lambda *_: True)
    path = dialog._store.path
    exported(dialog, qtbot, path)
    assert "this file is a project" in dialog.trouble.text()
    with Store.open(path) as store:
        assert store.annotators()
