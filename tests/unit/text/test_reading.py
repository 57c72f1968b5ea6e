"""Files of any form: which reader is called, archives, and refusals in words."""

from __future__ import annotations

import pytest

from annotator.errors import ImportFailed
from annotator.text.reading import Options, form_at, labels, no_such_reader, read_articles
from annotator.text.signatures import Form, form_of
from tests.unit.text.pages import book, page
from tests.unit.text.test_archives import zipped


def put(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path, **options):
    with pytest.raises(ImportFailed) as caught:
        list(read_articles(path, Options(**options)))
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (b"%PDF-1.4", "a.pdf", "pdf"),
        (b"{\\rtf1", "a.rtf", "rtf"),
        (page(), "a.txt", "html"),
        ("Fiume <b>alto</b>", "a.htm", "html"),
        ("<?xml version='1.0'?><html><body>x", "a", "html"),
        ("<?xml version='1.0'?><a/>", "a", "xml"),
        ('{"text": 1}\n{"text": 2}', "a", "jsonl"),
        ('{"text": 1,\n"b": 2}', "a", "json"),
        ('{"text": 1,\n"b": 2}', "a.jsonl", "jsonl"),
        ("[]", "a", "json"),
        ("a,b", "a.csv", "csv"),
        ("a\tb", "a.tab", "tsv"),
        ("a,b", "a.txt", "text"),
        ("#FORMAT=WebAnno TSV 3.3\n", "a.tsv", "webanno-tsv"),
        ("a,b\n".encode("utf-16"), "a.csv", "csv"),
        (page().encode("utf-16-be"), "a", "html"),
        ("\ufeff[{".encode("utf-16-be"), "a", "json"),
        (zipped({"word/document.xml": "x"}), "a", "docx"),
        (zipped({"xl/workbook.xml": "x"}), "a", "xlsx"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, 0), "a", "odt"),
        (zipped({"project.qde": "x"}), "a", "qdpx"),
        (zipped({"a": "x"}), "a", "zip"),
        (book(), "a", "epub"),
        (zipped({"word/document.xml": "x"})[:60], "a", "docx"),
    ],
    # Numbers: an archive holds the time of its making, and tests must be named alike everywhere.
    ids=[str(number) for number in range(24)],
)
def test_the_content_tells_the_form(content, name, form):
    content = content if isinstance(content, bytes) else content.encode()
    assert form_of(content, name).key == form


def test_a_name_that_promises_something_else_is_told(tmp_path):
    (found,) = read_articles(put(tmp_path, "a.pdf", "Una frase intera."))
    assert "ends in .pdf, but the content is plain text" in str(found.remarks[0])
    assert form_of(b'{"a": 1}', "a.json").name_promises is None


def test_a_form_may_be_named(tmp_path):
    path = put(tmp_path, "a.dat", "<p>Una frase.</p>")
    (found,) = read_articles(path, Options(form="text"))
    assert found.text == "<p>Una frase.</p>"
    assert set(labels()) >= {"text", "html", "csv", "zip"}


def test_a_page_a_book_and_a_table_are_read(tmp_path):
    (found,) = read_articles(put(tmp_path, "a.html", page()), Options(encoding="utf-8"))
    assert found.importer == "html"
    assert [a.part for a in read_articles(put(tmp_path, "a.epub", book()))] == [0, 1]
    assert len(list(read_articles(put(tmp_path, "a.csv", "text\nUno.\nDue.\n")))) == 2
    assert form_at(tmp_path / "a.csv").key == "csv"


def test_an_archive_is_read_as_a_folder(tmp_path):
    members = {
        "b.txt": "Due.",
        "a/c.txt": "Uno.",
        "__MACOSX/x.txt": "no",
        "a/.hidden": "no",
        "README.md": "no",
        "d.csv": "text\nTre.\n",
    }
    path = put(tmp_path, "a.zip", zipped(members))
    found = list(read_articles(path, Options(form="zip")))
    assert [(a.file_name, a.text) for a in found] == [
        ("c.txt", "Uno."),
        ("b.txt", "Due."),
        ("d.csv", "Tre."),
    ]


def test_members_that_fail_are_told_with_their_place(tmp_path):
    members = {
        "a.txt": "Uno.",
        "b.png": "\x89PNG",
        "c.zip": zipped({"x": "y"}),
        "d.csv": "text\n \n",
    }
    members["b.png"] = b"\x89PNG\r\n\x1a\n"
    path = put(tmp_path, "a.zip", zipped(members))
    told: list[ImportFailed] = []
    found = list(read_articles(path, failed=told.append))
    assert len(found) == 1
    words = [str(error) for error in told]
    assert words[0].startswith(f"{path}: b.png: the file is PNG")
    assert words[1].startswith(f"{path}: c.zip: this is an archive within an archive")
    assert words[2].startswith(f"{path}: d.csv: line 2: ")
    assert refusal(path).startswith(f"{path}: b.png")


def test_of_a_project_of_inception_the_texts_are_read(tmp_path):
    path = put(tmp_path, "a.zip", zipped({"exportedproject.json": "{}", "source/a.txt": "Uno."}))
    told: list[ImportFailed] = []
    assert [a.text for a in read_articles(path, failed=told.append)] == ["Uno."]
    assert "only Java reads" in str(told[0])
    members = {"exportedproject.json": "{}", "annotation/a.txt/k.zip": "", "source/a.txt": "Uno."}
    list(read_articles(put(tmp_path, "b.zip", zipped(members)), failed=told.append))
    assert "annotator merge PROJECT FILE" in str(told[1])
    assert len(list(read_articles(path))) == 1


def test_what_holds_labels_or_sheets_or_nothing_of_ours_is_refused_with_a_way_out(tmp_path):
    notes = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}'
    assert "annotator merge PROJECT a.json" in refusal(put(tmp_path, "a.json", notes))
    assert "save the sheet as CSV" in refusal(
        put(tmp_path, "a.xlsx", zipped({"xl/workbook.xml": ""}))
    )
    assert "GIF" in refusal(put(tmp_path, "a.gif", b"GIF89a"))
    assert "annotator merge" in refusal(put(tmp_path, "a.jsonl", '{"schema":"annotation/1"}'))
    assert "is XML" in str(no_such_reader(Form("xml"), "a"))
    assert refusal(tmp_path / "no.txt").startswith(str(tmp_path / "no.txt"))
