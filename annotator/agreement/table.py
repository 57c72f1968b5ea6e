"""Tables of ratings: CSV, TSV or JSONL with one rating a row, read into arrays.

A value is taken exactly as it stands; nothing is guessed. May import `annotator.model` and
`annotator.errors`.
"""

from __future__ import annotations

import difflib
from array import array
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TextIO

import numpy as np

from annotator.agreement.cells import Values, cell_of, remarks_on, scalar
from annotator.agreement.lines import JSON_LINES, name_of, opened, rows_in
from annotator.agreement.ratings import Indices, LayerAnswers
from annotator.errors import TableError
from annotator.model import Code, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotator.agreement.lines import Row

# Columns that tell rows of an exported table apart besides the unit (docs/format.md).
PARTS_OF_UNIT = ("target", "holder")


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Which columns hold what, and what to read: see `read_table`."""

    unit: str = "unit"
    annotator: str = "annotator"
    value: str = "value"
    document: str | None = None
    only: dict[str, str] = field(default_factory=dict)

    def names(self) -> list[str]:
        """The columns that must be there."""
        wanted = [self.unit, self.annotator, self.value, *self.only]
        return [*wanted, self.document] if self.document else wanted


def read_table(  # noqa: PLR0913 - one keyword for each option of the command
    source: Path | TextIO,
    *,
    unit_column: str = "unit",
    annotator_column: str = "annotator",
    value_column: str = "value",
    document_column: str | None = None,
    sets: bool = False,
    order: Sequence[str] | None = None,
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
        sets: values are sets `a|b`; an empty value is the empty set, no missing rating.
        order: all codes from low to high; a value that is not among them is refused.
        missing: this value means that the rating is missing.
        suffix: `.csv`, `.tsv` or `.jsonl` where the name does not tell.
        layer: only rows with this value in the column of that name.
        target: likewise.
        holder: likewise.

    Raises:
        TableError: the file is missing, not UTF-8, lacks a column, or a line cannot be taken
            without guessing; the message names the line.
    """
    only = {"layer": layer, "target": target, "holder": holder}
    columns = Columns(
        unit=unit_column,
        annotator=annotator_column,
        value=value_column,
        document=document_column,
        only={name: value for name, value in only.items() if value is not None},
    )
    names = order.split(",") if isinstance(order, str) else order
    table = _Table(columns, Values(sets=sets, order=names, missing=missing))
    name, suffix = name_of(source, suffix)
    try:
        with opened(source) as text:
            table.read(rows_in(text, suffix, columns.names()), are_texts=suffix not in JSON_LINES)
            return table.answers()
    except UnicodeDecodeError as error:
        raise TableError(
            "The table is not UTF-8 text (byte {place})",
            where=name,
            remedy="save it again with the encoding UTF-8",
            place=error.start,
        ) from error
    except TableError as error:
        error.where = name
        raise
    except OSError as error:
        raise TableError(
            "The table cannot be read: {trouble}",
            where=name,
            remedy="check the name and the rights",
            trouble=error.strerror or str(error),
        ) from error


