from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.agreement.results import (
    CodePair,
    Coincidences,
    Disagreement,
    Given,
    Interval,
    UnitName,
)
from annotator.ui.agreement.cautions import Cautions
from annotator.ui.agreement.choices import Choice, Choices
from annotator.ui.agreement.comparisons import OverTime, PairsOfCodes, SecondPass, WithoutOnePerson
from annotator.ui.agreement.headline import (
    Headline,
)
from annotator.ui.agreement.overview import Overview, Seen
from annotator.ui.agreement.plot_menu import menu_of, save_plot
from annotator.ui.agreement.unit_rows import Words
from annotator.ui.dialogs import choosing
from annotator.ui.plots import PairMap

from .conftest import result

pytestmark = pytest.mark.gui

INTERVAL = Interval(0.62, 0.761, 0.95, "bootstrap", "document", 1000, 0, 0)
NOTHING = Words({}, {})


def given(codes: str, *people: str, state: Any = "coded") -> Given:
    return Given(state, tuple(codes.split()), people)


def disagreement(*answers: Given, paragraph: int | None = 4) -> Disagreement:
    return Disagreement(UnitName(document="d", paragraph=paragraph), 0.1, answers)


# ------------------------------------------------------------------ list, headline, pages


def test_headings_of_the_list_cannot_be_chosen(qtbot):
    choices = Choices()
    qtbot.addWidget(choices)
    lines = [Choice("Question"), Choice("Frame", "set", "question", "frame"), Choice("Compare"),
             Choice("Over time", page="time")]  # fmt: skip
    choices.show_choices(lines)
    assert choices.current() == lines[1]
    QTest.keyClick(choices, Qt.Key.Key_Down)
    assert choices.current() == lines[3]
    assert choices.looked_at() == lines[1]
    QTest.keyClick(choices, Qt.Key.Key_Home)
    assert choices.current() == lines[1]
    QTest.keyClick(choices, Qt.Key.Key_End)
    assert choices.current() == lines[3]
    choices.show_choices(list(lines))
    choices.show_choices([*lines, Choice("Other", page="other")])
    assert choices.current() == lines[3]
    index = choices.rows.index(1)
    assert choices.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Frame, set"
    assert choices.rows.data(index, Qt.ItemDataRole.ToolTipRole) is None
    choices.resize(200, 300)
    assert not choices.grab().isNull()


def test_an_interval_of_before_is_faded(qtbot, names):
    headline = Headline()
    qtbot.addWidget(headline)
    headline.show_figures(result(interval=INTERVAL, p_below_667=0.3, p_below_800=1.0), [], names,
                          is_fresh=False)  # fmt: skip
    assert headline.interval.text() == "95 % CI .620 – .761"
    assert not headline.interval.isEnabled()
    assert "probability" not in headline.sentence.text()


def test_warnings_come_and_go(qtbot):
    cautions = Cautions()
    qtbot.addWidget(cautions)
    cautions.show_words(["Few units.", "Rare code."])
    assert [box.words.text() for box in cautions.boxes] == ["Few units.", "Rare code."]
    cautions.resize(300, 100)
    assert not cautions.grab().isNull()
    cautions.show_words(["Few units."])
    assert cautions.boxes[1].isHidden()
    cautions.show_words([])
    assert cautions.isHidden()


def test_the_page_follows_the_arrows_to_a_code_far_down(qtbot, names):
    page = Overview()
    qtbot.addWidget(page)
    page.resize(700, 300)
    codes = tuple(result(code=f"code_{n}", value=n / 64) for n in range(64))
    page.show_seen(Seen(result(per_code=codes, n_units=9)), names)
    page.show()
    qtbot.waitExposed(page)
    page.codes.setFocus()
    QTest.keyClick(page.codes, Qt.Key.Key_End)
    assert page.verticalScrollBar().value() > 1_000
    page.close()


