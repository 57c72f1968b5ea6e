"""The JSON Schema of a codebook file, made from the structs. May import the model.

A schema cannot say which texts are translations or what refers to what: a file that it takes may
still have mistakes, a file that it refuses has some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from annotator.codebook.limits import (
    COLOURS,
    KEY_PATTERN,
    LANGUAGE_PATTERN,
    MAX_ITEMS,
    MAX_LENGTH,
    MAX_TEXT_ANSWER,
    VERSION_PATTERN,
    Key,
    keys_of,
)
from annotator.model import About, Case, Code, Codebook, HolderType, Layer, Pair, Target, When

if TYPE_CHECKING:
    from msgspec import Struct

Schema = dict[str, object]

_TABLES = (About, Layer, Code, Case, When, Target, HolderType, Pair)
_KEY: Schema = {"type": "string", "pattern": f"^{KEY_PATTERN}$"}
_CHARACTER: Schema = {"type": "string", "minLength": 1, "maxLength": 1}
_TAG: Schema = {"type": "string", "pattern": f"^{LANGUAGE_PATTERN}$"}
_SPECIAL: dict[tuple[type[Struct], str], Schema] = {
    (Codebook, "format"): {"const": 1},
    (About, "version"): {"type": "string", "pattern": f"^{VERSION_PATTERN}$"},
    (About, "languages"): {
        "type": "array",
        "items": _TAG,
        "minItems": 1,
        "maxItems": MAX_ITEMS[About, "languages"],
        "uniqueItems": True,
    },
    (Layer, "none_shortcut"): _CHARACTER,
    (Layer, "max_length"): {"type": "integer", "minimum": 1, "maximum": MAX_TEXT_ANSWER},
    (Code, "shortcut"): _CHARACTER,
    (Code, "colour"): {"enum": list(COLOURS)},
    (Target, "shortcut"): _CHARACTER,
    (Pair, "codes"): {
        "type": "array",
        "items": _KEY,
        "minItems": 2,
        "maxItems": 2,
        "uniqueItems": True,
    },
}
# Words that are no keys of this file.
_FREE = frozenset({(About, "authors"), (About, "licence")})


def codebook_schema() -> Schema:
    """What a codebook file may say, as JSON Schema 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Annotator codebook, format 1",
        "description": "A codebook file is TOML; this describes what it says.",
        **_table(Codebook),
        "$defs": {table.__name__: _table(table) for table in _TABLES},
    }


def _table(table: type[Struct]) -> Schema:
    keys = keys_of(table)
    defaults = {field.encode_name: field.default for field in msgspec.structs.fields(table)}
    return {
        "type": "object",
        "properties": {name: _key(key, defaults[name]) for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.required],
        "additionalProperties": False,
    }


def _key(key: Key, default: object) -> Schema:
    schema = _SPECIAL.get(key.place) or _form(key)
    # An empty default says only that the key may be left out.
    if default in (msgspec.NODEFAULT, None, (), ""):
        return schema
    return {**schema, "default": list(default) if isinstance(default, tuple) else default}


def _form(key: Key) -> Schema:
    match key.form:
        case "text":
            return _by_language(_limited(key))
        case "texts":
            return _by_language(_list(key, _limited(key)))
        case "table":
            return {"$ref": f"#/$defs/{key.struct.__name__}"}
        case "tables":
            return _list(key, {"$ref": f"#/$defs/{key.struct.__name__}"})
        case "choice" | "choices" | "word" | "words":
            return _word(key)
        case _:
            return {"type": {"flag": "boolean", "whole": "integer"}.get(key.form, "number")}


def _word(key: Key) -> Schema:
    word: Schema = _KEY
    if key.options:
        word = {"enum": list(key.options)}
    elif key.place in _FREE:
        word = {"type": "string"}
    return word if key.form in ("word", "choice") else _list(key, word)


def _by_language(value: Schema) -> Schema:
    """A table by language, or the bare value where the codebook has one language."""
    table = {
        "type": "object",
        "propertyNames": _TAG,
        "additionalProperties": value,
        "minProperties": 1,
    }
    return {"anyOf": [value, table]}


def _limited(key: Key) -> Schema:
    limit = MAX_LENGTH.get(key.place)
    return {"type": "string"} | ({} if limit is None else {"maxLength": limit})


def _list(key: Key, entry: Schema) -> Schema:
    limit = MAX_ITEMS.get(key.place)
    return {"type": "array", "items": entry} | ({} if limit is None else {"maxItems": limit})
