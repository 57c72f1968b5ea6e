"""The plots of agreement, drawn with QPainter: on screen, and as SVG, PDF and PNG.

Each plot is a widget (`PlotView`) that shows rows, which are plain structs of `plots.rows`. Rows
come from a result by the functions of `plots.making`; `labels` and `colours` give a code's label
and the name of its colour in the codebook, by key, and may be left empty.

========================  =======================================================================
widget                    how it is filled; what `activated` hands over
========================  =======================================================================
`CodeIntervals`           `show_rows(code_intervals(result, labels, colours))`; the key of a code
`PairMap`                 `show_rows(pair_cells(result))`; (annotator, annotator)
`MatrixPlot`              `show_matrix(coincidence_matrix(result.coincidences, labels))` or
                          `show_matrix(code_pair_matrix(result.code_pairs, labels))`;
                          (key of the row, key of the column)
`TimeLine`                `show_rows(time_points(result, marks, labels), whole=result.value)`, where
                          the labels are those of groups, such as titles; the group
`WithoutOne`              `show_rows(without_rows(result), whole=whole_of(result))`; the annotator
`PlannerPlot`             `show_rows(curves, n_now=...)` (`PlannerCurve`); (label, n)
`ParagraphStrip`          `show_rows(paragraph_blocks(result, document, n_paragraphs))`; the number
                          of the paragraph, from 0
========================  =======================================================================

Every `PlotView` has: `activated = Signal(object)` (click, Enter or Space), `moved = Signal(object)`
(the spot that the arrows reached), `save(path)` (.svg, .pdf, .png),
`words()` (the figures as a text), `put_heading(text)` (what a screen reader says, and the title in
the file; it is not drawn on the screen), `has_rows`. `save` raises `AnnotatorError` with words.
`scrolled(view)` puts it into a QScrollArea that follows the
arrows. `draw_scale(painter, area, row, ink)` and `draw_scale_marks(painter, area, ink)` draw one
interval, and the lines at .667 and .800, into any rectangle, such as a cell of a table.

Imports results of agreement, errors, messages, the theme and Qt.
"""

from annotator.ui.plots.code_intervals import CodeIntervals
from annotator.ui.plots.ink import Ink
from annotator.ui.plots.making import (
    code_intervals,
    code_pair_matrix,
    coincidence_matrix,
    pair_cells,
    paragraph_blocks,
    time_points,
    whole_of,
    without_rows,
)
from annotator.ui.plots.matrix import MatrixPlot
from annotator.ui.plots.pair_map import PairMap
from annotator.ui.plots.planner import PlannerPlot
from annotator.ui.plots.rows import PlannerCurve, PlannerPoint
from annotator.ui.plots.scale import draw_scale, draw_scale_heading, draw_scale_marks
from annotator.ui.plots.strip import ParagraphStrip
from annotator.ui.plots.time_line import TimeLine
from annotator.ui.plots.view import PlotScroll, PlotView, scrolled
from annotator.ui.plots.without_one import WithoutOne

__all__ = [
    "CodeIntervals",
    "Ink",
    "MatrixPlot",
    "PairMap",
    "ParagraphStrip",
    "PlannerCurve",
    "PlannerPlot",
    "PlannerPoint",
    "PlotScroll",
    "PlotView",
    "TimeLine",
    "WithoutOne",
    "code_intervals",
    "code_pair_matrix",
    "coincidence_matrix",
    "draw_scale",
    "draw_scale_heading",
    "draw_scale_marks",
    "pair_cells",
    "paragraph_blocks",
    "scrolled",
    "time_points",
    "whole_of",
    "without_rows",
]
