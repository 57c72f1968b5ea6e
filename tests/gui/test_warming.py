"""The splitter is loaded beside the window, in the language of the open article."""

from __future__ import annotations

import pytest

from annotator.text import sentences
from annotator.ui.warming import warm_up

pytestmark = pytest.mark.gui


def loaded(window, monkeypatch, qtbot):
    asked: list[str] = []
    monkeypatch.setattr(sentences, "sentence_spans", lambda _text, language: asked.append(language))
    warm_up(window)
    qtbot.waitUntil(lambda: len(asked) == 1)
    return asked


def test_the_language_of_the_open_article_is_loaded(window, monkeypatch, qtbot):
    assert loaded(window, monkeypatch, qtbot) == [window.session.document.lang]


def test_without_an_article_any_language_will_do(empty_window, monkeypatch, qtbot):
    assert loaded(empty_window, monkeypatch, qtbot) == ["und"]
