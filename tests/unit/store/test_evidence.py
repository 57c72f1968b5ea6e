"""Marked words and times of answers as columns of integers."""

from __future__ import annotations

import pytest

from annotator.model import Answer, Span
from annotator.store import Change


@pytest.fixture
def mark(coding):
    """Answer with frames and the words for them: (start, end, code)."""

    def say(paragraph, *spans, codes=("economic", "climate"), who=coding):
        evidence = tuple(Span(start, end, code) for start, end, code in spans)
        answer = Answer("coded", codes, evidence=evidence)
        who.store.annotate([Change(who.place(paragraph), answer)])

    return say


def spans_of(columns):
    marked = columns.evidence
    names = [*marked.codes, None]
    lists = [column.tolist() for column in (marked.row, marked.start, marked.end, marked.code)]
    return [(row, start, end, names[code]) for row, start, end, code in zip(*lists, strict=True)]


def test_marked_words_come_as_columns(coding, mark):
    coding.frame(paragraph=1)
    mark(0, (0, 2, "economic"), (3, 8, "climate"))
    mark(2, (0, 2, None))
    columns = coding.store.layer_answers(["frame"], with_evidence=["frame"])["frame"]
    assert list(columns.paragraph) == [1, 0, 2]
    assert spans_of(columns) == [(1, 0, 2, "economic"), (1, 3, 8, "climate"), (2, 0, 2, None)]
    # In code points, whatever their width: one of the three is an emoji.
    assert columns.evidence.length.tolist() == [6, 23, 20]
    assert columns.evidence.codes == ["climate", "economic"]
    assert columns.evidence.start.itemsize == 4


def test_words_of_other_layers_annotators_and_rounds_stay_away(coding, coding_in, mark):
    mark(0, (0, 2, "economic"))
    coding.stance("favour")
    other = coding_in(coding.store, "b1")
    mark(0, (1, 2, "climate"), who=other)
    found = coding.store.layer_answers(
        ["stance", "frame"], annotators=["b1"], with_evidence=["stance", "frame"]
    )
    assert spans_of(found["frame"]) == [(0, 1, 2, "climate")]
    assert found["frame"].evidence.codes == ["climate"]
    assert spans_of(found["stance"]) == []


def test_layer_without_marked_words_measures_no_text(coding):
    coding.frame("economic")
    columns = coding.store.layer_answers(["frame"], with_evidence=["frame"])["frame"]
    assert spans_of(columns) == []
    assert columns.evidence.length.tolist() == [0]


def test_marked_words_of_all_stretches_and_documents(coding, article, mark, monkeypatch):
    monkeypatch.setattr("annotator.store.connection._STRETCH", 1)
    monkeypatch.setattr("annotator.store.evidence._DOCUMENTS", 1)
    mark(0, (0, 2, "economic"))
    coding.frame(paragraph=2)
    mark(1, (1, 3, "climate"))
    coding.added = coding.store.add_article(article("Una riga", "Due righe", name="b.txt"))
    coding.document = coding.added.document
    mark(1, (2, 4, "economic"))
    columns = coding.store.layer_answers(["frame"], with_evidence=["frame"])["frame"]
    assert spans_of(columns) == [(0, 0, 2, "economic"), (2, 1, 3, "climate"), (3, 2, 4, "economic")]
    assert columns.evidence.length.tolist() == [23, 20, 6, 9]


def test_answers_about_a_whole_document_have_no_length(coding, mark):
    mark(0, (0, 2, "economic"))
    coding.store.annotate([Change(coding.place(None, "whole"), Answer("coded", ("climate",)))])
    found = coding.store.layer_answers(["whole", "frame"], with_evidence=["whole"])
    assert found["frame"].evidence is None
    assert found["whole"].evidence.length.tolist() == [0]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("2026-03-02T09:14:07.512Z", 1772442847),
        ("2026-03-02T09:14:07.000Z", 1772442847),
        ("2026-03-02T09:14:07.999Z", 1772442847),
        ("1970-01-01T00:00:01.000Z", 1),
    ],
)
def test_times_are_whole_seconds_where_they_are_asked_for(coding, written, seconds):
    coding.frame("economic")
    coding.stance("favour")
    with coding.store.write():
        coding.store._file.run("UPDATE annotation SET changed_at=? WHERE layer='frame'", written)
    found = coding.store.layer_answers(["frame", "stance"], with_times=True)
    assert found["frame"].changed_at.tolist() == [seconds]
    assert len(found["stance"].changed_at) == 1
    assert coding.store.layer_answers(["frame"])["frame"].changed_at is None


def test_answers_by_the_key_that_answers_the_rest_are_told_apart(coding):
    places = [coding.place(number, "stance", "tax", "author") for number in range(3)]
    coding.store.annotate([Change(place, Answer("none"), rest=True) for place in places])
    coding.stance("favour")  # the first one is answered anew
    assert coding.store.layer_answers(["stance"])["stance"].by_rest.tolist() == [0, 1, 1]
    coding.undo()
    found = coding.store.layer_answers(["frame", "stance"])
    assert found["stance"].by_rest.tolist() == [1, 1, 1]
    assert found["frame"].by_rest.tolist() == []


def test_times_and_marked_words_come_together(coding, mark):
    mark(0, (0, 2, "economic"))
    columns = coding.store.layer_answers(["frame"], with_evidence=["frame"], with_times=True)
    assert spans_of(columns["frame"]) == [(0, 0, 2, "economic")]
    assert len(columns["frame"].changed_at) == 1


def test_codebook_of_a_version_is_that_version(coding):
    assert coding.store.codebook_of("1.0.0") == coding.store.codebook()
    with pytest.raises(KeyError):
        coding.store.codebook_of("9.0.0")
