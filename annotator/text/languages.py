"""Which language a text is in: the commonest function words of five languages, counted.

Knows short word lists, each unlike the others where it can be. Imports `model` alone.
"""

from __future__ import annotations

import re
from collections import Counter

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
_WORD = re.compile(r"[^\W\d_]+")
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
    words = _WORD.findall(text[:_HEAD].lower())
    counts = Counter(words)
    hits = {
        language: sum(counts[word] for word in counts.keys() & known)
        for language, known in FUNCTION_WORDS.items()
    }
    (best, most), (_, second) = sorted(hits.items(), key=lambda hit: -hit[1])[:2]
    if most < _MIN_WORDS or most < _MIN_SHARE * len(words) or most < _MARGIN * second:
        return None
    shown = Counter({word: counts[word] for word in FUNCTION_WORDS[best]}).most_common(3)
    return Candidate(
        field="lang", value=best, words=", ".join(f"{word} {n}" for word, n in shown if n)
    )
