"""The vocabulary: what the words of this project mean, as frozen structs. No I/O.

Imports nothing of the package. Paragraphs count from 0 here (people see ¶ 1); offsets are Unicode
code points, 0-based and half-open, into the text of one paragraph.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal, NewType, get_args
from uuid import UUID

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

DocumentId = NewType("DocumentId", int)
Uid = NewType("Uid", str)

State = Literal["coded", "none", "cannot_tell", "skipped"]
Kind = Literal[
    "title",
    "heading",
    "byline",
    "dateline",
    "body",
    "quote",
    "caption",
    "boilerplate",
    "fragment",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
RESERVED_CODES = frozenset({"none", "coded", "cannot_tell", "skipped", "missing", "all", "any"})

# Keys without a modifier that the window keeps for itself; a codebook may not use them.
# `0` is the one that a codebook may name, and only as the shortcut of `none`.
WINDOW_KEYS = frozenset("chjkmnu?, ")
CODEBOOK_KEYS = frozenset("123456789abdefgilopqrstvwxyz")

AUTHOR = "author"


# ------------------------------------------------------------------ identity

# Never changed: every uid in every project file is derived from it.
NAMESPACE = UUID("6f1d0a52-63f4-5c0e-9a43-0d6a6b1f7c11")
_BEGUN = hashlib.sha1(NAMESPACE.bytes, usedforsecurity=False)
_VARIANTS = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))


def uid_of(thing: str, *parts: object) -> Uid:
    """UUIDv5 of `thing` and its parts; None is written as the empty string.

    The same thing made on two machines gets the same uid, so that a merge finds one row.
    """
    return uid_named("\x1f".join([thing, *["" if part is None else str(part) for part in parts]]))


def uid_named(name: str) -> Uid:
    """UUIDv5 of a name that `uid_of` would make."""
    # Three times as fast as uuid.uuid5, and a million are made to check a project.
    begun = _BEGUN.copy()
    begun.update(name.encode())
    digits = begun.hexdigest()
    variant = _VARIANTS[digits[16]]
    return Uid(
        f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
    )


def document_uid(text_sha256: str, copy: int = 0) -> Uid:
    """The uid of an article with this canonical text."""
    return uid_of("document", text_sha256, copy)


def kind_uid(document: str, paragraph: int) -> Uid:
    """The uid under which changes of a paragraph's kind are logged."""
    return uid_of("kind", document, paragraph)


def canonical_text(texts: list[str] | tuple[str, ...]) -> str:
    """An article's text as it is hashed: paragraphs joined by two line feeds."""
    return "\n\n".join(texts)


def sha256_hex(content: bytes | str) -> str:
    """SHA-256 in hexadecimal; text is hashed as UTF-8."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


# ------------------------------------------------------------------ answers


class Span(Struct, frozen=True, omit_defaults=True, order=True):
    """Words that show a code: code points of a paragraph, half-open.

    `paragraph` is set only where the answer concerns the whole document.
    """

    start: int
    end: int
    code: str | None = None
    paragraph: int | None = None


class Place(Struct, frozen=True):
    """Where an answer belongs: its identity, one row in the project."""

    round: str
    annotator: str
    annotator_uid: str
    document: DocumentId
    document_uid: str
    paragraph: int | None
    layer: str
    target: str | None = None
    holder: str | None = None

    @property
    def uid(self) -> Uid:
        """The same on every machine."""
        return uid_of(
            "annotation",
            self.round,
            self.annotator_uid,
            self.document_uid,
            self.paragraph,
            self.layer,
            self.target,
            self.holder,
        )


class Answer(Struct, frozen=True, omit_defaults=True):
    """What was answered at a place. `codes` stand in codebook order, `evidence` is sorted.

    A multi-label answer is one set-valued answer, not one row a label. `value` holds the words of a
    layer whose answer is text.
    """

    state: State
    codes: tuple[str, ...] = ()
    primary: str | None = None
    value: str | None = None
    evidence: tuple[Span, ...] = ()
    confidence: int | None = None
    note: str = ""


class Annotation(Struct, frozen=True):
    """An answer as the project holds it."""

    uid: Uid
    place: Place
    answer: Answer
    codebook: str
    rev: int
    changed_at: str


class Annotator(Struct, frozen=True):
    """Who codes. `key` is a pseudonym, `uid` random and made once."""

    key: str
    uid: str
    kind: Literal["human", "model", "import"] = "human"
    role: Literal["coder", "adjudicator", "manager"] = "coder"


# ------------------------------------------------------------------ text


class Paragraph(Struct, frozen=True):
    """A document's unit of reading and coding; `start` is its offset in the canonical text."""

    text: str
    kind: Kind = "body"
    start: int = 0


