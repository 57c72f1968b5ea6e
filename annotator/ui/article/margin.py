"""What stands beside a paragraph: chips, positions, states and small marks, measured and drawn.

Imports the session's words, messages, theme and Qt. Nothing is cut: what is too long wraps, and the
paragraph grows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from annotator.ui.article.kinds import kind_word
from annotator.ui.fonts import interface_font
from annotator.ui.messages import tr
from annotator.ui.theme import code_colours, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.session.views import Chip, EvidenceMark, StanceLine, StateMark, UnitView

_STRONG = QFont.Weight.DemiBold
# Kinds that look much like running text are named even where they are asked.
_NAMED = {"caption", "boilerplate", "fragment"}


def margin_size(size_px: int) -> int:
    """The size of the margin's letters beside an article of this size: it grows more slowly."""
    return round(13 + (size_px - 18) * 0.4)


class Words(NamedTuple):
    """A piece of a line: its text, colour and weight."""

    text: str
    colour: QColor
    is_strong: bool = False


class Item(Protocol):
    """Something in the margin with a height of its own."""

    height: float

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its upper left corner there."""


class WordLine:
    """Words of several colours; what is too long wraps below the first word."""

    def __init__(self, words: Sequence[Words], font: QFont, *, width: float, hang: float) -> None:
        self._layout = QTextLayout("".join(word.text for word in words), font)
        self._layout.setFormats(_formats(words))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        pitch = font.pixelSize() * 1.5
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            indent = hang if y else 0.0
            line.setLineWidth(max(width - indent, 20.0))
            step = max(pitch, line.height())
            line.setPosition(QPointF(indent, y + (step - line.height()) / 2))
            y += step
        self._layout.endLayout()
        self.height = y

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the words with their upper left corner there."""
        self._layout.draw(painter, at)


def _formats(words: Sequence[Words]) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for text, colour, is_strong in words:
        dress = QTextCharFormat()
        dress.setForeground(colour)
        if is_strong:
            dress.setFontWeight(_STRONG)
        piece = QTextLayout.FormatRange()
        length = len(text.encode("utf-16-le")) // 2
        piece.start, piece.length, piece.format = start, length, dress
        start += length
        ranges.append(piece)
    return ranges


