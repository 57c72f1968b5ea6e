"""Codebooks: read a file, find every mistake in it, write and hash the one canonical form.

May import `annotator.errors` and `annotator.model`.
"""

from annotator.codebook.canonical import canonical_json, codebook_sha256, from_canonical_json
from annotator.codebook.mistakes import Mistake
from annotator.codebook.reading import Checked, check_codebook, parse_codebook, read_codebook
from annotator.codebook.schema import codebook_schema

__all__ = [
    "Checked",
    "Mistake",
    "canonical_json",
    "check_codebook",
    "codebook_schema",
    "codebook_sha256",
    "from_canonical_json",
    "parse_codebook",
    "read_codebook",
]
