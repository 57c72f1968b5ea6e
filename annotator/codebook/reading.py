"""From a file or its text to a checked codebook. May import errors and model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from annotator.codebook.limits import MAX_BYTES
from annotator.codebook.mistakes import Findings, Mistake, Spot
from annotator.errors import CodebookError
from annotator.model import Codebook

if TYPE_CHECKING:
    from pathlib import Path


class Checked(msgspec.Struct, frozen=True):
    """What was found in a codebook file. `codebook` is None where there are mistakes."""

    codebook: Codebook | None
    mistakes: tuple[Mistake, ...]
    warnings: tuple[Mistake, ...]
    toml: str


def check_codebook(path: Path) -> Checked:
    """Every mistake and warning in a codebook file, in file order: first shapes, then rules.

    Raises:
        CodebookError: the file cannot be read at all.
    """
    return parse_codebook(_text(path), path.name)


def read_codebook(path: Path) -> Checked:
    """A codebook file that has no mistakes; its `codebook` is there.

    Raises:
        CodebookError: the file cannot be read, or has mistakes: `mistakes` holds all of them.
    """
    checked = check_codebook(path)
    if not checked.mistakes:
        return checked
    error = CodebookError(
        "the codebook has mistakes ({count}):\n{lines}",
        where=path.name,
        count=len(checked.mistakes),
        lines="\n".join(f"{path.name}: {mistake}" for mistake in checked.mistakes),
    )
    error.mistakes = checked.mistakes
    raise error


def parse_codebook(toml: str, name: str = "codebook") -> Checked:
    """Every mistake and warning in the text of a codebook file.

    Raises:
        CodebookError: the text is too large. `name` stands before the message.
    """
    if len(toml) > MAX_BYTES or len(toml.encode(errors="replace")) > MAX_BYTES:
        raise _too_large(name)
    findings = Findings()
    tree = _tree(toml, findings)
    if tree is None or not _is_format_1(tree, findings):
        return Checked(None, tuple(findings.mistakes), (), toml)
    return _checked(tree, findings, toml)


def _checked(tree: dict[str, object], findings: Findings, toml: str) -> Checked:
    # A project that is opened checks nothing, and need not wait for these.
    from annotator.codebook.parts import Parts
    from annotator.codebook.rules import check_rules
    from annotator.codebook.shapes import Shapes

    shapes = Shapes(findings, tree)
    tables = shapes.tables(tree)
    found = findings.take(tree)
    codebook = msgspec.convert(tables, Codebook)
    check_rules(Parts(codebook, tables, shapes))
    found += findings.take(tree)
    mistakes = tuple(mistake for mistake in found if not mistake.warning)
    warnings = tuple(mistake for mistake in found if mistake.warning)
    return Checked(None if mistakes else codebook, mistakes, warnings, toml)


def _too_large(name: str) -> CodebookError:
    return CodebookError(
        "the file is larger than 1 MiB",
        where=name,
        remedy="a codebook holds definitions and short examples; keep articles elsewhere",
    )


def _text(path: Path) -> str:
    """The file as text, without a byte-order mark."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CodebookError(
            "the file cannot be read ({reason})",
            where=path,
            remedy="check the name and the rights of the file",
            reason=error.strerror or type(error).__name__,
        ) from error
    if len(content) > MAX_BYTES:
        raise _too_large(path.name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodebookError(
            "the file is not UTF-8 text (byte {position})",
            where=path.name,
            remedy="save it as UTF-8",
            position=error.start,
        ) from error


def _tree(toml: str, findings: Findings) -> dict[str, object] | None:
    """The parsed file, or None and the reason why it is no TOML."""
    import tomllib  # a project opens without it

    try:
        toml.encode()
        return tomllib.loads(toml)
    except RecursionError:
        reason = "nested too deeply"
    # Not only TOMLDecodeError: numbers of more digits than Python takes, lone surrogates.
    except ValueError as error:
        reason = str(error)
    findings.add(
        Spot(),
        "toml-syntax",
        "this is not TOML: {reason}",
        'correct it there; texts stand in quotes, and a quote within them as \\"',
        reason=reason,
    )
    return None


def _is_format_1(tree: dict[str, object], findings: Findings) -> bool:
    """Whether it makes sense to look further; a missing format is noted, and harmless."""
    number = tree.get("format")
    if number == 1 and type(number) is int:
        return True
    if number is None:
        findings.add(Spot(), "format-unknown", "the format is missing", "begin with format = 1")
    elif type(number) is int:
        findings.add(
            Spot("/format"),
            "format-unknown",
            "this codebook was made for a newer program",
            "get a newer Annotator, or write format = 1 and see what it says",
        )
        return False
    else:
        findings.add(
            Spot("/format"), "format-unknown", "the format is not a number", "write format = 1"
        )
    tree["format"] = 1
    return True
