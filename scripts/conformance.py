"""Write docs/conformance.md: published values, ours, and those of other libraries.

Run it as `python -m scripts.conformance` (make conformance). A test keeps our values true, and
those of the libraries where the same versions are installed.
"""

from __future__ import annotations

import io
import itertools
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.agreement import Options, report
from annotator.agreement.table import read_table
from scripts.peers import PEERS, Given, given, versions
from scripts.tool_facts import Fact, facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.agreement import Agreement, LayerAnswers

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "agreement" / "golden.json"
PAGE = ROOT / "docs" / "conformance.md"

# The coefficient that is asked for, and what of it the case is about.
COEFFICIENTS = {
    "krippendorff_alpha": ("alpha", "Krippendorff's alpha"),
    "cohen_kappa": ("kappa", "Cohen's kappa"),
    "weighted_kappa": ("weighted-kappa", "weighted kappa"),
    "scott_pi": ("pi", "Scott's pi"),
    "fleiss_kappa": ("fleiss", "Fleiss' kappa"),
    "fleiss_kappa_category": ("fleiss", "Fleiss' kappa of {category}"),
    "conger_kappa": ("conger", "Conger's kappa"),
    "light_kappa": ("light", "Light's kappa"),
    "gwet_ac1": ("ac1", "AC1"),
    "gwet_ac2": ("ac2", "AC2"),
    "brennan_prediger": ("bp", "Brennan–Prediger"),
    "percent_agreement": ("percent", "percent agreement"),
    "specific_agreement": ("alpha", "positive agreement on {category}"),
    "u_alpha_2016": ("u", "u-alpha"),
    "u_binary_2016": ("u", "binary u-alpha"),
    "alpha_u": ("alpha-u", "alpha-U 1995"),
    "alpha_u_category": ("alpha-u", "alpha-U 1995 of {category}"),
}
OF_SPANS = {
    "u_alpha_2016": "u",
    "u_binary_2016": "u_binary",
    "alpha_u": "alpha_u",
    "alpha_u_category": "alpha_u",
}
QUANTITIES = {"alpha": "", "Do": ", observed disagreement", "De": ", expected disagreement"}
BASES = {
    "paper": "P",
    "software": "S",
    "test_suite": "T",
    "computed": "C",
    "definition": "D",
}
HOW_TO_READ = """\
- **published** is the value that must come out. Its *basis*: **P** a publication, as the test suite
  named asserts it (the publication itself was not opened); **S** printed by the software named;
  **T** asserted by the test suite named, without a publication; **C** computed for this project by
  two programs of different origin, where nobody publishes a value; **D** by definition of this
  project.
- **difference** is ours minus published; published values are rounded.
- A dash: the library has no function for this coefficient with these weights. A word: the exception
  that it raised on these data. Distances given as a table are handed to nltk and krippendorff as a
  function, to statsmodels as a matrix.
- An asterisk: farther from the published value than its tolerance, or a number where the figure is
  undefined."""
# Below this a difference is that of the last binary digits.
NOISE = 1e-12


def cases() -> list[dict[str, Any]]:
    """The published cases."""
    loaded: list[dict[str, Any]] = json.loads(CASES.read_text(encoding="utf-8"))
    return loaded


# ------------------------------------------------------------------ our values


def ours(case: Mapping[str, Any]) -> float | str:
    """What this program gives for a case: a value, or the reason why there is none."""
    result = _result(case)
    if "category" in case:
        (result,) = (one for one in result.per_code if one.code == str(case["category"]))
    value = {
        "alpha": result.positive if case["metric"] == "specific_agreement" else result.value,
        "Do": None if result.observed is None else 1 - result.observed,
        "De": None if result.expected is None else 1 - result.expected,
    }[case.get("quantity", "alpha")]
    return value if value is not None else str(result.reason)


def _result(case: Mapping[str, Any]) -> Agreement:
    table = case.get("distance_table")
    options = Options(
        ci=0,
        coefficient=COEFFICIENTS[case["metric"]][0],
        distance=case.get("distance") or case.get("weights"),
        table=(table["labels"], table["matrix"]) if table else None,
    )
    if case["metric"] in OF_SPANS:
        results = _reported(_marked(case), options)
        name = OF_SPANS[case["metric"]]
        return next(one for one in results if (one.step, one.coefficient) == ("evidence", name))
    order = [str(one) for one in case["categories"]] if "categories" in case else None
    return _reported(_rated(case["data"], order), options)[0]


def _reported(answers: LayerAnswers, options: Options) -> Sequence[Agreement]:
    return report([answers], options, source="", made_at="", program="").results


