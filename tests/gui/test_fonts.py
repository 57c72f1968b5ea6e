"""The shipped faces are found, used, and leave other scripts to the system."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from annotator.ui import fonts

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]


def test_article_is_set_in_the_shipped_serif():
    font = fonts.article_font(18)
    assert QFontInfo(font).family() == "Source Serif Pro"
    assert QFontInfo(font).pixelSize() == 18


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_interface_is_set_in_the_shipped_sans(weight: QFont.Weight):
    font = fonts.interface_font(13, weight)
    assert QFontInfo(font).family() == "Source Sans Pro"
    assert QFontInfo(font).weight() == weight


def test_italic_and_semibold_of_the_serif_are_real_cuts():
    font = fonts.article_font(18)
    font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(True)
    assert QFontInfo(font).italic()
    assert QFontInfo(font).weight() == QFont.Weight.DemiBold


def test_file_that_qt_refuses_is_passed_over(tmp_path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "Broken.otf").write_bytes(b"no font")
    monkeypatch.setattr(fonts, "_FACES", tmp_path)
    assert fonts.load_faces.__wrapped__() == ()


def test_licences_go_along_and_the_faces_stay_small():
    names = {path.name for path in fonts._FACES.iterdir()}
    assert {"OFL-SourceSerifPro.txt", "OFL-SourceSansPro.txt"} <= names
    assert sum(path.stat().st_size for path in fonts._FACES.iterdir()) <= 1_500_000


def test_other_scripts_have_width_of_their_own():
    metrics = QFontMetricsF(fonts.article_font(18))
    assert all(metrics.horizontalAdvance(text) > 0 for text in ("芯片", "رقاقة", "🙂"))
