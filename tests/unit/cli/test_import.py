"""`import`: articles in, failures listed, a dry run that writes nothing, twice is once."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from annotator.cli import run
from annotator.cli.articles import in_words
from annotator.resources import seed_articles
from annotator.store import Store
from annotator.study import intake
from annotator.text.importing import import_text
from annotator.text.reading import read_articles

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
    def read(path: Path, *given: Any, **options: Any) -> object:
        if path.name == "c.txt":
            raise KeyboardInterrupt
        return read_articles(path, *given, **options)

    monkeypatch.setattr(intake, "read_articles", read)
    assert run(["import", str(project), str(folder)]) == 130
    assert titles(project) == ["Who pays for the bridge"]
    with Store.open(project) as store:
        assert store.check() == []


ROWS = [
    {
        "headline": f"Title {n}",
        "text": f"The {n} rivers rose on Monday.\n\nNobody knew {n}.",
        "id": n,
    }
    for n in range(3)
]


def lines_of(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_table_of_articles_goes_in_whole_and_says_so_in_one_line(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text(lines_of(ROWS))
    assert run(["import", str(project), str(table)]) == 0
    assert "3 articles, 6 paragraphs" in capsys.readouterr().out
    assert titles(project) == ["Title 0", "Title 1", "Title 2"]
    with Store.open(project) as store:
        document = store.documents()[1]
        assert store.metadata(document.id).meta == {"id": "1"}
        source = store.source(document.id)
        assert source is not None
        assert source.content == table.read_bytes()
        assert store.check() == []
    assert run(["import", str(project), str(table)]) == 0
    assert "0 taken in, 3 already there" in capsys.readouterr().out


def test_table_with_a_broken_line_leaves_nothing(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text(lines_of(ROWS) + '{"text": ')
    assert run(["import", str(project), str(table)]) == 2
    assert titles(project) == []


def test_columns_are_taken_as_named_and_bytes_left_out_where_asked(
    project: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,c\nThe river rose on Monday.,A headline,14 March 2024\n")
    named = ["--text-column", "a", "--title-column", "b", "--date-column", "c", "--no-source"]
    assert run(["import", str(project), str(table), *named]) == 0
    with Store.open(project) as store:
        document = store.documents()[0]
        assert (document.title, document.published_on) == ("A headline", "2024-03-14")
        source = store.source(document.id)
        assert source is not None
        assert source.content is None
        assert source.sha256 == sha256(table)


def test_many_failures_of_one_file_are_cut_short(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text(lines_of([*ROWS, *[{"text": ""}] * 25]))
    assert run(["import", str(project), str(table)]) == 2
    err = capsys.readouterr().err
    assert "line 4: the record has no text" in err
    assert err.endswith("and 5 more\n")
    assert len(titles(project)) == 3


def test_labels_are_counted_with_the_line_that_merges_them(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "labelled.jsonl"
    table.write_text(lines_of([{"text": "The river rose.", "label": [[0, 3, "X"], [4, 9, "Y"]]}]))
    assert run(["import", str(project), str(table)]) == 0
    out = capsys.readouterr().out
    assert "(2)" in out
    assert f"annotator merge PROJECT {table} --annotator KEY" in out


def test_labels_beside_a_text_are_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("The river rose.")
    (tmp_path / "a.ann").write_text("T1\tX 0 3\tThe\n")
    assert run(["import", str(project), str(tmp_path / "a.txt")]) == 0
    assert f"merge PROJECT {tmp_path / 'a.ann'}" in capsys.readouterr().out


def test_report_can_be_json(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = folder / "meta.csv"
    table.write_text("file,author\na.txt,Zoe\n")
    assert run(["import", str(project), str(folder / "a.txt"), str(folder / "b.txt"), "--json",
                "--metadata", str(table)]) == 2  # fmt: skip
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("taken") for line in lines] == [1, 0, None]
    assert lines[1]["failures"]
    assert lines[2]["metadata_changed"] == 1


def test_metadata_join_articles_that_are_there(
    project: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["import", str(project), str(folder / "a.txt")])
    table = folder / "meta.csv"
    table.write_text("file,author,outlet,ward\na.txt,Zoe Ward,The Gazette,north\nno.txt,x,y,z\n")
    assert run(["import", str(project), "--metadata", str(table), "--dry-run"]) == 0
    assert "1 articles would say" in capsys.readouterr().out
    assert run(["import", str(project), "--metadata", str(table)]) == 0
    out = capsys.readouterr().out
    assert "author was “Ada Venn” and is “Zoe Ward” now" in out
    assert "no article came from a file named “no.txt”" in out
    with Store.open(project) as store:
        said = store.metadata(store.documents()[0].id)
    assert (said.author, said.outlet, said.meta) == ("Zoe Ward", "The Gazette", {"ward": "north"})


def test_nothing_to_import_is_said(project: Path) -> None:
    assert run(["import", str(project)]) == 2


def test_one_author_of_several_is_named_and_an_encoding_only_where_there_is_one() -> None:
    article = import_text(BRIDGE.encode(), file_name="a.txt")
    (author,) = [each for each in article.candidates if each.field == "author"]
    other = replace(author, value="Bo Lind")
    article = replace(article, encoding=None, candidates=(author, other))
    assert in_words(article) == "3 paragraphs (1 title, 1 byline), author “Ada Venn”"
