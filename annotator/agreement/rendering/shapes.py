"""Lines, boxes and words of a picture, in units of about a pixel. Imports nothing of ours."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

# How a shape is meant; a format gives it its look. "mark": a value that the field uses.
Role = Literal["axis", "mark", "band", "value", "bar", "cell"]


class Line(Struct, frozen=True):
    """From one point to another; `has_arrow`: it goes on beyond its end."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role
    has_arrow: bool = False


class Box(Struct, frozen=True):
    """A rectangle; `shade` from 0 (empty) to 1."""

    x: float
    y: float
    width: float
    height: float
    role: Role
    shade: float = 1.0


class Dot(Struct, frozen=True):
    """A point estimate."""

    x: float
    y: float


class Words(Struct, frozen=True):
    """Text whose start, middle or end stands at `x`; `y` is its base line."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"


Shape = Line | Box | Dot | Words


class Drawing(Struct, frozen=True):
    """A picture of this size."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
