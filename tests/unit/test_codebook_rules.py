"""Rules: each broken once, in a codebook that holds everything and in the smallest one."""

from pathlib import Path

import pytest

from annotator.codebook import parse_codebook
from annotator.codebook.mistakes import MISTAKE_SLUGS, WARNING_SLUGS
from annotator.model import CODEBOOK_KEYS, RESERVED_CODES, WINDOW_KEYS

FIXTURES = Path(__file__).parents[1] / "fixtures" / "codebooks"
VOICE = (FIXTURES / "voice.toml").read_text(encoding="utf-8")
HARBOUR = (FIXTURES / "harbour.toml").read_text(encoding="utf-8")


def found(toml):
    return [(mistake.slug, mistake.pointer) for mistake in parse_codebook(toml).mistakes]


def warned(toml):
    checked = parse_codebook(toml)
    assert not checked.mistakes
    return [(warning.slug, warning.pointer) for warning in checked.warnings]


def changed(toml, *steps):
    for old, new in zip(steps[::2], steps[1::2], strict=True):
        assert old in toml, old
        toml = toml.replace(old, new, 1)
    return toml


FISH, TRADE, SIDE = "/layer/0/code/0", "/layer/0/code/1", "/layer/2"
TORN = 'key = "torn"'
WHEN_FISH = 'when = { layer = "theme", codes = ["fish"] }'
WHEN_NONE = 'when = { layer = "main_theme", state = "none" }'
SIDE_CODES = HARBOUR[HARBOUR.index('[[layer.code]]\nkey = "against"') :].partition(
    '[[layer]]\nkey = "main_theme"'
)[0]
BROKEN = [
    # keys
    ("key-form", "/layer/4/key", 'key = "why_none"', 'key = "WhyNone"'),
    ("key-form", "/layer/4/key", 'key = "why_none"', f'key = "{"k" * 33}"'),
    ("key-form", "/codebook/key", 'key = "harbour"', 'key = "2nd"'),
    ("key-form", "/codebook/languages/2", '["it", "en"]', '["it", "en", "x!"]'),
    ("key-double", "/layer/4/key", 'key = "why_none"', 'key = "detail"'),
    ("key-double", "/target/1/key", '[[target]]\nkey = "union"', '[[target]]\nkey = "port"'),
    ("key-double", "/holder/1/key", 'key = "person"', 'key = "author"'),
    ("key-double", "/layer/0/code/2/key", 'key = "nothing_new"', 'key = "fish"'),
    ("key-double", "/codebook/languages/2", '["it", "en"]', '["it", "en", "IT"]'),
    ("version-form", "/codebook/version", "2.1.0", "2.1"),
    ("version-form", "/codebook/version", "2.1.0", "02.1.0"),
    ("language-missing", "/codebook/languages", '["it", "en"]', "[]"),
    # codes
    ("value-missing", "/layer/2/code/0", "value = -1\n", ""),
    ("value-missing", "/layer/3/codes_from", 'answer = "single"', 'answer = "scale"'),
    ("value-forbidden", FISH + "/value", 'key = "fish"', 'key = "fish"\nvalue = 1'),
    ("value-order", "/layer/2/code/2/value", "value = 1.5", "value = -1"),
    ("codes-both", SIDE, SIDE_CODES, ""),
    ("codes-both", SIDE, 'measure = "interval"', 'codes_from = "theme"'),
    ("codes-from-chain", "/layer/3/codes_from", 'from = "theme"', 'from = "main_theme"'),
    ("codes-from-chain", "/layer/3/codes_from", 'from = "theme"', 'from = "why_none"'),
    ("codes-from-chain", "/layer/3/codes_from", 'from = "theme"', 'from = "detail"'),
    ("unknown-reference", "/layer/3/codes_from", 'from = "theme"', 'from = "thema"'),
    ("not-for-this-answer", SIDE + "/primary", 'measure = "interval"', 'primary = "required"'),
    ("not-for-this-answer", "/layer/0/measure", "confidence = true", 'measure = "ordinal"'),
    ("not-for-this-answer", "/layer/0/max_length", "confidence = true", "max_length = 200"),
    ("not-for-this-answer", "/layer/0/primary_question", 'primary = "optional"', 'primary = "no"'),
    ("not-for-this-answer", "/layer/1/codes_from", "max_length = 40", 'codes_from = "theme"'),
    ("not-for-this-answer", "/layer/1/evidence", "max_length = 40", 'evidence = "optional"'),
    (
        "not-for-this-answer",
        "/layer/3/evidence",
        'from = "theme"',
        'from = "theme"\nevidence = "required"',
    ),
    ("not-for-this-answer", "/layer/3/kinds", 'from = "theme"', 'from = "theme"\nkinds = ["body"]'),
    ("not-for-this-answer", FISH + "/aside", 'key = "fish"', 'key = "fish"\naside = true'),
    ("not-for-this-answer", "/layer/2/code/1/exclusive", TORN, TORN + "\nexclusive = true"),
    ("not-for-this-answer", SIDE + "/targets", "per_target = true\n", ""),
    ("wrong-type", "/layer/1", "max_length = 40", "max_length = 0"),
    ("too-long", "/layer/1/max_length", "max_length = 40", "max_length = 5001"),
    ("wrong-type", "/layer/1", 'kinds = ["body", "quote"]', "kinds = []"),
    ("colour-unknown", FISH + "/colour", '"blue"', '"teal"'),
    ("colour-double", TRADE + "/colour", '"orange"', '"blue"'),
    ("retired-replaced", "/layer/0/code/3/replaced_by", "retired = true\n", ""),
    (
        "retired-replaced",
        "/layer/0/code/3/replaced_by/0",
        '["fish", "trade"]\n\n[[layer]]',
        '["ships"]\n\n[[layer]]',
    ),
    (
        "unknown-reference",
        "/layer/0/code/3/replaced_by/1",
        '"trade"]\n\n[[layer]]',
        '"trad"]\n\n[[layer]]',
    ),
    ("unknown-reference", FISH + "/counterexample/0/codes/0", "codes = []", 'codes = ["boat"]'),
    ("unknown-reference", FISH + "/counterexample/0/codes/0", "codes = []", 'codes = ["none"]'),
    # targets, holders, states
    ("unknown-reference", SIDE + "/targets/0", '["port", "union"]', '["prot", "union"]'),
    ("targets-missing", SIDE + "/targets", '["port", "union"]', "[]"),
    ("holder-default", "/holder", "default = true\n", ""),
    ("holder-default", "/holder/1/default", 'named = "required"', "default = true"),
    ("states-empty", "/layer/0/states", 'none_shortcut = "0"', "states = []"),
    ("none-not-allowed", "/layer/0/none_label", 'none_shortcut = "0"', 'states = ["skipped"]'),
    (
        "none-not-allowed",
        SIDE + "/none_shortcut",
        'measure = "interval"',
        'states = ["cannot_tell"]',
    ),
    ("none-not-allowed", "/pair/1/codes/0", 'none_shortcut = "g"', 'states = ["cannot_tell"]'),
    # conditions
    (
        "unknown-reference",
        "/layer/1/when/layer",
        WHEN_FISH,
        'when = { layer = "them", codes = ["fish"] }',
    ),
    (
        "unknown-reference",
        "/layer/1/when/codes/0",
        WHEN_FISH,
        'when = { layer = "theme", codes = ["fih"] }',
    ),
    (
        "unknown-reference",
        "/layer/1/when/codes/0",
        WHEN_FISH,
        'when = { layer = "theme", codes = ["none"] }',
    ),
    (
        "unknown-reference",
        "/layer/4/when/codes/0",
        WHEN_NONE,
        'when = { layer = "main_theme", codes = ["x"] }',
    ),
    (
        "unknown-reference",
        "/layer/4/when/state",
        'codes_from = "theme"',
        'codes_from = "theme"\nstates = ["cannot_tell"]',
    ),
    ("when-later", "/layer/1/when/layer", WHEN_FISH, 'when = { layer = "side", codes = ["for"] }'),
    (
        "when-later",
        "/layer/1/when/layer",
        WHEN_FISH,
        'when = { layer = "detail", state = "coded" }',
    ),
    ("when-unit", "/layer/4/when/layer", WHEN_NONE, 'when = { layer = "theme", state = "none" }'),
    (
        "when-kinds",
        "/layer/1/when/layer",
        'kinds = ["body", "quote"]',
        'kinds = ["body", "caption"]',
    ),
    ("missing-key", "/layer/1/when", WHEN_FISH, 'when = { layer = "theme" }'),
    (
        "wrong-type",
        "/layer/4/when",
        WHEN_NONE,
        'when = { layer = "main_theme", codes = ["fish"], state = "none" }',
    ),
    # pairs
    (
        "pair-not-two",
        "/pair/0/codes",
        'layer = "theme"\ncodes = ["fish", "trade"]',
        'layer = "theme"\ncodes = ["fish"]',
    ),
    (
        "pair-not-two",
        "/pair/0/codes",
        'codes = ["fish", "trade"]\nrule',
        'codes = ["fish", "fish"]\nrule',
    ),
    (
        "unknown-reference",
        "/pair/0/codes/0",
        'codes = ["fish", "trade"]\nrule',
        'codes = ["fsh", "trade"]\nrule',
    ),
    (
        "unknown-reference",
        "/pair/0/layer",
        '[[pair]]\nlayer = "theme"',
        '[[pair]]\nlayer = "topic"',
    ),
    ("unknown-reference", "/pair/0/case/0/codes/0", 'codes = ["trade"]', 'codes = ["trades"]'),
    # shortcuts
    ("shortcut-form", FISH + "/shortcut", 'shortcut = "1"', 'shortcut = "é"'),
    ("shortcut-form", FISH + "/shortcut", 'shortcut = "1"', 'shortcut = "12"'),
    ("shortcut-form", FISH + "/shortcut", 'shortcut = "1"', 'shortcut = ""'),
    ("shortcut-reserved", FISH + "/shortcut", 'shortcut = "1"', 'shortcut = "0"'),
    ("shortcut-reserved", "/target/1/shortcut", 'shortcut = "w"', 'shortcut = "U"'),
    ("shortcut-clash", TRADE + "/shortcut", 'shortcut = "2"', 'shortcut = "1"'),
    ("shortcut-clash", "/target/1/shortcut", 'shortcut = "w"', 'shortcut = "A"'),
    ("shortcut-clash", SIDE + "/none_shortcut", 'none_shortcut = "g"', 'none_shortcut = "0"'),
    ("shortcut-clash", SIDE + "/code/0/shortcut", 'shortcut = "a"', 'shortcut = "1"'),
    ("shortcut-clash", "/layer/3/codes_from", 'unit = "document"', 'unit = "paragraph"'),
]


