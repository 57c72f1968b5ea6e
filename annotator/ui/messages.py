"""Words for people: translation of every text of the window, and of errors and notices of the core.

All texts live in one Qt translation context. `tr` marks a text of the window; templates of
`AnnotatorError`, `Notice` and `Remark` are literals in the core and are collected from there by
`scripts/translations.py`. No other module of the window talks to the translator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.model import Remark
    from annotator.session import Notice

CONTEXT = "annotator"


def tr(text: str, **values: object) -> str:
    """The text in the interface's language, filled with values (`str.format`)."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def core_text(text: str) -> str:
    """A text that the core holds and `scripts/translations.py` collects there: a format's label."""
    return tr(text)


def error_text(error: AnnotatorError) -> str:
    """What happened, where, and what to do, in the interface's language."""
    text = tr(error.what).format(**error.values)
    if error.where:
        text = f"{error.where}: {text}"
    if error.remedy:
        text = f"{text}; {tr(error.remedy).format(**error.values)}"
    return text


def notice_text(notice: Notice | Remark) -> str:
    """A notice or a remark in the interface's language."""
    return tr(notice.template).format(**notice.values)
