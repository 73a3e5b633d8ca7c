"""A made-up half year for the fixed set of pictures: no chance in it, and no word of the demo's."""

from __future__ import annotations

import datetime as dt
import math

from resilience_desktop.domain.details import ScaleValue, Trigger
from resilience_desktop.domain.early_sign import EarlySign, Measure
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.month_look import AXES, MonthLook, RatedValue
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.services.views.view import Found
from tests.insights.made_up import FIRST, day, entry

DAYS = 182
PERIOD = Period(FIRST, day(DAYS - 1))
LOW = range(96, 105)
AWAY = range(60, 75)
STRESS = OwnScale("Stress", id="stress")


def found() -> Found:
    """Return what views read of it."""
    return Found(
        today=PERIOD.last,
        entries=[_entry(n) for n in range(DAYS) if n not in AWAY and n % 6 != 5],
        records=[_record(n) for n in range(4, DAYS, 14)],
        scales=(STRESS,),
        times_of_change=(TimeOfChange("New job", day(120), id="job"),),
        early_signs=(
            EarlySign("Low days", Measure.MOOD, number=-1, id="low"),
            EarlySign("Stress", Measure.SCALE, STRESS.id, at_least=True, number=6, id="tense"),
        ),
        month_looks=[_look(n) for n in (40, 150)],
        practices=[_practice(n) for n in range(1, DAYS, 14)],
    )


def _look(number: int) -> MonthLook:
    ratings = tuple((axis, (place * 3 + number // 40) % 11) for place, axis in enumerate(AXES))
    values = RatedValue("Family", 9, number // 40), RatedValue("Garden", 4, 6)
    return MonthLook(day(number), ratings, values, id=f"l{number:03}")


def _uneven(number: int, turn: float) -> float:
    """Return a number from -1 to 1 that looks like chance."""
    return math.sin(number * number * turn)


def _entry(number: int):
    walked, fretted = number % 3 == 1, number % 4 == 2
    level = 1 + 1.2 * math.sin(number / 9) + walked + 1.3 * _uneven(number, 0.7)
    mood = max(-5, min(5, round(-4 if number in LOW else level)))
    return entry(
        number,
        mood,
        hour=8 + number % 3 * 5,
        energy=max(-5, min(5, round(mood / 2 + _uneven(number, 1.3)))),
        tags=("walk",) if walked else (),
        feelings=(Feeling("worried" if fretted else "calm", 40 + number % 5 * 10),),
        triggers=(Trigger("Work"),) if fretted else (),
        sleep_hours=6 + number % 4 / 2,
        scales=(ScaleValue(STRESS.id, round(5 - mood / 2)),),
        note="A long day." if number == 40 else "",
        id=f"e{number:03}",
    )


def _practice(number: int) -> Practice:
    before = 90 - number * 7 % 50
    return Practice(
        skill="grounding_54321" if number % 4 == 3 else "slow_breathing",
        at=Moment.from_wall(dt.datetime.combine(day(number), dt.time(19)), "Europe/London"),
        seconds=300,
        before=before,
        after=max(0, before - number % 30 + 4),
        id=f"p{number:03}",
    )


def _record(number: int) -> ThoughtRecord:
    first = 60 + number % 30
    return ThoughtRecord(
        at=Moment.from_wall(dt.datetime.combine(day(number), dt.time(12)), "Europe/London"),
        finished=True,
        feelings=(RatedFeeling("worried", first, first - number % 25),),
        patterns=(ChosenPattern("mind_reading" if number % 4 else "catastrophising"),),
        thoughts=(AutomaticThought("It was noticed.", first, first - number % 40),),
        id=f"r{number:03}",
    )
