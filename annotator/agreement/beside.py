"""What stands beside the headline of a question: who differs, where, in what, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.code_pairs import code_pairs
from annotator.agreement.disagreements import disagreements
from annotator.agreement.groups import by_group
from annotator.agreement.holders import by_holder
from annotator.agreement.over_time import OF_UNITS, over_units
from annotator.agreement.sample import sample_of
from annotator.agreement.without import without_each

if TYPE_CHECKING:
    from annotator.agreement.again import Again
    from annotator.agreement.options import Options
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import LayerAnswers
    from annotator.agreement.results import Agreement
    from annotator.agreement.rows import Rows


def beside(
    head: Agreement, question: Question, answers: LayerAnswers, rows: Rows, options: Options,
    again: Again,
) -> Agreement:  # fmt: skip
    """The headline with its tables; those of single targets among several go without.

    Args:
        head: the first result of the question.
        question: what was asked.
        answers: the layer.
        rows: its rows that count.
        options: what is asked for.
        again: the tables on other rows than these.
    """
    if question.target != options.target or question.step == "with_cannot_tell":
        return head
    measure = question.measures[0]
    names = {"layer": head.layer, "target": question.target,
             "step": measure.step or question.step}  # fmt: skip
    plain = sample = sample_of(question.ratings, options)
    if measure.merge is not None:
        sample = plain.renamed(measure.merge, measure.n_values, options)
    found: dict[str, Any] = {"intra": again.intra.get(question.step, ()),
                             "over_time": again.over_time.get(question.step, ())}  # fmt: skip
    if sample.reason is None:
        found["n_disagreements"], found["disagreements"] = disagreements(
            question, sample.patterns, plain.positions, answers, rows, options.top
        )
        found["without"] = without_each(sample, measure, options, rows.annotators, **names)
        if question.is_set and question.step is None:
            found["code_pairs"] = code_pairs(
                question, sample.positions.paired, answers, rows, options.top
            )
    if options.by in OF_UNITS:
        found["over_time"] = over_units(question, answers, rows, options, **names)
    if options.groups:
        found["groups"] = by_group(question.ratings, measure, options, rows.annotators, **names)
    if question.seen is not None:
        found["by_holder"] = by_holder(answers, rows, question.seen)
    found["versions"] = _versions(answers, rows)
    return msgspec.structs.replace(head, **found)


def _versions(answers: LayerAnswers, rows: Rows) -> dict[str, int]:
    """How many answers were given under each version of the codebook, where there are several."""
    if answers.version is None or len(answers.versions) < 2:
        return {}
    counts = np.bincount(answers.version[rows.row], minlength=len(answers.versions))
    used = np.flatnonzero(counts)
    if len(used) < 2:
        return {}
    return {answers.versions[place]: int(counts[place]) for place in used}
