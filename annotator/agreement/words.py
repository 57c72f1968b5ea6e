"""A result as a paragraph that explains it, in English or Italian. Knows results only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.headings import STATES
from annotator.agreement.numerals import percentage, three_digits
from annotator.agreement.references import BOOTSTRAP
from annotator.agreement.references import COEFFICIENTS as SOURCES
from annotator.agreement.references import DISTANCES as DISTANCE_SOURCES
from annotator.agreement.sentences import (
    COEFFICIENTS,
    DISTANCES,
    MEANINGS,
    REASONS,
    REMARKS,
    SENTENCES,
    STEPS,
    amount,
    coefficient_key,
    counted,
    spelled,
    whole,
)
from annotator.model import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.agreement.results import Agreement, Interval, LayerName, Reason
    from annotator.model import Remark

# Of these, 1 minus the value is disagreement as a share of what chance would give.
BY_DISAGREEMENT = ("alpha", "u", "u_binary", "cu", "ku")
# Characters of a title in a table, and how many of its last ones stay if it is cut.
LONGEST_TITLE, KEPT_END = 48, 11


def words_of(result: Agreement, layer: LayerName, language: str, *, in_full: bool = False) -> str:
    """Who coded what, the value and what it means, what falls behind, what is missing.

    A step is told as if the words of its layer stood before it, unless it is to be told `in_full`.
    """
    if result.reason == "not_comparable":
        return _about(result, layer, language) + _not_comparable(result, language)
    if not result.n_units:
        reason = reason_words("no_units", result.coefficient, language)
        return _about(result, layer, language) + reason
    parts = [_who(result, layer, language, in_full=in_full or result.step is None), " "]
    if result.value is None:
        parts.append(reason_words(result.reason or "no_units", result.coefficient, language))
    else:
        parts += [_value(result, language), *_beside(result, language)]
        parts += _meaning(result, layer, language)
    parts += [*_again(result, language), *_missing(result, language)]
    return "".join(parts).strip()


def reason_words(reason: Reason, coefficient: str, language: str) -> str:
    """Why there is no value, and what to do."""
    name = COEFFICIENTS[language][coefficient_key(coefficient)]
    return REASONS[language][reason].format(coefficient=name)


def reference_of(result: Agreement) -> str:
    """What to cite."""
    return " ".join(references_of([result]))


def references_of(results: Iterable[Agreement]) -> list[str]:
    """What to cite for several results, each work once."""
    works: dict[str, None] = {}
    for result in results:
        works[SOURCES[coefficient_key(result.coefficient)]] = None
        if result.distance in DISTANCE_SOURCES:
            works[DISTANCE_SOURCES[result.distance]] = None
        if result.interval and result.interval.method == "bootstrap":
            works[BOOTSTRAP] = None
    return list(works)


def remark_words(remark: Remark, language: str) -> str:
    """A note on the table that was read."""
    words = REMARKS[language]
    if remark.slug not in words:
        return remark.template.format(**remark.values)
    n = int(remark.values.get("n", 0))
    return counted(words, remark.slug, n).format(**{**remark.values, "n": whole(n, language)})


def label_of(labels: dict[str, dict[str, str]], key: str, language: str) -> str:
    """What people call a code or a target; its key where it has no name."""
    return in_language(labels.get(key, {}), language) or key


def code_name(layer: LayerName, key: str, language: str) -> str:
    """What people call a code, an answer that names none, or a holder."""
    if key in layer.codes:
        return label_of(layer.codes, key, language)
    return STATES[language].get(key) or holder_name(layer, key, language)


def holder_name(layer: LayerName, key: str, language: str) -> str:
    """What people call a holder: its type, and its name where it has one."""
    kind, _, name = key.partition(":")
    if kind not in layer.holders:
        return key
    label = label_of(layer.holders, kind, language)
    return f"{label}: {name}" if name else label


def part_name(name: str, titles: Mapping[str, str]) -> str:
    """The title of a document, cut; else the beginning of its uid; any other name as it is."""
    if name in titles:
        return shorten(titles[name])
    is_uid = len(name) == 36 and name.count("-") == 4
    return name[:8] if is_uid else name


def shorten(title: str) -> str:
    """A title that fits into a cell of a table; its end may tell it from another."""
    if len(title) <= LONGEST_TITLE:
        return title
    return f"{title[: LONGEST_TITLE - KEPT_END - 1].rstrip()}…{title[-KEPT_END:]}"


def _not_comparable(result: Agreement, language: str) -> str:
    say = SENTENCES[language]
    if result.step != "addressed":
        words = reason_words("not_comparable", result.coefficient, language)
        answers = counted(say, "text_answers", result.n_ratings)
        return words + answers.format(n=whole(result.n_ratings, language))
    return counted(say, "offered", result.n_units).format(
        n=whole(result.n_units, language),
        n_single=whole(result.n_single, language),
        n_used=whole(result.n_units_used, language),
    )


def _about(result: Agreement, layer: LayerName, language: str) -> str:
    """What nothing can be said about."""
    label = in_language(layer.label, language) or result.layer
    target = (
        "" if result.target is None else f", {label_of(layer.targets, result.target, language)}"
    )
    return SENTENCES[language]["about"].format(layer=label + target)


def _who(result: Agreement, layer: LayerName, language: str, *, in_full: bool) -> str:
    """Who coded what, or only how much."""
    say, step = SENTENCES[language], STEPS[language].get(result.step, "")
    n_annotators = result.n_annotators + len(result.not_overlapping)
    documents = "" if layer.unit == "document" else counted(say, "of_documents", result.n_documents)
    units = amount(_noun(result, layer), result.n_units, language)
    who = counted(say, "who", n_annotators) if in_full else say["again"]
    who = who.format(
        annotators=spelled("annotator", n_annotators, language),
        layer=in_language(layer.label, language) or result.layer,
        units=units if in_full else units[:1].upper() + units[1:],
        of_documents=documents.format(n=result.n_documents) if result.n_documents else "",
        used=_used(result, language),
    )
    who = f"{step} {who}".strip()
    if result.target is not None:
        who += say["toward"].format(target=label_of(layer.targets, result.target, language))
    return who + (say["sets"] if layer.answer == "multiple" and not result.step else "")


def _noun(result: Agreement, layer: LayerName) -> str:
    """What a unit is, in the words of `NOUNS`."""
    with_holder = layer.has_holders and result.step not in ("addressed", "holder")
    with_target = layer.has_targets and result.target is None
    if layer.unit != "paragraph":
        return "unit" if with_holder or with_target else layer.unit
    if with_holder:
        return "holder" if with_target else "holder_alone"
    return "target" if with_target else "paragraph"


def _used(result: Agreement, language: str) -> str:
    say = SENTENCES[language]
    if not result.n_units_used:
        return say["used_none"]
    is_all = result.n_units_used == result.n_units > 1
    used = say["used_all"] if is_all else counted(say, "used", result.n_units_used)
    return used.format(n=whole(result.n_units_used, language))


def _value(result: Agreement, language: str) -> str:
    assert result.value is not None
    say, key = SENTENCES[language], coefficient_key(result.coefficient)
    distance = DISTANCES[language].get(result.distance or "", "")
    # Other coefficients have a distance where it gave them weights.
    with_distance = distance and (key == "alpha" or result.weights not in (None, "identity"))
    text = say["value" if with_distance else "value_plain"].format(
        coefficient=COEFFICIENTS[language][key],
        distance=distance,
        value=three_digits(result.value),
    )
    text += _drawn(result.interval, language)
    if result.value == 1 and key in BY_DISAGREEMENT:
        return text + say["perfect"]
    return text + MEANINGS[language][key].format(share=percentage(1 - result.value))


def _drawn(interval: Interval | None, language: str) -> str:
    if interval is None:
        return ""
    key = "computed" if interval.method == "analytic" else f"drawn_{interval.cluster}"
    return SENTENCES[language][key].format(
        level=percentage(interval.level),
        low=three_digits(interval.low),
        high=three_digits(interval.high),
        draws=whole(interval.draws, language),
        seed=interval.seed,
    )


def _beside(result: Agreement, language: str) -> Iterator[str]:
    """The figures that stand beside every alpha."""
    if result.coefficient != "alpha" or result.percent is None:
        return
    key = "percent" if result.ac1 is None else "percent_ac1"
    yield SENTENCES[language][key].format(
        percent=three_digits(result.percent), ac1=three_digits(result.ac1)
    )


def _meaning(result: Agreement, layer: LayerName, language: str) -> Iterator[str]:
    say = SENTENCES[language]
    if result.reason == "interval_undefined":
        yield say["interval_undefined"]
    if result.p_below_667 is not None:
        yield say["probability"].format(
            low=three_digits(result.p_below_667), high=three_digits(result.p_below_800)
        )
    if result.interval and result.interval.undefined:
        n = result.interval.undefined
        yield counted(say, "undefined_draws", n).format(n=whole(n, language))
    # A paradox of single codes is told with the warnings; here it is about the whole.
    slugs = {caution.slug: caution for caution in result.warnings if "codes" not in caution.values}
    if "below_chance" in slugs:
        yield say["below_chance"]
    if "paradox" in slugs:
        yield say["paradox" if slugs["paradox"].values else "no_chance_left"]
    yield from (_lowest(one, layer, language) for one in _behind(result))
    yield from _confused(result, layer, language)
    # Once is enough: the words of a step stand below those of its layer.
    if "few_units" in slugs and result.step is None:
        yield say["few_units"]


def _behind(result: Agreement) -> list[Agreement]:
    """The codes whose value lies clearly below the whole, lowest first, three at most."""
    assert result.value is not None
    known = [(one.value, one) for one in result.per_code if one.value is not None]
    low = [one for value, one in sorted(known, key=lambda pair: pair[0])
           if value < result.value - 0.1]  # fmt: skip
    return low[:3]


def _lowest(one: Agreement, layer: LayerName, language: str) -> str:
    say, span = SENTENCES[language], ""
    if one.interval:
        low, high = three_digits(one.interval.low), three_digits(one.interval.high)
        span = say["interval"].format(low=low, high=high)
    n_positive = sum(one.n_positive.values())
    key = "lowest" if one.coefficient == "alpha" and one.prevalence else "lowest_evidence"
    return counted(say, key, n_positive).format(
        code=code_name(layer, one.code or "", language),
        share=percentage(one.prevalence[0]) if one.prevalence else "",
        value=three_digits(one.value),
        interval=span,
        n=whole(n_positive, language),
    )


def _confused(result: Agreement, layer: LayerName, language: str) -> Iterator[str]:
    """The two codes most often taken for each other."""
    if not result.code_pairs:
        return
    most = max(result.code_pairs, key=lambda pair: (pair.swapped + pair.beside, pair.swapped))
    one, other = (code_name(layer, code, language) for code in most.codes)
    yield SENTENCES[language]["confused"].format(
        one=one, other=other, swapped=most.swapped, beside=most.beside
    )


def _again(result: Agreement, language: str) -> Iterator[str]:
    """How far annotators agree with themselves: what can be expected at most."""
    pooled = next((one for one in result.intra if one.group is None), None)
    if pooled is None or pooled.value is None:
        return
    say, later = SENTENCES[language], ""
    if pooled.days_between is not None:
        days = round(pooled.days_between)
        later = counted(say, "later", days).format(days=whole(days, language))
    n_annotators = max(sum(one.group is not None for one in result.intra), 1)
    yield counted(say, "intra", n_annotators).format(
        annotators=spelled("annotator", n_annotators, language),
        units=amount("unit", pooled.n_units_used, language),
        later=later,
        value=three_digits(pooled.value),
    )


def _missing(result: Agreement, language: str) -> Iterator[str]:
    say = SENTENCES[language]
    counts = {
        "single": result.n_single,
        # The steps of a layer lack the same answers as the layer itself.
        "cannot_tell": 0 if result.step else result.n_cannot_tell,
        "skipped": 0 if result.step else result.n_skipped,
        "conflicting": result.n_conflicting,
        "without_span": result.n_without_span,
        "pairs_undefined": result.n_pairs_undefined,
    }
    for key, n in counts.items():
        if n:
            yield counted(say, key, n).format(n=whole(n, language))
    n_rest = 0 if result.step else result.n_none_by_rest
    if n_rest:
        yield counted(say, "by_rest", n_rest).format(
            n=whole(n_rest, language),
            n_none=whole(result.n_none, language),
            share=round(100 * n_rest / result.n_none),
        )
    if result.not_overlapping and result.n_annotators:
        yield say["alone"].format(names=", ".join(result.not_overlapping))
