"""Codebooks of REFI-QDA (QDC): codes alone, written, and read from a QDC or a project.

Imports the code tree, members, text.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from annotator import __version__
from annotator.errors import CodebookError, ImportFailed, RecordError
from annotator.formats.members import Members
from annotator.formats.refi_qda.code_tree import CodeTree
from annotator.formats.refi_qda.xml_words import lxml
from annotator.text.extras import require
from annotator.text.qdpx_parts import QdaProject, children, elements_of, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model import Codebook
    from annotator.text.qdpx_parts import Element

NAMESPACE: Final = "urn:QDA-XML:codebook:1.0"


class QdaCode(Struct, frozen=True):
    """A code: the names from the topmost one down to its own, and what its description says."""

    path: tuple[str, ...]
    description: str = ""

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]


def write_codebook(codebook: Codebook, language: str) -> str:
    """All codes of a codebook with their labels and definitions in one language.

    Raises:
        Unavailable: lxml is not installed.
    """
    out = io.BytesIO()
    with lxml().xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        about = {"origin": f"Annotator {__version__}"}
        with file.element("CodeBook", about, nsmap={None: NAMESPACE}), file.element("Codes"):
            for element in CodeTree(codebook, language).elements():
                file.write(element, pretty_print=True)
    return out.getvalue().decode()


def read_codes(path: Path) -> tuple[QdaCode, ...]:
    """The codes of a QDC or QDPX, each before those under it.

    Raises:
        CodebookError: neither of these, damaged, or without codes.
    """
    try:
        found = tuple(code for codes in _lists(path) for code in _codes(codes, ()))
    except (ImportFailed, RecordError) as error:
        raise CodebookError(
            error.what, where=error.where or path, remedy=error.remedy, **error.values
        ) from error
    if not found:
        raise CodebookError(
            "there are no codes in it",
            where=path,
            remedy="check that it is a codebook (QDC), or a project (QDPX)",
        )
    return found


def _lists(path: Path) -> Iterator[Element]:
    members = Members(path)
    if members.is_many:
        yield from QdaProject(members.names, members.open).elements("Codes")
        return
    require("lxml", extra="docx", form="REFI-QDA")
    (name,) = members.names
    with members.open(name) as file:
        yield from elements_of(file, ("Codes",), str(path))


def _codes(codes: Element, above: tuple[str, ...]) -> Iterator[QdaCode]:
    for element in children(codes, "Code"):
        path = (*above, (element.get("name") or "").strip())
        yield QdaCode(path, words_in(element, "Description").strip())
        yield from _codes(element, path)
