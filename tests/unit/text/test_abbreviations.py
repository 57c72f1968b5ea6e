"""The table of abbreviations: well formed, and found as texts write them."""

import tomllib
from pathlib import Path

import pytest

import annotator.text.abbreviations as module
from annotator.text.abbreviations import abbreviations
from annotator.text.punkt_model import MODELS

TABLE = tomllib.loads(
    Path(module.__file__).with_name("abbreviations.toml").read_text(encoding="utf-8")
)
LISTS = ("always", "number", "often", "ends", "starters")


def test_every_language_with_a_model_has_a_table():
    assert set(TABLE) == {"und", *MODELS}


@pytest.mark.parametrize("language", TABLE)
def test_a_table_is_well_formed(language):
    table = TABLE[language]
    assert set(LISTS) <= set(table) <= {*LISTS, "ordinals", "goes_on"}
    assert table.get("ordinals", "noun") in {"noun", "roman"}
    assert not any(word.endswith(".") for key in LISTS for word in table[key].split())
    assert table["starters"] == table["starters"].lower()


@pytest.mark.parametrize("language", TABLE)
def test_no_word_has_two_meanings(language):
    always, often, ends = (set(TABLE[language][key].split()) for key in ("always", "often", "ends"))
    assert not always & often
    assert not always & ends
    assert not often & ends


def test_small_letters_mean_a_capital_too_and_titles_are_found_in_capitals():
    english = abbreviations("en")
    assert {"mr", "Mr", "MR", "Gen", "GEN"} <= english.always
    assert "gen" not in english.always
    assert {"p.m", "P.m"} <= english.ends
    assert english.always | english.number | english.often | english.ends == english.listed


def test_other_languages_have_a_common_table_and_everybodys_starters():
    other = abbreviations("xx")
    assert "prof" in other.always
    assert {"the", "il", "der"} <= other.starters
    assert other.ordinals == ""
