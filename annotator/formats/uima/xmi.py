"""UIMA CAS XMI: an XML file an article and annotator, and TypeSystem.xml for all of them.

Imports its siblings. Reading needs dkpro-cassis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.uima import writing
from annotator.formats.uima.encoding import Xmi
from annotator.formats.uima.layer_types import type_system_xml, types_for
from annotator.formats.uima.reading import read_cas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.formats.corpus import Corpus
    from annotator.formats.foreign import ForeignDocument
    from annotator.formats.written import Written

READS: Final = True
WRITES: Final = True
KEEPS: Final = writing.KEEPS
LOSES: Final = (*writing.LOSES, "control characters, which XML cannot hold")
TYPES: Final = "TypeSystem.xml"
_SUFFIX: Final = ".xmi"


def write_folder(
    corpus: Corpus, folder: Path, told: Callable[[int], None] | None = None
) -> Written:
    """Write `ANNOTATOR/DOCUMENT.xmi`, `TypeSystem.xml` and `layers.json`."""
    cases = writing.CasFolder(corpus, folder, Xmi(), _SUFFIX)
    written = cases.write(told)
    described = type_system_xml(types_for(cases.layers))
    (folder / TYPES).write_text(described, "utf-8", newline="\n")
    return written


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every text of a file, of a folder, or of an export of INCEpTION.

    Raises:
        RecordError: dkpro-cassis is missing; a file that is damaged, unsafe or no CAS.
    """
    yield from read_cas(path, _SUFFIX)
