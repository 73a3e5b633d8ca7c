"""Coping cards on paper: a person's own words, large, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.reports.document import Document, Paper, shared_values
from resilience_desktop.reports.wording import paragraphs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_LONG = 800
"""Characters from which on a card may go on on the next page."""


def cards_sheet(words: Sequence[str], made_on: dt.date, paper: Paper = "a4") -> Document:
    """Return a sheet with these cards; further pages come only when they do not fit on one."""
    cards = [
        {"words": found, "long": len(card) > _LONG} for card in words if (found := paragraphs(card))
    ]
    values = shared_values(text("Coping cards"), made_on, paper) | {"cards": cards}
    return Document("cards", values, made_on)