class Candidate(Struct, frozen=True):
    """A proposed piece of metadata and the words of the file that it was read from.

    `start` and `end` are offsets into the decoded text, None where it came from elsewhere.
    """

    field: Literal["title", "author", "outlet", "published_on", "url", "lang"]
    value: str
    words: str = ""
    start: int | None = None
    end: int | None = None


class Remark(Struct, frozen=True):
    """A warning in words: an English template for `str.format`, its values, and where."""

    slug: str
    template: str
    values: dict[str, str | int | float] = {}
    paragraph: int | None = None

    def __str__(self) -> str:
        return self.template.format(**self.values)


class Original(Struct, frozen=True):
    """A large file that holds many articles: its hash, its size, and its bytes as zlib packs them.

    `packed` is None where the bytes are not to be kept.
    """

    sha256: str
    n_bytes: int
    packed: bytes | None = None


class Article(Struct, frozen=True):
    """What an importer makes of a file: text, suggestions and how it got there.

    A file may hold several articles: `part` counts them from 0. The articles of a large one share
    an `original`, and their `content` is empty.
    """

    file_name: str
    content: bytes
    media_type: str
    importer: str
    paragraphs: tuple[Paragraph, ...]
    encoding: str | None = None
    # [canonical_start, decoded_start, length] in code points, rising; None where not a text file.
    runs: tuple[tuple[int, int, int], ...] | None = None
    candidates: tuple[Candidate, ...] = ()
    remarks: tuple[Remark, ...] = ()
    steps: tuple[dict[str, object], ...] = ()
    part: int = 0
    # What else the file says of the article: the other columns of a table.
    meta: dict[str, str] = {}
    original: Original | None = None

    @property
    def source_sha256(self) -> str:
        """SHA-256 of the imported file."""
        return self.original.sha256 if self.original else sha256_hex(self.content)

    @property
    def text(self) -> str:
        """The canonical text."""
        return canonical_text([paragraph.text for paragraph in self.paragraphs])

    def proposed(self, name: str) -> str | None:
        """The first candidate for this field."""
        return next((c.value for c in self.candidates if c.field == name), None)


class Document(Struct, frozen=True):
    """One article of a project, without its text."""

    id: DocumentId
    uid: str
    title: str
    n_paragraphs: int
    text_sha256: str
    author: str | None = None
    outlet: str | None = None
    published_on: str | None = None
    url: str | None = None
    lang: str = "und"
    file_name: str = ""


# ------------------------------------------------------------------ codebook

Localised = dict[str, str]
LocalisedList = dict[str, tuple[str, ...]]


def in_language(text: Mapping[str, str], language: str) -> str:
    """The text in this language, else in the codebook's first; empty if there is none."""
    return text.get(language) or next(iter(text.values()), "")


