"""The low spells of a journal, and what stands behind the days of a picture, for several views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.charts.series import Stretch, Turn
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.low_spells import RUN, LowSpells
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.insights.spell_summary import ENOUGH_DAYS

if TYPE_CHECKING:
    from resilience_desktop.domain.period import Period
    from resilience_desktop.domain.time_of_change import TimeOfChange
    from resilience_desktop.insights.low_spells import LowSpell
    from resilience_desktop.services.views.view import Found


def spells_of(found: Found, run: int = RUN) -> LowSpells:
    """Return the low spells of everything there is: what was usual needs all days before.

    A filter changes nothing here, since it leaves out days that were usual too.
    """
    entries = (found.whole or found).entries
    days = [found.today, *(entry.at.day for entry in entries)]
    moods = DayMoods.of(entries, min(days), max(days))
    return LowSpells.of(DaySeries.of_moods(moods), run)


def stretches(found: Found, period: Period) -> tuple[Stretch, ...]:
    """Return the low spells that lie in a period or reach into it.

    Gate: ``ENOUGH_DAYS`` days of all, so that coming closer hides none.
    """
    spells = spells_of(found)
    if len(spells.series) < ENOUGH_DAYS:
        return ()
    return tuple(
        Stretch(
            max(spell.onset, period.first),
            min(spell.last_inside, period.last),
            (lasting(spell, named=True), lasting(spell)),
        )
        for spell in spells.spells
        if spell.onset <= period.last and spell.last_inside >= period.first
    )


def turns(found: Found, period: Period) -> tuple[Turn, ...]:
    """Return the times of change that begin in a period."""
    return tuple(
        Turn(change.day, change.name) for change in found.times_of_change if period.has(change.day)
    )


def lasting(spell: LowSpell, *, named: bool = False) -> str:
    """Return how long a spell was; of one without an end, that it was at least so long."""
    days = plural("{n} day", "{n} days", spell.days)
    if not spell.is_closed:
        days = text("{days} or more").format(days=days)
    return text("low spell, {days}").format(days=days) if named else days


def changes_in_words(found: Found, period: Period) -> str:
    """Return the times of change in a period, for who cannot see their lines."""
    named = [_change(c) for c in found.times_of_change if period.has(c.day)]
    return text("Marked: {changes}.").format(changes="; ".join(named)) if named else ""


def _change(change: TimeOfChange) -> str:
    return text("{name}, {day}").format(name=change.name, day=i18n.day(change.day))
