"""Any keys in any order: what is remembered is what the file says, and every step can be undone."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.codebook import parse_codebook
from annotator.resources import shipped_codebook
from annotator.session import Session
from annotator.store import Store
from tests.unit.session.codebooks import DETAIL, FLAGGED, SEVERAL_SIDES, STRICT
from tests.unit.session.conftest import TEXTS, article
from tests.unit.session.reading_back import in_file, remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.model import Kind

    Act = Callable[[Session], object]

HOLDERS = ["author", "person:Ada", "person:Bo", "outlet", "public"]


def press(key: str, shift: bool, selection: tuple[int, int] | None) -> Act:
    return lambda session: session.press(key, shift=shift, selection=selection)


def write(text: str) -> Act:
    """The words of a text question, where the codebook has it."""
    key = "frame_other"
    return lambda session: (
        any(layer.key == key for layer in session.codebook.layers) and session.set_text(key, text)
    )


def call(name: str, *values: object) -> Act:
    return lambda session: getattr(session, name)(*values)


selections = st.one_of(st.none(), st.tuples(st.integers(0, 40), st.integers(0, 40)))
presses = st.builds(press, st.sampled_from("012349asdfgqwertx"), st.booleans(), selections)
kinds: st.SearchStrategy[Kind] = st.sampled_from(["body", "quote", "byline"])
acts = st.one_of(
    presses,
    presses,
    presses,
    st.sampled_from(
        [
            call(name)
            for name in (
                "rest_not_addressed",
                "next_open",
                "go_next",
                "go_previous",
                "next_target",
                "previous_target",
                "cannot_tell",
                "skip",
                "cycle_confidence",
                "cancel_holder",
                "undo",
                "redo",
                "refresh",
            )
        ]
    ),
    st.builds(lambda holder: call("use_holder", holder), st.sampled_from(HOLDERS)),
    st.builds(lambda holder: call("give_to_holder", holder), st.sampled_from(HOLDERS)),
    st.builds(lambda text: call("set_note", text), st.sampled_from(["", "why?", " 😀 "])),
    st.builds(write, st.sampled_from(["", "law"])),
    st.builds(lambda at, kind: call("set_kind", at, kind), st.integers(0, 6), kinds),
    st.builds(lambda at: call("go_to", at), st.integers(0, 8)),
)
CODEBOOKS = {
    "shipped": Path(str(shipped_codebook())).read_text(encoding="utf-8"),
    "detail": DETAIL,
    "flagged": FLAGGED,
    "sides": SEVERAL_SIDES,
    "strict": STRICT,
}


@contextmanager
def fresh_session(toml: str) -> Iterator[Session]:
    codebook = parse_codebook(toml).codebook
    assert codebook is not None
    with (
        TemporaryDirectory() as folder,
        Store.create(Path(folder) / "any.annot", codebook=codebook) as store,
    ):
        who = store.add_annotator("k7")
        store.add_article(article(TEXTS))
        session = Session(store, who)
        session.open(session.documents[0].id, 2)
        yield session


def drawn(session: Session) -> list[object]:
    """All that the window could ask for."""
    shown: list[object] = [session.unit(at) for at in range(session.n_stops)]
    shown += [session.strip_block(at) for at in range(session.n_stops)]
    return [*shown, session.progress(session.documents[0].id), session.paragraphs]


def until_nothing(session: Session, act: str) -> None:
    for _ in range(500):
        if str(getattr(session, act)().notice) == f"Nothing to {act}":
            return
    raise AssertionError(act)


@pytest.mark.parametrize("codebook", CODEBOOKS)
@settings(max_examples=25, deadline=None)
@given(typed=st.lists(acts, max_size=40))
def test_memory_file_undo_and_redo_agree(codebook: str, typed: list[Act]) -> None:
    with fresh_session(CODEBOOKS[codebook]) as session:
        start = drawn(session)
        for act in typed:
            act(session)
            session.questions()
            session.explanation()
        until_nothing(session, "redo")
        done = drawn(session)
        assert remembered(session) == in_file(session)
        again = Session(session.store, session.annotator)
        again.open(session.documents[0].id)
        assert drawn(again) == done
        assert session.store.check() == []
        until_nothing(session, "undo")
        assert in_file(session) == remembered(session) == {}
        assert drawn(session) == start
        until_nothing(session, "redo")
        assert drawn(session) == done
        assert session.store.check() == []
