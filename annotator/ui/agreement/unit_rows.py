"""Paragraphs on which people disagree, as rows: the words, the place, who gave what.

Imports results and messages; no Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.ui.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.agreement.results import Agreement, CodePair, Disagreement, Given, UnitName
    from annotator.ui.agreement.naming import Names

# With more annotators the rest is counted; the tooltip names them all.
_NAMED = 4
# With more different answers the rest is counted, too.
_CHIPS = 8


class Chip(NamedTuple):
    """One answer and who gave it. `colour` is the codebook's name for it; plain ones have none."""

    people: str
    answer: str
    colour: str | None
    is_plain: bool

    @property
    def words(self) -> str:
        """As one line."""
        return f"{self.people} {self.answer}".strip()


class UnitRow(NamedTuple):
    """One unit; `told` is everything, for the tooltip and for screen readers."""

    unit: UnitName
    place: str
    text: str
    chips: tuple[Chip, ...]
    told: str


class Words(NamedTuple):
    """The words of the units that a report names, and the titles of their articles."""

    texts: Mapping[tuple[str, int | None], str]
    titles: Mapping[str, str]


class Listed(NamedTuple):
    """A unit with the answers to it that are known."""

    unit: UnitName
    given: tuple[Given, ...]


def unit_row(
    unit: UnitName, given: Sequence[Given], result: Agreement, names: Names, words: Words
) -> UnitRow:
    """One unit with the answers to it."""
    title = words.titles.get(unit.document or "", unit.document or "")
    text = words.texts.get((unit.document or "", unit.paragraph), "")
    place = names.place(unit, title)
    chips = [_chip(one, result, names) for one in given[:_CHIPS]]
    if len(given) > _CHIPS:
        n_more = len(given) - _CHIPS
        chips.append(Chip("", tr("and {n} more answers", n=n_more), None, is_plain=True))
    told = [place, text, *(f"{', '.join(one.annotators)}: {_answer(one, result, names)}"
                           for one in given)]  # fmt: skip
    return UnitRow(unit, place, text, tuple(chips), "\n".join(line for line in told if line))


def disagreement_rows(
    found: Iterable[Disagreement | Listed], result: Agreement, names: Names, words: Words
) -> list[UnitRow]:
    """The disagreements as rows, in their order."""
    return [unit_row(one.unit, one.given, result, names, words) for one in found]


def between(found: Iterable[Disagreement], people: tuple[str, str]) -> list[Disagreement]:
    """Those in which these two gave unequal answers."""
    return [one for one in found if _differ(one, people)]


def about_code(found: Iterable[Disagreement], code: str) -> list[Disagreement]:
    """Those in which some gave this code and others did not."""
    return [one for one in found if len({_has(given, code) for given in one.given}) == 2]


def about_codes(found: Iterable[Disagreement], codes: tuple[str, str]) -> list[Disagreement]:
    """Those in which some gave the one code and some the other."""
    return [
        one for one in found
        if all(any(_has(given, code) for given in one.given) for code in codes)
        and (codes[0] != codes[1])
    ]  # fmt: skip


def of_pair(pair: CodePair, found: Iterable[Disagreement]) -> list[Disagreement | Listed]:
    """The units of a pair of codes, with the answers where they are known."""
    known = {one.unit: one for one in found}
    return [known.get(unit) or Listed(unit, ()) for unit in pair.units]


def _has(given: Given, code: str) -> bool:
    return code in given.codes or (code == "none" and given.state == "none")


def _differ(one: Disagreement, people: tuple[str, str]) -> bool:
    places = {name: at for at, given in enumerate(one.given) for name in given.annotators}
    return all(name in places for name in people) and places[people[0]] != places[people[1]]


def _chip(given: Given, result: Agreement, names: Names) -> Chip:
    people = list(given.annotators[:_NAMED])
    if len(given.annotators) > _NAMED:
        people.append(f"+{len(given.annotators) - _NAMED}")
    colour = names.colours(result.layer).get(given.codes[0]) if given.codes else None
    is_plain = given.state != "coded"
    return Chip(" ".join(people), _answer(given, result, names), colour, is_plain)


def _answer(given: Given, result: Agreement, names: Names) -> str:
    labels = names.codes(result.layer, result.step)
    if given.state == "cannot_tell":
        return tr("cannot tell")
    if given.state == "skipped":
        return tr("skipped")
    if given.state == "none" or not given.codes:
        return labels.get("none", tr("none"))
    return " + ".join(labels.get(code, code) for code in given.codes)
