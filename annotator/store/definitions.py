"""What a project says about itself: codebooks, rounds, annotators, holders.

Imports model, errors and codebook.
"""
# ruff: noqa: A001, A002  # a round is a word of this project

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, Literal, cast
from uuid import UUID, uuid4

import msgspec
from msgspec import Struct

from annotator.codebook import canonical_json, codebook_sha256, from_canonical_json
from annotator.errors import AnswerRefused
from annotator.model import Annotator, Codebook, Localised, in_language

if TYPE_CHECKING:
    from annotator.store.connection import Connection

MAIN_ROUND = "main"
# Settings of a project: whose part of it this file is, and the keys of uids that are other names
# of somebody here.
CODER: Final = "coder"
ALIASES: Final = "annotator_aliases"

_ADD_CODEBOOK = (
    "INSERT INTO codebook_version(version, name, sha256, body, toml, created_at)"
    " VALUES(?, ?, ?, ?, ?, ?)"
)


class Project(Struct, frozen=True):
    """The project's own row."""

    uid: str
    title: str
    created_at: str
    settings: dict[str, object]

    @property
    def coder(self) -> str | None:
        """The key of the annotator whose part of a project this file is; None for a whole one."""
        coder = self.settings.get(CODER)
        return coder if isinstance(coder, str) else None

    @property
    def aliases(self) -> dict[str, str]:
        """Further uids of annotators, and their keys here."""
        aliases = self.settings.get(ALIASES)
        return dict(aliases) if isinstance(aliases, dict) else {}


class CodebookVersion(Struct, frozen=True):
    """One version of the codebook; `frozen_at` is None until an answer outside training uses it."""

    version: str
    name: str
    sha256: str
    frozen_at: str | None


class Round(Struct, frozen=True):
    """One pass with a purpose; `codebook` is the version that its answers are made with."""

    key: str
    kind: Literal["training", "pilot", "main", "reliability", "adjudication"]
    codebook: str
    settings: dict[str, object]
    is_open: bool = True


