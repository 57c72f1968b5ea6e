"""Written in another tool's format, read and merged into a copy: what the format keeps is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.formats.catalogue import FORMATS
from annotator.formats.recognising import recognise
from annotator.formats.refi_qda.xml_words import in_xml
from annotator.model import Answer, Place, Span, canonical_text, document_uid, sha256_hex
from annotator.store import Change
from annotator.study.foreign import Foreign, merge_foreign
from tests.unit.study.foreign_projects import TEXTS, Said, acts, code, project, said, write

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS: dict[tuple[object, object], str] = {
    (document_uid(sha256_hex(canonical_text(texts))), number): text
    for texts in TEXTS
    for number, text in enumerate(texts)
}
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Kept = Callable[[tuple[object, ...], Answer], Answer | None]


def by_label_studio(_place: tuple[object, ...], answer: Answer) -> Answer | None:
    return replace(answer, confidence=None, note="")


def by_prodigy(_place: tuple[object, ...], answer: Answer) -> Answer | None:
    return replace(answer, confidence=None, note="", primary=None)


def by_doccano(_place: tuple[object, ...], answer: Answer) -> Answer | None:
    if answer.state != "coded" or answer.value is not None:
        return None
    evidence = tuple(span for span in answer.evidence if span.code is not None)
    return replace(answer, confidence=None, note="", primary=None, evidence=evidence)


def by_brat(place: tuple[object, ...], answer: Answer) -> Answer | None:
    found = set()
    for span in answer.evidence:
        words = PARAGRAPHS[place[0], place[1]][span.start : span.end]
        if trimmed := words.strip("\n"):
            start = span.start + len(words) - len(words.lstrip("\n"))
            found.add(Span(start, start + len(trimmed), span.code))
    return replace(
        answer,
        evidence=tuple(sorted(found, key=lambda span: (span.start, span.end, span.code or ""))),
        note=in_line(answer.note),
        value=None if answer.value is None else in_line(answer.value),
    )


def in_line(words: str) -> str:
    return words.replace("\r", " ").replace("\n", " ")


def by_refi_qda(_place: tuple[object, ...], answer: Answer) -> Answer | None:
    return replace(answer, note=in_xml(answer.note), value=answer.value and in_xml(answer.value))


def by_xmi(_place: tuple[object, ...], answer: Answer) -> Answer | None:
    def held(words: str) -> str:
        return NO_XML.sub(lambda found: " " if found[0].isspace() else "\ufffd", words)

    return replace(answer, note=held(answer.note), value=answer.value and held(answer.value))


def whole(_place: tuple[object, ...], answer: Answer) -> Answer:
    return answer


def by_web_annotation(_place: tuple[object, ...], answer: Answer) -> Answer | None:
    return replace(answer, note="")


FORMS: dict[str, Kept] = {
    "label-studio": by_label_studio,
    "prodigy": by_prodigy,
    "doccano": by_doccano,
    "brat": by_brat,
    "qdpx": by_refi_qda,
    "uima-xmi": by_xmi,
    "uima-json": whole,
    "w3c": by_web_annotation,
}


def kept(answers: Said, by: Kept) -> Said:
    found = {place: by(place, answer) for place, answer in answers.items()}
    return {place: answer for place, answer in found.items() if answer is not None}


@pytest.mark.parametrize("name", sorted(FORMS))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(done=st.lists(acts(), min_size=1, max_size=12))
def test_what_a_format_keeps_arrives(
    name: str, tmp_path_factory: pytest.TempPathFactory, done: list[tuple[object, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    here, there = project(folder / "here.annot"), project(folder / "there.annot")
    code(here, "k7", done)
    form = FORMATS[name]
    place = folder / ("files" if form.is_folder else f"file{form.suffix}")
    written = write(here, form.load(), place)
    wanted = kept(said(here, "k7"), FORMS[name])
    if wanted:
        assert recognise(place) == name
    how = Foreign(form=name)
    if wanted:
        report = merge_foreign(there, place, how)
        assert [str(each) for each in report.refused] == []
        assert report.added == len(wanted)
        assert said(there, "k7") == wanted
        again = merge_foreign(there, place, how)
        assert (again.added, again.updated, again.unchanged) == (0, 0, len(wanted))
    if name != "doccano":
        assert written.n == len(said(here, "k7"))
    here.close()
    there.close()


@pytest.mark.parametrize("name", ["qdpx", "uima-xmi", "uima-json", "w3c"])
def test_answers_of_two_rounds_do_not_become_one(tmp_path: Path, name: str) -> None:
    here, there = project(tmp_path / "here.annot"), project(tmp_path / "there.annot")
    first = Answer("coded", ("economic",), evidence=(Span(0, 3, "economic"),), note="first")
    again = Answer("coded", ("geopolitical",), evidence=(Span(4, 6, "geopolitical"),))
    code(here, "k7", [(0, 1, "frame", None, None, first), (0, 2, "frame", None, None, first)])
    here._file.run(
        "INSERT INTO round(key, kind, codebook) VALUES('second', 'reliability', '1.0.0')"
    )
    (who,), document = here.annotators(), here.documents()[0]
    at = Place("second", "k7", who.uid, document.id, document.uid, 1, "frame")
    here.annotate([Change(at, again)])
    form = FORMATS[name]
    place = tmp_path / ("files" if form.is_folder else f"file{form.suffix}")
    write(here, form.load(), place)
    report = merge_foreign(there, place, Foreign())
    (refused,) = report.refused
    assert "answers this question twice, differently; neither was taken" in refused.reason
    assert [key[:3] for key in said(there, "k7")] == [(document.uid, 2, "frame")]
    here.close()
    there.close()
