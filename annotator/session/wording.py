"""A codebook in one language: labels, glyphs and keys as they are drawn.

Imports the model and the session's rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import Code, Layer, State, Target, holder_type, in_language
from annotator.session.asking import Slot
from annotator.session.views import Explanation, Notice, Owed, PairRule

if TYPE_CHECKING:
    from annotator.session.asking import Debt, Rules

# The window's words for the states that a codebook does not label itself, by language.
_STATES: dict[str, dict[State, str]] = {
    "en": {"none": "None", "cannot_tell": "Cannot tell", "skipped": "Skipped"},
    "it": {"none": "Nessuno", "cannot_tell": "Non determinabile", "skipped": "Saltato"},
}
# Its words for what can change in an answer whose codes stay.
_PARTS: dict[str, dict[str, str]] = {
    "en": {
        "evidence": "marked words",
        "primary": "the main one",
        "confidence": "how sure",
        "note": "note",
    },
    "it": {
        "evidence": "parole evidenziate",
        "primary": "quale prevale",
        "confidence": "certezza",
        "note": "nota",
    },
}
STATE_GLYPHS: dict[State, str] = {"coded": "", "none": "–", "cannot_tell": "?", "skipped": "»"}
STATE_KEYS: dict[State, str] = {"coded": "", "none": "", "cannot_tell": "U", "skipped": "⇧U"}


class Wording:
    """Labels of one codebook in one language; an undeclared language falls back to the first."""

    def __init__(self, rules: Rules, language: str):
        self.rules = rules
        self.language = language
        self._types = {holder.key: holder for holder in rules.codebook.holders}

    def say(self, text: dict[str, str]) -> str:
        """The text in this language."""
        return in_language(text, self.language)

    def say_all(self, texts: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The list in this language, else in the first that it has."""
        return texts.get(self.language) or next(iter(texts.values()), ())

    def code(self, layer: Layer, key: str) -> Code | None:
        """The code with this key, None where the codebook does not know it."""
        return next((code for code in self.rules.codes(layer) if code.key == key), None)

    def code_label(self, layer: Layer, key: str) -> str:
        """The label of a code or of `none`; the key where the codebook does not know it."""
        if key == "none":
            return self.state_label(layer, "none")
        code = self.code(layer, key)
        return self.say(code.label) if code else key

    def colour(self, layer: Layer, key: str | None) -> str | None:
        """The colour name of a code."""
        code = self.code(layer, key) if key else None
        return code.colour if code else None

    def state_label(self, layer: Layer, state: State) -> str:
        """The window's word for an answer without a code; `none` may have the layer's own."""
        if state == "none" and layer.none_label:
            return self.say(layer.none_label)
        return _STATES.get(self.language, _STATES["en"])[state]

    def part(self, part: str) -> str:
        """The window's word for evidence, primary, confidence or note."""
        return _PARTS.get(self.language, _PARTS["en"])[part]

    def target_label(self, key: str) -> str:
        """The label of a target; its key where the codebook does not know it."""
        found = next((t for t in self.rules.codebook.targets if t.key == key), None)
        return self.say(found.label) if found else key

    def holder_label(self, holder: str | None) -> str:
        """A person's name, or the label of the holder type; empty where there is none."""
        if holder is None:
            return ""
        kind, _, name = holder.partition(":")
        if name:
            return name
        return self.say(self._types[kind].label) if kind in self._types else kind

    def type_label(self, holder: str) -> str:
        """The label of a holder's type."""
        kind = holder_type(holder)
        return self.say(self._types[kind].label) if kind in self._types else kind

    def slot_label(self, slot: Slot) -> str:
        """`Frame`, or `Export controls · Deng Xiaoping`."""
        if slot.target is None:
            return self.say(self.rules.layer(slot.layer).label)
        label = self.target_label(slot.target)
        if slot.holder in {None, self.rules.codebook.default_holder}:
            return label
        return f"{label} · {self.holder_label(slot.holder)}"

    def debt(self, debt: Debt) -> Owed:
        """A debt in words, with the keys that close it."""
        holder = debt.holder if debt.target else None
        label = self.slot_label(
            Slot(debt.layer.key, debt.target.key if debt.target else None, holder)
        )
        if debt.lacks in {"evidence", "primary"}:
            label = f"{label}: {self.part(debt.lacks)}"
        return Owed(
            layer=debt.layer.key,
            target=debt.target.key if debt.target else None,
            label=label,
            lacks=debt.lacks,
            keys=_closing_keys(debt),
        )


