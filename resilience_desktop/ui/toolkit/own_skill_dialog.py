"""A skill of one's own: a script to be led through, or something to go and do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.i18n import text
from resilience_desktop.services.skills import remove_own
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.toolkit.timer_guide import LONGEST_OWN_MIN
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.number_box import NumberBox
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_LONGEST_NAME = 80


class OwnSkillDialog(SmallDialog):
    """What is typed is saved by itself; removing can be undone in the window below."""

    def __init__(self, context: UiContext, parent: QWidget, own: OwnSkill | None = None) -> None:
        look = context.look
        title = text("Something of your own") if own is None else text("Change this skill")
        super().__init__(look, parent, "own_skill", title)
        if own is None:
            self.setWindowTitle(text("Something of your own"))
        else:
            self.setWindowTitle(text("Change this skill"))
        self._context, self._own = context, own
        self._name = LineField(own.name if own else "")
        self._name.setObjectName("own_skill.name")
        self._name.setAccessibleName(text("Name"))
        self._name.setMaxLength(_LONGEST_NAME)
        self._about = self._words("about", text("What it is, if you like"), 1)
        self._steps = self._words("steps", text("Steps, one on each line"), 4)
        self._minutes = NumberBox(
            look,
            name="own_skill.minutes",
            title=text("Minutes"),
            least=0,
            most=LONGEST_OWN_MIN,
        )
        if own is not None:
            self._about.set_words(own.about)
            self._steps.set_words("\n".join(own.steps))
            self._minutes.setValue(own.minutes or 0)
        self._state = SavedState(look, name="own_skill.state")
        self._remove = buttons.quiet(look, text("Remove"), name="own_skill.remove", drawing="trash")
        self._remove.setVisible(own is not None)
        self._saving = Saving(context, self, self._state, work=self._work, words=self._typed)
        self._lay_out()
        self._connect()

    def own_skill(self) -> OwnSkill | None:
        """Return it as it stands here; None while there is nothing.

        Without a name it has that of its first words: nothing that was typed waits for one.
        """
        about = self._about.words()
        steps = tuple(line.strip() for line in self._steps.words().splitlines() if line.strip())
        first = next((line.strip() for line in about.splitlines() if line.strip()), "")
        name = self._name.text().strip() or first[:_LONGEST_NAME] or "".join(steps[:1])
        if not name:
            return self._own
        made = self._own or OwnSkill(name)
        minutes = round(self._minutes.value()) or None
        return replace(made, name=name, about=about, steps=steps, minutes=minutes)

    def open(self) -> None:
        """Begin at the end of the name, so that a key does not take it away."""
        super().open()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.end(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._saving.flush()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    def _work(self) -> Work | None:
        own = self.own_skill()
        if own is None:
            return None
        self._own = own
        self._remove.show()
        return lambda journal: journal.toolkit.keep_skill(own)

    def _typed(self) -> str:
        parts = (self._name.text(), self._about.words(), self._steps.words())
        return "\n\n".join(words for words in parts if words.strip())

    def _remove_it(self) -> None:
        own, context = self._own, self._context
        if own is None:
            return
        self._saving.forget()
        back = []

        def remove(journal: Journal) -> Changes:
            changes, bring_back = remove_own(journal, own)
            back.append(bring_back)
            return changes

        def undo() -> None:
            context.tasks.write(back[0], owner=context.notices)

        def offer(_changes: Changes) -> None:
            context.notices.show(text("Your own skill is removed"), undo)

        context.tasks.write(remove, offer, owner=context.notices)
        self.accept()

    def _words(self, name: str, title: str, lines: int) -> WordsEdit:
        return WordsEdit(
            self.look,
            name=f"own_skill.{name}",
            title=title,
            growing=True,
            lines=lines,
            most_lines=10,
        )

    def _lay_out(self) -> None:
        look = self.look
        hint = labels.small(
            look,
            text("With steps you are led through them. Without any it is something to go and do."),
            "text_muted",
        )
        self._steps.setAccessibleDescription(hint.text())
        self.column.addWidget(self.above(self._name.accessibleName(), self._name))
        self.column.addWidget(self.above(self._about.accessibleName(), self._about))
        self.column.addWidget(self.above(self._steps.accessibleName(), self._steps))
        self.column.addWidget(hint)
        minutes = labels.label(look, self._minutes.accessibleName())
        minutes.setBuddy(self._minutes)
        open_end = labels.small(look, text("0 means as long as it takes."), "text_muted")
        self._minutes.setAccessibleDescription(open_end.text())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(minutes)
        row.addWidget(self._minutes)
        row.addWidget(open_end, 1)
        self.column.addLayout(row)
        self.column.addStretch()
        self.in_sight.addWidget(self._state.banner)
        close = buttons.primary(look, text("Done"), name="own_skill.close")
        close.clicked.connect(self.accept)
        self.foot.addWidget(self._remove)
        self.foot.addWidget(self._state, 1)
        self.foot.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self._name.textEdited.connect(self._saving.touch)
        self._about.words_changed.connect(self._saving.touch)
        self._steps.words_changed.connect(self._saving.touch)
        self._minutes.valueChanged.connect(self._saving.touch)
        self._remove.clicked.connect(self._remove_it)
