"""A command's result: on standard output, or in a file that appears whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from pathlib import Path


def put_out(text: str, output: Path | None) -> None:
    """Write the text to the file, or to standard output if there is none.

    Raises:
        AnnotatorError: the file cannot be written, or it is a project; nothing is left behind.
    """
    if output is None:
        click.echo(text, nl=False)
        return
    from annotator.study.file_kinds import holds_a_database

    if holds_a_database(output):
        raise AnnotatorError(
            "this file is a project; the report would take its place",
            where=output,
            remedy="choose another name",
        )
    try:
        _write(output.resolve(), text.encode(errors="backslashreplace"))  # a link stays one
    except OSError as error:
        raise AnnotatorError(
            "the report cannot be written: {trouble}",
            where=output,
            remedy="choose another place, or make room",
            trouble=error.strerror or str(error),
        ) from error


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe; of a folder the system says so
        path.write_bytes(content)
        return
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
