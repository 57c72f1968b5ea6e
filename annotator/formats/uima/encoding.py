"""How marks and a text become the bytes of a CAS: XMI, and JSON 0.4.0.

Imports the marks. Both are written as text: dkpro-cassis takes two minutes for an article of
10,000 paragraphs with its words (docs/decisions/0017-a-cas-is-written-here.md).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from annotator.formats.uima.layer_types import type_system_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.formats.uima.layer_types import Type
    from annotator.formats.uima.marks import Mark, Value

VIEW: Final = "_InitialView"
_SOFA: Final = 1
_FIRST: Final = 2
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPED: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


class Encoder(Protocol):
    """Makes a file of an article's text, what is the same for all annotators, and answers."""

    def encoded(self, marks: Iterable[Mark], first: int = _FIRST) -> list[str]:
        """Each mark as text; they are numbered from `first`."""

    def file(self, text: str, parts: Sequence[Sequence[str]], types: Sequence[Type]) -> bytes:
        """The whole file; the parts hold all marks in the order of their numbers."""


def next_number(encoded: Sequence[str]) -> int:
    """The number of a mark that follows these."""
    return _FIRST + len(encoded)


def holds_no_xml(text: str) -> bool:
    """Whether there are characters that no XML file can hold."""
    return _NO_XML.search(text) is not None


class Xmi:
    """XMI 2.0."""

    def __init__(self) -> None:
        self._tags: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}

    def encoded(self, marks: Iterable[Mark], first: int = _FIRST) -> list[str]:
        """An element each."""
        tags = self._tags
        lines = []
        for number, mark in enumerate(marks, first):
            tag = tags.get(mark.type) or self._tag(mark.type)
            said = "".join(map(_xml_feature, mark.features.items()))
            lines.append(
                f'<{tag} xmi:id="{number}" sofa="{_SOFA}" begin="{mark.begin}" end="{mark.end}"'
                f"{said}/>"
            )
        return lines

    def _tag(self, name: str) -> str:
        package, _, short = name.rpartition(".")
        space = f"http:///{package.replace('.', '/')}.ecore"
        prefix = self._prefixes.setdefault(space, f"t{len(self._prefixes) + 1}")
        self._tags[name] = f"{prefix}:{short}"
        return self._tags[name]

    def file(self, text: str, parts: Sequence[Sequence[str]], types: Sequence[Type]) -> bytes:
        """The document; the types stand in a file of their own."""
        del types
        names = {
            "xmi": "http://www.omg.org/XMI",
            "cas": "http:///uima/cas.ecore",
            **{name: space for space, name in self._prefixes.items()},
        }
        spaces = "".join(f' xmlns:{name}="{space}"' for name, space in names.items())
        said = f'sofaNum="1" sofaID="{VIEW}" mimeType="text" sofaString="{_attribute(text)}"'
        members = " ".join(map(str, _numbers(parts)))
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<xmi:XMI{spaces} xmi:version="2.0">',
            '<cas:NULL xmi:id="0"/>',
            *(line for part in parts for line in part),
            f'<cas:Sofa xmi:id="{_SOFA}" {said}/>',
            f'<cas:View sofa="{_SOFA}" members="{members}"/>',
            "</xmi:XMI>\n",
        ]
        return "\n".join(lines).encode()


# Most values are codes and states, which come again and again.
@lru_cache(maxsize=1024)
def _xml_feature(feature: tuple[str, Value]) -> str:
    name, value = feature
    return f' {name}="{_attribute(value)}"'


@lru_cache(maxsize=1024)
def _json_feature(feature: tuple[str, Value]) -> str:
    name, value = feature
    return f',"{name}":{msgspec.json.encode(value).decode()}'


def _attribute(value: Value) -> str:
    """A value between quotation marks; what XML cannot hold is white space or U+FFFD."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _NO_XML.sub(_stand_in, str(value)).translate(_ESCAPED)


def _stand_in(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else "\ufffd"


class Json:
    """CAS JSON 0.4.0, the types within."""

    def encoded(self, marks: Iterable[Mark], first: int = _FIRST) -> list[str]:
        """An object each."""
        return [
            f'{{"%ID":{number},"%TYPE":"{mark.type}","@sofa":{_SOFA},"begin":{mark.begin},'
            f'"end":{mark.end}{"".join(map(_json_feature, mark.features.items()))}}}'
            for number, mark in enumerate(marks, first)
        ]

    def file(self, text: str, parts: Sequence[Sequence[str]], types: Sequence[Type]) -> bytes:
        """The document with its types."""
        sofa = {
            "%ID": _SOFA,
            "%TYPE": "uima.cas.Sofa",
            "sofaNum": 1,
            "sofaID": VIEW,
            "mimeType": "text",
            "sofaString": text,
        }
        views = {VIEW: {"%SOFA": _SOFA, "%MEMBERS": list(_numbers(parts))}}
        return b"".join(
            [
                b'{"%TYPES":',
                type_system_json(types),
                b',\n"%FEATURE_STRUCTURES":[\n',
                ",\n".join(
                    [
                        msgspec.json.encode(sofa).decode(),
                        *(line for part in parts for line in part),
                    ]
                ).encode(),
                b'],\n"%VIEWS":',
                msgspec.json.encode(views),
                b"}\n",
            ]
        )


def _numbers(parts: Sequence[Sequence[str]]) -> range:
    """Those of all marks."""
    return range(_FIRST, _FIRST + sum(map(len, parts)))
