"""Identity: the same thing has the same uid on every machine and in every version.

Also what a codebook says of its layers.
"""

from __future__ import annotations

from uuid import uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.codebook import read_codebook
from annotator.model import NAMESPACE, document_uid, kind_uid, uid_of
from annotator.resources import shipped_codebook

PART = st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(PART))
def test_uid_is_the_uuid_of_the_parts(parts):
    name = "\x1f".join(["thing", *("" if part is None else str(part) for part in parts)])
    assert uid_of("thing", *parts) == str(uuid5(NAMESPACE, name))


def test_uids_never_change():
    assert [
        document_uid("0" * 64),
        kind_uid("d", 3),
        uid_of("annotation", "main", "a", "d", None, "frame", None, "author"),
    ] == [
        "dd68b2de-8937-50e2-a66d-086729357624",
        "d8b384eb-efaf-572a-a1d9-ed6a9746f8dc",
        "b63b1a1c-2c17-55a6-87dc-d58e44ba3f71",
    ]


@pytest.fixture
def codebook():
    read = read_codebook(shipped_codebook()).codebook
    assert read is not None
    return read


def test_words_are_marked_as_the_layer_says_else_by_its_kind(codebook):
    takes = {layer.key: layer.takes_evidence for layer in codebook.layers}
    assert (takes["frame"], takes["frame_other"], takes["dominant_frame"]) == (
        "optional",
        "no",
        "no",
    )
    required = replace(codebook.layer("dominant_frame"), evidence="required")
    assert required.takes_evidence == "required"


def test_a_layer_that_is_not_there_is_a_key_error(codebook):
    assert codebook.layer("stance").key == "stance"
    with pytest.raises(KeyError, match="tone"):
        codebook.layer("tone")


def test_codes_may_be_borrowed(codebook):
    frame, dominant = codebook.layer("frame"), codebook.layer("dominant_frame")
    assert codebook.codes_of(dominant) == codebook.codes_of(frame) == frame.codes != ()


def test_targets_are_all_some_or_none(codebook):
    stance = codebook.layer("stance")
    assert codebook.targets_of(codebook.layer("frame")) == ()
    assert codebook.targets_of(stance) == codebook.targets
    some = replace(stance, targets=("socialism", "capitalism"))
    assert [each.key for each in codebook.targets_of(some)] == ["capitalism", "socialism"]
