"""What stands around what goes with better days: how much was looked at, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.going_with import LEAST_DAYS, LEAST_OF_EACH

if TYPE_CHECKING:
    from resilience_desktop.insights.going_with import Family


def looked_at_in_words(family: Family, *, can_grow: bool = True) -> str:
    """Return of how many things how many were clear, or what is missing to look at any."""
    looked_at, clear = len(family.looked_at), len(family.found)
    if not (looked_at or can_grow):
        return text("Too few days in this time.")
    if not (looked_at or family.not_looked_at):
        return text(
            "There is nothing to look at yet. Tags, what set it off, the day’s basics and sleep "
            "are looked at once they are in your entries."
        )
    if not looked_at:
        return text(
            "Nothing has enough days yet: each needs {days} days on which it is known, with at "
            "least {least} days with it and {least} without. The table says what each lacks."
        ).format(days=LEAST_DAYS, least=LEAST_OF_EACH)
    things = plural("{n} thing", "{n} things", looked_at)
    if not clear:
        return text(
            "Of {things} looked at, none clearly went with your mood. Something may still matter: "
            "with this many days, real differences can be missed."
        ).format(things=things)
    return text("Of {things} looked at, {n} clearly went with your mood.").format(
        things=things, n=f"{clear:,}"
    )


def still_chance(clear: int) -> tuple[str, ...]:
    """Return what has to be said of everything that is clear (see ``Family.of``)."""
    if not clear:
        return ()
    if clear == 1:
        return (
            text(
                "About one in ten found like this is only chance, and first numbers tend to be too "
                "large."
            ),
        )
    return (
        text(
            "Some of these may be parts of one thing. About one in ten found like this is only "
            "chance, and first numbers tend to be too large."
        ),
    )


def left_out(family: Family, not_drawn: int) -> tuple[str, ...]:
    """Return what the picture does not have and the table has."""
    if not family.looked_at:
        return ()
    few = len(family.not_looked_at)
    more = plural(
        "{n} more that was not clear is in the table.",
        "{n} more that were not clear are in the table.",
        not_drawn,
    )
    lacking = plural(
        "{n} more has too few days; it is in the table.",
        "{n} more have too few days; they are in the table.",
        few,
    )
    return (more if not_drawn else "", lacking if few else "")


def way_on(can_open: bool) -> str:
    """Return how to come to the entries behind a row, where there is one that has a way."""
    if not can_open:
        return ""
    return text("Click a tag or a trigger, or press Enter on it, to see its entries.")
