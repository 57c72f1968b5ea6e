"""A result with all its words: warnings, paragraph, reference; and the names of its layer.

May import `annotator.model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from annotator.agreement.cautions import cautions, remark_cautions
from annotator.agreement.results import Agreement, LayerName, Report
from annotator.agreement.sentences import SENTENCES, counted
from annotator.agreement.words import reference_of, references_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.agreement.ratings import LayerAnswers
    from annotator.model import Remark

# Results that are parts of another and have warnings of their own.
PARTS = ("per_code", "without", "over_time", "groups", "intra")


def layer_name(answers: LayerAnswers) -> LayerName:
    """A layer as its report names it."""
    layer, codebook = answers.layer, answers.codebook
    codes = codebook.codes_of(layer) if codebook else layer.codes
    targets = codebook.targets_of(layer) if codebook else ()
    holders = codebook.holders if codebook and layer.holder else ()
    return LayerName(
        key=layer.key,
        label=dict(layer.label),
        answer=layer.answer,
        unit=layer.unit if codebook else "unit",
        has_targets=bool(codebook and layer.per_target),
        has_holders=bool(codebook and layer.holder),
        is_declared=bool(codebook or layer.codes),
        codes={code.key: dict(code.label) for code in codes},
        targets={target.key: dict(target.label) for target in targets},
        holders={holder.key: dict(holder.label) for holder in holders},
    )


def told(
    result: Agreement, layer: LayerName, language: str, remarks: Sequence[Remark] = (),
    titles: Mapping[str, str] | None = None,
) -> Agreement:  # fmt: skip
    """The result with its warnings, its paragraph and what to cite.

    What was noticed while reading is a warning on results that hold the tables of their layer.
    """
    parts = {
        name: tuple(_warned(one, layer, language, titles) for one in getattr(result, name))
        for name in PARTS
    }
    warned = _warned(msgspec.structs.replace(result, **parts), layer, language, titles)
    if warned.step is None and warned.target is None and warned.per_pair:
        noticed = tuple(remark_cautions(remarks, language))
        warned = msgspec.structs.replace(warned, warnings=(*warned.warnings, *noticed))
    return msgspec.structs.replace(
        warned, words=words_of(warned, layer, language), reference=reference_of(result)
    )


def methods_paragraph(report: Report, language: str) -> str:
    """The report as text for a paper: a paragraph a layer, then what it was computed with."""
    every = list(dict.fromkeys(one.layer for one in report.results))
    keys = [key for key in every if any(one.n_ratings for one in heads_of(report, key))] or every
    said = [
        " ".join(
            words_of(one, layer_of(report, key), language, in_full=not place)
            for place, one in enumerate(heads_of(report, key))
        )
        for key in keys
    ]
    return "\n\n".join([*said, _made_with(report, keys, language)])


def layer_of(report: Report, key: str) -> LayerName:
    """The names of a layer; its key alone where a report was made without them."""
    for layer in report.layers:
        if layer.key == key:
            return layer
    return LayerName(key=key, label={}, answer="single", unit="unit")


def heads_of(report: Report, layer: str) -> list[Agreement]:
    """The first result of each step of a layer, over all targets together where they are."""
    heads: dict[str | None, Agreement] = {}
    targets = [one.target for one in report.results if one.layer == layer]
    for one in report.results:
        if one.layer == layer and one.target == targets[0]:
            heads.setdefault(one.step, one)
    return list(heads.values())


def _warned(
    result: Agreement, layer: LayerName, language: str, titles: Mapping[str, str] | None
) -> Agreement:
    warnings = tuple(cautions(result, layer, language, titles))
    return msgspec.structs.replace(result, warnings=warnings) if warnings else result


def _made_with(report: Report, keys: Sequence[str], language: str) -> str:
    say, codebook, rounds = SENTENCES[language], "", ""
    if report.codebook:
        codebook = say["with_codebook"].format(
            key=report.codebook.key, version=report.codebook.version
        )
    if report.rounds:
        rounds = counted(say, "in_rounds", len(report.rounds))
        rounds = rounds.format(rounds=", ".join(report.rounds))
    made = say["made_with"].format(
        program=report.program, source=report.source, codebook=codebook, rounds=rounds
    )
    heads = [one for key in keys for one in heads_of(report, key)]
    works = references_of(one for one in heads if one.value is not None)
    return " ".join([made, say["cite"].format(references=" ".join(works))] if works else [made])
