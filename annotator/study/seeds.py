"""A project that holds the shipped codebook and the starting corpus."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.codebook import read_codebook
from annotator.resources import seed_articles, shipped_codebook
from annotator.store import Store
from annotator.store.clock import utc_now
from annotator.text.importing import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store import Clock


def make_seed_project(path: Path, *, title: str = "", clock: Clock = utc_now) -> Store:
    """A new project with the shipped codebook and all seeds.

    Raises:
        ProjectExists, ProjectUnwritable: it cannot be made there; nothing is left behind.
    """
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    store = Store.create(
        path, codebook=checked.codebook, toml=checked.toml, title=title, clock=clock
    )
    with whole_or_gone(store), store.write():
        for file in seed_articles():
            store.add_article(read_article(file))
    return store


@contextmanager
def whole_or_gone(store: Store) -> Iterator[None]:
    """What is done to a new project succeeds, or the file goes; an interruption is no exception."""
    try:
        yield
    except BaseException:
        store.close()
        store.path.unlink(missing_ok=True)
        raise
