"""Parquet: small pieces come together, groups of rows are small, pandas is left alone."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet as reader

from annotator.formats import parquet
from annotator.formats.paragraphs import Asked, Decided, Given, Line, Majority
from annotator.formats.tables import Column
from tests.unit.formats.corpora import HASH, UID, a_corpus, record

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
COLUMNS = (Column("name"), Column("n", "integer"), Column("share", "number"))


def table(columns: tuple[Column, ...], rows: Iterable[Any]) -> list[list[Any]]:
    """The rows as they are read back."""
    out = io.BytesIO()
    n = parquet.write_table(columns, rows, out)
    found = reader.read_table(io.BytesIO(out.getvalue()))
    assert found.schema.names == [column.name for column in columns]
    assert found.num_rows == n
    return [list(row.values()) for row in found.to_pylist()]


@settings(deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.none() | TEXT,
            st.none() | st.integers(-(2**31), 2**31 - 1),
            st.none() | st.floats(allow_nan=False, allow_infinity=False),
        )
    )
)
def test_every_cell_comes_back_as_it_was(rows: list[tuple[Any, ...]]) -> None:
    assert table(COLUMNS, rows) == [list(row) for row in rows]


@settings(deadline=None)
@given(
    shares=st.lists(st.dictionaries(TEXT, st.floats(0, 1)), max_size=3),
    codes=st.lists(TEXT, max_size=3),
    majority=st.none() | st.builds(Majority, st.none() | st.lists(TEXT, max_size=2).map(tuple)),
)
def test_shares_of_codes_are_a_map(
    shares: list[dict[str, float]], codes: list[str], majority: Majority | None
) -> None:
    given_ = Given("k", "main", "coded", tuple(codes), None, None, 2, record(evidence=()).evidence)
    decided = Decided("coded", tuple(codes), None, None)
    asked = [
        Asked("frame", None, "😀", (given_,), soft, 1, 0, 0, 0, majority, decided)
        for soft in shares
    ]
    lines = [
        Line(UID, 0, "body", "Il 😀", HASH, UID, tuple(asked)),
        Line(UID, 1, "body", None, HASH, UID, ()),
    ]
    out = io.BytesIO()
    assert parquet.write_lines(lines, out) == len(shares)
    first, second = reader.read_table(io.BytesIO(out.getvalue())).to_pylist()
    assert [dict(each["soft"]) for each in first["layers"]] == shares
    for each in first["layers"]:
        assert each["answers"][0]["codes"] == each["adjudicated"]["codes"] == codes
        assert (each["majority"] is None) == (majority is None)
        assert (each["holder"], each["target"], each["n"]) == ("😀", None, 1)
    assert (second["layers"], second["text"]) == ([], None)


def test_many_pieces_are_put_together_to_groups_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_PIECE", 1)
    monkeypatch.setattr(parquet, "BATCH", 4)
    rows = [(str(n), n, n / 3) for n in range(10)]
    assert table(COLUMNS, rows) == [list(row) for row in rows]
    out = io.BytesIO()
    parquet.write_table(COLUMNS, rows, out)
    found = reader.ParquetFile(io.BytesIO(out.getvalue())).metadata
    assert [found.row_group(place).num_rows for place in range(3)] == [4, 4, 2]


def test_rows_with_long_texts_make_smaller_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_PIECE", 1)
    monkeypatch.setattr(parquet, "_GROUP", 1_000)
    out = io.BytesIO()
    parquet.write_table(COLUMNS, [("x" * 600, 1, 1.0)] * 4, out)
    assert reader.ParquetFile(io.BytesIO(out.getvalue())).num_row_groups == 2


def test_table_without_rows_has_its_columns() -> None:
    assert table(COLUMNS, []) == []


def test_marked_words_are_a_list_of_places() -> None:
    words = ((3, 4, "economic", None, "😀"), (0, 2, None, None, "Il"))
    out = io.BytesIO()
    parquet.write(a_corpus(record(evidence=words), record(state="none")), out, text=True)
    first, second = reader.read_table(io.BytesIO(out.getvalue())).to_pylist()
    assert first["evidence"] == [
        {"start": 3, "end": 4, "code": "economic", "paragraph": None, "text": "😀"},
        {"start": 0, "end": 2, "code": None, "paragraph": None, "text": "Il"},
    ]
    assert (first["codes"], first["value"], second["value"]) == (["economic"], "economic", "none")
    assert second["evidence"] == second["codes"] == []


def test_pandas_is_not_loaded() -> None:
    script = (
        "import io, sys\n"
        "from annotator.formats import parquet\n"
        "from annotator.formats.tables import Column\n"
        "parquet.write_table([Column('a')], [('x',)], io.BytesIO())\n"
        "assert 'pandas' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
