"""What is read out of a project file over all articles: records, columns, counts, changes.

Imports the store's rooms.
"""
# ruff: noqa: A002  # a round is a word of this project

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.store.changes import Changes, changes_since, last_change
from annotator.store.columns import LayerColumns, layer_columns
from annotator.store.contents import contents, record_counts
from annotator.store.counts import Counts, counts
from annotator.store.definitions import Definitions
from annotator.store.reading import Outline, Records, outline
from annotator.store.snapshots import snapshot
from annotator.store.troubles import in_words
from annotator.store.units import AnsweredUnits

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from annotator.formats.bundle import Content
    from annotator.formats.corpus import CodedDocument
    from annotator.formats.jsonl import Record
    from annotator.store.connection import Connection


class Extracts:
    """Reads over all articles and annotators; a part of `Store`, which opens the file."""

    _file: Connection

    def records(
        self,
        *,
        layers: Sequence[str] | None = None,
        annotators: Sequence[str] | None = None,
        rounds: Sequence[str] | None = None,
    ) -> Iterator[Record]:
        """Every answer in these layers, by these annotators, in these rounds; None means all.

        In the order of documents, paragraphs (the whole document last), layers as in the codebook,
        targets, holders, rounds and annotators. It reads a snapshot.
        """
        with snapshot(self._file) as still, in_words(self._file.path):
            reader = Records(still, Definitions(still))
            yield from reader.stream(layers, annotators, rounds)

    def coded_documents(
        self,
        *,
        layers: Sequence[str] | None = None,
        annotators: Sequence[str] | None = None,
        rounds: Sequence[str] | None = None,
    ) -> Iterator[CodedDocument]:
        """Every article with its paragraphs and these answers, one in memory at a time.

        Articles come in the order of import, answers in that of `records`. It reads a snapshot.
        """
        with snapshot(self._file) as still, in_words(self._file.path):
            reader = Records(still, Definitions(still))
            yield from reader.documents(layers, annotators, rounds)

    def outline(
        self, *, layers: Sequence[str] | None, annotators: Sequence[str], rounds: Sequence[str]
    ) -> Outline:
        """Which questions these answers are about, and which metadata there are."""
        with in_words(self._file.path):
            return outline(self._file, layers, annotators, rounds)

    def contents(self) -> Iterator[Content]:
        """All of the project as records, each before what refers to it. It reads a snapshot."""
        with snapshot(self._file) as still, in_words(self._file.path):
            yield from contents(still)

    def record_counts(self) -> dict[str, int]:
        """How many records of each kind `contents` gives, and how many answers stand."""
        with in_words(self._file.path):
            return record_counts(self._file)

    def layer_answers(
        self,
        layers: Sequence[str],
        *,
        rounds: Sequence[str] | None = None,
        annotators: Sequence[str] | None = None,
        with_evidence: Sequence[str] = (),
        with_times: bool = False,
    ) -> dict[str, LayerColumns]:
        """Each of these layers' answers as columns of integers; None means all.

        Marked words are read of the layers of `with_evidence`, which are among `layers`; when an
        answer was changed, only `with_times`. All layers are read in one go. It reads a snapshot.
        """
        with snapshot(self._file) as still, in_words(self._file.path):
            return layer_columns(
                still,
                layers,
                rounds,
                annotators,
                with_evidence=with_evidence,
                with_times=with_times,
            )

    def last_change(self) -> int:
        """The end of the log; a place for `changes_since`."""
        return last_change(self._file)

    def changes_since(self, seq: int, *, most: int = 1_000) -> Changes:
        """The answers that were changed behind this place of the log, by anybody, as they are now.

        Args:
            seq: the place up to which the caller knows everything.
            most: of more changes nothing is told, as whoever is so far behind reads all again.
        """
        with in_words(self._file.path):
            return changes_since(self._file, seq, most=most)

    def counts(self) -> Counts:
        """How much is in the project. It reads a snapshot."""
        with snapshot(self._file) as still:
            return counts(still)

    @contextmanager
    def answered_units(
        self, round: str, *, with_evidence: Sequence[str] = ()
    ) -> Generator[AnsweredUnits]:
        """The answered units of a round, of all annotators, one after the other.

        Args:
            round: which.
            with_evidence: the layers whose evidence is wanted. It reads a snapshot.
        """
        with snapshot(self._file) as still, in_words(self._file.path):
            yield AnsweredUnits(still, round, with_evidence=with_evidence)