class Case(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An invented text with its right answer: a counterexample, or a case of a pair rule."""

    text: Localised
    codes: tuple[str, ...]
    why: Localised = {}


class Code(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One possible answer of a layer."""

    key: str
    label: Localised
    definition: Localised
    include: LocalisedList = {}
    exclude: LocalisedList = {}
    examples: LocalisedList = {}
    counterexamples: tuple[Case, ...] = field(default=(), name="counterexample")
    value: float | None = None
    aside: bool = False
    shortcut: str | None = None
    colour: str | None = None
    exclusive: bool = False
    retired: bool = False
    replaced_by: tuple[str, ...] = ()


class When(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The condition under which a layer is asked: an earlier layer's codes, or its state."""

    layer: str
    codes: tuple[str, ...] = ()
    state: State | None = None


class Layer(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question asked of each unit."""

    key: str
    label: Localised
    question: Localised
    answer: Literal["multiple", "single", "scale", "text"]
    unit: Literal["paragraph", "document"]
    kinds: tuple[Kind, ...] = ("title", "heading", "body", "quote", "caption", "fragment")
    codes: tuple[Code, ...] = field(default=(), name="code")
    codes_from: str | None = None
    per_target: bool = False
    targets: tuple[str, ...] | None = None
    holder: bool = False
    primary: Literal["no", "optional", "required"] = "no"
    primary_question: Localised = {}
    # None = "optional" for a paragraph layer with codes, else "no".
    evidence: Literal["no", "optional", "required"] | None = None
    confidence: bool = False
    required: bool = True
    measure: Literal["ordinal", "interval"] = "ordinal"
    states: tuple[State, ...] = ("none", "cannot_tell", "skipped")
    none_label: Localised = {}
    none_shortcut: str | None = None
    when: When | None = None
    max_length: int = 200
    retired: bool = False

    @property
    def takes_evidence(self) -> Literal["no", "optional", "required"]:
        """Whether words may, or must, be marked."""
        if self.evidence is not None:
            return self.evidence
        return "optional" if self.unit == "paragraph" and self.answer != "text" else "no"


class Target(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Toward what the stance is: one thing each."""

    key: str
    label: Localised
    definition: Localised
    ask: Literal["always", "offered"] = "always"
    shortcut: str | None = None
    aliases: LocalisedList = {}
    retired: bool = False


class HolderType(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whose stance it is, by type; a stored holder is `type` or `type:Name`."""

    key: str
    label: Localised
    definition: Localised
    default: bool = False
    named: Literal["no", "optional", "required"] = "no"
    retired: bool = False


class Pair(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How to decide between two codes (or a code and `none`) of a layer."""

    layer: str
    codes: tuple[str, ...]
    rule: Localised
    cases: tuple[Case, ...] = field(default=(), name="case")


class About(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The `[codebook]` table."""

    key: str
    version: str
    languages: tuple[str, ...]
    title: Localised
    description: Localised = {}
    instructions: LocalisedList = {}
    authors: tuple[str, ...] = ()
    licence: str = ""


class Codebook(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """All layers with their definitions: one immutable version.

    Localised text is always a table by language here, also where the file has a bare string.
    """

    format: int
    about: About = field(name="codebook")
    layers: tuple[Layer, ...] = field(name="layer")
    targets: tuple[Target, ...] = field(default=(), name="target")
    holders: tuple[HolderType, ...] = field(default=(), name="holder")
    pairs: tuple[Pair, ...] = field(default=(), name="pair")

    @property
    def version(self) -> str:
        """`MAJOR.MINOR.PATCH`."""
        return self.about.version

    def layer(self, key: str) -> Layer:
        """The layer with this key. Raises KeyError."""
        for layer in self.layers:
            if layer.key == key:
                return layer
        raise KeyError(key)

    def codes_of(self, layer: Layer) -> tuple[Code, ...]:
        """The layer's codes, its own or those it borrows, in canonical order, retired ones too."""
        return self.layer(layer.codes_from).codes if layer.codes_from else layer.codes

    def targets_of(self, layer: Layer) -> tuple[Target, ...]:
        """The targets asked in this layer, retired ones too; empty for a layer without targets."""
        if not layer.per_target:
            return ()
        if layer.targets is None:
            return self.targets
        return tuple(target for target in self.targets if target.key in layer.targets)

    @property
    def default_holder(self) -> str:
        """The key of the default holder type; `author` where the codebook has no holders."""
        return next((holder.key for holder in self.holders if holder.default), AUTHOR)


def holder_type(holder: str) -> str:
    """`person` of `person:Deng Xiaoping`."""
    return holder.partition(":")[0]
