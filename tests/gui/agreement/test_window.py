from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.errors import ProjectBusy
from annotator.model import Answer, Place
from annotator.store import Change, Store
from annotator.study.live import LiveAgreement
from annotator.study.reliability import project_answers
from annotator.ui.agreement.intervals import ComputeReport
from annotator.ui.theme import apply_theme
from tests.gui.conftest import ARTICLE, make_project, modal

from .conftest import opened, widened

if TYPE_CHECKING:
    from annotator.ui.window import Window

pytestmark = pytest.mark.gui


def press(widget: Any, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def shown(agreement: Any) -> list[str]:
    return [choice.title for choice in agreement.choices.rows.choices]


# ------------------------------------------------------------------ opening


def test_every_question_with_its_steps_then_ways_to_compare(beside):
    titles = shown(beside)
    assert titles[:2] == ["Question", "Frame"]
    assert "Stance: addressed or not" in titles
    assert "Stance: which position" in titles
    assert titles[-6:] == [
        "Compare",
        "Over time",
        "Same person, second pass",
        "Code against code",
        "Without one person",
        "How much to code twice",
    ]
    assert beside.choices.hasFocus()
    assert beside.head.about.text() == "Demo (simulated answers) · 3 annotators · 7 articles"


def test_the_figure_comes_first_and_its_interval_afterwards(beside, qtbot):
    headline = beside.overview.headline
    assert headline.measure.text() == "α with MASI distance"
    assert headline.value.text() == ".683"
    assert "Computing the intervals" in beside.foot.words.text()
    widened(beside, qtbot)
    assert headline.interval.text().startswith("95 % CI .")
    assert "The probability that α lies below .667 is" in headline.sentence.text()
    assert "articles redrawn 1,000 times, seed 0" in beside.foot.words.text()


def test_the_window_stands_beside_the_other_and_opens_once(demo, beside):
    assert not beside.isModal()
    demo.do_by_id("agreement")
    assert demo.comparing.agreement is beside


def test_closing_the_project_closes_it_and_frees_the_file(demo, beside, demo_file):
    assert beside.isVisible()
    demo.files.close()
    assert demo.comparing.agreement is None
    assert not [path.name for path in demo_file.parent.glob("demo.annot-*")]


def test_ctrl_w_closes_it_alone(demo, beside):
    press_with_control(beside.choices, Qt.Key.Key_W)
    assert demo.comparing.agreement is None
    assert demo.store is not None


def press_with_control(widget: Any, key: Qt.Key) -> None:
    QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)


def test_a_project_that_cannot_be_read_says_so_and_can_be_tried_again(demo, qtbot, monkeypatch):
    def refuse(_store: Store, *, language: str) -> LiveAgreement:
        raise ProjectBusy("another program is using the project", remedy=f"wait ({language})")

    with monkeypatch.context() as patch:
        patch.setattr(LiveAgreement, "open", refuse)
        demo.do_by_id("agreement")
        agreement = demo.comparing.agreement
        qtbot.waitUntil(lambda: "another program" in agreement.waiting.words.text())
    assert agreement.waiting.button.isVisible()
    agreement.waiting.button.click()
    qtbot.waitUntil(lambda: agreement.middle.currentWidget() is agreement.overview)


# ------------------------------------------------------------------ going about


def test_arrows_go_through_the_questions_and_show_their_figures(beside, qtbot):
    press(beside.choices, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: beside.overview.title.text() == "Frame: the main one")
    assert beside.choices.current().step == "primary"


def test_a_comparison_is_about_the_question_that_was_looked_at(beside, qtbot):
    beside.choices.choose("question", "stance", "addressed")
    qtbot.waitUntil(lambda: beside.overview.title.text() == "Stance: addressed or not")
    beside.choices.choose("without")
    page = beside.middle.currentWidget()
    assert page.title.text() == "Stance: addressed or not, without one person"
    assert "Leaving out simulated_" in page.sentence.text()
    beside.choices.choose("pairs")
    assert "code against code" in beside.middle.currentWidget().title.text()
    beside.choices.choose("second")
    assert "Nobody has answered the same paragraph twice" in (
        beside.middle.currentWidget().sentence.text()
    )


def test_over_time_is_computed_when_it_is_looked_at(beside, qtbot):
    beside.choices.choose("time")
    beside.time.by.setCurrentIndex(beside.time.by.findData("document"))
    beside.time.by.activated.emit(beside.time.by.currentIndex())
    widened(beside, qtbot)
    assert beside.time.plot.has_rows
    assert "Article by article" in beside.time.sentence.text()
    assert "Il bacino e i server" in beside.time.plot.words()


