"""What form a file has, told by its content; by its name only where the content says nothing.

Imports `errors` and `model`.
"""

from __future__ import annotations

import io
import re
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.model import Remark
from annotator.text.archives import is_inner

HEAD = 64 * 1024

# Forms that readers exist for, beside those in words that are refused.
LABELS = {
    "text": "plain text",
    "html": "HTML",
    "epub": "EPUB",
    "docx": "Word (DOCX)",
    "rtf": "RTF",
    "odt": "OpenDocument (ODT)",
    "pdf": "PDF",
    "nexis": "Nexis or Factiva",
    "csv": "CSV",
    "tsv": "TSV",
    "jsonl": "JSONL",
    "json": "JSON",
    "zip": "ZIP",
    "qdpx": "REFI-QDA (QDPX)",
    "uima-xmi": "UIMA CAS XMI",
    "uima-json": "UIMA CAS JSON",
    "webanno-tsv": "WebAnno TSV",
    "xlsx": "Excel (XLSX)",
    "xml": "XML",
}
_BINARY = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word or Excel before 2007 (DOC, XLS)"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"%!PS", "PostScript"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIPPED = (
    ("project.qde", "qdpx"),
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("ppt/presentation.xml", "PowerPoint (PPTX)"),
    ("META-INF/container.xml", "epub"),
)
_MIMETYPES = (
    (b"application/epub+zip", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument", "OpenDocument table or slides"),
)
# What the first bytes of a ZIP file that cannot be opened still tell.
_CUT_ZIPPED = (
    (b"project.qde", "qdpx"),
    (b"word/", "docx"),
    *_MIMETYPES,
    (b"xl/", "xlsx"),
    (b"ppt/", "PowerPoint (PPTX)"),
)
_HTML = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|meta"
    r"|script|div|p|h1|article|section|table|title|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[a-zA-Z/!]")
_XML = re.compile(r"\s*<\?xml\b")
_JSON_LIST = re.compile(r'\s*\[\s*(?:\{|\]|")')
_JSON_OBJECT = re.compile(r'\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})')
# An object that ends within the first line, and another one, or nothing, after it.
_JSON_LINE = re.compile(r"[^\n]*\}[ \t\r]*(?:\n\s*(?:\{|\Z)|\Z)")
_EXPORT = re.compile(r'\s*\{"(?:schema"\s*:\s*"annotation/|record":"project","schema":"bundle/)')
# Other tools' files with labels, of which only a reader of that tool makes sense.
_FOREIGN_TEXT = (
    (re.compile(r"(?s)\s*(?:<\?xml\b[^>]*>\s*)?<CodeBook\b[^>]*urn:QDA-XML:codebook"), "qdc"),
    (re.compile(r"#FORMAT=WebAnno TSV 3"), "webanno-tsv"),
    (re.compile(r"(?s)\s*(?:<\?xml\b[^>]*>\s*)?<xmi:XMI\b"), "uima-xmi"),
    (re.compile(r'\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"'), "uima-json"),
    (re.compile(r"(?s).{0,4000}\"@context\"\s*:\s*\[?\s*\"http://www.w3.org/ns/anno"), "w3c"),
)
FOREIGN = {
    "qdpx": "REFI-QDA (QDPX)",
    "qdc": "REFI-QDA (QDC)",
    "webanno-tsv": "WebAnno TSV",
    "uima-xmi": "UIMA CAS XMI",
    "uima-json": "UIMA CAS JSON",
    "w3c": "W3C Web Annotation",
}
_TABLES = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv"}
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
# Endings of names that promise a form; where the content is another, that is said.
_PROMISED = {
    **_TABLES,
    **dict.fromkeys(_PAGES, "html"),
    **dict.fromkeys(_LINES, "jsonl"),
    ".txt": "text",
    ".pdf": "pdf",
    ".doc": "doc",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".epub": "epub",
    ".xml": "xml",
    ".json": "json",
    ".xlsx": "xlsx",
    ".zip": "zip",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
}
_ALIKE = {
    frozenset(pair)
    for pair in (
        ("csv", "tsv"),
        ("json", "jsonl"),
        ("json", "uima-json"),
        ("json", "w3c"),
        ("tsv", "webanno-tsv"),
        ("xml", "html"),
        ("xml", "uima-xmi"),
        ("xml", "qdc"),
        ("zip", "qdpx"),
    )
}


