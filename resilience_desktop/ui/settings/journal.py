"""Settings of the journal: what comes first, and what is asked. They are kept inside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from resilience_desktop.domain.journal_settings import ENERGY, FEELINGS, JournalSettings
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.pages_first import PagesFirst
from resilience_desktop.ui.settings.section import Section, tick

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class JournalSection(Section):
    """What somebody wants to see and to be asked."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "journal", text("Journal"))
        self._context = context
        self._settings = JournalSettings()
        self._asks = {
            part: tick(f"settings.ask_{part}", words, False, partial(self._ask, part))
            for part, words in (
                (FEELINGS, text("Feelings, with how strong they are")),
                (ENERGY, text("Energy, from \N{MINUS SIGN}5 to +5")),
            )
        }
        self._quiet_line = tick(
            "settings.quiet_line",
            text("A quiet line when words sound very heavy"),
            False,
            self._set_quiet_line,
        )
        self.add(
            text("What helps you most"),
            PagesFirst(context.preferences, "settings"),
            hint=text("The pages for it come first."),
            below=True,
        )
        self.add(
            text("What a new entry asks for"),
            _below_each_other(*self._asks.values()),
            hint=text("Mood and a note are always there. The rest is one press away."),
            below=True,
        )
        self.add(
            "",
            self._quiet_line,
            hint=text(
                "It says that there are people to talk to. The words are only compared with a "
                "short list on this computer; nothing is counted, kept or sent."
            ),
        )
        self._enable(enabled=False)  # until it is known what was chosen
        context.tasks.read(lambda journal: journal.settings(), self._show, owner=self)

    def _show(self, settings: JournalSettings) -> None:
        self._settings = settings
        for part, box in self._asks.items():
            _set_silently(box, settings.asks_for(part))
        _set_silently(self._quiet_line, settings.quiet_line)
        self._enable(enabled=True)

    def _enable(self, *, enabled: bool) -> None:
        for box in (*self._asks.values(), self._quiet_line):
            box.setEnabled(enabled)

    def _ask(self, part: str, wanted: bool) -> None:
        self._keep(self._settings.asking(part, wanted=wanted))

    def _set_quiet_line(self, on: bool) -> None:
        self._keep(replace(self._settings, quiet_line=on))

    def _keep(self, settings: JournalSettings) -> None:
        before, self._settings = self._settings, settings
        tasks = self._context.tasks

        def not_kept(error: BaseException) -> None:
            if shiboken6.isValid(self):
                self._show(before)  # nothing is ticked that is not so
            tasks.work_failed.emit(error)

        tasks.write(lambda journal: journal.keep_settings(settings), owner=tasks, failed=not_kept)


def _set_silently(box: QCheckBox, on: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(on)


def _below_each_other(*parts: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return both
