"""What is done with a finished record now and then: versions, reports, the seal, the bin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from resilience_desktop.domain.thought_record import Share, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.never_share import what_never_sharing_a_record_does
from resilience_desktop.ui.sealing import what_sealing_does
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.written_list import never_share_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from resilience_desktop.ui.context import UiContext


class RecordMenu(Button):
    """Follows one record."""

    share_chosen = Signal(object)
    """How much of it a report may hold, a ``Share``."""
    never_share_chosen = Signal(bool)
    seal_wanted = Signal()
    bin_wanted = Signal()
    brought_back = Signal(str)
    """The id of the record, of which an earlier version is the present one now."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__(context.look, text("More"), "quiet", name=name)
        self._context = context
        self._id = ""
        self._record: ThoughtRecord | None = None
        menu = QMenu(self)
        menu.setObjectName(f"{name}.menu")
        menu.setToolTipsVisible(True)
        self._shares: dict[Share, QAction] = {}
        self._add(menu, "paper", text("On paper ..."), self._show_sheet)
        menu.addMenu(self._reports())
        self._never = self._add(menu, "never_share", never_share_words(never=False), self._turn)
        self._never.setToolTip(what_never_sharing_a_record_does())
        self._versions = self._add(menu, "versions", text("Earlier versions ..."), self._show)
        seal = self._add(menu, "seal", text("Seal"), self.seal_wanted.emit)
        seal.setToolTip(what_sealing_does())
        menu.addSeparator()
        self._add(menu, "bin", text("Move to the bin"), self.bin_wanted.emit)
        self.setMenu(menu)

    def follow(self, record: ThoughtRecord) -> None:
        """Offer what can be done with this record."""
        self._id = id_ = record.id
        self._record = record
        self._shares[record.share].setChecked(True)
        self._never.setText(never_share_words(never=record.never_share))
        self._versions.setVisible(False)

        def offer(has_some: bool) -> None:
            self._versions.setVisible(has_some and self._id == id_)

        self._context.tasks.read(
            lambda journal: bool(journal.revisions.of(id_)),
            offer,
            owner=self,
            latest=self.objectName(),
        )

    def _reports(self) -> QMenu:
        menu = QMenu(text("When you make a PDF"), self)
        group = QActionGroup(menu)
        for share, words in (
            (Share.NEVER, never_share_words(never=False)),
            (Share.ASK, text("Leave it out, unless you tick it there")),
            (Share.SUMMARY, text("Put in its numbers, none of your words")),
            (Share.FULL, text("Put in all of it")),
        ):
            action = self._add(
                menu, f"share.{share}", words, partial(self.share_chosen.emit, share)
            )
            action.setCheckable(True)
            group.addAction(action)
            self._shares[share] = action
        return menu

    def _add(self, menu: QMenu, name: str, words: str, work: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(f"{self.objectName()}.{name}")
        action.triggered.connect(lambda: work())
        return action

    def _turn(self) -> None:
        self.never_share_chosen.emit(not (self._record and self._record.never_share))

    def _show_sheet(self) -> None:
        from resilience_desktop.ui.dialogs.sheet import open_record_sheet

        if self._record is not None:
            open_record_sheet(self._context, self.window(), self._record)

    def _show(self) -> None:
        from resilience_desktop.ui.dialogs.versions import VersionsDialog

        id_ = self._id
        dialog = VersionsDialog(self._context, id_, ThoughtRecord, self.window())
        dialog.brought_back.connect(lambda: self.brought_back.emit(id_))
        dialog.open()
