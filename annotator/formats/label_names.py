"""What answers are called in other tools' files, and what such a name means in a codebook.

Imports model. A question is `layer`, `layer__target` or `layer__target__holder`; behind a `#`,
which no key or holder has, stands what of its answer is meant: `#words`, `#primary`, `#state`.
A label that stands without its question is a code alone where only one layer of the unit has it,
`target:holder:code` where there is a target, and has its layer before it where that is not enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from msgspec import Struct

from annotator.model import State, holder_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model import Codebook, Layer

Unit = Literal["paragraph", "document"]

WORDS = "#words"
PRIMARY = "#primary"
STATE = "#state"
ANY_CODE = "any"  # marked words that show no code in particular; no code may be called so
STATES: tuple[State, ...] = get_args(State)
_SEPARATORS = ("__", ":")


class Question(Struct, frozen=True, order=True):
    """What is asked: a layer, with its target and holder where it has them."""

    layer: str
    target: str | None = None
    holder: str | None = None

    @property
    def name(self) -> str:
        """As it stands in files."""
        return "__".join(part for part in (self.layer, self.target, self.holder) if part)


class Meaning(Struct, frozen=True):
    """What a foreign label means: a code of a question, or a state; neither: the question alone."""

    question: Question
    code: str | None = None
    state: State | None = None


class LabelNames:
    """The names of one codebook's questions and codes, both ways."""

    def __init__(self, codebook: Codebook):
        self._codebook = codebook
        self._codes = {
            layer.key: {code.key for code in codebook.codes_of(layer)} for layer in codebook.layers
        }
        self._holders = {each.key for each in codebook.holders}
        self._asked = [
            (layer, target)
            for layer in codebook.layers
            for target in (
                [each.key for each in codebook.targets_of(layer)] if layer.per_target else [None]
            )
        ]
        self._questions: dict[str, tuple[Question, ...]] = {}
        self._meanings: dict[tuple[str | None, str], tuple[Meaning, ...]] = {}

    def label(self, question: Question, code: str, unit: Unit) -> str:
        """A code's name where its question does not stand beside it."""
        alike = [
            layer
            for layer in self._codebook.layers
            if layer.unit == unit
            and (layer.per_target, layer.holder)
            == (question.target is not None, question.holder is not None)
        ]
        if question.target is None:
            alike = [layer for layer in alike if code in self._codes[layer.key]]
        parts = [question.target, question.holder, code]
        if [layer.key for layer in alike] != [question.layer]:
            parts.insert(0, question.layer)
        return ":".join(part for part in parts if part)

    def questions(self, name: str) -> tuple[Question, ...]:
        """What a name asks; empty if it is no question here, several if it may be either."""
        if name not in self._questions:
            self._questions[name] = tuple(sorted(set(self._asked_by(name, "__"))))
        return self._questions[name]

    def meanings(self, label: str, question: str | None = None) -> tuple[Meaning, ...]:
        """What a label may mean, as an answer to this question or alone; empty: unknown."""
        key = (question, label)
        if key not in self._meanings:
            found = self._alone(label) if question is None else self._answering(label, question)
            self._meanings[key] = tuple(dict.fromkeys(found))
        return self._meanings[key]

    def unit(self, question: Question) -> Unit:
        """Of what the question is asked."""
        return self._codebook.layer(question.layer).unit

    def _answering(self, label: str, question: str) -> Iterator[Meaning]:
        for asked in self.questions(question):
            yield from self._of(asked, label)

    def _alone(self, label: str) -> Iterator[Meaning]:
        for layer in self._codebook.layers:
            if not layer.per_target and label in self._codes[layer.key]:
                yield Meaning(Question(layer.key, None, self._usual_holder(layer)), label)
        for separator in _SEPARATORS:
            yield from self._composed(label, separator)
        for asked in self.questions(label):
            yield Meaning(asked)

    def _composed(self, label: str, separator: str) -> Iterator[Meaning]:
        """Of a label such as `target:holder:code`: the code is what stands last."""
        start = label.find(separator)
        while start >= 0:
            head, last = label[:start], label[start + len(separator) :]
            for asked in self._asked_by(head, separator):
                yield from self._of(asked, last)
            start = label.find(separator, start + 1)

    def _of(self, question: Question, label: str) -> Iterator[Meaning]:
        if label in self._codes[question.layer]:
            yield Meaning(question, label)
        elif label in STATES[1:]:
            yield Meaning(question, state=label)
        elif label == ANY_CODE:
            yield Meaning(question)

    def _asked_by(self, head: str, separator: str) -> Iterator[Question]:
        """The questions that are called so; without its layer only where a target stands there."""
        for layer, target in self._asked:
            names = [layer.key] if target is None else [f"{layer.key}{separator}{target}"]
            if target is not None and separator == ":":
                names.append(target)
            for name in names:
                if head == name:
                    yield Question(layer.key, target, self._usual_holder(layer))
                elif layer.holder and head.startswith(name + separator):
                    holder = head[len(name) + len(separator) :]
                    if holder_type(holder) in self._holders:
                        yield Question(layer.key, target, holder)

    def _usual_holder(self, layer: Layer) -> str | None:
        return self._codebook.default_holder if layer.holder else None
