"""The export itself, beside the window: on a store of its own. Imports study and store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import Store
from annotator.study.exporting import export_to_file, is_chosen

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.written import Written
    from annotator.store import Tally
    from annotator.study.exporting import Selection
    from annotator.study.wishes import Wish
    from annotator.ui.job import Job

_PATIENCE_MS = 10_000


class ExportAnswers:
    """Writes what is wished; nothing is left of it when it is cancelled or fails."""

    def __init__(self, project: Path, target: Path, selection: Selection, wish: Wish) -> None:
        self._project = project
        self.target = target
        self._selection = selection
        self._wish = wish

    def __call__(self, job: Job) -> Written:
        """Runs in the job's thread; how much was written and what was lost."""
        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            n = self._n_answers(store)
            return export_to_file(
                store,
                self.target,
                self._selection,
                lambda done: job.told(min(done, n), n),
                self._wish,
            )

    def _n_answers(self, store: Store) -> int:
        """What the progress is measured by."""
        return sum(tally.annotations for tally in store.counts().tallies if self._is_in(tally))

    def _is_in(self, tally: Tally) -> bool:
        chosen = self._selection
        return (
            is_chosen(tally.layer, chosen.layers)
            and is_chosen(tally.annotator, chosen.annotators)
            and is_chosen(tally.round, chosen.rounds)
        )
