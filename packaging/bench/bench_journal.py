"""The journal that is measured: so many years of made-up entries, the same every time."""

from __future__ import annotations

import datetime as dt
import shutil
from random import Random
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.details import Trigger
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal, KdfSettings

if TYPE_CHECKING:
    from pathlib import Path

ZONE = "Europe/London"
LAST = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)
"""The last day with entries: a page that shows the last weeks has something to show."""
A_DAY, A_WEEK = 3, 2
"""Entries a day, thought records a week."""
TAGS = ("work", "walk", "friend", "family", "drawing", "swimming")
_FEELINGS = ("tired", "calm", "worried", "content", "tense", "hopeful")
_WORDS = ("rain", "tea", "bus", "letter", "garden", "window", "kitchen", "morning", "street")
COMMON_TAG, COMMON_WORD = TAGS[0], _WORDS[0]
RARE_TAG, RARE_WORD = "lighthouse", "zeppelin"
_RARE = 5
"""How many entries have them, however long the journal is."""
PASSPHRASE = "a plain phrase of the bench"  # noqa: S105  (of nothing that is kept)


def entries(years: float) -> list[Entry]:
    """Return the entries of so many years, oldest first."""
    chance = Random(5)  # noqa: S311  (only for looks)
    count = max(1, round(years * 365.25)) * A_DAY
    rare_ones = {count * (2 * n + 1) // (2 * _RARE) for n in range(_RARE)}
    made = []
    for number in range(count):
        day = LAST - dt.timedelta(days=(count - 1 - number) // A_DAY)
        wall = dt.datetime.combine(day, dt.time(8 + 5 * (number % A_DAY), number % 60))
        rare = number in rare_ones
        words = chance.choices(_WORDS, k=18) + ([RARE_WORD] if rare else [])
        tags = chance.sample(TAGS, chance.randrange(3)) + ([RARE_TAG] if rare else [])
        feelings = chance.sample(_FEELINGS, chance.randrange(3))
        made.append(
            Entry(
                at=Moment.from_wall(wall, ZONE),
                mood=chance.randrange(-5, 6),
                note=" ".join(words),
                tags=tuple(tags),
                feelings=tuple(Feeling(word) for word in feelings),
            )
        )
    return made


def records(years: float) -> list[ThoughtRecord]:
    """Return the thought records of so many years, oldest first; the newest is unfinished."""
    chance = Random(6)  # noqa: S311
    patterns = [pattern.id for pattern in content.thinking_patterns()]
    count = max(A_WEEK, round(years * 365.25 / 7) * A_WEEK)
    made = []
    for number in range(count):
        days = (count - 1 - number) * 7 // A_WEEK
        wall = dt.datetime.combine(LAST - dt.timedelta(days=days), dt.time(20))
        words = [" ".join(chance.choices(_WORDS, k=18)) for _ in range(5)]
        made.append(
            ThoughtRecord(
                at=Moment.from_wall(wall, ZONE),
                situation=words[0],
                triggers=(Trigger(chance.choice(TAGS)),),
                tags=tuple(chance.sample(TAGS, 2)),
                feelings=tuple(RatedFeeling(word, 80, 40) for word in chance.sample(_FEELINGS, 2)),
                thoughts=(AutomaticThought(words[1], 80, 40, hot=True),),
                patterns=(ChosenPattern(chance.choice(patterns), main=True),),
                evidence_for=(words[2],),
                evidence_against=(words[3],),
                balanced_thought=words[4],
                finished=number < count - 1,
            )
        )
    return made


def contents(years: float) -> Contents:
    """Return all of a journal of so many years, in the order in which it was written."""
    return Contents(entries=tuple(entries(years)), thought_records=tuple(records(years)))


class Journals:
    """Folders with closed journals: each is made once in a run, and copied for whoever changes it.

    None has a passphrase but the one that is asked for so.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._made: dict[tuple[float, bool], Path] = {}
        self._copies = 0

    def of(self, years: float, *, locked: bool = False) -> Path:
        """Return the folder of a journal that nobody is to write in."""
        if (years, locked) not in self._made:
            folder = self._place / f"{years:g} years{' locked' if locked else ''}"
            phrase, kdf = (PASSPHRASE, KdfSettings()) if locked else (None, None)
            journal, _ = Journal.create(folder, phrase, kdf)
            try:
                journal.add(contents(years))
            finally:
                journal.close()
            self._made[years, locked] = folder
        return self._made[years, locked]

    def copy(self, years: float) -> Path:
        """Return the folder of a journal of one's own."""
        folder = self.new_folder("copy")
        shutil.copytree(self.of(years), folder)
        return folder

    def new_folder(self, name: str) -> Path:
        """Return a place in which there is nothing yet."""
        self._copies += 1
        return self._place / f"{name} {self._copies}"
