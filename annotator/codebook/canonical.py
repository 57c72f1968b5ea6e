"""The one way to write a codebook, on which its hash stands, and the way back.

Knows the structs of `annotator.model` and nothing of files. A project opens through here, so
nothing slow may be imported.
"""

from __future__ import annotations

from functools import cache
from typing import cast

import msgspec

from annotator.model import Codebook, sha256_hex


def canonical_json(codebook: Codebook) -> bytes:
    """The codebook as JSON with sorted keys, no spaces and no defaults, in UTF-8. Lossless."""
    return msgspec.json.encode(_plain(codebook), order="sorted")


def codebook_sha256(codebook: Codebook) -> str:
    """The identity of what a codebook says: comments and layout of its file do not count."""
    return sha256_hex(canonical_json(codebook))


def from_canonical_json(body: bytes | str) -> Codebook:
    """The codebook that was written by `canonical_json`; its rules are not checked again."""
    codebook = _decoder().decode(body)
    languages = codebook.about.languages
    if list(languages) != sorted(languages):
        _order_languages(codebook, languages)
    return codebook


@cache
def _decoder() -> msgspec.json.Decoder[Codebook]:
    return msgspec.json.Decoder(Codebook)


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, str, object], ...]:
    """Name, name in the file and default of each field."""
    return tuple(
        (field.name, field.encode_name, _default(field)) for field in msgspec.structs.fields(kind)
    )


def _default(field: msgspec.structs.FieldInfo) -> object:
    make = field.default_factory
    return field.default if make is msgspec.NODEFAULT else make()


def _plain(value: object) -> object:
    """Structs as dicts without what equals its default.

    msgspec's own `omit_defaults` compares by identity: a default that is written out in the file
    would make another hash.
    """
    if isinstance(value, msgspec.Struct):
        return {
            written: _plain(part)
            for name, written, default in _fields(type(value))
            if (part := getattr(value, name)) != default
        }
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _order_languages(value: object, languages: tuple[str, ...]) -> None:
    """Put the codebook's first language first again, in place: it is the fallback."""
    if isinstance(value, dict):
        texts = cast("dict[str, object]", value)
        for language in languages:
            if language in texts:
                texts[language] = texts.pop(language)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            _order_languages(getattr(value, name), languages)
    elif isinstance(value, tuple):
        for part in value:
            _order_languages(part, languages)
