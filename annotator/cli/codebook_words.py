"""A codebook as plain text for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import Code, Codebook, Layer, in_language

if TYPE_CHECKING:
    from collections.abc import Iterator


def in_words(book: Codebook, language: str, sha256: str) -> str:
    """All layers, codes, targets, holders and pair rules, one a line."""
    return "\n".join(_lines(book, language, sha256))


def _lines(book: Codebook, language: str, sha256: str) -> Iterator[str]:
    about = book.about
    yield f"{in_language(about.title, language)}"
    yield f"{about.key} {about.version} · {', '.join(about.languages)} · sha256 {sha256}"
    for layer in book.layers:
        yield ""
        yield from _layer(book, layer, language)
    if book.targets:
        yield ""
        yield "Targets"
        for target in book.targets:
            key = (target.shortcut or " ").upper()
            label = in_language(target.label, language)
            yield f"  {key}  {target.key:<28} {label} ({target.ask})"
    if book.holders:
        yield ""
        yield "Holders"
        for holder in book.holders:
            yield f"     {holder.key:<28} {in_language(holder.label, language)}"
    for pair in book.pairs:
        yield ""
        yield f"{' or '.join(pair.codes)}? {in_language(pair.rule, language)}"


def _layer(book: Codebook, layer: Layer, language: str) -> Iterator[str]:
    needed = "required" if layer.required else "optional"
    label = in_language(layer.label, language)
    yield f"{label} ({layer.key}: {layer.answer}, {layer.unit}, {needed})"
    yield f"  {in_language(layer.question, language)}"
    if layer.codes_from:
        yield f"  codes of {layer.codes_from}"
        return
    for code in book.codes_of(layer):
        yield from _code(code, language)


def _code(code: Code, language: str) -> Iterator[str]:
    key = (code.shortcut or " ").upper()
    retired = " (retired)" if code.retired else ""
    yield f"  {key}  {code.key:<14} {in_language(code.definition, language)}{retired}"
