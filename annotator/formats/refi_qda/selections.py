"""An article's answers as selections of its text, each with the code that was given to it.

Imports the corpus, names of labels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from annotator.formats.by_unit import starts
from annotator.formats.label_names import ANY_CODE
from annotator.formats.refi_qda.code_tree import IN_WORDS
from annotator.formats.refi_qda.descriptions import MAIN, NOTE, ROUND, SURE, WORDS, described
from annotator.formats.refi_qda.xml_words import Element, in_xml, lxml
from annotator.model import uid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.corpus import CodedDocument
    from annotator.formats.jsonl import Record
    from annotator.formats.refi_qda.code_tree import CodeTree

Span = tuple[int, int]

# What a selection is called that stands for a paragraph, or the article, and marks no words.
WHOLE = re.compile(r"¶(?: \d+)?")
ARTICLE: Final = "¶"
_LONGEST_NAME: Final = 80
_CUT: Final = "…"


class Selections:
    """Writes answers into an article's element."""

    def __init__(self, source: Element, coded: CodedDocument, text: str, tree: CodeTree):
        self._source = source
        self._begins = starts(coded.paragraphs)
        self._lengths = [len(each.text) for each in coded.paragraphs]
        self._text = text
        self._tree = tree
        self._etree = lxml()
        self.n_unholdable = 0

    def answer(self, record: Record, *, of_rounds: bool) -> None:
        """A selection for each code and marked words of an answer."""
        question = [each for each in (record.layer, record.target, record.holder) if each]
        said = self._holdable(_said(record, of_rounds=of_rounds))
        for number, (code, span) in enumerate(_pieces(record)):
            start, end, name = self._place(record, span)
            guid = uid_of("qda_selection", record.uid, number)
            who = {
                "creatingUser": record.annotator_uid,
                "creationDateTime": f"{record.changed_at[:19]}Z",
            }
            element = self._etree.SubElement(
                self._source,
                "PlainTextSelection",
                guid=guid,
                name=name,
                startPosition=str(start),
                endPosition=str(end),
                **who,
            )
            if said and number == 0:
                self._etree.SubElement(element, "Description").text = said
            coding = self._etree.SubElement(
                element, "Coding", guid=uid_of("qda_coding", guid), **who
            )
            of = self._tree.guid((*question, code))
            self._etree.SubElement(coding, "CodeRef", targetGUID=of)

    def _place(self, record: Record, span: tuple[int | None, Span] | None) -> tuple[int, int, str]:
        """Where a selection stands, and what it is called."""
        if span is not None:
            paragraph, (start, end) = span
            begin = self._begins[paragraph or 0]
            return begin + start, begin + end, name_of(self._text[begin + start : begin + end])
        if record.paragraph is None:
            return 0, len(self._text), ARTICLE
        begin = self._begins[record.paragraph]
        end = begin + self._lengths[record.paragraph]
        return begin, end, f"{ARTICLE} {record.paragraph + 1}"

    def _holdable(self, words: str) -> str:
        found = in_xml(words)
        self.n_unholdable += found.count("\ufffd") - words.count("\ufffd")
        return found


def name_of(words: str) -> str:
    """What a selection of these words is called: they themselves, or how they begin."""
    cut = f"{words[:_LONGEST_NAME]}{_CUT}" if len(words) > _LONGEST_NAME else words
    return in_xml(cut)


def _pieces(record: Record) -> Iterator[tuple[str, tuple[int | None, Span] | None]]:
    """The codes of an answer, each with words marked for it, or None; then other marked words."""
    marked: dict[str | None, list[tuple[int | None, Span]]] = {}
    for words in record.evidence:
        of = words.paragraph if record.paragraph is None else record.paragraph
        marked.setdefault(words.code, []).append((of, (words.start, words.end)))
    for code in record.codes:
        yield from ((code, span) for span in marked.get(code, [None]))
    if record.state != "coded":
        yield record.state, None
    if record.value is not None:
        yield IN_WORDS, None
    yield from ((ANY_CODE, span) for span in marked.get(None, ()))


def _said(record: Record, *, of_rounds: bool) -> str:
    return described(
        {
            SURE: None if record.confidence is None else str(record.confidence),
            MAIN: record.primary,
            ROUND: record.round if of_rounds else None,
            WORDS: record.value,
            NOTE: record.note or None,
        }
    )
