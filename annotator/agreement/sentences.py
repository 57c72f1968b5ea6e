"""The sentences of a report by language, and how a number of things is said.

They explain and do not judge. Imports only the languages.
"""

from __future__ import annotations

from annotator.agreement import english, italian

_LANGUAGES = {"en": english, "it": italian}
ByLanguage = dict[str, dict[str, str]]

COEFFICIENTS: ByLanguage = {key: language.COEFFICIENTS for key, language in _LANGUAGES.items()}
SHORT: ByLanguage = {key: language.SHORT for key, language in _LANGUAGES.items()}
MEANINGS: ByLanguage = {key: language.MEANINGS for key, language in _LANGUAGES.items()}
DISTANCES: ByLanguage = {key: language.DISTANCES for key, language in _LANGUAGES.items()}
STEPS: dict[str, dict[str | None, str]] = {
    key: language.STEPS for key, language in _LANGUAGES.items()
}
STEP_NAMES: dict[str, dict[str | None, str]] = {
    key: language.STEP_NAMES for key, language in _LANGUAGES.items()
}
NOUNS: ByLanguage = {key: language.NOUNS for key, language in _LANGUAGES.items()}
SENTENCES: ByLanguage = {key: language.SENTENCES for key, language in _LANGUAGES.items()}
REASONS: ByLanguage = {key: language.REASONS for key, language in _LANGUAGES.items()}
CAUTIONS: ByLanguage = {key: language.CAUTIONS for key, language in _LANGUAGES.items()}
REMARKS: ByLanguage = {key: language.REMARKS for key, language in _LANGUAGES.items()}


def coefficient_key(name: str) -> str:
    """The name under which the words of a coefficient stand: `weighted-kappa` has no hyphen."""
    return name.replace("-", "_")


def counted(words: dict[str, str], key: str, n: int) -> str:
    """The sentence of this name for so many: English and Italian say one thing otherwise."""
    return words.get(f"{key}_one", words[key]) if n == 1 else words[key]


def amount(noun: str, n: int, language: str) -> str:
    """So many of something: “412 paragraphs”, “one paragraph”."""
    return counted(NOUNS[language], noun, n).format(n=whole(n, language))


def spelled(noun: str, n: int, language: str) -> str:
    """So many of something where a sentence begins: “Three annotators”."""
    words: tuple[str, ...] = _LANGUAGES[language].NUMBERS
    number = words[n] if n < len(words) else whole(n, language)
    # None of a thing is said like one of it in Italian, like many in English.
    form = NOUNS[language][f"{noun}_one"] if n == 1 else NOUNS[language][noun]
    text = form.format(n=number)
    return text[:1].upper() + text[1:]


def whole(n: int, language: str) -> str:
    """A count with its thousands apart: a comma in English, a space that does not break else."""
    text = f"{n:,}"
    return text if language == "en" else text.replace(",", "\N{NO-BREAK SPACE}")
