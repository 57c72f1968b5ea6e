"""Tables in Parquet, read by pyarrow a batch of rows at a time.

May import `annotator.errors`; pyarrow is an extra and is imported when a table needs it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from annotator.agreement.lines import Block
from annotator.errors import TableError, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BATCH = 65_536


class ParquetRows:
    """Parquet: rows count from 1; a cell is what the file holds, a list is a set."""

    def __init__(self, file: Any):  # noqa: ANN401 - pyarrow has no types
        self._file = file
        self.header: list[str] = list(file.schema_arrow.names)

    def blocks(
        self,
        names: Sequence[str],
        needed: Sequence[str],  # noqa: ARG002 - every row has every column
    ) -> Iterator[Block]:
        """See Sheet."""
        line = 1
        with _in_words():
            for batch in self._file.iter_batches(batch_size=BATCH, columns=list(names)):
                columns: dict[str, Sequence[object]] = {
                    name: _cells(batch.column(name)) for name in names
                }
                yield Block(range(line, line + batch.num_rows), columns)
                line += batch.num_rows


@contextmanager
def open_parquet(path: Path) -> Iterator[ParquetRows]:
    """The table in a Parquet file.

    Raises:
        Unavailable: pyarrow is not installed.
        TableError: it is no Parquet file, or it is damaged.
    """
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise Unavailable(
            "Reading Parquet needs the package pyarrow",
            where=path,
            remedy='install it: pip install "annotator[parquet]"; or save the table as .csv',
        ) from error
    with path.open("rb") as content:
        with _in_words():
            file = ParquetFile(content)
        yield ParquetRows(file)


@contextmanager
def _in_words() -> Iterator[None]:
    """What pyarrow says of a file that it cannot read, as a TableError."""
    from pyarrow import ArrowException

    try:
        yield
    except (ArrowException, UnicodeDecodeError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the file, not of what is in it
        raise TableError(
            "The table is no sound Parquet file: {trouble}",
            remedy="write it again, or save it as .csv",
            trouble=" ".join(str(error).split()),
        ) from error


def _cells(column: Any) -> list[object]:  # noqa: ANN401 - pyarrow has no types
    """The cells as Python has them, each distinct one made once; NaN is a missing rating."""
    from pyarrow import types

    if types.is_nested(column.type) or types.is_null(column.type):
        cells: list[object] = column.to_pylist()
        return cells
    if not types.is_dictionary(column.type):
        column = column.dictionary_encode()
    distinct = [*map(_without_nan, column.dictionary.to_pylist()), None]
    places = column.indices.fill_null(len(distinct) - 1).to_numpy(zero_copy_only=False)
    return list(map(distinct.__getitem__, places.tolist()))


def _without_nan(value: object) -> object:
    return None if isinstance(value, float) and value != value else value  # noqa: PLR0124
