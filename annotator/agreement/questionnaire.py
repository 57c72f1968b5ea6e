"""What a layer asks: its questions, over all targets and target by target.

May import `annotator.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.cautions import is_often
from annotator.agreement.questions import (
    Question,
    primary_question,
    set_question,
    single_question,
    with_cannot_tell,
)
from annotator.agreement.schemes import Scheme, scheme_of
from annotator.agreement.stances import stance_questions, stance_with_cannot_tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.options import Options
    from annotator.agreement.ratings import LayerAnswers
    from annotator.agreement.rows import Rows
    from annotator.model import Target


def questions_of(
    answers: LayerAnswers, rows: Rows, options: Options, *, every: bool = False
) -> list[Question]:
    """What the layer asks of all its units. A unit's ratings come from its own rows alone.

    With `every`, questions are asked too that only some tables give reason to ask.
    """
    layer, scheme = answers.layer, scheme_of(answers)
    if layer.answer == "scale" and _has_scale(answers, scheme):
        questions = stance_questions(answers, rows, scheme, options.metric, options.table)
        whole = next(question for question in questions if question.step is None)
        if every or asks_with_cannot_tell(whole):
            questions.append(stance_with_cannot_tell(answers, rows, scheme, whole))
        return questions
    ask = set_question if layer.answer == "multiple" else single_question
    questions = [ask(answers, rows, scheme, options.metric, options.table)]
    if every or asks_with_cannot_tell(questions[0]):
        questions.append(with_cannot_tell(questions[0], answers, rows))
    if layer.answer == "multiple" and layer.primary != "no":
        questions.append(primary_question(answers, rows, scheme))
    return questions


def _has_scale(answers: LayerAnswers, scheme: Scheme) -> bool:
    """A table in order has no `none` asked beside its codes, so it has no steps."""
    return answers.codebook is not None and scheme.numbers is not None


def asks_with_cannot_tell(question: Question) -> bool:
    """Whether `cannot_tell` is frequent enough to be counted as one more value."""
    return is_often(int(question.counts[:, 0].sum()), question.ratings.n_ratings)


@dataclass(frozen=True)
class Part:
    """A question by its place, asked about some targets only; None: as it is."""

    place: int
    targets: tuple[int, ...] | None = None
    name: str | None = None

    def of(self, questions: Sequence[Question]) -> Question:
        """The question itself."""
        question = questions[self.place]
        return question if self.targets is None else question.about(self.targets, self.name)


def parts_of(
    answers: LayerAnswers, steps: Sequence[str | None], options: Options
) -> Iterator[Part]:
    """Pooled over targets, then target by target in the order of the codebook.

    Args:
        answers: the layer.
        steps: of each question.
        options: of one target only, where asked.
    """
    if answers.codebook is None or not answers.layer.per_target or not answers.targets:
        yield from map(Part, range(len(steps)))
        return
    order = _target_order(answers)
    if options.target is not None:
        order = [options.target]
    else:
        offered = offered_targets(answers)
        asked = tuple(answers.targets.index(name) for name in order if name not in offered)
        for place, step in enumerate(steps):
            yield Part(place, asked) if step == "addressed" else Part(place)
    for name in order:
        for place, step in enumerate(steps):
            # Of one target among several, the table of holders says enough.
            if step != "holder" or options.target is not None:
                yield Part(place, (answers.targets.index(name),), name)


def _target_order(answers: LayerAnswers) -> list[str]:
    """Targets with an answer, in the order of the codebook."""
    occurs = np.zeros(len(answers.targets) + 1, bool)
    occurs[answers.target] = True  # an answer without a target finds the last entry
    answered = [answers.targets[place] for place in np.flatnonzero(occurs[:-1])]
    order = {target.key: place for place, target in enumerate(_targets(answers))}
    return sorted(answered, key=lambda name: (order.get(name, len(order)), name))


def offered_targets(answers: LayerAnswers) -> set[str]:
    """Targets that an annotator adds when addressed: absence is no answer there."""
    return {target.key for target in _targets(answers) if target.ask == "offered"}


def _targets(answers: LayerAnswers) -> tuple[Target, ...]:
    return answers.codebook.targets_of(answers.layer) if answers.codebook else ()
