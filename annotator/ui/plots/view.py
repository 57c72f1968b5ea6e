"""What every plot is on the screen: a widget with keys, tooltips, words for screen readers, files.

A subclass lays out its rows; nothing else of a plot knows about widgets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from annotator.ui.plots.ink import CENTRE, USUAL_PX, Ink
from annotator.ui.plots.saving import save_drawing
from annotator.ui.theme import theme
from annotator.ui.tooltip import plain_tooltip

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from annotator.ui.plots.drawing import Drawing, Spot

_MARGIN = 6.0
_EMPTY = QSize(320, 72)
_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlotView(QWidget):
    """A plot that can be pointed at, walked through with the arrows, and saved.

    `activated` hands over the value of the spot that was clicked or taken with Enter or Space,
    `moved` the `Spot` that the arrows reached.
    """

    activated = Signal(object)
    moved = Signal(object)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = heading
        self._laid: Drawing | None = None
        self._laid_for: tuple[float, Ink] | None = None
        self._sizes: dict[tuple[float, int], QSize] = {}
        self._reachable: tuple[Spot, ...] = ()
        self._current = -1
        self._hovered = -1
        self._pressed = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(heading)

    # -------------------------------------------------------------- what a subclass gives

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The rows laid out for this width; None where there are none."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """What stands where there is nothing to show, and what to do."""
        raise NotImplementedError

    # -------------------------------------------------------------- for who embeds it

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to show."""
        return self._drawing() is not None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What can be reached, in the order of reading."""
        self._drawing()
        return self._reachable

    @property
    def current(self) -> Spot | None:
        """The spot that the arrows have reached."""
        return self.spots[self._current] if 0 <= self._current < len(self.spots) else None

    def put_heading(self, text: str) -> None:
        """The title: said by screen readers, and written above the plot in a file."""
        self.heading = text
        self.setAccessibleName(text)

    def words(self) -> str:
        """The figures as a text."""
        drawing = self._drawing()
        return drawing.words() if drawing else self.empty_words()

    def save(self, path: Path) -> None:
        """Write the plot with its title on white, as .svg, .pdf or .png (at twice the size).

        Raises:
            AnnotatorError: nothing to draw, another suffix, or the file cannot be written; a file
                that was there stays as it was.
        """
        ink = self._ink().on_paper()
        drawing = self.lay_out(ink, 0.0)
        if drawing is not None:
            width = max(float(self.width()), ink.length(drawing.best_width))
            drawing = self.lay_out(ink, width)
        save_drawing(drawing, self.heading, path)

    def show_again(self) -> None:
        """The rows are others: lay out anew, and keep the place where it still exists."""
        before = self.current.value if self._laid and self.current else None
        self._drop()
        values = [spot.value for spot in self.spots]
        self._current = values.index(before) if before in values else -1
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    # -------------------------------------------------------------- size

    def _ink(self) -> Ink:
        # Letters as large as the window's, a little larger than the tool's 14: as in the panel.
        size = QFontInfo(self.font()).pixelSize()
        return Ink(theme(), max(round(size * USUAL_PX / 14), 8))

    def _drop(self) -> None:
        self._laid, self._laid_for = None, None
        self._sizes.clear()
        self._hovered = self._pressed = -1

    def _drawing(self) -> Drawing | None:
        width, ink = self.width() - 2 * _MARGIN, self._ink()
        # The ink too: a widget that is hidden hears of another palette only when it is shown.
        if self._laid_for != (width, ink):
            laid = self.lay_out(ink, width)
            spots = laid.spots if laid else ()
            self._reachable = tuple(spot for spot in spots if spot.value is not None)
            self._laid, self._laid_for = laid, (width, ink)
        return self._laid

    def _size(self, width: float) -> QSize:
        """How large the widget is for this width; a layout asks the same again and again."""
        ink = self._ink()
        key = (width, ink.text_px)
        if key not in self._sizes:
            self._sizes[key] = self._size_of(self.lay_out(ink, width))
        return self._sizes[key]

    @staticmethod
    def _size_of(drawing: Drawing | None) -> QSize:
        if drawing is None:
            return _EMPTY
        size = drawing.size
        return QSize(int(size.width() + 2 * _MARGIN) + 1, int(size.height() + 2 * _MARGIN) + 1)

    def sizeHint(self) -> QSize:
        """What it takes to stand at ease."""
        ink = self._ink()
        drawing = self._drawing()
        return self._size(ink.length(drawing.best_width)) if drawing else _EMPTY

    def minimumSizeHint(self) -> QSize:
        """The least width, and the height at the width there is."""
        least = self._size(0.0)
        return QSize(least.width(), self.heightForWidth(max(self.width(), least.width())))

    def heightForWidth(self, width: int) -> int:
        """How tall at this width."""
        return self._size(width - 2 * _MARGIN).height()

    # -------------------------------------------------------------- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plot, and the frame round the spot that is pointed at."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        # A painter that outlives an exception takes the process with it, and the report too.
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self._drawing()
        if drawing is None:
            self._draw_empty(painter)
            return
        painter.translate(_MARGIN, _MARGIN)
        drawing.draw(painter)
        self._draw_frames(painter)

    def _draw_empty(self, painter: QPainter) -> None:
        ink = self._ink()
        painter.setFont(ink.font(small=True))
        painter.setPen(ink.theme.ink_dim)
        area = QRectF(self.rect()).adjusted(12, 8, -12, -8)
        painter.drawText(area, int(CENTRE | Qt.TextFlag.TextWordWrap), self.empty_words())
        if self.hasFocus():
            self._frame(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 2.0)

    def _draw_frames(self, painter: QPainter) -> None:
        if self._hovered >= 0 and self._hovered < len(self.spots):
            self._frame(painter, self.spots[self._hovered].area, 1.0)
        if self.hasFocus():
            whole = QRectF(self.rect()).translated(-_MARGIN, -_MARGIN).adjusted(2, 2, -2, -2)
            self._frame(painter, self.current.area if self.current else whole, 2.0)

    def _frame(self, painter: QPainter, area: QRectF, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A rim of paper keeps the frame apart from a cell of its own colour.
        for colour, wide in ((theme().paper, width + 3), (theme().accent, width)):
            painter.setPen(QPen(colour, wide))
            painter.drawRoundedRect(area.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)

    # -------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go through the spots, Enter and Space take one."""
        key = event.key()
        if key in _STEPS and self._step(*_STEPS[key]):
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.spots:
            self._go(0 if key == Qt.Key.Key_Home else len(self.spots) - 1)
            return
        if key in _TAKE and self.current:
            self.activated.emit(self.current.value)
            return
        super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> bool:
        """The nearest spot in this direction; False where there is none."""
        here = self.current
        if here is None:
            return self._go(0) if self.spots else False
        ahead = [
            (distance, number)
            for number, spot in enumerate(self.spots)
            if (distance := _distance(here, spot, down, right)) is not None
        ]
        return self._go(min(ahead)[1]) if ahead else False

    def _go(self, number: int) -> bool:
        self._current = number
        spot = self.spots[number]
        self.update()
        self.moved.emit(spot)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spot.words))
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, the first spot is where the arrows begin."""
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and self.current is None and self.spots:
            self._go(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.update()

    # -------------------------------------------------------------- pointer

    def _at(self, point: QPointF) -> int:
        inside = point - QPointF(_MARGIN, _MARGIN)
        hit = (n for n, spot in enumerate(self.spots) if spot.area.contains(inside))
        return next(hit, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the button went down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes the spot where the button went down and came up."""
        pressed, self._pressed = self._pressed, -1
        if event.button() != Qt.MouseButton.LeftButton or pressed < 0:
            return
        if self._at(event.position()) == pressed:
            self._go(pressed)
            self.activated.emit(self.spots[pressed].value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would take."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            shape = Qt.CursorShape.PointingHandCursor if number >= 0 else None
            self.setCursor(shape) if shape else self.unsetCursor()
            self.update()

    def event(self, event: QEvent) -> bool:
        """The tooltip says the spot in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    def words_at(self, point: QPoint) -> str:
        """What the tooltip says here: of labels too, which may be cut."""
        drawing = self._drawing()
        inside = QPointF(point) - QPointF(_MARGIN, _MARGIN)
        spots = drawing.spots if drawing else ()
        return next((spot.words for spot in spots if spot.area.contains(inside)), "")

    # -------------------------------------------------------------- changes

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or another size of letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._drop()
            self.updateGeometry()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height goes with the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def area_of(self, spot: Spot) -> QRectF:
        """Where a spot is in the widget."""
        return spot.area.translated(_MARGIN, _MARGIN)


def _distance(here: Spot, there: Spot, down: int, right: int) -> tuple[int, int] | None:
    """How far a spot is in a direction: first along it, then beside; None where it is not ahead."""
    rows, columns = there.row - here.row, there.column - here.column
    along, beside = (rows * down, abs(columns)) if down else (columns * right, abs(rows))
    if along <= 0 or (right and beside):
        return None
    return along, beside


class PlotScroll(QScrollArea):
    """A plot that may be larger than its room; what the arrows reach comes into sight."""

    def __init__(self, view: PlotView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(view)
        self.viewport().setAutoFillBackground(False)
        view.setAutoFillBackground(False)
        self.setWidget(view)
        view.moved.connect(self._on_moved)

    @Slot(object)
    def _on_moved(self, spot: Spot) -> None:
        area = self._view.area_of(spot)
        middle = area.center().toPoint()
        self.ensureVisible(
            middle.x(), middle.y(), int(area.width() / 2) + 8, int(area.height() / 2) + 8
        )


def scrolled(view: PlotView) -> PlotScroll:
    """The view in an area that scrolls where it must."""
    return PlotScroll(view)
