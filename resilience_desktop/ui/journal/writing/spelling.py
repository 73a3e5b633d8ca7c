"""Quiet marks under words that may be misspelt, where a dictionary was chosen in the settings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QTextCursor

from resilience_desktop.i18n import text
from resilience_desktop.services.spelling import Speller, words_in
from resilience_desktop.ui.journal.writing.highlighter import qt_places

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.writing.editor import MarkdownEdit

_REST_MS = 400


class SpellCheck(QObject):
    """Looks words up off the window thread, once each; what it finds is forgotten with the note."""

    def __init__(self, context: UiContext, editor: MarkdownEdit) -> None:
        super().__init__(editor)
        self._context, self._editor = context, editor
        self._chosen: tuple[str, tuple[str, ...]] = ("", ())
        self._speller: Speller | None = None
        self._unknown: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_up)
        editor.menu_made.connect(self._add_to_menu)
        context.tasks.journal_changed.connect(self._journal_changed)
        self._read_settings()

    def wrong(self, line: str) -> list[tuple[int, int]]:
        """Return where the words of a line stand that no dictionary has, as far as is known."""
        found = []
        for start, end in words_in(line):
            word = line[start:end]
            if self._unknown.get(word):
                found.append((start, end))
            elif word not in self._unknown:
                self._asked.add(word)
        if self._asked:
            self._rest.start()
        return found

    # Which dictionary

    def _read_settings(self) -> None:
        self._context.tasks.read(lambda journal: journal.settings(), self._follow, owner=self)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read_settings()

    def _follow(self, settings: JournalSettings) -> None:
        chosen = (settings.spelling, settings.learned)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        if settings.spelling:
            self._context.tasks.compute(
                lambda: Speller(*chosen),
                self._begin,
                owner=self,
                failed=lambda _: self._begin(None),
            )
        else:
            self._begin(None)

    def _begin(self, speller: Speller | None) -> None:
        self._speller, self._unknown, self._asked = speller, {}, set()
        highlighter = self._editor.highlighter
        highlighter.wrong = None if speller is None else self.wrong
        highlighter.rehighlight()

    # Looking up

    def _look_up(self) -> None:
        speller, words = self._speller, self._asked
        if speller is None or not words:
            return
        self._asked = set()

        def take(unknown: set[str]) -> None:
            if speller is self._speller:
                self._unknown.update((word, word in unknown) for word in words)
                self._mark(unknown)

        self._context.tasks.compute(lambda: speller.unknown(words), take, owner=self)

    def _mark(self, unknown: set[str]) -> None:
        """Give the lines with these words their marks, and leave the others alone."""
        block = self._editor.document().begin()
        while unknown and block.isValid():
            line = block.text()
            if any(line[start:end] in unknown for start, end in words_in(line)):
                self._editor.highlighter.rehighlightBlock(block)
            block = block.next()

    # Suggestions

    def _add_to_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        found = self._word_at(cursor)
        speller, first = self._speller, next(iter(menu.actions()), None)
        if found is None or speller is None or first is None:
            return
        word, place = found
        learn = QAction(text("Learn this word"), menu)
        learn.setObjectName("journal.note.learn")
        learn.triggered.connect(partial(self._learn, word))
        menu.insertAction(first, learn)
        menu.insertSeparator(first)

        def offer(suggestions: list[str]) -> None:
            if shiboken6.isValid(menu):
                for suggestion in suggestions:
                    action = QAction(suggestion, menu)
                    action.triggered.connect(partial(self._put, place, suggestion))
                    menu.insertAction(learn, action)

        self._context.tasks.compute(lambda: speller.suggestions(word), offer, owner=self)

    def _word_at(self, cursor: QTextCursor) -> tuple[str, QTextCursor] | None:
        """Return the marked word at a place, and a cursor that has it selected."""
        block, at = cursor.block(), cursor.positionInBlock()
        line = block.text()
        places = qt_places(line)
        for start, end in words_in(line):
            if places(start) <= at <= places(end) and self._unknown.get(line[start:end]):
                place = QTextCursor(block)
                place.setPosition(block.position() + places(start))
                move = QTextCursor.MoveMode.KeepAnchor
                place.setPosition(block.position() + places(end), move)
                return line[start:end], place
        return None

    def _put(self, place: QTextCursor, suggestion: str) -> None:
        place.insertText(suggestion)

    def _learn(self, word: str) -> None:
        def keep(journal: Journal) -> Changes:
            settings = journal.settings()
            learned = (*(w for w in settings.learned if w != word), word)
            return journal.keep_settings(replace(settings, learned=learned))

        self._context.tasks.write(keep, owner=self)
