"""How a plot writes numbers: no leading zero, a true minus. Imports nothing of the package."""

from __future__ import annotations


def figure(value: float | None, digits: int = 3) -> str:
    """`.710`, `−.333`, `1.000`; a dash for None."""
    if value is None:
        return "–"
    text = f"{abs(value):.{digits}f}"
    sign = "−" if value < 0 and float(text) else ""
    return sign + (text[1:] if text.startswith("0.") else text)


def change(value: float | None) -> str:
    """A difference with its sign, and a triangle that says the same."""
    if value is None:
        return "–"
    text = figure(abs(value))
    if not float(f"{value:.3f}"):
        return f"± {text}"
    return f"▲ +{text}" if value > 0 else f"▼ −{text}"


def percent(share: float | None) -> str:
    """A share as a percentage; small shares keep a decimal, for there it matters."""
    if share is None:
        return "–"
    return f"{100 * share:.1f} %" if 0 < share < 0.1 else f"{100 * share:.0f} %"


def count(number: float) -> str:
    """A count; coincidences may be fractions."""
    return f"{number:.0f}" if abs(number - round(number)) < 0.05 else f"{number:.1f}"
