"""The project file as the rest of the program sees it. Imports the store's rooms, model, errors."""
# ruff: noqa: A002  # a round is a word of this project

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, Self

from annotator.store.answers import Answers
from annotator.store.articles import Added, Articles, Metadata, Source
from annotator.store.backup import back_up
from annotator.store.checking import Finding, check
from annotator.store.clock import Clock, utc_now
from annotator.store.connection import Connection
from annotator.store.definitions import (
    MAIN_ROUND,
    CodebookVersion,
    Definitions,
    Project,
    Round,
)
from annotator.store.exchange import Exchange
from annotator.store.extracts import Extracts
from annotator.store.history import History
from annotator.store.opening import make_file, open_file
from annotator.store.snapshots import snapshot
from annotator.store.troubles import in_words

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from annotator.model import (
        Annotation,
        Annotator,
        Article,
        Codebook,
        Document,
        DocumentId,
        Kind,
        Paragraph,
    )
    from annotator.store.engine import sqlite3
    from annotator.store.steps import Change, Step


class Store(Exchange, Extracts):
    """A project file. Every method is one whole transaction, or a part of `write()`.

    A connection belongs to the thread that opened it.
    """

    def __init__(self, file: Connection):
        super().__init__(file)
        self._articles = Articles(file)
        self._answers = Answers(file, self._definitions)
        self._history = History(file, self._definitions)
        self._seen = self._data_version()

    @property
    def path(self) -> Path:
        """The project file."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder may not be changed."""
        return self._file.read_only

    # -------------------------------------------------------------- opening

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        codebook: Codebook,
        toml: str = "",
        title: str = "",
        clock: Clock = utc_now,
    ) -> Self:
        """A new project with the round `main`; nothing is left behind if it fails.

        Raises:
            ProjectExists: there is a file of this name.
            ProjectUnwritable: the folder is missing, read-only or full.
        """

        def fill(raw: sqlite3.Connection) -> None:
            file = Connection(path, raw, clock=clock)
            Definitions(file).begin(codebook, toml=toml, title=title)

        make_file(path, fill)
        return cls.open(path, clock=clock)

    @classmethod
    def open(
        cls, path: Path, *, wait_ms: int = 250, clock: Clock = utc_now, device_label: str = ""
    ) -> Self:
        """An existing project; a file made by an older version is copied, then migrated.

        Args:
            path: the file; where it or its folder is read-only, so is the store.
            wait_ms: how long a write waits for other programs before it gives up.
            clock: what time it is.
            device_label: how this installation calls itself in the log.

        Raises:
            NotAProject: missing, of another kind, damaged, or with foreign tables.
            NewerProject: made by a newer version of the program.
            ProjectBusy, ProjectUnwritable: it cannot be opened now, or not here.
        """
        return cls(open_file(path, wait_ms=wait_ms, clock=clock, device_label=device_label))

    def close(self) -> None:
        """Let go of the file; it is the whole project then, without files beside it."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def write(self) -> AbstractContextManager[None]:
        """One transaction around several writes: all of them or none."""
        return self._file.write()

    def changed_elsewhere(self) -> bool:
        """Whether another connection has changed the file since the last call, or the opening."""
        before, self._seen = self._seen, self._data_version()
        return before != self._seen

    def _data_version(self) -> int:
        return int(self._file.one("PRAGMA data_version"))

    # -------------------------------------------------------------- definitions

    def project(self) -> Project:
        """Title, uid and settings of the project."""
        with in_words(self.path):
            return self._definitions.project()

    def codebook(self, round: str = MAIN_ROUND) -> Codebook:
        """The codebook of a round."""
        with in_words(self.path):
            return self._definitions.codebook(round)

    def codebook_of(self, version: str) -> Codebook:
        """The codebook with this version number. Raises KeyError."""
        return self._definitions.codebook_of(version)

    def codebook_toml(self, round: str = MAIN_ROUND) -> str:
        """The text of a round's codebook as it was given; empty if it was not."""
        return self._definitions.codebook_toml(round)

    def codebook_versions(self) -> list[CodebookVersion]:
        """All codebook versions in the order of arrival."""
        return self._definitions.codebook_versions()

    def rounds(self) -> list[Round]:
        """All rounds, `main` first."""
        with in_words(self.path):
            return self._definitions.rounds()

    def annotators(self) -> list[Annotator]:
        """All annotators, by key."""
        return self._definitions.annotators()

    def add_annotator(
        self,
        key: str,
        *,
        kind: Literal["human", "model", "import"] = "human",
        uid: str | None = None,
    ) -> Annotator:
        """A new annotator. Raises AnswerRefused if the key is empty, odd or taken."""
        return self._definitions.add_annotator(key, kind=kind, uid=uid)

    def coder(self) -> Annotator | None:
        """The annotator whose part of a project this file is; None for a whole project."""
        key = self.project().coder
        return next((each for each in self.annotators() if each.key == key), None)

    def holders(self) -> list[tuple[str, str]]:
        """Key and label of every holder type and named holder."""
        return self._definitions.holders()

    # -------------------------------------------------------------- articles

    def add_article(
        self, article: Article, *, keep_duplicates: bool = False, keep_source: bool = True
    ) -> Added:
        """Store an article, unless its text, or the same part of the same bytes, is there already.

        Metadata are the article's first candidates. With `keep_duplicates` it is stored once more;
        without `keep_source` the imported bytes are not kept, but their hash is.
        """
        return self._articles.add(article, keep_duplicates=keep_duplicates, keep_source=keep_source)

    def find_article(self, article: Article) -> Added | None:
        """The document with the same text, or the same part of the same bytes, if there is one."""
        return self._articles.find(article)

    def metadata(self, document: DocumentId) -> Metadata:
        """What the project says of a document beside its text. Raises KeyError."""
        with in_words(self.path):
            return self._articles.metadata(document)

    def set_metadata(self, document: DocumentId, metadata: Metadata) -> None:
        """Say something else of a document beside its text."""
        self._articles.set_metadata(document, metadata)

    def documents(self) -> list[Document]:
        """All documents but hidden ones, in the order of import."""
        return self._articles.documents()

    def paragraphs(self, document: DocumentId) -> list[Paragraph]:
        """A document's paragraphs in reading order."""
        return self._articles.paragraphs(document)

    def kinds(self) -> dict[DocumentId, list[Kind]]:
        """The kinds of every document's paragraphs, but of hidden ones; documents as imported."""
        return self._articles.kinds()

    def source(self, document: DocumentId) -> Source | None:
        """The imported bytes and how they were read; None where only the text came in."""
        with in_words(self.path):
            return self._articles.source(document)

    # -------------------------------------------------------------- answers

    def annotations(self, document: DocumentId, round: str, annotator: str) -> list[Annotation]:
        """One annotator's answers on one document, in reading order, the whole document last."""
        with in_words(self.path):
            return self._answers.of_document(document, round, annotator)

    def has_answered(self, round: str, annotator: str) -> bool:
        """Whether this annotator has any answer in this round."""
        return self._answers.has_answered(round, annotator)

    def annotate(self, changes: Sequence[Change], *, duration_ms: int | None = None) -> Step:
        """Write answers and the events that tell of them, durably, as one step.

        An answer that stands already writes nothing and is left out of the result. Codes are
        put in codebook order and evidence is sorted. All changes belong to one round and annotator.

        Raises:
            AnswerRefused: a rule of the codebook is broken, or evidence leaves the text.
            StoreError: the file is locked, full, read-only or damaged.
            Either way nothing was written.
        """
        return self._answers.annotate(changes, duration_ms)

    def set_kind(
        self, document: DocumentId, paragraph: int, kind: Kind, *, round: str, annotator: str
    ) -> Step:
        """Write a paragraph's kind as a step of this round and annotator."""
        return self._answers.set_kind(document, paragraph, kind, round, annotator)

    def undo(self, round: str, annotator: str) -> Step | None:
        """Take back the annotator's last step in this round; None if there is none.

        Raises:
            AnswerRefused: an answer of the step has changed since; `values["paragraph"]` is where.
        """
        return self._history.undo(round, annotator)

    def redo(self, round: str, annotator: str) -> Step | None:
        """Do again what was taken back last; None if nothing was, or something was done since.

        Raises:
            AnswerRefused: an answer of the step has changed since.
        """
        return self._history.redo(round, annotator)

    def named_holders_used(self, document: DocumentId, round: str, annotator: str) -> list[str]:
        """The named holders that this annotator has used in this document, the latest first."""
        return self._answers.named_holders(document, round, annotator)

    # -------------------------------------------------------------- care

    @contextmanager
    def snapshot(self) -> Generator[Self]:
        """The project as it is now, for long reading, which then hinders no other program."""
        with snapshot(self._file) as still:
            yield self if still is self._file else type(self)(still)

    def check(self) -> list[Finding]:
        """What is not as it must be; empty for a sound project. It reads a snapshot.

        Looks at the database itself, the texts and their hashes, codebooks, whether every answer
        is allowed by its codebook and lies within its text, and whether the log, replayed, gives
        the answers.
        """
        with snapshot(self._file) as still:
            return check(still)

    def back_up(self, *, always: bool = False) -> Path | None:
        """A copy in the folder `backups` beside the file, once a day; None where there is one.

        Seven days, four weeks and six months are kept.

        Args:
            always: a further copy, whatever there is; before a merge for instance.

        Raises:
            StoreError: the copy cannot be written.
        """
        return back_up(self._file, always=always)
