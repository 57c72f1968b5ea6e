"""Which tool a file comes from, and its texts without the labels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from annotator.formats.recognising import articles_in, recognise

if TYPE_CHECKING:
    from pathlib import Path

DOCCANO = '{"text": "Piove.", "label": ["a"]}\n'


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.json", '[{"data": {"text": "x"}}]', "label-studio"),
        ("a.json", '{"annotations": [{"result": []}], "text": "x"}', "label-studio"),
        ("a.json", '{"annotations": 3, "predictions": [4]}', None),
        ("a.jsonl", '{"text": "x", "answer": "accept"}\n', "prodigy"),
        ("a.jsonl", '{"text": "x", "_task_hash": 3}\n', "prodigy"),
        ("a.jsonl", DOCCANO, "doccano"),
        ("a.csv", "text,label\nA,b\n", "doccano"),
        ("a.csv", "\ufefftext,label\nA,b\n", "doccano"),
        ("a.csv", "title,body\nA,b\n", None),
        ("a.ann", "T1\tx 0 1\ta\n", "brat"),
        ("a.tsv", "#FORMAT=WebAnno TSV 3.3\n", "webanno-tsv"),
        ("a.json", "[1, 2]", None),
        ("a.json", "{broken", None),
        ("a.json", '{"text": }', None),
        ("a.json", "[]", None),
        ("a.txt", "Only an article.", None),
    ],
)
def test_file_is_recognised_by_its_content(
    tmp_path: Path, name: str, content: str, form: str | None
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    assert recognise(tmp_path / name) == form


def test_utf16_table_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("text,label\r\nA,b\r\n".encode("utf-16"))
    assert recognise(tmp_path / "a.csv") == "doccano"


def test_text_with_its_standoff_file_is_of_brat(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "a.ann").write_text("")
    assert recognise(tmp_path / "a.txt") == "brat"
    assert recognise(tmp_path) == "brat"


def test_archive_is_recognised_by_its_files(tmp_path: Path) -> None:
    for number, (name, content, form) in enumerate(
        [
            ("project.qde", "<Project/>", "qdpx"),
            ("k7.xmi", "", "uima-xmi"),
            ("TypeSystem.xml", "", "uima-xmi"),
            ("k7.jsonl", DOCCANO, "doccano"),
            ("readme.md", "words", None),
        ]
    ):
        path = tmp_path / f"{number}.zip"
        with ZipFile(path, "w") as archive:
            archive.writestr(name, content)
        assert recognise(path) == form


def test_missing_file_is_none_of_a_tool(tmp_path: Path) -> None:
    assert recognise(tmp_path / "missing.json") is None


def test_texts_stand_once_without_their_labels(tmp_path: Path) -> None:
    lines = [
        {"text": "Piove.", "label": ["a", "b"], "title": "Pioggia"},
        {"text": "Piove.", "label": [[0, 2, "a"]]},
        {"text": " ", "label": []},
        {"text": "Fine.", "label": []},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    found = articles_in(path, "doccano")
    assert [article[:2] for article in found.articles] == [
        ("Pioggia", "Piove."),
        ("line 4", "Fine."),
    ]
    assert found.n_labels == 3


def test_paragraphs_of_an_article_that_stands_there_as_a_whole_are_no_articles(
    tmp_path: Path,
) -> None:
    facts = {"document": "d1", "title": "T", "label": []}
    lines = [
        {"text": "Piove.", "paragraph": 0, **facts},
        {"text": "Fine.", "paragraph": 1, **facts},
        {"text": "Piove.\n\nFine.", "paragraph": None, **facts},
        {"text": "Sole.", "paragraph": 0, **facts, "document": "d2"},
        {"text": "Sole.", "paragraph": None, **facts, "document": "d2"},
        {"text": "Vento.", "paragraph": 0, **facts, "document": "d3"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    found = [article[1] for article in articles_in(path, "doccano").articles]
    assert found == ["Piove.\n\nFine.", "Sole.", "Vento."]
