"""Answers to compute on, made from short lists."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from annotator.agreement import LayerAnswers, Options, Report, report
from annotator.agreement.table import read_table
from annotator.model import (
    About,
    Code,
    Codebook,
    HolderType,
    Layer,
    Target,
    holder_type,
)

Reporter = Callable[..., Report]


def _words(text):
    return {"en": text}


@pytest.fixture(scope="session")
def answers_of():
    """Rows (document, paragraph, annotator, target, holder, state, codes[, primary]) as arrays."""

    def build(layer: Layer, rows, *, targets=(), holders=("author",)) -> LayerAnswers:
        codebook = Codebook(
            1,
            About("study", "1.0.0", ("en",), _words("Study")),
            (layer,),
            targets=tuple(
                Target(key, _words(key), _words(key), ask="offered" if "offer" in key else "always")
                for key in targets
            ),
            holders=tuple(
                HolderType(key, _words(key), _words(key), default=key == "author")
                for key in dict.fromkeys(map(holder_type, holders))
            ),
        )
        names: list[list[Any]] = [[], [], [], [], []]

        def place(column, name):
            if name is None:
                return -1
            if name not in names[column]:
                names[column].append(name)
            return names[column].index(name)

        columns = [
            (
                place(0, document),
                -1 if paragraph is None else paragraph,
                place(1, annotator),
                place(2, target),
                place(3, holder),
                place(4, (state, tuple(codes), primary[0] if primary else None)),
            )
            for document, paragraph, annotator, target, holder, state, codes, *primary in rows
        ]
        column = np.array(columns, np.int32).reshape(-1, 6).T
        return LayerAnswers(
            layer=layer,
            codebook=codebook,
            document=column[0],
            paragraph=column[1],
            annotator=column[2],
            target=column[3],
            holder=column[4],
            answer=column[5],
            answers=names[4],
            documents=names[0],
            annotators=names[1],
            targets=names[2],
            holders=names[3],
            codebook_sha256="0" * 64,
            rounds=("main",),
        )

    return build


@pytest.fixture(scope="session")
def layer_of():
    """A layer of one kind with the codes named."""

    def build(answer, *keys, **fields) -> Layer:
        fields.setdefault("unit", "paragraph")
        values = fields.pop("values", [None] * len(keys))
        asides = fields.pop("aside", ())
        codes = tuple(
            Code(key, _words(key.title()), _words(key), value=value, aside=key in asides)
            for key, value in zip(keys, values, strict=True)
        )
        return Layer(
            key="layer",
            label=_words("Layer"),
            question=_words("?"),
            answer=answer,
            codes=codes,
            **fields,
        )

    return build


@pytest.fixture(scope="session")
def reported() -> Reporter:
    """A report on rows (annotator, unit, value) as a table, or on the answers of layers."""

    def run(rows, *layers, options: Options | None = None, **table) -> Report:
        answers = list(layers)
        if rows is not None:
            lines = (
                json.dumps({"unit": str(unit), "annotator": annotator, "value": value})
                for annotator, unit, value in rows
            )
            text = io.StringIO("\n".join(lines))
            if not rows:
                text, table["suffix"] = io.StringIO("unit,annotator,value\n"), ".csv"
            table.setdefault("suffix", ".jsonl")
            answers.append(read_table(text, **table))
        return report(
            answers,
            options or Options(ci=0),
            source="a test",
            made_at="2026-03-02T09:14:07Z",
            program="annotator 0",
        )

    return run
