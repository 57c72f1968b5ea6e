"""Another tool's labels into a project: read, given their meaning, put to their places, merged.

May import store and formats. The answers become lines like those of our own export, so that the
store checks and merges them as it does with every other file: all or nothing, with a backup.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from uuid import uuid4

import msgspec
from msgspec import Struct

from annotator.errors import AnnotatorError, MergeError
from annotator.formats.catalogue import FORMATS
from annotator.formats.jsonl import Line, Words
from annotator.formats.members import Members
from annotator.formats.recognising import recognise
from annotator.store import Conflict, MergeTally
from annotator.store.rules import in_order
from annotator.study.file_kinds import holds_a_bundle, holds_a_database, holds_annotations
from annotator.study.foreign_answers import Gathered, Gathering, Person, RefusedAnswer
from annotator.study.foreign_texts import Texts
from annotator.study.labels import LabelMap, Labels, read_map
from annotator.study.names import as_text, check_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.model import Annotation, Answer, Remark
    from annotator.store import MergeReport as Merged
    from annotator.store import Store

ROUND: Final = "main"
_SHOWN: Final = 5


class Foreign(Struct, frozen=True, kw_only=True):
    """How a file is read: its format (None: by its content), whose it is, what its labels mean.

    `annotators` are keys: `K` for the one whose answers the file has, `THEIRS=K` for each of many.
    """

    form: str | None = None
    annotators: tuple[str, ...] = ()
    labels: Path | None = None
    absent_is_none: bool = False


class ForeignReport(Struct, frozen=True, kw_only=True):
    """What became of one file, or with a dry run would."""

    file: str
    format: str
    is_dry_run: bool
    added: int
    updated: int
    unchanged: int
    refused: tuple[RefusedAnswer, ...]
    conflicts: tuple[Conflict, ...]
    by_annotator: tuple[MergeTally, ...]
    new_annotators: tuple[str, ...]
    ignored_labels: dict[str, int]
    remarks: tuple[str, ...]
    backup: str | None

    def as_json(self) -> str:
        """For scripts: one line."""
        return msgspec.json.encode(self).decode()

    def lines(self) -> Iterator[str]:
        """For people: a line in sum, one for each annotator, and what needs a look."""
        trial = " (dry run, nothing is written)" if self.is_dry_run else ""
        yield (
            f"{self.file} ({self.format}): {self.added} added, {self.updated} updated,"
            f" {self.unchanged} unchanged, {len(self.refused)} refused{trial}"
        )
        for one in self.by_annotator:
            new = " (new annotator)" if one.annotator in self.new_annotators else ""
            yield (
                f"  {one.annotator}, round {one.round}: {one.added} added, {one.updated} updated,"
                f" {one.unchanged} unchanged{new}"
            )
        for refused in self.refused:
            yield f"  refused   {refused.where}: {refused.reason}"
        for label, n in self.ignored_labels.items():
            yield f"  left out  “{label}” × {n}, as the table of labels says"
        for remark in self.remarks:
            yield f"  remark    {remark}"
        if self.backup:
            yield f"  the project as it was: {self.backup}"


def is_foreign(path: Path) -> bool:
    """Whether this is another tool's file with labels."""
    return not holds_a_database(path) and recognise(path) is not None


def merge_foreign(
    store: Store, path: Path, how: Foreign, *, dry_run: bool = False
) -> ForeignReport:
    """Put the answers of another tool's file into the project, which must hold the same texts.

    Raises:
        MergeError: a label without a meaning, an annotator who is not said or is somebody here.
        RecordError: the file cannot be read; with the line.
        AnnotatorError: no reader knows the file, or there is nothing in it.
        StoreError: the project cannot be written. In all cases nothing was.
    """
    form = _form(path, how.form)
    codebook = store.codebook()
    table = LabelMap() if how.labels is None else read_map(how.labels, codebook)
    labels = Labels(codebook, table)
    texts = Texts(store)
    gathering = Gathering(codebook, texts, labels)
    remarks = _Remarks()
    beside = () if FORMATS[form].has_texts else (texts.at,)
    for document in FORMATS[form].load().read(path, *beside):
        remarks.add(document.remarks)
        gathering.take(document)
    if not gathering.n_texts:
        raise AnnotatorError(
            "there are no texts of the format {form} in it",
            where=path,
            remedy="check that the right file was chosen, and what --from says",
            form=FORMATS[form].label,
        )
    labels.check(path)
    gathered = list(gathering.answers(absent_is_none=how.absent_is_none))
    known = _People(store, path, how.annotators)
    people = known.all(gathering.people)
    remarks.shown += known.unheard(gathering.people)
    lines = list(_lines(store, gathered, people, _time_of(path)))
    merged = store.merge_lines(enumerate(lines, 1), device_of=_digest(lines), dry_run=dry_run)
    if gathering.n_unmarked:
        remarks.shown.append(
            f"{gathering.n_unmarked} × marked words left out: their layer takes none"
        )
    return _report(
        path,
        form,
        merged,
        (*gathering.refused, *_refused(merged, gathered)),
        (dict(sorted(labels.ignored.items())), tuple(remarks.lines())),
        is_dry_run=dry_run,
    )


