from __future__ import annotations

import msgspec
import pytest

from annotator.errors import AnswerRefused
from annotator.model import Annotation, Answer, Span
from annotator.store import Change, Changed, KindChanged, Store


def events(store: Store) -> list[tuple[object, ...]]:
    return store._file.rows("SELECT step, act, rest, rev, duration_ms FROM event ORDER BY seq")


def test_answer_is_there_after_reopening(coding) -> None:
    step = coding.frame("economic")
    coding.store.close()
    with Store.open(coding.store.path) as again:
        (annotation,) = again.annotations(coding.document, "main", "k7")
    assert isinstance(annotation, Annotation)
    assert step.changes == (
        Changed(coding.place(), None, Answer("coded", ("economic",)), annotation),
    )
    assert annotation.uid == coding.place().uid
    assert (annotation.rev, annotation.codebook, annotation.changed_at) == (
        1,
        "1.0.0",
        step.saved_at,
    )


def test_equal_answer_writes_nothing(coding, everything) -> None:
    coding.frame("economic")
    before = everything(coding.store._file.raw)
    assert coding.frame("economic").changes == ()
    assert coding.clear(3).changes == ()
    assert everything(coding.store._file.raw) == before


@pytest.mark.parametrize(
    "other",
    [
        Answer("coded", ("economic",), confidence=1),
        Answer("coded", ("economic",), note="why"),
        Answer("coded", ("economic",), primary="economic"),
        Answer("coded", ("economic",), evidence=(Span(0, 2, "economic"),)),
        Answer("none"),
    ],
)
def test_any_difference_is_a_change(coding, other: Answer) -> None:
    coding.frame("economic")
    (change,) = coding.store.annotate([Change(coding.place(), other)]).changes
    assert (change.before, change.after) == (Answer("coded", ("economic",)), other)
    assert coding.answers()[coding.place()] == other


def test_revision_goes_on_after_a_clear(coding) -> None:
    coding.frame("economic")
    coding.frame("climate")
    coding.clear()
    (change,) = coding.frame("economic").changes
    assert change.annotation.rev == 4
    assert len(coding.answers()) == 1
    assert coding.store.check() == []


def test_step_is_one_transaction_with_one_event_each(coding) -> None:
    changes = [
        Change(coding.place(0), Answer("coded", ("economic",))),
        Change(coding.place(1), Answer("none"), rest=True),
        Change(coding.place(1), Answer("coded", ("climate",))),  # the last word counts
    ]
    step = coding.store.annotate(changes, duration_ms=800)
    assert len(step.changes) == 2
    assert events(coding.store) == [(1, "do", 0, 1, 800), (1, "do", 0, 1, None)]
    coding.frame("economic", paragraph=2)
    assert events(coding.store)[-1][0] == 3


def test_codes_and_evidence_are_put_in_order(coding) -> None:
    spans = (Span(3, 5, "climate"), Span(0, 2), Span(0, 2, "economic"), Span(0, 2))
    answer = Answer("coded", ("climate", "economic"), evidence=spans)
    coding.store.annotate([Change(coding.place(), answer)])
    stored = coding.answers()[coding.place()]
    assert stored.codes == ("economic", "climate")
    assert stored.evidence == (Span(0, 2), Span(0, 2, "economic"), Span(3, 5, "climate"))


def test_words_answer_and_whole_document(coding) -> None:
    words, whole = coding.place(0, "words"), coding.place(None, "whole")
    coding.store.annotate([Change(whole, Answer("coded", ("climate",)))])
    coding.store.annotate([Change(words, Answer("coded", value="più 😀"))])
    assert list(coding.answers().items()) == [
        (words, Answer("coded", value="più 😀")),
        (whole, Answer("coded", ("climate",))),
    ]


def test_named_holder_comes_with_its_first_answer(coding) -> None:
    coding.stance("favour", "tax", "person:Ada")
    coding.stance("favour", "tax", "person:Bo")
    coding.stance("against", "bank", "person:Ada")
    assert ("person:Ada", "Ada") in coding.store.holders()
    used = coding.store.named_holders_used(coding.document, "main", "k7")
    assert used == ["person:Ada", "person:Bo"]
    assert coding.store.named_holders_used(coding.document, "main", "other") == []


def test_first_answer_freezes_the_codebook(coding) -> None:
    coding.clear()
    assert coding.store.codebook_versions()[0].frozen_at is None
    step = coding.frame()
    coding.frame("economic")
    assert step.saved_at <= (coding.store.codebook_versions()[0].frozen_at or "")


def test_training_freezes_nothing(coding) -> None:
    with coding.store.write():
        coding.store._file.run(
            "INSERT INTO round(key, kind, codebook) VALUES('try', 'training', '1.0.0')"
        )
    place = msgspec.structs.replace(coding.place(), round="try")
    coding.store.annotate([Change(place, Answer("none"))])
    assert coding.store.codebook_versions()[0].frozen_at is None
    assert [each.key for each in coding.store.rounds()] == ["main", "try"]


def test_answers_of_one_annotator_only(coding, coding_in) -> None:
    other = coding_in(coding.store, "m2")
    assert not coding.store.has_answered("main", "m2")
    other.frame("climate")
    assert coding.answers() == {}
    assert coding.store.has_answered("main", "m2")
    assert not coding.store.has_answered("main", "k7")


