"""The same figures with their intervals: slower, so beside the window and only once it is quiet.

Imports agreement, store and study.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from annotator import __version__
from annotator.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.agreement.results import Agreement, Report
    from annotator.ui.job import Job

By = Literal["batch", "round", "week", "version", "document"]
_PATIENCE_MS = 10_000


class ComputeReport:
    """The work itself, on a store of its own; layer by layer, so that it can be cancelled."""

    def __init__(
        self, project: Path, language: str, layers: Sequence[str] = (), by: By | None = None
    ) -> None:
        self._project = project
        self._language = language
        self._layers = layers
        self._by = by

    def __call__(self, job: Job) -> Report:
        """Every layer asked for (none named: all), with intervals over articles or units."""
        from annotator.agreement import Options, report  # numpy comes with it
        from annotator.study.reliability import project_answers

        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            layers = project_answers(store, layers=self._layers, with_times=self._by is not None)
        options = Options(language="it" if self._language == "it" else "en", by=self._by)
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        parts: list[Report] = []
        for done, answers in enumerate(layers):
            job.told(done, len(layers))
            parts.append(
                report(
                    [answers],
                    options,
                    source=self._project.name,
                    made_at=made_at,
                    program=f"annotator {__version__}",
                )
            )
        job.told(len(layers), len(layers))
        return joined(parts)


def joined(parts: Sequence[Report]) -> Report:
    """One report of the reports on single layers."""
    return replace(
        parts[0],
        rounds=tuple(dict.fromkeys(name for part in parts for name in part.rounds)),
        annotators=tuple(sorted({name for part in parts for name in part.annotators})),
        layers=tuple(one for part in parts for one in part.layers),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        results=tuple(one for part in parts for one in part.results),
    )


def same_figure(one: Agreement) -> tuple[str | None, ...]:
    """What makes two results answers to one question."""
    return (one.layer, one.target, one.step, one.code, one.coefficient, one.distance, one.group)


def with_intervals(
    now: Sequence[Agreement], before: Sequence[Agreement], *, is_fresh: bool
) -> list[Agreement]:
    """The values of now with the intervals of before; what has no counterpart stays without.

    Fresh ones belong to these very values: what they say of chances and warnings is true, too.
    """
    known = {same_figure(one): one for one in before}
    return [_widened(one, known.get(same_figure(one)), is_fresh=is_fresh) for one in now]


def _widened(now: Agreement, before: Agreement | None, *, is_fresh: bool) -> Agreement:
    if before is None:
        return now
    result = replace(
        now,
        interval=before.interval if now.value is not None else None,
        per_code=tuple(with_intervals(now.per_code, before.per_code, is_fresh=is_fresh)),
        without=tuple(with_intervals(now.without, before.without, is_fresh=is_fresh)),
        intra=tuple(with_intervals(now.intra, before.intra, is_fresh=is_fresh)),
        over_time=before.over_time,
    )
    if not is_fresh:
        return result
    return replace(
        result,
        p_below_667=before.p_below_667,
        p_below_800=before.p_below_800,
        warnings=before.warnings,
        words=before.words,
    )
