"""Files of REFI-QDA and Web Annotations, damaged: read or refused in words, and nothing else."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats import refi_qda, w3c
from annotator.formats.recognising import recognise
from annotator.formats.refi_qda.codebooks import read_codes, write_codebook
from annotator.text.qdpx import read as read_articles
from tests.unit.formats.corpora import BOOK, a_corpus, record
from tests.unit.text.qdpx_files import NOTE, qde, qdpx, selection, value
from tests.unit.text.test_docx import docx_file

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Il 😀 costa\r\npoco."
ANSWERS = (
    record(evidence=[(3, 4, "economic"), (0, 9)], primary="economic", note="a", confidence=2),
    record("stance", target="chinese_ai", holder="person:Ann", codes=("mixed",)),
    record("frame_other", value="x"),
    record(state="none", paragraph=1),
)


def theirs() -> str:
    """A project.qde with all that is read in it."""
    rich = '<TextSource guid="r" plainTextPath="r.txt" richTextPath="r.docx"/>'
    link = f'<NoteRef targetGUID="{NOTE}"/>'
    inner = selection(0, 2, name="Il") + selection(5, 9, inner=link) + value("v1", "x")
    source = f'<TextSource guid="t" name="T" plainTextPath="internal://t.txt">{inner}</TextSource>'
    notes = f'<Notes><Note guid="{NOTE}"><PlainTextContent>n</PlainTextContent></Note></Notes>'
    return qde(source + rich, notes=notes)


def ours() -> bytes:
    out = io.BytesIO()
    refi_qda.write(a_corpus(*ANSWERS), out)
    return out.getvalue()


def page() -> bytes:
    out = io.BytesIO()
    w3c.write(a_corpus(*ANSWERS), out)
    return out.getvalue()


FILES = {
    "sources/t.txt": TEXT.encode(),
    "r.txt": b"",
    "r.docx": docx_file("<w:p><w:r><w:t>Uno.</w:t></w:r></w:p>"),
}
PACKED = {
    "theirs": qdpx(theirs(), FILES),
    "stored": qdpx(theirs(), FILES, stored=True),
    "ours": ours(),
}
PAGE = page()
QDC = write_codebook(BOOK, "en").encode()
scraps = st.binary(max_size=3) | st.sampled_from(
    [b"", b"<", b"&#0;", b"&x;", b'"', b"]", b"{", b"null", b"-1", b"\xff\xfe", b"<!DOCTYPE a>"]
)
quickly = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def damages(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with its end cut off, or with other bytes somewhere."""
    start = draw(st.integers(0, len(content)))
    if draw(st.booleans()):
        return content[:start]
    end = draw(st.integers(start, min(len(content), start + 8)))
    return content[:start] + draw(scraps) + content[end:]


def take(path: Path) -> None:
    """Read as answers, as articles and as codes: each gives something, or refuses in words."""
    recognise(path)
    with suppress(InputError):
        for document in refi_qda.read(path):
            for answer in document.answers:
                for span in answer.spans:
                    assert document.text[span.start : span.end] == span.text
            assert all(str(remark) for remark in document.remarks)
    with suppress(InputError):
        for article in read_articles(path.read_bytes(), file_name=path.name):
            assert article.text.strip()
    with suppress(InputError):
        assert read_codes(path)


@pytest.mark.parametrize("name", sorted(PACKED))
@quickly
@given(data=st.data())
def test_damaged_project_is_read_or_refused(name: str, tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(data.draw(damages(PACKED[name])))
    take(path)


@quickly
@given(data=st.data())
def test_project_with_a_damaged_project_file_is_read_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    inner = data.draw(damages(theirs().encode())).decode("utf-8", errors="replace")
    path = tmp_path / "a.qdpx"
    path.write_bytes(qdpx(inner, FILES))
    take(path)


@quickly
@given(data=st.data())
def test_damaged_codebook_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "a.qdc"
    path.write_bytes(data.draw(damages(QDC)))
    with suppress(InputError):
        assert read_codes(path)


def text_of(address: str) -> tuple[str, str] | None:
    return ("uid", TEXT) if "a" in address else None


def take_annotations(path: Path) -> None:
    recognise(path)
    with suppress(InputError):
        for document in w3c.read(path, text_of):
            for answer in document.answers:
                for span in answer.spans:
                    assert document.text[span.start : span.end] == span.text


@quickly
@given(data=st.data())
def test_damaged_page_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "a.jsonld"
    path.write_bytes(data.draw(damages(PAGE)))
    take_annotations(path)


KEYS = ["@context", "type", "id", "body", "target", "bodyValue", "source", "selector", "value"]
KEYS += ["refinedBy", "start", "end", "exact", "prefix", "suffix", "items", "first", "purpose"]
KEYS += ["motivation", "creator", "name", "tags", "uri", "text", "user", "state", "cached", "via"]
words = st.sampled_from(
    ["http://www.w3.org/ns/anno.jsonld", "Annotation", "AnnotationPage", "TextualBody", "tagging"]
)
kinds = st.sampled_from(["TextPositionSelector", "TextQuoteSelector", "highlighting", "a:none"])
json_values: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | words | kinds | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=30,
)


@quickly
@given(found=json_values, more=st.dictionaries(st.sampled_from(KEYS), json_values))
def test_any_json_is_read_or_refused(tmp_path: Path, found: object, more: Any) -> None:
    path = tmp_path / "a.json"
    sound = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": found}
    for content in (found, sound | more, {"items": [more], "rows": found}):
        path.write_text(json.dumps(content))
        take_annotations(path)
