"""The project of the very first launch: the corpus that ships. May import codebook, text, store."""

from __future__ import annotations

from pathlib import Path

from annotator.codebook import read_codebook
from annotator.resources import seed_articles, shipped_codebook
from annotator.store import Store
from annotator.text.importing import read_article
from annotator.ui.messages import tr


def documents_folder() -> Path:
    """The person's folder for documents; their home where there is none."""
    from platformdirs import user_documents_path  # only the first launch asks

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def make_first_project(folder: Path) -> Store:
    """A project of the seeds in this folder, under a name that is free.

    Raises:
        StoreError: the folder cannot be written.
    """
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    title = tr("Annotator first project")
    store = Store.create(
        _free_name(folder, title), codebook=checked.codebook, toml=checked.toml, title=title
    )
    with store.write():
        for path in seed_articles():
            store.add_article(read_article(path))
    return store


def _free_name(folder: Path, title: str) -> Path:
    path, number = folder / f"{title}.annot", 2
    while path.exists():
        path, number = folder / f"{title} {number}.annot", number + 1
    return path
