"""The binding itself: releases of PySide6 that lose references to None end the process."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

pytestmark = pytest.mark.gui


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_none_is_not_used_up() -> None:
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for number in range(200):
        thing.setObjectName(str(number))
    # A broken release loses one a call; other threads may move the count by a few.
    assert abs(sys.getrefcount(None) - before) < 20
