"""Kinds are suggestions, each with its rule."""

import pytest

from annotator.text.kinds import byline_in, ends_like_a_sentence, junk_in, kinds_of

LONG = "una parola dopo l’altra, e poi un’altra ancora, fino a che la riga non basta più"


def kind_of(text: str) -> str:
    """In the middle of an article."""
    return kinds_of(["Un titolo", text, "Fine."])[1]


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("Di R.L. Bernasconi – L’Eco della Pianura", "R.L. Bernasconi", "L’Eco della Pianura"),
        ("di Élodie d’Arc", "Élodie d’Arc", None),
        ("A cura di Anna Bianchi e Luca Verdi", "Anna Bianchi e Luca Verdi", None),
        ("BY JOHN SMITH", "JOHN SMITH", None),
        ("By Reuters", "Reuters", None),
        ("By John Smith, Political Editor", "John Smith", None),
        ("By John Smith, Jane Doe and Ann Roe", "John Smith, Jane Doe and Ann Roe", None),
        ("By Anna B.", "Anna B.", None),
        ("Par Jean-Luc de la Tour | Le Courrier", "Jean-Luc de la Tour", "Le Courrier"),
        ("Von Hans Müller — Die Woche", "Hans Müller", "Die Woche"),
        ("Por María García - El Diario", "María García", "El Diario"),
        ("Da Redazione – Il Foglio Locale", "Redazione", "Il Foglio Locale"),
    ],
)
def test_a_byline_names_author_and_outlet(line, author, outlet):
    byline = byline_in(line)
    assert byline is not None
    assert line[slice(*byline.author)] == author
    assert (line[slice(*byline.outlet)] if byline.outlet else None) == outlet
    assert kind_of(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Di più",
        "Da Parigi",
        "Di Maio attacca Renzi",
        "Da New York a Roma",
        "By the way",
        "By John Smith.",
        "Von der Leyen attacca",
        "By " + "Anna " * 20 + "Bianchi",
    ],
)
def test_a_preposition_alone_makes_no_byline(line):
    assert byline_in(line) is None


@pytest.mark.parametrize(
    "text",
    ["Corsa ai pozzi", "Meno acqua (e più grano)", "La strage del 12 marzo 2001", "Print is"],
)
def test_a_short_line_without_terminal_mark_is_a_heading(text):
    assert kind_of(text) == "heading"
    assert kinds_of([text, "Fine."])[0] == "title"
    assert kinds_of([text, text, "Fine."], with_headings=False)[1] == "body"


@pytest.mark.parametrize(
    "text",
    ["Che fare?", "Non basta.", "“Basta così”", "‘Basta’ dice", "Così disse:", LONG + " " + LONG],
)
def test_length_alone_makes_no_heading(text):
    assert kind_of(text) == "body"


@pytest.mark.parametrize("text", ["E poi accadde che il", "Un titolo in fondo", LONG])
def test_a_last_paragraph_without_terminal_mark_is_a_fragment(text):
    assert kinds_of(["Un titolo", text])[1] == "fragment"


@pytest.mark.parametrize("end", [".", "!”", "…", "»", ".)", ".’", ".[3]", "?“", "。", ": ", "؟"])
def test_terminal_marks_and_closing_quotes_end_a_sentence(end):
    assert ends_like_a_sentence("Finisce" + end)
    assert kinds_of(["Un titolo", "Finisce" + end])[1] == "body"


@pytest.mark.parametrize("end", ["", ",", "’", " –", "2.0", ")"])
def test_other_marks_do_not(end):
    assert not ends_like_a_sentence("Finisce" + end)


@pytest.mark.parametrize(
    "text",
    [
        "Share this article",
        "Condividi su Facebook",
        "We use cookies to improve your experience.",
        "Questo sito usa cookie tecnici",
        "Subscribe to our newsletter for more stories like this one.",
        "Home > Esteri > Asia",
        "https://example.org/a/b",
        "© 2024 Una Testata",
        "Skip to content",
        "Pubblicità",
        "Leggi anche: altro",
        "Print",
    ],
)
def test_remains_of_the_page_are_boilerplate(text):
    assert kind_of(text) == "boilerplate"
    assert kinds_of(["Un titolo", text])[1] == "boilerplate"


@pytest.mark.parametrize(
    "text", ["Share prices fall on Monday", "Stampa estera in allarme", "Home prices rise"]
)
def test_ordinary_words_of_pages_are_not(text):
    assert kind_of(text) == "heading"


@pytest.mark.parametrize(
    "text",
    [
        "12 marzo 2024",
        "Roma, lunedì 12 marzo 2024",
        "Monday, March 3, 2024",
        "Pubblicato il 12 marzo 2024 alle 10:30",
        "Last updated: 2024-03-03T10:00Z",
        "Le 1er mars 2024",
        "date 2025-02",
    ],
)
def test_a_line_that_is_a_date_is_a_dateline(text):
    assert kind_of(text) == kinds_of([text, "Fine."])[0] == "dateline"


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("date 2025-03 della cooperativa disse:", "date 2025-03"),
        ("12 marzo 2024 – Il governo", "12 marzo 2024"),
        ("Pubblicato il 3 maggio 2023 Il governo", "Pubblicato il 3 maggio 2023"),
        ("Skip to content Home > The minister said", "Skip to content Home >"),
        ("Advertisement 3 May 2024 The minister said", "Advertisement 3 May 2024"),
        ("Data from the ministry in May 2024", None),
        ("Home prices rose", None),
        ("In 2024 it rained", None),
    ],
)
def test_a_first_paragraph_that_opens_with_junk_stays_body(text, junk):
    found = junk_in(text)
    assert (text[slice(*found)] if found else None) == junk
    if junk:
        assert kinds_of([text, "Fine."])[0] == "body"


QUOTED = [
    f"“{LONG}”.",
    f"“{LONG}….”.",
    f"„{LONG}.“",
    f"« {LONG} »",
    f'"{LONG}."',
    f"»{LONG}«",
    f"“{LONG} ‘altra’ l’acqua”",
    f"“{LONG} “dentro” {LONG}”",
]


@pytest.mark.parametrize("text", QUOTED)
def test_a_whole_quotation_after_a_colon_is_a_quote(text):
    assert kinds_of(["Disse così:", text, "Fine."]) == ["body", "quote", "body"]


@pytest.mark.parametrize("text", QUOTED)
def test_without_the_colon_it_is_body(text):
    assert kind_of(text) == "body"


@pytest.mark.parametrize(
    "text", ["“Breve”.", f"“{LONG}” disse, e poi: “{LONG}”.", f"{LONG} “altra”.", f"“{LONG}."]
)
def test_what_is_not_one_long_quotation_is_body(text):
    assert kinds_of(["Disse così:", text, "Fine."])[1] == "body"


def test_a_quotation_runs_over_paragraphs_that_each_open_it():
    texts = ["Disse:", f"“{LONG}.", f"“{LONG}.", "“Basta”.", f"“{LONG}”."]
    assert kinds_of(texts) == ["body", "quote", "quote", "quote", "body"]


@pytest.mark.parametrize("texts", [[f"“{LONG}.", "Basta”."], [f"“{LONG}.", "“Basta” disse."]])
def test_a_quotation_that_is_not_taken_up_is_body(texts):
    assert kinds_of(["Disse:", *texts, "Fine."])[1] == "body"


def test_many_open_quotations_take_linear_time():
    texts = ["Disse:", *["“apre e non chiude:"] * 50_000, "Fine."]
    assert set(kinds_of(texts)) == {"body"}
