from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.model import CODEBOOK_KEYS, WINDOW_KEYS
from annotator.ui.action import GROUPS
from annotator.ui.actions import all_actions
from annotator.ui.strokes import is_coding_key, shown_key, stroke

pytestmark = pytest.mark.gui

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def press(key: Qt.Key, modifiers=NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


def test_no_two_actions_share_a_key():
    keys = [key for action in all_actions() for key in action.keys]
    assert len(keys) == len(set(keys))


def test_no_two_actions_share_a_name():
    names = [action.id for action in all_actions()]
    assert len(names) == len(set(names))


def test_plain_keys_are_exactly_those_that_codebooks_may_not_use():
    signs = {"Space": " "}
    plain = {
        signs.get(key, key).lower()
        for action in all_actions()
        for key in action.keys
        if len(signs.get(key, key)) == 1
    }
    assert plain == WINDOW_KEYS
    assert not plain & CODEBOOK_KEYS


def test_keys_are_written_as_qt_writes_them():
    for action in all_actions():
        for key in action.keys:
            sequence = QKeySequence(key)
            assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_every_action_has_words_and_a_group():
    for action in all_actions():
        assert action.text
        assert action.group in GROUPS


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(Qt.Key.Key_J, text="j"), "J"),
        (press(Qt.Key.Key_J, text="J"), "J"),  # caps lock
        (press(Qt.Key.Key_U, SHIFT, "U"), "Shift+U"),
        (press(Qt.Key.Key_Comma, text=","), ","),
        (press(Qt.Key.Key_Question, SHIFT, "?"), "?"),
        (press(Qt.Key.Key_Space, text=" "), "Space"),
        (press(Qt.Key.Key_Space, SHIFT, " "), "Shift+Space"),
        (press(Qt.Key.Key_Return, text="\r"), "Return"),
        (press(Qt.Key.Key_Enter, KEYPAD, "\r"), "Return"),
        (press(Qt.Key.Key_Tab, text="\t"), "Tab"),
        (press(Qt.Key.Key_Backtab, SHIFT, "\t"), "Shift+Tab"),
        (press(Qt.Key.Key_Down, KEYPAD), "Down"),
        (press(Qt.Key.Key_Left, CTRL | SHIFT), "Ctrl+Shift+Left"),
        (press(Qt.Key.Key_Escape, text="\x1b"), "Esc"),
    ],
)
def test_a_press_is_called_as_the_registry_calls_it(event, name):
    assert stroke(event) == name


@pytest.mark.parametrize("key", ["J", "Shift+Tab", "Space", "Esc", "Ctrl+Left", "PgDown"])
def test_keys_of_coding_are_dispatched_by_the_window(key):
    assert is_coding_key(key)


@pytest.mark.parametrize("key", ["F1", "F11", "Ctrl+Z", "Ctrl+Return", "Ctrl++"])
def test_other_keys_are_shortcuts_of_the_menu(key):
    assert not is_coding_key(key)


@pytest.mark.parametrize(
    ("key", "shown"),
    [("Down", "↓"), ("Return", "Enter"), ("Ctrl++", "Ctrl +"), ("Shift+H", "⇧ H"), ("F1", "F1")],
)
def test_a_key_is_shown_as_on_the_keyboard(key, shown):
    assert shown_key(key) == shown
