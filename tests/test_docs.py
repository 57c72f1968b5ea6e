"""The docs cannot lie: commands run, keys and fields are those of the code, links lead on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from msgspec import Struct
from sqlite_utils.utils import sqlite3

from annotator.agreement import results
from annotator.cli.main_group import annotator
from annotator.codebook import read_codebook
from annotator.formats.jsonl import Record, Words
from annotator.model import KINDS, in_language
from annotator.resources import seed_articles, shipped_codebook
from annotator.study.demo import make_demo
from annotator.ui.actions import all_actions

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RUN_IN_THIS_ORDER = (
    ROOT / "README.md",
    ROOT / "docs" / "guide.md",
    ROOT / "docs" / "format.md",
    ROOT / "docs" / "agreement.md",
)


def section(page: str, heading: str) -> str:
    """The text under a heading, up to the next one of the same rank."""
    rank = heading.split(" ", maxsplit=1)[0]
    found = re.search(
        rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(rank)}}} |\Z)", page, re.MULTILINE | re.DOTALL
    )
    assert found, heading
    return found[1]


def rows(text: str) -> dict[str, str]:
    """The first two columns of every row of the tables in a text."""
    cells = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    return {row[0]: row[1] for row in cells if not set(row[0]) <= {"-"}}


# ------------------------------------------------------------------ commands


def commands() -> Iterator[tuple[str, click.Command]]:
    for name, command in annotator.commands.items():
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in command.commands.items())
        elif not command.hidden:
            yield name, command


@pytest.mark.parametrize(("name", "command"), [pytest.param(*c, id=c[0]) for c in commands()])
def test_every_command_and_option_is_in_the_guide(name: str, command: click.Command) -> None:
    text = section(GUIDE, "## The command line")
    assert f"`annotator {name} " in text or f"`annotator {name}`" in text
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            for word in parameter.opts:
                assert re.search(rf"[` ]{word}[` =.,;]", text), f"{name} {word}"


def test_every_option_in_the_guide_exists() -> None:
    known = {
        word for _, each in commands() for p in each.params for word in (*p.opts, *p.secondary_opts)
    }
    named = set(re.findall(r"--[a-z][a-z-]*", section(GUIDE, "## The command line")))
    assert named - known <= {"--help", "--version"}


def blocks(page: Path) -> str:
    """The lines of a page that are to be typed into a terminal and begin with our command."""
    found = re.findall(
        r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return "".join(block for block in found if block.startswith("annotator "))


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN_IN_THIS_ORDER, ids=lambda page: page.name)
def test_commands_shown_can_be_typed(page: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "annotator"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m annotator "$@"\n')
    program.chmod(0o755)
    (tmp_path / "articles").mkdir()
    for article in seed_articles():
        shutil.copy(article, tmp_path / "articles")
    make_demo(tmp_path / "PROJECT.annot")
    lines = blocks(page)
    assert lines.count("annotator ") >= 2
    ended = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", lines],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr


# ------------------------------------------------------------------ keys

SHOWN = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→", "Return": "Enter"}


def shown(keys: tuple[str, ...]) -> str:
    """Qt's names of keys as the guide writes them."""
    return " ".join(
        f"`{re.sub('[A-Za-z]+$', lambda word: SHOWN.get(word[0], word[0]), key)}`" for key in keys
    )


def test_key_table_of_the_guide_is_that_of_the_window() -> None:
    table = rows(section(GUIDE, "## Every key"))
    del table["key"]
    assert table == {shown(a.keys): a.text for a in all_actions() if a.keys}


def test_keys_of_the_shipped_codebook_are_in_the_guide() -> None:
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    tables = rows(section(GUIDE, "## Frames") + section(GUIDE, "## Stance and whose it is"))
    keys = {f"`{t.shortcut.upper()}`": in_language(t.label, "en") for t in codebook.targets
            if t.shortcut}  # fmt: skip
    for layer in codebook.layers:
        if layer.unit == "paragraph":
            keys |= {f"`{code.shortcut.upper()}`": in_language(code.label, "en")
                     for code in codebook.codes_of(layer) if code.shortcut}  # fmt: skip
            if layer.none_shortcut:
                keys[f"`{layer.none_shortcut.upper()}`"] = in_language(layer.none_label, "en")
    assert len(keys) == 21
    for key, label in keys.items():
        assert tables[key].startswith(label), key


# ------------------------------------------------------------------ formats


def named_in(text: str) -> set[str]:
    """The words between back quotes."""
    return set(re.findall(r"`([^`\n]+)`", text))


def test_every_table_and_view_and_column_is_described(tmp_path: Path) -> None:
    make_demo(tmp_path / "d.annot")
    database = sqlite3.connect(tmp_path / "d.annot")
    found = database.execute(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%'"
    ).fetchall()
    database.close()
    tables = {table for table, _ in found}
    assert {"annotation", "event", "frame_labels", "stances"} <= tables
    for table in tables:
        described = named_in(section(FORMAT, f"### `{table}`"))
        columns = {column for name, column in found if name == table}
        assert columns - described == set(), table


def test_no_table_is_described_that_is_not_there(tmp_path: Path) -> None:
    make_demo(tmp_path / "d.annot")
    database = sqlite3.connect(tmp_path / "d.annot")
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    database.close()
    assert set(re.findall(r"^### `(\w+)`$", FORMAT, re.MULTILINE)) <= tables


def test_every_field_of_a_line_is_described_in_its_order() -> None:
    table = rows(section(FORMAT, "## The exported line"))
    del table["field"]
    assert list(table) == [f"`{name}`" for name in Record.__struct_fields__]
    words = named_in(section(FORMAT, "## The exported line"))
    assert set(Words.__struct_fields__) <= words


def test_kinds_and_states_are_listed() -> None:
    text = named_in(FORMAT)
    assert set(KINDS) <= text
    assert {"coded", "none", "cannot_tell", "skipped"} <= text


@pytest.mark.parametrize(
    "struct",
    [each for each in vars(results).values() if isinstance(each, type) and issubclass(each, Struct)
     and each is not Struct],
    ids=lambda struct: struct.__name__,
)  # fmt: skip
def test_every_field_of_the_agreement_report_is_described(struct: type[Struct]) -> None:
    described = named_in(section(FORMAT, f"### {struct.__name__}"))
    assert set(struct.__struct_fields__) - described == set()


# ------------------------------------------------------------------ pages


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\[[^]]*\]\(([^)\s]+)\)", text):
        file, _, anchor = link.partition("#")
        if link.startswith("http"):
            continue
        target = page.parent / file if file else page
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {
                re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")
                for heading in headings
            }, link
