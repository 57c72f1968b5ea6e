"""An open article as rows on one long sheet: how high each is, where it stands, what is in it.

Imports the session and the parts of a row. Only rows in view are laid out; the heights of the
others are estimated from their length and corrected when they come into view.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFontMetricsF

from annotator.ui.article.columns import Columns, columns
from annotator.ui.article.evidence import FREE_LEVELS, PITCH, Underline, n_levels, stacked
from annotator.ui.article.heights import Heights
from annotator.ui.article.instructions import InstructionBox
from annotator.ui.article.kinds import DRESSES, Dress, font_of
from annotator.ui.article.layouts import LEADING, Recent, TextBlock
from annotator.ui.article.margin import Margin
from annotator.ui.article.whole import WholeArticle

if TYPE_CHECKING:
    from annotator.model import Paragraph
    from annotator.session import Session
    from annotator.session.views import UnitView

# Lower-case letters as often as in English and Italian prose, with their spaces.
_SAMPLE = "the ministry will clear no shipment that could end up with a neighbour la prima di sera "
_WHOLE = Dress(above=1.0)


@dataclass(frozen=True)
class Setting:
    """What decides a sheet besides its text."""

    viewport_width: int
    size_px: int
    characters: int
    is_reading_only: bool


class Row(NamedTuple):
    """One paragraph, or the stop *Whole article*, ready to be drawn.

    `indent` and `text_top` say where the text stands in the row, `margin_top` the margin.
    """

    unit: UnitView
    dress: Dress
    block: TextBlock | None
    whole: WholeArticle | None
    margin: Margin | None
    underlines: tuple[Underline, ...]
    indent: float
    text_top: float
    margin_top: float
    height: int


class Sheet:
    """The rows of the session's article at one setting."""

    def __init__(self, session: Session, setting: Setting) -> None:
        self.session = session
        self.setting = setting
        self.size_px = setting.size_px
        self.character = QFontMetricsF(font_of(Dress(), setting.size_px)).horizontalAdvance(
            _SAMPLE
        ) / len(_SAMPLE)
        self.columns: Columns = columns(
            setting.viewport_width,
            line_width=round(setting.characters * self.character),
            size_px=setting.size_px,
            has_margin=not setting.is_reading_only,
        )
        self.pad = round(self.size_px * 0.5)
        self._rows: Recent[int, Row] = Recent()
        self._heights = Heights(self._estimates())
        self._is_measured = bytearray(len(self._heights))
        self.box: InstructionBox | None = None
        self.head = 0
        self.put_instructions()

    # -------------------------------------------------------------- where

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of everything."""
        return self.head + self._heights.total + self.size_px * 3

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self.head + self._heights.top(row)

    def height(self, row: int) -> int:
        """A row's height, measured or estimated."""
        return self._heights[row]

    def row_at(self, y: int) -> int:
        """The row that covers this pixel; the nearest above and below them all."""
        return self._heights.row_at(y - self.head)

    def is_measured(self, row: int) -> bool:
        """Whether the row's height is more than an estimate."""
        return bool(self._is_measured[row])

    # -------------------------------------------------------------- what

    def row(self, number: int) -> Row:
        """The row, laid out."""
        return self._rows.get(number, lambda: self._make(number))

    def measure(self, number: int) -> int:
        """Lay the row out if need be; returns by how much it is higher than was thought."""
        if self._is_measured[number]:
            return 0
        self._is_measured[number] = 1
        return self._heights.set(number, self.row(number).height)

    def forget(self, number: int) -> None:
        """The row has changed: it is made anew when next wanted."""
        self._rows.drop(number)
        self._is_measured[number] = 0

    def put_instructions(self) -> int:
        """Show or take away the first instructions; returns by how much the head grew."""
        before = self.head
        sentences = () if self.setting.is_reading_only else self.session.first_instructions
        self.box = None
        self.head = round(self.size_px * 1.2)
        if sentences:
            width = self.columns.text_width
            self.box = InstructionBox(sentences, width=width, size_px=self.size_px)
            self.head += round(self.box.height + self.size_px)
        return self.head - before

    # -------------------------------------------------------------- making

    def _make(self, number: int) -> Row:
        unit = self.session.unit(number)
        margin = None
        if not self.setting.is_reading_only:
            margin = Margin(unit, width=self.columns.margin_width, size_px=self.size_px)
        if unit.kind is None:
            return self._whole_row(unit, margin)
        dress = DRESSES[unit.kind]
        underlines = () if self.setting.is_reading_only else stacked(unit.evidence)
        block = self._block(unit.text, dress, underlines)
        text_top = self.pad + dress.above * self.size_px
        middle = block.first_baseline - self.size_px * 0.3
        return self._row(
            unit,
            dress,
            margin,
            block=block,
            underlines=underlines,
            text_top=text_top,
            middle=middle,
        )

    def _block(self, text: str, dress: Dress, underlines: tuple[Underline, ...]) -> TextBlock:
        more = max(n_levels(underlines) - FREE_LEVELS, 0) * PITCH
        width = self.columns.text_width - dress.indent * self.size_px
        return TextBlock(text, font_of(dress, self.size_px), width=width, extra_leading=more)

    def _whole_row(self, unit: UnitView, margin: Margin | None) -> Row:
        whole = WholeArticle(self.session, width=self.columns.text_width, size_px=self.size_px)
        return self._row(
            unit,
            _WHOLE,
            margin,
            whole=whole,
            text_top=self.pad + _WHOLE.above * self.size_px,
            middle=whole.first_middle,
        )

    def _row(  # noqa: PLR0913 - the parts of one row, keyword-only
        self,
        unit: UnitView,
        dress: Dress,
        margin: Margin | None,
        *,
        text_top: float,
        middle: float,
        block: TextBlock | None = None,
        whole: WholeArticle | None = None,
        underlines: tuple[Underline, ...] = (),
    ) -> Row:
        content = block or whole
        assert content
        margin_top = text_top + (margin.top(middle) if margin else 0.0)
        bottom = max(text_top + content.height, margin_top + (margin.height if margin else 0.0))
        return Row(
            unit=unit,
            dress=dress,
            block=block,
            whole=whole,
            margin=margin,
            underlines=underlines,
            indent=0.0 if block and block.is_rtl else dress.indent * self.size_px,
            text_top=text_top,
            margin_top=margin_top,
            height=round(bottom + self.pad),
        )

    def _estimates(self) -> list[int]:
        """A height for every row from its length alone: 100,000 rows in a few hundredths of a s."""
        shapes = {kind: self._shape(dress) for kind, dress in DRESSES.items()}
        heights = [self._estimate(p, *shapes[p.kind]) for p in self.session.paragraphs]
        if self.session.n_stops > len(heights):
            heights.append(self.size_px * 6)
        return heights

    def _shape(self, dress: Dress) -> tuple[int, int, int]:
        """Characters a line, height of a line, height of what is around them."""
        width = self.columns.text_width - dress.indent * self.size_px
        per_line = max(int(width / (self.character * dress.scale)), 1)
        line = round(round(self.size_px * dress.scale) * LEADING)
        return per_line, line, round(2 * self.pad + dress.above * self.size_px)

    @staticmethod
    def _estimate(paragraph: Paragraph, per_line: int, line: int, around: int) -> int:
        return around + line * (-(-len(paragraph.text) // per_line) or 1)
