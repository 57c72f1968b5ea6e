"""The wheel holds the whole program, and every way to start it starts the same one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def started(*command: str | Path, folder: Path, path: Path = ROOT) -> str:
    """What a command says on stdout, run in a folder with the program at `path`."""
    ended = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, f"{command}: {ended.stderr}{ended.stdout}"
    return ended.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without network and installed into a folder."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    started(*build, folder=folder)
    (wheel,) = folder.glob("annotator-*.whl")
    target = folder / "site"
    options = ("--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check")
    started(sys.executable, "-m", "pip", "install", *options, "--target", target, wheel,
            folder=folder)  # fmt: skip
    return target


@pytest.mark.slow
def test_wheel_holds_what_the_program_needs(installed: Path) -> None:
    package = installed / "annotator"
    for name in (
        "schemas/framing-stance.toml",
        "schemas/codebook.schema.json",
        "schemas/annotation.schema.json",
        "seeds/answers.toml",
        "store/0001.sql",
    ):
        assert (package / name).is_file(), name
    assert len(list((package / "seeds").glob("*.txt"))) == 7
    assert len(list((package / "ui" / "faces").glob("*.otf"))) == 7
    for folder in (ROOT / "annotator").rglob("*"):
        if folder.suffix in {".py", ".sql", ".otf", ".txt", ".json", ".qm"}:
            assert (installed / folder.relative_to(ROOT)).is_file(), folder
    assert not list(installed.glob("tests*"))


@pytest.mark.slow
def test_installed_program_works_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    def annotator(*words: str) -> str:
        return started(sys.executable, "-m", "annotator", *words, folder=tmp_path, path=installed)

    found = started(
        sys.executable, "-c", "import annotator; print(annotator.__file__)",
        folder=tmp_path, path=installed,
    )  # fmt: skip
    assert found.startswith(str(installed))
    assert "LACK" not in annotator("doctor")
    assert "7 articles" in annotator("demo", "d.annot")
    annotator("export", "d.annot", "-o", "d.jsonl")
    assert (tmp_path / "d.jsonl").stat().st_size > 1_000_000
    assert "Krippendorff" in annotator("agreement", "d.annot", "--ci", "20")
    assert "no mistakes" in annotator(
        "codebook", "check", str(installed / "annotator" / "schemas" / "framing-stance.toml")
    )


@pytest.mark.slow
def test_entry_point_is_the_same_program(installed: Path, tmp_path: Path) -> None:
    script = installed / "bin" / "annotator"
    for words in (["--version"], ["--help"], ["export", "--help"]):
        by_script = started(sys.executable, script, *words, folder=tmp_path, path=installed)
        by_module = started(
            sys.executable, "-m", "annotator", *words, folder=tmp_path, path=installed
        )
        assert by_script == by_module


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["agreement", "--help"]])
def test_file_in_the_checkout_is_the_same_program(words: list[str], tmp_path: Path) -> None:
    by_file = started(sys.executable, ROOT / "main.py", *words, folder=tmp_path)
    by_module = started(sys.executable, "-m", "annotator", *words, folder=tmp_path)
    assert by_file == by_module
