"""Which formats there are, and the module of each; a module is loaded when its format is used.

Imports errors. Every module has KEEPS and LOSES (what a file of it can hold, in short phrases),
READS and WRITES, and with them `read`, and `write` or, for several files, `write_folder`.
"""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from types import ModuleType


# What each extra of this program installs, by the name that Python imports it by.
_MODULES = {"docx": "lxml", "parquet": "pyarrow"}


class Format(Struct, frozen=True):
    """One format: its label, its module, the ending of its files, the extra that it needs, if any.

    A format of several files has the ending `.zip`: it is written as a folder, or zipped. One
    without texts (`has_texts`) is read beside a project: `read` is given the texts by address.
    """

    label: str
    module: str
    suffix: str
    extra: str | None = None
    writes: bool = True
    has_texts: bool = True

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of several files, or that folder zipped."""
        return self.suffix == ".zip"

    @property
    def is_lacking(self) -> bool:
        """Whether the extra that it needs is not installed."""
        return self.extra is not None and importlib.util.find_spec(_MODULES[self.extra]) is None

    def load(self) -> ModuleType:
        """The module that reads and writes it."""
        return importlib.import_module(f"annotator.formats.{self.module}")


FORMATS = {
    "jsonl": Format("JSONL", "jsonl", ".jsonl"),
    "csv": Format("CSV", "csv_long", ".csv"),
    "csv-wide": Format("CSV, units by annotators", "csv_wide", ".csv"),
    "parquet": Format("Parquet", "parquet", ".parquet", extra="parquet"),
    "hf": Format("Dataset folder", "dataset", ".zip"),
    "label-studio": Format("Label Studio", "label_studio", ".zip"),
    "doccano": Format("doccano", "doccano", ".zip"),
    "prodigy": Format("Prodigy", "prodigy", ".jsonl"),
    "brat": Format("brat", "brat", ".zip"),
    # dkpro-cassis, of the extra `uima`, is needed to read them only.
    "uima-xmi": Format("UIMA CAS XMI", "uima.xmi", ".zip"),
    "uima-json": Format("UIMA CAS JSON", "uima.cas_json", ".zip"),
    "webanno-tsv": Format("WebAnno TSV", "webanno_tsv", ".tsv", writes=False),
    "qdpx": Format("REFI-QDA", "refi_qda", ".qdpx", extra="docx"),
    "w3c": Format("W3C Web Annotation", "w3c", ".jsonld", has_texts=False),
    "bundle": Format("Whole project (bundle)", "bundle_file", ".annot.jsonl"),
}


def writable() -> list[str]:
    """The names of the formats that can be written."""
    return [name for name, each in FORMATS.items() if each.writes]
