"""Where the columns of the article stand: number, text, margin. Pure arithmetic, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

# Pixels at a text size of 18; all grow with it, the margin half as much.
_EDGE = 10
_NUMBER = 30
_GAP = 15
_MARGIN, _MARGIN_LEAST = 210, 104
_TEXT_LEAST = 160
_SIZE = 18


@dataclass(frozen=True)
class Columns:
    """Left edges and widths in pixels of the viewport."""

    number_right: int
    text_left: int
    text_width: int
    margin_left: int
    margin_width: int

    @property
    def text_right(self) -> int:
        """Where the text column ends."""
        return self.text_left + self.text_width


def columns(
    viewport_width: int, *, line_width: int, size_px: int, has_margin: bool = True
) -> Columns:
    """Share out the width: the margin gives way before the text does; the rest stays at both sides.

    Args:
        viewport_width: pixels to share out.
        line_width: pixels that the text would like.
        size_px: the text's size; edges and margin grow with it.
        has_margin: False while only reading.
    """
    grow = size_px / _SIZE
    edge, number, gap = round(_EDGE * grow), round(_NUMBER * grow), round(_GAP * grow)
    fixed = edge + number + gap + edge
    room = max(viewport_width - fixed, _TEXT_LEAST)
    margin = 0
    if has_margin:
        room = max(room - gap, _TEXT_LEAST)
        slower = (1 + grow) / 2
        wish, least = round(_MARGIN * slower), round(_MARGIN_LEAST * slower)
        margin = min(wish, max(room - line_width, least, 0), max(room - _TEXT_LEAST, 0))
    text = min(line_width, room - margin)
    used = fixed + text + (gap + margin if has_margin else 0)
    start = max((viewport_width - used) // 2, 0)
    text_left = start + edge + number + gap
    return Columns(
        number_right=start + edge + number,
        text_left=text_left,
        text_width=text,
        margin_left=text_left + text + gap,
        margin_width=margin,
    )
