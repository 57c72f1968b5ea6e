"""The labelled paragraphs of nineteen languages: both halves keep the bar."""

import pytest

from annotator.text.punkt_model import MODELS
from annotator.text.sentences import sentence_spans
from benchmarks.bench_sentences import (
    BAR,
    BAR_IT_EN,
    BAR_MAIN,
    HALVES,
    LANGUAGES,
    MAIN,
    OTHERS,
    bare,
    counted,
    joined,
    paragraphs,
    together,
)


def test_every_language_with_a_model_is_labelled():
    assert set(LANGUAGES) == {*MODELS, "zh", "ja"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_sentences_without_outer_space(language):
    labelled = [
        sentence for half in HALVES for each in paragraphs(language, half) for sentence in each
    ]
    assert all(sentence and sentence == sentence.strip() for sentence in labelled)
    assert len(labelled) >= (120 if language in MAIN else 6)


def test_positions_of_labels_are_ends_of_sentences():
    assert joined(["Una.", "Due.", "Tre."], "it") == ("Una. Due. Tre.", {4, 9})
    assert joined(["一。", "二。"], "zh") == ("一。二。", {2})


@pytest.mark.parametrize("half", HALVES)
def test_sentences_are_found_in_every_language(half):
    counts = {each: counted(each, half, sentence_spans) for each in LANGUAGES}
    assert together(counts.values()).f1 >= BAR
    assert min(counts[each].f1 for each in ("it", "en")) >= BAR_IT_EN
    assert min(each.f1 for each in counts.values()) >= BAR_MAIN


def test_sentences_are_found_in_paragraphs_of_others():
    counts = [counted(each, "others", sentence_spans) for each in OTHERS]
    assert together(counts).f1 >= BAR
    assert min(each.f1 for each in counts) >= BAR_MAIN
    alone = together(counted(each, "others", bare) for each in OTHERS)
    assert together(counts).f1 - alone.f1 > 0.1


def test_rules_find_what_punkt_alone_does_not():
    ours, alone = (
        together(counted(each, half, split) for each in MODELS for half in HALVES).f1
        for split in (sentence_spans, bare)
    )
    assert ours - alone > 0.1
