"""What a file is, without harm to a project that is open."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.study.file_kinds import holds_a_bundle, holds_a_database, holds_annotations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.store import Store

WRITE = """
import sys
from pathlib import Path
from annotator.errors import ProjectBusy
from annotator.store import Store, opening
opening.wal_is_safe = lambda: False
try:
    with Store.open(Path(sys.argv[1]), wait_ms=0) as store:
        store.add_annotator("k2")
except ProjectBusy:
    sys.exit(3)
"""


@pytest.mark.parametrize("ask", [holds_a_database, holds_annotations, holds_a_bundle])
def test_looking_at_a_project_that_is_open_leaves_its_locks(
    ask: Callable[[Path], bool],
    make_project: Callable[..., Store],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: False)
    store = make_project()
    with store.write():
        store.add_annotator("k1")
        ask(store.path)
        command = [sys.executable, "-c", WRITE, str(store.path)]
        assert subprocess.run(command, check=False).returncode == 3
    assert [each.key for each in store.annotators()] == ["k1"]


@pytest.mark.parametrize(
    ("content", "is_database"),
    [
        (b"", False),
        (b"x", False),
        (b"plain words\n", False),
        (b'{"record":"project","schema":"bundle/1"', False),
        (b"SQLite format 3\x00" + b"\x10\x00\x01\x01\x00\x40\x20\x20" + b"\0" * 4072, True),
    ],
)
def test_content_decides_and_not_the_name(
    content: bytes, is_database: bool, tmp_path: Path
) -> None:
    path = tmp_path / "x.annot"
    path.write_bytes(content)
    assert holds_a_database(path) is is_database
    assert holds_a_bundle(path) is content.startswith(b"{")
    assert not holds_annotations(path)
