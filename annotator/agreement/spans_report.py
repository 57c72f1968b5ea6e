"""The results of a layer about marked words: the alphas for unitizing, and F1.

Turns judgements into results without words. May import `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.figures import FEWEST_DOCUMENTS
from annotator.agreement.intervals import Blocks, bootstrap, interval_of
from annotator.agreement.results import Agreement
from annotator.agreement.spans import judgements_of
from annotator.agreement.spans_continuum import Binary, Coded, OlderAlpha
from annotator.agreement.spans_f1 import F1, F1Score
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.coefficients import Estimates, Statistic
    from annotator.agreement.intervals import Cluster
    from annotator.agreement.options import Options
    from annotator.agreement.ratings import Floats, Indices, LayerAnswers
    from annotator.agreement.results import Reason
    from annotator.agreement.rows import Rows
    from annotator.agreement.spans import Judgements, Mask, Texts

# Coefficients that are asked for by name and concern nothing but marked words.
ON_REQUEST = ("u", "alpha-u")


def span_agreements(answers: LayerAnswers, rows: Rows, options: Options) -> list[Agreement]:
    """What a layer's marked words agree in; nothing where nobody marked any.

    The default is the binary alpha (marked or not), over all codes and code by code; the same
    where everybody chose the code; u over all codes; F1. Where "u" or "alpha-u" is asked for,
    there is a result in any case.
    """
    wanted = options.coefficient
    if wanted not in ("alpha", "all", *ON_REQUEST):
        return []
    if answers.evidence is None or not len(answers.evidence.row):
        return [_nothing(answers, wanted)] if wanted in ON_REQUEST else []
    made = _Evaluation(judgements_of(answers, rows), options, answers.layer.key, rows.annotators)
    if wanted == "alpha-u":
        return [made.result(made.question("alpha_u"))]
    names = ["u_binary", "where_chosen", "u", *(["cu"] if wanted == "u" else []), *F1]
    return [made.result(made.question(name)) for name in names]


def _nothing(answers: LayerAnswers, wanted: str) -> Agreement:
    name = "alpha_u" if wanted == "alpha-u" else "u_binary"
    return Agreement(layer=answers.layer.key, step="evidence", coefficient=name, reason="no_units")


@dataclass(frozen=True, eq=False)
class _Part:
    """One figure of a question: of a code, or (None) of all; `statistic` None: not computable."""

    code: int | None
    counted: Mask
    texts: Texts
    statistic: Statistic | None
    reason: Reason | None
    coefficient: str


@dataclass(frozen=True, eq=False)
class _Question:
    """A coefficient over all codes, and code by code."""

    step: str
    whole: _Part
    by_code: tuple[_Part, ...]


class _Evaluation:
    """The judgements of a layer on their way to results."""

    def __init__(
        self, judgements: Judgements, options: Options, layer: str, annotators: Sequence[str]
    ):
        self.judgements = judgements
        self.options = options
        self.layer = layer
        self.annotators = annotators

    def question(self, name: str) -> _Question:
        """A coefficient and its parts."""
        n_codes = len(self.judgements.codes)
        codes = range(n_codes) if n_codes > 1 else range(0)
        step, coefficient, of_code = "evidence", name, name
        if name == "where_chosen":
            step, coefficient, of_code = "evidence_where_chosen", "u_binary", "u_binary"
        if name == "cu":
            of_code = "ku"
        chosen = name == "where_chosen"
        whole = self._part(coefficient, None, where_chosen=chosen)
        by_code = () if name == "u" else tuple(
            self._part(of_code, code, where_chosen=chosen) for code in codes
        )  # fmt: skip
        return _Question(step, whole, by_code)

    def _part(self, coefficient: str, code: int | None, *, where_chosen: bool) -> _Part:
        judgements = self.judgements
        # A code among the others is a question about all of them.
        of_texts = None if coefficient == "ku" else code
        counted = judgements.counted(of_texts, where_chosen=where_chosen)
        texts = judgements.texts(of_texts, counted)
        reason = self._reason(counted, texts)
        if reason is None and coefficient in ("u", "cu", "ku"):
            overlap = texts.spans.united(by_code=True).has_overlap()
            reason = "overlapping_spans" if overlap else None
        statistic = None if reason else self._statistic(coefficient, texts, code)
        return _Part(code, counted, texts, statistic, reason, coefficient)

    def _statistic(self, coefficient: str, texts: Texts, code: int | None) -> Statistic:
        n_codes = len(self.judgements.codes)
        if coefficient == "u_binary":
            return Binary(texts)
        if coefficient == "alpha_u":
            return OlderAlpha(texts)
        if coefficient in F1:
            return F1Score(coefficient, texts)
        return Coded(texts, n_codes, coefficient, code or 0)

    def _reason(self, counted: Mask, texts: Texts) -> Reason | None:
        n_annotators = len(np.unique(self.judgements.annotator[counted]))
        if n_annotators < 2:
            return "one_annotator" if n_annotators else "no_units"
        return None if texts.pairable.any() else "no_pairable_units"

    def result(self, question: _Question) -> Agreement:
        """A question's results: one, with those of the codes within."""
        parts = [question.whole, *question.by_code]
        figures = self._figures([part.statistic for part in parts])
        whole, *codes = [
            Agreement(
                layer=self.layer,
                step=question.step,
                code=None if part.code is None else self.judgements.codes[part.code],
                coefficient=part.coefficient,
                **self._counts(part),
                **({"reason": part.reason} if part.reason else figure),
            )
            for part, figure in zip(parts, figures, strict=True)
        ]
        return msgspec.structs.replace(whole, per_code=tuple(codes))

    def _counts(self, part: _Part) -> dict[str, Any]:
        judgements, texts = self.judgements, part.texts
        raters, pairable = texts.n_raters, texts.pairable
        documents = judgements.document_ix[pairable]
        return {
            "n_units": int((raters > 0).sum()),
            "n_units_used": int(pairable.sum()),
            "n_single": int((raters == 1).sum()),
            "n_documents": len(np.unique(documents[documents >= 0])),
            "n_annotators": len(np.unique(
                judgements.annotator[part.counted & pairable[judgements.text]])),
            "n_ratings": int(part.counted.sum()),
            "n_pairs": int((raters * (raters - 1) // 2).sum()),
            "n_cannot_tell": judgements.n_cannot_tell,
            "n_skipped": judgements.n_skipped,
            "n_without_span": judgements.n_unmarked(part.code),
            **self._shares(part),
        }  # fmt: skip

    def _shares(self, part: _Part) -> dict[str, Any]:
        """The share of characters that are marked, and who marked words in how many texts."""
        judgements, texts = self.judgements, part.texts
        n = max(int((texts.n_raters * texts.length)[texts.pairable].sum()), 1)
        spans = texts.spans.united(by_code=True)
        length = np.bincount(spans.code, spans.length, len(judgements.codes)) / n
        if part.code is None:
            shares = tuple(float(share) for share in length)
            return {"codes": judgements.codes, "prevalence": shares}
        marking = np.unique(spans.judgement[spans.code == part.code])
        by_annotator = np.bincount(judgements.annotator[marking], minlength=len(self.annotators))
        present = np.unique(judgements.annotator[part.counted])
        return {
            "prevalence": (float(length[part.code]),),
            "n_positive": {self.annotators[who]: int(by_annotator[who]) for who in present},
        }

    @cached_property
    def _blocks(self) -> Blocks:
        """What is drawn: documents where there are some, else texts that two could mark."""
        judgements = self.judgements
        n_texts = len(judgements.length)
        n_answers = np.bincount(judgements.text[judgements.answered], minlength=n_texts)
        number = np.arange(n_texts)
        one = np.ones(n_texts, np.int64)
        present, document = np.unique(judgements.document_ix, return_inverse=True)
        if self._cluster(judgements.document_ix[n_answers >= 2]) == "document":
            return Blocks(np.ones(len(present)), "document", document, number, one)
        drawn = (n_answers >= 2).astype(np.float64)
        return Blocks(drawn, "unit", number, number, one)

    def _cluster(self, document_ix: Indices) -> Cluster:
        n_documents = len(np.unique(document_ix[document_ix >= 0]))
        if self.options.cluster == "document" and not n_documents and len(document_ix):
            raise Unavailable(
                "The documents are not known, so they cannot be redrawn",
                remedy="name the column that holds them (--document-column)",
            )
        if self.options.cluster is None:
            return "document" if n_documents >= FEWEST_DOCUMENTS else "unit"
        return self.options.cluster if n_documents else "unit"

    def _figures(self, statistics: list[Statistic | None]) -> list[dict[str, Any]]:
        """Value, interval and the rest; all share their draws. Nothing for what is not there."""
        known = [one for one in statistics if one is not None]
        drawn: Sequence[Floats | None] = [None] * len(known)
        if self.options.ci and known:
            draws, seed = self.options.ci, self.options.seed
            drawn = bootstrap(known, self._blocks, draws=draws, seed=seed)
        values = iter(zip(known, drawn, strict=True))
        return [{} if one is None else self._figure(*next(values)) for one in statistics]

    def _figure(self, statistic: Statistic, drawn: Floats | None) -> dict[str, Any]:
        sums = statistic.terms.sum(axis=0)[None, :]
        estimates = statistic.estimates(np.zeros((1, 0)), sums)
        figure = _numbers(estimates)
        if figure["value"] is None:
            return {**figure, "reason": "no_variation"}
        if drawn is None:
            return figure
        interval = interval_of(drawn, cluster=self._blocks.cluster, seed=self.options.seed)
        if interval is None:
            return {**figure, "reason": "interval_undefined"}
        defined = drawn[~np.isnan(drawn)]
        return {
            **figure,
            "interval": interval,
            "se": float(defined.std(ddof=1)) if len(defined) > 1 else None,
            "p_below_667": float((defined < 0.667).mean()),
            "p_below_800": float((defined < 0.8).mean()),
        }


def _numbers(estimates: Estimates) -> dict[str, float | None]:
    numbers = {
        "value": estimates.value[0],
        "observed": estimates.observed[0],
        "expected": estimates.expected[0],
    }
    return {name: float(one) if np.isfinite(one) else None for name, one in numbers.items()}
