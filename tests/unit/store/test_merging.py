from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import MergeError
from annotator.formats.jsonl import Line, Words
from annotator.model import Answer, Span, sha256_hex
from annotator.store import Change, MergeTally, Store

if TYPE_CHECKING:
    from collections.abc import Callable

ANNA, OTHER = "3f0c9f3e-0d3a-4f43-8a2e-5a1c7b9d2e60", "8d219544-b97a-4c52-b59b-da60e5735596"


def lines_of(store: Store) -> list[tuple[int, Line]]:
    """What another project exports, as it is read again."""
    encoded = (msgspec.json.encode(record) for record in store.records())
    return [(n, msgspec.json.decode(line, type=Line)) for n, line in enumerate(encoded, 1)]


def hash_of(lines: list[tuple[int, Line]]) -> str:
    return sha256_hex(msgspec.json.encode(lines))


def merge(store: Store, lines: list[tuple[int, Line]], **options):
    return store.merge_lines(lines, device_of=hash_of(lines), **options)


def answers_of(store: Store) -> list[tuple[object, ...]]:
    """Everything that stands, but which device said it and how the project numbers things."""
    return [
        (r.uid, r.annotator_uid, r.state, r.codes, r.evidence, r.note, r.rev, r.changed_at)
        for r in store.records()
    ]


@pytest.fixture
def two(new: Callable[..., Store], coding_in, article):
    """Anna's project, and the lead's with the same article and nobody in it."""
    anna, lead = coding_in(new("hers.annot"), "anna", ANNA), new("lead.annot")
    lead.add_article(article())
    return anna, lead


def test_answers_of_another_project_come_in(two) -> None:
    anna, lead = two
    spans = (Span(14, 15, "economic"),)
    anna.store.annotate([Change(anna.place(), Answer("coded", ("economic",), evidence=spans))])
    anna.stance("favour", "tax", "person:Ada")
    anna.frame(paragraph=2)
    lines = lines_of(anna.store)
    report = merge(lead, lines)
    assert (report.added, report.updated, report.unchanged) == (3, 0, 0)
    assert (report.refused, report.conflicts) == ([], [])
    assert report.new_annotators == ["anna"]
    assert report.tallies == [MergeTally("anna", "main", 3, 0, 0)]
    assert answers_of(lead) == answers_of(anna.store)
    assert ("person:Ada", "Ada") in lead.holders()
    assert lead.check() == []
    assert report.backup.exists()


def test_second_merge_adds_nothing(two, everything) -> None:
    anna, lead = two
    anna.frame("economic")
    anna.frame(paragraph=1)
    merge(lead, lines_of(anna.store))
    before = everything(lead._file.raw)
    report = merge(lead, lines_of(anna.store))
    assert (report.added, report.updated, report.unchanged) == (0, 0, 2)
    assert everything(lead._file.raw) == before


def test_later_export_updates(two) -> None:
    anna, lead = two
    anna.frame("economic")
    first = lines_of(anna.store)
    anna.frame("climate")
    anna.frame("economic", paragraph=1)
    later = lines_of(anna.store)
    merge(lead, first)
    report = merge(lead, later)
    assert (report.added, report.updated, report.unchanged) == (1, 1, 0)
    again = merge(lead, first)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)
    assert answers_of(lead) == answers_of(anna.store)


def test_export_in_many_portions_comes_in_whole_and_once(two, monkeypatch) -> None:
    monkeypatch.setattr("annotator.store.line_events._AT_ONCE", 2)
    anna, lead = two
    for paragraph in range(4):
        anna.frame("economic", paragraph=paragraph)
    anna.stance("favour")
    assert merge(lead, lines_of(anna.store)).added == 5
    assert merge(lead, lines_of(anna.store)).unchanged == 5
    assert answers_of(lead) == answers_of(anna.store)
    assert lead.check() == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0, 0, 1, 0, 1)])
