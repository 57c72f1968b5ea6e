"""The report on one or more layers: every question of each, pooled and by target.

May import `annotator.model` and `annotator.errors`; all that is computed stands in other rooms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from annotator.agreement.again import Again, again_of
from annotator.agreement.beside import beside
from annotator.agreement.figures import agreements
from annotator.agreement.groups import check_groups
from annotator.agreement.over_time import check_parts
from annotator.agreement.questionnaire import (
    asks_with_cannot_tell,
    offered_targets,
    parts_of,
    questions_of,
)
from annotator.agreement.ranks import distinct
from annotator.agreement.results import Agreement, CodebookName, Report
from annotator.agreement.rows import Rows, rows_of
from annotator.agreement.spans_report import ON_REQUEST, span_agreements
from annotator.agreement.telling import layer_name, told
from annotator.agreement.words import remark_words
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.options import Options
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import LayerAnswers
    from annotator.agreement.spans_figures import SpanFigures

# The names of `asking` that are read from here.
__all__ = ["asks_with_cannot_tell", "has_target", "parts_of", "questions_of", "report",
           "report_of", "results_of"]  # fmt: skip


def report(
    layers: Sequence[LayerAnswers], options: Options, *, source: str, made_at: str, program: str
) -> Report:
    """Agreement in each of the layers, the headline of each first.

    Args:
        layers: what the store or `read_table` hands over.
        options: coefficient, distance, intervals.
        source: what was read, as the reader of the report knows it.
        made_at: the time, from outside: the same input gives the same bytes.
        program: name and version.

    Raises:
        Unavailable: a coefficient, distance or target that is not there or does not fit.
    """
    options.check()
    check_groups(options, [name for answers in layers for name in answers.annotators])
    for answers in layers:
        check_parts(answers, options)
    chosen = [answers for answers in layers if has_target(answers, options.target)]
    if options.target is not None and not chosen:
        _refuse_target(layers, options.target)
    results = [one for answers in chosen for one in layer_results(answers, options)]
    return report_of(layers, options, results, source=source, made_at=made_at, program=program)


def report_of(
    layers: Sequence[LayerAnswers], options: Options, results: Sequence[Agreement], *,
    source: str, made_at: str, program: str,
) -> Report:  # fmt: skip
    """Results that were made of these layers, as a report."""
    return Report(
        program=program,
        source=source,
        made_at=made_at,
        codebook=_codebook(layers),
        rounds=tuple(dict.fromkeys(one for answers in layers for one in answers.rounds)),
        annotators=tuple(sorted({name for answers in layers for name in _annotators(answers)})),
        layers=tuple(layer_name(answers) for answers in layers),
        options=_written(options),
        notes=tuple(remark_words(remark, options.language)
                    for answers in layers for remark in answers.remarks),
        titles=_titles(layers, results),
        results=tuple(results),
    )  # fmt: skip


def _titles(layers: Sequence[LayerAnswers], results: Sequence[Agreement]) -> dict[str, str]:
    """The titles of the documents that results name."""
    return {
        uid: answers.titles[uid]
        for uid in _documents(results)
        for answers in layers
        if uid in answers.titles
    }


def _documents(results: Sequence[Agreement]) -> Iterator[str]:
    for one in results:
        units = [each.unit for each in one.disagreements]
        units += [unit for pair in one.code_pairs for unit in pair.units]
        yield from (unit.document for unit in units if unit.document)
        yield from (part.group for part in one.over_time if part.by == "document" and part.group)


def _annotators(answers: LayerAnswers) -> list[str]:
    return [answers.annotators[place] for place in distinct(answers.annotator)]


def _written(options: Options) -> dict[str, str | int | None]:
    """The options as the report names them; a distance table stands with its result."""
    written = msgspec.structs.asdict(options)
    del written["table"]
    groups = ", ".join(f"{name}={group}" for name, group in sorted(options.groups.items()))
    return {**written, "distance": options.metric, "groups": groups or None}


def _codebook(layers: Sequence[LayerAnswers]) -> CodebookName | None:
    for answers in layers:
        if answers.codebook:
            about = answers.codebook.about
            return CodebookName(about.key, about.version, answers.codebook_sha256)
    return None


def has_target(answers: LayerAnswers, target: str | None) -> bool:
    """Whether the layer has answers about this target; None is all of them."""
    return target is None or target in answers.targets


def _refuse_target(layers: Sequence[LayerAnswers], target: str) -> None:
    known = sorted({name for answers in layers for name in answers.targets})
    raise Unavailable(
        "Nothing was answered about the target {target}",
        remedy="choose one of {known}" if known else "leave the target out",
        target=target,
        known=", ".join(known),
    )


def layer_results(answers: LayerAnswers, options: Options) -> Iterator[Agreement]:
    """All results of one layer in words."""
    layer = answers.layer
    if layer.answer == "text":
        yield _in_words(_text_result(answers), answers, options)
        return
    place = None if options.target is None else answers.targets.index(options.target)
    rows = rows_of(answers, target=place, holders=options.holders)
    if options.coefficient not in ON_REQUEST:
        questions = questions_of(answers, rows, options)
        again = again_of(answers, options)
        for part in parts_of(answers, [question.step for question in questions], options):
            yield from results_of(part.of(questions), answers, rows, options, again)
    yield from span_results(answers, rows, options)


def span_results(
    answers: LayerAnswers, rows: Rows, options: Options, known: SpanFigures | None = None
) -> Iterator[Agreement]:
    """The results about marked words in words."""
    for result in span_agreements(answers, rows, options, known):
        yield _in_words(result, answers, options)


def results_of(
    question: Question, answers: LayerAnswers, rows: Rows, options: Options,
    again: Again,
) -> Iterator[Agreement]:  # fmt: skip
    """The results of one question in words, the headline with the tables beside it.

    `again` holds the tables on other rows than these.
    """
    if question.step == "addressed" and question.target in offered_targets(answers):
        yield _in_words(_offered_result(question, answers), answers, options)
        return
    key = answers.layer.key
    head, *others = agreements(question, options, layer=key, annotators=rows.annotators)
    head = beside(head, question, answers, rows, options, again)
    for result in (head, *others):
        yield _in_words(result, answers, options)


def _offered_result(question: Question, answers: LayerAnswers) -> Agreement:
    """How often one annotator, and how often several, addressed a target that was only offered."""
    ratings = question.ratings
    by_unit = np.bincount(ratings.unit_ix[ratings.value_ix == 1], minlength=ratings.n_units)
    return Agreement(
        layer=answers.layer.key,
        target=question.target,
        step=question.step,
        coefficient="alpha",
        distance="nominal",
        reason="not_comparable",
        n_units=int((by_unit >= 1).sum()),
        n_units_used=int((by_unit >= 2).sum()),
        n_single=int((by_unit == 1).sum()),
        n_annotators=len(np.unique(ratings.annotator_ix)),
        n_ratings=int(by_unit.sum()),
    )


def _text_result(answers: LayerAnswers) -> Agreement:
    coded = [state == "coded" for state, _, _ in answers.answers]
    return Agreement(
        layer=answers.layer.key,
        coefficient="alpha",
        reason="not_comparable",
        n_annotators=len(np.unique(answers.annotator)),
        n_ratings=int(np.array(coded, bool)[answers.answer].sum()) if coded else 0,
    )


def _in_words(result: Agreement, answers: LayerAnswers, options: Options) -> Agreement:
    """The result with its warnings, its paragraph and its reference."""
    return told(result, layer_name(answers), options.language, answers.remarks, answers.titles)