class ChipRows:
    """Chips side by side as far as they fit; a label wider than the margin is elided."""

    def __init__(self, chips: Sequence[Chip], font: QFont, *, width: float) -> None:
        self._font = font
        metrics = QFontMetricsF(font)
        self._chip_height = round(font.pixelSize() * 1.7)
        gap, pad = 5.0, font.pixelSize() * 0.7
        x = y = 0.0
        self._placed: list[tuple[QRectF, str, Chip]] = []
        for chip in chips:
            label = metrics.elidedText(
                chip.label, Qt.TextElideMode.ElideRight, max(width - 2 * pad, 10.0)
            )
            wide = metrics.horizontalAdvance(label) + 2 * pad
            if x and x + wide > width:
                x, y = 0.0, y + self._chip_height + gap
            self._placed.append((QRectF(x, y, wide, self._chip_height), label, chip))
            x += wide + gap
        self.height = y + self._chip_height + 3.0

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the chips: the primary one filled, the others outlined on pale ground."""
        painter.setFont(self._font)
        for rect, label, chip in self._placed:
            colours = code_colours(chip.colour)
            where = rect.translated(at)
            radius = where.height() / 2
            if chip.primary:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.strong)
            else:
                painter.setPen(QPen(colours.strong, 1.0))
                painter.setBrush(colours.ground)
                where.adjust(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(where, radius, radius)
            painter.setPen(colours.ink if chip.primary else colours.text)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, label)


class Margin:
    """All that stands beside one paragraph; `words` says the same for screen readers."""

    def __init__(self, unit: UnitView, *, width: float, size_px: int) -> None:
        self.words = margin_words(unit)
        self._items: list[Item] = []
        font = interface_font(margin_size(size_px))
        if unit.chips:
            self._items.append(ChipRows(unit.chips, font, width=width))
        hang = QFontMetricsF(font).horizontalAdvance("▲ ")
        self._items += [
            WordLine(words, font, width=width, hang=hang) for words in _lines(unit) if words
        ]
        self.height = sum(item.height for item in self._items)
        self._lift = self._items[0].height / 2 if self._items else 0.0
        if unit.chips:
            self._lift = font.pixelSize() * 0.85

    def top(self, first_line_middle: float) -> float:
        """Where the margin begins so that its first line stands level with the text's first."""
        return max(first_line_middle - self._lift, 0.0)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw everything from this corner down."""
        y = at.y()
        for item in self._items:
            item.draw(painter, QPointF(at.x(), y))
            y += item.height


def _lines(unit: UnitView) -> list[list[Words]]:
    """The lines below the chips, in the order of reading."""
    faint = theme().ink_faint
    lines = [_stance_words(stance) for stance in unit.stances if stance.state != "none"]
    quiet = [*_state_texts(unit), *(f"“{text}”" for text in unit.texts)]
    lines += [[Words(text, faint)] for text in quiet]
    marks = " · ".join(_mark_texts(unit))
    if marks:
        lines.append([Words(marks, faint)])
    if unit.is_unsaved:
        lines.append([Words(tr("! not saved"), theme().error, is_strong=True)])
    return lines


def _stance_words(stance: StanceLine) -> list[Words]:
    colours = theme()
    words = [Words(f"{stance.glyph} ", colours.ink_faint)]
    words.append(Words(stance.target_label, colours.ink, is_strong=stance.state == "coded"))
    details = [stance.holder_label, stance.code_label if stance.state != "coded" else ""]
    words += [Words(f" ·\u00a0{detail}", colours.ink_faint) for detail in details if detail]
    return words


def _state_texts(unit: UnitView) -> list[str]:
    texts = [_state_text(mark) for mark in unit.states]
    not_addressed = sum(stance.state == "none" for stance in unit.stances)
    if not_addressed:
        texts.append(tr("– {n} not addressed", n=not_addressed))
    if unit.kind and unit.state == "not_asked":
        texts.append(tr("{kind}, not coded", kind=kind_word(unit.kind)))
    elif unit.kind in _NAMED:
        texts.append(kind_word(unit.kind))
    return texts


def _state_text(mark: StateMark) -> str:
    """`No frame` says of what it speaks; `Cannot tell` does not."""
    if mark.layer_label.casefold() in mark.label.casefold():
        return mark.label
    return f"{mark.layer_label}: {mark.label}"


def _mark_texts(unit: UnitView) -> list[str]:
    marks = (
        (unit.has_note, tr("✎ note")),
        (unit.is_unsure, tr("unsure")),
        (unit.lacks_evidence, tr("evidence missing")),
    )
    return [text for is_set, text in marks if is_set]


def margin_words(unit: UnitView) -> tuple[str, ...]:
    """The margin in words, line by line: chips with the main one named, positions, states."""
    chips = [
        tr("{code}, primary", code=chip.label)
        if chip.primary and len(unit.chips) > 1
        else chip.label
        for chip in unit.chips
    ]
    stances = [
        " · ".join(filter(None, (stance.target_label, stance.code_label, stance.holder_label)))
        for stance in unit.stances
        if stance.state != "none"
    ]
    unsaved = [tr("not saved")] if unit.is_unsaved else []
    return (*chips, *stances, *_state_texts(unit), *unit.texts, *_mark_texts(unit), *unsaved)


def evidence_words(unit: UnitView, mark: EvidenceMark) -> str:
    """What marked words show: the code, and of a position toward what and whose it is."""
    of = (mark.layer, mark.target, mark.holder)
    for stance in unit.stances:
        if (stance.layer, stance.target, stance.holder) == of:
            return " · ".join(filter(None, (mark.label, stance.target_label, stance.holder_label)))
    return mark.label
