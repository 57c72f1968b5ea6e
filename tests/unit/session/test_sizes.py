"""Very long articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.session import Session
from annotator.store import Store
from tests.unit.session.conftest import article
from tests.unit.session.reading_back import press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model import Codebook

LONG = 100_000


@pytest.fixture(scope="module")
def long_session(tmp_path_factory: pytest.TempPathFactory, shipped: Codebook) -> Iterator[Session]:
    path: Path = tmp_path_factory.mktemp("long") / "long.annot"
    with Store.create(path, codebook=shipped) as store:
        who = store.add_annotator("k7")
        store.add_article(
            article([("body", f"Paragraph {n} says that prices fall.") for n in range(LONG)])
        )
        yield Session(store, who)


@pytest.mark.slow
def test_a_very_long_article_opens_and_ends_with_the_whole_article(long_session: Session) -> None:
    long_session.open(long_session.documents[0].id)
    assert (long_session.position, long_session.n_stops) == (0, LONG + 1)
    long_session.go_to(LONG)
    assert long_session.is_at_whole_article


@pytest.mark.slow
def test_keys_are_answered_in_the_middle_of_it(long_session: Session) -> None:
    document = long_session.documents[0].id
    long_session.open(document, 50_000)
    press(long_session, "1")
    long_session.rest_not_addressed()
    assert long_session.unit_state(50_000) == "done"
    assert long_session.progress(document).n_done == 1
    long_session.undo()
    long_session.undo()
    assert long_session.unit_state(50_000) == "open"
    long_session.redo()
    assert long_session.unit_state(50_000) == "open"
    assert long_session.position == 50_000
    long_session.next_open()
    assert long_session.position == 50_001
