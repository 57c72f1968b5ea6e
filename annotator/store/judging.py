"""Whether an answer from elsewhere may stand here: its codebook, its article. Imports model.

Few answers differ once marked words and notes are left out, so each is judged once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.model import DocumentId
from annotator.store.rules import check_answer, in_order, layer_at

if TYPE_CHECKING:
    from annotator.model import Answer, Codebook, Place
    from annotator.store.connection import Connection
    from annotator.store.definitions import Definitions

_KEPT = 256


class Here(Struct, frozen=True):
    """An article as it stands here."""

    id: DocumentId
    text_sha256: str
    texts: dict[int, str]


class Judge:
    """Knows the articles and codebooks of this project, inside the caller's transaction."""

    def __init__(self, file: Connection, definitions: Definitions):
        self._file = file
        self._definitions = definitions
        self._hashes = {each.version: each.sha256 for each in definitions.codebook_versions()}
        self._codebooks: dict[str, Codebook] = {}
        self._documents: dict[str, Here | None] = {}
        self._right: dict[tuple[object, ...], tuple[str, ...]] = {}

    def document(self, uid: str) -> Here | None:
        """The article with this uid; the last few are remembered."""
        if uid not in self._documents:
            if len(self._documents) >= _KEPT:
                self._documents.clear()
            self._documents[uid] = self._find(uid)
        return self._documents[uid]

    def forget(self, uid: str) -> None:
        """An article has been added under this uid."""
        del self._documents[uid]

    def _find(self, uid: str) -> Here | None:
        row = self._file.row("SELECT id, text_sha256 FROM document WHERE uid=?", uid)
        if row is None:
            return None
        texts = self._file.rows("SELECT ord, text FROM paragraph WHERE document=?", row[0])
        return Here(DocumentId(row[0]), row[1], dict(texts))

    def codebook(self, version: str) -> Codebook | None:
        """The codebook with this version number, None if it is not here."""
        if version not in self._hashes:
            return None
        if version not in self._codebooks:
            self._codebooks[version] = self._definitions.codebook_of(version)
        return self._codebooks[version]

    def codebook_hash(self, version: str) -> str | None:
        """SHA-256 of that codebook, None if it is not here."""
        return self._hashes.get(version)

    def allowed(self, codebook: Codebook, place: Place, answer: Answer, here: Here) -> Answer:
        """The answer as it is stored here: codes and evidence in order.

        Raises:
            AnswerRefused: it breaks a rule of its codebook, or leaves the text.
        """
        if (
            answer.evidence
            or answer.note
            or answer.value is not None
            or not (place.paragraph is None or place.paragraph in here.texts)
        ):
            return self._judged(codebook, place, answer, here)
        key = (codebook.version, place.layer, place.paragraph is None, place.target, place.holder,
               answer.state, answer.codes, answer.primary, answer.confidence)  # fmt: skip
        codes = self._right.get(key)
        if codes is None:
            judged = self._judged(codebook, place, answer, here)
            self._right[key] = judged.codes
            return judged
        return answer if codes == answer.codes else replace(answer, codes=codes)

    @staticmethod
    def _judged(codebook: Codebook, place: Place, answer: Answer, here: Here) -> Answer:
        layer = layer_at(codebook, place)
        ordered = in_order(answer, codebook, layer)
        check_answer(ordered, codebook, layer, place, here.texts.get)
        return ordered
