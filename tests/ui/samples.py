"""Entries and thought records of made-up days."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.services.clock import local_zone
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal


def today():
    return Moment.now(local_zone()).day


def moment(days_ago=0, hour=12, minute=0):
    """Return a time of day on a day not long ago."""
    wall = dt.datetime.combine(today() - dt.timedelta(days=days_ago), dt.time(hour, minute))
    return Moment.from_wall(wall, local_zone())


def entry(note="", days_ago=0, mood=1, *, feelings=(), **more):
    """Return an entry."""
    words = tuple(Feeling(word) for word in feelings)
    values = {"at": moment(days_ago), "mood": mood, "note": note, "feelings": words}
    return Entry(**{**values, **more})


def record(thought="They all saw it.", days_ago=0, **more):
    """Return a finished thought record with something in every step."""
    values = {
        "at": moment(days_ago),
        "situation": "The figures were asked for.",
        "feelings": (RatedFeeling("tense", 70, 35),),
        "thoughts": (AutomaticThought(thought, 85, 40),),
        "patterns": (ChosenPattern("mind_reading", main=True),),
        "balanced_thought": "Most of them looked at the screen.",
        "balanced_belief": 65,
        "step": Step.LOOK_AGAIN,
        "finished": True,
    }
    return ThoughtRecord(**{**values, **more})


def fill(places, *items, **more):
    """Make a journal without a passphrase that holds these."""
    journal, _ = Journal.create(places.journal, None)
    entries = tuple(item for item in items if isinstance(item, Entry))
    records = tuple(item for item in items if isinstance(item, ThoughtRecord))
    journal.add(Contents(entries=entries, thought_records=records, **more))
    journal.close()
