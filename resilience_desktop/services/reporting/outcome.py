"""What came of one part of a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text

if TYPE_CHECKING:
    from resilience_desktop.insights.enough import Enough
    from resilience_desktop.reports.sections import Section


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sections of a part; none where there is nothing, or too little."""

    sections: tuple[Section, ...] = field(default=(), repr=False)
    lacking: str = ""
    """What cannot be said yet and what it takes, where there is something but too little of it."""


NOTHING = Outcome()


def too_few_days(what: str, enough: Enough) -> str:
    """Return what cannot be said and why: too few days with a mood, or fewer than half of all."""
    if enough.missing:
        return text("{what} (it takes {least} days with a mood; {so_far})").format(
            what=what, least=enough.least, so_far=so_far(enough.days)
        )
    return text("{what} (it takes a mood on half of the days)").format(what=what)


def so_far(number: int) -> str:
    """Return how many there are of what it takes."""
    return plural("so far there is {n}", "so far there are {n}", number)
