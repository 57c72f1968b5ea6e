"""Work of other libraries in a process of its own, which can be killed: limits in time and memory.

What a broken file does to a library it does not do to the program. Imports `errors` and
`text.limits`. One process is kept and used again, as to start one takes longer than most files.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from annotator.errors import ImportFailed
from annotator.text.limits import MAX_SECONDS, MAX_WORKER_BYTES, MB

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType

P = ParamSpec("P")
T = TypeVar("T")

_STARTING_SECONDS = 60
_LEAVING_SECONDS = 5


def run_limited(
    function: Callable[..., T],
    *args: object,
    seconds: float = MAX_SECONDS,
    megabytes: int = MAX_WORKER_BYTES // MB,
) -> T:
    """What the function gives back, called in another process.

    Args:
        function: of a module, so that the other process finds it by its name.
        args: what it is called with; like its result they are pickled.
        seconds: how long it may take; then the process is killed.
        megabytes: how much memory the process may take (where the system can limit it).

    Raises:
        ImportFailed: as the function raised it; or the library failed on the file, in its own
            words, or took too long, or broke down.
    """
    with _LOCK:
        return cast("T", _WORKER.call(function, args, seconds, megabytes * MB))


class _Worker:
    """The other process: started when it is needed, killed when it hangs."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def call(
        self, function: Callable[..., T], args: tuple[object, ...], seconds: float, n_bytes: int
    ) -> object:
        """Send the call, wait for what comes back."""
        pipe = self._started()
        pipe.send((function, args, n_bytes))
        try:
            if not pipe.poll(seconds):
                self.stop()
                raise ImportFailed(
                    "the file could not be read within {seconds} seconds",
                    remedy="save its text as a text file (.txt) and import that",
                    seconds=seconds,
                )
            is_done, result = pipe.recv()
        except (EOFError, ConnectionError):
            self.stop()
            raise broke_down("it broke down") from None
        if not is_done:
            raise result
        return result

    def _started(self) -> Connection:
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.stop()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), daemon=True)
        process.start()
        self._process = process  # one that did not start cannot be ended
        theirs.close()  # so that its end is seen here
        if not self._pipe.poll(_STARTING_SECONDS):
            self.stop()
            raise broke_down("it did not start")
        self._pipe.recv()
        return self._pipe

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join(_LEAVING_SECONDS)
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


_LOCK = threading.Lock()
_WORKER = _Worker()


def broke_down(trouble: str) -> ImportFailed:
    """The refusal of a file that a library could not read, in the library's words."""
    return ImportFailed(
        "what reads files of this kind failed on it ({trouble})",
        remedy="save its text as a text file (.txt) and import that",
        trouble=trouble,
    )


def stop_worker() -> None:
    """End the other process, if there is one; it is started again when it is needed."""
    with _LOCK:
        _WORKER.stop()


def serve(pipe: Connection) -> None:
    """What the other process does: call what is sent, send back what comes of it."""
    # The keys that interrupt a command reach both processes; this one ends with its pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable()  # what libraries say of broken files would stand among a command's lines
    pipe.send(True)
    while True:
        try:
            function, args, n_bytes = pipe.recv()
        except EOFError:
            return
        limit_memory(n_bytes)
        pipe.send(outcome(function, args))


def outcome(function: Callable[..., object], args: tuple[object, ...]) -> tuple[bool, object]:
    """Whether the call went well, and its result or the ImportFailed it ended with."""
    caught = _Caught()
    with caught:
        return True, function(*args)
    return False, caught.error


class _Caught:
    """Holds the error of a block: what a library raises on a broken file has any class."""

    error: ImportFailed

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if isinstance(error, ImportFailed):
            self.error = error
        elif isinstance(error, Exception):
            words = " ".join(str(error).split())[:200]
            self.error = broke_down(f"{type(error).__name__}: {words}")
        return isinstance(error, Exception)


def limit_memory(n_bytes: int) -> None:
    """Let this process have so much memory and no more, where the system can."""
    try:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (n_bytes, most))
    except (ImportError, ValueError):  # Windows has no such limits, macOS not for every process
        return
