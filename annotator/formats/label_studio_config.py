"""Label Studio's labelling configuration: one control a question, one more for its marked words.

Imports names of labels and model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from annotator.formats.label_names import ANY_CODE, PRIMARY, STATE, WORDS, Question
from annotator.model import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.model import Codebook, Layer


def text_name(codebook: Codebook) -> str:
    """What the shown text is called: a question may have the usual name, and names are unique."""
    return "text#" if any(layer.key == "text" for layer in codebook.layers) else "text"


def labelling_config(codebook: Codebook, further: Iterable[Question] = ()) -> str:
    """The XML of all questions that are still asked, and of `further` ones that have answers."""
    shown = text_name(codebook)
    layers = {layer.key: layer for layer in codebook.layers}
    wanted = [
        each for layer in codebook.layers if not layer.retired for each in _asked(codebook, layer)
    ]
    wanted += sorted(set(further) - set(wanted), key=lambda each: each.name)
    lines = ["<View>", '  <Header value="$title"/>', f'  <Text name="{shown}" value="$text"/>']
    for question in wanted:
        if (layer := layers.get(question.layer)) is not None:
            lines += [f"  {line}" for line in _controls(codebook, layer, question, shown)]
    return "\n".join([*lines, "</View>", ""])


def _asked(codebook: Codebook, layer: Layer) -> Iterator[Question]:
    targets = [each.key for each in codebook.targets_of(layer) if not each.retired]
    holders = [each.key for each in codebook.holders if not each.retired]
    for target in targets if layer.per_target else [None]:
        for holder in holders if layer.holder else [None]:
            yield Question(layer.key, target, holder)


def _controls(codebook: Codebook, layer: Layer, question: Question, shown: str) -> Iterator[str]:
    language = codebook.about.languages[0]
    asked = in_language(layer.question, language)
    head = " · ".join(part for part in (asked, question.target, question.holder) if part)
    yield f"<Header value={quoteattr(head)}/>"
    states: list[tuple[str, str]] = [(state, state) for state in layer.states]
    if layer.answer == "text":
        name = quoteattr(question.name)
        yield f'<TextArea name={name} toName="{shown}" maxSubmissions="1"/>'
        if states:
            yield from _choices(question.name + STATE, states, shown)
        return
    codes = [(each.key, in_language(each.label, language)) for each in codebook.codes_of(layer)]
    how = "multiple" if layer.answer == "multiple" else "single"
    yield from _choices(question.name, [*codes, *states], shown, how)
    if layer.primary != "no":
        yield from _choices(question.name + PRIMARY, codes, shown)
    if layer.takes_evidence != "no":
        yield f'<Labels name={quoteattr(question.name + WORDS)} toName="{shown}">'
        for key, _ in (*codes, (ANY_CODE, "")):
            yield f"  <Label value={quoteattr(key)}/>"
        yield "</Labels>"


def _choices(
    name: str, options: list[tuple[str, str]], shown: str, how: str = "single"
) -> Iterator[str]:
    yield f'<Choices name={quoteattr(name)} toName="{shown}" choice="{how}" showInline="true">'
    for key, label in options:
        yield f"  <Choice value={quoteattr(key)} hint={quoteattr(label)}/>"
    yield "</Choices>"
