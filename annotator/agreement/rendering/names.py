"""What the parts of a layer are called in one language, and how a value is written in a cell.

May import `annotator.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement.headings import COLUMNS, HEADINGS, PLACES
from annotator.agreement.numerals import three_digits
from annotator.agreement.sentences import SHORT, STEP_NAMES, coefficient_key, whole
from annotator.agreement.words import code_name, label_of, part_name
from annotator.model import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.agreement.results import (
        Agreement,
        Disagreement,
        Interval,
        LayerName,
        Reason,
        UnitName,
    )


@dataclass(frozen=True)
class Names:
    """The words for one layer in one language."""

    layer: LayerName
    language: str
    titles: Mapping[str, str]

    def heading(self, key: str, **values: object) -> str:
        """The title of a part of the report."""
        return HEADINGS[self.language][key].format(**values)

    def columns(self, *keys: str) -> tuple[str, ...]:
        """The heads of columns."""
        return tuple(COLUMNS[self.language][key].format(level=95) for key in keys)

    def cell(self, key: str, **values: object) -> str:
        """A word that is neither a number nor a name."""
        return PLACES[self.language][key].format(**values)

    def title(self) -> str:
        """The name of the layer, and its key where that says more."""
        label = in_language(self.layer.label, self.language) or self.layer.key
        return label if label == self.layer.key else f"{label} ({self.layer.key})"

    def code(self, key: str) -> str:
        """The name of a code; of a set, those of its codes."""
        return " | ".join(code_name(self.layer, one, self.language) for one in key.split("|"))

    def target(self, key: str | None) -> str:
        """The name of a target."""
        return "" if key is None else label_of(self.layer.targets, key, self.language)

    def step(self, key: str | None) -> str:
        """The name of a step."""
        return STEP_NAMES[self.language].get(key, key or "")

    def coefficient(self, result: Agreement) -> str:
        """The name of a coefficient in a table."""
        return SHORT[self.language][coefficient_key(result.coefficient)]

    def value(self, result: Agreement) -> str:
        """The value, or that there is none and why."""
        return self.number_or(result.value, result.reason)

    def number_or(self, number: float | None, reason: Reason | None) -> str:
        """A number, or that there is none and why."""
        if number is not None or reason is None:
            return three_digits(number)
        return self.cell("undefined", reason=reason)

    def count(self, n: int) -> str:
        """A whole number."""
        return whole(n, self.language)

    def unit(self, unit: UnitName) -> str:
        """A unit as people find it again: paragraphs count from one."""
        place = unit.unit
        if place is None and unit.paragraph is not None:
            place = self.cell("paragraph", n=unit.paragraph + 1)
        place = self.cell("whole") if place is None else place
        holder = "" if unit.holder is None else self.code(unit.holder)
        parts = [self.part(unit.document), place, self.target(unit.target), holder]
        return " · ".join(part for part in parts if part)

    def part(self, name: str | None) -> str:
        """A part of the answers; a document by its title."""
        return part_name(name or "", self.titles)

    def given(self, disagreement: Disagreement) -> str:
        """Who gave which answer to a unit."""
        return "; ".join(
            f"{', '.join(one.annotators)}: "
            + (" | ".join(map(self.code, one.codes)) or self.code(one.state))
            for one in disagreement.given
        )


def span_of(interval: Interval | None) -> str:
    """An interval as two numbers with an en dash between; a dash for none."""
    if interval is None:
        return "–"
    return f"{three_digits(interval.low)} – {three_digits(interval.high)}"


def signed(number: float | None) -> str:
    """A difference with its sign."""
    if number is None:
        return "–"
    text = three_digits(number)
    return text if text.startswith("-") or text == ".000" else f"+{text}"