@pytest.mark.parametrize(("slug", "pointer", "old", "new"), BROKEN)
def test_a_broken_rule_is_found_at_its_place(slug, pointer, old, new):
    assert (slug, pointer) in found(changed(HARBOUR, old, new))


@pytest.mark.parametrize("key", sorted(RESERVED_CODES))
def test_words_of_the_program_are_no_code_keys(key):
    pointer = "/layer/0/code/0/key"
    assert found(changed(VOICE, '"quiet"', f'"{key}"')) == [("key-reserved", pointer)]


def test_a_code_may_be_called_what_it_likes_by_people():
    assert found(changed(VOICE, '"Quiet"', '"none"')) == []


@pytest.mark.parametrize(("answer", "count"), [("single", 2), ("multiple", 1), ("scale", 2)])
def test_too_few_codes(answer, count):
    head, *codes = VOICE.replace('"single"', f'"{answer}"').split("[[layer.code]]")
    if answer == "scale":
        codes = [f"value = {i}{code}" for i, code in enumerate(codes)]
    enough, few = ("[[layer.code]]\n".join([head, *codes[:n]]) for n in (count, count - 1))
    few = few if count > 1 else f"{few}\ncode = []"
    assert found(enough) == []
    assert found(few) == [("codes-too-few", "/layer/0/code")]


