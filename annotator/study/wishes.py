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


class Wish(Struct, frozen=True):
    """How to write.

    `text`: with texts or without; None is what the format does of itself. `target` and `numbers`
    are for wide tables: toward what, and values of a scale instead of its codes. `is_public`: new
    numbers for annotators, nothing that tells them apart. `for_spreadsheets` makes cells harmless
    that a spreadsheet would compute.
    """

    form: str = "jsonl"
    by: By = "answer"
    is_final: bool = False
    text: bool | None = None
    target: str | None = None
    numbers: bool = False
    is_public: bool = False
    for_spreadsheets: bool = False

    @property
    def is_table(self) -> bool:
        """Whether rows hold final answers, and no text."""
        return self.by == "document" or self.is_final

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
        if (self.target or self.numbers) and self.form != "csv-wide":
            raise AnnotatorError("--target and --numbers are for --format csv-wide")
        if self.for_spreadsheets and self.form not in {"csv", "csv-wide"}:
            raise AnnotatorError("--spreadsheet is for --format csv and csv-wide")
        self._check_text()

    @property
    def _shape(self) -> tuple[str, str, bool]:
        return self.form, self.by, self.is_final

    def _check_text(self) -> None:
        has_none = self.is_table or self.form == "csv-wide"
        if self.text is not None and (has_none or self.form not in _TEXT_OR_NOT):
            raise AnnotatorError(
                "{form} does not leave the choice of --text or --no-text",
                remedy="leave the option out",
                form=FORMATS[self.form].label,
            )
        if self.is_public and self.text is None and not has_none and self.form in _TEXT_OR_NOT:
            raise AnnotatorError(
                "--public does not choose whether texts go out: most are under copyright",
                remedy="say --text or --no-text",
            )