def test_time_is_counted_once_over_an_early_and_a_late_export(two, order) -> None:
    anna, lead = two
    exports = []
    for code, spent in (("economic", 5000), ("climate", 3200)):
        change = Change(anna.place(), Answer("coded", (code,)))
        anna.store.annotate([change], duration_ms=spent)
        exports.append(lines_of(anna.store))
    for file in order:
        merge(lead, exports[file])
    (record,) = lead.records()
    assert (record.codes, record.duration_ms) == (("climate",), 8200)


@pytest.mark.parametrize("order", [*itertools.permutations("elpq"), "elpqelpq", "e", "le", "q"])
def test_time_is_counted_once_over_exports_and_projects(two, order, tmp_path) -> None:
    """An early and a late export, the project as it was before the late one, and as it is now."""
    anna, lead = two
    sources = {}
    for code, spent, export, project in (
        ("economic", 5000, "e", "p"),
        ("climate", 3200, "l", ""),
        ("absent", 70, "", "q"),
    ):
        change = Change(anna.place(), Answer("coded", (code,)))
        anna.store.annotate([change], duration_ms=spent)
        if export:
            sources[export] = lines_of(anna.store)
        if project:
            sources[project] = tmp_path / f"{project}.annot"
            anna.store.split("anna", sources[project])
    for source in map(sources.__getitem__, order):
        merge(lead, source) if isinstance(source, list) else lead.merge_project(source)
    told = 8270 if "q" in order else 8200 if "l" in order else 5000
    (record,) = lead.records()
    assert record.duration_ms == told


@pytest.mark.parametrize("order", [*itertools.permutations("elp"), "elpelp"])
def test_answer_is_that_of_its_own_device_whichever_file_came_first(two, order, tmp_path) -> None:
    """An early and a late export of one answer, and the project that both were made from."""
    anna, lead = two
    anna.store._file.device_uid = "00000000-0000-4000-8000-000000000000"  # the lowest there is
    anna.frame("economic")
    early = lines_of(anna.store)
    anna.frame("climate", paragraph=1)
    late = lines_of(anna.store)
    anna.store.split("anna", tmp_path / "p.annot")
    for source in order:
        if source == "p":
            lead.merge_project(tmp_path / "p.annot")
        else:
            merge(lead, early if source == "e" else late)
    assert list(lead.records()) == list(anna.store.records())
    assert lead.check() == []


def test_two_who_took_one_export_can_be_put_together(two, new, article) -> None:
    """Whatever each knew before, the lines are the same events."""
    anna, lead = two
    anna.store.annotate([Change(anna.place(), Answer("none"))], duration_ms=5000)
    early = lines_of(anna.store)
    anna.frame("climate")
    other = new("other.annot")
    other.add_article(article())
    merge(lead, early)
    for store in (lead, other):
        merge(store, lines_of(anna.store))
    assert lead.merge_project(other.path).conflicts == []
    assert other.merge_project(lead.path).conflicts == []
    assert answers_of(lead) == answers_of(other)


def test_answer_without_time_comes_in_without(two) -> None:
    anna, lead = two
    anna.frame("economic")
    merge(lead, lines_of(anna.store))
    assert [record.duration_ms for record in lead.records()] == [None]


def test_nobody_is_added_for_refused_lines_alone(two) -> None:
    anna, lead = two
    anna.frame("economic")
    ((_, line),) = lines_of(anna.store)
    bad = msgspec.structs.replace(line, codes=("odd",))
    report = merge(lead, [(1, bad)])
    assert (len(report.refused), report.new_annotators) == (1, [])
    assert lead.annotators() == []
    assert merge(lead, [(1, bad), (2, line)]).new_annotators == ["anna"]


def test_answer_cleared_here_since_stays_cleared(two, coding_in) -> None:
    anna, lead = two
    anna.frame("economic")
    lines = lines_of(anna.store)
    merge(lead, lines)
    here = coding_in(lead, "anna")
    here.clear()
    assert merge(lead, lines).unchanged == 1
    assert here.answers() == {}
    late = [(1, msgspec.structs.replace(lines[0][1], note="an older one"))]
    assert merge(lead, late).unchanged == 1
    assert here.answers() == {}
    assert lead.check() == []


