"""Every text that people see has its Italian translation, and what the window loads is fresh."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "translations.py"


@pytest.fixture(scope="module")
def translations():
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["translations"]


def test_every_text_is_translated_and_compiled(translations):
    assert translations.troubles("it") == []


def test_texts_of_the_window_and_templates_of_the_core_are_found(translations):
    places, _ = translations.collect()
    assert "Undo" in places
    assert "this is not an Annotator project" in places
    assert "Nothing to undo" in places


def test_what_formats_keep_and_lose_is_found(translations):
    places, _ = translations.collect()
    assert "Dataset folder" in places  # a format's label
    assert "texts, if asked for" in places  # KEEPS
    assert "fractions of a second of the time of an answer" in places  # LOSES
    assert "revision numbers above 1" in places  # counted in every format
    assert "answers without a number" in places  # counted in one


def test_remarks_and_refusals_of_files_are_found(translations):
    places, _ = translations.collect()
    assert "{where}: the relation is not read" in places
    assert "{rev} is no revision" in places
    assert "the article {title} is divided into other paragraphs here" in places
    assert "count from 0; the end is the first character outside" in places


def test_a_text_that_is_not_written_out_is_reported(translations, tmp_path, monkeypatch):
    package = tmp_path / "annotator"
    (package / "ui").mkdir(parents=True)
    (package / "ui" / "parts.py").write_text('tr("Found")\ntr(table[f"{key}"])\n')
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "PACKAGE", package)
    places, unresolved = translations.collect()
    assert places == {"Found": ["annotator/ui/parts.py:1"]}
    assert len(unresolved) == 1


def test_a_translation_survives_writing_and_reading(translations, tmp_path):
    ts = tmp_path / "x.ts"
    ts.write_text(translations.ts_text(["a < b & c", "new"], {"a < b & c": "à > «»"}, "it"))
    assert translations.read_translations(ts) == {"a < b & c": "à > «»"}


def test_a_lost_value_is_seen(translations):
    assert translations.values_in("{n} of {all} {n}") == ["all", "n"]
