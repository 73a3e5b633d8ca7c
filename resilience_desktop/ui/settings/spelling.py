"""Whether the spelling of notes is looked at, with the dictionaries of this computer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.spelling import languages
from resilience_desktop.ui.settings.section import choice
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class Spelling(QWidget):
    """A language to choose, and the words that were learned; nothing where nothing can check."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("settings.spelling")
        self._context = context
        self._languages = languages()
        words = {"": text("Off")} | {name: language_name(name) for name in self._languages}
        self._choice = choice("settings.spelling.language", words, "", self._choose)
        self._choice.setAccessibleName(text("Spelling in notes"))
        self._choice.setEnabled(False)  # until it is known what was chosen
        look = context.look
        self._learned_title = labels.small(look, text("Words you had it learn:"), "text_muted")
        self._learned = LineList(
            look, name="settings.spelling.learned", spoken=text("Learned word {n}")
        )
        self._learned.changed.connect(self._keep_learned)
        column = column_in(self, 4)
        column.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._learned_title)
        column.addWidget(self._learned)
        self._choice.setVisible(bool(self._languages))
        self._show_learned(())
        context.tasks.read(lambda journal: journal.settings(), self._show, owner=self)

    def hint(self) -> str:
        """Return what can be done here, or why nothing can."""
        if self._languages:
            return text(
                "Words that the dictionary does not have get a thin line. It is the dictionary of "
                "this computer, and nothing is sent."
            )
        return text(
            "There is nothing on this computer that this app can check spelling with. It can use "
            "Hunspell with its dictionaries, which come with many Linux systems."
        )

    def _show(self, settings: JournalSettings) -> None:
        self._choice.setCurrentIndex(max(0, self._choice.findData(settings.spelling)))
        self._choice.setEnabled(True)
        self._show_learned(settings.learned)

    def _show_learned(self, learned: tuple[str, ...]) -> None:
        self._learned.set_lines(learned)
        for part in (self._learned_title, self._learned):
            part.setVisible(bool(learned) and bool(self._languages))

    def _choose(self, language: str) -> None:
        def keep(journal: Journal) -> Changes:
            return journal.keep_settings(replace(journal.settings(), spelling=language))

        self._context.tasks.write(keep, owner=self._context.tasks)

    def _keep_learned(self) -> None:
        learned = tuple(word for _, word in self._learned.lines())

        def keep(journal: Journal) -> Changes:
            return journal.keep_settings(replace(journal.settings(), learned=learned))

        self._context.tasks.write(keep, owner=self._context.tasks)


def language_name(name: str) -> str:
    """Return a language in its own words."""
    locale = QLocale(name)
    language = locale.nativeLanguageName() or name
    if "_" not in name or not locale.nativeTerritoryName():
        return language
    return f"{language} ({locale.nativeTerritoryName()})"
