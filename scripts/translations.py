"""Collect every text that people see, keep the translations there are, and compile them.

    python scripts/translations.py            writes annotator/ui/translations/annotator_it.ts, .qm
    python scripts/translations.py --check    writes nothing; 1 if a text lacks its translation

All texts stand in one context. They are found in the code itself: `tr("…")` in the window, and in
the core the templates of errors, notices, remarks and mistakes, and what formats keep and lose.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "annotator"
FOLDER = PACKAGE / "ui" / "translations"
CONTEXT = "annotator"

# Which arguments of a call are texts: positions, then keywords.
_TEXTS: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "tr": ((0,), ()),
    "Notice": ((0,), ("template",)),
    "Remark": ((1,), ("template",)),
    "Mistake": ((3, 4), ("template", "remedy")),
    "Finding": ((1,), ("template",)),
    # Helpers of the codebook room that pass a text on.
    "add": ((2, 3), ()),
    "warn": ((2, 3), ()),
    "_wrong": ((2, 3), ()),
    "refer": ((3,), ()),
    # And of the rooms that read files.
    "_remark": ((1,), ("template",)),
    "remark": ((1,), ()),
    "_no_tsv": ((1,), ()),
    "_refuse": ((1, 2), ()),
    "MisfitError": ((0,), ()),
    # The names of formats.
    "Format": ((0,), ("label",)),
}
# What a format says of itself, and the names of what is lost.
_TABLES = frozenset({"KEEPS", "LOSES"})
_LOSSES = PACKAGE / "formats" / "losses.py"
_COUNTERS = frozenset({"losses", "_losses"})
_ERROR: tuple[tuple[int, ...], tuple[str, ...]] = ((0,), ("remedy",))
_DEPTH = 3  # names that stand for names


class Texts(ast.NodeVisitor):
    """The texts of one module, with the line where each stands."""

    def __init__(self, tree: ast.Module, errors: frozenset[str], path: Path) -> None:
        self.found: list[tuple[str, int]] = []
        self.unresolved: list[str] = []
        self._errors = errors
        self._path = path
        self._scopes: list[ast.AST] = [tree]
        self._imported = {
            alias.asname or alias.name
            for each in tree.body
            if isinstance(each, ast.ImportFrom)
            for alias in each.names
        }
        self._is_window = PACKAGE / "ui" in path.parents
        self.visit(tree)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Remember whose names are in sight."""
        self._scopes.append(node)
        self.generic_visit(node)
        self._scopes.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Take what a format says of itself."""
        target, value = node.target, node.value
        is_table = isinstance(target, ast.Name) and target.id in _TABLES
        if value is not None and (is_table or self._path == _LOSSES):
            self.found += [(text, node.lineno) for text in self._strings(value)]
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Take the texts among the arguments."""
        for argument in self._arguments(node):
            texts = list(self._strings(argument))
            if texts:
                self.found += [(text, node.lineno) for text in texts if text]
            elif not self._is_handed_on(argument):
                path = self._path.relative_to(ROOT).as_posix()
                self.unresolved.append(f"{path}:{node.lineno}: {ast.unparse(argument)}")
        self.generic_visit(node)

    def _is_handed_on(self, node: ast.expr) -> bool:
        """Whether the text comes from elsewhere: an argument, or an error's or notice's own."""
        if isinstance(node, ast.Attribute):
            return node.attr in {"what", "remedy", "template"}
        if isinstance(node, ast.Name) and node.id in self._imported:
            return True
        if parts := _parts(node):
            return all(map(self._is_handed_on, parts))
        return isinstance(node, ast.Name) and any(
            node.id == argument.arg
            for scope in self._scopes
            if isinstance(scope, ast.FunctionDef)
            for argument in (*scope.args.args, *scope.args.kwonlyargs)
        )

    def _arguments(self, node: ast.Call) -> Iterator[ast.expr]:
        name = _called(node)
        if name in self._errors:
            places, keywords = _ERROR
        elif name in _TEXTS and (name != "tr" or self._is_window):
            places, keywords = _TEXTS[name]
            if name in {"add", "warn"} and len(node.args) < 4:
                yield from node.args[: _is_counter(node)]
                return
            # What a merge of foreign labels refuses is told on the command line alone.
            if name == "_refuse" and "study" in self._path.parts:
                return
        else:
            return
        yield from (node.args[place] for place in places if place < len(node.args))
        yield from (word.value for word in node.keywords if word.arg in keywords)

    def _strings(self, node: ast.expr, depth: int = 0) -> Iterator[str]:
        """The literals that this expression can be."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Name) and depth < _DEPTH:
            for value in self._values(node.id):
                yield from self._strings(value, depth + 1)
        elif isinstance(node, ast.Call):
            yield from self._strings_of_call(node, depth)
        else:
            for part in _parts(node):
                yield from self._strings(part, depth)

    def _strings_of_call(self, node: ast.Call, depth: int) -> Iterator[str]:
        """The literals that a look-up in a table, or a function of the module, can give."""
        if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            for part in (node.func.value, *node.args[1:]):
                yield from self._strings(part, depth)
        elif isinstance(node.func, ast.Name) and depth < _DEPTH:
            for returned in self._returns(node.func.id):
                yield from self._strings(returned, depth + 1)

    def _returns(self, name: str) -> Iterator[ast.expr]:
        for function in ast.walk(self._scopes[0]):
            if isinstance(function, ast.FunctionDef) and function.name == name:
                for node in ast.walk(function):
                    if isinstance(node, ast.Return) and node.value is not None:
                        yield node.value

    def _values(self, name: str) -> Iterator[ast.expr]:
        """What is assigned to a name, in the innermost scope that assigns it."""
        for scope in reversed(self._scopes):
            values = [
                node.value
                for node in ast.walk(scope)
                if isinstance(node, ast.Assign | ast.AnnAssign)
                and node.value is not None
                and any(
                    isinstance(target, ast.Name) and target.id == name
                    for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
                )
            ]
            if values:
                yield from values
                return


def _is_counter(node: ast.Call) -> bool:
    """Whether it is `losses.add(…)`, which counts what a format cannot keep."""
    of = node.func.value if isinstance(node.func, ast.Attribute) else None
    name = of.id if isinstance(of, ast.Name) else getattr(of, "attr", "")
    return name in _COUNTERS


def _parts(node: ast.expr) -> list[ast.expr]:
    """What an expression chooses from."""
    match node:
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.Subscript() | ast.Starred():
            return [node.value]
        case ast.Dict() | ast.BoolOp():
            return list(node.values)
        case ast.Tuple() | ast.List():
            return list(node.elts)
    return []


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def error_classes(trees: dict[Path, ast.Module]) -> frozenset[str]:
    """AnnotatorError and every class that descends from it."""
    known = {"AnnotatorError"}
    while True:
        found = {
            node.name
            for tree in trees.values()
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            and any(isinstance(parent, ast.Name) and parent.id in known for parent in node.bases)
        }
        if found <= known:
            return frozenset(known)
        known |= found


def collect() -> tuple[dict[str, list[str]], list[str]]:
    """Each text with the places it stands at; and the arguments that could not be resolved."""
    files = sorted(path for path in PACKAGE.rglob("*.py") if "cli" not in path.parts)
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in files}
    errors = error_classes(trees)
    places: dict[str, list[str]] = {}
    unresolved: list[str] = []
    for path, tree in trees.items():
        texts = Texts(tree, errors, path)
        for text, line in texts.found:
            places.setdefault(text, []).append(f"{path.relative_to(ROOT).as_posix()}:{line}")
        unresolved += texts.unresolved
    return places, unresolved


# ------------------------------------------------------------------ the files


def read_translations(ts: Path) -> dict[str, str]:
    """The finished translations of a .ts file; none if there is no file."""
    if not ts.exists():
        return {}
    messages = ET.parse(ts).iter("message")  # noqa: S314 - a file of this repository
    pairs = (
        (node.findtext("source") or "", node.findtext("translation") or "") for node in messages
    )
    return {source: translation for source, translation in pairs if translation}


def ts_text(texts: Iterable[str], translations: dict[str, str], language: str) -> str:
    """The .ts file: sorted, so that a change of the code moves no lines."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text in sorted(texts):
        translation = translations.get(text, "")
        state = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            f"        <source>{escape(text)}</source>",
            f"        <translation{state}>{escape(translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def compile_ts(ts: Path, qm: Path) -> None:
    """What the window loads; by the tool that comes with PySide6."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", str(ts), "-qm", str(qm)], check=True)


def troubles(language: str) -> list[str]:
    """What is missing, out of date or never used; empty when all is well."""
    places, unresolved = collect()
    ts, qm = FOLDER / f"annotator_{language}.ts", FOLDER / f"annotator_{language}.qm"
    translations = read_translations(ts)
    found = [
        f"no translation: {text!r} ({places[text][0]})" for text in places.keys() - translations
    ]
    found += [f"no text of the code: {text!r}" for text in translations.keys() - places]
    found += [
        f"other values: {text!r} -> {translations[text]!r}"
        for text in places.keys() & translations
        if values_in(text) != values_in(translations[text])
    ]
    found += [f"cannot be told from the code: {place}" for place in unresolved]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.qm"
        compile_ts(ts, fresh)
        if not qm.exists() or fresh.read_bytes() != qm.read_bytes():
            found.append(f"{qm.name} is older than {ts.name}: run scripts/translations.py")
    return sorted(found)


def values_in(text: str) -> list[str]:
    """The names in braces."""
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


def main() -> int:
    """Write the files, or only look."""
    language = "it"
    if "--check" not in sys.argv:
        places, _ = collect()
        ts = FOLDER / f"annotator_{language}.ts"
        ts.write_text(ts_text(places, read_translations(ts), language), encoding="utf-8")
        compile_ts(ts, ts.with_suffix(".qm"))
    found = troubles(language)
    print("\n".join(found) or "every text has its translation")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
