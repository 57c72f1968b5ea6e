"""A codebook of REFI-QDA as the draft of one of ours, and the table of what its labels mean.

What a code counts as, is for people to say: each topmost code with others under it becomes a
question whose answers these are, the remaining ones are the answers to one more. Imports nothing
of the package but the codes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from annotator.formats.label_names import ANY_CODE, STATES
from annotator.formats.refi_qda.codebooks import QdaCode
from annotator.model import RESERVED_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_REST: Final = "codes"
_LONGEST_KEY: Final = 32
_LONGEST_LABEL: Final = 60
_LONGEST_DEFINITION: Final = 1_000
_NO_DEFINITION: Final = "(to be written: {name})"
_NO_KEY = re.compile("[^a-z0-9]+")


class _Question(Struct, frozen=True):
    """A question with the codes that answer it, each with its key."""

    key: str
    label: str
    codes: tuple[tuple[str, QdaCode], ...]


def draft_codebook(codes: Sequence[QdaCode], title: str, language: str) -> str:
    """The draft as TOML; what is to be decided stands in it as such."""
    lines = [
        "# A draft: say of each question what is asked, and write the definitions that lack.",
        "format = 1",
        "",
        "[codebook]",
        f"key = {_quoted(_key(title, 'draft', set()))}",
        'version = "0.1.0"',
        f"languages = [{_quoted(language)}]",
        f"title = {_quoted(_cut(title.strip(), _LONGEST_LABEL) or 'Draft')}",
    ]
    for question in _questions(codes):
        lines += ["", "[[layer]]", *_layer(question)]
        for key, code in question.codes:
            lines += ["", "[[layer.code]]", *_code(key, code)]
    return "\n".join(lines) + "\n"


def label_table(codes: Sequence[QdaCode]) -> str:
    """What the labels of a project with these codes mean in the draft, for `merge --map`."""
    tables: dict[str, list[str]] = {}
    for question in _questions(codes):
        for key, code in question.codes:
            meaning = f"{{ layer = {_quoted(question.key)}, code = {_quoted(key)} }}"
            above = "__".join(code.path[:-1])
            tables.setdefault(above, []).append(f"{_quoted(code.name)} = {meaning}")
    heads = {above: f"[questions.{_quoted(above)}]" if above else "[labels]" for above in tables}
    return "\n".join(
        "\n".join([heads[above], *dict.fromkeys(lines), ""]) for above, lines in tables.items()
    )


def _questions(codes: Sequence[QdaCode]) -> Iterator[_Question]:
    """Labels know codes by their names alone: those of one path are one code."""
    by_path = {code.path: code for code in reversed(codes)}
    known = [by_path[path] for path in dict.fromkeys(code.path for code in codes)]
    keys: set[str] = set()
    above = {code.path[0] for code in known if len(code.path) > 1}
    for name in (code.name for code in known if len(code.path) == 1 and code.name in above):
        under = [code for code in known if code.path[0] == name and len(code.path) > 1]
        if answers := [code for code in under if not _is_state(code)]:
            label = _cut(name, _LONGEST_LABEL)
            yield _Question(_key(name, "question", keys), label, tuple(_keyed(answers)))
    rest = [code for code in known if len(code.path) == 1 and code.name not in above]
    if rest:
        yield _Question(_key(_REST, _REST, keys), "Codes", tuple(_keyed(rest)))


def _is_state(code: QdaCode) -> bool:
    """Whether this is no code here, but one of the states that every question has."""
    return code.name in STATES or code.name == ANY_CODE


def _keyed(codes: Iterable[QdaCode]) -> Iterator[tuple[str, QdaCode]]:
    keys = set(RESERVED_CODES)
    for code in codes:
        yield _key(code.name, "code", keys), code


def _key(name: str, otherwise: str, taken: set[str]) -> str:
    """A key that is like the name, and none of those that are taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = _NO_KEY.sub("_", plain).strip("_")
    if not stem[:1].isalpha():
        stem = f"{otherwise}_{stem}".strip("_")
    key, number = stem[:_LONGEST_KEY], 1
    while key in taken:
        number += 1
        key = f"{stem[: _LONGEST_KEY - 5]}_{number}"
    taken.add(key)
    return key


def _layer(question: _Question) -> Iterator[str]:
    yield f"key = {_quoted(question.key)}"
    yield f"label = {_quoted(question.label.strip() or question.key)}"
    yield f"question = {_quoted(f'Which of these: {question.label}?')}"
    yield 'answer = "multiple"'
    yield 'unit = "paragraph"'


def _code(key: str, code: QdaCode) -> Iterator[str]:
    yield f"key = {_quoted(key)}"
    yield f"label = {_quoted(_cut(code.name, _LONGEST_LABEL).strip() or key)}"
    definition = code.description or _NO_DEFINITION.format(name=" › ".join(code.path))
    yield f"definition = {_quoted(_cut(definition, _LONGEST_DEFINITION))}"


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _quoted(words: str) -> str:
    """A string of TOML."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
