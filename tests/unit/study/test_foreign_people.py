"""Whose answers another tool's file has: annotators by name, models, nobody who codes here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import MergeError
from annotator.study.foreign import Foreign, merge_foreign
from tests.unit.study.foreign_projects import TEXTS, project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store import Store

FIRST = TEXTS[0]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = project(tmp_path / "p.annot")
    yield opened
    opened.close()


def tasks(path: Path, *people: Any, **more: Any) -> Path:
    said = [
        {
            "completed_by": who,
            "result": [
                {"from_name": "frame", "type": "choices", "value": {"choices": ["economic"]}}
            ],
        }
        for who in people
    ]
    path.write_text(json.dumps([{"data": {"text": FIRST[0]}, "annotations": said, **more}]))
    return path


def test_names_of_the_file_are_keys_where_they_can_be(store: Store, tmp_path: Path) -> None:
    path = tasks(tmp_path / "t.json", 1, 2)
    assert merge_foreign(store, path, Foreign()).new_annotators == ("1", "2")
    assert {each.kind for each in store.annotators()} == {"import"}


def test_people_are_given_keys(store: Store, tmp_path: Path) -> None:
    path = tasks(tmp_path / "t.json", {"email": "a@b.test"}, 2)
    with pytest.raises(MergeError, match=r"an address, a@b\.test; .* --annotator a@b\.test=KEY"):
        merge_foreign(store, path, Foreign())
    with pytest.raises(MergeError, match="several annotators: 2, a@b"):
        merge_foreign(store, path, Foreign(annotators=("k9",)))
    with pytest.raises(MergeError, match="would both be k9"):
        merge_foreign(store, path, Foreign(annotators=("2=k9", "a@b.test=k9")))
    merge_foreign(store, path, Foreign(annotators=("a@b.test=k1", "k9")))
    assert [each.key for each in store.annotators()] == ["k1", "k9"]


def test_file_that_names_nobody_needs_a_key(store: Store, tmp_path: Path) -> None:
    with pytest.raises(MergeError, match="does not say who answered"):
        merge_foreign(store, tasks(tmp_path / "t.json", None), Foreign())


@pytest.mark.parametrize("given", ["", "1=", "1= "])
def test_key_that_is_empty_is_refused(store: Store, tmp_path: Path, given: str) -> None:
    with pytest.raises(MergeError, match="--annotator gives no key"):
        merge_foreign(store, tasks(tmp_path / "t.json", 1), Foreign(annotators=(given,)))


def test_name_that_is_not_in_the_file_is_remarked_on(store: Store, tmp_path: Path) -> None:
    path = tasks(tmp_path / "t.json", 1, 2)
    report = merge_foreign(store, path, Foreign(annotators=("1=k1", "12=k2")))
    assert report.remarks == ("nobody in the file is called 12, whom --annotator names",)
    assert sorted(report.new_annotators) == ["2", "k1"]


def test_models_are_annotators_of_their_own(store: Store, tmp_path: Path) -> None:
    result = [{"from_name": "frame", "type": "choices", "value": {"choices": ["other"]}}]
    predictions = [{"model_version": "m1", "result": result}]
    path = tasks(tmp_path / "t.json", 1, predictions=predictions)
    report = merge_foreign(store, path, Foreign(annotators=("k9",)))
    assert report.added == 2
    assert {each.key: each.kind for each in store.annotators()} == {"k9": "import", "m1": "model"}
    assert merge_foreign(store, path, Foreign(annotators=("k9",))).unchanged == 2


def test_coder_of_the_project_is_not_taken_for_the_file_s(store: Store, tmp_path: Path) -> None:
    store.add_annotator("k9")
    with pytest.raises(MergeError, match=r"k9 here already, who is no import; .*1=k9_2"):
        merge_foreign(store, tasks(tmp_path / "t.json", 1), Foreign(annotators=("k9",)))
    path = tasks(tmp_path / "u.json", None)
    with pytest.raises(MergeError, match="--annotator k9_2"):
        merge_foreign(store, path, Foreign(annotators=("k9",)))
