"""Files and folders that appear whole or not at all: written beside, then renamed.

Imports errors.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

_PIECE = 1 << 20


@contextmanager
def whole_or_not(target: Path) -> Iterator[BinaryIO]:
    """A file to write; it gets its name when it is complete. A device or pipe is written as is."""
    target = target.resolve()  # a link stays one
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            yield out
        return
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_folder_or_not(target: Path, going: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """An empty folder to fill; it gets its name when it is complete, zipped if that ends in .zip.

    `going` is called now and then while it is zipped; what it raises ends that.

    Raises:
        AnnotatorError: there is a file of that name, or a folder that is not empty.
    """
    target = target.resolve()  # a link stays one
    is_zip = target.suffix.lower() == ".zip"
    if not is_zip and target.exists() and not _is_empty_folder(target):
        raise AnnotatorError(
            "there is something under this name already, and a folder is to be written",
            where=target,
            remedy="name a new folder, or a file that ends in .zip",
        )
    part = target.with_name(f"{target.stem}.folder.part" if is_zip else f"{target.name}.part")
    if part.exists():  # of an export that was killed
        shutil.rmtree(part)
    part.mkdir()
    try:
        yield part
        if is_zip:
            with whole_or_not(target) as out:
                _zip(part, out, going)
        else:
            if target.exists():
                target.rmdir()
            part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _is_empty_folder(target: Path) -> bool:
    return target.is_dir() and not any(target.iterdir())


def _zip(folder: Path, out: BinaryIO, going: Callable[[], None]) -> None:
    with zipfile.ZipFile(out, "w") as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                # No time of day: the same project gives the same bytes.
                info = zipfile.ZipInfo(name)
                info.compress_type = zipfile.ZIP_DEFLATED
                with path.open("rb") as file, packed.open(info, "w", force_zip64=True) as member:
                    while piece := file.read(_PIECE):
                        going()
                        member.write(piece)
