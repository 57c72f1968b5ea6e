"""How fast files of each form come in: one article of twenty paragraphs a file, into a project.

Run: `python -m benchmarks.bench_forms [FILES]`. There is no bar. The files are made here, as plain
as their form allows; PDF and pages of the web are read in a process of their own, with limits.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.study.intake import Intake, Wishes

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model import Codebook

N_PARAGRAPHS = 20
SENTENCE = "The new line costs less and has lowered prices, says the minister of {}. "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XHTML = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>A</title></head>{}</html>"


def paragraphs(number: int) -> list[str]:
    """The paragraphs of an article; no two articles have a sentence in common."""
    return [
        SENTENCE.format(f"a{number}p{place}") + SENTENCE.format(f"b{number}q{place}").strip()
        for place in range(N_PARAGRAPHS)
    ]


def text(texts: list[str]) -> bytes:
    """Plain text."""
    return "\n\n".join(texts).encode()


def page(texts: list[str]) -> bytes:
    """A page of the web with a menu."""
    body = "".join(f"<p>{each}</p>" for each in texts)
    menu = "<nav><ul><li><a href='/'>Home</a></li></ul></nav>"
    return f"<!DOCTYPE html><html><body>{menu}<article>{body}</article></body></html>".encode()


def word(texts: list[str]) -> bytes:
    """A Word file."""
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in texts)
    document = f"<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": document})


def open_document(texts: list[str]) -> bytes:
    """An OpenDocument text."""
    body = "".join(f"<text:p>{each}</text:p>" for each in texts)
    names = f"xmlns:office='{OFFICE}:office:1.0' xmlns:text='{OFFICE}:text:1.0'"
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content})


def rich_text(texts: list[str]) -> bytes:
    """An RTF file."""
    body = "".join(rf"\pard {each}\par" for each in texts)
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + body + "}").encode("latin-1")


def book(texts: list[str]) -> bytes:
    """An EPUB of one chapter."""
    container = (
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
        "<rootfile full-path='b.opf'/></rootfiles></container>"
    )
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><manifest>"
        "<item id='c' href='c.xhtml' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='c'/></spine></package>"
    )
    chapter = XHTML.format("<body>" + "".join(f"<p>{each}</p>" for each in texts) + "</body>")
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "b.opf": package,
            "c.xhtml": chapter,
        }
    )


def portable(texts: list[str]) -> bytes:
    """A PDF of one page, two lines a paragraph."""
    lines = [line for each in texts for line in (each[:90], each[90:], "")]
    shown = "".join(f"({line}) Tj T* " if line else "T* " for line in lines)
    stream = f"BT /F1 8 Tf 10 TL 50 780 Td {shown}ET"
    box = "/MediaBox[0 0 600 800]"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R{box}/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
    )
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + f"xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


def packed(members: dict[str, str]) -> bytes:
    """A ZIP file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            # The kind of a file stands first and as it is, so that it can be told from its bytes.
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, method)
    return buffer.getvalue()


FORMS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": text,
    "html": page,
    "docx": word,
    "odt": open_document,
    "rtf": rich_text,
    "epub": book,
    "pdf": portable,
}


def measure(folder: Path, form: str, n_files: int, codebook: Codebook) -> tuple[float, float]:
    """Seconds by the clock, and the share of the paragraphs that came in as they were."""
    here = folder / form
    here.mkdir()
    for number in range(n_files):
        (here / f"{number}.{form}").write_bytes(FORMS[form](paragraphs(number)))
    with Store.create(folder / f"{form}.annot", codebook=codebook) as store:
        intake = Intake(store, Wishes())
        begun = time.perf_counter()
        for path in sorted(here.iterdir()):
            fate = intake.take(path)
            assert fate.n_taken == 1, fate
        seconds = time.perf_counter() - begun
        n = sum(len(store.paragraphs(document.id)) for document in store.documents())
    return seconds, n / (n_files * N_PARAGRAPHS)


def main() -> None:
    """Print the table."""
    n_files = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    print(f"{n_files} files       files/s  paragraphs/s   paragraphs found")
    with tempfile.TemporaryDirectory() as name:
        for form in FORMS:
            seconds, share = measure(Path(name), form, n_files, codebook)
            rate = n_files / seconds
            print(f"{form:12} {rate:12,.0f} {rate * N_PARAGRAPHS:13,.0f} {share:17.0%}")


if __name__ == "__main__":
    main()
