from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

# It dies by itself, so that the moment is known: everything is written, nothing committed.
MERGE = """
import os, signal, sys
from pathlib import Path
from annotator.store import Store, settling
def settle(self, done=settling.Settling.settle):
    done(self)
    os.kill(os.getpid(), signal.SIGKILL)
settling.Settling.settle = settle
Store.open(Path(sys.argv[1])).merge_project(Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_merge_that_is_killed_leaves_the_project_as_it_was(
    new: Callable[..., Store], coding_in, everything
) -> None:
    anna, lead = coding_in(new("hers.annot"), "anna"), new("lead.annot")
    anna.frame("economic")
    before = everything(lead._file.raw)
    lead.close()
    anna.store.close()
    command = [sys.executable, "-c", MERGE, str(lead.path), str(anna.store.path)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    with Store.open(lead.path) as again:
        assert everything(again._file.raw) == before
        assert again.check() == []
        assert again.merge_project(anna.store.path).added == 1
