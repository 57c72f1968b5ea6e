"""A result as a paragraph that explains it, in English or Italian."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.numerals import percentage, three_digits
from annotator.agreement.sentences import (
    COEFFICIENTS,
    DISTANCES,
    REFERENCES,
    REMARKS,
    SENTENCES,
    STEPS,
    counted,
)
from annotator.model import Remark, in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.ratings import LayerAnswers
    from annotator.agreement.results import Agreement, Interval


def words_of(result: Agreement, answers: LayerAnswers, language: str) -> str:
    """Who coded what, the value and what it means, what falls behind, what is missing."""
    say = SENTENCES[language]
    if result.reason == "not_comparable":
        return _not_comparable(result, say)
    names = {
        "coefficient": COEFFICIENTS[language][result.coefficient],
        "distance": DISTANCES[language].get(result.distance or "", ""),
    }
    parts = [_who(result, answers, language), STEPS[language][result.step], " "]
    if result.value is None:
        undefined = say[result.reason or "no_units"]
        parts.append(undefined.format(**names, n_annotators=result.n_annotators))
    else:
        parts += [_value(result, names, say), *_meaning(result, say)]
    return "".join([*parts, *_missing(result, say)]).strip()


def reference_of(result: Agreement) -> str:
    """What to cite."""
    parts = [REFERENCES[result.coefficient], REFERENCES.get(result.distance or "", "")]
    return " ".join(part for part in parts if part)


def remark_words(remark: Remark, language: str) -> str:
    """A note on the table that was read."""
    template = REMARKS.get(language, {}).get(remark.slug, remark.template)
    return template.format(**remark.values)


def _not_comparable(result: Agreement, say: dict[str, str]) -> str:
    key = "offered" if result.step == "addressed" else "not_comparable"
    return say[key].format(
        n_ratings=result.n_ratings,
        n_units=result.n_units,
        n_single=result.n_single,
        n_used=result.n_units_used,
    )


def _who(result: Agreement, answers: LayerAnswers, language: str) -> str:
    say = SENTENCES[language]
    documents = counted(say, "of_documents", result.n_documents).format(
        n_documents=result.n_documents
    )
    who = say["who"].format(
        n_annotators=result.n_annotators,
        layer=in_language(answers.layer.label, language) or result.layer,
        n_units=f"{result.n_units:,}",
        of_documents=documents if result.n_documents else "",
        n_used=f"{result.n_units_used:,}",
    )
    if result.target is not None:
        who += say["toward"].format(target=_target(result.target, answers, language))
    return who + (say["sets"] if answers.layer.answer == "multiple" else "")


def _target(key: str, answers: LayerAnswers, language: str) -> str:
    targets = answers.codebook.targets if answers.codebook else ()
    labels = {target.key: in_language(target.label, language) for target in targets}
    return labels.get(key, key)


def _value(result: Agreement, names: dict[str, str], say: dict[str, str]) -> str:
    assert result.value is not None
    template = say["value"] if result.coefficient == "alpha" else say["value_plain"]
    text = template.format(**names, value=three_digits(result.value))
    text += _drawn(result.interval, say)
    if result.coefficient != "alpha":
        return text + say[result.coefficient]
    if result.value == 1:
        return text + say["perfect"]
    return text + say["chance"].format(share=percentage(1 - result.value))


def _drawn(interval: Interval | None, say: dict[str, str]) -> str:
    if interval is None:
        return ""
    return say[f"drawn_{interval.cluster}"].format(
        level=percentage(interval.level),
        low=three_digits(interval.low),
        high=three_digits(interval.high),
        draws=f"{interval.draws:,}",
        seed=interval.seed,
    )


def _meaning(result: Agreement, say: dict[str, str]) -> Iterator[str]:
    if result.reason == "interval_undefined":
        yield say["interval_undefined"]
    if result.p_below_667 is not None and result.coefficient == "alpha":
        yield say["probability"].format(
            low=three_digits(result.p_below_667), high=three_digits(result.p_below_800)
        )
    if result.interval and result.interval.undefined:
        yield say["undefined_draws"].format(undefined=result.interval.undefined)
    # A paradox of single codes is told with the warnings; here it is about the whole.
    slugs = {caution.slug for caution in result.warnings if "codes" not in caution.values}
    yield from (say[slug] for slug in ("below_chance", "paradox") if slug in slugs)
    yield from (_lowest(one, say) for one in _behind(result))
    if "few_units" in slugs:
        yield say["few_units"]


def _behind(result: Agreement) -> list[Agreement]:
    """The codes whose alpha lies clearly below the whole, lowest first, three at most."""
    assert result.value is not None
    known = [(one.value, one) for one in result.per_code if one.value is not None]
    low = [one for value, one in sorted(known, key=lambda pair: pair[0])
           if value < result.value - 0.1]  # fmt: skip
    return low[:3]


def _lowest(one: Agreement, say: dict[str, str]) -> str:
    span = ""
    if one.interval:
        low, high = three_digits(one.interval.low), three_digits(one.interval.high)
        span = say["interval"].format(low=low, high=high)
    n_positive = sum(one.n_positive.values())
    return counted(say, "lowest", n_positive).format(
        code=one.code,
        share=percentage(one.prevalence[0]),
        value=three_digits(one.value),
        interval=span,
        n=n_positive,
    )


def _missing(result: Agreement, say: dict[str, str]) -> Iterator[str]:
    if result.n_single:
        yield counted(say, "single", result.n_single).format(n=f"{result.n_single:,}")
    if result.n_cannot_tell or result.n_skipped:
        yield say["missing"].format(n_cannot_tell=result.n_cannot_tell, n_skipped=result.n_skipped)
    if result.n_conflicting:
        yield say["conflicting"].format(n=result.n_conflicting)
    if result.not_overlapping:
        yield say["alone"].format(names=", ".join(result.not_overlapping))
