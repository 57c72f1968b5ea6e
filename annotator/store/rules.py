"""Whether an answer may stand at its place, by its codebook and its text. Imports model, errors.

The window offers only what is allowed; these rules hold for every other way in as well.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from annotator.errors import AnswerRefused
from annotator.model import Answer, Codebook, Layer, Place, Span, holder_type

# The text of a paragraph of the answer's document, None if there is no such paragraph.
TextOf = Callable[[int], str | None]


def layer_at(codebook: Codebook, place: Place) -> Layer:
    """The layer of a place whose paragraph, target and holder fit it. Raises AnswerRefused."""
    try:
        layer = codebook.layer(place.layer)
    except KeyError:
        raise AnswerRefused(
            "the codebook {version} has no layer {layer}",
            version=codebook.version,
            layer=place.layer,
        ) from None
    if (place.paragraph is None) != (layer.unit == "document"):
        raise AnswerRefused(
            "the layer {layer} is answered once a {unit}", layer=layer.key, unit=layer.unit
        )
    _check_target(codebook, layer, place.target)
    _check_holder(codebook, layer, place.holder)
    return layer


def _check_target(codebook: Codebook, layer: Layer, target: str | None) -> None:
    known = {each.key for each in codebook.targets_of(layer)}
    if (target in known) if layer.per_target else (target is None):
        return
    raise AnswerRefused(
        "the layer {layer} does not ask about the target {target}",
        layer=layer.key,
        target=target or "–",
    )


def _check_holder(codebook: Codebook, layer: Layer, holder: str | None) -> None:
    if not layer.holder and holder is None:
        return
    kinds = {each.key: each for each in codebook.holders}
    kind, has_name, name = (holder or "").partition(":")
    if not layer.holder or kind not in kinds:
        raise AnswerRefused(
            "the layer {layer} does not know the holder {holder}",
            layer=layer.key,
            holder=holder or "–",
        )
    if has_name and (kinds[kind].named == "no" or not is_name(name)):
        raise AnswerRefused(
            "{holder} is no name for a holder",
            remedy="leave out the signs | and #, and spaces at the ends",
            holder=ascii(holder),
        )


def is_name(name: str) -> bool:
    """Whether a holder may be called so."""
    return bool(name) and name == name.strip() and name.isprintable() and not set(name) & set("|#")


def in_order(answer: Answer, codebook: Codebook, layer: Layer) -> Answer:
    """The same answer as it is stored: codes in codebook order, evidence sorted, no repeats.

    Codes that the codebook does not know go last, for `check_answer` to refuse.
    """
    places = {code.key: place for place, code in enumerate(codebook.codes_of(layer))}
    codes = tuple(sorted(set(answer.codes), key=lambda code: (places.get(code, 999), code)))
    evidence = tuple(sorted(set(answer.evidence), key=_reading_order))
    if codes == answer.codes and evidence == answer.evidence:
        return answer
    return msgspec.structs.replace(answer, codes=codes, evidence=evidence)


def _reading_order(span: Span) -> tuple[int, int, int, str]:
    return (-1 if span.paragraph is None else span.paragraph, span.start, span.end, span.code or "")


def check_answer(
    answer: Answer, codebook: Codebook, layer: Layer, place: Place, text_of: TextOf
) -> None:
    """Refuse an answer that breaks a rule of the codebook or leaves the text.

    Raises:
        AnswerRefused: with the paragraph as people count it in `values["number"]`.
    """
    reason = _broken(answer, codebook, layer) or _outside(answer, layer, place, text_of)
    if reason:
        raise AnswerRefused(
            reason,
            layer=layer.key,
            state=answer.state,
            codes=", ".join(answer.codes),
            number=0 if place.paragraph is None else place.paragraph + 1,
            limit=layer.max_length,
        )


def _broken(answer: Answer, codebook: Codebook, layer: Layer) -> str | None:
    """Which rule of the codebook the answer breaks."""
    if not all(map(_is_text, (answer.note, answer.value or ""))):
        return "¶ {number}: the note or the words have signs that are no text"
    if answer.confidence not in {None, 1, 2, 3}:
        return "¶ {number}: how sure is a number from 1 to 3"
    if answer.state != "coded":
        return _broken_without_codes(answer, layer)
    if layer.answer == "text":
        return _broken_text(answer, layer)
    return _broken_codes(answer, codebook, layer)


def _is_text(text: str) -> bool:
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _broken_without_codes(answer: Answer, layer: Layer) -> str | None:
    if answer.state not in layer.states:
        return "¶ {number}: the layer {layer} does not allow the answer {state}"
    if answer.codes or answer.primary is not None or answer.value is not None:
        return "¶ {number}: an answer {state} has no codes and no words"
    return None


def _broken_text(answer: Answer, layer: Layer) -> str | None:
    if answer.codes or answer.primary is not None or not answer.value:
        return "¶ {number}: the layer {layer} is answered in words"
    if len(answer.value) > layer.max_length:
        return "¶ {number}: more than {limit} characters"
    return None


def _broken_codes(answer: Answer, codebook: Codebook, layer: Layer) -> str | None:
    known = {code.key: code for code in codebook.codes_of(layer)}
    if not answer.codes or answer.value is not None:
        return "¶ {number}: the layer {layer} is answered with codes"
    if not set(answer.codes) <= known.keys():
        return "¶ {number}: the layer {layer} has no code of these: {codes}"
    alone = layer.answer != "multiple" or any(known[code].exclusive for code in answer.codes)
    if alone and len(answer.codes) > 1:
        return "¶ {number}: only one of these can be the answer of the layer {layer}: {codes}"
    if answer.primary is not None and (answer.primary not in answer.codes or layer.primary == "no"):
        return "¶ {number}: the main code must be one of these: {codes}"
    return None


def _outside(answer: Answer, layer: Layer, place: Place, text_of: TextOf) -> str | None:
    """How the evidence leaves the text or the answer."""
    if place.paragraph is not None and text_of(place.paragraph) is None:
        return "the article has no ¶ {number}"
    if answer.evidence and layer.takes_evidence == "no":
        return "¶ {number}: the layer {layer} takes no marked words"
    for span in answer.evidence:
        if span.code is not None and span.code not in answer.codes:
            return "¶ {number}: words are marked for a code that is not in the answer"
        if (place.paragraph is None) == (span.paragraph is None):
            return "¶ {number}: marked words name their paragraph only for the whole article"
        text = text_of(span.paragraph if place.paragraph is None else place.paragraph)  # type: ignore[arg-type]
        if text is None or not 0 <= span.start < span.end <= len(text):
            return "¶ {number}: the marked words lie outside the text"
    return None


def holder_label(holder: str) -> str:
    """What a named holder is called: the name without its type."""
    return holder.partition(":")[2]


def is_named(holder: str | None) -> bool:
    """Whether a holder has a name beside its type."""
    return holder is not None and holder_type(holder) != holder
