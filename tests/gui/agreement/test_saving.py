from __future__ import annotations

import json
from typing import Any

import pytest

from annotator.agreement import Report
from annotator.errors import AnnotatorError
from annotator.store import Store
from annotator.ui.agreement import widening as widening_module
from annotator.ui.agreement.intervals import ComputeReport, joined
from annotator.ui.agreement.saving import ask_where, put_file, report_bytes
from annotator.ui.agreement.widening import Widening
from annotator.ui.dialogs import choosing
from annotator.ui.job import Cancelled, Job

from .conftest import result

pytestmark = pytest.mark.gui


class Nobody:
    def told(self, _done: int, _of: int) -> None: ...


@pytest.fixture(scope="module")
def report(demo_bytes: bytes, tmp_path_factory: Any) -> Report:
    path = tmp_path_factory.mktemp("report") / "demo.annot"
    path.write_bytes(demo_bytes)
    return ComputeReport(path, "en")(Nobody())  # type: ignore[arg-type]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.html", b"<!DOCTYPE html>"),
        ("x.HTM", b"<!DOCTYPE html>"),
        ("x.md", b"# "),
        ("x.tex", b""),
        ("x.csv", b"layer,target,step"),
        ("x.json", b"{"),
        ("x.pdf", b"%PDF-"),
        ("x.txt", b"Agreement in"),
    ],
)
def test_the_ending_says_what_is_written(report, names, tmp_path, name, begins):
    content = report_bytes(report, tmp_path / name, names)
    assert content.lower().startswith(begins.lower())
    assert len(content) > 5_000


def test_an_ending_that_stands_for_nothing_is_refused(report, names, tmp_path):
    with pytest.raises(AnnotatorError, match="cannot be written as"):
        report_bytes(report, tmp_path / "x.docx", names)


def test_a_report_never_takes_a_projects_place(tmp_path, demo_file):
    with pytest.raises(AnnotatorError, match="is a project"):
        put_file(tmp_path / "new.annot", b"x")
    disguised = demo_file.rename(tmp_path / "report.html")
    with pytest.raises(AnnotatorError, match="is a project"):
        put_file(disguised, b"x")


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(AnnotatorError, match="cannot be written"):
        put_file(tmp_path / "missing" / "x.html", b"x")
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(AnnotatorError, match="cannot be written"):
        put_file(tmp_path / "folder.html", b"x")
    assert not list(tmp_path.glob("*.part"))


def test_the_place_is_asked_and_a_name_without_ending_becomes_a_page(
    empty_window, tmp_path, monkeypatch
):
    asked: list[str] = []

    def choose(_parent: object, _title: str, path: str, kinds: str) -> str:
        asked.extend((path, kinds))
        return str(tmp_path / "mine")

    monkeypatch.setattr(choosing, "choose_target", choose)
    target = ask_where(empty_window, tmp_path / "p.annot", "Chips")
    assert target == tmp_path / "mine.html"
    assert asked[0].endswith("Agreement — Chips.html")
    assert "LaTeX (*.tex)" in asked[1]
    monkeypatch.setattr(choosing, "choose_target", lambda *_: "")
    assert ask_where(empty_window, tmp_path / "p.annot", "Chips") is None


def test_save_report_writes_the_file_and_says_so(beside, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "report.json"
    monkeypatch.setattr(choosing, "choose_target", lambda *_: str(target))
    beside.save.click()
    qtbot.waitUntil(lambda: "Saved:" in beside.foot.words.text(), timeout=30_000)
    read = json.loads(target.read_text())
    assert read["annotators"] == ["simulated_1", "simulated_2", "simulated_3"]


def test_a_report_that_cannot_be_saved_says_why(beside, tmp_path, monkeypatch, qtbot):
    from annotator.ui.agreement.saving import SaveReport

    monkeypatch.setattr(choosing, "choose_target", lambda *_: str(tmp_path / "x.docx"))
    beside.save_report()
    (dialog,) = beside.findChildren(SaveReport)
    qtbot.waitUntil(lambda: "choose a name that ends in" in dialog.words.text(), timeout=30_000)
    dialog.reject()


def test_nobody_is_asked_for_a_place_before_there_are_figures(beside, monkeypatch):
    beside.save.setEnabled(False)
    monkeypatch.setattr(choosing, "choose_target", None)
    beside.save_report()


# ------------------------------------------------------------------ computing


def test_a_cancelled_report_stops_before_the_next_layer(demo_file):
    job = Job(lambda _job: None)
    job.cancel()
    with pytest.raises(Cancelled):
        ComputeReport(demo_file, "en")(job)


def test_reports_of_layers_become_one():
    one = Report(program="p", source="s", made_at="", annotators=("b",), notes=("n",),
                 results=(result(),))  # fmt: skip
    other = Report(program="p", source="s", made_at="", annotators=("a",), notes=("n",),
                   results=(result(layer="stance"),))  # fmt: skip
    both = joined([one, other])
    assert both.annotators == ("a", "b")
    assert both.notes == ("n",)
    assert [part.layer for part in both.results] == ["frame", "stance"]


def test_what_could_not_be_widened_is_not_tried_again_for_the_same_figures(
    empty_window, demo_file, qtbot, monkeypatch
):
    monkeypatch.setattr(widening_module, "QUIET_MS", 0)
    widening = Widening(demo_file.with_name("gone.annot"), "en", empty_window)
    with qtbot.waitSignal(widening.came):
        widening.want(("frame", None), 0)
    assert "no such file" in widening.trouble(("frame", None), 0)
    assert widening.trouble(("frame", None), 1) == ""
    widening.want(("frame", None), 0)
    assert not widening._quiet.isActive()
    widening.close()


def test_what_is_wanted_meanwhile_comes_next(empty_window, demo_file, qtbot):
    widening = Widening(demo_file, "en", empty_window)
    widening.want(("flag", None), 0)
    qtbot.waitUntil(lambda: widening._job is not None)
    widening.want(("flag", None), 0)
    widening.want(("dominant_frame", None), 0)
    qtbot.waitUntil(lambda: widening.is_fresh(("dominant_frame", None), 0), timeout=20_000)
    assert widening.is_fresh(("flag", None), 0)
    assert len(widening.reports("flag")) == 1
    widening.close()


def test_closing_lets_a_running_job_end_unheard(empty_window, demo_file, qtbot):
    widening = Widening(demo_file, "en", empty_window)
    widening.want(("stance", None), 0)
    qtbot.waitUntil(lambda: widening._job is not None)
    widening.close()
    assert widening_module._left
    qtbot.waitUntil(lambda: not widening_module._left, timeout=20_000)
    assert widening.report(("stance", None)) is None
    with Store.open(demo_file) as store:
        assert store.documents()
