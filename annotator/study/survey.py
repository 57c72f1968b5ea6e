"""Files looked at before they are taken in: what is in each, and what is there already.

Writes nothing. Imports text, store, model and errors; the import window shows what is found here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.model import Article, Remark, canonical_text, sha256_hex
from annotator.study.intake import nearly_the_same
from annotator.text.columns import Columns, columns_of
from annotator.text.importing import opened
from annotator.text.reading import TABLES, Options, form_at, read_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.model import Document
    from annotator.store import Store
    from annotator.study.intake import Key
    from annotator.text.duplicates import Neighbours

# So many articles of a file are looked at; those of larger files are seen when they are taken in.
LOOKED_AT = 100
# So many articles of the project, and of the files, are compared for nearly equal texts.
_COMPARED = 2_000


class Seen(Struct, frozen=True):
    """An article of a file, and what it is the same as.

    `is_there`: the project has it. `twin`: the name of an earlier file of the list with the same
    text. `near`: says of which other article its text is nearly that.
    """

    article: Article
    is_there: bool = False
    twin: str = ""
    near: Remark | None = None

    @property
    def key(self) -> Key:
        """Which article it is."""
        return self.article.source_sha256, self.article.part


class Look(Struct, frozen=True, kw_only=True):
    """What is in a file. `columns` are those of a table, and `fields` says what they hold."""

    path: Path
    options: Options
    form: str = ""
    seen: tuple[Seen, ...] = ()
    is_all: bool = True
    failures: tuple[ImportFailed, ...] = ()
    columns: tuple[str, ...] = ()
    fields: dict[str, str] = {}


class Survey:
    """Looks at one file after the other, and remembers the texts that it has seen."""

    def __init__(self) -> None:
        self._by_text: dict[str, Path] = {}
        self._marks: dict[Path, list[str]] = {}
        self._of_path: dict[Path, list[int]] = {}
        self._texts: dict[int, tuple[str, str]] = {}
        self._neighbours: Neighbours | None = None
        self._documents: dict[int, Document] = {}
        self._n = 0

    def look(self, store: Store, path: Path, options: Options) -> Look:
        """What is in a file, read in this way; it may be looked at again in another.

        Args:
            store: the project, opened by this thread.
            path: the file.
            options: how to read it.

        Raises:
            StoreError: the project cannot be read.
        """
        self.forget(path)
        failures: list[ImportFailed] = []
        look = Look(path=path, options=options)
        try:
            look = replace(look, form=options.form or form_at(path).key)
            look = _with_columns(look)
            found, is_all = _first(path, options, failures.append)
        except ImportFailed as error:
            return replace(look, failures=(*failures, error))
        seen = tuple(self._seen(store, path, article) for article in found)
        return replace(look, seen=seen, is_all=is_all, failures=tuple(failures))

    def forget(self, path: Path) -> None:
        """Leave a file out: others are no longer compared with it."""
        for mark in self._marks.pop(path, ()):
            del self._by_text[mark]
        for key in self._of_path.pop(path, ()):
            del self._texts[key]
            assert self._neighbours is not None
            self._neighbours.forget(key)

    def _seen(self, store: Store, path: Path, article: Article) -> Seen:
        marks = (f"{article.source_sha256} {article.part}", sha256_hex(article.text))
        twin = next((self._by_text[each] for each in marks if each in self._by_text), None)
        for each in marks:
            if each not in self._by_text:
                self._by_text[each] = path
                self._marks.setdefault(path, []).append(each)
        if store.find_article(article) is not None:
            return Seen(article, is_there=True)
        if twin is not None:
            return Seen(article, twin=twin.name)
        return Seen(article, near=self._near(store, path, article))

    def _near(self, store: Store, path: Path, article: Article) -> Remark | None:
        from annotator.text.duplicates import runs_of

        if len(self._texts) >= _COMPARED:
            return None
        neighbours = self._prepared(store)
        runs = runs_of(article.text)
        found = neighbours.near(runs)
        self._n += 1
        self._texts[-self._n] = article.text, article.proposed("title") or article.file_name
        self._of_path.setdefault(path, []).append(-self._n)
        neighbours.add(-self._n, runs)
        if found is None:
            return None
        known = self._documents.get(found.key)
        return nearly_the_same(found, known.title if known else self._texts[found.key][1])

    def _prepared(self, store: Store) -> Neighbours:
        from annotator.text.duplicates import Neighbours, runs_of

        def text_of(key: int) -> str:
            return self._texts[key][0] if key < 0 else stored[key]

        if self._neighbours is None:
            documents = store.documents()[-_COMPARED:]
            stored: dict[int, str] = {
                each.id: canonical_text([p.text for p in store.paragraphs(each.id)])
                for each in documents
            }
            self._neighbours = Neighbours(text_of)
            self._documents = {each.id: each for each in documents}
            for key, text in stored.items():
                self._neighbours.add(key, runs_of(text))
        return self._neighbours


def _first(
    path: Path, options: Options, failed: Callable[[ImportFailed], None]
) -> tuple[list[Article], bool]:
    """The first articles of a file, and whether that is all of them."""
    found: list[Article] = []
    unpacked = replace(options, keep_source=False)  # to pack a large table takes a second
    articles: Iterator[Article] = read_articles(path, unpacked, failed=failed)
    for article in articles:
        if len(found) == LOOKED_AT:
            return found, False
        found.append(article)
    return found, True


def _with_columns(look: Look) -> Look:
    """The look with the columns of a table, and what they seem to hold."""
    if look.form not in TABLES:
        return look
    from annotator.text.corpora import column_names

    with opened(look.path) as file:
        names = column_names(file, look.form, look.options.encoding)
    return replace(look, columns=names, fields=_fields(names, look.options.columns))


def _fields(names: tuple[str, ...], said: dict[str, str]) -> dict[str, str]:
    try:
        columns: Columns = columns_of(names, said)
    except ImportFailed:  # said again, with its place, when the articles are read
        return dict(said)
    fields = {"text": columns.text}
    fields.update(columns.fields.items())
    return fields
