from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.model import CODEBOOK_KEYS
from annotator.ui import keys
from annotator.ui.keys import codebook_key

pytestmark = pytest.mark.gui

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT = Mod.NoModifier, Mod.ShiftModifier


def pressed(key, text="", *, place=0, mods=NONE, virtual=0):
    return QKeyEvent(QEvent.Type.KeyPress, key, mods, place, virtual, 0, text)


@pytest.fixture
def on_windows(monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "windows"))


@pytest.fixture
def on_a_mac(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")


@pytest.mark.parametrize(
    ("key", "text", "mods"),
    [
        (Key.Key_1, "1", NONE),
        (Key.Key_Exclam, "!", SHIFT),
        (Key.Key_Ampersand, "&", NONE),
        (Key.Key_QuoteDbl, '"', SHIFT),
    ],
)
def test_the_first_key_of_the_digit_row_is_1_whatever_it_writes(key, text, mods):
    assert codebook_key(pressed(key, text, place=10, mods=mods)) == ("1", mods == SHIFT)


def test_the_last_key_of_the_digit_row_is_0():
    assert codebook_key(pressed(Key.Key_Agrave, "à", place=19)) == ("0", False)


@pytest.mark.usefixtures("on_windows")
def test_windows_numbers_places_from_2():
    assert codebook_key(pressed(Key.Key_Ampersand, "&", place=2)) == ("1", False)
    assert codebook_key(pressed(Key.Key_A, "a", place=16)) == ("a", False)
    assert codebook_key(pressed(0x0424, "ф", place=30)) == ("a", False)


@pytest.mark.usefixtures("on_a_mac")
def test_a_mac_tells_places_as_virtual_keys():
    assert codebook_key(pressed(Key.Key_Ampersand, "&", place=1, virtual=18)) == ("1", False)
    assert codebook_key(pressed(Key.Key_Slash, "/", place=1, virtual=26, mods=SHIFT)) == ("7", True)
    assert codebook_key(pressed(Key.Key_Q, "q", place=1, virtual=12)) == ("q", False)
    assert codebook_key(pressed(0x0424, "ф", place=1, virtual=0)) == ("a", False)


@pytest.mark.parametrize("letter", sorted(CODEBOOK_KEYS - set("123456789")))
def test_a_letter_is_what_it_writes_in_either_case(letter):
    assert codebook_key(pressed(ord(letter.upper()), letter, place=24)) == (letter, False)
    shifted = pressed(ord(letter.upper()), letter.upper(), place=24, mods=SHIFT)
    assert codebook_key(shifted) == (letter, True)


def test_caps_lock_is_not_shift():
    assert codebook_key(pressed(Key.Key_A, "A", place=38)) == ("a", False)


def test_a_letter_of_another_script_is_known_by_its_place():
    assert codebook_key(pressed(0x0419, "й", place=24)) == ("q", False)
    assert codebook_key(pressed(0x0416, "ж", place=47)) is None


def test_an_accented_letter_is_no_key():
    assert codebook_key(pressed(0xF2, "ò", place=47)) is None


@pytest.mark.parametrize("mods", [Mod.ControlModifier, Mod.AltModifier, Mod.MetaModifier])
def test_keys_with_other_modifiers_are_the_menus(mods):
    assert codebook_key(pressed(Key.Key_1, "1", place=10, mods=mods)) is None


def test_the_number_pad_gives_digits_and_its_arrows_do_not():
    pad = Mod.KeypadModifier
    assert codebook_key(pressed(Key.Key_4, "4", place=83, mods=pad)) == ("4", False)
    assert codebook_key(pressed(Key.Key_Left, "", place=83, mods=pad | SHIFT)) is None
    assert codebook_key(pressed(Key.Key_Plus, "+", place=86, mods=pad)) is None


@pytest.mark.parametrize(
    ("key", "text"),
    [(Key.Key_Space, " "), (Key.Key_Return, "\r"), (Key.Key_Comma, ","), (Key.Key_F2, "")],
)
def test_other_keys_are_none_of_the_codebook(key, text):
    assert codebook_key(pressed(key, text, place=65)) is None


def test_an_event_without_text_or_place_is_known_by_its_key():
    assert codebook_key(pressed(Key.Key_G)) == ("g", False)
    assert codebook_key(pressed(Key.Key_7)) == ("7", False)


def test_no_two_places_share_a_digit_or_a_letter():
    for table in (keys._X11_DIGITS, keys._WINDOWS_DIGITS, keys._MAC_DIGITS):
        assert sorted(table.values()) == sorted("0123456789")
    for table in (keys._X11_LETTERS, keys._WINDOWS_LETTERS, keys._MAC_LETTERS):
        assert sorted(table.values()) == sorted("abcdefghijklmnopqrstuvwxyz")
