"""docs/agreement.md names all that a report can say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import click
import pytest

from annotator.agreement import distances, kappas, options, pairs
from annotator.agreement.distances import DISTANCES
from annotator.agreement.options import COEFFICIENTS
from annotator.agreement.references import COEFFICIENTS as CITED
from annotator.agreement.results import Reason, Slug, Step
from annotator.cli.plan import plan
from annotator.cli.reliability import agreement

PAGE = (Path(__file__).parents[2] / "docs" / "agreement.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "names",
    [COEFFICIENTS[:-1], DISTANCES, get_args(Reason), get_args(Slug), get_args(Step)],
    ids=["coefficients", "distances", "reasons", "warnings", "steps"],
)
def test_page_names_every_one(names):
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_page_says_where_each_coefficient_comes_from():
    words = " ".join(PAGE.split())
    cited = [text.removesuffix(" (Formula still to be checked against print.)")
             for name, text in CITED.items() if name not in ("alpha", "percent")]  # fmt: skip
    assert [text for text in cited if text not in words] == []
    assert all(part in words for part in CITED["alpha"].split(" Krippendorff, K. (2019)"))


def section(heading):
    """The text under a heading."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


OPTIONS = {word: one for command in (agreement, plan) for one in command.params
           if isinstance(one, click.Option) for word in one.opts}  # fmt: skip
ROWS = [line for line in section("The command").splitlines() if line.startswith("| `-")]


@pytest.mark.parametrize("word", OPTIONS)
def test_every_option_has_its_row(word):
    assert [row for row in ROWS if re.search(rf"`{word}[` ]", row.split(" | ")[0])]


CHOICES = [
    (word, tuple(one.type.choices))
    for command in (agreement, plan)
    for one in command.params
    if isinstance(one.type, click.Choice)
    for word in one.opts
]


@pytest.mark.parametrize(("word", "choices"), CHOICES)
def test_what_can_be_chosen_stands_in_a_row(word, choices):
    rows = "\n".join(ROWS).replace("\\|", "|")
    assert f"`{word} {'|'.join(choices)}`" in rows


def test_no_option_is_named_that_is_not_there():
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", PAGE))
    assert named - set(OPTIONS) == set()


def test_limits_are_those_of_the_program():
    text = section("Limits")
    limits = (options.MAX_DRAWS, distances.MOST_VALUES, pairs.MOST_ANNOTATORS)
    assert [number for number in limits if f"{number:,}" not in text] == []
    assert f"{kappas.MOST_PAIRS // 10**6} million pairs" in text


def test_the_window_is_described():
    assert {"`Ctrl+G`", "`Ctrl+S`"} <= set(re.findall(r"`[^`]+`", section("The window")))
