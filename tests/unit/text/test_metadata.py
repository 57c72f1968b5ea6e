"""What an article says of itself."""

import pytest

from annotator.model import Article
from annotator.text.dates import dates_in
from annotator.text.importing import import_text
from annotator.text.languages import language_candidate, primary_language

BODY = "Il consiglio ha votato e la seduta è finita tardi, ma non è stata inutile."
HEADS = {
    "it": "La città non è più quella che era, e il sindaco lo dice con una certa amarezza.",
    "en": "The city is not what it was, and the mayor has said so with some regret.",
    "fr": "La ville n’est plus ce qu’elle était, et le maire le dit avec une certaine tristesse.",
    "de": "Die Stadt ist nicht mehr, was sie war, und der Bürgermeister sagt es mit Bedauern.",
    "es": "La ciudad ya no es lo que era, y el alcalde lo dice con una cierta amargura.",
}


def article(*texts: str, lang: str | None = None) -> Article:
    return import_text("\n\n".join(texts).encode(), file_name="a.txt", lang=lang)


def proposed(name: str, *texts: str) -> str | None:
    return article(*texts).proposed(name)


def test_candidates_stand_where_they_say():
    byline = "Di Anna Bianchi – Il Corriere Locale"
    found = article("Un titolo", byline, "Roma, 3 maggio 2024", BODY)
    decoded = found.content.decode()
    assert {c.field for c in found.candidates} == {
        "title", "author", "outlet", "published_on", "lang",
    }  # fmt: skip
    for candidate in found.candidates:
        if candidate.start is not None:
            assert decoded[candidate.start : candidate.end] == candidate.words


def test_candidates_stand_where_they_say_with_carriage_returns_too():
    content = "\ufeffUn titolo\r\nsu due righe\r\n\r\nDi Anna Bianchi\r\n\r\n" + BODY
    found = import_text(content.encode(), file_name="a.txt")
    decoded = content.removeprefix("\ufeff")
    assert found.proposed("title") == "Un titolo su due righe"
    for candidate in found.candidates[:2]:
        assert decoded[candidate.start : candidate.end] == candidate.words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03", "2024-03"),
        ("2024-03-12T10:00:00Z", "2024-03-12"),
        ("12 marzo 2024", "2024-03-12"),
        ("1º gennaio 2024", "2024-01-01"),
        ("March 12, 2024", "2024-03-12"),
        ("12th March 2024", "2024-03-12"),
        ("Dec. 3, 2021", "2021-12-03"),
        ("le 1er août 2023", "2023-08-01"),
        ("30. Jänner 2020", "2020-01-30"),
        ("3 de enero del 2022", "2022-01-03"),
        ("octubre de 2022", "2022-10"),
        ("Oktober 2022", "2022-10"),
    ],
)
def test_dates_are_read_as_they_are_written(text, value):
    assert [written.value for written in dates_in(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["2024-13-01", "1999-2001", "nel 1957", "555-2024-03", "30 Feb 2024", "2024", "mar 2020"],
)
def test_what_is_no_date_is_none(text):
    assert dates_in(text) == []


def test_dates_come_in_their_order():
    values = [written.value for written in dates_in("March 3, 2024; 2020-01; 4 mai 2021")]
    assert values == ["2024-03-03", "2020-01", "2021-05-04"]


@pytest.mark.parametrize(
    "texts",
    [
        ("12 marzo 2024", BODY),
        ("12 marzo 2024 – " + BODY, BODY),
        ("date 2024-03-12 del consiglio", BODY),
        ("Un titolo", "Di Anna Bianchi, 12 marzo 2024", BODY),
        ("Un titolo", "Di Anna Bianchi – 12 marzo 2024", BODY),
        ("Un titolo", "ROMA, 12 marzo 2024 – " + BODY),
        ("Un titolo", BODY, "Il testo è stato pubblicato il 12 marzo 2024."),
        ("Un titolo", *[BODY] * 20, "Published on March 12, 2024."),
    ],
)
def test_the_articles_own_date_is_proposed(texts):
    assert proposed("published_on", *texts) == "2024-03-12"
    assert proposed("outlet", *texts) is None


def test_dates_of_a_text_are_told_apart_whatever_stands_between():
    text = (
        "12 May 2020 of the 2021-03, 14.  de\n febrero   del 2022; june 2023 to 2024, 31 may 20251"
    )
    found = [(text[each.start : each.end], each.value) for each in dates_in(text)]
    assert found == [
        ("12 May 2020", "2020-05-12"),
        ("2021-03", "2021-03"),
        ("14.  de\n febrero   del 2022", "2022-02-14"),
        ("june 2023", "2023-06"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        (BODY + " Era il 12 marzo 1957.", BODY),
        ("La strage del 12 marzo 2001", BODY),
        ("Un titolo", *[BODY] * 9, "12 marzo 2001", *[BODY] * 9),
    ],
)
def test_a_date_that_the_article_writes_about_is_not(texts):
    assert proposed("published_on", *texts) is None


def test_an_address_is_found_without_the_full_stop_after_it():
    found = article("Un titolo", BODY + " (https://example.org/a?b=c).", BODY)
    assert found.proposed("url") == "https://example.org/a?b=c"
    assert proposed("url", *[BODY] * 9, "https://example.org/", *[BODY] * 9) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("È QUI. «È» là, più in là: così", "è 2, più 1, in 1"),
        ("“The”\xa0end—the…the3the٣the", "the 5"),
    ],
)
def test_words_are_counted_between_marks_and_figures_whatever_their_case(text, words):
    candidate = language_candidate(text)
    assert candidate is not None
    assert candidate.words == words


@pytest.mark.parametrize("language", HEADS)
def test_the_language_is_told_by_its_function_words(language):
    candidate = language_candidate(HEADS[language])
    assert candidate is not None
    assert candidate.value == language
    word, count = candidate.words.split(", ")[0].split()
    assert HEADS[language].lower().replace(",", "").split().count(word) == int(count)


@pytest.mark.parametrize(
    "text",
    ["", "Merkel Macron Draghi Sánchez", "Премьер заявил, что", "la de casa", "x " * 50 + "il"],
)
def test_a_language_in_doubt_is_none(text):
    assert language_candidate(text) is None


def test_the_language_given_wins():
    found = article(HEADS["en"], BODY, lang="fr")
    assert [c.value for c in found.candidates if c.field == "lang"] == ["fr"]


@pytest.mark.parametrize(("code", "language"), [("it-IT", "it"), ("EN_gb", "en"), ("und", "und")])
def test_a_region_is_no_other_language(code, language):
    assert primary_language(code) == language
