from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3

from annotator.errors import (
    NewerProject,
    NotAProject,
    ProjectBusy,
    ProjectExists,
    ProjectUnwritable,
)
from annotator.store import Store, schema

FIXTURE = Path(__file__).parents[2] / "fixtures" / "schema_v1.annot"


def plain(path: Path) -> sqlite3.Connection:
    """Another program: no pragmas of ours."""
    return sqlite3.connect(path, isolation_level=None)


def change(path: Path, *statements: str) -> None:
    other = plain(path)
    for statement in statements:
        other.execute(statement)
    other.close()


@pytest.fixture
def closed(store: Store) -> Path:
    store.close()
    return store.path


def test_new_project_holds_its_definitions(store: Store) -> None:
    assert [(r.key, r.kind, r.codebook, r.settings) for r in store.rounds()] == [
        ("main", "main", "1.0.0", {"blind": False})
    ]
    assert store.holders() == [("author", "Author"), ("person", "Person")]
    assert store.codebook_toml().strip().startswith("format = 1")
    assert store.codebook().version == "1.0.0"
    assert store.project().created_at == "2026-03-02T09:14:07.001Z"
    assert store.codebook_versions()[0].frozen_at is None


def test_closed_project_is_one_file(journal: str, store: Store) -> None:
    store.add_annotator("k7")
    mode = plain(store.path).execute("PRAGMA journal_mode").fetchone()[0]
    assert mode == journal
    store.close()
    assert [each.name for each in store.path.parent.glob("p*")] == ["p.annot"]


def test_new_project_never_replaces_a_file(tmp_path: Path, codebook) -> None:
    path = tmp_path / "there.annot"
    path.write_bytes(b"mine")
    with pytest.raises(ProjectExists, match="choose another name"):
        Store.create(path, codebook=codebook)
    assert path.read_bytes() == b"mine"


def test_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "race.annot"
    migrate = schema.migrate

    def late(raw: sqlite3.Connection) -> None:
        path.write_bytes(b"mine")
        migrate(raw)

    monkeypatch.setattr(schema, "migrate", late)
    with pytest.raises(ProjectExists):
        Store.create(path, codebook=codebook)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("appears", [False, True])
def test_file_system_without_links(
    tmp_path: Path, codebook, monkeypatch: pytest.MonkeyPatch, appears: bool
) -> None:
    path = tmp_path / "fat.annot"

    def refuse(self: Path, _other: Path) -> None:
        if appears:
            self.write_bytes(b"mine")
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    if appears:
        with pytest.raises(ProjectExists):
            Store.create(path, codebook=codebook)
    else:
        Store.create(path, codebook=codebook).close()
    assert [each.name for each in tmp_path.glob("*annot*")] == ["fat.annot"]


def test_failed_creation_leaves_nothing(
    tmp_path: Path, codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_codebook: object) -> bytes:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("annotator.store.definitions.canonical_json", fail)
    with pytest.raises(RuntimeError):
        Store.create(tmp_path / "p.annot", codebook=codebook)
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_new_project_in_no_folder_is_refused(tmp_path: Path, codebook) -> None:
    with pytest.raises(ProjectUnwritable, match="folder that exists"):
        Store.create(tmp_path / "nowhere" / "p.annot", codebook=codebook)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match=r"annotator new .*gone\.annot"):
        Store.open(tmp_path / "gone.annot")
    assert not (tmp_path / "gone.annot").exists()


@pytest.mark.parametrize("content", [b"", b"just text\n" * 400, b"\x89PNG\r\n" + bytes(9000)])
def test_other_files_are_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.annot"
    path.write_bytes(content)
    with pytest.raises(NotAProject, match="not an Annotator project"):
        Store.open(path)
    assert path.read_bytes() == content


