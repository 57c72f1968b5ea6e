from __future__ import annotations

from annotator.formats import jsonl
from annotator.formats.catalogue import FORMATS


def test_format_is_loaded_by_its_name() -> None:
    assert FORMATS["jsonl"].load() is jsonl
