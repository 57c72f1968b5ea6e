"""The analysis table: one final answer a question and paragraph, or shares of them by article.

A cell is the adjudicated answer, the only one, or the majority; empty where there is none or a tie.
May import store and formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.formats.losses import MARKS, NOTES, SURENESS, WHOLE
from annotator.formats.tables import Cell, Column
from annotator.model import Layer
from annotator.study.aggregation import (
    SOURCES,
    Final,
    Source,
    deciding,
    final_code,
    final_of,
)
from annotator.study.by_paragraph import by_place
from annotator.study.questions import by_type, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record
    from annotator.formats.losses import Losses
    from annotator.study.aggregation import Vote
    from annotator.study.questions import Said, Scheme

LOST = (MARKS, NOTES, SURENESS)
_ARTICLE = ("author", "outlet", "published_on", "url", "lang")

# Layer, target, type of holder, and the code of a set or MAIN: a cell. Names of columns may be
# equal (`frame_other` is a code of `frame` and a layer of its own), these are not.
Key = tuple[str, str | None, str | None, str | None]
MAIN = "|main"

# The answers of a place by cell.
Finals = dict[Key, Final]


class Question(Struct, frozen=True):
    """A layer with the target and the type of holder that one column of it is about."""

    layer: Layer
    target: str | None = None
    holder: str | None = None

    @property
    def name(self) -> str:
        """Its column, or what the columns of its codes begin with."""
        return "_".join(filter(None, [self.layer.key, self.target, self.holder]))

    def key(self, code: str | None = None) -> Key:
        """A cell of it."""
        return self.layer.key, self.target, self.holder, code


class Tables:
    """Columns and rows of one project; `asked` are layer, target and holder of all answers."""

    def __init__(
        self,
        scheme: Scheme,
        asked: Iterable[tuple[str, str | None, str | None]],
        meta: Iterable[str],
        losses: Losses,
    ):
        self._scheme = scheme
        self._meta = sorted(meta)
        self._losses = losses
        self._layers = {layer.key: layer for layer in scheme.codebook.layers}
        self._values = {
            layer.key: {
                code.key: code.value
                for code in scheme.codebook.codes_of(layer)
                if code.value is not None
            }
            for layer in scheme.codebook.layers
        }
        found = {(key, target, holder and by_type(holder)) for key, target, holder in asked}
        order = list(self._layers)
        self._questions = [
            Question(self._layers[key], target, holder)
            for key, target, holder in sorted(
                found, key=lambda one: (order.index(one[0]), one[1] or "", one[2] or "")
            )
        ]

    # -------------------------------------------------------------- by paragraph

    @property
    def paragraph_columns(self) -> list[Column]:
        """Of the table of paragraphs."""
        columns = [
            Column("document"),
            Column("title", is_free=True),
            Column("paragraph", "integer"),
            Column("kind"),
        ]
        for question in self._of_unit("paragraph"):
            columns += self._columns(question).values()
        return _distinct([*columns, *self._article_columns(), Column("final_source")])

    def paragraphs(self, corpus: Corpus) -> Iterator[list[Cell]]:
        """One row a paragraph that a question is about, or that has answers."""
        questions = self._of_unit("paragraph")
        columns = {key: one for each in questions for key, one in self._columns(each).items()}
        kinds = {
            kind for one in self._layers.values() if one.unit == "paragraph" for kind in one.kinds
        }
        for coded, places in self._articles(corpus):
            self._losses.add(WHOLE, sum(map(len, places.get(None, {}).values())))
            article = self._article(coded)
            for number, paragraph in enumerate(coded.paragraphs):
                finals = self._finals(places.get(number, {}))
                if finals or paragraph.kind in kinds:
                    head: list[Cell] = [
                        coded.document.uid,
                        coded.document.title,
                        number,
                        paragraph.kind,
                    ]
                    yield [*head, *_cells(columns, finals), *article, _weakest(finals.values())]

    # -------------------------------------------------------------- by document

    @property
    def document_columns(self) -> list[Column]:
        """Of the table of articles."""
        columns = [
            Column("document"),
            Column("title", is_free=True),
            *self._article_columns(),
            Column("n_paragraphs", "integer"),
            Column("n_answered", "integer"),
        ]
        for question in self._of_unit("paragraph"):
            columns += [Column(name, "number") for name in self._share_names(question)]
        for question in self._of_unit("document"):
            columns += self._columns(question).values()
        return _distinct(columns)

    def documents(self, corpus: Corpus) -> Iterator[list[Cell]]:
        """One row an article: shares and means of its paragraphs, answers about the whole."""
        for coded, places in self._articles(corpus):
            finals = [self._finals(told) for place, told in places.items() if place is not None]
            n_answered = sum(_weakest(one.values()) is not None for one in finals)
            cells: list[Cell] = [coded.document.uid, coded.document.title, *self._article(coded)]
            cells += [len(coded.paragraphs), n_answered]
            for question in self._of_unit("paragraph"):
                cells += self._shares(question, finals)
            whole = self._finals(places.get(None, {}))
            for question in self._of_unit("document"):
                cells += _cells(self._columns(question), whole)
            yield cells

    def _share_names(self, question: Question) -> list[str]:
        if question.layer.answer == "text":
            return []
        if question.layer.per_target:
            return [f"{question.name}_addressed", f"{question.name}_mean"]
        codes = self._scheme.codes(question.layer)
        return [f"{question.name}_{code}" for code in (*codes, "none")]

    def _shares(self, question: Question, finals: list[Finals]) -> list[Cell]:
        if question.layer.answer == "text":
            return []
        codes = self._scheme.codes(question.layer)
        if question.layer.answer == "multiple":
            keys = [question.key(code) for code in codes]
            shares: list[Cell] = [
                _share([bool(one) for one in _decided(finals, key)]) for key in keys
            ]
            return [*shares, _share([not any(one) for one in _whole_sets(finals, keys)])]
        told = _decided(finals, question.key())
        if question.layer.per_target:
            return [_share([bool(one) for one in told]), self._mean(question.layer, told)]
        each: list[Cell] = [_share([code in one for one in told]) for code in codes]
        return [*each, _share([not one for one in told])]

    def _mean(self, layer: Layer, told: list[tuple[str, ...]]) -> float | None:
        values = self._values[layer.key]
        scaled = [[values[code] for code in codes if code in values] for codes in told]
        means = [sum(one) / len(one) for one in scaled if one]
        return sum(means) / len(means) if means else None

    # -------------------------------------------------------------- both

    def _of_unit(self, unit: str) -> list[Question]:
        return [question for question in self._questions if question.layer.unit == unit]

    def _columns(self, question: Question) -> dict[Key, Column]:
        layer, name = question.layer, question.name
        if layer.answer == "text":
            return {question.key(): Column(f"{name}_text", is_free=True)}
        if layer.answer != "multiple":
            return {question.key(): Column(name)}
        columns = {
            question.key(code): Column(f"{name}_{code}", "integer")
            for code in self._scheme.codes(layer)
        }
        if layer.primary != "no":
            columns[question.key(MAIN)] = Column(_main(layer))
        return columns

    def _article_columns(self) -> list[Column]:
        names = [*_ARTICLE, *(f"meta_{key}" for key in self._meta)]
        return [Column(name, is_free=True) for name in names]

    def _article(self, coded: CodedDocument) -> list[Cell]:
        found = coded.document
        known = [found.author, found.outlet, found.published_on, found.url, found.lang]
        told = [coded.meta.get(key) for key in self._meta]
        return [*known, *(None if one is None else str(one) for one in told)]

    def _articles(
        self, corpus: Corpus
    ) -> Iterator[tuple[CodedDocument, dict[int | None, dict[str, list[Record]]]]]:
        for coded in corpus.documents:
            for record in coded.records:
                self._losses.see(record)
            yield coded, by_place(coded.records, self._scheme, self._losses)

    def _finals(self, told: dict[str, list[Record]]) -> Finals:
        finals: Finals = {}
        for key, records in told.items():
            layer = self._layers[key]
            for about in said(records, self._scheme):
                finals |= self._of_target(layer, about)
        return finals

    def _of_target(self, layer: Layer, about: Said) -> Finals:
        if layer.answer == "multiple":
            return self._of_set(layer, about)
        finals: Finals = {}
        for question in self._questions:
            if (question.layer, question.target) == (layer, about.target):
                decided = about.adjudicated(question.holder, by_type)
                sets = deciding(about.votes(question.holder, by_type))
                finals[question.key()] = _adjudicated(decided) or final_of(
                    sets, self._scheme.codes(layer), self._scheme.how(layer)
                )
        return finals

    def _of_set(self, layer: Layer, about: Said) -> Finals:
        finals: Finals = {}
        for holder in about.holders(by_type):
            question = Question(layer, about.target, holder)
            decided = _adjudicated(about.adjudicated(holder, by_type))
            sets = deciding(about.votes(holder, by_type))
            for code in self._scheme.codes(layer):
                final = decided and _of_code(decided, code)
                finals[question.key(code)] = final or final_code(sets, code)
            if layer.primary != "no":
                finals[question.key(MAIN)] = _main_code(about)
        return finals


def _main(layer: Layer) -> str:
    return "primary" if layer.key == "frame" else f"primary_{layer.key}"


def _main_code(about: Said) -> Final:
    """The main code of those who have one; with one code it is that."""
    if about.decided:
        codes = _mains(about.decided)
        return Final(codes[0] if codes else None, "adjudicated")
    return final_of(_mains([each for (each, *_) in about.by_annotator.values()]), (), "one")


def _mains(records: Iterable[Record]) -> list[tuple[str, ...]]:
    mains = (one.primary or (one.codes[0] if len(one.codes) == 1 else None) for one in records)
    return [(code,) for code in mains if code]


def _adjudicated(vote: Vote | None) -> Final | None:
    if vote is None:
        return None
    return Final(vote.codes if vote.state in {"coded", "none"} else None, "adjudicated")


def _of_code(decided: Final, code: str) -> Final:
    if decided.codes is None:
        return decided
    return Final((code,) if code in decided.codes else (), decided.source)


def _cells(columns: dict[Key, Column], finals: Finals) -> list[Cell]:
    return [_cell(finals.get(key), column) for key, column in columns.items()]


def _cell(final: Final | None, column: Column) -> Cell:
    if final is None or final.codes is None:
        return None
    if column.type == "integer":
        return len(final.codes)
    return "|".join(final.codes) or "none"


def _weakest(finals: Iterable[Final]) -> Source | None:
    sources = {final.source for final in finals if final.source}
    return next((source for source in SOURCES if source in sources), None)


def _decided(finals: list[Finals], key: Key) -> list[tuple[str, ...]]:
    found = (one[key].codes for one in finals if key in one)
    return [codes for codes in found if codes is not None]


def _whole_sets(finals: list[Finals], keys: list[Key]) -> Iterator[list[tuple[str, ...]]]:
    for one in finals:
        codes = [one[key].codes for key in keys if key in one]
        if codes and None not in codes:
            yield [each for each in codes if each is not None]


def _share(told: list[bool]) -> float | None:
    return sum(told) / len(told) if told else None


def _distinct(columns: list[Column]) -> list[Column]:
    """Columns of different names, whatever the keys of a codebook are."""
    seen: dict[str, int] = {}
    distinct = []
    for column in columns:
        seen[column.name] = seen.get(column.name, 0) + 1
        again = f"_{seen[column.name]}" if seen[column.name] > 1 else ""
        distinct.append(Column(column.name + again, column.type, is_free=column.is_free))
    return distinct
