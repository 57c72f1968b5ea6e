"""What ends a sentence and what does not, case by case; `|` stands where a sentence ends."""

import pytest

from annotator.text.sentences import sentence_spans


def marked(text: str, language: str) -> str:
    return " | ".join(text[start:end] for start, end in sentence_spans(text, language))


def assert_parted(language: str, expected: str) -> None:
    assert marked(expected.replace(" | ", " "), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("it", "«Vieni!» gridò. | «No.» | Poi tacque."),
        ("en", "“Is it true?” Smith asked. | “Yes!” | The end."),
        ("en", "“Is it true?” | “Smith asked.”"),
        ("fr", "« Partez ! » | Il sortit. | « Bon », dit-elle."),
        ("fr", "«\u00a0Partez\u202f!\u00a0» | Il sortit."),
        ("de", "„Komm!“ | Er kam. | »Ja.« | Sie ging."),
        ("sv", "”Kom!” ropade han. | ”Ja.” | Han kom."),
        ("es", "¿Quién es? | ¡Nadie! | —Soy yo —dijo. | —No."),
        ("el", "Τι λες; | Τίποτα. | «Πού πας;» ρώτησε."),
        ("el", "Τι λες\u037e | Τίποτα."),
        ("ar", "من أنت؟ | أنا هنا. | نعم."),
        ("hi", "वह आया। | वह गया।"),
        ("it", "Un gesto (!) Incredibile. | Poi […] Il resto. | […] Fine."),
        ("it", "Era vero.[1] | Tutti lo sapevano."),
        ("it", "Era vero.² | Tutti lo sapevano.\u200b | Anche loro."),
        ("ml", "“വരൂ!” | എന്നിട്ട് പോയി."),
        ("ml", "“വരൂ!” എന്ന് അവൻ പറഞ്ഞു. | “വരൂ!” | അവൻ പോയി."),
        ("nl", "Het regende. | 's Avonds niet. 't was laat."),
        ("en", "It sold. | iPhone sales fell. “i” is a letter."),
    ],
)
def test_quotations_and_questions(language, expected):
    assert_parted(language, expected)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("it", "Non so... forse... | Chissà… | «Basta…» | E poi?"),
        ("it", "Sono circa... 20 persone. | Erano «venti…» | 30 no."),
        ("de", "Sie hat … Geld. | Er hat keines … | Das war alles."),
        ("en", "Wait . . . | What?"),
    ],
)
def test_an_ellipsis_ends_a_sentence_before_a_capital(language, expected):
    assert_parted(language, expected)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("È finita.Il governo cade.", ["È finita.", "Il governo cade."]),
        ("È finita!Roma tace.", ["È finita!", "Roma tace."]),
        ("«È finita.»Roma tace.", ["«È finita.»", "Roma tace."]),
        ("È finita.«Roma tace».", ["È finita.", "«Roma tace»."]),
        ("Si usa Node.Js e ASP.Net.", ["Si usa Node.Js e ASP.Net."]),
        ("Vedi www.roma.Il e a@casa.La oggi.", ["Vedi www.roma.Il e a@casa.La oggi."]),
        ("La casa.ABC tace.", ["La casa.ABC tace."]),
        ("Che fare?ABC tace.", ["Che fare?ABC tace."]),
        ("Costa 3.500 euro.", ["Costa 3.500 euro."]),
        ("?A", ["?A"]),
        (" !A", ["!A"]),
    ],
)
def test_a_lost_space_is_seen_between_words(text, parts):
    assert [text[start:end] for start, end in sentence_spans(text, "it")] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Prima parte\n\nSeconda parte", ["Prima parte", "Seconda parte"]),
        ("Il prof.\n\nRossi", ["Il prof.", "Rossi"]),
        ("Servono:\n• il pane\n• le rose", ["Servono:", "• il pane", "• le rose"]),
        (
            "Titolo breve\nQui comincia il testo, che è molto più lungo del suo titolo.",
            ["Titolo breve", "Qui comincia il testo, che è molto più lungo del suo titolo."],
        ),
        (
            "Una riga che va a capo\ncosì come viene, perché il testo è largo quanto basta.",
            ["Una riga che va a capo\ncosì come viene, perché il testo è largo quanto basta."],
        ),
        (
            "Lo ha detto ieri il professor\nRossi, che insegna da anni a Pisa.",
            ["Lo ha detto ieri il professor\nRossi, che insegna da anni a Pisa."],
        ),
        ("Ecco.\nPoi altro.", ["Ecco.", "Poi altro."]),
        ("Una riga  \n  \n Due\n", ["Una riga", "Due"]),
    ],
)
def test_lines_part_sentences_where_they_are_no_wrapped_text(text, parts):
    assert [text[start:end] for start, end in sentence_spans(text, "it")] == parts


@pytest.mark.parametrize("text", ["Basta. –", "Fine.” »", "Così. … ("])
def test_marks_without_words_stay_with_what_is_before(text):
    assert sentence_spans(text, "it") == [(0, len(text))]


def test_an_eastern_full_stop_ends_a_sentence_anywhere():
    assert marked("他来了。他走了。", "und") == "他来了。 | 他走了。"


def test_the_figure_of_a_note_belongs_to_the_sentence_before():
    text = "Il libro ha molti refusi.1 La seconda edizione no. Vedi v.1 La casa."
    assert [text[start:end] for start, end in sentence_spans(text, "it")] == [
        "Il libro ha molti refusi.1",
        "La seconda edizione no.",
        "Vedi v.1 La casa.",
    ]
