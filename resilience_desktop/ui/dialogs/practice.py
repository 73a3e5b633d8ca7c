"""One use of a skill, to be read again; its note can still be changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.services.wave_in_words import summary
from resilience_desktop.ui import practice_row
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class PracticeDialog(SmallDialog):
    """What was kept of it. ``skill`` is None for one that is not there any more."""

    def __init__(
        self, context: UiContext, parent: QWidget, practice: Practice, skill: Skill | None
    ) -> None:
        look = context.look
        title = skill.name if skill else text("Something of your own")
        super().__init__(look, parent, "practice", title)
        self.setWindowTitle(text("A skill you used"))
        self._context, self._practice = context, practice
        self._note = WordsEdit(
            look, name="practice.note", title=text("Note"), growing=True, lines=2, most_lines=10
        )
        self._note.set_words(practice.note)
        self._state = SavedState(look, name="practice.state")
        self._saving = Saving(context, self, self._state, work=self._work, words=self._note.words)
        self._note.words_changed.connect(self._saving.touch)
        self._lay_out(skill)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._saving.flush()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    def _work(self) -> Work | None:
        changed = replace(self._practice, note=self._note.words())
        if changed == self._practice:
            return None
        self._practice = changed
        return lambda journal: journal.practices.keep(changed)

    def _lay_out(self, skill: Skill | None) -> None:
        look, practice = self.look, self._practice
        when = text("{day}, {time}").format(
            day=i18n.day(practice.at.day, weekday=True), time=i18n.clock(practice.at.wall)
        )
        facts = practice_row.facts(practice)
        self.column.addWidget(labels.muted(look, when, name="practice.when"))
        if facts:
            self.column.addWidget(labels.body(look, facts, name="practice.facts"))
        if wave := summary(practice.wave):
            self.column.addWidget(labels.body(look, wave, name="practice.wave"))
        names = {one.id: one.name for one in skill.fields if one} if skill else {}
        for number, (field, words) in enumerate(practice.answers, 1):
            if words.strip():
                name = names.get(field, text("What you wrote"))
                self.column.addWidget(self._written(name, words, number))
        self.column.addWidget(self.above(text("Note"), self._note))
        self.column.addStretch()
        self.in_sight.addWidget(self._state.banner)
        remove = buttons.quiet(look, text("Remove"), name="practice.remove", drawing="trash")
        go = buttons.plain(look, text("Go to the skill"), name="practice.skill")
        close = buttons.plain(look, text("Close"), name="practice.close")
        go.setVisible(skill is not None)
        remove.clicked.connect(self._remove)
        go.clicked.connect(self._go)
        close.clicked.connect(self.accept)
        self.foot.addWidget(remove)
        self.foot.addWidget(self._state, 1)
        self.foot.addWidget(go)
        self.foot.addWidget(close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self, name: str, words: str, number: int) -> QWidget:
        part = QWidget()
        column = column_in(part, 4)
        column.addWidget(labels.label(self.look, name, name=f"practice.field{number}"))
        column.addWidget(
            labels.own_words(
                self.look, words, "reading", selectable=True, name=f"practice.words{number}"
            )
        )
        return part

    def _go(self) -> None:
        self.accept()
        self._context.navigator.open_skill(self._practice.skill)

    def _remove(self) -> None:
        self._saving.flush()  # what comes back with Undo has the note as it is now
        practice_row.remove(self._context, self._practice.id, owner=self._context.notices)
        self.accept()
