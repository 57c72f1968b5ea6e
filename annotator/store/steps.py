"""What is asked of the store in one go, and what it did. Imports model."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from annotator.model import Annotation, Answer, DocumentId, Kind, Place

Act = Literal["do", "undo", "redo"]


class Change(Struct, frozen=True):
    """An answer to be written at a place; None clears. `rest`: by *rest not addressed*."""

    place: Place
    answer: Answer | None
    rest: bool = False


class Changed(Struct, frozen=True):
    """What became of an answer; `annotation` is None where it was cleared."""

    place: Place
    before: Answer | None
    after: Answer | None
    annotation: Annotation | None


class KindChanged(Struct, frozen=True):
    """What became of a paragraph's kind."""

    document: DocumentId
    paragraph: int
    before: Kind
    after: Kind


class Step(Struct, frozen=True):
    """What one act of the annotator changed; nothing where all was so already."""

    act: Act
    changes: tuple[Changed | KindChanged, ...]
    saved_at: str
