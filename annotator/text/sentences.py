"""Where the sentences of a paragraph stand.

Knows the order of the work: places where a sentence may end, rules, and Punkt for what the rules
leave open. Imports `text.languages` and the modules of each step; nltk only when asked for
sentences. Never the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.text.boundaries import Boundary, places
from annotator.text.boundary_rules import ends_here
from annotator.text.eastern import EASTERN, eastern_spans
from annotator.text.languages import primary_language
from annotator.text.punkt_model import MODELS, punkt_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.text.punkt_model import Punkt

__all__ = ["MODELS", "Span", "sentence_spans"]

Span = tuple[int, int]

# Two ways of writing Norwegian, which one model knows.
_SAME = {"nb": "no", "nn": "no"}


def sentence_spans(text: str, language: str) -> list[Span]:
    """The sentences of one paragraph.

    Args:
        text: one paragraph.
        language: an ISO 639 code, also with a region; `und` where unknown.

    Returns:
        (start, end) in code points: rising, disjoint, without outer white space, and together
        covering every character that is not white space. Where the splitter or its parameters
        cannot be imported, the whole paragraph is one sentence.
    """
    code = primary_language(language)
    known = _SAME.get(code, code)
    if known in EASTERN:
        return _trimmed(text, eastern_spans(text))
    try:
        punkt = punkt_of(known)
    except ImportError:
        return _trimmed(text, [(0, len(text))])
    return _trimmed(text, _parted(text, known, punkt))


def _parted(text: str, language: str, punkt: Punkt) -> list[Span]:
    spans: list[Span] = []
    begin = len(text) - len(text.lstrip())
    for at, end, after in places(text, language):
        if at >= begin and ends_here(Boundary(text, begin, at, end, after, language), punkt):
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
