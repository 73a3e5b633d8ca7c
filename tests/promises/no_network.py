"""The app never asks for a way to another computer, and does all it does where there is none."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.promises import trace
from tests.promises.children import python
from tests.promises.house import House
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_CALLS = ("socket", "connect", "bind", "sendto")
_BETWEEN_COMPUTERS = re.compile(r"AF_INET6?\b|AF_PACKET\b")
"""Sockets of this computer alone, such as the one that raises the first window, are fine."""
_ASK = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"


def _attempt(trials: int, folder: Path) -> Outcome:
    apart = _apart()
    flows, found = 0, 0
    while flows < trials:
        house = House(folder / f"house-{flows}")
        visit = house.use_the_app(_CALLS, no_sockets=True, before=apart)
        flows += len(visit.flows)
        found += sum(_leads_away(call) for call in visit.calls)
    missing = []
    if not trace.strace():
        missing.append(f"sockets that only the system sees ({trace.MISSING})")
    if not apart:
        missing.append("a place without a network (unshare is missing or not allowed)")
    remark = "in a place without a network" if apart else ""
    return Outcome(flows, found, _is_noticed(folder, apart), remark, "; ".join(missing))


def _leads_away(call: trace.Call) -> bool:
    return bool(_BETWEEN_COMPUTERS.search(call.arguments))


def _apart() -> Sequence[str]:
    """Return the command that starts another where there is no network, or nothing."""
    program = shutil.which("unshare")
    command = [program or "", "--net", "--map-root-user"]
    if program and subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        return ()
    return command if program else ()


def _is_noticed(folder: Path, apart: Sequence[str]) -> bool:
    """Whether each of the ways used here notices a program that does ask."""
    house = House(folder / "control")
    hook = "import sys; from tests.promises.flows import refuse_sockets; "
    hooked = hook + "sys.addaudithook(refuse_sockets); " + _ASK
    noticed = [_run(house, python("-c", hooked)) == 9]
    if apart:
        noticed.append(_run(house, [*apart, *python("-c", _ASK)]) == 1)
    if trace.strace():
        command, log = python("-c", _ASK), house.folder / "calls"
        _, calls = trace.trace(command, _CALLS, log, house.environment(), house.home)
        noticed.append(any(map(_leads_away, calls)))
    return all(noticed)


def _run(house: House, command: Sequence[str]) -> int:
    return subprocess.run(
        command, env=house.environment(), cwd=house.home, capture_output=True, check=False
    ).returncode


PROMISE = Promise("G12", "the app asks for no way to another computer", 19, _attempt)
