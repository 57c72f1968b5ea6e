"""Who holds the answers in memory learns from the log what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import Answer, Span
from annotator.store import Change, Store

if TYPE_CHECKING:
    from tests.unit.store.conftest import Coding


def test_nothing_has_changed(coding: Coding) -> None:
    coding.frame("economic")
    seq = coding.store.last_change()
    changes = coding.store.changes_since(seq)
    assert (changes.seq, changes.answers) == (seq, ())


def test_an_answer_is_told_once_as_it_is_now(coding: Coding) -> None:
    coding.frame("economic")
    coding.frame("economic", "climate")
    changes = coding.store.changes_since(0)
    assert changes.seq == coding.store.last_change() == 2
    assert changes.answers is not None
    (now,) = changes.answers
    assert (now.round, now.annotator, now.document) == ("main", "k7", coding.added.uid)
    assert (now.paragraph, now.layer, now.target, now.holder) == (0, "frame", None, None)
    assert now.answer == Answer("coded", ("economic", "climate"))
    assert now.codebook == "1.0.0"
    assert now.changed_at.startswith("2026-03-02T09:14:07")
    assert now.length == len("Il costo sale 😀 ancora.")
    assert not now.is_put_back


def test_marked_words_and_the_primary_code_are_told(coding: Coding) -> None:
    answer = Answer("coded", ("economic",), "economic", evidence=(Span(0, 8, "economic"),))
    coding.store.annotate([Change(coding.place(), answer)])
    answers = coding.store.changes_since(0).answers
    assert answers is not None
    assert answers[0].answer == answer


def test_a_cleared_answer_is_told_with_its_place(coding: Coding) -> None:
    coding.stance("favour")
    seq = coding.store.last_change()
    coding.undo()
    answers = coding.store.changes_since(seq).answers
    assert answers is not None
    (now,) = answers
    assert (now.layer, now.target, now.holder, now.answer) == ("stance", "tax", "author", None)
    assert now.length == 0


def test_what_was_cleared_and_put_back_stands_behind_all_others(coding: Coding) -> None:
    coding.frame("economic")
    coding.frame("climate", paragraph=1)
    seq = coding.store.last_change()
    coding.clear()
    coding.frame("economic")
    coding.frame("economic", paragraph=1)
    answers = coding.store.changes_since(seq).answers
    assert answers is not None
    assert [(now.paragraph, now.is_put_back) for now in answers] == [(1, False), (0, True)]


def test_answers_on_the_whole_document_have_no_paragraph(coding: Coding) -> None:
    place = coding.place(None, "whole")
    coding.store.annotate([Change(place, Answer("coded", ("economic",)))])
    answers = coding.store.changes_since(0).answers
    assert answers is not None
    assert (answers[0].paragraph, answers[0].length) == (None, 0)


def test_a_changed_kind_is_no_answer_but_is_passed(coding: Coding) -> None:
    coding.store.set_kind(coding.document, 1, "quote", round="main", annotator="k7")
    changes = coding.store.changes_since(0)
    assert (changes.seq, changes.answers) == (1, ())


def test_too_many_changes_are_not_told(coding: Coding) -> None:
    for code in ("economic", "climate", "absent"):
        coding.frame(code)
    changes = coding.store.changes_since(0, most=2)
    assert (changes.seq, changes.answers) == (3, None)
    assert coding.store.changes_since(1, most=2).answers is not None


def test_another_connection_sees_them(journal: str, coding: Coding) -> None:
    with Store.open(coding.store.path) as other:
        seq = other.last_change()
        coding.frame("economic")
        answers = other.changes_since(seq).answers
    assert answers is not None, journal
    assert answers[0].answer == Answer("coded", ("economic",))
