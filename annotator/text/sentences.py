"""Where the sentences of a paragraph stand.

Knows the order of the work: places where a sentence may end, rules, and Punkt for what the rules
leave open. Imports `text.languages` and the modules of each step; nltk only when asked for
sentences. Never the network.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.text.boundaries import Boundary, places
from annotator.text.boundary_rules import ends_here, plain_verdict
from annotator.text.eastern import EASTERN, eastern_spans
from annotator.text.languages import language_candidate, primary_language
from annotator.text.punkt_model import MODELS, punkt_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.text.punkt_model import Punkt

__all__ = ["MODELS", "Span", "sentence_spans"]

Span = tuple[int, int]

# Two ways of writing Norwegian, which one model knows.
_SAME = {"nb": "no", "nn": "no"}
_UNKNOWN = frozenset({"", "und"})
# What the first letter of a paragraph says of its language: full stops and initials hang on that.
_LETTERS = {
    language: re.compile(rf"\W*[{letters}]")
    for language, letters in {
        "ja": "\u3040-\u30ff",
        "zh": "\u4e00-\u9fff",
        "el": "\u0370-\u03ff",
        "ml": "\u0d00-\u0d7f",
        "ru": "\u0400-\u04ff",
    }.items()
}


def sentence_spans(text: str, language: str) -> list[Span]:
    """The sentences of one paragraph.

    Args:
        text: one paragraph.
        language: an ISO 639 code, also with a region; `und` where unknown: then the letters and
            commonest words of the paragraph tell one, if they can.

    Returns:
        (start, end) in code points: rising, disjoint, without outer white space, and together
        covering every character that is not white space. Where the splitter or its parameters
        cannot be imported, the whole paragraph is one sentence.
    """
    known = _known_language(text, language)
    if known in EASTERN:
        return _trimmed(text, eastern_spans(text))
    try:
        punkt = punkt_of(known)
    except ImportError:
        return _trimmed(text, [(0, len(text))])
    return _trimmed(text, _parted(text, known, punkt))


def _known_language(text: str, language: str) -> str:
    code = primary_language(language)
    if code not in _UNKNOWN:
        return _SAME.get(code, code)
    for guess, letter in _LETTERS.items():
        if letter.match(text):
            return guess
    candidate = language_candidate(text)
    return candidate.value if candidate else "und"


def _parted(text: str, language: str, punkt: Punkt) -> list[Span]:
    spans: list[Span] = []
    begin = len(text) - len(text.lstrip())
    for place in places(text, language):
        at, end, after = place
        if at < begin:
            continue
        verdict = plain_verdict(text, begin, place, language)
        if verdict is None:
            verdict = ends_here(Boundary(text, begin, at, end, after, language), punkt)
        if verdict:
            spans.append((begin, end))
            begin = after
    return [*spans, (begin, len(text))]


def _trimmed(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans without their outer white space, and without those that are nothing else."""
    kept = []
    for start, end in spans:
        piece = text[start:end]
        if words := piece.strip():
            start += len(piece) - len(piece.lstrip())  # noqa: PLW2901 - the same span, trimmed
            kept.append((start, start + len(words)))
    return kept
