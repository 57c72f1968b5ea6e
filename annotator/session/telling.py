"""A step of the log in words: "took back economic, ¶ 12". Imports the model and the wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.session.asking import Slot
from annotator.session.views import Notice
from annotator.store import Changed, KindChanged, Step

if TYPE_CHECKING:
    from annotator.model import Answer
    from annotator.session.wording import Wording


def step_in_words(wording: Wording, step: Step) -> Notice:
    """What an undo took back or a redo did again, and where."""
    first = step.changes[0]
    what = _what(wording, step)
    paragraph = first.paragraph if isinstance(first, KindChanged) else first.place.paragraph
    undone = step.act == "undo"
    if paragraph is None:
        template = (
            "took back {what}, whole article" if undone else "did {what} again, whole article"
        )
        return Notice(template, {"what": what})
    template = "took back {what}, ¶ {number}" if undone else "did {what} again, ¶ {number}"
    return Notice(template, {"what": what, "number": paragraph + 1})


def _what(wording: Wording, step: Step) -> str:
    words: list[str] = []
    for change in step.changes:
        for word in _words(wording, change, undone=step.act == "undo"):
            if word not in words:
                words.append(word)
    return ", ".join(words)


def _words(wording: Wording, change: Changed | KindChanged, *, undone: bool) -> list[str]:
    if isinstance(change, KindChanged):
        return [change.before if undone else change.after]
    # The step as it was first done: an undo exchanges before and after.
    before, after = (change.after, change.before) if undone else (change.before, change.after)
    place = change.place
    slot = Slot(place.layer, place.target, place.holder)
    labels = _difference(wording, slot, before, after)
    if slot.target is None:
        return labels
    return [f"{wording.slot_label(slot)}: {', '.join(labels)}"]


def _difference(
    wording: Wording, slot: Slot, before: Answer | None, after: Answer | None
) -> list[str]:
    """The codes that came or went; else the state; else the label of the layer."""
    layer = wording.rules.layer(slot.layer)
    had = set(before.codes) if before else set()
    has = set(after.codes) if after else set()
    changed = [c.key for c in wording.rules.codes(layer) if c.key in (has - had or had - has)]
    if changed:
        return [wording.code_label(layer, key) for key in changed]
    states = (before.state if before else None, after.state if after else None)
    state = states[1] or states[0]
    if states[0] != states[1] and state and state != "coded":
        return [wording.state_label(layer, state)]
    return [wording.say(layer.label)]
