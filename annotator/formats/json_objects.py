"""JSON objects of a file one by one: an array, lines, or objects one after the other.

Imports errors. A file is read in pieces, so that the largest costs the memory of its largest
object; UTF-8, with or without a mark, and UTF-16 with one.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, BinaryIO, Final

from msgspec import Struct

from annotator.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE: Final = 1 << 20
_BETWEEN = re.compile(r"[\s,]*")
_SPACE = re.compile(r"\s*")
_LONGEST: Final = 64 << 20


class Found(Struct, frozen=True):
    """One value of the file, and the line that it begins in, from 1.

    `is_inner`: it stands in an object that holds others.
    """

    line: int
    value: object
    is_inner: bool = False


def json_objects(source: BinaryIO, name: str) -> Iterator[Found]:
    """The objects of a file, in order; an array is opened.

    Raises:
        RecordError: what is no JSON, or ends in the middle; the message names the line.
    """
    text = _Text(source, name)
    is_array = text.opens_array()
    while True:
        value = text.next()
        if value is None:
            break
        yield value
    text.close(is_array=is_array)


def json_items(source: BinaryIO, name: str, lists: frozenset[str], outer: str) -> Iterator[Found]:
    """The objects of a file, of which one may hold all others.

    Args:
        source: the file.
        name: what messages call it.
        lists: under these keys of an object at the top stand the objects that are meant; where
            there is none, it is meant itself.
        outer: under this key of it stands an object that has the lists.

    Raises:
        RecordError: as `json_objects`.
    """
    text = _Text(source, name)
    while (begun := text.peek()) != "":
        if begun == "[":
            yield from text.elements()
        elif begun == "{":
            yield from text.members(lists, outer)
        else:
            yield text.value()


class _Text:
    """The file's text, of which a beginning is read and the rest comes in pieces."""

    def __init__(self, source: BinaryIO, name: str):
        self._source = source
        self._name = name
        self._decode = json.JSONDecoder(strict=False).raw_decode
        head = source.read(4)
        codec = "utf-8"
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            codec = "utf-16"
        self._reader = codecs.getincrementaldecoder(codec)()
        self._text = ""
        self._at = 0
        self._line = 1
        self._ended = False
        self._take(head)
        self._text = self._text.removeprefix("\ufeff")

    def opens_array(self) -> bool:
        """Whether the file is one array; its bracket is passed."""
        self._skip()
        is_array = self._text[self._at : self._at + 1] == "["
        self._at += is_array
        return is_array

    def next(self) -> Found | None:
        """The next value; None at the end of the file or of its array."""
        self._skip()
        if self._text[self._at : self._at + 1] in {"", "]"}:
            return None
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except RecursionError:
                raise self._no_json("it is nested too deeply") from None
            except json.JSONDecodeError as error:
                if not self._more():
                    raise self._no_json(error.msg, cut=self._is_cut(error)) from None
            except ValueError as error:  # a number of thousands of digits
                raise self._no_json(str(error)) from None
            else:
                found = Found(self._line, value)
                self._pass(end)
                return found

    def peek(self) -> str:
        """The next character that is no white space; empty at the end of the file."""
        self._skip()
        return self._text[self._at : self._at + 1]

    def value(self) -> Found:
        """The next value, which must be there."""
        found = None if self._next_sign() == "," else self.next()
        if found is None:
            raise self._no_json("a value is missing", cut=self._at == len(self._text))
        return found

    def elements(self) -> Iterator[Found]:
        """The values of the array that begins here."""
        for _ in self._parts("]"):
            yield self.value()

    def members(self, lists: frozenset[str], outer: str) -> Iterator[Found]:
        """The values under some keys of the object that begins here, else the object itself."""
        line, is_opened = self._line, False
        rest: dict[str, object] = {}
        for _ in self._parts("}"):
            key = self._key()
            begun = self._next_sign()
            if key in lists and begun == "[":
                is_opened = True
                yield from (Found(each.line, each.value, True) for each in self.elements())
            elif key == outer and begun == "{":
                is_opened = True
                yield from self.members(lists, "")
            else:
                rest[key] = self.value().value
        if not is_opened:
            yield Found(line, rest)

    def _key(self) -> str:
        """The name of a member, with the colon behind it."""
        if self._next_sign() != '"':
            raise self._no_json("a name in double quotes is missing", cut=self._next_sign() == "")
        key = str(self.value().value)
        if self._next_sign() != ":":
            raise self._no_json("a colon is missing", cut=self._next_sign() == "")
        self._at += 1
        return key

    def _parts(self, end: str) -> Iterator[None]:
        """Once for each part of the array or object that begins here; then its end is passed."""
        self._at += 1
        if self._next_sign() == end:
            self._at += 1
            return
        while True:
            yield
            sign = self._next_sign()
            if sign not in {",", end}:
                raise self._no_json("a comma is missing", cut=sign == "")
            self._at += 1
            if sign == end:
                return

    def _next_sign(self) -> str:
        """The next character that is no white space; a comma is one."""
        self._skip(_SPACE)
        return self._text[self._at : self._at + 1]

    def close(self, *, is_array: bool) -> None:
        """Raises RecordError where more follows, or the array's end is missing."""
        if not self._text[self._at :].startswith("]"):
            if is_array:
                raise self._no_json("the end of the list is missing", cut=True)
            return
        if not is_array:
            raise self._no_json("a bracket ] stands alone")
        self._at += 1
        self._skip()
        if self._at < len(self._text):
            raise self._no_json("something follows the end of the list")

    def _skip(self, passed: re.Pattern[str] = _BETWEEN) -> None:
        while True:
            match = passed.match(self._text, self._at)
            assert match is not None
            self._pass(match.end())
            if self._at < len(self._text) or not self._more():
                return

    def _pass(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end

    def _more(self) -> bool:
        """Read on, at least as much as is left over, so that a long object costs linear time."""
        if self._ended:
            return False
        self._text = self._text[self._at :]
        self._at = 0
        if len(self._text) > _LONGEST:
            raise self._no_json("it is longer than 64 million characters")
        self._take(self._source.read(max(_PIECE, 2 * len(self._text))))
        return True

    def _take(self, piece: bytes) -> None:
        self._ended = not piece
        try:
            self._text += self._reader.decode(piece, final=self._ended)
        except UnicodeDecodeError as error:
            raise RecordError(
                "the file is not written in {encoding} (byte {byte})",
                where=self._name,
                remedy="save it as UTF-8",
                encoding=error.encoding.upper(),
                byte=ascii(error.object[error.start : error.start + 1]),
            ) from error

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        """Whether the file ends where more had to come: in a string, or in its last word."""
        return error.msg.startswith("Unterminated") or len(self._text) - error.pos < len("false")

    def _no_json(self, trouble: str, *, cut: bool = False) -> RecordError:
        if cut:
            return RecordError(
                "line {line} is cut off in the middle; the file is not whole",
                where=self._name,
                remedy="export or copy it again",
                line=self._line,
            )
        return RecordError(
            "line {line} is no JSON: {trouble}",
            where=self._name,
            remedy="export the file again from the tool that made it",
            line=self._line,
            trouble=trouble,
        )
