"""Templates of one's own: naming one, and changing those there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import Template
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper


class NameDialog(SmallDialog):
    """Asks what a template is called."""

    named = Signal(str)

    def __init__(self, look: LookKeeper, parent: QWidget) -> None:
        super().__init__(look, parent, "template", text("Save as a template"))
        self.field = LineField()
        self.field.setObjectName("template.name")
        self._wrong = labels.small(look, "", "danger", name="template.wrong")
        said = text("A new note can begin with these words. The note itself stays as it is.")
        self.column.addWidget(labels.muted(look, said))
        self.column.addWidget(self.above(text("Name of the template"), self.field))
        self.column.addWidget(self._wrong)
        self.column.addStretch()
        cancel = buttons.plain(look, text("Cancel"), name="template.cancel")
        save = buttons.primary(look, text("Save template"), name="template.save")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        self.field.returnPressed.connect(self._save)
        self.foot.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addWidget(save)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        name = self.field.text().strip()
        if not name:
            self._wrong.setText(text("A name of any kind, to find it again."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
        self.named.emit(name)


class TemplatesDialog(SmallDialog):
    """Renames and deletes templates; it is kept when the dialog is left."""

    def __init__(self, context: UiContext, templates: Sequence[Template], parent: QWidget) -> None:
        look = context.look
        super().__init__(look, parent, "templates", text("My templates"))
        self._context, self._templates = context, tuple(templates)
        self.names = LineList(look, name="templates.names", spoken=text("Template {n}"))
        self.names.set_lines([template.name for template in templates])
        self.names.changed.connect(self.fit)
        said = text("Change a name, or remove what is no longer of use. Your notes stay.")
        self.column.addWidget(labels.muted(look, said))
        self.column.addWidget(self.names)
        self.column.addStretch()
        done = buttons.primary(look, text("Done"), name="templates.done")
        done.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(done)
        self.finished.connect(self._keep)

    def _keep(self) -> None:
        kept = tuple(replace(self._templates[n], name=name) for n, name in self.names.lines())
        if kept == self._templates:
            return

        def keep(journal: Journal) -> Changes:
            return journal.keep_settings(replace(journal.settings(), templates=kept))

        self._context.tasks.write(keep, owner=self._context.tasks)
