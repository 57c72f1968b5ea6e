"""Finds the files that come with the program, in a checkout or in an installed wheel.

Imports nothing of the package.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped_codebook() -> Path:
    """The codebook that comes with the program."""
    return _folder("schemas") / "framing-stance.toml"


def schema(name: str) -> Path:
    """A JSON Schema by its short name: `codebook`, `annotation`."""
    return _folder("schemas") / f"{name}.schema.json"


def seeds_folder() -> Path:
    """The articles of the starting corpus, and what belongs to them."""
    return _folder("seeds")


def seed_articles() -> list[Path]:
    """The articles of the starting corpus, by name."""
    return sorted(seeds_folder().glob("*.txt"))


def _folder(name: str) -> Path:
    """Inside the package where it was installed, beside it in a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
