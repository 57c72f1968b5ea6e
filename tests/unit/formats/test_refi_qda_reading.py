"""Projects of other programs: whose texts, people and codes they are, and where codings stand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from annotator.errors import RecordError
from annotator.formats import refi_qda
from annotator.formats.foreign import ForeignSpan
from annotator.formats.recognising import articles_in, recognise
from annotator.model import Paragraph
from tests.unit.formats.corpora import a_corpus, record
from tests.unit.text.qdpx_files import CODE, INNER, NOTE, USER, qde, qdpx, selection, value

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.foreign import ForeignAnswer, ForeignDocument

TEXT = "Il 😀 costa\r\npoco. Fine."
FILE = {"sources/t.txt": TEXT.encode()}


def source(*inner: str, text: str = "", more: str = 'plainTextPath="internal://t.txt"') -> str:
    content = f"<PlainTextContent>{text}</PlainTextContent>" if text else ""
    return f'<TextSource guid="t" name="T" {more}>{content}{"".join(inner)}</TextSource>'


def documents(path: Path, project: str, files: dict[str, bytes] = FILE) -> list[ForeignDocument]:
    path = path / "a.qdpx"
    path.write_bytes(qdpx(project, files))
    return list(refi_qda.read(path))


def read(path: Path, *inner: str, **more: Any) -> ForeignDocument:
    (document,) = documents(path, qde(source(*inner), **more))
    return document


def slugs(document: ForeignDocument) -> list[str]:
    return [remark.slug for remark in document.remarks]


def spans(document: ForeignDocument) -> list[ForeignSpan]:
    return [span for answer in document.answers for span in answer.spans]


def test_coding_is_an_answer_of_its_user(tmp_path: Path) -> None:
    document = read(tmp_path, selection(5, 10), value("v1", "Gazzetta"))
    (answer,) = document.answers
    assert (answer.annotator, answer.question, answer.where) == ("anna", None, "T, 5–10")
    assert answer.spans == (ForeignSpan(5, 10, "frames", "costa"),)
    assert document.metadata == {"title": "T", "outlet": "Gazzetta"}


def test_code_within_another_answers_the_question_of_its_name(tmp_path: Path) -> None:
    coding = f'<Coding guid="c"><CodeRef targetGUID="{INNER}"/></Coding>'
    (answer,) = read(tmp_path, selection(5, 10, inner=coding)).answers
    assert (answer.question, answer.spans[0].label, answer.annotator) == ("frames", "money", None)


@pytest.mark.parametrize("of", ["selection", "source"])
def test_user_may_stand_further_out(tmp_path: Path, of: str) -> None:
    coding = f'<Coding guid="c"><CodeRef targetGUID="{CODE}"/></Coding>'
    creator = 'creatingUser="{99999999-9999-4999-8999-999999999999}"'
    if of == "selection":
        document = read(tmp_path, selection(5, 10, inner=coding, more=creator))
    else:
        more = f'plainTextPath="t.txt" {creator}'
        (document,) = documents(tmp_path, qde(source(coding, more=more)))
    (answer,) = document.answers
    assert answer.annotator == "99999999-9999-4999-8999-999999999999"


def test_coding_of_a_source_is_about_the_article(tmp_path: Path) -> None:
    coding = f'<Coding guid="c"><CodeRef targetGUID="{CODE}"/></Coding>'
    (answer,) = read(tmp_path, coding).answers
    assert (answer.labels, answer.start, answer.spans, answer.where) == (("frames",), None, (), "T")


def test_selection_of_a_whole_text_is_about_the_article(tmp_path: Path) -> None:
    (answer,) = read(tmp_path, selection(0, len(TEXT))).answers
    assert (answer.labels, answer.start, answer.spans) == (("frames",), None, ())


def test_whole_text_that_is_marked_for_its_words_stays_marked(tmp_path: Path) -> None:
    (answer,) = read(tmp_path, selection(0, len(TEXT), name="Il 😀 costa poco. Fine.")).answers
    assert answer.spans[0].text == TEXT


# ------------------------------------------------------------------ where words stand


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        (18, 22, "code points, line ends of two characters"),
        (19, 23, "UTF-16 units"),
        (17, 21, "line ends of one character"),
        (18, 21, "the last character included"),
        (19, 22, "UTF-16 units, the last included"),
    ],
)
def test_what_gives_back_the_words_of_a_selection_wins(
    tmp_path: Path, start: int, end: int, way: str
) -> None:
    document = read(tmp_path, selection(start, end, name="Fine"))
    assert [span.text for span in spans(document)] == ["Fine"], way


def test_beginning_of_the_words_will_do(tmp_path: Path) -> None:
    named = selection(18, 23, name="Fine…"), selection(5, 12, name="costa...")
    assert [span.text for span in spans(read(tmp_path, *named))] == ["Fine.", "costa\r\n"]


def test_names_that_are_no_words_leave_places_as_they_are(tmp_path: Path) -> None:
    named = selection(5, 10, name="line:6"), selection(0, 2, name="…")
    assert [span.text for span in spans(read(tmp_path, *named))] == ["costa", "Il"]


def test_most_selections_decide_and_each_may_differ(tmp_path: Path) -> None:
    several = (
        selection(6, 11, name="costa"),
        selection(19, 23, name="Fine"),
        selection(5, 10, name="costa"),
        selection(13, 17),
    )
    assert [span.text for span in spans(read(tmp_path, *several))] == [
        "costa",
        "Fine",
        "costa",
        "poco",
    ]


@pytest.mark.parametrize(
    ("start", "end"), [("-1", "3"), ("0", "99"), ("5", "5"), ("x", "²"), ("", "1" * 16)]
)
def test_selection_outside_the_text_is_listed(tmp_path: Path, start: Any, end: Any) -> None:
    document = read(tmp_path, selection(start, end))
    assert (document.answers, slugs(document)) == ((), ["outside_text"])


def test_text_in_the_element_goes_before_its_file(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, qde(source(selection(0, 4), text="Nero su bianco.")))
    assert (document.text, spans(document)[0].text) == ("Nero su bianco.", "Nero")


def test_source_without_a_text_is_listed(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, qde(source(selection(0, 4), more="")))
    assert (document.text, slugs(document)) == ("", ["no_text", "outside_text"])


# ------------------------------------------------------------------ notes and the rest


def test_notes_come_with_the_coding_that_they_hang_on(tmp_path: Path) -> None:
    notes = (
        f'<Notes><Note guid="{NOTE}"><PlainTextContent>Perché? </PlainTextContent></Note>'
        '<Note guid="n2" plainTextPath="internal://n2.txt"/></Notes>'
    )
    files = FILE | {"sources/n2.txt": b"\xef\xbb\xbfBoh."}
    link = f'<NoteRef targetGUID="{NOTE}"/><NoteRef targetGUID="n2"/><NoteRef targetGUID="n3"/>'
    reference = f'<CodeRef targetGUID="{CODE}"/>'
    coding = f'<Coding guid="a">{reference}</Coding>'
    noted = f'<Coding guid="b">{reference}<NoteRef targetGUID="n2"/></Coding>'
    inner = (
        "<Description> a memo:\nsure </Description>" + coding + noted,
        f"<Coding guid='c'>{reference}</Coding>{link}",
    )
    selections = (selection(0, 2, inner=each) for each in inner)
    (document,) = documents(tmp_path, qde(source(*selections), notes=notes), files)
    assert [answer.note for answer in document.answers] == [
        "a memo:\nsure",
        "Boh.",
        "Perché?\n\nBoh.",
    ]


def test_what_is_not_read_is_listed(tmp_path: Path) -> None:
    project = qde(
        source(
            selection(0, 2, inner=f'<NoteRef targetGUID="{NOTE}"/>'),
            selection(0, 2, inner='<Coding guid="c"><CodeRef targetGUID="x"/></Coding>'),
        )
        + '<PictureSource guid="p"><PictureSelection guid="q"/></PictureSource>'
        + '<AudioSource guid="u"/>',
        more='<Sets><Set guid="s" name="S"/><Set guid="t" name="T"/></Sets>',
    )
    (document,) = documents(tmp_path, project)
    assert [str(remark) for remark in document.remarks] == [
        "elements of the kind PictureSource are not read: 1",
        "elements of the kind Set are not read: 2",
        "T: a memo on words without a code is not read",
        "T: a coding without a code of the project",
    ]


def test_project_without_codes_and_names_is_read(tmp_path: Path) -> None:
    bare = '<Project><CodeBook/><Sources><TextSource plainTextPath="x"/></Sources></Project>'
    (document,) = documents(tmp_path, bare)
    assert (document.name, document.answers) == ("?", ())


# ------------------------------------------------------------------ our own


def ours(path: Path, *records: Any, text: str | None = None) -> tuple[ForeignAnswer, ...]:
    out = io.BytesIO()
    told = a_corpus(*records)
    if text is not None:
        coded = replace(next(iter(told.documents)), paragraphs=(Paragraph(text),))
        told = replace(told, documents=[coded])
    refi_qda.write(told, out)
    place = path / "ours.qdpx"
    place.write_bytes(out.getvalue())
    return next(iter(refi_qda.read(place))).answers


def test_paragraph_and_article_are_told_from_marked_words(tmp_path: Path) -> None:
    paragraph, whole, marked = ours(
        tmp_path,
        record(),
        record("dominant_frame", paragraph=None, kind=None),
        record(evidence=[(0, 10, "economic")]),
    )
    assert (paragraph.labels, paragraph.start, paragraph.end) == (("economic",), 0, 10)
    assert (whole.labels, whole.question, whole.start) == (("economic",), "dominant_frame", None)
    assert (marked.labels, marked.spans[0].text) == ((), "Il 😀 sale.")


def test_words_that_look_like_a_paragraph_sign_are_words(tmp_path: Path) -> None:
    marked = record(evidence=[(0, 3, "economic"), (4, 5, "economic")])
    found = ours(tmp_path, marked, text="¶ 1 ¶")
    assert [span.text for answer in found for span in answer.spans] == ["¶ 1", "¶"]


def test_paragraph_outside_the_text_is_listed(tmp_path: Path) -> None:
    document = read(tmp_path, selection(3, 99, name="¶ 1"), selection(3, 99, name="¶"))
    assert (slugs(document), len(document.answers)) == (["outside_text"], 1)


def test_article_without_a_text_is_still_one(tmp_path: Path) -> None:
    project = qde(source(selection(0, 0, name="¶"), more=""))
    (answer,) = documents(tmp_path, project)[0].answers
    assert (answer.labels, answer.start) == (("frames",), None)


def test_description_is_understood_again(tmp_path: Path) -> None:
    note = "sureness: 9\n\tand\rmore\n"
    (answer, main) = ours(tmp_path, record(primary="economic", confidence=3, note=note))
    assert (answer.confidence, answer.note) == (3, note)
    assert (main.question, main.labels) == ("frame#primary", ("economic",))


def test_words_as_an_answer_are_its_value(tmp_path: Path) -> None:
    answers = ours(tmp_path, record("frame_other", value="a\nb"), record("frame_other", value=""))
    assert [answer.value for answer in answers] == ["a\nb", ""]
    assert [answer.labels for answer in answers] == [(), ()]


# ------------------------------------------------------------------ files


def test_folder_that_a_project_was_unpacked_into_is_one(tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(qdpx(qde(source(selection(0, 2))), FILE))) as packed:
        packed.extractall(tmp_path / "p")
    assert recognise(tmp_path / "p") == "qdpx"
    (document,) = refi_qda.read(tmp_path / "p")
    assert spans(document)[0].text == "Il"


def test_project_is_recognised_and_holds_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(qdpx(qde(source(selection(0, 2))), FILE))
    assert recognise(path) == "qdpx"
    found = articles_in(path, "qdpx")
    assert ([each[0] for each in found.articles], found.n_labels) == (["T"], 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (qdpx(qde(source()), FILE)[:-40], "project.qde"),
        (qdpx("<Project"), "project.qde: the file is damaged"),
        (qdpx(qde(source(), head='<!DOCTYPE x [<!ENTITY e "x">]>')), "document type"),
        (qdpx(qde(source()), {"sources/t.txt": b"\x01\x02\x03" * 99}), "binary"),
    ],
)
def test_damaged_project_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(content)
    assert recognise(path) == "qdpx"
    with pytest.raises(RecordError) as caught:
        list(refi_qda.read(path))
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_user_of_a_project_is_known_by_name_or_id(tmp_path: Path) -> None:
    project = qde(source(selection(0, 2))).replace(f'{USER}" name="anna"', f'{USER}" id="an"')
    assert documents(tmp_path, project)[0].answers[0].annotator == "an"