class Definitions:
    """What the project says about itself."""

    def __init__(self, file: Connection):
        self._file = file
        # By version: a version never changes once it is used, and is never deleted then.
        self._codebooks: dict[tuple[str, str], Codebook] = {}

    def begin(self, codebook: Codebook, *, toml: str, title: str) -> None:
        """The first rows of a new project, inside the caller's transaction."""
        now = self._file.now()
        self._file.run(
            "INSERT INTO project(id, uid, title, created_at) VALUES(1, ?, ?, ?)",
            str(uuid4()),
            title,
            now,
        )
        self.add_codebook(codebook, toml=toml)
        self._file.run(
            "INSERT INTO round(key, kind, codebook, opened_at, settings)"
            """ VALUES(?, 'main', ?, ?, '{"blind":false}')""",
            MAIN_ROUND,
            codebook.version,
            now,
        )

    def add_codebook(self, codebook: Codebook, *, toml: str) -> None:
        """A codebook version and its targets and holder types, inside the caller's transaction."""
        self._file.run(
            _ADD_CODEBOOK,
            codebook.version,
            codebook.about.key,
            codebook_sha256(codebook),
            canonical_json(codebook).decode(),
            toml,
            self._file.now(),
        )
        language = codebook.about.languages[0]
        for target in codebook.targets:
            self.add_label("target", target.key, _label(target.label, language))
        for holder in codebook.holders:
            self.add_label("holder", holder.key, _label(holder.label, language))

    def add_label(self, table: Literal["target", "holder"], key: str, label: str) -> None:
        """The row of a target or holder, unless it is there."""
        self._file.run(
            f"INSERT INTO {table}(key, label) VALUES(?, ?) ON CONFLICT DO NOTHING",
            key,
            label,
        )

    def project(self) -> Project:
        """The project's own row."""
        row = self._file.row("SELECT uid, title, created_at, settings FROM project")
        assert row is not None
        uid, title, created_at, settings = row
        return Project(uid, title, created_at, _object(settings))

    def rounds(self) -> list[Round]:
        """All rounds, `main` first, then in the order of opening."""
        rows = self._file.rows(
            "SELECT key, kind, codebook, settings, closed_at IS NULL FROM round"
            " ORDER BY key <> 'main', opened_at, key"
        )
        return [
            Round(key, kind, version, _object(text), bool(is_open))
            for key, kind, version, text, is_open in rows
        ]

    def round(self, key: str) -> Round:
        """The round with this key. Raises AnswerRefused if there is none."""
        row = self._file.row(
            "SELECT kind, codebook, settings, closed_at IS NULL FROM round WHERE key=?", key
        )
        if row is None:
            raise AnswerRefused(
                "there is no round {round} in this project",
                remedy="choose one of: {rounds}",
                round=key,
                rounds=", ".join(round.key for round in self.rounds()),
            )
        kind, version, settings, is_open = row
        return Round(key, kind, version, _object(settings), bool(is_open))

    def codebook(self, round: str = MAIN_ROUND) -> Codebook:
        """The codebook of a round."""
        return self.codebook_of(self.round(round).codebook)

    def codebook_of(self, version: str) -> Codebook:
        """The codebook with this version number. Raises KeyError."""
        sha256 = self.codebook_hash(version)
        if (version, sha256) not in self._codebooks:
            body = self._file.one("SELECT body FROM codebook_version WHERE version=?", version)
            self._codebooks[version, sha256] = from_canonical_json(body)
        return self._codebooks[version, sha256]

    def codebook_hash(self, version: str) -> str:
        """SHA-256 of a version's canonical JSON. Raises KeyError."""
        row = self._file.row("SELECT sha256 FROM codebook_version WHERE version=?", version)
        if row is None:
            raise KeyError(version)
        return str(row[0])

    def codebook_toml(self, round: str = MAIN_ROUND) -> str:
        """The text of a round's codebook as it was given; empty if it was not."""
        version = self.round(round).codebook
        return str(self._file.one("SELECT toml FROM codebook_version WHERE version=?", version))

    def codebook_versions(self) -> list[CodebookVersion]:
        """All versions in the order of arrival."""
        rows = self._file.rows(
            "SELECT version, name, sha256, frozen_at FROM codebook_version ORDER BY rowid"
        )
        return [CodebookVersion(*row) for row in rows]

    def freeze(self, version: str) -> None:
        """Make a version unchangeable, inside the caller's transaction."""
        self._file.run(
            "UPDATE codebook_version SET frozen_at=? WHERE version=? AND frozen_at IS NULL",
            self._file.now(),
            version,
        )

    def annotators(self) -> list[Annotator]:
        """All annotators, by key."""
        rows = self._file.rows("SELECT key, uid, kind, role FROM annotator ORDER BY key")
        return [Annotator(*row) for row in rows]

    def annotator(self, key: str) -> Annotator:
        """The annotator with this key. Raises AnswerRefused if there is none."""
        row = self._file.row("SELECT key, uid, kind, role FROM annotator WHERE key=?", key)
        if row is None:
            raise AnswerRefused(
                "there is no annotator {annotator} in this project",
                remedy="add the annotator first",
                annotator=key,
            )
        return Annotator(*row)

    def add_annotator(self, key: str, *, kind: str, uid: str | None) -> Annotator:
        """A new annotator. Raises AnswerRefused if the key is empty, odd or taken."""
        _check_pseudonym(key)
        annotator = Annotator(
            key,
            str(UUID(uid)) if uid else str(uuid4()),
            cast("Literal['human', 'model', 'import']", kind),
        )
        with self._file.write():
            if self._file.row("SELECT 1 FROM annotator WHERE key=?", key):
                raise AnswerRefused(
                    "there is an annotator {annotator} already",
                    remedy="choose another name, or choose {annotator} in the list",
                    annotator=key,
                )
            if other := self._file.row("SELECT key FROM annotator WHERE uid=?", annotator.uid):
                raise AnswerRefused(
                    "this annotator is here already, under the name {annotator}",
                    remedy="choose {annotator} in the list",
                    annotator=other[0],
                )
            self._file.run(
                "INSERT INTO annotator(key, uid, kind) VALUES(?, ?, ?)",
                annotator.key,
                annotator.uid,
                annotator.kind,
            )
        return annotator

    def holders(self) -> list[tuple[str, str]]:
        """Key and label of every holder type and named holder."""
        return [(key, label) for key, label in self._file.rows("SELECT key, label FROM holder")]


def is_clean(text: str) -> bool:
    """Whether a key may be shown and stored: no control character, nothing that is not text."""
    return not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text)


def _check_pseudonym(key: str) -> None:
    if not key.strip():
        raise AnswerRefused(
            "an annotator needs a name", remedy="type a short pseudonym, for instance k7"
        )
    if not is_clean(key) or key != key.strip():
        raise AnswerRefused(
            "the name {annotator} has control characters, or spaces at its ends",
            remedy="use letters, digits and signs only",
            annotator=ascii(key),
        )


def _label(label: Localised, language: str) -> str:
    return in_language(label, language)


def _object(text: str) -> dict[str, object]:
    return msgspec.json.decode(text, type=dict[str, object])
