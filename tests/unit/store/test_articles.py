from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import StoreError
from annotator.model import Candidate, Paragraph, canonical_text, document_uid, sha256_hex

if TYPE_CHECKING:
    from annotator.store import Store


def test_article_comes_back_as_it_was(store, article) -> None:
    given = article("Uno.", "Due 😀 più.", "Tre")
    added = store.add_article(given)
    text = "Uno.\n\nDue 😀 più.\n\nTre"
    assert added.uid == document_uid(sha256_hex(text))
    assert store.paragraphs(added.document) == [
        Paragraph("Uno.", "body", 0),
        Paragraph("Due 😀 più.", "body", 6),
        Paragraph("Tre", "body", 18),
    ]
    assert canonical_text([p.text for p in store.paragraphs(added.document)]) == text
    source = store.source(added.document)
    assert source.content == given.content
    assert (source.sha256, source.file_name, source.encoding, source.steps) == (
        sha256_hex(given.content),
        "a.txt",
        "utf-8",
        [],
    )
    assert store.source(99) is None
    assert store.paragraphs(99) == []


@pytest.mark.parametrize("n", [1, 20, 21, 45])
def test_every_paragraph_of_a_long_article_is_stored(store, article, n) -> None:
    texts = [f"Paragraph {number}." for number in range(n)]
    added = store.add_article(article(*texts))
    assert [each.text for each in store.paragraphs(added.document)] == texts


def test_metadata_are_the_first_candidates(store, article) -> None:
    candidates = tuple(
        Candidate(field, value)  # type: ignore[arg-type]  # mypy widens literals in tuples
        for field, value in [
            ("title", "  Prezzi \n in picchiata "),
            ("title", "Other"),
            ("author", "Ada"),
            ("outlet", "Il Foglio"),
            ("published_on", "2025-02"),
            ("url", "https://example.org/a"),
            ("lang", "it"),
        ]
    )
    store.add_article(article(candidates=candidates))
    (document,) = store.documents()
    assert (document.title, document.author, document.outlet) == (
        "Prezzi in picchiata",
        "Ada",
        "Il Foglio",
    )
    assert (document.published_on, document.url, document.lang) == (
        "2025-02",
        "https://example.org/a",
        "it",
    )
    assert (document.n_paragraphs, document.file_name) == (4, "a.txt")


def test_article_without_candidates_is_named_after_its_title_or_file(store, article) -> None:
    import msgspec

    plain = article("Testo.", name="folder/my article.v2.txt")
    titled = article("Riga.", "Titolo", "Altro")
    paragraphs = (titled.paragraphs[0], Paragraph("Titolo", "title"), titled.paragraphs[2])
    store.add_article(plain)
    store.add_article(msgspec.structs.replace(titled, paragraphs=paragraphs))
    first, second = store.documents()
    assert (first.title, second.title) == ("my article.v2", "Titolo")
    assert first.file_name == "my article.v2.txt"
    assert (first.author, first.published_on, first.lang) == (None, None, "und")


def test_odd_date_is_left_out(store: Store, article) -> None:
    store.add_article(article(candidates=(Candidate("published_on", "last week"),)))
    assert store.documents()[0].published_on is None


def test_same_bytes_or_same_text_are_there_already(store: Store, article) -> None:
    import msgspec

    first = store.add_article(article("Uno."))
    same_text = msgspec.structs.replace(article("Uno."), content=b"\xef\xbb\xbfUno.\r\n")
    other_text = msgspec.structs.replace(article("Uno!"), content=b"Uno.")
    for again in (article("Uno."), same_text, other_text):
        found = store.add_article(again)
        assert (found.document, found.uid, found.already_there) == (first.document, first.uid, True)
        assert store.find_article(again) == found
    assert store.find_article(article("Due.")) is None
    assert len(store.documents()) == 1


def test_duplicates_are_kept_when_asked(store: Store, article) -> None:
    uids = [store.add_article(article("Uno."), keep_duplicates=True).uid for _ in range(3)]
    text = sha256_hex("Uno.")
    assert uids == [document_uid(text, copy) for copy in range(3)]
    assert store.check() == []


def test_many_articles_in_one_transaction(store: Store, article) -> None:
    def fail() -> None:
        with store.write():
            store.add_article(article("Due."))
            raise RuntimeError("in the middle")

    with store.write():
        store.add_article(article("Uno."))
        with pytest.raises(RuntimeError):
            fail()
        store.add_article(article("Tre."))
    assert [store.paragraphs(d.id)[0].text for d in store.documents()] == ["Uno.", "Tre."]


def test_error_in_a_transaction_leaves_nothing(store: Store, article) -> None:
    def fail() -> None:
        with store.write():
            store.add_article(article("Uno."))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert store.documents() == []
    store.add_article(article("Due."))


def test_kinds_of_paragraphs_come_by_article_in_reading_order(store, article) -> None:
    one = store.add_article(article("Uno.", "Due.", "Tre.")).document
    two = store.add_article(article("Quattro.")).document
    assert store.kinds() == {one: ["body", "body", "body"], two: ["body"]}
    with store.write():
        store._file.run("UPDATE paragraph SET kind='title' WHERE document=? AND ord=1", one)
        store._file.run("UPDATE document SET hidden=1 WHERE id=?", two)
    assert store.kinds() == {one: ["body", "title", "body"]}


def test_hidden_articles_are_left_out(coding) -> None:
    coding.frame("economic")
    with coding.store.write():
        coding.store._file.run("UPDATE document SET hidden=1")
    assert coding.store.documents() == []
    assert list(coding.store.records()) == []
    assert len(coding.store.layer_answers(["frame"])["frame"].answer) == 0
    assert coding.store.counts().annotations == 0


def test_text_that_is_none_is_told(store: Store, article) -> None:
    store.add_article(article("Uno."))
    with store.write():
        store._file.run("UPDATE document SET title=CAST(x'ff' AS TEXT)")
    with pytest.raises(StoreError, match="damaged"):
        store.documents()


def test_bytes_alone_may_be_missing(store, article) -> None:
    added = store.add_article(article("Uno."))
    with store.write():
        store._file.run("UPDATE source SET bytes=NULL")
    assert store.source(added.document).content is None
    assert store.check() == []


def test_a_thousand_articles_are_listed_with_their_paragraphs_counted(store: Store) -> None:
    numbers = range(1, 1001)
    with store.write():
        store._file.run_many(
            "INSERT INTO source(sha256, bytes, n_bytes, file_name, media_type, importer,"
            " imported_at) VALUES(?, zeroblob(6000), 1, 'a.txt', 'text/plain', 'text', 'now')",
            ((f"{number:064}",) for number in numbers),
        )
        store._file.run_many(
            "INSERT INTO document(uid, source, text_sha256) VALUES(?, ?, ?)",
            ((f"{number:036}", f"{number:064}", f"{number:064}") for number in numbers),
        )
        store._file.run_many(
            "INSERT INTO paragraph(document, ord, start, text) VALUES(?, ?, ?, 'x')",
            ((number, ord_, 3 * ord_) for number in numbers for ord_ in range(5)),
        )
    documents = store.documents()
    assert (len(documents), documents[-1].n_paragraphs, documents[-1].file_name) == (
        1000,
        5,
        "a.txt",
    )
