"""Projects for the command line: the demo, copied for each test, and the seeds without answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.study.demo import make_demo
from annotator.study.seeds import make_seed_project

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.annot"
    make_demo(path)
    return path


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Path:
    """A project with three simulated annotators."""
    return Path(shutil.copy(made_demo, tmp_path / "demo.annot"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A project with the same articles and no answers."""
    make_seed_project(tmp_path / "empty.annot", title="Empty").close()
    return tmp_path / "empty.annot"


@pytest.fixture
def environment() -> dict[str, str]:
    """What a process needs to find the program from any folder, without a screen."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def process(
    tmp_path: Path, environment: dict[str, str]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program as a process of its own, in the test's folder."""

    def run(
        *arguments: object, given: str | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "annotator", *map(str, arguments)],
            cwd=tmp_path,
            env={**environment, **variables},
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run
