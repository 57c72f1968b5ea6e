"""Work in another process: its result, its errors, and what happens when it hangs or breaks."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time

import pytest

from annotator.errors import ImportFailed
from annotator.text import worker
from annotator.text.decode import decode
from annotator.text.worker import limit_memory, outcome, run_limited, serve, stop_worker


@pytest.fixture(autouse=True)
def _stopped():
    yield
    stop_worker()


def test_the_result_comes_back_and_the_process_is_used_again():
    assert run_limited(divmod, 7, 2) == (3, 1)
    first = run_limited(os.getpid)
    assert first != os.getpid()
    assert run_limited(os.getpid) == first


def test_a_refusal_comes_back_as_it_was():
    with pytest.raises(ImportFailed, match="klingon") as caught:
        run_limited(decode, b"x", "klingon")
    assert caught.value.values == {"encoding": "klingon"}


def test_what_hangs_is_killed_and_the_next_call_works():
    begun = time.monotonic()
    with pytest.raises(ImportFailed, match=r"0\.2 seconds"):
        run_limited(time.sleep, 60, seconds=0.2)
    assert time.monotonic() - begun < 30
    assert run_limited(divmod, 7, 2) == (3, 1)


def test_what_breaks_down_is_said():
    with pytest.raises(ImportFailed, match="broke down"):
        run_limited(os._exit, 1)
    with pytest.raises(ImportFailed, match="ValueError: invalid literal"):
        run_limited(int, "x")


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory is limited for certain")
def test_what_takes_too_much_memory_is_said():
    with pytest.raises(ImportFailed, match="MemoryError"):
        run_limited(bytearray, 10**10, megabytes=1024)


def test_a_process_that_does_not_start_is_said(monkeypatch):
    monkeypatch.setattr(worker, "_STARTING_SECONDS", 0)
    with pytest.raises(ImportFailed, match="did not start"):
        run_limited(divmod, 7, 2)


def test_it_serves_until_the_pipe_is_closed(monkeypatch):
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("logging.disable", lambda: None)
    monkeypatch.setattr(worker, "limit_memory", lambda _: None)
    ours, theirs = multiprocessing.Pipe()
    thread = threading.Thread(target=serve, args=(theirs,))
    thread.start()
    assert ours.recv() is True
    ours.send((divmod, (7, 2), 0))
    assert ours.recv() == (True, (3, 1))
    ours.close()
    thread.join(10)
    theirs.close()
    assert not thread.is_alive()


def test_any_error_of_a_library_becomes_a_refusal():
    is_done, error = outcome(int, ("x",))
    assert not is_done
    assert isinstance(error, ImportFailed)
    assert outcome(decode, (b"", "klingon"))[0] is False
    with pytest.raises(KeyboardInterrupt):
        outcome(_interrupted, ())


def _interrupted():
    raise KeyboardInterrupt


def test_memory_is_limited_where_the_system_can(monkeypatch):
    import resource

    asked = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: asked.append(pair[0]))
    limit_memory(123)
    assert asked == [123]
    monkeypatch.setitem(sys.modules, "resource", None)
    limit_memory(456)
    assert asked == [123]
