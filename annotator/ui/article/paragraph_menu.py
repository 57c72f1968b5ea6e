"""The menu of one paragraph: its kind, its evidence, copying. Imports model, views and Qt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from annotator.model import KINDS
from annotator.ui.article.kinds import kind_word
from annotator.ui.article.margin import evidence_words
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.session.views import EvidenceMark
    from annotator.ui.article.paragraph_view import ParagraphView


def paragraph_menu(view: ParagraphView, position: int, marks: Sequence[EvidenceMark]) -> QMenu:
    """A menu for the current paragraph at `position`; it deletes itself when it closes."""
    assert view.session
    menu = QMenu(view)
    menu.aboutToHide.connect(menu.deleteLater)
    unit = view.session.unit(position)
    for mark in marks:
        words = evidence_words(unit, mark).replace("&", "&&")
        action = menu.addAction(tr("Take away: {code}", code=words))
        action.triggered.connect(partial(view.take_away, mark))
    if unit.kind is not None:
        _add_kinds(menu, view, position)
    copy = menu.addAction(tr("Copy"))
    copy.setShortcut(QKeySequence.StandardKey.Copy)
    copy.setEnabled(view.selection() is not None)
    copy.triggered.connect(view.copy)
    return menu


def _add_kinds(menu: QMenu, view: ParagraphView, position: int) -> None:
    assert view.session
    kinds = menu.addMenu(tr("This paragraph is a"))
    group = QActionGroup(kinds)
    for kind in KINDS:
        action = QAction(kind_word(kind), group)
        action.setCheckable(True)
        action.setChecked(kind == view.session.unit(position).kind)
        action.triggered.connect(partial(view.set_kind, position, kind))
        kinds.addAction(action)
