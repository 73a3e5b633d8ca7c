"""Measures what somebody might use instead, beside the journal: `dev.py bench --peers`.

RedNotebook (a window) and jrnl (a command) are used where they are installed: the programs of
these names, or those that the variables REDNOTEBOOK and JRNL name. All get the same entries; ours
has the moods, tags and feelings of them too, and is encrypted as always, without a passphrase.
Nobody's own journal or settings are touched: every program gets an empty home.

Every act is done by all in turns, first once to warm up, and medians are compared:

- *Window there*, *newest entries seen*: from starting the process until its window can be seen,
  and until the newest entries are in it, both by looking at the screen (`bench_peer_screen.py`).
  jrnl has no window: it is measured until `jrnl -n 40` has printed as many as our window reads.
- *Entry kept, ready for the next*: in our open window, from Ctrl+Enter until the entry is on the
  disk and the form is empty; in RedNotebook's, from saving until it takes keys again, when it has
  counted the words of its cloud anew; with jrnl, the whole command `jrnl words`.
- *Entry in the file*: the first part of that in both windows. Ours waits for the disk to have it,
  RedNotebook does not.
- *Search in an open journal*: what finds the excerpts that are shown, in the open program; ours
  counts all and cuts the newest 50, RedNotebook cuts one for each day.
- *Search from the prompt*: the whole command, `resilience-desktop search` and `jrnl -contains`,
  each printing the newest 50.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from bench_journal import COMMON_WORD, LAST, RARE_WORD, entries
from bench_peer_screen import NotSeenError, Screen
from bench_peer_texts import write_for_jrnl, write_for_rednotebook
from bench_row import Row

from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resilience_desktop.domain.entry import Entry

WINDOW, NEWEST = "window there", "newest entries seen"
IN_FILE, READY = "entry in the file", "entry kept, ready for the next"
OPEN, PROMPT = "search in an open journal", "search from the prompt"
WORDS = {"common word": COMMON_WORD, "rare word": RARE_WORD}
NEW_ENTRY = "rain on the way to the bus, and a letter"
_HERE = Path(__file__).resolve().parent
_GOAL = 1.0
_TIMES = 4
"""How often an open program does a thing in one turn; the first time only warms it up."""
_PAGE, _HITS = 40, 50
"""How many entries our window reads at first, and how many hits a search shows."""
_PATIENCE_S = 120

Times = dict[str, float]
"""Milliseconds of the acts of one turn, by their names."""


class PeerError(Exception):
    """A program that is installed does not do what is asked of it; says why in a few words."""


def peer_rows(years: float, rounds: int) -> list[Row]:
    """Return how long we and whatever else is installed take, with a journal of so many years."""
    written = entries(years)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        peers = _installed(written, place)
        if not peers:
            return []
        if not Screen.can_be_had():
            print("Xvfb is not installed: rows of peers that need a window are left out.")
            return _measured([Ours(written, place), *peers], rounds)
        try:
            with Screen(place) as screen:
                sides = [Ours(written, place), *peers]
                for side in sides:
                    side.screen = screen
                return _measured(sides, rounds)
        except NotSeenError as error:
            print(f"No peer is measured: {error}.")
            return []


def _installed(written: Sequence[Entry], place: Path) -> list[Side]:
    peers: list[Side] = []
    for kind in (RedNotebook, Jrnl):
        program = os.environ.get(kind.name.upper()) or shutil.which(kind.name.lower())
        if program is None:
            print(f"{kind.name} is not installed: its rows are left out.")
            continue
        try:
            peers.append(kind(program, written, place))
        except PeerError as error:
            _leave_out(kind.name, error)
    return peers


def _measured(sides: list[Side], rounds: int) -> list[Row]:
    """Let all sides take turns, ours first; the first round only warms up, unless it is alone."""
    taken: dict[Side, dict[str, list[float]]] = {side: defaultdict(list) for side in sides}
    for number in range(rounds + (rounds > 1)):
        for turn in ("start", "use", "ask"):
            for side in tuple(taken):
                try:
                    times = getattr(side, turn)()
                except PeerError as error:
                    _leave_out(side.name, error)
                    del taken[side]
                    if side is sides[0]:
                        return []
                    continue
                for act, took in times.items() if number or rounds == 1 else ():
                    taken[side][act].append(took)
    ours, *peers = taken
    return [
        Row.of(f"{act}: {peer.name}", taken[ours][act], theirs, goal=_GOAL)
        for peer in peers
        for act, theirs in taken[peer].items()
        if act in taken[ours]
    ]


def _leave_out(name: str, error: PeerError) -> None:
    print(f"{name} cannot be measured, so its rows are left out: {error}.")


class Side:
    """A program that is measured; what it cannot do at all stays empty."""

    name = ""

    def __init__(self, place: Path) -> None:
        """Give the program a home of its own in this place."""
        self.screen: Screen | None = None
        self.place = place / self.name
        home = self.place / "home"
        home.mkdir(parents=True)
        runtime = self.place / "runtime"
        runtime.mkdir(mode=0o700)
        usual = {
            name: value
            for name, value in os.environ.items()
            if not re.fullmatch(r"XDG_.*_HOME|PYTHON.*|WAYLAND_DISPLAY", name)
        }
        self.variables = usual | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",  # or a window that is open already answers
            "LANGUAGE": "en",
        }

    def start(self) -> Times:
        """Start it with its journal."""
        return {}

    def use(self) -> Times:
        """Do things in it while it is open."""
        return {}

    def ask(self) -> Times:
        """Have its command do things."""
        return {}

    def _watched(self, command: Sequence[str], folder: Path | None = None) -> Times:
        if self.screen is None:
            return {}
        try:
            seen = self.screen.watch(command, self.variables, folder)
        except NotSeenError as error:
            raise PeerError(str(error)) from error
        return {WINDOW: seen.window, NEWEST: seen.filled}

    def _inside(self, command: Sequence[str], child: str, *arguments: str) -> Times:
        """Return what one of the small programs beside this one has measured in the open window."""
        if self.screen is None:
            return {}
        answer = self.place / "answer.json"
        answer.unlink(missing_ok=True)
        words = (NEW_ENTRY, json.dumps(WORDS), str(_TIMES), str(answer))
        self._run([*command, str(_HERE / child), *arguments, *words], self.screen.variables)
        try:
            found = json.loads(answer.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            message = "it ended before all was done"
            raise PeerError(message) from error
        acts = {IN_FILE: found["in_file"], READY: found["ready"]}
        acts |= {f"{OPEN}, {name}": found["search"][name] for name in WORDS}
        return {act: statistics.median(times[1:]) for act, times in acts.items()}

    def _timed(self, command: Sequence[str], holds: str = "") -> float:
        """Return how long a command takes, which must print this."""
        start = time.perf_counter()
        printed = self._run(command)
        took = 1000 * (time.perf_counter() - start)
        if holds not in " ".join(printed.split()):
            message = "it does not find what was written"
            raise PeerError(message)
        return took

    def _run(self, command: Sequence[str], more: Mapping[str, str] | None = None) -> str:
        try:
            done = subprocess.run(
                command,
                env=self.variables | dict(more or {}),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                timeout=_PATIENCE_S,
                cwd=_HERE.parent if isinstance(self, Ours) else None,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            why = (
                "it takes too long" if isinstance(error, subprocess.TimeoutExpired) else "it fails"
            )
            raise PeerError(why) from error
        return done.stdout


class Ours(Side):
    """The journal, started as a person or a script would start it."""

    name = "The journal"

    def __init__(self, written: Sequence[Entry], place: Path) -> None:
        """Make the journal."""
        super().__init__(place)
        self._folder = self.place / "journal"
        self._program = [sys.executable, "-m", "resilience_desktop", "--journal", str(self._folder)]
        journal, _ = Journal.create(self._folder, None)
        try:
            journal.add(Contents(entries=tuple(written)))
        finally:
            journal.close()

    def start(self) -> Times:
        """Start the window."""
        return self._watched(self._program, _HERE.parent)

    def use(self) -> Times:
        """Add entries and search in the window."""
        return self._inside([sys.executable], "bench_peer_ours.py", str(self._folder))

    def ask(self) -> Times:
        """Search by command."""
        search = [*self._program, "search", "--limit", str(_HITS)]
        return {
            f"{PROMPT}, {name}": self._timed([*search, word], word) for name, word in WORDS.items()
        }


class RedNotebook(Side):
    """A journal in a window, with a text for each day; it reads all of them when it starts."""

    name = "RedNotebook"

    def __init__(self, program: str, written: Sequence[Entry], place: Path) -> None:
        """Write its journal, and find the Python that it runs with."""
        super().__init__(place)
        self._program = Path(program).resolve()
        with self._program.open("rb") as file:
            first = file.readline().decode("utf-8", "replace")
        if not first.startswith("#!") or "python" not in first:
            message = "only one that is started by a Python script can be"
            raise PeerError(message)
        self._python = shlex.split(first[2:])
        self._folder = self.place / "journal"
        write_for_rednotebook(written, self._folder)

    def start(self) -> Times:
        """Start the window on the newest day."""
        return self._watched([str(self._program), "--date", str(LAST), str(self._folder)])

    def use(self) -> Times:
        """Add texts and search in the window."""
        where = (str(self._program.parent), str(self._folder), str(LAST))
        return self._inside(self._python, "bench_peer_rednotebook.py", *where)


class Jrnl(Side):
    """A journal by commands, in one text file; each of them reads all of it."""

    name = "jrnl"

    def __init__(self, program: str, written: Sequence[Entry], place: Path) -> None:
        """Write its journal, and settings of the very version, which it would else ask about."""
        super().__init__(place)
        self._newest = " ".join(written[-1].note.split())
        version = re.search(r"v(\d\S*)", self._run([program, "--version"]))
        if version is None:
            message = "it does not say its version"
            raise PeerError(message)
        file, settings = self.place / "journal.txt", self.place / "jrnl.yaml"
        write_for_jrnl(written, file)
        journals = json.dumps({"default": {"journal": str(file)}})
        settings.write_text(f"version: {version[1]}\njournals: {journals}\n", encoding="utf-8")
        self._program = [program, "--config-file", str(settings)]
        self._timed([*self._program, "-n", "1"], self._newest)

    def start(self) -> Times:
        """Print the newest entries."""
        return {NEWEST: self._timed([*self._program, "-n", str(_PAGE)])}

    def use(self) -> Times:
        """Add an entry."""
        return {READY: self._timed([*self._program, NEW_ENTRY])}

    def ask(self) -> Times:
        """Search."""
        search = [*self._program, "-n", str(_HITS), "--short", "-contains"]
        return {
            f"{PROMPT}, {name}": self._timed([*search, word], word) for name, word in WORDS.items()
        }
