"""The recovery sheet: one page to print or write down and keep apart from the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.reports.document import Document, Paper, shared_values

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


def recovery_sheet(code_groups: Sequence[str], made_on: dt.date, paper: Paper = "a4") -> Document:
    """Return the sheet for a code in groups, such as ``("7QK4", "M2XD", ...)``.

    The code is in the document as it stands: neither it nor the finished sheet belongs in a
    preview, a log or a folder that others can read.
    """
    values = shared_values(text("Recovery sheet"), made_on, paper) | {
        "made": text("Resilience journal, made {day}").format(day=i18n.day(made_on)),
        "groups": [
            {"number": str(number), "code": code} for number, code in enumerate(code_groups, 1)
        ],
        "sentences": [
            text(
                "With this code the journal can be opened without its passphrase. Whoever has"
                " the sheet and the file can read everything, so keep them apart."
            ),
            text(
                "To use it, choose “I forgot it” on the page that asks for the passphrase. Capital"
                " or small letters, both are fine."
            ),
        ],
        "lines": [text("Where the journal is kept")],
    }
    return Document("recovery", values, made_on)
