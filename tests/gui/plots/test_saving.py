"""Plots as files."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage

from annotator.errors import AnnotatorError
from annotator.ui.plots import (
    CodeIntervals,
    MatrixPlot,
    PairMap,
    ParagraphStrip,
    PlannerPlot,
    TimeLine,
    WithoutOne,
)
from annotator.ui.theme import apply_theme
from tests.gui.plots.shown import BLOCKS, CODES, CURVES, MATRIX, PAIRS, TIMES, WHOLE, WITHOUT

pytestmark = pytest.mark.gui


def filled():
    """Every plot with rows, and words that its file must hold."""
    codes, pairs, matrix, times = CodeIntervals(), PairMap(), MatrixPlot(), TimeLine()
    without, planner, strip = WithoutOne(), PlannerPlot(), ParagraphStrip()
    codes.show_rows(CODES)
    pairs.show_rows(PAIRS)
    matrix.show_matrix(MATRIX)
    times.show_rows(TIMES, whole=0.7)
    without.show_rows(WITHOUT, whole=WHOLE)
    planner.show_rows(CURVES, n_now=44)
    strip.show_rows(BLOCKS)
    return {
        "codes": (codes, {"Economic", ".842", "31 %", "too little variation", "No frame", ".667"}),
        "pairs": (pairs, {"a1", "a3", ".81", "n 140", "–"}),
        "matrix": (matrix, {"Economic", "9.5", "57"}),
        "times": (times, {"1–50", "n 50", "codebook 2", "all .700"}),
        "without": (without, {"without a3", ".784", "▲ +.053", "all .731"}),
        "planner": (planner, {"Economic", "now 44", ".20", "100"}),
        "strip": (strip, {"1", "2", "3", "tallest: 25 % of all disagreement"}),
    }


@pytest.fixture
def folder(tmp_path):
    """An empty folder."""
    made = tmp_path / "plots"
    made.mkdir()
    return made


def texts_of(path):
    root = ET.parse(path).getroot()  # noqa: S314  # our own file
    return {(node.text or "") for node in root.iter("{http://www.w3.org/2000/svg}text")}


NAMES = ("codes", "pairs", "matrix", "times", "without", "planner", "strip")


@pytest.fixture(params=NAMES)
def plot(request, qtbot):
    """A plot with rows, and words that it shows."""
    view, words = filled()[request.param]
    qtbot.addWidget(view)
    return view, words


def test_svg_is_xml_that_holds_the_words(plot, folder):
    view, words = plot
    path = folder / "plot.svg"
    view.save(path)
    assert words | {view.heading} <= texts_of(path)
    root = ET.parse(path).getroot()  # noqa: S314  # our own file
    description = root.find("{http://www.w3.org/2000/svg}desc")
    assert description is not None
    assert description.text == view.words()


def test_svg_keeps_the_width_of_words_where_the_face_is_missing(plot, folder):
    path = folder / "plot.svg"
    plot[0].save(path)
    root = ET.parse(path).getroot()  # noqa: S314  # our own file
    nodes = list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert nodes
    assert all(float(node.attrib["textLength"]) > 0 for node in nodes)
    assert all(node.attrib["font-family"].endswith("sans-serif") for node in nodes)


def test_pdf_is_one_page_of_the_plots_size(plot, folder):
    path = folder / "plot.pdf"
    plot[0].save(path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert content.rstrip().endswith(b"%%EOF")
    svg = folder / "plot.svg"
    plot[0].save(svg)
    pixels = ET.parse(svg).getroot().attrib["viewBox"].split()[2:]  # noqa: S314  # our own file
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert found
    # 96 pixels to the inch on the screen, 72 points in print.
    points = [float(side) for side in found.groups()]
    assert points == pytest.approx([0.75 * int(side) for side in pixels], abs=1.5)


def test_png_is_twice_as_large_as_the_plot_and_on_white(plot, folder, qapp):
    view, _ = plot
    apply_theme(qapp, "dark")
    path = folder / "plot.png"
    view.resize(600, 300)
    view.save(path)
    image = QImage(str(path))
    svg = folder / "plot.svg"
    view.save(svg)
    box = ET.parse(svg).getroot().attrib["viewBox"].split()  # noqa: S314  # our own file
    assert abs(image.width() - 2 * int(box[2])) <= 2
    assert abs(image.height() - 2 * int(box[3])) <= 2
    assert image.pixelColor(2, 2) == QColor("white")
    assert image.pixelColor(image.width() - 2, image.height() - 2) == QColor("white")


def test_suffix_may_be_written_large(plot, folder):
    plot[0].save(folder / "plot.PNG")
    assert not QImage(str(folder / "plot.PNG")).isNull()


def test_another_suffix_is_refused_in_words(plot, folder):
    with pytest.raises(AnnotatorError, match=r"cannot be saved as \.gif; choose a name that ends"):
        plot[0].save(folder / "plot.gif")
    with pytest.raises(AnnotatorError, match="cannot be saved as plot;"):
        plot[0].save(folder / "plot")
    assert not list(folder.iterdir())


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(plot, folder, monkeypatch):
    path = folder / "plot.svg"
    path.write_text("old")

    def full(_self, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(AnnotatorError, match="No space left on device; choose another place"):
        plot[0].save(path)
    assert [(each.name, each.read_text()) for each in folder.iterdir()] == [("plot.svg", "old")]


def test_an_empty_plot_is_not_saved(qtbot, folder):
    view = PairMap()
    qtbot.addWidget(view)
    with pytest.raises(AnnotatorError, match="nothing in this plot yet"):
        view.save(folder / "plot.svg")
    assert not list(folder.iterdir())
