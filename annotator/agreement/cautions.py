"""Warnings: what a reader of a result must know before relying on it. Knows results only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.numerals import percentage, three_digits
from annotator.agreement.results import Agreement, Caution
from annotator.agreement.sentences import CAUTIONS, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

# Sentences of their own under the name of one warning.
SHARED_SLUGS = {"wide_interval": "few_units", "paradox_codes": "paradox"}

Found = tuple[str, dict[str, str | int | float]]


def cautions(result: Agreement, language: str) -> Iterator[Caution]:
    """All warnings of a result, in words."""
    if result.reason == "not_comparable" or not result.n_units:
        return
    for slug, values in (*_small(result), *_uneven(result), *_odd(result)):
        template = counted(CAUTIONS[language], slug, int(values.get("n", 0)))
        words = template.format(**values)
        yield Caution(SHARED_SLUGS.get(slug, slug), values, words)


def is_often(n_cannot_tell: int, n_ratings: int) -> bool:
    """Whether `cannot_tell` is more than 5 % of the answers."""
    return n_cannot_tell > 0.05 * (n_ratings + n_cannot_tell)


def _small(result: Agreement) -> Iterator[Found]:
    """Too few of something."""
    interval = result.interval
    if result.n_units_used < 100:
        yield "few_units", {"n": result.n_units_used}
    elif interval and interval.high - interval.low > 0.2:
        yield "wide_interval", {"width": interval.high - interval.low}
    if 0 < result.n_documents < min(10, result.n_units_used):
        yield "few_documents", {"n": result.n_documents}
    used = {one.code: sum(one.n_positive.values()) for one in result.per_code}
    rare = [f"{code} ({n})" for code, n in used.items() if 0 < n < 20]
    if rare:
        yield "rare_code", {"codes": ", ".join(rare)}
    unused = [str(code) for code, n in used.items() if n == 0 and code != "none"]
    if unused:
        yield "unused_code", {"codes": ", ".join(unused)}


def _uneven(result: Agreement) -> Iterator[Found]:
    """Ratings that are spread unevenly."""
    pairs = [f"{' – '.join(pair.annotators)} ({pair.n_units})"
             for pair in result.per_pair if pair.n_units < 20]  # fmt: skip
    if pairs:
        yield "unequal_overlap", {"pairs": ", ".join(pairs)}
    if result.n_single > 0.2 * result.n_units:
        yield "single_coded", {"share": percentage(result.n_single / result.n_units)}
    if is_often(result.n_cannot_tell, result.n_ratings):
        share = result.n_cannot_tell / (result.n_ratings + result.n_cannot_tell)
        yield "cannot_tell", {"share": percentage(share)}
    if result.empty is not None and result.empty > 0.5:
        yield "empty_sets", {"share": percentage(result.empty)}


def _odd(result: Agreement) -> Iterator[Found]:
    """Values that mislead when they stand alone."""
    codes = [str(one.code) for one in result.per_code if _is_paradox(one)]
    if codes:
        yield "paradox_codes", {"codes": ", ".join(codes)}
    if _is_paradox(result):
        yield "paradox", {"percent": three_digits(result.percent)}
    if result.value is None or result.coefficient == "percent":
        return
    if result.value < 0 and result.interval and result.interval.high < 0:
        yield "below_chance", {"high": result.interval.high}


def _is_paradox(result: Agreement) -> bool:
    """Observed agreement is high and chance-corrected agreement is not."""
    if result.coefficient == "percent" or result.value is None or result.percent is None:
        return False
    return result.percent >= 0.9 and result.value < 0.667
