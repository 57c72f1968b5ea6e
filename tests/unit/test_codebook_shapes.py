"""Shapes: each mistake in the smallest codebook, and in one with everything, one at a time."""

from pathlib import Path

import pytest

from annotator.codebook import parse_codebook

FIXTURES = Path(__file__).parents[1] / "fixtures" / "codebooks"
VOICE = (FIXTURES / "voice.toml").read_text(encoding="utf-8")
HARBOUR = (FIXTURES / "harbour.toml").read_text(encoding="utf-8")


def found(toml):
    return [(mistake.slug, mistake.pointer) for mistake in parse_codebook(toml).mistakes]


def changed(toml, old, new):
    assert old in toml
    return toml.replace(old, new, 1)


LAYER, CODE = "/layer/0", "/layer/0/code/0"
IN_VOICE = [
    ("toml-syntax", "", 'key = "voice"', "key = voice"),
    ("format-unknown", "", "format = 1", ""),
    ("format-unknown", "/format", "format = 1", "format = 2"),
    ("format-unknown", "/format", "format = 1", "format = true"),
    ("format-unknown", "/format", "format = 1", 'format = "1"'),
    ("unknown-key", CODE, 'label = "Quiet"', 'lable = "Quiet"'),
    ("unknown-key", LAYER, 'unit = "par', 'zzz = 1\nunit = "par'),
    ("unknown-key", "", "[codebook]", "[extra]\n[codebook]"),
    ("missing-key", CODE, 'key = "quiet"', ""),
    ("missing-key", LAYER, 'answer = "single"', ""),
    ("missing-key", "/codebook", 'version = "0.1.0"', ""),
    ("missing-key", CODE, 'definition = "Nothing is pressed on the reader."', ""),
    ("wrong-type", LAYER, 'unit = "par', 'required = "yes"\nunit = "par'),
    ("wrong-type", LAYER, 'unit = "par', 'max_length = 2.5\nunit = "par'),
    ("wrong-type", LAYER, '"single"', '"singel"'),
    ("wrong-type", LAYER, '"single"', "1"),
    ("wrong-type", LAYER, 'unit = "par', 'kinds = "body"\nunit = "par'),
    ("wrong-type", LAYER, 'unit = "par', 'kinds = ["body", "verse"]\nunit = "par'),
    ("wrong-type", LAYER, 'unit = "par', 'states = ["coded"]\nunit = "par'),
    ("wrong-type", LAYER, 'unit = "par', 'when = "always"\nunit = "par'),
    ("wrong-type", LAYER, 'label = "Volume"', "label = 3"),
    ("wrong-type", LAYER + "/label", 'label = "Volume"', "label.en = 3"),
    ("wrong-type", CODE, 'label = "Quiet"', 'label = "Quiet"\nvalue = inf'),
    ("wrong-type", CODE, 'label = "Quiet"', 'label = "Quiet"\nvalue = nan'),
    ("wrong-type", CODE, 'label = "Quiet"', 'label = "Quiet"\ninclude = "x"'),
    ("wrong-type", CODE + "/include", 'label = "Quiet"', 'label = "Quiet"\ninclude.en = ["x", 1]'),
    ("wrong-type", "", "format = 1", 'format = 1\ntarget = "port"'),
    ("wrong-type", "", "format = 1", "format = 1\ntarget = [1]"),
    ("key-double", LAYER + "/states/1", 'unit = "par', 'states = ["none", "none"]\nunit = "par'),
    ("language-missing", LAYER + "/label", '"Volume"', '"  "'),
    ("language-missing", LAYER + "/label", '"Volume"', "{}"),
    ("language-undeclared", LAYER + "/label/it", '"Volume"', '{ en = "Volume", it = "Volume" }'),
    ("too-long", LAYER + "/label", "Volume", "V" * 61),
    ("too-long", CODE + "/definition", "Nothing", "N" * 1_000),
    ("too-long", CODE + "/include/1", 'key = "quiet"', f'key="quiet"\ninclude=["a","{"x" * 301}"]'),
    ("too-many", CODE + "/include", 'key = "quiet"', f'key="quiet"\ninclude={["x"] * 13}'),
]


