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
`TimeLine`                `show_rows(time_points(result, marks), whole=result.value)`; the group
`WithoutOne`              `show_rows(without_rows(result), whole=whole_of(result))`; the annotator
`PlannerPlot`             `show_rows(curves, n_now=...)` (`PlannerCurve`); (label, n)
`ParagraphStrip`          `show_rows(paragraph_blocks(result, document, n_paragraphs))`; the number
                          of the paragraph, from 0
========================  =======================================================================

Every `PlotView` has: `activated = Signal(object)` (click, Enter or Space), `moved = Signal(object)`
(the spot that the arrows reached), `save(path)` (.svg, .pdf, .png; raises `PlotUnwritten`),
`words()` (the figures as a text), `heading` (title above the plot, also in the file),
`put_heading(text)`, `has_rows`. `scrolled(view)` puts it into a QScrollArea that follows the
arrows. `draw_scale(painter, area, row, ink)` and `draw_scale_marks(painter, area, ink)` draw one
interval, and the lines at .667 and .800, into any rectangle, such as a cell of a table.

Imports results of agreement, errors, messages, the theme and Qt.
"""
