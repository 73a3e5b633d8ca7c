"""A disk that loses its power: what was not synced may be there, torn, or gone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable
    from pathlib import Path

    from tests.promises.trace import Call

CALLS = ("open", "openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate")
CALLS = (*CALLS, "unlink", "unlinkat", "rename", "renameat", "renameat2")
_SECTOR = 512
_KEPT, _TORN = 0.45, 0.75  # of a write that was not synced; the rest is lost


@dataclass(slots=True)
class _File:
    synced: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes] | int] = field(default_factory=list)
    """Writes (where and what) and new lengths that are not synced yet."""


class Disk:
    """One folder, call by call. Names are synced with their folder, contents with their file."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._names: dict[str, _File] = {}
        self._synced: dict[str, _File] = {}
        self._waiting: list[tuple[str, _File | None]] = []
        """What became of names since the folder was synced: another file, or none."""

    def follow(self, call: Call) -> None:
        """Do what a call did."""
        if call.name in ("open", "openat"):
            self._open(call)
        elif call.name.startswith("rename"):
            old, new = (self._name(path.decode()) for path in call.strings)
            if old and new:
                self._point(new, self._names[old])
                self._point(old, None)
        elif call.name.startswith("unlink"):
            self._point(self._name(call.strings[-1].decode()), None)
        elif call.file == self._folder:
            self._synced = dict(self._names)  # nothing but a sync is done to a folder
            self._waiting.clear()
        elif file := self._names.get(self._name(call.file)):
            self._change(file, call)

    def after_power_loss(self, folder: Path, chance: random.Random) -> None:
        """Write what might be found when the power is back into an empty folder."""
        names = dict(self._synced)
        for name, file in self._waiting[: chance.randint(0, len(self._waiting))]:
            _put(names, name, file)
        for name, file in names.items():
            (folder / name).write_bytes(_what_is_left(file, chance))

    def _name(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        return name if folder == self._folder else ""

    def _open(self, call: Call) -> None:
        name = self._name(call.strings[0].decode())
        if not name:
            return
        if name not in self._names:
            self._point(name, _File())
        elif "O_TRUNC" in call.arguments:
            self._names[name].waiting.append(0)

    def _point(self, name: str, file: _File | None) -> None:
        if name:
            _put(self._names, name, file)
            self._waiting.append((name, file))

    def _change(self, file: _File, call: Call) -> None:
        numbers = [int(number) for number in re.findall(r", (\d+)", call.arguments)]
        if call.name == "pwrite64":
            file.waiting.append((numbers[-1], call.strings[0][: call.result]))
        elif call.name == "write":
            end = len(_applied(file.synced, file.waiting))
            file.waiting.append((end, call.strings[0][: call.result]))
        elif call.name == "ftruncate":
            file.waiting.append(numbers[-1])
        else:
            _apply(file.synced, file.waiting)
            file.waiting.clear()


def _put(names: dict[str, _File], name: str, file: _File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _what_is_left(file: _File, chance: random.Random) -> bytearray:
    left: list[tuple[int, bytes] | int] = []
    for change in file.waiting:
        luck = chance.random()
        if luck < _KEPT:
            left.append(change)
        elif luck < _TORN and not isinstance(change, int):
            place, content = change
            sectors = range(0, len(content), _SECTOR)
            some = chance.sample(sectors, chance.randint(0, len(sectors)))
            left += [(place + start, content[start : start + _SECTOR]) for start in some]
    return _applied(file.synced, left)


def _applied(content: bytearray, changes: Iterable[tuple[int, bytes] | int]) -> bytearray:
    result = bytearray(content)
    _apply(result, changes)
    return result


def _apply(content: bytearray, changes: Iterable[tuple[int, bytes] | int]) -> None:
    for change in changes:
        end = change if isinstance(change, int) else change[0]
        if len(content) < end:
            content.extend(bytes(end - len(content)))
        if isinstance(change, int):
            del content[change:]
        else:
            content[end : end + len(change[1])] = change[1]
