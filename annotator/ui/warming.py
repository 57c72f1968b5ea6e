"""Loads the splitter of sentences and words beside the window: the first M must not wait for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.ui.job import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window

# Late enough not to slow the first frame, early enough for whoever reads a line first.
WARM_UP_MS = 1_500


def warm_up(window: Window) -> None:
    """Load what the open article's language needs, in another thread; nothing is shown."""
    session = window.session
    language = session.document.lang if session is not None and session.document else "und"
    Job(partial(_load, language), window).begin()


def _load(language: str, _job: Job) -> None:
    from annotator.text.sentences import sentence_spans  # nltk: a third of a second or more
    from annotator.text.words import word_spans

    sentence_spans("One. Two.", language)
    word_spans("One. Two.", language)
