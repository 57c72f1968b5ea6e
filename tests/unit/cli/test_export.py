"""`export`: the lines, the choice of lines, and a file that appears whole or not at all."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from annotator.cli import run
from annotator.resources import schema
from annotator.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.jsonl import Record


def exported(project: Path, *options: str) -> list[dict[str, object]]:
    out = project.with_name("out.jsonl")
    assert run(["export", str(project), "-o", str(out), *options]) == 0
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_every_line_is_valid_against_the_published_schema(demo: Path) -> None:
    described = json.loads(schema("annotation").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(described)
    lines = exported(demo)
    assert len(lines) > 2000
    for line in lines:
        validator.validate(line)


def test_evidence_holds_the_words_at_its_place(demo: Path) -> None:
    found = 0
    for line in exported(demo, "--layer", "frame"):
        for words in line["evidence"]:  # type: ignore[attr-defined]  # a list, by the schema
            text = line["text"]
            assert isinstance(text, str)
            assert text[words["start"] : words["end"]] == words["text"] != ""
            found += 1
    assert found > 100


@pytest.mark.parametrize(
    ("option", "field", "names"),
    [
        ("--layer", "layer", {"frame", "flag"}),
        ("--layer", "layer", {"overall_stance"}),
        ("--annotator", "annotator", {"simulated_1", "simulated_3"}),
        ("--round", "round", {"main"}),
    ],
)
def test_only_the_chosen_lines_go_out(demo: Path, option: str, field: str, names: set[str]) -> None:
    options = [word for name in sorted(names) for word in (option, name)]
    everything = exported(demo)
    assert exported(demo, *options) == [line for line in everything if line[field] in names]


@pytest.mark.parametrize(
    ("option", "known"),
    [
        ("--layer", "there are: frame, frame_other, stance"),
        ("--annotator", "there are: simulated_1, simulated_2, simulated_3"),
        ("--round", "there are: main"),
    ],
)
def test_unknown_name_lists_the_known_ones(
    demo: Path, option: str, known: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = demo.with_name("x.jsonl")
    assert run(["export", str(demo), option, "frames", "-o", str(out)]) == 2
    err = capsys.readouterr().err
    assert "“frames”" in err
    assert known in err
    assert list(demo.parent.glob("x.jsonl*")) == []


def test_project_without_annotators_says_that_there_are_none(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(empty), "--annotator", "k7"]) == 2
    assert capsys.readouterr().err.endswith("there are: –\n")


def test_same_project_gives_the_same_bytes_in_file_and_stream(
    demo: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name in ("a", "b"):
        assert run(["export", str(demo), "-o", str(tmp_path / name)]) == 0
    assert capsysbinary.readouterr().out == b""
    assert run(["export", str(demo)]) == 0
    streamed = capsysbinary.readouterr()
    assert streamed.err == b""
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == streamed.out


def test_export_leaves_the_project_as_it_was(demo: Path) -> None:
    before = demo.read_bytes()
    exported(demo)
    assert demo.read_bytes() == before


def test_project_without_answers_gives_an_empty_file(empty: Path) -> None:
    assert exported(empty) == []


def test_earlier_export_is_replaced(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("old\n" * 10_000)
    assert len(exported(demo)) > 2000


@pytest.mark.parametrize("place", ["missing/x.jsonl", "file.txt/x.jsonl", "", "/sys/x.jsonl"])
def test_place_that_cannot_be_written_is_said(
    demo: Path, tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file.txt").write_text("a file is no folder")
    assert run(["export", str(demo), "-o", str(tmp_path / place)]) == 2
    err = capsys.readouterr().err
    assert "the export cannot be written" in err
    assert "choose another place" in err
    assert list(tmp_path.rglob("*.part")) == []


def test_full_disk_leaves_nothing_behind(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert run(["export", str(demo), "-o", str(tmp_path / "x.jsonl")]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert list(tmp_path.glob("x.jsonl*")) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_device_is_written_as_it_is(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(demo), "-o", "/dev/full"]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert run(["export", str(demo), "-o", "/dev/null"]) == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["export", "status"])
def test_output_that_has_no_room_is_said_in_words(demo: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", command, str(demo)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "the output cannot be written: No space left" in done.stderr


def test_link_stays_a_link(demo: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.jsonl"
    real.write_text("")
    (tmp_path / "link.jsonl").symlink_to(real)
    assert run(["export", str(demo), "-o", str(tmp_path / "link.jsonl")]) == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert real.stat().st_size > 0


def test_project_is_never_overwritten_by_its_export(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = demo.read_bytes()
    assert run(["export", str(demo), "-o", str(demo)]) == 2
    assert "choose another name, such as demo.jsonl" in capsys.readouterr().err
    assert demo.read_bytes() == before


def test_interrupted_export_leaves_nothing_behind_and_the_old_file_alone(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "x.jsonl"
    out.write_text("yesterday's\n")
    real = Store.records

    def interrupted(self: Store, **options: object) -> Iterator[Record]:
        yield next(real(self, **options))  # type: ignore[arg-type]  # passed on as they came
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "records", interrupted)
    assert run(["export", str(demo), "-o", str(out)]) == 130
    assert out.read_text() == "yesterday's\n"
    assert list(tmp_path.glob("*.part")) == []
