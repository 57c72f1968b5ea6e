"""nltk's Punkt with trained parameters: what it is asked, and what it knows."""

import pytest

from annotator.text.punkt_model import MODELS, punkt_of


@pytest.mark.parametrize("language", MODELS)
def test_every_model_comes_with_the_package(language):
    assert punkt_of(language) is punkt_of(language)


def test_nineteen_languages_have_a_model():
    assert " ".join(MODELS) == "cs da de el en es et fi fr it ml nl no pl pt ru sl sv tr"


def test_a_model_knows_abbreviations_and_which_words_begin_sentences():
    english = punkt_of("en")
    assert not english.parts("okla", "Tulsa")
    assert english.parts("table", "Then")
    assert english.begins_sentences("Yesterday")
    assert not english.begins_sentences("Tulsa")


def test_without_a_model_every_full_stop_parts():
    nothing = punkt_of("xx")
    assert nothing.parts("okla", "Tulsa")
    assert not nothing.begins_sentences("Yesterday")
