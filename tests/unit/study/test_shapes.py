"""Tables by paragraph, by article and units by annotators, on answers that are counted by hand."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from pyarrow import parquet

from annotator.errors import AnnotatorError, Unavailable
from annotator.model import Answer, Place, Span
from annotator.store import Change, Store
from annotator.study.exporting import EVERYTHING, Selection, export_to_file, export_to_stream
from annotator.study.wishes import Wish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.formats.written import Written

    Projects = Callable[..., Store]

NONE = Answer("none")


def say(
    store: Store,
    key: str,
    layer: str,
    answer: Answer,
    at: tuple[int, int | None] = (0, 1),
    about: tuple[str, str | None] | None = None,
) -> None:
    """One answer; `at` is article and paragraph, `about` target and holder."""
    found = {each.key: each for each in store.annotators()}
    who = found.get(key) or store.add_annotator(key, kind="model" if key == "m" else "human")
    document = store.documents()[at[0]]
    target, holder = about or (None, None)
    place = Place("main", key, who.uid, document.id, document.uid, at[1], layer, target, holder)
    store.annotate([Change(place, answer)], duration_ms=5)


def coded(*codes: str, **more: Any) -> Answer:
    return Answer("coded", codes, **more)


AUTHOR, PERSON = ("chinese_ai", "author"), ("chinese_ai", "person:Wei Jiahe")


@pytest.fixture
def store(make_project: Projects) -> Store:
    """Three annotators and a model on one paragraph; one on the next and on the article."""
    store = make_project()
    evidence = (Span(0, 3, "economic"),)
    say(store, "=k", "frame", coded("economic", "geopolitical", primary="economic"))
    say(store, "b", "frame", coded("economic", evidence=evidence, note="why", confidence=2))
    say(store, "c", "frame", NONE)
    say(store, "m", "frame", coded("ideological"))
    say(store, "=k", "stance", coded("against"), about=AUTHOR)
    say(store, "b", "stance", coded("against"), about=AUTHOR)
    say(store, "b", "stance", coded("favour"), about=PERSON)
    say(store, "c", "stance", Answer("cannot_tell"), about=AUTHOR)
    say(store, "b", "frame", coded("other"), at=(0, 2))
    say(store, "b", "frame_other", Answer("coded", value="-words"), at=(0, 2))
    say(store, "b", "dominant_frame", coded("economic"), at=(0, None))
    return store


def written(
    store: Store, form: str, selection: Selection = EVERYTHING, **wish: Any
) -> tuple[str, Written]:
    out = io.BytesIO()
    done = export_to_stream(store, out, selection, Wish(form, **wish))
    return out.getvalue().decode(), done


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_line_of_a_paragraph_holds_all_answers_and_what_they_come_to(store: Store) -> None:
    text, done = written(store, "jsonl", by="paragraph")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["paragraph"] for line in lines] == [0, 1, 2, 3, 0, 1]
    frame, author, person = lines[1]["layers"]
    assert [each["annotator"] for each in frame["answers"]] == ["=k", "b", "c"]
    assert frame["answers"][1]["evidence"][0]["text"] == "The"
    assert frame["soft"]["economic"] == pytest.approx(2 / 3)
    assert frame["soft"]["none"] == pytest.approx(1 / 3)
    assert (frame["n"], frame["n_none"]) == (3, 1)
    assert frame["majority"]["codes"] == ["economic"]
    assert (author["n"], author["n_cannot_tell"]) == (2, 1)
    assert author["majority"]["codes"] == ["against"]
    assert person["holder"] == "person:Wei Jiahe"
    assert (person["n"], person["n_none"]) == (2, 1)  # the first answered the target without it
    assert person["majority"]["reason"] == "tie"
    other = lines[2]["layers"][1]
    assert (other["layer"], other["majority"], other["soft"]) == ("frame_other", None, {})
    assert lines[3]["layers"] == []
    assert done.n == 9
    assert done.lost["notes"] == 1
    assert done.lost["answers about whole articles"] == 1


def test_models_come_in_when_they_are_named(store: Store) -> None:
    text, _ = written(store, "jsonl", Selection(annotators=("m",)), by="paragraph")
    assert '"annotator":"m"' in text


def test_analysis_table_has_one_final_answer_a_cell(store: Store) -> None:
    text, done = written(store, "csv", by="paragraph", is_final=True)
    first, second, third = rows(text)[:3]
    assert first["final_source"] == ""
    assert [second[f"frame_{code}"] for code in ("economic", "geopolitical", "other")] == list(
        "100"
    )
    assert second["primary"] == "economic"
    assert second["stance_chinese_ai_author"] == "against"
    assert second["stance_chinese_ai_person"] == ""
    assert second["final_source"] == "tie"
    assert (third["frame_other"], third["frame_other_text"]) == ("1", "-words")
    assert third["final_source"] == "only_coder"
    assert done.lost["answers about whole articles"] == 1
    assert done.notes[0].values == {"n": 1}


def test_article_has_shares_means_and_its_own_answers(store: Store) -> None:
    first, second = rows(written(store, "csv", by="document")[0])
    assert (first["n_paragraphs"], first["n_answered"]) == ("4", "2")
    assert first["frame_economic"] == "0.5"
    assert first["frame_none"] == "0.0"
    assert first["stance_chinese_ai_author_addressed"] == "1.0"
    assert first["stance_chinese_ai_author_mean"] == "-1.0"
    assert first["stance_chinese_ai_person_addressed"] == ""
    assert first["dominant_frame"] == "economic"
    assert (second["n_answered"], second["frame_economic"]) == ("0", "")


def test_wide_table_of_a_set_has_a_row_a_code(store: Store) -> None:
    text, done = written(store, "csv-wide", Selection(layers=("frame",)))
    table = rows(text)
    assert list(table[0]) == ["unit", "code", "=k", "b", "c"]
    assert [table[0][key] for key in ("code", "=k", "b", "c")] == ["economic", "1", "1", "0"]
    assert {row["c"] for row in table if row["unit"].endswith("#2")} == {""}
    assert done.notes[0].slug == "formulas"
    harmless, done = written(store, "csv-wide", Selection(layers=("frame",)), for_spreadsheets=True)
    assert "unit,code,'=k,b,c" in harmless
    assert done.notes[0].slug == "formulas_quoted"


def test_wide_table_of_a_stance_is_about_one_target(store: Store) -> None:
    chosen = Selection(layers=("stance",))
    text, _ = written(store, "csv-wide", chosen, target="chinese_ai")
    assert [(row["holder"], row["=k"], row["b"], row["c"]) for row in rows(text)] == [
        ("author", "against", "against", ""),
        ("person", "none", "favour", ""),
    ]
    text, done = written(store, "csv-wide", chosen, target="chinese_ai", numbers=True)
    assert [row["b"] for row in rows(text)] == ["-1.0", "1.0"]
    assert done.lost["answers without a number"] == 1
    text, _ = written(store, "csv-wide", chosen, target="us_government")
    assert rows(text) == []


def test_two_positions_for_one_type_of_holder_are_no_rating(store: Store) -> None:
    say(store, "b", "stance", coded("against"), about=("chinese_ai", "person:Somebody"))
    chosen = Selection(layers=("stance",))
    text, done = written(store, "csv-wide", chosen, target="chinese_ai")
    assert [row["b"] for row in rows(text)] == ["against", ""]
    assert sum(name.startswith("units with two") for name in done.lost) == 1
    final = rows(
        written(store, "csv", Selection(annotators=("b",)), by="paragraph", is_final=True)[0]
    )
    assert final[1]["stance_chinese_ai_person"] == "against|favour"


def test_wide_table_of_single_answers_has_units_alone(store: Store) -> None:
    (row,) = rows(written(store, "csv-wide", Selection(layers=("dominant_frame",)))[0])
    assert row["unit"] == f"{store.documents()[0].uid}#"
    assert row["b"] == "economic"


@pytest.mark.parametrize(
    ("form", "layers", "wish", "words"),
    [
        ("csv-wide", (), {}, "--layer"),
        ("csv-wide", ("stance",), {}, "--target"),
        ("csv-wide", ("dominant_frame",), {"numbers": True}, "--numbers"),
        ("csv", (), {"by": "paragraph"}, "--final"),
        ("jsonl", (), {"target": "x"}, "csv-wide"),
        ("jsonl", (), {"for_spreadsheets": True}, "--spreadsheet"),
        ("csv-wide", (), {"text": True}, "leave the option out"),
        ("jsonl", (), {"is_public": True}, "--no-text"),
    ],
)
def test_what_does_not_go_together_is_said(
    store: Store, form: str, layers: tuple[str, ...], wish: dict[str, Any], words: str
) -> None:
    with pytest.raises(AnnotatorError, match=words):
        written(store, form, Selection(layers=layers), **wish)


def test_parquet_holds_what_csv_and_jsonl_hold(store: Store, tmp_path: Path) -> None:
    def table(**wish: Any) -> list[dict[str, Any]]:
        told: list[int] = []
        target = tmp_path / "t.parquet"
        export_to_file(store, target, told=told.append, wish=Wish("parquet", **wish))
        assert told
        return list(parquet.read_table(target).to_pylist())

    def as_text(cell: object) -> str:
        return "" if cell is None else str(cell)

    long = table(text=True)
    for one, other in zip(long, rows(written(store, "csv", text=True)[0]), strict=True):
        for name in other.keys() - {"evidence"}:
            assert as_text(one[name]) == other[name]
    assert long[0]["codes"] == ["economic", "geopolitical"]
    assert "text" not in table()[0]
    final: dict[str, Any] = {"by": "paragraph", "is_final": True}
    for one, other in zip(table(**final), rows(written(store, "csv", **final)[0]), strict=True):
        assert {name: as_text(cell) for name, cell in one.items()} == other
    lines = written(store, "jsonl", by="paragraph")[0].splitlines()
    for one, line in zip(table(by="paragraph"), map(json.loads, lines), strict=True):
        assert one["text"] == line["text"]
        for asked, expected in zip(one["layers"], line["layers"], strict=True):
            assert dict(asked["soft"]) == expected["soft"]
            assert asked["majority"] == expected["majority"]


def test_without_pyarrow_the_line_that_installs_it_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(Unavailable, match=r"pip install \"annotator\[parquet\]\""):
        written(store, "parquet")


def test_public_export_tells_nobody_apart(store: Store) -> None:
    text, done = written(store, "jsonl", is_public=True, text=False)
    plain, _ = written(store, "jsonl")
    lines = [json.loads(line) for line in text.splitlines()]
    assert done.n == len(lines) == plain.count("\n")
    assert {line["annotator"] for line in lines} == {"a1", "a2", "a3", "a4"}
    for line in map(json.loads, plain.splitlines()):
        for name in ("uid", "annotator_uid", "document", "device"):
            assert line[name] not in text
    for line in lines:
        assert (line["note"], line["duration_ms"], line["text"]) == ("", None, None)
        assert line["changed_at"][13:] == ":00:00.000Z"
        assert not any("text" in words for words in line["evidence"])
    assert "why" not in text
    keys = [(line["paragraph"], line["layer"], line["annotator"]) for line in lines]
    assert keys[:4] == sorted(keys[:4])


def test_texts_may_stay_out(store: Store) -> None:
    text, _ = written(store, "jsonl", by="paragraph", text=False)
    line = json.loads(text.splitlines()[1])
    assert line["text"] is None
    assert line["layers"][0]["answers"][1]["evidence"] == [
        {"start": 0, "end": 3, "code": "economic"}
    ]


def test_cell_with_a_carriage_return_is_quoted(store: Store) -> None:
    say(store, "b", "frame", coded("economic", note='a\rb "c"'))
    text, _ = written(store, "csv")
    assert '"a\rb ""c"""' in text
    assert 'a\rb "c"' in [row["note"] for row in rows(text)]


