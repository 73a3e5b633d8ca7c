"""What the kinds of things that help are called."""

from __future__ import annotations

from resilience_desktop.domain.toolkit import Comfort
from resilience_desktop.i18n import text


def comfort_name(comfort: Comfort) -> str:
    """Return the name of a list."""
    return {
        Comfort.SOOTHE: text("What soothes me"),
        Comfort.DISTRACT: text("What takes my mind off it"),
        Comfort.ACCEPT: text("What helps me let it be"),
    }[comfort]


def comfort_hint(comfort: Comfort) -> str:
    """Return what might stand in a list."""
    return {
        Comfort.SOOTHE: text("Something for the senses: a blanket, a cup of tea, one song."),
        Comfort.DISTRACT: text("Something that needs your hands or your head for a while."),
        Comfort.ACCEPT: text("A sentence or a way to let it be there, and go on with the day."),
    }[comfort]


def comfort_drawing(comfort: Comfort) -> str:
    """Return the name of its drawing."""
    return {Comfort.SOOTHE: "heart", Comfort.DISTRACT: "hand", Comfort.ACCEPT: "leaf"}[comfort]
