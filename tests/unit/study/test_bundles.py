"""A whole project as text: what comes back is the same project, and what is not whole is told."""

from __future__ import annotations

import hashlib
import io
import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError, MergeError, RecordError
from annotator.model import KINDS, Answer, Place, Span
from annotator.store import Change, Store
from annotator.study.bundles import merge_bundle, write_bundle
from annotator.study.exporting import Selection, export_to_file
from annotator.study.merging import merge_file
from annotator.study.wishes import Wish
from annotator.text.importing import import_text
from tests.unit.study.conftest import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model import Codebook

    Projects = Callable[..., Store]

# Without the numbers of rows, the bytes of files, labels of devices, and what `main` is of itself.
SAME = {
    "codebook_version": "SELECT version, name, sha256, body, toml, note, declarations"
    " FROM codebook_version",
    "annotator": "SELECT key, uid, kind FROM annotator",
    "target": "SELECT * FROM target",
    "holder": "SELECT * FROM holder",
    "round": "SELECT key, kind, codebook, settings FROM round",
    "device": "SELECT uid, app, opened_at FROM device",
    "source": "SELECT sha256, codec, n_bytes, file_name, media_type, encoding, importer, steps,"
    " imported_at FROM source",
    "document": "SELECT uid, source, part, copy, title, author, outlet, published_on, url, lang,"
    " text_sha256, runs, meta, hidden FROM document",
    "paragraph": "SELECT d.uid, ord, start, p.kind, text FROM paragraph p"
    " JOIN document d ON d.id=p.document",
    "annotation": "SELECT a.uid, round, annotator, d.uid, paragraph, layer, target, holder, state,"
    " codes, primary_code, value, evidence, confidence, note, codebook, rev, changed_at, v.uid"
    " FROM annotation a JOIN document d ON d.id=a.document JOIN device v ON v.id=a.device",
    "event": "SELECT v.uid, device_seq, step, rest, at, annotator, thing, e.uid, rev, before,"
    " after, duration_ms FROM event e JOIN device v ON v.id=e.device",
}


def whole(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(store._file.rows(select), key=repr) for table, select in SAME.items()}


def bundle(store: Store) -> bytes:
    out = io.BytesIO()
    write_bundle(store, out)
    return out.getvalue()


def signed(lines: list[bytes]) -> bytes:
    """These lines with a last one that fits."""
    text = b"\n".join(lines) + b"\n"
    end = {"record": "end", "lines": len(lines), "sha256": hashlib.sha256(text).hexdigest()}
    return text + json.dumps(end).encode()


def merge(store: Store, path: Path, content: bytes):
    path.write_bytes(content)
    return merge_bundle(store, path, rename={}, same=set(), dry_run=False)


def act(store: Store, chance: random.Random) -> None:
    """Anything that one of two people can do in a project."""
    who = chance.choice(store.annotators())
    document = chance.choice(store.documents())
    paragraph = chance.randrange(document.n_paragraphs)
    place = Place("main", who.key, who.uid, document.id, document.uid, paragraph, "frame")
    word = chance.choice(["code", "none", "clear", "stance", "kind", "undo", "redo"])
    if word in {"undo", "redo"}:
        store.undo("main", who.key) if word == "undo" else store.redo("main", who.key)
    elif word == "kind":
        kind = chance.choice(KINDS)
        store.set_kind(document.id, paragraph, kind, round="main", annotator=who.key)
    elif word == "stance":
        holder = chance.choice(["author", "person:Ada “Venn”"])
        place = Place("main", who.key, who.uid, document.id, document.uid, paragraph, "stance",
                      "chinese_ai", holder)  # fmt: skip
        store.annotate([Change(place, Answer("coded", ("favour",)))], duration_ms=1234)
    else:
        span = Span(0, 1, "economic")
        code = Answer("coded", ("economic",), evidence=(span,), note="a\nb \\ 😀", confidence=2)
        answer = {"code": code, "none": Answer("none"), "clear": None}[word]
        store.annotate([Change(place, answer)])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000), n=st.integers(2, 30))
