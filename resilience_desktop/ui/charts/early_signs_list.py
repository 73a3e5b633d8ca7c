"""The early signs somebody noted: to add, change and remove, and examples to begin with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.signs_in_words import examples, when_it_is_there
from resilience_desktop.ui.charts.early_sign_dialog import EarlySignDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.kept_row import kept_row
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.early_sign import EarlySign
    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

    Read = tuple[list[EarlySign], tuple[OwnScale, ...]]

_WIDTH = 704


class EarlySignsList(QWidget):
    """A row for each, below what the view shows of them; what was just removed can come back."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("charts.signs")
        self._context = context
        self._scales: tuple[OwnScale, ...] = ()
        look = context.look
        holder, offered = QWidget(), QWidget()
        self._rows, self._offered = column_in(holder, 12), column_in(offered, 4)
        self._add = buttons.quiet(
            look,
            text("Add an early sign ..."),
            name="charts.signs.add",
            flush=True,
            drawing="plus",
        )
        self._add.clicked.connect(lambda: self._open(None, is_new=True))
        self._inside = QWidget()
        across = QHBoxLayout(self)  # which asks for heights at the width that is given
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._inside, 1)
        across.addStretch()
        self._column = column_in(self._inside, 12)
        self._column.addWidget(
            labels.title(look, text("Your early signs"), name="charts.signs.title")
        )
        self._column.addWidget(holder)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(offered)
        self._holder, self._examples = holder, offered
        look.follow(self._dress)
        context.tasks.journal_changed.connect(self._journal_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is now."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        def read(journal: Journal) -> Read:
            return journal.early_signs.all(), journal.settings().scales

        self._context.tasks.read(read, self._show, owner=self, latest="charts.signs")

    def _show(self, read: Read) -> None:
        signs, self._scales = read
        focus = self.focusWidget()
        hand = focus.objectName() if focus is not None else ""
        empty(self._rows)
        empty(self._offered)
        for number, sign in enumerate(signs, 1):
            self._rows.addWidget(self._row(number, sign))
        self._holder.setVisible(bool(signs))
        self._examples.setVisible(not signs)
        if not signs:
            self._offer()
        for wanted in self.findChildren(QWidget, hand) if hand else ():
            if not wanted.isHidden():
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, number: int, sign: EarlySign) -> QWidget:
        counts = when_it_is_there(sign, self._scales)
        if sign.tells:
            counts = text("{counts}. The journal says so quietly.").format(counts=counts)
        return kept_row(
            self._context.look,
            sign.name,
            counts,
            name=f"charts.signs.{number}",
            number=number,
            change=partial(self._open, sign, is_new=False),
            remove=partial(self._remove, sign),
        )

    def _offer(self) -> None:
        """Offer examples; they are kept only once somebody has looked at them and said so."""
        look = self._context.look
        said = text("Or begin with one of these. You can change all of it first.")
        self._offered.addWidget(labels.small(look, said, "text_muted"))
        for number, sign in enumerate(examples(self._scales), 1):
            words = when_it_is_there(sign, self._scales)
            button = buttons.quiet(
                look, f"{words} ...", name=f"charts.signs.example.{number}", flush=True
            )
            button.clicked.connect(partial(self._open, sign, is_new=True))
            self._offered.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open(self, sign: EarlySign | None, *_: object, is_new: bool) -> None:
        EarlySignDialog(self._context, self.window(), sign, self._scales, is_new=is_new).open()

    def _remove(self, sign: EarlySign, *_: object) -> None:
        def undo() -> None:
            self._context.tasks.write(lambda journal: journal.early_signs.keep(sign), owner=self)

        def gone(_changes: Changes) -> None:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.notices.show(text("Early sign removed"), undo)

        self._context.tasks.write(lambda journal: journal.early_signs.drop(sign), gone, owner=self)

    def _journal_changed(self, changes: Changes) -> None:
        if (changes.early_signs or changes.settings) and self.isVisible():
            self._read()

    def _dress(self) -> None:
        self._inside.setMaximumWidth(self._context.look.px(_WIDTH))
