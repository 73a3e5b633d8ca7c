"""What a backup holds, in numbers and in its newest words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.ui.settings.moment_words import moment_words
from resilience_desktop.ui.sides import number
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import empty

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.ui.theme import LookKeeper

_NEWEST = 5


class NewestEntries(QWidget):
    """What was being written, and the entries that were kept last."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def show_contents(self, contents: Contents) -> None:
        """Show what there is of these; nothing when there is none."""
        empty(self._column)
        newest = sorted(contents.entries, key=lambda entry: entry.at.utc, reverse=True)[:_NEWEST]
        self._add(text("Not finished"), unfinished(contents))
        self._add(text("The newest entries in it"), newest)
        self.setVisible(self._column.count() > 0)

    def _add(self, title: str, entries: list[Entry]) -> None:
        if entries:
            self._column.addWidget(labels.label(self._look, title))
        for entry in entries:
            together = QWidget()
            column = QVBoxLayout(together)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(labels.small(self._look, _about(entry), "text_muted"))
            if entry.note:
                column.addWidget(labels.own_words(self._look, entry.note, most_lines=2))
            self._column.addWidget(together)


def amounts(contents: Contents) -> str:
    """Return how much there is, without the bin."""
    entries = plural("{n} entry", "{n} entries", len(contents.entries))
    records = plural("{n} thought record", "{n} thought records", len(contents.thought_records))
    drafts = len(unfinished(contents))
    if not drafts:
        return text("{entries} and {records}").format(entries=entries, records=records)
    return text("{entries} and {records}, and {drafts}").format(
        entries=entries,
        records=records,
        drafts=plural(
            "{n} entry that is not finished", "{n} entries that are not finished", drafts
        ),
    )


def in_bin(contents: Contents) -> int:
    """Return how much lies in the bin."""
    return len(contents.binned_entries) + len(contents.binned_thought_records)


def unfinished(contents: Contents) -> list[Entry]:
    """Return what was being written and holds something, the newest first."""
    found = [entry for _, entry in contents.drafts if not entry.is_empty]
    return sorted(found, key=lambda entry: entry.at.utc, reverse=True)


def _about(entry: Entry) -> str:
    about = moment_words(entry.at)
    if entry.mood is not None:
        about = text("{moment}, mood {n}").format(moment=about, n=number(signed(entry.mood)))
    return about if entry.note else text("{moment}, no note").format(moment=about)
