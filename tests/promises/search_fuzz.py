"""Whatever is typed into the search box, it is looked for."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.driver import sqlite
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from pathlib import Path

_PIECES = (
    *"ab\"'*()-:^+{}[]~!?\\/%_;,.&|<>=#@$`\0\x02\x03\t\r\n ",
    *("ä", "ö", "é", "e\u0301", "ß", "\u202e", "\u200d", "\ufeff", "\ud7ff", "\U0001f600", "中"),
    *("AND", "OR", "NOT", "NEAR", "NEAR(", "words:", "labels :", "rank", "search", '""', '"*'),
)
_NOTES = ("Sad and calm, äöü and OR", 'She said "no" (twice)', "50% * 2 = 100; -1", "a^b {c} \\d")
_WORDS = ("sad", "calm", "äöü", "no", "twice", "50", "100", "-1", "c", "(twice)")
_FOR_CONTROL = 200


def _attempt(trials: int, folder: Path) -> Outcome:
    journal, _ = Journal.create(folder / "journal", None)
    at = Moment.from_wall(dt.datetime(2026, 5, 1, 12), "Europe/London")
    journal.add(Contents(tuple(Entry(at=at, note=note) for note in _NOTES)))
    chance = random.Random(1)
    broken = sum(not _is_answered(journal, chance) for _ in range(trials))
    control = sum(not _is_answered_naively(journal, chance) for _ in range(_FOR_CONTROL))
    journal.close()
    return Outcome(trials, broken, control > 0)


def _is_answered(journal: Journal, chance: random.Random) -> bool:
    """Whether there is an answer, and a word that was written is found among mere signs."""
    signs = "".join(piece for piece in _noise(chance) if not any(map(str.isalnum, piece)))
    try:
        journal.looking.search("".join(_noise(chance)))
        found = journal.looking.search(f"{signs} {chance.choice(_WORDS)} {signs}")
    except Exception:
        return False
    return bool(found)


def _noise(chance: random.Random) -> list[str]:
    return [chance.choice(_PIECES) for _ in range(chance.randint(0, 12))]


def _is_answered_naively(journal: Journal, chance: random.Random) -> bool:
    """Look for it as it was typed, which is what most programs do."""
    query = "SELECT rowid FROM search WHERE search MATCH ?"
    try:
        journal._store.db.execute(query, ["".join(_noise(chance))])
    except sqlite.Error:
        return False
    return True


PROMISE = Promise("G15", "anything typed into the search box is looked for", 5000, _attempt)
