"""Libraries that only some forms of file need, and the line that installs them.

Imports `errors`.
"""

from __future__ import annotations

from importlib.util import find_spec

from annotator.errors import ImportFailed


def require(module: str, *, extra: str, form: str) -> None:
    """Make sure that a library is there; its import stays with whoever uses it.

    Args:
        module: the library's name in Python.
        extra: the name under which this program installs it.
        form: what it reads, in words.

    Raises:
        ImportFailed: it is not installed; the remedy is the line to type.
    """
    if find_spec(module) is None:
        raise ImportFailed(
            "to read {form} files, {module} is needed, which is not installed",
            remedy='install it: pip install "annotator[{extra}]"',
            form=form,
            module=module,
            extra=extra,
        )