def test_other_sqlite_file_is_refused(tmp_path: Path) -> None:
    change(tmp_path / "music.db", "CREATE TABLE song(title)")
    with pytest.raises(NotAProject, match="not an Annotator project"):
        Store.open(tmp_path / "music.db")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_truncated_file_is_refused(closed: Path, share: float) -> None:
    size = closed.stat().st_size
    os.truncate(closed, int(size * share))
    with pytest.raises(NotAProject, match="damaged or cut off"):
        Store.open(closed)


def test_newer_file_is_refused_in_words(closed: Path) -> None:
    change(closed, "PRAGMA user_version=9")
    with pytest.raises(NewerProject, match=r"file version 9; this program reads up to 1"):
        Store.open(closed)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM annotation; END", "spy"),
        ("DROP TRIGGER event_no_delete", "event_no_delete"),
        ("CREATE TABLE extra(a)", "extra"),
        ("CREATE VIEW mine AS SELECT 1", "mine"),
        ("ALTER TABLE holder ADD COLUMN more TEXT", "holder"),
        ("CREATE TRIGGER deep AFTER INSERT ON _sqlite_migrations BEGIN SELECT 1; END", "deep"),
    ],
)
def test_foreign_tables_and_triggers_are_refused(closed: Path, statement: str, name: str) -> None:
    change(closed, statement)
    with pytest.raises(NotAProject, match=f"changed or foreign: .*{name}"):
        Store.open(closed)


def test_analysed_file_is_still_ours(closed: Path) -> None:
    change(closed, "ANALYZE", "VACUUM")
    Store.open(closed).close()


def second_version(number: int = 2, *, sql: str = "CREATE TABLE later(a);") -> schema.Version:
    raw = sqlite3.connect(":memory:", isolation_level=None)
    raw.execute("BEGIN")
    schema.migrate(raw)
    for statement in filter(None, sql.split(";")):
        raw.execute(statement)
    found = schema.fingerprint(raw)
    raw.close()
    return schema.Version(number, f"{sql} PRAGMA user_version = {number};", found)


def test_older_file_is_copied_then_migrated(closed: Path, monkeypatch) -> None:
    before = closed.read_bytes()
    monkeypatch.setattr(schema, "VERSIONS", (*schema.VERSIONS, second_version()))
    with Store.open(closed) as store:
        assert schema.version_of(store._file.raw) == 2
    copy = closed.with_name("p.v1.annot")
    assert plain(copy).execute("PRAGMA user_version").fetchone()[0] == 1
    closed.write_bytes(before)
    Store.open(closed).close()
    assert closed.with_name("p.v1-2.annot").exists()


def test_failed_migration_changes_nothing(closed: Path, monkeypatch) -> None:
    broken = schema.Version(2, "CREATE TABLE later(a); PRAGMA user_version = 2;", "another hash")
    monkeypatch.setattr(schema, "VERSIONS", (*schema.VERSIONS, broken))
    with pytest.raises(NotAProject):
        Store.open(closed)
    monkeypatch.undo()
    Store.open(closed).close()


def test_older_read_only_file_says_what_to_do(closed: Path, monkeypatch) -> None:
    monkeypatch.setattr(schema, "VERSIONS", (*schema.VERSIONS, second_version()))
    monkeypatch.setattr("annotator.store.opening.is_writable", lambda _path: False)
    with pytest.raises(ProjectUnwritable, match="older Annotator"):
        Store.open(closed)


MIGRATE = """
import sys, time
from pathlib import Path
from annotator.store import Store, schema
schema.VERSIONS = (*schema.VERSIONS, schema.Version(2, sys.argv[2], sys.argv[3]))
while time.time() < float(sys.argv[4]): pass
Store.open(Path(sys.argv[1]), wait_ms=5000).close()
"""


def test_two_windows_migrate_one_file_once(closed: Path) -> None:
    import time

    version, start = second_version(), str(time.time() + 1.5)
    words = [sys.executable, "-c", MIGRATE, str(closed), version.sql, version.fingerprint, start]
    both = [subprocess.Popen(words, stderr=subprocess.PIPE) for _ in range(2)]
    assert [window.communicate()[1] for window in both] == [b"", b""]


