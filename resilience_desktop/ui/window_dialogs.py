"""Every dialog that can be opened over the main window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from resilience_desktop.ui.toolkit.hand_keeper import HandKeeper
from resilience_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QDialog

    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.main_window import MainWindow
    from resilience_desktop.ui.menu import MainMenu


class WindowDialogs(QObject):
    """Opens dialogs; each is read in when it is first asked for."""

    def __init__(self, window: MainWindow, context: UiContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._hand = HandKeeper(context, window)
        wanted = context.navigator
        wanted.import_requested.connect(self.show_import)
        wanted.sealed_requested.connect(self.show_sealed)
        wanted.quick_entry_requested.connect(self.show_quick_entry)
        wanted.settings_requested.connect(self.show_settings)
        wanted.cards_requested.connect(self.show_cards)
        wanted.insights_requested.connect(self.show_insights)
        wanted.setback_requested.connect(self.show_setback)
        wanted.story_requested.connect(self.show_story)
        wanted.month_look_requested.connect(self.show_month_look)
        wanted.tags_requested.connect(self.show_tags)
        wanted.patterns_requested.connect(self.show_patterns)
        wanted.practice_requested.connect(self.show_practice)
        wanted.toolkit_requested.connect(self.show_toolkit)

    def follow(self, menu: MainMenu) -> None:
        """Open what is chosen in the menu."""
        menu.settings_requested.connect(partial(self.show_settings))
        menu.import_requested.connect(self.show_import)
        menu.sealed_requested.connect(self.show_sealed)
        menu.bin_requested.connect(self.show_bin)
        menu.tags_requested.connect(self.show_tags)
        menu.patterns_requested.connect(partial(self.show_patterns))
        menu.talk_requested.connect(self.show_talk)
        menu.cards_requested.connect(partial(self.show_cards))
        menu.insights_requested.connect(partial(self.show_insights))
        menu.story_requested.connect(self.show_story)
        menu.quick_entry_requested.connect(self.show_quick_entry)
        menu.toolkit_requested.connect(self._window.show_toolkit)
        menu.protection_requested.connect(self.show_protection)
        menu.about_requested.connect(partial(self.show_settings, "about"))

    def open(self, dialog: QDialog) -> None:
        """Open a dialog that is gone once it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(dialog, self._context.look)
        dialog.open()

    def show_settings(self, section: str = "appearance") -> None:
        """Open the settings."""
        from resilience_desktop.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._context, self._window.folder, self._window, section=section)
        dialog.first_steps_requested.connect(self.show_first_steps)
        self.open(dialog)

    def show_first_steps(self) -> None:
        """Show again what the first pages say and ask."""
        from resilience_desktop.ui.dialogs.beginning import FirstStepsDialog

        dialog = FirstStepsDialog(self._context, self._window.folder, self._window)
        dialog.demo_requested.connect(self._window.demo_requested)
        self.open(dialog)

    def show_import(self) -> None:
        """Open the dialog that brings entries in."""
        from resilience_desktop.ui.dialogs.import_entries import ImportDialog

        self.open(ImportDialog(self._context, self._window))

    def show_quick_entry(self) -> None:
        """Open the quick form over whatever is there, or go on in it."""
        from resilience_desktop.ui.dialogs.quick_entry import QuickEntry

        there = self._window.findChildren(QuickEntry)
        if self._window.is_open and not any(form.isVisible() for form in there):
            self.open(QuickEntry(self._context, self._window))

    def read_toolkit(self) -> None:
        """Have the toolkit of the journal that is open now ready."""
        self._hand.read()

    def show_toolkit(self, skill: str = "") -> None:
        """Open the toolkit over whatever is there, perhaps with a skill that begins at once."""
        dialog = self._hand.dialog(skill, self._window.folder)
        if dialog is not None:
            self.open(dialog)

    def show_practice(self, id_: str) -> None:
        """Open one use of a skill, to be read."""
        from resilience_desktop.services.known_skills import KnownSkills
        from resilience_desktop.ui.dialogs.practice import PracticeDialog

        def show(found: tuple[Practice, KnownSkills]) -> None:
            practice, known = found
            skill = known.skill(practice.skill)
            if self._window.is_open:
                PracticeDialog(self._context, self._window, practice, skill).open()

        self._context.tasks.read(
            lambda journal: (journal.practices.get(id_), KnownSkills.of(journal)),
            show,
            owner=self._window,
            latest="practice",
        )

    def show_talk(self) -> None:
        """Open what helps to see whether it is time to talk to someone."""
        from resilience_desktop.ui.dialogs.talk import TalkDialog

        if self._window.is_open:
            self.open(TalkDialog(self._context, self._window))

    def show_tags(self) -> None:
        """Open the dialog with all tags; what is being typed is in the journal by then."""
        from resilience_desktop.ui.dialogs.tags import TagsDialog

        self._window.save_now()
        self.open(TagsDialog(self._context, self._window))

    def show_patterns(self, pattern: str = "") -> None:
        """Open the library of thinking patterns; what is being typed is in the journal by then."""
        from resilience_desktop.ui.dialogs.patterns import PatternsDialog

        self._window.save_now()
        self.open(PatternsDialog(self._context, self._window, pattern))

    def show_cards(self, card: str = "") -> None:
        """Open the coping cards."""
        from resilience_desktop.ui.dialogs.cards import CardsDialog

        self._window.save_now()
        self.open(CardsDialog(self._context, self._window, card))

    def show_insights(self, insight: str = "", link: str = "") -> None:
        """Open the notes to keep, perhaps with a page to link."""
        from resilience_desktop.ui.dialogs.insights import InsightsDialog

        self._window.save_now()
        self.open(InsightsDialog(self._context, self._window, insight, link))

    def show_setback(self, days: tuple[dt.date, dt.date] | None = None) -> None:
        """Begin a note after a setback, or look back at some days."""
        from resilience_desktop.ui.dialogs.insights import InsightsDialog

        self._window.save_now()
        dialog = InsightsDialog(self._context, self._window, days=days)
        self.open(dialog)
        dialog.begin_setback(days)

    def show_story(self) -> None:
        """Open somebody's own story."""
        from resilience_desktop.ui.dialogs.story import StoryDialog

        self._window.save_now()
        self.open(StoryDialog(self._context, self._window))

    def show_month_look(self) -> None:
        """Open the look at this month."""
        from resilience_desktop.ui.dialogs.month_look import MonthLookDialog

        self._window.save_now()
        self.open(MonthLookDialog(self._context, self._window))

    def show_bin(self) -> None:
        """Open the bin."""
        from resilience_desktop.ui.dialogs.bin import BinDialog

        self.open(BinDialog(self._context, self._window))

    def show_sealed(self) -> None:
        """Open the list of sealed pages."""
        from resilience_desktop.ui.dialogs.sealed import SealedDialog

        self.open(SealedDialog(self._context, self._window))

    def show_move(self) -> None:
        """Offer to move the journal into another folder."""
        from resilience_desktop.ui.settings.move_dialog import MoveDialog

        MoveDialog(self._context, self._window.folder, self._window).open()

    def show_protection(self) -> None:
        """Say how the journal is protected, and how not."""
        from resilience_desktop.ui.dialogs.protection import ProtectionDialog

        self.open(ProtectionDialog(self._context.look, self._window))
