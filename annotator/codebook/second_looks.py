"""What is allowed in a codebook, and seldom meant. May import the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.codebook.mistakes import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.codebook.parts import Part, Parts
    from annotator.model import Code, HolderType, Layer, Localised, Target

MANY_TARGETS = 6


def check_second_looks(parts: Parts) -> None:
    """Note what its author should look at once more."""
    for layer in parts.layers:
        _cannot_tell(parts, layer)
        codes = parts.codes(layer)
        for code in codes:
            _examples(parts, code)
        _equal(parts, codes)
    _equal(parts, parts.layers)
    _equal(parts, parts.targets)
    _equal(parts, parts.holders)
    _many_targets(parts)


def _cannot_tell(parts: Parts, layer: Part[Layer]) -> None:
    it = layer.it
    if not layer.usable("states", "required", "answer", "retired") or it.retired:
        return
    if it.required and it.answer != "text" and it.states and "cannot_tell" not in it.states:
        parts.findings.warn(
            layer.at("states"),
            "no-cannot-tell",
            "the layer must be answered, and cannot_tell is not allowed",
            "allow it, unless the text always tells",
        )


def _examples(parts: Parts, code: Part[Code]) -> None:
    languages = parts.about.it.languages
    with_examples = [tag for tag in languages if code.it.examples.get(tag)]
    if with_examples and len(with_examples) < len(languages):
        parts.findings.warn(
            code.at("examples"),
            "examples-one-language",
            "there are examples in {languages} only",
            "add natural ones in the other languages; they need not be translations",
            languages=", ".join(with_examples),
        )


def _equal(
    parts: Parts,
    siblings: Sequence[Part[Layer]]
    | Sequence[Part[Code]]
    | Sequence[Part[Target]]
    | Sequence[Part[HolderType]],
) -> None:
    labels: dict[tuple[str, str], str] = {}
    definitions: dict[tuple[str, str], str] = {}
    for part in siblings:
        if part.it.retired:
            continue
        key = part.it.key
        if other := _seen(part.it.label, key, labels):
            parts.findings.warn(
                part.at("label"),
                "equal-labels",
                "{other} has the same label",
                "give each a label of its own",
                other=shortened(other),
            )
        if other := _seen(getattr(part.it, "definition", {}), key, definitions):
            parts.findings.warn(
                part.at("definition"),
                "equal-definitions",
                "{other} has the same definition",
                "say in what the two differ",
                other=shortened(other),
            )


def _seen(texts: Localised, key: str, seen: dict[tuple[str, str], str]) -> str:
    """Whose text it was before, in any language; remembers this one."""
    same = ""
    for language, text in texts.items():
        words = " ".join(text.casefold().split())
        other = seen.setdefault((language, words), key)
        if words and other != key:
            same = same or other
    return same


def _many_targets(parts: Parts) -> None:
    always = [part for part in parts.targets if part.it.ask == "always" and not part.it.retired]
    if len(always) > MANY_TARGETS:
        parts.findings.warn(
            parts.root.at("target"),
            "many-targets",
            "{count} targets are always asked, of every unit",
            'write ask = "offered" for those that are seldom addressed: it saves coding time',
            count=len(always),
        )