def _form(path: Path, wanted: str | None) -> str:
    if wanted is not None:
        check_names("format", [wanted], _read_here())
        return wanted
    form = None if holds_a_database(path) else recognise(path)
    if form not in FORMATS:
        _refuse_own(path)
        raise AnnotatorError(
            "this is no file with labels that is known here",
            where=path,
            remedy="name its format with --from; there are: {known}",
            known=", ".join(_read_here()),
        )
    return form


def _refuse_own(path: Path) -> None:
    """Raise for what is not there, and for what this program wrote, which says all by itself."""
    if holds_a_database(path) or holds_annotations(path) or holds_a_bundle(path):
        raise AnnotatorError(
            "this file was written by Annotator: it says itself whose answers it has",
            where=path,
            remedy="leave out --annotator, --map, --absent-is-none and --from",
        )
    Members(path)  # says what keeps it from being read


def _read_here() -> list[str]:
    """The formats with a reader, but our own."""
    own = {"jsonl", "bundle"}
    return sorted(name for name in FORMATS.keys() - own if FORMATS[name].load().READS)


class _Remarks:
    """What readers found odd: the first few of each kind, then how many."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self._n: Counter[str] = Counter()

    def add(self, remarks: Iterable[Remark]) -> None:
        for remark in remarks:
            self._n[remark.slug] += 1
            if self._n[remark.slug] <= _SHOWN:
                self.shown.append(str(remark))

    def lines(self) -> Iterator[str]:
        yield from self.shown
        for slug, n in self._n.items():
            if n > _SHOWN:
                yield f"and {n - _SHOWN} more of this kind ({slug.replace('_', ' ')})"


class _People:
    """Who the people of a file are here: annotators of kind `import`, models of kind `model`."""

    def __init__(self, store: Store, path: Path, given: tuple[str, ...]):
        self._path = path
        self._here = {each.key: each for each in store.annotators()}
        pairs = [each.rpartition("=") for each in given]
        self._given = {theirs: key for theirs, sign, key in pairs if sign}
        self._bare = [key for _, sign, key in pairs if not sign]
        if not all(key.strip() for _, _, key in pairs):
            raise MergeError(
                "--annotator gives no key",
                remedy="say it: --annotator KEY, a pseudonym such as k7",
            )

    def all(self, people: set[Person]) -> dict[Person, _Who]:
        """The annotator of each; raises MergeError where one is not said, or cannot be."""
        unnamed = sorted(
            each for each in people if not each.is_model and each.name not in self._given
        )
        if len(self._bare) > 1 or (self._bare and len(unnamed) > 1):
            raise self._several(unnamed)
        keys = {each: self._key(each) for each in sorted(people)}
        taken = Counter(keys.values())
        twice = next((key for key, n in taken.items() if n > 1), None)
        if twice is not None:
            raise MergeError(
                "two annotators of the file would both be {annotator} here",
                where=self._path,
                remedy="give each its own key: --annotator THEIRS=KEY",
                annotator=twice,
            )
        return {person: self._who(person, key) for person, key in keys.items()}

    def unheard(self, people: set[Person]) -> list[str]:
        """Remarks on names that were given keys and are not in the file: perhaps misspelt."""
        missing = sorted(self._given.keys() - {each.name for each in people})
        return [f"nobody in the file is called {name}, whom --annotator names" for name in missing]

    def _key(self, person: Person) -> str:
        if person.name in self._given:
            return self._given[person.name]
        if self._bare and not person.is_model:
            return self._bare[0]
        if not person.name:
            raise MergeError(
                "the file does not say who answered",
                where=self._path,
                remedy="say it: --annotator KEY, a pseudonym such as k7",
            )
        if "@" in person.name:
            raise MergeError(
                "the file names an annotator by an address, {name}; names stay out of projects",
                where=self._path,
                remedy="give a pseudonym: --annotator {name}=KEY",
                name=person.name,
            )
        return person.name

    def _who(self, person: Person, key: str) -> _Who:
        kind: Literal["model", "import"] = "model" if person.is_model else "import"
        there = self._here.get(key)
        if there is None:
            return _Who(key, str(uuid4()), kind)
        if there.kind != kind:
            raise MergeError(
                "there is another annotator {annotator} here already, who is no import",
                where=self._path,
                remedy="give the answers of the file a key of their own:"
                " --annotator {theirs}{annotator}_2",
                annotator=key,
                theirs=f"{person.name}=" if person.name else "",
            )
        return _Who(key, there.uid, kind)

    def _several(self, people: list[Person]) -> MergeError:
        return MergeError(
            "the file has answers of several annotators: {names}",
            where=self._path,
            remedy="say who each one is: --annotator THEIRS=KEY, once for each",
            names=", ".join(each.name or "–" for each in people),
        )


class _Who(Struct, frozen=True):
    """An annotator as lines name one."""

    key: str
    uid: str
    kind: Literal["model", "import"]


def _lines(
    store: Store, gathered: Iterable[Gathered], people: Mapping[Person, _Who], at: str
) -> Iterator[Line]:
    """The answers as lines of an export; one that is here already keeps its revision."""
    codebook = store.codebook()
    standing = _Standing(store)
    for each in gathered:
        place, who = each.place, people[each.place.person]
        question = place.question
        answer = in_order(each.answer, codebook, codebook.layer(question.layer))
        rev, changed_at = standing.revision(each, who.key, answer, at)
        yield Line(
            schema="annotation/1",
            round=ROUND,
            annotator=who.key,
            annotator_uid=who.uid,
            annotator_kind=who.kind,
            document=place.document.uid,
            title=place.document.title,
            paragraph=place.paragraph,
            layer=question.layer,
            target=question.target,
            holder=question.holder,
            state=answer.state,
            codes=answer.codes,
            primary=answer.primary,
            value=answer.value,
            evidence=tuple(Words(s.start, s.end, s.code, s.paragraph) for s in answer.evidence),
            confidence=answer.confidence,
            note=answer.note,
            codebook=codebook.version,
            rev=rev,
            changed_at=changed_at,
            text_sha256=place.document.text_sha256,
        )


class _Standing:
    """What imported annotators have answered here before."""

    def __init__(self, store: Store):
        self._store = store
        self._known = {each.key for each in store.annotators()}
        self._answers: dict[tuple[str, str], dict[object, Annotation]] = {}

    def revision(self, each: Gathered, key: str, answer: Answer, at: str) -> tuple[int, str]:
        """That of the same answer; behind another answer the next one, else the first."""
        if key not in self._known:
            return 1, at
        place = each.place
        of = (place.document.uid, key)
        if of not in self._answers:
            found = self._store.annotations(place.document.id, ROUND, key)
            self._answers[of] = {_identity(one): one for one in found}
        there = self._answers[of].get((place.paragraph, *msgspec.structs.astuple(place.question)))
        if there is None:
            return 1, at
        if there.answer == answer:
            return there.rev, there.changed_at
        return there.rev + 1, max(at, there.changed_at)


def _identity(annotation: Annotation) -> tuple[object, ...]:
    place = annotation.place
    return place.paragraph, place.layer, place.target, place.holder


def _time_of(path: Path) -> str:
    """When the file was written, as answers have it; of a folder when its last file was."""
    files = [each for each in path.rglob("*") if each.is_file()] if path.is_dir() else [path]
    stamp = max((each.stat().st_mtime for each in files), default=0)
    moment = min(datetime.fromtimestamp(stamp, UTC), datetime.now(UTC))
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _digest(lines: list[Line]) -> str:
    """The same for the same answers, whatever file they came in."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(msgspec.json.encode(line))
    return digest.hexdigest()


def _refused(merged: Merged, gathered: list[Gathered]) -> Iterator[RefusedAnswer]:
    for each in merged.refused:
        yield RefusedAnswer(gathered[each.number - 1].where, str(each))


def _report(
    path: Path,
    form: str,
    merged: Merged,
    refused: tuple[RefusedAnswer, ...],
    said: tuple[dict[str, int], tuple[str, ...]],
    *,
    is_dry_run: bool,
) -> ForeignReport:
    ignored, remarks = said
    return ForeignReport(
        file=as_text(path),
        format=FORMATS[form].label,
        is_dry_run=is_dry_run,
        added=merged.added,
        updated=merged.updated,
        unchanged=merged.unchanged,
        refused=refused,
        conflicts=tuple(merged.conflicts),
        by_annotator=tuple(merged.tallies),
        new_annotators=tuple(merged.new_annotators),
        ignored_labels=ignored,
        remarks=remarks,
        backup=as_text(merged.backup) if merged.backup else None,
    )
