"""`codebook check` and `codebook show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli import run
from annotator.resources import shipped_codebook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SHIPPED = str(shipped_codebook())


def test_shipped_codebook_has_no_mistakes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "check", SHIPPED]) == 0
    assert capsys.readouterr().out == f"{SHIPPED}: no mistakes, 0 warnings\n"


def test_every_mistake_is_listed_and_the_code_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "bad.toml"
    text = shipped_codebook().read_text(encoding="utf-8")
    book.write_text(
        text.replace('answer = "multiple"', 'answer = "several"', 1).replace(
            'version = "1.0.0"', 'version = "one"', 1
        ),
        encoding="utf-8",
    )
    assert run(["codebook", "check", str(book)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith(f"{book}: ") for line in lines)


def test_warning_is_listed_and_the_code_is_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "voice.toml"
    book.write_text(
        'format = 1\n[codebook]\nkey = "voice"\nversion = "0.1.0"\nlanguages = ["en"]\n'
        'title = "Voice"\n[[layer]]\nkey = "volume"\nlabel = "Volume"\nquestion = "How loud?"\n'
        'answer = "single"\nunit = "paragraph"\n[[layer.code]]\nkey = "quiet"\nlabel = "Quiet"\n'
        'definition = "It whispers."\n[[layer.code]]\nkey = "loud"\nlabel = "Quiet"\n'
        'definition = "It shouts."\n'
    )
    code = run(["codebook", "check", str(book)])
    out = capsys.readouterr().out
    assert code == 0, out
    assert ": warning: " in out


def test_missing_file_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "show"):
        assert run(["codebook", command, str(tmp_path / "none.toml")]) == 2
        assert "none.toml" in capsys.readouterr().err


def test_codebook_of_a_file_and_of_a_project_are_shown_alike(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["codebook", "show", SHIPPED]) == 0
    of_file = capsys.readouterr().out
    # By what is in it: a project may have any name.
    other = demo.rename(demo.with_suffix(".toml"))
    assert run(["codebook", "show", str(other)]) == 0
    assert capsys.readouterr().out == of_file
    for words in ("economic", "Targets", "Holders", "sha256", "codes of", "Economic or "):
        assert words.casefold() in of_file.casefold()


def test_codebook_in_italian(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "show", SHIPPED, "--language", "it"]) == 0
    assert "Costi, guadagni, prezzi" in capsys.readouterr().out


def test_unknown_language_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "show", SHIPPED, "--language", "xx"]) == 2
    assert "there are: en, it" in capsys.readouterr().err


def test_codebook_file_comes_out_as_it_went_in(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["codebook", "show", str(demo), "--toml"]) == 0
    assert capsys.readouterr().out == shipped_codebook().read_text(encoding="utf-8")


def test_retired_code_is_marked_and_a_bare_codebook_has_no_empty_headings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "voice.toml"
    book.write_text(
        'format = 1\n[codebook]\nkey = "voice"\nversion = "0.1.0"\nlanguages = ["en"]\n'
        'title = "Voice"\n[[layer]]\nkey = "volume"\nlabel = "Volume"\nquestion = "How loud?"\n'
        'answer = "single"\nunit = "paragraph"\nrequired = false\n'
        '[[layer.code]]\nkey = "quiet"\nlabel = "Quiet"\ndefinition = "It whispers."\n'
        '[[layer.code]]\nkey = "loud"\nlabel = "Loud"\ndefinition = "It shouts."\n'
        '[[layer.code]]\nkey = "hum"\nlabel = "Hum"\ndefinition = "It hums."\nretired = true\n'
    )
    assert run(["codebook", "show", str(book)]) == 0
    out = capsys.readouterr().out
    assert "It hums. (retired)" in out
    assert "(volume: single, paragraph, optional)" in out
    assert "Targets" not in out
    assert "Holders" not in out
