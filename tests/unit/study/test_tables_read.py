"""The long table, in CSV and Parquet, read by the reader of `annotator agreement`: same ratings."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.agreement.table import read_table
from annotator.formats import csv_long, parquet
from annotator.model import Annotator
from tests.unit.formats.corpora import BOOK, TEXTS, a_corpus, record

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.jsonl import Record

# Two annotators of whom one is called so that CSV has to quote, and spreadsheets would compute.
PEOPLE = ("k7", '=m,"3"\n')
Ratings = dict[tuple[str, str], tuple[str, tuple[str, ...]]]


@st.composite
def answers(draw: st.DrawFn, layer: str) -> list[Record]:
    """At most one answer of each annotator to each paragraph."""
    places = st.tuples(st.integers(0, len(TEXTS) - 1), st.sampled_from(PEOPLE))
    found = []
    for paragraph, who in draw(st.lists(places, unique=True, min_size=1)):
        state = draw(st.sampled_from(["coded", "none", "cannot_tell", "skipped"]))
        keys = [code.key for code in BOOK.codes_of(BOOK.layer(layer))]
        n = 3 if layer == "frame" else 1
        some = draw(st.lists(st.sampled_from(keys), unique=True, min_size=1, max_size=n))
        codes = tuple(sorted(some, key=keys.index)) if state == "coded" else ()
        text = draw(st.text(st.characters(codec="utf-8"), max_size=9))
        words = ((0, 2, codes[0] if codes else None, None, "Il"),)
        about = {"annotator": who, "paragraph": paragraph, "codes": codes}
        found.append(record(layer, state, **about, note=text, text=text, evidence=words))
    return found


def of_file(path: Path, layer: str) -> Ratings:
    """What the reader of tables makes of it: unit and annotator, state and codes."""
    table = read_table(path, codebook=BOOK, layer=layer)
    rows = zip(table.paragraph, table.annotator, table.answer, strict=True)
    return {
        ((table.units or ())[unit], table.annotators[who]): table.answers[answer][:2]
        for unit, who, answer in rows
    }


@pytest.mark.parametrize("layer", ["frame", "dominant_frame"])
@pytest.mark.parametrize("form", ["csv", "parquet"])
@settings(max_examples=40, deadline=None)
@given(data=st.data(), text=st.booleans())
def test_reader_of_tables_finds_the_same_ratings(
    layer: str,
    form: str,
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    text: bool,
) -> None:
    records = data.draw(answers(layer))
    corpus = replace(
        a_corpus(*records), annotators=tuple(Annotator(key, "0" * 36) for key in PEOPLE)
    )
    out = io.BytesIO()
    write = csv_long.write if form == "csv" else parquet.write
    assert write(corpus, out, text=text).n == len(records)
    path = tmp_path_factory.mktemp("table") / f"t.{form}"
    path.write_bytes(out.getvalue())
    expected = {
        (csv_long.unit(each), each.annotator): (each.state, each.codes)
        for each in records
        if each.state in {"coded", "none"}
    }
    found = of_file(path, layer)
    assert {place: one for place, one in found.items() if one[0] in {"coded", "none"}} == expected
    left = {place: state for place, (state, _) in found.items() if place not in expected}
    assert set(left.values()) <= {"cannot_tell", "skipped"}
