"""A report that has one of everything, made by hand: what each part says is known."""

from __future__ import annotations

import msgspec

from annotator.agreement.results import (
    Agreement,
    Caution,
    CodebookName,
    CodePair,
    Coincidences,
    Disagreement,
    Given,
    HolderCount,
    Interval,
    LayerName,
    Pair,
    Report,
    UnitName,
)
from annotator.agreement.telling import told

AWKWARD = "50 % | a_b\\c <i>*x*</i> {y} #1 ~$&^ “è” 中 -- [z]"
UID = "5b2ee4c0-3a7d-5e0f-9a52-1c0d5a7c9e11"
DRAWN = Interval(0.12345678901, 0.9, 0.95, "bootstrap", "document", 1000, 0, 7)
BELOW = Interval(-0.3, 0.4, 0.95, "bootstrap", "unit", 500, 1, 0)
PARAGRAPH = UnitName(document=UID, paragraph=11, target="law", holder="author")

FRAME = LayerName(
    key="frame",
    label={"en": "Frame", "it": "Cornice"},
    answer="multiple",
    unit="paragraph",
    has_targets=True,
    has_holders=True,
    codes={
        "money": {"en": "Money", "it": "Denaro"},
        "power": {"en": AWKWARD, "it": AWKWARD},
    },
    targets={"law": {"en": "The law", "it": "La legge"}},
)


def figure(value: float | None, **fields) -> Agreement:
    """A figure of the layer with counts that make no warning."""
    known = {
        "layer": "frame",
        "coefficient": "alpha",
        "distance": "masi",
        "value": value,
        "percent": 0.81,
        "n_units": 412,
        "n_units_used": 388,
        "n_single": 24,
        "n_documents": 30,
        "n_annotators": 3,
        "n_ratings": 900,
        "n_pairs": 700,
        "interval": DRAWN if value is not None else None,
    }
    return Agreement(**{**known, **fields})


def _code(key: str, value: float | None, **fields) -> Agreement:
    return figure(
        value,
        code=key,
        distance="nominal",
        prevalence=(0.25,),
        positive=0.5,
        negative=0.75,
        ac1=0.9,
        n_positive={"anna": 30, "b|c": 20},
        **fields,
    )


def headline(**fields) -> Agreement:
    """A result that holds every table."""
    known = {
        "observed": 0.9,
        "expected": 0.4,
        "ac1": 0.85,
        "codes": ("money", "power"),
        "prevalence": (0.25, 0.5),
        "p_below_667": 0.04,
        "p_below_800": 0.5,
        "per_code": (_code("money", 0.7), _code("power", -0.2, by=None),
                     _code("unused", None, reason="no_variation")),
        "per_pair": (
            Pair(("anna", "b|c"), 1234, 0.71, 0.7, 0.8),
            Pair(("anna", "dario"), 3, None, None, 1.0, "no_variation"),
        ),
        "without": (figure(0.8, group="anna", change=0.09), figure(0.6, group="b|c", change=-0.11)),
        "intra": (figure(0.9, days_between=8.0), figure(0.95, by="annotator", group="anna")),
        "over_time": (
            figure(0.8, by="week", group="2026-W01", rates={"anna": {"money": 0.25}}),
            figure(0.2, by="week", group="2026-W02", rest=DRAWN, below_rest=True, interval=BELOW),
        ),
        "groups": (figure(0.6, by="group", group="men"),
                   figure(0.4, by="group", between=("men", "women"))),
        "coincidences": Coincidences(("none", "money"), ((30.0, 1.5), (1.5, 20.0))),
        "distance_table": Coincidences(("none", "money"), ((0.0, 1.0), (1.0, 0.0))),
        "code_pairs": (CodePair(("money", "none"), 1, 2, {"anna": 2}, {}, (PARAGRAPH,) * 4, 9),),
        "by_holder": (HolderCount("law", "author", 12, 3),),
        "n_disagreements": 57,
        "disagreements": (
            Disagreement(PARAGRAPH, 0.125, (Given("coded", ("money", "power"), ("anna",)),
                                            Given("cannot_tell", (), ("b|c", "dario")))),
            Disagreement(UnitName(document=UID), 0.1, (Given("none", (), ("anna",)),)),
            Disagreement(UnitName(unit="u 7"), 0.05, (Given("skipped", (), ("anna",)),)),
        ),
        "warnings": (Caution("drift", {}, "Look at the weeks."),),
    }  # fmt: skip
    return figure(0.712345678912345, **{**known, **fields})


def full_report(language: str = "en", **fields) -> Report:
    """The headline, a step, percent, a target, and a layer without a figure."""
    results = [
        headline(),
        figure(0.81, coefficient="percent", distance=None),
        figure(None, step="evidence", coefficient="u", distance=None, reason="overlapping_spans"),
        figure(0.5, target="law", step="addressed", distance="nominal"),
    ]
    text = Agreement(layer="words", coefficient="alpha", reason="not_comparable", n_ratings=3)
    known = {
        "program": "annotator 0",
        "source": AWKWARD,
        "made_at": "2026-03-02T09:14:07Z",
        "codebook": CodebookName("study", "1.0.0", "0" * 64),
        "rounds": ("main", "again"),
        "annotators": ("anna", "b|c", "dario"),
        "layers": (FRAME,),
        "options": {"coefficient": "alpha", "ci": 1000, "target": None, "language": language},
        "notes": (AWKWARD,),
        "results": tuple(_told(one, language) for one in (*results, text)),
    }
    return Report(**{**known, **fields})


def _told(one: Agreement, language: str) -> Agreement:
    layer = FRAME if one.layer == "frame" else LayerName(
        key="words", label={}, answer="text", unit="paragraph"
    )  # fmt: skip
    made = told(one, layer, language)
    return msgspec.structs.replace(made, warnings=(*one.warnings, *made.warnings))
