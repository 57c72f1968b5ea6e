"""Arguments to calls: the command line, and the one place where an error becomes an exit code.

0 done · 1 a check found something · 2 an error that the user can act on · 130 interrupted. May
import every room; what a command needs is imported when it runs, so that the window and `--help`
start at once.
"""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from typing import NoReturn

import click

from annotator.cli.commands import OutputRefused, ReaderLeft
from annotator.cli.main_group import annotator
from annotator.errors import AnnotatorError

__all__ = ["annotator", "main", "run"]

# So many new objects before Python looks for rings among them: there are hardly any here, and at
# its usual 700 the looking takes a tenth of the time of a merge.
_OBJECTS = 100_000


def main() -> NoReturn:
    """Run the program and end the process."""
    gc.set_threshold(_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        _write_anything(stream)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; the exit code. Whatever went wrong is one line on stderr."""
    try:
        result = annotator.main(args=arguments, prog_name="annotator", standalone_mode=False)
    except AnnotatorError as error:
        return _failed(str(error))
    except OutputRefused as error:
        _hang_up()
        return _failed(error.message)
    except click.ClickException as error:
        return _failed(_in_one_line(error))
    except (click.Abort, KeyboardInterrupt):
        click.echo("annotator: interrupted", err=True)
        return 130
    except ReaderLeft:
        _hang_up()
        return 0
    return result if isinstance(result, int) else 0


def _failed(words: str) -> int:
    click.echo(f"annotator: {words}", err=True)
    return 2


def _in_one_line(error: click.ClickException) -> str:
    words = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    # The hidden command is only what stands behind `annotator [PROJECT]`.
    command = context.command_path.removesuffix(" open") if context else ""
    return f"{words} (see: {command} --help)" if command else words


def _write_anything(stream: object) -> None:
    """UTF-8 into files and pipes on every system; no character may end a command.

    A file name may hold bytes that are no text, and a terminal may lack a letter.
    """
    if isinstance(stream, TextIOWrapper):
        encoding = None if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _hang_up() -> None:
    """Nobody reads, or there is no room: drop what is in the buffer, else it fails at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
