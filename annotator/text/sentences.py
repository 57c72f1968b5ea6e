"""Where the sentences of a paragraph stand: nltk's Punkt with trained parameters, then repairs.

Knows where trained parameters come from and what Punkt gets wrong. Imports of the package only
`text.languages`; nltk and the parameters only when asked for sentences. Never the network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from annotator.text.languages import FUNCTION_WORDS, primary_language

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

Span = tuple[int, int]
Rule = Callable[[str, Span, Span], bool]

# Languages whose trained parameters are used; the others get Punkt without any, and the repairs.
MODELS = {"it": "italian", "en": "english"}

_SENTENCE_ENDS = (".", "?", "!", "…", "\u061f", "\u06d4", "\u0964")  # Arabic, Urdu, Hindi marks
_OPENERS = frozenset(" \t\n\u00a0\u202f\"'`´“”„‟«»‹›‘’‚‛-‐‑‒–—―")
# `C.J.`, `J.-P.`, `J. R. R.` at the end of a piece: letters, each with its full stop.
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[\s-]?)*[^\W\d_]\.$")
_INITIALS_LENGTH = 24
_BLOCK = 20_000
# Written like initials, but what follows may be a new sentence: Punkt's word stands.
_ABBREVIATED = frozenset({"U.S.", "U.K.", "E.U.", "U.N.", "U.S.A.", "D.C."})
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ANY_FUNCTION_WORD = frozenset().union(*FUNCTION_WORDS.values())


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
    known = primary_language(language)
    try:
        tokenizer = _tokenizer(known if known in MODELS else "und")
    except ImportError:
        return _trimmed(text, [(0, len(text))])
    pieces = _trimmed(text, _blockwise(text, tokenizer))
    for rule in (_goes_on_in_lower_case, _is_one_name(known), _is_marks_only):
        pieces = _joined(text, pieces, rule)
    return pieces


def _blockwise(text: str, tokenizer: PunktSentenceTokenizer) -> list[Span]:
    """Punkt's spans, found in blocks: nltk gives up a text that takes it more than five seconds.

    A block ends at white space, and its last sentence, which may go on, opens the next block; so
    the result is that of the whole text. A sentence longer than a block is put together again.
    """
    spans: list[Span] = []
    start, goes_on = 0, False
    while start < len(text):
        end = _block_end(text, start)
        found = [(start + a, start + b) for a, b in tokenizer.span_tokenize(text[start:end])]
        start = found.pop()[0] if end < len(text) and len(found) > 1 else end
        if goes_on and spans and found:
            found[0] = (spans.pop()[0], found[0][1])
        spans += found
        goes_on = start == end
    return spans


def _block_end(text: str, start: int) -> int:
    if len(text) - start <= _BLOCK:
        return len(text)
    space = text.rfind(" ", start + 1, start + _BLOCK)
    return space if space > 0 else start + _BLOCK


def _trimmed(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans without their outer white space, and without those that are nothing else."""
    kept = []
    for start, end in spans:
        piece = text[start:end]
        if words := piece.strip():
            start += len(piece) - len(piece.lstrip())  # noqa: PLW2901 - the same span, trimmed
            kept.append((start, start + len(words)))
    return kept


def _joined(text: str, pieces: list[Span], belongs: Rule) -> list[Span]:
    joined: list[Span] = []
    for piece in pieces:
        if joined and belongs(text, joined[-1], piece):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    return joined


def _goes_on_in_lower_case(text: str, _before: Span, piece: Span) -> bool:
    start, end = piece
    while start < end and text[start] in _OPENERS:
        start += 1
    return start < end and text[start].islower()


def _is_one_name(language: str) -> Rule:
    """Joins `Di C.J.` + `Atkins`: initials, and a capitalised word that could begin no sentence."""
    starters = FUNCTION_WORDS.get(language, _ANY_FUNCTION_WORD)

    def belongs(text: str, before: Span, piece: Span) -> bool:
        start, end = before
        found = _INITIALS.search(text, max(start, end - _INITIALS_LENGTH), end)
        if not found or not found.group().isupper() or found.group() in _ABBREVIATED:
            return False
        name = _FIRST_WORD.match(text, *piece)
        return name is not None and _may_be_a_name(name.group(), starters)

    return belongs


def _may_be_a_name(word: str, starters: frozenset[str]) -> bool:
    return word[0].isupper() and word.lower() not in starters


def _is_marks_only(text: str, _before: Span, piece: Span) -> bool:
    """A closing mark left alone, as in `…."` + `.`, belongs to the sentence that it closes."""
    return not any(character.isalnum() for character in text[slice(*piece)])


@cache
def _tokenizer(language: str) -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import (
        PunktLanguageVars,
        PunktSentenceTokenizer,
    )

    class Marks(PunktLanguageVars):  # type: ignore[misc]  # nltk has no types
        sent_end_chars = _SENTENCE_ENDS

    return PunktSentenceTokenizer(_parameters(language), lang_vars=Marks())


def _parameters(language: str) -> PunktParameters:
    """Trained parameters in nltk's own form; untrained ones where there is no model."""
    import punkt
    from nltk.tokenize.punkt import PunktParameters

    parameters = PunktParameters()
    if language in MODELS:
        model = punkt.load_model(MODELS[language])
        parameters.abbrev_types.update(model.abbrev_types)
        parameters.collocations.update(model.collocations)
        parameters.sent_starters.update(model.sent_starters)
        parameters.ortho_context.update(model.ortho_context)
    return parameters
