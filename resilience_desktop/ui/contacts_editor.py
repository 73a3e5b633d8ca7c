"""People and services somebody chooses to call: at most five, in the order they would call them."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.domain.contact import MOST_CONTACTS
from resilience_desktop.i18n import text
from resilience_desktop.ui.contact_row import ContactRow
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class ContactsEditor(QWidget):
    """Changes the list; what is typed is kept in the journal as everywhere else."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contacts")
        self._context = context
        look = context.look
        self._rows: list[ContactRow] = []
        self._begins = False
        self._removed: tuple[int, tuple[str, str, str]] | None = None
        self._people = QWidget()
        self._list = column_in(self._people, 16)
        self._intro = labels.muted(
            look,
            text(
                "People you could call when things are hard: a friend, family, a doctor’s "
                "practice. They stand first in Help now."
            ),
        )
        self._gone = labels.small(look, text("Removed."), "text_muted")
        self._undo = buttons.link(look, text("Undo"), name="contacts.undo")
        self._add = buttons.quiet(
            look, text("Add a person"), name="contacts.add", flush=True, drawing="plus"
        )
        self._add.setEnabled(False)  # until it is known who is there already
        self._full = labels.small(
            look,
            text("There is room for five. Remove one to add another."),
            "text_muted",
            name="contacts.full",
        )
        self.when_locked = QCheckBox(text("Show them on the lock page too"))
        self.when_locked.setObjectName("contacts.when_locked")
        self._honest = labels.small(
            look,
            text(
                "Names and numbers are then kept outside the encryption: anyone who can open "
                "your files can read them. Notes stay inside."
            ),
            "text_muted",
        )
        self.when_locked.setAccessibleDescription(self._honest.text())
        self.state = SavedState(look, name="contacts.state")
        self._saving = Saving(
            context, self, self.state, work=self._list_as_it_stands, words=self._words
        )
        self._lay_out()
        self._connect()
        self._arrange()
        self._load()

    def begin(self) -> None:
        """Put the keyboard where somebody would write; the first person gets a place at once."""
        self._begins = True
        self._start()

    def save_now(self) -> None:
        """Keep what has been typed."""
        self._saving.flush()

    def contacts(self) -> tuple[Contact, ...]:
        """Return the people as they stand; a row without a name and a number is nobody yet."""
        return tuple(filter(None, (row.contact() for row in self._rows)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep everything before it is out of sight."""
        self.save_now()
        super().hideEvent(event)

    # Reading and keeping

    def _load(self) -> None:
        def both(journal: Journal) -> tuple[tuple[Contact, ...], bool]:
            return journal.contacts.all(), journal.contacts.shown_when_locked()

        self._context.tasks.read(both, self._show, owner=self)

    def _show(self, found: tuple[tuple[Contact, ...], bool]) -> None:
        self._add.setEnabled(True)
        contacts, when_locked = found
        if self._saving.is_pending or self._saving.is_under_way:
            return  # what stands here is newer
        self.when_locked.blockSignals(True)
        self.when_locked.setChecked(when_locked)
        self.when_locked.blockSignals(False)
        if contacts != self.contacts():
            for row in list(self._rows):
                self._drop(row)
            for contact in contacts:
                self._insert(len(self._rows), (contact.name, contact.phone, contact.note))
        self._arrange()
        self._start()

    def _start(self) -> None:
        if self._begins and self._add.isEnabled():
            self._begins = False
            if not self._rows:
                self._insert(0)
                self._arrange()
            self._write_in(self._rows[0])

    def _journal_changed(self, changes: Changes) -> None:
        if changes.contacts:
            self._load()

    def _changed(self) -> None:
        if not self._saving.is_failing:
            self.state.say_nothing()
        self._saving.touch()

    def _save_at_once(self) -> None:
        self._saving.touch()
        self._saving.flush()

    def _list_as_it_stands(self) -> Work:
        for row in self._rows:
            row.say_what_is_needed()
        contacts, also = self.contacts(), self.when_locked.isChecked()
        return lambda journal: journal.contacts.keep(contacts, also)

    def _words(self) -> str:
        """Return everything that stands here, also what is nobody's yet."""
        people = ("\n".join(filter(None, row.words())) for row in self._rows)
        return "\n\n".join(filter(None, people))

    # The rows

    def _add_row(self) -> None:
        self._insert(len(self._rows))
        self._arrange()
        self._write_in(self._rows[-1])

    def _insert(self, place: int, words: tuple[str, str, str] = ("", "", "")) -> None:
        row = ContactRow(self._context.look, words)
        row.changed.connect(self._changed)
        row.removed.connect(partial(self._remove, row))
        row.moved.connect(partial(self._move, row))
        self._rows.insert(place, row)
        self._list.insertWidget(place, row)
        row.show()  # at once, so that the keyboard can go there

    def _drop(self, row: ContactRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: ContactRow) -> None:
        place = self._rows.index(row)
        words = row.words()
        self._removed = (place, words) if any(words) else None
        self._drop(row)
        self._arrange()
        following = self._rows[min(place, len(self._rows) - 1)].name if self._rows else self._add
        (self._undo if self._removed else following).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._gone.text())
        self._save_at_once()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        place, words = self._removed
        self._removed = None
        self._insert(place, words)
        self._arrange()
        self._write_in(self._rows[place])
        self._save_at_once()

    def _write_in(self, row: ContactRow) -> None:
        """Put the keyboard in a row, and the row into view when it has its place."""
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, row, partial(_bring_into_view, row))

    def _move(self, row: ContactRow, step: int) -> None:
        before = self._rows.index(row)
        after = before + step
        if not 0 <= after < len(self._rows):
            return
        hand = self.window().focusWidget()
        self._rows.insert(after, self._rows.pop(before))
        self._list.insertWidget(after, row)
        self._arrange()
        row.keep_keyboard(hand)
        announce(self, text("Person {n}").format(n=after + 1))
        self._save_at_once()

    def _arrange(self) -> None:
        """Give each row its number, and show what can be done."""
        count = len(self._rows)
        for place, row in enumerate(self._rows):
            row.stand_at(place, count)
            row.raise_()  # which is also the order of reading out
        self._people.setVisible(count > 0)
        full = count >= MOST_CONTACTS
        if full:
            self._removed = None
        for widget in (self._gone, self._undo):
            widget.setVisible(self._removed is not None)
        self._add.setVisible(not full)
        self._full.setVisible(full)
        for part in (self.when_locked, self._honest):
            part.setVisible(count > 0)
        # Rows that were added later come later for Qt, wherever they stand.
        stops = [stop for row in self._rows for stop in row.stops()]
        for first, second in pairwise((self, *stops, self._undo, self._add, self.when_locked)):
            QWidget.setTabOrder(first, second)

    # Building

    def _lay_out(self) -> None:
        gone = QHBoxLayout()
        gone.setSpacing(4)
        gone.addWidget(self._gone)
        gone.addWidget(self._undo)
        gone.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addWidget(self._full, 1)
        foot.addStretch()
        foot.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._intro)
        column.addSpacing(8)
        column.addWidget(self._people)
        column.addLayout(gone)
        column.addWidget(self.state.banner)
        column.addLayout(foot)
        column.addSpacing(8)
        column.addWidget(self.when_locked)
        column.addWidget(self._honest)

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_row)
        self._undo.clicked.connect(self._put_back)
        self.when_locked.toggled.connect(self._save_at_once)
        self._context.tasks.journal_changed.connect(self._journal_changed)


def _bring_into_view(row: QWidget) -> None:
    around = row.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(row)