@pytest.mark.parametrize(("slug", "pointer", "old", "new"), IN_VOICE)
def test_one_slip_is_one_mistake_at_its_place(slug, pointer, old, new):
    assert found(changed(VOICE, old, new)) == [(slug, pointer)]


IN_HARBOUR = [
    ("wrong-type", LAYER, 'label = { it = "Tema", en = "Theme" }', 'label = "Tema"'),
    ("wrong-type", CODE, '{ it = ["le aste"], en = ["auctions"] }', '["le aste"]'),
    ("language-missing", LAYER + "/label", 'it = "Tema", ', ""),
    ("language-missing", CODE + "/include", 'it = ["le aste"], ', ""),
    ("language-missing", "/target/0/aliases", 'it = ["darsena"], ', ""),
    (
        "language-missing",
        CODE + "/counterexample/0/text",
        'text.en = "She fished',
        'text.en = "" #',
    ),
    ("language-undeclared", CODE + "/counterexample/0/why/fr", "why.en", "why.fr"),
    ("list-lengths", CODE + "/exclude", '["restaurants"]', '["restaurants", "cafés"]'),
    ("list-lengths", "/codebook/instructions", '"Then answer."', '"Then", "answer."'),
    ("too-long", "/codebook/title/en", "The harbour", "T" * 80),
    ("too-long", CODE + "/examples/en/1", "Two boats", "T" * 500),
    ("too-long", LAYER + "/primary_question/it", "Qual è", "Q" * 200),
    ("wrong-type", "/layer/1/when", 'codes = ["fish"] }', "codes = 1 }"),
]


@pytest.mark.parametrize(("slug", "pointer", "old", "new"), IN_HARBOUR)
def test_languages_are_complete_and_parallel(slug, pointer, old, new):
    assert (slug, pointer) in found(changed(HARBOUR, old, new))


@pytest.mark.parametrize(
    ("pointer", "table", "limit"),
    [
        (
            "/layer",
            '[[layer]]\nkey="l{}"\nlabel="L{}"\nquestion="?"\nanswer="text"\nunit="document"',
            24,
        ),
        ("/target", '[[target]]\nkey="t{}"\nlabel="T{}"\ndefinition="T{}"\nask="offered"', 200),
        ("/holder", '[[holder]]\nkey="h{}"\nlabel="H{}"\ndefinition="H{}"', 32),
        ("/layer/0/code", '[[layer.code]]\nkey="c{}"\nlabel="C{}"\ndefinition="C{}"', 64),
    ],
)
def test_too_many_tables_are_counted(pointer, table, limit):
    tables = "\n".join(table.replace("{}", str(i)) for i in range(limit + 1))
    mistakes = parse_codebook(f"{VOICE}\n{tables}\n").mistakes
    [mistake] = [m for m in mistakes if m.slug == "too-many"]
    assert mistake.pointer == pointer
    assert mistake.values["limit"] == limit


def test_a_text_of_exactly_the_limit_is_taken():
    assert found(changed(VOICE, '"Volume"', f'"{"è" * 60}"')) == []


def test_a_misspelt_key_names_the_nearest_and_hides_nothing_below_it():
    toml = changed(VOICE, "[[layer]]", "[[layers]]").replace("[[layer.code]]", "[[layers.code]]")
    toml = changed(toml, '"single"', '"singel"')
    mistakes = parse_codebook(toml).mistakes
    assert [(m.slug, m.pointer) for m in mistakes] == [
        ("unknown-key", ""),
        ("wrong-type", "/layers/0"),
    ]
    assert str(mistakes[0]) == "there is no key layers here; did you mean layer? [unknown-key]"


def test_a_second_spelling_of_a_key_that_is_there_is_unknown():
    toml = changed(
        HARBOUR, 'label = { it = "Tema", en = "Theme" }', 'label.it = "Tema"\nlable.en = "T"'
    )
    assert found(toml) == [("unknown-key", LAYER), ("language-missing", LAYER + "/label")]


def test_without_a_near_name_the_valid_keys_are_listed():
    [mistake] = parse_codebook(changed(VOICE, "format = 1", "format = 1\nqqq = 1")).mistakes
    assert "the keys here are format, codebook, layer" in str(mistake)


