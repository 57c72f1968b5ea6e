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
_LONGEST: Final = 64 << 20


class Found(Struct, frozen=True):
    """One value of the file, and the line that it begins in, from 1."""

    line: int
    value: object


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

    def _skip(self) -> None:
        while True:
            match = _BETWEEN.match(self._text, self._at)
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
