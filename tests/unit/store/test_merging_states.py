"""Merging a project in whatever state its file is: old, new, read-only, left by a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.errors import MergeError, NewerProject, NotAProject, ProjectBusy, ProjectUnwritable
from annotator.store import Store, opening, schema
from annotator.store.engine import sqlite3
from tests.unit.store.test_opening import second_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def hers(new: Callable[..., Store], coding_in) -> Path:
    """Anna's project with one answer, closed."""
    store = new("hers.annot")
    coding_in(store, "anna").frame("economic")
    store.close()
    return store.path


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob(f"{path.stem}*"))


def test_older_project_is_merged_and_stays_as_it_was(
    hers: Path, new: Callable[..., Store], monkeypatch
) -> None:
    before = hers.read_bytes()
    monkeypatch.setattr(schema, "VERSIONS", (*schema.VERSIONS, second_version()))
    lead = new("lead.annot")
    report = lead.merge_project(hers)
    assert (report.added, report.brought["documents"]) == (1, 1)
    assert lead.merge_project(hers).unchanged == 1
    assert lead.check() == []
    assert hers.read_bytes() == before
    assert beside(hers) == ["hers.annot"]


def test_older_project_with_foreign_tables_is_refused_under_its_own_name(
    hers: Path, new: Callable[..., Store], monkeypatch
) -> None:
    raw = sqlite3.connect(hers, isolation_level=None)
    raw.execute("CREATE TABLE foreigner(a)")
    raw.close()
    monkeypatch.setattr(schema, "VERSIONS", (*schema.VERSIONS, second_version()))
    lead = new("lead.annot")
    with pytest.raises(NotAProject, match="foreigner") as refused:
        lead.merge_project(hers)
    assert refused.value.where == str(hers)
    assert lead.documents() == []


def test_newer_project_asks_for_the_newest_program(hers: Path, new: Callable[..., Store]) -> None:
    lead = new("lead.annot")
    raw = sqlite3.connect(hers, isolation_level=None)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    with pytest.raises(NewerProject, match="install the newest Annotator") as refused:
        lead.merge_project(hers)
    assert refused.value.where == str(hers)
    assert lead.documents() == []


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.usefixtures("journal")
def test_read_only_project_in_a_read_only_folder_is_merged(
    hers: Path, new: Callable[..., Store], tmp_path: Path
) -> None:
    lead = new("lead.annot")
    folder = tmp_path / "disc"
    folder.mkdir()
    path = hers.rename(folder / hers.name)
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert lead.merge_project(path).added == 1
        assert beside(path) == ["hers.annot"]
    finally:
        folder.chmod(0o755)


# It dies with its answer written, before the log is brought into the file; or in the middle of one.
CRASH = """
import os, signal, sys
from pathlib import Path
from annotator.store import Store, opening
opening.wal_is_safe = lambda: sys.argv[2] == "wal"
store = Store.open(Path(sys.argv[1]))
store.add_annotator("ben")
if sys.argv[2] == "delete":
    raw = store._file.raw
    raw.execute("PRAGMA cache_size=1")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE document SET title='Half'")
    raw.execute("CREATE TABLE half AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
                " LIMIT 20000) SELECT i, hex(randomblob(50)) FROM n")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_project_that_a_crash_left_brings_what_was_written_and_no_half(
    hers: Path, new: Callable[..., Store], journal: str
) -> None:
    lead = new("lead.annot")
    command = [sys.executable, "-c", CRASH, str(hers), journal]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert len(beside(hers)) > 1
    if journal == "delete":  # whoever only reads cannot take the half back
        with pytest.raises(ProjectUnwritable, match="open it once in Annotator"):
            lead.merge_project(hers)
        Store.open(hers).close()
    assert lead.merge_project(hers).added == 1
    assert [each.title for each in lead.documents()] == ["a"]
    assert lead.check() == []


def test_project_that_another_program_keeps_to_itself_is_busy(
    hers: Path, new: Callable[..., Store], monkeypatch
) -> None:
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: False)
    monkeypatch.setattr("annotator.store.opening._READ_WAIT_MS", 20)
    lead = new("lead.annot")
    with Store.open(hers) as window:
        window._file.raw.execute("BEGIN EXCLUSIVE")
        window._file.raw.execute("UPDATE document SET title='Half'")
        with pytest.raises(ProjectBusy, match="try again in a moment"):
            lead.merge_project(hers)
        window._file.raw.execute("ROLLBACK")
    assert lead.merge_project(hers).added == 1


def test_project_that_is_removed_while_it_is_read_brings_nothing(
    hers: Path, new: Callable[..., Store], everything, monkeypatch
) -> None:
    lead = new("lead.annot")
    before = everything(lead._file.raw)
    sound = opening.plug  # type: ignore[attr-defined]  # where it is used

    def removing(*arguments):
        raw = sound(*arguments)
        hers.rename(hers.with_name("elsewhere.annot"))
        return raw

    monkeypatch.setattr("annotator.store.opening.plug", removing)
    with pytest.raises(MergeError, match="changed while it was read"):
        lead.merge_project(hers)
    assert everything(lead._file.raw) == before
