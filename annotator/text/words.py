"""Where the words of a paragraph stand: one pattern for every language that is written in letters.

Knows no language but the two switches below. Imports nothing of the package; nltk only when asked
for words, because its import takes a third of a second.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.tokenize import RegexpTokenizer

# Written without spaces: each of these characters is a token of its own.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
)
_LETTER = rf"(?:[^\W_{_IDEOGRAPHS}]|[{_MARKS}])"
_APOSTROPHE = "['\u2019]"
_HYPHEN = "[-\u2010\u2011]"
# `21.000`, `2025` and `02` of `2025-02`; but `19-year-old` and `90mila` are words.
_NUMBER = rf"\d+(?:[.,]\d+)*(?!{_LETTER}|{_HYPHEN}[^\W\d_])"
_WORD = rf"{_LETTER}+(?:{_HYPHEN}{_LETTER}+)*"

# In these an apostrophe inside a word belongs to one word: `don't`. Elsewhere it ends the first of
# two: `dell'` + `industria`.
_ONE_WORD = frozenset({"en"})


def word_spans(text: str, language: str = "und") -> list[tuple[int, int]]:
    """The tokens of a paragraph: numbers, words, and every other mark by itself.

    Numbers keep the marks inside them (`21.000`), hyphenated words stay whole (`DeepSeek-R1`), an
    elided word keeps its apostrophe (`dell'` + `industria`; English `don't` is one word), Chinese
    and Japanese go character by character. White space belongs to no token.

    Args:
        text: one paragraph.
        language: an ISO 639 code, also with a region (`en-GB`).

    Returns:
        (start, end) in code points, rising. `is_word` tells words from marks.
    """
    whole = language.lower().replace("_", "-").partition("-")[0] in _ONE_WORD
    return list(_tokenizer(apostrophes_join=whole).span_tokenize(text))


def is_word(token: str) -> bool:
    """Whether a token has a letter or a digit: what a frequency list counts."""
    return any(character.isalnum() for character in token)


@cache
def _tokenizer(*, apostrophes_join: bool) -> RegexpTokenizer:
    from nltk.tokenize import RegexpTokenizer

    inner = rf"(?:{_APOSTROPHE}{_WORD})*" if apostrophes_join else ""
    elided = "" if apostrophes_join else rf"(?:{_APOSTROPHE}(?={_LETTER}))?"
    # The four separators are white space to Python, but not to nltk's engine.
    return RegexpTokenizer(rf"{_NUMBER}|{_WORD}{inner}{elided}|[^\s\x1c-\x1f]")
