"""REFI-QDA, which programs of qualitative analysis exchange: projects (QDPX), codebooks (QDC).

A source is an article, an answer one or more selections of it: the words marked for a code, or the
paragraph (`¶ 3`), or the article (`¶`). Codes stand in a tree, `layer/target/holder/code`, with the
other states beside the codes. Writing is in `projects`, reading in `reading`, codebooks are in
`codebooks`. Offsets are code points, half-open.
"""

from __future__ import annotations

from typing import Final

from annotator.formats.refi_qda.projects import write
from annotator.formats.refi_qda.reading import read

__all__ = ["KEEPS", "LOSES", "READS", "WRITES", "read", "write"]

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "texts of all articles, and what is known of them, as variables",
    "all four states, sets of codes, main codes, words written as an answer",
    "targets and holders, also named ones",
    "marked words, sureness and notes",
    "who answered, and when, to the second; names of rounds in descriptions",
    "labels and definitions of codes",
)
LOSES: Final = (
    "history, revision numbers and time spent",
    "version and hash of the codebook",
    "kinds of paragraphs",
    "characters that XML cannot hold, in notes and in words written as an answer",
)
