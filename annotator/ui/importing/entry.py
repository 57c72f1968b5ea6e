"""One file of the list: what was seen in it, what was changed, what became of it. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from annotator.study.intake import Prepared
from annotator.text.doubts import doubtful
from annotator.text.editing import Edit, FieldSet, edited
from annotator.text.reading import AS_FOUND, Options

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.errors import ImportFailed
    from annotator.model import Article, Remark
    from annotator.study.intake import FileFate, Key
    from annotator.study.survey import Look, Seen

State = Literal["waiting", "ready", "odd", "there", "failed", "taken"]


class Entry:
    """A file, from the moment it is in the list."""

    def __init__(self, path: Path, options: Options = AS_FOUND) -> None:
        self.path = path
        self.options = options
        self.look: Look | None = None
        self.fate: FileFate | None = None
        self.edits: dict[Key, list[Edit]] = {}
        self.left_out: set[Key] = set()
        self.n_articles = self.n_new = self.n_paragraphs = self.n_doubts = self.n_remarks = 0
        self.twin = ""
        self.is_all = True
        self.failures: tuple[ImportFailed, ...] = ()
        self.n_bytes = 0
        self.is_set_back = False
        self._is_seen = False
        # The hashes of the bytes that were seen, in the way that they were read.
        self._hashes: frozenset[str] = frozenset()
        self._read_so = options
        # The article that was changed last, as it is now: a long one takes a while to change anew.
        self._last: tuple[Key, Article] | None = None

    def take_look(self, look: Look) -> None:
        """It was looked at. What had been changed of another reading of it no longer holds."""
        self.look = look
        self._is_seen = True
        self._last = None
        self.options = look.options
        self._read_so = look.options
        keys = {seen.key for seen in look.seen}
        self._hashes = frozenset(sha256 for sha256, _ in keys)
        kept = {key: edits for key, edits in self.edits.items() if key in keys}
        self.is_set_back = len(kept) < len(self.edits) or not self.left_out <= keys
        self.edits = kept
        self.left_out &= keys
        new = [seen for seen in look.seen if not seen.is_there and not seen.twin]
        self.n_articles, self.n_new = len(look.seen), len(new)
        self.n_paragraphs = sum(len(seen.article.paragraphs) for seen in look.seen)
        self.n_doubts = sum(len(doubtful(seen.article)) for seen in new)
        self.n_remarks = sum(len(remarks_of(seen)) for seen in new)
        self.twin = next((seen.twin for seen in look.seen if seen.twin), "")
        self.failures, self.is_all = look.failures, look.is_all
        self.n_bytes = sum({seen.key[0]: _size(seen.article) for seen in look.seen}.values())

    def start_anew(self) -> None:
        """It was added once more: what came of it counts no longer, nor what was changed of it."""
        if self.is_done:
            self.edits, self.left_out = {}, set()
        self.fate = None

    @property
    def state(self) -> State:
        """How it stands."""
        if self.fate is not None:
            return _fate_state(self.fate)
        if not self._is_seen:
            return "waiting"
        if not self.n_articles:
            return "failed"
        if not self.n_new and self.is_all:
            return "there"
        return "odd" if self.failures or self.n_remarks else "ready"

    @property
    def is_done(self) -> bool:
        """Whether it is in, or what of it can be: there is nothing more to change."""
        fate = self.fate
        return fate is not None and (fate.n_taken + fate.n_there > 0 or not fate.n_failed)

    @property
    def wants_a_look(self) -> bool:
        """Whether something in it is doubtful or odd, or it cannot be read."""
        return self.state in {"odd", "failed"} or (self.n_doubts > 0 and not self.is_done)

    @property
    def may_be_read_anew(self) -> bool:
        """Not after something was changed, which would be lost, nor once it is in."""
        return not self.is_done and not self.edits and not self.left_out

    def current(self, seen: Seen) -> Article:
        """The article as it was changed."""
        if self._last is None or self._last[0] != seen.key:
            self._last = seen.key, edited(seen.article, self.edits.get(seen.key, ()))
        return self._last[1]

    def chosen(self, seen: Seen, field: str) -> str | None:
        """What a person said of the title, the author …; None if nothing."""
        said = [each for each in self.edits.get(seen.key, ()) if isinstance(each, FieldSet)]
        return next((each.value for each in reversed(said) if each.field == field), None)

    def change(self, seen: Seen, edit: Edit) -> None:
        """Change an article.

        Raises:
            ImportFailed: it would pass a limit.
        """
        self._last = seen.key, edited(self.current(seen), [edit])
        self.edits.setdefault(seen.key, []).append(edit)

    def take_back(self, seen: Seen) -> bool:
        """Take the last change of an article back; whether there was one."""
        edits = self.edits.get(seen.key)
        if not edits:
            return False
        edits.pop()
        self._last = None
        if not edits:
            del self.edits[seen.key]
        return True

    def prepared(self) -> Prepared:
        """What is to be known when it is taken in."""
        look = self.look
        was_read_so = self._read_so == self.options
        said = Prepared(
            options=self.options,
            edits={key: tuple(edits) for key, edits in self.edits.items()},
            left_out=frozenset(self.left_out),
            shown=self._hashes if was_read_so else frozenset(),
            is_all_shown=self.is_all,
        )
        if look is None or not was_read_so or not look.is_all or not look.seen:
            return said
        if any(seen.article.original is not None for seen in look.seen):
            return said  # the bytes of a table are packed only when it is taken in
        articles = tuple(seen.article for seen in look.seen)
        return replace(said, articles=articles, failures=look.failures)


def remarks_of(seen: Seen) -> list[Remark]:
    """What is odd about an article."""
    return [*seen.article.remarks, *([seen.near] if seen.near else [])]


def _fate_state(fate: FileFate) -> State:
    if fate.n_failed and not fate.n_taken:
        return "failed"
    if fate.n_failed:
        return "odd"
    return "taken" if fate.n_taken else "there"


def _size(article: Article) -> int:
    original = article.original
    packed = len(original.packed or b"") if original else 0
    return len(article.content) + packed
