"""WebAnno TSV files with labels: what is an answer, what is listed, whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignDocument, ForeignSpan
from annotator.formats.recognising import articles_in, recognise
from annotator.formats.webanno_tsv import read

if TYPE_CHECKING:
    from pathlib import Path

SPAN = "#T_SP=webanno.custom.Span|value\n"


def tsv(body: str, layers: str = SPAN) -> bytes:
    return f"#FORMAT=WebAnno TSV 3.3\n{layers}\n\n{body}\n".encode()


def taken(tmp_path: Path, body: str, layers: str = SPAN) -> ForeignDocument:
    (tmp_path / "a.tsv").write_bytes(tsv(body, layers))
    (document,) = read(tmp_path / "a.tsv")
    return document


def remarks(document: ForeignDocument) -> list[str]:
    return [str(each).partition("a.tsv, ")[2] for each in document.remarks]


def test_annotation_is_a_label_of_its_words(tmp_path: Path) -> None:
    body = "#Text=Il 😀 sale\n1-1\t0-2\tIl\t_\t\n1-2\t3-5\t😀\tX[1]\t\n1-3\t6-10\tsale\tX[1]\t"
    document = taken(tmp_path, body)
    assert (document.name, document.text) == ("a", "Il 😀 sale")
    (said,) = document.answers
    assert said.question == "webanno.custom.Span:value"
    assert said.spans == (ForeignSpan(3, 9, "X", "😀 sale"),)
    assert said.where == f"{tmp_path / 'a.tsv'}, line 7"
    assert recognise(tmp_path / "a.tsv") == "webanno-tsv"


def test_offsets_of_characters_are_understood(tmp_path: Path) -> None:
    document = taken(tmp_path, "#Text=😀 sale\n1-1\t0-1\t😀\t_\t\n1-2\t2-6\tsale\tX\t")
    assert document.answers[0].spans == (ForeignSpan(2, 6, "X", "sale"),)


def test_our_own_layers_are_answers(tmp_path: Path) -> None:
    layers = "#T_SP=annotator.layer.stance|code|target|holder|extent|primary|state|confidence\n"
    cells = "favour\tchinese\\_ai\tauthor\tparagraph\ttrue\tcoded\t2"
    said, main = taken(tmp_path, f"#Text=A\n1-1\t0-1\tA\t{cells}\t", layers).answers
    assert (said.question, said.labels) == ("stance__chinese_ai__author", ("favour",))
    assert (said.start, said.end, said.confidence) == (0, 1, 2)
    assert main.question == "stance__chinese_ai__author#primary"


def test_what_is_not_read_is_listed_with_its_line(tmp_path: Path) -> None:
    dkpro = "de.tudarmstadt.ukp.dkpro.core.api"
    layers = (
        f"#T_SP={dkpro}.lexmorph.type.pos.POS|PosValue\n"
        f"#T_SP={dkpro}.segmentation.type.Lemma|value\n"
        "#T_SP=a.Host|ROLE_a.Host:links_a.Link|a.B\n"
        "#T_CH=a.Link|referenceType|referenceRelation\n"
        "#T_RL=a.Rel|kind|BT_a.B\n"
    )
    cells = "NN\tcosta\tp\t1-1\t*[1]\t*->1-1\tX\t1-1"
    body = f"#Text=A b\n1-1\t0-1\tA\t{cells}\n1-1.1\t1-1\t\tNN\t_\t*\t*\t_\t_\t_\t_\n"
    document = taken(tmp_path, f"{body}1-2\t3-4\tb\t{cells}", layers)
    assert remarks(document) == [
        "line 12: the words “b” do not stand at 3–4 of the text; the line is not read",
        "line 10: the link a.Link of a chain is not read",
        "line 10: the relation a.Rel is not read",
        "line 10: what it refers to (links) is not read",
        "line 11: no words are marked here; it is not read",
        "",
    ]
    assert "POS says nothing of answers; not read: 2" in str(document.remarks[-1])
    assert [each.spans for each in document.answers] == [()]


def test_folder_says_whose_a_file_is(tmp_path: Path) -> None:
    uid = "0f8d6c1e-2b7a-5e55-9a3c-77d1e0b4c9aa"
    place = tmp_path / "annotation" / f"{uid}.xmi"
    place.mkdir(parents=True)
    for name in ("ann", "INITIAL_CAS"):
        (place / f"{name}.tsv").write_bytes(tsv("#Text=A\n1-1\t0-1\tA\t_\t"))
    initial, mine = read(tmp_path)
    assert (initial.answers, mine.answers[0].annotator) == ((), "ann")
    assert (mine.name, mine.metadata) == (f"{uid}.xmi", {"document": uid})
    assert articles_in(tmp_path, "webanno-tsv").articles == (
        (f"{uid}.xmi", "A", {"document": uid}),
    )


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"#FORMAT=WebAnno TSV 2\n", "line 1: this is no WebAnno TSV 3"),
        (tsv("#Text=A\n1-1\tx\tA\t_"), "line 6: this is no line of a word"),
        (b"\xff", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(
    tmp_path: Path, content: bytes, trouble: str
) -> None:
    (tmp_path / "a.tsv").write_bytes(content)
    with pytest.raises(RecordError, match=trouble):
        list(read(tmp_path / "a.tsv"))
