"""Arguments to calls: the command line, and the one place where an error becomes an exit code.

0 done · 1 a check found something · 2 an error that the user can act on. May import every room;
what a command needs is imported when it runs, so that the window and `--help` start at once.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from annotator.cli.main_group import annotator
from annotator.errors import AnnotatorError

__all__ = ["annotator", "main"]


def main() -> NoReturn:
    """Run the program and end the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    try:
        result = annotator.main(args=arguments, prog_name="annotator", standalone_mode=False)
    except AnnotatorError as error:
        click.echo(f"annotator: {error}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("annotator: interrupted", err=True)
        return 130
    except BrokenPipeError:
        # Whoever read our output has left: nothing to say, and nothing to flush into.
        sys.stdout = None
        return 0
    return result if isinstance(result, int) else 0
