"""What agreement reads of a project beside the answers: words, times, versions of the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from annotator.agreement import Options, render, report
from annotator.agreement.cautions import cautions
from annotator.agreement.reporting import report_of
from annotator.agreement.results import Agreement
from annotator.agreement.telling import layer_name
from annotator.model import Answer, Pair, Place, Span
from annotator.store import Change, Store
from annotator.study.reliability import project_answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model import Codebook

    Projects = Callable[..., Store]


def answer(store: Store, who: str, paragraph: int, *spans: Span, round_: str = "main") -> None:
    person = next((one for one in store.annotators() if one.key == who), None)
    person = person or store.add_annotator(who)
    document = store.documents()[0]
    place = Place(round_, who, person.uid, document.id, document.uid, paragraph, "frame")
    store.annotate([Change(place, Answer("coded", ("economic",), evidence=spans))])


def frames(store: Store, **asked: Any) -> Any:
    (answers,) = project_answers(store, layers=["frame"], **asked)
    return answers


def new_version(store: Store, version: str, change: Callable[[Codebook], Codebook]) -> None:
    """A codebook of this version; what is answered from now on is made with it."""
    codebook = change(store.codebook())
    about = msgspec.structs.replace(codebook.about, version=version)
    codebook = msgspec.structs.replace(codebook, about=about)
    with store.write():
        store._definitions.add_codebook(codebook, toml="")
        store._file.run("UPDATE round SET codebook=? WHERE key='main'", version)


def with_frame(codebook: Codebook, **fields: Any) -> Codebook:
    layers = tuple(
        msgspec.structs.replace(layer, **fields) if layer.key == "frame" else layer
        for layer in codebook.layers
    )
    return msgspec.structs.replace(codebook, layers=layers)


@pytest.fixture
def store(make_project: Projects) -> Store:
    return make_project()


# ------------------------------------------------------------------ words and times


def test_marked_words_come_where_the_codebook_asks_for_them(store: Store) -> None:
    answer(store, "k7", 1, Span(4, 12, "economic"))
    answer(store, "m2", 1)
    found = {answers.layer.key: answers for answers in project_answers(store)}
    evidence = found["frame"].evidence
    assert evidence is not None
    assert (evidence.row.tolist(), evidence.start.tolist(), evidence.end.tolist()) == (
        [0],
        [4],
        [12],
    )
    assert (evidence.codes, evidence.code.tolist()) == (("economic",), [0])
    assert evidence.length.tolist() == [80, 80]
    layers = {key: answers.evidence is None for key, answers in found.items()}
    takes = {layer.key: layer.takes_evidence == "no" for layer in store.codebook().layers}
    assert layers == takes


def test_times_are_read_where_somebody_may_have_answered_twice(store: Store) -> None:
    answer(store, "k7", 1)
    assert frames(store).changed_at is None
    assert len(frames(store, with_times=True).changed_at) == 1
    with store.write():
        store._file.run(
            "INSERT INTO round(key, kind, codebook) VALUES('again', 'reliability', '1.0.0')"
        )
    answer(store, "k7", 1, round_="again")
    both = frames(store)
    assert (both.rounds, both.round.tolist()) == (("main", "again"), [0, 1])
    assert len(both.changed_at) == 2


# ------------------------------------------------------------------ versions


def same(codebook: Codebook) -> Codebook:
    return codebook


def reworded_rule(codebook: Codebook) -> Codebook:
    rule = Pair("frame", ("economic", "geopolitical"), {"en": "Ask who pays."})
    return msgspec.structs.replace(codebook, pairs=(*codebook.pairs, rule))


def other_layers_rule(codebook: Codebook) -> Codebook:
    rule = Pair("stance", ("against", "favour"), {"en": "Ask who gains."})
    return msgspec.structs.replace(codebook, pairs=(*codebook.pairs, rule))


def relabelled(codebook: Codebook) -> Codebook:
    codes = codebook.layer("frame").codes
    codes = tuple(msgspec.structs.replace(code, label={"en": "?"}, colour=None) for code in codes)
    return with_frame(codebook, label={"en": "Framing"}, codes=codes)


def one_code_less(codebook: Codebook) -> Codebook:
    return with_frame(codebook, codes=codebook.layer("frame").codes[:-1])


def told_otherwise(codebook: Codebook) -> Codebook:
    targets = tuple(
        msgspec.structs.replace(target, definition={"en": "?"}) for target in codebook.targets
    )
    return msgspec.structs.replace(codebook, targets=targets)


def test_versions_come_the_oldest_first(store: Store) -> None:
    answer(store, "k7", 1)
    for paragraph, version in ((2, "1.10.0"), (3, "1.9.0")):
        new_version(store, version, one_code_less)
        answer(store, "k7", paragraph)
    found = frames(store)
    assert found.versions == ("1.0.0", "1.9.0", "1.10.0")
    assert found.version.tolist() == [0, 2, 1]
    assert found.remarks == ()


@pytest.mark.parametrize("change", [one_code_less, reworded_rule])
def test_older_answers_to_a_layer_that_meant_something_else_are_left_out_and_counted(
    store: Store, change: Callable[[Codebook], Codebook]
) -> None:
    answer(store, "k7", 1, Span(0, 3, "economic"))
    answer(store, "m2", 1)
    new_version(store, "2.0.0", change)
    answer(store, "k7", 2, Span(4, 7, "economic"))
    found = frames(store, with_times=True)
    assert (found.paragraph.tolist(), found.version.tolist()) == ([2], [1])
    assert found.evidence.row.tolist() == [0]
    assert (found.evidence.start.tolist(), len(found.evidence.length)) == ([4], 1)
    assert len(found.changed_at) == 1
    (remark,) = found.remarks
    assert (remark.slug, remark.values) == ("older_left_out", {"n": 2, "layer": "frame"})
    assert "2 answers" in str(remark)


@pytest.mark.parametrize("change", [same, relabelled, other_layers_rule, told_otherwise])
def test_older_answers_count_where_the_layer_means_the_same(
    store: Store, change: Callable[[Codebook], Codebook]
) -> None:
    answer(store, "k7", 1)
    new_version(store, "2.0.0", change)
    answer(store, "k7", 2)
    found = frames(store)
    assert (found.paragraph.tolist(), found.remarks) == ([1, 2], ())


def test_answers_that_are_all_older_are_not_older_than_others(store: Store) -> None:
    answer(store, "k7", 1)
    new_version(store, "2.0.0", one_code_less)
    assert len(frames(store).answer) == 1


def test_target_that_meant_something_else_leaves_out_the_answers_about_targets(
    store: Store,
) -> None:
    who, document = store.add_annotator("k7"), store.documents()[0]
    target = store.codebook().targets[0].key

    def take(paragraph: int) -> None:
        place = Place("main", "k7", who.uid, document.id, document.uid, paragraph, "stance", target)
        place = msgspec.structs.replace(place, holder="author")
        store.annotate([Change(place, Answer("none"))])

    take(1)
    new_version(store, "2.0.0", told_otherwise)
    take(2)
    (answers,) = project_answers(store, layers=["stance"])
    assert answers.paragraph.tolist() == [2]


# ------------------------------------------------------------------ titles


def test_articles_that_figures_name_are_known_by_their_titles(make_project: Projects) -> None:
    store = make_project()
    document = store.documents()[0]
    for who, codes in (("k7", ("economic",)), ("m2", ("geopolitical",))):
        person = store.add_annotator(who)
        place = Place("main", who, person.uid, document.id, document.uid, 1, "frame")
        store.annotate([Change(place, Answer("coded", codes))])
    made = report(project_answers(store, layers=["frame"]), Options(ci=0), source="", made_at="",
                  program="")  # fmt: skip
    assert document.title
    assert made.titles == {document.uid: document.title}
    assert document.title in render(made, "table")


def test_equal_titles_are_told_apart(make_project: Projects) -> None:
    store = make_project(("Tax\n\nOne says.\n", "Tax\n\nAnother says.\n", "Rain\n\nNobody says.\n"))
    first, second, third = (document.uid for document in store.documents())
    (answers,) = project_answers(store, layers=["frame"])
    parts = tuple(
        Agreement(layer="frame", coefficient="alpha", by="document", group=uid, below_rest=True)
        for uid in (first, second)
    )
    head = Agreement(layer="frame", coefficient="alpha", n_units=1, over_time=parts)
    made = report_of([answers], Options(), [head], source="", made_at="", program="")
    assert made.titles == {first: f"Tax ({first[:8]})", second: f"Tax ({second[:8]})"}
    assert answers.titles[third] == "Rain"
    # A warning calls them as the tables do.
    warned = cautions(head, layer_name(answers), "en", answers.titles)
    drift = next(one.words for one in warned if one.slug == "drift")
    assert all(title in drift for title in made.titles.values())