def test_a_target_is_chosen_from_the_box_or_the_table(beside, qtbot):
    beside.choices.choose("question", "stance", None)
    qtbot.waitUntil(lambda: beside.overview.title.text() == "Stance")
    all_targets = beside.overview.headline.value.text()
    assert beside.overview.by_target.isVisible()
    beside.overview.by_target.activated.emit("us_government")
    qtbot.waitUntil(lambda: beside.overview.headline.value.text() != all_targets)
    assert beside.overview.targets.currentText() == "US government"
    assert not beside.overview.by_target.isVisible()
    beside.overview.targets.setCurrentIndex(0)
    beside.overview.targets.activated.emit(0)
    qtbot.waitUntil(lambda: beside.overview.headline.value.text() == all_targets)


def test_f6_goes_round_the_panes(beside):
    seen = []
    for _ in range(4):
        press(QApplication.focusWidget() or beside, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [beside.overview.codes, beside.side.pairs, beside.side.units, beside.choices]


# ------------------------------------------------------------------ disagreements


def test_enter_opens_the_paragraph_where_people_code(demo, beside, qtbot):
    units = beside.side.units
    unit = units.units.rows[0].unit
    units.setFocus()
    press(units, Qt.Key.Key_Return)
    assert demo.session.document.uid == unit.document
    assert demo.session.position == unit.paragraph
    qtbot.waitUntil(demo.page.view.hasFocus)


def test_a_position_opens_at_its_target(demo, beside, qtbot):
    beside.choices.choose("question", "stance", None)
    qtbot.waitUntil(lambda: beside.overview.title.text() == "Stance")
    unit = next(row.unit for row in beside.side.units.units.rows if row.unit.target)
    beside.side.units.wanted.emit(unit)
    assert demo.session.target == unit.target


def test_an_article_question_opens_the_stop_after_the_last_paragraph(demo, beside, qtbot):
    beside.choices.choose("question", "dominant_frame", None)
    qtbot.waitUntil(lambda: beside.overview.title.text() == "Dominant frame")
    beside.side.units.wanted.emit(beside.side.units.units.rows[0].unit)
    assert demo.session.is_at_whole_article


def test_a_pair_sifts_the_disagreements_and_esc_shows_all(demo, beside, qtbot):
    side = beside.side
    before = len(side.units.units.rows)
    side.pairs.activated.emit(("simulated_1", "simulated_2"))
    assert 0 < len(side.units.units.rows) < before
    assert "SIMULATED_1 AGAINST SIMULATED_2" in side.caption.text()
    press(beside.choices, Qt.Key.Key_Escape)
    assert len(side.units.units.rows) == before
    press(beside.choices, Qt.Key.Key_Escape)
    qtbot.waitUntil(demo.page.view.hasFocus)


def test_a_code_and_a_pair_of_codes_sift_them_too(beside):
    side = beside.side
    beside.overview.code_wanted.emit("economic")
    assert "ABOUT ECONOMIC" in side.caption.text()
    assert all("Economic" in row.told for row in side.units.units.rows)
    beside.pairs.codes_wanted.emit(("economic", "geopolitical"))
    assert "ECONOMIC AGAINST GEOPOLITICAL · " in side.caption.text()
    (pair,) = [
        one for one in beside._told.report.results[0].code_pairs
        if set(one.codes) == {"economic", "geopolitical"}
    ]  # fmt: skip
    assert [row.unit for row in side.units.units.rows] == list(pair.units)
    assert all(row.text for row in side.units.units.rows)
    beside.pairs.codes_wanted.emit(("economic", "economic"))
    assert side.nothing.text() == "None of the hardest disagreements is of this kind."
    side.all.click()
    assert not side.is_sifted


def test_another_question_shows_all_again(beside, qtbot):
    beside.overview.code_wanted.emit("economic")
    beside.choices.choose("question", "stance", None)
    qtbot.waitUntil(lambda: beside.overview.title.text() == "Stance")
    assert not beside.side.is_sifted


# ------------------------------------------------------------------ following


def test_an_own_answer_changes_the_figures_at_once(demo, beside, qtbot):
    widened(beside, qtbot)
    unit = beside.side.units.units.rows[0].unit
    before = beside.overview.headline.value.text()
    document = next(one for one in demo.session.documents if one.uid == unit.document)
    demo.session.open(document.id, unit.paragraph)
    demo.session.press("4")
    qtbot.waitUntil(lambda: beside.overview.headline.value.text() != before)
    assert "those before the last answer" in beside.foot.words.text()
    assert not beside.overview.headline.interval.isEnabled()
    widened(beside, qtbot)
    assert beside.overview.headline.interval.isEnabled()


def test_an_answer_to_another_question_leaves_the_intervals(beside, demo_file, qtbot):
    widened(beside, qtbot)
    with Store.open(demo_file) as other, qtbot.waitSignal(beside.figures.told, timeout=5_000):
        document, who = other.documents()[0], other.annotators()[0]
        place = Place(
            "main", who.key, who.uid, document.id, document.uid, 5, "stance",
            "export_controls", "author",
        )  # fmt: skip
        other.annotate([Change(place, Answer(state="coded", codes=("mixed",)))])
    assert beside.has_intervals
    assert beside.overview.headline.interval.isEnabled()


def test_another_programs_answer_comes_within_a_second(beside, demo_file, qtbot):
    unit = beside.side.units.units.rows[0].unit
    value = beside.overview.headline.value.text()
    with Store.open(demo_file) as other:
        document = next(one for one in other.documents() if one.uid == unit.document)
        who = other.annotators()[2]
        place = Place("main", who.key, who.uid, document.id, document.uid, unit.paragraph, "frame")
        other.annotate([Change(place, Answer(state="coded", codes=("environmental",)))])
    qtbot.waitUntil(lambda: beside.overview.headline.value.text() != value, timeout=3_000)
    with Store.open(demo_file) as again:
        live = LiveAgreement.open(again, language="en")
        assert beside._told.report.results == live.report("frame").results


# ------------------------------------------------------------------ states


def test_one_annotator_is_told_what_to_do(window, qtbot):
    window.session.go_to(2)
    QTest.keyClicks(window.page.view, "1")
    agreement = opened(window, qtbot)
    assert agreement.overview.headline.value.text() == "—"
    assert "Only one person has coded so far" in agreement.overview.headline.sentence.text()
    assert agreement.side.nothing.text() == "Nothing was answered by two people yet."
    widened(agreement, qtbot)


def test_nothing_coded_shows_no_table_of_codes(window, qtbot):
    agreement = opened(window, qtbot)
    assert agreement.overview.headline.sentence.text() == "Nobody has answered this question yet."
    assert not agreement.overview.codes.isVisible()
    assert agreement.head.about.text() == "Chips · 0 annotators · one article"


def test_no_overlap_is_told_what_to_do(window, qtbot):
    two_people_apart(window)
    agreement = opened(window, qtbot)
    assert "Nobody has coded what another person has coded" in (
        agreement.overview.headline.sentence.text()
    )


def two_people_apart(window: Window) -> None:
    assert window.store is not None
    assert window.session is not None
    window.session.go_to(2)
    window.session.press("1")
    window.show_annotator(window.store.add_annotator("a2"))
    window.session.go_to(3)
    window.session.press("1")


def test_a_blind_round_hides_it_in_words(window, monkeypatch):
    rounds = [round_with(window.store.rounds()[0], blind=True)]
    monkeypatch.setattr(window.store, "rounds", lambda: rounds)
    window.do_by_id("agreement")
    assert window.comparing.agreement is None
    box = modal()
    assert "the round main is blind" in box.text()
    box.close()


def round_with(one: Any, **settings: object) -> Any:
    from msgspec.structs import replace

    return replace(one, settings=settings)


def test_an_article_that_is_gone_is_said(demo, beside):
    unit = beside.side.units.units.rows[0].unit
    gone = type(unit)(document="gone", paragraph=1)
    beside.side.units.wanted.emit(gone)
    assert "not in the project any more" in demo.status.notice.text()


def test_another_language_and_theme_while_it_stands(demo, beside, qtbot, qapp):
    apply_theme(qapp, "dark")
    demo.looks.choose_language("it")
    again = demo.comparing.agreement
    assert again is not beside
    qtbot.waitUntil(lambda: again.middle.currentWidget() is again.overview)
    assert shown(again)[0] == "Domanda"
    assert again.overview.headline.measure.text() == "α con distanza MASI"


def test_the_methods_paragraph_goes_to_the_clipboard(beside, qtbot):
    beside.copy.click()
    qtbot.waitUntil(lambda: "clipboard" in beside.foot.words.text(), timeout=20_000)
    assert "Krippendorff's alpha with MASI distance" in QGuiApplication.clipboard().text()


def test_many_people_and_codes_are_shown(empty_window, tmp_path, qtbot):
    text = ARTICLE + "\n\n".join(f"Paragraph {n} of many." for n in range(12))
    store = make_project(tmp_path / "many.annot", text)
    document = store.documents()[0]
    for number in range(25):
        who = store.add_annotator(f"annotator_with_a_long_name_{number:02}")
        places = [
            Place("main", who.key, who.uid, document.id, document.uid, paragraph, "frame")
            for paragraph in range(4, 12)
        ]
        codes = ("economic", "geopolitical", "ideological")
        store.annotate(
            [
                Change(place, Answer(state="coded", codes=(codes[(number + n) % 3],)))
                for n, place in enumerate(places)
            ]
        )
    empty_window.show_project(store, store.annotators()[0])
    agreement = opened(empty_window, qtbot)
    assert len(agreement.side.pairs.spots) == 25 * 24 / 2
    chips = agreement.side.units.units.rows[0].chips
    assert any("+" in chip.people for chip in chips)
    assert project_answers(store)[0].annotators[24] in agreement.side.units.units.rows[0].told


def test_a_report_of_chosen_layers_can_be_made(demo_file):
    class Nobody:
        def told(self, _done: int, _of: int) -> None: ...

    report = ComputeReport(demo_file, "it", ["frame", "stance"])(Nobody())  # type: ignore[arg-type]
    assert {one.layer for one in report.results} == {"frame", "stance"}
    assert [one.key for one in report.layers] == ["frame", "stance"]
