"""Whose answers a merged file brings: annotators by uid, never by name alone.

Imports model and errors.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from annotator.errors import MergeError
from annotator.store.definitions import ALIASES
from annotator.store.log import encoded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model import Annotator
    from annotator.store.connection import Connection
    from annotator.store.definitions import Definitions


class Newcomers:
    """Finds or adds the annotators of a merged file, inside the caller's transaction."""

    def __init__(
        self,
        file: Connection,
        definitions: Definitions,
        *,
        rename: Mapping[str, str],
        same: set[str],
    ):
        self._file = file
        self._definitions = definitions
        self._rename = rename
        self._same = same
        known = definitions.annotators()
        self._by_key = {each.key: each for each in known}
        self._by_uid = {each.uid: each for each in known}
        self._aliases = definitions.project().aliases
        for uid, key in self._aliases.items():
            if key in self._by_key:
                self._by_uid.setdefault(uid, self._by_key[key])
        self.added: list[str] = []

    def annotator(self, key: str, uid: str, kind: Literal["human", "model", "import"]) -> Annotator:
        """The annotator with this uid here, added if it is new.

        Raises:
            MergeError: the key belongs to somebody else, and nobody has said who this is.
            AnswerRefused: the key or the uid cannot be one.
        """
        if uid not in self._by_uid:
            self._by_uid[uid] = self._arrived(key, uid, kind)
        return self._by_uid[uid]

    def _arrived(self, key: str, uid: str, kind: Literal["human", "model", "import"]) -> Annotator:
        name = self._rename.get(key, key)
        there = self._by_key.get(name)
        if there is not None and name in self._same:
            self._remember(uid, name)
            return there
        if there is not None:
            raise MergeError(
                "there is another annotator {annotator} here already",
                remedy="if this is another person, merge with --rename {key}={annotator}_2;"
                " if it is the same person, merge with --same {annotator}",
                annotator=name,
                key=key,
            )
        added = self._definitions.add_annotator(name, kind=kind, uid=uid)
        self._by_key[name] = added
        self.added.append(name)
        return added

    def _remember(self, uid: str, key: str) -> None:
        """So that the next file of this person needs no `--same`."""
        self._aliases[uid] = key
        settings = {**self._definitions.project().settings, ALIASES: self._aliases}
        self._file.run("UPDATE project SET settings=?", encoded(settings))


@lru_cache(maxsize=1024)
def is_uid(text: str) -> bool:
    """Whether a text is a UUID in the usual form."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
