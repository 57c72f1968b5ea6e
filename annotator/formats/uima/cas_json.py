"""UIMA CAS JSON 0.4.0: a file an article and annotator, its types within.

Imports its siblings. Reading needs dkpro-cassis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.uima import writing
from annotator.formats.uima.encoding import Json
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
LOSES: Final = writing.LOSES
_SUFFIX: Final = ".json"


def write_folder(
    corpus: Corpus, folder: Path, told: Callable[[int], None] | None = None
) -> Written:
    """Write `ANNOTATOR/DOCUMENT.json`, and `layers.json` beside the folders."""
    return writing.CasFolder(corpus, folder, Json(), _SUFFIX).write(told)


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every text of a file, of a folder, or of an export of INCEpTION.

    Raises:
        RecordError: dkpro-cassis is missing; a file that is damaged or no CAS.
    """
    yield from read_cas(path, _SUFFIX)
