"""Which paragraphs of an article a person had better look at before it is taken in.

Knows signs of a wrong kind or a wrong end, in any language; decides nothing. Imports `model` and
its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.text.kinds import ends_like_a_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model import Article, Kind, Paragraph

# A body this short may be a heading or a caption; this long, several paragraphs.
_SHORT, _LONG = 40, 3_000
_LONG_HEADING = 60
_WIDE = "\u2e80"
_GUESSED = frozenset({"fragment", "boilerplate"})
_PLAIN = frozenset({"body", "quote"})


def doubtful(article: Article) -> tuple[int, ...]:
    """The numbers (from 0) of paragraphs that may be of another kind, cut, or run together."""
    named = {remark.paragraph for remark in article.remarks}
    paragraphs = article.paragraphs
    return tuple(
        number
        for number, paragraph in enumerate(paragraphs)
        if number in named or _is_odd(paragraph) or _is_odd_here(paragraphs, number)
    )


def _is_odd(paragraph: Paragraph) -> bool:
    """By itself."""
    text, kind = paragraph.text, paragraph.kind
    if kind in _GUESSED or len(text) > _LONG:
        return True
    if kind == "heading":
        return len(text) > _LONG_HEADING
    return kind == "body" and (_is_short(text) or text[0].islower())


def _is_short(text: str) -> bool:
    """Of Chinese and Japanese a character says as much as three of others."""
    return len(text) < _SHORT and sum(3 if sign >= _WIDE else 1 for sign in text) < _SHORT


def _is_odd_here(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """By its neighbours: a sentence cut in two, two headings in a row, a title further in."""
    kind = paragraphs[number].kind
    after: Kind | None = paragraphs[number + 1].kind if number + 1 < len(paragraphs) else None
    if kind == "title":
        return number > 0
    if kind == "heading":
        return after == "heading"
    goes_on = kind in _PLAIN and after in _PLAIN
    return goes_on and not ends_like_a_sentence(paragraphs[number].text)
