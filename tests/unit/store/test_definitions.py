from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import AnswerRefused

if TYPE_CHECKING:
    from annotator.store import Store

UID = "3f0c9f3e-0d3a-4f43-8a2e-5a1c7b9d2e60"


def test_annotators_are_listed_by_key(store: Store) -> None:
    store.add_annotator("m2")
    added = store.add_annotator("k7", kind="model", uid=UID)
    assert [each.key for each in store.annotators()] == ["k7", "m2"]
    assert (added.uid, added.kind, added.role) == (UID, "model", "coder")
    assert store.annotators()[1].uid != UID


@pytest.mark.parametrize("key", ["", "  ", "a\nb", "a\x1fb", " k7", "k7 ", "\ud83d"])
def test_odd_annotator_is_refused(store: Store, key: str) -> None:
    with pytest.raises(AnswerRefused):
        store.add_annotator(key)
    assert store.annotators() == []


def test_taken_annotator_is_refused(store: Store) -> None:
    store.add_annotator("k7", uid=UID)
    with pytest.raises(AnswerRefused, match="an annotator k7 already"):
        store.add_annotator("k7")
    with pytest.raises(AnswerRefused, match="under the name k7"):
        store.add_annotator("m2", uid=UID)


def test_unknown_round_names_those_there_are(store: Store) -> None:
    with pytest.raises(AnswerRefused, match=r"no round pilot .*: main"):
        store.codebook("pilot")


def test_codebook_is_read_once(store: Store) -> None:
    assert store.codebook() is store.codebook("main")
    with pytest.raises(KeyError):
        store._definitions.codebook_of("9.9.9")
