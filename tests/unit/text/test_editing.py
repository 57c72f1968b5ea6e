"""Changes before an article is taken in: text, kinds, the map to the file, and steps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.model import KINDS, Article
from annotator.text import editing
from annotator.text.decode import decode
from annotator.text.editing import FieldSet, KindSet, Merged, Parted, edited, may_part
from annotator.text.importing import import_text

TEXT = (
    "Who writes the standard\n\nBy Ada Venn — The Lantern\n\nOrders dried up. Two makers shed"
    " staff.\n\nThe ministry 🚢 will clear\n\nno shipment.\n"
)


def article(text: str = TEXT) -> Article:
    return import_text(text.encode(), file_name="a.txt", encoding="utf-8")


def texts(of: Article) -> list[str]:
    return [paragraph.text for paragraph in of.paragraphs]


def kinds(of: Article) -> list[str]:
    return [paragraph.kind for paragraph in of.paragraphs]


def assert_sound(of: Article) -> None:
    """Starts fit the canonical text, and runs the decoded file."""
    for paragraph in of.paragraphs:
        assert of.text[paragraph.start :].startswith(paragraph.text)
        assert paragraph.text == paragraph.text.strip() != ""
    assert of.runs is not None
    decoded = decode(of.content, "utf-8").text
    last = 0
    for start, at, length in of.runs:
        assert length > 0
        assert start >= last
        assert of.text[start : start + length] == decoded[at : at + length]
        last = start + length


def test_two_paragraphs_become_one_with_a_line_break():
    after = edited(article(), [Merged(3)])
    assert texts(after)[3:] == ["The ministry 🚢 will clear\nno shipment."]
    assert_sound(after)
    assert after.steps[-1] == {"step": "edit", "part": 0, "did": "merge", "paragraph": 3}


def test_a_paragraph_becomes_two_without_the_space_between():
    at = len("Orders dried up.")
    after = edited(article(), [Parted(2, at)])
    assert texts(after)[2:4] == ["Orders dried up.", "Two makers shed staff."]
    assert kinds(after)[2:4] == ["body", "body"]
    assert_sound(after)
    assert after.steps[-1] == {"step": "edit", "part": 0, "did": "part", "paragraph": 2, "at": at}


def test_the_map_covers_every_word_after_merging_and_parting():
    after = edited(article(), [Merged(3), Parted(2, 16), Merged(2)])
    assert after.runs is not None
    covered = {place for start, _, length in after.runs for place in range(start, start + length)}
    words = [place for place, sign in enumerate(after.text) if not sign.isspace()]
    assert covered.issuperset(words)


def test_an_article_without_a_map_gets_none():
    after = edited(replace(article(), runs=None), [Merged(2)])
    assert after.runs is None


def test_merging_keeps_the_kind_of_the_longer_half():
    headed = article("One\n\nA heading\n\nThe orders dried up in the spring.\n\nThe end.")
    assert kinds(headed)[1] == "heading"
    assert kinds(edited(headed, [Merged(1)])) == ["title", "body", "body"]
    assert kinds(edited(headed, [KindSet(2, "caption"), Merged(1)]))[1] == "caption"
    assert kinds(edited(article("A long enough title\n\nwas it."), [Merged(0)])) == ["title"]


def test_a_cut_off_end_stays_one_when_it_is_merged():
    cut = article("The orders dried up in the spring of that year.\n\nand then the")
    assert kinds(cut)[-1] == "fragment"
    after = edited(cut, [Merged(0)])
    assert kinds(after) == ["fragment"]
    assert [remark.slug for remark in after.remarks] == ["cut_off_end"]
    assert "¶ 1," in str(after.remarks[0])


def test_parting_a_fragment_a_quote_and_a_heading():
    for kind, expected in {
        "fragment": ["body", "fragment"],
        "quote": ["quote", "quote"],
        "heading": ["heading", "body"],
    }.items():
        after = edited(article(), [KindSet(2, kind), Parted(2, 16)])  # type: ignore[arg-type]  # a kind
        assert kinds(after)[2:4] == expected


def test_a_kind_says_whether_the_end_is_cut_off():
    cut = article("The orders dried up.\n\nand then the")
    assert [remark.slug for remark in cut.remarks] == ["cut_off_end"]
    after = edited(cut, [KindSet(1, "caption")])
    assert after.remarks == ()
    assert after.steps[-1] == {
        "step": "edit",
        "part": 0,
        "did": "kind",
        "paragraph": 1,
        "kind": "caption",
    }


def test_other_remarks_stay():
    from annotator.model import Remark

    remark = Remark("odd", "something odd")
    after = edited(replace(article(), remarks=(remark,)), [Merged(0)])
    assert after.remarks == (remark,)


def test_metadata_are_chosen_or_emptied():
    before = article()
    assert before.proposed("author") == "Ada Venn"
    after = edited(before, [FieldSet("author", "A. Venn"), FieldSet("outlet", "")])
    assert after.proposed("author") == "A. Venn"
    assert after.proposed("outlet") is None
    assert after.proposed("title") == "Who writes the standard"
    assert after.steps[-2:] == (
        {"step": "edit", "part": 0, "did": "metadata", "field": "author", "value": "A. Venn"},
        {"step": "edit", "part": 0, "did": "metadata", "field": "outlet", "value": ""},
    )


def test_words_must_stand_on_both_sides():
    assert may_part("one two", 3)
    assert not may_part(" one", 1)
    assert not may_part("one ", 3)


@pytest.mark.parametrize(
    "edit", [Merged(4), Merged(9), KindSet(-1, "body"), Parted(0, 0), Parted(0, 99)]
)
def test_a_change_that_the_article_does_not_allow(edit):
    with pytest.raises(ValueError, match=r"paragraph|words"):
        edited(article(), [edit])


def test_limits_hold_for_changes_too(monkeypatch):
    monkeypatch.setattr(editing, "MAX_PARAGRAPH_CHARACTERS", 40)
    monkeypatch.setattr(editing, "MAX_PARAGRAPHS", 5)
    with pytest.raises(ImportFailed, match="paragraph 2 has"):
        edited(article(), [Merged(1)])
    with pytest.raises(ImportFailed, match="more than"):
        edited(article(), [Parted(0, 4)])


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(st.text("ab .😀é\u0301", min_size=1, max_size=12), min_size=1, max_size=8),
    gap=st.sampled_from(["\n\n", "\r\n\r\n", "\n", "\r\n", "\r"]),
    picks=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 99), st.integers(0, 99))),
)
def test_whatever_is_changed_text_and_map_stay_sound(lines, gap, picks):
    if not "".join(lines).strip():
        lines.append("x")
    now = article(gap.join(lines))
    words = [word for text in texts(now) for word in text.split()]
    for what, where, at in picks:
        number = where % len(now.paragraphs)
        text = now.paragraphs[number].text
        if what == 0 and number + 1 < len(now.paragraphs):
            now = edited(now, [Merged(number)])
        elif what == 1 and may_part(text, at % len(text)) and text[at % len(text)] == " ":
            now = edited(now, [Parted(number, at % len(text))])
        elif what == 2:
            now = edited(now, [KindSet(number, KINDS[at % len(KINDS)])])
        assert_sound(now)
    assert [word for text in texts(now) for word in text.split()] == words


def test_merging_what_was_parted_gives_the_same_words_back():
    after = edited(article(), [Parted(2, 16), Merged(2)])
    assert texts(after)[2] == "Orders dried up.\nTwo makers shed staff."
