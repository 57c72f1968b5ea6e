"""Which CAS files there are in a path, whose they are, with which types, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from annotator.errors import RecordError
from annotator.formats.recognising import recognise
from annotator.formats.uima import cas_json, xmi
from annotator.formats.uima.sources import labelled_files, whose
from tests.unit.formats.cas_loading import load_here
from tests.unit.text.cas_files import cas_json as cas_json_file
from tests.unit.text.cas_files import type_system
from tests.unit.text.cas_files import xmi as xmi_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.formats.foreign import ForeignDocument

TEXT = "Il 😀 sale."
CUSTOM = "webanno.custom.Span"


@pytest.fixture(autouse=True)
def _load_here(monkeypatch: pytest.MonkeyPatch) -> None:
    load_here(monkeypatch)


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def found(documents: Iterator[ForeignDocument]) -> list[tuple[str, str | None]]:
    return [(each.name, each.answers[0].annotator if each.answers else None) for each in documents]


@pytest.mark.parametrize(
    ("name", "annotator", "document"),
    [
        ("a.xmi", None, "a"),
        ("k7/a.b.xmi", "k7", "a.b"),
        ("main/m%2F3/a.xmi", "m/3", "a"),
        ("x/annotation/Text.txt/ann.zip", "ann", "Text.txt"),
        ("curation/Text.txt/CURATION_USER.tsv", "CURATION_USER", "Text.txt"),
        ("annotation/Text.txt/INITIAL_CAS.zip", None, "Text.txt"),
        ("k7/noending", "k7", "noending"),
    ],
)
def test_place_of_a_file_says_whose_it_is(name: str, annotator: str | None, document: str) -> None:
    assert whose(name) == (annotator, document)


def test_folder_of_annotators_is_read(tmp_path: Path) -> None:
    for key in ("k7", "m3"):
        (tmp_path / key).mkdir()
        (tmp_path / key / "a.xmi").write_bytes(xmi_file())
    (tmp_path / "layers.json").write_text("[]")
    (tmp_path / "TypeSystem.xml").write_text(type_system(CUSTOM))
    assert found(xmi.read(tmp_path)) == [("a", "k7"), ("a", "m3")]
    assert list(cas_json.read(tmp_path)) == []
    assert recognise(tmp_path) == "uima-xmi"


def test_folder_of_json_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "k7").mkdir()
    (tmp_path / "k7" / "a.json").write_bytes(cas_json_file())
    (tmp_path / "a_layers").mkdir()
    (tmp_path / "a_layers" / "layers.json").write_text('[{"name": "x"}]')
    assert recognise(tmp_path) == "uima-json"
    assert found(cas_json.read(tmp_path)) == [("a", "k7")]


def test_types_that_are_nearest_to_a_file_are_its(tmp_path: Path) -> None:
    files = {
        "TypeSystem.xml": b"top",
        "in/a.typesystem.xml": b"a",
        "in/b_typesystem.xml": b"b",
        "in/deep/typesystem.xml": b"deep",
        "a.xmi": b"",
        "in/a.xmi": b"",
        "in/b.xmi": b"",
        "in/deep/c.xmi": b"",
        "in/deep/er/d.xmi": b"",
    }
    by_file = {
        each.where: each.types for each in labelled_files(zipped(tmp_path / "a.zip", files), ".xmi")
    }
    assert by_file == {
        "a.xmi": b"top",
        "in/a.xmi": b"a",
        "in/b.xmi": b"b",
        "in/deep/c.xmi": b"deep",
        "in/deep/er/d.xmi": b"deep",
    }


def project(tmp_path: Path, ending: str, content: bytes) -> Path:
    """A project as INCEpTION exports it: each annotator's text zipped with its types."""
    inner = zipped(
        tmp_path / "inner.zip",
        {f"x.{ending}": content, "TypeSystem.xml": type_system(CUSTOM).encode()},
    ).read_bytes()
    return zipped(
        tmp_path / "project.zip",
        {
            "exportedproject.json": b"{}",
            "source/Text.txt": TEXT.encode(),
            "annotation/Text.txt/ann.zip": inner,
            "annotation/Text.txt/INITIAL_CAS.zip": inner,
        },
    )