def test_over_time_says_where_it_began_and_ended(qtbot, names):
    page = OverTime()
    qtbot.addWidget(page)
    parts = tuple(
        result(by="batch", group=str(n), value=value) for n, value in enumerate((0.5, None, 0.7))
    )
    page.show_result(result(over_time=parts), names)
    assert "From .500 in the first part to .700 in the last" in page.sentence.text()
    page.show_result(result(), names)
    assert "nothing to compare yet" in page.sentence.text()


def test_a_second_pass_is_held_against_agreement_between_people(qtbot, names):
    page = SecondPass()
    qtbot.addWidget(page)
    own = (
        result(by="annotator", value=0.9, n_units_used=40, days_between=12.0),
        result(by="annotator", group="a1", value=0.88, interval=INTERVAL),
    )
    page.show_result(result(intra=own), names)
    assert page.sentence.text() == (
        "People agreed with themselves at α .900, and with each other at .683: the first is the "
        "most that can be hoped for. 40 answers were given twice, 12 days apart (median)."
    )
    assert page.plot.has_rows


def test_codes_against_codes_of_sets_of_single_answers_and_of_nothing(qtbot, names):
    page = PairsOfCodes()
    qtbot.addWidget(page)
    page.show_result(result(code_pairs=(pair("economic", "geopolitical", 1, 2),)), names)
    assert "unequal answers. A cell shows" in page.sentence.text()
    met = Coincidences(("economic", "geopolitical"), ((4.0, 1.0), (1.0, 6.0)))
    page.show_result(result(coincidences=met), names)
    assert "equal ones on the diagonal" in page.sentence.text()
    page.show_result(result(), names)
    assert page.plot.isHidden()


def test_without_one_person_names_who_differs(qtbot, names):
    page = WithoutOnePerson()
    qtbot.addWidget(page)
    parts = (
        result(group="a1", value=0.6, change=-0.083),
        result(group="a3", value=0.784, change=0.101),
    )
    page.show_result(result(without=parts), names)
    assert (
        "Leaving out a3 changes the figure most: from .683 to .784 (+.10)" in page.sentence.text()
    )
    page.show_result(result(), names)
    assert "at least three people" in page.sentence.text()


# ------------------------------------------------------------------ pictures


def test_a_plot_is_saved_or_copied_from_its_menu(qtbot, tmp_path, monkeypatch):
    plot = filled_map(qtbot)
    menu = menu_of(plot, tmp_path)
    assert [action.text() for action in menu.actions()] == [
        "Save this picture…",
        "Copy the figures as text",
    ]
    menu.actions()[1].trigger()
    assert "a1" in QGuiApplication.clipboard().text()
    monkeypatch.setattr(choosing, "choose_target", lambda *_: str(tmp_path / "pairs"))
    save_plot(plot, tmp_path)
    assert (tmp_path / "pairs.svg").read_bytes().startswith(b"<?xml")
    monkeypatch.setattr(choosing, "choose_target", lambda *_: "")
    save_plot(plot, tmp_path)
    menu.close()


def filled_map(qtbot: Any) -> PairMap:
    from annotator.agreement.results import Pair
    from annotator.ui.plots import pair_cells

    plot = PairMap()
    qtbot.addWidget(plot)
    plot.show_rows(pair_cells(result(per_pair=(Pair(("a1", "a2"), 30, 0.7, 0.7, 0.9),))))
    return plot


def test_a_picture_that_cannot_be_written_says_why(qtbot, tmp_path, monkeypatch):
    told: list[Any] = []
    monkeypatch.setattr(choosing, "choose_target", lambda *_: str(tmp_path / "gone" / "x.svg"))
    monkeypatch.setattr(
        "annotator.ui.agreement.plot_menu.tell_error", lambda _parent, error: told.append(error)
    )
    save_plot(filled_map(qtbot), tmp_path)
    assert len(told) == 1


def pair(one: str, other: str, swapped: int, beside: int) -> CodePair:
    return CodePair((one, other), swapped, beside, {}, {}, ())
