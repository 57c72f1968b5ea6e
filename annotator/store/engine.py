"""Loads sqlite-utils quickly; imported before everything else of the store. Imports nothing.

sqlite-utils loads numpy and pandas, where they are installed, to be able to store their types: that
is 0.1 s and 0.7 s of the window's start for what is never used here.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def unseen(*names: str) -> Generator[None]:
    """These modules count as not installed for as long as this lasts, unless they are loaded."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # what import takes for "not there"
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with unseen("numpy", "pandas"):
    importlib.import_module("sqlite_utils")
