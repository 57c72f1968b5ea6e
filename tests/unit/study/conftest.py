"""A project of two articles in many scripts, to export and merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.text.importing import import_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.model import Codebook

ARTICLES = (
    (
        "Who writes the standard\n\n"
        "The ministry will clear no shipment 🚢 to the neighbour’s army. It said so twice.\n\n"
        "قال الوزير إن السعر 😀 سيرتفع قريبا في كل مكان.\n\n"
        "The river has fallen by two me\u0301tres since the halls were built 👩🏽‍🔬.\n"
    ),
    "Two harbours\n\nOne cable only, and nobody to mend it.\n",
)


@pytest.fixture(scope="session")
def shipped() -> Codebook:
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    return codebook


@pytest.fixture
def make_project(tmp_path: Path, shipped: Codebook) -> Iterator[Callable[..., Store]]:
    """Makes projects with the same articles and no answers."""
    stores: list[Store] = []

    def make(articles: tuple[str, ...] = ARTICLES) -> Store:
        store = Store.create(tmp_path / f"p{len(stores)}.annot", codebook=shipped)
        stores.append(store)
        for number, text in enumerate(articles):
            store.add_article(import_text(text.encode(), file_name=f"{number}.txt"))
        return store

    yield make
    for store in stores:
        store.close()
