"""Files that are no other tool's, or hold nothing of the format that was said."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from annotator.errors import AnnotatorError, RecordError
from annotator.formats.catalogue import FORMATS
from annotator.model import Answer
from annotator.study.exporting import export_to_file
from annotator.study.foreign import Foreign, is_foreign, merge_foreign
from annotator.study.wishes import Wish
from tests.unit.study.foreign_projects import code, project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = project(tmp_path / "p.annot")
    yield opened
    opened.close()


def test_file_that_is_not_there_is_said_to_be_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read"):
        merge_foreign(store, tmp_path / "no.qdpx", Foreign(annotators=("k9",)))


@pytest.mark.parametrize("form", ["jsonl", "bundle", "project"])
def test_what_this_program_wrote_needs_no_options(store: Store, tmp_path: Path, form: str) -> None:
    code(store, "k7", [(0, 2, "frame", None, None, Answer("none"))])
    path = store.path
    if form != "project":
        path = tmp_path / "ours.jsonl"
        export_to_file(store, path, wish=Wish(form))
    assert not is_foreign(path)
    with pytest.raises(AnnotatorError, match=r"written by Annotator.* leave out --annotator"):
        merge_foreign(store, path, Foreign(annotators=("k9",)))


@pytest.mark.parametrize("form", ["w3c", "brat", "uima-xmi"])
def test_archive_without_anything_of_the_format_is_refused(
    store: Store, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr("a.doc", "words")
    with pytest.raises(AnnotatorError, match=f"no texts of the format {FORMATS[form].label} in it"):
        merge_foreign(store, path, Foreign(form=form))
