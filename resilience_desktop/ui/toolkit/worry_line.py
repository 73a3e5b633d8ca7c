"""One line for a worry that turns up: written, told to wait, and kept as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.worry import Worry
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.not_saved_line import NotSavedLine
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class WorryLine(QWidget):
    """A field and Later; Enter says later too."""

    put_off = Signal()
    """A worry was told to wait."""

    def __init__(self, context: UiContext, *, name: str = "worry.line") -> None:
        super().__init__()
        look = context.look
        self._worry: Worry | None = None
        title = text("Note a worry")
        self.field = LineField()
        self.field.setObjectName(name)
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(text("One line is enough"))
        self._later = buttons.plain(look, text("Later"), name=f"{name}.later")
        self._later.setAccessibleName(text("Later: put this worry off"))
        self._later.setEnabled(False)
        self._said = labels.small(look, "", "text_muted", name=f"{name}.said")
        self._said.hide()
        state = NotSavedLine(look, name=f"{name}.state", title=title)
        self._saving = Saving(
            context, self, state, work=self._as_it_stands, words=lambda: self.field.text()
        )
        self._quiet = QuietLines(context, self)
        self._quiet_line = QuietLine(context, name=f"{name}.quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self._later)
        its_label = labels.label(look, title)
        its_label.setBuddy(self.field)
        column = column_in(self, 6)
        column.addWidget(its_label)
        column.addLayout(row)
        for part in (state, self._said, self._quiet_line):
            column.addWidget(part)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._put_off)
        self._later.clicked.connect(self._put_off)
        self._quiet.rested.connect(self._look_for_words)

    @property
    def being_written(self) -> str:
        """The id of the worry that stands in the field, or nothing."""
        return self._worry.id if self._worry else ""

    def save_now(self) -> None:
        """Keep what was typed."""
        self._saving.flush()

    def then(self, work: Callable[[], object]) -> None:
        """Do something once what was typed is kept."""
        self._saving.then(work)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._said.hide()
        self._saving.flush()
        super().hideEvent(event)

    def _as_it_stands(self) -> Work | None:
        words, worry = self.field.text().strip(), self._worry
        if words:
            kept = replace(worry, words=words) if worry else Worry(words, clock.now().day)
            self._worry = kept
            return lambda journal: journal.worries.keep(kept)
        self._worry = None
        return (lambda journal: journal.worries.drop(worry)) if worry else None

    def _typed(self) -> None:
        self._said.hide()
        self._later.setEnabled(bool(self.field.text().strip()))
        if self._worry is None:
            self._as_it_stands()  # so that it has an id from its first letter on
        if self._worry is not None:
            self._quiet.begin(self._worry.id)
        self._quiet.typed()
        self._saving.touch()

    def _put_off(self) -> None:
        if self.field.text().strip():
            self._quiet.rest_now()
            self._saving.then(self._is_put_off)

    def _is_put_off(self) -> None:
        self._worry = None
        self.field.clear()
        self._later.setEnabled(False)
        said = text("Noted. It can wait until its time.")
        self._said.setText(said)
        self._said.show()
        show_in_pane(self._said)
        announce(self._said, said)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.put_off.emit()

    def _look_for_words(self) -> None:
        found = self._quiet.are_in(self.field.text())
        self._quiet_line.show_if(self._quiet.after(words_found=found) is not None)
