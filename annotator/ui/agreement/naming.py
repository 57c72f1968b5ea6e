"""Keys of results as people know them: labels of the codebook, and the window's own words.

Imports model and messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import holder_type, in_language
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.agreement.results import Agreement, UnitName
    from annotator.model import Codebook


class Names:
    """Labels of the codebook in one language; a key without a label is shown as it is."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        self.codebook = codebook
        self.language = language
        self._targets = {one.key: self._say(one.label) for one in codebook.targets}
        self._holders = {one.key: self._say(one.label) for one in codebook.holders}

    def _say(self, text: dict[str, str]) -> str:
        return in_language(text, self.language)

    def layer(self, key: str) -> str:
        """A layer's label."""
        return self._say(self.codebook.layer(key).label) or key

    def target(self, key: str | None) -> str:
        """A target's label; empty for none."""
        return self._targets.get(key, key) if key else ""

    def holder(self, key: str) -> str:
        """A holder type's label, or the name of a named holder."""
        name = key.partition(":")[2]
        return name or self._holders.get(holder_type(key)) or key

    def codes(self, layer: str, step: str | None = None) -> dict[str, str]:
        """The label of every code of a layer by key, `none` among them.

        Where the step asks whose voice it is, types of holders are the codes.
        """
        asked = self.codebook.layer(layer)
        if step == "holder":
            return self._holders
        labels = {code.key: self._say(code.label) or code.key
                  for code in self.codebook.codes_of(asked)}  # fmt: skip
        labels["none"] = (self._say(asked.none_label) if asked.none_label else "") or tr("none")
        return labels

    def colours(self, layer: str) -> dict[str, str | None]:
        """The name of every code's colour by key."""
        codes = self.codebook.codes_of(self.codebook.layer(layer))
        return {code.key: code.colour for code in codes}

    def title(self, layer: str, step: str | None) -> str:
        """A question and the step of it."""
        label = self.layer(layer)
        return f"{label}: {step_words(step)}" if step else label

    def place(self, unit: UnitName, title: str) -> str:
        """Where a unit stands, in one line."""
        paragraph = tr("¶ {number}", number=unit.paragraph + 1) if unit.paragraph is not None else (
            tr("whole article")
        )  # fmt: skip
        named = (self.target(unit.target), self.holder(unit.holder) if unit.holder else "")
        return " · ".join(part for part in (unit.unit or title, paragraph, *named) if part)


def step_words(step: str | None) -> str:
    """A step of a question, for people."""
    words = {
        "addressed": tr("addressed or not"),
        "position": tr("which position"),
        "position_without_aside": tr("which position, without mixed"),
        "holder": tr("whose voice"),
        "primary": tr("the main one"),
        "evidence": tr("marked words"),
        "evidence_where_chosen": tr("where all chose the code"),
        "with_cannot_tell": tr("with cannot tell as an answer"),
    }
    return words.get(step or "", step or "")


def short_measure(result: Agreement) -> str:
    """The coefficient alone, as a column is headed."""
    return {"u": "uα", "u_binary": "|uα"}.get(result.coefficient, "α")


def measure_words(result: Agreement) -> str:
    """The coefficient and its metric, short: α with MASI distance."""
    coefficients = {
        "alpha": "α",
        "percent": tr("share of equal pairs"),
        "kappa": tr("Cohen's κ"),
        "u": "uα",
        "u_binary": "|uα",
        "f1_exact": tr("F1, same words"),
        "f1_overlap": tr("F1, overlapping words"),
        "f1_character": tr("F1 by character"),
    }
    name = coefficients.get(result.coefficient, result.coefficient)
    distance = distance_words(result.distance)
    if result.coefficient == "alpha" and distance:
        return tr("α with {distance} distance", distance=distance)
    return name


def distance_words(distance: str | None) -> str:
    """A distance, for people."""
    words = {
        "nominal": tr("nominal"),
        "masi": "MASI",
        "jaccard": "Jaccard",
        "ordinal_krippendorff": tr("ordinal (Krippendorff)"),
        "ordinal_gwet": tr("ordinal (Gwet)"),
        "interval": tr("interval"),
        "linear": tr("linear"),
        "ratio": tr("ratio"),
        "scale": tr("scale table"),
        "table": tr("given table"),
    }
    return words.get(distance or "", distance or "")


def figure(value: float | None) -> str:
    """Three digits without the leading zero, as reports print them; — where undefined."""
    if value is None:
        return "—"
    text = f"{value:.3f}"
    text = "0.000" if text == "-0.000" else text
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return text.replace("-", "−")


def short(value: float | None) -> str:
    """Two digits, where a figure stands beside others."""
    if value is None:
        return "—"
    text = f"{value:.2f}"
    text = "0.00" if text == "-0.00" else text
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return text.replace("-", "−")


def chance(share: float) -> str:
    """A probability; one that is nearly sure is not called sure."""
    if 0 < share < 0.005:
        return tr("under .01")
    if 0.995 <= share < 1:
        return tr("over .99")
    return f"{share:.0f}" if share in (0, 1) else short(share)


def number(n: int, language: str) -> str:
    """A count with its thousands apart: 1,236, or 1.236 in Italian."""
    text = f"{n:,}"
    return text.replace(",", ".") if language == "it" else text
