"""The group that all commands belong to: what it does around each of them.

Imports only click.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from click_default_group import DefaultGroup

if TYPE_CHECKING:
    import click


class ReaderLeft(Exception):  # no error: `annotator export … | head` does it
    """Whoever read our output has closed the pipe."""


class Commands(DefaultGroup):
    """The commands; a first word that is none of them goes to the hidden command `open`."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command until its output is out.

        Raises:
            ReaderLeft: of a closed pipe, which click would turn into an exit of its own.
        """
        try:
            result: object = super().invoke(ctx)
            if sys.stdout is not None:  # under pythonw it is
                sys.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderLeft from error
        return result
