"""Tables of articles: which column holds what, one article a record, and what is refused."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text import corpora, packing
from annotator.text.columns import columns_of
from annotator.text.corpora import articles_of, column_names
from annotator.text.reading import Options
from annotator.text.records import delimiter_of

ROWS = [
    {"headline": "One", "body": "The river rose.\n\nIt fell again.", "Date": "2024-03-05", "id": 7},
    {"headline": "Two", "body": "Città “alta”, 😀.", "Date": "5 marzo 2024", "id": 8},
]


def read(content, key="csv", *, failed=None, **options):
    if isinstance(content, str):
        content = content.encode()
    file = io.BytesIO(content)
    found = articles_of(file, key, file_name="a", options=Options(**options), failed=failed)
    return list(found)


def refusal(content, key="csv", **options):
    with pytest.raises(ImportFailed) as caught:
        read(content, key, **options)
    return str(caught.value)


def table(rows=ROWS, delimiter=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def lines(rows=ROWS):
    return "\n".join(json.dumps(row) for row in rows)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (table(), "csv"),
        (table(delimiter=";"), "csv"),
        (table(delimiter="\t"), "tsv"),
        (table().encode("utf-16"), "csv"),
        ("\ufeff" + table(), "csv"),
        (lines(), "jsonl"),
        (lines() + "\n\n", "jsonl"),
        (json.dumps(ROWS, indent=1), "json"),
        (json.dumps(ROWS[0], indent=1) + "\n" + json.dumps(ROWS[1], indent=1), "json"),
        (json.dumps({"status": "ok", "articles": ROWS}), "json"),
    ],
)
def test_every_form_gives_the_same_articles(content, key):
    one, two = read(content, key)
    assert [p.text for p in one.paragraphs] == ["The river rose.", "It fell again."]
    assert two.text == "Città “alta”, 😀."
    assert [one.proposed(field) for field in ("title", "published_on")] == ["One", "2024-03-05"]
    assert two.proposed("published_on") == "2024-03-05"
    assert (one.meta, two.meta) == ({"id": "7"}, {"Date": "5 marzo 2024", "id": "8"})
    assert (one.part, two.part) == (0, 1)
    assert one.original is two.original
    assert one.original.sha256 == one.source_sha256


def test_other_encodings_are_told_from_the_place_where_they_show(monkeypatch):
    monkeypatch.setattr(packing, "MB", 1000)
    rows = [{"text": "plain"}] * 300 + [{"text": "la città è così, perché no: già"}]
    content = table(rows).encode("cp1252")
    assert read(content)[-1].text == "la città è così, perché no: già"
    assert "byte" in refusal(content, encoding="utf-8")
    assert read(content, encoding="cp1252")[-1].text.endswith("già")
    assert "klingon" in refusal(content, encoding="klingon")


def test_columns_are_taken_as_named():
    options = {"columns": {"text": "headline", "author": "body"}}
    (one, _) = read(table(), **options)
    assert (one.text, one.proposed("author")) == ("One", ROWS[0]["body"])
    assert one.steps[0]["options"] == {"text": "headline", "author": "body"}
    assert "there is no column “x”" in refusal(table(), columns={"text": "x"})
    assert "--text-column NAME); there are: a, (without a name)" in refusal("a,\n1,2\n").replace(
        "column 2", "(without a name)"
    )


def test_a_language_may_stand_in_a_column():
    (one,) = read("text,lang\nLa casa e il fiume non sono qui.,en\n")
    assert [c.value for c in one.candidates if c.field == "lang"] == ["en"]
    (one,) = read("text,lang\nLa casa e il fiume.,en\n", lang="fr")
    assert one.proposed("lang") == "fr"


def test_labels_are_counted_and_objects_opened():
    record = {"data": {"text": "The river."}, "annotations": [{"id": 1}, {"id": 2}], "n": [1, 2]}
    (one,) = read(json.dumps(record), "jsonl")
    assert one.text == "The river."
    assert {"step": "labels", "ignored": 2} in one.steps
    assert one.meta == {"n": "[1,2]"}
    (one,) = read("text,label\nThe river.,good\n")
    assert one.steps[-1] == {"step": "labels", "ignored": 1}


def test_records_without_text_are_told_and_the_others_read():
    told: list[ImportFailed] = []
    found = read('{"text": "Uno."}\n{"text": null}\n{"other": 1}\n', "jsonl", failed=told.append)
    assert len(found) == 1
    assert [str(error).split(":")[0] for error in told] == ["line 2", "line 3"]
    assert "line 2: the record has no text" in refusal('text,n\n" ",1\n')


@pytest.mark.parametrize(
    ("content", "key", "words"),
    [
        ("text,b\nx,y,z\n", "csv", "line 2: the row has 3 fields, but the first line names 2"),
        ('text,b\n"x\ny,z\n', "csv", "line 2: the row that begins here cannot be read"),
        ("text,text\n", "csv", "two columns are named “text”"),
        ("", "csv", "no record"),
        ("text\n", "csv", "no record"),
        ("\n", "jsonl", "no record"),
        ('{"text": "a"}\n{"text', "jsonl", "line 2: this is not JSON"),
        ("[1]", "jsonl", "line 1: an object of JSON is expected"),
        ('[{"text": "a"}, 3]', "json", "record 2: an object of JSON is expected"),
        ('{"text":\n\n oops}', "json", "line 3: this is not JSON"),
        ("[" * 100_000, "json", "not JSON"),
        ("[]", "json", "no record"),
        ('{"a": [{"b": 1}], "c": [{"d": 1}]}', "json", "which column holds the text"),
        ("text\n" + "a" * 10_000_001, "csv", "line 2: the text is longer"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(content, key, words):
    assert words in refusal(content, key)


@pytest.mark.parametrize("space", ["", " \n", " " * 25_000])
def test_objects_may_follow_one_another_after_any_white_space(space):
    found = read('{"text": "Uno."}' + space + '{"text": "Due."}' + space, "json")
    assert [each.text for each in found] == ["Uno.", "Due."]


def test_an_object_with_a_text_is_the_article_whatever_lists_stand_beside_it():
    record = {"text": "The river rose.", "comments": [{"text": "It did not."}]}
    (one,) = read(json.dumps(record, indent=1), "json")
    assert one.text == "The river rose."


def test_a_column_that_is_not_filled_in_proposes_nothing():
    columns = columns_of(["text", "title", "author", "date"], {})
    record = {"text": "The river.", "title": " ", "author": "Ada Venn", "date": "one day"}
    assert [(c.field, c.value) for c in columns.candidates(record)] == [("author", "Ada Venn")]


def test_a_quotation_mark_in_a_sample_that_is_cut_there_hides_no_delimiter():
    assert delimiter_of('text;n\n"One";1\n"Two, and a lon') == ";"
    assert delimiter_of("") == ","


def test_too_large_a_table_is_refused(monkeypatch):
    monkeypatch.setattr(corpora, "MAX_CORPUS_BYTES", 10)
    assert "larger than" in refusal(table())


def test_bytes_need_not_be_kept():
    (one, _) = read(table(), keep_source=False)
    assert one.original.packed is None


def test_odd_characters_are_replaced_and_told():
    (one,) = read('{"text": "a\\u0000b"}', "jsonl")
    assert one.text == "a\ufffdb"
    assert one.remarks[0].slug == "unreadable_characters"


def test_a_plain_name_goes_before_a_dotted_one():
    columns = columns_of(["meta.url", "text", "Link", "meta.source"], {})
    assert columns.fields == {"outlet": "meta.source", "url": "Link"}


def test_quotes_that_no_sniffer_reads_are_told_by_the_reader():
    assert refusal("\x00" + '"' * 200_000).startswith(("line", "which", "there"))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["csv", "tsv", "jsonl", "json"]),
    st.binary(max_size=60),
    st.integers(0, 400),
    st.integers(1, 255),
)
def test_any_bytes_give_articles_or_a_refusal(key, tail, place, flip):
    whole = (table() if key in {"csv", "tsv"} else lines()).encode() + tail
    content = bytearray(whole)
    content[place % len(content)] ^= flip
    try:
        found = read(bytes(content), key)
    except ImportFailed:
        return
    assert all(article.text.encode() for article in found)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (table(), "csv"),
        (table(delimiter="\t"), "tsv"),
        (lines(), "jsonl"),
        (json.dumps(ROWS), "json"),
    ],
)
def test_the_columns_of_a_table(content, key):
    assert column_names(io.BytesIO(content.encode()), key) == ("headline", "body", "Date", "id")


def test_the_columns_of_a_table_in_a_named_encoding():
    content = "città,testo\n1,2\n".encode("cp1252")
    assert column_names(io.BytesIO(content), "csv", "cp1252") == ("città", "testo")
    with pytest.raises(ImportFailed, match="there is no record"):
        column_names(io.BytesIO(b"one,two\n"), "csv")


def test_a_field_may_be_in_no_column():
    columns = columns_of(["text", "author", "title"], {"author": ""})
    assert columns.fields == {"title": "title"}
