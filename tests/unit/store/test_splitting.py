"""One coder's part of a project: what is in it, what never is, and how it comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.codebook import parse_codebook
from annotator.errors import AnswerRefused, MergeError, ProjectBusy, ProjectExists
from annotator.model import Answer
from annotator.store import Change, Store, is_stand_in
from tests.unit.store.conftest import TOML

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.model import Codebook


ANNA, BEN = "3f0c9f3e-0d3a-4f43-8a2e-5a1c7b9d2e60", "8d219544-b97a-4c52-b59b-da60e5735596"
SECRETS = (b"zbenedict", b"zsecret note", b"zAda Venn", b"zthe label")


@pytest.fixture
def lead(new: Callable[..., Store], coding_in) -> Store:
    """A project in which both coded, and Ben said things that are nobody else's business."""
    store = new("lead.annot")
    anna = coding_in(store, "anna", ANNA)
    ben = coding_in(store, "zbenedict", BEN)
    anna.frame("economic")
    anna.stance("favour", "tax", "person:Cy")
    ben.frame("climate", note="zsecret note")
    ben.stance("against", "tax", "person:zAda Venn")
    ben.store.set_kind(ben.document, 3, "quote", round="main", annotator="zbenedict")
    anna.frame("climate")
    anna.undo()
    return store


@pytest.fixture
def part(lead: Store, tmp_path: Path) -> Iterator[Store]:
    lead.split("anna", tmp_path / "anna.annot")
    with Store.open(tmp_path / "anna.annot") as store:
        yield store


def answers(store: Store, annotator: str) -> list[tuple[object, ...]]:
    return [
        (r.uid, r.state, r.codes, r.holder, r.rev, r.changed_at, r.device, r.duration_ms)
        for r in store.records(annotators=[annotator])
    ]


def events(store: Store, annotator: str) -> list[tuple[object, ...]]:
    return store._file.rows(
        "SELECT d.uid, e.device_seq, e.step, e.rest, e.at, e.uid, e.rev, e.before, e.after"
        " FROM event e JOIN device d ON d.id=e.device WHERE e.annotator=? ORDER BY 1, 2",
        annotator,
    )


def test_part_holds_what_all_share_and_what_its_coder_did(lead: Store, part: Store) -> None:
    assert part.check() == []
    assert part.coder() == next(each for each in lead.annotators() if each.key == "anna")
    assert (part.project().uid, part.project().title) == (lead.project().uid, lead.project().title)
    assert answers(part, "anna") == answers(lead, "anna")
    assert events(part, "anna") == events(lead, "anna")
    (document,) = part.documents()
    assert document == lead.documents()[0]
    assert part.paragraphs(document.id) == lead.paragraphs(document.id)
    assert part.source(document.id) == lead.source(document.id)
    assert part.codebook_versions() == lead.codebook_versions()
    assert (part.codebook_toml(), part.rounds()) == (TOML, lead.rounds())


@pytest.mark.usefixtures("journal")
def test_nothing_of_anybody_else_is_in_the_bytes(lead: Store, part: Store, coding_in) -> None:
    with lead.write():
        lead._file.run("UPDATE device SET label='zthe label'")
        lead._file.run(
            "UPDATE project SET settings=json_object('annotator_aliases', json_object(?, ?, ?, ?))",
            "1", "zbenedict", "2", "anna",
        )  # fmt: skip
    lead.split("anna", part.path.with_name("again.annot"))
    ben = coding_in(lead, "zbenedict")
    ben.frame("economic", paragraph=1, note="zsecret note")
    lead.set_kind(ben.document, 1, "quote", round="main", annotator="zbenedict")
    part.update_from(lead.path)
    part.close()
    whole = lead.path.read_bytes() + b"".join(p.read_bytes() for p in lead.path.parent.glob("*wal"))
    copies = [part.path, part.path.with_name("again.annot"), *part.path.parent.glob("backups/*")]
    assert len(copies) == 3
    for secret in SECRETS:
        assert secret in whole
        assert not any(secret in copy.read_bytes() for copy in copies), secret
    with Store.open(part.path.with_name("again.annot")) as again:
        assert again.project().aliases == {"2": "anna"}


def test_undo_goes_on_where_the_coder_was(part: Store, coding_in) -> None:
    anna = coding_in(part, "anna")
    assert anna.redo() is not None
    assert anna.undo() is not None
    assert anna.undo() is not None
    assert [place.layer for place in anna.answers()] == ["frame"]
    assert part.check() == []


def version(number: str) -> Codebook:
    codebook = parse_codebook(TOML.replace('version = "1.0.0"', f'version = "{number}"')).codebook
    assert codebook is not None
    return codebook


