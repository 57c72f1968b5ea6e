"""The author's guide says everything: each key in its table, each limit, each slug."""

import re
from pathlib import Path

import pytest

from annotator.codebook import parse_codebook
from annotator.codebook.limits import COLOURS, MAX_ITEMS, MAX_LENGTH, MAX_TEXT_ANSWER, keys_of
from annotator.codebook.mistakes import MISTAKE_SLUGS, WARNING_SLUGS
from annotator.model import (
    CODEBOOK_KEYS,
    KINDS,
    RESERVED_CODES,
    WINDOW_KEYS,
    About,
    Case,
    Code,
    Codebook,
    HolderType,
    Layer,
    Pair,
    Target,
    When,
)

GUIDE = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
HEADINGS = {
    Codebook: "The file",
    About: "`[codebook]`",
    Layer: "`[[layer]]`",
    Code: "`[[layer.code]]`",
    Case: "`[[layer.code.counterexample]]` and `[[pair.case]]`",
    When: "When a layer is asked",
    Target: "`[[target]]`",
    HolderType: "`[[holder]]`",
    Pair: "`[[pair]]`",
}


def section(heading):
    """From a heading to the next one."""
    [_, rest] = re.split(rf"(?m)^##+ {re.escape(heading)}$", GUIDE)
    return re.split(r"(?m)^#", rest)[0]


def rows(heading):
    """First cell without its quotes -> the whole row."""
    return {
        row.group(1): row.group(0) for row in re.finditer(r"(?m)^\| `(\S+)` .*$", section(heading))
    }


@pytest.mark.parametrize(("table", "heading"), HEADINGS.items())
def test_the_table_has_exactly_the_keys_of_the_struct(table, heading):
    assert list(rows(heading)) == list(keys_of(table))


@pytest.mark.parametrize(("table", "heading"), HEADINGS.items())
def test_required_keys_and_options_are_told(table, heading):
    for name, row in rows(heading).items():
        key = keys_of(table)[name]
        assert ("| required |" in row) == key.required, name
        for option in key.options:
            assert option in row, (name, option)


@pytest.mark.parametrize(("table", "heading"), HEADINGS.items())
def test_limits_are_told(table, heading):
    for name, row in rows(heading).items():
        items, length = MAX_ITEMS.get((table, name)), MAX_LENGTH.get((table, name))
        if items and length:
            assert f"{items} × {length}" in row, name
        elif items or length:
            assert re.search(rf"(≤|to) {items or length:,}\b", row), name
        else:
            assert "≤" not in row, name


def test_no_limit_is_of_a_key_that_is_not_there():
    for table, name in MAX_ITEMS.keys() | MAX_LENGTH.keys():
        assert name in keys_of(table)


def test_other_limits_and_words_are_told():
    assert f"1 to {MAX_TEXT_ANSWER:,} characters" in rows("`[[layer]]`")["max_length"]
    assert "at most\n1 MiB" in GUIDE or "at most 1 MiB" in GUIDE
    for colour in COLOURS:
        assert f"`{colour}`" in rows("`[[layer.code]]`")["colour"]
    for kind in KINDS:
        assert kind in rows("`[[layer]]`")["kinds"]
    for code in RESERVED_CODES:
        assert f"`{code}`" in section("Words used below")


def test_shortcuts_are_told():
    ours, windows = section("Shortcuts").split("The window keeps")
    assert f"`{' '.join(sorted(CODEBOOK_KEYS))}`" in ours
    assert f"`{' '.join(sorted(key for key in WINDOW_KEYS if key.isalpha()))}`" in windows
    assert {key for key in WINDOW_KEYS if not key.isalpha()} == set("?, ")
    assert "`?`, the comma and Space" in windows


def test_every_slug_is_told_and_no_other():
    assert tuple(rows("Mistakes")) == (*MISTAKE_SLUGS, *WARNING_SLUGS)


def test_the_example_is_a_codebook_without_mistakes():
    [toml] = re.findall(r"(?s)```toml\n(.*?)```", GUIDE)
    checked = parse_codebook(toml)
    assert (checked.mistakes, checked.warnings) == ((), ())
