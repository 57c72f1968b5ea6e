"""Whole files: the scraped article, refusals in words, limits, folders."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text import limits
from annotator.text.importing import article_files, import_text, opened, read_article
from annotator.text.words import is_word, word_spans

SCRAPED = Path(__file__).parents[2] / "fixtures" / "text" / "scraped_it.txt"


def refusal(content: bytes, name: str = "a.txt", **options: str) -> str:
    with pytest.raises(ImportFailed) as caught:
        import_text(content, file_name=name, **options)
    return str(caught.value)


def slugs(content: bytes, name: str = "a.txt") -> list[str]:
    return [remark.slug for remark in import_text(content, file_name=name).remarks]


@pytest.fixture(scope="module")
def scraped():
    return read_article(SCRAPED)


class TestScrapedArticle:
    """Leading space and junk, cut at both ends, byline, headings, quotations, apostrophes."""

    def test_its_bytes_are_kept(self, scraped):
        assert len(scraped.content) == 2519
        assert scraped.content == SCRAPED.read_bytes()
        assert (scraped.file_name, scraped.encoding) == ("scraped_it.txt", "utf-8")

    def test_its_canonical_text(self, scraped):
        assert len(scraped.content.decode()) == 2410
        assert len(scraped.text) == 2409
        assert hashlib.sha256(scraped.text.encode()).hexdigest() == (
            "db1cc502e944ca42b1f83666a6ebb640f7349a031972182819a79d6adc7dbc83"
        )
        assert scraped.runs == ((0, 1, 2409),)

    def test_its_paragraphs(self, scraped):
        assert len(scraped.paragraphs) == 16
        for paragraph in scraped.paragraphs:
            end = paragraph.start + len(paragraph.text)
            assert scraped.text[paragraph.start : end] == paragraph.text

    def test_its_kinds(self, scraped):
        kinds = {place: p.kind for place, p in enumerate(scraped.paragraphs) if p.kind != "body"}
        assert kinds == {
            1: "quote",
            2: "byline",
            5: "heading",
            8: "quote",
            9: "heading",
            13: "heading",
            15: "fragment",
        }
        assert scraped.paragraphs[12].text == "Non è detto che abbiano torto."

    def test_its_candidates(self, scraped):
        found = [(c.field, c.value, c.start, c.end) for c in scraped.candidates]
        assert found == [
            ("author", "R.L. Bernasconi", 335, 350),
            ("outlet", "L’Eco della Pianura", 353, 372),
            ("published_on", "2025-03", 6, 13),
            ("lang", "it", None, None),
        ]
        decoded = scraped.content.decode()
        for candidate in scraped.candidates[:3]:
            assert decoded[candidate.start : candidate.end] == candidate.words

    def test_its_remarks_name_the_junk_and_the_cut(self, scraped):
        junk, cut_off = scraped.remarks
        assert (junk.slug, junk.paragraph) == ("junk_at_head", 0)
        assert "“date 2025-03”" in str(junk)
        assert (cut_off.slug, cut_off.paragraph) == ("cut_off_end", 15)
        assert "¶ 16" in str(cut_off)

    def test_its_steps_are_written_down(self, scraped):
        steps = {step["step"]: step for step in scraped.steps}
        assert steps["import"]["importer"] == "text"
        assert steps["decode"] == {"step": "decode", "encoding": "utf-8", "found": "utf-8"}
        assert steps["line_ends"]["found"] == {"LF": 30}
        assert (steps["paragraphs"]["rule"], steps["paragraphs"]["n"]) == ("blank_lines", 16)
        assert (steps["junk"]["start"], steps["junk"]["end"]) == (1, 13)
        assert json.dumps(scraped.steps)

    def test_its_words(self, scraped):
        spans = word_spans(scraped.text, "it")
        assert len(spans) == 477
        assert sum(is_word(scraped.text[start:end]) for start, end in spans) == 398

    @pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
    def test_other_line_ends_give_the_same_text(self, scraped, end):
        decoded = scraped.content.decode().replace("\n", end)
        other = import_text(decoded.encode(), file_name="a.txt")
        assert other.text == scraped.text
        assert [p.kind for p in other.paragraphs] == [p.kind for p in scraped.paragraphs]
        assert other.runs is not None
        assert len(other.runs) == 16
        for start, at, length in other.runs:
            assert other.text[start : start + length] == decoded[at : at + length]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le"])
    def test_other_encodings_give_the_same_text(self, scraped, encoding):
        content = scraped.content.decode().encode(encoding)
        assert import_text(content, file_name="a.txt").text == scraped.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b" \r\n\t\xc2\xa0", "no text"),
        (b"\x89PNG\r\n\x1a\n....", "is PNG"),
        (b"%PDF-1.7\n...", "is PDF"),
        (b"{\\rtf1 x}", "is RTF"),
        (b"PK\x03\x04....word/document.xml", "Word (DOCX)"),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", "EPUB"),
        (b"PK\x03\x04....", "is ZIP"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\n<!-- x --><!DOCTYPE html><title>", "is HTML"),
        ("<html><p>".encode("utf-16"), "is HTML"),
        (b"<?xml version='1.0'?><a/>", "is XML"),
        (b'[{"text": "x"}]', "is JSON"),
        (b'{"schema":"annotation/1","uid":"x"}\n', "annotator merge PROJECT a.txt"),
        (bytes(100), "binary"),
    ],
)
def test_what_is_no_plain_text_is_refused_in_words(content, words):
    message = refusal(content)
    assert message.startswith("a.txt: ")
    assert words in message


def test_the_name_counts_only_where_the_content_says_nothing():
    assert "is CSV" in refusal(b"a,b\n1,2\n", "table.csv")
    assert "is TSV" in refusal(b"a\tb\n1\t2\n", "TABLE.TSV")
    assert slugs(b"Una frase intera.", "page.HTML") == ["name_and_content_differ"]


def test_an_unknown_encoding_is_refused_with_the_file():
    assert refusal(b"x", encoding="klingon").startswith("a.txt: the encoding “klingon”")


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        ("Una frase.\0 Un’altra frase, più lunga.".encode(), "zero_bytes"),
        ("Perché\ufffd no.".encode(), "unreadable_characters"),
        ("Perché no, così è.".encode() + b"\xc3", "unreadable_characters"),
        ("Una riga\x85 e basta.".encode(), "control_characters"),
        (b"Non finisce", "cut_off_end"),
    ],
)
def test_what_is_odd_about_a_text_is_said(content, slug):
    assert slug in slugs(content)


def test_every_remark_and_step_speaks_words():
    content = "date 2024-05 e poi\0 una\x85 frase \ufffd che non finisce più, né qui né altrove"
    article = import_text(content.encode() + b"\xc3", file_name="a.pdf")
    assert all(str(remark) for remark in article.remarks)
    replaced = [step for step in article.steps if step["step"] == "replace"]
    assert [(step["what"], step["n"]) for step in replaced] == [("undecodable", 2), ("U+0000", 1)]


def wrapped(n: int) -> bytes:
    line = "queste parole riempiono una riga che arriva quasi fino al margine"
    return "\n".join([*[line] * n, "e finisce qui."]).encode()


def test_wrapped_lines_are_said():
    assert slugs(wrapped(8)) == ["wrapped_lines_joined"]
    verses = (b"un verso dopo l'altro, ognuno con la sua misura e il suo respiro\n" * 8) + b"x" * 80
    assert slugs(verses)[0] == "wrapped_lines_kept"
    assert {p.kind for p in import_text(verses, file_name="a").paragraphs} == {"body", "fragment"}


def test_the_options_are_written_down():
    article = import_text(b"citt\xe0.", file_name="a.txt", encoding="latin-1", lang="it")
    assert article.steps[0]["options"] == {"encoding": "latin-1", "lang": "it"}
    assert article.steps[1]["found"] == "given"
    assert (article.encoding, article.proposed("lang")) == ("iso8859-1", "it")


class TestLimits:
    """Refused, and what is within is taken."""

    def test_fifty_megabytes_are_refused(self):
        assert "10000000 characters" in refusal(b"Una frase. " * (50 * 2**20 // 11))

    def test_fifty_megabytes_of_data_are_called_so(self):
        assert "binary" in refusal(bytes(range(1, 256)) * (50 * 2**20 // 255))

    def test_a_hundred_thousand_paragraphs_are_taken(self):
        content = b"\n\n".join([b"Una frase intera."] * limits.MAX_PARAGRAPHS)
        article = import_text(content, file_name="a.txt")
        assert len(article.paragraphs) == limits.MAX_PARAGRAPHS

    def test_one_more_is_refused(self):
        content = b"\n\n".join([b"Una frase."] * (limits.MAX_PARAGRAPHS + 1))
        assert "100000 paragraphs" in refusal(content)

    def test_one_endless_line_is_refused(self):
        assert "paragraph 1 has 5000000 characters" in refusal(b"a" * 5_000_000)


class TestReading:
    """Paths: what cannot be read says why."""

    def refusal(self, path: Path) -> str:
        with pytest.raises(ImportFailed) as caught:
            read_article(path)
        return str(caught.value)

    def test_a_missing_file(self, tmp_path):
        message = self.refusal(tmp_path / "no.txt")
        assert message.startswith(str(tmp_path / "no.txt"))
        assert "no such file" in message

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
    def test_a_pipe_that_nobody_writes_to(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.txt")
        assert "this is a pipe" in self.refusal(tmp_path / "pipe.txt")

    def test_a_medium_that_fails_while_it_is_read(self, tmp_path):
        (tmp_path / "a.txt").write_text("x")
        with pytest.raises(ImportFailed) as caught, opened(tmp_path / "a.txt"):
            raise OSError(5, "Input/output error")
        assert str(caught.value).startswith(f"{tmp_path / 'a.txt'}: ")
        assert "cannot be read" in str(caught.value)

    def test_a_folder(self, tmp_path):
        assert "this is a folder" in self.refusal(tmp_path)

    def test_a_path_that_leads_through_a_file(self, tmp_path):
        (tmp_path / "a.txt").write_text("x")
        assert "cannot be read" in self.refusal(tmp_path / "a.txt" / "b.txt")

    def test_a_path_that_no_system_takes(self):
        assert "cannot be read" in self.refusal(Path("a\0b.txt"))

    def test_a_file_that_may_not_be_read(self, tmp_path, monkeypatch):
        def refuse(*_args, **_kwargs):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        assert "Permission denied" in self.refusal(tmp_path / "a.txt")

    def test_a_file_larger_than_the_limit(self, tmp_path):
        path = tmp_path / "big.txt"
        with path.open("wb") as file:
            file.truncate(limits.MAX_FILE_BYTES + 1)
        assert "larger than 64 MB" in self.refusal(path)

    def test_a_refusal_names_the_path(self, tmp_path):
        path = tmp_path / "a.txt"
        path.write_bytes(b"%PDF-1.7")
        assert self.refusal(path).startswith(f"{path}: the file is PDF")

    def test_options_are_handed_on(self, tmp_path):
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xe0 vrai dire, c'est vrai.")
        article = read_article(path, encoding="latin-1", lang="fr")
        assert (article.text[0], article.proposed("lang")) == ("à", "fr")

    @pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
    def test_a_name_that_is_no_text_becomes_text(self, tmp_path):
        path = tmp_path / os.fsdecode(b"citt\xe0.txt")
        path.write_text("Una frase.")
        assert read_article(path).file_name == "citt\ufffd.txt"


class TestFiles:
    """Which files a list of paths means."""

    def test_folders_are_walked_by_name(self, tmp_path):
        for name in ("b.txt", "a/2.txt", "a/1.md", "a/c/0.txt", "Z.txt"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("x")
        found = [str(path.relative_to(tmp_path)) for path in article_files([tmp_path])]
        assert found == ["Z.txt", "a/1.md", "a/2.txt", "a/c/0.txt", "b.txt"]

    def test_a_project_is_refused_without_being_opened(self, tmp_path):
        with pytest.raises(ImportFailed, match="this is a project") as refused:
            read_article(tmp_path / "not even there.annot")
        assert "annotator " in str(refused.value)

    def test_what_is_no_article_by_its_name_is_passed_over(self, tmp_path):
        for name in ("a.txt", "codebook.toml", "README.md", "LICENSE"):
            (tmp_path / name).write_text("x")
        assert list(article_files([tmp_path])) == [tmp_path / "a.txt"]
        assert list(article_files([tmp_path / "README.md"])) == [tmp_path / "README.md"]

    def test_hidden_files_links_and_projects_are_passed_over(self, tmp_path):
        (tmp_path / "a.txt").write_text("x")
        (tmp_path / ".hidden.txt").write_text("x")
        (tmp_path / ".folder").mkdir()
        (tmp_path / ".folder" / "b.txt").write_text("x")
        (tmp_path / "study.ANNOT").write_text("x")
        (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
        (tmp_path / "round").symlink_to(tmp_path)
        os.mkfifo(tmp_path / "pipe.txt")
        assert list(article_files([tmp_path])) == [tmp_path / "a.txt"]

    def test_a_given_path_is_yielded_as_it_is(self, tmp_path):
        given_paths = [tmp_path / ".hidden.txt", tmp_path / "missing.txt", tmp_path / "x.annot"]
        assert list(article_files(given_paths)) == given_paths

    def test_a_folder_that_cannot_be_listed_is_left_to_the_reader(self, tmp_path, monkeypatch):
        def refuse(_self):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "iterdir", refuse)
        assert list(article_files([tmp_path])) == [tmp_path]


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
def test_any_bytes_give_an_article_or_a_refusal(content):
    try:
        article = import_text(content, file_name="a.txt")
    except ImportFailed as error:
        article = import_text(str(error).encode(), file_name="a.txt")
    assert article.text.encode().decode() == article.text
    assert "\0" not in article.text
    assert all(paragraph.text.strip() == paragraph.text for paragraph in article.paragraphs)


def test_importing_the_room_loads_nothing_slow():
    program = (
        "import sys, annotator.text.importing, annotator.text.sentences, annotator.text.words\n"
        "print([n for n in ('nltk', 'punkt', 'charset_normalizer', 'numpy') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
