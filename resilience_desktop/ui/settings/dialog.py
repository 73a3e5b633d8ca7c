"""The settings dialog: sections on the left, and a search over all of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.about import AboutSection
from resilience_desktop.ui.settings.appearance import AppearanceSection
from resilience_desktop.ui.settings.help_lines import HelpLinesSection
from resilience_desktop.ui.settings.journal import JournalSection
from resilience_desktop.ui.settings.language import LanguageSection
from resilience_desktop.ui.settings.records import RecordsSection
from resilience_desktop.ui.settings.reminders import RemindersSection
from resilience_desktop.ui.settings.safety import SafetySection
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.section import Section


class SettingsDialog(Dialog):
    """Every change holds at once and is kept."""

    first_steps_requested = Signal()

    def __init__(
        self, context: UiContext, folder: Path, parent: QWidget, *, section: str = "appearance"
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(text("Settings"))
        self._context, self._look = context, context.look
        self._place = 0
        about = AboutSection(context.look)
        about.first_steps_requested.connect(self.first_steps_requested)
        about.first_steps_requested.connect(self.accept)
        self.sections: tuple[Section, ...] = (
            AppearanceSection(context),
            JournalSection(context),
            RecordsSection(context),
            RemindersSection(context),
            SafetySection(context, folder),
            HelpLinesSection(context),
            LanguageSection(context),
            about,
        )
        self.search = LineField()
        self.search.setObjectName("settings.search")
        self.search.setAccessibleName(text("Search the settings"))
        self.search.setPlaceholderText(text("Search the settings"))
        self.names = QListWidget()
        self.names.setObjectName("settings.sections")
        self.names.setAccessibleName(text("Sections"))
        self.names.setProperty("kind", "sections")
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in self.sections:
            item = QListWidgetItem(part.title, self.names)
            item.setData(Qt.ItemDataRole.UserRole, part.key)
        self._nothing = labels.muted(
            self._look, text("Nothing found. Another word may lead there."), name="settings.nothing"
        )
        self._lay_out()
        self._say_found = QTimer(self, singleShot=True, interval=600)
        self._say_found.timeout.connect(self._announce_found)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.focusNextChild)
        self.names.currentRowChanged.connect(self._show_section)
        self._look.look_changed.connect(self._fit)
        self.show_section(section)
        self._fit()

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    def show_section(self, key: str) -> None:
        """Show one section; with a name behind a dot, one of its settings."""
        key, _, place = key.partition(".")
        row = [section.key for section in self.sections].index(key)
        self.names.setCurrentRow(row)
        self.sections[row].go_to(place)

    def _show_section(self, place: int) -> None:
        if place < 0:  # none is chosen while someone searches
            return
        self._place = place
        self.names.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self.search.text():
            with QSignalBlocker(self.search):
                self.search.clear()
        for section in self.sections:
            section.show_matching("")
            section.setVisible(section is self.sections[place])
        self._nothing.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def _find(self, words: str) -> None:
        """Show every setting that these words lead to, whatever its section."""
        if not words.strip():
            self.names.setCurrentRow(self._place)
            return
        # Tab goes on to what was found; a list that gets the keyboard would choose a section.
        self.names.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.names.setCurrentRow(-1)
        found = [section.show_matching(words.strip()) for section in self.sections]
        self._nothing.setVisible(not any(found))
        self._scroll.verticalScrollBar().setValue(0)
        self._say_found.start()

    def _announce_found(self) -> None:
        count = sum(
            setting.isVisibleTo(self) for section in self.sections for setting in section.settings
        )
        if self.search.text().strip():
            announce(self, text("{n} settings found").format(n=count))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 20, 24)
        column.setSpacing(40)
        for section in self.sections:
            column.addWidget(section)
        column.addWidget(self._nothing)
        column.addStretch()
        self._scroll = ScrollPane("settings.scroll", inside)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.search)
        left.addWidget(self.names, 1)
        close = buttons.quiet(self._look, text("Close"), name="settings.close")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        at_once = text("Changes take effect at once.")
        foot.addWidget(labels.small(self._look, at_once, "text_muted"), 1)
        foot.addWidget(close)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._scroll, 1)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 12, 16)
        row.setSpacing(32)
        row.addLayout(left)
        row.addLayout(right, 1)

    def _fit(self) -> None:
        """Take the room the dialog needs, never more than its window has."""
        look = self._look
        resize_within_window(self, look.px(860), look.px(620))
        side = min(look.px(208), self.width() * 3 // 10)
        for place in range(self.names.count()):
            self.names.item(place).setSizeHint(QSize(0, look.px(36)))
        self.search.setFixedWidth(side)
        self.names.setFixedWidth(side)
