"""Tables of ratings as people have them: CSV, TSV, JSONL, and what is wrong with some."""

from __future__ import annotations

import io

import pytest

from annotator.agreement import Options
from annotator.agreement.cells import split_set
from annotator.agreement.table import read_table
from annotator.errors import TableError

HEADER = "unit,annotator,value\n"


def rated(answers):
    """Rows (unit number, annotator, state, codes) of what was read."""
    return [
        (int(unit), answers.annotators[who], *answers.answers[answer][:2])
        for unit, who, answer in zip(
            answers.paragraph, answers.annotator, answers.answer, strict=True
        )
    ]


def read(text, **options):
    return read_table(io.StringIO(text), **options)


def slugs(answers):
    return [remark.slug for remark in answers.remarks]


def test_csv_gives_one_row_a_rating():
    answers = read(HEADER + "u1,a,x\nu1,b,y\nu2,a,x\n")
    assert rated(answers) == [
        (0, "a", "coded", ("x",)),
        (0, "b", "coded", ("y",)),
        (1, "a", "coded", ("x",)),
    ]
    assert (answers.layer.key, answers.layer.answer, answers.codebook) == ("value", "single", None)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "\ufeffunit,annotator,value\r\nu1,a,x\r\n"),
        ("t.csv", 'unit,annotator,value\n"u1","a","x"\n\n'),
        ("t.tsv", "unit\tannotator\tvalue\nu1\ta\tx\n"),
        ("t.TSV", "annotator\tother\tvalue\tunit\na\t,\tx\tu1\n"),
        ("t.jsonl", '{"unit": "u1", "annotator": "a", "value": "x"}\n\n'),
        ("t.jsonl", '\ufeff{"unit": "u1", "annotator": "a", "value": "x"}'),
    ],
    ids=["mark and CRLF", "quotes", "tabs", "order of columns", "lines of JSON", "JSON with mark"],
)
def test_forms_of_the_same_table(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content.encode())
    assert rated(read_table(path)) == [(0, "a", "coded", ("x",))]


def test_columns_can_be_named():
    answers = read("item,who,says\nu1,a,x\n", unit_column="item", annotator_column="who",
                   value_column="says")  # fmt: skip
    assert rated(answers) == [(0, "a", "coded", ("x",))]
    assert answers.layer.key == "says"


def test_values_are_kept_exactly():
    answers = read(HEADER + 'u1,a," x"\nu2,a,"x,\n""y"""\n')
    assert [codes for _, _, _, codes in rated(answers)] == [(" x",), ('x,\n"y"',)]


def test_empty_value_is_missing_and_with_sets_the_empty_set():
    text = HEADER + "u1,a,\nu1,b,x\n"
    assert rated(read(text)) == [(0, "b", "coded", ("x",))]
    assert rated(read(text, sets=True)) == [(0, "a", "none", ()), (0, "b", "coded", ("x",))]


def test_missing_value_can_be_named():
    text = HEADER + "u1,a,NA\nu1,b,x\nu2,b,NA\n"
    assert rated(read(text, missing="NA")) == [(0, "b", "coded", ("x",))]


def test_sets_have_no_order_and_no_doubles():
    answers = read(HEADER + "u1,a,y|x\nu1,b,x|y|x\n", sets=True)
    assert {codes for _, _, _, codes in rated(answers)} == {("x", "y")}
    assert len(answers.answers) == 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []),
        ("x", ["x"]),
        ("x|y", ["x", "y"]),
        (r"x\|y|z", ["x|y", "z"]),
        (r"x\\|y", ["x\\", "y"]),
        ("x\\", ["x\\"]),
    ],
)
def test_sets_are_split_at_signs_that_are_not_escaped(text, codes):
    assert split_set(text) == codes


def test_lists_in_json_are_sets_and_null_is_missing():
    text = """{"unit": 1, "annotator": "a", "value": ["y", "x"]}
{"unit": 1, "annotator": "b", "value": []}
{"unit": 1, "annotator": "c", "value": null}"""
    answers = read(text, suffix=".jsonl")
    assert rated(answers) == [(0, "a", "coded", ("x", "y")), (0, "b", "none", ())]
    assert answers.layer.answer == "multiple"


