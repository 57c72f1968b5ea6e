"""The bar on a terminal: shown where somebody looks, silent elsewhere."""

from __future__ import annotations

import sys

import pytest

from annotator.cli.progress import counted, steps


class Terminal:
    """Standard error, as a terminal that keeps what it is sent."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is kept back."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def test_many_steps_show_a_bar_on_a_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(steps(range(40), "Importing")) == list(range(40))
    assert "Importing" in terminal.text


def test_few_steps_show_none(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(steps(range(3), "Importing")) == [0, 1, 2]
    assert terminal.text == ""


def test_count_is_shown_on_a_terminal(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    with counted("Exporting", None) as told:
        told(1000)
    assert "Exporting" in terminal.text


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(steps(range(40), "Importing"))) == 40
    with counted("Exporting", 10) as told:
        told(10)
    assert capsys.readouterr() == ("", "")
