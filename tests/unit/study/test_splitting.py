"""One file a coder: which files, under which names, and what is told of an update."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import AnnotatorError, MergeError
from annotator.store import Store
from annotator.study import splitting
from annotator.study.splitting import file_names, split_all, split_one, update_part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Projects = Callable[..., Store]


def test_somebody_new_is_added_only_when_asked(make_project: Projects, tmp_path: Path) -> None:
    lead = make_project()
    with pytest.raises(AnnotatorError, match="no annotator “anna” here"):
        split_one(lead, "anna", tmp_path / "anna.annot")
    for name in ("anna.annot", "again.annot"):
        part = split_one(lead, "anna", tmp_path / name, add=True)
        assert str(part) == f"{tmp_path / name}: the part of anna, with 2 articles and 0 answers"
    assert [each.key for each in lead.annotators()] == ["anna"]


def test_every_person_gets_a_file(make_project: Projects, tmp_path: Path) -> None:
    lead = make_project()
    with pytest.raises(AnnotatorError, match="no annotators yet"):
        split_all(lead, tmp_path / "parts")
    for key in ("anna", "a/b"):
        lead.add_annotator(key)
    lead.add_annotator("robot", kind="model")
    parts = split_all(lead, tmp_path / "parts")
    assert [each.file for each in parts] == [
        str(tmp_path / "parts" / name) for name in ("a_b.annot", "anna.annot")
    ]
    for part in parts:
        with Store.open(tmp_path / "parts" / part.file) as store:
            assert [each.key for each in store.annotators()] == [part.annotator]


def test_all_files_or_none(
    make_project: Projects, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = make_project()
    lead.add_annotator("anna")
    with pytest.raises(AnnotatorError, match="cannot be written"):
        split_all(lead, tmp_path / "missing" / "parts")
    lead.add_annotator("ben")
    monkeypatch.setattr(splitting, "file_names", lambda keys: dict.fromkeys(keys, "one.annot"))
    with pytest.raises(AnnotatorError, match="already a file"):
        split_all(lead, tmp_path / "parts")
    assert not list(tmp_path.glob("parts*"))


def test_names_of_files_are_such_that_every_system_takes_them() -> None:
    assert file_names(["anna", "Anna", "a:b", "a?b", "..", "è"]) == {
        "anna": "anna.annot",
        "Anna": "Anna-2.annot",
        "a:b": "a_b.annot",
        "a?b": "a_b-2.annot",
        "..": "_.annot",
        "è": "è.annot",
    }


def test_update_tells_what_came_and_what_to_look_at(make_project: Projects, tmp_path: Path) -> None:
    lead = make_project()
    path = tmp_path / "anna.annot"
    split_one(lead, "anna", path, add=True)
    lead.add_annotator("ben")
    first = lead.documents()[0]
    lead.set_kind(first.id, 1, "quote", round="main", annotator="ben")
    lead.set_kind(first.id, 2, "quote", round="main", annotator="ben")
    with Store.open(path) as part:
        part.set_kind(part.documents()[0].id, 1, "heading", round="main", annotator="anna")
    with lead.write():
        lead._file.run("UPDATE document SET title='Ours' WHERE id=2")
    told = list(update_part(path, lead.path).lines())
    assert told[0] == f"{path}: 1 changed kinds of paragraphs; the answers are as they were"
    assert told[1] == (
        f"  look at   ¶ 2 of {first.uid} got two kinds on two machines; the later one stands"
    )
    assert told[2] == "  note      the article Two harbours has another title now"
    assert told[3].startswith("  the file as it was: ")
    with lead.write():
        lead._file.run("UPDATE document SET title='Theirs' WHERE id=2")
    told = list(update_part(path, lead.path).lines())
    assert told[0] == f"{path}: nothing added; the answers are as they were"
    assert told[1] == "  note      the article Ours has another title now"
    told = list(update_part(path, lead.path, dry_run=True).lines())
    assert told[0] == f"{path}: nothing new; the answers are as they were"


def test_project_is_no_part_of_itself(make_project: Projects) -> None:
    path = make_project().path
    with pytest.raises(MergeError, match="the project itself"):
        update_part(path, path)
