"""Word files (DOCX): the text as it reads once all changes are accepted, with its styles as kinds.

Puts together what its siblings find in the parts. Imports `errors`, `model` and its siblings; lxml
in another process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.text.archives import Archive
from annotator.text.blocks import Block, Reading
from annotator.text.docx_parts import (
    attribute,
    count_of,
    main_part,
    parts_of,
    properties_in,
    qualified,
    styles_in,
    tree_of_part,
)
from annotator.text.docx_text import Properties, Text, articles, with_title
from annotator.text.docx_walk import Walk
from annotator.text.extras import require
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.model import Article

IMPORTER = "docx"
IMPORTER_VERSION = 1
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_ABOUT = "docProps/core.xml"
_MARGINS = ("header", "footer")
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_NOTES = frozenset({"w:footnote", "w:endnote"})


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The article of a Word file; several where it is a download of an archive of news.

    Raises:
        ImportFailed: lxml is missing, the file is damaged or unsafe, or there is no text.
    """
    require("lxml", extra="docx", form="Word (DOCX)")
    return articles(run_limited(text_of, content), reading_of(content, file_name, lang))


def reading_of(content: bytes, file_name: str, lang: str | None) -> Reading:
    """How a Word file is read."""
    return Reading(
        file_name=file_name,
        content=content,
        media_type=MEDIA_TYPE,
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        lang=lang,
    )


def text_of(content: bytes) -> Text:
    """The text of a Word file. Called in another process."""
    with Archive(content) as archive:
        main = main_part(archive)
        parts = parts_of(archive, main)
        walk = Walk(styles_in(tree_of_part(archive, parts["styles"])) if "styles" in parts else {})
        blocks = with_title(list(walk.blocks(tree_of_part(archive, main))))
        walk.counts["margins"] = count_of(archive, main, _MARGINS)
        if "comments" in parts:
            listed = tree_of_part(archive, parts["comments"])
            walk.counts["comments"] = sum(qualified(each) == "w:comment" for each in listed)
        blocks += _notes(archive, parts, walk)
        about = properties_in(tree_of_part(archive, _ABOUT)) if _ABOUT in archive else Properties()
    return Text(tuple(blocks), about, dict(+walk.counts))


def _notes(archive: Archive, parts: Mapping[str, str], walk: Walk) -> Iterator[Block]:
    """The foot- and endnotes that the text refers to, in its order, each once."""
    wanted = dict.fromkeys(walk.notes)
    elements = {
        (kind, attribute(each, "id")): each
        for kind in dict.fromkeys(kind for kind, _ in wanted)
        if kind in parts
        for each in tree_of_part(archive, parts[kind])
        if qualified(each) in _NOTES and attribute(each, "type") not in _SEPARATORS
    }
    for key in wanted:
        if key in elements:
            walk.counts[key[0]] += 1
            for block, _ in walk.blocks(elements[key]):
                yield Block(block.text, block.kind or "body")
