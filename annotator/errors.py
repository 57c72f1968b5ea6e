"""Errors that a user can act on.

The tree (everything else that is raised is a bug and keeps its own class)::

    AnnotatorError
    ├── InputError            a file that was given cannot be taken as it is
    │   ├── ImportFailed        an article
    │   ├── CodebookError       a codebook; carries every mistake found in it
    │   ├── TableError          a table of ratings; carries the line
    │   └── RecordError         a line of a JSONL export; carries the line
    ├── StoreError            the project file
    │   ├── NotAProject         another kind of file, damaged, or truncated
    │   ├── NewerProject        made by a newer Annotator
    │   ├── ProjectBusy         another program is using it; nothing was written, try again
    │   ├── ProjectExists       a new project would overwrite a file
    │   └── ProjectUnwritable   read-only, full, removed
    ├── MergeError            two files that do not belong together
    ├── AnswerRefused         the answer breaks a rule of the codebook or of the window
    └── Unavailable           asked for something that this version or machine does not have

This room imports nothing of the package.
"""

from __future__ import annotations


class AnnotatorError(Exception):
    """Something the user can act on: what happened, where, and what to do.

    `what` and `remedy` are English templates for `str.format`; `values` fills them. The window
    translates the templates, the command line prints `str(error)`.
    """

    def __init__(self, what: str, *, where: object = "", remedy: str = "", **values: object):
        super().__init__(what)
        self.what = what
        self.where = str(where)
        self.remedy = remedy
        self.values = values

    def __str__(self) -> str:
        text = self.what.format(**self.values)
        if self.where:
            text = f"{self.where}: {text}"
        if self.remedy:
            text = f"{text}; {self.remedy.format(**self.values)}"
        return text


class InputError(AnnotatorError):
    """A file that was given cannot be taken as it is."""


class ImportFailed(InputError):
    """A file that cannot be read as an article."""


class CodebookError(InputError):
    """A codebook with mistakes; `mistakes` holds all of them in file order."""

    mistakes: tuple[object, ...] = ()


class TableError(InputError):
    """A table of ratings that cannot be read without guessing."""


class RecordError(InputError):
    """A line of a JSONL export that cannot be read without guessing."""


class StoreError(AnnotatorError):
    """The project file cannot be read or written. Nothing was written."""


class NotAProject(StoreError):
    """The file is no project, is damaged, or is cut off."""


class NewerProject(StoreError):
    """The file was made by a newer version of the program."""


class ProjectBusy(StoreError):
    """Another program is using the file; trying again may succeed."""


class ProjectExists(StoreError):
    """A new project would overwrite a file."""


class ProjectUnwritable(StoreError):
    """The file or its folder is read-only, full or gone."""


class MergeError(AnnotatorError):
    """Two files whose answers cannot be put together."""


class AnswerRefused(AnnotatorError):
    """An answer that the codebook or the window does not allow here."""


class Unavailable(AnnotatorError):
    """This version or this machine lacks what was asked for."""
