"""The way to the earlier versions of what is open; there is none while it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext


class VersionsButton(Button):
    """Follows one entry or thought record."""

    brought_back = Signal(str)
    """The id of something of which an earlier version is the present one now."""

    def __init__(
        self,
        context: UiContext,
        kind: type[Entry | ThoughtRecord],
        *,
        name: str,
        before: Callable[[Callable[[], object]], object] | None = None,
    ) -> None:
        """Lead to versions of this kind; ``before`` does what is due first, such as saving."""
        words = text("Earlier versions ...")
        super().__init__(context.look, words, "quiet", name=name, flush=True, drawing="clock")
        self._context, self._of, self._before = context, kind, before
        self._id = ""
        self.hide()
        self.clicked.connect(self._go)

    def follow(self, id_: str) -> None:
        """Be there if this has earlier versions; nothing has the empty id."""
        self._id = id_
        self.hide()
        if not id_:
            return

        def offer(has_some: bool) -> None:
            self.setVisible(has_some and self._id == id_)

        self._context.tasks.read(
            lambda journal: bool(journal.revisions.of(id_)),
            offer,
            owner=self,
            latest=self.objectName(),
        )

    def _go(self) -> None:
        if self._before is None:
            self._show()
        else:
            self._before(self._show)

    def _show(self) -> None:
        from resilience_desktop.ui.dialogs.versions import VersionsDialog

        id_ = self._id
        dialog = VersionsDialog(self._context, id_, self._of, self.window())
        dialog.brought_back.connect(lambda: self.brought_back.emit(id_))
        dialog.open()
