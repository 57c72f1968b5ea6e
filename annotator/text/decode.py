"""Bytes to text: which encoding, how that was found, and what could not be read.

Knows byte-order marks, UTF-8 that is slightly damaged, and zero bytes. Imports `errors` and
`text.encodings`.
"""

from __future__ import annotations

import codecs
import re
from typing import Literal

from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.text.encodings import asked_elsewhere, likely_encodings

Found = Literal["given", "mark", "utf-8", "zero bytes", "detected"]

REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SEQUENCES = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# One in so many: more control bytes are no text, more unreadable ones another encoding.
_FEW_CONTROLS = 50
_FEW_DAMAGES = 10
_FEW_ZEROS = 20
_SCANNED = 1_000_000


class Decoded(Struct, frozen=True):
    """A file's text, without its byte-order mark, and how it was read."""

    text: str
    encoding: str
    found: Found
    # Byte sequences, or lone halves of a pair, that are now U+FFFD.
    n_damaged: int = 0
    # Zero bytes that are now U+FFFD.
    n_zeros: int = 0


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file.

    Args:
        content: the whole file.
        encoding: as the user gave it; then it is taken strictly. Otherwise a byte-order mark says
            it, else UTF-8 is tried, else it is detected.

    Raises:
        ImportFailed: no such encoding, bytes that are none of it, or no text at all.
    """
    if encoding is not None:
        decoded = Decoded(_strictly(content, encoding), _named(encoding), "given")
    else:
        decoded = _marked(content) or _unmarked(content)
    return _without_zeros(decoded)


def _named(encoding: str) -> str:
    """Python's name of a text encoding."""
    try:
        codec = codecs.lookup(encoding.strip())
        "".encode(codec.name)
    except (LookupError, ValueError, UnicodeError):
        raise ImportFailed(
            "the encoding “{encoding}” is not known",
            remedy="name another, such as utf-8, cp1252 or iso8859-1",
            encoding=encoding,
        ) from None
    return codec.name


def _strictly(content: bytes, encoding: str) -> str:
    name = _named(encoding)
    try:
        text = content.decode(name)
        text.encode()  # some codecs let lone surrogates through
    except UnicodeError as error:
        raise _not_readable(error, name) from None
    return text.removeprefix("\ufeff")


def _not_readable(error: UnicodeError, encoding: str) -> ImportFailed:
    return ImportFailed(
        "byte {position} is not {encoding}",
        remedy="name the right encoding, or save the file as UTF-8",
        position=getattr(error, "start", 0) + 1,
        encoding=encoding,
    )


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with_few_damages(content[len(mark) :], encoding, "mark")
    return None


def _with_few_damages(content: bytes, encoding: str, found: Found) -> Decoded:
    """Read although single places are damaged: each becomes U+FFFD and is counted."""
    try:
        return Decoded(content.decode(encoding), encoding, found)
    except UnicodeDecodeError as error:
        text = content.decode(encoding, errors="replace")
        n_damaged = text.count(REPLACEMENT)
        if n_damaged > 1 and n_damaged * _FEW_DAMAGES > len(text):
            raise _not_readable(error, encoding) from None
        return Decoded(text, encoding, found, n_damaged=n_damaged)


def _unmarked(content: bytes) -> Decoded:
    if b"\0" in content and (wide := _wide(content)):
        return Decoded(content.decode(wide), wide, "zero bytes")
    head = content[:_SCANNED]
    if len(_CONTROLS.findall(head)) * _FEW_CONTROLS > len(head):
        raise no_text()
    try:
        return Decoded(content.decode(), "utf-8", "utf-8")
    except UnicodeDecodeError:
        if _is_damaged_utf8(content):
            return _with_few_damages(content, "utf-8", "utf-8")
    return _detected(content)


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether bytes are UTF-8 but for few places: read otherwise, every accent would be lost.

    A text cut off within its last character is the commonest case.
    """
    text = content.decode(errors="replace")
    n_damaged = text.count(REPLACEMENT) - content.count(REPLACEMENT.encode())
    n_sound = sum(1 for _ in _SEQUENCES.finditer(content))
    is_cut = n_damaged == 1 and text.endswith(REPLACEMENT)
    return n_sound >= n_damaged * _FEW_DAMAGES or (is_cut and n_sound > 0)


def _wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, known by where its zero bytes stand."""
    for width, names in ((4, ("utf-32-le", "utf-32-be")), (2, ("utf-16-le", "utf-16-be"))):
        if len(content) % width:
            continue
        zeros = [content[place::width].count(0) for place in range(width)]
        for name, own in zip(names, (zeros[0], zeros[-1]), strict=True):
            others = sum(zeros) - own
            if _is_wide(own, others, len(content) // width) and _reads(content, name):
                return name
    return None


def _is_wide(own: int, others: int, n_characters: int) -> bool:
    """Zero bytes in the high places alone, and often: spaces and line ends are every tenth."""
    return others * 20 > n_characters and own * 20 < others


def _reads(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _detected(content: bytes) -> Decoded:
    for encoding in likely_encodings(content):
        if _reads(content, encoding):
            return Decoded(content.decode(encoding), encoding, "detected")
    other = asked_elsewhere(content)
    if other is None or not _reads(content, other):
        raise ImportFailed(
            "its encoding cannot be told",
            remedy="name the encoding, or save the file as UTF-8",
        )
    return Decoded(content.decode(other), other, "detected")


def no_text() -> ImportFailed:
    """The refusal of a file that holds something else than text."""
    return ImportFailed(
        "the file is not text but binary data",
        remedy="this version reads plain text; save the article as a text file",
    )


def _without_zeros(decoded: Decoded) -> Decoded:
    n_zeros = decoded.text.count("\0")
    if n_zeros * _FEW_ZEROS > len(decoded.text):
        raise no_text()
    if not n_zeros:
        return decoded
    return Decoded(
        decoded.text.replace("\0", REPLACEMENT),
        decoded.encoding,
        decoded.found,
        n_damaged=decoded.n_damaged,
        n_zeros=n_zeros,
    )
