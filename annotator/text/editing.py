"""What a person changes of an article before it is taken in: kinds, paragraphs, metadata.

Pure: an article and a change give another article. Merging and parting change nothing but the white
space between two paragraphs. The map back to the decoded file follows, and every change is a step.
Imports `model` and its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.model import Candidate, Kind, Paragraph
from annotator.text.columns import Field
from annotator.text.limits import MAX_PARAGRAPH_CHARACTERS, MAX_PARAGRAPHS
from annotator.text.paragraphs import too_long_a_paragraph, too_many
from annotator.text.plain import remarks_on_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.model import Article

    Runs = tuple[tuple[int, int, int], ...]

# Remarks about the first and the last paragraph are made anew after every change.
_ON_ENDS = frozenset({"junk_at_head", "cut_off_end"})
# The second part of such a paragraph is of its kind, too; of a heading or a byline it is body.
_STAY = frozenset({"body", "quote", "caption", "boilerplate", "fragment"})


class KindSet(Struct, frozen=True):
    """This paragraph (from 0) is of this kind."""

    paragraph: int
    kind: Kind


class Merged(Struct, frozen=True):
    """This paragraph and the next one are one; a line break stands where they met."""

    paragraph: int


class Parted(Struct, frozen=True):
    """This paragraph is two: the second begins at this code point of it."""

    paragraph: int
    at: int


class FieldSet(Struct, frozen=True):
    """This is the title, the author …; empty says that there is none."""

    field: Field
    value: str


Edit = KindSet | Merged | Parted | FieldSet


def edited(article: Article, edits: Iterable[Edit]) -> Article:
    """The article after these changes, one after the other.

    Raises:
        ImportFailed: a paragraph would be longer, or there would be more, than is taken.
        ValueError: a change that the article does not allow: no such paragraph, or nothing to part.
    """
    for edit in edits:
        article = _edited(article, edit)
    return article


def may_part(text: str, at: int) -> bool:
    """Whether words stand on both sides of a place in a paragraph."""
    return bool(text[:at].strip()) and bool(text[at:].strip())


def _edited(article: Article, edit: Edit) -> Article:
    if isinstance(edit, FieldSet):
        return _with_field(article, edit)
    if not 0 <= edit.paragraph < len(article.paragraphs):
        raise ValueError("no such paragraph")
    if isinstance(edit, KindSet):
        return _with_kind(article, edit)
    if isinstance(edit, Merged):
        return _merged(article, edit.paragraph)
    return _parted(article, edit.paragraph, edit.at)


def _with_field(article: Article, edit: FieldSet) -> Article:
    others = [each for each in article.candidates if each.field != edit.field]
    chosen = [Candidate(edit.field, edit.value)] if edit.value else []
    step = _step(article, "metadata", field=edit.field, value=edit.value)
    return replace(article, candidates=(*chosen, *others), steps=(*article.steps, step))


def _with_kind(article: Article, edit: KindSet) -> Article:
    paragraphs = list(article.paragraphs)
    paragraphs[edit.paragraph] = replace(paragraphs[edit.paragraph], kind=edit.kind)
    step = _step(article, "kind", paragraph=edit.paragraph, kind=edit.kind)
    return _with(article, paragraphs, step, article.runs)


def _merged(article: Article, number: int) -> Article:
    if number + 1 >= len(article.paragraphs):
        raise ValueError("no paragraph follows")
    first, second = article.paragraphs[number : number + 2]
    text = f"{first.text}\n{second.text}"
    if len(text) > MAX_PARAGRAPH_CHARACTERS:
        raise too_long_a_paragraph(number + 1, len(text))
    # A wrongly parted sentence is of the kind of its longer half; a cut-off end stays one.
    is_second = second.kind == "fragment" or len(second.text) > len(first.text)
    kind = second.kind if is_second else first.kind
    texts = [*article.paragraphs[:number], Paragraph(text, kind), *article.paragraphs[number + 2 :]]
    joint = first.start + len(first.text) + 1
    kept = [(0, 0, joint), (joint + 1, joint, len(article.text) - joint - 1)]
    step = _step(article, "merge", paragraph=number)
    return _with(article, texts, step, _composed(article.runs, kept))


def _parted(article: Article, number: int, at: int) -> Article:
    whole = article.paragraphs[number]
    if not may_part(whole.text, at):
        raise ValueError("no words on both sides")
    if len(article.paragraphs) >= MAX_PARAGRAPHS:
        raise too_many()
    left, right = whole.text[:at].rstrip(), whole.text[at:].lstrip()
    second: Kind = whole.kind if whole.kind in _STAY else "body"
    first: Kind = "body" if whole.kind == "fragment" else whole.kind
    parts = [Paragraph(left, first), Paragraph(right, second)]
    texts = [*article.paragraphs[:number], *parts, *article.paragraphs[number + 1 :]]
    begin = whole.start + len(whole.text) - len(right)
    kept = [
        (0, 0, whole.start + len(left)),
        (begin, whole.start + len(left) + 2, len(article.text) - begin),
    ]
    step = _step(article, "part", paragraph=number, at=at)
    return _with(article, texts, step, _composed(article.runs, kept))


def _with(
    article: Article,
    paragraphs: Sequence[Paragraph],
    step: dict[str, object],
    runs: Runs | None,
) -> Article:
    placed = tuple(_placed(paragraphs))
    on_ends = remarks_on_ends([each.text for each in placed], [each.kind for each in placed])
    kept = [each for each in article.remarks if each.slug not in _ON_ENDS]
    return replace(
        article,
        paragraphs=placed,
        runs=runs,
        remarks=(*kept, *on_ends),
        steps=(*article.steps, step),
    )


def _placed(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    start = 0
    for paragraph in paragraphs:
        yield paragraph if paragraph.start == start else replace(paragraph, start=start)
        start += len(paragraph.text) + 2


def _composed(runs: Runs | None, kept: Iterable[tuple[int, int, int]]) -> Runs | None:
    """The map from the new text, by the pieces `(old start, new start, length)` that both share."""
    if runs is None:
        return None
    return tuple(
        (new + max(at, old) - old, decoded + max(at, old) - at, end - max(at, old))
        for old, new, size in kept
        for at, decoded, length in runs
        if (end := min(at + length, old + size)) > max(at, old)
    )


def _step(article: Article, did: str, **what: object) -> dict[str, object]:
    return {"step": "edit", "part": article.part, "did": did, **what}
