"""The canonical form: nothing is lost, and only what a codebook says decides its hash."""

import json
import tomllib
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.codebook import (
    canonical_json,
    codebook_sha256,
    from_canonical_json,
    parse_codebook,
    read_codebook,
)
from annotator.model import About, Codebook, in_language
from annotator.resources import shipped_codebook

FIXTURES = Path(__file__).parents[1] / "fixtures" / "codebooks"
VOICE = (FIXTURES / "voice.toml").read_text(encoding="utf-8")
HARBOUR = (FIXTURES / "harbour.toml").read_text(encoding="utf-8")


def parsed(toml):
    codebook = parse_codebook(toml).codebook
    assert codebook is not None
    return codebook


def test_it_has_sorted_keys_no_spaces_no_defaults_and_utf_8():
    toml = VOICE.replace('"Quiet"', '"Però"').replace('"single"', '"single"\nrequired = true')
    about = '{"key":"voice","languages":["en"],"title":{"en":"Voice"},"version":"0.1.0"}'
    words = "Nothing is pressed on the reader."
    quiet = f'"definition":{{"en":"{words}"}},"key":"quiet","label":{{"en":"Però"}}'
    words = "The reader is urged, warned or hurried."
    loud = f'"definition":{{"en":"{words}"}},"key":"loud","label":{{"en":"Loud"}}'
    layer = (
        f'"answer":"single","code":[{{{quiet}}},{{{loud}}}],"key":"volume",'
        '"label":{"en":"Volume"},"question":{"en":"How loud is the paragraph?"},"unit":"paragraph"'
    )
    expected = f'{{"codebook":{about},"format":1,"layer":[{{{layer}}}]}}'
    assert canonical_json(parsed(toml)).decode() == expected


def test_the_hash_of_the_smallest_codebook_never_changes():
    # Projects name their codebooks by it.
    assert codebook_sha256(parsed(VOICE)) == VOICE_SHA256


VOICE_SHA256 = "1cc096048b8a0a8e5ce8ae932c162bdb17c1aad1379e70432623af8301aba1db"


def test_a_default_that_is_written_out_makes_no_other_codebook():
    defaults = (
        'states = ["none", "cannot_tell", "skipped"]\nrequired = true\nholder = false\n'
        'kinds = ["title", "heading", "body", "quote", "caption", "fragment"]\n'
    )
    toml = VOICE.replace('answer = "single"\n', f'answer = "single"\n{defaults}')
    assert codebook_sha256(parsed(toml)) == codebook_sha256(parsed(VOICE))


def test_minus_zero_is_zero():
    toml = HARBOUR.replace("value = 0\n", "value = -0.0\n")
    assert codebook_sha256(parsed(toml)) == codebook_sha256(parsed(HARBOUR))


def test_another_word_order_or_language_order_makes_another_codebook():
    for old, new in [
        ('"Theme"', '"Themes"'),
        ('["it", "en"]', '["en", "it"]'),
        ('["Read everything.", "Then answer."]', '["Then answer.", "Read everything."]'),
        ("value = 1.5", "value = 1.25"),
    ]:
        assert old in HARBOUR
        changed = parsed(HARBOUR.replace(old, new, 1))
        assert codebook_sha256(changed) != codebook_sha256(parsed(HARBOUR)), old


def test_a_bare_text_and_a_table_of_one_language_say_the_same():
    toml = VOICE.replace('title = "Voice"', 'title.en = "Voice"')
    assert codebook_sha256(parsed(toml)) == codebook_sha256(parsed(VOICE))


def test_the_first_language_of_the_codebook_comes_first_however_it_is_written():
    for codebook in (parsed(HARBOUR), from_canonical_json(canonical_json(parsed(HARBOUR)))):
        assert list(codebook.about.title) == ["it", "en"]
        fish = codebook.layer("theme").codes[0]
        assert list(fish.include) == ["it", "en"]
        assert in_language(fish.label, "de") == "Pesca"
        assert in_language(codebook.pairs[0].cases[0].text, "de") == "Il tonno costa di più."


def test_the_shipped_codebook_comes_back_whole():
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    body = canonical_json(codebook)
    assert from_canonical_json(body) == codebook == from_canonical_json(body.decode())


# ------------------------------------------------------------------ properties

LANGUAGES = ("it", "en")
WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
BY_LANGUAGE = st.sampled_from(LANGUAGES)
PARTS: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    float: st.floats(-1e9, 1e9).map(lambda number: number + 0.0),
    dict[str, str]: st.dictionaries(BY_LANGUAGE, WORDS),
    dict[str, tuple[str, ...]]: st.dictionaries(
        BY_LANGUAGE, st.lists(WORDS, max_size=2).map(tuple)
    ),
}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of this type; a struct has each of its keys given or left out."""
    if kind in PARTS:
        return PARTS[kind]
    if get_origin(kind) is tuple:
        return st.lists(anything(get_args(kind)[0]), max_size=2).map(tuple)
    if type(None) in get_args(kind):
        return st.none() | anything(get_args(kind)[0])
    if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return st.from_type(kind)
    fields = msgspec.structs.fields(kind)
    return st.fixed_dictionaries(
        {field.name: anything(field.type) for field in fields if field.required},
        optional={field.name: anything(field.type) for field in fields if not field.required},
    ).map(lambda keys: kind(**keys))


PARTS[About] = anything(About).map(
    lambda about: msgspec.structs.replace(about, languages=LANGUAGES)
)


@settings(max_examples=60, deadline=None)
@given(anything(Codebook))
def test_nothing_is_lost_on_the_way_there_and_back(codebook):
    body = canonical_json(codebook)
    again = from_canonical_json(body)
    assert again == codebook
    assert canonical_json(again) == body
    assert list(json.loads(body)) == sorted(json.loads(body))


LAYOUT = st.sampled_from(["", "\n", "  # a remark = 1", "\n# [[layer]]", "\t"])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_comments_and_layout_do_not_change_the_hash(data):
    toml = data.draw(st.sampled_from([VOICE, HARBOUR]))
    lines = [line + data.draw(LAYOUT) for line in toml.splitlines()]
    spaced = [
        line.replace(" = ", data.draw(st.sampled_from(["=", "   =  "])), 1)
        if line.partition(" = ")[0].isidentifier()
        else line
        for line in lines
    ]
    laid_out = "\n".join(spaced) + "\n"
    assert tomllib.loads(laid_out) == tomllib.loads(toml)
    assert codebook_sha256(parsed(laid_out)) == codebook_sha256(parsed(toml))
