"""The codes of a codebook as a tree: questions by layer, target and holder, under each its codes.

Imports model. States stand beside the codes; `any` is for words that show no code in particular,
`words` for an answer in words. A code is called by its key, its description says what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from annotator.formats.label_names import ANY_CODE
from annotator.formats.refi_qda.xml_words import Element, in_xml, lxml
from annotator.model import in_language, uid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model import Code, Codebook, Layer

IN_WORDS: Final = "words"

# Keys from the root on.
Path = tuple[str, ...]


class _Node(Struct):
    """One code: what it means, whether anything is coded with it, and the codes under it."""

    description: str = ""
    is_codable: bool = False
    under: dict[str, _Node] = field(default_factory=dict)


class CodeTree:
    """The codes of a codebook, and those that answers have beyond it: named holders, old codes."""

    def __init__(self, codebook: Codebook, language: str | None = None):
        """`language` is that of labels and definitions; the codebook's first, unless given."""
        self._root = _Node()
        self._language = language or codebook.about.languages[0]
        self._known: dict[Path, str] = {}
        for layer in codebook.layers:
            self._layer(codebook, layer)

    def guid(self, path: Path) -> str:
        """The identity of the code at this path, which is in the tree from then on."""
        if path not in self._known:
            self._put(path)
        return self._known[path]

    def elements(self) -> list[Element]:
        """The topmost codes with all others under them."""
        etree = lxml()
        root = etree.Element("Codes")
        self._fill(root, self._root, ())
        return list(root)

    def _layer(self, codebook: Codebook, layer: Layer) -> None:
        self._node((layer.key,)).description = self._words(
            in_language(layer.label, self._language), in_language(layer.question, self._language)
        )
        for asked in _questions(codebook, layer):
            for code in codebook.codes_of(layer):
                self._put((*asked, code.key), self._code(code))
            if layer.answer == "text":
                self._put((*asked, IN_WORDS))
            for state in layer.states:
                self._put((*asked, state))
            if layer.takes_evidence != "no":
                self._put((*asked, ANY_CODE))

    def _code(self, code: Code) -> str:
        return self._words(
            in_language(code.label, self._language), in_language(code.definition, self._language)
        )

    def _words(self, label: str, more: str) -> str:
        return in_xml("\n".join(each for each in (label, more) if each))

    def _put(self, path: Path, description: str = "") -> None:
        node = self._node(path)
        node.is_codable = True
        node.description = description
        self._known[path] = uid_of("qda_code", *path)

    def _node(self, path: Path) -> _Node:
        node = self._root
        for name in path:
            node = node.under.setdefault(name, _Node())
        return node

    def _fill(self, parent: Element, node: _Node, path: Path) -> None:
        etree = lxml()
        for name, inner in node.under.items():
            at = (*path, name)
            element = etree.SubElement(
                parent,
                "Code",
                guid=uid_of("qda_code", *at),
                name=in_xml(name),
                isCodable="true" if inner.is_codable else "false",
            )
            if inner.description:
                etree.SubElement(element, "Description").text = inner.description
            self._fill(element, inner, at)


def _questions(codebook: Codebook, layer: Layer) -> Iterator[Path]:
    """What is asked in a layer: of each target, whose stance it is."""
    targets = [(each.key,) for each in codebook.targets_of(layer)] if layer.per_target else [()]
    holders = [(each.key,) for each in codebook.holders] if layer.holder else [()]
    for target in targets:
        for holder in holders:
            yield (layer.key, *target, *holder)
