"""Tables of ratings: CSV, TSV or JSONL with one rating a row, read into arrays.

A value is taken exactly as it stands; nothing is guessed. May import `annotator.model` and
`annotator.errors`.
"""

from __future__ import annotations

import csv
import difflib
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TextIO, get_args

import msgspec
import numpy as np

from annotator.agreement.ratings import Indices, LayerAnswers
from annotator.errors import TableError
from annotator.model import Code, Layer, Remark, State

STATES: tuple[State, ...] = get_args(State)
DELIMITERS = {".csv": ",", "": ",", ".txt": ",", ".tsv": "\t", ".tab": "\t"}
JSON_LINES = (".jsonl", ".ndjson")
# Columns that tell rows of an exported table apart besides the unit (docs/format.md).
PARTS_OF_UNIT = ("target", "holder")

Row = tuple[int, Sequence[object]]


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
        unit_column, annotator_column, value_column: where unit, annotator and value stand.
        document_column: the article of a unit, so that intervals can redraw articles; a unit is
            then known by its document and its name.
        sets: values are sets `a|b`; an empty value is the empty set, no missing rating.
        order: all codes from low to high; a value that is not among them is refused.
        missing: this value means that the rating is missing.
        suffix: `.csv`, `.tsv` or `.jsonl` where the name does not tell.
        layer, target, holder: only rows with this value in the column of that name.

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
    table = _Table(columns, _Values(sets=sets, order=names, missing=missing))
    name, suffix = _name_of(source, suffix)
    try:
        with _opened(source) as text:
            rows = _json_rows(text, columns) if suffix in JSON_LINES else _rows(text, suffix)
            table.read(rows, are_texts=suffix not in JSON_LINES)
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


def _name_of(source: Path | TextIO, suffix: str | None) -> tuple[str, str]:
    """What the source is called in messages, and the suffix that says how it is read."""
    name = str(source) if isinstance(source, Path) else getattr(source, "name", "") or "table"
    if suffix is None:
        suffix = source.suffix if isinstance(source, Path) else ""
    suffix = suffix.lower()
    if suffix not in DELIMITERS and suffix not in JSON_LINES:
        raise TableError(
            "Tables of the kind {suffix} cannot be read",
            where=name,
            remedy="save the table as .csv, .tsv or .jsonl",
            suffix=suffix,
        )
    return str(name), suffix


@contextmanager
def _opened(source: Path | TextIO) -> Iterator[TextIO]:
    if isinstance(source, Path):
        with source.open(encoding="utf-8-sig", newline="") as text:
            yield text
    else:
        yield source


def _rows(text: TextIO, suffix: str) -> Iterator[Row]:
    """The line number and the fields of each row of a CSV or TSV; the header comes first."""
    reader = csv.reader(text, delimiter=DELIMITERS[suffix], strict=True)
    try:
        header = next(reader, [])
        if header and header[0].startswith("\ufeff"):
            header[0] = header[0][1:]
        yield 1, header
        width = len(header)
        for row in reader:
            if len(row) != width:
                if not row:
                    continue
                raise TableError(
                    "Line {line} has {n} fields, and the header has {width}",
                    remedy="write each value that holds the delimiter or a line end in quotes",
                    line=reader.line_num,
                    n=len(row),
                    width=width,
                )
            yield reader.line_num, row
    except csv.Error as error:
        raise TableError(
            "Line {line} is no well-formed row: {trouble}",
            remedy='write a quote inside quotes as "" and close every quote',
            line=reader.line_num,
            trouble=str(error),
        ) from error


def _json_rows(text: TextIO, columns: Columns) -> Iterator[Row]:
    """The same from JSONL: one object a line; the header is what the columns and lines name."""
    decode = msgspec.json.Decoder(dict[str, object]).decode
    header: list[str] = []
    for line, words in enumerate(text, 1):
        if not words.strip("\ufeff \t\r\n"):
            continue
        try:
            record = decode(words.lstrip("\ufeff"))
        except msgspec.DecodeError as error:
            raise TableError(
                "Line {line} is no JSON object: {trouble}",
                remedy="write one object a line",
                line=line,
                trouble=str(error),
            ) from error
        if not header:
            header = list(dict.fromkeys([*record, "state"])) if "state" in record else list(record)
            yield 1, header
        for name in columns.names():
            if name in header and name not in record:
                raise TableError(
                    "Line {line} has no {column}",
                    remedy="give every line the same keys; a missing rating is null",
                    line=line,
                    column=name,
                )
        yield line, [record.get(name) for name in header]
    if not header:
        yield 1, []