def test_positions_of_two_persons_stand_together_in_the_column_of_their_type(
    store: Store,
) -> None:
    say(store, "c", "stance", coded("favour"), about=("us_government", "person:Ann Lee"))
    say(store, "c", "stance", coded("against"), about=("us_government", "person:Bo Ek"))
    second = rows(written(store, "csv", by="paragraph", is_final=True)[0])[1]
    assert second["stance_us_government_person"] == "against|favour"


def test_two_persons_without_a_position_give_what_is_not_none(store: Store) -> None:
    say(store, "c", "stance", NONE, about=("us_government", "person:Ann Lee"))
    say(store, "c", "stance", Answer("cannot_tell"), about=("us_government", "person:Bo Ek"))
    say(store, "b", "stance", coded("favour"), about=("us_government", "person:Bo Ek"))
    text, _ = written(
        store, "csv-wide", Selection(layers=("stance",)), target="us_government", numbers=False
    )
    (row,) = rows(text)
    assert (row["holder"], row["b"], row["c"]) == ("person", "favour", "")


def test_wide_table_of_one_type_of_holder_has_one_row_a_unit(store: Store) -> None:
    stance = Selection(layers=("stance",))
    text, done = written(store, "csv-wide", stance, target="chinese_ai", holder="person")
    (row,) = rows(text)
    assert "holder" not in row
    assert (row["=k"], row["b"], row["c"]) == ("none", "favour", "")
    assert done.lost["positions of other holders"] == 2
    text, done = written(store, "csv-wide", stance, target="chinese_ai", holder="author")
    assert [(row["=k"], row["b"]) for row in rows(text)] == [("against", "against")]
    assert done.lost["positions of other holders"] == 1


