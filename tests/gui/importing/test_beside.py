"""The work that is done beside the window, called here in the test's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.store import Store
from annotator.study.intake import Prepared, Wishes
from annotator.text.reading import AS_FOUND
from annotator.ui.importing import reading
from annotator.ui.importing.reading import Reader
from annotator.ui.importing.taking import Taking
from annotator.ui.job import Cancelled, Job

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.study.intake import FileFate

pytestmark = pytest.mark.gui


@pytest.fixture
def job(qapp):
    return Job(lambda _job: None, qapp)


@pytest.fixture
def reader(store, monkeypatch):
    reader = Reader(store.path)
    monkeypatch.setattr(reader, "_begin", lambda: None)
    return reader


def test_folders_are_walked_before_files_are_looked_at(reader, job, folder, monkeypatch):
    monkeypatch.setattr(reading, "_AT_ONCE", 2)
    found, looked = [], []
    reader.found.connect(lambda paths: found.append([path.name for path in paths]))
    reader.looked.connect(lambda look: looked.append(look.path.name))
    reader.want([(folder / "good.txt", AS_FOUND)])
    reader.want([(folder / "bad.txt", AS_FOUND)], first=True)
    reader.walk([folder])
    assert reader.n_wanted == 2
    reader._work(job)
    assert found == [["again.txt", "bad.txt"], ["good.txt"]]
    assert looked == ["bad.txt", "good.txt"]
    assert reader.n_wanted == 0


def test_journals_of_the_project_are_passed_over(reader, job, tmp_path):
    found: list[Path] = []
    reader.found.connect(found.extend)
    (tmp_path / "chips.annot-extra.txt").write_text("A text.\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "chips.annot-wal").write_text("A text.\n")
    reader.walk([tmp_path])
    reader._work(job)
    assert [path.name for path in found] == ["chips.annot-extra.txt", "chips.annot-wal"]


def test_a_reader_that_was_stopped_looks_at_nothing_more(reader, job, folder):
    reader.want([(folder / "good.txt", AS_FOUND)])
    job.cancel()
    with pytest.raises(Cancelled):
        reader._work(job)
    reader.stop()
    assert reader.n_wanted == 0


def taking(store, paths, qapp, rows=None):
    return Taking(store.path, Wishes(), [(path, Prepared()) for path in paths], rows, qapp)


def test_files_are_taken_in_and_the_table_is_joined(store, job, folder, qapp):
    paths = sorted(folder.iterdir())
    work = taking(store, paths, qapp, {"good.txt": {"author": "Cora"}})
    fates: list[FileFate] = []
    work.taken.connect(fates.append)
    joined = work(job)
    assert joined is not None
    words = [str(remark) for remark in joined.remarks]
    assert words == ["good.txt: author was “Ada Venn” and is “Cora” now"]
    assert [fate.n_taken for fate in fates] == [0, 0, 1]
    assert [fate.first for fate in fates] == [None] * 3
    with Store.open(store.path) as again:
        assert again.documents()[-1].author == "Cora"


def test_without_a_table_nothing_is_joined(store, job, folder, qapp):
    assert taking(store, [folder / "good.txt"], qapp)(job) is None


def test_cancelling_within_a_file_leaves_it_out(store, job, folder, qapp):
    work = taking(store, [folder / "good.txt"], qapp)
    job.progressed.connect(job.cancel)
    with pytest.raises(Cancelled):
        work(job)
    with Store.open(store.path) as again:
        assert len(again.documents()) == 1
