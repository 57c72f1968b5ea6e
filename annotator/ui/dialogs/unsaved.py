"""The question before an answer that is not on the disk would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.dialogs.message import ask
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.errors import StoreError


def give_up(parent: QWidget, trouble: StoreError, is_saved: Callable[[], bool]) -> bool:
    """Whether the coder lets the answer go; otherwise it is tried on.

    Not asked any longer once it is saved.
    """
    words = tr("Your last answer is not saved: {why}.", why=error_text(trouble))
    return ask(
        parent,
        tr("Not saved"),
        words,
        yes=tr("Give this answer up"),
        no=tr("Keep trying"),
        is_moot=is_saved,
    )
