"""The same answers held against each other: over time, in a second pass, code by code, without one.

Imports results, plots and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.ui.agreement.naming import Names, figure, short
from annotator.ui.agreement.overview import PaperPage
from annotator.ui.agreement.text import Text
from annotator.ui.dress import face, put_name
from annotator.ui.fonts import article_font
from annotator.ui.messages import tr
from annotator.ui.plots import (
    CodeIntervals,
    MatrixPlot,
    TimeLine,
    WithoutOne,
    code_pair_matrix,
    coincidence_matrix,
    time_points,
    whole_of,
    without_rows,
)
from annotator.ui.plots.making import reason_words
from annotator.ui.plots.rows import CodeInterval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.agreement.results import Agreement
    from annotator.ui.agreement.intervals import By
    from annotator.ui.plots.view import PlotView


class Comparison(PaperPage):
    """A title, a sentence, a plot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(face(15, strong=True))
        self.sentence = Text(article_font(19))
        self.top = QHBoxLayout()
        self.top.addWidget(self.title, 1)
        self.column.addLayout(self.top)
        self.column.addWidget(self.sentence)

    def hold(self, *plots: PlotView) -> None:
        """The plots of this page."""
        for plot in plots:
            self.column.addWidget(plot)
            self.follow(plot)
        self.column.addStretch(1)

    def show_result(self, result: Agreement, names: Names) -> None:
        """Show what this page says of a question."""
        raise NotImplementedError


class OverTime(Comparison):
    """Agreement batch by batch, round by round, week by week."""

    by_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles: Mapping[str, str] = {}  # of articles, by uid
        self.by = QComboBox()
        self.by.setFont(face(13))
        put_name(self.by, tr("Compared by"))
        for key, words in by_words().items():
            self.by.addItem(words, key)
        self.by.activated.connect(self._chosen)
        self.top.addWidget(self.by)
        self.plot = TimeLine()
        self.hold(self.plot)

    @property
    def chosen(self) -> By:
        """What is compared."""
        return cast("By", self.by.currentData())

    def show_result(self, result: Agreement, names: Names) -> None:
        """One point a part."""
        self.title.say(tr("{question}, over time", question=names.title(result.layer, result.step)))
        self.sentence.say(self._sentence([one.value for one in result.over_time]))
        self.plot.setVisible(bool(result.over_time))
        points = time_points(result, labels=self.titles)
        self.plot.show_rows(points, whole=result.value)

    def _sentence(self, values: list[float | None]) -> str:
        known = [value for value in values if value is not None]
        if len(known) < 2:
            return tr(
                "There is nothing to compare yet: at least two parts with answers of two people "
                "are needed."
            )
        if self.chosen == "document":
            return tr(
                "Article by article the figure lies between {low} and {high}. Each stands for "
                "itself: few units make it jump.",
                low=figure(min(known)),
                high=figure(max(known)),
            )
        return tr(
            "From {first} in the first part to {last} in the last. Each part stands for itself: "
            "few units make it jump.",
            first=figure(known[0]),
            last=figure(known[-1]),
        )

    def _chosen(self, _place: int) -> None:
        self.by_wanted.emit(self.chosen)


class SecondPass(Comparison):
    """The same annotator, the same unit, another time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = CodeIntervals()
        self.plot.put_heading(tr("Agreement with oneself"))
        self.hold(self.plot)

    def show_result(self, result: Agreement, names: Names) -> None:
        """Pooled, then annotator by annotator."""
        question = names.title(result.layer, result.step)
        self.title.say(tr("{question}, same person, second pass", question=question))
        pooled = next((one for one in result.intra if one.group is None), None)
        self.plot.setVisible(bool(result.intra))
        rows = tuple(_intra_row(one) for one in result.intra)
        self.plot.show_rows(rows, of=tr("Annotator"))
        if pooled is None:
            self.sentence.say(
                tr(
                    "Nobody has answered the same paragraph twice yet. Let people code some "
                    "articles again in another round, without looking at their first answers: "
                    "agreement between people can hardly be higher than that with oneself."
                )
            )
            return
        self.sentence.say(
            tr(
                "People agreed with themselves at α {own}, and with each other at {others}: the "
                "first is the most that can be hoped for. {n} answers were given twice{between}.",
                own=figure(pooled.value),
                others=figure(result.value),
                n=pooled.n_units_used,
                between=tr(", {days} days apart (median)", days=round(pooled.days_between))
                if pooled.days_between is not None
                else "",
            )
        )


class PairsOfCodes(Comparison):
    """Which codes are taken for each other; a cell leads to its paragraphs."""

    codes_wanted = Signal(object)  # (code, code)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = MatrixPlot()
        self.plot.activated.connect(self.codes_wanted)
        self.hold(self.plot)

    def show_result(self, result: Agreement, names: Names) -> None:
        """Pairs of frames for sets, else the table of coincidences."""
        question = names.title(result.layer, result.step)
        self.title.say(tr("{question}, code against code", question=question))
        labels = names.codes(result.layer, result.step)
        has_pairs = bool(result.code_pairs)
        self.plot.setVisible(has_pairs or result.coincidences is not None)
        if has_pairs:
            self.plot.show_matrix(code_pair_matrix(result.code_pairs, labels))
            self.sentence.say(
                tr(
                    "How often one person gave the one code and another person the other, counted "
                    "over pairs of people with unequal answers. A cell shows its paragraphs."
                )
            )
        elif result.coincidences is not None:
            self.plot.show_matrix(coincidence_matrix(result.coincidences, labels))
            self.sentence.say(
                tr(
                    "How often two answers to the same unit met: equal ones on the diagonal. A "
                    "cell beside it shows its paragraphs."
                )
            )
        else:
            self.sentence.say(tr("There is no pair of unequal answers to this question."))


class WithoutOnePerson(Comparison):
    """The figure with one annotator left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = WithoutOne()
        self.hold(self.plot)

    def show_result(self, result: Agreement, names: Names) -> None:
        """One row a person, against the figure with all."""
        question = names.title(result.layer, result.step)
        self.title.say(tr("{question}, without one person", question=question))
        known = [one for one in result.without if one.change is not None]
        self.plot.setVisible(bool(result.without))
        self.plot.show_rows(without_rows(result), whole=whole_of(result))
        if not known:
            self.sentence.say(
                tr("Leaving one person out needs at least three people on the same paragraphs.")
            )
            return
        most = max(known, key=lambda one: abs(one.change or 0.0))
        self.sentence.say(
            tr(
                "Leaving out {name} changes the figure most: from {before} to {after} ({change}). "
                "That says who differs from the others, not who is right.",
                name=most.group,
                before=figure(result.value),
                after=figure(most.value),
                change=_signed(most.change or 0.0),
            )
        )


def _signed(change: float) -> str:
    return ("+" if change >= 0 else "") + short(change)


def _intra_row(one: Agreement) -> CodeInterval:
    return CodeInterval(
        key=one.group or "",
        label=one.group or tr("all together"),
        value=one.value,
        low=one.interval.low if one.interval else None,
        high=one.interval.high if one.interval else None,
        reason=reason_words(one.reason),
        ac1=one.ac1,
        percent=one.percent,
    )


def by_words() -> dict[str, str]:
    """What can be compared over time."""
    return {
        "batch": tr("batches of 50"),
        "week": tr("weeks"),
        "round": tr("rounds"),
        "version": tr("versions of the codebook"),
        "document": tr("articles"),
    }
