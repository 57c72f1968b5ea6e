"""What is said of a merged project, beyond its answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.model import Answer, Place
from annotator.store import Change
from annotator.study.merging import merge_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.store import Store

    Projects = Callable[..., Store]


def merge(store: Store, other: Store):
    return merge_file(store, other.path, rename={}, same=set(), dry_run=False)


def test_kinds_and_articles_that_came_are_counted(make_project: Projects) -> None:
    theirs, ours, empty = make_project(), make_project(), make_project(())
    theirs.add_annotator("k7")
    theirs.set_kind(theirs.documents()[0].id, 1, "quote", round="main", annotator="k7")
    assert "  besides: 1 changed kinds of paragraphs" in list(merge(ours, theirs).lines())
    said = list(merge(empty, theirs).lines())
    assert any(line.startswith(f"  besides: {len(theirs.documents())} documents") for line in said)


def test_what_differs_is_noted_and_ours_stays(make_project: Projects) -> None:
    theirs, ours = make_project(), make_project()
    document = theirs.documents()[0]
    with theirs.write():
        theirs._file.run("UPDATE paragraph SET kind='quote' WHERE document=1 AND ord=1")
    report = merge(ours, theirs)
    note = f"¶ 2 of the article {document.title} is quote there; ours stays"
    assert f"  note      {note}" in list(report.lines())
    assert json.loads(report.as_json())["remarks"] == [note]


def test_kind_that_was_changed_on_two_machines_is_a_conflict(make_project: Projects) -> None:
    theirs, ours = make_project(), make_project()
    who = theirs.add_annotator("k7")
    ours.add_annotator("k7", uid=who.uid)
    first = theirs.documents()[0].id
    theirs.set_kind(first, 1, "quote", round="main", annotator="k7")
    ours.set_kind(first, 1, "heading", round="main", annotator="k7")
    uid = theirs.documents()[0].uid
    said = f"¶ 2 of {uid} got two kinds on two machines; the later one stands"
    assert f"  conflict  {said}" in list(merge(ours, theirs).lines())


def test_event_that_does_not_fit_is_told_without_a_line(make_project: Projects) -> None:
    theirs, ours = make_project(), make_project()
    who, document = theirs.add_annotator("k7"), theirs.documents()[0]
    with theirs.write():
        theirs._file.run("INSERT INTO round(key, kind, codebook) SELECT 'late', kind, codebook"
                         " FROM round")  # fmt: skip
    place = Place("late", "k7", who.uid, document.id, document.uid, 0, "frame")
    theirs.annotate([Change(place, Answer("none"))])
    with theirs.write():
        theirs._file.run("DELETE FROM annotation")
        theirs._file.run("DELETE FROM round WHERE key='late'")
    said = list(merge(ours, theirs).lines())
    assert "  refused   there is no round late in this project" in said
