"""Progress on a terminal: a bar on stderr where somebody looks, nothing elsewhere."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
_FEW = 20


def steps(things: Sequence[T], title: str) -> Iterator[T]:
    """The things one by one, with a bar on a terminal if they are more than a few."""
    if len(things) < _FEW or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(things, description=title, console=Console(stderr=True), transient=True)


@contextmanager
def counted(title: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A function that is told how many are done so far."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=total)
        yield lambda done: progress.update(task, completed=done)
