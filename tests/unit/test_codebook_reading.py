"""Reading: files that cannot be read, what is handed back, how long it takes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.codebook import Checked, Mistake, check_codebook, parse_codebook, read_codebook
from annotator.errors import CodebookError
from annotator.resources import shipped_codebook

FIXTURES = Path(__file__).parents[1] / "fixtures" / "codebooks"
VOICE = (FIXTURES / "voice.toml").read_text(encoding="utf-8")
HARBOUR = (FIXTURES / "harbour.toml").read_text(encoding="utf-8")


@pytest.fixture
def mine(tmp_path):
    return tmp_path / "mine.toml"


def test_the_shipped_codebook_is_clean():
    checked = check_codebook(shipped_codebook())
    assert (checked.mistakes, checked.warnings) == ((), ())
    assert checked.codebook is not None
    assert len(checked.codebook.layers) == 7


def test_reading_gives_the_codebook_and_the_text_as_it_was(mine):
    mine.write_bytes(VOICE.replace("\n", "\r\n").encode("utf-8-sig"))
    checked = read_codebook(mine)
    assert checked.codebook == parse_codebook(VOICE).codebook
    assert checked.toml == VOICE.replace("\n", "\r\n")


def test_warnings_do_not_keep_a_codebook_from_being_read(mine):
    mine.write_text(VOICE.replace('"Loud"', '"Quiet"'), encoding="utf-8")
    checked = read_codebook(mine)
    assert checked.codebook is not None
    assert [warning.slug for warning in checked.warnings] == ["equal-labels"]


def test_reading_a_codebook_with_mistakes_raises_all_of_them(mine):
    mine.write_text(VOICE.replace('"0.1.0"', '"1"').replace('"loud"', '"quiet"'), encoding="utf-8")
    with pytest.raises(CodebookError) as raised:
        read_codebook(mine)
    assert raised.value.mistakes == check_codebook(mine).mistakes
    first, second, third = str(raised.value).splitlines()
    assert first == "mine.toml: the codebook has mistakes (2):"
    assert second.startswith("mine.toml: /codebook/version: the version 1 is not")
    assert third.startswith("mine.toml: /layer/0/code/1/key (volume › quiet): the key quiet is")
    assert third.endswith("[key-double]")


def test_a_codebook_with_mistakes_is_not_handed_out():
    assert parse_codebook(VOICE.replace('"0.1.0"', '"1"')).codebook is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"caf\xe9 = 1", "not UTF-8 text (byte 3)"),
        (b"#" * ((1 << 20) + 1), "larger than 1 MiB"),
        (b"#" + "è".encode() * (1 << 19), "larger than 1 MiB"),
    ],
)
def test_a_file_that_is_no_text_of_this_size_says_so(mine, content, words):
    mine.write_bytes(content)
    with pytest.raises(CodebookError, match=r"mine\.toml") as raised:
        check_codebook(mine)
    assert words in str(raised.value)


def test_text_that_is_too_large_says_so():
    for toml in ("#" * ((1 << 20) + 1), "#" + "è" * (1 << 19)):
        with pytest.raises(CodebookError, match=r"draft: the file is larger than 1 MiB"):
            parse_codebook(toml, "draft")


def test_a_missing_file_and_a_folder_say_so(tmp_path):
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(CodebookError, match="cannot be read"):
            check_codebook(path)


def test_a_syntax_mistake_has_line_and_column():
    [mistake] = parse_codebook("format = 1\nkey = oops\n").mistakes
    assert mistake.slug == "toml-syntax"
    assert "line 2, column 7" in str(mistake)


@pytest.mark.parametrize(
    "toml", ["a = " + "[" * 5_000, "a = " + "9" * 5_000, 'a = "\ud800"', "a = 2024-13-45"]
)
def test_what_the_parser_gives_up_on_is_a_syntax_mistake(toml):
    assert [mistake.slug for mistake in parse_codebook(toml).mistakes] == ["toml-syntax"]


@pytest.mark.parametrize("number", ["0x" + "f" * 6_000, "1e400", "-1e300"])
@pytest.mark.parametrize("key", ["format", "value", "max_length"])
def test_a_huge_number_is_a_mistake_that_can_be_printed(key, number):
    line = {"format": "format = 1", "value": 'label = "Loud"', "max_length": 'answer = "single"'}[
        key
    ]
    new = f"{key} = {number}" if key == "format" else f"{line}\n{key} = {number}"
    toml = VOICE.replace(line, new)
    mistakes = parse_codebook(toml).mistakes
    assert mistakes
    assert all(len(str(mistake)) < 300 for mistake in mistakes)


def test_a_mistake_reads_as_place_names_what_and_remedy():
    values: dict[str, object] = {"x": "{y}"}
    mistake = Mistake("/layer/0", "volume", "key-form", "{x} is bad", "choose {x} anew", values)
    assert str(mistake) == "/layer/0 (volume): {y} is bad; choose {y} anew. [key-form]"


PIECES = st.sampled_from(
    [
        "[layer]",
        "[[layer]]",
        "[[layer.code]]",
        'key = "a"',
        "key = 1",
        "layer = 3",
        "= ",
        '"',
        "0",
        'codes_from = "side"',
        "[codebook]",
        "label = {}",
        "when = {}",
        "[[pair]]",
        "code = []",
        "\x00",
        'label.en.x = "y"',
        "languages = []",
        "[[target]]",
        "value = nan",
        "~/",
        "include = [[]]",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=20), max_size=20).map("\n".join))
def test_garbage_is_reported_and_raises_nothing(toml):
    assert_told(parse_codebook(toml))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_codebook_is_reported_and_raises_nothing(data):
    lines = data.draw(st.sampled_from([VOICE, HARBOUR])).splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        key = lines[at].partition("=")[0]
        value = data.draw(
            st.sampled_from(["1", "[]", "[1]", '["a"]', "{}", '"a"', '""', "{ en = 1 }", "true"])
        )
        lines[at] = data.draw(
            st.sampled_from(["", lines[at], f"{key} = {value}", f"x{lines[at]}"]) | PIECES
        )
    assert_told(parse_codebook("\n".join(lines)))


def assert_told(checked: Checked) -> None:
    assert (checked.codebook is None) == bool(checked.mistakes)
    for mistake in checked.mistakes + checked.warnings:
        assert str(mistake).endswith(f"[{mistake.slug}]")
