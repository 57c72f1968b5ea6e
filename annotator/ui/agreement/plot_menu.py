"""What a right click on a plot offers: save it as a picture, copy its figures as text.

Imports plots and Qt.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from annotator.errors import AnnotatorError
from annotator.ui.dialogs import choosing
from annotator.ui.dialogs.message import tell_error
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from annotator.ui.plots.view import PlotView


def offer_files(plot: PlotView, folder: Path) -> None:
    """Give the plot its menu; the menu key opens it, too."""
    plot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    plot.customContextMenuRequested.connect(partial(_open, plot, folder))


def menu_of(plot: PlotView, folder: Path) -> QMenu:
    """The menu, not shown yet."""
    menu = QMenu(plot)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    picture = menu.addAction(tr("Save this picture…"))
    picture.triggered.connect(partial(save_plot, plot, folder))
    picture.setEnabled(plot.has_rows)
    menu.addAction(tr("Copy the figures as text")).triggered.connect(partial(copy_words, plot))
    return menu


def _open(plot: PlotView, folder: Path, at: QPoint) -> None:
    menu_of(plot, folder).popup(plot.mapToGlobal(at))


def save_plot(plot: PlotView, folder: Path, _checked: bool = False) -> None:  # Qt's
    """The plot in a file of the person's choice."""
    kinds = ";;".join(("SVG (*.svg)", "PDF (*.pdf)", "PNG (*.png)"))
    proposed = str(folder / f"{plot.heading}.svg")
    name = choosing.choose_target(plot, tr("Save this picture"), proposed, kinds)
    if not name:
        return
    target = Path(name)
    try:
        plot.save(target if target.suffix else target.with_suffix(".svg"))
    except AnnotatorError as error:
        tell_error(plot, error)


def copy_words(plot: PlotView, _checked: bool = False) -> None:  # Qt's
    """The figures to the clipboard."""
    QGuiApplication.clipboard().setText(plot.words())
