"""Several programs on one file, and what becomes of answers when things go wrong."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from sqlite_utils.utils import sqlite3

from annotator.errors import NotAProject, ProjectBusy, ProjectUnwritable, StoreError
from annotator.model import Answer
from annotator.store import Change, Store

if TYPE_CHECKING:
    from pathlib import Path

# Writes answers to its own annotator's paragraphs; says after each commit which note is safe.
WRITER = """
import os, sys, time
from pathlib import Path
from annotator.errors import ProjectBusy
from annotator.model import Answer, Place
from annotator.store import Change, Store, opening
path, key, journal, count, pause = sys.argv[1:]
opening.wal_is_safe = lambda: journal == "wal"
with Store.open(Path(path)) as store:
    who = next(a for a in store.annotators() if a.key == key)
    document = store.documents()[0]
    for number in range(int(count)):
        paragraph = number % document.n_paragraphs
        place = Place("main", key, who.uid, document.id, document.uid, paragraph, "frame")
        answer = Answer("coded", ("economic",), note=f"{os.getpid()}:{number}")
        while True:
            try:
                store.annotate([Change(place, answer)])
                break
            except ProjectBusy:
                print("busy", flush=True)
        print(answer.note, flush=True)
        time.sleep(float(pause))
"""

# Opens the project, writes and closes it.
PASSER_BY = """
import sys
from pathlib import Path
from annotator.store import Store, opening
opening.wal_is_safe = lambda: True
with Store.open(Path(sys.argv[1])) as store:
    store.add_annotator("other")
