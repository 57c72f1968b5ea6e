"""Loads CAS files in this process, where what is passed through is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import ImportFailed
from annotator.text.worker import outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def load_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the other process does it, errors and all."""

    def call(function: Callable[..., object], *args: object, **_: object) -> object:
        is_done, result = outcome(function, args)
        if not is_done:
            assert isinstance(result, ImportFailed)
            raise result
        return result

    monkeypatch.setattr("annotator.formats.uima.reading.run_limited", call)
