"""The demo in every format of the catalogue: what was answered comes back from the file."""

from __future__ import annotations

import csv
import json
import zipfile
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from pyarrow import parquet

from annotator.cli import run
from annotator.formats.catalogue import FORMATS, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

# Layer, target, holder, paragraph (None: the article), and the set of codes, or the words.
Given = tuple[Any, ...]
_ONE_QUESTION = ["--format", "csv-wide", "--layer", "frame"]


def in_project(project: Path) -> list[Given]:
    """What was coded in a project, whoever did it."""
    out = project.with_suffix(".lines")
    assert run(["export", str(project), "-o", str(out)]) == 0
    records = map(json.loads, out.read_text("utf-8").splitlines())
    return sorted((given(**each) for each in records if each["state"] == "coded"), key=str)


def given(
    *,
    layer: str,
    target: str | None,
    holder: str | None,
    document: str,
    paragraph: int | None,
    codes: Iterable[str],
    value: str | None,
    **_rest: object,
) -> Given:
    return layer, target, holder, document, paragraph, tuple(codes) or value


def of_csv(path: Path) -> Iterator[Given]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["state"] == "coded":
                place = row["paragraph"]
                is_text = row["layer"].endswith("_other")
                yield given(
                    layer=row["layer"],
                    target=row["target"] or None,
                    holder=row["holder"] or None,
                    document=row["document"],
                    paragraph=int(place) if place else None,
                    codes=() if is_text else row["value"].split("|"),
                    value=row["value"],
                )


def of_parquet(path: Path) -> Iterator[Given]:
    for row in parquet.read_table(path).to_pylist():
        if row["state"] == "coded":
            yield given(**row)


def of_dataset(path: Path) -> Iterator[Given]:
    with zipfile.ZipFile(path) as packed:
        (name,) = (name for name in packed.namelist() if name.endswith(".jsonl"))
        lines = packed.read(name).decode().splitlines()
    for line in map(json.loads, lines):
        for asked in line["layers"]:
            about = {key: asked[key] for key in ("layer", "target", "holder")}
            place = {key: line[key] for key in ("document", "paragraph")}
            for one in asked["answers"]:
                if one["state"] == "coded":
                    yield given(**about, **place, codes=one["codes"], value=one["value"])


def of_wide(path: Path) -> Iterator[Given]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    answers: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        unit, code = row.pop("unit"), row.pop("code")
        for who, cell in row.items():
            if cell == "1":
                answers.setdefault((unit, who), []).append(code)
    for (unit, _), codes in answers.items():
        document, place = unit.split("#")
        yield ("frame", None, None, document, int(place), tuple(codes))


# Of formats that are not read: how a test reads them. A new one has to be added here, or be read.
READERS: dict[str, Callable[[Path], Iterator[Given]]] = {
    "csv": of_csv,
    "csv-wide": of_wide,
    "parquet": of_parquet,
    "hf": of_dataset,
}
# What each cannot hold, as docs/format.md says.
LEAVES_OUT: dict[str, Callable[[Given], bool]] = {
    "csv-wide": lambda each: each[0] != "frame",
    "hf": lambda each: each[4] is None,
    "doccano": lambda each: isinstance(each[5], str),
}


@pytest.mark.parametrize("name", writable())
def test_what_was_answered_comes_back(name: str, demo: Path, empty: Path) -> None:
    expected = in_project(demo)
    out = demo.with_name(f"out{FORMATS[name].suffix}")
    options = _ONE_QUESTION if name == "csv-wide" else ["--format", name]
    assert run(["export", str(demo), *options, "-o", str(out)]) == 0
    if name in READERS:
        found = sorted(READERS[name](out), key=str)
    else:
        assert run(["merge", str(empty), str(out)]) == 0
        found = in_project(empty)
    leaves_out = LEAVES_OUT.get(name, lambda _: False)
    assert Counter(found) == Counter(each for each in expected if not leaves_out(each))
    assert len(found) > 100
