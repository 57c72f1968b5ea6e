"""The rules of a layer: which keys go with which answer, what it borrows, when it is asked.

May import the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.codebook.code_rules import refer_to_code
from annotator.codebook.limits import MAX_TEXT_ANSWER

if TYPE_CHECKING:
    from annotator.codebook.mistakes import Spot
    from annotator.codebook.parts import Part, Parts
    from annotator.model import Layer, When

# Keys that make sense for some answers only.
_ANSWERS_OF = {
    "primary": ("multiple",),
    "primary_question": ("multiple",),
    "measure": ("scale",),
    "max_length": ("text",),
    "code": ("multiple", "single", "scale"),
    "codes_from": ("multiple", "single", "scale"),
}


def check_layer(parts: Parts, layer: Part[Layer]) -> None:
    """Note what is wrong with a layer, its codes aside."""
    if layer.usable("answer"):
        _not_for_this_answer(parts, layer)
        _evidence(parts, layer)
        _text_length(parts, layer)
    _kinds(parts, layer)
    _targets(parts, layer)
    _holder(parts, layer)
    _states(parts, layer)
    _borrowing(parts, layer)
    if layer.it.when and layer.usable("when"):
        _when(parts, layer, parts.one(layer, "when", layer.it.when))


# ------------------------------------------------------------------ keys that do not belong


def _not_for_this_answer(parts: Parts, layer: Part[Layer]) -> None:
    for key, answers in _ANSWERS_OF.items():
        # `primary = "no"` asks for nothing, and is true of every layer.
        idle = key == "primary" and layer.it.primary == "no"
        given = key in layer.given and layer.usable(key) and not idle
        if given and layer.it.answer not in answers:
            parts.findings.add(
                layer.at(key),
                "not-for-this-answer",
                "{key} is only for layers whose answer is {answers}",
                "take it out, or change the answer",
                key=key,
                answers=", ".join(answers),
            )
    if layer.it.answer == "multiple" and layer.it.primary_question and layer.it.primary == "no":
        parts.findings.add(
            layer.at("primary_question"),
            "not-for-this-answer",
            "primary_question is never asked, because primary is no",
            'write primary = "optional" or "required", or take the question out',
        )


def _evidence(parts: Parts, layer: Part[Layer]) -> None:
    if not layer.usable("evidence", "unit") or layer.it.evidence in (None, "no"):
        return
    if layer.it.unit == "document" or layer.it.answer == "text":
        parts.findings.add(
            layer.at("evidence"),
            "not-for-this-answer",
            "evidence is only for codes of paragraphs",
            'take it out; a document or text layer has evidence = "no"',
        )


def _text_length(parts: Parts, layer: Part[Layer]) -> None:
    if layer.it.answer != "text" or not layer.usable("max_length"):
        return
    if layer.it.max_length > MAX_TEXT_ANSWER:
        parts.findings.add(
            layer.at("max_length"),
            "too-long",
            "max_length may be {limit} at most",
            "write a smaller number",
            limit=MAX_TEXT_ANSWER,
        )
    if layer.it.max_length < 1:
        parts.findings.add(
            layer.spot,
            "wrong-type",
            "max_length is less than 1",
            "write how many characters an answer may have",
        )


def _kinds(parts: Parts, layer: Part[Layer]) -> None:
    if "kinds" not in layer.given or not layer.usable("kinds", "unit"):
        return
    if layer.it.unit == "document":
        parts.findings.add(
            layer.at("kinds"),
            "not-for-this-answer",
            "kinds is only for layers whose unit is paragraph",
            "take it out, or change the unit",
        )
    elif not layer.it.kinds:
        parts.findings.add(
            layer.spot,
            "wrong-type",
            "kinds is empty, so the layer is never asked",
            "name at least one kind, or write retired = true",
        )


# ------------------------------------------------------------------ targets, holders, states


def _targets(parts: Parts, layer: Part[Layer]) -> None:
    if not layer.usable("per_target", "targets"):
        return
    if layer.it.targets is not None and not layer.it.per_target:
        parts.findings.add(
            layer.at("targets"),
            "not-for-this-answer",
            "targets is only for layers with per_target = true",
            "add per_target = true, or take targets out",
        )
    if layer.it.per_target:
        _asked_targets(parts, layer)
    known = parts.names(parts.targets) if parts.root.usable("target") else None
    for index, name in enumerate(layer.it.targets or ()):
        parts.refer(layer.at("targets", index), name, known, "there is no target {name}")


def _asked_targets(parts: Parts, layer: Part[Layer]) -> None:
    if layer.it.targets == ():
        parts.findings.add(
            layer.at("targets"),
            "targets-missing",
            "targets is empty, so nothing can be asked",
            "name the targets of this layer, or take targets out: then all are asked",
        )
    elif parts.root.usable("target") and all(part.it.retired for part in parts.targets):
        parts.findings.add(
            layer.at("per_target"),
            "targets-missing",
            "the layer asks for each target, and there is none",
            "add a table [[target]], or take per_target out",
        )


def _holder(parts: Parts, layer: Part[Layer]) -> None:
    usable = layer.usable("holder") and parts.root.usable("holder")
    if usable and layer.it.holder and all(part.it.retired for part in parts.holders):
        parts.findings.add(
            layer.at("holder"),
            "holder-missing",
            "the layer asks for the holder, and there is none",
            "add a table [[holder]], or take holder out: then it is the author",
        )


def _states(parts: Parts, layer: Part[Layer]) -> None:
    if not layer.usable("states"):
        return
    asked = layer.usable("required", "answer") and layer.it.required and layer.it.answer != "text"
    if not layer.it.states and asked:
        parts.findings.add(
            layer.at("states"),
            "states-empty",
            "the layer must be answered, and there is no way to answer without a code",
            "allow none, cannot_tell or skipped, or write required = false",
        )
    if "none" not in layer.it.states:
        for key in ("none_label", "none_shortcut"):
            if key in layer.given:
                none_not_allowed(parts, layer.at(key))


def none_not_allowed(parts: Parts, spot: Spot) -> None:
    """Note that something speaks of `none` where the layer does not take it."""
    parts.findings.add(
        spot,
        "none-not-allowed",
        "none is no answer of this layer",
        "add none to its states, or take this out",
    )


# ------------------------------------------------------------------ codes of another layer


def _borrowing(parts: Parts, layer: Part[Layer]) -> None:
    if not layer.usable("answer", "code", "codes_from") or layer.it.answer == "text":
        return
    if ("code" in layer.given) == (layer.it.codes_from is not None):
        what = (
            "the layer has codes of its own and codes_from"
            if "code" in layer.given
            else "the layer has no codes"
        )
        parts.findings.add(
            layer.spot, "codes-both", what, "write either [[layer.code]] tables or codes_from"
        )
    elif layer.it.codes_from is not None:
        _codes_from(parts, layer, layer.it.codes_from)


def _codes_from(parts: Parts, layer: Part[Layer], name: str) -> None:
    spot = layer.at("codes_from")
    if not parts.refer(spot, name, parts.names(parts.layers), "there is no layer {name}"):
        return
    owner = parts.layer(name)
    assert owner is not None
    if parts.layers.index(owner) >= parts.layers.index(layer):
        parts.findings.add(
            spot,
            "codes-from-chain",
            "the layer {name} does not come before this one",
            "name an earlier layer, or change their order",
            name=name,
        )
    elif owner.it.codes_from is not None or not owner.given.get("code"):
        parts.findings.add(
            spot,
            "codes-from-chain",
            "the layer {name} has no codes of its own",
            "name a layer that has [[layer.code]] tables",
            name=name,
        )
    elif layer.it.answer == "scale" and owner.usable("answer") and owner.it.answer != "scale":
        parts.findings.add(
            spot,
            "value-missing",
            "the codes of the layer {name} have no values, and a scale needs them",
            "borrow from a scale, or change the answer",
            name=name,
        )


# ------------------------------------------------------------------ conditions


def _when(parts: Parts, layer: Part[Layer], when: Part[When]) -> None:
    _when_form(parts, when)
    names = parts.names(parts.layers) if when.usable("layer") else None
    name = when.it.layer
    if not parts.refer(when.at("layer"), name, names, "there is no layer {name}"):
        return
    asked = parts.layer(name)
    assert asked is not None
    if parts.layers.index(asked) >= parts.layers.index(layer):
        parts.findings.add(
            when.at("layer"),
            "when-later",
            "the layer {name} does not come before this one",
            "name an earlier layer, or change their order",
            name=name,
        )
    else:
        _when_unit(parts, layer, asked)
    for index, code in enumerate(when.it.codes):
        refer_to_code(parts, asked, when.at("codes", index), code)
    if when.it.state is not None and when.usable("state") and asked.usable("states"):
        known = ("coded", *asked.it.states)
        what = "the layer that when names does not take the state {name}"
        parts.refer(when.at("state"), when.it.state, known, what)


def _when_form(parts: Parts, when: Part[When]) -> None:
    if "codes" in when.given and "state" in when.given:
        parts.findings.add(
            when.spot, "wrong-type", "when has both codes and state", "take one of the two out"
        )
    elif when.usable("codes") and not when.it.codes and "state" not in when.given:
        parts.findings.add(
            when.spot,
            "missing-key",
            "codes is missing: when what is answered?",
            'add codes = ["…"] or state = "…"',
        )


def _when_unit(parts: Parts, layer: Part[Layer], asked: Part[Layer]) -> None:
    if not layer.usable("unit", "kinds") or not asked.usable("unit", "kinds"):
        return
    spot = layer.at("when", "layer")
    if asked.it.unit != layer.it.unit:
        parts.findings.add(
            spot,
            "when-unit",
            "the layer {name} is asked of another unit",
            "name a layer with unit = {unit}",
            name=asked.it.key,
            unit=layer.it.unit,
        )
    missing = [kind for kind in layer.it.kinds if kind not in asked.it.kinds]
    if asked.it.unit == layer.it.unit == "paragraph" and missing:
        parts.findings.add(
            spot,
            "when-kinds",
            "the layer {name} is not asked of these kinds: {kinds}",
            "take them out of kinds here, or add them there",
            name=asked.it.key,
            kinds=", ".join(missing),
        )