def test_numbers_and_truth_values_in_json_are_codes():
    text = "\n".join(
        f'{{"unit": {unit}, "annotator": "a", "value": {value}}}'
        for unit, value in enumerate(("1", "2.5", "true", "false", '"1"'))
    )
    codes = [codes for _, _, _, codes in rated(read(text, suffix=".jsonl"))]
    assert codes == [("1",), ("2.5",), ("true",), ("false",), ("1",)]


def test_state_column_is_obeyed():
    text = "unit,annotator,value,state\n" + "\n".join(
        ("u1,a,x,coded", "u1,b,none,none", "u2,a,,cannot_tell", "u2,b,,skipped", "u3,a,y,")
    )
    assert [row[1:] for row in rated(read(text))] == [
        ("a", "coded", ("x",)),
        ("b", "none", ()),
        ("a", "cannot_tell", ()),
        ("b", "skipped", ()),
        ("a", "coded", ("y",)),
    ]


def test_target_and_holder_of_an_exported_table_are_part_of_the_unit():
    text = "unit,annotator,value,state,layer,target,holder\n" + "\n".join(
        ("u1,a,for,coded,stance,law,author", "u1,a,against,coded,stance,firm,author",
         "u1,b,for,coded,stance,law,author", "u1,b,x,coded,frame,,")
    )  # fmt: skip
    answers = read(text, layer="stance")
    assert [row[0] for row in rated(answers)] == [0, 1, 0]
    assert answers.layer.key == "stance"
    assert len(rated(read(text, layer="stance", target="law"))) == 2
    with pytest.raises(TableError, match="Line 5 belongs to the layer frame"):
        read(text)


def test_exported_table_of_one_layer_needs_no_choice():
    text = "unit,annotator,value,state,layer\nu1,a,x,coded,frame\nu1,b,x,coded,frame\n"
    assert len(rated(read(text))) == 2


def test_byte_order_mark_in_open_text_is_no_part_of_a_name():
    assert len(rated(read("\ufeff" + HEADER + "u1,a,x\n"))) == 1


def test_document_column_makes_documents_of_the_units():
    answers = read("article,unit,annotator,value\nd1,1,a,x\nd2,1,a,x\nd1,2,a,x\n",
                   document_column="article")  # fmt: skip
    assert [answers.documents[place] for place in answers.document] == ["d1", "d2", "d1"]
    assert answers.paragraph.tolist() == [0, 1, 2]


def test_equal_repeats_count_once_with_a_note():
    answers = read(HEADER + "u1,a,x\nu1,a,x\nu1,b,y\n")
    assert len(rated(answers)) == 2
    assert "duplicate_ratings" in slugs(answers)


def test_different_repeats_name_both_lines():
    with pytest.raises(TableError, match="Lines 2 and 4 give two different values for unit u1 by"):
        read(HEADER + "u1,a,x\nu1,b,y\nu1,a,y\n")


def test_numbers_are_names_unless_said_otherwise(reported):
    text = HEADER + "u1,a,1\nu1,b,2\nu2,a,10\nu2,b,10\n"
    answers = read(text)
    report = reported(None, answers)
    assert slugs(answers) == ["numbers_nominal"]
    assert report.results[0].distance == "nominal"
    assert "--distance interval" in report.notes[0]
    assert slugs(read(text, order=["1", "2", "10"])) == []


def test_values_that_differ_in_case_or_spaces_raise_a_note():
    assert slugs(read(HEADER + "u1,a,Yes\nu2,a,yes\n")) == ["nearly_equal_values"]


def test_sets_are_compared_with_masi_and_an_order_with_ordinal(reported):
    sets = reported(None, read(HEADER + "u1,a,x\nu1,b,x|y\n", sets=True))
    assert sets.results[0].distance == "masi"
    ordered = read(HEADER + "u1,a,lo\nu1,b,hi\n", order="lo,mid,hi")
    assert reported(None, ordered).results[0].distance == "ordinal_krippendorff"


def test_order_places_the_codes_for_interval(reported):
    answers = read(HEADER + "u1,a,lo\nu1,b,mid\nu2,a,hi\nu2,b,hi\n", order=["lo", "mid", "hi"])
    result = reported(None, answers, options=Options(ci=0, distance="interval")).results[0]
    assert result.observed == pytest.approx(1 - 2 * 0.25 / 4)


