"""What a codebook must obey beyond the shape of its tables. May import the model.

Each function looks at one thing everywhere; those on layers, codes and shortcuts have modules of
their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from annotator.codebook import code_rules, layer_rules, second_looks, shortcuts
from annotator.codebook.limits import KEY_PATTERN, LANGUAGE_PATTERN, VERSION_PATTERN
from annotator.codebook.mistakes import shortened
from annotator.model import RESERVED_CODES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msgspec import Struct

    from annotator.codebook.parts import Part, Parts
    from annotator.model import Code, Pair


def check_rules(parts: Parts) -> None:
    """Note everything that breaks a rule, and what deserves a second look."""
    _about(parts)
    _keys(parts, parts.layers)
    _keys(parts, parts.targets)
    _keys(parts, parts.holders)
    _default_holder(parts)
    for layer in parts.layers:
        _keys(parts, parts.codes(layer), reserved=RESERVED_CODES)
        layer_rules.check_layer(parts, layer)
        code_rules.check_codes(parts, layer)
    _pairs(parts)
    shortcuts.check_shortcuts(parts)
    second_looks.check_second_looks(parts)


# ------------------------------------------------------------------ keys


def _keys(
    parts: Parts, siblings: Sequence[Part[Struct]], *, reserved: frozenset[str] = frozenset()
) -> None:
    first: dict[str, Part[Struct]] = {}
    for part in siblings:
        key = cast("Code", part.it).key
        if not part.usable("key"):
            continue
        _key_form(parts, part, key)
        if key in reserved:
            parts.findings.add(
                part.at("key"),
                "key-reserved",
                "the key {key} has a meaning of its own in the program",
                "choose another; the label may be what you like",
                key=key,
            )
        if key in first:
            parts.findings.add(
                part.at("key"),
                "key-double",
                "the key {key} is used already at {other}",
                "choose another",
                key=shortened(key),
                other=first[key].spot.pointer,
            )
        first.setdefault(key, part)


def _key_form(parts: Parts, part: Part[Struct], key: str) -> None:
    if not re.fullmatch(KEY_PATTERN, key):
        parts.findings.add(
            part.at("key"),
            "key-form",
            "{key} is no key: a letter a to z, then letters, digits and _, 32 in all at most",
            "choose such a key; the label may be what you like",
            key=shortened(key),
        )


# ------------------------------------------------------------------ about


def _about(parts: Parts) -> None:
    about = parts.about
    if not parts.root.usable("codebook"):
        return
    if about.usable("key"):
        _key_form(parts, about, about.it.key)
    if about.usable("version") and not re.fullmatch(VERSION_PATTERN, about.it.version):
        parts.findings.add(
            about.at("version"),
            "version-form",
            "the version {version} is not MAJOR.MINOR.PATCH",
            'write three whole numbers, as in version = "1.0.0"',
            version=shortened(about.it.version),
        )
    if about.usable("languages"):
        _languages(parts)


def _languages(parts: Parts) -> None:
    spot = parts.about.at("languages")
    tags = parts.about.it.languages
    if not tags:
        parts.findings.add(
            spot,
            "language-missing",
            "no language is declared",
            'write the languages of the texts, as in languages = ["en"]',
        )
    first: dict[str, str] = {}
    for index, tag in enumerate(tags):
        here = spot.at(index)
        if not re.fullmatch(LANGUAGE_PATTERN, tag):
            parts.findings.add(
                here,
                "key-form",
                "{tag} is no language tag",
                "write a BCP 47 tag such as en, it or pt-BR",
                tag=shortened(tag),
            )
        other = first.setdefault(tag.casefold(), here.pointer)
        if other != here.pointer:
            parts.findings.add(
                here,
                "key-double",
                "the language {tag} is declared already at {other}",
                "take one out",
                tag=shortened(tag),
                other=other,
            )


# ------------------------------------------------------------------ holders, pairs


def _default_holder(parts: Parts) -> None:
    if not parts.holders or not all(part.usable("default", "retired") for part in parts.holders):
        return
    defaults = [part for part in parts.holders if part.it.default and not part.it.retired]
    if not defaults:
        parts.findings.add(
            parts.root.at("holder"),
            "holder-default",
            "no holder is the default",
            "add default = true to one of them, as a rule to the author",
        )
    for part in defaults[1:]:
        parts.findings.add(
            part.at("default"),
            "holder-default",
            "the default is {other} already",
            "take default out of one of them",
            other=shortened(defaults[0].it.key),
        )


def _pairs(parts: Parts) -> None:
    first: dict[tuple[str, frozenset[str]], str] = {}
    for pair in parts.pairs:
        if not pair.usable("layer", "codes"):
            continue
        _two_codes(parts, pair)
        chosen = (pair.it.layer, frozenset(pair.it.codes))
        other = first.setdefault(chosen, pair.spot.pointer)
        if other != pair.spot.pointer:
            parts.findings.add(
                pair.at("codes"),
                "pair-double",
                "these two codes have a rule already at {other}",
                "make one rule of the two",
                other=other,
            )
        _pair_references(parts, pair.it.layer, pair)


def _two_codes(parts: Parts, pair: Part[Pair]) -> None:
    if len(pair.it.codes) != 2 or len(set(pair.it.codes)) != 2:
        parts.findings.add(
            pair.at("codes"),
            "pair-not-two",
            "a pair rule is about exactly two codes",
            'write codes = ["…", "…"] with two different ones; none is allowed',
        )


def _pair_references(parts: Parts, key: str, pair: Part[Pair]) -> None:
    names = parts.names(parts.layers)
    if not parts.refer(pair.at("layer"), key, names, "there is no layer {name}"):
        return
    layer = parts.layer(key)
    assert layer is not None
    for index, code in enumerate(pair.it.codes):
        if code != "none":
            code_rules.refer_to_code(parts, layer, pair.at("codes", index), code)
        elif layer.usable("states") and "none" not in layer.it.states:
            layer_rules.none_not_allowed(parts, pair.at("codes", index))
    code_rules.check_cases(parts, layer, parts.inside(pair, "case", pair.it.cases))
