"""Files are looked at before they are taken in, and nothing is written."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.study import survey as module
from annotator.study.survey import Survey
from annotator.text.importing import import_text
from annotator.text.reading import AS_FOUND, Options

if TYPE_CHECKING:
    from pathlib import Path

WORDS = " ".join(f"word{n}" for n in range(200))


@pytest.fixture
def store(tmp_path: Path):
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    with Store.create(tmp_path / "study.annot", codebook=codebook) as made:
        made.add_article(import_text(f"{WORDS}.".encode(), file_name="old.txt"))
        yield made


@pytest.fixture
def look(store: Store, tmp_path: Path):
    survey = Survey()

    def looked(name: str, content: str | bytes | None = None, **options):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return survey.look(store, path, Options(**options) if options else AS_FOUND)

    return looked


def test_an_article_is_seen_and_nothing_is_written(look, store):
    seen = look("a.txt", "One title\n\nA sentence that stands here.\n")
    assert (seen.form, seen.is_all, len(seen.seen), seen.failures) == ("text", True, 1, ())
    article = seen.seen[0].article
    assert seen.seen[0].key == (article.source_sha256, 0)
    assert len(store.documents()) == 1


def test_what_is_there_already_is_told(look):
    assert look("again.txt", f"{WORDS}.\n").seen[0].is_there


def test_the_same_text_twice_in_the_list(look):
    first = look("one.txt", "The river rose.\n")
    again = look("two.txt", "The river rose.\n\n")
    assert first.seen[0].twin == ""
    assert again.seen[0].twin == "one.txt"


def test_a_text_nearly_that_of_an_article_or_of_another_file(look):
    near = look("near.txt", f"{WORDS} and so on.\n").seen[0].near
    assert "“old”" in str(near)
    text = " ".join(f"other{n}" for n in range(200))
    assert look("x.txt", f"{text}.\n").seen[0].near is None
    assert "“x.txt”" in str(look("y.txt", f"{text} too.\n").seen[0].near)


def test_a_file_looked_at_again_is_no_duplicate_of_itself(look):
    text = " ".join(f"città{n}" for n in range(200))
    look("a.txt", f"{text}.\n")
    again = look("a.txt", encoding="cp1252").seen[0]
    assert (again.twin, again.near) == ("", None)
    assert again.article.encoding == "cp1252"
    once_more = look("a.txt").seen[0]
    assert (once_more.twin, once_more.near) == ("", None)


def test_with_many_articles_the_later_ones_are_not_compared(look, monkeypatch):
    monkeypatch.setattr(module, "_COMPARED", 1)
    text = " ".join(f"other{n}" for n in range(200))
    look("x.txt", f"{text}.\n")
    assert look("y.txt", f"{text} too.\n").seen[0].near is None


def test_a_file_that_cannot_be_read_says_why(look):
    broken = look("a.png", b"\x89PNG\r\n\x1a\n")
    assert broken.seen == ()
    assert "PNG" in str(broken.failures[0])
    assert "no such file" in str(look("missing.txt").failures[0])


def test_parts_that_fail_are_told_beside_those_that_do_not(look, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.txt", "A sentence that stands here.")
        archive.writestr("two.txt", "")
    found = look("a.zip")
    assert (found.form, len(found.seen), len(found.failures)) == ("zip", 1, 1)


def test_of_a_large_file_the_first_articles_are_looked_at(look, monkeypatch):
    monkeypatch.setattr(module, "LOOKED_AT", 2)
    rows = "".join(f'{{"text": "The river rose {n} metres."}}\n' for n in range(3))
    found = look("a.jsonl", rows)
    assert (len(found.seen), found.is_all) == (2, False)


def test_columns_and_what_they_hold(look):
    found = look("a.csv", "headline,body,id\nOne,The river rose.,7\n")
    assert found.columns == ("headline", "body", "id")
    assert found.fields == {"text": "body", "title": "headline"}
    other = look("a.csv", columns={"text": "headline"})
    assert other.fields == {"text": "headline"}


def test_columns_are_named_though_no_text_can_be_told(look):
    found = look("a.csv", "one,two\n1,2\n")
    assert (found.columns, found.fields, found.seen) == (("one", "two"), {}, ())
    assert "which column holds the text" in str(found.failures[0])
    assert look("a.csv", columns={"text": "two"}).seen[0].article.text == "2"


def test_the_form_that_was_named(look):
    assert look("a.txt", "A line.\n", form="html").form == "html"


def test_twins_within_one_file(look):
    rows = '{"text": "The river rose."}\n' * 2
    found = look("a.jsonl", rows)
    assert [seen.twin for seen in found.seen] == ["", "a.jsonl"]
    assert [seen.twin for seen in look("a.jsonl").seen] == ["", "a.jsonl"]
