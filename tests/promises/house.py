"""Where a trial lets people use the app: the usual places, but of a house of their own."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tests.promises import trace
from tests.promises.children import environment, python
from tests.promises.flows import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WORDS = "Qzäbxv grünl"
"""In no other program; each of the two looks different in every encoding."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of using the app for a while."""

    flows: list[str]
    calls: list[trace.Call]
    """What the program asked of the system, where that can be looked at."""


class House:
    """Folders for everything a program writes by itself, and one for what it is told to save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.elsewhere = folder / "elsewhere"
        self.home, self.temporary, self.said = folder / "home", folder / "tmp", folder / "said"
        self.own = (self.home, self.temporary, self.said, folder / "runtime")
        for place in (self.elsewhere, *self.own):
            place.mkdir(parents=True, mode=0o700)

    def environment(self) -> dict[str, str]:
        """Return the variables of a program that runs here."""
        kept = {name: words for name, words in environment().items() if name[:4] != "XDG_"}
        runtime = str(self.folder / "runtime")
        places = {"HOME": str(self.home), "TMPDIR": str(self.temporary), "XDG_RUNTIME_DIR": runtime}
        return {**kept, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}

    def use_the_app(
        self,
        calls: Sequence[str] = (),
        *,
        killed: bool = False,
        no_sockets: bool = False,
        before: Sequence[str] = (),
    ) -> Visit:
        """Do everything there is to do; ``before`` is a command that the program is started by.

        ``calls`` are looked at if strace is there. Raises ``RuntimeError`` when the app fails.
        """
        plan = Plan(WORDS, str(self.elsewhere), no_sockets=no_sockets, killed=killed)
        path = self.folder / "plan.json"
        path.write_text(json.dumps(asdict(plan)), encoding="utf-8")
        command = [*before, *python("-m", "tests.promises.flows", path)]
        found: list[trace.Call] = []
        if calls and trace.strace():
            log = self.folder / "calls"
            done, found = trace.trace(command, calls, log, self.environment(), self.home)
        else:
            done = subprocess.run(
                command,
                env=self.environment(),
                cwd=self.home,
                capture_output=True,
                text=True,
                check=False,
                timeout=trace.LONGEST,
            )
        (self.said / f"{killed}.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
        if (done.returncode != 0) is not killed:
            raise RuntimeError(done.stdout + done.stderr)
        return Visit(done.stdout.splitlines(), found)
