"""The window in which a passphrase is set, changed, or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services import passphrases
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.passphrase_strength import not_the_same, strength_words, too_short
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.passphrase_changes import Change


class PassphraseDialog(SmallDialog):
    """Stays open, with all that was typed, until it worked or somebody changes their mind."""

    changed = Signal(object)
    """It worked; with the groups of a recovery code to show, or nothing."""

    def __init__(self, context: UiContext, parent: QWidget, change: Change) -> None:
        look = context.look
        super().__init__(look, parent, "passphrase", change.title)
        self._context, self._change = context, change
        self._with_code = change.only_code
        self._busy = False
        self.old = RevealField(look, name="passphrase.old", title="")
        self.new = RevealField(look, name="passphrase.new", title=text("New passphrase"))
        self.again = RevealField(look, name="passphrase.again", title=text("The same again"))
        self._strength = labels.small(look, "", "text_muted", name="passphrase.strength")
        self._strength.hide()
        self._suggest = buttons.quiet(look, text("Suggest five words"), name="passphrase.suggest")
        self._other = buttons.quiet(look, "", name="passphrase.other_way", flush=True)
        self._problem = labels.small(look, "", "danger", name="passphrase.problem")
        self._problem.hide()
        make = buttons.danger if change.key == "remove" else buttons.primary
        self._go = make(look, change.action, name="passphrase.go")
        self._cancel = buttons.quiet(look, text("Cancel"), name="passphrase.cancel")
        self._lay_out()
        self._ask_for_code(with_code=change.only_code)
        self._go.setDefault(True)
        self._go.clicked.connect(self._try)
        self._cancel.clicked.connect(self.reject)
        self._suggest.clicked.connect(self._offer_words)
        self._other.clicked.connect(lambda: self._ask_for_code(with_code=not self._with_code))
        for field in (self.old, self.new, self.again):
            field.textChanged.connect(self._typed)

    def reject(self) -> None:
        """Close, unless a new key is being made: its code is still to be shown."""
        if not self._busy:
            super().reject()

    def _typed(self) -> None:
        self._strength.setText(strength_words(self.new.text()))
        self._strength.setVisible(bool(self._strength.text()))
        self._show_problem("")

    def _offer_words(self) -> None:
        self.new.set_revealed(revealed=True)
        self.new.setText(passphrases.suggest())
        self.again.clear()
        self.again.setFocus()

    def _ask_for_code(self, *, with_code: bool) -> None:
        self._with_code = with_code
        asked = text("Recovery code") if with_code else text("Passphrase")
        if not with_code and self._change.asks_new:
            asked = text("Old passphrase")
        self._old_label.setText(asked)
        self.old.setAccessibleName(asked)
        self.old.set_revealed(revealed=with_code)
        self._other.setText(
            text("Use the old passphrase")
            if with_code
            else text("Forgotten? Use the recovery code")
        )
        self.old.clear()
        (self.old if self._change.asks_old else self.new).setFocus()

    def _try(self) -> None:
        asks_new, new = self._change.asks_new, self.new.text()
        if self._change.asks_old and not self.old.text():
            self._refuse(self.old, text("This is empty still."))
        elif asks_new and (why := too_short(new)):
            self._refuse(self.new, why)
        elif asks_new and (why := not_the_same(new, self.again.text())):
            self._refuse(self.again, why)
        else:
            self._do(self.old.text(), new)

    def _do(self, old: str, new: str) -> None:
        chosen = self._change.with_code if self._with_code else None
        work = chosen or self._change.work
        self._set_busy(busy=True)
        self._context.tasks.read(
            lambda journal: work(journal, old, new),
            self._worked,
            owner=self,
            failed=self._failed,
        )

    def _worked(self, groups: tuple[str, ...]) -> None:
        self._busy = False
        self.changed.emit(groups)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if isinstance(error, ResilienceError):
            self._refuse(self.old if self._change.asks_old else self.new, str(error))
            self.old.selectAll()
        else:
            self._context.tasks.work_failed.emit(error)

    def _refuse(self, field: RevealField, sentence: str) -> None:
        field.setFocus()
        self._show_problem(sentence)

    def _show_problem(self, sentence: str) -> None:
        if sentence == self._problem.text():
            return
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.fit()
        if sentence:
            announce(self._problem, sentence)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for part in (self.old, self.new, self.again, self._suggest, self._other):
            part.setEnabled(not busy)
        self._go.setEnabled(not busy)
        self._cancel.setEnabled(not busy)
        self._go.setText(text("One moment ...") if busy else self._change.action)

    def _above_beside(self, words: str, field: RevealField, way: QPushButton) -> QWidget:
        """Return a field with its label above it, and a way to fill it beside that.

        So it takes no row more, and with large text the last field is still in sight.
        """
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = labels.label(self.look, words)
        label.setBuddy(field)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(way)
        column.addLayout(row)
        column.addWidget(field)
        return both

    def _lay_out(self) -> None:
        self.column.addWidget(labels.muted(self.look, self._change.why))
        self.column.addSpacing(4)
        old = self._above_beside("", self.old, self._other)
        self._old_label: QLabel = old.findChildren(QLabel)[0]
        self.column.addWidget(old)
        old.setVisible(self._change.asks_old)
        self._other.setVisible(self._change.with_code is not None and not self._change.only_code)
        if self._change.asks_new:
            new = self._above_beside(self.new.accessibleName(), self.new, self._suggest)
            self.column.addWidget(new)
            self.column.addWidget(self._strength)
            self.column.addWidget(self.above(self.again.accessibleName(), self.again))
        else:
            for part in (self.new, self.again, self._strength, self._suggest):
                part.setParent(self)
                part.hide()
        self.in_sight.addWidget(self._problem)
        self.column.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._go)
