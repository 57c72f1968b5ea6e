"""Exported tables give the agreement of the project: long as they are, wide turned long."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from annotator.cli import run
from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook

if TYPE_CHECKING:
    from pathlib import Path

BOOK = read_codebook(shipped_codebook()).codebook
assert BOOK is not None
TARGETS = [target.key for target in BOOK.targets_of(BOOK.layer("stance"))]
QUESTIONS = [
    ("frame", None),
    ("dominant_frame", None),
    *(("stance", target) for target in TARGETS),
]
# What a table of one answer a row does not hold: marked words, and who chose a main code.
_NOT_IN_TABLES = ("evidence", "evidence_where_chosen", "primary")


@pytest.fixture
def about(layer: str, target: str | None) -> list[str]:
    """The question as options."""
    return ["--layer", layer, *(["--target", target] if target else [])]


def figures(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[tuple[Any, ...], Any]:
    """Every figure of a report by what it is."""
    capsys.readouterr()
    assert run(["agreement", *arguments, "--ci", "0", "--format", "json"]) == 0
    return {
        (one["step"], one["coefficient"], one["distance"]): (
            one["value"],
            one["observed"],
            one["expected"],
            one["n_units"],
            one["n_ratings"],
        )
        for one in json.loads(capsys.readouterr().out)["results"]
        if one["step"] not in _NOT_IN_TABLES and one["value"] is not None
    }


def as_long(wide: Path, long: Path) -> None:
    """One rating a row: sets put together again, holders as units of their own."""
    with wide.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    heads = [name for name in rows[0] if name in {"unit", "holder"}]
    people = [name for name in rows[0] if name not in {"unit", "holder", "code"}]
    ratings: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        unit = " ".join(row[name] for name in heads)
        for who in people:
            if row[who] != "":
                given = ratings.setdefault((unit, who), [])
                given += [row["code"]] * int(row[who]) if "code" in row else [row[who]]
    with long.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["unit", "annotator", "value"])
        table.writerows([*place, "|".join(given)] for place, given in ratings.items())


@pytest.mark.parametrize(("layer", "target"), QUESTIONS)
def test_long_table_gives_every_figure_of_the_project(
    demo: Path, layer: str, about: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    table = demo.with_name("long.csv")
    assert run(["export", str(demo), "--format", "csv", "--layer", layer, "-o", str(table)]) == 0
    expected = figures(capsys, str(demo), *about)
    assert expected
    assert figures(capsys, str(table), *about, "--codebook", str(shipped_codebook())) == expected


@pytest.mark.parametrize(("layer", "target"), QUESTIONS)
def test_wide_table_gives_the_figures_of_the_whole_question(
    demo: Path, layer: str, about: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    wide, long = demo.with_name("wide.csv"), demo.with_name("long.csv")
    assert run(["export", str(demo), "--format", "csv-wide", *about, "-o", str(wide)]) == 0
    as_long(wide, long)
    project = figures(capsys, str(demo), *about)
    found = figures(capsys, str(long), *(["--sets"] if layer == "frame" else []))
    same = set(found) & set(project)
    assert (None, "alpha", "nominal") in same
    for key in same:  # sets come in another order, and so are sums
        assert found[key] == pytest.approx(project[key], rel=1e-12)
