"""The quick form: a mood and one line, from anywhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from resilience_desktop import content, i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.quiet_line import Trigger
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.dialogs.parts_in_words import in_words
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.slots import QUICK
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.mood_scale import VALUES, MoodScale
from resilience_desktop.ui.widgets.readout import QuestionLine, Readout
from resilience_desktop.ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_STILL_NOW = dt.timedelta(minutes=10)
"""Where its draft lies, apart from that of the large form."""


class QuickEntry(Dialog):
    """Enter keeps, Escape closes; what was not kept is here again the next time."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quick")
        self.setWindowTitle(text("Note a mood"))
        self._context = context
        self._entry = Entry(at=now())
        look = context.look
        said = [content.mood_word(value) for value in VALUES]
        self._word = Readout(look, said, name="quick.mood_word")
        self.mood = MoodScale.for_mood(look, name="quick.mood")
        self.line = LineField()
        self.line.setObjectName("quick.line")
        self.line.setAccessibleName(text("In one line"))
        self.mood.words_typed.connect(self._go_on_with)
        self.state = SavedState(look, name="quick.state")
        self._save = buttons.primary(look, text("Keep entry"), name="quick.save")
        self._close = buttons.plain(look, text("Close"), name="quick.close")
        self._quiet = QuietLines(context, self)
        self._lines = {
            trigger: QuietLine(context, name=f"quick.quiet_{trigger}")
            for trigger in (Trigger.MOOD, Trigger.WORDS)
        }
        self._saving = Saving(
            context,
            self,
            self.state,
            work=self._draft,
            words=lambda: in_words(self.entry()),
            is_kept_silently=lambda: self.entry().is_empty,
        )
        self._lay_out()
        self._connect()
        self._quiet.begin(self._entry.id)
        self._fit()
        self.mood.setFocus(Qt.FocusReason.ShortcutFocusReason)
        context.tasks.read(lambda journal: journal.drafts.get(QUICK), self._go_on, owner=self)

    def entry(self) -> Entry:
        """Return the entry as it stands in the form."""
        note = self.line.text().strip()
        return replace(self._entry, mood=self.mood.mood, note=note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._saving.flush()
        self._context.navigator.waiting_changed.emit()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    def _go_on(self, draft: Entry | None) -> None:
        """Show what was typed the last time, unless somebody began anew already."""
        if draft is None or not self.entry().is_empty:
            return
        self._entry = draft
        self._quiet.begin(draft.id)
        self.mood.set_mood(draft.mood)
        self.line.setText(draft.note)
        self._tell()
        self.state.say_saved()
        if now().utc - draft.at.utc > _STILL_NOW:
            begun = i18n.day(draft.at.day, weekday=True, year=False)
            self._say(text("Begun {day}, {time}").format(day=begun, time=i18n.clock(draft.at.wall)))

    def _changed(self) -> None:
        self._tell()
        self._show_line(words_found=False)
        self._saving.touch()

    def _tell(self) -> None:
        self._word.setText(self.mood.in_words())

    def _look_at_words(self) -> None:
        self._show_line(words_found=self._quiet.are_in(self.line.text()))

    def _go_on_with(self, words: str) -> None:
        """Write on in the line: words were typed where a number is asked for."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)
        self.line.insert(words)
        self.line.textEdited.emit(self.line.text())

    def _show_line(self, *, words_found: bool) -> None:
        called_for_by = self._quiet.after(mood=self.mood.mood, words_found=words_found)
        for trigger, line in self._lines.items():
            line.show_if(trigger is called_for_by)
        self._fit()

    # Keeping

    def _draft(self) -> Work:
        entry = self.entry()
        draft = None if entry.is_empty else entry
        return lambda journal: journal.drafts.keep(QUICK, draft)

    def _keep(self) -> None:
        entry = self.entry()
        if not self._save.isEnabled():
            return
        if entry.is_empty:
            self._say(text("There is nothing to keep yet. A number is enough."))
            return
        self._saving.forget()
        self._save.setEnabled(False)

        def kept(_changes: Changes) -> None:
            self._context.notices.show(text("Entry kept"))
            self.accept()

        self._saving.write(
            lambda journal: journal.keep_entry(entry, slot=QUICK), kept, finish=self._save.text()
        )

    def _settled(self) -> None:
        self._save.setEnabled(not self._saving.is_under_way)
        self._fit()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        self._fit()
        announce(self._said, words)

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        self._said = labels.small(look, "", "text_muted", name="quick.said")
        self._said.hide()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.state, 1)
        foot.addWidget(self._close)
        foot.addWidget(self._save)
        label = labels.label(look, text("In one line"))
        label.setBuddy(self.line)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(0)
        question = labels.title(look, text("How is your mood right now?"))
        column.addLayout(QuestionLine(look, question, self._word))
        column.addSpacing(8)
        column.addWidget(self.mood)
        column.addWidget(self._lines[Trigger.MOOD])
        column.addSpacing(16)
        column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self._lines[Trigger.WORDS])
        column.addSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self.state.banner)
        column.addStretch(1)
        column.addSpacing(12)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.mood.mood_chosen.connect(self._changed)
        self.line.textEdited.connect(self._changed)
        self.line.textEdited.connect(self._quiet.typed)
        self._quiet.rested.connect(self._look_at_words)
        self._saving.settled.connect(self._settled)
        self._save.clicked.connect(self._keep)
        self._close.clicked.connect(self.reject)

    def _fit(self) -> None:
        width = self._context.look.px(520)
        resize_within_window(self, width, self._column.totalHeightForWidth(width))
