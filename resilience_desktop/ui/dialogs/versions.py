"""Earlier versions of an entry or a thought record: what was different, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.word_changes import word_changes
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.parts_in_words import (
    OWN_WORDS,
    moment_in_words,
    part_in_words,
    part_name,
    shown_differences,
)
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choosing_list import ChoosingList
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import empty, resize_within_window
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.written_rows import Heading, Row

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.revision import Revision
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.domain.word_changes import Pieces
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper

    Found = tuple[Entry | ThoughtRecord, list[Revision], dt.date, dict[str, str]]


class VersionsDialog(Dialog):
    """The moments at the left; at the right what was different then."""

    brought_back = Signal()
    """The earlier version that was chosen is the present one now."""

    def __init__(self, context: UiContext, id_: str, kind: type, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._id, self._is_entry = context, id_, kind is Entry
        self._present: Entry | ThoughtRecord | None = None
        self._revisions: dict[str, Revision] = {}
        self._scales: dict[str, str] = {}
        look = context.look
        title = text("Earlier versions")
        self.setWindowTitle(text("Earlier versions"))
        self.list = ChoosingList(look, name="versions.list", spoken_name=text("Earlier versions"))
        self._different = QVBoxLayout()
        self._different.setSpacing(4)
        self._bring = buttons.primary(look, text("Bring this version back"), name="versions.bring")
        self._close = buttons.plain(look, text("Close"), name="versions.close")
        self._said = labels.small(look, "", "danger", name="versions.said")
        self._lay_out(title)
        self.list.row_chosen.connect(self._show_chosen)
        self._bring.clicked.connect(self._bring_back)
        self._close.clicked.connect(self.reject)
        resize_within_window(self, look.px(820), look.px(600))
        FocusRing(self, look)
        self._bring.setEnabled(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        context.tasks.read(self._find, self._show, owner=self)

    def _find(self, journal: Journal) -> Found:
        """Return the item as it is on the screen, its earlier versions, and the day."""
        present: Entry | ThoughtRecord
        if self._is_entry:
            present = journal.drafts.get(_slot(self._id)) or journal.entry(self._id)
        else:
            present = journal.thought_record(self._id)
        scales = {scale.id: scale.name for scale in journal.settings().scales}
        return present, journal.revisions.of(self._id), journal.today(), scales

    def _show(self, found: Found) -> None:
        self._present, revisions, today, self._scales = found
        self._revisions = {str(revision.number): revision for revision in revisions}
        rows: list[Heading | Row] = []
        last = ""
        for revision in revisions:
            heading = i18n.day_heading(revision.kept.day, today)
            if heading != last:
                rows.append(Heading(heading))
                last = heading
            rows.append(self._row(revision))
        self.list.rows.show_rows(rows, more=False)
        self.list.choose_first()

    def _row(self, revision: Revision) -> Row:
        found = shown_differences(revision.item, self._present) if self._present else []
        parts = ", ".join(part_name(difference.part) for difference in found)
        same = text("As it is now")
        label = part_name(found[0].part) if found else same
        if len(found) > 1:  # all of them have no room in one line, and stand beside the list
            label = text("{part} and {n} more").format(part=label, n=len(found) - 1)
        when = i18n.clock(revision.kept.wall)
        return Row(id=str(revision.number), kind="", when=when, label=label, aloud=parts or same)

    def _chosen(self) -> Revision | None:
        row = self.list.chosen()
        return self._revisions.get(row.id) if row else None

    def _show_chosen(self) -> None:
        empty(self._different)
        revision, look = self._chosen(), self._context.look
        self._bring.setEnabled(False)
        if revision is None or self._present is None:
            return
        when = text("Kept on {moment}").format(moment=moment_in_words(revision.kept))
        self._different.addWidget(labels.heading(look, when, name="versions.when"))
        found = shown_differences(revision.item, self._present)
        self._bring.setEnabled(bool(found))
        if not found:
            same = labels.muted(look, text("This version is the same as it is now."))
            self._different.addWidget(same)
        for difference in found:
            before = part_in_words(difference.part, difference.before, self._scales)
            after = part_in_words(difference.part, difference.after, self._scales)
            style = "reading" if difference.part in OWN_WORDS else "body"
            self._different.addSpacing(16)
            self._different.addWidget(labels.label(look, part_name(difference.part)))
            then, now = word_changes(before, after)
            for name, pieces in ((text("Then"), then), (text("Now"), now)):
                self._different.addWidget(labels.small(look, name, "text_muted"))
                self._different.addWidget(_words(look, pieces, style))
        self._different.addStretch()

    def _bring_back(self) -> None:
        revision, id_ = self._chosen(), self._id
        if revision is None:
            return
        earlier = revision.item

        def restore(journal: Journal) -> Changes:
            draft = journal.drafts.get(_slot(id_))
            if draft is None or not isinstance(earlier, Entry):
                return journal.revisions.restore(id_, revision.number)
            if not draft.is_empty:
                journal.keep_entry(draft)  # what was typed becomes a version too
            return journal.keep_entry(earlier, slot=_slot(id_))

        self._bring.setEnabled(False)
        self._context.tasks.write(restore, self._is_back, owner=self, failed=self._failed)

    def _is_back(self, _changes: Changes) -> None:
        self.brought_back.emit()
        self._context.notices.show(
            text("The earlier version is back. What was there before is kept as a version.")
        )
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._bring.setEnabled(True)
        if isinstance(error, ResilienceError):
            self._said.setText(str(error))
        else:
            self._context.tasks.work_failed.emit(error)

    def _lay_out(self, title: str) -> None:
        look = self._context.look
        hint = text("Words that differ are in bold. Bringing a version back keeps the present one.")
        inside = QWidget()
        right = QVBoxLayout(inside)
        right.setContentsMargins(8, 8, 16, 8)
        right.addLayout(self._different)
        right.addStretch()
        panes = QHBoxLayout()
        panes.setSpacing(20)
        panes.addWidget(self.list, 2)
        panes.addWidget(ScrollPane("versions.scroll", inside), 3)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._said, 1)
        below.addWidget(self._close)
        below.addWidget(self._bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, title))
        column.addWidget(labels.muted(look, hint))
        column.addLayout(panes, 1)
        column.addLayout(below)


def _words(look: LookKeeper, pieces: Pieces, style: str) -> QWidget:
    if not pieces:
        return labels.muted(look, text("Nothing"))
    shown = labels.Label(look, "", style)
    shown.set_pieces(pieces)
    return shown


def _slot(id_: str) -> str:
    return f"entry:{id_}"
