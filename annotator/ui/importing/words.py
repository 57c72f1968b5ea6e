"""What the import window says of a file, an article, a paragraph. Imports no Qt but `messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import ImportFailed
from annotator.text.reading import TABLES
from annotator.text.signatures import Form
from annotator.ui.article.kinds import kind_word
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.model import Article
    from annotator.study.intake import FileFate
    from annotator.ui.importing.entry import Entry, State


def state_words(entry: Entry) -> str:
    """How a file stands, in a line."""
    if entry.fate is not None:
        return fate_words(entry.fate, entry)
    state = entry.state
    if state == "waiting":
        return tr("not looked at yet")
    if state == "failed":
        return reason_words(entry.failures[0], entry) if entry.failures else tr("no article in it")
    if state == "there":
        return _there_words(entry)
    return " · ".join(_content_words(entry))


def reason_words(error: ImportFailed, entry: Entry) -> str:
    """What failed, without the path of the file that it is said of."""
    path = str(entry.path)
    if not error.where.startswith(path):
        return error_text(error)
    where = error.where.removeprefix(path).lstrip(": ")
    return error_text(ImportFailed(error.what, where=where, remedy=error.remedy, **error.values))


def fate_words(fate: FileFate, entry: Entry) -> str:
    """What became of a file."""
    if fate.n_failed and not fate.n_taken and not fate.n_there:
        return reason_words(fate.failures[0], entry)
    words = []
    if fate.n_taken == 1:
        one, many = tr("taken in: 1 paragraph"), tr("taken in: {n} paragraphs", n=fate.n_paragraphs)
        words.append(one if fate.n_paragraphs == 1 else many)
    elif fate.n_taken:
        words.append(tr("taken in: {n} articles", n=fate.n_taken))
    if fate.n_there:
        words.append(_already(fate.n_there, fate.n_taken))
    if fate.n_failed:
        words.append(_failed(fate.n_failed))
    return " · ".join(words) or tr("nothing was taken in")


def form_word(form: str) -> str:
    """The name of a form of files."""
    words = {"text": tr("plain text"), "nexis": tr("Nexis or Factiva")}
    return words.get(form, Form(form).label)


def takes_encoding(form: str) -> bool:
    """Whether files of this form may be read in another encoding."""
    return form in {"text", "html"} or form in TABLES


def accessible_paragraph(article: Article, number: int, doubts: Collection[int]) -> str:
    """A paragraph for a screen reader."""
    paragraph = article.paragraphs[number]
    words = f"¶ {number + 1}, {kind_word(paragraph.kind)}"
    if number in doubts:
        words += f", {tr('doubtful')}"
    return f"{words}: {paragraph.text}"


def counts(states: Collection[State]) -> dict[State, int]:
    """How many files stand how."""
    found: dict[State, int] = {}
    for state in states:
        found[state] = found.get(state, 0) + 1
    return found


def _there_words(entry: Entry) -> str:
    if entry.twin:
        return tr("the same text as {file}", file=entry.twin)
    return tr("already in the project")


def _content_words(entry: Entry) -> list[str]:
    more = "" if entry.is_all else "+"
    words = [f"{entry.n_paragraphs} ¶"]
    if entry.n_articles > 1:
        words = [tr("{n} articles", n=f"{entry.n_articles}{more}"), *words]
    if there := entry.n_articles - entry.n_new:
        words.append(_already(there, entry.n_new))
    if entry.n_doubts:
        one, many = tr("1 doubtful"), tr("{n} doubtful", n=entry.n_doubts)
        words.append(one if entry.n_doubts == 1 else many)
    if entry.failures:
        words.append(_failed(len(entry.failures)))
    if entry.n_remarks == 1:
        words.append(tr("1 remark"))
    elif entry.n_remarks:
        words.append(tr("{n} remarks", n=entry.n_remarks))
    return words


def _already(n: int, others: int) -> str:
    if n == 1 and not others:
        return tr("already in the project")
    return tr("1 already there") if n == 1 else tr("{n} already there", n=n)


def _failed(n: int) -> str:
    return tr("1 failed") if n == 1 else tr("{n} failed", n=n)
