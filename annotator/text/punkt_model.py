"""What nltk's Punkt, with trained parameters, says of two words with a full stop between them.

Knows where trained parameters come from. Imports nothing of the package; nltk and the parameters
only when asked. Never the network.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

# Languages whose trained parameters are used; the others get Punkt without any.
MODELS = {
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "ml": "malayalam",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sl": "slovene",
    "sv": "swedish",
    "tr": "turkish",
}


class Punkt:
    """Punkt of one language.

    Raises:
        ImportError: nltk or the package with the parameters is missing or damaged.
    """

    def __init__(self, model: str | None) -> None:
        """Load the parameters of a model; without one, Punkt knows no word."""
        from nltk.tokenize import punkt as nltk_punkt

        self._parameters = _parameters(model)
        self._tokenizer: PunktSentenceTokenizer = nltk_punkt.PunktSentenceTokenizer(
            self._parameters
        )
        # nltk gives the trained knowledge of how a word is written as bits: in lower case anywhere,
        # and with a capital in the middle of a sentence.
        self._in_lower_case = nltk_punkt._ORTHO_LC  # noqa: SLF001 - the meaning of public data
        self._is_a_name = nltk_punkt._ORTHO_MID_UC  # noqa: SLF001
        self._parted = lru_cache(maxsize=20_000)(self._tokenizer.text_contains_sentbreak)

    def parts(self, word: str, following: str) -> bool:
        """Whether a sentence ends between `word.` and the word that follows."""
        return bool(self._parted(f"{word}. {following}"))

    def begins_sentences(self, word: str) -> bool:
        """Whether a word with a capital is one that has it only at the beginning of sentences."""
        seen = self._parameters.ortho_context.get(word.lower(), 0)
        return bool(seen & self._in_lower_case) and not seen & self._is_a_name


@cache
def punkt_of(language: str) -> Punkt:
    """Punkt for a primary language code, loaded once.

    Raises:
        ImportError: nltk or the package with the parameters is missing or damaged.
    """
    return Punkt(MODELS.get(language))


def _parameters(model: str | None) -> PunktParameters:
    """Trained parameters in nltk's own form."""
    import punkt
    from nltk.tokenize.punkt import PunktParameters

    parameters = PunktParameters()
    if model is not None:
        trained = punkt.load_model(model)
        parameters.abbrev_types.update(trained.abbrev_types)
        parameters.collocations.update(trained.collocations)
        parameters.sent_starters.update(trained.sent_starters)
        parameters.ortho_context.update(trained.ortho_context)
    return parameters
