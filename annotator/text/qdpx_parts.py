"""What a REFI-QDA project (QDPX) is inside: elements of project.qde, and texts of its sources.

project.qde is read element by element, so that the largest costs the memory of its largest source.
Imports `errors` and its siblings; lxml inside functions. Nothing outside the project is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.errors import ImportFailed
from annotator.text.archives import damaged
from annotator.text.docx import text_of
from annotator.text.extras import require
from annotator.text.plain import decoded_text
from annotator.text.signatures import form_of
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from annotator.text.docx_text import Text

# An element of lxml, which has no types.
Element = Any

PROJECT = "project.qde"
# Sources of text, and the texts that stand for pages of a PDF.
TEXTS = frozenset({"TextSource", "Representation"})
_INTERNAL = "internal://"
_FOLDER = "sources/"


class QdaProject:
    """A project: its files by name, and what stands in project.qde."""

    def __init__(
        self, names: Iterable[str], open_file: Callable[[str], AbstractContextManager[BinaryIO]]
    ):
        """Raises ImportFailed where there is no project.qde."""
        require("lxml", extra="docx", form="REFI-QDA")
        self._open = open_file
        self._names = {name.lower(): name for name in names}
        if PROJECT not in self._names:
            raise ImportFailed(
                "there is no {name} in it: it is no REFI-QDA project, or is cut off",
                remedy="export the project again, or get a whole copy of the file",
                name=PROJECT,
            )

    def elements(self, *names: str) -> Iterator[Element]:
        """Every element of these names, complete; it is emptied when the next one is asked for.

        Of elements within each other the inner one comes first, and the outer one without it.

        Raises:
            ImportFailed: no XML, or with a document type.
        """
        with self._open(self._names[PROJECT]) as file:
            yield from elements_of(file, names, PROJECT)

    def texts_of(self, source: Element) -> tuple[str, ...]:
        """The ways in which offsets may count a source's text, the likeliest first; one at least.

        The text stands in the element, or in a file; where that is missing or empty, in a Word
        file. It is empty where there is none within the project.

        Raises:
            ImportFailed: a file of it is damaged, or of an unknown encoding.
        """
        inner = child(source, "PlainTextContent")
        text = (inner.text or "") if inner is not None else ""
        if not text.strip() and (name := self._file(source.get("plainTextPath"))):
            text = decoded_text(self._read(name)).text
        if text.strip():
            return tuple(dict.fromkeys((text, text.replace("\r\n", "\n"))))
        if (name := self._file(source.get("richTextPath"))) is None:
            return (text,)
        return self._rich(name)

    def _rich(self, name: str) -> tuple[str, ...]:
        """The text of a Word file; its paragraphs may be apart by a blank line, or by none."""
        content = self._read(name)
        if form_of(content, name).key != "docx":
            return ("",)
        pieces = [block.text for block in _rich_text(content).blocks]
        return tuple(dict.fromkeys(gap.join(pieces) for gap in ("\n\n", "\n")))

    def _read(self, name: str) -> bytes:
        with self._open(name) as file:
            return file.read()

    def _file(self, path: str | None) -> str | None:
        """The file that a path names; None for what lies elsewhere, or is missing."""
        bare = (path or "").removeprefix(_INTERNAL).replace("\\", "/").strip("/").lower()
        last = bare.rpartition("/")[2]
        for name in (bare, _FOLDER + bare, _FOLDER + last, last):
            if name in self._names:
                return self._names[name]
        return None


def _rich_text(content: bytes) -> Text:
    return run_limited(text_of, content)


def elements_of(file: BinaryIO, names: tuple[str, ...], where: str) -> Iterator[Element]:
    """Every element of these names in an XML file; see `QdaProject.elements`."""
    from lxml import etree

    events = etree.iterparse(
        file,
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        for _, element in events:
            _refuse_doctype(element, where)
            yield element
            _empty(element)
    except etree.XMLSyntaxError as error:
        raise damaged(str(error), where) from None
    _refuse_doctype(events.root, where)


def _refuse_doctype(element: Element, where: str) -> None:
    if element.getroottree().docinfo.doctype:
        raise damaged("a document type, which such files never have", where)


def _empty(element: Element) -> None:
    """Forget an element and those before it, but for its place among its parent's."""
    element.clear()
    while (before := element.getprevious()) is not None:
        before.getparent().remove(before)


def local_name(element: Element) -> str:
    """An element's name without its namespace, which differs between versions."""
    name: str = element.tag.rpartition("}")[2]
    return name


def children(element: Element, name: str) -> Iterator[Element]:
    """The child elements of this name."""
    return (each for each in element if local_name(each) == name)


def child(element: Element, name: str) -> Element | None:
    """The first child element of this name."""
    return next(children(element, name), None)


def words_in(element: Element, name: str) -> str:
    """The words of the first child of this name; empty where there is none."""
    found = child(element, name)
    return "" if found is None else found.text or ""


def reference(element: Element, name: str) -> str:
    """The identity that the first child of this name refers to; empty where there is none."""
    found = child(element, name)
    return "" if found is None else guid(found, "targetGUID")


def guid(element: Element, name: str = "guid") -> str:
    """An identity, as all its spellings are compared."""
    found: str = element.get(name) or ""
    return found.strip("{} ").lower()