def test_saying_that_there_is_no_primary_is_allowed_for_every_answer():
    assert (
        found(changed(VOICE, 'unit = "par', 'primary = "no"\nevidence = "no"\nunit = "par')) == []
    )


def test_retired_codes_are_not_counted():
    toml = changed(VOICE, 'key = "loud"', 'key = "loud"\nretired = true')
    assert found(toml) == [("codes-too-few", "/layer/0/code")]


def test_borrowing_from_a_later_layer_is_refused():
    first, second = (
        HARBOUR.index('[[layer]]\nkey = "theme"'),
        HARBOUR.index('[[layer]]\nkey = "det'),
    )
    main = HARBOUR.index('[[layer]]\nkey = "main_theme"')
    after = HARBOUR.index('[[layer]]\nkey = "why_none"')
    toml = HARBOUR[:first] + HARBOUR[main:after] + HARBOUR[first:main] + HARBOUR[after:]
    assert second > first
    assert found(toml) == [("codes-from-chain", "/layer/0/codes_from")]


@pytest.mark.parametrize(
    ("slug", "pointer", "key"),
    [
        ("targets-missing", "/layer/0/per_target", "per_target"),
        ("holder-missing", "/layer/0/holder", "holder"),
    ],
)
def test_asking_for_what_the_codebook_lacks(slug, pointer, key):
    toml = changed(VOICE, 'unit = "paragraph"', f'unit = "paragraph"\n{key} = true')
    table = {"per_target": "target", "holder": "holder"}[key]
    kept = "default = true" if table == "holder" else ""
    more = f'[[{table}]]\nkey = "x"\nlabel = "X"\ndefinition = "X"\n{kept}\n'
    assert found(toml) == [(slug, pointer)]
    assert found(f"{toml}\n{more}") == []
    assert (slug, pointer) in found(f"{toml}\n{more}retired = true\n")


