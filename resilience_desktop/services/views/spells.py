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
    import datetime as dt
    from collections.abc import Iterable

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
    """Return the low spells that lie in a period or reach into it with their low days.

    Gate: ``ENOUGH_DAYS`` days of all, so that coming closer hides none.
    """
    spells = spells_of(found)
    if len(spells.series) < ENOUGH_DAYS:
        return ()
    return tuple(
        Stretch(
            max(spell.onset, period.first),
            min(spell.last_low, period.last),
            (low_for(spell, named=True), low_for(spell)),
            _way_back(spell, period),
        )
        for spell in spells.spells
        if spell.onset <= period.last and spell.last_low >= period.first
    )


def _way_back(spell: LowSpell, period: Period) -> dt.date | None:
    last = min(spell.last_inside, period.last)
    return last if last > spell.last_low else None


def turns(found: Found, period: Period) -> tuple[Turn, ...]:
    """Return the times of change that begin in a period."""
    return tuple(
        Turn(change.day, change.name) for change in found.times_of_change if period.has(change.day)
    )


def low_for(spell: LowSpell, *, named: bool = False) -> str:
    """Return how long days were low; where low days may go on, that it was at least so long."""
    days = plural("{n} day", "{n} days", spell.low_days)
    if not spell.low_days_are_over:
        days = text("{days} or more").format(days=days)
    return text("low spell, {days}").format(days=days) if named else days


def changes_in_words(found: Found, period: Period) -> str:
    """Return the times of change in a period, for who cannot see their lines."""
    return marked(change for change in found.times_of_change if period.has(change.day))


def marked(changes: Iterable[TimeOfChange]) -> str:
    """Return times of change with their days; nothing where there are none."""
    words = text("{name}, {day}")
    named = [words.format(name=change.name, day=i18n.day(change.day)) for change in changes]
    return text("Marked: {changes}.").format(changes="; ".join(named)) if named else ""
