from __future__ import annotations

import sys

import pytest

from annotator.errors import AnnotatorError
from annotator.ui.job import Job

pytestmark = pytest.mark.gui


def run(qtbot, work) -> tuple[list[object], list[object], list[bool]]:
    """What was finished with, what it failed with, whether it stopped."""
    finished: list[object] = []
    failed: list[object] = []
    stopped: list[bool] = []
    job = Job(work)
    # A builtin as slot would get no argument.
    job.finished.connect(lambda result: finished.append(result))  # noqa: PLW0108
    job.failed.connect(lambda error: failed.append(error))  # noqa: PLW0108
    job.stopped.connect(lambda: stopped.append(True))
    with qtbot.waitSignal(job.ended):
        job.begin()
    assert not job.is_running
    return finished, failed, stopped


def test_work_hands_over_its_result(qtbot):
    assert run(qtbot, lambda _job: 42) == ([42], [], [])


def test_trouble_arrives_as_an_error_to_show(qtbot):
    def work(_job):
        raise AnnotatorError("the disk is full")

    finished, failed, stopped = run(qtbot, work)
    assert (finished, stopped) == ([], [])
    assert str(failed[0]) == "the disk is full"


def test_cancelled_work_stops_at_its_next_word(qtbot):
    def work(job):
        job.cancel()
        job.told(1, 2)

    assert run(qtbot, work) == ([], [], [True])


def test_progress_is_told(qtbot):
    job = Job(lambda job: job.told(3, 4))
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(job.ended):
        job.begin()
    assert told == [(3, 4)]


def test_a_bug_ends_the_job_and_reaches_the_report(qtbot, monkeypatch):
    seen: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: seen.append(kind))
    assert run(qtbot, lambda _job: 1 / 0) == ([], [], [True])
    qtbot.waitUntil(lambda: seen == [ZeroDivisionError])
