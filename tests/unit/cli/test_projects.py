"""`new` and `demo`: projects made, and nothing half-made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from annotator.cli import run
from annotator.store import Store
from annotator.study.demo import ANNOTATORS, TITLE, make_demo
from annotator.study.seeds import make_seed_project
from annotator.study.simulation import simulated_paragraph

if TYPE_CHECKING:
    from pathlib import Path


def test_new_project_is_empty_and_has_the_shipped_codebook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "chips.annot"
    assert run(["new", str(path)]) == 0
    assert "framing_stance 1.0.0" in capsys.readouterr().out
    with Store.open(path) as store:
        assert store.documents() == []
        assert store.project().title == "chips"
        assert [each.key for each in store.rounds()] == ["main"]
        assert store.codebook_toml().startswith("#")


def test_new_project_takes_a_codebook_and_a_title(tmp_path: Path) -> None:
    book = tmp_path / "mood.toml"
    book.write_text(
        'format = 1\n[codebook]\nkey = "mood"\nversion = "2.1.0"\nlanguages = ["en"]\n'
        'title = "Mood"\n[[layer]]\nkey = "mood"\nlabel = "Mood"\nquestion = "How is it?"\n'
        'answer = "single"\nunit = "paragraph"\n'
        '[[layer.code]]\nkey = "glad"\nlabel = "Glad"\ndefinition = "It smiles."\n'
        '[[layer.code]]\nkey = "sad"\nlabel = "Sad"\ndefinition = "It weeps."\n'
    )
    path = tmp_path / "m.annot"
    assert run(["new", str(path), "--codebook", str(book), "--title", "Moods"]) == 0
    with Store.open(path) as store:
        assert store.project().title == "Moods"
        assert store.codebook().about.key == "mood"


@pytest.mark.parametrize("command", ["new", "demo"])
def test_existing_file_is_never_overwritten(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.annot"
    path.write_text("my only copy")
    assert run([command, str(path)]) == 2
    assert "there is already a file of this name" in capsys.readouterr().err
    assert path.read_text() == "my only copy"


@pytest.mark.parametrize("command", ["new", "demo"])
def test_missing_folder_is_said(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, str(tmp_path / "none" / "x.annot")]) == 2
    assert "choose a folder that exists" in capsys.readouterr().err


def test_bad_codebook_makes_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.toml").write_text("format = 9\n")
    assert run(["new", str(tmp_path / "x.annot"), "--codebook", str(tmp_path / "bad.toml")]) == 2
    assert not (tmp_path / "x.annot").exists()
    assert "bad.toml" in capsys.readouterr().err


def test_demo_says_what_it_made_and_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my demo.annot"
    assert run(["demo", str(path), "--seed", "4"]) == 0
    out = capsys.readouterr().out
    assert "7 articles" in out
    assert f'annotator agreement "{path}"' in out
    assert "(simulated)" in out


def test_demo_is_marked_as_simulated_wherever_it_is_met(
    demo: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert "simulated" in TITLE
    with Store.open(demo) as store:
        assert store.project().title == TITLE
        assert all("simulated" in each.key for each in store.annotators())
    for command in ("status", "export", "agreement"):
        assert run([command, str(demo)]) == 0
        assert b"simulated" in capsysbinary.readouterr().out


def test_same_seed_gives_the_same_answers_and_another_others(tmp_path: Path) -> None:
    texts = []
    for name, seed in (("a", "3"), ("b", "3"), ("c", "4")):
        path, out = tmp_path / f"{name}.annot", tmp_path / f"{name}.jsonl"
        assert run(["demo", str(path), "--seed", seed]) == 0
        assert run(["export", str(path), "-o", str(out)]) == 0
        # What is drawn at random once for every person and every opening of a file.
        texts.append(re.sub(r'"(uid|annotator_uid|device)":"[^"]*"', "", out.read_text()))
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


@pytest.mark.parametrize("seed", range(3))
def test_agreement_of_the_demo_is_that_of_people(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "d.annot"
    make_demo(path, seed=seed)
    assert run(["agreement", str(path), "--ci", "0", "--format", "json"]) == 0
    results = msgspec.json.decode(capsys.readouterr().out)["results"]
    frame = next(one for one in results if one["layer"] == "frame" and one["distance"] == "masi")
    values = {one["code"]: one["value"] for one in frame["per_code"]} | {None: frame["value"]}
    assert set(values) >= {None, "economic", "geopolitical", "ideological", "environmental"}
    assert all(0.4 < value < 0.95 for value in values.values()), values
    stance = [
        one["value"]
        for one in results
        if one["layer"] == "stance" and one["step"] == "addressed" and one["target"] is None
    ]
    assert len(stance) >= 1
    assert all(0.4 < value < 0.97 for value in stance), stance


def test_demo_that_is_interrupted_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def tires(*arguments: object) -> object:
        calls.append(1)
        if len(calls) > 200:
            raise KeyboardInterrupt
        return simulated_paragraph(*arguments)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr("annotator.study.demo.simulated_paragraph", tires)
    assert run(["demo", str(tmp_path / "d.annot")]) == 130
    assert list(tmp_path.glob("*annot*")) == []


def test_seed_project_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object, __: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Store, "add_article", fails)
    with pytest.raises(MemoryError):
        make_seed_project(tmp_path / "s.annot")
    assert list(tmp_path.glob("*annot*")) == []


def test_last_simulated_annotator_has_an_article_to_go(demo: Path) -> None:
    with Store.open(demo) as store:
        last = store.documents()[-1].id
        answered = [bool(store.annotations(last, "main", key)) for key in ANNOTATORS]
    assert answered == [True, True, False]