def test_whole_way_of_a_part_brings_that_coders_answers_once(
    lead: Store, part: Store, coding_in, article
) -> None:
    anna, ben = coding_in(part, "anna"), coding_in(lead, "zbenedict")
    anna.frame("absent", paragraph=1)
    with lead.write():
        lead._definitions.add_codebook(version("1.1.0"), toml="")
        lead._file.run("UPDATE round SET codebook='1.1.0' WHERE key='main'")
        lead._file.run(
            "INSERT INTO round(key, kind, codebook) VALUES('second', 'reliability', '1.1.0')"
        )
        lead._file.run("UPDATE target SET label='The tax' WHERE key='tax'")
    lead.add_article(article("One more.", name="b.txt"))
    lead.set_kind(ben.document, 2, "heading", round="main", annotator="zbenedict")
    of_ben = answers(lead, "zbenedict")

    report = part.update_from(lead.path)
    assert {table: n for table, n in report.brought.items() if n} == {
        "codebooks": 1, "rounds": 1, "documents": 1,
    }  # fmt: skip
    assert (report.kinds, report.added, report.tallies) == (1, 0, [])
    assert [str(remark) for remark in report.remarks] == [
        "the target tax was “Tax”, it is “The tax” now",
        "the round main was “main, codebook 1.0.0”, it is “main, codebook 1.1.0” now",
    ]
    assert part.codebook().about.version == "1.1.0"
    assert part.paragraphs(anna.document)[2].kind == "heading"
    assert report.backup is not None
    assert report.backup.exists()
    again = part.update_from(lead.path)
    assert (again.backup, again.remarks, sum(again.brought.values())) == (None, [], 0)

    anna.store.annotate([Change(anna.place(2), Answer("none"))])
    of_anna = answers(part, "anna")
    assert part.check() == []
    first, second = lead.merge_project(part.path), lead.merge_project(part.path)
    assert (first.added, first.refused, first.conflicts) == (2, [], [])
    assert (second.added, second.updated, second.backup) == (0, 0, None)
    assert answers(lead, "anna") == of_anna
    assert answers(lead, "zbenedict") == of_ben
    assert [each.key for each in lead.annotators()] == ["anna", "zbenedict"]
    assert lead.check() == []


def test_kinds_changed_by_somebody_come_into_a_third_project_under_one_name(
    part: Store, new: Callable[..., Store], coding_in
) -> None:
    coding_in(part, "anna").frame("absent", paragraph=1)
    third = new("third.annot")
    third.merge_project(part.path)
    assert [(each.key, is_stand_in(each)) for each in third.annotators()] == [
        ("anna", False),
        ("someone_8d219544", True),
    ]
    assert third.merge_project(part.path).unchanged == 3


def test_update_brings_metadata_and_closed_rounds_and_says_so_once(
    lead: Store, part: Store
) -> None:
    (document,) = lead.documents()
    with lead.write():
        lead._file.run("UPDATE document SET title='Another', hidden=1, meta='{\"desk\":\"x\"}'")
        lead._file.run("UPDATE round SET closed_at='2026-05-05T00:00:00.000Z'")
    report = part.update_from(lead.path)
    assert [str(remark) for remark in report.remarks] == [
        "the round main has other settings now, or was opened or closed",
        f"the article {document.title} has another title, meta, hidden now",
    ]
    columns = "SELECT title, author, outlet, published_on, url, lang, meta, hidden FROM document"
    assert part._file.rows(columns) == lead._file.rows(columns)
    assert part.metadata(document.id) == lead.metadata(document.id)
    assert (part.rounds(), part.check()) == (lead.rounds(), [])
    assert part.update_from(lead.path).remarks == []
    assert lead.merge_project(part.path).remarks == []


def test_trial_of_an_update_writes_nothing(lead: Store, part: Store, everything, article) -> None:
    lead.add_article(article("One more.", name="b.txt"))
    before = everything(part._file.raw)
    assert part.update_from(lead.path, dry_run=True).brought["documents"] == 1
    assert everything(part._file.raw) == before


def test_file_of_another_project_is_not_updated(part: Store, new: Callable[..., Store]) -> None:
    with pytest.raises(MergeError, match="no part of the project"):
        part.update_from(new("other.annot").path)


def test_part_that_somebody_is_writing_to_says_so(lead: Store, part: Store) -> None:
    with Store.open(part.path) as window, window.write(), pytest.raises(ProjectBusy):
        part.update_from(lead.path)


def test_part_takes_no_others_place(lead: Store, part: Store) -> None:
    with pytest.raises(ProjectExists):
        lead.split("anna", part.path)
    with pytest.raises(AnswerRefused, match="no annotator"):
        lead.split("cleo", part.path.with_name("cleo.annot"))
    assert lead.coder() is None


DIE = """
import os, signal, sys
from pathlib import Path
from annotator.store import Store, splitting, settling
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
lead, part = map(Path, sys.argv[2:])
if sys.argv[1] == "split":
    splitting._PARTS["event"] = "SELECT die()"
    fill = splitting._fill
    def filled(still, who, raw):
        still.raw.create_function("die", 0, die)
        fill(still, who, raw)
    splitting._fill = filled
    Store.open(lead).split("anna", part)
else:
    settling.Settling.settle = die
    Store.open(part).update_from(lead)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("act", ["split", "update"])
def test_what_is_killed_in_the_middle_leaves_everything_as_it_was(
    act: str, lead: Store, part: Store, everything, article
) -> None:
    lead.add_article(article("One more.", name="b.txt"))
    before = everything(lead._file.raw), everything(part._file.raw)
    path = part.path if act == "update" else part.path.with_name("killed.annot")
    command = [sys.executable, "-c", DIE, act, str(lead.path), str(path)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert (everything(lead._file.raw), everything(part._file.raw)) == before
    assert act == "update" or not path.exists()
    assert part.update_from(lead.path).brought["documents"] == 1
