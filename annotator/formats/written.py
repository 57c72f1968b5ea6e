"""What became of an export: how much was written, and what the format could not keep."""

from __future__ import annotations

from msgspec import Struct

from annotator.model import Remark


class Written(Struct, frozen=True):
    """`n` answers were written; `lost` counts, by name, what was there and could not be kept."""

    n: int
    lost: dict[str, int] = {}
    notes: tuple[Remark, ...] = ()
