"""A form of one's own for thought records: its name, and which parts it asks in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.record_form import Form
from resilience_desktop.domain.tag import tidy
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.parts_order import PartsOrder
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_LONGEST = 60
_WIDTH, _HEIGHT = 520, 640


class FormDialog(SmallDialog):
    """Makes a form, or changes one; records that were begun with it keep their parts."""

    form_made = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, look: LookKeeper, parent: QWidget, form: Form | None) -> None:
        title = text("A form of your own") if form is None else text("Change a form")
        super().__init__(look, parent, "form", title)
        self._form = form
        self._name = LineField(form.name if form else "")
        self._name.setObjectName("form.name")
        self._name.setAccessibleName(text("Name"))
        self._name.setMaxLength(_LONGEST)
        self._wrong = labels.small(look, "", "text_muted", name="form.wrong")
        self._wrong.hide()
        self._parts = PartsOrder(look, name="form.parts")
        self._parts.set_steps(form.steps if form else ())
        self._parts.changed.connect(self._wrong.hide)
        keep = buttons.primary(look, text("Keep form"), name="form.keep")
        keep.clicked.connect(self._finish)
        cancel = buttons.plain(look, text("Cancel"), name="form.cancel")
        cancel.clicked.connect(self.reject)
        remove = buttons.quiet(look, text("Remove this form"), name="form.remove", drawing="trash")
        remove.clicked.connect(self._ask_removal)
        self.column.addWidget(
            labels.muted(look, text("Thought records keep the parts they were begun with."))
        )
        self.column.addWidget(self.above(text("Name"), self._name))
        self.column.addWidget(labels.label(look, text("Parts, in this order")))
        self.column.addWidget(self._parts)
        self.column.addStretch()
        self.in_sight.addWidget(self._wrong)
        self.foot.addWidget(remove)
        remove.setVisible(form is not None)
        self.foot.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addWidget(keep)
        self._name.setFocus()

    def fit(self) -> None:
        """Take the same room whatever is chosen: what has no room is scrolled."""
        below = self.parentWidget()
        most = below.height() if below is not None else self.maximumHeight()
        resize_within_window(self, self.look.px(_WIDTH), min(self.look.px(_HEIGHT), most))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        name, steps = tidy(self._name.text()), self._parts.steps()
        if not name:
            self._say(text("A name is needed, such as short or after work."))
            self._name.setFocus()
        elif not steps:
            self._say(text("A form has at least one part."))
            self._parts.setFocus()
        else:
            id_ = self._form.id if self._form else new_id()
            self.form_made.emit(Form(id_, name, steps))
            self.accept()

    def _ask_removal(self) -> None:
        self.removal_wanted.emit(self._form)
        self.accept()

    def _say(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.show()
        announce(self, wrong)
