from __future__ import annotations

import ctypes

import pytest

from annotator import screen


@pytest.fixture(autouse=True)
def linux(monkeypatch):
    monkeypatch.setattr("annotator.screen.sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def lacks(monkeypatch, *libraries: str) -> None:
    def load(name):
        if name in libraries:
            raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", load)


def test_a_machine_without_a_screen_is_known_as_such():
    assert not screen.has_display()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_either_kind_of_screen_will_do(monkeypatch, name):
    monkeypatch.setenv(name, ":0")
    assert screen.has_display()


def test_drawing_into_memory_needs_no_screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.has_display()


def test_other_systems_always_have_a_screen(monkeypatch):
    monkeypatch.setattr("annotator.screen.sys.platform", "darwin")
    lacks(monkeypatch, "libGL.so.1")
    assert screen.has_display()
    assert screen.missing_screen_libraries() == []


def test_a_missing_library_is_named_by_its_package(monkeypatch):
    lacks(monkeypatch, "libxcb-cursor.so.0", "libEGL.so.1")
    assert screen.missing_screen_libraries() == ["libegl1", "libxcb-cursor0"]


@pytest.mark.parametrize("platform", ["offscreen", "wayland"])
def test_libraries_of_x11_are_wanted_only_there(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    lacks(monkeypatch, "libxcb-cursor.so.0")
    assert screen.missing_screen_libraries() == []


def test_nothing_is_missing_where_all_loads(monkeypatch):
    lacks(monkeypatch)
    assert screen.missing_screen_libraries() == []


def test_the_line_installs_what_is_missing():
    assert screen.install_line(["libgl1", "libegl1"]) == "sudo apt-get install libgl1 libegl1"
