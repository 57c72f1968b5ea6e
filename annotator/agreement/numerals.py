"""How a number is written for people: three digits, no leading zero."""

from __future__ import annotations


def three_digits(number: float | None) -> str:
    """`.710`, `-.333`, `1.000`; a dash for None."""
    if number is None:
        return "–"
    text = f"{number:.3f}"
    # A value that rounds to nothing has no sign.
    text = "0.000" if text == "-0.000" else text
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def percentage(share: float) -> str:
    """A share as a percentage: whole, with a decimal near either end, where it matters."""
    return f"{100 * share:.0f}" if 0.1 <= share < 0.99 or share in (0, 1) else f"{100 * share:.1f}"