def _rated(rows: Sequence[Sequence[Any]], order: Sequence[str] | None) -> LayerAnswers:
    lines = (
        json.dumps({"unit": str(unit), "annotator": who, "value": value})
        for who, unit, value in rows
    )
    return read_table(io.StringIO("\n".join(lines)), suffix=".jsonl", order=order)


def _marked(case: Mapping[str, Any]) -> LayerAnswers:
    begin, length = case["continuum"]["begin"], case["continuum"]["length"]
    lines = ["unit,annotator,value,start,end,length"]
    for who, unit, span in case["data"]:
        start = span["start"] - begin
        lines.append(f"{unit},{who},{span['label']},{start},{start + span['length']},{length}")
    return read_table(io.StringIO("\n".join(lines)), suffix=".csv", start_column="start",
                      end_column="end", length_column="length")  # fmt: skip


# ------------------------------------------------------------------ the page


def page() -> str:
    """The whole page."""
    return "\n".join([*_head(), *_published(), "", *_tools(), ""])


def _head() -> Iterator[str]:
    installed = versions()
    yield "# Conformance"
    yield ""
    yield (
        "Written by `make conformance` from `tests/agreement/golden.json`; do not edit. A test "
        "computes our values anew. How each figure is defined stands in "
        "[agreement.md](agreement.md)."
    )
    yield ""
    yield f"Compared with: {', '.join(f'{name} {installed[name]}' for name in PEERS)}."
    yield ""
    yield HOW_TO_READ
    yield ""
    yield "## Published values"


def _published() -> Iterator[str]:
    groups = itertools.groupby(cases(), key=lambda case: (case["source"], case.get("read_from")))
    for (source, read_from), group in groups:
        yield ""
        yield f"**{source}**" + (f" (read in {read_from})" if read_from else "")
        yield ""
        yield f"| case | computed | basis | published | ours | difference | {' | '.join(PEERS)} |"
        yield f"|{'---|' * (6 + len(PEERS))}"
        for case in group:
            yield row(case)


def row(case: Mapping[str, Any]) -> str:
    """The row of a case."""
    mine, expected = ours(case), case["expected"]
    published = case["reason"] if expected is None else f"{expected:.10g}"
    difference = ""
    if expected is not None and isinstance(mine, float):
        difference = _difference(mine - expected)
    cells = [
        f"`{case['id']}`",
        asked(case),
        BASES[case["basis"]],
        published,
        shown(mine),
        difference,
        *(_peer(given(peer, case), case) for peer in PEERS),
    ]
    return f"| {' | '.join(cells)} |"


def asked(case: Mapping[str, Any]) -> str:
    """What is computed, in words."""
    name = COEFFICIENTS[case["metric"]][1].format(category=case.get("category"))
    metric = case.get("distance") or case.get("weights") or ""
    if "distance_table" in case:
        metric = "table"
    said = f"{name}, {metric}" if metric and metric != "identity" else name
    return said + QUANTITIES[case.get("quantity", "alpha")]


def _peer(value: Given, case: Mapping[str, Any]) -> str:
    if value is None:
        return "–"
    if isinstance(value, str) or math.isnan(value):
        return shown(value)
    expected = case["expected"]
    # A difference of the last binary digits is none, also where no tolerance is left for it.
    is_far = expected is None or abs(value - expected) > case["tolerance"] + NOISE
    return shown(value) + ("*" if is_far else "")


def shown(value: float | str) -> str:
    """A number with six digits, or a word."""
    return value if isinstance(value, str) else f"{value + 0.0:.6f}"


def _difference(value: float) -> str:
    return "0" if abs(value) < NOISE else f"{value:.1e}"


# ------------------------------------------------------------------ other tools


def _tools() -> Iterator[str]:
    yield "## Where libraries give something else"
    yield ""
    yield (
        "Inputs on which a library gives another figure than the definition, or none. A letter or "
        "digit is an answer; A and B are two annotators. Only what runs here is listed: R packages "
        "and annotation tools are not."
    )
    yield ""
    yield "| library | asked | gives | by the definition |"
    yield "|---|---|---|---|"
    installed = versions()
    for fact in facts():
        right = by_definition(fact)
        yield (
            f"| {fact.tool} {installed[fact.tool]} | {fact.asked} | {shown(fact.given)} "
            f"| {shown(right)} |"
        )


def by_definition(fact: Fact) -> float | str:
    """What this program gives for the same input, or what was written down."""
    if not fact.rows:
        return fact.definition
    first = _reported(_rated(fact.rows, fact.order), Options(ci=0, **fact.options))[0]
    return first.value if first.value is not None else f"undefined: `{first.reason}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
