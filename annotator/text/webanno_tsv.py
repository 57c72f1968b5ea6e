"""WebAnno TSV 3 to an article: its sentences are paragraphs, unless it shows which belong together.

What was said about the text is counted and left to `annotator merge`. Imports its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.text.blocks import Block, Reading, article_of
from annotator.text.webanno import parsed
from annotator.text.webanno_spans import Spans

if TYPE_CHECKING:
    from annotator.model import Article

IMPORTER = "webanno-tsv"
IMPORTER_VERSION = 1
MEDIA_TYPE = "text/tab-separated-values"


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The article of a file.

    Raises:
        ImportFailed: not UTF-8, no WebAnno TSV 3, or no text.
    """
    tsv = parsed(content)
    n_labels = sum(1 for _ in Spans(tsv))
    reading = Reading(
        file_name=file_name,
        content=content,
        media_type=MEDIA_TYPE,
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        encoding="utf-8",
        lang=lang,
        steps=({"step": "labels", "ignored": n_labels},) if n_labels else (),
    )
    return [article_of(map(Block, tsv.paragraphs), reading)]
