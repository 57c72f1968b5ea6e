"""What is written as REFI-QDA: valid by its schemas, with every answer where it belongs."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from lxml import etree
from msgspec.structs import replace

from annotator.errors import Unavailable
from annotator.formats import refi_qda
from annotator.formats.refi_qda import projects
from annotator.formats.refi_qda.codebooks import write_codebook
from annotator.model import Annotator, Document, Paragraph
from tests.unit.formats.corpora import BOOK, UID, a_corpus, record

if TYPE_CHECKING:
    from annotator.formats.corpus import Corpus

SCHEMAS = Path(__file__).parents[2] / "fixtures" / "refi_qda"
K7, M3 = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
Element = Any


def answer(number: int = 0, layer: str = "frame", **more: Any) -> Any:
    uid = f"33333333-3333-4333-8333-{number:012d}"
    return record(layer, uid=uid, annotator_uid=K7, **more)


def corpus(*records: Any, **more: Any) -> Corpus:
    found = a_corpus(*records, **more)
    return replace(found, annotators=(Annotator("k7", K7), Annotator("m3", M3)))


EVERYTHING = corpus(
    answer(1, codes=("economic", "other"), evidence=[(3, 4, "economic"), (0, 10)], primary="other"),
    answer(2, state="none", paragraph=1, confidence=1, note="a\n\tb\x01\r\n"),
    answer(3, "stance", target="chinese_ai", holder="person:Ann & <Lee>", codes=("mixed",)),
    answer(4, "frame_other", value="x\ny"),
    answer(5, "dominant_frame", paragraph=None, kind=None, evidence=[(0, 5, "economic", 1)]),
    answer(6, "gone", codes=("y",), round="again", rev=3, duration_ms=9),
    rounds=("main", "again"),
)


def written(told: Corpus) -> tuple[Element, dict[str, bytes], dict[str, int]]:
    """project.qde, all files, and what was lost."""
    out = io.BytesIO()
    lost = refi_qda.write(told, out).lost
    with ZipFile(out) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    return etree.fromstring(files["project.qde"]), files, lost


def schema(name: str) -> Element:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def named(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{*}}{name}"))


def paths(root: Element) -> dict[str, tuple[str, ...]]:
    """Every code by its identity."""
    return {
        each.get("guid"): tuple(
            above.get("name") for above in [*reversed(list(each.iterancestors("{*}Code"))), each]
        )
        for each in named(root, "Code")
    }


def coded(root: Element) -> list[tuple[str | None, int, int, tuple[str, ...]]]:
    """Name, place and code of every selection."""
    known = paths(root)
    return [
        (
            each.get("name"),
            int(each.get("startPosition")),
            int(each.get("endPosition")),
            known[each.find("{*}Coding/{*}CodeRef").get("targetGUID")],
        )
        for each in named(root, "PlainTextSelection")
    ]


@pytest.mark.parametrize("told", [EVERYTHING, corpus(), replace(corpus(), documents=[])])
def test_project_is_valid_by_the_schema(told: Corpus) -> None:
    root, _, _ = written(told)
    checked = schema("Project.xsd")
    assert checked.validate(root), checked.error_log


def test_identities_are_unique_and_the_same_again() -> None:
    _, files, _ = written(EVERYTHING)
    _, again, _ = written(EVERYTHING)
    assert files == again
    root = etree.fromstring(files["project.qde"])
    guids = [each.get("guid") for each in root.iter() if each.get("guid")]
    assert len(guids) == len(set(guids))


def test_answers_are_selections_with_codes() -> None:
    root, files, _ = written(EVERYTHING)
    assert files[f"sources/{UID}.txt"].decode() == "Il 😀 sale.\n\nPiove\nancora."
    assert coded(root) == [
        ("😀", 3, 4, ("frame", "economic")),
        ("¶ 1", 0, 10, ("frame", "other")),
        ("Il 😀 sale.", 0, 10, ("frame", "any")),
        ("¶ 2", 12, 25, ("frame", "none")),
        ("¶ 1", 0, 10, ("stance", "chinese_ai", "person:Ann & <Lee>", "mixed")),
        ("¶ 1", 0, 10, ("frame_other", "words")),
        ("Piove", 12, 17, ("dominant_frame", "economic")),
        ("¶ 1", 0, 10, ("gone", "y")),
    ]
    (source, other) = named(root, "TextSource")
    assert source.get("plainTextPath") == f"internal://{UID}.txt"
    assert len(other.findall("{*}PlainTextSelection")) == 0
    coding = source.find("{*}PlainTextSelection/{*}Coding")
    assert (coding.get("creatingUser"), coding.get("creationDateTime")) == (
        K7,
        "2026-03-02T09:14:07Z",
    )


def test_what_else_an_answer_says_is_described_once() -> None:
    root, _, _ = written(EVERYTHING)
    texts = [each.findtext("{*}Description") for each in named(root, "PlainTextSelection")]
    assert texts == [
        "main: other\nround: main",
        None,
        None,
        "sureness: 1\nround: main\nnote: a\n\t\tb\ufffd\r\n\t",
        "round: main",
        "round: main\nwords: x\n\ty",
        "round: main",
        "round: again",
    ]


def test_codes_have_labels_and_definitions_and_users_their_pseudonyms() -> None:
    root, _, _ = written(corpus(answer()))
    known = {path: guid for guid, path in paths(root).items()}
    (economic,) = (
        each for each in named(root, "Code") if each.get("guid") == known["frame", "economic"]
    )
    assert economic.findtext("{*}Description").startswith("Economic\nCosts, gains")
    assert ("stance", "chinese_ai", "author", "none") in known
    assert [(each.get("guid"), each.get("name")) for each in named(root, "User")] == [
        (K7, "k7"),
        (M3, "m3"),
    ]
    codable = {
        path: each.get("isCodable")
        for each, path in zip(named(root, "Code"), paths(root).values(), strict=True)
    }
    assert (codable["stance",], codable["frame", "economic"]) == ("false", "true")


def test_metadata_are_variables_and_rounds_are_sets() -> None:
    root, _, _ = written(EVERYTHING)
    names = {each.get("guid"): each.get("name") for each in named(root, "Variable")}
    source = named(root, "TextSource")[0]
    values = {
        names[each[0].get("targetGUID")]: each.findtext("{*}TextValue")
        for each in source.findall("{*}VariableValue")
    }
    assert values == {
        "section": "A",
        "document": UID,
        "title": "Titolo",
        "outlet": "Gazzetta",
        "lang": "it",
    }
    assert [(each.get("name"), each[0].get("targetGUID")) for each in named(root, "Set")] == [
        ("round main", UID),
        ("round again", UID),
    ]


def test_losses_are_counted() -> None:
    assert written(EVERYTHING)[2] == {
        "revision numbers above 1": 1,
        "time spent on answers": 1,
        "characters that XML cannot hold": 1,
    }
    assert written(corpus(answer()))[2] == {}


def test_long_words_are_cut_in_names() -> None:
    told = corpus(answer(evidence=[(0, 300, "economic")]))
    coded_document = next(iter(told.documents))
    longer = replace(coded_document, paragraphs=(Paragraph("a" * 300),))
    root, _, _ = written(replace(told, documents=[longer]))
    assert coded(root)[0][:3] == ("a" * 80 + "…", 0, 300)


def test_title_that_xml_cannot_hold_is_written_all_the_same() -> None:
    told = next(iter(corpus().documents))
    document = Document(told.document.id, UID, "a\x00b\ufffe", 1, "0" * 64)
    root, _, _ = written(replace(corpus(), documents=[replace(told, document=document)]))
    assert named(root, "TextSource")[0].get("name") == "a\ufffdb\ufffd"


def test_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projects, "_TOLD_EVERY", 1)
    told: list[int] = []
    refi_qda.write(EVERYTHING, io.BytesIO(), told.append)
    refi_qda.write(EVERYTHING, io.BytesIO())
    assert told == [6]


def test_without_lxml_the_line_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(Unavailable, match=r"pip install"):
        refi_qda.write(corpus(), io.BytesIO())


@pytest.mark.parametrize("language", ["en", "it"])
def test_codebook_is_valid_by_the_schema(language: str) -> None:
    root = etree.fromstring(write_codebook(BOOK, language).encode())
    checked = schema("Codebook.xsd")
    assert checked.validate(root), checked.error_log
    assert [each.get("name") for each in root[0]] == [layer.key for layer in BOOK.layers]
    described = root.findtext(".//{*}Code/{*}Code/{*}Description")
    assert described.split("\n")[0] == {"en": "Economic", "it": "Economico"}[language]
