"""Windows open no larger than their screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from annotator.ui.fitting import open_at

pytestmark = pytest.mark.gui


def test_a_window_that_has_room_is_as_large_as_it_wishes(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)


def test_a_window_without_room_stays_within_the_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, QSize(30_000, 20_000))
    room = window.screen().availableGeometry().size()
    assert window.width() < room.width()
    assert window.height() < room.height()
