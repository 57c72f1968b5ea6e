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
from annotator.text.encodings import asked_elsewhere, likely_encodings, wide_encoding

Found = Literal["given", "mark", "utf-8", "zero bytes", "named", "detected"]

REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHIFTED = b"\x1b$"  # in Japanese mail it makes characters of ASCII bytes
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SEQUENCES = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HALVES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_DAMAGES = re.compile(f"{REPLACEMENT}+")
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
        decoded = Decoded(_strictly(content, encoding), named_encoding(encoding), "given")
    else:
        decoded = _marked(content) or _unmarked(content)
    return _without_zeros(decoded)


def named_encoding(encoding: str) -> str:
    """Python's name of a text encoding. Raises ImportFailed where there is none of this name."""
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
    name = named_encoding(encoding)
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


def looks_binary(content: bytes) -> bool:
    """Whether control bytes are frequent at the beginning: data, or text of two bytes each."""
    head = content[:_SCANNED]
    return len(_CONTROLS.findall(head)) * _FEW_CONTROLS > len(head)


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
        n_places = len(_DAMAGES.findall(text))
        if n_places > 1 and n_places * _FEW_DAMAGES > len(text):
            raise _not_readable(error, encoding) from None
        return Decoded(text, encoding, found, n_damaged=text.count(REPLACEMENT))


def _unmarked(content: bytes) -> Decoded:
    if _may_be_wide(content) and (wide := wide_encoding(content)):
        return _with_few_damages(content, wide, "zero bytes")
    if looks_binary(content):
        raise no_text()
    if _SHIFTED in content and _reads(content, "iso2022-jp"):
        return Decoded(content.decode("iso2022-jp"), "iso2022-jp", "detected")
    try:
        return Decoded(content.decode(), "utf-8", "utf-8")
    except UnicodeDecodeError:
        if _is_damaged_utf8(content):
            return _with_few_damages(content, "utf-8", "utf-8")
    return _detected(content)


def _may_be_wide(content: bytes) -> bool:
    """Whether bytes may be UTF-16 or UTF-32: zero bytes, and not just scattered over ASCII."""
    n_zeros = content.count(0)
    return n_zeros > 0 and (
        n_zeros * 3 > len(content) or not content.isascii() or looks_binary(content)
    )


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether bytes are UTF-8 but for few places: read otherwise, every accent would be lost.

    A text cut off within its last character is the commonest case, halves of a pair written as
    characters (by programs that think in UTF-16) another.
    """
    text = _HALVES.sub(b"", content).decode(errors="replace")
    n_damaged = len(_DAMAGES.findall(text)) - content.count(REPLACEMENT.encode())
    n_sound = len(_SEQUENCES.findall(content))
    is_cut = n_damaged == 1 and text.endswith(REPLACEMENT)
    if n_sound:
        return is_cut or n_damaged * _FEW_DAMAGES <= n_sound
    return is_cut and not likely_encodings(content)


def _reads(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _detected(content: bytes) -> Decoded:
    likely = likely_encodings(content) or asked_elsewhere(content)
    if not likely:
        raise ImportFailed(
            "its encoding cannot be told",
            remedy="name the encoding, or save the file as UTF-8",
        )
    whole = next((encoding for encoding in likely if _reads(content, encoding)), likely[0])
    return _with_few_damages(content, whole, "detected")


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
