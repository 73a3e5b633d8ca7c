"""Killed in the middle of typing, the journal lacks nothing but the last few seconds."""

from __future__ import annotations

import random
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from resilience_desktop.services.journal import Journal
from tests.promises.children import python
from tests.promises.house import House
from tests.promises.process import PLACES, keys
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from resilience_desktop.domain.thought_record import ThoughtRecord

_MOST_LOST = 5.0  # seconds
_TYPING = (5.5, 8.0)
"""For how many seconds somebody types: less would lose nothing that was promised."""
_AT_ONCE = 9  # they mostly wait
_LONGEST = 60.0
_RECORD_WORDS: dict[str, Callable[[ThoughtRecord], str]] = {
    "thoughts": lambda record: record.situation,
    "chose": lambda record: record.chose,
    "against": lambda record: "".join(record.evidence_against),
    "kindness": lambda record: record.kindness,
    "expected": lambda record: record.prediction.expected,
}


class _Trial(NamedTuple):
    """Somebody who types a letter at a steady pace, somewhere, and is killed."""

    house: House
    seed: int
    pace: int
    """Milliseconds from key to key."""
    where: str
    seconds: float
    program: str = "type_until_killed"


class _Found(NamedTuple):
    """What was in the journal afterwards."""

    is_broken: bool
    lost: float
    """How many seconds before the kill the first missing key was pressed."""


def _attempt(trials: int, folder: Path) -> Outcome:
    chance = random.Random(22)
    planned = [_planned(folder / str(number), chance, number) for number in range(trials)]
    unsaved = _planned(folder / "control", chance, 0)._replace(program="type_unsaved_until_killed")
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        control, *found = pool.map(_type_until_killed, [unsaved, *planned])
    remark = f"{max(one.lost for one in found):.1f} s of typing missing at most"
    return Outcome(trials, sum(one.is_broken for one in found), control.is_broken, remark)


def _planned(folder: Path, chance: random.Random, number: int) -> _Trial:
    where = PLACES[number % len(PLACES)]
    return _Trial(
        House(folder),
        chance.randrange(2**32),
        chance.randint(50 if where == "line" else 20, 150),  # a line has an end
        where,
        chance.uniform(*_TYPING),
    )


def _type_until_killed(trial: _Trial) -> _Found:
    house = trial.house
    place, log = house.home / "journal", house.said / "keys"
    Journal.create(place, None)[0].close()
    log.touch()
    arguments = (trial.program, place, log, trial.pace, trial.seed, trial.where)
    command = python("-m", "tests.promises.process", *map(str, arguments))
    with (house.said / "errors.txt").open("wb") as errors:
        child = subprocess.Popen(command, env=house.environment(), cwd=house.home, stderr=errors)
        try:
            _wait_for_the_first_key(child, log)
            time.sleep(trial.seconds)
            if child.poll() is not None:
                message = "The program ended by itself."
                raise RuntimeError(message)
        finally:
            killed = time.monotonic()
            child.kill()
            child.wait()
    pressed = [float(line) for line in log.read_text(encoding="ascii").splitlines()]
    return _compared(_kept(place, trial.where), trial.seed, pressed, killed)


def _wait_for_the_first_key(child: subprocess.Popen[bytes], log: Path) -> None:
    latest = time.monotonic() + _LONGEST
    while not log.stat().st_size:
        if child.poll() is not None or time.monotonic() > latest:
            message = "Nobody began to type."
            raise RuntimeError(message)
        time.sleep(0.02)


def _compared(kept: str, seed: int, pressed: list[float], killed: float) -> _Found:
    """Compare what was kept with what had been typed; a space at the end is no word."""
    typed = "".join(islice(keys(seed), len(pressed) + 1))  # the last may not be written down
    due = sum(at <= killed - _MOST_LOST for at in pressed)
    if not due:
        message = "Nothing was typed early enough."
        raise RuntimeError(message)
    is_there = typed.startswith(kept) and len(kept) >= len(typed[:due].rstrip())
    missing = pressed[len(kept) :]
    return _Found(not is_there, killed - missing[0] if missing else 0.0)


def _kept(place: Path, where: str) -> str:
    journal = Journal.open(place)
    try:
        if where in _RECORD_WORDS:
            records = journal.contents().thought_records
            return next((_RECORD_WORDS[where](record) for record in records), "")
        slot = {"journal": "entry:new", "free": "entry:free", "line": "line:went_well"}[where]
        draft = journal.drafts.get(slot)
        if draft is None:
            return ""
        return draft.went_well if where == "line" else draft.note
    finally:
        journal.close()


PROMISE = Promise(
    "G22", "kill -9 while somebody types: at most the last 5 seconds are missing", 8, _attempt
)