def test_migration_that_another_window_did_meanwhile_is_not_done_again(
    closed: Path, monkeypatch
) -> None:
    monkeypatch.setattr(schema, "VERSIONS", (*schema.VERSIONS, second_version()))
    version_of, seen = schema.version_of, []

    def at_first_old(raw: sqlite3.Connection) -> int:
        seen.append(version_of(raw))
        if len(seen) == 2:  # between our question and our lock
            with monkeypatch.context() as inner:
                inner.setattr(schema, "version_of", version_of)
                Store.open(closed).close()
        return seen[-1]

    monkeypatch.setattr(schema, "version_of", at_first_old)
    Store.open(closed).close()
    assert seen == [1, 1, 2]
    assert not closed.with_name("p.v1-2.annot").exists()


@contextmanager
def as_nobody():
    """Permissions count for everyone but root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared(closed: Path):
    """The project in a folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    path = Path(shutil.copy(closed, folder / "p.annot"))
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.usefixtures("journal")
def test_read_only_folder_opens_for_reading(shared: Path) -> None:
    Store.open(shared).close()  # leaves the journal in the file's header
    shared.chmod(0o444)
    shared.parent.chmod(0o555)
    with as_nobody(), Store.open(shared) as store:
        assert store.read_only
        assert store.codebook().version == "1.0.0"
        assert store.counts().documents == 0
        assert list(store.records()) == []
        with pytest.raises(ProjectUnwritable, match="copy it to a folder of your own"):
            store.add_annotator("k7")
        assert store.check() == []
    assert [each.name for each in shared.parent.iterdir()] == ["p.annot"]


def test_read_only_file_reads_what_others_wrote(coding, monkeypatch) -> None:
    coding.frame("economic")
    monkeypatch.setattr("annotator.store.opening.is_writable", lambda _path: False)
    with Store.open(coding.store.path) as reader:
        assert reader.read_only
        assert len(list(reader.records())) == 1


def test_log_of_others_is_not_passed_over(coding, monkeypatch) -> None:
    """Beside an unfinished log the file alone is not the project: better not opened at all."""
    coding.frame("economic")
    coding.store.path.with_name("p.annot-wal").touch()

    def refuse(_path: Path, access: str, _wait_ms: int) -> None:
        assert access == "ro"
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = 8
        raise error

    monkeypatch.setattr("annotator.store.opening.is_writable", lambda _path: False)
    monkeypatch.setattr("annotator.store.opening.plug", refuse)
    with pytest.raises(ProjectUnwritable, match="copy the project"):
        Store.open(coding.store.path)


def test_journal_of_another_window_is_kept_if_it_is_safe(closed: Path, monkeypatch) -> None:
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: False)
    with Store.open(closed) as first:
        first._file.raw.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: True)
        with Store.open(closed, wait_ms=50) as second:
            assert second._file.one("PRAGMA journal_mode") == "delete"
        first._file.raw.execute("ROLLBACK")


def test_unsafe_log_of_another_window_is_not_shared(closed: Path, monkeypatch) -> None:
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: True)
    with Store.open(closed):
        monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: False)
        with pytest.raises(ProjectBusy, match="newer version of the database engine"):
            Store.open(closed, wait_ms=50)


def test_file_of_this_schema_version_opens() -> None:
    """`schema_v1.annot` was made by scripts/make_schema_fixture.py when version 1 was new."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(FIXTURE, folder))
        with Store.open(path) as store:
            assert store.check() == []
            counts = store.counts()
            assert (counts.documents, counts.annotators, counts.annotations) == (1, 2, 6)
            assert store.undo("main", "k7") is not None


def test_sqlite_names_itself() -> None:
    from annotator.store.opening import sqlite_name

    assert sqlite3.sqlite_version in sqlite_name()
