"""Codes of other programs as the draft of a codebook, and what is no list of codes."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.codebook import parse_codebook
from annotator.errors import CodebookError
from annotator.formats.refi_qda.codebooks import QdaCode, read_codes, write_codebook
from annotator.formats.refi_qda.drafts import draft_codebook, label_table
from annotator.study.labels import read_map
from tests.unit.formats.corpora import BOOK
from tests.unit.text.qdpx_files import qde, qdpx

if TYPE_CHECKING:
    from pathlib import Path

QDC = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="other"><Codes>
<Code guid="a" name="Theme A" isCodable="true" color="#46AA00"><Description>first
theme</Description></Code>
<Code guid="b" name="Wer? 谁" isCodable="true"/>
<Code guid="c" name="none" isCodable="true"/>
<Code guid="d" name="Frames" isCodable="true">
 <Code guid="e" name="Money" isCodable="true"><Code guid="f" name="Jobs" isCodable="true"/></Code>
 <Code guid="g" name="money" isCodable="true"/><Code guid="h" name="none" isCodable="true"/></Code>
<Code guid="i" name="Frames" isCodable="true"><Code guid="j" name="any" isCodable="true"/></Code>
</Codes><Sets><Set guid="k" name="all"><MemberCode guid="a"/></Set></Sets></CodeBook>"""


def codes(path: Path, content: str | bytes = QDC) -> tuple[QdaCode, ...]:
    place = path / "theirs.qdc"
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_codes(place)


def test_codes_are_read_with_those_above_them(tmp_path: Path) -> None:
    found = codes(tmp_path)
    assert [code.path for code in found][:6] == [
        ("Theme A",),
        ("Wer? 谁",),
        ("none",),
        ("Frames",),
        ("Frames", "Money"),
        ("Frames", "Money", "Jobs"),
    ]
    assert found[0].description == "first\ntheme"


def test_codes_of_a_project_are_read_alike(tmp_path: Path) -> None:
    found = codes(tmp_path, qdpx(qde("")))
    assert [(code.path, code.description) for code in found] == [
        (("frames",), "what it is about"),
        (("frames", "money"), ""),
    ]


def test_draft_is_a_codebook_without_mistakes(tmp_path: Path) -> None:
    checked = parse_codebook(draft_codebook(codes(tmp_path), "Théâtre 1", "de"))
    assert checked.mistakes == ()
    book = checked.codebook
    assert book is not None
    assert (book.about.key, book.about.languages) == ("theatre_1", ("de",))
    assert {layer.key: [code.key for code in layer.codes] for layer in book.layers} == {
        "frames": ["money", "jobs", "money_2"],
        "codes": ["theme_a", "wer", "none_2"],
    }
    theme, who, _ = book.layer("codes").codes
    assert theme.definition["de"] == "first\ntheme"
    assert who.definition["de"] == "(to be written: Wer? 谁)"


def test_table_says_what_labels_mean_in_the_draft(tmp_path: Path) -> None:
    found = codes(tmp_path)
    book = parse_codebook(draft_codebook(found, "x", "en")).codebook
    assert book is not None
    place = tmp_path / "labels.toml"
    place.write_text(label_table(found), "utf-8")
    table = read_map(place, book)
    meanings = {
        key: (meaning.question.layer, meaning.code)
        for key, meaning in table.labels.items()
        if meaning is not None
    }
    assert meanings == {
        (None, "Theme A"): ("codes", "theme_a"),
        (None, "Wer? 谁"): ("codes", "wer"),
        (None, "none"): ("codes", "none_2"),
        ("Frames", "Money"): ("frames", "money"),
        ("Frames", "money"): ("frames", "money_2"),
        ("Frames__Money", "Jobs"): ("frames", "jobs"),
    }


@pytest.mark.parametrize("name", ["", "  ", '"\\\x7f', "9", "漢字", "a" * 200, "cannot_tell"])
def test_any_name_gives_a_code(name: str) -> None:
    found = [QdaCode((name,), "x" * 2_000), QdaCode((name,), "y")]
    checked = parse_codebook(draft_codebook(found, name, "en"))
    assert checked.mistakes == ()
    assert len(tomllib.loads(label_table(found[:1]))["labels"]) == 1


def test_our_own_codebook_gives_its_codes_back(tmp_path: Path) -> None:
    found = codes(tmp_path, write_codebook(BOOK, "en"))
    draft = tomllib.loads(draft_codebook(found, "x", "en"))
    layers = {layer["key"]: [code["key"] for code in layer["code"]] for layer in draft["layer"]}
    assert layers["frame"] == [code.key for code in BOOK.layer("frame").codes]
    assert "frame_other" in layers


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (QDC.partition("<Code ")[0] + "</Codes></CodeBook>", "no codes"),
        (QDC[:300], "damaged"),
        ("code,definition\n", "damaged"),
        (qdpx(None, {"a.txt": b"x"}), "project.qde"),
        (QDC.replace("<CodeBook", '<!DOCTYPE x [<!ENTITY e "x">]><CodeBook', 1), "document type"),
    ],
)
def test_what_has_no_codes_is_refused(tmp_path: Path, content: str | bytes, words: str) -> None:
    with pytest.raises(CodebookError) as caught:
        codes(tmp_path, content)
    assert words in str(caught.value)
    assert "theirs.qdc" in str(caught.value)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        read_codes(tmp_path / "missing.qdc")


# ------------------------------------------------------------------ commands


def test_command_writes_draft_and_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes(tmp_path)
    theirs, table = str(tmp_path / "theirs.qdc"), tmp_path / "labels.toml"
    assert run(["codebook", "draft", theirs, "--language", "it", "--map", str(table)]) == 0
    assert parse_codebook(capsys.readouterr().out).mistakes == ()
    assert 'code = "theme_a"' in table.read_text("utf-8")
    out = tmp_path / "draft.toml"
    assert run(["codebook", "draft", theirs, "-o", str(out)]) == 0
    assert run(["codebook", "check", str(out)]) == 0
    assert run(["codebook", "draft", str(table)]) == 2


def test_command_exports_a_codebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from annotator.resources import shipped_codebook

    out = tmp_path / "a.qdc"
    options = ["codebook", "export", str(shipped_codebook()), "--format", "qdc"]
    assert run([*options, "-o", str(out)]) == 0
    assert run(options) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")
    assert read_codes(out)[0].name == BOOK.layers[0].key


def test_states_alone_are_no_question() -> None:
    found = [QdaCode(("A",)), QdaCode(("A", "none")), QdaCode(("A", "any")), QdaCode(("B",))]
    layers = tomllib.loads(draft_codebook(found, "x", "en"))["layer"]
    assert [layer["key"] for layer in layers] == ["codes"]
