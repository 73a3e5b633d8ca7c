"""One thing that an entry can say: its name, and the controls below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.ui.widgets import labels

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.tag import Tag
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.buttons import Button

_MANY = 200
_TALLER = 8  # pixels a button in the line of the title reaches above its words


@dataclass(frozen=True, slots=True)
class Offers:
    """What was used before, most of late first."""

    feelings: tuple[str, ...] = field(default=(), repr=False)
    sensations: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    triggers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    tags: tuple[Tag, ...] = field(default=(), repr=False)

    @staticmethod
    def of(journal: Journal) -> Offers:
        """Read them from the journal."""
        return Offers(
            tuple(journal.used_before.feelings(_MANY)),
            tuple(journal.used_before.sensations(_MANY)),
            tuple(journal.used_before.triggers()),
            tuple(journal.tags.all()),
        )


class Part(QWidget):
    """Shows its share of an entry, and gives it back as soon as the person changed it."""

    changed = Signal()

    def __init__(self, look: LookKeeper, title: str, *, space: int = 24) -> None:
        super().__init__()
        self.look, self.title = look, title
        self._touched = False
        self._lift = 0
        self.head = QHBoxLayout()
        self.head.addWidget(labels.label(look, title), 1)
        self.column = QVBoxLayout(self)
        self._space = space
        self.column.setContentsMargins(0, space, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)

    def show_entry(self, entry: Entry) -> None:
        """Show what an entry says."""
        self._touched = False
        self.load(entry)

    def put_into(self, entry: Entry) -> Entry:
        """Return the entry with what the person changed; else what it says stays as it was."""
        return self.changed_in(entry) if self._touched else entry

    def put_beside_title(self, opener: Button) -> None:
        """Put a button at the end of the line that the title is in; it has its room when hidden."""
        opener.setProperty("flush", "end")
        policy = opener.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        opener.setSizePolicy(policy)
        self.head.addWidget(opener)
        self.column.setSpacing(0)
        self._lift = _TALLER
        self.stand_closer(closer=False)

    def stand_closer(self, *, closer: bool) -> None:
        """Leave little room above."""
        room = min(8, self._space) if closer else self._space
        self.column.setContentsMargins(0, room - self._lift, 0, 0)

    def touch(self) -> None:
        """Note that the person changed something here."""
        self._touched = True
        self.changed.emit()

    # What each part says about itself

    def load(self, entry: Entry) -> None:
        """Show the values of an entry."""
        raise NotImplementedError

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with the values that are shown."""
        raise NotImplementedError

    def follow(self, settings: JournalSettings) -> None:
        """Ask what somebody wants to be asked; what is filled in stays."""

    def offer(self, offers: Offers) -> None:
        """Offer what was used before."""

    def wrong(self) -> QWidget | None:
        """Return the field with something that cannot be kept, if there is one."""
        return None

    def say_wrong(self) -> None:
        """Say aloud what would be right; it is seen beside the field."""

    def finish(self) -> None:
        """Take over what was typed and not yet added."""
