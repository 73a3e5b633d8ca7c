"""How much days differed up to a wider look: what the entries say beside feeling steady."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from resilience_desktop.domain.period import Period
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.spread import Spread
from resilience_desktop.services.views.numbers import NOTHING_YET
from resilience_desktop.services.views.rated_axes import changed
from resilience_desktop.services.views.steady_numbers import series_of
from resilience_desktop.services.views.view import Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.services.views.view import Found

DAYS = 30
"""Days up to a look, its own included."""


@dataclass(frozen=True, slots=True)
class SpreadAtLooks:
    """How much days differed up to the first look and up to the latest."""

    first: Spread | None = field(repr=False)
    """None where there is one look alone, or both would be of some of the same days."""
    latest: Spread = field(repr=False)

    @classmethod
    def of(cls, looks: Sequence[dt.date], found: Found) -> Self | None:
        """Return it for the days of some looks, or None without any."""
        if not looks:
            return None
        are_apart = (looks[-1] - looks[0]).days >= DAYS
        return cls(_spread(looks[0], found) if are_apart else None, _spread(looks[-1], found))

    def in_words(self) -> str:
        """Return it as a sentence, or what is missing."""
        now, then = self.latest.deviation, self.first.deviation if self.first else None
        if now is None:
            return plural(
                "How much your days differed can stand beside this once {n} more of the 30 days "
                "up to a look has a mood.",
                "How much your days differed can stand beside this once {n} more of the 30 days "
                "up to a look have a mood.",
                self.latest.enough.missing,
            )
        no_verdict = text("More is not worse, and less is not better.")
        if then is None:
            words = text("In the 30 days up to the latest look your days differed by about {now}.")
        else:
            words = text(
                "In the 30 days up to the first look your days differed by about {then}, and up to "
                "the latest by about {now}. The difference could be chance."
            )
        said = words.format(now=_in_points(now), then=_in_points(then or 0.0))
        return f"{said} {no_verdict}"

    def cells(self) -> tuple[Told, ...]:
        """Return it as a row of the table of signs."""
        now, then = self.latest.deviation, self.first.deviation if self.first else None
        change = None if now is None or then is None else round(now, 1) - round(then, 1)
        days = [one.enough.days for one in (self.first, self.latest) if one is not None]
        if len(days) == 2:
            of = text("{first} and {latest} days").format(first=days[0], latest=days[1])
        else:
            of = plural("{n} day", "{n} days", days[0])
        name = text("How much days differed, in points of mood")
        return Told(name), _points(then), _points(now), changed(change, decimals=1), Told(of)


def _spread(day: dt.date, found: Found) -> Spread:
    first = day - dt.timedelta(days=min(DAYS - 1, (day - dt.date.min).days))
    return Spread.of(series_of(found, Period(first, day)))


def _points(value: float | None) -> Told:
    if value is None:
        return Told(NOTHING_YET, text("not enough days"))
    return Told(f"{value:.1f}", _in_points(value))


def _in_points(value: float) -> str:
    return plural("{n} point", "{n} points", round(value, 1))
