"""From words to a call and an exit code: help, unknown words, the window, pipes, Ctrl+C."""

from __future__ import annotations

import os
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator import __version__
from annotator.cli import main, run
from annotator.cli.main_group import annotator
from annotator.store import Store
from annotator.ui import application

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """What the window was asked to open."""
    asked: list[Path | None] = []

    def open_it(project: Path | None) -> int:
        asked.append(project)
        return 0

    monkeypatch.setattr(application, "run", open_it)
    return asked


def test_no_words_open_the_window_without_a_project(opened: list[Path | None]) -> None:
    assert run([]) == 0
    assert opened == [None]


def test_file_named_like_a_command_opens_with_its_folder(
    opened: list[Path | None], demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo.parent)
    demo.rename("demo")
    assert run(["./demo"]) == 0
    assert opened == [Path("demo")]


def test_exit_code_of_the_window_is_that_of_the_program(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "run", lambda _: 3)
    assert run([str(demo)]) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["staus"], "there is no file and no command “staus”; did you mean: annotator status"),
        (["exprt", "a", "b"], "there is no command “exprt”; did you mean: annotator export"),
        (["qqq.annot"], "there is no file and no command “qqq.annot”; all commands: annotator"),
        (["--frobnicate"], "No such option '--frobnicate'. (see: annotator --help)"),
        (["export"], "Missing argument 'PROJECT'. (see: annotator export --help)"),
        (["export", "none.annot"], "none.annot: there is no such file; check the name"),
        (["agreement", "x.csv", "--ci", "many"], "Invalid value for '--ci'"),
    ],
)
def test_mistake_is_one_line_on_stderr_and_exit_2(
    words: list[str],
    said: str,
    opened: list[Path | None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("annotator: ")
    assert err.count("\n") == 1
    assert said in err
    assert not opened


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"annotator, version {__version__}\n"


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(annotator.commands))])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    assert "Usage: annotator" in capsys.readouterr().out


def test_hidden_command_is_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    listed = capsys.readouterr().out.partition("Commands:")[2]
    assert "open" not in listed
    assert "agreement" in listed


def test_main_ends_the_process_with_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", "export"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2


def test_interrupted_command_says_so(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: Store) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "counts", interrupted)
    assert run(["status", str(demo)]) == 130
    assert capsys.readouterr().err.strip() == "annotator: interrupted"


def test_closed_pipe_is_no_error(demo: Path, environment: dict[str, str]) -> None:
    command = f'"{sys.executable}" -m annotator export "{demo}"'
    piped = subprocess.run(
        ["bash", "-c", f'{command} | head -n 1 | cut -c 1-9; echo "${{PIPESTATUS[0]}}"'],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert piped.stdout.split() == ['{"schema"', "0"]
    assert piped.stderr == ""


def test_pipe_closed_before_the_little_there_is_was_written_is_no_error(
    demo: Path, environment: dict[str, str]
) -> None:
    environment.pop("PYTHONUNBUFFERED", None)  # so that it is written at the end only
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "annotator", "status", demo],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_pipe_that_closes_meanwhile_is_no_error(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def closed(_: Store) -> object:
        raise BrokenPipeError

    monkeypatch.setattr(Store, "counts", closed)
    assert run(["status", str(demo)]) == 0
    assert capfd.readouterr().err == ""


def test_program_without_a_terminal_starts(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)  # as under pythonw
    monkeypatch.setattr(sys, "argv", ["annotator", "status", str(demo)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0


def test_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("annotator", run_name="__main__")
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_while_importing_leaves_whole_articles(
    demo: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    first, long = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Who pays for the bridge\n\nNobody has said so far.\n")
    long.write_text("Nobody has said so far.\n\n" * 100_000)  # takes a second or two
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "annotator", "import", demo, first, long],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline().startswith("taken in")
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err.strip() == "annotator: interrupted"
    with Store.open(demo) as store:
        assert len(store.documents()) == 8
        assert store.check() == []
    assert sorted(path.name for path in demo.parent.glob("demo*")) == ["demo.annot"]


def test_any_character_can_be_written(
    demo: Path, process: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    ended = process("agreement", demo, "--ci", "0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ended.returncode == 0, ended.stderr
    assert "Krippendorff's alpha" in ended.stdout
    assert "“Frame”" in ended.stdout


def test_file_name_that_is_no_text_can_be_said(
    demo: Path, process: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    ended = process("import", demo, b"\xff.txt".decode(errors="surrogateescape"))
    assert ended.returncode == 2
    assert "there is no such file" in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_project_whose_name_is_no_text_works(
    process: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    name = b"n\xff.annot".decode(errors="surrogateescape")
    assert "n\\udcff.annot: a new project" in process("new", name).stdout
    lines = (
        ["status", name, "--json"],
        ["agreement", name, "--format", "json"],
        ["export", name, "-o", f"{name}.jsonl"],
        ["merge", name, f"{name}.jsonl", "--json", "--dry-run"],
        ["new", "t.annot", "--title", name],
    )
    for line in lines:
        ended = process(*line)
        assert ended.returncode == 0, ended.stderr


def test_trouble_with_a_file_other_than_a_full_disk_is_a_bug_and_keeps_its_name(
    opened: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path | None) -> int:
        raise PermissionError(13, "not yours")

    monkeypatch.setattr(application, "run", broken)
    with pytest.raises(PermissionError):
        run([])
    assert opened == []


def test_module_that_is_imported_starts_nothing(opened: list[Path | None]) -> None:
    runpy.run_module("annotator.__main__", run_name="imported")
    assert opened == []
