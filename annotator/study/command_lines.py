"""What the window does, as the line that does the same without it. May import formats."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from annotator.study.wishes import Wish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotator.study.exporting import Selection

_UNSAID = Wish()


def export_words(project: Path, target: Path, selection: Selection, wish: Wish) -> list[str]:
    """The words of `annotator export …`, without what would be so anyhow."""
    return [
        "annotator",
        "export",
        _path(project),
        "-o",
        _path(target),
        *(["--format", wish.form] if wish.form != _UNSAID.form else []),
        *_selected(selection),
        *_wished(wish),
    ]


def as_typed(words: Sequence[str]) -> str:
    """One line for the shell of this machine, quoted as it wants it."""
    if sys.platform == "win32":
        return subprocess.list2cmdline(words)
    return shlex.join(words)


def _path(path: Path) -> str:
    """A name that is not taken for an option."""
    return f"./{path}" if str(path).startswith("-") else str(path)


def _selected(selection: Selection) -> Iterator[str]:
    for option, names in (
        ("--layer", selection.layers),
        ("--annotator", selection.annotators),
        ("--round", selection.rounds),
    ):
        for name in names:
            yield from _named(option, name)


def _named(option: str, name: str) -> tuple[str, ...]:
    """A name may begin with the sign that options begin with."""
    return (f"{option}={name}",) if name.startswith("-") else (option, name)


def _wished(wish: Wish) -> Iterator[str]:
    if wish.by != _UNSAID.by:
        yield from ("--by", wish.by)
    for option, name in (("--target", wish.target), ("--holder", wish.holder)):
        if name:
            yield from _named(option, name)
    if wish.text is not None:
        yield "--text" if wish.text else "--no-text"
    for is_wished, option in (
        (wish.is_final, "--final"),
        (wish.numbers, "--numbers"),
        (wish.is_public, "--public"),
        (wish.for_spreadsheets, "--spreadsheet"),
    ):
        if is_wished:
            yield option
