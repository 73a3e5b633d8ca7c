"""Somebody who writes without a pause and is told of each thing once it is kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.plain import entry_to_plain
from resilience_desktop.domain.record_plain import record_to_plain
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from resilience_desktop.services.contents import Contents
    from resilience_desktop.services.journal import Journal

SLOT = "entry:new"
_NOON = dt.datetime(2026, 11, 19, 12)
_NOTHING = "nothing"

Step = tuple[str, str, "Callable[[], object]"]
"""What a write is about, how that is afterwards, and the write itself."""


def write(
    journal: Journal, seed: int, tell: Callable[[str], object], *, too_early: bool = False
) -> None:
    """Write for ever; say ``will`` before and ``kept`` after each write.

    ``too_early`` says that it is kept before it is: the mistake that a trial has to notice.
    """
    for subject, state, work in _steps(journal, random.Random(seed)):
        tell(f"will {subject} {state}\n")
        if too_early:
            tell(f"kept {subject} {state}\n")
        work()
        if not too_early:
            tell(f"kept {subject} {state}\n")


class Ledger:
    """What the writer was told, and so what has to be in the journal."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self._under_way: dict[str, str] = {}

    def hear(self, message: str) -> None:
        """Take down what the writer said."""
        said, subject, state = message.split()
        if said == "will":
            self._under_way[subject] = state
        else:
            self.kept[subject] = state
            self._under_way.pop(subject, None)

    def faults(self, contents: Contents) -> list[str]:
        """Return what is missing, older than it was said to be, or was never written.

        A write that was under way may have happened or not; half of it is neither.
        """
        found = states(contents)
        return [
            subject
            for subject in {*found, *self.kept, *self._under_way}
            if found.get(subject, _NOTHING)
            not in (self.kept.get(subject, _NOTHING), self._under_way.get(subject))
        ]

    def settle(self, contents: Contents) -> None:
        """Take what is there for what is kept, for the next writer to go on from."""
        self.kept, self._under_way = states(contents), {}


def states(contents: Contents) -> dict[str, str]:
    """Return a checksum of everything in a journal by its name."""
    return {
        **{e.id: _state(e) for e in contents.entries},
        **{r.id: _state(r) for r in contents.thought_records},
        **{e.id: _state(e, binned=True) for e in contents.binned_entries},
        **{r.id: _state(r, binned=True) for r in contents.binned_thought_records},
        **{slot: _state(draft) for slot, draft in contents.drafts},
    }


def _state(item: Entry | ThoughtRecord, *, binned: bool = False) -> str:
    plain = entry_to_plain(item) if isinstance(item, Entry) else record_to_plain(item)
    return hashlib.sha256(json.dumps([plain, binned]).encode()).hexdigest()[:24]


def _steps(journal: Journal, chance: random.Random) -> Iterator[Step]:
    """Yield what a person does in a day, over and over: type, keep, change, bin, think."""
    while True:
        at = Moment.from_wall(
            _NOON + dt.timedelta(minutes=chance.randrange(500_000)), "Europe/London"
        )
        entry = Entry(at=at, mood=chance.randint(-5, 5), note=_words(chance))
        for end in (len(entry.note) // 2, len(entry.note)):
            draft = replace(entry, note=entry.note[:end])
            yield SLOT, _state(draft), lambda d=draft: journal.drafts.keep(SLOT, d)
        entry = replace(entry, feelings=(Feeling("tense", 60), Feeling("tired")), tags=("work",))
        yield entry.id, _state(entry), lambda e=entry: journal.keep_entry(e)
        yield SLOT, _NOTHING, lambda: journal.drafts.keep(SLOT, None)
        changed = replace(entry, note=_words(chance))
        yield entry.id, _state(changed), lambda e=changed: journal.keep_entry(e)
        if chance.random() < 0.3:
            binned = _state(changed, binned=True)
            yield entry.id, binned, lambda e=changed: journal.bin.put(e.id)
        thoughts = (AutomaticThought(_words(chance), 80, 40, hot=True), AutomaticThought("No."))
        record = ThoughtRecord(at=at, situation=_words(chance), thoughts=thoughts)
        yield record.id, _state(record), lambda r=record: journal.keep_thought_record(r)
        if chance.random() < 0.2:
            journal.rest()


def _words(chance: random.Random) -> str:
    return " ".join(f"word{chance.randrange(5000)}" for _ in range(chance.randint(1, 300)))
