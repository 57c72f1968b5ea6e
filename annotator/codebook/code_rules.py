"""The rules of codes: how many, values, colours, retirement, and cases. May import the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.codebook.limits import COLOURS
from annotator.codebook.mistakes import nearest, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.codebook.mistakes import Spot
    from annotator.codebook.parts import Part, Parts
    from annotator.model import Case, Code, Layer


def check_codes(parts: Parts, layer: Part[Layer]) -> None:
    """Note what is wrong with the codes of a layer."""
    codes = parts.codes(layer)
    if layer.usable("answer", "code"):
        _count(parts, layer, codes)
    if layer.usable("answer"):
        for code in codes:
            _only_for(parts, layer, code)
        if layer.it.answer == "scale":
            _rising(parts, codes)
    _colours(parts, codes)
    for code in codes:
        _replaced(parts, code, codes)
        check_cases(parts, layer, parts.inside(code, "counterexample", code.it.counterexamples))


def check_cases(parts: Parts, layer: Part[Layer], cases: Sequence[Part[Case]]) -> None:
    """Note answers of invented cases that the layer does not have."""
    for case in cases:
        for index, code in enumerate(case.it.codes):
            refer_to_code(parts, layer, case.at("codes", index), code)


def refer_to_code(parts: Parts, layer: Part[Layer], spot: Spot, code: str) -> None:
    """Note a code that the layer neither has nor borrows."""
    names = parts.code_names(layer)
    if code == "none" and names is not None:
        parts.findings.add(
            spot,
            "unknown-reference",
            "none is no code",
            'an empty list of codes stands for none; for the state write state = "none"',
        )
    else:
        parts.refer(spot, code, names, "the layer has no code {name}")


def _count(parts: Parts, layer: Part[Layer], codes: Sequence[Part[Code]]) -> None:
    least = {"multiple": 1, "single": 2, "scale": 2}.get(layer.it.answer, 0)
    active = sum(not code.it.retired for code in codes)
    if "code" in layer.given and active < least:
        parts.findings.add(
            layer.at("code"),
            "codes-too-few",
            "there are {count} codes to choose from, and this answer needs {least}",
            "add codes that are not retired",
            count=active,
            least=least,
        )


# ------------------------------------------------------------------ values


def _only_for(parts: Parts, layer: Part[Layer], code: Part[Code]) -> None:
    """Keys of a code that depend on how the layer is answered."""
    answer = layer.it.answer
    if answer == "scale" and "value" not in code.given:
        parts.findings.add(
            code.spot,
            "value-missing",
            "a code of a scale needs its place on it",
            "add value = …, rising from code to code",
        )
    if answer != "scale" and "value" in code.given and code.usable("value"):
        parts.findings.add(
            code.at("value"),
            "value-forbidden",
            "only the codes of a scale have a value",
            'take it out, or write answer = "scale" in the layer',
        )
    for key, needed in (("aside", "scale"), ("exclusive", "multiple")):
        if code.given.get(key) is True and answer != needed:
            parts.findings.add(
                code.at(key),
                "not-for-this-answer",
                "{key} is only for codes of layers whose answer is {answer}",
                "take it out, or change the answer of the layer",
                key=key,
                answer=needed,
            )


def _rising(parts: Parts, codes: Sequence[Part[Code]]) -> None:
    highest: Part[Code] | None = None
    for code in codes:
        if code.it.aside or code.it.value is None or not code.usable("value", "aside"):
            continue
        if highest and highest.it.value is not None and code.it.value <= highest.it.value:
            parts.findings.add(
                code.at("value"),
                "value-order",
                "the value is not greater than that of {other}",
                "put the codes in the order of their values; one beside the scale is aside = true",
                other=shortened(highest.it.key),
            )
        else:
            highest = code


# ------------------------------------------------------------------ colours, retirement


def _colours(parts: Parts, codes: Sequence[Part[Code]]) -> None:
    first: dict[str, Part[Code]] = {}
    for code in codes:
        colour = code.it.colour
        if colour is None or not code.usable("colour"):
            continue
        if colour not in COLOURS:
            near = nearest(colour, COLOURS)
            parts.findings.add(
                code.at("colour"),
                "colour-unknown",
                "there is no colour {colour}",
                "did you mean {nearest}?" if near else "choose from {colours}",
                colour=shortened(colour),
                nearest=near,
                colours=", ".join(COLOURS),
            )
        elif colour in first:
            parts.findings.add(
                code.at("colour"),
                "colour-double",
                "the colour {colour} is that of {other} already",
                "choose another, or none",
                colour=colour,
                other=shortened(first[colour].it.key),
            )
        first.setdefault(colour, code)


def _replaced(parts: Parts, code: Part[Code], codes: Sequence[Part[Code]]) -> None:
    if not code.it.replaced_by or not code.usable("replaced_by", "retired"):
        return
    if not code.it.retired:
        parts.findings.add(
            code.at("replaced_by"),
            "retired-replaced",
            "the code is replaced, and still in use",
            "add retired = true, or take replaced_by out",
        )
    retired = {other.it.key for other in codes if other.it.retired}
    for index, name in enumerate(code.it.replaced_by):
        spot = code.at("replaced_by", index)
        found = parts.refer(spot, name, parts.names(codes), "the layer has no code {name}")
        if found and (name in retired or name == code.it.key):
            parts.findings.add(
                spot,
                "retired-replaced",
                "{name} is no code in use that could replace this one",
                "name codes that are not retired",
                name=name,
            )
