"""A mistake in a codebook file: where it is, what is wrong, what to do. May import errors, model.

Templates are English sentences for `str.format`, literal where they are used, so that the window
can translate them; the command line prints `str(mistake)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from annotator.codebook.limits import MAX_ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.codebook.limits import Key

_WITHIN = " \u203a "

# Every slug that a mistake can have, in the order of the author's guide.
MISTAKE_SLUGS = (
    "toml-syntax",
    "format-unknown",
    "unknown-key",
    "missing-key",
    "wrong-type",
    "key-form",
    "key-reserved",
    "key-double",
    "language-missing",
    "language-undeclared",
    "list-lengths",
    "too-long",
    "too-many",
    "shortcut-form",
    "shortcut-reserved",
    "shortcut-clash",
    "colour-unknown",
    "colour-double",
    "value-missing",
    "value-forbidden",
    "value-order",
    "codes-too-few",
    "codes-both",
    "codes-from-chain",
    "unknown-reference",
    "when-later",
    "when-unit",
    "when-kinds",
    "targets-missing",
    "holder-missing",
    "holder-default",
    "not-for-this-answer",
    "states-empty",
    "none-not-allowed",
    "pair-double",
    "pair-not-two",
    "version-form",
    "retired-replaced",
)
WARNING_SLUGS = (
    "no-cannot-tell",
    "examples-one-language",
    "equal-labels",
    "equal-definitions",
    "many-targets",
)


class Mistake(Struct, frozen=True):
    """One thing that is wrong, or that is worth a second look (`warning`).

    `pointer` is an RFC 6901 JSON pointer into the parsed file, `names` what people call the place.
    """

    pointer: str
    names: str
    slug: str
    template: str
    remedy: str
    values: dict[str, object]
    warning: bool = False

    def __str__(self) -> str:
        names = f"({self.names})" if self.names else ""
        where = " ".join(part for part in (self.pointer, names) if part)
        what = self.template.format(**self.values)
        remedy = self.remedy.format(**self.values)
        stop = "" if remedy.endswith("?") else "."
        return f"{where}{': ' if where else ''}{what}; {remedy}{stop} [{self.slug}]"


class Spot(Struct, frozen=True):
    """A place in the file: its pointer, and the keys on the way to it."""

    pointer: str = ""
    names: str = ""

    def at(self, *tokens: str | int) -> Spot:
        """A place further in, under the same name."""
        steps = [_token(str(token)) for token in tokens]
        return Spot("/".join([self.pointer, *steps]), self.names)

    def named(self, name: str) -> Spot:
        """The same place, with one more name."""
        return Spot(self.pointer, _WITHIN.join(part for part in (self.names, name) if part))


class Findings:
    """The mistakes found so far; `renamed` holds pointers of keys that the file misspells."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self.renamed: dict[str, str] = {}

    def add(self, spot: Spot, slug: str, what: str, remedy: str, **values: object) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(spot.pointer, spot.names, slug, what, remedy, values))

    def warn(self, spot: Spot, slug: str, what: str, remedy: str, **values: object) -> None:
        """Note something that is allowed, and seldom meant."""
        self.mistakes.append(Mistake(spot.pointer, spot.names, slug, what, remedy, values, True))

    def rename(self, spot: Spot, written: str) -> None:
        """Remember that the key at this spot is spelt another way in the file."""
        self.renamed[spot.pointer] = _token(written)

    def count(self, entries: Sequence[object], key: Key, spot: Spot) -> None:
        """Note a list with more entries than its key may have."""
        limit = MAX_ITEMS.get(key.place)
        if limit is not None and len(entries) > limit:
            self.add(
                spot,
                "too-many",
                "there are {count} entries, at most {limit} are allowed",
                "take out {excess}",
                count=len(entries),
                limit=limit,
                excess=len(entries) - limit,
            )

    def take(self, tree: Mapping[str, object]) -> list[Mistake]:
        """The mistakes as they come in the file, those of one place as found; then none is left."""
        written = [
            replace(mistake, pointer=self._as_written(mistake.pointer)) for mistake in self.mistakes
        ]
        self.mistakes.clear()
        return sorted(written, key=lambda mistake: _position(tree, mistake.pointer))

    def _as_written(self, pointer: str) -> str:
        """The pointer with the keys that the file really has."""
        meant = written = ""
        for token in pointer.split("/")[1:]:
            meant = f"{meant}/{token}"
            written = f"{written}/{self.renamed.get(meant, token)}"
        return written


def _token(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _position(tree: Mapping[str, object], pointer: str) -> list[int]:
    """The pointer as a list of positions, which sorts in the order of the file."""
    position: list[int] = []
    node: object = tree
    for step in pointer.split("/")[1:]:
        token = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list):
            position.append(int(token))
            node = node[int(token)]
        else:
            table = cast("dict[str, object]", node)
            position.append(list(table).index(token) if token in table else -1)
            node = table.get(token, {})
    return position


def nearest(name: str, options: Iterable[str]) -> str:
    """The option that this name was probably meant to be; empty if none is near."""
    # Longer than any key: the search is quadratic, and a file can hold a word of a megabyte.
    if len(name) > 64:
        return ""
    from difflib import get_close_matches  # slow, and a project opens without it

    return next(iter(get_close_matches(name, list(options), 1)), "")


def shortened(word: str) -> str:
    """The word as it can be shown in a line."""
    return word if len(word) <= 40 else f"{word[:39]}…"


def name_of(table: Mapping[str, object]) -> str:
    """How people call a table in a list."""
    key, layer, codes = table.get("key"), table.get("layer"), table.get("codes")
    if isinstance(key, str):
        return shortened(key)
    if isinstance(layer, str) and isinstance(codes, list):
        words = " | ".join(code for code in codes if isinstance(code, str))
        return f"{shortened(layer)}: {shortened(words)}"
    return ""
