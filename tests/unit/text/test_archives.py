"""ZIP files: what is read, and what is refused before it can do harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text import archives
from annotator.text.archives import Archive


def zipped(members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def refusal(content, name=None):
    with pytest.raises(ImportFailed) as caught, Archive(content) as archive:
        archive.read(name or "a")
    return str(caught.value)


def test_members_are_read_and_folders_are_none():
    with Archive(zipped({"b/": "", "b/one.txt": "Uno", "a.txt": "Due"})) as archive:
        assert archive.names == ["b/one.txt", "a.txt"]
        assert archive.read("a.txt") == b"Due"
        assert "b/one.txt" in archive


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "C:/x", "\\x", "..\\x"])
def test_names_that_lead_out_are_refused(name):
    assert "leads out of its folder" in refusal(zipped({name: "x"}))


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MAX_MEMBERS", 2)
    assert "3 members" in refusal(zipped({"a": "", "b": "", "c": ""}))


def test_a_bomb_is_refused_by_its_ratio():
    assert "unpacks to more" in refusal(zipped({"a": bytes(5_000_000)}))


def test_too_much_in_all_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 10)
    assert "unpacks to more" in refusal(zipped({"a": "123456", "b": "123456"}))


def test_a_member_larger_than_the_list_says_is_refused():
    content = zipped({"a": bytes(3_000_000)})
    size = (3_000_000).to_bytes(4, "little")
    assert content.count(size) == 2
    message = refusal(content.replace(size, (1000).to_bytes(4, "little")))
    assert "unpacks to more" in message or "damaged" in message


def test_what_is_unpacked_counts_together(monkeypatch):
    with Archive(zipped({"a": "123456", "b": "123456"})) as archive:
        monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 10)
        archive.read("a")
        with pytest.raises(ImportFailed, match="unpacks to more"):
            archive.read("b")


def test_missing_locked_and_damaged_members_are_said():
    content = zipped({"a": "words of a text " * 9})
    assert "lacks the part zz" in refusal(content, "zz")
    entry = content.rindex(b"PK\x01\x02")
    locked = content[: entry + 8] + b"\x01" + content[entry + 9 :]
    assert "locked with a password" in refusal(locked)
    assert "damaged" in refusal(content[:40] + b"zzzz" + content[44:])
    assert "damaged" in refusal(content[:-30])


@given(st.binary(max_size=100), st.integers(0, 400), st.integers(1, 255))
def test_any_flipped_byte_gives_bytes_or_a_refusal(tail, place, flip):
    content = bytearray(zipped({"a": "words of a text " * 9, "b/c": "x"}) + tail)
    content[place % len(content)] ^= flip
    try:
        with Archive(bytes(content)) as archive:
            for name in archive.names:
                archive.read(name)
    except ImportFailed:
        return
    assert archive.names


def test_what_is_read_again_counts_once(monkeypatch):
    with Archive(zipped({"a": "123456", "b": "1234"})) as archive:
        monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 10)
        assert archive.read("a") == archive.read("a") == b"123456"
        with archive.open("b") as file:
            assert file.read(2) == b"12"
        assert archive.read("b") == b"1234"
