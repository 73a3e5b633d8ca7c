"""An entry that says all that an entry can say, of a made-up person."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.details import (
    Basic,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.own_scale import OwnScale

EVERYTHING_SCALE = OwnScale(
    "Stress at work", 0, 10, "none", "as much as I can bear", asked=False, id="stress"
)
EVERYTHING = Entry(
    at=Moment.from_wall(dt.datetime(2026, 11, 20, 21, 30), "Europe/London"),  # noqa: DTZ001
    mood=-2,
    energy=-1,
    feelings=(Feeling("worried", 60), Feeling("tense")),
    sensations=(Sensation("tight chest", "chest_breath", 55), Sensation("pins", "arms_hands")),
    triggers=(Trigger("the phone call", TriggerKind.EVENT), Trigger("late bus")),
    tags=("work", "drawing"),
    sleep_hours=6.5,
    sleep_quality=2,
    basics=(Basic("water", True), Basic("outdoors", False), Basic("meals", True)),
    scales=(ScaleValue("stress", 7),),
    went_well="The kettle was still warm.",
    note="Tomorrow is the budget meeting again.",
    frame=Frame.TODAY,
)
