"""One of the own help list: who it is, what kind of help, how to get there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.domain.helper import Helper, HelperKind
from resilience_desktop.i18n import text
from resilience_desktop.services.helper_words import kind_names
from resilience_desktop.ui.settings.keeping_dialog import KeepingDialog
from resilience_desktop.ui.settings.section import choice
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext

_LONGEST = 200


class HelperForm(KeepingDialog):
    """Adds somebody, or changes what stands there; it closes once that is kept."""

    def __init__(self, context: UiContext, parent: QWidget, helper: Helper | None) -> None:
        title = text("Someone who can help") if helper is None else text("Change this help")
        super().__init__(context.look, parent, "talk.form", title)
        self._context, self._helper = context, helper
        shown = helper or Helper("-", HelperKind.THERAPIST)
        self._name = _line("talk.form.name", "" if helper is None else shown.name)
        self._kind = choice(
            "talk.form.kind",
            {kind.value: words for kind, words in kind_names().items()},
            shown.kind.value,
            lambda _value: None,
        )
        self._reach = _line("talk.form.reach", shown.reach)
        self._note = _line("talk.form.note", shown.note)
        for words, field in (
            (text("Name"), self._name),
            (text("What kind of help"), self._kind),
            (text("How to reach them: a number, an address, a way in words"), self._reach),
            (text("Note, such as when they can be reached"), self._note),
        ):
            field.setAccessibleName(words)
            self.column.addWidget(self.above(words, field))
        self.add_ways_out(text("Keep it"))
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep it, unless there is no name."""
        name = self._name.text().strip()
        if not name:
            self.say_wrong(text("A name is needed, such as: my doctor."), self._name)
            return
        made = replace(
            self._helper or Helper(name),
            name=name,
            kind=HelperKind(self._kind.currentData()),
            reach=self._reach.text().strip(),
            note=self._note.text().strip(),
        )
        self._context.tasks.write(
            lambda journal: journal.helpers.keep(made),
            lambda _changes: self.accept(),
            owner=self,
            failed=self._context.tasks.work_failed.emit,  # what was typed stays
        )


def _line(name: str, words: str) -> LineField:
    field = LineField(words)
    field.setObjectName(name)
    field.setMaxLength(_LONGEST)
    field.setCursorPosition(0)
    return field
