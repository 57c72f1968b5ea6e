"""Rich text (RTF): paragraphs in the encodings of their fonts, headings where the file tells them.

Puts together what its siblings find, in another process. Imports `errors`, `model` and its
siblings; needs no library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.model import Candidate, Remark
from annotator.text.blocks import Reading
from annotator.text.docx_text import Properties, Text, articles, with_title
from annotator.text.rtf_walk import Walk
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from annotator.model import Article

IMPORTER = "rtf"
IMPORTER_VERSION = 1
_MARK = b"{\\rtf"
_CUT_OFF = Remark(
    slug="file_cut_off",
    template="the file ends before all of its groups are closed: it may be cut off",
)


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The article of an RTF file; several where it is a download of an archive of news.

    Raises:
        ImportFailed: another kind of file, or there is no text.
    """
    text, is_cut_off = run_limited(text_of, content)
    reading = Reading(
        file_name=file_name,
        content=content,
        media_type="application/rtf",
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        lang=lang,
    )
    found = articles(text, reading)
    if is_cut_off:
        found[-1] = replace(found[-1], remarks=(_CUT_OFF, *found[-1].remarks))
    return found


def text_of(content: bytes) -> tuple[Text, bool]:
    """The text of an RTF file, and whether its end is missing. Called in another process."""
    if not content.lstrip().startswith(_MARK):
        raise ImportFailed("this is no RTF file", remedy="check that the right file was chosen")
    walk = Walk()
    walk.go(content.decode("latin-1"))
    blocks = (*with_title(walk.blocks), *walk.notes)
    return Text(blocks, _properties(walk.about), dict(+walk.counts)), walk.depth > 0


def _properties(about: dict[str, str]) -> Properties:
    candidates = []
    if title := about.get("title"):
        candidates.append(Candidate("title", title, title))
    if author := about.get("author"):
        candidates.append(Candidate("author", author, author))
    meta = {name: words for name, words in about.items() if name not in {"title", "author"}}
    return Properties(tuple(candidates), meta)
