"""Answers that change one at a time: what an edit says, and the columns of a layer after it.

The columns after some edits are those that reading everything again would give, but for the order
of names. May import `annotator.model`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from annotator.agreement.ratings import Evidence, Indices, Integers, LayerAnswers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from numpy.typing import NDArray

    from annotator.model import State

Name = TypeVar("Name", bound="Hashable")

# Columns and the lists of names that they point into. A document stays in its list without an
# answer too, so that the first answer on it does not renumber the others.
NAMED = {
    "annotator": "annotators",
    "target": "targets",
    "holder": "holders",
    "answer": "answers",
    "round": "rounds",
    "version": "versions",
}


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What an annotator says at a place now; `answer` is None for nothing any more.

    `paragraph` is -1 for the whole document. `by_rest`: the key that answers all targets that are
    left gave it. `spans` are start, end and code of marked words and
    `length` that of the text; `changed_at` is in seconds since 1970. `is_put_back`: the answer was
    cleared in between and stands behind all others now.
    """

    document: str
    paragraph: int
    annotator: str
    answer: tuple[State, tuple[str, ...], str | None] | None
    target: str | None = None
    holder: str | None = None
    round: str | None = None
    version: str | None = None
    by_rest: bool = False
    changed_at: int = 0
    length: int = 0
    spans: tuple[tuple[int, int, str | None], ...] = ()
    is_put_back: bool = False


@dataclass(frozen=True, eq=False)
class Changed:
    """The columns after some edits, and the edits that changed something.

    `moved` gives each former row its place, that before it if it is gone; None where all stand as
    before.
    """

    answers: LayerAnswers
    edits: list[Edit]
    moved: Integers | None


def apply_edits(answers: LayerAnswers, edits: Sequence[Edit]) -> Changed:
    """The columns of a layer after some edits, each at a place of its own.

    Rounds must be known already: nothing here says in which order they took place.
    """
    found = [(row, edit) for row, edit in zip(_rows(answers, edits), edits, strict=True)
             if row >= 0 or edit.answer is not None]  # fmt: skip
    if not found:
        return Changed(answers, [], None)
    gone = [row for row, edit in found
            if row >= 0 and (edit.answer is None or edit.is_put_back)]  # fmt: skip
    replaced = {row: edit for row, edit in found if row >= 0 and row not in gone}
    added = [edit for row, edit in found
             if edit.answer is not None and (row < 0 or edit.is_put_back)]  # fmt: skip
    kept = np.ones(len(answers.answer), bool)
    kept[gone] = False
    change = _Change(answers, kept, replaced, added)
    return Changed(change.answers_now(), [edit for _, edit in found], change.moved)


