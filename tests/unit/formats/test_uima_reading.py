"""What is read in CAS files: our own layers, those of others, and what is listed instead."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.recognising import articles_in
from annotator.formats.uima import cas_json, xmi
from annotator.formats.uima.loading import load
from tests.unit.formats.cas_loading import load_here
from tests.unit.text.cas_files import cas_json as json_file
from tests.unit.text.cas_files import type_system
from tests.unit.text.cas_files import xmi as xmi_file

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Il 😀 sale."
NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
CUSTOM = "webanno.custom.Span"


@pytest.fixture(autouse=True)
def _load_here(monkeypatch: pytest.MonkeyPatch) -> None:
    load_here(monkeypatch)


def read(tmp_path: Path, *elements: str, types: str | None = None, **more: Any) -> ForeignDocument:
    """One XMI file, with its types beside it."""
    (tmp_path / "a.xmi").write_bytes(xmi_file(*elements, **more))
    if types is not None:
        (tmp_path / "TypeSystem.xml").write_text(types)
    (document,) = xmi.read(tmp_path / "a.xmi")
    return document


def ours(layer: str, features: str, begin: int = 0, end: int = 11) -> str:
    return f'ours:{layer} begin="{begin}" end="{end}" {features}'


def our_types(layer: str) -> str:
    names = ("code", "state", "target", "holder", "value", "note", "extent")
    return type_system(
        f"annotator.layer.{layer}",
        *((name, "uima.cas.String") for name in names),
        ("primary", "uima.cas.Boolean"),
        ("confidence", "uima.cas.Integer"),
    )


def answers(document: ForeignDocument) -> list[ForeignAnswer]:
    return list(document.answers)


def slugs(document: ForeignDocument) -> list[str]:
    return [each.slug for each in document.remarks]


class TestOurLayers:
    def test_code_of_a_paragraph(self, tmp_path: Path) -> None:
        element = ours("frame", 'code="moral" state="coded" extent="paragraph" primary="true"')
        (said, main) = answers(read(tmp_path, element, types=our_types("frame")))
        assert (said.question, said.labels, said.state) == ("frame", ("moral",), "coded")
        assert (said.start, said.end, said.spans) == (0, 10, ())
        assert (main.question, main.labels, main.start) == ("frame#primary", ("moral",), 0)

    def test_marked_words_with_target_and_holder(self, tmp_path: Path) -> None:
        element = ours("stance", 'code="favour" target="x" holder="person:A"', 3, 5)
        (said,) = answers(read(tmp_path, element, types=our_types("stance")))
        assert (said.question, said.labels, said.start) == ("stance__x__person:A", (), None)
        assert said.spans == (ForeignSpan(3, 4, "favour", "😀"),)

    def test_state_words_sureness_and_note(self, tmp_path: Path) -> None:
        elements = (
            ours("frame", 'state="none" extent="paragraph" confidence="3" note="n"'),
            ours("frame", 'value="my words" extent="article" confidence="9"'),
            ours("frame", 'state="odd"', 0, 2),
        )
        document = read(tmp_path, *elements, types=our_types("frame"))
        odd, none, words = answers(document)
        assert (none.state, none.confidence, none.note) == ("none", 3, "n")
        assert (words.value, words.start, words.end, words.confidence) == (
            "my words",
            None,
            None,
            None,
        )
        assert (odd.state, odd.spans) == ("coded", (ForeignSpan(0, 2, None, "Il"),))
        assert [str(each).rpartition(": ")[2] for each in document.remarks] == [
            "there is no state “odd”; it is left out",
            "sureness is 1, 2 or 3, not 9; it is left out",
        ]


class TestOtherLayers:
    def test_value_of_each_feature_is_a_label(self, tmp_path: Path) -> None:
        document = read(tmp_path, 'ner:NamedEntity begin="3" end="5" value="PER" identifier="Q1"')
        assert {(each.question, each.spans) for each in answers(document)} == {
            (f"{NER}:value", (ForeignSpan(3, 4, "PER", "😀"),)),
            (f"{NER}:identifier", (ForeignSpan(3, 4, "Q1", "😀"),)),
        }

    def test_layer_without_values_is_its_own_label(self, tmp_path: Path) -> None:
        (said,) = answers(read(tmp_path, 'ner:NamedEntity begin="0" end="2"'))
        assert (said.question, said.spans[0].label) == (NER, NER)

    def test_truths_numbers_and_lists(self, tmp_path: Path) -> None:
        types = type_system(
            CUSTOM,
            ("sure", "uima.cas.Boolean"),
            ("n", "uima.cas.Float"),
            ("many", "uima.cas.StringArray"),
            ("none", "uima.cas.IntegerArray"),
            ("string", "uima.cas.StringList"),
        )
        content = xmi_file('custom:Span begin="0" end="2" sure="false" n="0.5" none="" A="B"')
        content = content.replace(
            b' A="B" xmi:id="2" sofa="1"/>',
            b' xmi:id="2" sofa="1"><many>a b</many><many>c</many><string>x</string></custom:Span>',
        )
        (tmp_path / "a.xmi").write_bytes(content)
        (tmp_path / "TypeSystem.xml").write_text(types)
        (document,) = xmi.read(tmp_path / "a.xmi")
        assert {(each.question, each.spans[0].label) for each in answers(document)} == {
            (f"{CUSTOM}:sure", "false"),
            (f"{CUSTOM}:n", "0.5"),
            (f"{CUSTOM}:many", "a b"),
            (f"{CUSTOM}:many", "c"),
        }
        assert [str(each) for each in document.remarks] == [
            f"{tmp_path / 'a.xmi'}, Span 0–2: what it refers to (string) is not read"
        ]

    def test_relations_are_listed(self, tmp_path: Path) -> None:
        types = type_system(
            "webanno.custom.Rel", ("Governor", "uima.tcas.Annotation"), ("kind", "uima.cas.String")
        )
        document = read(
            tmp_path,
            'tcas:Annotation begin="0" end="2"',
            'custom:Rel begin="0" end="2" Governor="2"',
            'custom:Rel begin="0" end="2" Governor="2" kind="k"',
            types=types,
        )
        assert slugs(document) == ["reference", "reference"]
        labels = [each.spans[0].label for each in answers(document)]
        assert sorted(filter(None, labels)) == ["k", "uima.tcas.Annotation"]

    def test_types_of_grammar_and_unknown_ones_are_listed(self, tmp_path: Path) -> None:
        document = read(
            tmp_path,
            'seg:Token begin="0" end="2" pos="3"',
            'pos:POS begin="0" end="2" PosValue="X"',
            'custom:Span begin="0" end="2" value="a" refers="2"',
            'custom:Span begin="0" end="2"',
            'custom:Top what="x"',
        )
        said = [str(each).partition(": ")[2] for each in document.remarks]
        assert said[:2] == [
            "the type webanno.custom.Span is in no type system here; not read: 2",
            "the type webanno.custom.Top is in no type system here; not read: 1",
        ]
        assert said[2].endswith("pos.POS says nothing of answers; not read: 1")
        assert answers(document) == [ForeignAnswer(annotator=None, where=str(tmp_path / "a.xmi"))]

    def test_features_that_no_type_has_are_listed(self, tmp_path: Path) -> None:
        content = xmi_file(
            'ner:NamedEntity begin="0" end="2" value="PER" odd="x" type="t"',
            'tcas:Annotation begin="3" end="5" odd="y"',
            'custom:Span begin="0" end="2" A="B"',
        )
        content = content.replace(
            b' A="B" xmi:id="4" sofa="1"/>',
            b' xmi:id="4" sofa="1"><many>a</many><many>b</many></custom:Span>',
        )
        (tmp_path / "a.xmi").write_bytes(content)
        (document,) = xmi.read(tmp_path / "a.xmi")
        assert [str(each).partition(": ")[2].partition(" is")[0] for each in document.remarks] == [
            f"the type {CUSTOM}",
            "the feature uima.tcas.Annotation:odd",
            f"the feature {NER}:type",
        ]
        labels = [each.spans[0].label for each in answers(document)]
        assert labels == ["PER", "uima.tcas.Annotation"]

    def test_types_beside_the_file_make_them_known(self, tmp_path: Path) -> None:
        types = type_system(CUSTOM, ("value", "uima.cas.String"))
        element = 'custom:Span begin="0" end="2" value="a"'
        (said,) = answers(read(tmp_path, element, types=types))
        assert (said.question, said.spans[0].label) == (f"{CUSTOM}:value", "a")


class TestPlaces:
    @pytest.mark.parametrize(
        ("begin", "end", "slug"),
        [
            (3, 4, "within_character"),
            (4, 6, "within_character"),
            (2, 2, "marks_nothing"),
            (5, 2, "outside_text"),
            (0, 12, "outside_text"),
        ],
    )
    def test_what_marks_no_words_is_listed(
        self, tmp_path: Path, begin: int, end: int, slug: str
    ) -> None:
        document = read(tmp_path, f'ner:NamedEntity begin="{begin}" end="{end}"')
        assert slugs(document) == [slug]
        assert [each.spans for each in answers(document)] == [()]

    def test_places_that_are_no_numbers_are_listed(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_bytes(
            json_file({"%TYPE": "uima.tcas.Annotation", "begin": 0, "end": 4}, text=TEXT)
        )
        (document,) = cas_json.read(tmp_path / "a.json")
        assert slugs(document) == ["within_character"]


class TestJson:
    def take(self, tmp_path: Path, content: bytes) -> ForeignDocument:
        (tmp_path / "a.json").write_bytes(content)
        (document,) = cas_json.read(tmp_path / "a.json")
        return document

    def test_types_within_the_file(self, tmp_path: Path) -> None:
        types = {
            CUSTOM: {
                "%NAME": CUSTOM,
                "%SUPER_TYPE": "uima.tcas.Annotation",
                "value": {"%NAME": "value", "%RANGE": "uima.cas.String"},
                "to": {"%NAME": "to", "%RANGE": "uima.tcas.Annotation"},
                "all": {"%NAME": "all", "%RANGE": "uima.cas.String[]"},
            }
        }
        document = self.take(
            tmp_path,
            json_file(
                {"%TYPE": CUSTOM, "begin": 3, "end": 5, "value": "a", "@to": 2, "@all": 3},
                {"%TYPE": "uima.cas.String[]", "%ELEMENTS": ["x", "y"]},
                types=types,
            ),
        )
        assert [each.spans[0].label for each in answers(document)] == ["a", "x", "y"]
        assert document.answers[0].spans[0].text == "😀"
        assert slugs(document) == ["reference"]

    def test_without_types_those_of_dkpro_are_meant(self, tmp_path: Path) -> None:
        data = json.loads(
            json_file(
                {"%TYPE": NER, "begin": 0, "end": 2, "value": "PER"},
                {"%TYPE": CUSTOM, "begin": 0, "end": 2, "value": "x"},
            )
        )
        del data["%TYPES"]
        document = self.take(tmp_path, json.dumps(data).encode())
        assert [each.spans[0].label for each in answers(document)] == ["PER"]
        assert slugs(document) == ["unknown_type"]

    def test_lists_may_be_called_by_what_is_in_them(self, tmp_path: Path) -> None:
        types = {
            CUSTOM: {
                "%SUPER_TYPE": "uima.tcas.Annotation",
                "all": {"%RANGE": "uima.cas.String[]"},
            }
        }
        document = self.take(
            tmp_path,
            json_file(
                {"%TYPE": CUSTOM, "begin": 0, "end": 2, "@all": 3},
                {"%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["x"]},
                types=types,
            ),
        )
        assert [each.spans[0].label for each in answers(document)] == ["x"]

    def test_unknown_type_is_listed(self, tmp_path: Path) -> None:
        document = self.take(
            tmp_path,
            json_file({"%TYPE": CUSTOM, "begin": 0, "end": 2, "value": "x", "@other": 2}),
        )
        assert slugs(document) == ["unknown_type"]

    def test_types_beside_the_file_count_too(self, tmp_path: Path) -> None:
        (tmp_path / "TypeSystem.xml").write_text(type_system(CUSTOM, ("value", "uima.cas.String")))
        document = self.take(
            tmp_path, json_file({"%TYPE": CUSTOM, "begin": 0, "end": 2, "value": "x"})
        )
        assert [each.spans[0].label for each in answers(document)] == ["x"]


class TestTexts:
    def test_each_view_with_a_text_is_one(self, tmp_path: Path) -> None:
        data = json.loads(json_file({"%TYPE": "uima.tcas.Annotation", "begin": 0, "end": 2}))
        sofa = data["%FEATURE_STRUCTURES"][0]
        data["%FEATURE_STRUCTURES"].append(
            {**sofa, "%ID": 8, "sofaNum": 2, "sofaID": "Second", "sofaString": "Un altro."}
        )
        (tmp_path / "a.json").write_text(json.dumps(data))
        assert [(each.text, len(each.answers[0].spans)) for each in cas_json.read(tmp_path)] == [
            (TEXT, 1),
            ("Un altro.", 0),
        ]

    def test_none_is_remarked(self, tmp_path: Path) -> None:
        assert slugs(read(tmp_path, text=" ")) == ["no_text"]

    def test_what_is_known_of_one_stands_beside_it(self, tmp_path: Path) -> None:
        uid = "0f8d6c1e-2b7a-5e55-9a3c-77d1e0b4c9aa"
        document = read(
            tmp_path,
            f'meta:DocumentMetaData begin="0" end="1" documentId="{uid}" documentTitle="Il prezzo"',
            'meta:MetaDataStringField begin="0" end="1" key="outlet" value="Gazzetta"',
        )
        assert document.metadata == {"title": "Il prezzo", "outlet": "Gazzetta", "document": uid}
        assert articles_in(tmp_path / "a.xmi", "uima-xmi").articles == (
            ("Il prezzo", TEXT, document.metadata),
        )


# ------------------------------------------------------------------ in the other process


def test_loading_gives_what_cassis_reads() -> None:
    content = xmi_file('ner:NamedEntity begin="3" end="5" value="PER"', "custom:Span")
    loaded = load(content, None)
    assert [(each.name, each.text) for each in loaded.views] == [("_InitialView", TEXT)]
    (entity,) = loaded.views[0].found
    assert (entity.type, entity.begin, entity.end) == (NER, 3, 5)
    assert (entity.values, entity.references) == ({"value": ("PER",)}, ())
    assert loaded.unknown == {CUSTOM: 1}
