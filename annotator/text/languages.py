"""Which language a text is in: the commonest function words of five languages, counted.

Knows short word lists, each unlike the others where it can be. Imports `model` alone.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from annotator.model import Candidate

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "it": """il lo la gli le un uno una di del dello della dei degli delle da dal dalla dai
            in nel nello nella nei nelle con su sul sulla sui per tra fra e ed o ma anche se che
            chi cui non più come quando mentre perché è sono era ha hanno sta si ci questo questa
            quello quella suo sua loro al alla ai alle però poi così dopo secondo""",
        "en": """the a an of to in on at by for from with without into over about and or but if
            that which who whom whose not no is are was were be been has have had will would can
            could should this these those it its he she they his her their we our you as than when
            while because after before there then so""",
        "fr": """le la les un une des du de au aux en dans par pour sur avec sans sous entre et ou
            mais donc si que qui dont où ne pas plus est sont était ont été ce cette ces il elle
            ils elles nous vous leur leurs son sa ses comme quand selon après avant aussi""",
        "de": """der die das den dem des ein eine einen einem einer eines und oder aber wenn dass
            nicht kein keine ist sind war waren wird werden wurde hat haben im in am an auf aus
            bei mit nach von vom vor zu zum zur über für durch sich es er sie wir ihr auch noch
            nur als wie so""",
        "es": """el la los las un una unos unas de del al en con sin por para sobre entre y o pero
            si que quien no más es son era fue ha han este esta estos ese esa su sus se lo le les
            como cuando según después también muy ya""",
    }.items()
}
# By a word's bytes: the languages that have it.
_KNOWN: dict[bytes, tuple[str, ...]] = {
    word.encode(): tuple(name for name, known in FUNCTION_WORDS.items() if word in known)
    for word in frozenset[str]().union(*FUNCTION_WORDS.values())
}
_ASCII = bytes(range(128))
# Small letters for the letters of ASCII and blanks for its rest; bytes of longer characters stay.
_SMALL = bytes(
    place if place > 127 else ord(chr(place).lower()) if chr(place).isalpha() else 32
    for place in range(256)
)
_HEAD = 4_000
_MIN_WORDS = 3
_MIN_SHARE = 0.15
_MARGIN = 1.3


def primary_language(code: str) -> str:
    """`it` of `it-IT` and of `IT_it`."""
    return code.strip().lower().replace("_", "-").partition("-")[0]


def language_candidate(text: str) -> Candidate | None:
    """The language that most function words of the text's beginning speak for.

    None where in doubt: too few words, too few of them known, or two languages nearly level.
    The candidate's `words` are those counted most.
    """
    words = _words(text[:_HEAD])
    counts = Counter(filter(_KNOWN.__contains__, words))
    hits = dict.fromkeys(FUNCTION_WORDS, 0)
    for word, n in counts.items():
        for language in _KNOWN[word]:
            hits[language] += n
    (best, most), (_, second) = sorted(hits.items(), key=lambda hit: -hit[1])[:2]
    if most < _MIN_WORDS or most < _MIN_SHARE * len(words) or most < _MARGIN * second:
        return None
    its_own = (each for each in counts.most_common() if best in _KNOWN[each[0]])
    shown = [f"{word.decode()} {n}" for word, n in islice(its_own, 3)]
    return Candidate(field="lang", value=best, words=", ".join(shown))


def _words(text: str) -> list[bytes]:
    """Stretches of letters, small ones, as UTF-8: bytes are split several times as fast as text."""
    words = text.encode(errors="replace")
    for character in set(words.translate(None, _ASCII).decode()):
        small = "".join(each if _is_letter(each) else " " for each in character.lower())
        if small != character:
            words = words.replace(character.encode(), small.encode())
    return words.translate(_SMALL).split()


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()
