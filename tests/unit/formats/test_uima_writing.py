"""CAS files that are written: what dkpro-cassis reads in them, and what stands beside them."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import cassis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.formats.catalogue import FORMATS
from annotator.formats.corpus import CodedDocument
from annotator.formats.uima import cas_json, xmi
from annotator.formats.uima.marks import Marks
from annotator.model import Document, DocumentId, Paragraph
from tests.unit.formats.corpora import BOOK, UID, a_corpus, record

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.written import Written

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
STANCE: dict[str, Any] = {
    "layer": "stance",
    "target": "chinese_ai",
    "holder": "person:Ann Lee",
    "codes": ("mixed",),
}
TEXT = "Il 😀 sale.\n\nPiove\nancora."


def loaded(folder: Path, name: str = f"k7/{UID}") -> dict[str, Any]:
    """The file as cassis has it, from XMI and from JSON."""
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    with (folder / f"{name}.xmi").open("rb") as file:
        found = {"xmi": cassis.load_cas_from_xmi(file, typesystem=types)}
    with (folder / f"{name}.json").open("rb") as file:
        found["json"] = cassis.load_cas_from_json(file)
    return found


def write(folder: Path, *records: Any, **more: Any) -> tuple[Written, Written]:
    """The same corpus in both formats."""
    return (
        xmi.write_folder(a_corpus(*records, **more), folder),
        cas_json.write_folder(a_corpus(*records, **more), folder),
    )


def said(cas: Any, layer: str) -> list[dict[str, Any]]:
    """The annotations of a layer: their words, and their features that have a value."""
    names = [name for name, _ in xmi_features()]
    return [
        {"words": each.get_covered_text()}
        | {name: value for name in names if (value := getattr(each, name)) is not None}
        for each in cas.select(f"annotator.layer.{layer}")
    ]


def xmi_features() -> tuple[tuple[str, str], ...]:
    from annotator.formats.uima.layer_types import FEATURES

    return FEATURES


@pytest.mark.parametrize("name", ["uima-xmi", "uima-json", "webanno-tsv"])
def test_format_says_what_it_keeps_and_loses(name: str) -> None:
    module = FORMATS[name].load()
    assert (True, FORMATS[name].writes) == (module.READS, module.WRITES)
    assert all(isinstance(each, str) and each for each in (*module.KEEPS, *module.LOSES))


def test_text_stands_there_with_its_parts(tmp_path: Path) -> None:
    write(tmp_path, record())
    for cas in loaded(tmp_path).values():
        assert cas.sofa_string == TEXT

        def words(name: str, cas: Any = cas) -> list[str]:
            return [each.get_covered_text() for each in cas.select(DKPRO + name)]

        assert words("segmentation.type.Paragraph") == ["Il 😀 sale.", "Piove\nancora."]
        assert words("segmentation.type.Sentence") == ["Il 😀 sale.", "Piove\nancora."]
        tokens = ["Il", "😀", "sale", ".", "Piove", "ancora", "."]
        assert words("segmentation.type.Token") == tokens
        (about,) = cas.select(f"{DKPRO}metadata.type.DocumentMetaData")
        assert (about.documentTitle, about.documentId, about.language) == ("Titolo", UID, "it")
        fields = cas.select(f"{DKPRO}metadata.type.MetaDataStringField")
        assert {each.key: each.value for each in fields} == {"outlet": "Gazzetta", "section": "A"}
        (first, _) = cas.select(f"{DKPRO}segmentation.type.Paragraph")
        assert first.divType == "body"


def test_offsets_count_units_of_utf16(tmp_path: Path) -> None:
    write(tmp_path, record(evidence=[(3, 4, "economic"), (5, 9, None)]))
    whole = (tmp_path / "k7" / f"{UID}.xmi").read_text("utf-8")
    assert ':frame xmi:id="16" sofa="1" begin="3" end="5" code="economic"' in whole
    assert ':frame xmi:id="17" sofa="1" begin="6" end="10" state="coded"' in whole


def test_answer_is_an_annotation_a_code_and_marked_words(tmp_path: Path) -> None:
    answer = record(
        codes=("economic", "moral"),
        primary="moral",
        evidence=[(0, 2, "moral"), (3, 4, "moral"), (5, 9, None)],
        confidence=2,
        note="a\nb & <c>\t",
    )
    write(tmp_path, answer)
    for cas in loaded(tmp_path).values():
        found = said(cas, "frame")
        assert sorted(found, key=lambda each: (each.get("code", ""), each["words"])) == [
            {"words": "sale", "state": "coded", "extent": "words"},
            {
                "words": "Il 😀 sale.",
                "code": "economic",
                "state": "coded",
                "confidence": 2,
                "note": "a\nb & <c>\t",
                "extent": "paragraph",
            },
            {
                "words": "Il",
                "code": "moral",
                "state": "coded",
                "primary": True,
                "extent": "words",
            },
            {
                "words": "😀",
                "code": "moral",
                "state": "coded",
                "primary": True,
                "extent": "words",
            },
        ]


def test_states_words_and_articles(tmp_path: Path) -> None:
    whole: dict[str, Any] = {"paragraph": None, "kind": None}
    records = [
        record(state="none"),
        record(**STANCE),
        record("frame_other", value="a “new” frame"),
        record("tone", codes=("neutral",), evidence=[(0, 5, None, 1)], **whole),
    ]
    write(tmp_path, *records)
    for cas in loaded(tmp_path).values():
        assert said(cas, "frame") == [
            {"words": "Il 😀 sale.", "state": "none", "extent": "paragraph"}
        ]
        assert said(cas, "stance") == [
            {
                "words": "Il 😀 sale.",
                "code": "mixed",
                "state": "coded",
                "target": "chinese_ai",
                "holder": "person:Ann Lee",
                "extent": "paragraph",
            }
        ]
        assert said(cas, "frame_other")[0]["value"] == "a “new” frame"
        assert said(cas, "tone") == [
            {"words": TEXT, "code": "neutral", "state": "coded", "extent": "article"},
            {"words": "Piove", "state": "coded", "extent": "words"},
        ]


def test_files_are_those_of_annotators_and_rounds(tmp_path: Path) -> None:
    records = [record(), record(annotator="m/3", round="pilot")]
    write(tmp_path, *records, rounds=("main", "pilot"))
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert names == {
        "TypeSystem.xml",
        "layers.json",
        *(f"main/k7/{UID}.{ending}" for ending in ("xmi", "json")),
        *(f"pilot/m%2F3/{UID}.{ending}" for ending in ("xmi", "json")),
    }


def test_what_is_lost_is_counted(tmp_path: Path) -> None:
    both = write(tmp_path, record(rev=3, duration_ms=10), record("tone", codes=("neutral",)))
    for written in both:
        assert written.n == 2
        assert written.lost == {
            "revision numbers above 1": 1,
            "time spent on answers": 1,
            "articles without an answer": 1,
        }
        assert [note.slug for note in written.notes] == ["layers_first"]


def test_characters_that_xml_cannot_hold(tmp_path: Path) -> None:
    bad = Paragraph("Uno\x0bdue \x01tre\ufffe.")
    corpus = a_corpus(record(note="\x00"[:0] + "a\x1fb\x02"))
    document = replace(next(iter(corpus.documents)), paragraphs=(bad,))
    for module in (xmi, cas_json):
        module.write_folder(replace(corpus, documents=[document]), tmp_path)
    written = xmi.write_folder(replace(corpus, documents=[document]), tmp_path)
    assert written.lost == {
        "articles with characters that XML cannot hold": 1,
        "notes and words as an answer with characters that XML cannot hold": 1,
    }
    found = loaded(tmp_path)
    assert found["json"].sofa_string == bad.text
    assert found["xmi"].sofa_string == "Uno due \ufffdtre\ufffd."
    assert said(found["json"], "frame")[0]["note"] == "a\x1fb\x02"
    assert said(found["xmi"], "frame")[0]["note"] == "a b\ufffd"


def test_answers_to_a_question_that_is_gone_have_their_type(tmp_path: Path) -> None:
    write(tmp_path, record("older_question", codes=("economic",)))
    for cas in loaded(tmp_path).values():
        assert said(cas, "older_question")[0]["code"] == "economic"
    layers = json.loads((tmp_path / "layers.json").read_text("utf-8"))
    assert layers[-1]["name"] == "annotator.layer.older_question"
    assert layers[-1]["uiName"] == "older_question"


def test_layers_for_inception(tmp_path: Path) -> None:
    write(tmp_path, record())
    layers = json.loads((tmp_path / "layers.json").read_text("utf-8"))
    assert [each["name"] for each in layers] == [
        f"annotator.layer.{layer.key}" for layer in BOOK.layers
    ]
    stance = next(each for each in layers if each["name"] == "annotator.layer.stance")
    assert (stance["type"], stance["anchoring_mode"], stance["overlap_mode"]) == (
        "span",
        "CHARACTERS",
        "ANY_OVERLAP",
    )
    assert stance["cross_sentence"]
    features = {each["name"]: each for each in stance["features"]}
    assert list(features) == [name for name, _ in xmi_features()]
    assert features["confidence"]["type"] == "uima.cas.Integer"
    tags = {name: each["tag_set"] for name, each in features.items()}
    assert [each["tag_name"] for each in tags["code"]["tags"]] == [
        code.key for code in BOOK.codes_of(BOOK.layer("stance"))
    ]
    assert [each["tag_name"] for each in tags["target"]["tags"]] == [
        target.key for target in BOOK.targets
    ]
    assert (tags["holder"]["create_tag"], tags["code"]["create_tag"]) == (True, False)
    assert tags["note"] is None


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    corpus = a_corpus(*(record() for _ in range(12_000)))
    (document, *_) = corpus.documents
    cas_json.write_folder(replace(corpus, documents=[document, document]), tmp_path, told.append)
    assert told == [12_000, 24_000]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet='Ab. \n😀é\u0301قال好。!?’"1,', min_size=1).filter(lambda t: t.strip()),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["it", "en", "und", "zh"]),
)
def test_words_lie_within_sentences_and_these_within_paragraphs(
    texts: list[str], lang: str
) -> None:
    document = Document(DocumentId(1), UID, "", len(texts), "0" * 64, lang=lang)
    paragraphs = tuple(Paragraph(text.strip()) for text in texts)
    marks = list(Marks(CodedDocument(document, paragraphs, ())).of_text())

    def places(name: str) -> list[tuple[int, int]]:
        return [(mark.begin, mark.end) for mark in marks if mark.type.endswith(f".{name}")]

    for inner, outer in (("Token", "Sentence"), ("Sentence", "Paragraph")):
        for begin, end in places(inner):
            assert begin < end
            assert any(a <= begin and end <= b for a, b in places(outer))


def test_types_go_together_with_those_of_dkpro(tmp_path: Path) -> None:
    write(tmp_path, record())
    types = cassis.load_typesystem(io.BytesIO((tmp_path / "TypeSystem.xml").read_bytes()))
    again = cassis.load_typesystem(types.to_xml())
    ours = {each.name for each in types.get_types()}
    assert ours == {each.name for each in again.get_types()}
    assert types.get_type("annotator.layer.frame").supertype.name == "uima.tcas.Annotation"
    with files("cassis.resources").joinpath("dkpro-core-types.xml").open("rb") as file:
        core = cassis.load_typesystem(file)
    shared = [each for each in types.get_types() if core.contains_type(each.name)]
    assert {each.name.rpartition(".")[2] for each in shared} >= {"Token", "Sentence", "Paragraph"}
    for each in shared:
        theirs = core.get_type(each.name)
        assert each.supertype.name == theirs.supertype.name
        ranges = {feature.name: feature.rangeType.name for feature in theirs.features}
        assert {one.name: one.rangeType.name for one in each.features}.items() <= ranges.items()
