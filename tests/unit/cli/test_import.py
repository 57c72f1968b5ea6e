"""`import`: articles in, failures listed, a dry run that writes nothing, twice is once."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.resources import seed_articles
from annotator.store import Store
from annotator.study import intake

if TYPE_CHECKING:
    from pathlib import Path

BRIDGE = "Who pays for the bridge\n\nBy Ada Venn\n\nNobody has said so far, and time is short.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "study.annot"
    assert run(["new", str(path)]) == 0
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them deeper down, and a file that is none."""
    folder = tmp_path / "articles"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(BRIDGE)
    (folder / "b.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    (folder / "more" / "c.txt").write_text("The second\n\nThe river rose again on Monday.\n")
    return folder


def titles(project: Path) -> list[str]:
    with Store.open(project) as store:
        return [document.title for document in store.documents()]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_folder_with_a_bad_file_is_listed_and_the_rest_goes_in(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", str(project), str(folder)]) == 2
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert err.startswith(f"failed    {folder / 'b.txt'}: ")
    assert out.endswith("2 taken in, 0 already there, 1 failed\n")
    assert titles(project) == ["Who pays for the bridge", "The second"]


def test_line_says_what_was_found_in_the_article(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["import", str(project), str(folder / "a.txt")])
    line = next(line for line in capsys.readouterr().out.splitlines() if "taken in" in line)
    assert "3 paragraphs (1 title, 1 byline), utf-8" in line.replace("UTF-8", "utf-8")
    assert "author “Ada Venn”" in line


def test_second_time_everything_is_there_already(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = [str(path) for path in seed_articles()]
    assert run(["import", str(project), *seeds]) == 0
    assert run(["import", str(project), *seeds]) == 0
    assert capsys.readouterr().out.endswith("0 taken in, 7 already there, 0 failed\n")
    assert len(titles(project)) == 7


def test_duplicate_is_kept_where_asked(project: Path, folder: Path) -> None:
    article = str(folder / "a.txt")
    assert run(["import", str(project), article]) == 0
    assert run(["import", str(project), article, "--keep-duplicates"]) == 0
    assert titles(project) == ["Who pays for the bridge"] * 2


def test_dry_run_writes_nothing_and_counts_as_the_real_one(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(folder / "a.txt", folder / "d.txt")
    before = sha256(project)
    assert run(["import", str(project), str(folder), "--dry-run"]) == 2
    said = capsys.readouterr().out.splitlines()[-1]
    assert sha256(project) == before
    assert said == "2 would be taken in, 1 already there, 1 failed"
    assert run(["import", str(project), str(folder)]) == 2
    assert capsys.readouterr().out.splitlines()[-1] == said.replace("would be taken", "taken")
    assert sha256(project) != before


def test_dry_run_knows_what_is_there_and_what_would_be_kept(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = str(folder / "a.txt")
    run(["import", str(project), article])
    run(["import", str(project), article, "--dry-run"])
    assert "0 would be taken in, 1 already there" in capsys.readouterr().out
    run(["import", str(project), article, "--dry-run", "--keep-duplicates"])
    assert "1 would be taken in, 0 already there" in capsys.readouterr().out


def test_folder_of_the_project_itself_can_be_walked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.parent / "a.txt").write_text(BRIDGE)
    assert run(["import", str(project), str(project.parent)]) == 0
    assert capsys.readouterr().out.endswith("1 taken in, 0 already there, 0 failed\n")


def test_encoding_and_language_are_taken_as_given(project: Path, tmp_path: Path) -> None:
    article = tmp_path / "old.txt"
    article.write_bytes("Il caffè è caro\n\nNessuno sa perché.\n".encode("cp850"))
    run(["import", str(project), str(article), "--encoding", "cp850", "--lang", "it"])
    with Store.open(project) as store:
        document = store.documents()[0]
        assert document.lang == "it"
        assert store.paragraphs(document.id)[0].text == "Il caffè è caro"


def test_export_of_answers_is_refused_with_the_line_to_type(
    demo: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "answers.jsonl"
    run(["export", str(demo), "-o", str(out)])
    capsys.readouterr()
    assert run(["import", str(project), str(out)]) == 2
    assert "annotator merge" in capsys.readouterr().err
    assert titles(project) == []


def test_interrupted_import_keeps_the_articles_that_were_taken(
    project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = intake.read_articles

    def read(path: Path, *given: object, **options: object) -> object:
        if path.name == "c.txt":
            raise KeyboardInterrupt
        return real(path, *given, **options)

    monkeypatch.setattr(intake, "read_articles", read)
    assert run(["import", str(project), str(folder)]) == 130
    assert titles(project) == ["Who pays for the bridge"]
    with Store.open(project) as store:
        assert store.check() == []
