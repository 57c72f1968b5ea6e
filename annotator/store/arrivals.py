"""Whether a line of an export fits this project, and what it says here. Imports model, errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import AnswerRefused, MergeError
from annotator.model import Answer, Place, Span, Uid
from annotator.store.newcomers import is_uid
from annotator.store.reports import Refused

if TYPE_CHECKING:
    from annotator.formats.jsonl import Line
    from annotator.model import Codebook
    from annotator.store.definitions import Definitions
    from annotator.store.judging import Here, Judge
    from annotator.store.newcomers import Newcomers

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


class Arrival(Struct, frozen=True):
    """What a line says, in the words of this project; its time is the sum over its history."""

    number: int
    uid: Uid
    place: Place
    answer: Answer
    codebook: str
    rev: int
    at: str
    duration_ms: int | None


class MisfitError(Exception):
    """Something that does not fit; it becomes a `Refused`."""

    def __init__(self, template: str, **values: object):
        super().__init__(template)
        self.template, self.values = template, values


class Arrivals:
    """Reads lines, inside the caller's transaction."""

    def __init__(self, definitions: Definitions, newcomers: Newcomers, judge: Judge):
        self._newcomers = newcomers
        self._judge = judge
        self._rounds = {each.key for each in definitions.rounds()}

    def read(self, number: int, line: Line) -> Arrival | Refused:
        """What a line says here, or why it cannot be said.

        Raises:
            MergeError: the file as a whole does not belong here: another codebook of the same
                version, or an annotator whose name is taken.
        """
        try:
            return self._read(number, line)
        except MisfitError as misfit:
            return Refused(number, misfit.template, misfit.values)
        except AnswerRefused as refusal:
            return Refused(number, refusal.what, refusal.values)

    def _read(self, number: int, line: Line) -> Arrival:
        codebook = self._codebook(line)
        here = self._document(line)
        self._check_line(line)
        place = Place(
            round=line.round,
            annotator=line.annotator,
            annotator_uid=line.annotator_uid,
            document=here.id,
            document_uid=line.document,
            paragraph=line.paragraph,
            layer=line.layer,
            target=line.target,
            holder=line.holder,
        )
        answer = self._judge.allowed(codebook, place, _answer(line), here)
        _check_words(line, here)
        place = self._of_somebody_here(place, line)
        return Arrival(
            number,
            place.uid,
            place,
            answer,
            line.codebook,
            line.rev,
            line.changed_at,
            line.duration_ms,
        )

    def _of_somebody_here(self, place: Place, line: Line) -> Place:
        """The place with the annotator as known here; last, as a refused line adds nobody."""
        annotator = self._newcomers.annotator(
            line.annotator, line.annotator_uid, line.annotator_kind
        )
        if (annotator.key, annotator.uid) == (place.annotator, place.annotator_uid):
            return place
        return replace(place, annotator=annotator.key, annotator_uid=annotator.uid)

    def _codebook(self, line: Line) -> Codebook:
        codebook = self._judge.codebook(line.codebook)
        if codebook is None:
            raise MisfitError(
                "the codebook {version} is not in this project", version=line.codebook
            )
        sha256 = self._judge.codebook_hash(line.codebook) or ""
        if line.codebook_sha256 not in {"", sha256}:
            raise MergeError(
                "the codebook {version} of the file is another one than the codebook {version} of"
                " this project ({theirs}… instead of {ours}…)",
                remedy="give one of the two codebooks a new version number; answers to different"
                " questions cannot be put together",
                version=line.codebook,
                theirs=line.codebook_sha256[:12],
                ours=sha256[:12],
            )
        return codebook

    def _document(self, line: Line) -> Here:
        here = self._judge.document(line.document)
        if here is None:
            raise MisfitError(
                "the article {title} is not in this project; import it first",
                title=line.title or line.document,
            )
        if line.text_sha256 not in {"", here.text_sha256}:
            raise MisfitError("the text of the article is another one here")
        return here

    def _check_line(self, line: Line) -> None:
        if line.round not in self._rounds:
            raise MisfitError("there is no round {round} in this project", round=line.round)
        if not is_uid(line.annotator_uid):
            raise MisfitError("{uid} is no annotator's uid", uid=line.annotator_uid)
        check_stamp(line.rev, line.changed_at, line.duration_ms)


def check_stamp(rev: int, at: str, duration_ms: int | None) -> None:
    """Refuse what is no revision, moment or duration. Raises MisfitError."""
    if not 1 <= rev < 1 << 53:
        raise MisfitError("{rev} is no revision", rev=rev)
    if not _MOMENT.fullmatch(at):
        raise MisfitError("{at} is no time like 2026-03-02T09:14:07.512Z", at=at)
    if duration_ms is not None and not 0 <= duration_ms < 1 << 53:
        raise MisfitError("{ms} is no duration in milliseconds", ms=duration_ms)


def _answer(line: Line) -> Answer:
    return Answer(
        state=line.state,
        codes=line.codes,
        primary=line.primary,
        value=line.value,
        evidence=tuple(Span(w.start, w.end, w.code, w.paragraph) for w in line.evidence),
        confidence=line.confidence,
        note=line.note,
    )


def _check_words(line: Line, here: Here) -> None:
    """What the file quotes must stand here; a line may leave the words out."""
    if line.paragraph is not None and line.text not in {None, here.texts.get(line.paragraph)}:
        raise MisfitError("the text of ¶ {number} is another one here", number=line.paragraph + 1)
    for words in line.evidence:
        paragraph = line.paragraph if line.paragraph is not None else words.paragraph
        text = here.texts[paragraph or 0][words.start : words.end]
        if words.text not in {"", text}:
            raise MisfitError("the words “{words}” do not stand at their place", words=words.text)
