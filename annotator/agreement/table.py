"""Tables of ratings: CSV, TSV, JSONL or Parquet with one rating a row, read into arrays.

A value is taken exactly as it stands; nothing is guessed. May import `annotator.model` and
`annotator.errors`.
"""

from __future__ import annotations

import gc
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from annotator.agreement.cells import Values
from annotator.agreement.columns import Columns
from annotator.agreement.gathering import Gathering
from annotator.agreement.json_lines import JsonLines
from annotator.agreement.lines import JSON_LINES, PARQUET, SUFFIXES, DelimitedText
from annotator.agreement.parquet import open_parquet
from annotator.errors import TableError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from annotator.agreement.lines import Sheet
    from annotator.agreement.ratings import LayerAnswers
    from annotator.model import Codebook


def read_table(  # noqa: PLR0913 - one keyword for each option of the command
    source: Path | TextIO,
    *,
    unit_column: str = "unit",
    annotator_column: str = "annotator",
    value_column: str = "value",
    document_column: str | None = None,
    start_column: str | None = None,
    end_column: str | None = None,
    length_column: str | None = None,
    sets: bool = False,
    order: Sequence[str] | None = None,
    codebook: Codebook | None = None,
    codebook_sha256: str = "",
    missing: str | None = None,
    suffix: str | None = None,
    layer: str | None = None,
    target: str | None = None,
    holder: str | None = None,
) -> LayerAnswers:
    """The ratings of a table as the answers of one layer, named after the value column.

    Args:
        source: a file, or text that is already open.
        unit_column: where the unit stands.
        annotator_column: where the annotator stands.
        value_column: where the value stands; with a column `state` beside it, that is obeyed.
        document_column: the article of a unit, so that intervals can redraw articles; a unit is
            then known by its document and its name.
        start_column: a row is a span of the unit's text, from here; an empty value says that the
            annotator marked nothing.
        end_column: to here; both count characters from 0, the end is the first one outside.
        length_column: how long the unit's text is; else it ends where its last span ends.
        sets: values are sets `a|b`; an empty value is the empty set, no missing rating.
        order: all codes from low to high; a value that is not among them is refused.
        codebook: `layer` names a layer of it, whose codes and kind of answer are then those of the
            values; the words none, cannot_tell and skipped are states.
        codebook_sha256: its hash, for the report.
        missing: this value means that the rating is missing.
        suffix: `.csv`, `.tsv` or `.jsonl` where the name does not tell.
        layer: only rows with this value in the column of that name.
        target: likewise.
        holder: likewise.

    Raises:
        TableError: the file is missing, not UTF-8, lacks a column, or a line cannot be taken
            without guessing; the message names the line.
        Unavailable: it is Parquet, and pyarrow is not installed.
    """
    only = {"layer": layer, "target": target, "holder": holder}
    columns = Columns(
        unit=unit_column,
        annotator=annotator_column,
        value=value_column,
        document=document_column,
        start=start_column,
        end=end_column,
        length=length_column,
        only={name: value for name, value in only.items() if value is not None},
    )
    has_spans = _check_spans(columns, sets=sets)
    asked = codebook.layer(layer) if codebook and layer else None
    codes = order.split(",") if isinstance(order, str) else order
    if codebook and asked:
        codes = [code.key for code in codebook.codes_of(asked)]
        sets = asked.answer == "multiple" and not has_spans
    values = Values(
        sets=sets,
        codes=codes,
        missing=missing,
        codebook=f"{codebook.about.key} {codebook.version}" if codebook else "",
        empty_is_none=has_spans,
    )
    name, suffix = _name_of(source, suffix)
    with _in_words(source, name, suffix), _no_collection(), _opened(source, suffix) as sheet:
        gathering = Gathering(columns, values, sheet.header, codebook=codebook, layer=asked)
        for block in sheet.blocks(gathering.names, gathering.needed):
            gathering.take(block)
        return gathering.answers(codebook_sha256)


def _check_spans(columns: Columns, *, sets: bool) -> bool:
    """Whether rows are spans. Raises TableError for half of what they need."""
    if (columns.start is None) != (columns.end is None) or (columns.length and not columns.start):
        raise TableError(
            "Spans need a column for where they start and one for where they end",
            remedy="name both: --start-column and --end-column",
        )
    if columns.has_spans and sets:
        raise TableError(
            "A row of a table of spans holds one code, not a set",
            remedy="leave --sets out, and give every code of a span a row of its own",
        )
    return columns.has_spans


def _name_of(source: Path | TextIO, suffix: str | None) -> tuple[str, str]:
    """What the source is called in messages, and the suffix that says how it is read."""
    name = str(source) if isinstance(source, Path) else getattr(source, "name", "") or "table"
    if suffix is None:
        suffix = source.suffix if isinstance(source, Path) else ""
    suffix = suffix.lower()
    if suffix not in SUFFIXES or (suffix in PARQUET and not isinstance(source, Path)):
        raise TableError(
            "Tables of the kind {suffix} cannot be read",
            where=name,
            remedy="save the table as .csv, .tsv, .jsonl or .parquet",
            suffix=suffix,
        )
    return str(name), suffix


@contextmanager
def _no_collection() -> Iterator[None]:
    """Rows are lists, and none is part of a cycle: to look for one takes longer than to read."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _opened(source: Path | TextIO, suffix: str) -> Iterator[Sheet]:
    """The table in a file, or in text that is open and stays open."""
    if not isinstance(source, Path):
        yield _sheet(source, suffix)
        return
    with _unchanged(source):
        if suffix in PARQUET:
            with open_parquet(source) as rows:
                yield rows
        else:
            with source.open(encoding="utf-8-sig", newline="") as text:
                yield _sheet(text, suffix)


def _sheet(text: TextIO, suffix: str) -> Sheet:
    return JsonLines(text) if suffix in JSON_LINES else DelimitedText(text, suffix)


@contextmanager
def _unchanged(path: Path) -> Iterator[None]:
    """Refuse a file that another program wrote while it was read."""
    before = path.stat()
    yield
    after = path.stat()
    if stat.S_ISREG(before.st_mode) and _trace(before) != _trace(after):
        raise TableError(
            "The table was changed while it was read",
            remedy="wait until it is written, then try again",
        )


def _trace(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


@contextmanager
def _in_words(source: Path | TextIO, name: str, suffix: str) -> Iterator[None]:
    """Whatever is wrong with the file as one error that names it."""
    try:
        yield
    except UnicodeDecodeError as error:
        line = _first_bad_line(source) if isinstance(source, Path) else None
        raise TableError(
            "Line {line} of the table is not UTF-8 text" if line else "The table is not UTF-8 text",
            where=name,
            remedy="save it again with the encoding UTF-8",
            line=line,
        ) from error
    except TableError as error:
        error.where = error.where or name
        if suffix in PARQUET:  # it has rows alone
            error.what = error.what.replace("Line", "Row")
        raise
    except OSError as error:
        raise TableError(
            "The table cannot be read: {trouble}",
            where=name,
            remedy="check the name and the rights",
            trouble=error.strerror or str(error),
        ) from error


def _first_bad_line(path: Path) -> int | None:
    """The line that is no UTF-8; None where the file is another one by now."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return None
