"""Writes QDPX: a ZIP file with a text an article, and project.qde, which says the rest.

Imports the corpus. Selections are kept in a temporary file until all codes and variables are
known, which must stand before them: one article is in memory at a time.
"""

from __future__ import annotations

import shutil
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator import __version__
from annotator.formats.by_unit import article_facts
from annotator.formats.losses import REVISIONS, TIME_SPENT, Losses
from annotator.formats.refi_qda.code_tree import CodeTree
from annotator.formats.refi_qda.selections import Selections
from annotator.formats.refi_qda.xml_words import Element, in_xml, lxml
from annotator.formats.written import Written
from annotator.model import canonical_text, uid_of
from annotator.text.qdpx_parts import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from annotator.formats.corpus import CodedDocument, Corpus

NAMESPACE: Final = "urn:QDA-XML:project:1.0"
_UNHOLDABLE: Final = "characters that XML cannot hold"
_TOLD_EVERY: Final = 10_000


def write(corpus: Corpus, out: BinaryIO, told: Callable[[int], None] | None = None) -> Written:
    """Write every article with its answers.

    Raises:
        Unavailable: lxml is not installed.
    """
    lxml()
    n = reported = 0
    with ZipFile(out, "w") as packed, TemporaryFile() as sources:
        project = _Project(corpus)
        for coded in corpus.documents:
            text = canonical_text([paragraph.text for paragraph in coded.paragraphs])
            packed.writestr(_member(f"sources/{coded.document.uid}.txt"), text)
            sources.write(project.source(coded, text))
            n += len(coded.records)
            if told is not None and n - reported >= _TOLD_EVERY:
                told(n)
                reported = n
        sources.seek(0)
        with packed.open(_member(PROJECT), "w", force_zip64=True) as qde:
            project.write(qde, sources)
    return Written(n, project.losses.lost)


def _member(name: str) -> ZipInfo:
    """A file of the archive; without a time of day, so that the same project gives same bytes."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


class _Project:
    """Makes project.qde, source by source; remembers what must stand before them."""

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self._etree = lxml()
        self._tree = CodeTree(corpus.codebook)
        self._variables: dict[str, str] = {}
        self._rounds: dict[str, list[str]] = {}
        self._n_sources = 0
        self.losses = Losses(REVISIONS, TIME_SPENT)

    def source(self, coded: CodedDocument, text: str) -> bytes:
        """An article's element; its namespace is that of what it is put into."""
        uid = coded.document.uid
        self._n_sources += 1
        element = self._etree.Element(
            "TextSource",
            guid=uid,
            name=in_xml(coded.document.title),
            plainTextPath=f"internal://{uid}.txt",
        )
        selections = Selections(element, coded, text, self._tree)
        for record in coded.records:
            self.losses.see(record)
            selections.answer(record, of_rounds=len(self._corpus.rounds) > 1)
        for key in dict.fromkeys(record.round for record in coded.records):
            self._rounds.setdefault(key, []).append(uid)
        if selections.n_unholdable:
            self.losses.add(_UNHOLDABLE, selections.n_unholdable)
        for name, words in article_facts(coded).items():
            self._value(element, name, words)
        found: bytes = self._etree.tostring(element, encoding="utf-8")
        return found + b"\n"

    def _value(self, source: Element, name: str, words: str) -> None:
        guid = self._variables.setdefault(name, uid_of("qda_variable", name))
        value = self._etree.SubElement(source, "VariableValue")
        self._etree.SubElement(value, "VariableRef", targetGUID=guid)
        self._etree.SubElement(value, "TextValue").text = in_xml(words)

    def write(self, out: IO[bytes], sources: IO[bytes]) -> None:
        """The whole file, with the elements of the sources where they belong."""
        about = {"name": in_xml(self._corpus.title), "origin": f"Annotator {__version__}"}
        with self._etree.xmlfile(out, encoding="utf-8") as file:
            file.write_declaration()
            with file.element("Project", about, nsmap={None: NAMESPACE}):
                for part in (self._users(), self._codebook(), self._list_of_variables()):
                    if len(part):
                        file.write(part)
                if self._n_sources:
                    with file.element("Sources"):
                        file.flush()
                        shutil.copyfileobj(sources, out)
                if len(self._corpus.rounds) > 1 and self._rounds:
                    file.write(self._sets())

    def _users(self) -> Element:
        users = self._etree.Element("Users")
        for each in self._corpus.annotators:
            self._etree.SubElement(users, "User", guid=each.uid, name=in_xml(each.key))
        return users

    def _codebook(self) -> Element:
        codebook = self._etree.Element("CodeBook")
        self._etree.SubElement(codebook, "Codes").extend(self._tree.elements())
        return codebook

    def _list_of_variables(self) -> Element:
        variables = self._etree.Element("Variables")
        for name, guid in self._variables.items():
            self._etree.SubElement(
                variables, "Variable", guid=guid, name=in_xml(name), typeOfVariable="Text"
            )
        return variables

    def _sets(self) -> Element:
        """A set for each round: the articles that were answered in it."""
        sets = self._etree.Element("Sets")
        for key, uids in self._rounds.items():
            each: Any = self._etree.SubElement(
                sets, "Set", guid=uid_of("qda_round", key), name=f"round {in_xml(key)}"
            )
            for uid in uids:
                self._etree.SubElement(each, "MemberSource", targetGUID=uid)
        return sets
