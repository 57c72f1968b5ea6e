"""Files are taken in as a person prepared them: changed, without parts, or not at all."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from annotator.codebook import read_codebook
from annotator.errors import ImportFailed
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.study import intake as module
from annotator.study.intake import Intake, Prepared, Wishes
from annotator.study.survey import Survey
from annotator.text import reading
from annotator.text.editing import FieldSet, KindSet, Merged
from annotator.text.reading import AS_FOUND, Options

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "One title\n\nBy Ada Venn — The Lantern\n\nA sentence that\n\nstands here.\n"


@pytest.fixture
def store(tmp_path: Path):
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    with Store.create(tmp_path / "study.annot", codebook=codebook) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    lines = [f'{{"text": "The river\\n\\nrose {n} metres.", "title": "{n}"}}' for n in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    return tmp_path / "a.jsonl"


def keys(store: Store, path: Path):
    return [seen.key for seen in Survey().look(store, path, AS_FOUND).seen]


def texts(store: Store, number: int = 0):
    return [each.text for each in store.paragraphs(store.documents()[number].id)]


def test_changes_are_stored_and_written_down(store, path):
    edits = (Merged(2), KindSet(1, "caption"), FieldSet("author", "A. Venn"))
    prepared = Prepared(edits={keys(store, path)[0]: edits})
    assert Intake(store, Wishes()).take(path, prepared).n_taken == 1
    assert texts(store)[2:] == ["A sentence that\nstands here."]
    document = store.documents()[0]
    assert document.author == "A. Venn"
    source = store.source(document.id)
    assert source is not None
    assert [s["did"] for s in source.steps if s["step"] == "edit"] == ["merge", "kind", "metadata"]


def test_changes_of_several_parts_are_all_written_down(store, rows):
    found = keys(store, rows)
    prepared = Prepared(edits={found[0]: (Merged(0),), found[2]: (Merged(0),)})
    assert Intake(store, Wishes()).take(rows, prepared).n_taken == 3
    assert texts(store, 0) == ["The river\nrose 0 metres."]
    assert texts(store, 1) == ["The river", "rose 1 metres."]
    source = store.source(store.documents()[0].id)
    assert source is not None
    assert [step["part"] for step in source.steps if step["step"] == "edit"] == [0, 2]


def test_articles_are_left_out(store, rows):
    prepared = Prepared(left_out=frozenset(keys(store, rows)[:2]))
    fate = Intake(store, Wishes()).take(rows, prepared)
    assert (fate.n_taken, [d.title for d in store.documents()]) == (1, ["2"])


def test_what_was_read_before_is_not_read_again(store, path):
    look = Survey().look(store, path, AS_FOUND)
    articles = tuple(seen.article for seen in look.seen)
    path.unlink()
    failure = ImportFailed("a part of it cannot be read")
    prepared = Prepared(articles=articles, failures=(failure,))
    fate = Intake(store, Wishes()).take(path, prepared)
    assert (fate.n_taken, fate.n_failed, fate.failures) == (1, 1, [failure])


def test_changes_of_a_file_that_is_another_now_are_refused(store, path):
    prepared = Prepared(edits={keys(store, path)[0]: (Merged(2),)})
    path.write_text(TEXT + "\n\nAnd more.")
    fate = Intake(store, Wishes()).take(path, prepared)
    assert "has changed" in str(fate.failures[0])
    assert store.documents() == []


def test_other_bytes_than_were_shown_are_refused(store, path, rows):
    for file in (path, rows):
        shown = frozenset(sha256 for sha256, _ in keys(store, file))
        file.write_text(file.read_text().replace("stands", "stood").replace("rose", "fell"))
        for is_all in (True, False):
            prepared = Prepared(shown=shown, is_all_shown=is_all)
            fate = Intake(store, Wishes()).take(file, prepared)
            assert (fate.n_failed, fate.n_taken) == (1, 0)
            assert "has changed since it was looked at" in str(fate.failures[0])
    assert store.documents() == []


def test_the_same_bytes_as_were_shown_go_in(store, path, rows):
    for file in (path, rows):
        prepared = Prepared(shown=frozenset(sha256 for sha256, _ in keys(store, file)))
        assert Intake(store, Wishes()).take(file, prepared).n_failed == 0
    assert len(store.documents()) == 4


def test_of_an_archive_that_was_not_shown_whole_more_may_come(store, tmp_path):
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for n in range(3):
            made.writestr(f"{n}.txt", f"The river rose {n} metres.")
    shown = frozenset(sha256 for sha256, _ in keys(store, archive)[:2])
    refused = Intake(store, Wishes()).take(archive, Prepared(shown=shown))
    assert (refused.n_failed, store.documents()) == (1, [])
    prepared = Prepared(shown=shown, is_all_shown=False)
    assert Intake(store, Wishes()).take(archive, prepared).n_taken == 3


def test_a_file_may_be_read_in_a_way_of_its_own(store, path):
    prepared = Prepared(options=Options(lang="fr"))
    Intake(store, Wishes()).take(path, prepared)
    assert store.documents()[0].lang == "fr"


def test_without_proposals_only_what_was_chosen_is_said(store, path, rows):
    intake = Intake(store, Wishes(proposals=False))
    edits = (FieldSet("outlet", "Lantern"),)
    intake.take(path, Prepared(edits={keys(store, path)[0]: edits}))
    intake.take(rows)
    document, first = store.documents()[:2]
    assert (document.author, document.outlet, document.lang) == (None, "Lantern", "en")
    assert first.title == "0"  # a column is no guess


def test_somebody_may_stop_within_a_file(store, rows):
    class Enough(Exception):
        pass

    def enough():
        raise Enough

    with pytest.raises(Enough):
        Intake(store, Wishes(), enough).take(rows)
    assert store.documents() == []


def test_nobody_is_locked_out_while_a_file_is_read(store, path, monkeypatch):
    """Another connection writes while the articles of a file are being read."""
    real = reading.read_articles

    def slow(*given, **named):
        with Store.open(store.path) as other:
            other.add_annotator("a1")
        yield from real(*given, **named)

    monkeypatch.setattr(module, "read_articles", slow)
    assert Intake(store, Wishes()).take(path).n_taken == 1
    assert [each.key for each in store.annotators()] == ["a1"]


def test_files_that_are_there_are_not_compared(store, path, monkeypatch):
    Intake(store, Wishes()).take(path)
    intake = Intake(store, Wishes())
    monkeypatch.setattr(intake, "_others", lambda: pytest.fail("compared"))
    assert intake.take(path).n_there == 1
