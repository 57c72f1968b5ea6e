"""brat's standoff files: T lines with attributes and notes; what else there is, is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import RecordError
from annotator.formats.brat import read
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Il 😀 costa\npoco, dice lui."


@pytest.fixture
def one(tmp_path: Path) -> Any:
    def read_lines(*lines: str, text: bytes = TEXT.encode(), end: str = "\n") -> ForeignDocument:
        (tmp_path / "a.txt").write_bytes(text)
        (tmp_path / "a.ann").write_bytes("".join(line + end for line in lines).encode())
        (document,) = read(tmp_path / "a.ann")
        return document

    return read_lines


def test_bound_words_are_an_answer_that_marks_them(one: Any) -> None:
    document = one("T1\tCost 3 4\t😀", end="\r\n")
    assert document.text == TEXT
    assert document.answers == (
        ForeignAnswer(
            annotator=None, spans=(ForeignSpan(3, 4, "Cost", "😀"),), where="a.ann, line 1"
        ),
    )


def test_pieces_of_words_are_several_unless_a_line_ends_between_them(one: Any) -> None:
    apart = one("T1\tCost 0 2;5 10\tIl costa").answers[0]
    assert [span.text for span in apart.spans] == ["Il", "costa"]
    joined = one("T1\tCost 5 10;11 15\tcosta poco").answers[0]
    assert [span.text for span in joined.spans] == ["costa\npoco"]


def test_offsets_count_line_ends_as_the_words_tell(one: Any) -> None:
    text = TEXT.replace("\n", "\r\n").encode()
    for start in (11, 12):
        document = one(f"T1\tCost {start} {start + 4}\tpoco", text=text)
        assert [span.text for span in document.answers[0].spans] == ["poco"]
        assert document.remarks == ()


def test_words_elsewhere_are_found_or_listed(one: Any) -> None:
    document = one("T1\tCost 0 4\tlui", "T2\tCost 0 4\tlei", "T3\tCost 0 4\tlei x")
    assert [answer.spans[0].text for answer in document.answers] == ["lui"]
    assert [remark.slug for remark in document.remarks] == ["words_not_found", "words_not_found"]


def test_attribute_is_an_answer_of_its_own(one: Any) -> None:
    _, value, flag = one(
        "T1\tCost 3 4\t😀", "A1\tMention T1 Name", "M2\tNegated T1", "#1\tAnnotatorNotes T1\tcheck"
    ).answers
    assert (value.question, value.labels, value.start, value.end) == ("Mention", ("Name",), 3, 4)
    assert (flag.question, flag.labels) == ("Negated", ("Negated",))


def test_note_is_kept(one: Any) -> None:
    (answer,) = one("T1\tCost 3 4\t😀", "#1\tAnnotatorNotes T1\tone\ttwo").answers
    assert answer.note == "one\ttwo"


def test_order_of_lines_does_not_matter(one: Any) -> None:
    (answer,) = one("#1\tAnnotatorNotes T1\tnote", "T1\tCost 3 4\t😀").answers
    assert answer.note == "note"


def test_other_lines_are_listed(one: Any) -> None:
    document = one(
        "T1\tCost 3 4\t😀",
        "E1\tCost:T1",
        "R1\tOf Arg1:T1 Arg2:T1\t",
        "N1\tReference T1 W:1\tx",
        "*\tEquiv T1 T1",
        "A1\tSure E1",
        "A2",
        "#2\tNote",
        "x",
        "T2\tbroken",
        "T3\tCost 90 95\tbeyond",
        "",
    )
    assert [remark.slug for remark in document.remarks] == [
        "unread_line",
        "event",
        "relation",
        "normalisation",
        "equivalence",
        "about_nothing",
        "unread_line",
        "unread_line",
        "unread_line",
        "words_not_found",
    ]
    assert "a.ann, line 2" in str(document.remarks[1])


# ------------------------------------------------------------------ files


@pytest.mark.parametrize("has_file", [False, True])
def test_text_without_lines_was_looked_at(tmp_path: Path, has_file: bool) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    if has_file:
        (tmp_path / "a.ann").write_text("")
    (document,) = read(tmp_path / "a.txt")
    assert document.answers == (ForeignAnswer(annotator=None, where="a"),)
    assert list(read(tmp_path)) == [document]


def test_folder_in_a_folder_is_the_annotator(tmp_path: Path) -> None:
    for name in ("k7", "a%2Fb"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text("Words.")
        (tmp_path / name / "x.ann").write_text("T1\tA 0 5\tWords\n")
    assert [each.answers[0].annotator for each in read(tmp_path)] == ["a/b", "k7"]


@pytest.mark.parametrize("whole", [False, True])
def test_lines_without_their_text_are_refused(tmp_path: Path, whole: bool) -> None:
    (tmp_path / "a.ann").write_text("T1\tA 0 5\tWords\n")
    with pytest.raises(RecordError, match="the text of this standoff file is missing"):
        list(read(tmp_path if whole else tmp_path / "a.ann"))


def test_other_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    with pytest.raises(RecordError, match=r"not written in UTF-8 \(byte 3\)"):
        list(read(tmp_path / "a.txt"))


def test_main_code_is_told_of_the_question_whose_words_are_marked(one: Any) -> None:
    marked, main = one("T1\tCost 3 4\t😀", "A1\tPrimary T1").answers
    assert [span.label for span in marked.spans] == ["Cost"]
    assert (main.question, main.labels, main.start, main.end) == ("#primary", ("Cost",), 3, 4)
    _, asked = one("T1\tstance__ai 3 4\t😀", "A1\tstance T1 against", "A2\tPrimary T1").answers
    assert (asked.question, asked.labels) == ("stance__ai#primary", ("against",))
