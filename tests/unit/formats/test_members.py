"""Files of folders and archives, and names of files that stand for keys."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import RecordError
from annotator.formats import members as module
from annotator.formats.members import Members, file_name, key_of, parts_of

if TYPE_CHECKING:
    from pathlib import Path


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_key_comes_back_from_its_name(key: str) -> None:
    name = file_name(key)
    assert key_of(name) == key
    assert not set(name) & set('/\\:*?"<>|\0')
    assert not name.startswith((".", "~"))


def test_answers_of_several_rounds_are_in_folders() -> None:
    assert parts_of("k7", "main", of_rounds=False) == "k7"
    assert parts_of("k7", "a/b", of_rounds=True) == "a%2Fb/k7"


def test_folder_archive_and_file_give_their_files(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "in").mkdir(parents=True)
    for name in ("b.txt", "in/a.TXT", ".hidden", "c.ann"):
        (folder / name).write_text(name)
    with ZipFile(tmp_path / "f.zip", "w") as archive:
        for name in ("in/a.TXT", "b.txt", "c.ann", "__MACOSX/b.txt"):
            archive.writestr(name, name)
    for path in (folder, tmp_path / "f.zip"):
        members = Members(path)
        assert members.is_many
        assert members.names == ["b.txt", "c.ann", "in/a.TXT"]
        assert list(members.ending(".txt")) == ["b.txt", "in/a.TXT"]
        assert members.read("in/a.TXT") == b"in/a.TXT"
        assert members.where("b.txt") == "b.txt"
        with members.open("b.txt") as file:
            assert file.read() == b"b.txt"
    alone = Members(folder / "b.txt")
    assert (alone.is_many, alone.names) == (False, ["b.txt"])
    assert alone.read("b.txt") == b"b.txt"
    assert alone.where("b.txt") == str(folder / "b.txt")


def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RecordError, match="cannot be read"):
        Members(tmp_path / "missing.json")
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "words " * 9)
    damaged = bytearray(packed.getvalue())
    damaged[36] ^= 0xFF
    (tmp_path / "d.zip").write_bytes(damaged)
    with pytest.raises(RecordError, match=r"d\.zip/a\.txt: .*damaged"):
        Members(tmp_path / "d.zip").read("a.txt")
    with ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../out.txt", "x")
    with pytest.raises(RecordError, match="leads out of its folder"):
        Members(tmp_path / "bad.zip")
    monkeypatch.setattr(module, "MAX_CORPUS_BYTES", 10)
    with pytest.raises(RecordError, match="larger than"):
        Members(tmp_path / "d.zip")
