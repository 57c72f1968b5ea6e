"""The foot of the window: saved or not, how far, what was said, and the keys that work here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.ui.fonts import interface_font
from annotator.ui.keycap import CAP_HEIGHT, draw_keycap, keycap_width
from annotator.ui.messages import error_text, notice_text, tr
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from annotator.errors import StoreError
    from annotator.session import Notice
    from annotator.session.views import Progress

_NOTICE_MS = 12_000
_SIZE_PX = 13
_GAP = 14


class StatusLine(QWidget):
    """Grows by a line where a trouble needs more words."""

    _dressed: Theme | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.saved = _label()
        self.bar = ProgressBar()
        self.count = _label()
        self.notice = _label()
        self.notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keys = KeyHints()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(14)
        for widget in (self.saved, self.bar, self.count):
            layout.addWidget(widget)
        layout.addWidget(self.notice, 1)
        layout.addWidget(self.keys)
        self.setMinimumHeight(30)
        self._trouble = ""
        self._fade = QTimer(self, singleShot=True, interval=_NOTICE_MS)
        self._fade.timeout.connect(self.be_quiet)
        self._dress()

    # ------------------------------------------------------------------ what it says

    def show_saved(self, saved_at: str | None) -> None:
        """When the last answer was written (UTC, ISO), shown as the clock on the wall."""
        self.saved.setText(f"✓ {tr('saved {time}', time=_local(saved_at))}" if saved_at else "")
        self.saved.setVisible(bool(saved_at) and not self._trouble)

    def show_progress(self, progress: Progress | None) -> None:
        """How much of the open article is done."""
        for widget in (self.bar, self.count):
            widget.setVisible(progress is not None)
        if progress is not None:
            self.bar.set_share(progress.n_done, progress.n_units)
            self.count.setText(f"{progress.n_done} / {progress.n_units}")

    def say(self, notice: Notice) -> None:
        """A sentence, for a while; a screen reader speaks it."""
        self.say_text(notice_text(notice))

    def say_text(self, text: str) -> None:
        """The same with words that are ready."""
        self.notice.setText(text)
        self.notice.setToolTip(_escaped(text))
        self._fade.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def be_quiet(self) -> None:
        """Take the sentence away."""
        self._fade.stop()
        if not self._trouble:
            self.notice.setText("")
            self.notice.setToolTip("")

    def show_trouble(self, trouble: StoreError | None) -> None:
        """Red with words while answers are not on the disk."""
        text = error_text(trouble) if trouble else ""
        if text == self._trouble:
            return
        self._trouble = text
        self.keys.setVisible(not text)
        self.saved.setVisible(not text and bool(self.saved.text()))
        self.notice.setWordWrap(bool(text))
        if text:
            self._fade.stop()
            self.notice.setText(f"{tr('Not saved')}: {text}")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.notice.text()))
        else:
            self.be_quiet()
        self._dress()

    @property
    def is_in_trouble(self) -> bool:
        """Whether it is red."""
        return bool(self._trouble)

    # ------------------------------------------------------------------ how it looks

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line divides it from the panes."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme().line, 1))
        painter.drawLine(0, 0, self.width(), 0)

    def _dress(self) -> None:
        self._dressed = theme()
        colours = theme()
        ground = colours.error_ground if self._trouble else colours.window
        self.setPalette(_palette(ground, colours.ink))
        for label in (self.saved, self.count):
            label.setPalette(_palette(ground, colours.ink_faint))
        self.notice.setPalette(_palette(ground, colours.error if self._trouble else colours.ink))


class ProgressBar(QWidget):
    """A thin line, filled as far as the article is done."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedSize(150, 5)

    def set_share(self, done: int, of: int) -> None:
        """Fill `done` of `of`."""
        self.share = done / of if of else 0.0
        self.setAccessibleName(tr("{done} of {all} done", done=done, all=of))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Groove and fill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme().line)
        painter.drawRoundedRect(whole, 2.5, 2.5)
        painter.setBrush(theme().accent)
        painter.drawRoundedRect(QRectF(0, 0, whole.width() * self.share, whole.height()), 2.5, 2.5)


class KeyHints(QWidget):
    """Key caps with their words, as many as there is room for, at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFont(interface_font(_SIZE_PX))

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Each a key for people's eyes and what it does."""
        if hints != self.hints:
            self.hints = hints
            self.setAccessibleName(", ".join(f"{key}: {word}" for key, word in hints))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for all of them."""
        metrics = QFontMetricsF(self.font())
        width = sum(_hint_width(metrics, key, word) for key, word in self.hints)
        return QSize(int(width) + 1, 24)

    def minimumSizeHint(self) -> QSize:
        """They may be left out."""
        return QSize(0, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the right; what has no room is left out, from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        x = float(self.width())
        for key, word in reversed(self.hints):
            width = _hint_width(metrics, key, word)
            if x - width < 0:
                break
            x -= width
            self._paint_hint(painter, metrics, x, (key, word))

    def _paint_hint(
        self, painter: QPainter, metrics: QFontMetricsF, x: float, hint: tuple[str, str]
    ) -> None:
        key, word = hint
        x += _GAP
        draw_keycap(painter, x, (self.height() - CAP_HEIGHT) / 2, key)
        x += keycap_width(key) + 6
        painter.setPen(theme().ink_faint)
        painter.setFont(self.font())
        rest = QRectF(x, 0, metrics.horizontalAdvance(word) + 2, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, word)


def _hint_width(metrics: QFontMetricsF, key: str, word: str) -> float:
    return _GAP + keycap_width(key) + 6 + metrics.horizontalAdvance(word) + 2


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(interface_font(_SIZE_PX))
    return label


def _palette(ground: QColor, ink: QColor) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, ground)
    palette.setColor(QPalette.ColorRole.WindowText, ink)
    return palette


def _local(saved_at: str) -> str:
    return datetime.fromisoformat(saved_at).astimezone().strftime("%H:%M:%S")


def _escaped(text: str) -> str:
    """A tooltip that shows user text as it is: Qt would take tags in it for HTML."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{plain}</p>" if plain else ""
