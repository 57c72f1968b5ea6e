"""Every colour of the window: a light and a dark theme, and the colours of codes. Imports only Qt.

The theme in force is read from the application's palette, so that no widget keeps a copy: who
paints asks `theme()`, and who caches colours drops them at `QEvent.PaletteChange`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ThemeChoice = Literal["light", "dark", "system"]

# Kinds of widgets that Fusion draws an outline round.
OUTLINED = ("QAbstractButton", "QComboBox", "QLineEdit", "QAbstractSpinBox", "QListWidget")


@dataclass(frozen=True)
class CodeColours:
    """A code's colours.

    `strong` is a line, a dot or a filled chip, `ink` the text on it; `ground` is the pale fill,
    `text` the code's colour as text on `ground` or on paper.
    """

    strong: QColor
    ground: QColor
    ink: QColor
    text: QColor


@dataclass(frozen=True)
class Theme:
    """Named colours. Every ink keeps 4.5:1 on window, panel, paper and current; see the tests."""

    is_dark: bool
    window: QColor
    panel: QColor
    paper: QColor
    current: QColor
    ink: QColor
    ink_dim: QColor
    ink_faint: QColor
    line: QColor
    accent: QColor
    accent_ink: QColor
    hover: QColor
    selection: QColor
    warning: QColor
    warning_ground: QColor
    error: QColor
    error_ground: QColor
    ok: QColor


LIGHT = Theme(
    is_dark=False,
    window=QColor("#f6f4ef"),
    panel=QColor("#f6f4ef"),
    paper=QColor("#fdfcf9"),
    current=QColor("#ffffff"),
    ink=QColor("#24221e"),
    ink_dim=QColor("#53514d"),
    ink_faint=QColor("#6f695e"),
    line=QColor("#e3dfd5"),
    accent=QColor("#2f5d8a"),
    accent_ink=QColor("#ffffff"),
    hover=QColor("#ece8df"),
    selection=QColor("#cfe0f2"),
    warning=QColor("#855700"),
    warning_ground=QColor("#fbf0d9"),
    error=QColor("#b3261e"),
    error_ground=QColor("#fbe9e7"),
    ok=QColor("#2b7a4c"),
)

DARK = Theme(
    is_dark=True,
    window=QColor("#1b1c1e"),
    panel=QColor("#1b1c1e"),
    paper=QColor("#212225"),
    current=QColor("#2a2c30"),
    ink=QColor("#dedbd3"),
    ink_dim=QColor("#b4b2ac"),
    ink_faint=QColor("#9c9a94"),
    line=QColor("#34353a"),
    accent=QColor("#7fb0de"),
    accent_ink=QColor("#16171a"),
    hover=QColor("#303237"),
    selection=QColor("#2f4a66"),
    warning=QColor("#e0b050"),
    warning_ground=QColor("#3b3324"),
    error=QColor("#f28b82"),
    error_ground=QColor("#43292a"),
    ok=QColor("#6fcf97"),
)


def _code(strong: str, ground: str, ink: str, text: str) -> CodeColours:
    return CodeColours(QColor(strong), QColor(ground), QColor(ink), QColor(text))


# The family of Okabe and Ito (2008), moved in lightness until a line keeps 3:1 on every ground and
# text 4.5:1; the order of lightness is kept, so that the colours stay apart without hue.
_LIGHT_CODES: dict[str | None, CodeColours] = {
    "black": _code("#4a4742", "#ededec", "#ffffff", "#4a4742"),
    "orange": _code("#b97a00", "#f8f2e6", "#16171a", "#946200"),
    "sky_blue": _code("#3a93c9", "#ebf4fa", "#16171a", "#2d739d"),
    "bluish_green": _code("#00805a", "#e6f2ee", "#ffffff", "#007b56"),
    "yellow": _code("#7d7200", "#f2f1e6", "#ffffff", "#786d00"),
    "blue": _code("#0069a6", "#e6f0f6", "#ffffff", "#0069a6"),
    "vermillion": _code("#c25200", "#f9eee6", "#ffffff", "#b24b00"),
    "reddish_purple": _code("#a8488b", "#f6edf3", "#ffffff", "#a8488b"),
    None: _code("#8a8478", "#f1f0ee", "#16171a", "#6a645a"),
}
_DARK_CODES: dict[str | None, CodeColours] = {
    "black": _code("#b8b5ad", "#3c3e40", "#16171a", "#b8b5ad"),
    "orange": _code("#e6a63c", "#423c32", "#16171a", "#e6a63c"),
    "sky_blue": _code("#9fd3f2", "#394249", "#16171a", "#9fd3f2"),
    "bluish_green": _code("#3cc79a", "#2c403e", "#16171a", "#3cc79a"),
    "yellow": _code("#e9df6a", "#434338", "#16171a", "#e9df6a"),
    "blue": _code("#56b4e9", "#303e48", "#16171a", "#56b4e9"),
    "vermillion": _code("#f08a4b", "#443834", "#16171a", "#f08c4f"),
    "reddish_purple": _code("#dd8fc4", "#413943", "#16171a", "#dd8fc4"),
    None: _code("#9c9a94", "#36373a", "#16171a", "#aeaca6"),
}


def theme() -> Theme:
    """The theme in force."""
    is_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if is_dark else LIGHT


def code_colours(name: str | None, colours: Theme | None = None) -> CodeColours:
    """The colours of a code, by the name its codebook gives; None or an unknown name is grey.

    They are those of the theme in force unless another theme is given.
    """
    codes = _DARK_CODES if (colours or theme()).is_dark else _LIGHT_CODES
    return codes.get(name, codes[None])


def apply_theme(app: QApplication, choice: ThemeChoice) -> None:
    """Dress the application; `system` goes with the desktop, and is light where it says nothing."""
    follower = app.findChild(_SystemFollower) or _SystemFollower(app)
    follower.dress(choice)


class _SystemFollower(QObject):
    """Puts the palette on, and again whenever the desktop changes its mind."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = "light"
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def dress(self, choice: ThemeChoice) -> None:
        """Set the style, the desktop's wish for the frame, and our palette."""
        self._choice = choice
        if self._app.style().objectName().lower() != "fusion":
            self._app.setStyle("Fusion")
        scheme = Qt.ColorScheme
        schemes = {"light": scheme.Light, "dark": scheme.Dark, "system": scheme.Unknown}
        # Reaches the title bar where the platform has one to colour; Unknown means the desktop's.
        self._app.styleHints().setColorScheme(schemes[choice])
        self._put_palette()

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._choice == "system":
            self._put_palette()

    def _put_palette(self) -> None:
        # WORKAROUND: setColorScheme has no effect on a bare Linux, so the choice itself decides.
        is_dark = _desktop_is_dark() if self._choice == "system" else self._choice == "dark"
        colours = DARK if is_dark else LIGHT
        self._app.setPalette(palette_of(colours))
        for kind in OUTLINED:
            # The stubs ask for bytes, which the call itself refuses.
            self._app.setPalette(_outlined(colours), kind)  # type: ignore[arg-type]


def _desktop_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _outlined(colours: Theme) -> QPalette:
    """The palette of boxes and fields, which must stand out from a dark ground.

    WORKAROUND: Fusion draws outlines 1.4 times darker than the window, which in the dark leaves
    nothing of an unticked box. What these widgets call their window is not seen elsewhere.
    """
    palette = palette_of(colours)
    if colours.is_dark:
        palette.setColor(QPalette.ColorRole.Window, colours.ink_faint)
    return palette


def palette_of(colours: Theme) -> QPalette:
    """The palette from which Fusion draws the ordinary widgets."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for which, colour in {
        role.Window: colours.window,
        role.WindowText: colours.ink,
        role.Base: colours.paper,
        role.AlternateBase: colours.panel,
        role.Text: colours.ink,
        role.PlaceholderText: colours.ink_faint,
        role.Button: colours.panel,
        role.ButtonText: colours.ink,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.current,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_ink,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.current,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.line.darker(130),
        role.Shadow: QColor("#000000"),
    }.items():
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, colours.ink_faint)
    return palette
