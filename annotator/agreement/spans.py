"""Marked words as arrays: who could mark what in which text, and the spans that they marked.

A unit is a text (a paragraph, for one target); a judgement is one annotator's answer to it. Knows
answers, rows and what words stand for; may import `annotator.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.ranks import numbered
from annotator.agreement.rows import CANNOT_TELL, CODED, NONE, SKIPPED, first_of_each
from annotator.agreement.schemes import scheme_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from annotator.agreement.ratings import Indices, Integers, LayerAnswers
    from annotator.agreement.rows import Rows

    Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Spans:
    """Marked words, one entry each; `judgement` and `text` say who marked them where.

    Positions are code points, half-open. `code` is a place in a list of codes.
    """

    judgement: Integers
    text: Integers
    code: Integers
    start: Integers
    end: Integers

    def __len__(self) -> int:
        return len(self.start)

    @property
    def length(self) -> Integers:
        """Code points of each."""
        return self.end - self.start

    def taken(self, which: Mask | Integers) -> Spans:
        """Some of them, or all in another order."""
        return Spans(
            self.judgement[which],
            self.text[which],
            self.code[which],
            self.start[which],
            self.end[which],
        )

    def sorted(self) -> Spans:
        """By judgement and start."""
        line = _line(self.judgement, self.start, self.end)
        if (line[1:] >= line[:-1]).all():
            return self
        return self.taken(np.argsort(line, kind="stable"))

    def overlap(self) -> bool:
        """Whether words of one judgement are marked twice, for one code or for two."""
        return bool(self.sorted().overlapping().any())

    def overlapping(self) -> Integers:
        """1 for each span that begins before another of its judgement has ended, if sorted."""
        start = _line(self.judgement, self.start, self.end)
        end = _line(self.judgement, self.end, self.end)
        found = np.zeros(len(self), np.int64)
        found[1:] = start[1:] < np.maximum.accumulate(end)[:-1]
        return found

    def united(self, *, by_code: bool) -> Spans:
        """Overlapping spans of one judgement (and code) made one; touching spans stay two.

        They come sorted by judgement (code, where some overlap) and start. Spans of different
        codes that become one keep the first code.
        """
        if not self.overlap():
            return self.sorted()
        group = self.judgement
        if by_code:
            group = group * (int(self.code.max()) + 1) + self.code
        order = np.lexsort((self.code, self.end, self.start, group))
        spans, group = self.taken(order), group[order]
        reach = _line(group, spans.end, spans.end)
        until = np.maximum.accumulate(reach)
        is_first = np.ones(len(spans), bool)
        is_first[1:] = _line(group, spans.start, spans.end)[1:] >= until[:-1]
        first = np.flatnonzero(is_first)
        last = np.append(first[1:], len(spans)) - 1
        united = spans.taken(first)
        end = spans.end[first] + until[last] - reach[first]
        return Spans(united.judgement, united.text, united.code, united.start, end)

    def alike(self, columns: Sequence[Integers]) -> Integers:
        """For each span the number of those that are equal to it in all columns, starting at 0."""
        order = np.lexsort(columns)
        is_new = np.ones(len(self), bool)
        if len(self):
            is_new[1:] = np.any([each[order][1:] != each[order][:-1] for each in columns], axis=0)
        number = np.empty(len(self), np.int64)
        number[order] = np.cumsum(is_new) - 1
        return number

    def distinct(self) -> Spans:
        """Each span of a judgement and code once."""
        number = self.alike((self.end, self.start, self.code, self.judgement))
        first = first_of_each(number)
        return self if len(first) == len(self) else self.taken(first)


def _line(group: Integers, position: Integers, end: Integers) -> Integers:
    """Positions on one line, on which the groups lie one behind the other."""
    return group * (int(end.max(initial=0)) + 1) + position


@dataclass(frozen=True, eq=False)
class Texts:
    """Who counts in which text, and their spans: what every measure of spans is computed on.

    `length` and `n_raters` have one entry a text. Of all `marked` words only those `which` are in
    texts with two raters or more count: `spans`, as they were marked.
    """

    length: Integers
    n_raters: Integers
    marked: Spans
    which: Integers

    @cached_property
    def spans(self) -> Spans:
        """The spans that count; whoever asks for their judgements alone need not take them."""
        return self.marked.taken(self.which)

    @property
    def judgements(self) -> Integers:
        """Whose spans count: one entry a span."""
        return self.marked.judgement[self.which]

    @cached_property
    def pairable(self) -> Mask:
        """Texts that two annotators could mark."""
        return self.n_raters >= 2

    @cached_property
    def by_code(self) -> Spans:
        """The spans, those that overlap made one, code by code."""
        return self.spans.united(by_code=True)

    @cached_property
    def distinct(self) -> Spans:
        """Each span of a judgement and code once."""
        return self.spans.distinct()


@dataclass(frozen=True, eq=False)
class Judgements:
    """All judgements of a layer: of which text, by whom, with which codes and spans.

    `length` and `document_ix` have one entry a text; `text`, `annotator` and `state` one entry a
    judgement. `chosen` lists, by code, the judgements that chose it (or marked words for it).
    """

    length: Integers
    document_ix: Indices
    text: Integers
    annotator: Integers
    state: Integers
    codes: tuple[str, ...]
    chosen: tuple[Integers, ...]
    spans: Spans

    @cached_property
    def answered(self) -> Mask:
        """Judgements that are a value: codes, or none of them."""
        return self.state <= NONE

    def n_missing(self, state: int) -> int:
        """Judgements that are no value: cannot tell, or skipped."""
        return int((self.state == state).sum())

    @cached_property
    def n_cannot_tell(self) -> int:
        """How many could not tell."""
        return self.n_missing(CANNOT_TELL)

    @cached_property
    def n_skipped(self) -> int:
        """How many were skipped."""
        return self.n_missing(SKIPPED)

    def chose(self, code: int | None) -> Mask:
        """Which judgements chose this code; None: any code."""
        chose = np.zeros(len(self.text), bool)
        for each in self.chosen if code is None else self.chosen[code : code + 1]:
            chose[each] = True
        return chose

    @cached_property
    def _unmarked(self) -> list[Integers]:
        """By code, the judgements that chose it and marked no words for it."""
        marked = np.zeros(len(self.text), bool)
        found = []
        for code, chosen in enumerate(self.chosen):
            mine = self.spans.judgement[self.spans.code == code]
            marked[mine] = True
            found.append(chosen[~marked[chosen]])
            marked[mine] = False
        return found

    def unmarked(self, code: int | None) -> Mask:
        """Which judgements chose this code (None: any) and marked no words for it."""
        unmarked = np.zeros(len(self.text), bool)
        for each in self._unmarked if code is None else self._unmarked[code : code + 1]:
            unmarked[each] = True
        return unmarked

    def n_unmarked(self, code: int | None) -> int:
        """How many chosen codes have no marked words."""
        return sum(map(len, self._unmarked if code is None else self._unmarked[code : code + 1]))

    def counted(self, code: int | None, *, where_chosen: bool) -> Mask:
        """Judgements that say which words show this code; None: which words show any code.

        A chosen code whose words were not marked is missing, not empty. `where_chosen` leaves only
        the texts in which everybody who answered chose it.
        """
        counted = self.answered & ~self.unmarked(code)
        if where_chosen:
            without = np.bincount(
                self.text[self.answered & ~self.chose(code)], minlength=len(self.length)
            )
            counted &= without[self.text] == 0
        return counted

    def counted_somewhere(self) -> Mask:
        """Judgements that say of one code at least which words show it."""
        n_unmarked = np.bincount(np.concatenate(self._unmarked), minlength=len(self.text))
        return self.answered & (n_unmarked < len(self.codes))

    def texts(self, code: int | None, counted: Mask) -> Texts:
        """What these judgements marked for this code; None: for all codes."""
        n_raters = np.bincount(self.text.take(np.flatnonzero(counted)), minlength=len(self.length))
        of_spans = counted.take(self.spans.judgement) & (n_raters >= 2).take(self.spans.text)
        if code is not None:
            of_spans &= self.spans.code == code
        return Texts(self.length, n_raters, self.spans, np.flatnonzero(of_spans))


def judgements_of(answers: LayerAnswers, rows: Rows) -> Judgements:
    """The judgements of a layer whose words are known; several holders of a target are one."""
    codes = scheme_of(answers).codes
    kept = _first_answers(answers, rows)
    judgement, number = _numbered_judgements(rows, kept)
    state = np.full(len(number), SKIPPED)
    np.minimum.at(state, judgement, rows.state[kept])
    spans = _spans(answers, codes, rows, kept, judgement)
    answer = rows.answer[kept]
    return Judgements(
        length=_lengths(answers, rows, spans),
        document_ix=rows.document_ix,
        text=rows.unit[kept][number],
        annotator=rows.annotator[kept][number],
        state=state,
        codes=codes,
        chosen=tuple(
            _either(judgement[has_code[answer]], spans.judgement[spans.code == code], len(number))
            for code, has_code in enumerate(_holders_of_codes(answers, codes))
        ),
        spans=spans,
    )


def _either(some: Integers, others: Integers, n: int) -> Integers:
    """The numbers below n that stand in one of the two, rising."""
    here = np.zeros(n, bool)
    here[some] = here[others] = True
    return np.flatnonzero(here)


def _first_answers(answers: LayerAnswers, rows: Rows) -> Integers:
    """Of two rows of an annotator about one text and holder, the earlier one counts."""
    holder = answers.holder[rows.row].astype(np.int64)
    return first_of_each(rows.groups(rows.unit) * (len(answers.holders) + 1) + holder + 1)


def _numbered_judgements(rows: Rows, kept: Integers) -> tuple[Integers, Integers]:
    """The judgement of each row, and one of the rows of each judgement."""
    group = rows.groups(rows.unit)[kept]
    judgement, n_judgements = numbered(group, int(group.max(initial=-1)) + 1)
    number = np.zeros(n_judgements, np.int64)
    number[judgement] = np.arange(len(kept))
    return judgement, number


def _holders_of_codes(answers: LayerAnswers, codes: tuple[str, ...]) -> list[Mask]:
    """For each code, which of the distinct answers hold it."""
    sets = [set(given) if state == "coded" else set() for state, given, _ in answers.answers]
    return [np.array([code in each for each in sets], bool) for code in codes]


def _lengths(answers: LayerAnswers, rows: Rows, spans: Spans) -> Integers:
    """The length of each text; where rows differ, the greatest, and never less than is marked."""
    assert answers.evidence is not None
    length = np.zeros(rows.n_units, np.int64)
    np.maximum.at(length, rows.unit, answers.evidence.length[rows.row])
    np.maximum.at(length, spans.text, spans.end)
    return length


def _spans(
    answers: LayerAnswers,
    codes: tuple[str, ...],
    rows: Rows,
    kept: Integers,
    judgement: Integers,
) -> Spans:
    """The spans of the rows that count; words for an answer as a whole show all its codes."""
    evidence = answers.evidence
    assert evidence is not None
    of_row = np.full(len(answers.answer), -1, np.int64)
    coded = rows.state[kept] == CODED
    of_row[rows.row[kept[coded]]] = judgement[coded]
    text = np.zeros(len(answers.answer), np.int64)
    text[rows.row] = rows.unit
    here = np.flatnonzero((of_row[evidence.row] >= 0) & (evidence.end > evidence.start))
    places = {code: place for place, code in enumerate(codes)}
    known = np.array([*(places.get(code, -1) for code in evidence.codes), -1], np.int64)
    code = known[evidence.code[here]]
    whole = np.flatnonzero(evidence.code[here] < 0)
    of_answer = answers.answer[evidence.row[here[whole]]]
    which, of_which = [np.flatnonzero(code >= 0)], [code[code >= 0]]
    for place, has_code in enumerate(_holders_of_codes(answers, codes)):
        which.append(whole[has_code[of_answer]])
        of_which.append(np.full(len(which[-1]), place))
    here = here[np.concatenate(which)]
    row = evidence.row[here]
    return Spans(
        of_row[row],
        text[row],
        np.concatenate(of_which),
        evidence.start[here].astype(np.int64),
        evidence.end[here].astype(np.int64),
    ).sorted()
