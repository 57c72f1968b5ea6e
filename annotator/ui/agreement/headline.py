"""The figure of a question with what it rests on, and a sentence that explains without judging.

Imports results, messages, theme and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from annotator.ui.agreement.naming import (
    Names,
    chance,
    figure,
    measure_words,
    number,
    short,
    step_words,
)
from annotator.ui.agreement.text import Text
from annotator.ui.dress import face, put_name
from annotator.ui.fonts import article_font
from annotator.ui.messages import tr
from annotator.ui.plots.making import reason_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.results import Agreement, CodePair

_VALUE_PX = 38
# 1 minus observed over expected disagreement; the others are plain shares.
_OF_CHANCE = {"alpha", "u", "u_binary", "cu", "ku", "alpha_u"}


class Headline(QWidget):
    """Coefficient, value and interval at the left, what it rests on at the right, words below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure = Text(face(13), "ink_dim")
        self.value = Text(face(_VALUE_PX, strong=True), wraps=False)
        self.interval = Text(face(18), "ink_dim", wraps=False)
        self.facts = Text(face(13), "ink_dim")
        self.sentence = Text(article_font(19))
        self.beside = Text(face(13), "ink_dim")
        row = QHBoxLayout()
        row.setSpacing(10)
        self.interval.setContentsMargins(0, _VALUE_PX // 3, 0, 0)
        row.addWidget(self.value)
        row.addWidget(self.interval)
        row.addStretch()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(28)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.measure, 0, 0)
        layout.addLayout(row, 1, 0, top)
        layout.addWidget(self.facts, 0, 1, 2, 1)
        layout.addWidget(self.sentence, 2, 0, 1, 2)
        layout.addWidget(self.beside, 3, 0, 1, 2)
        for label in (self.measure, self.facts, self.sentence, self.beside):
            label.setAlignment(top)
        layout.setRowStretch(1, 1)
        layout.setRowMinimumHeight(1, round(1.4 * _VALUE_PX))

    def show_figures(
        self, result: Agreement, beside: Sequence[Agreement], names: Names, *, is_fresh: bool
    ) -> None:
        """Show this result; `beside` are other ways to count the same answers.

        An interval that is not fresh belongs to the figures before the last answer, and is faded.
        """
        self.measure.say(measure_words(result))
        self.value.say(figure(result.value))
        put_name(self.value, tr("Agreement"), figure(result.value))
        interval = result.interval
        self.interval.say(
            tr(
                "{level} % CI {low} – {high}",
                level=round(100 * interval.level),
                low=figure(interval.low),
                high=figure(interval.high),
            )
            if interval
            else ""
        )
        self.interval.put_ink("ink_dim" if is_fresh else "ink_faint")
        self.interval.setEnabled(is_fresh)
        self.facts.say("\n".join(fact_lines(result, names)))
        self.sentence.say(" ".join(sentences(result, names, is_fresh=is_fresh)))
        self.beside.say(beside_words(beside, result.step))


def fact_lines(result: Agreement, names: Names) -> list[str]:
    """What the figure rests on."""
    language = names.language
    if result.reason == "not_comparable":
        return [tr("{n} answers", n=number(result.n_ratings, language))]
    parts = []
    if result.percent is not None or result.observed is not None:
        observed = result.observed if result.observed is not None else result.percent
        parts.append(tr("observed agreement {value}", value=short(observed)))
    n, people = number(result.n_units_used, language), result.n_annotators
    layer = names.codebook.layer(result.layer)
    if layer.per_target:
        parts.append(tr("{n} units by ≥ 2 of {people}", n=n, people=people))
    elif layer.unit == "document":
        parts.append(tr("{n} articles by ≥ 2 of {people}", n=n, people=people))
    else:
        parts.append(tr("{n} paragraphs by ≥ 2 of {people}", n=n, people=people))
    lines = [" · ".join(parts)]
    counts = [
        (tr("{n} answers") if result.n_ratings != 1 else tr("one answer"), result.n_ratings),
        (tr("{n} articles") if result.n_documents != 1 else tr("one article"), result.n_documents),
        (tr("{n} by one person only"), result.n_single),
        (tr("{n} cannot tell"), result.n_cannot_tell),
        (tr("{n} skipped"), result.n_skipped),
        (tr("{n} not addressed by Enter"), result.n_none_by_rest),
    ]
    lines.append(" · ".join(words.format(n=number(n, language)) for words, n in counts if n))
    if result.interval:
        lines.append(drawn_words(result, language))
    return [line for line in lines if line]


