"""The right of the window: who agrees with whom, and on which paragraphs they do not.

Imports results, plots and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from annotator.ui.agreement.text import Text, heading
from annotator.ui.agreement.unit_list import UnitList
from annotator.ui.agreement.unit_rows import (
    Words,
    about_code,
    about_codes,
    between,
    disagreement_rows,
    of_pair,
)
from annotator.ui.dress import face, put_name
from annotator.ui.messages import tr
from annotator.ui.plots import PairMap, pair_cells
from annotator.ui.plots.view import scrolled
from annotator.ui.scroll_bar import ThinScrollBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.agreement.results import Agreement, Disagreement
    from annotator.ui.agreement.naming import Names
    from annotator.ui.agreement.unit_rows import Listed

# Heading and margins round the map of pairs, in pixels.
_AROUND_PAIRS = 52

Sieve = tuple[str, "Callable[[Sequence[Disagreement]], Sequence[Disagreement | Listed]]"]


class Side(QSplitter):
    """Pairs above, disagreements below; a pair or a code sifts the disagreements."""

    wanted = Signal(object)  # a UnitName
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._shown: tuple[Agreement, Names, Words] | None = None
        self._sieve: Sieve | None = None
        self._is_moved = False  # by hand: then it stays so
        self.splitterMoved.connect(self._moved)
        self.pairs = PairMap()
        self.pairs.activated.connect(self._sift_pair)
        self.pairs_area = scrolled(self.pairs)
        self.pairs_area.setVerticalScrollBar(ThinScrollBar("panel"))
        self.caption = heading()
        self.all = QPushButton(tr("Show all"))
        self.all.setFont(face(12))
        self.all.clicked.connect(self.show_all)
        self.all.hide()
        self.nothing = Text(face(13), "ink_dim")
        self.units = UnitList()
        put_name(self.units, tr("Disagreements"))
        self.units.wanted.connect(self.wanted)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(_under(heading(tr("Pairs of annotators")), self.pairs_area))
        self.addWidget(self._below())

    def _below(self) -> QWidget:
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 12, 0)
        head.addWidget(self.caption, 1)
        head.addWidget(self.all)
        below = QWidget()
        layout = QVBoxLayout(below)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        words = QHBoxLayout()
        words.setContentsMargins(18, 0, 14, 0)
        words.addWidget(self.nothing)
        layout.addLayout(words)
        layout.addWidget(self.units, 1)
        layout.addStretch()
        return below

    def show_result(self, result: Agreement, names: Names, words: Words) -> None:
        """Show the pairs and the disagreements of this result."""
        if self._shown and _asked(self._shown[0]) != _asked(result):
            self._sieve = None
        self._shown = result, names, words
        self.pairs.show_rows(pair_cells(result))
        self._share_height()
        self._show_units()

    def _share_height(self) -> None:
        """The pairs get what they need, at most half; the disagreements the rest."""
        needed = self.pairs.heightForWidth(self.pairs_area.viewport().width()) + _AROUND_PAIRS
        height = min(needed, self.height() // 2)
        if self.sizes()[0] != height and not self._is_moved:
            self.setSizes([height, self.height() - height])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height of the pairs."""
        super().resizeEvent(event)
        self._share_height()

    def _moved(self) -> None:
        self._is_moved = True

    def sift_code(self, code: str) -> None:
        """Only disagreements about this code."""
        if self._shown:
            result, names, _ = self._shown
            label = names.codes(result.layer, result.step).get(code, code)
            self._sift((tr("about {code}", code=label), lambda found: about_code(found, code)))

    def sift_codes(self, codes: tuple[str, str]) -> None:
        """Only disagreements between these two codes."""
        if self._shown:
            result, names, _ = self._shown
            labels = names.codes(result.layer, result.step)
            one, other = (labels.get(code, code) for code in codes)
            words = tr("{one} against {other}", one=one, other=other)
            pair = next((p for p in result.code_pairs if set(p.codes) == set(codes)), None)
            if pair is not None:
                self._sift((words, lambda found: of_pair(pair, found)))
            else:
                self._sift((words, lambda found: about_codes(found, codes)))

    def _sift_pair(self, people: tuple[str, str]) -> None:
        words = tr("{one} against {other}", one=people[0], other=people[1])
        self._sift((words, lambda found: between(found, people)))

    def _sift(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self._show_units()

    @property
    def is_sifted(self) -> bool:
        """Whether only some of the disagreements are shown."""
        return self._sieve is not None

    def show_all(self) -> None:
        """Every disagreement again."""
        self._sieve = None
        self._show_units()

    def _show_units(self) -> None:
        if self._shown is None:
            return
        result, names, words = self._shown
        found = result.disagreements
        chosen = self._sieve[1](found) if self._sieve else found
        self.units.show_rows(disagreement_rows(chosen, result, names, words))
        self.caption.setText(self._heading(len(chosen), result).upper())
        self.all.setVisible(self.is_sifted)
        self.nothing.say("" if chosen else self._no_units(result))
        self.units.setVisible(bool(chosen))

    def _heading(self, n_chosen: int, result: Agreement) -> str:
        if self._sieve is not None:
            return tr("{what} · {n}", what=self._sieve[0], n=n_chosen)
        return tr("Disagreements · {n}, hardest first", n=result.n_disagreements)

    def _no_units(self, result: Agreement) -> str:
        if self._sieve is not None:
            return tr("None of the hardest disagreements is of this kind.")
        if not result.n_units_used:
            return tr("Nothing was answered by two people yet.")
        if result.percent == 1:
            return tr("Nobody disagreed.")
        return tr("Disagreements are not listed for these figures.")


def _asked(result: Agreement) -> tuple[str | None, ...]:
    return result.layer, result.step, result.target


def _under(words: Text, part: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(18, 16, 12, 6)
    layout.setSpacing(8)
    layout.addWidget(words)
    layout.addWidget(part, 1)
    return box
