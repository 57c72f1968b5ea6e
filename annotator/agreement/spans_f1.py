"""F1 of marked words over pairs of annotators: 2 TP / (2 TP + FP + FN), summed over all pairs.

Two annotators who both marked nothing add nothing: that is not agreement on words. Knows spans.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.coefficients import Estimates
from annotator.agreement.ranks import numbered, row_ranks
from annotator.agreement.spans_continuum import (
    n_overlapping_pairs,
    overlapping_pairs,
    pairs_covering,
    per_text,
    quotient,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.patterns import Tally
    from annotator.agreement.ratings import Floats, Integers
    from annotator.agreement.spans import Spans, Texts

F1 = ("f1_exact", "f1_overlap", "f1_character")
# A pair of overlapping spans takes some 120 bytes while it is matched.
MOST_PAIRS = 250_000


class F1Score:
    """F1 of one kind. Terms: twice the matches over pairs, and what both marked in all.

    The codes are added up, and each has texts of its own: who marked no words for one of several
    chosen codes is missing for that code only.
    """

    tally: Tally | None = None

    def __init__(self, of_codes: Sequence[Floats]):
        self.terms = np.sum(of_codes, axis=0)

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        value = quotient(terms[:, 0], terms[:, 1])
        unknown = np.full(len(terms), np.nan)
        return Estimates(value, unknown, unknown)


def f1_terms(kind: str, texts: Texts) -> Floats:
    """The terms of each text for the spans of one code."""
    n_texts = len(texts.length)
    if kind == "f1_character":
        spans = texts.by_code
        twice = sum(
            (pairs_covering(spans.taken(spans.code == code), n_texts)
             for code in np.unique(spans.code)),
            start=np.zeros(n_texts),
        )  # fmt: skip
        marked = per_text(spans, spans.length, n_texts)
    else:
        spans = texts.distinct
        of_spans = _equal(spans) if kind == "f1_exact" else _matched(spans)
        twice = per_text(spans, of_spans, n_texts)
        marked = per_text(spans, np.ones(len(spans), np.int64), n_texts)
    return np.column_stack([twice, marked * np.maximum(texts.n_raters - 1, 0)])


def _equal(spans: Spans) -> Integers:
    """With how many others' spans each one is equal in start, end and code."""
    number = spans.alike((spans.end, spans.start, spans.code, spans.text))
    return np.bincount(number)[number] - 1


def _matched(spans: Spans) -> Integers:
    """With how many other judgements each span found a partner: greatest shared length first.

    A span has one partner at most in another judgement. Of equal lengths the earlier, then the
    shorter spans count.
    Judgements that marked the same are looked at once: between two of them every span finds its
    equal, since whatever shares more with it is longer, and is taken by its own equal before.
    """
    number = spans.alike((spans.end, spans.start, spans.code, spans.text))
    profile, n_alike = _profiles(spans, number)
    is_first = np.zeros(len(profile), bool)
    is_first[np.unique(profile, return_index=True)[1]] = True
    judgement = numbered(spans.judgement, int(spans.judgement.max(initial=0)) + 1)[0]
    kept = np.flatnonzero(is_first[judgement])
    among = _matched_by(spans.taken(kept), n_alike[profile[judgement[kept]]])
    # What was found for the first judgement of a profile holds for the same spans of the others.
    width = int(number.max(initial=0)) + 1
    of_profile = profile[judgement] * width + number
    order = np.argsort(of_profile[kept])
    same = kept[order][np.searchsorted(of_profile[kept][order], of_profile)]
    found = np.zeros(len(spans), np.int64)
    found[kept] = among
    return found[same] + n_alike[profile[judgement]] - 1


def _profiles(spans: Spans, number: Integers) -> tuple[Integers, Integers]:
    """The profile of each judgement with spans, equal where the spans are; how often each is."""
    judgement, n = numbered(spans.judgement, int(spans.judgement.max(initial=0)) + 1)
    profile = row_ranks(judgement, number, n, int(number.max(initial=-1)) + 1)
    return profile, np.bincount(profile)


def _matched_by(spans: Spans, weight: Integers) -> Integers:
    """With how many judgements each span found a partner; the other's `weight` says how many.

    Two judgements are matched whatever others marked, so that many are looked at part by part.
    """
    n_parts = math.ceil(2 * math.sqrt(n_overlapping_pairs(spans) / MOST_PAIRS))
    if n_parts <= 2:
        return _matched_between(spans, weight, np.arange(len(spans)), is_within=True)
    part = spans.judgement % n_parts
    found = np.zeros(len(spans), np.int64)
    for one in range(n_parts):
        for other in range(one, n_parts):
            here = np.flatnonzero((part == one) | (part == other))
            found[here] += _matched_between(
                spans.taken(here), weight[here], part[here], is_within=one == other
            )
    return found


def _matched_between(
    spans: Spans, weight: Integers, part: Integers, *, is_within: bool
) -> Integers:
    """The same among all judgements, or only between those of different parts."""
    first, second, shared = overlapping_pairs(spans)
    if not is_within:
        across = part[first] != part[second]
        first, second, shared = first[across], second[across], shared[across]
    starts = np.sort([spans.start[first], spans.start[second]], axis=0)
    ends = np.sort([spans.end[first], spans.end[second]], axis=0)
    # What is equal in all of these has no span in common: the order of spans changes nothing.
    order = np.lexsort((ends[1], ends[0], starts[1], starts[0], -shared))
    first, second = first[order], second[order]
    n_judgements = int(spans.judgement.max(initial=0)) + 1
    # The span of one, and whom it is to be matched with: each of the two sides once.
    sides = np.concatenate(
        [first * n_judgements + spans.judgement[second],
         second * n_judgements + spans.judgement[first]]
    )  # fmt: skip
    side = numbered(sides, len(spans) * n_judgements)[0].reshape(2, -1)
    is_match = _greedy(side[0], side[1])
    found = np.concatenate([first[is_match], second[is_match]])
    partner = np.concatenate([second[is_match], first[is_match]])
    return np.bincount(found, weight[partner], len(spans)).astype(np.int64)


def _greedy(left: Integers, right: Integers) -> Integers:
    """Which pairs are taken when each side is taken once, in their order.

    Each round takes the pairs that are the first of both their sides, all at once: no other pair
    can be taken before them.
    """
    n_sides = int(max(left.max(initial=-1), right.max(initial=-1))) + 1
    pending = np.arange(len(left))
    taken = []
    while len(pending):
        best = np.full(n_sides, len(left))
        np.minimum.at(best, left[pending], pending)
        np.minimum.at(best, right[pending], pending)
        now = pending[(best[left[pending]] == pending) & (best[right[pending]] == pending)]
        taken.append(now)
        used = np.zeros(n_sides, bool)
        used[left[now]] = used[right[now]] = True
        pending = pending[~used[left[pending]] & ~used[right[pending]]]
    return np.concatenate([np.zeros(0, np.int64), *taken])
