"""Tables of spans: one row a span of a unit's text."""

from __future__ import annotations

import io

import pytest

from annotator.agreement.table import read_table
from annotator.codebook import parse_codebook
from annotator.errors import TableError

HEADER = "unit,annotator,value,from,to,size\n"
NAMES = {"start_column": "from", "end_column": "to", "length_column": "size"}


def read(rows, **options):
    return read_table(io.StringIO(HEADER + rows), **{**NAMES, **options})


def marked(answers):
    """(unit, annotator, code, start, end, length) of every span."""
    evidence = answers.evidence
    return [
        (
            answers.units[answers.paragraph[row]],
            answers.annotators[answers.annotator[row]],
            evidence.codes[code],
            int(start),
            int(end),
            int(evidence.length[row]),
        )
        for row, code, start, end in zip(
            evidence.row, evidence.code, evidence.start, evidence.end, strict=True
        )
    ]


def sets(answers):
    return {
        (answers.units[unit], answers.annotators[who]): answers.answers[answer][:2]
        for unit, who, answer in zip(
            answers.paragraph, answers.annotator, answers.answer, strict=True
        )
    }


def test_spans_of_one_annotator_on_one_unit_are_one_answer():
    answers = read("1,a,x,0,5,80\n1,b,y,2,9,80\n1,a,y,7,9,80\n2,a,,,,40\n2,b,x,,,40\n")
    assert sets(answers) == {
        ("1", "a"): ("coded", ("x", "y")),
        ("1", "b"): ("coded", ("y",)),
        ("2", "a"): ("none", ()),
        ("2", "b"): ("coded", ("x",)),
    }
    assert marked(answers) == [
        ("1", "a", "x", 0, 5, 80),
        ("1", "b", "y", 2, 9, 80),
        ("1", "a", "y", 7, 9, 80),
    ]
    assert len(answers.evidence.length) == len(answers.answer) == 4
    assert (answers.layer.answer, answers.layer.takes_evidence) == ("multiple", "optional")


def test_text_of_unknown_length_ends_with_its_last_span():
    answers = read("1,a,x,0,5,\n1,b,y,2,9,\n2,a,x,0,3,50\n2,b,,,,\n")
    assert [(unit, length) for unit, *_, length in marked(answers)] == [
        ("1", 9), ("1", 9), ("2", 50)
    ]  # fmt: skip
    assert [remark.slug for remark in answers.remarks] == ["length_unknown"]
    assert answers.remarks[0].values == {"n": 1}
    assert read("1,a,x,0,5,\n", length_column=None).evidence.length.tolist() == [5]


def test_equal_spans_count_once():
    answers = read("1,a,x,0,5,9\n1,a,x,0,5,9\n1,a,x,6,8,9\n")
    assert len(marked(answers)) == 2
    assert answers.remarks[0].values == {"n": 1}


def test_whole_numbers_may_be_written_with_a_point():
    assert marked(read("1,a,x,0.0,5.0,9\n"))[0][3:] == (0, 5, 9)


def test_document_and_order_go_with_spans():
    answers = read("1,a,y,0,5,9\n1,b,x,0,5,9\n", order=["y", "x"], document_column="unit")
    assert answers.evidence.codes == ("y", "x")
    assert answers.documents == ["1"]


def test_table_of_spans_without_rows():
    answers = read("")
    assert (len(answers.answer), marked(answers)) == (0, [])


def test_missing_rating_is_no_empty_answer():
    assert sets(read("1,a,NA,,,\n1,b,,,,\n", missing="NA")) == {("1", "b"): ("none", ())}


def test_layer_with_one_code_may_show_it_in_several_places():
    codebook = parse_codebook(
        """format = 1
[codebook]
key = "tone"
version = "1.0.0"
languages = ["en"]
title = "Tone"
[[layer]]
key = "tone"
label = "Tone"
question = "Which tone?"
answer = "single"
unit = "paragraph"
[[layer.code]]
key = "calm"
label = "Calm"
definition = "Calm words"
[[layer.code]]
key = "loud"
label = "Loud"
definition = "Loud words"
"""
    ).codebook
    assert codebook is not None
    rows = "1,a,calm,0,5,9\n1,a,calm,6,8,9\n"
    assert len(marked(read(rows, codebook=codebook, layer="tone"))) == 2
    with pytest.raises(TableError, match="Lines 2 and 4 give two different values for unit 1 by a"):
        read(rows + "1,a,loud,8,9,9\n", codebook=codebook, layer="tone")


WRONG = {
    "half a span": ("1,a,x,0,,9\n", {}, "Line 2 has a start without an end"),
    "ends first": ("1,a,x,0,5,9\n1,a,x,5,5,9\n", {}, "Line 3 has a span that ends where"),
    "behind the text": ("1,a,x,5,12,9\n", {}, "Line 2 has a span that ends behind its text"),
    "behind another's text": ("1,a,x,5,12,\n1,b,x,0,3,9\n", {}, "Line 2 has a span that ends be"),
    "two lengths": ("1,a,x,5,6,9\n1,b,x,0,3,8\n", {}, "Line 3 gives another length"),
    "no code": ("1,a,,0,5,9\n", {}, "Line 2 has a span and no code"),
    "no number": ("1,a,x,zero,5,9\n", {}, "Line 2 holds zero as from, which is no number"),
    "negative": ("1,a,x,-1,5,9\n", {}, "Line 2 holds -1 as from"),
    "half a character": ("1,a,x,0.5,5,9\n", {}, "holds 0.5 as from"),
    "nothing and something": (
        "1,a,x,0,5,9\n1,a,,,,9\n", {}, "Lines 2 and 3 give two different values"
    ),
    "no end column": ("", {"end_column": None}, "name both: --start-column and --end-column"),
    "length alone": (
        "", {"start_column": None, "end_column": None}, "name both: --start-column"
    ),
    "sets": ("", {"sets": True}, "leave --sets out"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "options", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_span_is_said_with_its_line(rows, options, message):
    with pytest.raises(TableError, match=message):
        read(rows, **options)
