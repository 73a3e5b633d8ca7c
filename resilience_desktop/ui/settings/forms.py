"""One's own forms of a thought record: made, changed and removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.form_words import named_steps
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.record_form import Form
    from resilience_desktop.ui.theme import LookKeeper


class FormsEditor(QWidget):
    """A row for each form, with its parts below its name."""

    forms_changed = Signal(object)
    """All of them, a tuple of ``Form``."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("settings.forms")
        self._look = look
        self._forms: tuple[Form, ...] = ()
        self._before: tuple[Form, ...] = ()
        """How they were before one was removed."""
        holder = QWidget()
        self._list = column_in(holder, 8)
        self._gone = RemovedLine(look, name="settings.forms")
        self._gone.undo_wanted.connect(self._put_back)
        self._add = buttons.quiet(
            look, text("Add a form ..."), name="settings.add_form", flush=True, drawing="plus"
        )
        self._add.clicked.connect(lambda: self._open(None))
        column = column_in(self, 4)
        column.addWidget(holder)
        column.addWidget(self._gone)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_forms(self, forms: tuple[Form, ...]) -> None:
        """Show these forms; rows stay as they are when nothing changed."""
        if forms == self._forms:
            return
        self._forms = forms
        empty(self._list)
        for place, form in enumerate(forms):
            self._list.addWidget(self._row(place, form))

    def _row(self, place: int, form: Form) -> QWidget:
        row = QWidget()
        column = column_in(row, 0)
        across = QHBoxLayout()
        change = buttons.link(self._look, text("Change"), name=f"settings.form{place + 1}.change")
        change.setAccessibleName(text("Change {form}").format(form=form.name))
        change.clicked.connect(partial(self._open, form))
        across.addWidget(labels.body(self._look, form.name), 1)
        across.addWidget(change)
        column.addLayout(across)
        column.addWidget(labels.small(self._look, named_steps(form.steps), "text_muted"))
        return row

    def _open(self, form: Form | None) -> None:
        from resilience_desktop.ui.settings.form_dialog import FormDialog

        dialog = FormDialog(self._look, self.window(), form)
        dialog.form_made.connect(self._take)
        dialog.removal_wanted.connect(self._remove)
        dialog.open()

    def _take(self, made: Form) -> None:
        if made.id in [form.id for form in self._forms]:
            self._keep(made if form.id == made.id else form for form in self._forms)
        else:
            self._keep((*self._forms, made))
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, gone: Form) -> None:
        before = self._forms
        self._keep(form for form in before if form.id != gone.id)
        self._before = before
        self._gone.offer()

    def _put_back(self) -> None:
        self._keep(self._before)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, forms: Iterable[Form]) -> None:
        self._gone.hide()
        self.show_forms(tuple(forms))
        self.forms_changed.emit(self._forms)
