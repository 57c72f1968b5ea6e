"""What every reader of another tool's file gives: articles, and who said what about which words.

Imports model. Foreign labels keep their own names here: what they mean in a codebook is decided
above, by a table of labels.
"""

from __future__ import annotations

from msgspec import Struct

from annotator.model import Remark, State


class ForeignSpan(Struct, frozen=True, order=True):
    """Marked words: code points of the document's text, half-open; `text` as the file has it."""

    start: int
    end: int
    label: str | None = None
    text: str | None = None


class ForeignAnswer(Struct, frozen=True, kw_only=True):
    """One answer of one annotator about a document, or about the part from `start` to `end`.

    `question` names the control, layer or attribute that was answered, as the file calls it (None
    where the format has only one); `labels` are what was chosen. An answer that only marks words
    has its labels in `spans`. `occasion` tells apart what somebody answered to one question in
    several rounds. `where` says the line or element, for messages.
    """

    annotator: str | None
    state: State = "coded"
    question: str | None = None
    labels: tuple[str, ...] = ()
    value: str | None = None
    spans: tuple[ForeignSpan, ...] = ()
    start: int | None = None
    end: int | None = None
    confidence: int | None = None
    note: str = ""
    is_model: bool = False
    occasion: str = ""
    where: str = ""


class ForeignDocument(Struct, frozen=True, kw_only=True):
    """One text with its answers; `remarks` list what was not understood, with its place."""

    name: str
    text: str
    answers: tuple[ForeignAnswer, ...] = ()
    metadata: dict[str, str] = {}
    remarks: tuple[Remark, ...] = ()