@pytest.mark.parametrize(
    ("layer", "holder", "message"),
    [("frame", "author", "have no holders"), ("stance", "nobody", "no type of holder")],
)
def test_holder_that_cannot_be_is_named(
    store: Store, layer: str, holder: str, message: str
) -> None:
    target = "chinese_ai" if layer == "stance" else None
    with pytest.raises(AnnotatorError, match=message):
        written(store, "csv-wide", Selection(layers=(layer,)), target=target, holder=holder)


def test_zipping_can_be_ended_like_the_rest(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.brat._TOLD_EVERY", 1)
    told: list[int] = []

    def enough(n: int) -> None:
        told.append(n)
        if len(told) == 4:
            raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        export_to_file(store, tmp_path / "out.zip", told=enough, wish=Wish("brat"))
    assert told == [11, 11, 11, 11]  # one article has answers; then it is zipped
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("form", "name", "better"),
    [
        ("jsonl", "out.zip", "out.jsonl"),
        ("csv", "out.csv.ZIP", "out.csv"),
        ("w3c", "out.zip", "out.jsonld"),
        ("qdpx", "out.zip", "out.qdpx"),
        ("bundle", "out.zip", "out.annot.jsonl"),
    ],
)
def test_one_file_is_not_written_under_the_name_of_a_zip(
    store: Store, tmp_path: Path, form: str, name: str, better: str
) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(AnnotatorError, match=f"which is not zipped.*such as {better}$"):
        export_to_file(store, tmp_path / name, wish=Wish(form))
    assert sorted(tmp_path.iterdir()) == before
