"""The shape of a codebook file: its keys and the types of their values.

Each table is looked at on its own, so that one mistake does not hide another. What comes out can
always be converted: where a value cannot be used, something empty stands in its place and the
table is noted as broken. May import the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from annotator.codebook.languages import Languages, Texts
from annotator.codebook.limits import MAX_VALUE, MAY_REPEAT, Form, Key, keys_of
from annotator.codebook.mistakes import Spot, name_of, nearest, shortened
from annotator.model import Codebook

if TYPE_CHECKING:
    from msgspec import Struct

    from annotator.codebook.mistakes import Findings

Tree = dict[str, object]

# What is wrong and what to do, where the value has the wrong type.
_WRONG: dict[Form, tuple[str, str]] = {
    "word": ("{key} is not text in quotes", 'write {key} = "…"'),
    "flag": ("{key} is neither true nor false", "write true or false, without quotes"),
    "whole": ("{key} is not a whole number", "write it in digits, without quotes"),
    "number": ("{key} is not a number", "write it in digits, without quotes"),
    "words": ("{key} is not a list of words in quotes", 'write {key} = ["…", "…"]'),
    "choices": ("{key} is not a list of words in quotes", 'write {key} = ["…", "…"]'),
    "table": ("{key} is not a table", "write [{key}], and its keys below"),
    "tables": ("{key} is not a list of tables", "write [[{key}]] before each of them"),
}

_TYPES: dict[Form, type] = {
    "word": str,
    "choice": str,
    "flag": bool,
    "table": dict,
    "tables": list,
}


class Shapes:
    """One pass over a parsed file.

    `broken` holds the pointers of keys whose value could not be used; texts do not count, no rule
    hangs on them. `hollow` holds the pointers of tables that are none.
    """

    def __init__(self, findings: Findings, tree: Tree) -> None:
        self.findings = findings
        self.broken: set[str] = set()
        self.hollow: set[str] = set()
        self._texts = Texts(findings, Languages.of(tree))

    def tables(self, tree: Tree) -> Tree:
        """The whole file, in a form that converts to a Codebook."""
        return self._table(tree, Codebook, Spot())

    def _table(self, given: Tree, table: type[Struct], spot: Spot) -> Tree:
        known = self._known(given, keys_of(table), spot)
        result: Tree = {}
        for name, key in keys_of(table).items():
            if name in known:
                result[name] = self._value(known[name], key, spot)
            elif key.required:
                self._missing(key, spot)
                result[name] = _empty(key)
        return result

    # ---------------------------------------------------------------- keys

    def _known(self, given: Tree, keys: dict[str, Key], spot: Spot) -> Tree:
        """What was given, by valid key; a misspelt key counts as the one that it is near to."""
        known = {name: value for name, value in given.items() if name in keys}
        for name, value in given.items():
            if name in keys:
                continue
            meant = nearest(name, keys)
            if meant and meant not in known:
                known[meant] = value
                self.findings.rename(spot.at(meant), name)
            self._unknown(name, meant, keys, spot)
        return known

    def _unknown(self, name: str, near: str, keys: dict[str, Key], spot: Spot) -> None:
        remedy = "did you mean {nearest}?" if near else "take it out; the keys here are {keys}"
        self.findings.add(
            spot,
            "unknown-key",
            "there is no key {key} here",
            remedy,
            key=shortened(name),
            nearest=near,
            keys=", ".join(keys),
        )

    def _missing(self, key: Key, spot: Spot) -> None:
        remedy = {"table": "add the table [{key}]", "tables": "add a table [[{key}]]"}.get(
            key.form, "add {key} = …"
        )
        self.findings.add(spot, "missing-key", "{key} is missing", remedy, key=key.name)
        self._break(key, spot)

    def _wrong(self, key: Key, spot: Spot, what: str, remedy: str, **values: object) -> None:
        self.findings.add(spot, "wrong-type", what, remedy, key=key.name, **values)
        self._break(key, spot)

    def _break(self, key: Key, spot: Spot) -> None:
        if key.form not in ("text", "texts"):
            self.broken.add(spot.at(key.name).pointer)

    # ---------------------------------------------------------------- values

    def _value(self, given: object, key: Key, spot: Spot) -> object:
        if key.form == "text":
            return self._texts.text(given, key, spot)
        if key.form == "texts":
            return self._texts.texts(given, key, spot)
        if not _fits(given, key):
            self._wrong(key, spot, *_WRONG.get(key.form, _WRONG["word"]))
            return _empty(key)
        return self._fitting(given, key, spot)

    def _fitting(self, given: object, key: Key, spot: Spot) -> object:
        """The value of a key whose outer type is right."""
        if key.form == "table":
            return self._table(cast("Tree", given), key.struct, spot.at(key.name))
        if key.form == "tables":
            return self._list_of_tables(cast("list[object]", given), key, spot)
        if key.form in ("words", "choices"):
            return self._words(cast("list[str]", given), key, spot)
        if key.form == "choice":
            return self._choice(cast("str", given), key, spot)
        if key.form == "number":
            # Adding zero makes 0.0 of -0.0: equal codebooks must have equal hashes.
            return float(cast("float", given)) + 0.0
        return given

    def _list_of_tables(self, given: list[object], key: Key, spot: Spot) -> list[Tree]:
        self.findings.count(given, key, spot.at(key.name))
        result: list[Tree] = []
        for index, part in enumerate(given):
            here = spot.at(key.name, index)
            if isinstance(part, dict):
                result.append(self._table(part, key.struct, here.named(name_of(part))))
            else:
                self._wrong(key, spot, *_WRONG["tables"])
                self.hollow.add(here.pointer)
                result.append(_empty_table(key.struct))
        return result

    def _words(self, given: list[str], key: Key, spot: Spot) -> list[str]:
        self.findings.count(given, key, spot.at(key.name))
        seen: set[str] = set()
        for index, word in enumerate(given):
            if key.options and word not in key.options:
                self._not_an_option(word, key, spot)
                return []
            if word in seen and key.place not in MAY_REPEAT:
                self._twice(word, key, spot.at(key.name, index))
            seen.add(word)
        return given

    def _twice(self, word: str, key: Key, spot: Spot) -> None:
        self.findings.add(
            spot,
            "key-double",
            "{word} stands twice in {key}",
            "take one out",
            word=shortened(word),
            key=key.name,
        )

    def _choice(self, given: str, key: Key, spot: Spot) -> object:
        if given in key.options:
            return given
        self._not_an_option(given, key, spot)
        return _empty(key)

    def _not_an_option(self, given: str, key: Key, spot: Spot) -> None:
        near = nearest(given, key.options)
        self._wrong(
            key,
            spot,
            "{key} cannot be {given}",
            "did you mean {nearest}?" if near else "choose from {options}",
            given=shortened(given),
            nearest=near,
            options=", ".join(key.options),
        )


def _fits(given: object, key: Key) -> bool:
    """Whether a value has the type that the key wants, seen from outside."""
    match key.form:
        case "whole":
            return type(given) is int
        case "number":
            # False for infinity and what is no number.
            return type(given) in (int, float) and abs(cast("float", given)) < MAX_VALUE
        case "words" | "choices":
            return isinstance(given, list) and all(isinstance(part, str) for part in given)
        case _:
            return isinstance(given, _TYPES[key.form])


def _empty(key: Key) -> object:
    """What stands where nothing usable was given."""
    if key.form == "table":
        return _empty_table(key.struct)
    if key.form == "choice":
        return key.options[0]
    return {
        "text": {},
        "texts": {},
        "tables": [],
        "words": [],
        "choices": [],
        "word": "",
        "flag": False,
    }.get(key.form, 0)


def _empty_table(table: type[Struct]) -> Tree:
    return {name: _empty(key) for name, key in keys_of(table).items() if key.required}
