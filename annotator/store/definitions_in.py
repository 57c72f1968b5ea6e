"""What another project says about itself: codebooks, labels, rounds. Imports codebook, model.

What is new is added; where the two differ, ours stays and it is said, or, where the other is the
project that this one is a part of, theirs comes in. Two codebooks of one version stop the merge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from annotator.codebook import codebook_sha256, from_canonical_json
from annotator.errors import MergeError
from annotator.model import Remark

if TYPE_CHECKING:
    from annotator.formats.bundle import CodebookRecord, LabelRecord, RoundRecord
    from annotator.store.connection import Connection

_ADD_CODEBOOK = (
    "INSERT INTO codebook_version(version, name, sha256, body, toml, note, declarations,"
    " created_at, frozen_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_ROUND = (
    "INSERT INTO round(key, kind, codebook, opened_at, closed_at, settings)"
    " VALUES(?, ?, ?, ?, ?, ?)"
)
_ROUND = "SELECT kind, codebook, opened_at, closed_at, settings FROM round WHERE key=?"
_SET_ROUND = "UPDATE round SET kind=?, codebook=?, opened_at=?, closed_at=?, settings=? WHERE key=?"


class IncomingDefinitions:
    """Adds definitions, inside the caller's transaction."""

    def __init__(self, file: Connection, *, theirs_stands: bool = False):
        self._file = file
        self._theirs_stands = theirs_stands
        self.remarks: list[Remark] = []

    def codebook(self, theirs: CodebookRecord) -> bool:
        """Add a version, which is frozen with that; whether it was new.

        Raises:
            MergeError: there is another codebook of this version, with the first difference.
        """
        ours = self._file.row(
            "SELECT sha256, body FROM codebook_version WHERE version=?", theirs.version
        )
        if ours is not None and ours[0] == theirs.sha256:
            return False
        if not _is_sound(theirs):
            raise MergeError(
                "the codebook {version} of the file is damaged: it is not what its hash says",
                remedy="take an undamaged copy of the file",
                version=theirs.version,
            )
        if ours is not None:
            raise _mismatch(theirs, ours[1])
        values = msgspec.structs.astuple(theirs)[:-1]
        self._file.run(_ADD_CODEBOOK, *values, theirs.frozen_at or self._file.now())
        return True

    def label(self, theirs: LabelRecord) -> bool:
        """Add a target or holder; whether it was new."""
        ours = self._file.row(f"SELECT label FROM {theirs.table} WHERE key=?", theirs.key)  # noqa: S608
        if ours is None:
            self._file.run(
                f"INSERT INTO {theirs.table}(key, label, note) VALUES(?, ?, ?)",
                theirs.key,
                theirs.label,
                theirs.note,
            )
            return True
        if ours[0] != theirs.label:
            self._differs(theirs.table, theirs.key, ours[0], theirs.label)
            if self._theirs_stands:
                self._file.run(
                    f"UPDATE {theirs.table} SET label=?, note=? WHERE key=?",  # noqa: S608
                    theirs.label,
                    theirs.note,
                    theirs.key,
                )
        return False

    def round(self, theirs: RoundRecord) -> bool:
        """Add a round; whether it was new."""
        ours = self._file.row(_ROUND, theirs.key)
        if ours is None:
            self._file.run(_ADD_ROUND, *msgspec.structs.astuple(theirs))
            return True
        values = msgspec.structs.astuple(theirs)[1:]
        here, there = ", codebook ".join(ours[:2]), f"{theirs.kind}, codebook {theirs.codebook}"
        if here != there:
            self._differs("round", theirs.key, here, there)
        if self._theirs_stands and ours != values:
            self._file.run(_SET_ROUND, *values, theirs.key)
            if here == there:  # whether it is open, blind ...
                template = "the round {key} has other settings now, or was opened or closed"
                self.remarks.append(Remark("definition-differs", template, {"key": theirs.key}))
        return False

    def _differs(self, what: str, key: str, ours: str, theirs: str) -> None:
        values: dict[str, str | int | float] = {
            "what": what,
            "key": key,
            "ours": ours,
            "theirs": theirs,
        }
        if self._theirs_stands:
            template = "the {what} {key} was “{ours}”, it is “{theirs}” now"
        else:
            template = "the {what} {key} is “{ours}” here and “{theirs}” there; ours stays"
        self.remarks.append(Remark("definition-differs", template, values))


def _is_sound(theirs: CodebookRecord) -> bool:
    try:
        return codebook_sha256(from_canonical_json(theirs.body)) == theirs.sha256
    except msgspec.MsgspecError:
        return False


def _mismatch(theirs: CodebookRecord, our_body: str) -> MergeError:
    where, ours, other = first_difference(
        msgspec.json.decode(our_body), msgspec.json.decode(theirs.body)
    )
    return MergeError(
        "the codebook {version} of the file is another one than the codebook {version} of this"
        " project; the first difference is in {place}: {ours} here, {theirs} there",
        remedy="give one of the two codebooks a new version number; answers to different"
        " questions cannot be put together",
        version=theirs.version,
        place=where,
        ours=_short(ours),
        theirs=_short(other),
    )


def first_difference(
    ours: object, theirs: object, where: str = "codebook"
) -> tuple[str, object, object]:
    """Where two JSON values differ first, and both values there; None stands for nothing.

    Things of a list are named by their `key` where they have one.
    """
    for name, one, other in _parts(ours, theirs):
        if one != other:
            return first_difference(one, other, f"{where} › {name}")
    return where, ours, theirs


def _parts(ours: object, theirs: object) -> list[tuple[str, object, object]]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        names = dict.fromkeys([*ours, *theirs])
        return [(str(name), ours.get(name), theirs.get(name)) for name in names]
    if isinstance(ours, list) and isinstance(theirs, list):
        length = max(len(ours), len(theirs))
        pairs = zip(
            [*ours, *[None] * (length - len(ours))],
            [*theirs, *[None] * (length - len(theirs))],
            strict=True,
        )
        return [(_name(one, other, n), one, other) for n, (one, other) in enumerate(pairs, 1)]
    return []


def _name(one: object, other: object, number: int) -> str:
    thing = one if one is not None else other
    return str(thing["key"]) if isinstance(thing, dict) and "key" in thing else str(number)


def _short(value: object) -> str:
    if value is None:
        return "–"
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"“{text}”" if len(text) <= 60 else f"“{text[:59]}…”"
