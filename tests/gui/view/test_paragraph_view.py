"""The view as a whole: what it lays out, where it scrolls, what its settings change."""

from __future__ import annotations

import pytest

from annotator.session.views import Happened
from annotator.ui.article.paragraph_view import ParagraphView
from annotator.ui.theme import DARK, apply_theme, theme

from .pointing import LONG, settle, top_of

pytestmark = pytest.mark.gui


class Watched(ParagraphView):
    """Remembers what it was asked to draw."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[tuple[int, int]] = []

    def paintEvent(self, event) -> None:  # noqa: N802  # Qt's name
        self.drawn.append((event.rect().top(), event.rect().height()))
        super().paintEvent(event)


# ------------------------------------------------------------------ laying out


def test_only_what_is_in_view_is_laid_out(session_on, show):
    view = show(session_on(LONG))
    assert 3 < len(view.sheet._rows) < 30


def test_no_article_draws_only_paper(show):
    view = show(None)
    assert view.grab().toImage().pixelColor(200, 200) == theme().paper
    assert view.selection() is None
    view.move_caret("word", 1)
    view.select_sentence()
    view.clear_selection()
    view.copy()
    assert not view.select_next_word_starting("a")
    assert view.n_visible() == 1
    assert view.row_at(10) is None
    view.set_text_size(22)


def test_session_may_go_and_come(session, view):
    view.set_session(None)
    assert view.sheet is None
    view.set_session(session)
    assert view.sheet is not None


def test_current_paragraph_keeps_its_place_while_the_text_moves(session_on, show):
    session = session_on(LONG)
    view = show(session)
    session.go_to(100)
    places = set()
    for _ in range(12):
        session.go_next()
        places.add(top_of(view, session.position))
    assert places == {round(view.viewport().height() * 0.4)}


def test_long_paragraph_is_shown_whole_rather_than_at_its_place(session_on, show):
    session = session_on([*LONG[:30], ("body", "The quay sank again. " * 55), *LONG])
    view = show(session)
    session.go_to(30)
    rect = view.rect_of(30)
    assert rect.top() < view.viewport().height() * 0.4
    assert rect.top() >= 0
    assert rect.bottom() < view.viewport().height()


def test_first_and_last_paragraphs_stand_where_the_text_ends(session_on, show):
    session = session_on(LONG)
    view = show(session)
    bar = view.verticalScrollBar()
    assert bar.value() == 0
    session.go_to(len(session.paragraphs))
    assert bar.value() == bar.maximum()
    assert view.rect_of(len(session.paragraphs)).bottom() < view.viewport().height()


def test_wrong_estimates_do_not_make_the_text_jump(session_on, show):
    # Chinese is about twice as wide as was estimated.
    session = session_on(
        [("body", "港口的居民说起重机已经停了三个月" * (2 + n % 5)) for n in range(200)]
    )
    view = show(session)
    session.go_to(150)
    view._is_in_place = False
    bar = view.verticalScrollBar()
    for _ in range(60):
        seen = view.row_at(200)
        before = top_of(view, seen)
        bar.setValue(bar.value() - 40)
        assert top_of(view, seen) == before + 40


def test_answer_that_grows_a_paragraph_leaves_those_above_where_they_are(session_on, show):
    session = session_on(LONG)
    view = show(session)
    session.go_to(100)
    before = [top_of(view, row) for row in (98, 99, 100)]
    height = view.rect_of(100).height()
    for key in ("1", "2", "3", "4"):
        session.press(key)
    for target in "qwer":
        session.press(target)
        session.press("a")
    assert view.rect_of(100).height() > height
    assert [top_of(view, row) for row in (98, 99, 100)] == before


def test_one_label_draws_one_row(session, qtbot):
    view = Watched()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.set_session(session)
    session.listen(view.on_happened)
    view.show()
    session.go_to(2)
    session.press("1")
    settle()
    view.drawn.clear()
    session.press("1")
    session.press("2")
    settle()
    rect = view.rect_of(2)
    assert view.drawn
    assert all((top, high) == (rect.top(), rect.height()) for top, high in view.drawn)


def test_change_out_of_view_draws_nothing(session_on, qtbot):
    session = session_on(LONG)
    view = Watched()
    qtbot.addWidget(view)
    view.set_session(session)
    view.show()
    settle()
    view.drawn.clear()
    view.on_happened(Happened(paragraphs=frozenset({250})))
    view.on_happened(Happened(status=True))
    settle()
    assert view.drawn == []


def test_page_counts_its_paragraphs(session_on, show):
    view = show(session_on(LONG))
    assert 3 <= view.n_visible() <= 20


# ------------------------------------------------------------------ settings


def test_larger_text_keeps_the_reader_where_they_are(session_on, show):
    session = session_on(LONG)
    view = show(session)
    view.verticalScrollBar().setValue(4000)
    row = view.row_at(5)
    before = top_of(view, row)
    view.set_text_size(24)
    assert view.sheet.size_px == 24
    assert top_of(view, row) == before


def test_line_width_changes_the_column(view):
    before = view.sheet.columns.text_width
    view.set_line_width(60)
    assert view.sheet.columns.text_width < before


def test_settings_that_change_nothing_lay_out_nothing(view):
    before = view.sheet
    view.set_text_size(18)
    view.set_line_width(68)
    view.set_reading_only(False)
    assert view.sheet is before


def test_reading_only_hides_the_margin(session, view):
    session.go_to(2)
    session.press("1", selection=(0, 8))
    view.set_reading_only(True)
    assert view.sheet.row(2).margin is None
    view.set_reading_only(False)
    assert view.sheet.row(2).margin is not None


def test_others_are_dimmed_unless_the_setting_says_no(session, view):
    session.go_to(2)
    assert view._look(2).is_current
    assert view._look(4).is_dimmed
    view.set_dimming(False)
    assert not view._look(4).is_dimmed


def test_theme_reaches_the_paper_and_the_words(session, view, qapp):
    session.go_to(2)
    before = view.sheet
    apply_theme(qapp, "dark")
    settle()
    assert view.sheet is not before
    assert view.grab().toImage().pixelColor(5, 690) == DARK.paper


@pytest.mark.parametrize("dark", [False, True])
def test_current_paragraph_has_bar_ground_and_lines(session, view, qapp, dark: bool):
    apply_theme(qapp, "dark" if dark else "light")
    session.go_to(2)
    settle()
    image, rect = view.grab().toImage(), view.rect_of(2)
    assert image.pixelColor(1, rect.center().y()) == theme().accent
    assert image.pixelColor(8, rect.center().y()) == theme().current
    assert image.pixelColor(8, rect.top()) == theme().line
    assert image.pixelColor(8, rect.bottom() + 2) == theme().paper


def test_resizing_keeps_the_current_paragraph_at_its_place(session_on, show):
    session = session_on(LONG)
    view = show(session)
    session.go_to(100)
    view.resize(700, 500)
    settle()
    assert top_of(view, 100) == round(view.viewport().height() * 0.4)
    view.resize(700, 600)
    settle()
    assert top_of(view, 100) == round(view.viewport().height() * 0.4)


def test_resizing_after_scrolling_away_stays_there(session_on, show):
    session = session_on(LONG)
    view = show(session)
    view.verticalScrollBar().setValue(5000)
    row = view.row_at(5)
    view.resize(900, 500)
    settle()
    assert view.row_at(5) == row


def test_instructions_go_when_the_place_moves_after_the_first_answer(session, view):
    assert view.sheet.box is not None
    session.press("0")
    assert view.sheet.box is not None, "nothing moves under the eyes of who is answering"
    session.go_next()
    assert view.sheet.box is None
