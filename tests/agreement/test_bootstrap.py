"""Intervals: reproducible to the byte, by unit or by document, and as wide as they should be."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.agreement import Options, intervals, render
from annotator.agreement.coefficients import Alpha, OrdinalAlpha, Statistic
from annotator.agreement.distances import between_numbers
from annotator.agreement.intervals import bootstrap, document_blocks, unit_blocks
from annotator.agreement.patterns import rated_patterns
from annotator.agreement.ratings import ratings_of
from annotator.agreement.table import read_table


def clustered_rows(n_documents=12, n_units=15, seed=4):
    random = np.random.default_rng(seed)
    rows = []
    for document in range(n_documents):
        usual = int(random.integers(0, 3))
        for unit in range(n_units):
            for annotator in "abc":
                value = usual if random.random() < 0.7 else int(random.integers(0, 3))
                if random.random() < 0.9:
                    rows.append((annotator, f"d{document:02d}/{unit}", value))
    return rows


def as_csv(rows):
    lines = (f"{unit.split('/')[0]},{unit},{annotator},{value}" for annotator, unit, value in rows)
    return "article,unit,annotator,value\n" + "\n".join(lines)


@pytest.fixture
def table(reported, tmp_path):
    """A report on a CSV file with a column for the article."""

    def run(rows, *, options=None, **columns):
        path = tmp_path / "ratings.csv"
        path.write_text(as_csv(rows), encoding="utf-8")
        return reported(None, read_table(path, **columns), options=options or Options(ci=200))

    return run


@pytest.mark.parametrize("document_column", [None, "article"])
@pytest.mark.parametrize("distance", [None, "ordinal", "interval"])
def test_same_seed_gives_the_same_bytes_in_any_order_of_rows(table, document_column, distance):
    rows = clustered_rows()
    shuffled = [rows[place] for place in np.random.default_rng(9).permutation(len(rows))]
    options = Options(ci=200, seed=7, distance=distance)
    once = render(table(rows, options=options, document_column=document_column), "json")
    again = render(table(shuffled, options=options, document_column=document_column), "json")
    assert once == again


def test_another_seed_gives_another_interval(table):
    rows = clustered_rows()
    one, other = (table(rows, options=Options(ci=200, seed=seed)).results[0] for seed in (1, 2))
    assert one.value == other.value
    assert one.interval != other.interval


@pytest.mark.parametrize("by", ["unit", "document"])
@pytest.mark.parametrize("chunk_cells", [1, 1000, 7777])
def test_chunk_size_changes_nothing(monkeypatch, by, chunk_cells):
    random = np.random.default_rng(5)
    unit, annotator = np.divmod(np.arange(1200), 3)
    kept = random.random(1200) < 0.8
    values = np.where(random.random(1200) < 0.6, unit % 4, random.integers(0, 4, 1200))
    documents = np.arange(400) // 20
    ratings = ratings_of(unit[kept], annotator[kept], values[kept], documents=documents)
    patterns = rated_patterns(ratings).paired
    blocks = unit_blocks(patterns)
    if by == "document":
        blocks = document_blocks(patterns, ratings.document_ix, 20)
    statistics: list[Statistic] = [
        Alpha(patterns, between_numbers("linear", np.array([0.0, 0.1, 0.7, 2.0]))),
        OrdinalAlpha(patterns),
    ]
    whole = bootstrap(statistics, blocks, draws=300, seed=3)
    monkeypatch.setattr(intervals, "CHUNK_CELLS", chunk_cells)
    pieces = bootstrap(statistics, blocks, draws=300, seed=3)
    assert [one.tobytes() for one in whole] == [one.tobytes() for one in pieces]


def test_documents_of_many_patterns_are_counted_the_same(monkeypatch):
    unit, annotator = np.divmod(np.arange(600), 2)
    values = np.random.default_rng(2).integers(0, 5, 600)
    ratings = ratings_of(unit, annotator, values, documents=np.arange(300) // 30)
    patterns = rated_patterns(ratings).paired
    table = document_blocks(patterns, ratings.document_ix, 10)
    monkeypatch.setattr(intervals, "TABLE_SIZE", 0)
    ordered = document_blocks(patterns, ratings.document_ix, 10)
    for one, other in zip(
        (table.block, table.pattern, table.count),
        (ordered.block, ordered.pattern, ordered.count),
        strict=True,
    ):
        assert one.tolist() == other.tolist()


@pytest.mark.parametrize("by", ["unit", "document"])
def test_counts_that_are_not_written_out_give_the_same(monkeypatch, by):
    rows = clustered_rows()
    unit = np.unique([row[1] for row in rows], return_inverse=True)[1]
    annotator = np.array(["abc".index(row[0]) for row in rows])
    documents = np.zeros(unit.max() + 1, int)
    documents[unit] = [int(row[1][1:3]) for row in rows]
    ratings = ratings_of(unit, annotator, np.array([row[2] for row in rows]), documents=documents)
    patterns = rated_patterns(ratings).paired
    blocks = unit_blocks(patterns)
    if by == "document":
        blocks = document_blocks(patterns, ratings.document_ix, 12)
    statistic = OrdinalAlpha(patterns)
    dense = bootstrap([statistic], blocks, draws=50, seed=0)[0]
    monkeypatch.setattr(intervals, "DENSE_CELLS", 0)
    sparse = bootstrap([statistic], blocks, draws=50, seed=0)[0]
    assert dense.tobytes() == sparse.tobytes()


def test_documents_are_redrawn_where_five_are_known(table):
    head = table(clustered_rows(5), document_column="article").results[0]
    assert head.interval.cluster == "document"
    assert head.n_documents == 5
    assert "few_documents" in {caution.slug for caution in head.warnings}


def test_four_documents_leave_the_interval_to_units_with_a_warning(table):
    head = table(clustered_rows(4), document_column="article").results[0]
    assert head.interval.cluster == "unit"
    assert "few_documents" in {caution.slug for caution in head.warnings}


def test_a_table_without_a_document_column_redraws_units_without_a_warning(table):
    head = table(clustered_rows()).results[0]
    assert head.interval.cluster == "unit"
    assert head.n_documents == 0
    assert "few_documents" not in {caution.slug for caution in head.warnings}


def test_units_can_be_asked_for(table):
    options = Options(ci=50, cluster="unit")
    head = table(clustered_rows(), options=options, document_column="article").results[0]
    assert head.interval.cluster == "unit"


def test_articles_that_differ_make_the_interval_by_document_wider(table):
    rows = clustered_rows(20)
    wide, narrow = (
        table(rows, options=Options(ci=500, cluster=cluster), document_column="article")
        .results[0]
        .interval
        for cluster in ("document", "unit")
    )
    assert wide.high - wide.low > narrow.high - narrow.low


def test_no_draws_give_no_interval(table):
    head = table(clustered_rows(), options=Options(ci=0)).results[0]
    assert head.value is not None
    assert (head.interval, head.se, head.p_below_667, head.reason) == (None, None, None, None)


def test_share_of_draws_below_the_two_lines(table):
    head = table(clustered_rows(), options=Options(ci=400)).results[0]
    assert 0 <= head.p_below_667 <= head.p_below_800 <= 1
    assert head.p_below_800 > 0.9


@pytest.mark.slow
@pytest.mark.parametrize(("share", "n_units"), [(0.5, 100), (0.1, 400)])
def test_interval_by_unit_covers_the_true_value(share, n_units):
    random = np.random.default_rng(11)

    def sample(n):
        truth = random.random(n) < share
        rated = np.where(random.random((n, 2)) < 0.1, ~truth[:, None], truth[:, None])
        unit, annotator = np.divmod(np.arange(2 * n), 2)
        return rated_patterns(
            ratings_of(unit, annotator, rated.ravel().astype(int), n_values=2)
        ).paired

    nominal = between_numbers("interval", np.array([0.0, 1.0]))
    whole = sample(400_000)
    true = intervals.estimate(Alpha(whole, nominal), whole).value[0]
    covered = 0
    for seed in range(400):
        patterns = sample(n_units)
        drawn = bootstrap([Alpha(patterns, nominal)], unit_blocks(patterns), draws=500, seed=seed)[
            0
        ]
        interval = intervals.interval_of(drawn, cluster="unit", seed=seed)
        covered += interval is not None and interval.low <= true <= interval.high
    assert 0.92 <= covered / 400 <= 0.98
