"""One quiet line to Help now, below what called for it; never a pop-up, never twice a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop import content
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.quiet_line import Shown, Trigger
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.autosave import Autosave
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.later import Later

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class QuietLine(Later):
    """A sentence that assumes nothing, and Help now. Hidden until it is called for."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._words = text(
            "If this feels like too much right now, there are people you can talk to."
        )
        self._is_called_for = self._is_elsewhere = False
        self.hide()

    def make(self) -> None:
        """Make the sentence and the button."""
        context, name = self._context, self.objectName()
        show = Button(context.look, text("Help now"), "help_quiet", name=f"{name}.help")
        show.clicked.connect(context.navigator.help_requested)
        row = QHBoxLayout(self)
        set_margins(row, 0, 8, 4, 4)  # a gap to what called for it, and room for the focus ring
        row.setSpacing(4)
        row.addWidget(labels.muted(context.look, self._words))
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def show_if(self, called_for: bool) -> None:
        """Be there or not; a screen reader is told once, when it is free."""
        self._is_called_for = called_for
        self._tell()

    def leave_to_another(self, *, is_there: bool) -> None:
        """Stay away while another such line is in view, whatever calls for this one."""
        self._is_elsewhere = is_there
        self._tell()

    def _tell(self) -> None:
        shown = self._is_called_for and not self._is_elsewhere
        is_new = shown and self.isHidden()
        self.setVisible(shown)
        if is_new and self.isVisible():
            announce(self, self._words)


class QuietLines(QObject):
    """Knows for one form when its line is called for: the rule is in the domain."""

    rested = Signal()
    """Somebody stopped typing, or has typed for a while: a time to look at the words."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = context.tasks
        self._id = ""
        self._shown = Shown()
        self._spent: set[str] = set()
        """What words have called for the line already."""
        self._last_day: dt.date | None = None
        self._reads_words = False
        self._rest = Autosave(self)
        self._rest.save_due.connect(self.rested)
        self._tasks.journal_changed.connect(self._journal_changed)
        self._ask()

    @property
    def now(self) -> Trigger | None:
        """What the line stands for at present, or None."""
        return self._shown.now

    def begin(self, id_: str) -> None:
        """Turn to an entry or a thought record; without a change nothing calls for the line."""
        if id_ != self._id:
            self._id, self._shown = id_, Shown()
            self._rest.forget()

    def typed(self) -> None:
        """Note that words changed."""
        self._rest.touch()

    def rest_now(self) -> None:
        """Look at the words now, if they changed."""
        self._rest.flush()

    def are_in(self, words: str) -> bool:
        """Whether words of the list stand in a text, and somebody lets it be looked through."""
        return self._reads_words and content.help_phrases().is_found_in(words)

    def after(
        self,
        *,
        mood: int | None = None,
        ratings: Iterable[int | None] = (),
        words_found: bool = False,
    ) -> Trigger | None:
        """Return what the line stands for after a change, or None."""
        today = Moment.now(local_zone()).day
        before = self._shown
        self._shown = before.after(
            mood=mood,
            ratings=ratings,
            words_found=words_found and self._id not in self._spent,
            last_day=self._last_day,
            today=today,
        )
        if self._shown.by_words:
            self._spent.add(self._id)
        if self._shown.by_numbers and not before.by_numbers:
            self._last_day = today
            # Nobody has to be told when this one day cannot be kept.
            self._tasks.write(
                lambda journal: journal.remembered.keep_quiet_line_day(today),
                owner=self,
                failed=_let_it_be,
            )
        return self._shown.now

    def _ask(self) -> None:
        def both(journal: Journal) -> tuple[dt.date | None, bool]:
            return journal.remembered.quiet_line_day(), journal.settings().quiet_line

        self._tasks.read(both, self._know, owner=self)

    def _know(self, found: tuple[dt.date | None, bool]) -> None:
        self._last_day, self._reads_words = found

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._ask()


def _let_it_be(_error: BaseException) -> None:
    """Take a failure as it is."""


def heavy_ratings(feelings: Iterable[tuple[str, int | None]]) -> list[int | None]:
    """Return how strong feelings are that may be heavy: nobody needs help for being calm."""
    return [strength for word, strength in feelings if word not in content.pleasant_feelings()]
