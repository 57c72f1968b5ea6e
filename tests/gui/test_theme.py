"""The colours can be read, and reach the application."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from annotator.ui import theme as themes

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]

NAMES = (
    "black",
    "orange",
    "sky_blue",
    "bluish_green",
    "yellow",
    "blue",
    "vermillion",
    "reddish_purple",
    None,
)
CODES = {"light": themes._LIGHT_CODES, "dark": themes._DARK_CODES}
THEMES = {"light": themes.LIGHT, "dark": themes.DARK}


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grounds(which: themes.Theme) -> list[QColor]:
    return [which.window, which.panel, which.paper, which.current]


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication):
    themes.apply_theme(qapp, "light")
    yield
    themes.apply_theme(qapp, "light")


def test_contrast_of_black_on_white_is_21():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "ink_dim", "ink_faint", "accent", "warning", "error", "ok"])
def test_text_can_be_read_on_every_ground(name: str, ink: str):
    which = THEMES[name]
    assert min(contrast(getattr(which, ink), ground) for ground in grounds(which)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_can_be_read_on_its_own_ground(name: str):
    which = THEMES[name]
    pairs = [
        (which.accent_ink, which.accent),
        (which.ink, which.hover),
        (which.ink, which.selection),
        (which.warning, which.warning_ground),
        (which.error, which.error_ground),
    ]
    assert min(contrast(ink, ground) for ink, ground in pairs) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("code", NAMES)
def test_code_colours_can_be_seen_and_read(name: str, code: str | None):
    which, colours = THEMES[name], CODES[name][code]
    assert min(contrast(colours.strong, ground) for ground in grounds(which)) >= 3
    assert contrast(colours.ink, colours.strong) >= 4.5
    assert min(contrast(colours.text, g) for g in [*grounds(which), colours.ground]) >= 4.5
    assert contrast(which.ink, colours.ground) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_code_colours_differ_from_one_another(name: str):
    strong = [colours.strong.name() for colours in CODES[name].values()]
    assert len(set(strong)) == len(NAMES)


def test_unknown_colour_is_grey():
    assert themes.code_colours("pink") == themes.code_colours(None)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_chosen_theme_is_in_force(qapp: QApplication, name: themes.ThemeChoice):
    themes.apply_theme(qapp, name)
    assert themes.theme() is THEMES[name]
    assert qapp.palette().color(QPalette.ColorRole.Base) == THEMES[name].paper
    assert themes.code_colours("blue") is CODES[name]["blue"]
    assert qapp.style().objectName() == "fusion"


def test_boxes_stand_out_from_the_dark(qapp: QApplication, qtbot):
    box, label = QCheckBox("a"), QLabel("a")
    for widget in (box, label):
        qtbot.addWidget(widget)
    found = {}
    for name in ("light", "dark"):
        themes.apply_theme(qapp, name)
        qapp.processEvents()
        found[name] = [
            contrast(each.palette().color(QPalette.ColorRole.Window), themes.theme().window)
            for each in (box, label)
        ]
    assert found["light"] == [1, 1]
    # Fusion draws the outline 1.4 times darker than this.
    assert found["dark"][0] > 3
    assert found["dark"][1] == 1


def test_system_theme_is_light_where_the_desktop_says_nothing(qapp: QApplication):
    themes.apply_theme(qapp, "dark")
    themes.apply_theme(qapp, "system")
    assert qapp.styleHints().colorScheme() == Qt.ColorScheme.Unknown
    assert themes.theme() is themes.LIGHT


def test_desktop_that_turns_dark_takes_the_system_theme_along(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(themes, "_desktop_is_dark", lambda: True)
    themes.apply_theme(qapp, "light")
    follower = qapp.findChild(themes._SystemFollower)
    assert follower
    follower._on_scheme_changed()
    assert themes.theme() is themes.LIGHT, "the choice is light, whatever the desktop says"
    monkeypatch.setattr(follower, "_choice", "system")
    follower._on_scheme_changed()
    assert themes.theme() is themes.DARK


def test_widgets_hear_of_a_new_theme(qapp: QApplication, qtbot):
    class Listener(QObject):
        heard = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            self.heard += event.type() == QEvent.Type.PaletteChange
            return False

    widget, listener = QWidget(), Listener()
    qtbot.addWidget(widget)
    widget.installEventFilter(listener)
    themes.apply_theme(qapp, "dark")
    QCoreApplication.processEvents()
    assert listener.heard >= 1


def test_one_follower_however_often_the_theme_changes(qapp: QApplication):
    for name in ("dark", "light", "system"):
        themes.apply_theme(qapp, name)
    assert len(qapp.findChildren(themes._SystemFollower)) == 1
