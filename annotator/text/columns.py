"""Which column of a table of articles holds what: told by name, in several languages.

Also how a value becomes a text. Imports `errors`, `model` and its siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args

import msgspec
from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.model import Candidate
from annotator.text.dates import dates_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

Field = Literal["title", "author", "outlet", "published_on", "url", "lang"]
FIELDS: tuple[Field, ...] = get_args(Field)

# The first name that occurs wins.
_NAMES = {
    "text": (
        *("text", "body", "content", "article", "full_text", "fulltext", "article_text"),
        *("maintext", "main_text", "article_body", "articlebody", "body_text", "document"),
        *("testo", "texte", "texto", "inhalt", "contenuto", "contenu", "contenido", "corpo"),
    ),
    "title": (
        *("title", "headline", "heading", "article_title"),
        *("titolo", "titre", "titel", "título", "titulo", "überschrift"),
    ),
    "author": (
        *("author", "authors", "byline", "creator", "writer"),
        *("autore", "auteur", "autor", "autoren", "firma"),
    ),
    "outlet": (
        *("outlet", "newspaper", "publication", "publisher", "source", "media", "medium"),
        *("site", "sitename", "site_name", "testata", "fonte", "journal", "zeitung", "quelle"),
        *("periódico", "fuente"),
    ),
    "published_on": (
        *("published_on", "date", "published", "publication_date", "pub_date", "pubdate"),
        *("published_at", "publishedat", "date_published", "datepublished", "publish_date"),
        *("data", "data_pubblicazione", "datum", "fecha"),
    ),
    "url": ("url", "link", "uri", "article_url", "web_url", "permalink"),
    "lang": ("lang", "language", "lingua", "langue", "sprache", "idioma"),
}
# What other tools write beside a text: answers, and what they need for themselves.
_TELLING = frozenset(
    {"label", "labels", "entities", "relations", "spans", "annotations", "predictions", "accept"}
)
LABELS = _TELLING | {
    *(
        "answer",
        "options",
        "tokens",
        "cats",
        "relation",
        "category_labels",
        "completed_by",
        "was_cancelled",
    ),
    *("_input_hash", "_task_hash", "_session_id", "_annotator_id", "_view_id", "_timestamp"),
}
_ISO = re.compile(r"\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:\d\d.*)?\s*", re.DOTALL)
_DATE_LENGTH = 60


class Columns(Struct, frozen=True):
    """The column of the text and of each field; the rest is metadata without a place of its own."""

    text: str
    fields: dict[Field, str]

    def candidates(self, record: Mapping[str, str]) -> Iterator[Candidate]:
        """The values of the fields that are filled in."""
        for field, column in self.fields.items():
            words = record.get(column, "").strip()
            value = a_date(words) if field == "published_on" else words
            if value:
                yield Candidate(field, value, words)

    def meta(self, record: Mapping[str, str]) -> dict[str, str]:
        """All else that is filled in; also a date that is none, or says more than a day."""
        date = self.fields.get("published_on", "")
        taken = {self.text, *self.fields.values()} - {date}
        return {
            name: value
            for name, value in record.items()
            if value and name not in taken and not _is_label(name)
            if name != date or a_date(value) != value.strip()
        }

    def n_labels(self, record: Mapping[str, str]) -> int:
        """How many answers stand in the record: a list of JSON holds several."""
        taken = {self.text, *self.fields.values()}
        return sum(
            _how_many(value)
            for name, value in record.items()
            if last_part(name) in _TELLING and name not in taken and value
        )


def columns_of(names: Sequence[str], said: Mapping[str, str]) -> Columns:
    """What each column holds.

    Args:
        names: the columns, as the table has them.
        said: by `text` and the names of fields, the columns that the user named; empty for a field
            that no column holds.

    Raises:
        ImportFailed: no column of texts can be told, or one that was named is not there.
    """
    for field, column in said.items():
        if column and column not in names:
            raise ImportFailed(
                "there is no column “{column}” for the {field}",
                remedy="the columns are: {names}",
                column=column,
                field=field.replace("published_on", "date"),
                names=_listed(names),
            )
    text = said.get("text") or _found("text", names, said.values())
    if text is None:
        raise ImportFailed(
            "which column holds the text cannot be told",
            remedy="say which one does (in a command: --text-column NAME); there are: {names}",
            names=_listed(names),
        )
    taken = {text, *said.values()}
    fields: dict[Field, str] = {}
    for field in FIELDS:
        found = said[field] if field in said else _found(field, names, taken)
        if found:
            fields[field] = found
            taken.add(found)
    return Columns(text, fields)


def has_text(names: Sequence[str]) -> bool:
    """Whether a column of texts can be told among these."""
    return _found("text", names, ()) is not None


def last_part(name: str) -> str:
    """`url` of `meta.url`, in small letters."""
    return name.rpartition(".")[2].strip().lower()


def as_record(value: Mapping[str, object]) -> dict[str, str]:
    """An object of JSON as columns: objects in it by dotted names, lists as JSON, null left out."""
    record: dict[str, str] = {}
    for name, inner in value.items():
        if isinstance(inner, dict) and name.lower() not in LABELS:
            record |= {f"{name}.{key}": _in_words(each) for key, each in inner.items()}
        else:
            record[name] = _in_words(inner)
    return record


def _how_many(value: str) -> int:
    try:
        read = msgspec.json.decode(value)
    except msgspec.DecodeError:
        return 1
    return len(read) if isinstance(read, list) else 1


def _is_label(name: str) -> bool:
    return name.partition(".")[0].strip().lower() in LABELS


def _in_words(value: object) -> str:
    if value is None or value in ([], {}):
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _found(field: str, names: Sequence[str], taken: Collection[str]) -> str | None:
    """The column whose name says that it holds this; a plain name goes before a dotted one."""
    free = [name for name in names if name not in taken]
    for spelled in (str.strip, last_part):
        by_name = {spelled(name).lower().replace(" ", "_"): name for name in reversed(free)}
        for known in _NAMES[field]:
            if known in by_name:
                return by_name[known]
    return None


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name or "(without a name)" for name in names[:30])


def a_date(words: str) -> str:
    """The day, month or year; empty for what is none. Figures like 3/4/2025 mean two things."""
    if found := _ISO.fullmatch(words):
        return found[1]
    written = dates_in(words) if len(words) <= _DATE_LENGTH else []
    return written[0].value if len(written) == 1 else ""
