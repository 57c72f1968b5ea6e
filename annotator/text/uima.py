"""UIMA CAS files (XMI, JSON), as INCEpTION and DKPro write them: an article a text in them.

What was said about the texts is counted and left to `annotator merge`. Imports `errors`, `model`
and its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.model import KINDS, Article, Candidate, Kind
from annotator.text.blocks import Block, Reading, article_of, language_of
from annotator.text.cas import (
    ABOUT,
    DKPRO,
    DOCUMENT,
    FIELD,
    SOFA,
    VIEW,
    Structure,
    is_linguistic,
    is_structural,
    structures,
)
from annotator.text.columns import FIELDS, a_date
from annotator.text.kinds import kinds_of
from annotator.text.paragraphs import split_paragraphs
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IMPORTER = "uima"
IMPORTER_VERSION = 1
PARAGRAPH = f"{DKPRO}segmentation.type.Paragraph"
_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}
UNKNOWN_LANGUAGE = "x-unspecified"
_SECONDS_A_MEGABYTE = 3


# A paragraph's place in UTF-16 units, and what it is called.
Place = tuple[int, int, str]


class CasText(Struct):
    """What a CAS file says of its texts: by number of the view, and of all of them together."""

    texts: dict[str, str] = field(default_factory=dict)
    paragraphs: dict[str, list[Place]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    n_labels: int = 0


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The articles of a CAS: its views that hold a text, mostly one.

    Raises:
        ImportFailed: lxml is missing, the file is damaged or unsafe, or there is no text.
    """
    found = run_limited(text_of, content, seconds=seconds_for(content))
    texts = [(view, text) for view, text in found.texts.items() if text.strip()]
    if not texts:
        raise ImportFailed("there is no text in it", remedy="check that the right file was chosen")
    labels = ({"step": "labels", "ignored": found.n_labels},) if found.n_labels else ()
    articles = []
    for part, (view, text) in enumerate(texts):
        reading = Reading(
            file_name=file_name,
            content=content,
            media_type="application/json" if content.lstrip()[:1] == b"{" else "application/xml",
            importer=IMPORTER,
            version=IMPORTER_VERSION,
            lang=lang,
            candidates=tuple(_candidates(found.fields)),
            steps=labels if part == 0 else (),
            part=part,
        )
        blocks = _told(text, found.paragraphs.get(view, [])) or _split(text)
        articles.append(replace(article_of(blocks, reading), meta=_meta(found.fields)))
    return articles


def _told(text: str, places: list[Place]) -> list[Block]:
    """The paragraphs that the file marks; none where they overlap, or words are left over."""
    units = text.encode("utf-16-le", "surrogatepass")
    blocks, at = [], 0
    try:
        for begin, end, kind in sorted(places):
            if not at <= begin < end or units[2 * at : 2 * begin].decode("utf-16-le").strip():
                return []
            words = units[2 * begin : 2 * end].decode("utf-16-le")
            blocks.append(Block(words, _KINDS.get(kind)))
            at = end
        rest = units[2 * at :].decode("utf-16-le")
    except UnicodeDecodeError:  # a paragraph that begins or ends within a character
        return []
    return [] if rest.strip() else blocks


def _split(text: str) -> Iterator[Block]:
    """Paragraphs as those of a plain text are told."""
    split = split_paragraphs(text)
    kinds = kinds_of(split.texts, with_headings=not split.is_doubtful)
    return map(Block, split.texts, kinds)


def seconds_for(content: bytes) -> float:
    """How long the reading of a file may take: longer for a larger one."""
    return 30 + _SECONDS_A_MEGABYTE * len(content) / 1e6


def text_of(content: bytes) -> CasText:
    """The texts of a CAS. Called in another process."""
    found = CasText()
    about = About()
    for each in structures(content):
        if each.type == SOFA:
            found.texts[each.id] = str(each.features.get("sofaString") or "")
        elif each.type != VIEW:
            about.take(each)
            found.n_labels += _is_label(each)
            if each.type == PARAGRAPH:
                view = str(each.features.get("sofa", each.features.get("@sofa")))
                place = each.number("begin"), each.number("end"), str(each.features.get("divType"))
                found.paragraphs.setdefault(view, []).append(place)
    found.fields = about.fields
    return found


def _is_label(each: Structure) -> bool:
    """Whether somebody said something about a part of a text."""
    is_of_words = "begin" in each.features and "end" in each.features
    return is_of_words and not is_structural(each.type) and not is_linguistic(each.type)


class About:
    """What a CAS says about its text, by the names of an article's fields where it has them."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.id = ""

    def take(self, each: Structure) -> None:
        """Whatever this structure adds."""
        said = {name: each.features.get(name) for name in _NAMES}
        words = {name: value for name, value in said.items() if isinstance(value, str) and value}
        if each.type in {ABOUT, DOCUMENT}:
            self._of_document(words)
        elif each.type == FIELD and "key" in words:
            self.fields[words["key"]] = words.get("value", "")

    def _of_document(self, words: dict[str, str]) -> None:
        self.id = words.get("documentId", self.id)
        title, language = words.get("documentTitle", ""), words.get("language", UNKNOWN_LANGUAGE)
        # Most programs write the name of the file as the title.
        if title and not _is_file_name(title):
            self.fields.setdefault("title", title)
        if language != UNKNOWN_LANGUAGE:
            self.fields.setdefault("lang", language)


_NAMES = ("documentId", "documentTitle", "language", "key", "value")


def _candidates(fields: dict[str, str]) -> Iterator[Candidate]:
    """The fields that an article has, as proposals."""
    for name in FIELDS:
        words = fields.get(name, "")
        if name == "lang":
            yield from _language(words)
            continue
        value = a_date(words) if name == "published_on" else words
        if value:
            yield Candidate(name, value, words)


def _language(words: str) -> Iterable[Candidate]:
    found = language_of(words)
    return () if found is None else (found,)


def _meta(fields: dict[str, str]) -> dict[str, str]:
    """What is no field of an article, or a date that is none."""
    is_date = a_date(fields.get("published_on", "")) != ""
    taken = {*FIELDS, "document"} - (set() if is_date else {"published_on"})
    return {name: value for name, value in fields.items() if name not in taken and value}


def _is_file_name(title: str) -> bool:
    stem, dot, ending = title.rpartition(".")
    return bool(dot and stem) and 1 <= len(ending) <= 5 and ending.isalnum() and " " not in ending
