"""Intervals hold the true value as often as they say, and how often they do not is known."""

from __future__ import annotations

from functools import partial

import pytest

from benchmarks.bench_coverage import (
    PARAGRAPHS,
    bar_by_document,
    bar_by_unit,
    clustered,
    coverage,
    independent,
    true_alpha,
)

pytestmark = pytest.mark.slow
SIMULATIONS, DRAWS = 400, 500
reduced = partial(coverage, simulations=SIMULATIONS, draws=DRAWS)


@pytest.mark.parametrize("share", [0.5, 0.1])
@pytest.mark.parametrize("n_units", [100, 300])
def test_interval_by_unit_covers_as_it_says_where_units_are_independent(share, n_units):
    process = partial(independent, share=share)
    found = reduced(process, n_units, "unit", true=true_alpha(process))
    bar = bar_by_unit(share, n_units)
    assert bar is not None
    assert found.given == 1
    assert bar[0] <= found.covered <= bar[1]


def test_interval_of_a_rare_code_with_few_units_covers_too_little_or_is_not_given():
    process = partial(independent, share=0.03)
    found = reduced(process, 44, "unit", true=true_alpha(process))
    assert found.given < 1
    assert found.covered < 0.9


@pytest.mark.parametrize("n_documents", [10, 20])
def test_interval_by_document_covers_more_than_by_unit_where_articles_differ(n_documents):
    true, n_units = true_alpha(clustered), n_documents * PARAGRAPHS
    by_document = reduced(clustered, n_units, "document", true=true)
    by_unit = reduced(clustered, n_units, "unit", true=true)
    bar = bar_by_document(n_documents)
    assert bar is not None
    assert bar[0] <= by_document.covered <= bar[1]
    assert by_unit.covered < by_document.covered - 0.05
