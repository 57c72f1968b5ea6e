"""Marked words of many annotators on one text are matched part by part, with the same outcome."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.agreement import spans_continuum, spans_f1
from annotator.agreement.spans import Spans, Texts
from annotator.agreement.spans_continuum import OlderAlpha
from annotator.agreement.spans_f1 import f1_terms


def crowd(seed, *, n_annotators=23, most=6, n_texts=3, length=40):
    """Texts that each annotator marked in a few places; many marked the same."""
    random = np.random.default_rng(seed)
    columns = [
        (text * n_annotators + who, text, int(random.integers(2)), start,
         start + int(random.integers(1, 9)))
        for text in range(n_texts)
        for who in range(n_annotators)
        for start in random.integers(0, length, int(random.integers(0, most))).tolist()
    ]  # fmt: skip
    spans = Spans(*np.array(columns).T).sorted()
    return Texts(np.full(n_texts, length + 9), np.full(n_texts, n_annotators), spans,
                 np.arange(len(spans)))  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("most_pairs", [1, 40])
def test_parts_change_nothing(monkeypatch, seed, most_pairs):
    texts = crowd(seed)
    whole = f1_terms("f1_overlap", texts)
    assert whole[:, 0].min() > 0
    monkeypatch.setattr(spans_f1, "MOST_PAIRS", most_pairs)
    assert f1_terms("f1_overlap", texts).tobytes() == whole.tobytes()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("most", [1, 40])
def test_stretches_of_gaps_change_nothing(monkeypatch, seed, most):
    texts = crowd(seed)
    whole = OlderAlpha(texts).terms
    assert whole[:, 0].min() > 0
    monkeypatch.setattr(spans_continuum, "MOST_AT_A_TIME", most)
    assert OlderAlpha(texts).terms.tobytes() == whole.tobytes()