class _Change:
    """Rows that stay, with new answers for some, and rows that are added behind them."""

    def __init__(
        self,
        answers: LayerAnswers,
        kept: NDArray[np.bool_],
        replaced: dict[int, Edit],
        added: list[Edit],
    ):
        self.answers = answers
        self.kept = kept
        self.replaced = replaced
        self.added = added
        self.moved = None if kept.all() else np.cumsum(kept) - 1

    def answers_now(self) -> LayerAnswers:
        """The columns with their lists of names; names that nothing points to are dropped."""
        fields = self._identity()
        for column in ("answer", "version"):
            fields |= self._named(column, self.replaced)
        for column, names in self._may_be_gone():
            if fields[column] is not None:
                fields[column], kept = _compact(fields[column], fields[names])
                fields[names] = kept
        for names in NAMED.values():  # lists stay lists and tuples stay tuples
            fields[names] = type(getattr(self.answers, names))(fields[names])
        for column in ("by_rest", "changed_at"):
            fields[column] = self._told(column)
        return replace(self.answers, **fields, evidence=self._evidence())

    def _may_be_gone(self) -> Iterable[tuple[str, str]]:
        """The columns in which a name may have been the last of its kind."""
        if self.moved is not None:
            return NAMED.items()
        return {name: NAMED[name] for name in ("answer", "version") if self.replaced}.items()

    def _identity(self) -> dict[str, Any]:
        """The columns that say where an answer belongs."""
        fields: dict[str, Any] = {"paragraph": self._column(
            self.answers.paragraph, {}, [edit.paragraph for edit in self.added])}  # fmt: skip
        fields |= self._named("document", {}, "documents")
        for column in ("annotator", "target", "holder", "round"):
            fields |= self._named(column, {})
        return fields

    def _named(
        self, column: str, replaced: dict[int, Edit], names: str | None = None
    ) -> dict[str, Any]:
        """A column of places in a list of names, and the list."""
        names = names or NAMED[column]
        known: Numbering[Any] = Numbering(getattr(self.answers, names))
        old = getattr(self.answers, column)
        if old is None:
            return {column: None, names: getattr(self.answers, names)}
        values = {row: known.place(getattr(edit, column)) for row, edit in replaced.items()}
        fresh = [known.place(getattr(edit, column)) for edit in self.added]
        made = self._column(old, values, fresh)
        if column == "target" and len(known.names) > len(self.answers.targets):
            # Units stand in the order of their targets, which are sorted where they are read.
            order = sorted(known.names)
            place = [order.index(name) for name in known.names]
            return {column: np.array([*place, -1], np.int32)[made], names: order}
        return {column: made, names: known.names}

    def _column(
        self, old: NDArray[Any], replaced: dict[int, int], fresh: list[int]
    ) -> NDArray[Any]:
        if replaced:
            old = old.copy()
            old[list(replaced)] = list(replaced.values())
        if self.moved is not None:
            old = old[self.kept]
        return np.concatenate([old, np.array(fresh, old.dtype)]) if fresh else old

    def _told(self, column: str) -> NDArray[Any] | None:
        """A column that only some sources know, with what the edits say of it."""
        old = getattr(self.answers, column)
        if old is None:
            return None
        values = {row: getattr(edit, column) for row, edit in self.replaced.items()}
        return self._column(old, values, [getattr(edit, column) for edit in self.added])

    def _evidence(self) -> Evidence | None:
        """Marked words: those of rows that stay as they were, then those of the edits."""
        old = self.answers.evidence
        if old is None:
            return None
        stays = self.kept.copy()
        stays[list(self.replaced)] = False
        here = stays[old.row]
        codes: Numbering[str] = Numbering(old.codes)
        n_kept = int(self.kept.sum())
        moved = np.arange(len(self.kept)) if self.moved is None else self.moved
        spans = [(int(moved[row]), *span) for row, edit in self.replaced.items()
                 for span in edit.spans]  # fmt: skip
        spans += [(n_kept + place, *span) for place, edit in enumerate(self.added)
                  for span in edit.spans]  # fmt: skip
        fresh = [(row, start, end, codes.place(code)) for row, start, end, code in spans]
        table = np.array(fresh, np.int32).reshape(-1, 4)
        code, names = _compact(np.concatenate([old.code[here], table[:, 3]]), codes.names)
        return Evidence(
            row=np.concatenate([moved[old.row[here]].astype(np.int32), table[:, 0]]),
            start=np.concatenate([old.start[here], table[:, 1]]),
            end=np.concatenate([old.end[here], table[:, 2]]),
            code=code,
            codes=tuple(names),
            length=self._column(old.length, {}, [edit.length for edit in self.added]),
        )


class Numbering(Generic[Name]):
    """The places of names in a list, which grows by names that are new; -1 for None."""

    def __init__(self, names: Iterable[Name]):
        self.names = list(names)
        self._places: dict[Name, int] | None = None

    def place(self, name: Name | None) -> int:
        """The place of a name."""
        if name is None:
            return -1
        if self._places is None:
            self._places = {name: place for place, name in enumerate(self.names)}
        if name not in self._places:
            self._places[name] = len(self.names)
            self.names.append(name)
        return self._places[name]


def _rows(answers: LayerAnswers, edits: Sequence[Edit]) -> list[int]:
    """The row of each edit's place, -1 where there is none yet."""
    columns = ("document", "paragraph", "annotator", "target", "holder", "round")
    lists: dict[str, Sequence[str]] = {"document": answers.documents}
    lists |= {column: getattr(answers, NAMED[column]) for column in columns[2:]}
    places = {column: {name: place for place, name in enumerate(names)}
              for column, names in lists.items()}  # fmt: skip

    def wanted(edit: Edit, column: str) -> int:
        value = getattr(edit, column)
        if column == "paragraph":
            return int(value)
        return -1 if value is None else places[column].get(value, -2)

    def row(edit: Edit) -> int:
        here = np.flatnonzero(answers.document == wanted(edit, "document"))
        for column in columns[1:]:
            values: Indices | None = getattr(answers, column)
            if values is not None:
                here = here[values[here] == wanted(edit, column)]
        return int(here[0]) if len(here) else -1

    return [row(edit) for edit in edits]


def _compact(column: Indices, names: Sequence[Name]) -> tuple[Indices, list[Name]]:
    """Drop the names that nothing points to."""
    counts = np.bincount(column + 1, minlength=len(names) + 1)[1:]
    if counts.all():
        return column, list(names)
    number = np.append(np.cumsum(counts > 0) - 1, -1).astype(np.int32)
    return number[column], [name for name, n in zip(names, counts, strict=True) if n]
