"""What is written for Label Studio, doccano, Prodigy and brat, and what is counted as lost."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from annotator.formats import brat, doccano, label_studio, prodigy
from annotator.formats.catalogue import FORMATS
from tests.unit.formats.corpora import BOOK, UID, a_corpus, record

if TYPE_CHECKING:
    from pathlib import Path

STANCE: dict[str, Any] = {
    "layer": "stance",
    "target": "chinese_ai",
    "holder": "person:Ann Lee",
    "codes": ("mixed",),
}
HEAVY: dict[str, Any] = {"confidence": 2, "note": "a\nb", "rev": 3, "duration_ms": 900}
MAIN = "main codes"


def tasks(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", ["label-studio", "doccano", "prodigy", "brat"])
def test_format_says_what_it_keeps_and_loses(name: str) -> None:
    module = FORMATS[name].load()
    assert (module.READS, module.WRITES) == (True, True)
    assert all(isinstance(each, str) and each for each in (*module.KEEPS, *module.LOSES))


# ------------------------------------------------------------------ Label Studio


def test_task_is_a_paragraph_and_one_more_the_article(tmp_path: Path) -> None:
    written = label_studio.write_folder(a_corpus(record()), tmp_path)
    found = tasks(tmp_path)
    assert [task["data"]["text"] for task in found] == [
        "Il 😀 sale.",
        "Piove\nancora.",
        "Il 😀 sale.\n\nPiove\nancora.",
        "Niente.",
        "Niente.",
    ]
    assert found[0]["data"]["outlet"] == "Gazzetta"
    assert found[0]["data"]["section"] == "A"
    assert [task["id"] for task in found] == [1, 2, 3, 4, 5]
    assert (written.n, written.lost) == (1, {})


def test_offsets_for_label_studio_count_utf16(tmp_path: Path) -> None:
    told = record(evidence=[(3, 4, "economic"), (5, 9)])
    label_studio.write_folder(a_corpus(told), tmp_path)
    values = [each["value"] for each in tasks(tmp_path)[0]["annotations"][0]["result"][1:]]
    assert values == [
        {"start": 3, "end": 5, "text": "😀", "labels": ["economic"]},
        {"start": 6, "end": 10, "text": "sale", "labels": ["any"]},
    ]


def test_marked_words_of_an_article_stand_in_its_task(tmp_path: Path) -> None:
    told = record("overall", paragraph=None, kind=None, evidence=[(0, 5, None, 1)])
    label_studio.write_folder(a_corpus(told), tmp_path)
    (value,) = [each["value"] for each in tasks(tmp_path)[2]["annotations"][0]["result"][1:]]
    assert (value["start"], value["end"], value["text"]) == (13, 18, "Piove")


def test_annotators_are_numbers_with_a_key_beside(tmp_path: Path) -> None:
    written = label_studio.write_folder(a_corpus(record(annotator="m3")), tmp_path)
    assert tasks(tmp_path)[0]["annotations"][0]["completed_by"] == 2
    rows = csv.reader(io.StringIO((tmp_path / "annotators.csv").read_text()))
    assert list(rows) == [["number", "annotator"], ["1", "k7"], ["2", "m3"]]
    assert [note.slug for note in written.notes] == ["numbers_of_users"]
    assert "m3" not in (tmp_path / "tasks.json").read_text()


def test_skipped_unit_is_cancelled(tmp_path: Path) -> None:
    answers = (
        record(state="skipped"),
        record("flag", state="skipped", annotator="m3"),
        record(annotator="m3"),
    )
    label_studio.write_folder(a_corpus(*answers), tmp_path)
    assert [each["was_cancelled"] for each in tasks(tmp_path)[0]["annotations"]] == [True, False]


def test_label_studio_loses_what_is_counted(tmp_path: Path) -> None:
    told = a_corpus(record(**HEAVY), record(round="again"), rounds=("main", "again"))
    assert label_studio.write_folder(told, tmp_path).lost == {
        "revision numbers above 1": 1,
        "sureness": 1,
        "notes": 1,
        "time spent on answers": 1,
        "names of rounds of answers": 2,
    }
    assert len(tasks(tmp_path)[0]["annotations"]) == 2


def test_configuration_has_a_control_for_every_result(tmp_path: Path) -> None:
    answers = [
        record(primary="economic", evidence=[(0, 2)]),
        record(**STANCE),
        record("frame_other", value="x"),
        record("gone", codes=("y",)),
    ]
    label_studio.write_folder(a_corpus(*answers), tmp_path)
    root = ET.parse(tmp_path / "config.xml").getroot()  # noqa: S314 - it is ours
    controls = {each.get("name") for each in root.iter() if each.get("toName")}
    results = tasks(tmp_path)[0]["annotations"][0]["result"]
    assert {each["from_name"] for each in results} - controls == {"gone"}
    assert "stance__chinese_ai__person:Ann Lee" in controls
    choices = root.find(".//Choices[@name='frame']")
    assert choices is not None
    assert [each.get("value") for each in choices][-3:] == ["none", "cannot_tell", "skipped"]


def test_state_of_a_layer_in_words_has_a_control_of_its_own(tmp_path: Path) -> None:
    layers = tuple(
        replace(each, states=("skipped",)) if each.key == "frame_other" else each
        for each in BOOK.layers
    )
    told = a_corpus(record("frame_other", state="skipped"), codebook=replace(BOOK, layers=layers))
    label_studio.write_folder(told, tmp_path)
    assert 'name="frame_other#state"' in (tmp_path / "config.xml").read_text()
    (result,) = tasks(tmp_path)[0]["annotations"][0]["result"]
    assert result["from_name"] == "frame_other#state"


def test_names_of_controls_are_unique(tmp_path: Path) -> None:
    layers = tuple(
        replace(each, key="text") if each.key == "flag" else each for each in BOOK.layers
    )
    told = a_corpus(record("text", codes=("text_defect",)), codebook=replace(BOOK, layers=layers))
    label_studio.write_folder(told, tmp_path)
    names = re.findall(r'[ ]name="([^"]*)"', (tmp_path / "config.xml").read_text())
    assert len(names) == len(set(names))
    (result,) = tasks(tmp_path)[0]["annotations"][0]["result"]
    assert (result["from_name"], result["to_name"]) == ("text", "text#")


def test_project_without_layers_of_articles_has_no_task_for_them(tmp_path: Path) -> None:
    layers = tuple(each for each in BOOK.layers if each.unit == "paragraph")
    told = a_corpus(record(), codebook=replace(BOOK, layers=layers))
    label_studio.write_folder(told, tmp_path)
    assert len(tasks(tmp_path)) == 3


# ------------------------------------------------------------------ doccano


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_doccano_has_a_file_of_labels_and_one_of_spans(tmp_path: Path) -> None:
    answers = (
        record(evidence=[(3, 4, "economic"), (0, 2)]),
        record(**STANCE),
        record("frame", state="none", annotator="m3"),
        record("flag", state="skipped", annotator="m3", paragraph=1),
    )
    written = doccano.write_folder(a_corpus(*answers), tmp_path)
    (labels,) = lines(tmp_path / "k7.jsonl")
    assert labels["label"] == ["economic", "chinese_ai:person:Ann Lee:mixed"]
    assert (labels["document"], labels["paragraph"]) == (UID, 0)
    (spans,) = lines(tmp_path / "k7.spans.jsonl")
    assert spans["label"] == [[3, 4, "economic"]]
    assert [each["label"] for each in lines(tmp_path / "m3.jsonl")] == [[]]
    assert written.n == 3
    assert {name.split(" (")[0]: n for name, n in written.lost.items()} == {
        "answers skipped": 1,
        "answers none": 1,
        "marked words of no code in particular": 1,
    }


def test_doccano_has_a_folder_a_round_where_there_are_several(tmp_path: Path) -> None:
    told = a_corpus(record(**HEAVY), record(round="again"), rounds=("main", "again"))
    doccano.write_folder(told, tmp_path)
    assert sorted(str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*.jsonl")) == [
        "again/k7.jsonl",
        "main/k7.jsonl",
    ]


def test_words_written_as_an_answer_are_no_label(tmp_path: Path) -> None:
    written = doccano.write_folder(a_corpus(record("frame_other", value="x")), tmp_path)
    assert (written.n, written.lost) == (0, {"words written as an answer": 1})
    assert list(tmp_path.glob("*.jsonl")) == []


# ------------------------------------------------------------------ Prodigy


def test_prodigy_has_a_line_an_answer() -> None:
    out = io.BytesIO()
    answers = (
        record(evidence=[(3, 4, "economic"), (0, 2)], primary="economic"),
        record("frame_other", value="x"),
        record(state="cannot_tell", annotator="m3"),
        record("gone", state="none", annotator="m3"),
        record("overall", paragraph=None, kind=None, evidence=[(0, 5, None, 1)]),
    )
    written = prodigy.write(a_corpus(*answers), out)
    first, words, unsure, gone, whole = map(json.loads, out.getvalue().splitlines())
    assert first["accept"] == ["economic"]
    assert first["config"] == {"choice_style": "multiple"}
    assert {option["id"] for option in first["options"]} >= {"economic", "other"}
    assert first["spans"] == [
        {"start": 3, "end": 4, "label": "economic"},
        {"start": 0, "end": 2, "label": "any"},
    ]
    assert (words["user_input"], words["field_id"]) == ("x", "user_input")
    assert (unsure["answer"], unsure["meta"]["state"]) == ("ignore", "cannot_tell")
    assert (gone["answer"], gone["accept"], "options" in gone) == ("accept", [], False)
    assert (whole["meta"]["paragraph"], whole["spans"][0]["start"]) == (None, 12)
    assert (unsure["_annotator_id"], unsure["_session_id"]) == ("m3", "main-m3")
    assert (written.n, written.lost) == (5, {MAIN: 1})


# ------------------------------------------------------------------ brat


def test_brat_cuts_words_at_line_ends_and_writes_the_rest_as_attributes(tmp_path: Path) -> None:
    answers = (
        record(
            codes=("economic", "other"), evidence=[(3, 4, "economic")], primary="other", **HEAVY
        ),
        record(paragraph=1, codes=("other",), evidence=[(5, 6, "other"), (0, 6, None)]),
        record(**STANCE),
        record(state="none", paragraph=1, annotator="m3"),
        record(state="skipped", annotator="m3", evidence=[(0, 2)]),
        record("frame_other", value="x\ny", annotator="m3"),
        record("dominant_frame", paragraph=None, kind=None, annotator="m3"),
    )
    written = brat.write_folder(a_corpus(*answers), tmp_path)
    assert (tmp_path / f"k7/{UID}.txt").read_bytes().decode() == "Il 😀 sale.\n\nPiove\nancora."
    assert (tmp_path / f"k7/{UID}.ann").read_text("utf-8").split("\n") == [
        "T1\tframe__economic 3 4\t😀",
        "T2\tframe__other 0 10\tIl 😀 sale.",
        "A1\tWhole T2",
        "A2\tPrimary T2",
        "A3\tSure T1 2",
        "#1\tAnnotatorNotes T1\ta b",
        "T3\tframe__other 12 17;18 25\tPiove ancora.",
        "A4\tWhole T3",
        "T4\tframe 12 17\tPiove",
        "T5\tstance__chinese_ai__person 0 10\tIl 😀 sale.",
        "A5\tWhole T5",
        "A6\tstance T5 mixed",
        "#2\tHolder T5\tperson:Ann Lee",
        "",
    ]
    assert (tmp_path / f"m3/{UID}.ann").read_text("utf-8").split("\n") == [
        "T1\tframe 12 17;18 25\tPiove ancora.",
        "A1\tWhole T1",
        "A2\tState T1 none",
        "T2\tframe 0 2\tIl",
        "A3\tState T2 skipped",
        "T3\tframe_other 0 10\tIl 😀 sale.",
        "A4\tWhole T3",
        "#1\tValue T3\tx y",
        "T4\tdominant_frame__economic 0 10\tIl 😀 sale.",
        "A5\tWhole T4",
        "A6\tArticle T4",
        "",
    ]
    assert written.lost == {
        "revision numbers above 1": 1,
        "time spent on answers": 1,
        "articles without an answer": 1,
        "line breaks in notes and words": 2,
        "marked words with line breaks at their ends": 2,
    }


def test_types_and_attributes_of_brat_are_in_its_configuration(tmp_path: Path) -> None:
    told = a_corpus(record(**STANCE), record(round="again"), rounds=("main", "again"))
    brat.write_folder(told, tmp_path)
    assert (tmp_path / "again" / "k7").is_dir()
    text = (tmp_path / "annotation.conf").read_text()
    entities = text[: text.index("[relations]")].split()
    assert {"frame", "frame__economic", "stance__chinese_ai__person"} <= set(entities)
    assert re.search(
        r"^stance\tArg:<ENTITY>, Value:against\|neutral\|favour\|mixed$", text, re.MULTILINE
    )
    assert re.search(r"^Whole\tArg:<ENTITY>$", text, re.MULTILINE)


# ------------------------------------------------------------------ progress


@pytest.mark.parametrize("name", ["label-studio", "doccano", "prodigy", "brat"])
def test_progress_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = FORMATS[name].load()
    for limit in ("_TOLD_EVERY", "_BUFFER"):
        monkeypatch.setattr(module, limit, 1, raising=False)
    told: list[int] = []
    answers = a_corpus(record())
    if hasattr(module, "write_folder"):
        module.write_folder(answers, tmp_path, told.append)
    else:
        module.write(answers, io.BytesIO(), told.append)
        module.write(answers, io.BytesIO())
    assert told[0] == 1
