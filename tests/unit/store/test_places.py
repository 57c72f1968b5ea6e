from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from annotator.store import Store, places

TABLE = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/ada/disk ext4 rw 0 0
//nas/my\\040files /mnt/my\\040files cifs rw 0 0
odd
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "mounts"
    file.write_text(TABLE)
    monkeypatch.setattr(places, "_MOUNTS", file)
    return file


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("path", "local"),
    [
        ("/srv/p.annot", True),
        ("/home/ada/p.annot", False),
        ("/home/ada/disk/p.annot", True),
        ("/homes/p.annot", True),
        ("/mnt/my files/p.annot", False),
    ],
)
def test_deepest_mount_decides(path: str, local: bool) -> None:
    assert places.is_local(Path(path)) == local


def test_without_a_table_a_file_counts_as_local(table: Path) -> None:
    table.unlink()
    assert places.is_local(Path("/home/ada/p.annot"))


def test_network_path_of_windows_is_not_local() -> None:
    class Remote(PureWindowsPath):
        def absolute(self) -> Remote:
            return self

    assert not places.is_local(Remote(r"\\server\share\p.annot"))  # type: ignore[arg-type]


def test_project_across_a_network_keeps_no_log(tmp_path: Path, codebook, monkeypatch) -> None:
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: True)
    monkeypatch.setattr("annotator.store.opening.is_local", lambda _path: False)
    with Store.create(tmp_path / "p.annot", codebook=codebook) as store:
        assert store._file.one("PRAGMA journal_mode") == "delete"
