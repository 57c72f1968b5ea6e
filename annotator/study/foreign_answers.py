"""What another tool's file says, gathered into answers at places of the project.

May import store and formats. An answer may come in pieces (a choice, marked words, a main code);
pieces of one text are put together. Where texts of a file answer the same question differently,
neither is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from annotator.formats.label_names import PRIMARY, Question
from annotator.model import Answer, Document, Span, State
from annotator.study.foreign_texts import Located, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
    from annotator.formats.label_names import Meaning, Unit
    from annotator.model import Codebook, Layer, Paragraph
    from annotator.study.foreign_texts import Texts
    from annotator.study.labels import Labels


class Person(Struct, frozen=True, order=True):
    """Whom the file names; the empty string where it names nobody."""

    name: str
    is_model: bool = False


class ForeignPlace(Struct, frozen=True):
    """Whose answer to what, about which unit."""

    person: Person
    document: Document
    paragraph: int | None
    question: Question


class Gathered(Struct, frozen=True):
    """One answer, and where the file says it."""

    place: ForeignPlace
    answer: Answer
    where: str


class RefusedAnswer(Struct, frozen=True):
    """What was not taken, where it stands, and why."""

    where: str
    reason: str


class _Draft(Struct):
    """One answer while its pieces are found.

    `given` says when: the number of the text within the file, and the occasion.
    """

    given: tuple[int, str]
    where: str
    # Frozen: there are as many drafts as answers, and most of these sets stay the one empty one.
    codes: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    spans: frozenset[Span] = frozenset()
    values: list[str] = field(default_factory=list)
    primary: str | None = None
    confidence: int | None = None
    notes: tuple[str, ...] = ()
    adds_up: bool = True


class _Piece(Struct, frozen=True):
    """Part of an answer: a code, a state or words, with the words marked for it."""

    question: Question
    code: str | None = None
    state: State | None = None
    value: str | None = None
    start: int | None = None
    end: int | None = None
    is_marked: bool = False


class Gathering:
    """Takes the texts of a file one by one; `answers` gives what they say together."""

    def __init__(self, codebook: Codebook, texts: Texts, labels: Labels):
        self._layers = {layer.key: layer for layer in codebook.layers}
        self._default_holder = codebook.default_holder
        self._texts = texts
        self._labels = labels
        self._drafts: dict[ForeignPlace, list[_Draft]] = {}
        self._looked: dict[tuple[Person, str, int | None], tuple[Document, Paragraph | None]] = {}
        self._asked: set[Question] = set(labels.meant())
        self.n_texts = 0
        self.refused: list[RefusedAnswer] = []
        self.people: set[Person] = set()
        self.n_unmarked = 0

    def take(self, document: ForeignDocument) -> None:
        """All that was said about one text."""
        self.n_texts += 1
        if not document.answers:
            return
        located = self._texts.find(document)
        if isinstance(located, NotFound):
            self.refused.append(RefusedAnswer(document.name, located.reason))
        for answer in document.answers:
            person = Person(answer.annotator or "", answer.is_model)
            self.people.add(person)
            pieces = list(self._pieces(answer, located))
            if isinstance(located, Located):
                self._look(person, located)
                for piece in pieces:
                    self._put(piece, answer, person, located)

    # -------------------------------------------------------------- what an answer says

    def _pieces(self, answer: ForeignAnswer, located: Located | NotFound) -> Iterator[_Piece]:
        unit = _unit(answer, located)
        question = answer.question
        if answer.value is not None:
            asked = self._labels.text(question)
            if asked is not None:
                yield _Piece(asked, value=answer.value, start=answer.start, end=answer.end)
            return
        if answer.state != "coded":
            yield from self._of_state(answer, unit)
            return
        for label in answer.labels:
            meaning = self._labels.meaning(label, question, unit)
            if meaning is not None:
                yield _piece(meaning, answer.start, answer.end)
        for span in answer.spans:
            yield from self._of_span(span, question, unit)

    def _of_state(self, answer: ForeignAnswer, unit: Unit | None) -> Iterator[_Piece]:
        """An answer without codes: of the question that is named, or of those of its labels."""
        asked = self._labels.question(answer.question)
        meanings = (
            self._labels.meaning(label, answer.question, unit)
            for label in (*answer.labels, *(span.label for span in answer.spans))
            if label is not None and asked is None
        )
        questions = {asked} if asked else {each.question for each in meanings if each is not None}
        if not questions:
            self._refuse(answer.where, f"{answer.state}, but of which question is not said")
        for question in sorted(questions, key=lambda each: each.name):
            yield _Piece(question, state=answer.state, start=answer.start, end=answer.end)
            for span in answer.spans:
                yield _Piece(question, start=span.start, end=span.end, is_marked=True)

    def _of_span(
        self, span: ForeignSpan, question: str | None, unit: Unit | None
    ) -> Iterator[_Piece]:
        if span.label is not None:
            meaning = self._labels.meaning(span.label, question, unit)
            if meaning is not None:
                yield _piece(meaning, span.start, span.end, is_marked=True)
        elif (asked := self._labels.question(question)) is not None:
            yield _Piece(asked, start=span.start, end=span.end, is_marked=True)
        else:
            self._labels.meaning("", question, unit)

    # -------------------------------------------------------------- where it belongs

    def _put(self, piece: _Piece, answer: ForeignAnswer, person: Person, located: Located) -> None:
        found = self._unit(piece, located)
        if isinstance(found, NotFound):
            self._refuse(answer.where, found.reason)
            return
        paragraph, span = found
        self._asked.add(piece.question)
        place = ForeignPlace(person, located.document, paragraph, piece.question)
        draft = self._draft(place, answer)
        draft.adds_up &= answer.question is None
        if (answer.question or "").endswith(PRIMARY):
            draft.primary = piece.code
            return
        if piece.code is not None:
            draft.codes |= {piece.code}
        if piece.state is not None:
            draft.states |= {piece.state}
        if piece.value is not None:
            draft.values.append(piece.value)
        if span is not None:
            draft.spans |= {span}
        draft.confidence = answer.confidence or draft.confidence
        if answer.note:
            draft.notes = _distinct((*draft.notes, answer.note))

    def _draft(self, place: ForeignPlace, answer: ForeignAnswer) -> _Draft:
        drafts = self._drafts.setdefault(place, [])
        given = self.n_texts, answer.occasion
        if not drafts or drafts[-1].given != given:
            drafts.append(_Draft(given, answer.where))
        return drafts[-1]

    def _unit(self, piece: _Piece, located: Located) -> tuple[int | None, Span | None] | NotFound:
        """The paragraph of a piece and its marked words; the paragraph is None for an article."""
        layer = self._layers[piece.question.layer]
        is_article = layer.unit == "document"
        if is_article and not located.is_article:
            return NotFound(f"the layer {layer.key} is answered once an article, not a paragraph")
        stretch = None
        if piece.start is not None and piece.end is not None:
            stretch = located.stretch(piece.start, piece.end)
            if stretch is None:
                return NotFound("the marked words run over more than one paragraph")
        if stretch is None and not is_article and located.paragraph is None:
            return NotFound(f"the layer {layer.key} is answered once a paragraph, not an article")
        paragraph = located.paragraph if stretch is None else stretch.paragraph
        span = None
        if stretch is not None and (piece.is_marked or not stretch.is_all):
            of = stretch.paragraph if is_article else None
            span = Span(stretch.start, stretch.end, piece.code, of)
        return (None if is_article else paragraph), self._kept(span, layer)

    def _kept(self, span: Span | None, layer: Layer) -> Span | None:
        """The marked words, unless the layer takes none."""
        if span is not None and layer.takes_evidence == "no":
            self.n_unmarked += 1
            return None
        return span

    def _look(self, person: Person, located: Located) -> None:
        """Somebody saw this text, whether or not anything was said."""
        document = located.document
        if located.is_article:
            self._looked[person, document.uid, None] = (document, None)
        for number in located.numbers():
            seen = (document, located.paragraphs[number])
            self._looked[person, document.uid, number] = seen

    def _refuse(self, where: str, reason: str) -> None:
        self.refused.append(RefusedAnswer(where, reason))

    # -------------------------------------------------------------- what they say together

    def answers(self, *, absent_is_none: bool) -> Iterator[Gathered]:
        """Every answer once; what contradicts itself goes to `refused`."""
        for place, drafts in self._drafts.items():
            together = _added_up(drafts)
            found = {_answer(each) for each in together}
            (first, *others) = sorted(found, key=str)
            if others:
                reason = "the file answers this question twice, differently; neither was taken"
                self._refuse(together[-1].where, reason)
            elif isinstance(first, str):
                self._refuse(together[0].where, first)
            else:
                yield Gathered(place, first, together[0].where)
        if absent_is_none:
            yield from self._absent()

    def _absent(self) -> Iterator[Gathered]:
        """`none` where somebody looked at a text and said nothing about a question of the file."""
        answered = {
            (place.person, place.document.uid, place.paragraph, _without_holder(place.question))
            for place in self._drafts
        }
        questions = sorted({_without_holder(each) for each in self._asked}, key=lambda q: q.name)
        for (person, uid, number), (document, paragraph) in self._looked.items():
            for question in questions:
                layer = self._layers[question.layer]
                if (person, uid, number, question) in answered or not _asks(layer, paragraph):
                    continue
                holder = self._default_holder if layer.holder else None
                asked = Question(question.layer, question.target, holder)
                place = ForeignPlace(person, document, number, asked)
                yield Gathered(place, Answer("none"), "nothing was said")


def _asks(layer: Layer, paragraph: Paragraph | None) -> bool:
    """Whether a layer is asked of each such unit, and may be answered with none."""
    if "none" not in layer.states or layer.when is not None:
        return False
    if paragraph is None:
        return layer.unit == "document"
    return layer.unit == "paragraph" and paragraph.kind in layer.kinds


def _without_holder(question: Question) -> Question:
    return Question(question.layer, question.target)


def _unit(answer: ForeignAnswer, located: Located | NotFound) -> Unit | None:
    """Whether an answer is about a paragraph or an article; None where the text is not here."""
    if isinstance(located, NotFound):
        return None
    if located.is_named_article:
        return "document"
    is_part = answer.start is not None or bool(answer.spans)
    return "document" if located.paragraph is None and not is_part else "paragraph"


def _piece(
    meaning: Meaning, start: int | None, end: int | None, *, is_marked: bool = False
) -> _Piece:
    return _Piece(
        meaning.question, meaning.code, meaning.state, start=start, end=end, is_marked=is_marked
    )


def _added_up(drafts: list[_Draft]) -> list[_Draft]:
    """Lines that each say one label of a text are one answer; other texts stand for themselves."""
    if len(drafts) == 1 or not all(each.adds_up for each in drafts):
        return drafts
    first = drafts[0]
    states = frozenset[State]().union(*(each.states for each in drafts))
    codes = frozenset[str]().union(*(each.codes for each in drafts))
    return [
        _Draft(
            first.given,
            first.where,
            codes=codes,
            states=states - {"skipped"} if codes else states,
            spans=frozenset[Span]().union(*(each.spans for each in drafts)),
            confidence=next((each.confidence for each in drafts if each.confidence), None),
            notes=_distinct(note for each in drafts for note in each.notes),
        )
    ]


def _distinct(notes: Iterable[str]) -> tuple[str, ...]:
    """Each once: a file repeats the note of an answer with each of its pieces."""
    return tuple(dict.fromkeys(notes))


def _answer(draft: _Draft) -> Answer | str:
    """What a draft says, or why it says nothing."""
    said = Answer(
        "coded",
        tuple(sorted(draft.codes)),
        primary=draft.primary,
        value="\n".join(draft.values) if draft.values else None,
        evidence=tuple(sorted(draft.spans, key=_reading_order)),
        confidence=draft.confidence,
        note="\n\n".join(draft.notes),
    )
    if not draft.states:
        if draft.codes or draft.values:
            return said
        return "words are marked, or a main code named, but no code is given"
    if len(draft.states) > 1 or draft.codes or draft.values:
        return "the file gives codes and a state, or several states, for the same question"
    (state,) = draft.states
    return replace(said, state=state)


def _reading_order(span: Span) -> tuple[int, int, int, str]:
    return (-1 if span.paragraph is None else span.paragraph, span.start, span.end, span.code or "")
