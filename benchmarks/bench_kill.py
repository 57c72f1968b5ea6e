"""Kill programs that write, a thousand times: no acknowledged answer may be lost.

    python benchmarks/bench_kill.py [KILLS]

Each round starts one or two programs that answer as fast as they can and say so after each commit,
kills them at a random moment, and looks whether every answer that was acknowledged is in the log,
and whether the file is sound. Odd rounds use a rollback journal, even ones a write-ahead log.
Power loss is another matter: against that the store asks for `synchronous=FULL`.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from annotator.codebook import read_codebook
from annotator.model import Article, Paragraph
from annotator.resources import shipped_codebook
from annotator.store import Store

WRITER = """
import itertools, os, sys
from pathlib import Path
from annotator.errors import ProjectBusy
from annotator.model import Answer, Place
from annotator.store import Change, Store, opening
path, key, journal = sys.argv[1:]
opening.wal_is_safe = lambda: journal == "wal"
def opened():
    while True:
        try:
            return Store.open(Path(path), wait_ms=2000)
        except ProjectBusy:  # the other one writes without a pause
            continue
with opened() as store:
    who = next(each for each in store.annotators() if each.key == key)
    document = store.documents()[0]
    for number in itertools.count():
        place = Place("main", key, who.uid, document.id, document.uid, number % 40, "frame")
        note = f"{os.getpid()}:{number}"
        try:
            store.annotate([Change(place, Answer("none", note=note))])
        except ProjectBusy:
            continue
        print(note, flush=True)
"""


def make(path: Path) -> None:
    """A project with one article and two annotators."""
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    texts = [f"Paragraph {number}." for number in range(40)]
    paragraphs = tuple(Paragraph(text) for text in texts)
    content = "\n\n".join(texts).encode()
    with Store.create(path, codebook=checked.codebook) as store:
        store.add_article(Article("a.txt", content, "text/plain", "text", paragraphs, "utf-8"))
        for key in ("a", "b"):
            store.add_annotator(key)


def kill_once(path: Path, journal: str, writers: int, after: float) -> set[str]:
    """What was acknowledged before the kill."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), key, journal], stdout=subprocess.PIPE
        )
        for key in "ab"[:writers]
    ]
    assert programs[0].stdout is not None
    first = programs[0].stdout.readline()
    time.sleep(after)
    for program in programs:
        program.kill()
    said = [first, *(program.communicate()[0] for program in programs)]
    # A line that was cut off by the kill acknowledges nothing.
    return {line for each in said for line in each.decode().split("\n")[:-1]}


def main(kills: int) -> int:
    """Kill so many times; exit 1 if anything is lost or damaged."""
    dice = random.Random(1)  # noqa: S311  # moments, not secrets
    acknowledged, lost, damaged, silent = 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kill.annot"
        make(path)
        for number in range(kills):
            journal = ("wal", "delete")[number % 2]
            said = kill_once(path, journal, 1 + number // 2 % 2, dice.random() * 0.3)
            with Store.open(path, wait_ms=2000) as store:
                rows = store._file.rows("SELECT json_extract(after, '$.note') FROM event")  # noqa: SLF001
                damaged += bool(store.check())
            acknowledged += len(said)
            silent += not said
            lost += len(said - {note for (note,) in rows})
            if number % 50 == 49:
                print(f"{number + 1} kills: {acknowledged} said, {lost} lost, {damaged} damaged")
                path.unlink()
                make(path)
    print(
        f"{kills} kills: {acknowledged} answers acknowledged, {lost} lost, {damaged} damaged files,"
        f" {silent} kills before any answer"
    )
    return 1 if lost or damaged else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
