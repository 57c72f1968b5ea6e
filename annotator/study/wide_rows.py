"""One question as units by annotators. May import store and formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError
from annotator.formats.losses import CANNOT_TELL, MAIN_CODES, MARKS, NOTES, SKIPPED, SURENESS
from annotator.study.by_paragraph import by_place
from annotator.study.questions import by_type, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.corpus import Corpus
    from annotator.formats.jsonl import Record
    from annotator.formats.losses import Losses
    from annotator.formats.tables import Cell
    from annotator.model import Layer
    from annotator.study.aggregation import Vote
    from annotator.study.questions import Said, Scheme

LOST = (CANNOT_TELL, MAIN_CODES, MARKS, NOTES, SKIPPED, SURENESS)
NO_NUMBER = "answers without a number"
OTHER_HOLDERS = "positions of other holders"
TWO_POSITIONS = "units with two positions of one annotator for one type of holder"


class WideQuestion:
    """A layer; `about` are its target where it has targets, and the one type of holder, if any."""

    def __init__(
        self, scheme: Scheme, layer: str, about: tuple[str | None, str | None], *, numbers: bool
    ):
        self.layer: Layer = scheme.codebook.layer(layer)
        self.target, self.holder = about
        self._scheme = scheme
        self._codes = scheme.codes(self.layer)
        self._numbers = _values(scheme, self.layer) if numbers else None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns before those of the annotators."""
        if self.layer.answer == "multiple":
            return ("unit", "code")
        return ("unit", "holder") if self.layer.holder and self.holder is None else ("unit",)

    def rows(self, corpus: Corpus, losses: Losses) -> Iterator[list[Cell]]:
        """Units in the order of the articles."""
        annotators = [each.key for each in corpus.annotators]
        for coded in corpus.documents:
            for place, told in by_place(coded.records, self._scheme, losses).items():
                unit = f"{coded.document.uid}#{'' if place is None else place}"
                for about in said(told.get(self.layer.key, ()), self._scheme):
                    if about.target == self.target:
                        for record in about.records:
                            self._see(record, losses)
                        yield from self._unit(unit, about, annotators, losses)

    def _unit(
        self, unit: str, about: Said, annotators: list[str], losses: Losses
    ) -> Iterator[list[Cell]]:
        for holder in self._holders(about):
            votes = [about.vote_of(key, holder, by_type) for key in annotators]
            if self.layer.answer == "multiple":
                for code in self._codes:
                    yield [unit, code, *(_has(vote, code) for vote in votes)]
            else:
                about_both: list[Cell] = [unit, holder]
                head = about_both[: len(self.names)]
                yield [*head, *(self._cell(vote, losses) for vote in votes)]

    def _holders(self, about: Said) -> list[str | None]:
        if self.holder is not None and about.by_annotator:
            return [self.holder]
        return about.coded_holders(by_type, self._scheme.codebook.default_holder)

    def _see(self, record: Record, losses: Losses) -> None:
        losses.see(record)
        is_other = self.holder is not None and by_type(record.holder or "") != self.holder
        if is_other and record.state == "coded":
            losses.add(OTHER_HOLDERS)

    def _cell(self, vote: Vote | None, losses: Losses) -> Cell:
        if vote is None or vote.state not in {"coded", "none"}:
            return None
        if len(vote.codes) > 1:
            losses.add(TWO_POSITIONS)
            return None
        code = vote.codes[0] if vote.codes else "none"
        if self._numbers is None:
            return code
        if code not in self._numbers:
            losses.add(NO_NUMBER)
        return self._numbers.get(code)


def _values(scheme: Scheme, layer: Layer) -> dict[str, float]:
    codes = scheme.codebook.codes_of(layer)
    values = {code.key: code.value for code in codes if code.value is not None}
    if layer.answer != "scale":
        raise AnnotatorError(
            "the answers to “{layer}” are no scale",
            remedy="leave --numbers out",
            layer=layer.key,
        )
    return values or {code.key: float(place) for place, code in enumerate(codes)}


def _has(vote: Vote | None, code: str) -> int | None:
    if vote is None or vote.state not in {"coded", "none"}:
        return None
    return int(code in vote.codes)
