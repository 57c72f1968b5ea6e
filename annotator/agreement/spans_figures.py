"""The figures of marked words: the alphas for unitizing and F1, summed by text.

Turns judgements into results without words. May import `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np

from annotator.agreement.intervals import Blocks, bootstrap
from annotator.agreement.ranks import distinct
from annotator.agreement.results import Agreement
from annotator.agreement.sample import FEWEST_DOCUMENTS
from annotator.agreement.sharing import figures_of
from annotator.agreement.spans import judgements_of
from annotator.agreement.spans_continuum import Binary, Coded, OlderAlpha, per_text
from annotator.agreement.spans_f1 import F1, F1Score, f1_terms
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.coefficients import Estimates, Statistic
    from annotator.agreement.intervals import Cluster
    from annotator.agreement.options import Options
    from annotator.agreement.patterns import Tally
    from annotator.agreement.ratings import Floats, Indices, Integers, LayerAnswers
    from annotator.agreement.results import Reason
    from annotator.agreement.rows import Rows
    from annotator.agreement.spans import Mask, Texts

# Which judgements count: those that say which words show the code, those of texts in which all
# chose it, or those that say so of one code at least.
Scope = Literal["answered", "where_chosen", "somewhere"]
# What is summed by text, for which code (None: all), over which judgements.
Key = tuple[str, int | None, Scope]

# Coefficients whose terms are kept by text.
KEPT = ("u_binary", "u")
# The binary alpha once more, over texts in which everybody chose the code.
WHERE_CHOSEN = "where_chosen"


@dataclass(frozen=True, eq=False)
class _View:
    """The words for a code, or for all: of whom, in which texts, and how much that is."""

    counted: Mask
    texts: Texts
    reason: Reason | None
    counts: dict[str, Any]


@dataclass(frozen=True, eq=False)
class _Part:
    """One figure; `statistic` None: not computable, for a reason."""

    coefficient: str
    code: int | None
    counts: dict[str, Any]
    statistic: Statistic | None
    terms: Floats | None
    reason: Reason | None


@dataclass(frozen=True, eq=False)
class Former:
    """What was summed by text before some texts changed.

    `number` gives each former text its number now, -1 if it changed or is gone; None where all
    are numbered as before. `small` are the figures of the changed texts alone, and `fresh` their
    numbers now.
    """

    figures: SpanFigures
    number: Integers | None
    small: SpanFigures
    fresh: Integers
    n_texts: int

    def terms(self, key: Key) -> Floats:
        """The sums of all texts as they are now."""
        old, new = self.figures.terms(*key), self.small.terms(*key)
        if self.number is None:
            made = old.copy()
            made[self.fresh] = new
            return made
        made = np.zeros((self.n_texts, old.shape[1]))
        stays = self.number >= 0
        made[self.number[stays]] = old[stays]
        made[self.fresh] = new
        return made


class Summed:
    """A statistic with other rows of terms."""

    tally: Tally | None = None

    def __init__(self, statistic: Statistic, terms: Floats):
        self._statistic = statistic
        self.terms = terms

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """See Statistic."""
        return self._statistic.estimates(counts, terms)


class SpanFigures:
    """The marked words of a layer on their way to results.

    With `former`, only the texts that changed since are gone through mark by mark.
    """

    def __init__(
        self, answers: LayerAnswers, rows: Rows, options: Options, former: Former | None = None
    ):
        self.judgements = judgements_of(answers, rows)
        self.options = options
        self.layer = answers.layer.key
        self.annotators = rows.annotators
        self._former = former
        self._looks: dict[tuple[int | None, Scope], tuple[Mask, Texts]] = {}
        self._views: dict[tuple[int | None, Scope], _View] = {}
        self._terms: dict[Key, Floats] = {}

    def terms(self, kind: str, code: int | None, scope: Scope) -> Floats:
        """Some sums by text for the words of a code, or of all."""
        key = (kind, code, scope)
        if key not in self._terms:
            self._terms[key] = self._former.terms(key) if self._former else self._summed_up(*key)
        return self._terms[key]

    def _summed_up(self, kind: str, code: int | None, scope: Scope) -> Floats:
        texts = self._look(code, scope)[1]
        if kind in F1:
            return f1_terms(kind, texts)
        if kind == "length":
            return _lengths(texts, len(self.judgements.codes))
        if kind == "overlap":
            spans = texts.by_code.sorted()
            return per_text(spans, spans.overlapping(), len(texts.length))[:, None]
        return self._alpha(kind, texts, code or 0).terms

    def _look(self, code: int | None, scope: Scope) -> tuple[Mask, Texts]:
        key = (code, scope)
        if key not in self._looks:
            if scope == "somewhere":
                counted = self.judgements.counted_somewhere()
            else:
                counted = self.judgements.counted(code, where_chosen=scope == "where_chosen")
            self._looks[key] = counted, self.judgements.texts(code, counted)
        return self._looks[key]

    def forget(self) -> None:
        """Keep the sums by text alone."""
        for name in ("_looks", "_views"):
            getattr(self, name).clear()
        self._former = None

    def results(self, names: Sequence[str]) -> list[Agreement]:
        """Each coefficient over all codes, and within it that of each code; one resample."""
        parts = {name: self._parts(name) for name in names}
        figures = iter(self._figures([part for each in parts.values() for part in each]))
        return [self._result(name, [(part, next(figures)) for part in each])
                for name, each in parts.items()]  # fmt: skip

    def without_words(self) -> dict[str, Any]:
        """What there is to say where nobody marked any: two or more may agree in just that."""
        view = self._view(None, "answered")
        return {"reason": "no_units"} if view.reason else {**view.counts, "reason": "no_variation"}

    def _parts(self, name: str) -> list[_Part]:
        n_codes = len(self.judgements.codes)
        scope: Scope = "where_chosen" if name == WHERE_CHOSEN else "answered"
        coefficient = "u_binary" if name == WHERE_CHOSEN else name
        codes = range(n_codes) if n_codes > 1 and name != "u" else ()
        of_code = "ku" if name == "cu" else coefficient
        return [
            self._part(coefficient, None, scope),
            *(self._part(of_code, code, scope) for code in codes),
        ]

    def _part(self, coefficient: str, code: int | None, scope: Scope) -> _Part:
        if coefficient in F1:
            return self._f1(coefficient, code)
        # A code among the others is a question about all of them.
        whose = None if coefficient == "ku" else code
        view = self._view(whose, scope)
        counts, reason = view.counts, view.reason
        if coefficient == "ku":
            counts = {**counts, **self._shares(code, (None, scope), view)}
        overlaps = coefficient in ("u", "cu", "ku") and self.terms("overlap", whose, scope).any()
        if reason is None and overlaps:
            reason = "overlapping_spans"
        if reason:
            return _Part(coefficient, code, counts, None, None, reason)
        if coefficient in KEPT:
            # The formula is that of any texts.
            texts = view.texts if self._former is None else self._former.small.texts_of(whose)
            terms = self.terms(coefficient, whose, scope)
            return _Part(coefficient, code, counts, self._alpha(coefficient, texts), terms, None)
        statistic = self._alpha(coefficient, view.texts, code or 0)
        return _Part(coefficient, code, counts, statistic, statistic.terms, None)

    def texts_of(self, code: int | None) -> Texts:
        """What was marked for a code, or for all."""
        return self._look(code, "answered")[1]

    def _f1(self, kind: str, code: int | None) -> _Part:
        n_codes = len(self.judgements.codes)
        view = self._view(code, "somewhere" if code is None else "answered")
        codes = range(n_codes) if code is None else [code]
        if view.reason:
            return _Part(kind, code, view.counts, None, None, view.reason)
        statistic = F1Score([self.terms(kind, each, "answered") for each in codes])
        return _Part(kind, code, view.counts, statistic, statistic.terms, None)

    def _view(self, code: int | None, scope: Scope) -> _View:
        key = (code, scope)
        if key not in self._views:
            counted, texts = self._look(code, scope)
            view = _View(counted, texts, self._reason(texts), self._counts(counted, texts))
            view.counts["n_without_span"] = self.judgements.n_unmarked(code)
            view.counts.update(self._shares(code, key, view))
            self._views[key] = view
        return self._views[key]

    def _alpha(self, coefficient: str, texts: Texts, code: int = 0) -> Statistic:
        if coefficient == "u_binary":
            return Binary(texts)
        if coefficient == "alpha_u":
            return OlderAlpha(texts)
        return Coded(texts, len(self.judgements.codes), coefficient, code)

    def _reason(self, texts: Texts) -> Reason | None:
        n_annotators = len(self._answering)
        if n_annotators < 2:
            return "one_annotator" if n_annotators else "no_units"
        return None if texts.pairable.any() else "no_pairable_units"

    @cached_property
    def _answering(self) -> Integers:
        return self._who(self.judgements.answered)

    def _who(self, counted: Mask) -> Integers:
        """The annotators of some judgements."""
        return np.flatnonzero(np.bincount(self.judgements.annotator.take(np.flatnonzero(counted))))

    def _result(self, name: str, figures: list[tuple[_Part, dict[str, Any]]]) -> Agreement:
        whole, *codes = [
            Agreement(
                layer=self.layer,
                target=self.options.target,
                step="evidence_where_chosen" if name == WHERE_CHOSEN else "evidence",
                code=None if part.code is None else self.judgements.codes[part.code],
                coefficient=part.coefficient,
                **part.counts,
                **figure,
            )
            for part, figure in figures
        ]
        return msgspec.structs.replace(whole, per_code=tuple(codes))

    def _counts(self, counted: Mask, texts: Texts) -> dict[str, Any]:
        judgements, raters, pairable = self.judgements, texts.n_raters, texts.pairable
        documents = judgements.document_ix[pairable]
        return {
            "n_units": int((raters > 0).sum()),
            "n_units_used": int(pairable.sum()),
            "n_single": int((raters == 1).sum()),
            "n_documents": len(distinct(documents[documents >= 0])),
            "n_annotators": len(self._who(counted & pairable[judgements.text])),
            "n_ratings": int(counted.sum()),
            "n_pairs": int((raters * (raters - 1) // 2).sum()),
            "n_cannot_tell": judgements.n_cannot_tell,
            "n_skipped": judgements.n_skipped,
        }

    def _shares(
        self, code: int | None, of_texts: tuple[int | None, Scope], view: _View
    ) -> dict[str, Any]:
        """The share of characters that are marked, and who marked words in how many texts."""
        judgements, texts = self.judgements, view.texts
        n = max(int((texts.n_raters * texts.length)[texts.pairable].sum()), 1)
        # Whole numbers: in any order the sum is the same.
        length = np.einsum("ij->j", self.terms("length", *of_texts)) / n
        if code is None:
            shares = tuple(float(share) for share in length)
            return {"codes": judgements.codes, "prevalence": shares}
        marked = texts.judgements
        if of_texts[0] is None:  # one code among all
            marked = marked[texts.marked.code[texts.which] == code]
        marking = distinct(marked)
        by_annotator = np.bincount(judgements.annotator[marking], minlength=len(self.annotators))
        return {
            "codes": (),
            "prevalence": (float(length[code]),),
            "n_positive": {self.annotators[who]: int(by_annotator[who])
                           for who in self._who(view.counted)},
        }  # fmt: skip

    @cached_property
    def _block_of_text(self) -> tuple[Cluster, Integers, int]:
        """What is drawn, which of it each text belongs to (-1: none), and how many there are.

        Documents where there are some, else texts that two annotators answered.
        """
        judgements = self.judgements
        n_texts = len(judgements.length)
        answers = np.bincount(judgements.text[judgements.answered], minlength=n_texts)
        paired = answers >= 2
        if self._cluster(judgements.document_ix[paired]) == "document":
            present, document = np.unique(judgements.document_ix, return_inverse=True)
            return "document", document, len(present)
        return "unit", np.where(paired, np.cumsum(paired) - 1, -1), int(paired.sum())

    def _summed(self, statistic: Statistic, terms: Floats) -> Summed:
        """The statistic of what is drawn: the sums over the texts of each."""
        here, starts = self._drawn_texts
        drawn = terms if len(here) == len(terms) else terms[here]
        return Summed(statistic, np.add.reduceat(drawn.astype(np.float64), starts, axis=0))

    @cached_property
    def _drawn_texts(self) -> tuple[Integers, Integers]:
        """The texts that belong to something that is drawn, and where each of that begins.

        Texts stand in the order of their documents.
        """
        block = self._block_of_text[1]
        here = np.flatnonzero(block >= 0)
        return here, np.flatnonzero(np.diff(block[here], prepend=-1))

    def _cluster(self, document_ix: Indices) -> Cluster:
        n_documents = len(distinct(document_ix[document_ix >= 0]))
        if self.options.cluster == "document" and not n_documents and len(document_ix):
            raise Unavailable(
                "The documents are not known, so they cannot be redrawn",
                remedy="name the column that holds them (--document-column)",
            )
        if self.options.cluster is None:
            return "document" if n_documents >= FEWEST_DOCUMENTS else "unit"
        return self.options.cluster if n_documents else "unit"

    def _figures(self, parts: list[_Part]) -> list[dict[str, Any]]:
        """Value, interval and the rest of each, or the reason why there are none."""
        known = [self._summed(part.statistic, part.terms) for part in parts
                 if part.statistic is not None and part.terms is not None]  # fmt: skip
        drawn: Sequence[Floats | None] = [None] * len(known)
        if self.options.ci and known:
            cluster, _, n_blocks = self._block_of_text
            number, one_each = np.arange(n_blocks), np.ones(n_blocks, np.int64)
            blocks = Blocks(np.ones(n_blocks), cluster, number, number, one_each)
            drawn = bootstrap(known, blocks, draws=self.options.ci, seed=self.options.seed)
        values = iter(zip(known, drawn, strict=True))
        return [
            {"reason": part.reason} if part.statistic is None else self._figure(part, *next(values))
            for part in parts
        ]

    def _figure(self, part: _Part, statistic: Summed, drawn: Floats | None) -> dict[str, Any]:
        sums = statistic.terms.sum(axis=0)[None, :]
        estimates = statistic.estimates(np.zeros((1, 0)), sums)
        return figures_of(estimates, drawn, self._block_of_text[0], self.options.seed,
                          is_alpha=part.coefficient not in F1)  # fmt: skip


def _lengths(texts: Texts, n_codes: int) -> Floats:
    """How many characters of each text are marked for each code, over all who marked some."""
    spans, n_texts = texts.by_code, len(texts.length)
    lengths = np.bincount(spans.text * n_codes + spans.code, spans.length, n_texts * n_codes)
    return lengths.astype(np.float64, copy=False).reshape(n_texts, n_codes)
