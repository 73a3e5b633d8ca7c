"""The recovery sheet: to print, to save, or to write down, and two groups asked back."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.door import TwoHalves
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.recovery_paper import RecoveryPaper
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.code_font import CodeLabel
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from resilience_desktop.ui.tasks import Tasks
    from resilience_desktop.ui.theme import LookKeeper


class RecoveryPage(TwoHalves):
    """The way back in if the passphrase is forgotten, or the key file is lost."""

    done = Signal()
    kept = Signal()
    """Two groups of it were typed back."""

    def __init__(
        self, look: LookKeeper, tasks: Tasks, groups: tuple[str, ...], *, has_passphrase: bool
    ) -> None:
        super().__init__(look, "recovery")
        self._tasks, self._groups = tasks, groups
        self._paper = RecoveryPaper(tasks, groups, self)
        self._has_passphrase = has_passphrase
        chance = secrets.SystemRandom()
        self.asked = sorted(chance.sample(range(len(groups)), 2))
        self._sheet = QLabel()
        self._sheet.setObjectName("recovery.sheet")
        self._sheet.setAccessibleName(text("Recovery sheet"))
        self._sheet.setAccessibleDescription(", ".join(groups))
        self._code = CodeLabel(look, groups, name="recovery.code")
        self._fields = [self._field(place) for place in self.asked]
        self._print = buttons.plain(look, text("Print"), name="recovery.print", drawing="printer")
        self._save = buttons.plain(
            look, text("Save as PDF"), name="recovery.save", drawing="download"
        )
        self._copied = buttons.quiet(look, text("I wrote it down"), name="recovery.written")
        self.open = buttons.primary(look, text("Go on"), name="recovery.open", large=True)
        self.later = buttons.quiet(look, text("Do this later"), name="recovery.later")
        self._said = labels.small(look, "", "text_muted", name="recovery.said")
        self._lay_out()
        self._print.clicked.connect(self._paper.print_out)
        self._save.clicked.connect(self._paper.save)
        self._paper.said.connect(self._say)
        self._copied.clicked.connect(self._fields[0].setFocus)
        self.open.clicked.connect(self._check)
        self.later.clicked.connect(self.done)
        self._draw()

    def start(self) -> None:
        """Put the keyboard where the groups are typed."""
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Draw the sheet as large as its half."""
        super().arrange()
        self._show_sheet()

    def _draw(self) -> None:
        """Typeset the very sheet that prints, and show its upper half."""
        self._page: QImage | None = None

        def show(pages: tuple[bytes, ...]) -> None:
            self._page = _upper_half(QImage.fromData(pages[0]))
            self._show_sheet()

        self._tasks.compute(self._paper.pages(144), show, owner=self, failed=_stay_with_the_words)

    def _show_sheet(self) -> None:
        if self._page is None:
            return
        ratio = self.devicePixelRatioF()
        width = round(self.left.width() * ratio)
        scaled = self._page.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(QPixmap.fromImage(scaled))
        self._code.hide()

    def _check(self) -> None:
        right = all(
            _plain(field.text()) == _plain(self._groups[place])
            for field, place in zip(self._fields, self.asked, strict=True)
        )
        if right:
            self.kept.emit()
            self.done.emit()
            return
        self._say(
            text("These are not the same as on the sheet. Please look once more."), wrong=True
        )
        self._fields[0].setFocus()

    def _say(self, sentence: str, wrong: bool = False) -> None:
        self._said.set_role("danger" if wrong else "text_muted")
        self._said.setText(sentence)
        announce(self._said, sentence)

    def _field(self, place: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"recovery.group{place + 1}")
        field.setAccessibleName(text("Group {n}").format(n=place + 1))
        field.setMaxLength(8)
        field.returnPressed.connect(self._check)
        return field

    def _lay_out(self) -> None:
        look = self.look
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._sheet)
        left.addWidget(self._code)
        column = QVBoxLayout(self.right)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(labels.small(look, text("2 of 3"), "text_muted"))
        column.addWidget(labels.title(look, text("Keep this sheet somewhere safe")))
        column.addSpacing(4)
        if self._has_passphrase:
            why = text(
                "It is the way back in if the passphrase is forgotten. A drawer at home is fine."
            )
        else:
            why = text(
                "It opens the journal if the small key file beside it is ever lost or damaged."
            )
        column.addWidget(labels.muted(look, why))
        column.addSpacing(24)
        ways = FlowLayout()
        for way in (self._print, self._save, self._copied):
            ways.addWidget(way)
        column.addLayout(ways)
        column.addSpacing(32)
        column.addWidget(
            labels.label(look, text("To be sure it can be read, type two of the groups"))
        )
        column.addSpacing(8)
        both = QHBoxLayout()
        both.setSpacing(12)
        for field, place in zip(self._fields, self.asked, strict=True):
            one = QVBoxLayout()
            one.setSpacing(4)
            name = text("Group {n}").format(n=place + 1)
            one.addWidget(labels.small(look, name, "text_muted"))
            one.addWidget(field)
            both.addLayout(one)
        column.addLayout(both)
        column.addSpacing(6)
        forgiving = text("Capital or small letters, both are fine.")
        column.addWidget(labels.small(look, forgiving, "text_muted"))
        column.addSpacing(8)
        column.addWidget(self._said)
        column.addSpacing(16)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self.open)
        actions.addWidget(self.later)
        actions.addStretch()
        column.addLayout(actions)


def _upper_half(page: QImage) -> QImage:
    """Return the part of the sheet with something on it, with a hairline round it."""
    part = page.copy(0, 0, page.width(), round(page.height() * 0.5))
    painter = QPainter(part)
    painter.setPen(Qt.GlobalColor.gray)
    painter.drawRect(part.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return part


def _plain(typed: str) -> str:
    """Return a group as the recovery code forgives it."""
    letters = "".join(sign for sign in typed.upper() if sign.isalnum())
    return letters.replace("O", "0").replace("I", "1").replace("L", "1")


def _stay_with_the_words(_error: BaseException) -> None:
    """Keep showing the code as text when the sheet could not be drawn."""
