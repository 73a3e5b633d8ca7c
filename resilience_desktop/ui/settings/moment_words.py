"""A day and a time, as the settings say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import clock, day, text

if TYPE_CHECKING:
    from resilience_desktop.domain.moment import Moment


def moment_words(moment: Moment) -> str:
    """Return a day and a time, as the person's clock had it."""
    return text("{day}, {time}").format(day=day(moment.day), time=clock(moment.wall))
