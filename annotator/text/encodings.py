"""Which encoding unmarked bytes are in: every likely one is tried, the likeliest letters win.

Knows the letters of some thirty languages and the encodings they were written in. Where none of
them reads well, charset-normalizer is asked, which knows more encodings; asked first, it takes
Italian for Vietnamese and French for Latvian. Imports nothing of the package.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from functools import cache
from itertools import pairwise

from msgspec import Struct

_SAMPLE_BYTES = 20_000
_BEFORE = 100
_WIDE_SAMPLE_BYTES = 2_000
_HIGH = re.compile(rb"[\x80-\xff]")

_WESTERN = ("cp1252", "iso8859-15", "iso8859-1", "mac-roman", "cp850")
_CENTRAL = ("cp1250", "iso8859-2", "mac-latin2", "cp852")
_BALTIC = ("cp1257", "iso8859-13", "iso8859-4")
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic")
_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


class Script(Struct, frozen=True):
    """The letters beyond ASCII of one language, and the encodings in which it was written."""

    encodings: tuple[str, ...]
    letters: str
    # Of a script of its own: the dozen that make up most of a text.
    common: str = ""


# Encodings in the order of their use: what reads equally well goes to the first.
SCRIPTS: dict[str, Script] = {
    "it": Script(_WESTERN, "àèéìòù"),
    "fr": Script(_WESTERN, "àâçèéêëîïôùûüœæÿ"),
    "de": Script(_WESTERN, "äöüß"),
    "es": Script(_WESTERN, "áéíñóúü¿¡"),
    "pt": Script(_WESTERN, "àáâãçéêíóôõú"),
    "sv": Script(_WESTERN, "åäöé"),
    "da": Script(_WESTERN, "æøåé"),
    "is": Script(_WESTERN, "áðéíóúýþæö"),
    "ca": Script(_WESTERN, "àçèéíïòóúü·"),
    "pl": Script(_CENTRAL, "ąćęłńóśźż"),
    "cs": Script(_CENTRAL, "áčďéěíňóřšťúůýž"),
    "sk": Script(_CENTRAL, "áäčďéíľĺňóôŕšťúýž"),
    "hu": Script(_CENTRAL, "áéíóöőúüű"),
    "ro": Script((*_CENTRAL, "iso8859-16"), "ăâîşţșț"),
    "hr": Script(_CENTRAL, "čćđšž"),
    "tr": Script(("cp1254", "iso8859-9", "mac-turkish", "cp857"), "çğıöşüİ"),
    "lt": Script(_BALTIC, "ąčęėįšųūž"),
    "lv": Script(_BALTIC, "āčēģīķļņšūž"),
    "et": Script(_BALTIC, "äõöüšž"),
    "mt": Script(("iso8859-3",), "ċġħżàèìòù"),
    "vi": Script(("cp1258",), "àáâãèéêìíòóôõùúýăđĩũơư\u0300\u0301\u0303\u0309\u0323"),
    "ru": Script(_CYRILLIC, _RUSSIAN + "ё", "оеаинтсрвлкм"),
    "uk": Script(_CYRILLIC, _RUSSIAN + "іїєґ", "оаинвітеркслу"),
    "kk": Script(("kz1048", "ptcp154"), _RUSSIAN + "әғқңөұүһі", "аентрылісдқ"),
    "sr": Script(_CYRILLIC, "абвгдђежзијклљмнњопрстћуфхцчџш", "аоиенрсјутдк"),
    "el": Script(
        ("cp1253", "iso8859-7", "mac-greek", "cp737", "cp869"),
        "αάβγδεέζηήθιίκλμνξοόπρσςτυύφχψωώ",
        "αοιετνσςηρπκυ",
    ),
    "he": Script(("cp1255", "iso8859-8", "cp862"), "אבגדהוזחטיךכלםמןנסעףפץצקרשת", "יוהלרמאתבשנ"),
    "ar": Script(("cp1256", "iso8859-6"), "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", "اليمنرتوبعده"),
    "th": Script(("cp874",), "".join(chr(code) for code in range(0xE01, 0xE5C)), "นรการเงมยลวดทส่้ัิี"),
    "zh": Script(("gb18030", "big5", "big5hkscs"), ""),
    "ja": Script(("cp932", "euc-jp"), ""),
    "ko": Script(("cp949", "johab"), ""),
}

# Log-likelihoods of a character, by sort; measured against nothing, ordered by experience.
_ASCII, _LETTER, _CAPITAL, _MARK, _SIGN, _STRANGE = -3.0, -4.0, -6.5, -5.0, -7.5, -12.0
_COMMON_LETTER, _RARE_LETTER = -3.4, -5.0
_FOREIGN, _DAMAGED = -9.0, -20.0
_BREAK = -6.0  # a sign between two letters, or a capital after a small letter
_LATER = -0.75  # for each place further down in the list of encodings
_STRANGER = -8.5  # on the average, of data that are read as text
_NEAR = 30.0  # how far behind the likeliest an encoding may be and still be tried
_TYPOGRAPHIC = "’“”‘«»–—…\u00a0„"
_SIGNS = "€£°§•ªº´·"
_IDEOGRAPHIC_MARKS = "，。、：；？！“”‘’（）《》「」『』…—・ー"

# The characters that make up a third and more of the text in each of the three.
_COMMON = {
    "zh": (
        "的一是不了在人有我他这中大来上国个到说们为和你地出道也时年得就那要下以生会自着去之过家学"
        "对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头"
        "面公同三已老从动两长知民样现分将外但身些与高意进法此实回二理美点月明其种声全工己话者向情"
        "部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信"
        "北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活"
        "难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至"
        "清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让認這說為國們來時個會學"
    ),
    "ja": (
        "日本人年大一国会中出十事自社者月分生同二行上政見長前議経新部民的力定学関業地党方問場実全"
        "内法相今金発対体明表戦性主下言首高理作手東目市代三立通府来間入用家外最県所予研究京開点置"
    ),
    "ko": (
        "이다는의에을가고한하은지로를기서도사자인정리대해시어나있부라수들을과전그아일제으보만게주"
        "원니것스상장여조구면동선공위경비회성국생방안무인세신연소계개문말적결발현"
    ),
}


def likely_encodings(content: bytes) -> list[str]:
    """Encodings that read the content's first unusual bytes as some language, the likeliest first.

    Only those that come near the first. Empty where none reads well. The sample may hold a few
    damaged places, and bytes beyond it may be none of the encoding's.
    """
    sample = _sample(content).replace(b"\0", b"")  # judged elsewhere, and part of none of these
    scores: dict[str, float] = {}
    for language, script in SCRIPTS.items():
        for place, encoding in enumerate(script.encodings):
            text, n_pending = _read(sample, encoding)
            score = _score(text, language) + place * _LATER + n_pending * _STRANGE
            scores[encoding] = max(score, scores.get(encoding, -math.inf))
    least = max(_floor(sample), max(scores.values()) - _NEAR)
    near = [encoding for encoding, score in scores.items() if score > least]
    return sorted(near, key=lambda encoding: -scores[encoding])


def wide_encoding(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte-order mark, if content with zero bytes reads best so."""
    sample = content[:_WIDE_SAMPLE_BYTES]
    narrow = sample.decode(errors="replace")
    best, likeliest = _best_score(narrow), None
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text, n_pending = _read(sample, encoding)
        score = _best_score(text) + n_pending * _STRANGE
        if score > max(best, _STRANGER * len(text)):
            best, likeliest = score, encoding
    return likeliest


