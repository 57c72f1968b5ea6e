"""Warnings: what a reader of a result must know before relying on it.

May import `annotator.model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.agreement.numerals import percentage, three_digits
from annotator.agreement.results import Agreement, Caution, LayerName
from annotator.agreement.sentences import CAUTIONS, coefficient_key, counted, whole
from annotator.agreement.words import part_name
from annotator.model import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.model import Remark

# Sentences of their own under the name of one warning.
SHARED_SLUGS = {
    "wide_interval": "few_units",
    "paradox_codes": "paradox",
    "no_chance_left": "paradox",
    "diverging_codes": "diverging",
    "older_left_out": "mixed_versions",
}
# What was noticed while reading, of which a reader of the figures must know.
NOTICED = ("duplicate_ratings", "mixed_versions", "older_left_out", "planted_excluded")
# These take off chance by the number of codes that could be chosen.
BY_CODES = ("ac1", "ac2", "bp")
# With fewer than this of each, a figure says little.
FEW_UNITS = 100
FEW_DOCUMENTS = 10
FEW_POSITIVE = 20
FEW_SHARED = 20

Found = tuple[str, dict[str, str | int | float]]


class Labels(NamedTuple):
    """The names of the codes of a layer in one language, and the titles of documents."""

    layer: LayerName
    language: str
    titles: Mapping[str, str]

    def of(self, code: str | None) -> str:
        """What people call a code; its key where it has no name."""
        return in_language(self.layer.codes.get(str(code), {}), self.language) or str(code)


def cautions(
    result: Agreement, layer: LayerName, language: str, titles: Mapping[str, str] | None = None
) -> Iterator[Caution]:
    """All warnings of a result, in words; documents are called by their titles, where known."""
    if result.reason == "not_comparable" or not result.n_units:
        return
    labels = Labels(layer, language, titles or {})
    found = (
        *_small(result, labels),
        *_uneven(result),
        *_odd(result, layer),
        *_parts(result, labels),
    )
    for slug, values in found:
        yield _caution(slug, values, language)


def remark_cautions(remarks: Sequence[Remark], language: str) -> Iterator[Caution]:
    """What was noticed while reading, as warnings."""
    for remark in remarks:
        if remark.slug in NOTICED:
            yield _caution(remark.slug, remark.values, language)


def is_often(n_cannot_tell: int, n_ratings: int) -> bool:
    """Whether `cannot_tell` is more than 5 % of the answers."""
    return n_cannot_tell > 0.05 * (n_ratings + n_cannot_tell)


def _caution(slug: str, values: dict[str, str | int | float], language: str) -> Caution:
    n = int(values.get("n", 0))
    words = counted(CAUTIONS[language], slug, n).format(**{**values, "n": whole(n, language)})
    return Caution(SHARED_SLUGS.get(slug, slug), values, words)


def _small(result: Agreement, labels: Labels) -> Iterator[Found]:
    """Too few of something."""
    interval = result.interval
    if result.n_units_used < FEW_UNITS:
        yield "few_units", {"n": result.n_units_used}
    elif interval and interval.high - interval.low > 0.2:
        yield "wide_interval", {"width": interval.high - interval.low}
    if 0 < result.n_documents < min(FEW_DOCUMENTS, result.n_units_used):
        yield "few_documents", {"n": result.n_documents}
    used = {one.code: sum(one.n_positive.values()) for one in result.per_code if one.n_positive}
    rare = [f"{labels.of(code)} ({n})" for code, n in used.items() if 0 < n < FEW_POSITIVE]
    if rare:
        yield "rare_code", {"codes": ", ".join(rare)}
    unused = [labels.of(code) for code, n in used.items() if n == 0 and code != "none"]
    if unused:
        yield "unused_code", {"codes": ", ".join(unused)}


def _uneven(result: Agreement) -> Iterator[Found]:
    """Ratings that are spread unevenly."""
    pairs = [f"{' – '.join(pair.annotators)} ({pair.n_units})"
             for pair in result.per_pair if pair.n_units < FEW_SHARED]  # fmt: skip
    if pairs:
        yield "unequal_overlap", {"pairs": ", ".join(pairs)}
    if result.n_single > 0.2 * result.n_units:
        yield "single_coded", {"share": percentage(result.n_single / result.n_units)}
    if is_often(result.n_cannot_tell, result.n_ratings):
        share = result.n_cannot_tell / (result.n_ratings + result.n_cannot_tell)
        yield "cannot_tell", {"share": percentage(share)}
    if result.empty is not None and result.empty > 0.5:
        yield "empty_sets", {"share": percentage(result.empty)}
    if len(result.versions) > 1:
        versions = ", ".join(f"{name} ({n})" for name, n in result.versions.items())
        yield "mixed_versions", {"versions": versions}


def _odd(result: Agreement, layer: LayerName) -> Iterator[Found]:
    """Values that mislead when they stand alone."""
    if _is_paradox(result):
        yield "paradox", {"percent": three_digits(result.percent)}
    if _has_no_chance_left(result):
        yield "no_chance_left", {}
    if _diverges(result):
        figures = {"ac1": three_digits(result.ac1), "alpha": three_digits(result.value)}
        yield "diverging", {**figures}
    if _lacks_codes(result, layer):
        yield "undeclared_codes", {"n": result.n_categories or len(result.codes)}
    interval = result.interval
    if result.value is None or result.coefficient == "percent" or interval is None:
        return
    if result.value < 0 and interval.high < 0:
        yield "below_chance", {"high": interval.high}


def _parts(result: Agreement, labels: Labels) -> Iterator[Found]:
    """What shows when one code, one annotator, or one part is looked at alone."""
    codes = [labels.of(one.code) for one in result.per_code if _is_paradox(one)]
    if codes:
        yield "paradox_codes", {"codes": ", ".join(codes)}
    apart = [labels.of(one.code) for one in result.per_code if _diverges(one)]
    if apart:
        yield "diverging_codes", {"codes": ", ".join(apart)}
    names = [str(one.group) for one in result.without
             if one.change is not None and one.change > 0.05]  # fmt: skip
    if names:
        yield "outlier_annotator", {"names": ", ".join(names)}
    parts = [part_name(str(one.group), labels.titles) for one in result.over_time if one.below_rest]
    if parts:
        yield "drift", {"parts": ", ".join(parts)}


def _is_paradox(result: Agreement) -> bool:
    """Observed agreement is high and chance-corrected agreement is not."""
    if result.coefficient == "percent" or result.value is None or result.percent is None:
        return False
    return result.percent >= 0.9 and result.value < 0.667


def _has_no_chance_left(result: Agreement) -> bool:
    """All answers are one and the same, and a coefficient is defined all the same."""
    is_one = sum(share > 0 for share in result.prevalence) == 1 and max(result.prevalence) == 1
    by_codes = coefficient_key(result.coefficient) in BY_CODES
    return by_codes and is_one and result.value == result.percent == 1


def _lacks_codes(result: Agreement, layer: LayerName) -> bool:
    """Chance is taken off by the number of codes, and only those that occur are known."""
    by_codes = result.ac1 is not None or coefficient_key(result.coefficient) in BY_CODES
    return by_codes and bool(result.codes) and not layer.is_declared


def _diverges(result: Agreement) -> bool:
    """AC1 lies far above alpha."""
    if result.coefficient != "alpha" or result.value is None or result.ac1 is None:
        return False
    return result.ac1 - result.value > 0.2
