"""One annotator at one article: which is open, where they are, what they see, how far they got.

Imports store and model; never Qt. Only this annotator's answers are ever read.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from annotator.errors import StoreError
from annotator.model import Annotator, Answer, Document, DocumentId, Kind, Paragraph, Place
from annotator.session.asking import Rules, Slot, slot_of
from annotator.session.saving import Saving
from annotator.session.showing import strip_block, unit_view
from annotator.session.timing import Stopwatch
from annotator.session.views import Happened, Progress, StripBlock, UnitState, UnitView
from annotator.session.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.store import Store

Answers = dict[Slot, Answer]
_NOTHING: Answers = {}


class Reading:
    """The read half of a session. Listeners hear what changed after it happened.

    Positions are 0 … len(paragraphs) - 1; len(paragraphs) is the stop *Whole article*.
    """

    def __init__(
        self,
        store: Store,
        annotator: Annotator,
        *,
        round: str = "main",  # noqa: A002 - the word of the dictionary
        language: str = "en",
        monotonic: Callable[[], float] = time.monotonic,
    ):
        self.store = store
        self.annotator = annotator
        self.round = round
        self.codebook = store.codebook(round)
        self.rules = Rules(self.codebook)
        self.wording = Wording(self.rules, language)
        self.documents: tuple[Document, ...] = tuple(store.documents())
        self.document: Document | None = None
        self.paragraphs: tuple[Paragraph, ...] = ()
        self.position = 0
        self._saving = Saving(store)
        self._stopwatch = Stopwatch(monotonic)
        self._listeners: list[Callable[[Happened], None]] = []
        self._answers: dict[int, Answers] = {}
        self._views: dict[int, UnitView] = {}
        self._blocks: dict[int, StripBlock] = {}
        self._states: dict[int, UnitState] = {}
        self._progress: dict[DocumentId, Progress] = {}
        self._is_stale = False
        self._has_answered: bool | None = None

    # -------------------------------------------------------------- listeners

    def listen(self, callback: Callable[[Happened], None]) -> None:
        """Call back with what changed, after every change."""
        self._listeners.append(callback)

    def _tell(self, happened: Happened) -> None:
        for callback in self._listeners:
            callback(happened)

    # -------------------------------------------------------------- words

    @property
    def language(self) -> str:
        """The language of labels and definitions."""
        return self.wording.language

    @language.setter
    def language(self, language: str) -> None:
        self.wording = Wording(self.rules, language)
        self._views.clear()
        self._tell(Happened(document=True, articles=True, status=True))

    @property
    def title(self) -> str:
        """The codebook's title."""
        return self.wording.say(self.codebook.about.title)

    @property
    def instructions(self) -> tuple[str, ...]:
        """All instructions of the codebook."""
        return self.wording.say_all(self.codebook.about.instructions)

    @property
    def first_instructions(self) -> tuple[str, ...]:
        """The three that nobody may miss, until this annotator's first answer."""
        if self._has_answered is None:
            self._has_answered = self.store.has_answered(self.round, self.annotator.key)
        return () if self._has_answered else self.instructions[:3]

    # -------------------------------------------------------------- articles

    def open(self, document: DocumentId, position: int | None = None) -> None:
        """Open an article at a position, else at its first open unit.

        Raises:
            KeyError: the project has no such article.
            StoreError: it cannot be read now; the article that was open stays.
        """
        self._read_article(document)
        self.position = self._first_open() if position is None else self._within(position)
        self._stopwatch.restart()
        self._arrived()
        self._tell(Happened(moved=True, document=True, status=True))

    def progress(self, document: DocumentId) -> Progress:
        """How far this annotator got with an article."""
        if document not in self._progress:
            self._progress[document] = self._count(document)
        return self._progress[document]

    def next_document(self) -> Document | None:
        """The next article that is not done, after the open one and round to it."""
        open_id = self.document.id if self.document else None
        ids = [document.id for document in self.documents]
        here = ids.index(open_id) if open_id in ids else 0
        for document in self.documents[here:] + self.documents[:here]:
            if document.id != open_id and self.progress(document.id).state != "done":
                return document
        return None

    # -------------------------------------------------------------- place

    @property
    def n_stops(self) -> int:
        """Paragraphs, and the stop *Whole article* where the codebook asks of documents."""
        return len(self.paragraphs) + (
            1 if self.paragraphs and self.rules.has_document_layers() else 0
        )

    @property
    def is_at_whole_article(self) -> bool:
        """Whether the last stop is the current one."""
        return bool(self.paragraphs) and self.position == len(self.paragraphs)

    def go_to(self, position: int) -> None:
        """Make this unit the current one."""
        position = self._within(position)
        if not self.paragraphs or position == self.position:
            return
        left, self.position = self.position, position
        self._stopwatch.restart()
        self._arrived()
        self._tell(Happened(paragraphs=frozenset({left, position}), moved=True))

    def go_next(self) -> None:
        """The next unit, asked or not."""
        self.go_to(self.position + 1)

    def go_previous(self) -> None:
        """The unit before, asked or not."""
        self.go_to(self.position - 1)

    # -------------------------------------------------------------- seeing

    def unit(self, position: int) -> UnitView:
        """What is drawn of a unit."""
        if position not in self._views:
            whole = position == len(self.paragraphs)
            self._views[position] = unit_view(
                self.wording,
                self._at(position),
                position=position,
                kind=None if whole else self.paragraphs[position].kind,
                text="" if whole else self.paragraphs[position].text,
                unsaved=position in self._unsaved_positions(),
            )
        return self._views[position]

    def unit_state(self, position: int) -> UnitState:
        """Not asked, open, skipped or done."""
        return self._states[position]

    def strip_block(self, position: int) -> StripBlock:
        """The unit's block in the strip."""
        if position not in self._blocks:
            self._blocks[position] = strip_block(
                self.rules, self._at(position), self._states[position]
            )
        return self._blocks[position]

    def kind(self, position: int) -> Kind | None:
        """A paragraph's kind; None at the whole-article stop."""
        return self.paragraphs[position].kind if position < len(self.paragraphs) else None

    def sentence_at(self, caret: int) -> tuple[int, int]:
        """The sentence of the current paragraph that holds the caret."""
        if self.is_at_whole_article or not self.paragraphs:
            return 0, 0
        # Here and not above: nltk is slow to import and start-up does not need it.
        from annotator.text.sentences import sentence_spans

        text = self.paragraphs[self.position].text
        spans = sentence_spans(text, self.document.lang if self.document else "und")
        return next((span for span in spans if caret < span[1]), spans[-1])

    def words(self) -> list[tuple[int, int]]:
        """The words of the current paragraph."""
        from annotator.text.words import word_spans

        if self.is_at_whole_article or not self.paragraphs:
            return []
        lang = self.document.lang if self.document else "und"
        return word_spans(self.paragraphs[self.position].text, lang)

    # -------------------------------------------------------------- the file

    @property
    def saved_at(self) -> str | None:
        """When the last answer of this session reached the disk (ISO 8601, UTC)."""
        return self._saving.saved_at

    def touch(self) -> None:
        """A key or the mouse moved."""
        self._stopwatch.touch()

    def refresh(self) -> None:
        """Re-read what another window or a command has changed in the file."""
        try:
            self._is_stale = self.store.changed_elsewhere() or self._is_stale
            if self._is_stale:
                self._reload()
        except StoreError:
            # Another program writes this very moment, or the disk is gone: the next call, within a
            # second, tries again. What is lost by it is told when the next answer is written.
            self._is_stale = True

    def _reload(self) -> None:
        documents = tuple(self.store.documents())
        articles = documents != self.documents
        self.documents = documents
        self._progress.clear()
        self._has_answered = self._has_answered or None
        before, kind = (self.paragraphs, self._answers), self.kind(self.position)
        if self.document is not None:
            self._read_article(self.document.id)
            if kind != self.kind(self.position):
                self._arrived()
            self._settle()
        self._is_stale = False
        changed = self._difference(*before)
        self._tell(
            Happened(
                paragraphs=changed,
                document=before[0] != self.paragraphs,
                articles=True,
                status=True,
            )
            if changed or articles or before[0] != self.paragraphs
            else Happened(articles=True)
        )

    def _difference(
        self, paragraphs: tuple[Paragraph, ...], answers: dict[int, Answers]
    ) -> frozenset[int]:
        if paragraphs != self.paragraphs:
            return frozenset(range(self.n_stops))
        touched = answers.keys() | self._answers.keys()
        return frozenset(p for p in touched if answers.get(p) != self._answers.get(p))

    # -------------------------------------------------------------- inner

    def _arrived(self) -> None:
        """A hook: the current unit is another one."""

    def _settle(self) -> None:
        """A hook: the answers of this unit have changed, and so may have what is asked."""

    def _within(self, position: int) -> int:
        return min(max(position, 0), max(self.n_stops - 1, 0))

    def _at(self, position: int) -> Answers:
        return self._answers.get(position, _NOTHING)

    def _read_article(self, id_: DocumentId) -> None:
        document = self._find(id_)
        paragraphs = tuple(self.store.paragraphs(id_))
        answers = self._read_answers(id_, len(paragraphs))
        # Only now: what cannot be read leaves the article that was open.
        self.document, self.paragraphs, self._answers = document, paragraphs, answers
        self._lay_unsaved_over()
        self._views.clear()
        self._blocks.clear()
        self._states = {
            position: self.rules.state(self.kind(position), self._at(position))
            for position in range(self.n_stops)
        }
        self._progress.pop(id_, None)

    def _find(self, id_: DocumentId) -> Document:
        """An article of the project, one that came a moment ago too. Raises KeyError."""
        if all(document.id != id_ for document in self.documents):
            self.documents = tuple(self.store.documents())
        found = next((document for document in self.documents if document.id == id_), None)
        if found is None:
            raise KeyError(id_)
        return found

    def _read_answers(self, document: DocumentId, n_paragraphs: int) -> dict[int, Answers]:
        answers: dict[int, Answers] = {}
        known = {layer.key for layer in self.codebook.layers}
        for annotation in self.store.annotations(document, self.round, self.annotator.key):
            place = annotation.place
            if place.layer in known:
                position = n_paragraphs if place.paragraph is None else place.paragraph
                answers.setdefault(position, {})[slot_of(place)] = annotation.answer
        return answers

    def _place(self, slot: Slot) -> Place:
        assert self.document is not None
        return Place(
            round=self.round,
            annotator=self.annotator.key,
            annotator_uid=self.annotator.uid,
            document=self.document.id,
            document_uid=self.document.uid,
            paragraph=None if self.is_at_whole_article else self.position,
            layer=slot.layer,
            target=slot.target,
            holder=slot.holder,
        )

    def _lay(self, position: int, slot: Slot, answer: Answer | None) -> None:
        """Keep an answer (None: its absence) in memory."""
        unit = self._answers.setdefault(position, {})
        if answer is None:
            unit.pop(slot, None)
        else:
            unit[slot] = answer

    def _redraw(self, positions: Iterable[int]) -> None:
        for position in positions:
            self._views.pop(position, None)
            self._blocks.pop(position, None)
            self._states[position] = self.rules.state(self.kind(position), self._at(position))
        if self.document is not None:
            self._progress.pop(self.document.id, None)

    def _unsaved_positions(self) -> set[int]:
        if self.document is None:
            return set()
        return {
            self._position_of(change.place)
            for change in self._saving.waiting()
            if change.place.document == self.document.id
        }

    def _lay_unsaved_over(self) -> None:
        """What waits to be written stays on the screen also after a re-read."""
        for change in self._saving.waiting():
            if self.document and change.place.document == self.document.id:
                self._lay(self._position_of(change.place), slot_of(change.place), change.answer)

    def _position_of(self, place: Place) -> int:
        return len(self.paragraphs) if place.paragraph is None else place.paragraph

    def _first_open(self) -> int:
        for position in range(self.n_stops):
            if self._states[position] == "open":
                return position
        return 0

    def _count(self, document: DocumentId) -> Progress:
        if self.document is not None and document == self.document.id:
            n_paragraphs, answers, states = len(self.paragraphs), self._answers, self._states
        else:
            paragraphs = self.store.paragraphs(document)
            n_paragraphs = len(paragraphs)
            answers = self._read_answers(document, n_paragraphs)
            kinds: list[Kind | None] = [p.kind for p in paragraphs]
            kinds += [None] if paragraphs and self.rules.has_document_layers() else []
            states = {
                position: self.rules.state(kind, answers.get(position, _NOTHING))
                for position, kind in enumerate(kinds)
            }
        given = [answer for unit in answers.values() for answer in unit.values()]
        counts = list(states.values())
        return Progress(
            document=document,
            n_paragraphs=n_paragraphs,
            n_units=len(counts) - counts.count("not_asked"),
            n_done=counts.count("done"),
            n_cannot_tell=sum(answer.state == "cannot_tell" for answer in given),
            n_skipped=sum(answer.state == "skipped" for answer in given),
            n_notes=sum(bool(answer.note) for answer in given),
        )
