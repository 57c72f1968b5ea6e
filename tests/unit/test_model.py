"""Identity: the same thing has the same uid on every machine and in every version."""

from __future__ import annotations

from uuid import uuid5

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import NAMESPACE, document_uid, kind_uid, uid_of

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
