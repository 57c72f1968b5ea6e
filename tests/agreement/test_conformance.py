"""docs/conformance.md says what this program gives, and what the libraries installed here give."""

from __future__ import annotations

import re

import pytest

from scripts.conformance import PAGE, by_definition, cases, row, shown
from scripts.peers import PEERS, versions
from scripts.tool_facts import facts

TEXT = PAGE.read_text(encoding="utf-8")
N_OWN = 6  # case, computed, basis, published, ours, difference
WRITTEN = {line.split("`")[1]: line for line in TEXT.splitlines() if line.startswith("| `")}


def cells(line):
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def same_versions():
    return all(f"{name} {version}" in TEXT for name, version in versions().items())


def test_every_published_case_stands_on_the_page_once():
    assert list(WRITTEN) == [case["id"] for case in cases()]
    assert len(WRITTEN) == len(re.findall(r"^\| `", TEXT, re.MULTILINE)) == 116


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_row_of_the_page_comes_out_again(case):
    made, written = cells(row(case)), cells(WRITTEN[case["id"]])
    assert len(written) == N_OWN + len(PEERS)
    assert made[:N_OWN] == written[:N_OWN]
    if same_versions():
        assert made[N_OWN:] == written[N_OWN:]


def test_our_value_on_the_page_is_the_published_one_within_its_tolerance():
    for case in cases():
        ours = cells(WRITTEN[case["id"]])[4]
        if case["expected"] is None:
            assert ours == case["reason"]
        else:
            # The page rounds to six digits.
            assert float(ours) == pytest.approx(case["expected"], abs=case["tolerance"] + 5e-7)


def test_what_libraries_give_otherwise_comes_out_again():
    table = TEXT[TEXT.index("## Where libraries") :]
    made = list(facts())
    assert table.count("\n| ") == len(made) + 1
    for fact in made:
        (line,) = [line for line in table.splitlines() if f"| {fact.asked} |" in line]
        assert cells(line)[3] == shown(by_definition(fact))
        if same_versions():
            assert cells(line)[2] == shown(fact.given)


def test_libraries_listed_as_giving_otherwise_do_so():
    if not same_versions():
        pytest.skip("other versions may give something else")
    for fact in facts():
        assert shown(fact.given) != shown(by_definition(fact)), fact.asked
