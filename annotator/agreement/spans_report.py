"""The results of a layer about marked words: which figures it has, or why it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.agreement.results import Agreement
from annotator.agreement.spans_f1 import F1
from annotator.agreement.spans_figures import WHERE_CHOSEN, SpanFigures

if TYPE_CHECKING:
    from annotator.agreement.options import Options
    from annotator.agreement.ratings import LayerAnswers
    from annotator.agreement.rows import Rows

# Coefficients that are asked for by name and concern nothing but marked words.
ON_REQUEST = ("u", "alpha-u")


def span_agreements(
    answers: LayerAnswers, rows: Rows, options: Options, known: SpanFigures | None = None
) -> list[Agreement]:
    """What a layer's marked words agree in; nothing where nobody marked any.

    The default is the binary alpha (marked or not), over all codes and code by code; the same
    where everybody chose the code; u over all codes; F1. Targets are pooled, unless one is asked
    for and `rows` are about it alone. Where "u" or "alpha-u" is asked for, there is a result in
    any case. `known` are the figures of these answers if they have been begun.
    """
    wanted = options.coefficient
    if wanted not in ("alpha", "all", *ON_REQUEST):
        return []
    is_marked = answers.evidence is not None and len(answers.evidence.row) > 0
    if not is_marked and wanted not in ON_REQUEST:
        return []
    if answers.evidence is None:
        return [_nothing(answers, options, {"reason": "no_units"})]
    made = known or SpanFigures(answers, rows, options)
    if not is_marked:
        return [_nothing(answers, options, made.without_words())]
    if wanted == "alpha-u":
        return made.results(["alpha_u"])
    names = ["u_binary", WHERE_CHOSEN, "u", *(["cu"] if wanted == "u" else []), *F1]
    return made.results(names)


def _nothing(answers: LayerAnswers, options: Options, figure: dict[str, Any]) -> Agreement:
    return Agreement(
        layer=answers.layer.key,
        target=options.target,
        step="evidence",
        coefficient="alpha_u" if options.coefficient == "alpha-u" else "u_binary",
        **figure,
    )
