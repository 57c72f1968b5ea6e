"""Tables of articles (CSV, TSV, JSONL, JSON): one article a record, read as they come.

Imports `errors`, `model` and its siblings. A file is gone through twice: for its hash and its
encoding, then for its records; only one record is in memory at a time, but of JSON.
"""

from __future__ import annotations

import io
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator import __version__
from annotator.errors import ImportFailed
from annotator.model import Article, Original
from annotator.text.blocks import cleaned, unreadable, with_found
from annotator.text.columns import Columns, columns_of
from annotator.text.decode import decode, named_encoding
from annotator.text.kinds import kinds_of
from annotator.text.limits import MAX_CORPUS_BYTES, MAX_FILE_BYTES
from annotator.text.metadata import candidates_of
from annotator.text.packing import Packed, packed
from annotator.text.paragraphs import split_paragraphs
from annotator.text.plain import paragraphs_of, remarks_on_ends
from annotator.text.reading import Options
from annotator.text.records import (
    Record,
    csv_records,
    delimiter_of,
    json_line_records,
    json_records,
    no_records,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

IMPORTER = "corpus"
IMPORTER_VERSION = 1

_MEDIA_TYPES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "jsonl": "application/jsonl",
    "json": "application/json",
}
# Rows of CSV may hold line ends of any sort; lines of JSON end with a line feed alone.
_NEWLINE = {"csv": "", "tsv": "", "jsonl": "\n", "json": ""}
_SNIFFED = 64 * 1024
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# So many records are looked at before it is said which column holds what.
_LOOKED_AT = 100


class _Table(Struct, frozen=True):
    """A table that is being read: what its articles have in common."""

    file_name: str
    key: str
    original: Original
    encoding: str
    columns: Columns
    options: Options
    delimiter: str | None


def articles_of(
    file: BinaryIO,
    key: str,
    *,
    file_name: str,
    options: Options,
    failed: Callable[[ImportFailed], None] | None = None,
) -> Iterator[Article]:
    """The articles of a table.

    Args:
        file: it, at its beginning.
        key: `csv`, `tsv`, `jsonl` or `json`.
        file_name: its name, for the project.
        options: what the user said.
        failed: is told of each record without an article; without it the first such is raised.

    Raises:
        ImportFailed: too large, of another encoding than it seemed, no records, or none that can be
            told apart; with the line.
    """
    limit = MAX_FILE_BYTES if key == "json" else MAX_CORPUS_BYTES
    kept = packed(file, limit, keep=options.keep_source)
    encoding = _encoding(kept, options.encoding)
    errors = "strict" if options.encoding else "replace"
    file.seek(0)
    stream = io.TextIOWrapper(file, encoding, errors, newline=_NEWLINE[key])
    try:
        table, records = _opened(stream, key, file_name, options, kept.original, encoding)
        yield from _articles(table, records, failed)
    except UnicodeDecodeError as error:
        raise ImportFailed(
            "byte {position} is not {encoding}",
            remedy="name the right encoding, or save the file as UTF-8",
            position=error.start + 1,
            encoding=encoding,
        ) from None
    finally:
        stream.detach()  # the file is closed by whoever opened it


def column_names(file: BinaryIO, key: str, encoding: str | None = None) -> tuple[str, ...]:
    """The columns of a table, as its first records have them.

    Args:
        file: it, at its beginning.
        key: `csv`, `tsv`, `jsonl` or `json`.
        encoding: as the user said; None to find it out.

    Raises:
        ImportFailed: it cannot be read, or has no records.
    """
    kept = packed(file, MAX_FILE_BYTES if key == "json" else MAX_CORPUS_BYTES, keep=False)
    file.seek(0)
    found = _encoding(kept, encoding)
    stream = io.TextIOWrapper(file, found, "replace", newline=_NEWLINE[key])
    try:
        _, records = _records(stream, key)
        return _names(list(islice(records, _LOOKED_AT)))
    finally:
        stream.detach()  # the file is closed by whoever opened it


