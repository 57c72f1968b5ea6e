"""Without Qt everything but the window works, and the window starts without what is slow."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
import importlib, pkgutil
import annotator
for module in pkgutil.walk_packages(annotator.__path__, "annotator."):
    if not module.name.startswith(("annotator.ui", "annotator.__main__")):
        importlib.import_module(module.name)
from annotator.cli import run
for line in (["demo", "d.annot"], ["export", "d.annot", "-o", "d.jsonl"],
             ["new", "e.annot"], ["import", "e.annot", "a.txt"], ["merge", "e.annot", "d.jsonl"],
             ["status", "d.annot"], ["check", "d.annot"],
             ["agreement", "d.annot", "--ci", "20"]):
    print(line[0], run(line), file=sys.stderr)
assert not [name for name in sys.modules if name.startswith("PySide6.")]
"""

WINDOW = """
from annotator.ui.application import load_session
load_session()
import annotator.ui.window
"""

# click is not among them: the command line needs it, and so does sqlite-utils.
SLOW = {"nltk", "numpy", "pandas", "scipy", "charset_normalizer", "rich", "punkt"}


def process(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def modules_after(code: str, folder: Path) -> set[str]:
    """The top-level modules and those of this package that are loaded."""
    ended = process(f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')", folder)
    assert ended.returncode == 0, ended.stderr
    names = set(ended.stdout.split())
    return {name.partition(".")[0] for name in names} | {n for n in names if "annotator" in n}


def test_everything_outside_the_window_works_without_qt(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The river rose again\n\nNobody had mended the wall.\n")
    ended = process(WITHOUT_QT, tmp_path)
    assert ended.returncode == 0, ended.stderr
    codes = dict(line.rsplit(" ", 1) for line in ended.stderr.splitlines() if line[-2:-1] == " ")
    # The articles are not in the second project: every line of the merge is refused.
    assert codes == dict.fromkeys(
        ["demo", "export", "new", "import", "status", "check", "agreement"], "0"
    ) | {"merge": "1"}


def test_window_without_qt_is_no_import_at_all(tmp_path: Path) -> None:
    """The control of the test above: a blocked Qt is really blocked."""
    blocked = 'import sys\nsys.modules["PySide6"] = None\nimport annotator.ui.window'
    ended = process(blocked, tmp_path)
    assert ended.returncode == 1
    assert "PySide6" in ended.stderr


def test_window_starts_without_what_is_slow(tmp_path: Path) -> None:
    loaded = modules_after(WINDOW, tmp_path)
    assert "annotator.ui.window" in loaded
    assert loaded & SLOW == set()
    assert not {name for name in loaded if name.startswith("annotator.agreement")}


def test_command_line_starts_with_click_alone(tmp_path: Path) -> None:
    loaded = modules_after("import annotator.cli", tmp_path)
    assert "click" in loaded
    assert loaded & SLOW == set()
    heavy = {"sqlite_utils", "msgspec", "PySide6", "annotator.store", "annotator.study"}
    assert loaded & heavy == set()


@pytest.mark.parametrize("words", ["--version", "export --help"])
def test_help_starts_with_click_alone(words: str, tmp_path: Path) -> None:
    loaded = modules_after(f"from annotator.cli import run; run({words.split()!r})", tmp_path)
    assert loaded & (SLOW | {"sqlite_utils", "PySide6"}) == set()
