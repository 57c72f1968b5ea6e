"""What writers are given: all articles, the chosen answers, and who and what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import AnnotatorError
from annotator.model import Answer, Place
from annotator.store import Change, Store
from annotator.study.exporting import Selection, corpus

if TYPE_CHECKING:
    from collections.abc import Callable


def frame(store: Store, key: str, code: str) -> None:
    """One answer of a new annotator to the first paragraph."""
    who = store.add_annotator(key)
    document = store.documents()[0]
    place = Place("main", key, who.uid, document.id, document.uid, 1, "frame")
    store.annotate([Change(place, Answer("coded", (code,)))])


def test_corpus_holds_every_article_with_the_chosen_answers(
    make_project: Callable[..., Store],
) -> None:
    store = make_project()
    frame(store, "a", "economic")
    frame(store, "b", "geopolitical")
    told = corpus(store, Selection(annotators=("b",)))
    assert [each.key for each in told.annotators] == ["b"]
    assert [(each.key, each.purpose) for each in told.rounds] == [("main", "main")]
    assert told.codebook == store.codebook()
    assert told.toml == store.codebook_toml()
    documents = list(told.documents)
    assert [each.document for each in documents] == store.documents()
    assert [[record.codes for record in each.records] for each in documents] == [
        [("geopolitical",)],
        [],
    ]


def test_corpus_of_nothing_chosen_is_that_of_everything(make_project: Callable[..., Store]) -> None:
    store = make_project()
    frame(store, "a", "economic")
    told = corpus(store)
    assert told.annotators == tuple(store.annotators())
    assert sum(len(each.records) for each in told.documents) == 1


@pytest.mark.parametrize("names", [{"layers": ("x",)}, {"annotators": ("x",)}, {"rounds": ("x",)}])
def test_name_that_the_project_lacks_is_said(
    make_project: Callable[..., Store], names: dict[str, tuple[str, ...]]
) -> None:
    with pytest.raises(AnnotatorError, match="“x”"):
        corpus(make_project(), Selection(**names))
