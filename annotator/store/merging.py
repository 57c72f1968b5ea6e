"""Merging what another file brings: its events join the log, the log says what stands.

Everything happens in one transaction. The same file twice adds nothing, and the order of files
does not matter: of each answer's events the highest revision stands, then the latest
(`replay`). Imports model.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any, get_args

from annotator.errors import MergeError
from annotator.formats.bundle import (
    AnnotatorRecord,
    CodebookRecord,
    DeviceRecord,
    DocumentRecord,
    EventRecord,
    LabelRecord,
    RoundRecord,
)
from annotator.model import uid_of
from annotator.store.arrivals import Arrivals
from annotator.store.articles_in import IncomingArticles
from annotator.store.backup import back_up
from annotator.store.definitions_in import IncomingDefinitions
from annotator.store.engine import sqlite3
from annotator.store.events_in import IncomingEvents
from annotator.store.judging import Judge
from annotator.store.line_events import LineEvents
from annotator.store.log import Log
from annotator.store.newcomers import Newcomers
from annotator.store.reports import Conflict, Fate, MergeReport, MergeTally, Refused
from annotator.store.settling import Settling
from annotator.store.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.formats.bundle import Content
    from annotator.formats.jsonl import Line
    from annotator.model import Remark
    from annotator.store.connection import Connection
    from annotator.store.definitions import Definitions

    # A line's number, from 1, and its content.
    Incoming = tuple[int, Line]

# Uids are random: with SQLite's usual 2 MB each insert into an index reads the file.
_CACHE = "PRAGMA cache_size={}"
_BIG = -64_000


class _NotForGoodError(Exception):
    """A dry run: the same code, rolled back."""


class Merge:
    """One file being merged."""

    def __init__(
        self,
        file: Connection,
        definitions: Definitions,
        *,
        rename: Mapping[str, str],
        same: set[str],
    ):
        self._file = file
        self._log = Log(file)
        self._writer = Writer(file, definitions)
        self._definitions = definitions
        self._rename, self._same = rename, same
        self._fates: Counter[tuple[str, str, Fate]] = Counter()
        self._refused: list[Refused] = []
        self._conflicts: list[Conflict] = []
        self._newcomers: list[str] = []
        self._remarks: list[Remark] = []
        self._brought: dict[str, int] = {}
        self._kinds = 0

    def lines(self, lines: Iterable[Incoming], *, device_of: str, dry_run: bool) -> MergeReport:
        """Back up, read all lines of an export, write; all or nothing."""
        return self._run(lambda: self._take_lines(lines, uid_of("file", device_of)), dry_run)

    def _run(self, body: Callable[[], None], dry_run: bool) -> MergeReport:
        backup = None if dry_run else back_up(self._file, always=True)
        has_written = False
        usual = self._file.one("PRAGMA cache_size")
        self._file.rows(_CACHE.format(_BIG))
        try:
            with self._file.write():
                before = self._file.raw.total_changes
                body()
                changed = self._file.raw.total_changes != before
                if dry_run:
                    raise _NotForGoodError  # noqa: TRY301  # rolls the transaction back
            has_written = changed
        except _NotForGoodError:
            pass
        finally:
            self._file.rows(_CACHE.format(usual))
            # A copy of what has not changed: a merge that is tried again must not pile them up.
            if backup is not None and not has_written:
                backup.unlink(missing_ok=True)
        return self._report(backup if has_written else None)

    def _take_lines(self, lines: Iterable[Incoming], device_uid: str) -> None:
        last = self._last()
        newcomers = self._people()
        judge = Judge(self._file, self._definitions)
        arrivals = Arrivals(self._definitions, newcomers, judge)
        events = LineEvents(self._file, self._log, device_uid)
        for number, line in lines:
            read = arrivals.read(number, line)
            if isinstance(read, Refused):
                self._refused.append(read)
            else:
                events.add(read)
        events.finish()
        self._newcomers = newcomers.added
        self._fates += events.known
        self._settle(last, with_lines=True)

    def contents(
        self,
        contents: Iterable[Content],
        check: Callable[[], None],
        *,
        dry_run: bool,
        theirs_stands: bool = False,
    ) -> MergeReport:
        """Back up, take all that another project holds, `check`; all or nothing.

        With `theirs_stands` its labels, rounds and metadata take the place of ours where they
        differ.
        """
        try:
            return self._run(lambda: self._take_contents(contents, check, theirs_stands), dry_run)
        except sqlite3.IntegrityError as error:
            # The tables of both files have the same rules; these rows came round them.
            raise MergeError(
                "the file holds what no project can hold ({reason}); nothing was written",
                remedy="look at the file with: annotator check",
                reason=str(error),
            ) from error

    def _take_contents(
        self,
        contents: Iterable[Content],
        check: Callable[[], None],
        theirs_stands: bool,
    ) -> None:
        definitions = IncomingDefinitions(self._file, theirs_stands=theirs_stands)
        last = self._last()
        newcomers = self._people()
        ordered = iter(contents)
        people, first = self._take_definitions(definitions, ordered)
        judge = Judge(self._file, self._definitions)  # knows the codebooks that have just come
        articles = IncomingArticles(self._file, judge, theirs_stands=theirs_stands)
        events = IncomingEvents(self._file, newcomers, judge, articles.refused)
        take: dict[type[Content], Callable[[Any], None]] = {
            AnnotatorRecord: events.annotator,
            DeviceRecord: events.device,
            DocumentRecord: lambda each: self._count("documents", articles.take(each)),
            EventRecord: events.take,
        }
        for each in chain(people, first, ordered):
            take[type(each)](each)
        check()
        events.finish()
        self._newcomers = newcomers.added
        self._refused = [*_with_counts(articles.refused, events.left_out), *events.refused]
        self._settle(last, with_lines=False)
        self._fates += events.unchanged()
        articles.tell_kinds()
        self._remarks = definitions.remarks + articles.remarks

    def _take_definitions(
        self, definitions: IncomingDefinitions, contents: Iterator[Content]
    ) -> tuple[list[Content], list[Content]]:
        """Add codebooks, labels and rounds; the annotators, and the first record of other kinds."""
        people: list[Content] = []
        for each in contents:
            if isinstance(each, CodebookRecord):
                self._count("codebooks", definitions.codebook(each))
            elif isinstance(each, LabelRecord):
                self._count(f"{each.table}s", definitions.label(each))
            elif isinstance(each, RoundRecord):
                self._count("rounds", definitions.round(each))
            elif isinstance(each, AnnotatorRecord):
                people.append(each)
            else:
                return people, [each]
        return people, []

    def _count(self, what: str, is_new: bool) -> None:
        self._brought[what] = self._brought.get(what, 0) + is_new

    def _people(self) -> Newcomers:
        return Newcomers(self._file, self._definitions, rename=self._rename, same=self._same)

    def _last(self) -> int:
        return int(self._file.one("SELECT ifnull(max(seq), 0) FROM event"))

    def _settle(self, last: int, *, with_lines: bool) -> None:
        settling = Settling(self._file, self._writer, last=last, with_lines=with_lines)
        settling.settle()
        self._fates += settling.fates
        self._conflicts = settling.conflicts
        self._kinds = settling.kinds

    def _report(self, backup: Path | None) -> MergeReport:
        def of(annotator: str, round_: str) -> MergeTally:
            counts = (self._fates[annotator, round_, fate] for fate in get_args(Fate))
            return MergeTally(annotator, round_, *counts)

        tallies = [of(*key) for key in sorted({(key[0], key[1]) for key in self._fates})]
        return MergeReport(
            added=sum(each.added for each in tallies),
            updated=sum(each.updated for each in tallies),
            unchanged=sum(each.unchanged for each in tallies),
            refused=self._refused,
            conflicts=self._conflicts,
            tallies=tallies,
            new_annotators=self._newcomers,
            backup=backup,
            kinds=self._kinds,
            brought=self._brought,
            remarks=self._remarks,
        )


def _with_counts(refused: Mapping[str, Refused], left_out: Mapping[str, int]) -> Iterator[Refused]:
    """The refused articles, each with how many events of it were left out."""
    for uid, article in refused.items():
        values = {**article.values, "n": left_out.get(uid, 0)}
        template = f"{article.template}; left out with it: {{n}} changes"
        yield Refused(0, template, values)