def glyph(code: Code | None, state: State) -> str:
    """Against ▼, neutral ■, favour ▲, aside ◆; a state without a code has its own sign."""
    if code is None or state != "coded":
        return STATE_GLYPHS[state]
    if code.aside:
        return "◆"
    value = code.value or 0
    if value == 0:
        return "■"
    return "▲" if value > 0 else "▼"


def frame_open(wording: Wording, debt: Debt) -> Notice:
    """Why Enter stays: a question without targets is still open, and what closes it."""
    layer = debt.layer
    label = wording.say((debt.target or layer).label)
    if debt.lacks == "evidence":
        return Notice("{layer}: mark the words that show it", {"layer": label})
    if debt.lacks == "primary":
        return Notice("{layer}: which one is the main one? Shift and its digit", {"layer": label})
    if debt.lacks == "text":
        return Notice("{layer} The words are still missing", {"layer": wording.say(layer.question)})
    return _unanswered(wording, layer, label)


def _unanswered(wording: Wording, layer: Layer, label: str) -> Notice:
    none_key, can_tell = layer.none_shortcut or "", "cannot_tell" in layer.states
    values = {
        "layer": label,
        "key": none_key.upper(),
        "none": wording.state_label(layer, "none").lower(),
        "cannot_tell": wording.state_label(layer, "cannot_tell").lower(),
    }
    if none_key and can_tell:
        return Notice("{layer} open: {key} {none}, U {cannot_tell}", values)
    if none_key:
        return Notice("{layer} open: {key} {none}", values)
    return Notice("{layer} open: U {cannot_tell}" if can_tell else "{layer} open", values)


def explanation_of(wording: Wording, layer: Layer, key: str) -> Explanation | None:
    """All that the codebook says of a code, for the panel."""
    code = wording.code(layer, key)
    if code is None:
        return None
    return Explanation(
        layer=layer.key,
        code=key,
        label=wording.say(code.label),
        colour=code.colour,
        definition=wording.say(code.definition),
        include=wording.say_all(code.include),
        exclude=wording.say_all(code.exclude),
        examples=wording.say_all(code.examples),
        counterexamples=tuple(
            _case(wording, layer, case.text, case.codes, case.why) for case in code.counterexamples
        ),
        pairs=tuple(pair_rules(wording, layer, key)),
    )


def pair_rules(wording: Wording, layer: Layer, key: str) -> list[PairRule]:
    """The pair rules in which a code takes part."""
    owner = layer.codes_from or layer.key
    return [
        PairRule(
            labels=(
                wording.code_label(layer, pair.codes[0]),
                wording.code_label(layer, pair.codes[1]),
            ),
            rule=wording.say(pair.rule),
            cases=tuple(_case(wording, layer, c.text, c.codes, c.why) for c in pair.cases),
        )
        for pair in wording.rules.codebook.pairs
        if pair.layer == owner and key in pair.codes
    ]


def _case(
    wording: Wording,
    layer: Layer,
    text: dict[str, str],
    codes: tuple[str, ...],
    why: dict[str, str],
) -> tuple[str, str, str]:
    labels = [wording.code_label(layer, code) for code in codes]
    answer = ", ".join(labels) or wording.state_label(layer, "none")
    return wording.say(text), answer, wording.say(why)


def _closing_keys(debt: Debt) -> str:
    layer, target = debt.layer, debt.target
    if debt.lacks != "answer":
        return ""
    if isinstance(target, Target):
        return (target.shortcut or "").upper()
    none_key = (layer.none_shortcut or "").upper()
    return ", ".join(key for key in (none_key, "U" if "cannot_tell" in layer.states else "") if key)
