"""What a merge did, for whoever asked for it. Imports model."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from annotator.model import Remark

Fate = Literal["added", "updated", "unchanged"]


class Refused(Struct, frozen=True):
    """Something that does not fit, and why: an English template and its values.

    `number` is the line of an export; 0 where the file has no lines for people.
    """

    number: int
    template: str
    values: dict[str, object]

    def __str__(self) -> str:
        return self.template.format(**self.values)


class Conflict(Struct, frozen=True):
    """An answer, or a kind, that was changed on two machines at once.

    The later change stands, both are logged. `number` is the line of an export, else 0; of a kind
    `layer` is empty.
    """

    number: int
    uid: str
    annotator: str
    document: str
    paragraph: int | None
    layer: str


class MergeTally(Struct, frozen=True):
    """What became of the answers of one annotator in one round; a cleared one is updated."""

    annotator: str
    round: str
    added: int
    updated: int
    unchanged: int


class MergeReport(Struct, frozen=True):
    """What a merge did, or with `dry_run` would do.

    `kinds` counts changed kinds of paragraphs; `brought` counts by table what came besides
    answers; `remarks` tell where the files differ and ours stays.
    """

    added: int
    updated: int
    unchanged: int
    refused: list[Refused]
    conflicts: list[Conflict]
    tallies: list[MergeTally]
    new_annotators: list[str]
    backup: Path | None
    kinds: int = 0
    brought: dict[str, int] = {}
    remarks: list[Remark] = []
