"""Articles in the project: adding and reading them. Imports model and errors."""

from __future__ import annotations

import re
import zlib
from itertools import chain
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
from annotator.store.connection import Row

if TYPE_CHECKING:
    from annotator.store.connection import Connection

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
_STEPS = "SELECT steps FROM source WHERE sha256=?"
_ADD_DOCUMENT = (
    "INSERT INTO document(uid, source, part, copy, title, author, outlet, published_on, url, lang,"
    " text_sha256, runs, meta) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SET_METADATA = (
    "UPDATE document SET title=?, author=?, outlet=?, published_on=?, url=?, lang=?, meta=?"
    " WHERE id=?"
)
_ADD_PARAGRAPHS = "INSERT INTO paragraph(document, ord, start, kind, text) VALUES"
_ROW = "(?, ?, ?, ?, ?)"
# One statement for so many rows is a fifth faster than one a row.
_ROWS = 20


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


class Metadata(Struct, frozen=True):
    """What a project says of an article beside its text; `meta` holds what has no other place."""

    title: str
    author: str | None = None
    outlet: str | None = None
    published_on: str | None = None
    url: str | None = None
    lang: str = "und"
    meta: dict[str, object] = {}


class _Parts(Struct):
    """Of the source whose parts came last: which were there, and the last one asked for."""

    source: str
    last: int
    there: dict[int, Row]


class Articles:
    """The project's articles."""

    def __init__(self, file: Connection):
        self._file = file
        # Of the file whose article came last: its bytes, and their hash.
        self._last: tuple[bytes, str] = (b"", sha256_hex(b""))
        self._parts = _Parts("", 0, {})

    def add(self, article: Article, *, keep_duplicates: bool, keep_source: bool = True) -> Added:
        """Store an article unless its text, or the same part of the same bytes, is there."""
        source, text = self._hashes(article)
        with self._file.write():
            if not keep_duplicates and (there := self._find(source, article.part, text)):
                return there
            if not self._file.row("SELECT 1 FROM source WHERE sha256=?", source):
                self._add_source(article, source, keep=keep_source)
            else:
                self._add_edits(article, source)
            row = self._document_row(article, source, text)
            document = DocumentId(self._file.run(_ADD_DOCUMENT, *row))
            rows = _paragraph_rows(document, article)
            for first in range(0, len(rows), _ROWS):
                some = rows[first : first + _ROWS]
                self._file.run(_ADD_PARAGRAPHS + ", ".join([_ROW] * len(some)), *chain(*some))
        return Added(document, str(row[0]), already_there=False)

    def find(self, article: Article) -> Added | None:
        """The document with the same text, or the same part of the same bytes; None if none has."""
        source, text = self._hashes(article)
        return self._find(source, article.part, text)

    def _hashes(self, article: Article) -> tuple[str, str]:
        """SHA-256 of the bytes (the parts of one file share theirs) and of the canonical text."""
        if article.original is not None:
            return article.original.sha256, sha256_hex(article.text)
        if self._last[0] is not article.content:
            self._last = article.content, sha256_hex(article.content)
        return self._last[1], sha256_hex(article.text)

    def _find(self, source: str, part: int, text: str) -> Added | None:
        by_text = "SELECT id, uid FROM document WHERE text_sha256=? ORDER BY id"
        row = self._file.row(by_text, text)
        if row is None and self._file.row("SELECT 1 FROM source WHERE sha256=?", source):
            row = self._part_of(source, part)
        return Added(DocumentId(row[0]), row[1], already_there=True) if row else None

    def _part_of(self, source: str, part: int) -> Row | None:
        """The document that is this part of a source; its parts are asked for in their order.

        There is no index on document.source: all parts are looked up with the first one.
        """
        if self._parts.source != source or part <= self._parts.last:
            rows = self._file.rows(
                "SELECT part, id, uid FROM document WHERE source=? ORDER BY id DESC", source
            )
            self._parts = _Parts(source, part, {row[0]: row[1:] for row in rows})
        self._parts.last = part
        return self._parts.there.get(part)

    def _add_source(self, article: Article, sha256: str, *, keep: bool) -> None:
        original = article.original
        packed = original.packed if original else zlib.compress(article.content)
        self._file.run(
            _ADD_SOURCE,
            sha256,
            packed if keep else None,
            original.n_bytes if original else len(article.content),
            PurePath(article.file_name).name,
            article.media_type,
            article.encoding,
            article.importer,
            msgspec.json.encode(article.steps).decode(),
            self._file.now(),
        )

    def _add_edits(self, article: Article, sha256: str) -> None:
        """What a person changed of a part is written down with the file that it came from."""
        edits = [step for step in article.steps if step["step"] == "edit"]
        if edits:
            steps = msgspec.json.decode(self._file.one(_STEPS, sha256))
            words = msgspec.json.encode([*steps, *edits]).decode()
            self._file.run("UPDATE source SET steps=? WHERE sha256=?", words, sha256)

    def _document_row(self, article: Article, source: str, text: str) -> Row:
        copy = self._file.one(
            "SELECT ifnull(1 + max(copy), 0) FROM document WHERE text_sha256=?", text
        )
        return (
            document_uid(text, copy),
            source,
            article.part,
            copy,
            _title(article),
            article.proposed("author"),
            article.proposed("outlet"),
            _a_date(article.proposed("published_on")),
            article.proposed("url"),
            article.proposed("lang") or "und",
            text,
            None if article.runs is None else msgspec.json.encode(article.runs).decode(),
            msgspec.json.encode(article.meta).decode(),
        )

    def metadata(self, document: DocumentId) -> Metadata:
        """What is said of a document. Raises KeyError for an unknown one."""
        row = self._file.row(
            "SELECT title, author, outlet, published_on, url, lang, meta FROM document WHERE id=?",
            document,
        )
        if row is None:
            raise KeyError(document)
        fields = dict(zip(Metadata.__struct_fields__, row, strict=True))
        meta = msgspec.json.decode(fields.pop("meta"), type=dict[str, object])
        return Metadata(meta=meta, **fields)

    def set_metadata(self, document: DocumentId, metadata: Metadata) -> None:
        """Say something else of a document; its text stays. A date that is none is left out."""
        with self._file.write():
            self._file.run(
                _SET_METADATA,
                " ".join(metadata.title.split())[:_TITLE_LENGTH],
                metadata.author,
                metadata.outlet,
                _a_date(metadata.published_on),
                metadata.url,
                metadata.lang,
                msgspec.json.encode(metadata.meta).decode(),
                document,
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


def _a_date(words: str | None) -> str | None:
    return words if words and _DATE.fullmatch(words) else None


def _title(article: Article) -> str:
    """The proposed title, else the paragraph that is one, else the file's name without suffix.

    Not the first heading: in an article that has lost its title that is a heading of the middle.
    The second and later articles of a file have their number behind its name.
    """
    of_kind = (paragraph.text for paragraph in article.paragraphs if paragraph.kind == "title")
    name = PurePath(article.file_name).stem
    named = f"{name} {article.part + 1}" if article.part else name
    title = article.proposed("title") or next(of_kind, "") or named
    return " ".join(title.split())[:_TITLE_LENGTH]
