"""Which tool a file with labels comes from, by its content. Imports errors, JSON objects, members.

Also what such files hold as articles, for the import of texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from annotator.errors import RecordError
from annotator.formats.catalogue import FORMATS
from annotator.formats.json_objects import json_objects
from annotator.formats.members import Members
from annotator.formats.uima.sources import form_of_inception, is_inception
from annotator.formats.w3c_annotation import is_hypothesis
from annotator.text.signatures import FOREIGN, HEAD, form_of

if TYPE_CHECKING:
    from pathlib import Path

_PRODIGY: Final = frozenset({"_input_hash", "_task_hash", "_annotator_id", "_session_id", "accept"})
_DOCCANO: Final = frozenset({"label", "labels", "cats", "entities"})
_TEXTS: Final = (".jsonl", ".jsonld", ".json", ".csv")
_LABEL_STUDIO: Final = ("annotations", "predictions", "completions")
_ENDINGS: Final = (
    (".ann", "brat"),
    ("typesystem.xml", "uima-xmi"),
    (".xmi", "uima-xmi"),
    (".tsv", "webanno-tsv"),
)

# Title, text, and what else is known.
ForeignArticle = tuple[str, str, dict[str, str]]


class Labelled(Struct, frozen=True):
    """The texts of a file with labels, each once, and how many answers stand beside them."""

    articles: tuple[ForeignArticle, ...]
    n_labels: int


def recognise(path: Path) -> str | None:
    """The format's name in the catalogue; None for what no reader of labels knows."""
    try:
        members = Members(path)
    except RecordError:
        return None
    if members.is_many:
        return _of_many(members)
    if path.suffix.lower() == ".ann" or _has_standoff(path):
        return "brat"
    return _of_file(members, members.names[0])


def articles_in(path: Path, name: str) -> Labelled:
    """The texts of a file of this format, without its labels.

    Raises:
        RecordError: the file cannot be read; with the line.
    """
    articles: dict[str, ForeignArticle] = {}
    whole: set[str] = set()  # articles of our own files, of which the paragraphs stand there too
    n_labels = 0
    for document in FORMATS[name].load().read(path):
        n_labels += sum(len(each.labels) + len(each.spans) for each in document.answers)
        if document.text.strip():
            title = document.metadata.get("title") or document.name
            articles.setdefault(document.text, (title, document.text, document.metadata))
            if document.metadata.get("paragraph") == "":
                whole.add(document.metadata.get("document", ""))
                articles[document.text] = (title, document.text, document.metadata)
    found = (each for each in articles.values() if not _is_part(each[2], whole))
    return Labelled(tuple(found), n_labels)


def _is_part(metadata: dict[str, str], whole: set[str]) -> bool:
    """Whether this is a paragraph of an article that stands in the file as a whole."""
    return bool(metadata.get("paragraph")) and metadata.get("document") in whole


def _of_many(members: Members) -> str | None:
    """Of a folder or archive: by the names in it, else by its first file that says something."""
    if any(name == "project.qde" for name in members.names):
        return "qdpx"
    for ending, name in _ENDINGS:
        if next(members.ending(ending), None) is not None:
            return name
    if is_inception(members):
        return form_of_inception(members)
    found = (_of_file(members, name) for name in members.ending(*_TEXTS))
    return next((name for name in found if name is not None), None)


def _has_standoff(path: Path) -> bool:
    return path.suffix.lower() == ".txt" and path.with_suffix(".ann").is_file()


def _of_file(members: Members, name: str) -> str | None:
    with members.open(name) as source:
        head = source.read(HEAD)
    form = form_of(head, name).key
    if form in FOREIGN:
        return form
    if form in {"csv", "tsv"}:
        return _of_table(head)
    return _of_json(members, name) if form in {"json", "jsonl"} else None


def _of_table(head: bytes) -> str | None:
    first = head.decode("latin-1").replace("\0", "").split("\n", 1)[0].lower()
    columns = {cell.strip(' "\r\ufeffÿþï»¿') for cell in first.replace("\t", ",").split(",")}
    return "doccano" if {"text"} < columns and columns & _DOCCANO else None


def _of_json(members: Members, name: str) -> str | None:
    try:
        with members.open(name) as source:
            first = next(json_objects(source, members.where(name)), None)
    except RecordError:
        return None
    return None if first is None or not isinstance(first.value, dict) else _of_object(first.value)


def _of_object(found: dict[str, object]) -> str | None:
    if is_hypothesis(_first_of(found)):
        return "w3c"
    if isinstance(found.get("data"), dict) or any(
        isinstance(found.get(key), list) and _has_results(found[key]) for key in _LABEL_STUDIO
    ):
        return "label-studio"
    if found.keys() & _PRODIGY or found.get("answer") in ("accept", "reject", "ignore"):
        return "prodigy"
    return "doccano" if "text" in found and found.keys() & _DOCCANO else None


def _first_of(found: dict[str, object]) -> dict[str, object]:
    """The first of the annotations that an object holds, else itself."""
    for key in ("annotations", "rows"):
        inner = found.get(key)
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            return inner[0]
    return found


def _has_results(annotations: object) -> bool:
    return isinstance(annotations, list) and any(
        isinstance(each, dict) and "result" in each for each in annotations
    )
