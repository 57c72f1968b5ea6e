"""Files of any form to articles: the form is told by the content, and its reader is called.

Imports `errors`, `model` and its siblings, each reader only when a file needs it. A reader is a
module with `read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]`,
which raises ImportFailed for what it cannot take; `READERS` names those that there are.
"""

from __future__ import annotations

import importlib
import io
from typing import TYPE_CHECKING, Protocol, cast

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.text.importing import file_name_of, is_no_article, opened, whole
from annotator.text.plain import with_remark
from annotator.text.signatures import (
    FOREIGN,
    HEAD,
    LABELS,
    Form,
    form_of,
    refuse_export,
    rough_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from annotator.model import Article
    from annotator.text.archives import Archive

# By form, the module that reads it.
READERS = {
    "text": "plain",
    "html": "html",
    "epub": "epub",
    "docx": "docx",
    "rtf": "rtf",
    "odt": "odt",
    "pdf": "pdf",
    "nexis": "nexis",
    "qdpx": "qdpx",
    "uima-xmi": "uima",
    "uima-json": "uima",
    "webanno-tsv": "webanno_tsv",
}
# Forms with one article a record, which are read as they come.
TABLES = frozenset({"csv", "tsv", "jsonl", "json"})
FORMS = (*READERS, *sorted(TABLES), "zip")
_INCEPTION = "exportedproject.json"
_WITH_ENCODING = frozenset({"text", "html"})


class Options(Struct, frozen=True, kw_only=True):
    """How to read; what is None is found out.

    `form` is one of FORMS. `columns` says which column of a table is the `text`, `title`, `author`,
    `outlet`, `published_on`, `url` and `lang`. Without `keep_source` large files are not packed.
    """

    form: str | None = None
    encoding: str | None = None
    lang: str | None = None
    columns: dict[str, str] = {}
    keep_source: bool = True


AS_FOUND = Options()


class _Reader(Protocol):
    def read(self, content: bytes, *, file_name: str, **options: str | None) -> list[Article]:
        """The articles of a file."""


def read_articles(
    path: Path, options: Options = AS_FOUND, *, failed: Callable[[ImportFailed], None] | None = None
) -> Iterator[Article]:
    """The articles in a file, one after the other; most files hold one.

    Args:
        path: the file.
        options: what the user said.
        failed: is told of each part (a file in an archive, a row of a table) that holds no article,
            and the other parts are read; without it the first such part is raised.

    Raises:
        ImportFailed: the file as a whole cannot be read; it names the path, and where in the file.
    """
    try:
        with opened(path) as file:
            yield from _read(file, file_name_of(path), options, _placed(failed, path))
    except ImportFailed as error:
        raise _at(error, str(path)) from None


def form_at(path: Path) -> Form:
    """The form of a file. Raises ImportFailed where it cannot be read."""
    with opened(path) as file:
        return _form(file, file_name_of(path))


def no_such_reader(form: Form, file_name: str) -> ImportFailed:
    """The refusal of a file in a form that nothing here reads as articles."""
    if form.key == "qdc":
        return ImportFailed(
            "the file is a codebook of REFI-QDA (QDC), and no article",
            remedy="make the draft of a codebook of it: annotator codebook draft {name}",
            name=file_name,
        )
    if form.key in FOREIGN:
        return ImportFailed(
            "the file is {kind}, which holds answers to questions about its text",
            remedy="bring them in with: annotator merge PROJECT {name} --annotator KEY",
            kind=form.label,
            name=file_name,
        )
    if form.key == "xlsx":
        return ImportFailed(
            "the file is Excel (XLSX), which is not read",
            remedy="save the sheet as CSV (UTF-8) and import that",
        )
    return ImportFailed(
        "the file is {kind}, which is not read",
        remedy="save the article as a text file (.txt) and import that",
        kind=form.label,
    )


def _read(
    file: BinaryIO, file_name: str, options: Options, failed: Callable[[ImportFailed], None] | None
) -> Iterator[Article]:
    form = Form(options.form) if options.form else _form(file, file_name)
    file.seek(0)
    remark = form.remark
    for article in _of_form(form, file, file_name, options, failed):
        yield with_remark(article, remark)
        remark = None


def _form(file: BinaryIO, file_name: str) -> Form:
    head = file.read(HEAD)
    refuse_export(rough_text(head), file_name)
    if head.startswith(b"PK"):  # what is in an archive is listed at its end
        file.seek(0)
        head = whole(file)
    return form_of(head, file_name)


def _of_form(
    form: Form,
    file: BinaryIO,
    file_name: str,
    options: Options,
    failed: Callable[[ImportFailed], None] | None,
) -> Iterator[Article]:
    if form.key in TABLES:
        from annotator.text.corpora import articles_of

        return articles_of(file, form.key, file_name=file_name, options=options, failed=failed)
    if form.key == "zip":
        return _members(whole(file), options, failed)
    if form.key not in READERS:
        raise no_such_reader(form, file_name)
    return _numbered(form.key, whole(file), file_name, options)


def _numbered(key: str, content: bytes, file_name: str, options: Options) -> Iterator[Article]:
    reader = cast("_Reader", importlib.import_module(f"annotator.text.{READERS[key]}"))
    said = {"lang": options.lang}
    if key in _WITH_ENCODING:
        said["encoding"] = options.encoding
    for part, article in enumerate(reader.read(content, file_name=file_name, **said)):
        yield article if article.part == part else replace(article, part=part)


def _members(
    content: bytes, options: Options, failed: Callable[[ImportFailed], None] | None
) -> Iterator[Article]:
    """The articles of a ZIP file's files, as if they lay in a folder."""
    from annotator.text.archives import Archive

    with Archive(content) as archive:
        for name in _article_names(archive, failed):
            bare = name.rpartition("/")[2]
            try:
                yield from _read_member(archive.read(name), bare, options, _placed(failed, name))
            except ImportFailed as error:
                trouble = _at(error, name)
                if failed is None:
                    raise trouble from None
                failed(trouble)


def _article_names(
    archive: Archive, failed: Callable[[ImportFailed], None] | None
) -> Iterator[str]:
    """The members to read, by name; of a project of INCEpTION its texts alone."""
    names = sorted(archive.names)
    if _INCEPTION in archive:
        if failed is not None:
            failed(_left(names))
        names = [name for name in names if name.startswith("source/")]
    for name in names:
        *folders, bare = name.split("/")
        if not is_no_article(bare) and not any(each.startswith((".", "__")) for each in folders):
            yield name


def _left(names: list[str]) -> ImportFailed:
    """What is said of the annotations in a project of INCEpTION."""
    if any(name.startswith("annotation/") for name in names):
        return ImportFailed(
            "this is a project of INCEpTION; its texts are taken, its annotations are not",
            where=_INCEPTION,
            remedy="for the annotations, merge it: annotator merge PROJECT FILE",
        )
    return ImportFailed(
        "this is a project of INCEpTION, whose annotations only Java reads; its texts are taken",
        where=_INCEPTION,
        remedy="for the annotations, export the documents as UIMA CAS XMI or JSON, and merge those",
    )


def _read_member(
    content: bytes, file_name: str, options: Options, failed: Callable[[ImportFailed], None] | None
) -> Iterator[Article]:
    file = io.BytesIO(content)
    form = _form(file, file_name)
    if form.key == "zip":
        raise ImportFailed(
            "this is an archive within an archive", remedy="unpack the outer one, and import both"
        )
    inner = replace(options, form=None if options.form == "zip" else options.form)
    file.seek(0)
    yield from _read(file, file_name, inner, failed)


def _placed(
    failed: Callable[[ImportFailed], None] | None, where: object
) -> Callable[[ImportFailed], None] | None:
    """The same listener, told of each trouble with the place that it is in."""
    if failed is None:
        return None
    return lambda error: failed(_at(error, str(where)))


def _at(error: ImportFailed, place: str) -> ImportFailed:
    """The error with its place before the one that it names: a file, then a line of it."""
    if not error.where.startswith(place):
        error.where = f"{place}: {error.where}" if error.where else place
    return error


def labels() -> dict[str, str]:
    """The forms that are read, in words."""
    return {key: LABELS[key] for key in FORMS}
