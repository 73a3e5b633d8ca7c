"""The menu in the header: what is needed now and then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.keys import TOOLKIT_KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.preferences import Preferences


class MainMenu(QMenu):
    """Wishes, each told by a signal."""

    settings_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    sealed_requested = Signal()
    bin_requested = Signal()
    tags_requested = Signal()
    patterns_requested = Signal()
    cards_requested = Signal()
    insights_requested = Signal()
    story_requested = Signal()
    quick_entry_requested = Signal()
    toolkit_requested = Signal()
    talk_requested = Signal()
    protection_requested = Signal()
    theme_chosen = Signal(str)
    text_size_step_requested = Signal(int)
    """One step larger or smaller, or 0 for the usual size."""
    about_requested = Signal()
    quit_requested = Signal()

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self.setObjectName("menu")
        self._window, self._preferences = window, preferences
        self._themes: dict[str, QAction] = {}
        self._add("quick", text("Note a mood ..."), self.quick_entry_requested.emit, "Ctrl+M")
        words = text("My toolkit ...")  # the window has its key, also where this menu is not
        self._add("toolkit", f"{words}\t{TOOLKIT_KEY}", self.toolkit_requested.emit)
        self._add("talk", text("When to talk to someone ..."), self.talk_requested.emit)
        self.addSeparator()
        self._add("settings", text("Settings ..."), self.settings_requested.emit, "Ctrl+,")
        self.addMenu(self._looks())
        self.addMenu(self._lists())
        self.addSeparator()
        self.addMenu(self._files())
        self._add("bin", text("The bin ..."), self.bin_requested.emit)
        self.addSeparator()
        words = text("How your journal is protected ...")
        self._add("protection", words, self.protection_requested.emit)
        self._add("about", text("About Resilience"), self.about_requested.emit)
        self._add("quit", text("Quit"), self.quit_requested.emit)

    def _lists(self) -> QMenu:
        """Return what somebody keeps besides entries and records."""
        return self._below(
            text("Patterns, cards and tags"),
            ("patterns", text("Thinking patterns ..."), self.patterns_requested),
            ("cards", text("Coping cards ..."), self.cards_requested),
            ("insights", text("Notes to keep ..."), self.insights_requested),
            ("story", text("My story ..."), self.story_requested),
            ("tags", text("Tags ..."), self.tags_requested),
        )

    def _files(self) -> QMenu:
        """Return what comes in, goes out, and is locked away."""
        return self._below(
            text("Files"),
            ("import", text("Bring in entries ..."), self.import_requested),
            ("export", text("Save everything as a file ..."), self.export_requested),
            ("sealed", text("Sealed pages ..."), self.sealed_requested),
        )

    def _below(self, title: str, *wishes: tuple[str, str, SignalInstance]) -> QMenu:
        menu = QMenu(title, self)
        for name, words, wish in wishes:
            menu.addAction(self._add(name, words, wish.emit, shown=False))
        return menu

    def _looks(self) -> QMenu:
        menu = QMenu(text("Colours and text size"), self)
        group = QActionGroup(menu)
        themes = {
            "system": text("Like the system"),
            "light": text("Light"),
            "dark": text("Dark"),
            "contrast": text("High contrast"),
        }
        for name, words in themes.items():
            self._themes[name] = action = QAction(words, menu)
            action.setObjectName(f"menu.theme_{name}")
            action.setCheckable(True)
            action.triggered.connect(partial(self.theme_chosen.emit, name))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        menu.addActions(self._text_sizes())
        self._preferences.changed.connect(self._follow_theme)
        self._follow_theme()
        return menu

    def _text_sizes(self) -> list[QAction]:
        step = self.text_size_step_requested.emit
        return [
            self._add(name, words, partial(step, by), keys, shown=False)
            for name, words, by, keys in (
                ("larger", text("Larger text"), 1, "Ctrl++"),
                ("smaller", text("Smaller text"), -1, "Ctrl+-"),
                ("usual", text("Usual text"), 0, "Ctrl+0"),
            )
        ]

    def _follow_theme(self) -> None:
        self._themes[self._preferences.settings.theme].setChecked(True)

    def _add(
        self,
        name: str,
        words: str,
        work: Callable[[], object],
        keys: str = "",
        *,
        shown: bool = True,
    ) -> QAction:
        action = QAction(words, self)
        action.setObjectName(f"menu.{name}")
        action.triggered.connect(lambda: work())
        if keys:
            action.setShortcut(QKeySequence(keys))
            self._window.addAction(action)  # so that the keys work while it is closed
        if shown:
            self.addAction(action)
        return action
