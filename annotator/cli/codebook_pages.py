"""A codebook as a page to read and to hand out: Markdown, or HTML that loads nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

from annotator.model import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model import Code, Codebook, Layer

# Rank of a heading and its text; 0 is a paragraph, -1 a point of a list.
Piece = tuple[int, str]


def as_page(book: Codebook, language: str, form: Literal["md", "html"], sha256: str) -> str:
    """Everything that a coder must know, in one language."""
    pieces = list(_pieces(book, language, sha256))
    if form == "md":
        return "".join(map(_markdown, pieces)).lstrip("\n")
    body = "".join(map(_html, pieces))
    title = escape(in_language(book.about.title, language))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n{body}</html>\n"
    )


def _pieces(book: Codebook, language: str, sha256: str) -> Iterator[Piece]:
    about = book.about
    yield 1, in_language(about.title, language)
    yield 0, f"{about.key} {about.version}, SHA-256 {sha256}"
    yield 0, in_language(about.description, language)
    for words in about.instructions.get(language, ()):
        yield -1, words
    for layer in book.layers:
        yield from _layer(book, layer, language)
    for heading, things in (("Targets", book.targets), ("Holders", book.holders)):
        if things:
            yield 2, heading
        for one in things:
            label, what = in_language(one.label, language), in_language(one.definition, language)
            yield -1, f"{label} ({one.key}): {what}"
    if book.pairs:
        yield 2, "Rules"
    for pair in book.pairs:
        yield -1, f"{' or '.join(pair.codes)}: {in_language(pair.rule, language)}"


def _layer(book: Codebook, layer: Layer, language: str) -> Iterator[Piece]:
    yield 2, f"{in_language(layer.label, language)} ({layer.key})"
    yield 0, in_language(layer.question, language)
    for code in book.codes_of(layer):
        yield from _code(code, language)


def _code(code: Code, language: str) -> Iterator[Piece]:
    yield 3, f"{in_language(code.label, language)} ({code.key})"
    yield 0, in_language(code.definition, language)
    for sign, words in (("+", code.include), ("−", code.exclude), ("“ ”", code.examples)):
        for one in words.get(language, ()):
            yield -1, f"{sign} {one}"


def _markdown(piece: Piece) -> str:
    rank, text = piece
    text = " ".join(text.split())
    if not text:
        return ""
    if rank > 0:
        return f"\n{'#' * rank} {text}\n\n"
    return f"- {text}\n" if rank < 0 else f"{text}\n\n"


def _html(piece: Piece) -> str:
    rank, text = piece
    name = f"h{rank}" if rank > 0 else "li" if rank < 0 else "p"
    return f"<{name}>{escape(text)}</{name}>\n" if text else ""
