"""Texts by language: every declared language is there, and no other. May import the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from annotator.codebook.limits import MAX_LENGTH, ONE_LANGUAGE, PARALLEL, Key
from annotator.codebook.mistakes import shortened

if TYPE_CHECKING:
    from annotator.codebook.mistakes import Findings, Spot

_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "zh": "Chinese",
}


class Languages(Struct, frozen=True):
    """The declared languages in their order; none where the declaration itself is wrong."""

    tags: tuple[str, ...]

    @classmethod
    def of(cls, tree: dict[str, object]) -> Languages:
        """As the file declares them."""
        about = tree.get("codebook")
        tags = about.get("languages") if isinstance(about, dict) else None
        if isinstance(tags, list) and all(isinstance(tag, str) for tag in tags):
            return cls(tuple(dict.fromkeys(tags)))
        return cls(())


class Texts:
    """Reads localised texts and lists; notes what is wrong with them."""

    def __init__(self, findings: Findings, languages: Languages) -> None:
        self._findings = findings
        self._languages = languages.tags

    def text(self, given: object, key: Key, spot: Spot) -> dict[str, str]:
        """A text by language, in the codebook's order."""
        by_language = self._by_language(given, str, key, spot)
        if by_language is None:
            return {}
        here, by_name = spot.at(key.name), isinstance(given, dict)
        texts: dict[str, str] = {}
        for language, text in by_language.items():
            if isinstance(text, str):
                texts[language] = text
                self._length(text, key, here.at(language) if by_name else here)
            else:
                self._not_text(language, here)
        blank = {language for language, text in texts.items() if not text.strip()}
        self._all_there(by_language.keys() - blank, key, here)
        return texts

    def texts(self, given: object, key: Key, spot: Spot) -> dict[str, list[str]]:
        """A list of texts by language, in the codebook's order."""
        by_language = self._by_language(given, list, key, spot)
        if by_language is None:
            return {}
        here, by_name = spot.at(key.name), isinstance(given, dict)
        texts: dict[str, list[str]] = {}
        for language, items in by_language.items():
            if isinstance(items, list) and all(isinstance(item, str) for item in items):
                texts[language] = items
                self._items(items, key, here.at(language) if by_name else here)
            else:
                self._not_list(language, here)
        self._all_there(by_language.keys(), key, here)
        if key.place in PARALLEL:
            self._parallel(texts, here)
        return texts

    def _by_language(
        self, given: object, bare: type, key: Key, spot: Spot
    ) -> dict[str, object] | None:
        """The table by language; a bare value is one where the codebook has one language."""
        if isinstance(given, dict):
            table = cast("dict[str, object]", given)
            self._declared(table, spot.at(key.name))
            first = {name: table[name] for name in self._languages if name in table}
            return first | table
        if isinstance(given, bare) and len(self._languages) <= 1:
            return dict.fromkeys(self._languages, given) or None
        self._not_by_language(key, spot, bare)
        return None

    def _not_by_language(self, key: Key, spot: Spot, bare: type) -> None:
        value = '"…"' if bare is str else '["…"]'
        tags = self._languages if len(self._languages) > 1 else ()
        keys = [f"{key.name}.{tag} = {value}" for tag in tags] or [f"{key.name} = {value}"]
        self._findings.add(
            spot,
            "wrong-type",
            "{key} is not given as text by language"
            if bare is str
            else "{key} is not given as lists of texts by language",
            "write {keys}",
            key=key.name,
            keys=" and ".join(keys),
        )

    def _declared(self, table: dict[str, object], here: Spot) -> None:
        for tag in table:
            if self._languages and tag not in self._languages:
                self._findings.add(
                    here.at(tag),
                    "language-undeclared",
                    "{language} is none of the codebook's languages",
                    "take it out, or add it to languages and translate everything",
                    language=language_name(tag),
                )

    def _all_there(self, present: object, key: Key, here: Spot) -> None:
        """Note each declared language that is missing; one is enough for natural texts."""
        there = [tag for tag in self._languages if tag in cast("set[str]", present)]
        if key.place in ONE_LANGUAGE and there:
            return
        for tag in self._languages:
            if tag not in there:
                self._findings.add(
                    here,
                    "language-missing",
                    "the {language} text is missing",
                    "add {key}.{tag}",
                    language=language_name(tag),
                    key=key.name,
                    tag=tag,
                )

    def _parallel(self, texts: dict[str, list[str]], here: Spot) -> None:
        lengths = {tag: len(texts[tag]) for tag in self._languages if tag in texts}
        if len(set(lengths.values())) > 1:
            self._findings.add(
                here,
                "list-lengths",
                "the translations have different numbers of entries: {lengths}",
                "give each entry in every language, in the same order",
                lengths=", ".join(f"{tag} {count}" for tag, count in lengths.items()),
            )

    def _items(self, items: list[str], key: Key, here: Spot) -> None:
        self._findings.count(items, key, here)
        for index, item in enumerate(items):
            self._length(item, key, here.at(index))

    def _length(self, text: str, key: Key, here: Spot) -> None:
        limit = MAX_LENGTH.get(key.place)
        if limit is not None and len(text) > limit:
            self._findings.add(
                here,
                "too-long",
                "the text has {length} characters, at most {limit} are allowed",
                "shorten it",
                length=len(text),
                limit=limit,
            )

    def _not_text(self, tag: str, here: Spot) -> None:
        what = "{key} is not text in quotes"
        self._findings.add(here, "wrong-type", what, 'write {key} = "…"', key=shortened(tag))

    def _not_list(self, tag: str, here: Spot) -> None:
        what = "{key} is not a list of texts in quotes"
        self._findings.add(here, "wrong-type", what, 'write {key} = ["…", "…"]', key=shortened(tag))


def language_name(tag: str) -> str:
    """The English name of a common language, else the tag itself."""
    return _NAMES.get(tag.partition("-")[0].lower(), shortened(tag))