def test_dry_run_says_the_same_and_writes_nothing(two, everything) -> None:
    anna, lead = two
    anna.frame("economic")
    before = everything(lead._file.raw)
    report = merge(lead, lines_of(anna.store), dry_run=True)
    assert (report.added, report.backup) == (1, None)
    assert everything(lead._file.raw) == before


def test_merged_answers_are_no_steps_of_mine(two) -> None:
    anna, lead = two
    anna.frame("economic")
    merge(lead, lines_of(anna.store))
    assert lead.undo("main", "anna") is None


def test_two_machines_of_one_annotator_conflict_once(two, coding_in) -> None:
    anna, lead = two
    anna.frame("economic")
    merge(lead, lines_of(anna.store))
    anna.frame("climate")
    laptop = coding_in(lead, "anna")
    laptop.frame("absent")
    report = merge(lead, lines_of(anna.store))
    (conflict,) = report.conflicts
    assert (conflict.annotator, conflict.paragraph, conflict.layer) == ("anna", 0, "frame")
    assert merge(lead, lines_of(anna.store)).conflicts == []
    events = lead._file.one("SELECT count(*) FROM event WHERE uid=? AND rev=2", conflict.uid)
    assert events == 2
    assert lead.check() == []


REFUSED = [
    ({"document": OTHER, "title": "Prezzi"}, "article Prezzi is not in this project"),
    ({"document": OTHER, "title": ""}, f"article {OTHER}"),
    ({"text_sha256": "0" * 64}, "another one here"),
    ({"text": "Il costo scende."}, "text of ¶ 1 is another one"),
    ({"codebook": "9.0.0"}, "codebook 9.0.0 is not"),
    ({"round": "pilot"}, "no round pilot"),
    ({"layer": "mood"}, "no layer mood"),
    ({"codes": ("odd",)}, "no code of these: odd"),
    ({"target": "tax"}, "target tax"),
    ({"paragraph": 9, "text": None}, "no ¶ 10"),
    ({"annotator_uid": "x" * 36}, "no annotator's uid"),
    ({"annotator_uid": OTHER, "annotator": "a\nb"}, "control characters"),
    ({"rev": 0}, "0 is no revision"),
    ({"changed_at": "yesterday"}, "yesterday is no time"),
    ({"duration_ms": -1}, "no duration"),
    ({"evidence": (Words(0, 99),)}, "outside the text"),
    ({"evidence": (Words(0, 2, text="La"),)}, "words “La” do not stand"),
]


@pytest.mark.parametrize(("changed", "words"), REFUSED)
def test_line_that_does_not_fit_is_listed_and_the_rest_goes_in(two, changed, words) -> None:
    anna, lead = two
    anna.frame("economic")
    anna.frame("climate", paragraph=1)
    (_, bad), good = lines_of(anna.store)
    bad = msgspec.structs.replace(bad, **changed)
    report = merge(lead, [(1, bad), good])
    assert [refused.number for refused in report.refused] == [1]
    assert words in str(report.refused[0])
    assert report.added == 1
    assert lead.check() == []


def test_line_without_text_and_hashes_is_taken(two) -> None:
    anna, lead = two
    answer = Answer("coded", ("economic",), evidence=(Span(0, 2),))
    anna.store.annotate([Change(anna.place(), answer)])
    ((_, line),) = lines_of(anna.store)
    bare = msgspec.structs.replace(
        line,
        text=None,
        text_sha256="",
        codebook_sha256="",
        evidence=tuple(msgspec.structs.replace(w, text="") for w in line.evidence),
    )
    assert merge(lead, [(1, bare)]).added == 1


def test_refused_line_goes_in_once_its_article_is_there(two, article) -> None:
    anna, lead = two
    anna.added = anna.store.add_article(article("Altro."))
    anna.document = anna.added.document
    anna.frame("economic")
    lines = lines_of(anna.store)
    assert len(merge(lead, lines).refused) == 1
    lead.add_article(article("Altro."))
    assert merge(lead, lines).added == 1


