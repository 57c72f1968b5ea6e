"""Keys for the window, and what the file says after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from annotator.store import Store

if TYPE_CHECKING:
    from annotator.model import Answer


def press(window, *keys) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(window.page.view, key)
        elif isinstance(key, tuple):
            QTest.keyClick(window.page.view, key[0], key[1])
        else:
            QTest.keyClick(window.page.view, key)


def answers(window, position: int) -> dict[tuple[str, str | None], Answer]:
    """What the file says of a paragraph, read on a connection of its own."""
    with Store.open(window.store.path) as store:
        document = store.documents()[0]
        return {
            (a.place.layer, a.place.target): a.answer
            for a in store.annotations(document.id, "main", "a1")
            if a.place.paragraph == position
        }
