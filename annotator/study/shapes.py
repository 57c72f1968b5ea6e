"""One file of each shape: answers, paragraphs, articles, units by annotators.

May import store and formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import msgspec

from annotator.errors import AnnotatorError
from annotator.formats import csv_long, csv_wide, parquet, tables
from annotator.formats import paragraphs as by_lines
from annotator.formats.catalogue import FORMATS
from annotator.formats.losses import Losses
from annotator.formats.written import Written
from annotator.study import by_paragraph, final_rows, wide_rows
from annotator.study.names import check_names
from annotator.study.pseudonyms import Public, without_texts
from annotator.study.questions import scheme_of, without_training

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.store import Store
    from annotator.study.exporting import Selection
    from annotator.study.wishes import Wish

    Told = Callable[[int], None] | None


_TOLD_EVERY = 1_000


class Shapes:
    """Writes what is wished of one project, which `store` holds still; `corpus` reads it anew."""

    def __init__(
        self, store: Store, corpus: Callable[[], Corpus], selection: Selection, wish: Wish
    ):
        self._store = store
        self._corpus = corpus
        self._selection = selection
        self._wish = wish

    def corpus(self) -> Corpus:
        """The articles with the chosen answers, without what is not to leave."""
        found = self._corpus()
        if self._wish.text is False:
            found = without_texts(found)
        return Public(found.annotators).corpus(found) if self._wish.is_public else found

    def write(self, out: BinaryIO, told: Told) -> Written:
        """One file."""
        wish = self._wish
        if wish.form == "csv-wide":
            return self._wide(out, told)
        if wish.is_table:
            return self._table(out, told)
        if wish.by == "paragraph":
            is_parquet = wish.form == "parquet"
            write = parquet.write_lines if is_parquet else by_lines.write_lines
            return self.lines(self.asked(), out, told, write)
        if wish.form == "csv":
            return csv_long.write(
                self.corpus(),
                out,
                told,
                text=bool(wish.text),
                for_spreadsheets=wish.for_spreadsheets,
            )
        if wish.form == "parquet":
            return parquet.write(self.corpus(), out, told, text=bool(wish.text))
        written: Written = FORMATS[wish.form].load().write(self.corpus(), out, told)
        return written

    def lines(
        self,
        corpus: Corpus,
        out: BinaryIO,
        told: Told,
        write: Callable[..., int] = by_lines.write_lines,
    ) -> Written:
        """By paragraph."""
        losses = Losses(*by_paragraph.LOST)
        lines = by_paragraph.lines(corpus, scheme_of(self._store), self._selection.layers, losses)
        return Written(write(lines, out, told), losses.lost)

    def asked(self) -> Corpus:
        """The same, but for training and models that were not named."""
        return self._asked(self.corpus())

    def _asked(self, corpus: Corpus) -> Corpus:
        """Without training and models, unless they were named."""
        return without_training(
            corpus,
            rounds=bool(self._selection.rounds),
            annotators=bool(self._selection.annotators),
        )

    def _table(self, out: BinaryIO, told: Told) -> Written:
        losses = Losses(*final_rows.LOST)
        asked = self._asked(self._corpus())
        outline = self._store.outline(
            layers=self._selection.layers or None,
            annotators=[each.key for each in asked.annotators],
            rounds=[each.key for each in asked.rounds],
        )
        made = final_rows.Tables(scheme_of(self._store), outline.questions, outline.meta, losses)
        corpus = _telling(self.asked(), told)
        if self._wish.by == "document":
            columns, rows = made.document_columns, made.documents(corpus)
        else:
            columns, rows = made.paragraph_columns, made.paragraphs(corpus)
        if self._wish.form == "parquet":
            return Written(parquet.write_table(columns, rows, out), losses.lost)
        n, notes = tables.write_csv(
            columns, rows, out, for_spreadsheets=self._wish.for_spreadsheets
        )
        return Written(n, losses.lost, notes)

    def _wide(self, out: BinaryIO, told: Told) -> Written:
        layer, target = self._question()
        self._check_holder(layer)
        losses = Losses(*wide_rows.LOST)
        question = wide_rows.WideQuestion(
            scheme_of(self._store),
            layer,
            (target, self._wish.holder),
            numbers=self._wish.numbers,
        )
        corpus = _telling(self.asked(), told)
        n, notes = csv_wide.write_rows(
            question.names,
            [each.key for each in corpus.annotators],
            question.rows(corpus, losses),
            out,
            for_spreadsheets=self._wish.for_spreadsheets,
        )
        return Written(n, losses.lost, notes)

    def _question(self) -> tuple[str, str | None]:
        codebook = self._store.codebook()
        layers = self._selection.layers or tuple(layer.key for layer in codebook.layers)
        if len(layers) > 1:
            raise AnnotatorError(
                "a wide table holds one question",
                remedy="choose it with --layer: {layers}",
                layers=", ".join(layers),
            )
        layer = codebook.layer(layers[0])
        targets = [target.key for target in codebook.targets_of(layer)]
        if targets and self._wish.target not in targets:
            raise AnnotatorError(
                "a wide table of “{layer}” is about one target",
                remedy="choose it with --target: {targets}",
                layer=layer.key,
                targets=", ".join(targets),
            )
        return layer.key, self._wish.target if targets else None

    def _check_holder(self, layer: str) -> None:
        codebook, holder = self._store.codebook(), self._wish.holder
        if holder is None:
            return
        if not codebook.layer(layer).holder:
            raise AnnotatorError(
                "answers to “{layer}” have no holders", remedy="leave --holder out", layer=layer
            )
        check_names("type of holder", [holder], [each.key for each in codebook.holders])


def _telling(corpus: Corpus, told: Told) -> Corpus:
    """The same; `told` hears how many answers are read: many of them may make one row."""
    if told is None:
        return corpus
    return msgspec.structs.replace(corpus, documents=_counted(corpus.documents, told))


def _counted(
    documents: Iterable[CodedDocument], told: Callable[[int], None]
) -> Iterator[CodedDocument]:
    n = reported = 0
    for coded in documents:
        yield coded
        n += len(coded.records)
        if n - reported >= _TOLD_EVERY:
            told(n)
            reported = n
    told(n)
