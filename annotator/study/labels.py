"""The table of labels (`--map FILE.toml`): what another tool's labels mean in the codebook.

May import formats. A label is looked up for its question first, then for all, then by the names
that our own files have; what is found nowhere is collected, never guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec
from msgspec import Struct

from annotator.errors import MergeError
from annotator.formats.label_names import PRIMARY, STATE, WORDS, LabelNames, Meaning, Question
from annotator.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.formats.label_names import Unit
    from annotator.model import Codebook

_SUFFIXES: Final = (WORDS, PRIMARY, STATE)


class _Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """What a label means, in a file."""

    layer: str
    code: str | None = None
    state: State | None = None
    target: str | None = None
    holder: str | None = None


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """The file: `false` leaves a label out, a string is a label as our own files have it."""

    labels: dict[str, _Entry | str | Literal[False]] = {}
    questions: dict[str, dict[str, _Entry | str | Literal[False]]] = {}
    texts: dict[str, str | Literal[False]] = {}


class LabelMap(Struct, frozen=True):
    """Checked meanings by question (None: any) and label; None leaves the label out."""

    labels: dict[tuple[str | None, str], Meaning | None] = {}
    texts: dict[str, Question | None] = {}


def read_map(path: Path, codebook: Codebook) -> LabelMap:
    """The table of labels, checked against the codebook.

    Raises:
        MergeError: it cannot be read, or names what the codebook does not have; all of it.
    """
    try:
        content = path.read_bytes()
        table = msgspec.toml.decode(content, type=_File)
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unusable(path, str(error)) from error
    reader = _Checked(codebook)
    every = [(None, table.labels), *table.questions.items()]
    labels = {
        (question, label): reader.meaning(label, entry)
        for question, entries in every
        for label, entry in entries.items()
    }
    texts = {question: reader.text(question, layer) for question, layer in table.texts.items()}
    if reader.mistakes:
        raise _unusable(path, "; ".join(reader.mistakes))
    return LabelMap(labels, texts)


def _unusable(path: Path, trouble: str) -> MergeError:
    return MergeError(
        "the table of labels cannot be used: {trouble}",
        where=path,
        remedy='a line of it is: "Their label" = {example}',
        trouble=trouble,
        example='{{layer = "frame", code = "economic"}}'.replace("{{", "{").replace("}}", "}"),
    )


class _Checked:
    """Compares entries with the codebook; collects all mistakes."""

    def __init__(self, codebook: Codebook):
        self._codebook = codebook
        self._names = LabelNames(codebook)
        self.mistakes: list[str] = []

    def meaning(self, label: str, entry: _Entry | str | Literal[False]) -> Meaning | None:
        if entry is False:
            return None
        if isinstance(entry, str):
            found: tuple[Meaning, ...] = self._names.meanings(entry)
            shown = entry
        else:
            question, shown = self._question(entry)
            found = self._names.meanings(entry.code or entry.state or "", question)
        complete = [each for each in found if each.code is not None or each.state is not None]
        if len(complete) == 1:
            return complete[0]
        why = "means several things" if complete else "is not in the codebook"
        self.mistakes.append(f"“{label}”: {shown} {why}")
        return None

    def _question(self, entry: _Entry) -> tuple[str, str]:
        layer = next((each for each in self._codebook.layers if each.key == entry.layer), None)
        takes_holder = layer is not None and layer.holder
        usual = self._codebook.default_holder if takes_holder else None
        name = Question(entry.layer, entry.target, entry.holder or usual).name
        return name, f"{name}: {entry.code or entry.state or 'neither code nor state'}"

    def text(self, question: str, layer: str | Literal[False]) -> Question | None:
        if layer is False:
            return None
        known = {each.key for each in self._codebook.layers if each.answer == "text"}
        if layer not in known:
            self.mistakes.append(f"“{question}”: no layer {layer} is answered in words")
        return Question(layer)


class Unknown(Struct, frozen=True):
    """A label without a meaning, or with several; `label` None: typed words of this question."""

    question: str
    label: str | None
    meanings: tuple[str, ...] = ()

    def __str__(self) -> str:
        named = f"“{self.label}”" if self.label is not None else "typed words"
        of = f" ({self.question})" if self.question else ""
        several = f" [{' or '.join(self.meanings)}]" if self.meanings else ""
        return f"{named}{of}{several}"


class Labels:
    """What labels mean: by the table, else by our own names."""

    def __init__(self, codebook: Codebook, table: LabelMap):
        self._names = LabelNames(codebook)
        self._table = table
        self._in_words = {each.key for each in codebook.layers if each.answer == "text"}
        self.unknown: dict[Unknown, int] = {}
        self.ignored: dict[str, int] = {}

    def meaning(self, label: str, question: str | None, unit: Unit | None) -> Meaning | None:
        """What a label means of a paragraph or an article; None where that is not known.

        It is then among `ignored`, or else among `unknown`. Of a text that is not here (unit None)
        nothing will be written: a code of one layer of paragraphs and one of articles is known.
        """
        for key in ((question, label), (None, label)):
            if key in self._table.labels:
                meaning = self._table.labels[key]
                if meaning is None:
                    self.ignored[label] = self.ignored.get(label, 0) + 1
                return meaning
        found = self._named(label, bare(question))
        units = [self._names.unit(each.question) for each in found]
        fitting = [each for each, of in zip(found, units, strict=True) if unit in {None, of}]
        is_anywhere = unit is None and len(found) == len({*units})
        if found and (len(found) == 1 or len(fitting) == 1 or is_anywhere):
            return (fitting or found)[0]
        several = sorted(f"{each.question.name}:{each.code or each.state}" for each in found)
        self._miss(Unknown(question or "", label, tuple(several)))
        return None

    def _named(self, label: str, question: str | None) -> list[Meaning]:
        if question is not None and self._names.questions(question):
            return list(self._names.meanings(label, question))
        return list(self._names.meanings(label))

    def question(self, name: str | None) -> Question | None:
        """What is asked, where the name alone tells; None where it does not."""
        found = self._names.questions(bare(name) or "")
        return found[0] if len(found) == 1 else None

    def text(self, name: str | None) -> Question | None:
        """The layer that typed words answer; None where they are left out, or unknown."""
        if name in self._table.texts:
            question = self._table.texts[name]
            if question is None:
                self.ignored[name] = self.ignored.get(name, 0) + 1
            return question
        asked = self.question(name)
        if asked is None or asked.layer not in self._in_words:
            self._miss(Unknown(name or "", None))
            return None
        return asked

    def meant(self) -> Iterator[Question]:
        """The questions that the table of labels speaks of."""
        yield from (each.question for each in self._table.labels.values() if each is not None)

    def _miss(self, unknown: Unknown) -> None:
        self.unknown[unknown] = self.unknown.get(unknown, 0) + 1

    def check(self, where: Path) -> None:
        """Raises MergeError where any label had no meaning: they are listed, with what to write."""
        if not self.unknown:
            return
        ordered = sorted(self.unknown, key=str)
        shown = ", ".join(f"{each} × {self.unknown[each]}" for each in ordered[:20])
        more = f" and {len(ordered) - 20} more" if len(ordered) > 20 else ""
        first = ordered[0].label or ordered[0].question
        raise MergeError(
            "labels that the codebook does not have: {labels}; nothing was written",
            where=where,
            remedy="say what each means in a table, and give it with --map labels.toml; it begins"
            " with [labels], a line is {example}, and “= false” leaves a label out",
            labels=shown + more,
            example=f'"{first}" = {{layer = "…", code = "…"}}',
        )


def bare(question: str | None) -> str | None:
    """A question's name without the sign of what is said about it."""
    for suffix in _SUFFIXES:
        if question is not None and question.endswith(suffix):
            return question.removesuffix(suffix) or None
    return question
