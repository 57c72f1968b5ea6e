"""What the window draws: frozen pictures of a unit, a question, an article. Words are localised.

Imports only the model. The window adds nothing to these but colour, type and place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from annotator.model import DocumentId, Kind, State

UnitState = Literal["not_asked", "open", "skipped", "done"]


class Notice(Struct, frozen=True):
    """A sentence for the status line: an English template and what fills it.

    Values are user or codebook text (already in the annotator's language) or numbers.
    """

    template: str
    values: Mapping[str, str | int] = {}

    def __str__(self) -> str:
        return self.template.format(**self.values)


class Outcome(Struct, frozen=True):
    """What a key did, besides what listeners are told: something to say, a field to open.

    `opens`: "text" = the text field of layer `layer`; "holders" = the inline list of holders.
    """

    notice: Notice | None = None
    opens: Literal["text", "holders"] | None = None
    layer: str | None = None


class Happened(Struct, frozen=True):
    """What changed; told to listeners after it is on the disk (or waits as not saved).

    `paragraphs` counts from 0 and holds the whole-article stop as the number of paragraphs; with
    them the progress of the open article changes. `articles`: the list of articles, or the
    progress of others than the open one.
    """

    paragraphs: frozenset[int] = frozenset()
    moved: bool = False
    document: bool = False
    articles: bool = False
    status: bool = False


class Chip(Struct, frozen=True):
    """A code in the margin. `colour` is one of the eight names of the codebook, or None."""

    layer: str
    code: str
    label: str
    colour: str | None
    primary: bool


class StanceLine(Struct, frozen=True):
    """A target's line in the margin; `code` is None where the state is not `coded`."""

    layer: str
    target: str
    target_label: str
    holder: str | None
    holder_label: str
    state: State
    code: str | None
    code_label: str
    colour: str | None
    glyph: str


class EvidenceMark(Struct, frozen=True):
    """Words to underline: code points of the paragraph, half-open."""

    start: int
    end: int
    layer: str
    code: str | None
    label: str
    colour: str | None
    target: str | None = None
    holder: str | None = None


class StateMark(Struct, frozen=True):
    """An answer without a code, in words: "Frame: cannot tell"."""

    layer: str
    layer_label: str
    state: State
    label: str


class Owed(Struct, frozen=True):
    """What a unit still lacks and the keys that close it."""

    layer: str
    target: str | None
    label: str
    lacks: Literal["answer", "evidence", "primary", "text"]
    keys: str = ""


class UnitView(Struct, frozen=True):
    """One paragraph as the reader sees it, or the stop *Whole article* (kind None, text empty)."""

    position: int
    number: int
    kind: Kind | None
    text: str
    state: UnitState
    chips: tuple[Chip, ...] = ()
    stances: tuple[StanceLine, ...] = ()
    states: tuple[StateMark, ...] = ()
    evidence: tuple[EvidenceMark, ...] = ()
    texts: tuple[str, ...] = ()
    owes: tuple[Owed, ...] = ()
    has_note: bool = False
    is_unsure: bool = False
    lacks_evidence: bool = False
    is_unsaved: bool = False


class StripBlock(Struct, frozen=True):
    """One unit in the strip: its primary colour, or none; hollow where open."""

    state: UnitState
    colour: str | None


class CodeChoice(Struct, frozen=True):
    """A code as the panel offers it."""

    code: str
    label: str
    shortcut: str
    colour: str | None
    glyph: str
    is_chosen: bool
    is_primary: bool
    spans: int
    aside: bool = False


class StateChoice(Struct, frozen=True):
    """`none`, `cannot_tell` or `skipped` as the panel offers it."""

    state: State
    label: str
    shortcut: str
    is_chosen: bool


class HolderRow(Struct, frozen=True):
    """One voice under a target: its position, or its state, and how many spans show it."""

    holder: str
    label: str
    state: State | None
    code: str | None
    spans: int
    is_active: bool
    has_note: bool = False
    confidence: int | None = None


class TargetRow(Struct, frozen=True):
    """One target of a stance question. `rows` holds the voices that have an answer.

    `is_not_addressed` = answered `none`; `is_owed` = always asked and still open;
    `is_current` = the target that the position keys answer; `holder` = whose position they give.
    """

    target: str
    label: str
    definition: str
    shortcut: str
    ask: Literal["always", "offered"]
    rows: tuple[HolderRow, ...]
    is_not_addressed: bool
    is_owed: bool
    is_current: bool
    state: State | None
    holder: str | None
    holder_label: str


class Question(Struct, frozen=True):
    """One block of the code panel: a layer at the current unit.

    For a layer with targets `codes` and `states` are the columns and `targets` the rows.
    `confidence` and `note` belong to the layer's answer, or to its active one.
    """

    layer: str
    label: str
    question: str
    answer: Literal["multiple", "single", "scale", "text"]
    codes: tuple[CodeChoice, ...]
    states: tuple[StateChoice, ...]
    targets: tuple[TargetRow, ...]
    text: str
    max_length: int
    primary_question: str
    takes_confidence: bool
    confidence: int | None
    note: str
    has_answer: bool
    is_active: bool
    is_required: bool
    is_owed: bool


class PairRule(Struct, frozen=True):
    """How to decide between two codes, with cases: text, the right labels, why."""

    labels: tuple[str, str]
    rule: str
    cases: tuple[tuple[str, str, str], ...]


class Explanation(Struct, frozen=True):
    """What the codebook says of the code last touched."""

    layer: str
    code: str
    label: str
    colour: str | None
    definition: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[tuple[str, str, str], ...]
    pairs: tuple[PairRule, ...]


class HolderChoice(Struct, frozen=True):
    """An entry of the inline list: a holder to take, or a type that wants a name.

    `holder` is the id that an answer stores; `needs_name` = a name must be typed first.
    """

    holder: str
    label: str
    type: str
    type_label: str
    needs_name: bool = False
    is_new: bool = False


ArticleState = Literal["new", "open", "done"]


class Progress(Struct, frozen=True):
    """One article for one annotator. Units = asked paragraphs plus the whole-article stop."""

    document: DocumentId
    n_paragraphs: int
    n_units: int
    n_done: int
    n_cannot_tell: int
    n_skipped: int
    n_notes: int

    @property
    def state(self) -> ArticleState:
        """`new` has no done unit, `done` no open one."""
        return article_state(self.n_units, self.n_done, self.n_skipped)


def article_state(n_units: int, n_done: int, n_skipped: int) -> ArticleState:
    """What an article with so many asked units, done ones and skipped answers counts as."""
    if n_done == n_units:
        return "done"
    return "open" if n_done or n_skipped else "new"
