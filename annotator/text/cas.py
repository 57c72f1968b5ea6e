"""What a UIMA CAS is inside, as XMI or JSON: feature structures one by one, without their types.

Also which types say nothing about a text but how it is parted. Imports `errors` and its siblings;
lxml inside functions. No entities, no document type, no network.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.text.archives import damaged
from annotator.text.extras import require

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# An element of lxml, which has no types.
Element = Any

SOFA: Final = "uima.cas.Sofa"
VIEW: Final = "uima.cas.View"
DKPRO: Final = "de.tudarmstadt.ukp.dkpro.core.api."
DOCUMENT: Final = "uima.tcas.DocumentAnnotation"
ABOUT: Final = f"{DKPRO}metadata.type.DocumentMetaData"
FIELD: Final = f"{DKPRO}metadata.type.MetaDataStringField"
TYPES: Final = "%TYPES"
STRUCTURES: Final = "%FEATURE_STRUCTURES"
# Types that part a text or say what it is: nobody's answers.
_PARTS: Final = frozenset({"Token", "Sentence", "Paragraph"})
_STRUCTURAL: Final = (f"{DKPRO}segmentation.type.", f"{DKPRO}metadata.type.", "uima.cas.")
# What programs find in words; nobody's answers either, but worth a remark.
_LINGUISTIC: Final = tuple(
    f"{DKPRO}{name}." for name in ("lexmorph", "syntax", "coref", "semantics", "anomaly")
)
_XMI: Final = "{http://www.omg.org/XMI}"
_NO_PACKAGE: Final = "uima.noNamespace."


class Structure(Struct, frozen=True):
    """One feature structure: its number in the file, its type, its features as the file has them.

    Of lists of words, which stand in elements of their own, there is the name alone.
    """

    id: str
    type: str
    features: dict[str, Any]

    def number(self, name: str) -> int:
        """A feature that counts, -1 where there is no such number."""
        value = self.features.get(name)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
            return int(value)
        return value if isinstance(value, int) and not isinstance(value, bool) else -1


def is_json(content: bytes) -> bool:
    """Whether a CAS is JSON, not XMI."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def structures(content: bytes) -> Iterator[Structure]:
    """All feature structures of a file, in its order.

    Raises:
        ImportFailed: neither XMI nor JSON of a CAS, damaged, or with a document type.
    """
    return of_json(decoded(content)) if is_json(content) else _of_xmi(content)


def is_structural(name: str) -> bool:
    """Whether a type parts the text, or tells of it as a whole."""
    return name.startswith(_STRUCTURAL) or name == DOCUMENT or name.rpartition(".")[2] in _PARTS


def is_linguistic(name: str) -> bool:
    """Whether a type is of grammar: parts of speech, dependencies, chains."""
    return name.startswith(_LINGUISTIC)


# ------------------------------------------------------------------ JSON


def decoded(content: bytes) -> dict[str, Any]:
    """A CAS in JSON, its lists checked to be such. Raises ImportFailed for anything else."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise damaged(str(error)) from None
    if not isinstance(data, dict) or not isinstance(data.get(STRUCTURES), list | dict):
        raise _no_cas("JSON")
    return data


def of_json(data: dict[str, Any]) -> Iterator[Structure]:
    """The feature structures of a CAS in JSON."""
    listed = data[STRUCTURES]
    pairs: Iterable[tuple[Any, Any]] = (
        listed.items()
        if isinstance(listed, dict)
        else ((each.get("%ID") if isinstance(each, dict) else None, each) for each in listed)
    )
    for number, each in pairs:
        if not isinstance(each, dict) or not isinstance(each.get("%TYPE"), str):
            raise _no_cas("JSON")
        yield Structure(str(number), each["%TYPE"], each)


# ------------------------------------------------------------------ XML


def root_of(content: bytes) -> str:
    """The tag of an XML file's root.

    Raises:
        ImportFailed: lxml is missing, it is no XML, or has a document type.
    """
    require("lxml", extra="uima", form="UIMA CAS XMI")
    from lxml import etree

    # The limits of libxml2 stay on here, so that no document type can do harm before it is seen.
    try:
        _, root = next(etree.iterparse(io.BytesIO(content), events=("start",), **_SAFE))
    except etree.XMLSyntaxError as error:
        raise damaged(str(error)) from None
    if root.getroottree().docinfo.doctype:
        raise damaged("a document type, which such files never have")
    return str(root.tag)


def _of_xmi(content: bytes) -> Iterator[Structure]:
    if root_of(content) != f"{_XMI}XMI":
        raise _no_cas("XMI")
    from lxml import etree

    # Long texts stand in one attribute: without a document type they are as long as the file says.
    found = etree.iterparse(io.BytesIO(content), events=("end",), huge_tree=True, **_SAFE)
    try:
        for _, element in found:
            parent = element.getparent()
            if parent is not None and parent.getparent() is None:
                features = {child.tag: None for child in element}
                features |= {n: value for n, value in element.attrib.items() if n[0] != "{"}
                yield Structure(element.get(f"{_XMI}id", ""), _type_of(element.tag), features)
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise damaged(str(error)) from None


_SAFE: Final[dict[str, bool]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


def _type_of(tag: str) -> str:
    """`a.b.Name` of `{http:///a/b.ecore}Name`."""
    space, _, name = tag.removeprefix("{http:///").rpartition("}")
    package = space.removesuffix(".ecore").replace("/", ".")
    return f"{package}.{name}".removeprefix(_NO_PACKAGE).removeprefix(".")


def _no_cas(form: str) -> ImportFailed:
    return ImportFailed(
        "the file is no UIMA CAS in {form}",
        remedy="export it again as UIMA CAS XMI or JSON 0.4.0",
        form=form,
    )
