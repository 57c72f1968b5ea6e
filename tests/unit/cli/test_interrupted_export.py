"""Ctrl+C while exporting: no half file, no half folder, and what was there stays."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.formats.catalogue import FORMATS, writable
from annotator.store import Store

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

# An export that takes for ever at its second article, as the program itself runs it.
SLOW = """
import sys, time
from annotator.cli import run
from annotator.store import Store
real = Store.coded_documents
def slow(self, **options):
    for number, each in enumerate(real(self, **options)):
        if number:
            time.sleep(60)
        yield each
Store.coded_documents = slow
sys.exit(run(sys.argv[1:]))
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", [name for name in writable() if name != "jsonl"])
def test_nothing_is_left_of_an_export_that_was_interrupted_at_its_end(
    name: str, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Store.snapshot

    @contextmanager
    def interrupted(self: Store) -> Generator[Store]:
        with real(self) as still:
            yield still
        raise KeyboardInterrupt

    before = names(demo.parent)
    monkeypatch.setattr(Store, "snapshot", interrupted)
    out = demo.with_name(f"out{FORMATS[name].suffix}")
    layer = ["--layer", "frame"] if name == "csv-wide" else []
    assert run(["export", str(demo), "--format", name, *layer, "-o", str(out)]) == 130
    assert names(demo.parent) == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("options", "target"),
    [
        (["--format", "csv"], "out.csv"),
        (["--format", "parquet"], "out.parquet"),
        (["--format", "brat"], "out.zip"),
        (["--format", "label-studio"], "folder"),
    ],
)
def test_a_real_ctrl_c_ends_it_at_once_and_leaves_nothing(
    demo: Path, environment: dict[str, str], options: list[str], target: str
) -> None:
    out = demo.with_name(target)
    before = names(demo.parent)
    running = subprocess.Popen(
        [sys.executable, "-c", SLOW, "export", str(demo), *options, "-o", str(out)],
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )
    ends_at = time.monotonic() + 60
    while not list(demo.parent.glob("*.part")):
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < ends_at
        time.sleep(0.01)
    time.sleep(0.3)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130, err
    assert names(demo.parent) == before
