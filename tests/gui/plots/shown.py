"""Rows for the tests of the plots, and a widget drawn off the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.ui.plots.ink import Ink
from annotator.ui.plots.rows import (
    CodeInterval,
    Matrix,
    PairCell,
    ParagraphBlock,
    PlannerCurve,
    PlannerPoint,
    TimePoint,
    Whole,
    WithoutRow,
)
from annotator.ui.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

INK = Ink(LIGHT)

CODES = (
    CodeInterval(
        key="other", label="Other", value=0.05, low=-0.2, high=0.3,
        ac1=0.96, positive=0.43, percent=0.97, share=0.02, n_positive=9,
    ),
    CodeInterval(key="economic", label="Economic", colour="blue", value=0.842, low=0.8, high=0.88,
                 ac1=0.88, positive=0.9, percent=0.93, share=0.31, n_positive=383),
    CodeInterval(key="below", label="Below", value=-0.1, low=-0.3, high=0.1, share=0.1),
    CodeInterval(key="unused", label="Unused", reason="too little variation", share=0.0),
    CodeInterval(key="none", label="No frame", share=0.11, is_plain=True),
)  # fmt: skip

PAIRS = (
    PairCell(first="a1", second="a2", value=0.81, n=140),
    PairCell(first="a1", second="a3", value=0.62, n=12),
    PairCell(first="a2", second="a3", value=None, n=0, reason="no shared unit"),
)

MATRIX = Matrix(
    keys=("eco", "geo", "ide"),
    labels=("Economic", "Geopolitical & <b>military</b>", "Ideological"),
    counts=((30.0, 9.5, 0.0), (9.5, 57.0, 4.0), (0.0, 4.0, 29.0)),
)

TIMES = (
    TimePoint(key="1", label="1–50", value=0.7, low=0.6, high=0.8, n=50, mark="codebook 1.0.0"),
    TimePoint(key="2", label="51–100", value=0.72, low=0.6, high=0.8, n=50),
    TimePoint(key="3", label="101–150", value=None, n=50, reason="too little variation"),
    TimePoint(key="4", label="151–200", value=-0.1, low=-0.2, high=0.1, n=50, mark="codebook 2"),
    TimePoint(key="5", label="201–250", value=0.6, n=50),
)

WHOLE = Whole(value=0.731, low=0.688, high=0.771)
WITHOUT = (
    WithoutRow(annotator="a3", value=0.784, low=0.73, high=0.83, change=0.053, n=300),
    WithoutRow(annotator="a1", value=0.72, change=-0.011, n=290),
    WithoutRow(annotator="a2", value=None, reason="no unit coded by two"),
)

CURVES = (
    PlannerCurve(
        label="Economic",
        points=tuple(PlannerPoint(n=n, width=w) for n, w in ((20, 0.5), (100, 0.3), (400, 0.15))),
    ),
    PlannerCurve(
        label="Other",
        points=(PlannerPoint(n=20, width=1.1, undefined=0.25), PlannerPoint(n=400, width=0.25)),
    ),
)

BLOCKS = (
    ParagraphBlock(paragraph=0, share=0.0),
    ParagraphBlock(paragraph=1, share=0.25, words="a1 economic, a2 none"),
    ParagraphBlock(paragraph=2, share=None),
)


def drawn(widget: QWidget, width: int | None = None) -> QImage:
    """The widget as it is painted, at its best size or at this width."""
    size = widget.sizeHint()
    if width is not None:
        size.setWidth(width)
        size.setHeight(widget.heightForWidth(width))
    widget.resize(size)
    QApplication.sendPostedEvents()
    return widget.grab().toImage()
