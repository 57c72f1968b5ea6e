"""How downloads of archives of news are laid out: the marks of Nexis and Factiva, in one table.

The layouts change from year to year and with the language of the site: what is new is a line here.
Imports nothing of the package.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

_HEADLINE = r"headline|titolo|titre|schlagzeile|überschrift|titular|hd"
_BYLINE = r"byline|autore|auteur|autor|by"
_OUTLET = r"publication|source|fonte|quelle|fuente|sn"
_DATE = r"date|data|datum|fecha|pd"
_SECTION = r"section|sezione|rubrique|rubrik|ressort|sección|se"
_LENGTH = r"length|lunghezza|longueur|länge|longitud|wc"
_LANGUAGE = r"language|lingua|langue|sprache|idioma|la"
FIELDS = {
    "title": _HEADLINE,
    "author": _BYLINE,
    "outlet": _OUTLET,
    "published_on": _DATE,
    "section": _SECTION,
    "length": _LENGTH,
    "lang": _LANGUAGE,
    "dateline": "dateline",
    "highlight": "highlight",
    "edition": "edition|edizione|ausgabe|edición|ed",
    "load_date": r"load-date|loaded",
    "subject": "subject",
    "publication_type": "publication-type",
    "journal_code": "journal code",
    "copyright": "cy",
    "source_code": "sc",
    "page": "pg",
    "accession": "an",
}
LENGTH = re.compile(r"(?:\d[\d.,' ]*)(?:words|word|parole|mots|wörter|palabras)", re.IGNORECASE)
COPYRIGHT = re.compile(r"(?:copyright|\(c\)|©).*", re.IGNORECASE | re.DOTALL)
# Codes that stand before the fields of Factiva, alone in their cells of a table.
CODES = frozenset(
    {
        *(
            "HD",
            "BY",
            "CR",
            "WC",
            "PD",
            "ET",
            "SN",
            "SC",
            "ED",
            "PG",
            "VOL",
            "LA",
            "CY",
            "LP",
            "TD",
        ),
        *("ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "SE", "AN"),
    }
)
LANGUAGES = {
    "english": "en",
    "inglese": "en",
    "anglais": "en",
    "englisch": "en",
    "inglés": "en",
    "italian": "it",
    "italiano": "it",
    "italien": "it",
    "italienisch": "it",
    "french": "fr",
    "francese": "fr",
    "français": "fr",
    "französisch": "fr",
    "german": "de",
    "tedesco": "de",
    "allemand": "de",
    "deutsch": "de",
    "spanish": "es",
    "spagnolo": "es",
    "espagnol": "es",
    "spanisch": "es",
    "español": "es",
    "portuguese": "pt",
    "dutch": "nl",
    "chinese": "zh",
    "russian": "ru",
    "polish": "pl",
}
# What stands before the first article: the list of what was downloaded, and for whom.
COVER = re.compile(
    r"(?:user name|date and time|job number|documents? \(\d+\)|client/matter|search terms"
    r"|search type|narrowed by|content type)\b.*",
    re.IGNORECASE | re.DOTALL,
)
LISTED = re.compile(r"\d{1,4}\.\s+(?P<title>\S.*)", re.DOTALL)
# Any of these, two or more, say that a file comes from such an archive, whatever its layout.
TRACES = (
    re.compile(r"end of document", re.IGNORECASE),
    re.compile(r"load-date\s*:.*", re.IGNORECASE),
    re.compile(rf"(?:{_LENGTH})\s*:\s*{LENGTH.pattern}", re.IGNORECASE),
    re.compile(r"\d{1,4} of \d{1,4} DOCUMENTS"),
    re.compile(r".{0,40}\b(?:LexisNexis|Factiva)\b.{0,40}"),
    re.compile(r"Document [A-Z]{2,8}0\d{4,}\w{4,}"),
)


class Layout(Struct, frozen=True):
    """The marks of one layout; every pattern is matched against a whole line.

    An article lies between `begins` (of it) and `ends`; where `begins` is None it lies between two
    ends. Its head ends at `body`; where that is None, after the last line that is a field. `tail`
    begins what follows the text. `order` says what the first lines without a label are.
    """

    key: str
    label: str
    needs: tuple[re.Pattern[str], ...]
    begins: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    body: re.Pattern[str] | None
    tail: re.Pattern[str]
    order: tuple[Literal["title", "outlet"], ...]
    # The headline is the last line without a label, after outlet, date and edition.
    is_title_last: bool = False
    # Between a label and its value: a colon, or the white space after a code of two letters.
    between: str = r"\s*:\s*"


def _line(words: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(words, flags | re.DOTALL)


_TAIL = _line(
    r"(?:classification|graphic|load-date\s*:.*|language\s*:.*|publication-type\s*:.*"
    r"|subject\s*:.*|journal code\s*:.*|classificazione|grafico)"
)
_COUNTED = _line(rf"(?:{_LENGTH})\s*:\s*{LENGTH.pattern}.*")
_ACCESSION = re.compile(r"Document [A-Z]{2,8}0\d{4,}\w{4,}")

LAYOUTS = (
    Layout(
        key="nexis",
        label="Nexis (Lexis+, Nexis Uni)",
        needs=(
            _line(r"end of document|fine del documento|fin du document|ende des dokuments"),
            _line(r"body|corpo|corps|text|cuerpo|textkörper"),
        ),
        begins=None,
        ends=_line(
            r"end of document|fine del documento|fin du document|ende des dokuments"
            r"|fin del documento"
        ),
        body=_line(r"body|corpo|corps|text|cuerpo|textkörper"),
        tail=_TAIL,
        order=("title", "outlet"),
    ),
    Layout(
        key="lexisnexis",
        label="LexisNexis Academic",
        needs=(re.compile(r"\d{1,4} of \d{1,4} DOCUMENTS?"), _COUNTED),
        begins=re.compile(r"\d{1,4} of \d{1,4} DOCUMENTS?"),
        ends=None,
        body=None,
        tail=_TAIL,
        order=("outlet",),
        is_title_last=True,
    ),
    Layout(
        key="factiva_codes",
        label="Factiva (with codes)",
        needs=(
            re.compile(r"HD\s+\S.*", re.DOTALL),
            re.compile(r"(?:LP|TD)(?:\s+\S.*)?", re.DOTALL),
        ),
        begins=None,
        ends=re.compile(r"AN\s+Document \w+"),
        body=re.compile(r"(?:LP|TD)(?:\s+(?P<text>\S.*))?", re.DOTALL),
        tail=re.compile(r"(?:CO|IN|NS|RE|IPD|IPC|PUB|CT|ART|RF)\s+\S.*", re.DOTALL),
        order=(),
        between=r"\s+",
    ),
    Layout(
        key="factiva",
        label="Factiva",
        needs=(_ACCESSION, _line(LENGTH.pattern)),
        begins=None,
        ends=_ACCESSION,
        body=None,
        tail=_line(r"(?:related (?:articles|factiva).*)"),
        order=("title", "outlet"),
    ),
)
