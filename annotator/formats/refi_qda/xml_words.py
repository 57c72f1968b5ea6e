"""Words as XML can hold them, and lxml, which only some installations have. Imports errors."""

from __future__ import annotations

import re
from typing import Any

from annotator.errors import Unavailable

# All that is no character of XML 1.0.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# An element of lxml, which has no types.
Element = Any


def lxml() -> Any:  # noqa: ANN401 - lxml has no types
    """The module that makes elements, or the line that installs it.

    Raises:
        Unavailable: lxml is not installed.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise Unavailable(
            "Writing REFI-QDA needs the package lxml",
            remedy='install it: pip install "annotator[docx]"',
        ) from error
    return etree


def in_xml(words: str) -> str:
    """The words, with U+FFFD for what XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", words)