class _Values:
    """The distinct values of a table, each read once."""

    def __init__(self, *, sets: bool, order: Sequence[str] | None, missing: str | None):
        self.sets = sets
        self.order = order
        self.missing = missing
        self.index: dict[object, int] = {}
        self.distinct: list[tuple[State, tuple[str, ...], str | None]] = []
        self._places: dict[tuple[State, tuple[str, ...]], int] = {}
        self._kinds: set[bool] = set()

    def number(self, value: object, state: object, line: int) -> int:
        """The number of a value that was not met before; -1 for a missing rating."""
        answer = self._answer(value, state, line)
        if answer is None:
            return -1
        if answer not in self._places:
            self._places[answer] = len(self.distinct)
            self.distinct.append((*answer, None))
        return self._places[answer]

    def _answer(
        self, value: object, state: object, line: int
    ) -> tuple[State, tuple[str, ...]] | None:
        if state not in ("", None, "coded"):
            if state not in STATES:
                raise TableError(
                    "Line {line} has the state {state}",
                    remedy="write coded, none, cannot_tell or skipped",
                    line=line,
                    state=str(state),
                )
            return state, ()
        if value is None or value == self.missing:
            return None
        codes = self._codes(value, line)
        if codes is None:
            return None
        for code in codes:
            self._check(code, line)
        # On a set layer the empty set is the answer that nothing applies.
        return ("coded" if codes else "none"), codes

    def _codes(self, value: object, line: int) -> tuple[str, ...] | None:
        is_list = isinstance(value, list)
        self._kinds.add(is_list)
        if len(self._kinds) > 1 and not self.sets:
            raise TableError(
                "Line {line} mixes lists and single values in one column",
                remedy="write every value as a list, or none",
                line=line,
            )
        if isinstance(value, list):
            return _in_order({_scalar(one, line) for one in value}, self.order)
        text = _scalar(value, line)
        if self.sets:
            return _in_order(set(split_set(text)), self.order)
        return (text,) if text else None

    def _check(self, code: str, line: int) -> None:
        if self.order is None or code in self.order:
            return
        near = difflib.get_close_matches(code, self.order, 1)
        raise TableError(
            "Line {line} holds {code}, which is not among the codes in order ({order})",
            remedy="did you mean {near}?" if near else "name every code in the order, low to high",
            line=line,
            code=code,
            order=", ".join(self.order),
            near=near[0] if near else "",
        )

    @property
    def are_sets(self) -> bool:
        """Whether the values are sets: asked for, or lists in JSON."""
        return self.sets or True in self._kinds


def _scalar(value: object, line: int) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    raise TableError(
        "Line {line} holds a value that is no text, number or list of these",
        remedy="write the code as text, a set as a list, a missing rating as null",
        line=line,
    )


def _in_order(codes: set[str], order: Sequence[str] | None) -> tuple[str, ...]:
    places = {code: place for place, code in enumerate(order or ())}
    return tuple(sorted(codes, key=lambda code: (places.get(code, -1), code)))


def split_set(text: str) -> list[str]:
    r"""The codes of `a|b`; `\|` and `\\` stand for the signs themselves. Empty text: none."""
    if "\\" not in text:
        return text.split("|") if text else []
    codes, signs = [""], iter(text)
    for sign in signs:
        if sign == "|":
            codes.append("")
        else:
            codes[-1] += next(signs, "\\") if sign == "\\" else sign
    return codes


class _Table:
    """Rows on their way into arrays: four numbers a row, each name once."""

    def __init__(self, columns: Columns, values: _Values):
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
            number = index.get((row[value], "coded"))
            place = annotators.get(row[annotator])  # type: ignore[call-overload]
            name = row[unit]
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
        key = (tuple(value), state) if isinstance(value, list) else answer
        number = self._values.index.get(key)
        if number is None:
            number = self._values.index[key] = self._values.number(value, state, line)
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
            remarks=tuple(self._remarks(n_repeats)),
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
            names = list(islice(self._units, int(unit[row]), int(unit[row]) + 1))[0]
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

    def _remarks(self, n_repeats: int) -> Iterator[Remark]:
        if n_repeats:
            yield Remark(
                "duplicate_ratings",
                "{n} ratings stand twice with the same value; each counts once.",
                {"n": n_repeats},
            )
        codes = {code for _, codes, _ in self._values.distinct for code in codes}
        if codes and self._values.order is None and not self._values.are_sets:
            if all(map(number_of, codes)):
                yield Remark(
                    "numbers_nominal",
                    "All values are numbers; they are compared as names unless a distance is "
                    "named (--distance interval, or --order).",
                )
        near = _nearly_equal(codes)
        if near:
            yield Remark(
                "nearly_equal_values",
                "The values “{one}” and “{other}” differ only in spaces or capitals and count as "
                "different.",
                {"one": near[0], "other": near[1]},
            )


def number_of(text: str) -> tuple[float] | None:
    """The finite number that a text writes, in a tuple; None if it writes none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return (number,) if np.isfinite(number) else None


def _nearly_equal(codes: set[str]) -> tuple[str, str] | None:
    seen: dict[str, str] = {}
    for code in sorted(codes):
        other = seen.setdefault(code.strip().casefold(), code)
        if other != code:
            return other, code
    return None


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
    return "" if value is None else _scalar(value, line)


def _indices(numbers: array[int]) -> Indices:
    return np.frombuffer(numbers, np.int32) if numbers else np.zeros(0, np.int32)
