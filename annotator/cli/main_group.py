"""The group of commands, and the hidden one that opens the window."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator import __version__
from annotator.cli.articles import import_articles
from annotator.cli.care import check, doctor, status
from annotator.cli.codebooks import codebook
from annotator.cli.commands import Commands
from annotator.cli.exchange import export, merge
from annotator.cli.plan import plan
from annotator.cli.reliability import agreement
from annotator.cli.teams import split
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from annotator.model import About

_PROJECT = click.argument("project", type=click.Path(path_type=Path))


@click.group(cls=Commands, default="open", default_if_no_args=True)
@click.version_option(__version__, prog_name="annotator")
def annotator() -> None:
    """Read news paragraph by paragraph, code framing and stance, export, and agree.

    Without a command it opens the window: annotator [PROJECT].
    """


@click.command("open", hidden=True)
@click.argument("words", metavar="[PROJECT]", nargs=-1, type=click.Path(path_type=Path))
def open_window(words: tuple[Path, ...]) -> int:
    """Open the window, with PROJECT if one is named."""
    project = words[0] if words else None
    if project is not None and (len(words) > 1 or not project.exists()):
        raise _no_such_word(project, is_command=len(words) > 1)
    from annotator.ui.application import run

    return run(project)


def _no_such_word(word: Path, *, is_command: bool) -> Unavailable:
    """A first word that is neither a command nor a file: most likely a slip of the fingers."""
    near = difflib.get_close_matches(str(word), annotator.commands, 1)
    return Unavailable(
        "there is no command “{word}”"
        if is_command
        else "there is no file and no command “{word}”",
        remedy="did you mean: annotator {near}" if near else "all commands: annotator --help",
        word=word,
        near=near[0] if near else "",
    )


@click.command()
@_PROJECT
@click.option("--codebook", type=click.Path(path_type=Path), help="A codebook (TOML); else ours.")
@click.option("--title", default="", help="The project's title; else the file's name.")
def new(project: Path, codebook: Path | None, title: str) -> None:
    """Make an empty project."""
    from annotator.codebook import read_codebook
    from annotator.resources import shipped_codebook
    from annotator.store import Store
    from annotator.study.names import as_text

    checked = read_codebook(codebook or shipped_codebook())
    assert checked.codebook is not None
    title = as_text(title or project.stem)
    Store.create(project, codebook=checked.codebook, toml=checked.toml, title=title).close()
    click.echo(f"{project}: a new project with the codebook {_name(checked.codebook.about)}")


@click.command()
@_PROJECT
@click.option("--seed", default=0, show_default=True, help="Another seed gives other answers.")
def demo(project: Path, seed: int) -> None:
    """Make a project with the seeds and three simulated annotators, to try everything."""
    from annotator.study.demo import make_demo

    made = make_demo(project, seed=seed)
    click.echo(
        f"{project}: {made.articles} articles, {made.answers} answers by"
        f" {', '.join(made.annotators)} (simulated)"
    )
    path = f'"{project}"' if " " in str(project) else project
    click.echo(f"Look at it:  annotator {path}")
    click.echo(f"Agreement:   annotator agreement {path}")


def _name(about: About) -> str:
    return f"{about.key} {about.version}"


for command in (
    open_window,
    new,
    demo,
    import_articles,
    merge,
    split,
    export,
    agreement,
    plan,
    status,
    codebook,
    check,
    doctor,
):
    annotator.add_command(command)
