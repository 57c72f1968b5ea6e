"""The reference answers to the seeds (`seeds/answers.toml`), typed. Read for the demo alone."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from annotator.resources import seeds_folder


class Stance(Struct, frozen=True, forbid_unknown_fields=True):
    """A position toward a target by a holder, with the words that show it."""

    target: str
    holder: str
    code: str
    words: str = ""


class ParagraphAnswers(Struct, frozen=True, forbid_unknown_fields=True):
    """What a careful reader answers to one paragraph; `number` counts from 1."""

    number: int
    frames: tuple[str, ...] = ()
    primary: str | None = None
    other: str = ""
    words: dict[str, str] = {}
    stances: tuple[Stance, ...] = ()
    hard: tuple[str, ...] = ()
    alternative_frames: tuple[str, ...] = ()


class WholeAnswers(Struct, frozen=True, forbid_unknown_fields=True):
    """What a careful reader answers to the whole article."""

    dominant_frame: str
    overall_stance: dict[str, str] = {}


class ArticleAnswers(Struct, frozen=True, forbid_unknown_fields=True):
    """The answers to one article."""

    file: str
    whole: WholeAnswers
    paragraphs: tuple[ParagraphAnswers, ...] = msgspec.field(name="paragraph")


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    articles: tuple[ArticleAnswers, ...] = msgspec.field(name="article")


def reference_answers() -> dict[str, ArticleAnswers]:
    """By file name."""
    text = (seeds_folder() / "answers.toml").read_bytes()
    return {article.file: article for article in msgspec.toml.decode(text, type=_File).articles}
