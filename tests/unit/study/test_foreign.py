"""Other tools' labels into a project: places by the words, people by name, nothing guessed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import AnnotatorError, MergeError, RecordError
from annotator.model import Answer, Place, Span
from annotator.store import Change, Store
from annotator.study.foreign import Foreign, ForeignReport, is_foreign, merge_foreign
from tests.unit.study.foreign_projects import TEXTS, project, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Merging = Callable[..., ForeignReport]

FIRST, SECOND = TEXTS[0], TEXTS[1]
MAP = """
[labels]
PRO = { layer = "stance", target = "chinese_ai", code = "favour" }
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = project(tmp_path / "p.annot")
    yield opened
    opened.close()


@pytest.fixture
def doccano(store: Store, tmp_path: Path) -> Merging:
    """Merges records of doccano, as k9 unless said otherwise."""

    def merge(*records: Any, name: str = "a.jsonl", dry_run: bool = False, **how: Any) -> Any:
        path = tmp_path / name
        path.write_text("\n".join(map(json.dumps, records)), "utf-8")
        chosen = Foreign(**{"annotators": ("k9",), **how})
        return merge_foreign(store, path, chosen, dry_run=dry_run)

    return merge


def labelled(text: str, *labels: Any, **more: Any) -> dict[str, Any]:
    return {"text": text, "label": list(labels), **more}


def answers(store: Store, key: str = "k9") -> dict[tuple[object, ...], Answer]:
    """By article, paragraph and layer."""
    numbers = {document.uid: number for number, document in enumerate(store.documents())}
    return {(numbers[place[0]], *place[1:3]): a for place, a in said(store, key).items()}  # type: ignore[index]


# ------------------------------------------------------------------ where a text stands


def test_paragraph_is_found_by_its_words(store: Store, doccano: Merging) -> None:
    report = doccano(labelled(FIRST[2], "economic"))
    assert (report.added, report.refused) == (1, ())
    assert answers(store) == {(0, 2, "frame"): Answer("coded", ("economic",))}


def test_white_space_does_not_matter_and_offsets_follow_the_letters(
    store: Store, doccano: Merging
) -> None:
    text = "  " + FIRST[1].replace("\n", "\r\n").replace(" ", "  ") + "\r\n"
    start = text.index("🚢")
    doccano(
        labelled(
            text, [start - 1, start + 2, "economic"], [text.index("It"), len(text), "economic"]
        )
    )
    ours = FIRST[1].index("🚢")
    (answer,) = answers(store).values()
    assert answer.evidence == (
        Span(ours, ours + 1, "economic"),
        Span(FIRST[1].index("It"), len(FIRST[1]), "economic"),
    )


def test_marked_spaces_alone_are_refused(doccano: Merging) -> None:
    report = doccano(labelled("  " + FIRST[1], [0, 2, "economic"]))
    assert (report.added, len(report.refused)) == (0, 1)


def test_words_of_an_article_are_put_to_their_paragraph(store: Store, doccano: Merging) -> None:
    text = "\r\n\r\n".join(FIRST)
    place = text.index("قال")
    report = doccano(labelled(text, [place - 2, place + 3, "economic"], [0, place + 1, "other"]))
    assert answers(store) == {
        (0, 2, "frame"): Answer("coded", ("economic",), evidence=(Span(0, 3, "economic"),))
    }
    assert [each.reason for each in report.refused] == [
        "the marked words run over more than one paragraph"
    ]


def test_line_ends_between_paragraphs_do_not_count(store: Store, doccano: Merging) -> None:
    text = "\n\n".join(FIRST)
    place = text.index("قال")
    doccano(labelled(text, [place - 1, place + 3, "economic"]))
    (answer,) = answers(store).values()
    assert answer.evidence == (Span(0, 3, "economic"),)


