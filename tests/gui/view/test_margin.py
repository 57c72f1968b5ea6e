"""What stands beside a paragraph, in words and as drawn."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.session.views import Chip, EvidenceMark, StanceLine, StateMark, UnitView
from annotator.ui.article.margin import Margin, evidence_words, margin_size, margin_words
from annotator.ui.theme import code_colours, theme

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]


def unit(**parts: Any) -> UnitView:
    usual: dict[str, Any] = {"position": 0, "number": 1, "kind": "body", "text": ""}
    return UnitView(**usual | {"state": "open"} | parts)


def chip(label: str, colour: str = "blue", *, primary: bool = False) -> Chip:
    return Chip("frame", label.casefold(), label, colour, primary)


def stance(state: Any = "coded", holder: str = "", target: str = "Export controls") -> StanceLine:
    words = {"coded": "Against", "none": "None", "cannot_tell": "Cannot tell"}
    code = "against" if state == "coded" else None
    return StanceLine(
        "stance", target, target, holder or None, holder, state, code, words[state], None, "▼"
    )


def drawn(margin: Margin, width: int = 200) -> QImage:
    image = QImage(width, max(round(margin.height), 1), QImage.Format.Format_RGB32)
    image.fill(theme().paper)
    painter = QPainter(image)
    margin.draw(painter, QPointF(0, 0))
    painter.end()
    return image


def colours_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_nothing_answered_leaves_the_margin_empty():
    margin = Margin(unit(), width=200, size_px=18)
    assert (margin.height, margin.words) == (0, ())
    assert margin.top(12) == 12


def test_primary_is_named_only_among_several():
    alone = unit(chips=(chip("Economic", primary=True),))
    both = unit(chips=(chip("Economic", primary=True), chip("Geopolitical")))
    assert margin_words(alone) == ("Economic",)
    assert margin_words(both) == ("Economic, primary", "Geopolitical")


def test_position_says_toward_what_which_and_whose():
    assert margin_words(unit(stances=(stance(holder="the pilot"),))) == (
        "Export controls · Against · the pilot",
    )


def test_targets_not_addressed_are_counted_not_listed():
    found = margin_words(unit(stances=(stance("none", target="a"), stance("none", target="b"))))
    assert found == ("– 2 not addressed",)


def test_state_names_its_question_unless_its_label_does():
    states = (
        StateMark("frame", "Frame", "cannot_tell", "Cannot tell"),
        StateMark("flag", "Flag", "none", "No flag"),
    )
    assert margin_words(unit(states=states)) == ("Frame: Cannot tell", "No flag")


def test_kind_that_is_not_asked_says_why():
    assert margin_words(unit(kind="byline", state="not_asked")) == ("byline, not coded",)


@pytest.mark.parametrize(("kind", "expected"), [("caption", ("caption",)), ("quote", ())])
def test_kinds_that_look_like_text_are_named(kind: str, expected: tuple[str, ...]):
    assert margin_words(unit(kind=kind)) == expected


def test_marks_are_said():
    found = unit(
        has_note=True, is_unsure=True, lacks_evidence=True, is_unsaved=True, texts=("toll",)
    )
    assert margin_words(found) == ("toll", "✎ note", "unsure", "evidence missing", "not saved")


def test_evidence_is_named_with_target_and_holder_where_it_has_them():
    line = stance(holder="the pilot")
    of_stance = EvidenceMark(0, 3, "stance", "against", "Against", None, line.target, line.holder)
    of_frame = EvidenceMark(0, 3, "frame", "economic", "Economic", "blue")
    found = unit(stances=(line,))
    assert evidence_words(found, of_stance) == "Against · Export controls · the pilot"
    assert evidence_words(found, of_frame) == "Economic"


def test_primary_chip_is_filled_and_the_others_are_pale():
    chips = (chip("Economic", "blue", primary=True), chip("Geopolitical", "vermillion"))
    found = colours_of(drawn(Margin(unit(chips=chips), width=200, size_px=18)))
    assert code_colours("blue").strong.name() in found
    assert code_colours("blue").ground.name() not in found
    assert code_colours("vermillion").ground.name() in found


def test_chips_wrap_and_the_margin_grows():
    chips = tuple(chip(label) for label in ("Economic", "Geopolitical", "Ideological"))
    wide = Margin(unit(chips=chips), width=400, size_px=18)
    narrow = Margin(unit(chips=chips), width=110, size_px=18)
    assert narrow.height > 2.5 * wide.height


def test_label_wider_than_the_margin_stays_within_it():
    chips = (chip("A very long name of a frame that nobody would choose", primary=True),)
    image = drawn(Margin(unit(chips=chips), width=110, size_px=18), width=200)
    right_of_it = image.copy(112, 0, 88, image.height())
    assert colours_of(right_of_it) == {theme().paper.name()}


def test_long_target_wraps_and_stays_within_the_margin():
    long = stance(target="Export controls and trade restrictions of every kind", holder="the pilot")
    short = Margin(unit(stances=(stance(),)), width=110, size_px=18)
    margin = Margin(unit(stances=(long,)), width=110, size_px=18)
    assert margin.height >= 2 * short.height
    image = drawn(margin, width=200)
    assert colours_of(image.copy(112, 0, 88, image.height())) == {theme().paper.name()}


def test_not_saved_is_in_the_colour_of_errors():
    found = colours_of(drawn(Margin(unit(is_unsaved=True), width=200, size_px=18)))
    assert any(_near(QColor(name), theme().error) for name in found)
    quiet = colours_of(drawn(Margin(unit(has_note=True), width=200, size_px=18)))
    assert not any(_near(QColor(name), theme().error) for name in quiet)


def _near(one: QColor, other: QColor) -> bool:
    apart = [one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue()]
    return sum(map(abs, apart)) < 40


def test_margin_grows_more_slowly_than_the_text():
    assert margin_size(18) == 13
    assert margin_size(36) / 13 < 36 / 18