class Form(Struct, frozen=True):
    """What form a file has.

    `key` is one of LABELS or FOREIGN, or else says in words what nothing here reads;
    `name_promises` is the name's ending where that promises another form than the content has.
    """

    key: str
    name_promises: str | None = None

    @property
    def label(self) -> str:
        """The form in words."""
        return LABELS.get(self.key) or FOREIGN.get(self.key) or self.key

    @property
    def remark(self) -> Remark | None:
        """That the name promises something else, if it does."""
        if self.name_promises is None:
            return None
        return Remark(
            slug="name_and_content_differ",
            template="the name ends in {ending}, but the content is {form} and was read so",
            values={"ending": self.name_promises, "form": self.label},
        )


def form_of(content: bytes, file_name: str) -> Form:
    """The form of a file, from its bytes (of a large one the beginning will do) and its name."""
    ending = suffix(file_name)
    key = _of_bytes(content) or _of_text(rough_text(content[:HEAD]), ending)
    if ending == ".qdpx" and content.startswith(_ZIP):  # what is left of it may be a Word file
        key = "qdpx"
    return Form(key, ending if _differs(key, ending) else None)


def refuse_other_bytes(content: bytes) -> None:
    """Raises ImportFailed for a file that its first bytes name as something else than text."""
    key = _of_bytes(content)
    if key is not None:
        raise no_plain_text(Form(key))


def refuse_other_text(text: str, file_name: str) -> None:
    """Raises ImportFailed for text in a form of its own: HTML, XML, JSON, tables."""
    head = text[:HEAD]
    refuse_export(head, file_name)
    key = _of_text(head, suffix(file_name))
    if key != "text":
        raise no_plain_text(Form(key))


def refuse_export(head: str, file_name: str) -> None:
    """Raises ImportFailed for the answers, or the bundle, that `annotator export` writes."""
    if _EXPORT.match(head):
        raise ImportFailed(
            "the file holds exported answers, not an article",
            remedy="bring them in with: annotator merge PROJECT {name}",
            name=file_name,
        )


def rough_text(head: bytes) -> str:
    """The beginning of a text in any encoding, good enough to see marks of ASCII in it."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, errors="replace").replace("\0", "")
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").decode("latin-1")


def suffix(file_name: str) -> str:
    """The name's ending in small letters, with its dot."""
    return PurePath(file_name).suffix.lower()


def no_plain_text(form: Form) -> ImportFailed:
    """The refusal of another form where plain text was asked for."""
    return ImportFailed(
        "the file is {kind}, not plain text",
        remedy="save the article as a text file (.txt) and import that",
        kind=form.label,
    )


def _of_bytes(content: bytes) -> str | None:
    """The form that the first bytes name; None for text."""
    for signature, key in _BINARY:
        if content.startswith(signature):
            return key
    return _zipped(content) if content.startswith(_ZIP) else None


def _zipped(content: bytes) -> str:
    """What is inside a ZIP file; one that is cut off still tells at its beginning."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            names = set() if is_inner(archive) else set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        names = set()
    found = next((key for name, key in _ZIPPED if name in names), None)
    head = content[:HEAD]
    marks = _MIMETYPES if names else _CUT_ZIPPED
    return found or next((key for mark, key in marks if mark in head), "zip")


def _of_text(head: str, ending: str) -> str:
    """The form of a text, by what it begins with; the name decides where that says nothing."""
    for pattern, key in _FOREIGN_TEXT:
        if pattern.match(head):
            return key
    if _HTML.match(head) or (ending in _PAGES and _TAG.search(head)):
        return "html"
    if _XML.match(head):
        return "xml"
    if _JSON_OBJECT.match(head):
        return "jsonl" if ending in _LINES or _JSON_LINE.match(head.lstrip()) else "json"
    return "json" if _JSON_LIST.match(head) else _TABLES.get(ending, "text")


def _differs(key: str, ending: str) -> bool:
    """Whether the name promises another form than the content has."""
    promised = _PROMISED.get(ending, key)
    return promised != key and frozenset((promised, key)) not in _ALIKE
