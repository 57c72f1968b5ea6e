from __future__ import annotations

import sys

import pytest

from annotator.formats import jsonl
from annotator.formats.catalogue import FORMATS


def test_format_is_loaded_by_its_name() -> None:
    assert FORMATS["jsonl"].load() is jsonl


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.extra])
def test_extra_that_is_not_installed_is_seen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not FORMATS[name].is_lacking
    modules = {"docx": "lxml", "parquet": "pyarrow"}
    monkeypatch.setitem(sys.modules, modules[FORMATS[name].extra or ""], None)
    assert FORMATS[name].is_lacking


def test_format_without_an_extra_lacks_nothing() -> None:
    assert not FORMATS["jsonl"].is_lacking
