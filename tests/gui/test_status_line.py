from __future__ import annotations

import pytest

from annotator.errors import ProjectBusy
from annotator.session.views import Notice
from annotator.ui.status_line import KeyHints, StatusLine
from annotator.ui.theme import apply_theme, theme

from .test_article_list import progress

pytestmark = pytest.mark.gui


@pytest.fixture
def line(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1200, 32)
    line.show()
    return line


def test_the_time_of_saving_is_the_clock_on_the_wall(line):
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    line.show_saved(now.isoformat().replace("+00:00", "Z"))
    assert line.saved.text() == f"✓ saved {now.astimezone():%H:%M:%S}"
    line.show_saved(None)
    assert not line.saved.isVisible()


def test_progress_is_a_bar_and_figures(line):
    line.show_progress(progress(n_done=12))
    assert line.count.text() == "12 / 30"
    assert line.bar.share == pytest.approx(0.4)
    assert line.bar.accessibleName() == "12 of 30 done"
    line.show_progress(None)
    assert not line.bar.isVisible()


def test_a_notice_is_said_in_words_and_fades(line, qtbot):
    line._fade.setInterval(30)
    line.say(Notice("took back {what}, ¶ {number}", {"what": "economic", "number": 12}))
    assert line.notice.text() == "took back economic, ¶ 12"
    qtbot.waitUntil(lambda: line.notice.text() == "")


def test_a_tooltip_does_not_take_tags_for_html(line):
    line.say_text("<b>bold</b> & more")
    assert line.notice.toolTip() == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>"


def test_trouble_is_red_says_why_and_stays(line):
    line.show_trouble(ProjectBusy("it is locked", where="a.annot", remedy="wait"))
    assert line.is_in_trouble
    assert line.notice.text() == "Not saved: a.annot: it is locked; wait"
    assert line.palette().window().color() == theme().error_ground
    line.be_quiet()
    assert line.notice.text()
    line.show_trouble(None)
    assert line.notice.text() == ""
    assert line.palette().window().color() == theme().window


def test_keys_that_have_no_room_are_left_out(qtbot):
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.show_hints((("J", "next"), ("Enter", "rest not addressed, next")))
    hints.resize(hints.sizeHint())
    full = hints.grab()
    hints.resize(60, 24)
    assert hints.grab().width() < full.width()
    assert hints.accessibleName() == "J: next, Enter: rest not addressed, next"


def test_colours_go_with_the_theme(line, qapp):
    apply_theme(qapp, "dark")
    qapp.processEvents()
    assert line.palette().window().color() == theme().window
