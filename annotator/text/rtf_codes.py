"""The control words of RTF that mean characters, encodings, or text that is no part of the article.

Imports nothing of the package.
"""

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
PARAGRAPH_ENDS = frozenset({"par", "sect", "cell", "nestcell", "row", "nestrow"})

# Groups whose words stand nowhere in the text; groups marked with \* are left out by their mark.
LEFT_OUT = frozenset(
    [
        "colortbl",
        "pict",
        "objdata",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "listtext",
        "pntext",
        "fldinst",
        "datafield",
        "formfield",
        "bkmkstart",
        "bkmkend",
        "annotation",
        "atnid",
        "atnauthor",
        "atnref",
        "xe",
        "tc",
        "txe",
        "rxe",
        "filetbl",
        "listtable",
        "listoverridetable",
        "revtbl",
        "sp",
        "shprslt",
        "nonesttables",
        "template",
        "password",
        "ud",
    ]
)
# Marked with \*, yet their words are seen.
SEEN = frozenset({"shpinst", "shptxt"})

# By \fcharset of a font; the number after \ansicpg is the page's own.
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "cp932",
    80: "cp949",
    81: "mac_arabic",
    85: "mac_greek",
    86: "mac_turkish",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
PAGES = {"65001": "utf-8", "10000": "mac_roman", "10007": "mac_cyrillic", "936": "gb18030"}
DEFAULT_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
