"""Files into a project: nearly equal texts are told; metadata of a table join by file name."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from annotator.codebook import read_codebook
from annotator.errors import ImportFailed
from annotator.model import Remark
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.study import intake as module
from annotator.study.intake import Intake, Wishes
from annotator.study.metadata_table import join, read_metadata
from annotator.text.importing import import_text

if TYPE_CHECKING:
    from pathlib import Path

WORDS = " ".join(f"word{n}" for n in range(200))


@pytest.fixture
def store(tmp_path: Path):
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    with Store.create(tmp_path / "study.annot", codebook=codebook) as made:
        yield made


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    return folder / name


def near(intake: Intake, path: Path) -> list[str]:
    return [str(each) for each in intake.take(path).remarks if each.slug == "nearly_the_same"]


@pytest.mark.parametrize("dry_run", [False, True])
def test_nearly_the_same_text_is_told(store: Store, tmp_path: Path, dry_run: bool) -> None:
    one = put(tmp_path, "one.txt", f"{WORDS}.")
    other = put(tmp_path, "other.txt", f"{WORDS} and so on.")
    intake = Intake(store, Wishes(dry_run=dry_run))
    assert near(intake, one) == []
    assert near(intake, other) == ["98 % of its text is that of “one.txt”; is it the same article?"]
    assert near(intake, put(tmp_path, "far.txt", "Something else altogether.")) == []


def test_articles_that_were_there_are_compared_too(store: Store, tmp_path: Path) -> None:
    Intake(store, Wishes()).take(put(tmp_path, "one.txt", f"{WORDS}."))
    other = put(tmp_path, "other.txt", f"{WORDS} and so on.")
    assert "“one”" in near(Intake(store, Wishes()), other)[0]
    again = Intake(store, Wishes(keep_duplicates=True))
    assert near(again, other) == []


def test_of_many_articles_what_was_lost_is_told_but_not_how_lines_were_joined(
    store: Store, tmp_path: Path
) -> None:
    line = "queste parole riempiono una riga che arriva quasi fino al margine\n"
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as archive:
        archive.writestr("a.txt", f"{line * 8}e finisce qui.")
        archive.writestr("b.txt", f"{line * 9}e finisce\0 qui.")
    intake = Intake(store, Wishes(dry_run=True))
    one = intake.take(put(tmp_path, "one.txt", f"{line * 8}e finisce qui."))
    assert [each.slug for each in one.remarks] == ["wrapped_lines_joined"]
    both = Intake(store, Wishes(keep_duplicates=True)).take(tmp_path / "both.zip")
    assert [str(each) for each in both.remarks] == [
        "articles with zero bytes, which stand as U+FFFD: 1"
    ]


@pytest.mark.parametrize("slug", ["download_cut_off", "download_left_out", "tracked_changes"])
def test_what_is_remarked_in_several_articles_of_a_file_is_counted(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slug: str
) -> None:
    found = [
        replace(
            import_text(f"Text {n}.".encode(), file_name="a.txt"),
            part=n,
            remarks=(Remark(slug=slug, template="of one", values={}),),
        )
        for n in range(3)
    ]
    monkeypatch.setattr(module, "read_articles", lambda *_args, **_named: iter(found))
    fate = Intake(store, Wishes(dry_run=True)).take(tmp_path / "a.rtf")
    assert [(each.slug, each.values) for each in fate.remarks] == [(slug, {"n": 3})]
    assert str(fate.remarks[0]).endswith(": 3")


def test_remarks_on_many_articles_are_counted(store: Store, tmp_path: Path) -> None:
    table = put(tmp_path, "a.jsonl", '{"text": "It stops"}\n{"text": "So does this"}\n')
    fate = Intake(store, Wishes()).take(table)
    assert [str(remark) for remark in fate.remarks] == [
        "articles that stop without a full stop, perhaps cut off: 2"
    ]
    odd = put(tmp_path, "b.jsonl", '{"text": "Di seguito"}\n{"text": "Fine\\u0085 bene."}\n')
    assert Intake(store, Wishes()).take(odd).n_taken == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,title\na,b\n", "no column “file”"),
        ("file,title\na.txt,b\nx/a.txt,c\n", "line 3: the file “a.txt” has two rows"),
        ("file,published_on\na.txt,3/4/2025\n", "line 2: “3/4/2025” is not a date"),
    ],
)
def test_a_table_that_is_not_clear_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ImportFailed, match=r"table\.csv: ") as caught:
        read_metadata(put(tmp_path, "table.csv", text))
    assert words in str(caught.value)


def test_what_the_table_says_wins_and_the_rest_stays(store: Store, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        Intake(store, Wishes()).take(put(tmp_path, f"{folder}/same.txt", f"Text {folder}."))
    Intake(store, Wishes()).take(put(tmp_path, "one.txt", "Una frase.\n\nDi Ada Venn – Il Foglio"))
    rows = "file,title,published_on,page,author\nsame.txt,x,,,\none.txt,A title,5 marzo 2024,3,\n"
    table = read_metadata(put(tmp_path, "table.csv", rows))
    joined = join(store, table)
    assert joined.n_changed == 1
    assert "is the file of 2 articles" in str(joined.remarks[0])
    said = store.metadata(store.documents()[-1].id)
    assert (said.title, said.published_on, said.meta) == ("A title", "2024-03-05", {"page": "3"})
    assert join(store, table).n_changed == 0
    with pytest.raises(KeyError):
        store.metadata(99)  # type: ignore[arg-type]  # no such document


def test_parts_of_a_file_are_there_by_their_number(store: Store, tmp_path: Path) -> None:
    table = put(tmp_path, "a.csv", "text,other\nUno.,Primo.\nDue.,Secondo.\n")
    assert Intake(store, Wishes()).take(table).n_taken == 2
    from annotator.text.reading import Options

    other = Wishes(options=Options(columns={"text": "other"}))
    assert Intake(store, other).take(table).n_there == 2
    assert [document.title for document in store.documents()] == ["a", "a 2"]
