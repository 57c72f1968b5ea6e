"""What annotations of a CAS or a WebAnno TSV file say: our own layers as answers, others as labels.

Imports what readers give. Relations, links and chains are listed, not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.foreign import ForeignAnswer, ForeignSpan
from annotator.formats.label_names import PRIMARY, STATES, Question
from annotator.formats.uima.layer_types import EXTENT, LAYER, OF_ARTICLE, OF_PARAGRAPH
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.formats.uima.loading import Found
    from annotator.model import State

_OF_UNITS: Final = (OF_PARAGRAPH, OF_ARTICLE)


class Answers:
    """Collects the answers of one person about one text, and what was odd.

    Places of the annotations are code points here.
    """

    def __init__(self, text: str, annotator: str | None, where: str):
        self._text = text
        self._annotator = annotator
        self._where = where
        self.found: list[ForeignAnswer] = []
        self.remarks: list[Remark] = []

    def take(self, each: Found, where: str = "") -> None:
        """Whatever an annotation says; `where` it stands, if that is not by its type and place."""
        where = where or f"{self._where}, {each.type.rpartition('.')[2]} {each.begin}–{each.end}"
        if not 0 <= each.begin <= each.end <= len(self._text):
            self.remark("outside_text", "{where}: this lies outside the text", where)
        elif each.begin == each.end:
            template = "{where}: no words are marked here; it is not read"
            self.remark("marks_nothing", template, where)
        elif each.type.startswith(LAYER):
            self.found += self._ours(each, where)
        else:
            self.found += self._foreign(each, where)

    def complete(self) -> tuple[ForeignAnswer, ...]:
        """All answers; where there are none, that somebody has seen the text."""
        return tuple(self.found) or (ForeignAnswer(annotator=self._annotator, where=self._where),)

    # -------------------------------------------------------------- our own layers

    def _ours(self, each: Found, where: str) -> Iterator[ForeignAnswer]:
        """An answer, or part of one."""
        said = {name: values[0] for name, values in each.values.items() if values}
        question = Question(
            each.type.removeprefix(LAYER), said.get("target"), said.get("holder")
        ).name
        state, sureness = self._state(said, where), self._sureness(said, where)
        code, extent = said.get("code"), said.get(EXTENT)
        is_words = extent not in _OF_UNITS and state == "coded" and "value" not in said
        is_article = extent == OF_ARTICLE
        start, end = (None, None) if is_article else (each.begin, each.end)
        span = ForeignSpan(each.begin, each.end, code, self._text[each.begin : each.end])
        yield ForeignAnswer(
            annotator=self._annotator,
            state=state,
            question=question,
            labels=(code,) if code is not None and not is_words else (),
            value=said.get("value"),
            spans=(span,) if is_words else (),
            start=None if is_words else start,
            end=None if is_words else end,
            confidence=sureness,
            note=said.get("note", ""),
            where=where,
        )
        if said.get("primary") == "true" and code is not None:
            yield ForeignAnswer(
                annotator=self._annotator,
                question=question + PRIMARY,
                labels=(code,),
                start=start,
                end=end,
                where=where,
            )

    def _state(self, said: Mapping[str, str], where: str) -> State:
        """Coded where nothing is said; people type in what they like."""
        state = said.get("state", "coded")
        if state not in STATES:
            template = "{where}: there is no state “{state}”; it is left out"
            self.remark("no_such_state", template, where, state=state)
            return "coded"
        return STATES[STATES.index(state)]

    def _sureness(self, said: Mapping[str, str], where: str) -> int | None:
        sureness = said.get("confidence")
        if sureness in {None, "1", "2", "3"}:
            return None if sureness is None else int(sureness)
        template = "{where}: sureness is 1, 2 or 3, not {sureness}; it is left out"
        self.remark("no_such_sureness", template, where, sureness=sureness)
        return None

    # -------------------------------------------------------------- other layers

    def _foreign(self, each: Found, where: str) -> Iterator[ForeignAnswer]:
        """A mark a value of each feature; of a layer without values its name is the label."""
        for name in each.references:
            template = "{where}: what it refers to ({feature}) is not read"
            self.remark("reference", template, where, feature=name)
        labels = [
            (f"{each.type}:{name}", value)
            for name, values in each.values.items()
            for value in values
        ]
        if not labels and each.references:
            return
        for question, label in labels or [(each.type, each.type)]:
            span = ForeignSpan(each.begin, each.end, label, self._text[each.begin : each.end])
            yield ForeignAnswer(
                annotator=self._annotator, question=question, spans=(span,), where=where
            )

    def remark(self, slug: str, template: str, where: str, **values: str | int) -> None:
        """Something odd."""
        self.remarks.append(Remark(slug, template, {"where": where, **values}))

    def unknown(self, types: Mapping[str, int], features: Mapping[str, int]) -> None:
        """List what is not in a type system, with how many of each there are."""
        for name, n in types.items():
            template = "{where}: the type {type} is in no type system here; not read: {n}"
            self.remark("unknown_type", template, self._where, type=name, n=n)
        for name, n in features.items():
            template = "{where}: the feature {feature} is in no type system here; not read: {n}"
            self.remark("unknown_feature", template, self._where, feature=name, n=n)

    def linguistic(self, types: Mapping[str, int]) -> None:
        """List the types of grammar, with how many of each there are."""
        for name, n in types.items():
            template = "{where}: the type {type} says nothing of answers; not read: {n}"
            self.remark("linguistic_type", template, self._where, type=name, n=n)
