"""Agreement on marked words as a continuum: the alphas for unitizing of 2016 and of 1995.

Every text is a continuum of its own; what is computed are sums over texts, so that texts or
documents can be redrawn. Knows spans and what a statistic is.
Sources: Krippendorff, Mathet, Bouvry, Widlöcher (2016), On the reliability of unitizing textual
continua; Krippendorff (1995), On the reliability of unitizing continuous data.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.coefficients import Estimates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.patterns import Tally
    from annotator.agreement.ratings import Floats, Integers
    from annotator.agreement.spans import Spans, Texts

# Spans are laid beside the gaps of others up to about so many at a time.
MOST_AT_A_TIME = 1_000_000


def pairs_covering(spans: Spans, n_texts: int) -> Floats:
    """For each text, over its characters, the ordered pairs of judgements that marked both.

    The spans of one judgement must not overlap.
    """
    place, covering = _covering(spans)
    pairs = np.diff(place) * covering * (covering - 1)
    text = place[:-1] // _stride(spans)
    return np.bincount(text, pairs, n_texts).astype(np.float64, copy=False)


def _covering(spans: Spans) -> tuple[Integers, Integers]:
    """Borders on one line, and how many spans cover each stretch between two of them."""
    line = spans.text * _stride(spans)
    place = np.concatenate([line + spans.start, line + spans.end])
    change = np.repeat([1, -1], len(spans))
    order = np.argsort(place, kind="stable")
    return place[order], np.cumsum(change[order])[:-1]


def _stride(spans: Spans) -> int:
    return int(spans.end.max(initial=0)) + 1


def per_text(spans: Spans, weights: Integers | Floats, n_texts: int) -> Floats:
    """The sum of a number over the spans of each text."""
    return np.bincount(spans.text, weights, n_texts).astype(np.float64, copy=False)


def _others(texts: Texts) -> Floats:
    """The number of raters but one, for dividing; 1 where there is no pair."""
    return np.maximum(texts.n_raters - 1, 1).astype(np.float64)


def _size(texts: Texts) -> Floats:
    """Characters times raters of each text with a pair."""
    return np.where(texts.pairable, texts.n_raters * texts.length, 0).astype(np.float64)


class Binary:
    """|u-alpha: marked words against gaps, whatever the code of the spans that it is given.

    Terms: o (marked by both), n of marked words, sum of squared lengths, n.
    """

    tally: Tally | None = None

    def __init__(self, texts: Texts):
        spans, n_texts = texts.spans.united(by_code=False), len(texts.length)
        both = pairs_covering(spans, n_texts) / _others(texts)
        marked = per_text(spans, spans.length, n_texts)
        squares = per_text(spans, spans.length**2, n_texts)
        self.terms = np.column_stack([both, marked, squares, _size(texts)])

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        both, marked, squares, n = terms.T
        gaps = n - marked
        observed = 2 * (marked - both)
        expected = 2 * n * quotient(marked * gaps, n * n - squares - gaps)
        return _from_disagreement(observed, expected, n)


class Coded:
    """u-alpha and its kin over several codes: spans of one judgement must not overlap.

    `kind` "u" takes all and the gaps, "cu" the codes alone, "ku" one code (`code`) among them.
    Terms: by code o_cc, n_c, s_c (and o_c, pairs with any code); then o of any code, and n.
    """

    tally: Tally | None = None

    def __init__(self, texts: Texts, n_codes: int, kind: str = "u", code: int = 0):
        spans, n_texts = texts.by_code, len(texts.length)
        self.kind, self.code, self.n_codes = kind, code, n_codes
        others = _others(texts)
        columns = []
        for each in range(n_codes):
            mine = spans.taken(spans.code == each)
            columns += [
                pairs_covering(mine, n_texts) / others,
                per_text(mine, mine.length, n_texts),
                per_text(mine, mine.length**2, n_texts),
            ]
        columns += [pairs_covering(spans, n_texts) / others, _size(texts)]
        if kind == "ku":
            mine, rest = spans.taken(spans.code == code), spans.taken(spans.code != code)
            apart = pairs_covering(mine, n_texts) + pairs_covering(rest, n_texts)
            columns.append((pairs_covering(spans, n_texts) - apart) / 2 / others)
        self.terms = np.column_stack(columns)

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        of_codes = terms[:, : 3 * self.n_codes].reshape(len(terms), self.n_codes, 3)
        same, marked, squares = (of_codes[:, :, place] for place in range(3))
        any_code, n = terms[:, 3 * self.n_codes], terms[:, 3 * self.n_codes + 1]
        gaps = n - marked.sum(axis=1)
        if self.kind == "cu":
            observed = any_code - same.sum(axis=1)
            expected = marked.sum(axis=1) ** 2 - (marked**2).sum(axis=1)
            chance = marked.sum(axis=1) ** 2 - squares.sum(axis=1)
            return _from_shares(observed, any_code, expected, chance)
        if self.kind == "ku":
            mine, length = marked[:, self.code], squares[:, self.code]
            expected = mine * (marked.sum(axis=1) - mine)
            other = terms[:, -1]
            return _from_shares(
                other, other + same[:, self.code], expected, expected + mine**2 - length
            )
        both_gaps = gaps - (marked.sum(axis=1) - any_code)
        observed = n - same.sum(axis=1) - both_gaps
        pairs = (marked**2 - squares).sum(axis=1) + gaps**2 - gaps
        expected = n - n * quotient(pairs, n * n - squares.sum(axis=1) - gaps)
        return _from_disagreement(observed, expected, n)


def _from_disagreement(observed: Floats, expected: Floats, n: Floats) -> Estimates:
    """Observed and expected disagreement, both as sums over n characters."""
    return Estimates(
        1 - quotient(observed, expected), 1 - quotient(observed, n), 1 - quotient(expected, n)
    )


def _from_shares(
    observed: Floats, of_all: Floats, expected: Floats, of_chance: Floats
) -> Estimates:
    share, chance = quotient(observed, of_all), quotient(expected, of_chance)
    return Estimates(1 - quotient(share, chance), 1 - share, 1 - chance)


def quotient(above: Floats, below: Floats) -> Floats:
    """NaN where there is nothing to divide by."""
    safe = np.where(below > 0, below, 1.0)
    return np.where(below > 0, above / safe, np.nan)


# ------------------------------------------------------------------ the older alpha


class OlderAlpha:
    """The alpha of 1995 for unitizing, code by code; the squared differences of texts add up.

    Terms: D_o and D_e of each text times its squared length, and that square; the codes summed.
    """

    tally: Tally | None = None

    def __init__(self, texts: Texts):
        spans = texts.by_code
        self.terms = np.zeros((len(texts.length), 3))
        for code in np.unique(spans.code):
            self.terms += _of_code(spans.taken(spans.code == code).sorted(), texts)

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        observed, expected, size = terms.T
        return _from_disagreement(observed, expected, size)


def _of_code(spans: Spans, texts: Texts) -> Floats:
    n_texts = len(texts.length)
    length, raters = texts.length.astype(np.float64), texts.n_raters.astype(np.float64)
    pairs = np.where(texts.pairable, raters * (raters - 1), 1.0)
    there = np.bincount(spans.text, minlength=n_texts)[spans.text]
    long = spans.length.astype(np.float64)
    chance = (there - 1) * (2 * long**3 - 3 * long**2 + long) / 3
    chance += long**2 * _room(spans, *_gaps(spans, texts))
    single = per_text(spans, spans.length * (spans.length - 1), n_texts)
    size = _size(texts)
    raw: Floats = 2 * length * per_text(spans, chance, n_texts)
    expected = quotient(raw, size * (size - 1) - single)
    return np.column_stack(
        [
            2 * _differences(spans, texts) / pairs,
            np.nan_to_num(expected),
            np.where(texts.pairable, length**2, 0.0),
        ]
    )


def overlapping_pairs(spans: Spans) -> tuple[Integers, Integers, Integers]:
    """Pairs of spans of one text and code, of different judgements, that share characters.

    The earlier judgement first; and how many characters they share.
    """
    order, n_later = _overlapped_later(spans)
    number = np.arange(len(order))
    one = np.repeat(number, n_later)
    within = np.arange(len(one)) - np.repeat(np.cumsum(n_later) - n_later, n_later)
    first, second = order[one], order[one + 1 + within]
    first, second = (
        np.where(spans.judgement[first] <= spans.judgement[second], first, second),
        np.where(spans.judgement[first] <= spans.judgement[second], second, first),
    )
    apart = spans.judgement[first] != spans.judgement[second]
    first, second = first[apart], second[apart]
    shared = np.minimum(spans.end[first], spans.end[second])
    return first, second, shared - np.maximum(spans.start[first], spans.start[second])


def n_overlapping_pairs(spans: Spans) -> int:
    """How many such pairs there are at most, those of one judgement too."""
    return int(_overlapped_later(spans)[1].sum())


def _overlapped_later(spans: Spans) -> tuple[Integers, Integers]:
    """Spans by text, code and start; how many of those behind each begin before it ends."""
    group = spans.text * (int(spans.code.max(initial=0)) + 1) + spans.code
    stride = _stride(spans)
    order = np.lexsort((spans.end, spans.start, group))
    line = group[order] * stride + spans.start[order]
    until = np.searchsorted(line, group[order] * stride + spans.end[order])
    return order, until - np.arange(len(order)) - 1


def _differences(spans: Spans, texts: Texts) -> Floats:
    """The squared differences between the spans of any two raters, by text.

    `spans` are sorted and of one code; those of one judgement do not overlap.
    """
    order, n_later = _overlapped_later(spans)
    squares = np.zeros(len(spans), np.int64)
    for border in (spans.start[order], spans.end[order]):
        # The sum of (mine - theirs)^2 over the spans behind that each overlaps.
        squares += n_later * border**2 - 2 * border * _sums_behind(border, n_later)
        squares += _sums_behind(border**2, n_later)
    met = np.bincount(spans.text[order], squares, len(texts.length))
    # A span that lies in another's gap differs from nothing by its own length.
    alone = texts.n_raters[spans.text] - 1 - _n_met(spans)
    return met + per_text(spans, spans.length**2 * alone, len(texts.length))


def _sums_behind(numbers: Integers, n_behind: Integers) -> Integers:
    """The sum of as many numbers as each is to have of those behind it."""
    total = np.append(0, np.cumsum(numbers))
    here = np.arange(1, len(total))
    sums: Integers = total[here + n_behind] - total[here]
    return sums


def _n_met(spans: Spans) -> Integers:
    """With how many other judgements each span shares characters. `spans` as above."""
    line = spans.text * _stride(spans)
    start, end = line + spans.start, line + spans.end
    n_met = np.searchsorted(np.sort(start), end) - 1
    n_met -= np.searchsorted(np.sort(end), start, side="right")
    # Of a judgement that is met with several spans, the gaps between these lie inside.
    is_gap = spans.judgement[1:] == spans.judgement[:-1]
    left, right = end[:-1][is_gap], start[1:][is_gap]
    order = np.argsort(left, kind="stable")
    left, right = left[order], right[order]
    low = np.searchsorted(left, start, side="right")
    n_begun = np.searchsorted(left, end) - low
    for first, last in _stretches(n_begun):
        here = np.arange(first, last)
        one = np.repeat(here, n_begun[here])
        before = np.cumsum(n_begun[here]) - n_begun[here]
        gap = np.arange(len(one)) + np.repeat(low[here] - before, n_begun[here])
        n_met[here] -= np.bincount(one[right[gap] < end[one]] - first, minlength=len(here))
    return n_met


def _stretches(counts: Integers) -> Iterator[tuple[int, int]]:
    """Where stretches begin and end whose counts sum to about `MOST_AT_A_TIME`."""
    part = np.cumsum(counts) // MOST_AT_A_TIME
    return pairwise([*np.flatnonzero(np.diff(part, prepend=-1)).tolist(), len(counts)])


def _gaps(spans: Spans, texts: Texts) -> tuple[Integers, Integers]:
    """The gaps that each rater leaves: of which text, and how long. `spans` are sorted."""
    n_texts = len(texts.length)
    is_first = np.diff(spans.judgement, prepend=-1) != 0
    before = spans.start - np.where(is_first, 0, np.roll(spans.end, 1))
    is_last = np.append(is_first[1:], np.ones(min(len(spans), 1), bool))
    after = (texts.length[spans.text] - spans.end)[is_last]
    n_marking = np.bincount(spans.text[is_first], minlength=n_texts)
    n_empty = np.where(texts.pairable, texts.n_raters - n_marking, 0)
    empty = np.repeat(np.arange(n_texts), n_empty)
    return (
        np.concatenate([spans.text, spans.text[is_last], empty]),
        np.concatenate([before, after, texts.length[empty]]),
    )


def _room(spans: Spans, gap_text: Integers, gap: Integers) -> Floats:
    """For each span, the places at which it would fit into a gap of its text."""
    stride = int(max(gap.max(initial=0), spans.end.max(initial=0))) + 1
    line = np.sort(gap_text * stride + gap)
    length = np.concatenate([[0], np.cumsum(line % stride)])
    low = np.searchsorted(line, spans.text * stride + spans.length)
    high = np.searchsorted(line, (spans.text + 1) * stride)
    room: Floats = length[high] - length[low] - (high - low) * (spans.length - 1)
    return room.astype(np.float64)
