"""Articles of REFI-QDA projects: where their texts stand, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import ImportFailed
from annotator.text.qdpx import read
from annotator.text.reading import form_at, read_articles
from tests.unit.text.qdpx_files import NAMESPACE, qde, qdpx, selection, value
from tests.unit.text.test_docx import docx_file as docx

if TYPE_CHECKING:
    from pathlib import Path

INNER = f"<PlainTextContent>Piove.\n\nAncora.</PlainTextContent>{selection(0, 5)}"
ENTITIES = "".join(f'<!ENTITY e{n} "{10 * f"&e{n - 1};"}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]>'
SOURCE = f'<TextSource guid="t" name="Un  titolo">{INNER}</TextSource>'


def texts(content: bytes) -> list[str]:
    return [article.text for article in read(content, file_name="a.qdpx")]


def test_source_is_an_article_with_its_variables() -> None:
    values = value("v1", "La Gazzetta") + value("v2", "2026-03-02") + value("v3", "esteri")
    source = SOURCE.replace("</TextSource>", f"{values}{value('v9', 'x')}</TextSource>")
    (article,) = read(qdpx(qde(source)), file_name="a.qdpx", lang="it")
    assert [each.text for each in article.paragraphs] == ["Piove.", "Ancora."]
    assert article.proposed("title") == "Un titolo"
    assert article.proposed("outlet") == "La Gazzetta"
    assert article.proposed("published_on") == "2026-03-02"
    assert article.meta == {"desk": "esteri"}
    assert {"step": "labels", "ignored": 1} in article.steps


def test_date_that_is_none_stays_with_the_metadata() -> None:
    source = SOURCE.replace("</TextSource>", f"{value('v2', '3/4')}</TextSource>")
    (article,) = read(qdpx(qde(source)), file_name="a.qdpx")
    assert article.meta == {"published_on": "3/4"}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("internal://a.txt", "sources/a.txt"),
        ("internal://a.txt", "Sources/A.txt"),
        ("a.txt", "a.txt"),
        ("a.txt", "sources/a.txt"),
        ("sources\\a.txt", "sources/a.txt"),
        ("/media/a.txt", "sources/a.txt"),
    ],
)
def test_text_stands_in_a_file_wherever_the_path_leads(path: str, name: str) -> None:
    source = f'<TextSource guid="t" plainTextPath="{path}"/>'
    (article,) = read(qdpx(qde(source), {name: b"\xef\xbb\xbfUno.\r\nDue."}), file_name="a.qdpx")
    assert [each.text for each in article.paragraphs] == ["Uno.", "Due."]
    assert article.proposed("title") == "a"


@pytest.mark.parametrize("path", ["relative:///a.txt", "absolute:///a.txt", "", "../b.txt"])
def test_source_outside_the_project_is_passed_over(path: str) -> None:
    source = f'<TextSource guid="t" name="x" plainTextPath="{path}"/>'
    assert texts(qdpx(qde(source + SOURCE), {"sources/c.txt": b"No."})) == ["Piove.\n\nAncora."]


def test_text_of_a_word_file_stands_in_for_an_empty_one() -> None:
    word = docx("<w:p><w:r><w:t>Uno.</w:t></w:r></w:p><w:p><w:r><w:t>Due.</w:t></w:r></w:p>")
    source = '<TextSource guid="t" plainTextPath="a.txt" richTextPath="internal://a.docx"/>'
    files = {"sources/a.txt": b"\xef\xbb\xbf", "sources/a.docx": word}
    assert texts(qdpx(qde(source), files)) == ["Uno.\n\nDue."]
    files["sources/a.docx"] = b"{\\rtf1 x}"
    with pytest.raises(ImportFailed, match="no text"):
        texts(qdpx(qde(source), files))


def test_pages_of_a_pdf_have_a_text_of_their_own() -> None:
    source = (
        '<PDFSource guid="p" name="Relazione"><PDFSelection guid="q" page="1"/>'
        '<Representation guid="r" plainTextPath="r.txt"/></PDFSource>'
    )
    (article,) = read(qdpx(qde(source), {"sources/r.txt": b"Testo."}), file_name="a.qdpx")
    assert (article.text, article.proposed("title")) == ("Testo.", "Relazione")


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (qdpx(None, {"word/document.xml": b"<x/>"}), "no project.qde"),
        (qdpx(qde("")), "no text"),
        (qdpx("<Project"), "damaged"),
        (qdpx(qde(SOURCE)[:-20]), "damaged"),
        (qdpx(qde(SOURCE, head='<!DOCTYPE x [<!ENTITY e "boom">]>')), "document type"),
        (qdpx(qde("", head=LAUGHS, more='<X n="&e9;"/>')), "document type"),
        (qdpx(f'<Project xmlns="{NAMESPACE}">' + "<a>" * 300), "damaged"),
        (qdpx(qde(SOURCE))[:-30], "damaged"),
        (qdpx(qde(SOURCE), {"../../a.txt": b""}), "leads out"),
        (qdpx(qde(SOURCE + " " * 5_000_000)), "unpacks to more"),
    ],
)
def test_project_that_is_none_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(ImportFailed) as caught:
        texts(content)
    assert words in str(caught.value)


def test_entity_that_names_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    source = "<TextSource guid='t'><PlainTextContent>&e;</PlainTextContent></TextSource>"
    with pytest.raises(ImportFailed, match=r"document type|damaged"):
        texts(qdpx(qde(source, head=head)))


# ------------------------------------------------------------------ as a file


def test_project_is_told_by_its_project_file(tmp_path: Path) -> None:
    word = docx("<w:p><w:r><w:t>Uno.</w:t></w:r></w:p>")
    path = tmp_path / "a.zip"
    path.write_bytes(qdpx(qde(SOURCE), {"word/document.xml": b"", "sources/a.docx": word}))
    assert form_at(path).key == "qdpx"
    assert [article.text for article in read_articles(path)] == ["Piove.\n\nAncora."]


@pytest.mark.parametrize("name", ["a.qdpx", "a.zip", "a.docx"])
def test_word_file_in_a_project_that_is_cut_off_is_no_article(tmp_path: Path, name: str) -> None:
    word = docx("<w:p><w:r><w:t>Uno.</w:t></w:r></w:p>")
    whole = qdpx(qde(SOURCE), {"sources/a.docx": word}, stored=True)
    cut = whole[: whole.index(b"project.qde") - 30]
    path = tmp_path / name
    path.write_bytes(cut)
    with pytest.raises(ImportFailed, match="damaged or cut off"):
        list(read_articles(path))


def test_cut_off_project_is_still_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(qdpx(qde(SOURCE))[:200])
    assert form_at(path).key == "qdpx"


def test_codebook_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "a.qdc"
    path.write_text('<?xml version="1.0"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')
    with pytest.raises(ImportFailed, match=r"codebook draft a\.qdc"):
        list(read_articles(path))