def test_two_rules_for_the_same_two_codes_name_the_first():
    rule = '\n[[pair]]\nlayer = "theme"\ncodes = ["trade", "fish"]\nrule = { it = "a", en = "b" }\n'
    [mistake] = parse_codebook(HARBOUR + rule).mistakes
    assert (mistake.slug, mistake.pointer) == ("pair-double", "/pair/2/codes")
    assert "/pair/0" in str(mistake)
    assert mistake.names == "theme: trade | fish"


def test_a_pair_about_a_borrowing_layer_uses_the_borrowed_codes():
    about = 'layer = "main_theme"\ncodes = ["trade", "none"]'
    rule = f'[[pair]]\n{about}\nrule = {{ it = "a", en = "b" }}\n'
    assert found(HARBOUR + rule) == []


# ------------------------------------------------------------------ shortcuts


def test_a_clash_names_both_owners_and_three_free_keys():
    toml = changed(HARBOUR, 'shortcut = "w"', 'shortcut = "A"')
    [mistake] = parse_codebook(toml).mistakes
    assert str(mistake) == (
        "/target/1/shortcut (union): the shortcut a of union is that of side › against already; "
        "take another; these are free: 3 4 5. [shortcut-clash]"
    )


def test_without_a_free_key_the_remedy_is_to_do_without():
    keys = [*sorted(CODEBOOK_KEYS), "a"]
    codes = "".join(
        f'[[layer.code]]\nkey = "c{i}"\nlabel = "L{i}"\ndefinition = "D{i}"\nshortcut = "{key}"\n'
        for i, key in enumerate(keys)
    )
    [mistake] = parse_codebook(f"{VOICE}\n{codes}").mistakes
    assert mistake.slug == "shortcut-clash"
    assert "no key is free" in str(mistake)


@pytest.mark.parametrize("key", sorted(WINDOW_KEYS))
def test_keys_of_the_window_are_refused_with_what_they_do(key):
    toml = changed(VOICE, 'key = "quiet"', f'key = "quiet"\nshortcut = "{key}"')
    [mistake] = parse_codebook(toml).mistakes
    assert mistake.slug == "shortcut-reserved"
    assert mistake.template.startswith("in the window")


@pytest.mark.parametrize("key", sorted(CODEBOOK_KEYS))
def test_every_other_key_may_be_used(key):
    assert found(changed(VOICE, 'key = "quiet"', f'key = "quiet"\nshortcut = "{key}"')) == []