def test_a_word_of_a_megabyte_is_shown_short_and_not_searched():
    [mistake] = parse_codebook(
        changed(VOICE, "format = 1", f"format = 1\n{'k' * 500_000} = 1")
    ).mistakes
    assert len(str(mistake)) < 200


def test_a_missing_text_says_the_language_and_the_key_to_add():
    toml = changed(HARBOUR, '{ it = "Commercio", en = "Trade" }', '{ en = "Trade" }')
    [mistake] = parse_codebook(toml).mistakes
    assert str(mistake) == (
        "/layer/0/code/1/label (theme › trade): the Italian text is missing; add label.it. "
        "[language-missing]"
    )


def test_an_uncommon_language_is_called_by_its_tag():
    toml = changed(VOICE, '"Voice"', '{ en = "Voice", sc = "Boghe" }')
    [mistake] = parse_codebook(toml).mistakes
    assert str(mistake).startswith("/codebook/title/sc: sc is none of the codebook's languages;")


def test_without_declared_languages_texts_are_not_judged():
    for languages in ("", "languages = 1", "languages = [1]"):
        mistakes = parse_codebook(changed(VOICE, 'languages = ["en"]', languages)).mistakes
        assert [m.pointer for m in mistakes] == ["/codebook"]


def test_a_table_by_language_will_do_where_there_is_one_language():
    assert found(changed(VOICE, 'label = "Quiet"', 'label.en = "Quiet"')) == []


def test_a_pointer_escapes_slash_and_tilde():
    toml = changed(VOICE, 'label = "Volume"', 'label = { en = "Volume", "a/b~c" = "x" }')
    assert found(toml) == [("language-undeclared", "/layer/0/label/a~1b~0c")]


def test_shapes_come_first_then_rules_each_in_file_order():
    toml = changed(
        HARBOUR, "format = 1", 'format = 1\n[[pair]]\nlayer = "theme"\ncodes = []\nrule = 1'
    )
    toml = changed(toml, '"2.1.0"', '"2"')
    toml = changed(toml, 'key = "fish"', 'key = "fish"\nretired = 1')
    assert [slug for slug, _ in found(toml)] == [
        "wrong-type",
        "wrong-type",
        "pair-not-two",
        "version-form",
    ]


def test_one_bad_layer_does_not_hide_the_next():
    toml = changed(HARBOUR, 'answer = "multiple"', "")
    toml = changed(toml, 'measure = "interval"', 'measure = "ratio"')
    assert found(toml) == [("missing-key", "/layer/0"), ("wrong-type", "/layer/2")]


def test_what_cannot_be_used_brings_forth_no_second_mistake():
    for old in ('key = "theme"\n', 'key = "fish"\n', 'answer = "scale"\n', 'key = "port"\n'):
        assert len(found(changed(HARBOUR, old, ""))) == 1, old
    assert found(changed(HARBOUR, "per_target = true", "per_target = 1")) == [
        ("wrong-type", "/layer/2")
    ]
    assert found(changed(HARBOUR, 'kinds = ["title", "body", "quote"]', "kinds = 1")) == [
        ("wrong-type", "/layer/0")
    ]


def test_codes_that_cannot_be_borrowed_are_not_missed_elsewhere():
    toml = changed(HARBOUR, 'codes_from = "theme"', 'codes_from = "topic"')
    toml = changed(toml, 'state = "none" }', 'codes = ["fish"] }')
    assert found(toml) == [("unknown-reference", "/layer/3/codes_from")]


def test_a_list_that_holds_no_table_is_one_mistake():
    toml = VOICE.partition("[[layer]]")[0].replace("format = 1", "format = 1\nlayer = [1]")
    assert found(toml) == [("wrong-type", "")]


def test_a_missing_table_is_told_with_its_brackets():
    lines = [str(mistake) for mistake in parse_codebook("format = 1").mistakes]
    assert lines == [
        "codebook is missing; add the table [codebook]. [missing-key]",
        "layer is missing; add a table [[layer]]. [missing-key]",
    ]
