"""What this program is, in a few lines."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion

from annotator import __version__
from annotator.ui.messages import tr


def about_words() -> str:
    """Version, licence and what it stands on."""
    return "\n\n".join(
        (
            f"Annotator {__version__}",
            tr("Read news paragraph by paragraph, code framing and stance, and agree on it."),
            tr(
                "MIT licence. The faces Source Serif and Source Sans are under the SIL Open Font "
                "License."
            ),
            f"Python {platform.python_version()} · Qt {qVersion()}",
        )
    )
