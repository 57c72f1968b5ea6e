from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.agreement.plans import Curve, Pilot, Plan, Point, Wanted
from annotator.store import Store
from annotator.ui.agreement.looking import PLANNING
from annotator.ui.agreement.planning import Planned, Planning

from .conftest import result

if TYPE_CHECKING:
    from annotator.ui.agreement.window import AgreementWindow

pytestmark = pytest.mark.gui


def looked_at(agreement: AgreementWindow, layer: str | None = None) -> Planning:
    """The page, about this layer."""
    if layer is not None:
        agreement.choices.choose("question", layer, None)
    agreement.choices.choose(PLANNING)
    return agreement.planning


def test_curves_of_the_pilot_stand_above_what_they_say(beside, qtbot):
    page = looked_at(beside)
    qtbot.waitUntil(lambda: page.plot.has_rows)
    assert beside.middle.currentWidget() is page
    assert page.title.text() == "Frame, how much to code twice"
    assert page.sentence.text().startswith("The pilot demo.annot, layer frame: 135 units")
    assert "Krippendorff's formula" in page.more.text()
    assert any("Economic (25" in spot.words for spot in page.plot.spots)


def test_question_without_pairs_says_why_there_is_no_plan(beside, qtbot):
    page = looked_at(beside, "flag")
    qtbot.waitUntil(lambda: "nothing can be redrawn" in page.sentence.text())
    assert not page.plot.isVisible()
    assert page.more.text() == ""


def test_same_state_is_computed_once_and_a_new_one_again(beside, qtbot):
    page = looked_at(beside)
    qtbot.waitUntil(lambda: page.plot.has_rows and page._job is None)
    assert page._key is not None
    serial = page._key[1]
    page.want(serial)
    assert page._job is None
    page.want(serial + 1)
    first = page._job
    assert first is not None
    page.want(serial + 2)
    assert page._job is not first
    assert first.is_cancelled
    qtbot.waitUntil(lambda: page._job is None)


def test_window_that_is_closed_waits_for_no_plan(beside, qtbot):
    page = looked_at(beside)
    qtbot.waitUntil(lambda: page._key is not None)
    beside.close()
    assert page._job is None


def test_sizes_without_an_interval_have_no_point_and_codes_without_one_no_curve(
    names, demo_file, qtbot
):
    page = Planning(demo_file, "en")
    qtbot.addWidget(page)
    page.show_result(result(), names)
    points = (Point(n=20, width=None, undefined=0.4), Point(n=40, width=0.5, undefined=0.01))
    curves = (
        Curve(code="economic", prevalence=0.2, points=points, needed=None),
        Curve(code="other", prevalence=0.01, points=points[:1], needed=None),
    )
    pilot = Pilot(
        source="p", layer="frame", n_units=30, n_articles=3, cluster="unit", percent=0.8,
        curves=curves,
    )  # fmt: skip
    plan = Plan(wanted=Wanted(), krippendorff=None, lacy_riffe=None, pilot=pilot)
    page._show_plan(Planned(plan, ["first", "second"]))
    assert [spot.value for spot in page.plot.spots] == [("Economic (20\N{NO-BREAK SPACE}%)", 40)]
    assert (page.sentence.text(), page.more.text()) == ("first", "second")


def test_bug_in_the_work_is_told_in_words(demo_file, qtbot):
    page = Planning(demo_file, "en")
    qtbot.addWidget(page)
    page._show_failure()
    assert page.sentence.text() == "The plan could not be computed."


def test_plan_is_in_the_language_of_the_window(demo_file):
    from annotator.ui.agreement.planning import ComputePlan
    from annotator.ui.job import Job

    planned = ComputePlan(demo_file, "it", "frame")(Job(lambda _: None))
    assert planned.sentences[0].startswith("Il pilota")
    with Store.open(demo_file) as store:
        assert planned.plan.pilot is not None
        assert planned.plan.pilot.n_units > 0
        assert store.path == demo_file
