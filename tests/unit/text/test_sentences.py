"""Sentences: Punkt with parameters and repairs, invariants, and never the network."""

import builtins
import socket
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text import punkt_model
from annotator.text.importing import read_article
from annotator.text.sentences import sentence_spans

SCRAPED = Path(__file__).parents[2] / "fixtures" / "text" / "scraped_it.txt"


def cut(text: str, language: str = "it") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Firmato da C.J. Atkins.",
        "Lo scrive J. R. R. Bernasconi nel libro.",
        "Lo dice J.-P. Sartre.",
        "Il testo… contiene una pausa… e continua.",
        "“Vieni!” gridò, e poi tacque.",
        "Disse: “Basta….” – e se ne andò.",
        "È successo davvero, dell’agricoltura….”.",
        "Il prof. Rossi tace.",
    ],
)
def test_one_sentence_stays_whole(sentence):
    assert cut(f"Prima frase. {sentence} Poi un’altra.")[1:-1] == [sentence]


@pytest.mark.parametrize(
    "expected",
    [
        ["Lo dice l’O.N.U.", "Il testo è pubblico."],
        ["Nuova Cina….", "Ma dobbiamo essere lucidi."],
        ["Che fare?", "«Niente», disse.", "E così fu!"],
        ["Parole “troppo scarse”.", "L’“enorme divario” resta."],
    ],
)
def test_italian_sentences_are_parted(expected):
    assert cut(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["He met George W. Bush in the U.S.", "The meeting was short."],
        ["Dr. Smith left.", "“I am tired,” he said.", "Is it true?", "“Yes.”", "The end."],
        ["They flew to the U.K. Parliament was closed."],
    ],
)
def test_english_sentences_are_parted(expected):
    assert cut(" ".join(expected), "en-GB") == expected


@pytest.mark.parametrize("language", ["fr", "de", "und", "", "xx-Latn"])
def test_other_languages_are_parted_without_parameters(language):
    assert cut("Un mot. Deux mots! Trois… et demi.", language) == [
        "Un mot.",
        "Deux mots!",
        "Trois… et demi.",
    ]


@pytest.mark.parametrize("language", ["und", "", "und-Latn"])
@pytest.mark.parametrize(
    "expected",
    [
        ["Der 2. Weltkrieg ist z. B. für die Stadt nicht vorbei.", "Das ist so."],
        ["Τι λες;", "Τίποτα."],
        ["他来了。", "他走了。"],
        ["「はい。」と言った。", "以上。"],
        ["Это было в г. Туле.", "Потом всё."],
        ["കെ. കരുണാകരൻ വന്നു.", "പോയി."],
    ],
)
def test_an_unknown_language_is_told_by_letters_and_common_words(expected, language):
    space = "" if expected[0].endswith("。") else " "
    assert cut(space.join(expected), language) == expected


def test_the_scraped_article_has_thirty_sentences():
    found = [cut(paragraph.text) for paragraph in read_article(SCRAPED).paragraphs]
    assert sum(map(len, found)) == 30
    assert found[2] == ["Di R.L. Bernasconi – L’Eco della Pianura"]
    assert [len(found[place]) for place in (1, 8, 12)] == [2, 4, 1]
    assert found[8][-1] == "Il resto è venuto da sé, come l’acqua….”."


PIECES = st.lists(
    st.sampled_from(
        [*"Ab3 \n\u00a0\u2003\x1c.?!…؟”“«’()–è😀", "C.J.", "U.S.", "dott.", "Rossi", "12."]
    ),
    max_size=40,
)


@settings(deadline=None)
@given(
    PIECES.map("".join) | st.text(max_size=60),
    st.sampled_from(["it", "en", "de", "el", "ml", "zh", "tr", "und"]),
)
def test_sentences_are_rising_trimmed_and_complete(text, language):
    spans = sentence_spans(text, language)
    parts = [text[start:end] for start, end in spans]
    assert all(part and part == part.strip() for part in parts)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["Una frase breve. ", "a.", "a. ", "?! ", ". ", "«»”. \n", "J. ", "\n ", "x"]
)
def test_a_long_paragraph_takes_no_more_time_a_character(piece):
    text = piece * (60_000 // len(piece))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    assert len(cut("Una frase breve. " * 6_000)) == 6_000


def test_a_missing_splitter_leaves_one_sentence(monkeypatch):
    real = builtins.__import__

    def without_punkt(name, *args, **kwargs):
        if name == "punkt":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    punkt_model.punkt_of.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without_punkt)
    assert cut(" Una. Due. ") == ["Una. Due."]
    assert cut("  ") == []


def test_no_socket_is_opened(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("a socket was opened")

    punkt_model.punkt_of.cache_clear()
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for language in ("it", "en", "de"):
        assert len(sentence_spans("Una frase. Another one.", language)) == 2
