"""Export and merge: the same answers arrive, whatever they are; what does not fit is listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError, MergeError, RecordError
from annotator.model import Answer, Place, Span
from annotator.store import Change, Store
from annotator.study.exporting import Selection, export_to_file
from annotator.study.merging import MergeReport, merge_file
from annotator.text.importing import import_text
from tests.unit.study.any_answers import TEXTS, acts, carry_out
from tests.unit.study.conftest import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model import Codebook, Document, Paragraph

    Projects = Callable[..., Store]

Json = dict[str, Any]


# ------------------------------------------------------------------ files


def export(store: Store, target: Path, **chosen: tuple[str, ...]) -> Path:
    export_to_file(store, target, Selection(**chosen))
    return target


def lines(path: Path) -> list[Json]:
    # Not `splitlines`, which also cuts at signs that a note may hold, such as U+0085.
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def answers_in(store: Store, folder: Path) -> list[Json]:
    """The export without the device, which is another one after a merge."""
    found = lines(export(store, folder / "now.jsonl"))
    return [{name: value for name, value in line.items() if name != "device"} for line in found]


def merge(store: Store, path: Path, **options: Any) -> MergeReport:
    return merge_file(store, path, **{"rename": {}, "same": set(), "dry_run": False, **options})


@pytest.fixture
def coded(make_project: Projects) -> Store:
    """Six answers by `k7` and `m2`."""
    store = make_project()
    none = Answer(state="none")
    frame = Answer(
        state="coded",
        codes=("economic",),
        evidence=(Span(4, 12, "economic"),),
        note="sure? 🚢",
        confidence=2,
    )
    carry_out(
        store,
        [
            ("k7", 0, 0, "frame", None, None, none),
            ("k7", 0, 1, "frame", None, None, frame),
            ("k7", 0, 1, "stance", "us_tech_firms", "author", none),
            ("k7", 0, None, "dominant_frame", None, None, Answer("coded", ("economic",))),
            ("m2", 0, 1, "frame", None, None, Answer("coded", ("economic", "geopolitical"))),
            ("m2", 1, 1, "frame", None, None, none),
        ],
    )
    return store


# ------------------------------------------------------------------ what arrives


@given(
    history=st.lists(acts(), min_size=1, max_size=12),
    order=st.permutations(["k7", "m2", "all"]),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_answers_arrive_as_they_were_in_any_order_and_only_once(
    history: list[Any],
    order: list[str],
    tmp_path_factory: pytest.TempPathFactory,
    shipped: Codebook,
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    with (
        Store.create(folder / "a.annot", codebook=shipped) as theirs,
        Store.create(folder / "b.annot", codebook=shipped) as ours,
    ):
        for store in (theirs, ours):
            for number, text in enumerate(ARTICLES):
                store.add_article(import_text(text.encode(), file_name=f"{number}.txt"))
        carry_out(theirs, history)
        keys = {who.key for who in theirs.annotators()}
        files = [
            export(theirs, folder / f"{each}.jsonl", annotators=(each,) if each in keys else ())
            for each in order
        ]
        for path in files:
            assert not merge(ours, path).refused
        expected = answers_in(theirs, folder)
        assert answers_in(ours, folder) == expected
        for path in files:
            again = merge(ours, path)
            assert (again.added, again.updated, len(again.conflicts)) == (0, 0, 0)
        assert answers_in(ours, folder) == expected
        assert ours.check() == []


def test_report_counts_by_annotator_and_names_new_ones(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    path = export(coded, tmp_path / "x.jsonl")
    first = merge(make_project(), path)
    said = list(first.lines())
    assert said[0] == f"{path}: 6 added, 0 updated, 0 unchanged, 0 refused, 0 in conflict"
    assert said[1] == "  k7, round main: 4 added, 0 updated, 0 unchanged (new annotator)"
    assert said[2].startswith("  m2, round main: 2 added")
    assert said[3].startswith("  the project as it was: ")
    assert json.loads(first.as_json())["by_annotator"][0]["added"] == 4


def test_later_answer_updates_the_earlier_one(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    ours = make_project()
    merge(ours, export(coded, tmp_path / "early.jsonl"))
    who = next(each for each in coded.annotators() if each.key == "k7")
    document = coded.documents()[0]
    place = Place("main", "k7", who.uid, document.id, document.uid, 0, "frame")
    coded.annotate([Change(place, Answer("coded", ("ideological",)))])
    late = merge(ours, export(coded, tmp_path / "late.jsonl"))
    assert (late.added, late.updated, late.unchanged) == (0, 1, 5)
    # The early file, merged once more, does not bring the old answer back.
    assert merge(ours, tmp_path / "early.jsonl").updated == 0
    assert answers_in(ours, tmp_path)[0]["codes"] == ["ideological"]


def test_dry_run_says_the_same_and_writes_nothing(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    path = export(coded, tmp_path / "x.jsonl")
    ours = make_project()
    ours.close()
    before = ours.path.read_bytes()
    with Store.open(ours.path) as opened:
        trial = merge(opened, path, dry_run=True)
        assert answers_in(opened, tmp_path) == []
    assert (trial.added, trial.backup) == (6, None)
    assert next(trial.lines()).endswith("(dry run, nothing is written)")
    assert ours.path.read_bytes() == before


# ------------------------------------------------------------------ what does not fit


def changed(line: Json, name: str, value: object) -> Json:
    return {**line, name: value}


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("text", "Somebody rewrote this.", "the text of ¶ 2 is another one here"),
        ("text_sha256", "1" * 64, "the text of the article is another one here"),
        ("document", "0f8d6c1e-2b7a-4e55-9a3c-77d1e0b4c9aa", "import it first"),
        ("codes", ["heroic"], "has no code of these: heroic"),
        ("layer", "mood", "has no layer mood"),
        ("target", "moon", "does not ask about the target moon"),
        ("holder", "moon", "does not know the holder moon"),
        ("round", "pilot", "there is no round pilot"),
        ("codebook", "9.9.9", "the codebook 9.9.9 is not in this project"),
        ("paragraph", 99, "¶ 100"),
        ("evidence", [{"start": 5, "end": 9999, "code": "economic"}], "outside the text"),
        (
            "evidence",
            [{"start": 4, "end": 12, "code": "economic", "text": "minister"}],
            "do not stand at their place",
        ),
        ("confidence", None, None),
        ("state", "none", "has no codes"),
        ("changed_at", "yesterday", "yesterday is no time"),
    ],
)
def test_line_that_does_not_fit_is_listed_and_the_rest_goes_in(
    coded: Store,
    make_project: Projects,
    tmp_path: Path,
    name: str,
    value: object,
    reason: str | None,
) -> None:
    written = lines(export(coded, tmp_path / "x.jsonl"))
    place = next(n for n, line in enumerate(written) if line["note"])
    written[place] = changed(written[place], name, value)
    path = tmp_path / "y.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in written), encoding="utf-8")
    report = merge(make_project(), path)
    if reason is None:  # nothing that a line must not leave out
        assert (report.added, report.refused) == (6, ())
        return
    assert report.added == 5
    (refused,) = report.refused
    assert refused.line == place + 1
    assert reason in refused.reason
    assert any(f"refused   line {place + 1}: " in line for line in report.lines())


def test_project_without_the_articles_refuses_every_line(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    report = merge(make_project(()), export(coded, tmp_path / "x.jsonl"))
    assert (report.added, len(report.refused)) == (0, 6)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"The river rose again.\n", "line 1 is no annotation"),
        (b"PK\x03\x04\x14\x00", "line 1 is cut off"),
        (b'{"schema":"annot', "line 1 is cut off in the middle"),
    ],
)
def test_file_of_another_kind_changes_nothing(
    coded: Store, tmp_path: Path, content: bytes, said: str
) -> None:
    before = answers_in(coded, tmp_path)
    (tmp_path / "x.jsonl").write_bytes(content)
    with pytest.raises(RecordError, match=said):
        merge(coded, tmp_path / "x.jsonl")
    assert answers_in(coded, tmp_path) == before


def test_file_that_is_cut_off_changes_nothing(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    path = export(coded, tmp_path / "x.jsonl")
    path.write_bytes(b"\xef\xbb\xbf\n" + path.read_bytes()[:-40])
    ours = make_project()
    with pytest.raises(RecordError, match=r"line 7 is cut off in the middle"):
        merge(ours, path)
    assert answers_in(ours, tmp_path) == []
    assert ours.annotators() == []


def test_empty_file_and_blank_lines_add_nothing(make_project: Projects, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("\n\n")
    assert merge(make_project(), tmp_path / "x.jsonl").added == 0


def test_project_is_no_project_to_merge_into_itself(coded: Store) -> None:
    with pytest.raises(MergeError, match="this is the project itself"):
        merge(coded, coded.path)


def test_missing_file_and_folder_are_said(make_project: Projects, tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(MergeError, match="the file cannot be read"):
            merge(make_project(), path)


def test_other_codebook_of_the_same_version_changes_nothing(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    written = lines(export(coded, tmp_path / "x.jsonl"))
    path = tmp_path / "y.jsonl"
    path.write_text("\n".join(json.dumps(changed(w, "codebook_sha256", "2" * 64)) for w in written))
    with pytest.raises(MergeError, match="give one of the two codebooks a new version"):
        merge(make_project(), path)


# ------------------------------------------------------------------ who is who


@pytest.fixture
def namesake(make_project: Projects) -> Store:
    """A project with a `k7` of its own, who has another uid."""
    store = make_project()
    carry_out(store, [("k7", 0, 2, "frame", None, None, Answer(state="none"))])
    return store


def test_taken_name_is_an_error_with_the_two_ways_out(
    coded: Store, namesake: Store, tmp_path: Path
) -> None:
    path = export(coded, tmp_path / "x.jsonl")
    with pytest.raises(MergeError) as refused:
        merge(namesake, path)
    assert "--rename k7=k7_2" in str(refused.value)
    assert "--same k7" in str(refused.value)
    assert len(answers_in(namesake, tmp_path)) == 1


def test_another_person_of_the_same_name_is_renamed(
    coded: Store, namesake: Store, tmp_path: Path
) -> None:
    merge(namesake, export(coded, tmp_path / "x.jsonl"), rename={"k7": "k7_2"})
    assert [who.key for who in namesake.annotators()] == ["k7", "k7_2", "m2"]


def test_same_person_on_two_machines_is_one(coded: Store, namesake: Store, tmp_path: Path) -> None:
    path = export(coded, tmp_path / "x.jsonl")
    assert merge(namesake, path, same={"k7"}).added == 6
    assert [who.key for who in namesake.annotators()] == ["k7", "m2"]
    assert merge(namesake, path).added == 0  # said once is enough


def test_one_person_who_answered_differently_on_two_machines_is_a_conflict(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    ours = make_project()
    path = export(coded, tmp_path / "x.jsonl")
    who = next(each for each in coded.annotators() if each.key == "k7")
    ours.add_annotator("k7", uid=who.uid)
    document: Document = ours.documents()[0]
    place = Place("main", "k7", who.uid, document.id, document.uid, 0, "frame")
    ours.annotate([Change(place, Answer("coded", ("ideological",)))])
    report = merge(ours, path)
    (conflict,) = report.conflicts
    assert conflict.paragraph == 0
    assert any("conflict  line 1: k7 answered “frame” at ¶ 1" in line for line in report.lines())


def test_conflict_about_the_whole_article_says_so(
    coded: Store, make_project: Projects, tmp_path: Path
) -> None:
    ours = make_project()
    who = next(each for each in coded.annotators() if each.key == "k7")
    ours.add_annotator("k7", uid=who.uid)
    document = ours.documents()[0]
    place = Place("main", "k7", who.uid, document.id, document.uid, None, "dominant_frame")
    ours.annotate([Change(place, Answer("coded", ("ideological",)))])
    report = merge(ours, export(coded, tmp_path / "x.jsonl"))
    assert any("at the whole article of" in line for line in report.lines())


def test_read_only_project_is_left_alone(
    coded: Store, make_project: Projects, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(coded, tmp_path / "x.jsonl")
    ours = make_project()
    ours.close()
    monkeypatch.setattr("annotator.store.opening.is_writable", lambda _: False)
    with Store.open(ours.path) as still, pytest.raises(AnnotatorError, match="read-only"):
        merge(still, path)


def test_reported_structs_are_json() -> None:
    report = MergeReport("x", True, 0, 0, 0, (), (), (), (), None)
    assert msgspec.json.decode(report.as_json())["is_dry_run"] is True


def paragraphs_of(store: Store) -> list[Paragraph]:
    return store.paragraphs(store.documents()[0].id)


def test_articles_of_these_tests_hold_what_they_are_for(make_project: Projects) -> None:
    texts = [paragraph.text for paragraph in paragraphs_of(make_project())]
    assert texts == TEXTS[0]
    assert any("🚢" in text for text in texts)
    assert any("قال" in text for text in texts)