def drawn_words(result: Agreement, language: str) -> str:
    """How the interval was made."""
    interval = result.interval
    assert interval is not None
    if interval.method == "analytic":
        return tr("interval by formula")
    draws = number(interval.draws, language)
    if interval.cluster == "document":
        return tr("articles redrawn {draws} times, seed {seed}", draws=draws, seed=interval.seed)
    return tr("units redrawn {draws} times, seed {seed}", draws=draws, seed=interval.seed)


def sentences(result: Agreement, names: Names, *, is_fresh: bool) -> list[str]:
    """What the figure means; never whether it is good."""
    if result.value is None:
        return [undefined_words(result)]
    said = []
    if result.coefficient in _OF_CHANCE:
        said.append(chance_words(result.value))
        if is_fresh and result.p_below_667 is not None and result.p_below_800 is not None:
            said.append(
                tr(
                    "The probability that α lies below .667 is {low}, below .800 it is {high}.",
                    low=chance(result.p_below_667),
                    high=chance(result.p_below_800),
                )
            )
    pair = most_confused(result.code_pairs)
    if pair is not None:
        labels = names.codes(result.layer, result.step)
        said.append(
            tr(
                "Taken for each other most often: {one} and {other}, {n} times.",
                n=pair.swapped + pair.beside,
                one=labels.get(pair.codes[0], pair.codes[0]),
                other=labels.get(pair.codes[1], pair.codes[1]),
            )
        )
    return said


def chance_words(value: float) -> str:
    """Alpha, said as disagreement against that of chance."""
    if value >= 1:
        return tr("No disagreement was observed.")
    share = 100 * (1 - value)
    if value < 0:
        return tr("Annotators disagreed more than chance would make them: {share} % of it.",
                  share=round(share))  # fmt: skip
    shown = f"{share:.0f}" if share >= 10 else f"{share:.1f}"
    return tr("Annotators disagreed {share} % as much as chance would make them.", share=shown)


def undefined_words(result: Agreement) -> str:
    """Why there is no figure, and what to do."""
    words = {
        "no_variation": tr(
            "All answers that could be compared are the same. This is too little variation, not "
            "unreliability: code articles in which other answers are likely."
        ),
        "no_pairable_units": tr(
            "Nobody has coded what another person has coded. Let a second person code some of the "
            "same articles."
        ),
        "one_annotator": tr(
            "Only one person has coded so far. Let a second person code some of the same articles: "
            "Annotator → Who is coding…, or merge their file."
        ),
        "no_units": tr("Nobody has answered this question yet."),
        "not_comparable": tr("No figure compares free text: read the answers beside each other."),
        "overlapping_spans": tr(
            "Two codes mark the same words, so that one figure over all codes is not defined: see "
            "the codes one by one."
        ),
    }
    return words.get(result.reason or "", reason_words(result.reason))


def most_confused(pairs: Sequence[CodePair]) -> CodePair | None:
    """The pair of codes that was taken for each other most often, if one stands out."""
    counted = sorted(pairs, key=lambda pair: -(pair.swapped + pair.beside))
    totals = [pair.swapped + pair.beside for pair in counted]
    if not totals or totals[0] < 2 or (len(totals) > 1 and totals[0] == totals[1]):
        return None
    return counted[0]


def beside_words(results: Sequence[Agreement], step: str | None) -> str:
    """Other ways to count the same answers, in one line."""
    said = [f"{_way(one, step)} {figure(one.value)}" for one in results if one.value is not None]
    return tr("Beside it: {figures}", figures=" · ".join(said)) if said else ""


def _way(one: Agreement, step: str | None) -> str:
    measure = measure_words(one)
    return measure if one.step == step else f"{measure}, {step_words(one.step)}"
