"""Moving the journal into another folder: why somebody may want it, and where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout

from resilience_desktop import paths
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services import backups, moving
from resilience_desktop.services.cloud_folder import cloud_service
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui import files
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.unsaved import would_be_lost
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import outermost

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.backups import Overview
    from resilience_desktop.ui.context import UiContext

_TICK = 30


class MoveDialog(SmallDialog):
    """Offers this computer's usual folder, or one to choose; leaving it where it is is as good."""

    def __init__(self, context: UiContext, folder: Path, parent: QWidget) -> None:
        look = context.look
        super().__init__(look, parent, "move", text("Move the journal"))
        self._context, self._folder = context, folder
        self._service = cloud_service(folder)
        self._target = self._first_target()
        self._busy = False
        self._where = labels.Label(look, "", "small", selectable=True, name="move.target")
        self._choose = buttons.plain(look, text("Choose a folder ..."), name="move.choose")
        self._stay = QCheckBox(text("Put encrypted backups in the old folder"))
        self._stay.setObjectName("move.backups_stay")
        self._is_open = _opens_for_anyone(folder)
        self._stay.setChecked(not self._is_open)
        self._stay_means = labels.small(
            look,
            text(
                "Your journal has no passphrase, so anyone who can open that folder can read them."
            ),
            "text_muted",
            name="move.backups_mean",
        )
        self._stay_means.setContentsMargins(_TICK, 0, 0, 0)
        self._remark = labels.small(look, "", "text_muted", name="move.remark")
        self._problem = labels.small(look, "", "danger", name="move.problem")
        self._go = buttons.primary(look, text("Move it"), name="move.go")
        self._cancel = buttons.quiet(look, text("Leave it where it is"), name="move.cancel")
        self._lay_out()
        self._choose.clicked.connect(self._choose_folder)
        self._go.clicked.connect(self._move)
        self._cancel.clicked.connect(self.reject)
        self._show_target()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        context.tasks.read(lambda _journal: backups.overview(folder), self._tell, owner=self)

    def reject(self) -> None:
        """Close, unless the journal is on its way."""
        if not self._busy:
            super().reject()

    def _first_target(self) -> Path | None:
        """Return this computer's usual folder, unless the journal or another one is there."""
        usual = paths.usual_journal()
        try:
            moving.refuse_unfit(self._folder, usual)
        except ResilienceError:
            return None
        return usual

    def _tell(self, found: Overview) -> None:
        """Offer the old folder for backups to whoever has no second folder yet."""
        offered = bool(self._service) and found.second_folder is None
        self._stay.setVisible(offered)
        self._stay_means.setVisible(offered and self._is_open)
        self.fit()

    def _choose_folder(self) -> None:
        folder = files.ask_for_folder(self, text("A folder for the journal"))
        if folder is not None:
            self._target = moving.place_in(folder)
            self._show_target()

    def _show_target(self) -> None:
        target = self._target
        self._where.setText(str(target) if target else text("No folder is chosen yet."))
        service = cloud_service(target) if target else ""
        self._remark.setText(
            text("{service} copies that folder too.").format(service=service) if service else ""
        )
        self._remark.setVisible(bool(service))
        self._go.setEnabled(target is not None)
        self._problem.hide()
        self.fit()

    def _move(self) -> None:
        target, stay = self._target, self._stay.isVisibleTo(self) and self._stay.isChecked()
        if target is None:
            return
        lost = would_be_lost(outermost(self))
        if lost is not None:
            self._failed(lost)
            return
        self._set_busy(busy=True)

        def moved(remark: str) -> None:
            self._busy = False
            self.accept()
            self._context.navigator.journal_moved.emit(target.absolute())
            said = text("The journal is now in {folder}").format(folder=target.absolute())
            self._context.notices.show(" ".join(filter(None, (said, remark))))

        self._context.tasks.read(
            lambda journal: moving.move(journal, target, backups_stay=stay),
            moved,
            owner=self,
            failed=self._failed,
        )

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, ResilienceError):
            self._context.tasks.work_failed.emit(error)
            return
        self._problem.setText(str(error))
        self._problem.show()
        self.fit()
        announce(self._problem, str(error))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for part in (self._choose, self._stay, self._go, self._cancel):
            part.setEnabled(not busy)
        self._go.setText(text("Moving ...") if busy else text("Move it"))

    def _lay_out(self) -> None:
        look, column = self.look, self.column
        if self._service:
            why = text(
                "{service} copies the folder of your journal to other places. Two computers can "
                "then write at once, and a copy can stop half way. The journal is safer on this "
                "computer only, with nothing but encrypted backups in {service}."
            ).format(service=self._service)
            column.addWidget(labels.body(look, why, name="move.why"))
        column.addWidget(
            labels.muted(
                look,
                text(
                    "A backup is made first. Once the journal has opened in its new folder, the "
                    "files in the old one go. A small note stays there that says where it went."
                ),
            )
        )
        column.addSpacing(4)
        where = QVBoxLayout()
        where.setSpacing(2)
        where.addWidget(labels.label(look, text("It is in")))
        where.addWidget(
            labels.Label(look, str(self._folder), "small", selectable=True, name="move.source")
        )
        where.addSpacing(10)
        where.addWidget(labels.label(look, text("It moves to")))
        where.addWidget(self._where)
        where.addWidget(self._remark)
        where.addSpacing(6)
        where.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(where)
        stay = QVBoxLayout()
        stay.setSpacing(0)
        stay.addWidget(self._stay)
        stay.addWidget(self._stay_means)
        column.addLayout(stay)
        column.addWidget(self._problem)
        column.addStretch()
        self._stay.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self._stay, self._stay_means, self._problem, self._remark):
            part.hide()
        self.foot.addStretch()
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._go)


def _opens_for_anyone(folder: Path) -> bool:
    try:
        return Journal.door(folder) is Door.OPEN
    except ResilienceError:
        return False
