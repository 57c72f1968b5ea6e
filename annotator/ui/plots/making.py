"""Rows of the plots out of the results of agreement. Imports those results and messages.

`labels` and `colours` give a code's label and the name of its colour by key; a key that is not
there is shown as it is, in grey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.messages import tr
from annotator.ui.plots.rows import (
    CodeInterval,
    Matrix,
    PairCell,
    ParagraphBlock,
    TimePoint,
    Whole,
    WithoutRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from annotator.agreement.results import Agreement, CodePair, Coincidences, Interval

NOTHING: Mapping[str, str] = {}
_NO_COLOURS: Mapping[str, str | None] = {}

# Parts that follow each other in time: a line leads from one to the next.
_IN_ORDER = ("batch", "week", "round", "version")


def code_intervals(
    result: Agreement,
    labels: Mapping[str, str] = NOTHING,
    colours: Mapping[str, str | None] = _NO_COLOURS,
) -> tuple[CodeInterval, ...]:
    """The codes of a result, lowest first, undefined ones after them; the empty set last."""
    lowest_first = sorted(result.per_code, key=lambda one: (one.value is None, one.value or 0.0))
    shares = dict(zip(result.codes, result.prevalence, strict=False))
    rows = [_code(one, shares, labels, colours) for one in lowest_first]
    if result.empty is not None:
        label = labels.get("none", tr("none of them (empty set)"))
        rows.append(CodeInterval(key="none", label=label, share=result.empty, is_plain=True))
    return tuple(rows)


def _code(
    one: Agreement,
    shares: Mapping[str, float],
    labels: Mapping[str, str],
    colours: Mapping[str, str | None],
) -> CodeInterval:
    key = one.code or ""
    low, high = _ends(one.interval)
    own = one.prevalence[0] if len(one.prevalence) == 1 else None
    return CodeInterval(
        key=key,
        label=labels.get(key, key),
        colour=colours.get(key),
        value=one.value,
        low=low,
        high=high,
        reason=reason_words(one.reason),
        ac1=one.ac1,
        positive=one.positive,
        percent=one.percent,
        share=own if own is not None else shares.get(key),
        n_positive=sum(one.n_positive.values()) if one.n_positive else None,
    )


def pair_cells(result: Agreement) -> tuple[PairCell, ...]:
    """The pairs of annotators, with alpha; percent where the coefficient is percent."""
    return tuple(
        PairCell(
            first=pair.annotators[0],
            second=pair.annotators[1],
            value=pair.percent if result.coefficient == "percent" else pair.alpha,
            n=pair.n_units,
            reason=reason_words(pair.reason) if pair.n_units else tr("no shared unit"),
        )
        for pair in result.per_pair
    )


def coincidence_matrix(
    coincidences: Coincidences | None, labels: Mapping[str, str] = NOTHING
) -> Matrix | None:
    """How often each two answers met on a unit; None where there is none."""
    if coincidences is None or not coincidences.values:
        return None
    return Matrix(
        keys=coincidences.values,
        labels=tuple(set_label(value, labels) for value in coincidences.values),
        counts=coincidences.counts,
    )


def set_label(value: str, labels: Mapping[str, str] = NOTHING) -> str:
    """A value in words: a code, or several joined by a stroke."""
    if value in labels:
        return labels[value]
    return " + ".join(labels.get(code, code) for code in value.split("|"))


def code_pair_matrix(
    pairs: tuple[CodePair, ...], labels: Mapping[str, str] = NOTHING
) -> Matrix | None:
    """How often two codes were taken for each other; None where no pair ever was.

    The codes stand in the order of `labels`, those without a label after them.
    """
    met = dict.fromkeys(code for pair in pairs for code in pair.codes)
    if not met:
        return None
    keys = (*(key for key in labels if key in met), *(key for key in met if key not in labels))
    known = {pair.codes: pair for pair in pairs}
    cells = [[known.get((a, b)) or known.get((b, a)) for b in keys] for a in keys]
    return Matrix(
        keys=keys,
        labels=tuple(labels.get(key, key) for key in keys),
        counts=tuple(tuple(float(_met(cell)) for cell in line) for line in cells),
        notes=tuple(tuple(_pair_note(cell) for cell in line) for line in cells),
        has_diagonal=False,
    )


def _met(pair: CodePair | None) -> int:
    return pair.swapped + pair.beside if pair else 0


def _pair_note(pair: CodePair | None) -> str:
    if pair is None or not _met(pair):
        return ""
    swapped = tr("one for the other: {n}", n=pair.swapped)
    return f"{swapped}, {tr('one beside the other: {n}', n=pair.beside)}"


def time_points(
    result: Agreement,
    marks: Mapping[str, str] = NOTHING,
    labels: Mapping[str, str] = NOTHING,
) -> tuple[TimePoint, ...]:
    """The parts of a result in their order; `marks` names what begins at a group.

    `labels` are those of the groups, such as titles of documents. Where the parts are codebook
    versions, each is a mark of its own.
    """
    return tuple(_time_point(one, marks, labels) for one in result.over_time)


def _time_point(one: Agreement, marks: Mapping[str, str], labels: Mapping[str, str]) -> TimePoint:
    group = one.group or ""
    low, high = _ends(one.interval)
    mark = marks.get(group, "")
    if one.by == "version" and not mark:
        mark = tr("codebook {version}", version=group)
    return TimePoint(
        key=group,
        label=labels.get(group, group),
        value=one.value,
        low=low,
        high=high,
        n=one.n_units_used,
        reason=reason_words(one.reason),
        mark=mark,
        is_below_rest=one.below_rest,
        is_joined=one.by in _IN_ORDER,
    )


def without_rows(result: Agreement) -> tuple[WithoutRow, ...]:
    """The result without each annotator: whose leaving raises it most comes first."""
    rows = [_without(one) for one in result.without]
    return tuple(sorted(rows, key=lambda row: (row.change is None, -(row.change or 0.0))))


def _without(one: Agreement) -> WithoutRow:
    low, high = _ends(one.interval)
    return WithoutRow(
        annotator=one.group or "",
        value=one.value,
        low=low,
        high=high,
        change=one.change,
        n=one.n_units_used,
        reason=reason_words(one.reason),
    )


def whole_of(result: Agreement) -> Whole:
    """The figure with all annotators."""
    low, high = _ends(result.interval)
    return Whole(value=result.value, low=low, high=high)


def paragraph_blocks(
    result: Agreement, document: str, n_paragraphs: int, compared: Collection[int] | None = None
) -> tuple[ParagraphBlock, ...]:
    """The paragraphs of a document by their part of the disagreement.

    Targets and holders of one paragraph are added up. `compared` are the paragraphs that two
    people have coded; None takes all of them as such. `result.disagreements` must not have been
    cut, or what was left out counts as none.
    """
    shares: dict[int, float] = {}
    for one in result.disagreements:
        unit = one.unit
        if unit.document == document and unit.paragraph is not None:
            shares[unit.paragraph] = shares.get(unit.paragraph, 0.0) + one.share
    return tuple(
        ParagraphBlock(
            paragraph=number,
            share=shares.get(number, 0.0 if compared is None or number in compared else None),
        )
        for number in range(n_paragraphs)
    )


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.low, interval.high) if interval else (None, None)


def reason_words(reason: str | None) -> str:
    """Why a figure is undefined, briefly; empty where it is not."""
    words = {
        "no_variation": tr("too little variation"),
        "no_pairable_units": tr("no unit coded by two"),
        "one_annotator": tr("only one annotator"),
        "no_units": tr("nothing coded yet"),
        "needs_two_annotators": tr("needs exactly two annotators"),
        "not_comparable": tr("free text, not compared"),
        "overlapping_spans": tr("spans overlap"),
        "interval_undefined": "",
    }
    return words.get(reason or "", reason or "")
