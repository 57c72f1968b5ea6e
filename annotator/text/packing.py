"""A large file gone through once: its hash, its bytes packed, and whether they are UTF-8.

Imports `errors`, `model` and its siblings.
"""

from __future__ import annotations

import codecs
import hashlib
import zlib
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.model import Original
from annotator.text.importing import too_large
from annotator.text.limits import MB

if TYPE_CHECKING:
    from typing import BinaryIO

# Large tables pack nearly as well at the quickest level, which takes a third of the time.
_LEVEL = 1
_MARK_LENGTH = 4


class Packed(Struct, frozen=True):
    """A file as it is kept, whether it is UTF-8, and what tells its encoding.

    `head` are its first bytes; `sample` is its beginning, or the stretch where it is no longer
    UTF-8.
    """

    original: Original
    head: bytes
    sample: bytes
    is_utf8: bool


def packed(file: BinaryIO, limit: int, *, keep: bool = True) -> Packed:
    """Go through a file, from where it stands to its end.

    Args:
        file: the file.
        limit: how many bytes are taken at most.
        keep: whether its bytes are wanted, packed.

    Raises:
        ImportFailed: it is larger.
    """
    digest, press = hashlib.sha256(), zlib.compressobj(_LEVEL)
    utf8 = codecs.getincrementaldecoder("utf-8")()
    pieces, head, sample, n_bytes, is_utf8 = [], b"", b"", 0, True
    while piece := file.read(MB):
        n_bytes += len(piece)
        if n_bytes > limit:
            raise too_large(limit)
        digest.update(piece)
        head = head or piece[:_MARK_LENGTH]
        goes_on = is_utf8 and _goes_on(utf8, piece)
        sample = sample if sample and goes_on == is_utf8 else piece
        is_utf8 = goes_on
        if keep:
            pieces.append(press.compress(piece))
    bytes_kept = b"".join([*pieces, press.flush()]) if keep else None
    is_utf8 = is_utf8 and _goes_on(utf8, b"", final=True)
    return Packed(Original(digest.hexdigest(), n_bytes, bytes_kept), head, sample, is_utf8)


def _goes_on(decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return False
    return True
