"""The project file: the only room that speaks SQL. Imports model, codebook and errors."""

# isort: split
from annotator.formats.jsonl import Record
from annotator.store.articles import Added, Metadata, Source
from annotator.store.changes import AnswerNow, Changes
from annotator.store.checking import Finding
from annotator.store.clock import Clock
from annotator.store.columns import DistinctAnswer, LayerColumns
from annotator.store.counts import Counts, Tally
from annotator.store.definitions import CodebookVersion, Project, Round
from annotator.store.evidence import EvidenceColumns
from annotator.store.opening import is_database
from annotator.store.project import Store
from annotator.store.reports import Conflict, MergeReport, MergeTally
from annotator.store.splitting import is_stand_in
from annotator.store.steps import Change, Changed, KindChanged, Step
from annotator.store.units import AnsweredUnit, AnsweredUnits, Given

__all__ = [
    "Added",
    "AnswerNow",
    "AnsweredUnit",
    "AnsweredUnits",
    "Change",
    "Changed",
    "Changes",
    "Clock",
    "CodebookVersion",
    "Conflict",
    "Counts",
    "DistinctAnswer",
    "EvidenceColumns",
    "Finding",
    "Given",
    "KindChanged",
    "LayerColumns",
    "MergeReport",
    "MergeTally",
    "Metadata",
    "Project",
    "Record",
    "Round",
    "Source",
    "Step",
    "Store",
    "Tally",
    "is_database",
    "is_stand_in",
]
