"""How answers are to leave: in which format and shape, with or without texts and names.

May import formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from annotator.errors import AnnotatorError
from annotator.formats import paragraphs, tables
from annotator.formats.catalogue import FORMATS

if TYPE_CHECKING:
    from types import ModuleType

By = Literal["answer", "paragraph", "document"]
# Which formats have a row a paragraph, or an article; and with all answers or a final one.
_SHAPES = {
    ("jsonl", "paragraph", False),
    ("parquet", "paragraph", False),
    ("csv", "paragraph", True),
    ("parquet", "paragraph", True),
    ("csv", "document", False),
    ("parquet", "document", False),
}
_TEXT_OR_NOT = frozenset({"jsonl", "csv", "parquet", "hf"})
_TEXT_OF_ITSELF = frozenset({"jsonl", "hf"})
_FOR_SPREADSHEETS = frozenset({"csv", "csv-wide"})
_ONE_QUESTION = frozenset({"csv-wide"})


def shapes_of(form: str) -> list[tuple[By, bool]]:
    """What a row of this format can be, and whether it has the final answer instead of all."""
    shapes: list[tuple[By, bool]] = [("answer", False)]
    every: list[tuple[By, bool]] = [("paragraph", False), ("paragraph", True), ("document", False)]
    return shapes + [each for each in every if (form, *each) in _SHAPES]


class Wish(Struct, frozen=True):
    """How to write.

    `text`: with texts or without; None is what the format does of itself. `target` and `numbers`
    are for wide tables: toward what, and values of a scale instead of its codes; `holder` too: of
    which type of holder alone. `is_public`: new
    numbers for annotators, nothing that tells them apart. `for_spreadsheets` makes cells harmless
    that a spreadsheet would compute.
    """

    form: str = "jsonl"
    by: By = "answer"
    is_final: bool = False
    text: bool | None = None
    target: str | None = None
    holder: str | None = None
    numbers: bool = False
    is_public: bool = False
    for_spreadsheets: bool = False

    @property
    def is_table(self) -> bool:
        """Whether rows hold final answers, and no text."""
        return self.by == "document" or self.is_final

    @property
    def has_one_question(self) -> bool:
        """Whether the file is about one question, which has to be named."""
        return self.form in _ONE_QUESTION

    @property
    def can_leave_texts_out(self) -> bool:
        """Whether somebody may say that texts go out, or stay."""
        return self.form in _TEXT_OR_NOT and not self.is_table

    @property
    def has_text(self) -> bool:
        """Whether texts go out, where that can be said; what the format does if nobody says."""
        return self.form in _TEXT_OF_ITSELF if self.text is None else self.text

    @property
    def can_be_for_spreadsheets(self) -> bool:
        """Whether a spreadsheet may open the file."""
        return self.form in _FOR_SPREADSHEETS

    @property
    def compares(self) -> bool:
        """Whether the answers of several people are put together: shares, majority, agreement."""
        return self.by != "answer" or self.is_final or self.form == "hf"

    @property
    def module(self) -> ModuleType:
        """Whose KEEPS and LOSES are those of the file."""
        if self.is_table:
            return tables
        return paragraphs if self.by == "paragraph" else FORMATS[self.form].load()

    def check(self) -> None:
        """Raise AnnotatorError for what does not go together."""
        if (self.by != "answer" or self.is_final) and self._shape not in _SHAPES:
            raise AnnotatorError(
                "{form} has no such table",
                remedy="there are: jsonl and parquet --by paragraph; csv and parquet"
                " --by paragraph --final; csv and parquet --by document",
                form=FORMATS[self.form].label,
            )
        if (self.target or self.holder or self.numbers) and not self.has_one_question:
            raise AnnotatorError("--target, --holder and --numbers are for --format csv-wide")
        if self.for_spreadsheets and not self.can_be_for_spreadsheets:
            raise AnnotatorError("--spreadsheet is for --format csv and csv-wide")
        if self.is_public and self.form == "bundle":
            raise AnnotatorError(
                "a bundle is the whole project, with all that tells annotators apart",
                remedy="choose another format for what is to be published",
            )
        self._check_text()

    @property
    def _shape(self) -> tuple[str, str, bool]:
        return self.form, self.by, self.is_final

    def _check_text(self) -> None:
        if self.text is not None and not self.can_leave_texts_out:
            raise AnnotatorError(
                "{form} does not leave the choice of --text or --no-text",
                remedy="leave the option out",
                form=FORMATS[self.form].label,
            )
        if self.is_public and self.text is None and self.can_leave_texts_out:
            raise AnnotatorError(
                "--public does not choose whether texts go out: most are under copyright",
                remedy="say --text or --no-text",
            )