def test_other_codebook_of_the_same_version_stops_the_merge(two, everything) -> None:
    anna, lead = two
    anna.frame("economic")
    ((_, line),) = lines_of(anna.store)
    before = everything(lead._file.raw)
    other = msgspec.structs.replace(line, codebook_sha256="f" * 64)
    with pytest.raises(MergeError, match=r"codebook 1\.0\.0 of the file is another one"):
        merge(lead, [(1, line), (2, other)])
    assert everything(lead._file.raw) == before


def test_same_name_of_two_people_asks_who_it_is(two, coding_in) -> None:
    anna, lead = two
    coding_in(lead, "anna", OTHER)
    anna.frame("economic")
    with pytest.raises(MergeError, match=r"--rename anna=anna_2;.* --same anna"):
        merge(lead, lines_of(anna.store))


def test_renamed_annotator_is_another_person(two, coding_in) -> None:
    anna, lead = two
    here = coding_in(lead, "anna", OTHER)
    here.frame("climate")
    anna.frame("economic")
    lines = lines_of(anna.store)
    assert merge(lead, lines, rename={"anna": "anna_2"}).new_annotators == ["anna_2"]
    assert merge(lead, lines).unchanged == 1
    assert [(r.annotator, r.codes) for r in lead.records()] == [
        ("anna", ("climate",)),
        ("anna_2", ("economic",)),
    ]


def test_same_annotator_is_remembered(two, coding_in) -> None:
    anna, lead = two
    coding_in(lead, "anna", OTHER)
    anna.frame("economic")
    assert merge(lead, lines_of(anna.store), same={"anna"}).added == 1
    anna.frame("climate")
    assert merge(lead, lines_of(anna.store)).updated == 1
    (record,) = lead.records()
    assert (record.annotator_uid, record.codes) == (OTHER, ("climate",))
    assert lead.check() == []


def test_alias_of_nobody_is_passed_over(two) -> None:
    anna, lead = two
    with lead.write():
        lead._file.run(
            "UPDATE project SET settings=?", f'{{"annotator_aliases":{{"{ANNA}":"gone"}}}}'
        )
    anna.frame("economic")
    assert merge(lead, lines_of(anna.store)).new_annotators == ["anna"]


EDITS = st.lists(
    st.tuples(
        st.integers(0, 2),  # whose project
        st.integers(0, 2),  # paragraph
        st.sampled_from([("economic",), ("climate",), ()]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=8, deadline=None)
@given(edits=EDITS)
def test_order_and_repetition_do_not_change_what_stands(
    edits, codebook, coding_in, tmp_path_factory
) -> None:
    folder = tmp_path_factory.mktemp("mesh")

    def create(name: str) -> Store:
        return Store.create(folder / f"{name}.annot", codebook=codebook)

    machines = [coding_in(create(f"machine{n}"), "anna", ANNA) for n in range(3)]
    for machine, paragraph, codes in edits:
        machines[machine].frame(*codes, paragraph=paragraph)
    files = [lines_of(machine.store) for machine in machines]
    ends = []
    for number, order in enumerate(itertools.permutations(files)):
        lead = create(f"lead{number}")
        coding_in(lead, "lead")  # brings the article
        for lines in (*order, order[0]):
            merge(lead, lines)
        ends.append(answers_of(lead))
        assert lead.check() == []
        lead.close()
    assert all(end == ends[0] for end in ends)
    for machine in machines:
        machine.store.close()


def test_answer_that_was_cleared_here_by_a_later_change_stays_cleared(two, coding_in) -> None:
    anna, lead = two
    anna.frame("economic")
    lines = lines_of(anna.store)
    merge(lead, lines)
    here = coding_in(lead, "anna", ANNA)
    here.clear()
    ((number, line),) = lines
    report = merge(lead, [(number, msgspec.structs.replace(line, codes=("climate",)))])
    assert (report.added, report.updated, report.unchanged) == (0, 0, 1)
    assert answers_of(lead) == []
    assert lead.check() == []