def test_bundle_read_into_a_fresh_project_is_the_same_project(
    seed: int, n: int, shipped: Codebook, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, chance = tmp_path_factory.mktemp("b"), random.Random(seed)  # noqa: S311  # no secret
    with (
        Store.create(folder / "one.annot", codebook=shipped) as one,
        Store.create(folder / "two.annot", codebook=shipped) as two,
    ):
        for number, text in enumerate(ARTICLES):
            one.add_article(import_text(text.encode(), file_name=f"{number}.txt"))
        for key in ("anna", "ben"):
            who = one.add_annotator(key)
            first = one.documents()[0]
            place = Place("main", key, who.uid, first.id, first.uid, 0, "frame")
            one.annotate([Change(place, Answer("none"))])
        for _ in range(n):
            act(one, chance)
        content = bundle(one)
        merged = merge(two, folder / "b.annot.jsonl", content)
        assert (merged.refused, merged.conflicts) == ([], [])
        assert whole(two) == whole(one)
        assert two.check() == []
        assert merge(two, folder / "b.annot.jsonl", content).backup is None
        assert merge(one, folder / "b.annot.jsonl", bundle(two)).backup is None


@pytest.fixture
def lines(make_project: Projects) -> list[bytes]:
    """The lines of a bundle but the last."""
    store = make_project()
    store.add_annotator("anna")
    first = store.documents()[0].id
    store.set_kind(first, 1, "quote", round="main", annotator="anna")
    return bundle(store).splitlines()[:-1]


def test_every_place_to_cut_it_off_is_noticed(
    lines: list[bytes], make_project: Projects, tmp_path: Path
) -> None:
    ours = make_project()
    content = signed(lines)
    before = whole(ours)
    for at in range(len(lines[0]) + 1, len(content) - 1, 97):
        with pytest.raises(RecordError, match="cut off"):
            merge(ours, tmp_path / "b.annot.jsonl", content[:at])
    with pytest.raises(RecordError, match="line 1 is nothing"):
        merge(ours, tmp_path / "b.annot.jsonl", content[: len(lines[0]) // 2])
    assert whole(ours) == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace(b"army", b"Army", 1), "is not as it was written"),
        (lambda text: text.replace(b'{"record":"event"', b'\n{"record":"event"'), "not as it was"),
        (lambda text: text + b"\n\n", "cut off"),
        (lambda text: text.replace(b"bundle/1", b"bundle/2", 1), "of another version"),
    ],
)
def test_what_was_changed_is_refused(
    change, words: str, lines: list[bytes], make_project: Projects, tmp_path: Path
) -> None:
    ours = make_project()
    before = whole(ours)
    with pytest.raises(RecordError, match=words):
        merge(ours, tmp_path / "b.annot.jsonl", change(signed(lines)))
    assert whole(ours) == before
    assert not list(tmp_path.glob("backups/*"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"record":"device","uid":"u","app":"a","opened_at":"t"}', "behind what refers to it"),
        (b'{"record":"spell"}', "Invalid value 'spell'"),
        (b'{"record":"device","uid":"\xff"}', "line 26 is nothing that a bundle holds"),
    ],
)
def test_line_that_belongs_nowhere_is_named(
    line: bytes, words: str, lines: list[bytes], make_project: Projects, tmp_path: Path
) -> None:
    with pytest.raises(RecordError, match=words):
        merge(make_project(), tmp_path / "b.annot.jsonl", signed([*lines, line]))


def test_bytes_in_a_change_that_are_no_text_are_named(
    lines: list[bytes], make_project: Projects, tmp_path: Path
) -> None:
    ours = make_project()
    before = whole(ours)
    lines[-1] = lines[-1].replace(b'"kind":"quote"', b'"kind":"qu\xc3te"')
    with pytest.raises(RecordError, match=f"line {len(lines)} is nothing that a bundle holds"):
        merge(ours, tmp_path / "b.annot.jsonl", signed(lines))
    assert whole(ours) == before


def test_numbers_that_no_project_can_hold_are_refused(
    lines: list[bytes], make_project: Projects, tmp_path: Path
) -> None:
    lines[-1] = lines[-1].replace(b'"rest":0', b'"rest":7')
    with pytest.raises(MergeError, match="no project can hold"):
        merge(make_project(), tmp_path / "b.annot.jsonl", signed(lines))
    lines[-1] = lines[-1].replace(b'"rest":7', b'"rest":36893488147419103232')
    with pytest.raises(RecordError, match="rest"):
        merge(make_project(), tmp_path / "b.annot.jsonl", signed(lines))


def test_column_with_line_feeds_stays_one_line(make_project: Projects) -> None:
    store = make_project()
    with store.write():
        store._file.run("UPDATE document SET meta='{\n \"desk\": [1,\n 2]}'")
    found = json.loads(bundle(store).splitlines()[-2])
    assert found["meta"] == {"desk": [1, 2]}


def test_article_without_a_file_has_none(make_project: Projects, tmp_path: Path) -> None:
    store, ours = make_project(()), make_project(())
    with store.write():
        store._file.run(
            "INSERT INTO document(uid, text_sha256) VALUES(?, ?)",
            "8d219544-b97a-5c52-b59b-da60e5735596", "0" * 64,
        )  # fmt: skip
    content = bundle(store)
    assert json.loads(content.splitlines()[-2])["source"] is None
    report = merge(ours, tmp_path / "b.annot.jsonl", content)
    assert "not what its hash says" in str(report.refused[0])


def test_bundle_is_exported_and_merged_by_its_content(
    make_project: Projects, tmp_path: Path
) -> None:
    store, ours = make_project(), make_project(())
    written = export_to_file(store, tmp_path / "all.txt", wish=Wish("bundle"))
    assert written.n == 0
    head = json.loads((tmp_path / "all.txt").read_bytes().splitlines()[0])
    assert (head["uid"], head["counts"]["document"]) == (store.project().uid, 2)
    report = merge_file(ours, tmp_path / "all.txt", rename={}, same=set(), dry_run=True)
    assert report.brought["documents"] == 2
    assert ours.documents() == []


def test_writer_tells_how_far_it_is(
    make_project: Projects, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.bundle_file._BUFFER", 1)
    told: list[int] = []
    out = io.BytesIO()
    store = make_project()
    write_bundle(store, out, told.append)
    assert told == list(range(2, len(out.getvalue().splitlines())))
    assert bundle(store) == out.getvalue()


def test_part_of_a_project_is_no_bundle(make_project: Projects, tmp_path: Path) -> None:
    store = make_project()
    with pytest.raises(AnnotatorError, match="cannot be only some"):
        export_to_file(store, tmp_path / "x", Selection(layers=("frame",)), wish=Wish("bundle"))
    with pytest.raises(AnnotatorError, match="tells annotators apart"):
        export_to_file(store, tmp_path / "x", wish=Wish("bundle", is_public=True))
    assert not (tmp_path / "x").exists()


def test_file_that_cannot_be_read_says_so(make_project: Projects, tmp_path: Path) -> None:
    with pytest.raises(MergeError, match="cannot be read"):
        merge_bundle(make_project(), tmp_path, rename={}, same=set(), dry_run=False)
