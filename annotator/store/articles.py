"""Articles in the project: adding and reading them. Imports model and errors."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.model import (
    Article,
    Document,
    DocumentId,
    Kind,
    Paragraph,
    document_uid,
    sha256_hex,
)

if TYPE_CHECKING:
    from annotator.store.connection import Connection, Row

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_TITLE_LENGTH = 200

# The last paragraph's number says how many there are: they are counted from 0 without gaps.
_DOCUMENTS = (
    "SELECT d.id, d.uid, d.title, 1 + (SELECT ord FROM paragraph p WHERE p.document=d.id"
    " ORDER BY ord DESC LIMIT 1), d.text_sha256, d.author, d.outlet, d.published_on, d.url, d.lang,"
    " ifnull(s.file_name, '') FROM document d LEFT JOIN source s ON s.sha256=d.source"
    " WHERE NOT d.hidden ORDER BY d.id"
)
_ADD_SOURCE = (
    "INSERT INTO source(sha256, bytes, codec, n_bytes, file_name, media_type, encoding, importer,"
    " steps, imported_at) VALUES(?, ?, 'zlib', ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_ADD_DOCUMENT = (
    "INSERT INTO document(uid, source, copy, title, author, outlet, published_on, url, lang,"
    " text_sha256, runs) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_PARAGRAPH = "INSERT INTO paragraph(document, ord, start, kind, text) VALUES(?, ?, ?, ?, ?)"


class Added(Struct, frozen=True):
    """An article in the project, and whether it was there before."""

    document: DocumentId
    uid: str
    already_there: bool


class Source(Struct, frozen=True):
    """What was imported: the bytes as they were, and how they were read."""

    content: bytes | None
    sha256: str
    file_name: str
    media_type: str
    encoding: str | None
    importer: str
    steps: list[dict[str, object]]


class Articles:
    """The project's articles."""

    def __init__(self, file: Connection):
        self._file = file

    def add(self, article: Article, *, keep_duplicates: bool) -> Added:
        """Store an article unless its bytes or its text are there already."""
        source, text = _hashes(article)
        with self._file.write():
            if not keep_duplicates and (there := self._find(source, text)):
                return there
            self._add_source(article, source)
            row = self._document_row(article, source, text)
            document = DocumentId(self._file.run(_ADD_DOCUMENT, *row))
            self._file.run_many(_ADD_PARAGRAPH, _paragraph_rows(document, article))
        return Added(document, str(row[0]), already_there=False)

    def find(self, article: Article) -> Added | None:
        """The document with the same bytes or the same text; None if there is none."""
        return self._find(*_hashes(article))

    def _find(self, source: str, text: str) -> Added | None:
        by = "SELECT id, uid FROM document WHERE {}=? ORDER BY id"
        row = self._file.row(by.format("text_sha256"), text)
        # No index on document.source: it is searched only for bytes that are known to be there.
        if row is None and self._file.row("SELECT 1 FROM source WHERE sha256=?", source):
            row = self._file.row(by.format("source"), source)
        return Added(DocumentId(row[0]), row[1], already_there=True) if row else None

    def _add_source(self, article: Article, sha256: str) -> None:
        self._file.run(
            _ADD_SOURCE,
            sha256,
            zlib.compress(article.content),
            len(article.content),
            PurePath(article.file_name).name,
            article.media_type,
            article.encoding,
            article.importer,
            msgspec.json.encode(article.steps).decode(),
            self._file.now(),
        )

    def _document_row(self, article: Article, source: str, text: str) -> Row:
        copy = self._file.one(
            "SELECT ifnull(1 + max(copy), 0) FROM document WHERE text_sha256=?", text
        )
        published_on = article.proposed("published_on")
        return (
            document_uid(text, copy),
            source,
            copy,
            _title(article),
            article.proposed("author"),
            article.proposed("outlet"),
            published_on if published_on and _DATE.fullmatch(published_on) else None,
            article.proposed("url"),
            article.proposed("lang") or "und",
            text,
            None if article.runs is None else msgspec.json.encode(article.runs).decode(),
        )

    def documents(self) -> list[Document]:
        """All documents but hidden ones, in the order of import."""
        return [Document(*row) for row in self._file.rows(_DOCUMENTS)]

    def paragraphs(self, document: DocumentId) -> list[Paragraph]:
        """A document's paragraphs in reading order; empty for an unknown document."""
        rows = self._file.rows(
            "SELECT text, kind, start FROM paragraph WHERE document=? ORDER BY ord", document
        )
        return [Paragraph(*row) for row in rows]

    def kinds(self) -> dict[DocumentId, list[Kind]]:
        """The kinds of every document's paragraphs, but of hidden ones."""
        found: dict[DocumentId, list[Kind]] = {each.id: [] for each in self.documents()}
        for document, kind in self._file.rows(
            "SELECT document, kind FROM paragraph ORDER BY 1, ord"
        ):
            if document in found:
                found[document].append(kind)
        return found

    def source(self, document: DocumentId) -> Source | None:
        """The imported bytes and how they were read; None where only the text came in."""
        row = self._file.row(
            "SELECT s.bytes, s.codec, s.sha256, s.file_name, s.media_type, s.encoding, s.importer,"
            " s.steps FROM document d JOIN source s ON s.sha256=d.source WHERE d.id=?",
            document,
        )
        if row is None:
            return None
        content, codec, sha256, file_name, media_type, encoding, importer, steps = row
        return Source(
            None if content is None else unpacked(content, codec),
            sha256,
            file_name,
            media_type,
            encoding,
            importer,
            msgspec.json.decode(steps, type=list[dict[str, object]]),
        )


def unpacked(content: bytes, codec: str) -> bytes:
    """The bytes of a source as they were imported."""
    return zlib.decompress(content) if codec == "zlib" else content


def _paragraph_rows(document: DocumentId, article: Article) -> list[Row]:
    rows, start = [], 0
    for ord_, paragraph in enumerate(article.paragraphs):
        rows.append((document, ord_, start, paragraph.kind, paragraph.text))
        start += len(paragraph.text) + 2  # two line feeds join paragraphs
    return rows


def _title(article: Article) -> str:
    """The proposed title, else the paragraph that is one, else the file's name without suffix.

    Not the first heading: in an article that has lost its title that is a heading of the middle.
    """
    of_kind = (paragraph.text for paragraph in article.paragraphs if paragraph.kind == "title")
    title = article.proposed("title") or next(of_kind, "") or PurePath(article.file_name).stem
    return " ".join(title.split())[:_TITLE_LENGTH]


def _hashes(article: Article) -> tuple[str, str]:
    """SHA-256 of the bytes and of the canonical text."""
    return sha256_hex(article.content), sha256_hex(article.text)