def test_article_takes_labels_of_layers_of_articles_alone(store: Store, doccano: Merging) -> None:
    text = "\n\n".join(FIRST)
    report = doccano(labelled(text, "economic", "frame:other"))
    assert answers(store) == {(0, None, "dominant_frame"): Answer("coded", ("economic",))}
    assert [each.reason for each in report.refused] == [
        "the layer frame is answered once a paragraph, not an article"
    ]
    report = doccano(labelled(FIRST[2], "dominant_frame:economic"))
    assert [each.reason for each in report.refused] == [
        "the layer dominant_frame is answered once an article, not a paragraph"
    ]


def test_text_of_one_paragraph_is_an_article_where_the_file_says_so(
    store: Store, doccano: Merging
) -> None:
    doccano(labelled(SECOND[0], "economic"))
    doccano(labelled(SECOND[0], "other", paragraph=None))
    assert set(answers(store)) == {(1, 0, "frame"), (1, None, "dominant_frame")}


def test_text_that_stands_twice_is_refused_unless_the_file_says_which(
    store: Store, doccano: Merging
) -> None:
    report = doccano(labelled(FIRST[3], "economic"))
    assert "the same text stands at 2 places" in report.refused[0].reason
    document = store.documents()[0].uid
    doccano(labelled(FIRST[3], "economic", document=document, paragraph=5))
    assert set(answers(store)) == {(0, 5, "frame")}


def test_text_that_is_not_here_is_refused(doccano: Merging) -> None:
    report = doccano(labelled("Elsewhere.", "economic"), labelled("  ", "economic"), {"text": "x"})
    assert [each.reason for each in report.refused] == [
        "no paragraph and no article of this project has this text",
        "there is no text in it",
    ]
    assert [line.split()[0] for line in report.lines()][1:] == ["refused", "refused"]


# ------------------------------------------------------------------ labels


def test_nothing_is_written_while_a_label_is_unknown(store: Store, doccano: Merging) -> None:
    with pytest.raises(MergeError, match="“PRO” × 1; nothing was written"):
        doccano(labelled(FIRST[0], "economic"), labelled(FIRST[2], [0, 1, "PRO"]))
    assert [each.key for each in store.annotators()] == []


def test_table_says_what_labels_mean(store: Store, doccano: Merging, tmp_path: Path) -> None:
    table = tmp_path / "labels.toml"
    table.write_text(MAP + "NOISE = false\n")
    report = doccano(labelled(FIRST[0], "PRO", "NOISE"), labelled(FIRST[2], "NOISE"), labels=table)
    assert answers(store) == {(0, 0, "stance"): Answer("coded", ("favour",))}
    assert report.ignored_labels == {"NOISE": 2}
    assert any("“NOISE” × 2" in line for line in report.lines())


def test_marked_words_of_a_layer_that_takes_none_are_left_out(
    store: Store, doccano: Merging
) -> None:
    text = "\n\n".join(FIRST)
    report = doccano(labelled(text, [0, 3, "chinese_ai:favour"], paragraph=None))
    assert answers(store) == {(0, None, "overall_stance"): Answer("coded", ("favour",))}
    assert report.remarks == ("1 × marked words left out: their layer takes none",)


def test_answer_that_breaks_a_rule_is_refused_by_the_project(doccano: Merging) -> None:
    report = doccano(
        labelled(FIRST[0], "chinese_ai:author:favour", "chinese_ai:author:against"),
        labelled(FIRST[2], "economic"),
    )
    assert report.added == 1
    assert "only one of these can be the answer" in report.refused[0].reason
    assert report.refused[0].where == "line 1"


