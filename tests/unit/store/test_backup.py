from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ProjectUnwritable
from annotator.store import Store
from annotator.store.backup import days_to_keep


@pytest.mark.usefixtures("journal")
def test_backup_is_made_once_a_day(coding) -> None:
    coding.frame("economic")
    copy = coding.store.back_up()
    assert copy == coding.store.path.parent / "backups" / "p-2026-03-02.annot"
    assert coding.store.back_up() is None
    with Store.open(copy) as store:
        assert store.check() == []
        assert store.counts().annotations == 1


def test_backup_before_a_merge_is_one_more(coding) -> None:
    names = [coding.store.back_up(always=True).name for _ in range(3)]
    assert names == ["p-2026-03-02.annot", "p-2026-03-02-2.annot", "p-2026-03-02-3.annot"]


def test_old_backups_go(coding) -> None:
    folder = coding.store.path.parent / "backups"
    folder.mkdir()
    today = date(2026, 3, 2)
    for days in range(1, 60):
        (folder / f"p-{today - timedelta(days=days)}.annot").touch()
    for name in ("p-mine.annot", "other-2020-01-01.annot", "p-2026-01-05-2.annot"):
        (folder / name).touch()
    coding.store.back_up()
    kept = {each.name for each in folder.iterdir()}
    assert {f"p-{today - timedelta(days=days)}.annot" for days in range(7)} <= kept
    assert {"p-mine.annot", "other-2020-01-01.annot"} <= kept
    assert "p-2026-01-05-2.annot" not in kept
    assert len(kept) == 7 + 2 + 1 + 2  # days, further weeks and months, two that are none of ours


def test_copies_of_a_project_whose_name_begins_with_ours_stay(coding) -> None:
    folder = coding.store.path.parent / "backups"
    folder.mkdir()
    others = [f"p-2020-01-05-2021-01-{day:02}.annot" for day in range(1, 20)]
    for name in others:
        (folder / name).touch()
    coding.store.back_up()
    assert {each.name for each in folder.iterdir()} >= set(others)


def test_old_backups_go_whatever_signs_the_name_has(tmp_path, codebook) -> None:
    (tmp_path / "backups").mkdir()
    days = [date(2026, 1, 1) - timedelta(days=days) for days in range(40)]
    for day in days:
        (tmp_path / "backups" / f"a[b]*-{day}.annot").touch()
    late = datetime(2026, 1, 2, tzinfo=UTC)
    with Store.create(tmp_path / "a[b]*.annot", codebook=codebook, clock=lambda: late) as store:
        store.back_up()
    assert len(list((tmp_path / "backups").iterdir())) < len(days) / 2


@pytest.mark.skipif(sys.platform != "linux", reason="file names of bytes that are no text")
@pytest.mark.usefixtures("journal")
def test_project_with_a_name_that_is_no_text_is_backed_up(tmp_path, codebook) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9 #1?%41.annot")
    with Store.create(path, codebook=codebook) as store:
        copy = store.back_up()
    assert copy is not None
    assert copy.name.startswith(path.stem)
    with Store.open(copy) as store:
        assert store.check() == []


@given(st.sets(st.dates(date(2024, 1, 1), date(2026, 12, 31)), max_size=200))
def test_newest_days_weeks_and_months_are_kept(days: set[date]) -> None:
    kept = days_to_keep(days)
    assert kept <= days
    assert len(kept) <= 7 + 4 + 6
    if days:
        assert max(days) in kept
        assert {day for day in days if day > max(days) - timedelta(days=7)} <= kept
        assert len({(day.year, day.month) for day in kept}) >= min(
            6, len({(day.year, day.month) for day in days})
        )


def test_backup_that_cannot_be_made_says_so(coding) -> None:
    (coding.store.path.parent / "backups").write_bytes(b"in the way")
    with pytest.raises(ProjectUnwritable, match="cannot be written"):
        coding.store.back_up()


def test_failed_backup_leaves_no_half_file(coding, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(ProjectUnwritable, match="No space left"):
        coding.store.back_up()
    assert list((coding.store.path.parent / "backups").iterdir()) == []


def test_clock_of_the_project_names_the_day(tmp_path, codebook) -> None:
    late = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    with Store.create(tmp_path / "n.annot", codebook=codebook, clock=lambda: late) as store:
        assert store.back_up() == tmp_path / "backups" / "n-2026-12-31.annot"


def test_project_that_is_only_read_needs_no_backup(coding, monkeypatch) -> None:
    monkeypatch.setattr("annotator.store.opening.is_writable", lambda _path: False)
    with Store.open(coding.store.path) as reader:
        assert reader.back_up() is None
    assert not (coding.store.path.parent / "backups").exists()
