"""A button that marks what is open to be brought to the next session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class StarButton(Button):
    """Follows the star of one entry or record, and changes nothing else of it."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        words = text("Bring to my next session")
        super().__init__(context.look, words, "quiet", name=name, drawing="star", flush=True)
        self._context = context
        self._id = ""
        self._is_starred = False
        self.clicked.connect(self._turn)
        self.hide()
        context.tasks.journal_changed.connect(self._journal_changed)

    @property
    def is_starred(self) -> bool:
        """Whether what is open is marked."""
        return self._is_starred

    def follow(self, id_: str) -> None:
        """Show whether this has a star; nothing is shown for an empty id."""
        if id_ != self._id:
            self.hide()
        self._id = id_
        if not id_:
            return

        def show(starred: bool) -> None:
            if self._id == id_:
                self._show(starred)
                self.show()

        def is_starred(journal: Journal) -> bool:
            return journal.marks.is_starred(id_)

        self._context.tasks.read(is_starred, show, owner=self, latest=self.objectName())

    def _show(self, starred: bool) -> None:
        self._is_starred = starred
        self.set_drawing("star-filled" if starred else "star")
        self.setAccessibleDescription(text("marked") if starred else text("not marked"))

    def _turn(self) -> None:
        id_, starred = self._id, not self._is_starred
        self._show(starred)
        announce(self, self.accessibleDescription())
        self._context.tasks.write(
            lambda journal: journal.marks.star(id_, starred=starred), owner=self
        )

    def _journal_changed(self, changes: Changes) -> None:
        if self._id and (changes.entries or changes.thought_records):
            self.follow(self._id)
