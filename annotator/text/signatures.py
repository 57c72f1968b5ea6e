"""What kind of file bytes are, told by their beginning; this version reads plain text alone.

Imports `errors`. The content decides; the name's ending only where the content says nothing.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from annotator.errors import ImportFailed

_BINARY = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word (DOC)"),
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
)
_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"word/", "Word (DOCX)"),
    (b"application/epub+zip", "EPUB"),
    (b"application/vnd.oasis.opendocument", "OpenDocument (ODT)"),
    (b"xl/", "Excel (XLSX)"),
    (b"ppt/", "PowerPoint (PPTX)"),
)
_ZIP_HEAD = 10_000
_HEAD = 4_000
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|script|div|p|h1|article|section"
    r"|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml\b")
_JSON = re.compile(r'\s*\[?\s*\{\s*"(?:[^"\\]|\\.)*"\s*:')
_EXPORT = re.compile(r'\s*\{"schema"\s*:\s*"annotation/')
_BY_NAME = {".csv": "CSV", ".tsv": "TSV"}
# Endings of names that promise something else than plain text.
OTHER_SUFFIXES = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".html", ".htm", ".xhtml", ".xml", ".json"}
    | {".jsonl", ".png", ".jpg", ".zip"}
)


def refuse_other_bytes(content: bytes) -> None:
    """Raises ImportFailed for a file that its first bytes name as something else than text."""
    for signature, kind in _BINARY:
        if content.startswith(signature):
            raise _other(kind)
    if content.startswith(_ZIP):
        head = content[:_ZIP_HEAD]
        raise _other(next((kind for mark, kind in _ZIPPED if mark in head), "ZIP"))


def refuse_other_text(text: str, file_name: str) -> None:
    """Raises ImportFailed for text in a format of its own: HTML, XML, JSON, tables."""
    head = text[:_HEAD]
    if _EXPORT.match(head):
        raise ImportFailed(
            "the file holds exported answers, not an article",
            remedy="bring them in with: annotator merge PROJECT {name}",
            name=file_name,
        )
    for pattern, kind in ((_HTML, "HTML"), (_XML, "XML"), (_JSON, "JSON")):
        if pattern.match(head):
            raise _other(kind)
    if table := _BY_NAME.get(suffix(file_name)):
        raise _other(table)


def suffix(file_name: str) -> str:
    """The name's ending in small letters, with its dot."""
    return PurePath(file_name).suffix.lower()


def _other(kind: str) -> ImportFailed:
    return ImportFailed(
        "the file is {kind}, and this version reads plain text",
        remedy="save the article as a text file (.txt) and import that",
        kind=kind,
    )
