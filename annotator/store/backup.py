"""Copies of the project by day, and which of them are kept. Imports errors and the clock."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from annotator.errors import ProjectUnwritable
from annotator.store.troubles import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.store.connection import Connection

_DAYS, _WEEKS, _MONTHS = 7, 4, 6
_DAY = r"-([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[0-9]+)?"  # between a project's name and suffix


def back_up(file: Connection, *, always: bool) -> Path | None:
    """A copy `backups/<name>-<date>.annot`, unless there is one of today.

    With `always` it is one more, `<name>-<date>-2.annot`. It is packed tight and whole before it
    gets its name. A project that may only be read needs none.
    """
    if file.read_only:
        return None
    folder = file.path.parent / "backups"
    stem = f"{file.path.stem}-{file.now()[:10]}"
    copy, count = folder / f"{stem}{file.path.suffix}", 2
    while copy.exists():
        if not always:
            return None
        copy, count = folder / f"{stem}-{count}{file.path.suffix}", count + 1
    try:
        folder.mkdir(exist_ok=True)
        _pack(file, copy)
        _thin_out(folder, file.path)
    except OSError as error:
        raise ProjectUnwritable(
            "the backup cannot be written ({reason})",
            where=copy,
            remedy="make room, and a folder of this name that you may write in",
            reason=error.strerror or str(error),
        ) from error
    return copy


def _pack(file: Connection, copy: Path) -> None:
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    try:
        with in_words(copy):
            # As a URI: a file name may hold bytes that are no text.
            file.raw.execute("VACUUM INTO ?", (part.absolute().as_uri(),))
        part.rename(copy)
    finally:
        part.unlink(missing_ok=True)


def _thin_out(folder: Path, path: Path) -> None:
    """Remove daily copies beyond those to keep; numbered ones, made before a merge, as well."""
    copies: dict[Path, date] = {}
    # Whole names: `p-2026-01-05` may be another project, whose copies begin with ours.
    name = re.compile(re.escape(path.stem) + _DAY + re.escape(path.suffix))
    for copy in folder.iterdir():
        if found := name.fullmatch(copy.name):
            with suppress(ValueError):
                copies[copy] = date.fromisoformat(found[1])
    kept = days_to_keep(copies.values())
    for copy, day in copies.items():
        if day not in kept:
            copy.unlink(missing_ok=True)


def days_to_keep(days: Iterable[date]) -> set[date]:
    """The days whose copies stay: the last seven, four weeks' and six months' latest.

    They are counted back from the newest copy, not from today: a project that rests for a year
    keeps them all.
    """
    latest_first = sorted(set(days), reverse=True)
    if not latest_first:
        return set()
    newest = latest_first[0]
    kept = {day for day in latest_first if day > newest - timedelta(days=_DAYS)}
    weeks = {day.isocalendar()[:2]: day for day in reversed(latest_first)}
    months = {(day.year, day.month): day for day in reversed(latest_first)}
    for latest, count in ((weeks, _WEEKS), (months, _MONTHS)):
        kept.update(sorted(latest.values(), reverse=True)[:count])
    return kept
