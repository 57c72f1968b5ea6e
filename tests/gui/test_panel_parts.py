from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.codebook import parse_codebook
from annotator.session import Session
from annotator.store import Store
from annotator.text.importing import import_text
from annotator.ui.dress import put_tooltip
from annotator.ui.keycap import KeyCap, keycap_width
from annotator.ui.panel.confidence import sure_words
from annotator.ui.panel.pile import Margins, Pile, PileScroll, grown, show_part
from annotator.ui.panel.prose import Prose, Run, Tone, passage
from annotator.ui.panel.small_button import FlowRow, SmallButton

from .conftest import ARTICLE, flush
from .panel import Desk, type_in

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]


def ink_columns(widget: QWidget) -> tuple[int, int]:
    """The first and the last column of pixels that differ from the ground."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(image.width() - 1, image.height() - 1)
    dark = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]
    return dark[0], dark[-1]


# ---------------------------------------------------------------- prose


def test_prose_is_as_high_as_its_width_makes_it():
    prose = Prose()
    prose.tell("one two three four five six seven eight nine ten")
    assert prose.heightForWidth(60) > prose.heightForWidth(120) > prose.heightForWidth(2000) > 0


def test_a_word_wider_than_the_panel_breaks_rather_than_clips():
    prose = Prose()
    prose.tell("Donaudampfschifffahrtsgesellschaft")
    assert prose.heightForWidth(60) > prose.heightForWidth(2000)


def test_empty_prose_has_no_height():
    assert Prose().heightForWidth(100) == 0
    assert Prose().line_height() == 0


def test_text_from_the_right_is_aligned_there():
    prose = Prose()
    prose.tell(passage("هادئ", mark="·"))
    prose.resize(300, prose.heightForWidth(300))
    first, last = ink_columns(prose)
    assert first > 150
    assert last > 280
    prose.tell("calm")
    first, last = ink_columns(prose)
    assert first < 10
    assert last < 150


def test_every_tone_is_read_in_one_text():
    prose = Prose()
    tones = get_args(Tone)
    prose.tell(passage(*(Run(f"{tone} 🚢 ", tone=tone) for tone in tones)))
    assert prose.text == "".join(f"{tone} 🚢 " for tone in tones)
    prose.resize(400, 40)
    assert not prose.grab().isNull()


def test_line_breaks_of_a_codebook_stay():
    prose = Prose()
    prose.tell("one\ntwo")
    assert prose.heightForWidth(500) > 1.5 * Prose_one_line()


def Prose_one_line() -> int:  # noqa: N802 - reads as what it measures
    prose = Prose()
    prose.tell("one")
    return prose.heightForWidth(500)


# ---------------------------------------------------------------- pile


def test_hidden_parts_take_no_room():
    pile = Pile(margins=Margins(3, 5, 3, 7))
    parts = [Prose(), Prose()]
    for part in parts:
        part.tell("words")
        pile.put(part, side=4, above=1, below=2)
    line = parts[0].heightForWidth(200)
    assert pile.heightForWidth(200) == 12 + 2 * (line + 3)
    show_part(parts[0], shown=False)
    assert pile.heightForWidth(200) == 12 + line + 3
    pile.resize(200, 100)
    pile.place()
    assert parts[1].geometry().topLeft() == QPoint(7, 6)


def test_a_part_that_grows_is_measured_anew_at_every_level():
    outer, inner, prose = Pile(), Pile(), Prose()
    outer.put(inner)
    inner.put(prose)
    before = outer.heightForWidth(120)
    prose.tell("one two three four five six seven eight nine ten")
    assert outer.heightForWidth(120) > before


def test_parts_that_know_no_width_keep_their_own_height():
    pile, part = Pile(), QWidget()
    part.setFixedHeight(31)
    pile.put(part)
    assert pile.heightForWidth(100) == 31
    assert pile.sizeHint().height() == 31
    pile.take(part)
    assert pile.heightForWidth(100) == 0
    part.deleteLater()


def test_arrows_scroll_where_the_keyboard_is(qapp):
    pile, prose = Pile(), Prose()
    prose.tell(*("words" for _ in range(100)))
    pile.put(prose)
    scroll = PileScroll(pile)
    scroll.resize(200, 300)
    scroll.show()
    qapp.sendEvent(scroll, QFocusEvent(QEvent.Type.FocusIn))
    assert scroll._line.isVisible()
    QTest.keyClick(scroll, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 200
    qapp.sendEvent(scroll, QFocusEvent(QEvent.Type.FocusOut))
    assert not scroll._line.isVisible()
    assert not scroll.verticalScrollBar().grab().isNull()
    scroll.close()
    scroll.deleteLater()
    flush()


def test_what_comes_into_sight_moves_as_little_as_it_can():
    pile, part = Pile(), QWidget()
    part.setFixedHeight(2000)
    pile.put(part)
    scroll = PileScroll(pile)
    scroll.resize(200, 300)
    scroll.settle()
    bar = scroll.verticalScrollBar()
    bar.setRange(0, 1700)
    scroll.bring_into_sight(100, 200)
    assert bar.value() == 0
    scroll.bring_into_sight(500, 600)
    assert bar.value() == 600 - scroll.viewport().height()
    scroll.bring_into_sight(50, 80)
    assert bar.value() == 50
    scroll.bring_into_sight(900, 1900)
    assert bar.value() == 900


# ---------------------------------------------------------------- small parts


def test_small_answers_wrap_like_words():
    row = FlowRow()
    buttons = [SmallButton(str(number), row) for number in range(3)]
    for button in buttons:
        button.show_words("U", "Cannot tell")
        button.show()
    row.hold(buttons)
    assert row.heightForWidth(1000) < row.heightForWidth(150)
    assert row.sizeHint().height() == row.heightForWidth(1000)
    assert row.minimumSizeHint().width() <= 160


def test_a_small_answer_wider_than_its_row_takes_two_lines():
    button = SmallButton("x")
    button.show_words("Enter", "the rest is not addressed, done")
    assert button.heightForWidth(120) > button.heightForWidth(600)


def test_a_key_cap_is_as_wide_as_its_key():
    cap = KeyCap("Enter")
    assert cap.sizeHint().width() == keycap_width("Enter") > keycap_width("U")
    assert cap.minimumSizeHint() == cap.sizeHint()
    cap.show_key("1")
    assert cap.accessibleName() == "1"
    assert not cap.grab().isNull()
    assert keycap_width("") == 0


def test_sureness_is_never_dots_alone():
    assert [sure_words(n) for n in (None, 1, 2, 3)] == [
        "○ ○ ○  not said",
        "● ○ ○  unsure",
        "● ● ○  fairly",
        "● ● ●  sure",
    ]


def test_markup_in_a_tooltip_is_shown_as_it_stands():
    widget = QWidget()
    put_tooltip(widget, "plain & simple")
    assert widget.toolTip() == "plain & simple"
    put_tooltip(widget, "<b>bold</b>")
    assert "&lt;b&gt;" in widget.toolTip()


def test_what_grows_outside_a_pile_troubles_nobody():
    grown(QWidget())


# ---------------------------------------------------------------- another codebook

ODD = """
format = 1
[codebook]
key = "odd"
version = "0.1.0"
languages = ["en"]
title = "Odd"
[[layer]]
key = "tone"
label = "Tone"
question = "How does it sound, <i>really</i>?"
answer = "scale"
unit = "paragraph"
code = [
  { key = "calm", label = "Calm", definition = "No alarm.", value = 0 },
  { key = "loud", label = "Loud", definition = "Alarm.", value = 1 },
]
[[layer]]
key = "memo"
label = "Memo"
question = "In your own words?"
answer = "text"
unit = "paragraph"
required = false
states = []
max_length = 12
[[layer]]
key = "role"
label = "Role"
question = "Which role?"
answer = "single"
unit = "paragraph"
per_target = true
code = [
  { key = "hero", label = "Hero", definition = "Saves." },
  { key = "rogue", label = "Rogue", definition = "Harms." },
]
[[target]]
key = "mayor"
label = "The mayor"
definition = "Whoever holds the office."
[[target]]
key = "press"
label = "The press"
definition = "Papers."
ask = "offered"
"""


@pytest.fixture
def odd(tmp_path):
    checked = parse_codebook(ODD)
    assert checked.codebook is not None, checked.mistakes
    path = tmp_path / "odd.annot"
    with Store.create(path, codebook=checked.codebook, toml=checked.toml, title="") as store:
        store.add_article(import_text(ARTICLE.encode(), file_name="a.txt"))
        session = Session(store, store.add_annotator("a1"))
        session.open(session.documents[0].id, 0)
        desk = Desk(session, height=700)
        yield desk
        desk.panel.set_session(None)
        desk.panel.close()
        desk.panel.deleteLater()
        flush()


def test_a_codebook_without_keys_is_coded_with_the_mouse(odd):
    tone, role = odd.panel.blocks["tone"], odd.panel.blocks["role"]
    tone.rows["calm"].click()
    role.rows["mayor"].controls[0][1].cells[1].click()
    told = odd.answers()
    assert told["tone", None, None].codes == ("calm",)
    assert told["role", "mayor", None].codes == ("rogue",)


def test_signs_that_are_no_shapes_are_told_in_words(odd):
    role = odd.panel.blocks["role"]
    assert role.legend_text == "1 Hero · 2 Rogue · – None"
    assert not role._caps.isVisible()


def test_targets_without_holders_offer_no_other_voice(odd):
    row = odd.panel.blocks["role"].rows["mayor"]
    assert [button.key for button in row._foot_buttons] == ["cannot_tell", "skipped"]


def test_an_open_question_has_its_field_at_once_and_counts(odd):
    memo = odd.panel.blocks["memo"]
    QTest.mouseClick(memo.field, Qt.MouseButton.LeftButton)
    assert odd.panel.is_editing
    type_in(memo.field, "eleven char")
    assert memo.counter_text == "1 character left"
    assert memo.height() >= memo.heightForWidth(memo.width())
    type_in(memo.field, Qt.Key.Key_Return)
    assert odd.answers()["memo", None, None].value == "eleven char"
    assert memo.counter_text == ""