FRAME, WORDS, STANCE, WHOLE = (
    {"paragraph": 0},
    {"paragraph": 0, "layer": "words"},
    {"paragraph": 0, "layer": "stance", "target": "tax", "holder": "author"},
    {"paragraph": None, "layer": "whole"},
)
ECONOMIC, FAVOUR = Answer("coded", ("economic",)), Answer("coded", ("favour",))
REFUSED = [
    ({"layer": "mood"}, ECONOMIC, "no layer mood"),
    ({"paragraph": None}, ECONOMIC, "once a paragraph"),
    ({**WHOLE, "paragraph": 0}, ECONOMIC, "once a document"),
    ({"paragraph": 4}, ECONOMIC, "no ¶ 5"),
    ({"paragraph": -1}, ECONOMIC, "no ¶ 0"),
    ({**FRAME, "target": "tax"}, ECONOMIC, "target tax"),
    ({**FRAME, "holder": "author"}, ECONOMIC, "holder author"),
    ({**STANCE, "target": None}, FAVOUR, "target –"),
    ({**STANCE, "target": "moon"}, FAVOUR, "target moon"),
    ({**STANCE, "holder": None}, FAVOUR, "holder –"),
    ({**STANCE, "holder": "crowd"}, FAVOUR, "holder crowd"),
    ({**STANCE, "holder": "author:Ada"}, FAVOUR, "no name for a holder"),
    ({**STANCE, "holder": "person:"}, FAVOUR, "no name"),
    ({**STANCE, "holder": "person: Ada"}, FAVOUR, "no name"),
    ({**STANCE, "holder": "person:A|B"}, FAVOUR, "no name"),
    ({**STANCE, "holder": "person:A\nB"}, FAVOUR, "no name"),
    (FRAME, Answer("coded"), "answered with codes"),
    (FRAME, Answer("coded", ("economic",), value="x"), "answered with codes"),
    (FRAME, Answer("coded", ("odd",)), "no code of these: odd"),
    (FRAME, Answer("coded", ("economic", "absent")), "only one of these"),
    (FRAME, Answer("coded", ("economic",), "climate"), "main code"),
    (STANCE, Answer("coded", ("against", "favour")), "only one of these"),
    (STANCE, Answer("coded", ("favour",), "favour"), "main code"),
    (WORDS, ECONOMIC, "in words"),
    (WORDS, Answer("coded", value=""), "in words"),
    (WORDS, Answer("coded", value="x" * 21), "more than 20"),
    (WORDS, Answer("none"), "does not allow the answer none"),
    (FRAME, Answer("none", ("economic",)), "no codes and no words"),
    (FRAME, Answer("cannot_tell", value="x"), "no codes and no words"),
    (FRAME, Answer("none", confidence=4), "from 1 to 3"),
    (FRAME, Answer("none", note="a\0b"), "no text"),
    (FRAME, Answer("none", note="\ud83d"), "no text"),
    (FRAME, Answer("coded", ("economic",), evidence=(Span(0, 99),)), "outside the text"),
    (FRAME, Answer("coded", ("economic",), evidence=(Span(2, 2),)), "outside the text"),
    (FRAME, Answer("coded", ("economic",), evidence=(Span(-1, 2),)), "outside the text"),
    (FRAME, Answer("coded", ("economic",), evidence=(Span(0, 2, "climate"),)), "not in the answer"),
    (FRAME, Answer("coded", ("economic",), evidence=(Span(0, 2, None, 0),)), "whole article"),
    (WHOLE, Answer("coded", ("economic",), evidence=(Span(0, 2, None, 0),)), "no marked words"),
]


@pytest.mark.parametrize(("place", "answer", "words"), REFUSED)
def test_broken_rule_is_refused_and_nothing_is_written(coding, place, answer, words) -> None:
    good = Change(coding.place(1), Answer("none"))
    with pytest.raises(AnswerRefused, match=words):
        coding.store.annotate([good, Change(coding.place(**place), answer)])
    assert coding.answers() == {}
    assert events(coding.store) == []


def test_unknown_names_are_refused(coding) -> None:
    place = coding.place()
    for change, words in (
        ({"round": "pilot"}, "no round pilot"),
        ({"annotator": "x9"}, "no annotator x9"),
        ({"document": 9}, "not in the project"),
    ):
        wrong = Change(msgspec.structs.replace(place, **change), Answer("none"))
        with pytest.raises(AnswerRefused, match=words):
            coding.store.annotate([wrong])


def test_place_with_a_foreign_uid_is_a_bug(coding) -> None:
    place = msgspec.structs.replace(coding.place(), annotator_uid="x")
    with pytest.raises(ValueError, match="another document or annotator"):
        coding.store.annotate([Change(place, Answer("none"))])


def test_step_of_two_annotators_is_a_bug(coding, coding_in) -> None:
    other = coding_in(coding.store, "m2")
    changes = [Change(each.place(), Answer("none")) for each in (coding, other)]
    with pytest.raises(ValueError, match="one annotator"):
        coding.store.annotate(changes)


def test_kind_changes_are_steps(coding) -> None:
    def put(kind, paragraph=0):
        return coding.store.set_kind(coding.document, paragraph, kind, round="main", annotator="k7")

    assert put("quote").changes == (KindChanged(coding.document, 0, "body", "quote"),)
    assert put("quote").changes == ()
    assert coding.store.paragraphs(coding.document)[0].kind == "quote"
    with pytest.raises(AnswerRefused, match="no ¶ 9"):
        put("quote", 8)
    with pytest.raises(AnswerRefused, match="no kind"):
        put("poem")
    assert coding.store.check() == []
