"""`split`: what the command adds: options, exit codes, what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def part(demo: Path) -> Path:
    path = demo.with_name("anna.annot")
    assert run(["split", str(demo), "--annotator", "anna", "--add", "-o", str(path)]) == 0
    return path


def test_one_coder_gets_a_file(demo: Path, part: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(part) as store:
        coder = store.coder()
        assert coder is not None
        assert coder.key == "anna"
    capsys.readouterr()
    assert run(["split", str(demo), "--annotator", "anna", "-o", str(part)]) == 2
    assert "already a file of this name" in capsys.readouterr().err


@pytest.mark.usefixtures("part")
def test_all_get_files(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["split", str(demo), "--all", "-o", str(demo.with_name("all"))]) == 0
    assert "the part of anna, with 7 articles and 0 answers" in capsys.readouterr().out
    names = ["anna", "simulated_1", "simulated_2", "simulated_3"]
    assert sorted(each.stem for each in demo.with_name("all").iterdir()) == names


def test_update_says_what_came(demo: Path, part: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(demo) as store:
        first = store.documents()[0].id
        store.set_kind(first, 2, "caption", round="main", annotator="simulated_1")
    capsys.readouterr()
    for option, said in (
        ("--dry-run", "1 changed kinds"),
        ("", "1 changed kinds"),
        ("", "nothing"),
    ):
        assert run(["split", str(demo), "--update", str(part), *option.split()]) == 0
        assert f"{part}: {said}" in capsys.readouterr().out
    with Store.open(part) as store:
        store.set_kind(store.documents()[0].id, 2, "body", round="main", annotator="anna")
    with Store.open(demo) as store:
        store.set_kind(first, 2, "quote", round="main", annotator="simulated_1")
    assert run(["split", str(demo), "--update", str(part)]) == 1
    assert "look at" in capsys.readouterr().out


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--annotator", "anna"],
        ["--all"],
        ["--all", "--annotator", "anna", "-o", "x"],
        ["--all", "--update", "x"],
    ],
)
def test_one_thing_at_a_time(
    demo: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["split", str(demo), *options]) == 2
    assert "Say " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--all", "--dry-run", "-o", "x"], "--dry-run goes with --update"),
        (["--all", "--add", "-o", "x"], "--add goes with --annotator"),
        (["--update", "x", "-o", "y"], "leave out -o"),
    ],
)
def test_option_that_would_do_nothing_is_refused(
    demo: Path,
    tmp_path: Path,
    options: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert run(["split", str(demo), *options]) == 2
    assert words in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before
