"""What a program asks of the system, written down by strace."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.promises.promise import NotRunHere

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

MISSING = "strace is missing, or not allowed to look into other programs"
LONGEST = 300  # seconds
_LONGEST_STRING = 1 << 24
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (\d+)")
_STRING = re.compile('"([^"]*)"')
_HANDLE = re.compile(r"\d+<([^>]*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded."""

    name: str
    file: str
    """What its first handle stands for: a path, ``pipe:[...]``, ``socket:[...]``, or nothing."""
    strings: tuple[bytes, ...] = field(repr=False)
    """The paths and contents it was given."""
    arguments: str = field(repr=False)
    """All of them as strace writes them, for numbers and flags."""
    result: int


def strace() -> str | None:
    """Return the path of strace, or None where it is missing or not allowed to look."""
    path = shutil.which("strace")
    if path is None or subprocess.run([path, "true"], capture_output=True, check=False).returncode:
        return None
    return path


def trace(
    command: Sequence[str], calls: Sequence[str], log: Path, env: Mapping[str, str], cwd: Path
) -> tuple[subprocess.CompletedProcess[str], list[Call]]:
    """Run a command to its end and return what it and its children called, thread by thread.

    ``log`` is a path for strace's own files. Raises ``NotRunHere`` where it cannot be done.
    """
    program = strace()
    if program is None:
        raise NotRunHere(MISSING)
    options = ["-ff", "-y", "-xx", "-s", str(_LONGEST_STRING), "-qq", "--seccomp-bpf"]
    done = subprocess.run(
        [program, *options, "-e", "trace=" + ",".join(calls), "-o", str(log), *command],
        env=dict(env),
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    found: list[Call] = []
    for path in sorted(log.parent.glob(log.name + ".*")):
        found += _calls(path)
        path.unlink()
    return done, found


def _calls(path: Path) -> Iterator[Call]:
    with path.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            call = _LINE.match(line)
            if call is None:  # one that failed, or was cut off by the end of the program
                continue
            name, arguments, result = call.groups()
            handle = _HANDLE.match(arguments)
            yield Call(
                name,
                _plain(handle[1]).decode(errors="replace") if handle else "",
                tuple(_plain(words) for words in _STRING.findall(arguments)),
                _STRING.sub('""', arguments),
                int(result),
            )


def _plain(written: str) -> bytes:
    return bytes.fromhex(written.replace("\\x", ""))
