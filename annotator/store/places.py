"""Where a file lies: on this machine's own disk, or across a network. Imports nothing.

A write-ahead log needs memory that all programs share, which no network file system gives; their
locks cannot be trusted with it either.
"""

from __future__ import annotations

from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_REMOTE = frozenset(
    {
        "9p",
        "afs",
        "afpfs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
    }
)


def is_local(path: Path) -> bool:
    """Whether a file is on a disk of this machine, as far as one can tell.

    Knows Windows' network paths and Linux's table of mounts; where there is none it says yes.
    """
    whole = path.absolute()
    if whole.drive.startswith("\\\\"):
        return False
    try:
        table = _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return True
    return _kind_of_mount(whole.resolve(), table) not in _REMOTE


def _kind_of_mount(path: Path, table: str) -> str:
    """The file system of the deepest mount that holds the path."""
    deepest, kind = -1, ""
    for line in table.splitlines():
        _, where, what, *_ = [*line.split(" "), "", "", ""]
        # Spaces stand as octal there.
        mount = Path(where.replace("\\040", " "))
        if path.is_relative_to(mount) and len(mount.parts) >= deepest:
            deepest, kind = len(mount.parts), what
    return kind
