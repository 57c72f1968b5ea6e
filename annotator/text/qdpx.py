"""REFI-QDA projects (QDPX), which programs of qualitative analysis exchange: an article a source.

What was said about the texts is counted and left to `annotator merge`. Imports `errors`, `model`
and its siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.model import Article, Candidate
from annotator.text.archives import Archive
from annotator.text.blocks import Block, Reading, article_of
from annotator.text.columns import FIELDS, a_date
from annotator.text.kinds import kinds_of
from annotator.text.paragraphs import split_paragraphs
from annotator.text.qdpx_parts import (
    TEXTS,
    QdaProject,
    children,
    guid,
    local_name,
    reference,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.text.qdpx_parts import Element

IMPORTER = "qdpx"
IMPORTER_VERSION = 1
MEDIA_TYPE = "application/x-qdpx"

# A variable of our own exports, which says nothing about the article.
_OURS = frozenset({"document"})


class Source(Struct, frozen=True):
    """A source: its name, its text, the values of its variables, and how many codings it has."""

    name: str
    text: str
    variables: dict[str, str]
    n_codings: int


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The articles of a project: its sources of text, and texts that stand for pages of a PDF.

    Raises:
        ImportFailed: lxml is missing, the file is damaged or unsafe, or there is no text.
    """
    reading = Reading(
        file_name=file_name,
        content=content,
        media_type=MEDIA_TYPE,
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        lang=lang,
    )
    with_text = (each for each in _sources(content) if each.text.strip())
    articles = [_article(source, reading, part) for part, source in enumerate(with_text)]
    if not articles:
        raise ImportFailed("there is no text in it", remedy="check that the right file was chosen")
    return articles


def values_of(source: Element, names: dict[str, str]) -> dict[str, str]:
    """The values of a source's variables by name; what is empty is left out."""
    found = {}
    for each in children(source, "VariableValue"):
        value = next((inner.text for inner in each if local_name(inner) != "VariableRef"), None)
        name = names.get(reference(each, "VariableRef"))
        if name and value:
            found[name] = value
    return found


def name_of(source: Element) -> str:
    """What a source is called, or its file; the text of a PDF is called as that is."""
    of = (source, source.getparent()) if local_name(source) == "Representation" else (source,)
    name = next((found for each in of if (found := each.get("name")) is not None), None)
    if name is None:
        path = source.get("plainTextPath") or source.get("richTextPath") or ""
        name = re.split(r"[/\\]", path)[-1].rpartition(".")[0]
    return " ".join(name.split())


def _sources(content: bytes) -> Iterator[Source]:
    with Archive(content) as archive:
        project = QdaProject(archive.names, archive.open)
        names: dict[str, str] = {}
        for element in project.elements("Variable", *TEXTS):
            if local_name(element) == "Variable":  # they stand before the sources
                names[guid(element)] = element.get("name") or ""
                continue
            yield Source(
                name_of(element),
                project.texts_of(element)[-1],
                values_of(element, names),
                sum(1 for _ in element.iter("{*}Coding")),
            )


def _article(source: Source, reading: Reading, part: int) -> Article:
    split = split_paragraphs(source.text)
    kinds = kinds_of(split.texts, with_headings=not split.is_doubtful)
    labels = ({"step": "labels", "ignored": source.n_codings},) if source.n_codings else ()
    about = replace(reading, candidates=tuple(_candidates(source)), steps=labels, part=part)
    blocks = map(Block, split.texts, kinds)
    return replace(article_of(blocks, about), meta=_meta(source.variables))


def _candidates(source: Source) -> Iterator[Candidate]:
    """The name of the source as its title, unless a variable says it; other variables so called."""
    said = {"title": source.name, **source.variables}
    for field in FIELDS:
        words = said.get(field, "")
        value = a_date(words) if field == "published_on" else words
        if value:
            yield Candidate(field, value, words)


def _meta(values: dict[str, str]) -> dict[str, str]:
    """The variables that are no field of an article, or a date that is none."""
    date = values.get("published_on", "")
    taken = {*FIELDS, *_OURS} - ({"published_on"} if not a_date(date) else set())
    return {name: value for name, value in values.items() if name not in taken}