class _Table:
    """Rows on their way into arrays: four numbers a row, each name once."""

    def __init__(self, columns: Columns, values: Values):
        self._columns = columns
        self._values = values
        self._units: dict[object, int] = {}
        self._annotators: dict[str, int] = {}
        self._documents: dict[str, int] = {}
        self._unit, self._annotator = array("i"), array("i")
        self._answer, self._line = array("i"), array("i")
        self._document = array("i")  # one a unit

    def read(self, rows: Iterator[Row], *, are_texts: bool) -> None:
        """Take the header, then every row."""
        header = [str(name) for name in next(rows)[1]]
        self._check_header(header)
        columns = self._columns
        places = {name: header.index(name) for name in columns.names()}
        state = header.index("state") if "state" in header else None
        parts = [header.index(name) for name in PARTS_OF_UNIT if state is not None
                 and name in header]  # fmt: skip
        only = [(places[name], wanted) for name, wanted in columns.only.items()]
        if state is not None and "layer" in header and "layer" not in columns.only:
            rows = _one_layer(rows, header.index("layer"))
        if only:
            rows = (row for row in rows if all(row[1][place] == wanted for place, wanted in only))
        document = places[columns.document] if columns.document else None
        if document is not None:
            parts.insert(0, document)
        unit, annotator, value = (
            places[name] for name in (columns.unit, columns.annotator, columns.value)
        )
        if are_texts and state is None and not parts:
            rows = self._read_plain(rows, unit, annotator, value)
        for line, row in rows:
            self._take(
                line,
                _name(row[unit], columns.unit, line),
                _name(row[annotator], columns.annotator, line),
                (row[value], row[state] if state is not None else "coded"),
                tuple(_name(row[part], "", line) for part in parts),
            )

    def _read_plain(
        self, rows: Iterator[Row], unit: int, annotator: int, value: int
    ) -> Iterator[Row]:
        """The fast way through rows of text; gives back those that need a closer look, in turn."""
        units, annotators, index = self._units, self._annotators, self._values.index
        put_unit, put_annotator = self._unit.append, self._annotator.append
        put_answer, put_line = self._answer.append, self._line.append
        for line, row in rows:
            name = row[unit]
            number = index.get((row[value], "coded"))  # type: ignore[arg-type]  # it is text
            place = annotators.get(row[annotator])  # type: ignore[call-overload]  # likewise
            if number is None or place is None or not name:
                yield line, row
            else:
                unit_place = units.setdefault(name, len(units))
                if number >= 0:
                    put_unit(unit_place)
                    put_annotator(place)
                    put_answer(number)
                    put_line(line)

    def _take(
        self,
        line: int,
        unit: str,
        annotator: str,
        answer: tuple[object, object],
        parts: tuple[str, ...],
    ) -> None:
        value, state = answer
        key = (cell_of(value, line), scalar("" if state is None else state, line))
        number = self._values.index.get(key)
        if number is None:
            number = self._values.index[key] = self._values.number(*key, line)
        units = self._units
        name: object = (unit, *parts) if parts else unit
        if name not in units:
            units[name] = len(units)
            if self._columns.document:
                documents = self._documents
                self._document.append(documents.setdefault(parts[0], len(documents)))
        place = self._annotators.setdefault(annotator, len(self._annotators))
        if number < 0:
            return
        self._unit.append(units[name])
        self._annotator.append(place)
        self._answer.append(number)
        self._line.append(line)

    def _check_header(self, header: list[str]) -> None:
        for name in self._columns.names():
            if name in header:
                continue
            near = difflib.get_close_matches(name, header, 1)
            raise TableError(
                "There is no column {column}; the columns are: {columns}",
                remedy="did you mean {near}?" if near else "name the column that holds it",
                column=name,
                columns=", ".join(header) or "none",
                near=near[0] if near else "",
            )
        doubles = [name for name in self._columns.names() if header.count(name) > 1]
        if doubles:
            raise TableError(
                "There are several columns {column}",
                remedy="give each column a name of its own",
                column=doubles[0],
            )

    def answers(self) -> LayerAnswers:
        """All rows that were read, without repeats."""
        unit, annotator = _indices(self._unit), _indices(self._annotator)
        answer = _indices(self._answer)
        kept, n_repeats = self._first_of_each(unit, annotator, answer)
        document = np.full(len(unit), -1, np.int32)
        if self._columns.document:
            document = _indices(self._document)[unit]
        nothing = np.full(len(kept), -1, np.int32)
        return LayerAnswers(
            layer=self._layer(),
            codebook=None,
            document=document[kept],
            paragraph=unit[kept],
            annotator=annotator[kept],
            target=nothing,
            holder=nothing,
            answer=answer[kept],
            answers=self._values.distinct,
            documents=list(self._documents),
            annotators=list(self._annotators),
            targets=[],
            holders=[],
            remarks=tuple(remarks_on(self._values, n_repeats)),
        )

    def _first_of_each(
        self, unit: Indices, annotator: Indices, answer: Indices
    ) -> tuple[Indices, int]:
        """Rows without repeats, and how many repeats there were; different repeats are refused."""
        place = unit.astype(np.int64) * max(len(self._annotators), 1) + annotator
        space = len(self._units) * len(self._annotators)
        if space <= 10 * len(place) + 1_000 and np.bincount(place, minlength=1).max() <= 1:
            return np.arange(len(place), dtype=np.int32), 0
        _, first, back = np.unique(place, return_index=True, return_inverse=True)
        different = np.flatnonzero(answer != answer[first[back]])
        if len(different):
            row = int(different[0])
            earlier = int(first[back[row]])
            names = next(islice(self._units, int(unit[row]), None))
            raise TableError(
                "Lines {earlier} and {line} give two different values for unit {unit} by "
                "{annotator}",
                remedy="keep the one that counts",
                earlier=self._line[earlier],
                line=self._line[row],
                unit=" ".join(names) if isinstance(names, tuple) else str(names),
                annotator=list(self._annotators)[int(annotator[row])],
            )
        return np.sort(first).astype(np.int32), len(place) - len(first)

    def _layer(self) -> Layer:
        values = self._values
        key = self._columns.only.get("layer", self._columns.value)
        ordered = values.order is not None and not values.are_sets
        return Layer(
            key=key,
            label={"en": key},
            question={},
            answer="multiple" if values.are_sets else "scale" if ordered else "single",
            unit="paragraph",
            codes=tuple(Code(key=code, label={}, definition={}) for code in values.order or ()),
        )


def _one_layer(rows: Iterator[Row], place: int) -> Iterator[Row]:
    """Refuse a table that mixes the answers of several layers."""
    first: object = None
    for line, row in rows:
        first = row[place] if first is None else first
        if row[place] != first:
            raise TableError(
                "Line {line} belongs to the layer {other}, and the lines before to {layer}",
                remedy="choose one with --layer",
                line=line,
                other=str(row[place]),
                layer=str(first),
            )
        yield line, row


def _name(value: object, column: str, line: int) -> str:
    if column and value in ("", None):
        raise TableError(
            "Line {line} has no {column}",
            remedy="fill it in, or take the line out",
            line=line,
            column=column,
        )
    return "" if value is None else scalar(value, line)


def _indices(numbers: array[int]) -> Indices:
    return np.frombuffer(numbers, np.int32) if numbers else np.zeros(0, np.int32)
