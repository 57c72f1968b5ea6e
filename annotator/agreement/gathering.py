"""The blocks of a table become the answers of a layer. May import `annotator.model`, errors."""

from __future__ import annotations

import difflib
from array import array
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.cells import holds_nul, remarks_on, texts
from annotator.agreement.columns import (
    HOLDER,
    LAYER,
    STATE,
    TARGET,
    Columns,
    NamedColumn,
    combined,
    first_rows,
    has_repeats,
)
from annotator.agreement.marks import END, LENGTH, START, Marks, Refusal, grouped
from annotator.agreement.ratings import LayerAnswers
from annotator.errors import TableError
from annotator.model import Code, Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.agreement.cells import Values
    from annotator.agreement.lines import Block
    from annotator.agreement.ratings import Indices, Integers
    from annotator.model import Codebook

    Rows = dict[str, Indices]

MARKS = (START, END, LENGTH)


class Gathering:
    """Rows in arrays: the number of the unit, the annotator, the value and the line of each.

    With a codebook, a target and a holder are what they are in a project; else they are a part of
    the unit.
    """

    def __init__(
        self,
        columns: Columns,
        values: Values,
        header: Sequence[str],
        *,
        codebook: Codebook | None = None,
        layer: Layer | None = None,
    ):
        if codebook and LAYER not in header:  # then the layer only names one of the codebook
            columns.only.pop(LAYER, None)
        check_header(header, columns)
        self.needed = columns.needed()
        self.names = columns.present(header)
        self._columns = columns
        self._values = values
        self._codebook = codebook
        self._asked = layer
        self._layer_seen: str | None = None
        named = {"unit": columns.unit, "annotator": columns.annotator}
        if columns.document:
            named["document"] = columns.document
        self._named = {kind: NamedColumn(name) for kind, name in named.items()}
        self._parts = [part for part in (TARGET, HOLDER) if part in self.names]
        self._named |= {part: NamedColumn(part, may_lack=True) for part in self._parts}
        self._marks = Marks(columns) if columns.has_spans else None
        kinds = [*self._named, "answer", "line", *(MARKS if self._marks else ())]
        self._columns_read = {kind: array("i") for kind in kinds}

    def take(self, block: Block) -> None:
        """Put some rows to the others."""
        block = self._chosen(block)
        states = block.columns.get(STATE)
        answer = self._values.numbers(block.columns[self._columns.value], states, block.lines)
        found = {kind: column.numbers(block) for kind, column in self._named.items()}
        if self._marks:
            found |= self._marks.numbers(block, answer, self._values)
        found |= {"answer": answer, "line": np.array(block.lines, np.int32)}
        kept = answer >= 0
        if not kept.all():
            found = {kind: column[kept] for kind, column in found.items()}
        for kind, read in self._columns_read.items():
            read.frombytes(found[kind].tobytes())

    def _chosen(self, block: Block) -> Block:
        """Only the rows that were asked for; all are of one layer."""
        for name, wanted in self._columns.only.items():
            cells = texts(block.columns[name], block.lines)
            if set(cells) != {wanted}:
                block = block.where([cell == wanted for cell in cells])
        if LAYER in block.columns and LAYER not in self._columns.only:
            self._check_layer(texts(block.columns[LAYER], block.lines), block.lines)
        return block

    def _check_layer(self, layers: Sequence[str], lines: Sequence[int]) -> None:
        """Refuse a table that mixes the answers of several layers."""
        for layer in dict.fromkeys(layers):
            if self._layer_seen is None:
                self._layer_seen = layer
            if layer != self._layer_seen:
                raise TableError(
                    "Line {line} belongs to the layer {other}, and the lines before to {layer}",
                    remedy="choose one with --layer",
                    line=lines[layers.index(layer)],
                    other=layer,
                    layer=self._layer_seen,
                )

    def answers(self, codebook_sha256: str = "") -> LayerAnswers:
        """All rows that were read, without repeats."""
        rows = self._rows()
        unit, names, place = self._units(rows)
        evidence, n_without_length = None, 0
        kept: Integers | slice
        if self._marks:
            marked = grouped(place, unit, rows, self._values, self._refusal(rows))
            kept, answer, n_repeats = marked.first, marked.answer, marked.n_repeats
            evidence, n_without_length = marked.evidence, marked.n_without_length
        else:
            kept = _first_of_each(place, rows["answer"], self._contradiction(rows))
            answer = rows["answer"][kept]
            n_repeats = len(place) - len(answer)
        target, targets = self._part(TARGET, rows)
        holder, holders = self._part(HOLDER, rows)
        return LayerAnswers(
            layer=self._layer(),
            codebook=self._codebook,
            document=rows["document"][kept],
            paragraph=unit[kept],
            annotator=rows["annotator"][kept],
            target=target[kept],
            holder=holder[kept],
            answer=answer,
            answers=self._values.distinct,
            documents=self._known("document"),
            annotators=self._known("annotator"),
            targets=targets,
            holders=holders,
            codebook_sha256=codebook_sha256,
            evidence=evidence,
            units=names,
            remarks=tuple(remarks_on(self._values, n_repeats, n_without_length)),
        )

    def _rows(self) -> Rows:
        """The columns that were read; what the table does not have is -1."""
        read = {kind: np.frombuffer(column, np.int32) if column else np.zeros(0, np.int32)
                for kind, column in self._columns_read.items()}  # fmt: skip
        nothing = np.full(len(read["answer"]), -1, np.int32)
        return {"document": nothing, TARGET: nothing, HOLDER: nothing, **read}

    def _units(self, rows: Rows) -> tuple[Indices, tuple[str, ...], Integers]:
        """The unit of each row, the names of the units, and a number for unit and annotator."""
        unit = combined(rows["unit"], rows["document"])
        for part in self._parts if self._codebook is None else ():
            unit = combined(unit, rows[part])
        same = unit
        for part in self._parts if self._codebook else ():
            same = combined(same, rows[part])
        place = same.astype(np.int64) * max(len(self._known("annotator")), 1) + rows["annotator"]
        return unit, self._unit_names(unit, rows), place

    def _unit_names(self, unit: Indices, rows: Rows) -> tuple[str, ...]:
        """As people know them: with the target and the holder, where those tell them apart."""
        known = self._known("unit")
        if unit is rows["unit"]:
            return tuple(known)
        first = first_rows(unit)
        names = [known[at] for at in rows["unit"][first].tolist()]
        for part in self._parts if self._codebook is None else ():
            words = self._known(part)
            more = [words[at] for at in rows[part][first].tolist()]
            names = [f"{name} {word}".rstrip() for name, word in zip(names, more, strict=True)]
        return tuple(names)

    def _known(self, kind: str) -> list[str]:
        return self._named[kind].names.known() if kind in self._named else []

    def _part(self, part: str, rows: Rows) -> tuple[Indices, list[str]]:
        """Target or holder as the layer of a codebook has them; an empty one is none."""
        names, column = self._known(part), rows[part]
        if self._codebook is None or not names:
            return rows[part] if part not in self._parts else np.full_like(column, -1), []
        order = [name for name in names if name]
        place = {name: at for at, name in enumerate(order)}
        return np.array([place.get(name, -1) for name in names], np.int32)[column], order

    def _contradiction(self, rows: Rows) -> Callable[[int, int], TableError]:
        """The error of two rows that say different things about one unit."""

        def error(earlier: int, later: int) -> TableError:
            unit = self._known("unit")[int(rows["unit"][later])]
            more = [self._known(part)[int(rows[part][later])] for part in self._parts]
            return TableError(
                "Lines {earlier} and {line} give two different values for unit {unit} by "
                "{annotator}",
                remedy="keep the one that counts",
                earlier=int(rows["line"][earlier]),
                line=int(rows["line"][later]),
                unit=" ".join(filter(None, [unit, *more])),
                annotator=self._known("annotator")[int(rows["annotator"][later])],
            )

        return error

    def _refusal(self, rows: Rows) -> Refusal:
        is_single = self._asked is not None and self._asked.answer != "multiple"
        return Refusal(self._contradiction(rows), is_single)

    def _layer(self) -> Layer:
        if self._asked:
            return self._asked
        values, has_spans = self._values, self._marks is not None
        key = self._columns.only.get(LAYER, self._columns.value)
        is_set = values.are_sets or has_spans
        return Layer(
            key=key,
            label={"en": key},
            question={},
            answer="multiple" if is_set else "scale" if values.codes is not None else "single",
            unit="paragraph",
            codes=tuple(Code(key=code, label={}, definition={}) for code in values.codes or ()),
            evidence="optional" if has_spans else "no",
        )


