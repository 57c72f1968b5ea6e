from __future__ import annotations

import subprocess
import sys

import pytest

from annotator.store.engine import unseen

ASK = "import sys, annotator.store; print('numpy' in sys.modules, 'pandas' in sys.modules)"
THEN = "import annotator.store, numpy; print(numpy.__name__)"


def said_by(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_store_loads_neither_numpy_nor_pandas() -> None:
    assert said_by(ASK) == "False False"


def test_they_can_be_loaded_afterwards() -> None:
    assert said_by(THEN) == "numpy"


def test_hidden_module_cannot_be_found_and_comes_back(monkeypatch) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)
    with unseen("this", "sys"):
        assert sys.modules["sys"] is sys
        with pytest.raises(ImportError):
            import this  # noqa: F401
    assert "this" not in sys.modules
