"""The lines of a PDF in reading order, with their places, as pdfminer finds them.

Knows what locks, cuts off or empties a PDF. Imports `errors` and its siblings; pdfminer inside
functions, which are called in another process.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.text.archives import damaged
from annotator.text.limits import MAX_CHARACTERS
from annotator.text.paragraphs import too_long

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAIL = 2_048
_END = (b"%%EOF", b"startxref")
# What pdfminer writes for a sign whose font does not say which character it is.
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LEFT_TO_RIGHT = re.compile(r"[^\W\u0590-\u08ff](?:[\w.,:/%-]*\w)?")
_MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")


class Line(Struct, frozen=True):
    """A line on a page (pages count from 1): its text, its edges in points, its letters.

    `top` and `bottom` count from the foot of the page, `height` is the page's.
    """

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    height: float = 0.0
    is_bold: bool = False


class Pages(Struct, frozen=True):
    """What is in a PDF: its lines, how many pages, what it says of itself, and what was replaced.

    `empty` are the pages without text.
    """

    lines: tuple[Line, ...]
    n_pages: int
    about: dict[str, str]
    replaced: dict[str, int]
    empty: tuple[int, ...]


def pages_of(content: bytes) -> Pages:
    """The lines of a PDF.

    Raises:
        ImportFailed: locked, cut off, damaged, too long, or without text.
    """
    document = _opened(content)
    replaced: Counter[str] = Counter()
    lines: list[Line] = []
    n_pages, n_characters, empty = 0, 0, []
    for n_pages, page in enumerate(_layouts(document), start=1):
        found = [line for line in _lines(page, n_pages, replaced) if line.text]
        n_characters += sum(len(line.text) for line in found)
        if n_characters > MAX_CHARACTERS:
            raise too_long()
        if not found:
            empty.append(n_pages)
        lines += found
    if not lines:
        raise _no_text()
    return Pages(tuple(lines), n_pages, _about(document), dict(replaced), tuple(empty))


def _opened(content: bytes) -> Any:  # noqa: ANN401  # pdfminer has no types
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser, PDFSyntaxError

    if not any(mark in content.rstrip(b"\0 \t\r\n")[-_TAIL:] for mark in _END):
        raise damaged("its end is missing")
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise _locked() from None
    except PDFSyntaxError as error:
        raise damaged(str(error)) from None
    if not _is_open(document):
        raise _locked()
    return document


def _is_open(document: Any) -> bool:  # noqa: ANN401  # pdfminer has no types
    """Whether readers may open it without a password; pdfminer also tries none as the owner's."""
    if document.encryption is None:
        return True
    handler = document.decipher.__self__
    if not hasattr(handler, "u_validation_salt"):
        return handler.authenticate_user_password(b"") is not None
    found = handler._password_hash(b"", handler.u_validation_salt)  # noqa: SLF001  # no other way
    return bool(found == handler.u_hash)


def _layouts(document: Any) -> Iterator[Any]:  # noqa: ANN401  # pdfminer has no types
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(all_texts=True))
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
        yield device.get_result()


def _lines(page: Any, number: int, replaced: Counter[str]) -> Iterator[Line]:  # noqa: ANN401
    from pdfminer.layout import LTContainer, LTTextBox, LTTextLine

    for element in page:
        if isinstance(element, LTTextBox):
            for line in element:
                yield _line(line, number, page.height, replaced)
        elif isinstance(element, LTTextLine):
            yield _line(element, number, page.height, replaced)
        elif isinstance(element, LTContainer):
            yield from _lines(element, number, replaced)


def _line(element: Any, number: int, height: float, replaced: Counter[str]) -> Line:  # noqa: ANN401
    from pdfminer.layout import LTChar

    letters = [each for each in element if isinstance(each, LTChar)]
    sizes = Counter(round(each.size, 1) for each in letters)
    n_bold = sum(bool(_BOLD.search(each.fontname)) for each in letters)
    text, n_unknown = _UNKNOWN.subn("\ufffd", element.get_text())
    replaced["unknown"] += n_unknown
    text = _in_order(text.strip(), letters, replaced)
    return Line(
        page=number,
        text=text,
        left=element.x0,
        right=element.x1,
        top=element.y1,
        bottom=element.y0,
        size=max(sizes, key=lambda size: (sizes[size], size), default=0.0),
        height=height,
        is_bold=2 * n_bold > len(letters),
    )


def _in_order(text: str, letters: Iterable[Any], replaced: Counter[str]) -> str:
    """A line in letters that run from right to left, in the order in which it is read.

    Most PDFs draw such a line as it is seen, from left to right.
    """
    drawn = [each.x0 for each in letters]
    n_right = sum(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in text)
    n_letters = sum(each.isalpha() for each in text)
    if 2 * n_right <= n_letters or not n_right or drawn != sorted(drawn):
        return text
    replaced["reversed"] += 1
    seen = text[::-1].translate(_MIRRORED)
    return _LEFT_TO_RIGHT.sub(lambda found: found[0][::-1], seen)


def _about(document: Any) -> dict[str, str]:  # noqa: ANN401
    """What the file says of itself, by name."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    about = {}
    for info in document.info:
        for name in ("Title", "Author", "Subject", "Keywords", "CreationDate"):
            value = resolve1(info.get(name))
            if isinstance(value, bytes) and (words := " ".join(decode_text(value).split())):
                about[name] = words.replace("\0", "")
    return about


def _locked() -> ImportFailed:
    return ImportFailed(
        "the file is locked with a password",
        remedy="open it with the password, save it without one, and import that",
    )


def _no_text() -> ImportFailed:
    return ImportFailed(
        "there is no text in this PDF; its pages are pictures, perhaps scanned",
        remedy="run a program that recognises text (OCR) over it, and import what that writes",
    )
