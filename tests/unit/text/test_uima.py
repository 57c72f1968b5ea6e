"""Articles in CAS files: texts of views, what is known of them, labels passed over."""

from __future__ import annotations

import json

import pytest

from annotator.errors import ImportFailed
from annotator.text.reading import read_articles
from annotator.text.uima import PARAGRAPH, read, text_of
from tests.unit.text.cas_files import cas_json, xmi

DOCUMENT = "meta:DocumentMetaData begin='0' end='3' documentId='d'"
TEXT = "Il titolo\n\nPiove da ieri 😀.\n\nDomani no."


def field(key: str, value: str) -> str:
    return f'meta:MetaDataStringField begin="0" end="3" key="{key}" value="{value}"'


def test_text_becomes_paragraphs() -> None:
    for content in (xmi(text=TEXT), cas_json(text=TEXT)):
        (article,) = read(content, file_name="a")
        assert [each.text for each in article.paragraphs] == TEXT.split("\n\n")
        assert article.text == TEXT
        assert article.content == content
        assert article.paragraphs[0].kind == "title"


def test_what_is_known_of_the_text_is_proposed() -> None:
    content = xmi(
        f'{DOCUMENT} documentTitle="Il prezzo" language="it"',
        field("outlet", "Gazzetta"),
        field("published_on", "2025-03-01"),
        field("section", "A"),
        field("document", "uid"),
        field("", "no key"),
        text=TEXT,
    )
    (article,) = read(content, file_name="a.xmi")
    assert [article.proposed(name) for name in ("title", "outlet", "published_on", "lang")] == [
        "Il prezzo",
        "Gazzetta",
        "2025-03-01",
        "it",
    ]
    assert article.meta == {"section": "A"}
    assert text_of(content).fields["document"] == "uid"


def test_date_that_is_none_stays_as_it_is() -> None:
    (article,) = read(xmi(field("published_on", "ieri l'altro"), text=TEXT), file_name="a.xmi")
    assert article.meta == {"published_on": "ieri l'altro"}


@pytest.mark.parametrize("title", ["Obama.txt", "d.xmi"])
def test_name_of_a_file_is_no_title(title: str) -> None:
    found = text_of(xmi(f'{DOCUMENT} documentTitle="{title}" language="x-unspecified"'))
    assert found.fields == {}


@pytest.mark.parametrize("title", ["La fine.", ".txt", "Il n. 5 della serie"])
def test_title_with_a_full_stop_is_one(title: str) -> None:
    assert text_of(xmi(f'{DOCUMENT} documentTitle="{title}"')).fields == {"title": title}


def paragraph(begin: int, end: int, kind: str = "") -> str:
    return f'seg:Paragraph begin="{begin}" end="{end}" divType="{kind}"'


def test_paragraphs_that_are_marked_are_those_of_the_article() -> None:
    text = "Uno 😀 due.\nTre.\nQuattro."
    content = xmi(
        paragraph(17, 25, "quote"), paragraph(0, 11, "caption"), paragraph(12, 16), text=text
    )
    json_content = cas_json(
        *(
            {"%TYPE": PARAGRAPH, "begin": begin, "end": end, "divType": kind}
            for begin, end, kind in ((0, 11, "caption"), (12, 16, "odd"), (17, 25, "quote"))
        ),
        text=text,
    )
    for each in (content, json_content):
        (article,) = read(each, file_name="a.xmi")
        assert [(one.text, one.kind) for one in article.paragraphs] == [
            ("Uno 😀 due.", "caption"),
            ("Tre.", "body"),
            ("Quattro.", "quote"),
        ]
    assert len(text_of(content).paragraphs["1"]) == 3


@pytest.mark.parametrize(
    "places",
    [
        [(0, 11), (10, 26)],
        [(0, 11), (18, 26)],
        [(0, 11)],
        [(0, 5), (5, 26)],
        [(3, 3)],
        [(26, 0)],
    ],
)
def test_paragraphs_that_do_not_hold_the_text_are_left(places: list[tuple[int, int]]) -> None:
    content = xmi(*(paragraph(*each) for each in places), text="Uno 😀 due.\n\nTre.\nQuattro.")
    (article,) = read(content, file_name="a.xmi")
    assert [each.text for each in article.paragraphs] == ["Uno 😀 due.", "Tre.\nQuattro."]


def test_labels_are_counted_and_left() -> None:
    content = xmi(
        'seg:Token begin="0" end="2"',
        'pos:POS begin="0" end="2"',
        'ner:NamedEntity begin="0" end="2"',
        "custom:Link",
    )
    (article,) = read(content, file_name="a.xmi")
    assert [step["ignored"] for step in article.steps if step["step"] == "labels"] == [1]
    assert not any(step["step"] == "labels" for step in read(xmi(), file_name="a")[0].steps)


def test_every_view_with_a_text_is_an_article() -> None:
    data = json.loads(cas_json({"%TYPE": "uima.tcas.Annotation", "begin": 0, "end": 2}))
    sofa = data["%FEATURE_STRUCTURES"][0]
    data["%FEATURE_STRUCTURES"] += [
        {**sofa, "%ID": 8, "sofaID": "Second", "sofaString": "Un altro testo."},
        {**sofa, "%ID": 9, "sofaID": "Third", "sofaString": None},
    ]
    articles = read(json.dumps(data).encode(), file_name="a.json")
    assert [(each.part, each.text) for each in articles] == [
        (0, "Il 😀 sale."),
        (1, "Un altro testo."),
    ]
    assert [len(each.steps) for each in articles] == [3, 2]


def test_file_without_a_text_is_refused() -> None:
    with pytest.raises(ImportFailed, match="no text"):
        read(xmi(text=" \n "), file_name="a.xmi")


def test_files_are_known_by_their_content(tmp_path) -> None:
    for name, content in (("a.xmi", xmi()), ("b", cas_json()), ("c.xml", xmi())):
        (tmp_path / name).write_bytes(content)
        assert [each.text for each in read_articles(tmp_path / name)] == ["Il 😀 sale."]


def test_types_and_layers_in_a_folder_are_no_articles(tmp_path) -> None:
    from annotator.text.importing import article_files

    for name in ("TypeSystem.xml", "a.typesystem.xml", "layers.json", "a.xmi"):
        (tmp_path / name).write_bytes(xmi())
    assert [path.name for path in article_files([tmp_path])] == ["a.xmi"]
