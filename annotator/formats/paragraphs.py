"""By paragraph: a line for each paragraph in scope, with all answers and what they come to.

What they come to is computed above; here stand the shape and the writing. Imports the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final, Literal

import msgspec
from msgspec import Struct

from annotator.formats.jsonl import Words
from annotator.model import Kind, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KEEPS: Final = (
    "every paragraph in scope, also where nobody answered",
    "every answer with annotator, round, state, codes, main code, sureness and marked words",
    "shares of annotators by code, the majority with ties, the adjudicated answer",
)
LOSES: Final = (
    "answers about whole articles",
    "notes, times, versions of the codebook, history",
    "metadata of articles",
)
_BUFFER = 1 << 20


class Given(Struct, frozen=True):
    """One annotator's answer."""

    annotator: str
    round: str
    state: State
    codes: tuple[str, ...]
    value: str | None
    primary: str | None
    confidence: int | None
    evidence: tuple[Words, ...]


class Majority(Struct, frozen=True):
    """What more than the others said; `codes` empty: that nothing applies; None: see `reason`."""

    codes: tuple[str, ...] | None
    reason: Literal["tie", "no_answers"] | None = None
    tied: tuple[str, ...] = ()
    method: Literal["majority"] = "majority"


class Decided(Struct, frozen=True):
    """The answer of an adjudication round."""

    state: State
    codes: tuple[str, ...]
    value: str | None
    primary: str | None


class Asked(Struct, frozen=True):
    """One question at one paragraph: all answers and what they come to.

    `n` annotators answered coded or none: the denominator of `soft`.
    """

    layer: str
    target: str | None
    holder: str | None
    answers: tuple[Given, ...]
    soft: dict[str, float]
    n: int
    n_none: int
    n_cannot_tell: int
    n_skipped: int
    majority: Majority | None
    adjudicated: Decided | None


class Line(Struct, frozen=True):
    """One paragraph. `split_group` is the document: splits that keep it whole do not leak."""

    document: str
    paragraph: int
    kind: Kind
    text: str | None
    text_sha256: str
    split_group: str
    layers: tuple[Asked, ...]


def write_lines(
    lines: Iterable[Line], out: BinaryIO, told: Callable[[int], None] | None = None
) -> int:
    """Write one JSON object a paragraph; how many answers they hold."""
    encoder = msgspec.json.Encoder()
    buffer = bytearray()
    n = 0
    for line in lines:
        encoder.encode_into(line, buffer, -1)
        buffer += b"\n"
        n += sum(len(asked.answers) for asked in line.layers)
        if len(buffer) >= _BUFFER:
            out.write(buffer)
            buffer.clear()
            if told is not None:
                told(n)
    out.write(buffer)
    return n