"""


def writer(path: Path, key: str, journal: str, count: int, pause: float) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, str(path), key, journal, str(count), str(pause)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_two_programs_and_a_half_read_export_lose_nothing(journal, coding, coding_in) -> None:
    coding_in(coding.store, "m2")
    with Store.open(coding.store.path) as reader:
        coding.frame("economic")
        half = reader.records()
        next(half)
        programs = [writer(coding.store.path, key, journal, 400, 0.003) for key in ("k7", "m2")]
        results = [program.communicate(timeout=120) for program in programs]
        assert [errors for _, errors in results] == ["", ""]
        assert list(half) == []
    per_annotator = coding.store._file.rows(
        "SELECT annotator, count(*) FROM event GROUP BY annotator ORDER BY annotator"
    )
    assert per_annotator == [("k7", 401), ("m2", 400)]
    assert coding.store.check() == []


@pytest.mark.usefixtures("journal")
def test_locked_file_says_so_within_half_a_second(coding) -> None:
    coding.frame("economic")
    with Store.open(coding.store.path) as other, other.write():
        start = time.perf_counter()
        with pytest.raises(ProjectBusy, match=r"nothing was written; try again"):
            coding.frame("climate")
        assert 0.2 < time.perf_counter() - start < 1
    assert coding.answers()[coding.place()].codes == ("economic",)
    coding.frame("climate")


def test_mere_reader_stops_a_commit_without_a_log(coding, monkeypatch) -> None:
    """The reason why long reads use a copy; and then the words are the same."""
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: False)
    coding.store.close()
    with Store.open(coding.store.path) as store:
        coding.store = store
        reader = sqlite3.connect(store.path, isolation_level=None)
        cursor = reader.execute("SELECT * FROM paragraph")
        cursor.fetchone()
        with pytest.raises(ProjectBusy, match="is using this project"):
            coding.frame("economic")
        reader.close()
        assert coding.answers() == {}
        coding.frame("economic")


@pytest.mark.usefixtures("journal")
def test_changes_of_others_are_seen_once(coding) -> None:
    coding.frame("economic")
    assert not coding.store.changed_elsewhere()
    with Store.open(coding.store.path) as other:
        other.annotate([Change(coding.place(1), Answer("none"))])
        assert not other.changed_elsewhere()
    assert coding.store.changed_elsewhere()
    assert not coding.store.changed_elsewhere()


def kill_while_writing(coding, journal: str, after: float) -> int:
    """Kills a writer; how many answers it had acknowledged, all of which must be there."""
    program = writer(coding.store.path, "k7", journal, 100_000, 0)
    assert program.stdout is not None
    first = program.stdout.readline()
    time.sleep(after)
    program.send_signal(signal.SIGKILL)
    said = [first.strip(), *program.stdout.read().split("\n")]
    program.communicate()
    acknowledged = {line for line in said[:-1] if line not in {"busy", ""}}
    with Store.open(coding.store.path) as store:
        assert store._file.one("PRAGMA integrity_check") == "ok"
        notes = store._file.rows("SELECT json_extract(after, '$.note') FROM event")
    assert acknowledged - {note for (note,) in notes} == set()
    return len(acknowledged)


@pytest.mark.slow
def test_killed_program_loses_no_acknowledged_answer(journal: str, coding) -> None:
    coding.store.close()
    dice = random.Random(5)  # noqa: S311  # moments, not secrets
    acknowledged = sum(kill_while_writing(coding, journal, dice.random() * 0.2) for _ in range(20))
    assert acknowledged > 20
    with Store.open(coding.store.path) as store:
        assert store.check() == []


@pytest.mark.usefixtures("journal")
def test_full_disk_says_so_and_writes_nothing(coding, everything) -> None:
    coding.frame("economic")
    raw = coding.store._file.raw
    raw.execute(f"PRAGMA max_page_count={raw.execute('PRAGMA page_count').fetchone()[0]}")
    before = everything(raw)
    note = "x" * 100_000
    with pytest.raises(ProjectUnwritable, match="the disk is full; nothing was written"):
        coding.frame("climate", note=note)
    assert everything(raw) == before
    assert not raw.in_transaction
    raw.execute("PRAGMA max_page_count=1000000")
    coding.frame("climate", note=note)


@pytest.mark.skipif(os.name == "nt", reason="there a lock belongs to the file that is open")
def test_an_answer_is_refused_when_the_log_was_deleted_under_the_window(
    coding, monkeypatch
) -> None:
    """As when something in this process reads the project as a plain file and so unlocks it."""
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: True)
    with Store.open(coding.store.path) as window:
        coding.store.close()
        for name in ("", "-shm"):
            coding.store.path.with_name(f"{coding.store.path.name}{name}").read_bytes()
        subprocess.run(
            [sys.executable, "-c", PASSER_BY, str(window.path)], check=True, capture_output=True
        )
        with pytest.raises(ProjectUnwritable):
            window.add_annotator("a9")
    with Store.open(window.path) as again:
        assert "a9" not in {one.key for one in again.annotators()}


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
@pytest.mark.parametrize("act", ["remove", "move", "replace"])
@pytest.mark.usefixtures("journal")
def test_file_that_is_gone_takes_no_answer(coding, act: str) -> None:
    path = coding.store.path
    aside = path.with_name("aside.annot")
    coding.frame("economic")
    if act == "remove":
        path.unlink()
    else:
        path.rename(aside)
    if act == "replace":
        path.write_bytes(b"another")
    with pytest.raises(ProjectUnwritable, match="moved, removed or replaced"):
        coding.frame("climate")


def test_unknown_trouble_keeps_its_class(coding) -> None:
    def fail() -> None:
        with coding.store.write():
            coding.store._file.run("INSERT INTO nowhere VALUES(1)")

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        fail()
    coding.frame("economic")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (6, ProjectBusy),
        (8 | 3 << 8, ProjectUnwritable),
        (10, StoreError),
        (11, NotAProject),
        (14, ProjectUnwritable),
        (26, NotAProject),
    ],
)
def test_every_known_trouble_says_what_to_do(tmp_path, code: int, kind: type) -> None:
    from annotator.store.troubles import in_words

    error = sqlite3.OperationalError("words of SQLite")
    error.sqlite_errorcode = code

    def fail() -> None:
        with in_words(tmp_path / "p.annot"):
            raise error

    with pytest.raises(kind) as caught:
        fail()
    assert type(caught.value) is kind
    assert isinstance(caught.value, StoreError)
    assert caught.value.remedy
    assert str(tmp_path) in str(caught.value)


def test_transaction_that_the_engine_ended_is_not_ended_twice(coding) -> None:
    def fail() -> None:
        with coding.store.write(), coding.store.write():
            coding.store._file.run("ROLLBACK")
            raise KeyError("after it")

    with pytest.raises(KeyError, match="after it"):
        fail()
    coding.frame("economic")


def test_devices_are_openings_that_wrote(coding) -> None:
    coding.frame("economic")
    coding.frame("climate")
    for label in ("desk", "idle"):
        with Store.open(coding.store.path, device_label=label) as again:
            if label == "desk":
                again.annotate([Change(coding.place(1), Answer("none"))])
    rows = coding.store._file.rows(
        "SELECT label, max(device_seq) FROM device JOIN event ON device=id GROUP BY id ORDER BY id"
    )
    assert rows == [("", 2), ("desk", 1)]


def test_answers_survive_a_second_connection_without_our_pragmas(coding) -> None:
    coding.frame("economic")
    other = sqlite3.connect(coding.store.path)
    assert other.execute("SELECT count(*) FROM annotation").fetchone() == (1,)
    other.close()
