"""Files into a project: each whole or not at all, and what became of every one in words.

Imports text, store, formats, model and errors; the window and the command line share it.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.model import Article, Remark, canonical_text, sha256_hex
from annotator.text.editing import Edit, edited
from annotator.text.reading import AS_FOUND, Options, read_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.model import DocumentId
    from annotator.store import Store
    from annotator.text.duplicates import Near, Neighbours

# With more articles in a project those that came last are compared with new ones.
_COMPARED = 20_000
# Of one file, so many failures and nearly equal texts are told one by one.
_TOLD = 20
# So many articles of a file are read before the project is locked for writing.
_READ_AHEAD = 100
_TABLE = "corpus"  # the importer of tables, whose columns say what they hold

# An article of a file: the hash of the bytes it came from, and its part.
Key = tuple[str, int]

_OF_MANY = {
    "cut_off_end": "articles that stop without a full stop, perhaps cut off: {n}",
    "junk_at_head": "articles that open with what looks like remains of a page: {n}",
    "unreadable_characters": "articles with unreadable characters, which stand as U+FFFD: {n}",
    "name_and_content_differ": "the file's name promises another form than its content has",
    "page_left_out": "pages of which something was left out as no part of the article: {n}",
    "no_article_told": "pages that are kept whole, as no article could be told in them: {n}",
    "zero_bytes": "articles with zero bytes, which stand as U+FFFD: {n}",
    "control_characters": "articles with control characters: {n}",
    "file_cut_off": "articles of files that are cut off: {n}",
    "tracked_changes": "articles with tracked changes, which were accepted: {n}",
    "pages_without_text": "articles with pages that have no text, perhaps scanned: {n}",
    "download_cut_off": "articles without the mark at their end; the download may be cut off: {n}",
    "download_head_unknown": "articles of whose head no headline could be told: {n}",
    "download_left_out": "downloads of which something was left out as no part of any article: {n}",
    "download_layout_unknown": "downloads of an unknown layout, each kept as one article: {n}",
    "chapters_without_text": "chapters without text (covers, pictures) were left out",
}


class Wishes(Struct, frozen=True, kw_only=True):
    """How files are to be taken in: how they are read, and what of them is kept.

    Without `proposals` no title, author, outlet, date or address is taken that was merely found in
    the text; those of a table's columns are.
    """

    options: Options = AS_FOUND
    keep_duplicates: bool = False
    dry_run: bool = False
    proposals: bool = True


class Prepared(Struct, frozen=True, kw_only=True):
    """What was said of one file beforehand.

    `options` instead of those for all files; `edits` and `left_out` of its articles; `articles` and
    `failures` where all of it has been read already. Where it is read once more, `shown` are the
    hashes of the bytes that somebody saw, and `is_all_shown` says whether there were no others:
    other bytes are refused. Empty where nobody has seen any.
    """

    options: Options | None = None
    edits: dict[Key, tuple[Edit, ...]] = {}
    left_out: frozenset[Key] = frozenset()
    articles: tuple[Article, ...] | None = None
    failures: tuple[ImportFailed, ...] = ()
    shown: frozenset[str] = frozenset()
    is_all_shown: bool = True


AS_IT_IS = Prepared()


class FileFate(Struct, kw_only=True):
    """What became of one file.

    `first` is its first article that is in or was there; `remarks` are those of a single article,
    or what is told of many, counted. `failures` holds the first of `n_failed`.
    """

    path: Path
    n_taken: int = 0
    n_there: int = 0
    n_failed: int = 0
    n_paragraphs: int = 0
    n_labels: int = 0
    first: Article | None = None
    failures: list[ImportFailed] = []
    remarks: list[Remark] = []


class Intake:
    """Takes one file after the other into a project.

    `on_article` is called before each article; what it raises ends the file, of which nothing is in
    then.
    """

    def __init__(self, store: Store, wishes: Wishes, on_article: Callable[[], None] = lambda: None):
        self._store = store
        self._wishes = wishes
        self._on_article = on_article
        self._would_be_there: set[str] = set()
        self._new_texts: dict[int, str] = {}
        self._neighbours: Neighbours | None = None
        self._titles: dict[int, str] = {}

    def take(self, path: Path, prepared: Prepared = AS_IT_IS) -> FileFate:
        """Take a file in, in one transaction; what fails is told in the result.

        Raises:
            StoreError: the project cannot be written.
        """
        fate = FileFate(path=path)
        try:
            self._take(path, fate, prepared)
        except ImportFailed as error:
            # Nothing of the file is in.
            fate = FileFate(path=path, n_failed=1, failures=[error])
        return fate

    def _take(self, path: Path, fate: FileFate, prepared: Prepared) -> None:
        def failed(error: ImportFailed) -> None:
            fate.n_failed += 1
            if len(fate.failures) < _TOLD:
                fate.failures.append(error)

        for error in prepared.failures:
            failed(error)
        articles = self._read(path, prepared, failed)
        # Reading may be slow, and nobody else can write while the project is locked.
        first = list(islice(articles, _READ_AHEAD))
        if self._wishes.dry_run:
            self._take_articles(chain(first, articles), fate)
        else:
            self._compare_early(first)
            with self._store.write():
                self._take_articles(chain(first, articles), fate)
        fate.remarks += _on_labels(path, fate.n_labels)

    def _read(
        self, path: Path, prepared: Prepared, failed: Callable[[ImportFailed], None]
    ) -> Iterator[Article]:
        """The articles of a file as they are to be taken in."""
        wished = self._wishes.options
        options = replace(prepared.options or wished, keep_source=wished.keep_source)
        articles: Iterable[Article] = prepared.articles or ()
        if prepared.articles is None:
            articles = read_articles(path, options, failed=failed)
        wanted = prepared.edits.keys() | prepared.left_out
        unseen = set(prepared.shown)
        for article in articles:
            self._on_article()
            key = article.source_sha256, article.part
            unseen.discard(key[0])
            if prepared.is_all_shown and prepared.shown and key[0] not in prepared.shown:
                raise _has_changed(path)
            wanted -= {key}
            if key not in prepared.left_out:
                proposed = article if self._wishes.proposals else _without_proposals(article)
                yield edited(proposed, prepared.edits.get(key, ()))
        if wanted or unseen:
            raise _has_changed(path)

    def _take_articles(self, articles: Iterable[Article], fate: FileFate) -> None:
        told: Counter[str] = Counter()
        near: list[Remark] = []
        for article in articles:
            self._take_article(article, fate, near)
            if fate.n_taken + fate.n_there == 1:
                fate.remarks = list(article.remarks)
            told.update({remark.slug for remark in article.remarks})
        if fate.n_taken + fate.n_there > 1:
            fate.remarks = list(_counted(told))
        fate.remarks += near[:_TOLD]

    def _compare_early(self, articles: Iterable[Article]) -> None:
        """Read what new articles are compared with, before the project is locked."""
        if self._neighbours is None and any(self._store.find_article(a) is None for a in articles):
            self._others(but=0)

    def _take_article(self, article: Article, fate: FileFate, near: list[Remark]) -> None:
        from annotator.text.duplicates import runs_of

        fate.first = fate.first or article
        fate.n_labels += sum(_labels(step) for step in article.steps)
        key = self._added(article)
        if key is None:
            fate.n_there += 1
            return
        fate.n_taken += 1
        fate.n_paragraphs += len(article.paragraphs)
        others = self._others(key)
        runs = runs_of(article.text)
        if (found := others.near(runs)) and not self._wishes.keep_duplicates:
            near.append(nearly_the_same(found, self._titles[found.key]))
        others.add(key, runs)
        self._titles[key] = article.proposed("title") or article.file_name

    def _added(self, article: Article) -> int | None:
        """The key of the article, which is in now, or would be; None if it was there before."""
        if not self._wishes.dry_run:
            added = self._store.add_article(
                article,
                keep_duplicates=self._wishes.keep_duplicates,
                keep_source=self._wishes.options.keep_source,
            )
            return None if added.already_there else added.document
        seen = {f"{article.source_sha256} {article.part}", sha256_hex(article.text)}
        is_there = seen & self._would_be_there or self._store.find_article(article)
        self._would_be_there |= seen
        if is_there and not self._wishes.keep_duplicates:
            return None
        key = -1 - len(self._new_texts)  # documents count from 1
        self._new_texts[key] = article.text
        return key

    def _others(self, but: int) -> Neighbours:
        """The articles to compare with: at first those that were there, but for one that is new."""
        from annotator.text.duplicates import Neighbours, runs_of

        if self._neighbours is None:
            self._neighbours = Neighbours(self._text_of)
            for document in self._store.documents()[-_COMPARED:]:
                if document.id != but:
                    self._titles[document.id] = document.title
                    self._neighbours.add(document.id, runs_of(self._text_of(document.id)))
        return self._neighbours

    def _text_of(self, key: int) -> str:
        return self._new_texts[key] if key < 0 else _stored_text(self._store, key)


def _has_changed(path: Path) -> ImportFailed:
    return ImportFailed(
        "the file has changed since it was looked at, and nothing of it was taken in",
        where=path,
        remedy="add it to the list once more, and look at what is in it now",
    )


def _without_proposals(article: Article) -> Article:
    if article.importer == _TABLE:
        return article
    return replace(
        article, candidates=tuple(each for each in article.candidates if each.field == "lang")
    )


def nearly_the_same(found: Near, title: str) -> Remark:
    """That a text is nearly that of the article with this title."""
    return Remark(
        slug="nearly_the_same",
        template="{percent} % of its text is that of “{title}”; is it the same article?",
        values={"percent": round(100 * found.share), "title": title},
    )


def _stored_text(store: Store, document: int) -> str:
    paragraphs = store.paragraphs(cast("DocumentId", document))
    return canonical_text([paragraph.text for paragraph in paragraphs])


def _labels(step: dict[str, object]) -> int:
    ignored = step.get("ignored") if step["step"] == "labels" else 0
    return ignored if isinstance(ignored, int) else 0


def _counted(told: Counter[str]) -> Iterator[Remark]:
    """What was remarked on several articles of one file, by how many it was."""
    for slug, n in told.most_common():
        words = _OF_MANY.get(slug)
        if words:
            yield Remark(slug=slug, template=words, values={"n": n})


def _on_labels(path: Path, n_labels: int) -> Iterator[Remark]:
    beside = path.with_suffix(".ann")
    merged = beside if path.suffix.lower() == ".txt" and beside.is_file() else path
    if n_labels or merged != path:
        yield Remark(
            slug="labels_ignored",
            template="labels in {name} were passed over{count}; to bring them in, type: annotator"
            " merge PROJECT {path} --annotator KEY",
            values={
                "name": merged.name,
                "count": f" ({n_labels})" if n_labels else "",
                "path": str(merged),
            },
        )
