"""A disk with little room, for one process: a file system in memory, or else a limit on files."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000  # linux/sched.h
_REMOUNT = 32  # linux/mount.h
_DETACH = 2


class SmallDisk(Protocol):
    """Where there is little room, until somebody makes some."""

    is_real: bool
    """Whether it is a disk that is full, and not only a file that may not grow."""

    def small(self, folder: Path, room: int) -> None:
        """Leave so many bytes to what is written into a new folder."""

    def roomy(self, folder: Path) -> None:
        """Make room."""

    def away(self, folder: Path) -> None:
        """Be done with it."""


def small_disk() -> SmallDisk | None:
    """Return the best there is here; changes what this process, and no other, sees."""
    try:
        _leave_others_alone()
        return _Memory()
    except (OSError, AttributeError):
        return _Limit() if sys.platform != "win32" else None


@contextmanager
def little_room(disk: SmallDisk, folder: Path, room: int) -> Iterator[None]:
    """Have a folder with so many bytes of room."""
    folder.mkdir()
    disk.small(folder, room)
    try:
        yield
    finally:
        disk.away(folder)


class _Memory:
    is_real = True

    def small(self, folder: Path, room: int) -> None:
        _mount(folder, 0, room)

    def roomy(self, folder: Path) -> None:
        _mount(folder, _REMOUNT, 2**26)

    def away(self, folder: Path) -> None:
        _call("umount2", os.fsencode(folder), _DETACH)


class _Limit:
    is_real = False

    def small(self, folder: Path, room: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        _limit(room)

    def roomy(self, folder: Path) -> None:
        _limit(-1)

    def away(self, folder: Path) -> None:
        _limit(-1)


def _limit(room: int) -> None:
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))


def _leave_others_alone() -> None:
    """Let mounts of this process be seen by nobody else; needs a right, or a new user space."""
    if os.getuid() == 0:
        _call("unshare", _NEW_MOUNTS)
        _mount_private()
        return
    user, group = os.getuid(), os.getgid()
    _call("unshare", _NEW_MOUNTS | _NEW_USER)
    for name, words in (
        ("setgroups", "deny"),
        ("uid_map", f"0 {user} 1"),
        ("gid_map", f"0 {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:  # noqa: PTH123
            file.write(words)


def _mount_private() -> None:
    recursive, private = 0x4000, 1 << 18
    _call("mount", b"none", b"/", None, recursive | private, None)


def _mount(folder: Path, flags: int, room: int) -> None:
    size = f"size={max(1, room // 1024)}k".encode()
    _call("mount", b"tmpfs", os.fsencode(folder), b"tmpfs", flags, size)


def _call(name: str, *arguments: int | bytes | None) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
