"""What each key of a codebook may hold, and how much of it. May import the model."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Literal, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from annotator.model import About, Case, Code, Codebook, HolderType, Layer, Pair, Target

KEY_PATTERN = "[a-z][a-z0-9_]{0,31}"
VERSION_PATTERN = r"(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}"
LANGUAGE_PATTERN = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
# The names of Okabe and Ito's palette; what they look like on light and dark is the theme's.
COLOURS = (
    "black",
    "orange",
    "sky_blue",
    "bluish_green",
    "yellow",
    "blue",
    "vermillion",
    "reddish_purple",
)

MAX_BYTES = 1 << 20
MAX_TEXT_ANSWER = 5_000
# A value beyond this is a slip of the hand, and infinity is no place on a scale.
MAX_VALUE = 1e15

# Characters of one text; where the key holds a list, of one item of it.
MAX_LENGTH: dict[tuple[type[Struct], str], int] = {
    (About, "title"): 80,
    (About, "description"): 500,
    (About, "instructions"): 600,
    (Layer, "label"): 60,
    (Layer, "question"): 200,
    (Layer, "primary_question"): 200,
    (Layer, "none_label"): 60,
    (Code, "label"): 60,
    (Code, "definition"): 1_000,
    (Code, "include"): 300,
    (Code, "exclude"): 300,
    (Code, "examples"): 500,
    (Case, "text"): 500,
    (Case, "why"): 500,
    (Target, "label"): 60,
    (Target, "definition"): 1_000,
    (HolderType, "label"): 60,
    (HolderType, "definition"): 1_000,
    (Pair, "rule"): 1_000,
}
# Entries of one list; where the key is localised, of one language.
MAX_ITEMS: dict[tuple[type[Struct], str], int] = {
    (Codebook, "layer"): 24,
    (Codebook, "target"): 200,
    (Codebook, "holder"): 32,
    (Codebook, "pair"): 200,
    (About, "languages"): 12,
    (About, "instructions"): 40,
    (Layer, "code"): 64,
    (Code, "include"): 12,
    (Code, "exclude"): 12,
    (Code, "examples"): 12,
    (Code, "counterexample"): 12,
    (Pair, "case"): 12,
}
# Lists that are translations of each other, item by item.
PARALLEL = frozenset({(About, "instructions"), (Code, "include"), (Code, "exclude")})
# Lists of words that may repeat a word, or whose rule has a slug of its own.
MAY_REPEAT = frozenset({(About, "languages"), (About, "authors"), (Pair, "codes")})
# Texts of which one language is enough: they are natural texts, not translations.
ONE_LANGUAGE = frozenset({(Case, "text"), (Case, "why"), (Code, "examples")})

Form = Literal[
    "text",
    "texts",
    "table",
    "tables",
    "word",
    "words",
    "choice",
    "choices",
    "flag",
    "whole",
    "number",
]


class Key(Struct, frozen=True):
    """A key of a table and what it may hold. `options` and `table` only where the form has them."""

    name: str
    form: Form
    required: bool
    owner: type[Struct]
    options: tuple[str, ...] = ()
    table: type[Struct] | None = None

    @property
    def place(self) -> tuple[type[Struct], str]:
        """Where the limits of this key are found."""
        return (self.owner, self.name)

    @property
    def struct(self) -> type[Struct]:
        """What the table or the tables of this key are."""
        assert self.table is not None
        return self.table


@cache
def keys_of(table: type[Struct]) -> dict[str, Key]:
    """The keys of a table, by their name in the file, in the order of the guide."""
    return {field.encode_name: _key(table, field) for field in msgspec.structs.fields(table)}


_SIMPLE: dict[object, Form] = {
    str: "word",
    bool: "flag",
    int: "whole",
    float: "number",
    dict[str, str]: "text",
    dict[str, tuple[str, ...]]: "texts",
    tuple[str, ...]: "words",
}


def _key(owner: type[Struct], field: msgspec.structs.FieldInfo) -> Key:
    kind = field.type
    if get_origin(kind) in (Union, UnionType):
        kind = next(part for part in get_args(kind) if part is not type(None))
    inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
    if kind in _SIMPLE:
        return Key(field.encode_name, _SIMPLE[kind], field.required, owner)
    if get_origin(inner) is Literal:
        form: Form = "choice" if inner is kind else "choices"
        options = get_args(inner)
        # What was answered is a state like the others, and no way out of a question.
        if field.name == "states":
            options = tuple(option for option in options if option != "coded")
        return Key(field.encode_name, form, field.required, owner, options=options)
    form = "table" if inner is kind else "tables"
    return Key(field.encode_name, form, field.required, owner, table=inner)
