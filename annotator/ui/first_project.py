"""The project of the very first launch: the corpus that ships. May import the study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.study.seeds import make_seed_project
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.store import Store


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
    title = tr("Annotator first project")
    return make_seed_project(_free_name(folder, title), title=title)


def _free_name(folder: Path, title: str) -> Path:
    path, number = folder / f"{title}.annot", 2
    while path.exists():
        path, number = folder / f"{title} {number}.annot", number + 1
    return path
