"""Articles of another project: the new ones are added, those that are here are compared.

Where metadata differ ours stay, or, where the other is the project that this one is a part of,
theirs come in. Imports model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from annotator.model import Remark, canonical_text, document_uid, kind_uid, sha256_hex
from annotator.store.reports import Refused

if TYPE_CHECKING:
    from annotator.formats.bundle import DocumentRecord
    from annotator.store.connection import Connection
    from annotator.store.judging import Here, Judge

_ADD_SOURCE = (
    "INSERT INTO source(sha256, bytes, codec, n_bytes, file_name, media_type, encoding, importer,"
    " steps, imported_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_ADD_DOCUMENT = (
    "INSERT INTO document(uid, part, copy, title, author, outlet, published_on, url, lang,"
    " text_sha256, runs, meta, hidden, source) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_PARAGRAPH = "INSERT INTO paragraph(document, ord, start, kind, text) VALUES(?, ?, ?, ?, ?)"
_METADATA = ("title", "author", "outlet", "published_on", "url", "lang", "meta", "hidden")
_OURS = f"SELECT {', '.join(_METADATA)} FROM document WHERE id=?"  # noqa: S608
_SET = f"UPDATE document SET {'=?, '.join(_METADATA)}=? WHERE id=?"  # noqa: S608


class IncomingArticles:
    """Adds and compares articles, inside the caller's transaction."""

    def __init__(self, file: Connection, judge: Judge, *, theirs_stands: bool = False):
        self._file = file
        self._theirs_stands = theirs_stands
        self._judge = judge
        self._kinds: list[tuple[str, int, str, str]] = []
        self.refused: dict[str, Refused] = {}
        self.remarks: list[Remark] = []

    def take(self, theirs: DocumentRecord) -> bool:
        """Add an article unless it is here; whether it was new."""
        texts = [text for _, text in theirs.paragraphs]
        sha256 = sha256_hex(canonical_text(texts))
        if sha256 != theirs.text_sha256 or theirs.uid != document_uid(sha256, theirs.copy):
            self._refuse(theirs, "the text of the article {title} is not what its hash says")
            return False
        here = self._judge.document(theirs.uid)
        if here is None:
            self._add(theirs)
            self._judge.forget(theirs.uid)
            return True
        self._compare(theirs, here)
        return False

    def _add(self, theirs: DocumentRecord) -> None:
        source = theirs.source
        if source is not None:
            self._file.run(_ADD_SOURCE, *msgspec.structs.astuple(source))
        uid, _, *row = msgspec.structs.astuple(theirs)[:-1]
        document = self._file.run(_ADD_DOCUMENT, uid, *row, source.sha256 if source else None)
        rows, start = [], 0
        for ord_, (kind, text) in enumerate(theirs.paragraphs):
            rows.append((document, ord_, start, kind, text))
            start += len(text) + 2  # two line feeds join paragraphs
        self._file.run_many(_ADD_PARAGRAPH, rows)

    def _compare(self, theirs: DocumentRecord, here: Here) -> None:
        texts = [text for _, text in theirs.paragraphs]
        if texts != [here.texts[ord_] for ord_ in range(len(here.texts))]:
            self._refuse(theirs, "the article {title} is divided into other paragraphs here")
            return
        ours = self._file.row(_OURS, here.id) or ()
        fields = [
            name
            for name, value in zip(_METADATA, ours, strict=True)
            if value != getattr(theirs, name)
        ]
        if fields:
            template = "the article {title} has another {fields} there; ours stays"
            if self._theirs_stands:
                template = "the article {title} has another {fields} now"
                self._file.run(_SET, *(getattr(theirs, name) for name in _METADATA), here.id)
            values: dict[str, str | int | float] = {"title": ours[0], "fields": ", ".join(fields)}
            self.remarks.append(Remark("metadata-differ", template, values))
        kinds = self._file.rows("SELECT kind FROM paragraph WHERE document=? ORDER BY ord", here.id)
        for ord_, ((mine,), (kind, _)) in enumerate(zip(kinds, theirs.paragraphs, strict=True)):
            if mine != kind:
                self._kinds.append((theirs.uid, ord_, ours[0], kind))

    def _refuse(self, theirs: DocumentRecord, template: str) -> None:
        self.refused[theirs.uid] = Refused(0, template, {"title": theirs.title or theirs.uid})

    def tell_kinds(self) -> None:
        """Note the kinds that differ though nobody changed them; after all events are in."""
        for uid, ord_, title, kind in self._kinds:
            if not self._file.row("SELECT 1 FROM event WHERE uid=?", kind_uid(uid, ord_)):
                self.remarks.append(
                    Remark(
                        "kind-differs",
                        "¶ {number} of the article {title} is {kind} there; ours stays",
                        {"number": ord_ + 1, "title": title, "kind": kind},
                        ord_,
                    )
                )
