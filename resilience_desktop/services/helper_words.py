"""Whose work it is to help, in words, and their order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.helper import HelperKind
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.helper import Helper
    from resilience_desktop.services.journal import Journal


def kind_names() -> dict[HelperKind, str]:
    """Return what each kind of help is called."""
    return {
        HelperKind.THERAPIST: text("Therapist"),
        HelperKind.DOCTOR: text("Doctor"),
        HelperKind.GROUP: text("Group"),
        HelperKind.OTHER: text("Other help"),
    }


def said_of(helper: Helper) -> str:
    """Return the quiet line of a helper: what kind of help it is, and the note."""
    said = (kind_names()[helper.kind], " ".join(helper.note.split()))
    return " \N{MIDDLE DOT} ".join(filter(None, said))


def swap(journal: Journal, one: Helper, other: Helper) -> Changes:
    """Let two helpers change their places: the list goes by their ids."""
    changes = journal.helpers.keep(replace(one, id=other.id))
    return changes | journal.helpers.keep(replace(other, id=one.id))