def _first_of_each(
    place: Integers, answer: Indices, contradiction: Callable[[int, int], TableError]
) -> Integers | slice:
    """Rows without repeats, most often all; different values at one place are refused."""
    if not has_repeats(place):
        return slice(None)  # no copy
    _, first, back = np.unique(place, return_index=True, return_inverse=True)
    different = np.flatnonzero(answer != answer[first[back]])
    if len(different):
        row = int(different[0])
        raise contradiction(int(first[back[row]]), row)
    return np.sort(first)


def check_header(header: Sequence[str], columns: Columns) -> None:
    """Raise TableError where a column lacks, or where it is not clear which one is meant."""
    if not header:
        raise TableError(
            "The table is empty",
            remedy="its first line names the columns: {columns}",
            columns=", ".join(columns.needed()),
        )
    if any("\0" in name for name in header):
        raise holds_nul(1)
    for name in columns.needed():
        if header.count(name) > 1:
            raise TableError(
                "There are several columns {column}",
                remedy="give each column a name of its own",
                column=name,
            )
        if name not in header:
            near = difflib.get_close_matches(name, header, 1)
            raise TableError(
                "There is no column {column}; the columns are: {columns}",
                remedy="did you mean {near}?" if near else "name the column that holds it",
                column=name,
                columns=", ".join(header),
                near=near[0] if near else "",
            )
