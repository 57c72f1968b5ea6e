"""Tables in JSONL: one object a line, the keys of the first one are the columns.

May import `annotator.errors`.
"""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from annotator.agreement.lines import Block
from annotator.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Characters of text that are decoded at once.
CHUNK = 1 << 16

# The column that changes what a row means: it stands in every line, or in none.
STATE = "state"


class JsonLines:
    """JSONL: a cell is what JSON holds; a list is a set, null is a missing rating."""

    def __init__(self, text: TextIO):
        self._text = text
        self._first, self._n_before = self._first_line()
        self.header = list(_object(self._first, self._n_before + 1)) if self._first else []

    def _first_line(self) -> tuple[str, int]:
        """The first line that holds something, and how many stand before it."""
        for place, line in enumerate(self._text):
            words = line.removeprefix("\ufeff") if not place else line
            if words.strip():
                return words, place
        return "", 0

    def blocks(self, names: Sequence[str], needed: Sequence[str]) -> Iterator[Block]:
        """See Sheet. A key that only some lines have would be read as missing: it is refused."""
        decoder = _decoder_of(names, needed, has_state=STATE in self.header)
        line = self._n_before + 1
        for lines in chain([[self._first]], iter(lambda: self._text.readlines(CHUNK), [])):
            yield self._quick(decoder, lines, line, names) or self._careful(
                lines, line, names, needed
            )
            line += len(lines)

    def _quick(
        self, decoder: msgspec.json.Decoder[Any], lines: list[str], line: int, names: Sequence[str]
    ) -> Block | None:
        """The lines decoded at once; None where one of them needs a closer look."""
        try:
            records = decoder.decode_lines("".join(lines))
        except (msgspec.DecodeError, UnicodeEncodeError):
            return None
        if len(records) != len(lines):
            return None
        if STATE not in self.header and any(map(attrgetter(STATE), records)):
            return None
        return Block(
            range(line, line + len(lines)),
            {name: list(map(attrgetter(f"c{at}"), records)) for at, name in enumerate(names)},
        )

    def _careful(
        self, lines: list[str], line: int, names: Sequence[str], needed: Sequence[str]
    ) -> Block:
        """The same line by line, which finds the one that is wrong."""
        numbered = [(at, words) for at, words in enumerate(lines, line) if words.strip()]
        records = [_object(words, at) for at, words in numbered]
        for (at, _), record in zip(numbered, records, strict=True):
            self._check_keys(at, record, needed)
        return Block(
            [at for at, _ in numbered],
            {name: [record.get(name) for record in records] for name in names},
        )

    def _check_keys(self, line: int, record: dict[str, object], needed: Sequence[str]) -> None:
        if record.get(STATE) and STATE not in self.header:
            raise TableError(
                "Line {line} has a state, and the first line has none",
                remedy="give every line a state, or none",
                line=line,
            )
        for name in needed:
            if name not in record:
                raise TableError(
                    "Line {line} has no {column}",
                    remedy="give every line the same keys; a missing rating is null",
                    line=line,
                    column=name,
                )


def _decoder_of(
    names: Sequence[str], needed: Sequence[str], *, has_state: bool
) -> msgspec.json.Decoder[Any]:
    """Reads the columns alone: a third of the time that whole objects take."""
    fields: list[Any] = [
        (f"c{at}", object) if name in needed else (f"c{at}", object, None)
        for at, name in enumerate(names)
    ]
    keys = {f"c{at}": name for at, name in enumerate(names)}
    if not has_state:
        fields.append((STATE, object, None))
    record = msgspec.defstruct("Record", fields, rename=keys, kw_only=True, gc=False)
    return msgspec.json.Decoder(record)


def _object(words: str, line: int) -> dict[str, object]:
    try:
        return msgspec.json.decode(words, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise TableError(
            "Line {line} is no JSON object: {trouble}",
            remedy="write one object a line",
            line=line,
            trouble=str(error),
        ) from error
