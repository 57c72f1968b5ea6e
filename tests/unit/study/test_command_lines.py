"""The line that is shown for copying does what the window does: read back by the real command."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.cli.exchange import export
from annotator.formats.catalogue import writable
from annotator.study.command_lines import as_typed, export_words
from annotator.study.exporting import Selection
from annotator.study.wishes import Wish, shapes_of

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=9)
PATHS = NAMES.filter(lambda name: name not in {".", ".."} and "/" not in name)


def understood(words: list[str]) -> dict[str, Any]:
    """What the command line takes these words for."""
    assert words[:2] == ["annotator", "export"]
    return export.make_context("export", words[2:]).params


@given(
    wish=st.builds(
        Wish,
        form=st.sampled_from(writable()),
        by=st.sampled_from(["answer", "paragraph", "document"]),
        is_final=st.booleans(),
        text=st.sampled_from([None, True, False]),
        target=st.none() | NAMES,
        holder=st.none() | NAMES,
        numbers=st.booleans(),
        is_public=st.booleans(),
        for_spreadsheets=st.booleans(),
    ),
    names=st.tuples(*[st.lists(NAMES, max_size=2).map(tuple)] * 3),
    paths=st.tuples(PATHS, PATHS),
)
def test_line_says_all_that_was_wished(wish: Wish, names: Any, paths: tuple[str, str]) -> None:
    project, target = map(Path, paths)
    words = export_words(project, target, Selection(*names), wish)
    told = understood(shlex.split(shlex.join(words)))
    assert (told.pop("project"), told.pop("output")) == (project, target)
    assert (told.pop("layers"), told.pop("annotators"), told.pop("rounds")) == names
    assert Wish(for_spreadsheets=told.pop("spreadsheet"), **told) == wish


def test_what_would_be_so_anyhow_is_left_out() -> None:
    words = export_words(Path("a b.annot"), Path("a.jsonl"), Selection(), Wish())
    assert as_typed(words) == "annotator export 'a b.annot' -o a.jsonl"


def test_windows_quotes_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert as_typed(["annotator", "a b.annot"]) == 'annotator "a b.annot"'


@pytest.mark.parametrize("form", writable())
def test_every_shape_that_is_offered_can_be_wished(form: str) -> None:
    shapes = shapes_of(form)
    assert shapes[0] == ("answer", False)
    for by, is_final in shapes:
        Wish(form, by=by, is_final=is_final).check()


@pytest.mark.parametrize(
    ("wish", "goes_out"),
    [
        (Wish(), True),
        (Wish(text=False), False),
        (Wish("csv"), False),
        (Wish("csv", text=True), True),
        (Wish("hf"), True),
    ],
)
def test_texts_go_out_as_the_format_has_it_unless_somebody_says(wish: Wish, goes_out: bool) -> None:
    assert wish.has_text is goes_out
