"""docs/agreement.md names all that a report can say."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from annotator.agreement.distances import DISTANCES
from annotator.agreement.options import COEFFICIENTS
from annotator.agreement.references import COEFFICIENTS as CITED
from annotator.agreement.results import Reason, Slug, Step

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