def test_two_texts_that_answer_differently_are_both_refused(store: Store, tmp_path: Path) -> None:
    def task(number: int, *codes: str) -> dict[str, Any]:
        result = {"from_name": "frame", "type": "choices", "value": {"choices": list(codes)}}
        return {
            "id": number,
            "data": {"text": FIRST[number // 10]},
            "annotations": [{"result": [result]}],
        }

    path = tmp_path / "t.json"
    path.write_text(
        json.dumps([task(1, "economic"), task(2, "other"), task(21, "other"), task(22, "other")])
    )
    report = merge_foreign(store, path, Foreign(annotators=("k9",)))
    assert answers(store) == {(0, 2, "frame"): Answer("coded", ("other",))}
    assert [each.reason for each in report.refused] == [
        "the file answers this question twice, differently; neither was taken"
    ]


def prodigy(path: Path, *tasks: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps({"answer": "accept", **task}) for task in tasks))
    return path


def test_single_labels_of_a_text_add_up(store: Store, tmp_path: Path) -> None:
    text = FIRST[0]
    path = prodigy(
        tmp_path / "a.jsonl",
        {"text": text, "label": "economic"},
        {"text": text, "label": "other", "spans": [{"start": 0, "end": 3, "label": "other"}]},
        {"text": text, "label": "ideological", "answer": "ignore"},
        {"text": FIRST[2], "label": "economic", "answer": "ignore"},
        {"text": FIRST[4], "answer": "ignore"},
        {"text": FIRST[4], "label": "economic", "answer": "reject"},
    )
    report = merge_foreign(store, path, Foreign(annotators=("k9",)))
    assert answers(store) == {
        (0, 0, "frame"): Answer("coded", ("economic", "other"), evidence=(Span(0, 3, "other"),)),
        (0, 2, "frame"): Answer("skipped"),
    }
    assert [each.reason for each in report.refused] == [
        "skipped, but of which question is not said"
    ]
    assert report.remarks == ("line 6: it was rejected, which is no answer",)


def test_lines_with_states_that_differ_are_refused(store: Store, tmp_path: Path) -> None:
    asked = {"question": "frame", "state": "none"}
    path = prodigy(
        tmp_path / "a.jsonl",
        {"text": FIRST[0], "meta": asked, "accept": [], "spans": [{"start": 0, "end": 3}]},
        {"text": FIRST[2], "meta": {"question": "frame"}, "accept": ["economic", "none"]},
        {"text": FIRST[4], "meta": {"question": "frame"}, "spans": [{"start": 0, "end": 3}]},
    )
    report = merge_foreign(store, path, Foreign(annotators=("k9",)))
    assert answers(store) == {(0, 0, "frame"): Answer("none", evidence=(Span(0, 3),))}
    assert [each.reason for each in report.refused] == [
        "the file gives codes and a state, or several states, for the same question",
        "words are marked, or a main code named, but no code is given",
    ]


def test_words_without_label_and_question_are_unknown(store: Store, tmp_path: Path) -> None:
    path = prodigy(tmp_path / "a.jsonl", {"text": FIRST[0], "spans": [{"start": 0, "end": 3}]})
    with pytest.raises(MergeError, match="“” × 1"):
        merge_foreign(store, path, Foreign(annotators=("k9",)))


def test_typed_words_need_a_layer_in_words(store: Store, tmp_path: Path) -> None:
    path = prodigy(tmp_path / "a.jsonl", {"text": FIRST[0], "user_input": "trade"})
    with pytest.raises(MergeError, match="typed words × 1"):
        merge_foreign(store, path, Foreign(annotators=("k9",)))


# ------------------------------------------------------------------ absence


def test_text_without_labels_is_not_seen_unless_absent_is_none(
    store: Store, doccano: Merging
) -> None:
    records = labelled(FIRST[1], "economic", "chinese_ai:person:A B:mixed"), labelled(FIRST[2])
    assert doccano(*records).added == 2
    report = doccano(*records, absent_is_none=True)
    assert (report.added, report.unchanged) == (2, 2)
    assert answers(store)[0, 2, "frame"] == Answer("none")
    assert answers(store)[0, 2, "stance"] == Answer("none")


def test_absence_counts_where_the_question_is_asked(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    text = "\n\n".join(FIRST)
    (folder / "a.txt").write_bytes(text.encode())
    (folder / "a.ann").write_text(
        f"T1\tframe__economic 0 3\tWho\nT2\tflag__text_defect 4 10\t{text[4:10]}\n"
    )
    how = Foreign(annotators=("k9",), absent_is_none=True)
    merge_foreign(store, folder, how)
    found = answers(store)
    assert found[0, 0, "frame"].codes == ("economic",)
    assert {place[1] for place, answer in found.items() if answer.state == "none"} <= {
        1,
        2,
        3,
        4,
        5,
    }
    assert {place[2] for place, answer in found.items() if answer.state == "none"} == {"frame"}


# ------------------------------------------------------------------ again


def test_file_merged_again_adds_nothing(store: Store, doccano: Merging) -> None:
    doccano(labelled(FIRST[0], "economic"))
    again = doccano(labelled(FIRST[0], "economic"))
    assert (again.added, again.updated, again.unchanged, again.backup) == (0, 0, 1, None)
    assert store.check() == []


def test_newer_file_updates_and_all_stays_in_the_log(store: Store, doccano: Merging) -> None:
    doccano(labelled(FIRST[0], "economic"))
    report = doccano(labelled(FIRST[0], "other"), labelled(FIRST[2], "other"))
    assert (report.added, report.updated, report.conflicts) == (1, 1, ())
    assert answers(store)[0, 0, "frame"].codes == ("other",)
    assert store.check() == []


def test_answer_that_was_taken_back_here_stays_so(store: Store, doccano: Merging) -> None:
    doccano(labelled(FIRST[0], "economic"))
    (who,) = store.annotators()
    document = store.documents()[0]
    place = Place("main", "k9", who.uid, document.id, document.uid, 0, "frame")
    store.annotate([Change(place, None)])
    assert doccano(labelled(FIRST[0], "economic")).unchanged == 1
    assert answers(store) == {}


def test_dry_run_writes_nothing(store: Store, doccano: Merging) -> None:
    report = doccano(labelled(FIRST[0], "economic"), dry_run=True)
    assert (report.added, report.is_dry_run, answers(store)) == (1, True, {})
    assert store.annotators() == []
    assert next(report.lines()).endswith("(dry run, nothing is written)")


def test_time_of_an_answer_is_that_of_the_file(
    store: Store, doccano: Merging, tmp_path: Path
) -> None:
    doccano(labelled(FIRST[0], "economic"), dry_run=True)
    os.utime(tmp_path / "a.jsonl", (1_700_000_000, 1_700_000_000))
    merge_foreign(store, tmp_path / "a.jsonl", Foreign(annotators=("k9",)))
    (found,) = store.annotations(store.documents()[0].id, "main", "k9")
    assert found.changed_at == "2023-11-14T22:13:20.000Z"


# ------------------------------------------------------------------ report and files


def test_report_is_for_people_and_scripts(doccano: Merging) -> None:
    report = doccano(labelled(FIRST[0], "economic"))
    lines = list(report.lines())
    assert "(doccano): 1 added, 0 updated, 0 unchanged, 0 refused" in lines[0]
    assert lines[1] == "  k9, round main: 1 added, 0 updated, 0 unchanged (new annotator)"
    assert lines[2].startswith("  the project as it was: ")
    assert json.loads(report.as_json())["format"] == "doccano"


def test_many_remarks_of_a_kind_are_counted(doccano: Merging) -> None:
    records = [labelled(FIRST[0], relations=[1]) for _ in range(8)]
    report = doccano(*records)
    assert len(report.remarks) == 6
    assert report.remarks[-1] == "and 3 more of this kind (relations)"
    assert sum(line.startswith("  remark ") for line in report.lines()) == 6


def test_format_is_told_by_content_or_by_name(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Only words.")
    assert not is_foreign(path)
    with pytest.raises(AnnotatorError, match=r"no file with labels .* brat, doccano"):
        merge_foreign(store, path, Foreign())
    with pytest.raises(AnnotatorError, match="there is no format “docano” here"):
        merge_foreign(store, path, Foreign(form="docano"))
    with pytest.raises(RecordError, match="line 1 is no JSON"):
        merge_foreign(store, path, Foreign(form="doccano"))


def test_text_without_anything_said_needs_nobody(doccano: Merging) -> None:
    assert doccano({"text": FIRST[0]}, annotators=(), form="doccano").added == 0