def asked_elsewhere(content: bytes) -> list[str]:
    """What charset-normalizer takes the content for; empty where it sees no text in it."""
    from charset_normalizer import from_bytes

    # UTF-16 has been tried; asked for it, it sees Chinese in pairs of Latin letters.
    best = from_bytes(_sample(content), cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    return [codecs.lookup(best.encoding).name] if best else []


def _floor(sample: bytes) -> float:
    """Below this a reading is no language: most of its letters are strangers to it."""
    high = len(_HIGH.findall(sample))
    return _ASCII * (len(sample) - high) + (_FOREIGN + 1) * high - 1


def _sample(content: bytes) -> bytes:
    """Lines with bytes beyond ASCII: no character of an encoding named here is cut at its start."""
    lines: list[bytes] = []
    room, at = _SAMPLE_BYTES, 0
    while room > 0 and (found := _HIGH.search(content, at)):
        start = max(at, content.rfind(b"\n", at, found.start()) + 1, found.start() - _BEFORE)
        end = content.find(b"\n", found.start(), found.start() + room)
        end = min(found.start() + room, len(content)) if end < 0 else end
        lines.append(content[start:end])
        room, at = room - (end - start), end
    return b"\n".join(lines)


def _read(sample: bytes, encoding: str) -> tuple[str, int]:
    """The sample's text, damaged places as U+FFFD, and how many bytes of a character are left."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    text = decoder.decode(sample)
    return text, len(decoder.getstate()[0])


def _best_score(text: str) -> float:
    return max(_score(text, language) for language in SCRIPTS)


# A sign within a word; and a Latin word with other letters in it.
_BROKEN = re.compile(r"[^\W\d_](?:[^\w\s!-/:-@\[-`{-~’‘·\-])(?=[^\W\d_])")
_MIXED = re.compile(r"[a-z][^\x00-\x7f]+(?=[a-z])")
_OTHER = "[^\x00-\x7f’‘“”„«»–—…€°§·\u00a0]"
_TOUCHING = re.compile(rf"[A-Za-z](?={_OTHER})|{_OTHER}(?=[A-Za-z])")


def _score(text: str, language: str) -> float:
    weights = _weights(language)
    total = 0.0
    for character, count in Counter(text).items():
        total += count * (weights.get(character) or _weight(character, language))
    breaks: float = sum(a.islower() and b.isupper() for a, b in pairwise(text))
    breaks += len(_BROKEN.findall(text))
    if language in _COMMON:
        # `iPhone手机` is common there, so it counts half.
        breaks += len(_MIXED.findall(text)) + len(_TOUCHING.findall(text)) / 2
    elif SCRIPTS[language].common:
        breaks += len(_TOUCHING.findall(text))
    return total + _BREAK * breaks


@cache
def _weights(language: str) -> dict[str, float]:
    letters, common = SCRIPTS[language].letters, SCRIPTS[language].common
    weights = dict.fromkeys(_SIGNS, _SIGN) | dict.fromkeys(_TYPOGRAPHIC, _MARK)
    weights |= {letter.upper(): _CAPITAL for letter in letters if len(letter.upper()) == 1}
    weights |= dict.fromkeys(letters, _RARE_LETTER if common else _LETTER)
    weights |= dict.fromkeys(common, _COMMON_LETTER)
    if language in _COMMON:
        weights |= dict.fromkeys(_IDEOGRAPHIC_MARKS, _MARK)
        weights |= dict.fromkeys(_COMMON[language], -5.0)
    return weights


def _weight(character: str, language: str) -> float:
    """Of a character that is not among the language's own."""
    if character < "\x7f":
        return _ASCII if character >= " " or character in "\t\n\r\f" else _STRANGE
    if character == "\ufffd":
        return _DAMAGED
    if language in _COMMON:
        return _east_asian(ord(character), language)
    return _FOREIGN if character.isalpha() else _STRANGE


def _east_asian(code: int, language: str) -> float:
    is_kana = 0x3041 <= code <= 0x30FF
    is_hangul = 0xAC00 <= code <= 0xD7A3
    is_han = 0x4E00 <= code <= 0x9FFF
    if is_kana:
        return -4.5 if language == "ja" else _STRANGE
    if is_hangul:
        return -7.0 if language == "ko" else _STRANGE
    if is_han:
        return -13.0 if language == "ko" else -9.0
    return -8.0 if 0xFF01 <= code <= 0xFF5E or 0x3000 <= code <= 0x303F else -14.0