def _opened(
    stream: io.TextIOWrapper,
    key: str,
    file_name: str,
    options: Options,
    original: Original,
    encoding: str,
) -> tuple[_Table, Iterator[Record]]:
    delimiter, records = _records(stream, key)
    first = list(islice(records, _LOOKED_AT))
    names = _names(first)
    columns = columns_of(names, options.columns)
    table = _Table(file_name, key, original, encoding, columns, options, delimiter)
    return table, chain(first, records)


def _records(stream: io.TextIOWrapper, key: str) -> tuple[str | None, Iterator[Record]]:
    """The delimiter of columns, where there are such, and the records."""
    if key == "json":
        return None, json_records(stream.read())
    if key == "jsonl":
        return None, json_line_records(stream)
    delimiter = "\t" if key == "tsv" else delimiter_of(stream.read(_SNIFFED))
    stream.seek(0)
    return delimiter, csv_records(stream, delimiter)


def _names(first: Sequence[Record]) -> tuple[str, ...]:
    if not first:
        raise no_records()
    return tuple(dict.fromkeys(name for record in first for name in record.values))


def _articles(
    table: _Table, records: Iterator[Record], failed: Callable[[ImportFailed], None] | None
) -> Iterator[Article]:
    for record in records:
        try:
            article = _article(table, record)
        except ImportFailed as error:
            error.where = record.where
            if failed is None:
                raise
            failed(error)
            continue
        yield article


def _article(table: _Table, record: Record) -> Article:
    columns = table.columns
    values = {name: cleaned(value)[0] for name, value in record.values.items()}
    text = values.get(columns.text, "")
    if not text.strip():
        raise ImportFailed(
            "the record has no text", remedy="fill in “{column}”, or remove it", column=columns.text
        )
    split = split_paragraphs(text)
    kinds = kinds_of(split.texts, with_headings=not split.is_doubtful)
    lang = table.options.lang
    language = lang or values.get(columns.fields.get("lang", "")) or None
    found = candidates_of(text, split.spans, kinds, language)
    return Article(
        file_name=table.file_name,
        content=b"",
        media_type=_MEDIA_TYPES[table.key],
        importer=IMPORTER,
        encoding=table.encoding,
        paragraphs=paragraphs_of(split, kinds),
        candidates=with_found(columns.candidates(values), found, lang),
        remarks=(*unreadable(text.count("\ufffd")), *remarks_on_ends(split.texts, kinds)),
        steps=tuple(_steps(table, record)),
        part=record.number,
        meta=columns.meta(values),
        original=table.original,
    )


def _steps(table: _Table, record: Record) -> Iterator[dict[str, object]]:
    options = table.options
    said: dict[str, str | None] = {"encoding": options.encoding, "lang": options.lang}
    said |= options.columns
    yield {
        "step": "import",
        "importer": IMPORTER,
        "version": IMPORTER_VERSION,
        "program": __version__,
        "options": {name: value for name, value in said.items() if value is not None},
    }
    yield {"step": "decode", "encoding": table.encoding}
    columns = [("text", table.columns.text), *table.columns.fields.items()]
    yield {"step": "columns", "columns": dict(columns), "delimiter": table.delimiter}
    if n_labels := table.columns.n_labels(record.values):
        yield {"step": "labels", "ignored": n_labels}


def _encoding(kept: Packed, given: str | None) -> str:
    """The name under which the file is decoded; a mark at its beginning is no part of the text."""
    sample = kept.sample
    if given is not None:
        name = named_encoding(given)
        return "utf-8-sig" if name == "utf-8" else name
    marked = next((name for mark, name in _MARKS if kept.head.startswith(mark)), None)
    if marked:
        return marked
    if kept.is_utf8 and b"\0" not in sample and b"\x1b$" not in sample:
        return "utf-8"
    return decode(sample).encoding
