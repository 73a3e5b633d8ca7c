"""What was asked for by name, or a sentence that says it is gone."""

from __future__ import annotations

from typing import TypeVar

from resilience_desktop.errors import JournalUnavailableError
from resilience_desktop.i18n import text

T = TypeVar("T")


def wanted(found: T | None) -> T:
    """Return what was found; raise ``JournalUnavailableError`` for nothing."""
    if found is None:
        raise JournalUnavailableError(text("That page is no longer in the journal."))
    return found
