"""Keeping an entry or a record out of everything that is made for somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.thought_record import Share
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.written_list import never_share_words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


def set_never_shared(context: UiContext, id_: str, *, never: bool, owner: QObject) -> None:
    """Keep an entry from being shared, or let it be shared again; say so, with Undo."""

    def undo() -> None:
        context.tasks.write(
            lambda journal: journal.marks.never_share(id_, never=not never), owner=owner
        )

    context.tasks.write(
        lambda journal: journal.marks.never_share(id_, never=never),
        lambda _changes: context.notices.show(_said(never=never), undo),
        owner=owner,
    )


def set_record_never_shared(context: UiContext, id_: str, *, never: bool, owner: QObject) -> None:
    """Do the same with a thought record; Undo brings back what was chosen of it before."""
    before: list[Share] = []

    def keep(journal: Journal) -> Changes:
        before.append(journal.thought_record(id_).share)
        return journal.marks.share(id_, Share.NEVER if never else Share.ASK)

    def undo() -> None:
        context.tasks.write(lambda journal: journal.marks.share(id_, before[0]), owner=owner)

    context.tasks.write(
        keep,
        lambda _changes: context.notices.show(_said(never=never), undo),
        owner=owner,
    )


def _said(*, never: bool) -> str:
    return text("Never shared from now on") if never else text("It can be shared again")


class NeverShareButton(Button):
    """Follows one entry, and changes nothing else of it."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        words = never_share_words(never=False)
        super().__init__(context.look, words, "quiet", name=name, drawing="eye-off", flush=True)
        self._context = context
        self._id = ""
        self._never = False
        self.setToolTip(what_never_sharing_does())
        self.clicked.connect(self._turn)
        self.hide()
        context.tasks.journal_changed.connect(self._journal_changed)

    def follow(self, id_: str) -> None:
        """Show whether this is never shared; nothing is shown for an empty id."""
        if id_ != self._id:
            self.setEnabled(False)  # until it is known which it is
        self._id = id_
        self.setVisible(bool(id_))  # at once: what comes later would squeeze the form above it
        if not id_:
            return

        def show(never: bool) -> None:
            if self._id == id_:
                self._never = never
                self.setText(never_share_words(never=never))
                self.set_drawing("eye" if never else "eye-off")
                self.setEnabled(True)

        def is_never(journal: Journal) -> bool:
            return journal.marks.is_never_shared(id_)

        self._context.tasks.read(is_never, show, owner=self, latest=self.objectName())

    def _turn(self) -> None:
        set_never_shared(self._context, self._id, never=not self._never, owner=self)

    def _journal_changed(self, changes: Changes) -> None:
        if self._id and changes.entries:
            self.follow(self._id)


def what_never_sharing_does() -> str:
    """Return what the promise is and what it is not."""
    return text(
        "Its words stay out of every PDF, print and message you make here. Its mood and sleep are "
        "still counted. It is in backups and in “everything as one file”."
    )


def what_never_sharing_a_record_does() -> str:
    """Return the same of a thought record, of which reports count nothing."""
    return text(
        "It stays out of every PDF and message you make for somebody else. You can still put it "
        "on paper for yourself. It is in backups and in “everything as one file”."
    )
