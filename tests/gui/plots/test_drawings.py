"""What each plot shows: its spots, their words, and what gives way where room is scarce."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.ui.plots import (
    CodeIntervals,
    MatrixPlot,
    PairMap,
    ParagraphStrip,
    PlannerPlot,
    TimeLine,
    WithoutOne,
    draw_scale,
    draw_scale_heading,
    draw_scale_marks,
)
from annotator.ui.plots.code_intervals import CodeDrawing
from annotator.ui.plots.ink import Ink, between, ink_on, luminance
from annotator.ui.plots.matrix import MatrixDrawing
from annotator.ui.plots.pair_map import PairDrawing
from annotator.ui.plots.planner import PlannerDrawing
from annotator.ui.plots.rows import (
    Matrix,
    PairCell,
    ParagraphBlock,
    PlannerCurve,
    PlannerPoint,
    Whole,
    WithoutRow,
)
from annotator.ui.plots.scale import place_of
from annotator.ui.plots.strip import StripDrawing
from annotator.ui.plots.time_line import TimeDrawing
from annotator.ui.plots.without_one import WithoutDrawing
from annotator.ui.theme import DARK, LIGHT
from tests.gui.plots.shown import (
    BLOCKS,
    CODES,
    CURVES,
    INK,
    MATRIX,
    PAIRS,
    TIMES,
    WHOLE,
    WITHOUT,
)  # fmt: skip

if TYPE_CHECKING:
    from annotator.ui.plots.drawing import Drawing

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]


def image_of(drawing: Drawing) -> QImage:
    image = QImage(drawing.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(drawing.ink.theme.paper)
    painter = QPainter(image)
    drawing.draw(painter)
    painter.end()
    return image


def words_of(drawing: Drawing) -> list[str]:
    return drawing.words().splitlines()


def test_codes_are_said_in_words():
    assert words_of(CodeDrawing(CODES, INK, 800, "α")) == [
        "Other: α .050, interval −.200 – .300, 2.0 % of answers, positive answers: 9",
        "Economic: α .842, interval .800 – .880, 31 % of answers, positive answers: 383",
        "Below: α −.100, interval −.300 – .100, 10 % of answers",
        "Unused: too little variation, 0 % of answers",
        "No frame: 11 % of answers",
    ]


def test_a_narrow_plot_of_codes_drops_columns_and_keeps_alpha_scale_and_share():
    def columns(width):
        return [column.name for column in CodeDrawing(CODES, INK, width, "α")._columns]

    everything = columns(1000)
    assert everything == [
        "value", "scale", "interval", "ac1", "positive", "percent", "share", "n_positive",
    ]  # fmt: skip
    assert columns(300) == ["value", "scale", "share"]
    assert set(columns(500)) < set(everything)


def test_columns_without_any_figure_are_not_there():
    bare = tuple(replace(code, ac1=None, n_positive=None) for code in CODES)
    names = [column.name for column in CodeDrawing(bare, INK, 1000, "α")._columns]
    assert "ac1" not in names
    assert "n_positive" not in names


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_value_is_drawn_where_it_stands_on_the_scale(theme):
    ink = Ink(theme)
    drawing = CodeDrawing(CODES, ink, 800, "α")
    image = image_of(drawing)
    scale = next(area for column, area in drawing._areas(0, 1) if column.name == "scale")
    row = drawing.spots[1].area.center().y()
    dot = image.pixelColor(round(place_of(scale, 0.842)), round(row))
    assert dot == ink.code("blue").strong


def test_what_lies_below_0_is_cut_with_an_arrow():
    drawing = CodeDrawing(CODES, INK, 800, "α")
    image = image_of(drawing)
    scale = next(area for column, area in drawing._areas(0, 1) if column.name == "scale")
    x = round(scale.left()) + 5
    grey = INK.code(None).strong
    assert image.pixelColor(x, round(drawing.spots[2].area.center().y()) + 2) == grey
    assert image.pixelColor(x, round(drawing.spots[1].area.center().y()) + 2) == LIGHT.paper


def test_the_scale_fits_any_rectangle():
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(LIGHT.paper)
    painter = QPainter(image)
    area = image.rect().toRectF().adjusted(20, 0, -20, 0)
    draw_scale_heading(painter, area, INK)
    draw_scale_marks(painter, area, INK, band=False)
    draw_scale(painter, area, CODES[1], INK)
    painter.end()
    assert image.pixelColor(round(place_of(area, 0.842)), 20) == INK.code("blue").strong


def test_few_shared_units_are_grey_and_say_so():
    drawing = PairDrawing(PAIRS, INK, 400)
    image = image_of(drawing)
    corners = (spot.area.topLeft().toPoint() + QPoint(8, 8) for spot in drawing.spots[:2])
    strong, weak = (image.pixelColor(corner) for corner in corners)
    assert weak == LIGHT.hover
    assert strong != weak
    assert drawing.size.height() > PairDrawing(PAIRS[:1], INK, 400).size.height()


def many_pairs(n: int) -> tuple[PairCell, ...]:
    names = [f"annotator_{number:02}" for number in range(n)]
    return tuple(
        PairCell(first=a, second=b, value=0.5, n=50)
        for place, a in enumerate(names)
        for b in names[place + 1 :]
    )


def test_25_annotators_keep_cells_that_can_be_read():
    drawing = PairDrawing(many_pairs(25), INK, 400)
    cells = [spot for spot in drawing.spots if spot.value is not None]
    assert len(cells) == 300
    assert all(spot.area.width() >= 38 for spot in cells)
    assert drawing._is_turned
    assert not drawing._shows_n
    image_of(drawing)


def test_an_order_of_names_the_other_way_round_is_the_same_pair():
    rows = (*PAIRS[:2], PairCell(first="a3", second="a2", value=0.4, n=30))
    cells = [spot for spot in PairDrawing(rows, INK, 400).spots if spot.value is not None]
    assert [spot.value for spot in cells] == [("a1", "a2"), ("a1", "a3"), ("a3", "a2")]


def test_matrix_marks_the_diagonal_and_says_the_largest_first():
    drawing = MatrixDrawing(MATRIX, INK, 500)
    image_of(drawing)
    words = words_of(drawing)
    assert words[0] == "Economic · Geopolitical & <b>military</b>: 9.5"
    assert words[-1] == "Ideological · Ideological: 29"
    assert not any("Economic · Ideological" in line for line in words)


def test_matrix_names_its_sides_and_leaves_out_a_diagonal_that_means_nothing():
    sides = replace(
        MATRIX, rows_are="a1", columns_are="a2", has_diagonal=False,
        notes=(("", "twice", ""), ("", "", ""), ("", "", "")),
    )  # fmt: skip
    drawing = MatrixDrawing(sides, INK, 500)
    image_of(drawing)
    cells = [spot for spot in drawing.spots if spot.value is not None]
    assert len(cells) == 6
    assert cells[0].words == "a1: Economic · a2: Geopolitical & <b>military</b>: 9.5 (twice)"


def test_a_matrix_of_one_value_and_one_of_64_are_drawn():
    one = Matrix(keys=("a",), labels=("A",), counts=((7.0,),))
    assert words_of(MatrixDrawing(one, INK, 300)) == ["A · A: 7"]
    image_of(MatrixDrawing(one, INK, 300))
    keys = tuple(f"code_{n}" for n in range(64))
    many = Matrix(keys=keys, labels=keys, counts=tuple((1.0,) * 64 for _ in keys))
    drawing = MatrixDrawing(many, INK, 500)
    assert drawing.size.width() > 64 * 30
    assert len(words_of(drawing)) == 60


def test_time_line_breaks_at_a_gap_and_says_each_point():
    drawing = TimeDrawing(TIMES, 0.7, INK, 600)
    image_of(drawing)
    assert words_of(drawing) == [
        "1–50: α .700, interval .600 – .800, units: 50, codebook 1.0.0",
        "51–100: α .720, interval .600 – .800, units: 50",
        "101–150: too little variation, units: 50",
        "151–200: α −.100, interval −.200 – .100, units: 50, codebook 2",
        "201–250: α .600, units: 50",
    ]


def test_a_part_below_the_rest_has_another_shape_and_a_key():
    rows = (TIMES[0], replace(TIMES[1], is_below_rest=True))
    drawing = TimeDrawing(rows, None, INK, 600)
    image = image_of(drawing)
    assert words_of(drawing)[1].endswith("units: 50, wholly below the rest")
    x = round(drawing._x(1))
    assert image.pixelColor(x, round(drawing._axis.place(0.72))) == LIGHT.error
    assert drawing.size.height() > TimeDrawing(TIMES[:2], None, INK, 600).size.height()


def test_parts_that_do_not_follow_each_other_have_no_line_between_them():
    def between_points(rows):
        drawing = TimeDrawing(rows, None, INK, 600)
        x = (drawing._x(0) + drawing._x(1)) / 2
        return image_of(drawing).pixelColor(round(x), round(drawing._axis.place(0.71)))

    apart = tuple(replace(row, is_joined=False) for row in TIMES[:2])
    assert between_points(TIMES[:2]) != LIGHT.paper
    assert between_points(apart) == LIGHT.paper


def test_labels_in_time_never_run_into_each_other():
    assert TimeDrawing(TIMES, None, INK, 600)._every == 1
    crowded = TimeDrawing(TIMES * 12, None, INK, 600)
    assert crowded._every * crowded._step >= INK.width("101–150", small=True)
    image_of(crowded)


def test_a_time_line_without_marks_is_drawn():
    image_of(TimeDrawing(TIMES[1:2], None, INK, 300))


def test_without_one_stands_against_the_whole():
    drawing = WithoutDrawing(WITHOUT, WHOLE, INK, 500)
    image_of(drawing)
    assert words_of(drawing) == [
        "without a3: α .784, interval .730 – .830, change ▲ +.053, units: 300",
        "without a1: α .720, change ▼ −.011, units: 290",
        "without a2: no unit coded by two, units: 0",
    ]


def test_without_one_needs_no_figure_at_all():
    rows = (WithoutRow(annotator="a1", value=None), WithoutRow(annotator="a2", value=None))
    image_of(WithoutDrawing(rows, Whole(value=None), INK, 200))


def test_planner_names_curves_at_their_ends_without_overlap():
    drawing = PlannerDrawing(CURVES, 44, INK, 600)
    image_of(drawing)
    assert words_of(drawing)[0] == (
        "Other: with 20 units the interval is 1.10 wide, 25 % of the draws give no figure"
    )
    assert drawing.spots[0].area.center().y() < drawing.spots[2].area.center().y()


def test_planner_takes_one_point_and_many_curves():
    point = PlannerPoint(n=44, width=0.3)
    one = PlannerCurve(label="A", points=(point,), colour="orange")
    image_of(PlannerDrawing((one,), None, INK, 300))
    image_of(PlannerDrawing(tuple(replace(one, label=str(n)) for n in range(6)), 44, INK, 300))


def test_strip_has_a_bar_a_paragraph_and_words_for_each():
    drawing = StripDrawing(BLOCKS, INK, 400)
    image_of(drawing)
    assert words_of(drawing) == [
        "¶ 1: no disagreement",
        "¶ 2: 25 % of all disagreement; a1 economic, a2 none",
        "¶ 3: not coded by two",
    ]


def test_a_long_article_shows_the_hardest_of_each_group():
    rows = tuple(ParagraphBlock(paragraph=n, share=0.5 if n == 777 else 0.0) for n in range(1000))
    drawing = StripDrawing(rows, INK, 400)
    image_of(drawing)
    assert len(drawing.spots) < 100
    assert drawing.size.width() <= 401
    assert 777 in [spot.value for spot in drawing.spots]
    for left, right in pairwise(drawing.spots):
        assert left.area.right() == pytest.approx(right.area.left())


def test_an_article_without_disagreement_says_so():
    drawing = StripDrawing((ParagraphBlock(paragraph=0, share=0.0),), INK, 400)
    assert drawing._top_words() == "no disagreement"
    image_of(drawing)


def test_text_on_any_ground_can_be_read():
    for theme in (LIGHT, DARK):
        for step in range(101):
            ground = between(theme.paper, theme.accent, step / 100)
            light, dark = sorted((luminance(ground), luminance(ink_on(ground))), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_files_are_drawn_on_white_with_dark_letters():
    ink = Ink(DARK).on_paper()
    assert ink.theme.paper == QColor("white")
    assert ink.theme.ink == LIGHT.ink
    assert not ink.theme.is_dark


def test_long_labels_are_cut_and_line_breaks_are_not_drawn():
    assert INK.elided("a\nb", 100) == "a b"
    assert INK.elided("x" * 400, 100).endswith("…")


@pytest.mark.parametrize(
    ("plot", "rows"),
    [
        (CodeIntervals, CODES), (PairMap, PAIRS), (TimeLine, TIMES),
        (PlannerPlot, CURVES), (ParagraphStrip, BLOCKS),
    ],
)  # fmt: skip
def test_rows_that_go_leave_an_empty_plot(qtbot, plot, rows):
    view = plot()
    qtbot.addWidget(view)
    view.show_rows(rows)
    assert view.has_rows
    view.show_rows(())
    assert not view.has_rows


def test_a_matrix_and_a_comparison_that_go_leave_an_empty_plot(qtbot):
    matrix, without = MatrixPlot(), WithoutOne()
    qtbot.addWidget(matrix)
    qtbot.addWidget(without)
    matrix.show_matrix(MATRIX)
    without.show_rows(WITHOUT, whole=WHOLE)
    assert matrix.has_rows
    assert without.has_rows
    matrix.show_matrix(None)
    without.show_rows((), whole=WHOLE)
    assert not matrix.has_rows
    assert not without.has_rows


def test_an_axis_of_equal_counts_still_has_a_width():
    curve = PlannerCurve(label="A", points=(PlannerPoint(n=1, width=0.0),))
    image_of(PlannerDrawing((curve,), 1, INK, 300))
