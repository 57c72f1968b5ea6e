"""The group that all commands belong to: what it does around each of them.

Imports only click.
"""

from __future__ import annotations

import errno
import sys

import click
from click_default_group import DefaultGroup


class ReaderLeft(Exception):  # no error: `annotator export … | head` does it
    """Whoever read our output has closed the pipe."""


class OutputRefused(click.ClickException):
    """What we write to cannot take it, for instance because its disk is full."""


class Commands(DefaultGroup):
    """The commands; a first word that is none of them goes to the hidden command `open`."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command until its output is out.

        Raises:
            ReaderLeft: of a closed pipe, which click would turn into an exit of its own.
            OutputRefused: of a full disk. Files that a command writes have words of their own.
        """
        try:
            result: object = super().invoke(ctx)
            if sys.stdout is not None:  # under pythonw it is
                sys.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderLeft from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise OutputRefused(
                f"the output cannot be written: {error.strerror}; make room, or choose another"
                " place"
            ) from error
        return result