def test_project_of_inception_is_read(tmp_path: Path) -> None:
    path = project(tmp_path, "xmi", xmi_file('custom:Span begin="0" end="2"'))
    assert recognise(path) == "uima-xmi"
    assert found(xmi.read(path)) == [("Text.txt", None), ("Text.txt", "ann")]
    initial, mine = xmi.read(path)
    assert (initial.answers, mine.answers[0].spans[0].label) == ((), CUSTOM)


def test_project_of_inception_in_json_is_read(tmp_path: Path) -> None:
    path = project(tmp_path, "json", cas_json_file())
    assert recognise(path) == "uima-json"
    assert found(cas_json.read(path)) == [("Text.txt", None), ("Text.txt", "ann")]


def test_project_that_only_java_reads_is_refused(tmp_path: Path) -> None:
    files = {"exportedproject.json": b"{}", "annotation_ser/Text.txt/ann.ser": b"\xac\xed"}
    path = zipped(tmp_path / "a.zip", files)
    assert recognise(path) == "uima-xmi"
    with pytest.raises(RecordError, match="only Java reads"):
        list(xmi.read(path))


def test_archive_within_that_is_damaged_is_refused(tmp_path: Path) -> None:
    files = {"exportedproject.json": b"{}", "annotation/Text.txt/ann.zip": b"PK no"}
    path = zipped(tmp_path / "a.zip", files)
    assert recognise(path) == "uima-xmi"
    folder = tmp_path / "folder"
    with ZipFile(path) as archive:
        archive.extractall(folder)
    assert recognise(folder) == "uima-xmi"
    with pytest.raises(RecordError, match=r"ann\.zip: the file is damaged"):
        list(xmi.read(path))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a/>",
        xmi_file()[:-9],
        xmi_file(head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
        xmi_file('ner:NamedEntity begin="x" end="2"'),
        xmi_file().replace(b'sofaNum="1"', b'sofaNum="one"'),
        xmi_file('ner:NamedEntity begin="0" end="2" value="a" ').replace(b'xmi:id="2"', b""),
        b"{}",
    ],
)
def test_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xmi").write_bytes(content)
    with pytest.raises(RecordError, match=r"a\.xmi: .*TypeSystem\.xml"):
        list(xmi.read(tmp_path / "a.xmi"))


def test_types_with_a_document_type_are_refused(tmp_path: Path) -> None:
    types = type_system(CUSTOM).replace("?>", '?><!DOCTYPE x [<!ENTITY e "x">]>')
    (tmp_path / "a.xmi").write_bytes(xmi_file('custom:Span begin="0" end="2"'))
    (tmp_path / "TypeSystem.xml").write_text(types)
    with pytest.raises(RecordError, match="a document type"):
        list(xmi.read(tmp_path / "a.xmi"))


def test_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.text.importing.MAX_FILE_BYTES", 10)
    monkeypatch.setattr("annotator.text.importing.whole.__defaults__", (10,))
    (tmp_path / "k7").mkdir()
    for path in (tmp_path / "a.xmi", tmp_path / "k7" / "a.xmi"):
        path.write_bytes(xmi_file())
        with pytest.raises(RecordError, match="larger than"):
            list(xmi.read(path if path.parent == tmp_path else path.parent))


def test_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.xmi").write_bytes(xmi_file())

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("annotator.formats.uima.sources.whole", refuse)
    with pytest.raises(RecordError, match="Permission denied"):
        list(xmi.read(tmp_path / "a.xmi"))


def test_without_the_library_the_line_to_type_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.text.extras.find_spec", lambda _: None)
    (tmp_path / "a.xmi").write_bytes(xmi_file())
    with pytest.raises(RecordError, match=r'pip install "annotator\[uima\]"'):
        list(xmi.read(tmp_path / "a.xmi"))
