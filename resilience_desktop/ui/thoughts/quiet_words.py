"""The quiet line for the words of one thought record: below the field that called for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resilience_desktop import content
from resilience_desktop.ui.dialogs.parts_in_words import in_words
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.words_edit import WordsEdit


def calls_for_help(record: ThoughtRecord, settings: JournalSettings) -> bool:
    """Whether words of the list stand anywhere in a record, and somebody lets it be read."""
    return settings.quiet_line and content.help_phrases().is_found_in(in_words(record))


class QuietWords(QObject):
    """Looks at what was typed in any step; one line for each record, which stays where it is.

    On every other step the line stands beside the thought that is kept in view.
    """

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._quiet = QuietLines(context, self)
        self._quiet.rested.connect(self.look)
        self._lines: dict[WordsEdit, QuietLine] = {}
        self._typed: list[WordsEdit] = []
        self._is_new, self._is_beside = True, False

    def below(self, field: WordsEdit, *, name: str) -> QuietLine:
        """Return the line to put below a field, whose words are looked at from now on."""
        line = self._lines[field] = QuietLine(self._context, name=name)
        line.leave_to_another(is_there=self._is_beside)
        field.words_changed.connect(partial(self._note, field))
        return line

    def forget(self, field: WordsEdit) -> None:
        """Let go of a field that goes."""
        del self._lines[field]
        if field in self._typed:
            self._typed.remove(field)

    def begin(self, record: ThoughtRecord) -> None:
        """Turn to a record; a finished one is not looked through."""
        self._is_new = not record.finished
        self._quiet.begin(record.id)
        if self._quiet.now is None:
            self._show_below(None)

    def are_in(self, record: ThoughtRecord) -> bool:
        """Whether words of the list stand anywhere in a record, and somebody lets it be read."""
        return self._quiet.are_in(in_words(record))

    def stand_aside(self, page: QWidget, record: ThoughtRecord) -> bool:
        """Return whether the line belongs beside the thought while a step is in view.

        It does not where it stands below words of that step; else no other line is shown there.
        """
        is_here = any(not line.isHidden() for line in self._lines_in(page))
        self._is_beside = self.are_in(record) and not is_here
        for line in page.findChildren(QuietLine):
            line.leave_to_another(is_there=self._is_beside)
        return self._is_beside

    def rest_now(self) -> None:
        """Look at the words now, if they changed."""
        self._quiet.rest_now()

    def look(self) -> None:
        """Show the line below the field that calls for it; once there, it stays there."""
        fields = [f for f in self._lines if f in self._typed and self._quiet.are_in(f.words())]
        self._typed.clear()
        before = self._quiet.now
        called_for = self._quiet.after(words_found=bool(fields) and self._is_new)
        if before is None and called_for is not None:
            self._show_below(fields[0])

    def _lines_in(self, page: QWidget) -> list[QuietLine]:
        return [line for line in self._lines.values() if page.isAncestorOf(line)]

    def _note(self, field: WordsEdit) -> None:
        self._typed.append(field)
        self._quiet.typed()

    def _show_below(self, place: WordsEdit | None) -> None:
        for field, line in self._lines.items():
            line.show_if(field is place)
