"""Layers with marked words, made from short lists."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pytest

from annotator.agreement import Evidence, LayerAnswers, Options
from annotator.agreement.rows import rows_of
from annotator.agreement.spans_report import span_agreements

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def marked(answers_of, layer_of) -> Callable[..., LayerAnswers]:
    """Rows (text, annotator, given, spans[, target, holder]) as answers with evidence.

    A text is a paragraph of one document, or (document, paragraph); `given` is a state or the
    codes; spans are (start, end, code), where a code of None means the answer as a whole.
    """

    def build(rows, *, codes=("a", "b"), length=20, targets=(), holders=("author",), **fields):
        layer = layer_of(fields.pop("answer", "multiple"), *codes, **fields)
        long, spans = [], []
        for number, (text, annotator, given, words, *rest) in enumerate(rows):
            document, paragraph = text if isinstance(text, tuple) else ("d0", text)
            state, chosen = (given, ()) if isinstance(given, str) else ("coded", given)
            target, holder = (*rest, None, None)[:2]
            long.append((document, paragraph, annotator, target, holder, state, chosen))
            spans += [(number, start, end, code) for start, end, code in words]
        answers = answers_of(layer, long, targets=targets, holders=holders)
        names = sorted({code for *_, code in spans if code is not None})
        numbers = [(*span, names.index(code) if code else -1) for *span, code in spans]
        columns = np.array(numbers, np.int32).reshape(-1, 4).T
        lengths = [length(row[0]) if callable(length) else length for row in rows]
        evidence = Evidence(
            row=columns[0],
            start=columns[1],
            end=columns[2],
            code=columns[3],
            codes=tuple(names),
            length=np.array(lengths, np.int32),
        )
        return dataclasses.replace(answers, evidence=evidence)

    return build


@pytest.fixture(scope="session")
def agreed(marked):
    """The results on the evidence of such rows, by step and coefficient."""

    def run(rows, *, target=None, options=None, **fields):
        answers = marked(rows, **fields)
        place = None if target is None else answers.targets.index(target)
        options = options or Options(ci=0)
        results = span_agreements(answers, rows_of(answers, target=place), options)
        return {(one.step, one.coefficient): one for one in results}

    return run