def test_what_is_retired_gives_its_shortcut_free():
    layer = changed(VOICE, 'key = "quiet"', 'key = "quiet"\nshortcut = "1"').replace(
        'key = "loud"', 'key = "loud"\nshortcut = "1"'
    )
    assert found(layer) == [("shortcut-clash", "/layer/0/code/1/shortcut")]
    third = '[[layer.code]]\nkey = "mid"\nlabel = "Mid"\ndefinition = "Between."\n'
    assert found(changed(layer, 'key = "quiet"', 'key = "quiet"\nretired = true') + third) == []
    toml = changed(HARBOUR, 'shortcut = "w"', 'shortcut = "1"\nretired = true')
    assert found(toml) == []
    toml = changed(
        HARBOUR,
        'shortcut = "w"',
        'shortcut = "1"',
        "per_target = true",
        "retired = true\nper_target = true",
    )
    assert found(toml) == []


def test_the_same_key_on_another_unit_is_no_clash():
    toml = changed(HARBOUR, 'codes_from = "theme"', 'codes_from = "theme"\nnone_shortcut = "a"')
    assert found(toml) == []


# ------------------------------------------------------------------ second looks

SEVEN = "".join(
    f'\n[[target]]\nkey = "t{i}"\nlabel = "T{i}"\ndefinition = "D{i}"\n' for i in range(7)
)
LOOKS = [
    ("no-cannot-tell", "/layer/0/states", VOICE, 'unit = "par', 'states = ["none"]\nunit = "par'),
    ("equal-labels", "/layer/0/code/1/label", VOICE, '"Loud"', '" quiet "'),
    (
        "equal-definitions",
        "/layer/0/code/1/definition",
        VOICE,
        "The reader is urged, warned or hurried.",
        "Nothing is pressed on the reader.",
    ),
    ("examples-one-language", FISH + "/examples", HARBOUR, 'it = ["La rete era vuota."], ', ""),
    ("examples-one-language", FISH + "/examples", HARBOUR, '["La rete era vuota."]', "[]"),
    ("equal-labels", "/target/1/label", HARBOUR, "The union", "The new port"),
    ("equal-definitions", "/holder/1/definition", HARBOUR, "Con nome.", "Chi firma."),
    ("equal-labels", "/layer/4/label", HARBOUR, '"Why none"', '"Main theme"'),
    ("many-targets", "/target", VOICE, 'hurried."\n', f'hurried."\n{SEVEN}'),
]


@pytest.mark.parametrize(("slug", "pointer", "toml", "old", "new"), LOOKS)
def test_a_second_look_is_asked_for_and_nothing_refused(slug, pointer, toml, old, new):
    assert warned(changed(toml, old, new)) == [(slug, pointer)]


def test_optional_retired_and_text_layers_need_no_cannot_tell():
    for key in ("required = false", "retired = true"):
        toml = changed(VOICE, 'unit = "par', f'states = ["none"]\n{key}\nunit = "par')
        assert warned(toml) == []


def test_a_retired_code_may_share_its_label():
    third = '[[layer.code]]\nkey = "old"\nlabel = "Loud"\ndefinition = "?"\nretired = true\n'
    assert warned(VOICE + third) == []


def test_six_targets_that_are_always_asked_are_no_reason_to_warn():
    assert warned(changed(VOICE + SEVEN, 'key = "t3"', 'key = "t3"\nask = "offered"')) == []


# ------------------------------------------------------------------ the tables above


def test_every_slug_is_broken_once():
    shapes = (Path(__file__).parent / "test_codebook_shapes.py").read_text(encoding="utf-8")
    here = Path(__file__).read_text(encoding="utf-8")
    for slug in (*MISTAKE_SLUGS, *WARNING_SLUGS):
        assert f'"{slug}"' in shapes + here, slug


def test_no_slug_is_used_that_is_not_listed():
    slugs = {case[0] for case in BROKEN + LOOKS}
    assert slugs <= {*MISTAKE_SLUGS, *WARNING_SLUGS}