def test_exported_none_of_an_ordered_layer_is_off_the_scale(reported):
    text = "unit,annotator,value,state\nu1,a,lo,coded\nu1,b,none,none\nu2,a,hi,coded\nu2,b,hi,coded"
    head = reported(None, read(text, order=["lo", "hi"])).results[0]
    assert (head.step, head.n_units_used, head.n_single) == ("position", 1, 1)


def test_empty_table_has_no_units(reported):
    assert reported(None, read(HEADER)).results[0].reason == "no_units"


def test_many_rows_are_read_as_few(reported):
    lines = "".join(f"u{unit},{who},{'xyz'[unit % 3]}\n" for unit in range(3000) for who in "abc")
    head = reported(None, read(HEADER + lines)).results[0]
    assert (head.value, head.n_units, head.n_ratings) == (1.0, 3000, 9000)


# ------------------------------------------------------------------ what cannot be taken

WRONG = {
    "unknown column": ("unit,annotator,valeu\nu,a,x\n", {}, "no column value.*did you mean valeu"),
    "other column": ("unit,annotator,q\n", {}, "columns are: unit, annotator, q; name the column"),
    "no header": ("", {}, "The table is empty; its first line names the columns: unit, annotator"),
    "two such columns": ("unit,annotator,value,value\nu,a,x,y\n", {}, "several columns value"),
    "too few fields": (HEADER + "u,a\n", {}, "Line 2 has 2 fields, and the header has 3"),
    "too many fields": (HEADER + "u,a,x\nu,b,x,y\n", {}, "Line 3 has 4 fields"),
    "open quote": (HEADER + 'u,a,"x\n', {}, "Line 2 is no well-formed row"),
    "no unit": (HEADER + ",a,x\n", {}, "Line 2 has no unit"),
    "no annotator": (HEADER + "u,a,x\nu,,x\n", {}, "Line 3 has no annotator"),
    "code not in order": (
        HEADER + "u,a,hihg\n",
        {"order": ["low", "high"]},
        "Line 2 holds hihg.*did you mean high",
    ),
    "far from the order": (HEADER + "u,a,9\n", {"order": ["low"]}, "name every code in the order"),
    "unknown state": ("unit,annotator,value,state\nu,a,x,perhaps\n", {}, "state perhaps"),
    "no JSON": ("{]\n", {"suffix": ".jsonl"}, "Line 1 is no JSON object"),
    "JSON list": ("[1]\n", {"suffix": ".jsonl"}, "Line 1 is no JSON object"),
    "empty JSONL": ("", {"suffix": ".jsonl"}, "The table is empty"),
    "JSON key lacks": (
        '{"unit": 1, "annotator": "a", "value": 1}\n{"unit": 1, "annotator": "b"}\n',
        {"suffix": ".jsonl"},
        "Line 2 has no value",
    ),
    "late state": (
        '{"unit":1,"annotator":"a","value":1}\n{"unit":1,"annotator":"b","value":1,"state":"none"}',
        {"suffix": ".jsonl"},
        "Line 2 has a state",
    ),
    "mixed JSON": (
        '{"unit":1,"annotator":"a","value":"x"}\n{"unit":1,"annotator":"b","value":["x"]}',
        {"suffix": ".jsonl"},
        "Line 2 mixes lists and single values",
    ),
    "JSON object as value": (
        '{"unit": 1, "annotator": "a", "value": {"x": 1}}',
        {"suffix": ".jsonl"},
        "no text, number or list",
    ),
    "unknown suffix": (HEADER, {"suffix": ".xlsx"}, "kind .xlsx cannot be read"),
}


@pytest.mark.parametrize(("text", "options", "message"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_taken_is_said_with_its_line(text, options, message):
    with pytest.raises(TableError, match=message):
        read(text, **options)


def test_file_that_is_not_there(tmp_path):
    with pytest.raises(TableError, match="No such file"):
        read_table(tmp_path / "nothing.csv")


def test_file_that_is_not_utf8(tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes(HEADER.encode() + "u1,a,perché\n".encode("latin-1"))
    with pytest.raises(TableError, match=r"old.csv: Line 2 of the table is not UTF-8.*UTF-8"):
        read_table(path)
