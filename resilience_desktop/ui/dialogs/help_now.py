"""Help now: people to call, in words and large numbers. It needs no journal and no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.services.contacts import contacts_when_locked
from resilience_desktop.services.known_skills import KnownSkills, is_written
from resilience_desktop.ui.dialogs.own_helpers import OwnHelpers
from resilience_desktop.ui.dialogs.own_toolkit import OwnToolkit
from resilience_desktop.ui.dialogs.own_words import OwnWords
from resilience_desktop.ui.dialogs.people_to_call import CountryLines, OwnContacts
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QDialog

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.domain.helper import Helper
    from resilience_desktop.ui.context import UiContext

_WIDE, _WIDE_ENOUGH, _BESIDE = 784, 620, 680
"""Text units: how wide the dialog would like to be with two columns and with one, and from where
on there are two if the parts fit."""
_BETWEEN, _BETWEEN_ROWS = 40, 24
"""Pixels between the two parts beside and below each other."""
_HIGH = 600
"""Text units of the window from which the last line is always in sight."""
_AROUND = 40
"""Pixels of the window that stay in sight."""
_SIDE, _BAR = 32, 12
"""The margin at the sides, and the part of it that the scroll bar may take."""


class HelpDialog(Dialog):
    """Own contacts first, then emergency numbers and help lines of one country."""

    def __init__(self, context: UiContext, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(text("Help now"))
        self._context, self._folder, self._window = context, folder, parent.window()
        self._look = look = context.look
        wording = content.help_wording()
        self._title = labels.title(look, wording["card_title"])
        self._leave = buttons.IconButton(look, "close", text("Close"), name="help.leave")
        self._advice = labels.muted(
            look,
            text(
                "If you might act on thoughts of hurting yourself, or you are not safe, "
                "please contact emergency services or a crisis line now."
            ),
        )
        self.people = OwnContacts(look, can_change=context.tasks.has_journal)
        self._helpers = OwnHelpers(look)
        self._words = OwnWords(look)
        self._toolkit = OwnToolkit(look)
        self._mine = QWidget()
        self.lines = CountryLines(look, self._first_country())
        self.country = self.lines.country
        self._settle = buttons.plain(
            look, text("Settle for two minutes"), name="help.settle", drawing="wind"
        )
        self._close = buttons.quiet(look, text("Close"), name="help.close")
        foot = f"{wording['after']} {wording['footer']}"
        self._foot = labels.small(look, foot, "text_muted", name="help.foot")
        self._foot_rule = Rule()
        self._lay_out()
        self._connect()
        self._read_contacts()
        self._read_helpers()
        self._read_cards()
        self._read_toolkit()
        has_people = self.people.has_any or self.people.can_change
        wide = look.px(_WIDE if has_people else _WIDE_ENOUGH)
        self.resize(min(wide, self._window.width() - _AROUND), 0)
        self._fit()  # Qt tells a window of its size only when it is shown
        self._close.setFocus()

    # What it shows

    def _first_country(self) -> str:
        """Return the country that was chosen, else the one of this computer."""
        chosen = self._context.preferences.settings.country
        system = QLocale.territoryToCode(QLocale.system().territory())
        return chosen if content.country(chosen) else system

    def _remember_country(self) -> None:
        self._context.preferences.change(country=self.country.currentData())

    def _read_contacts(self) -> None:
        """Show the people in the journal, or those that may be seen while it is locked."""
        if not self._context.tasks.has_journal:
            self._show_contacts(contacts_when_locked(self._folder))
            return
        self._context.tasks.read(
            lambda journal: journal.contacts.all(),
            self._show_contacts,
            owner=self,
            # Whatever is wrong with the journal, this is not the moment to say so.
            failed=lambda _error: self._show_contacts(contacts_when_locked(self._folder)),
        )

    def _show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        self.people.show_contacts(contacts)
        self._fit()

    def _read_helpers(self) -> None:
        """Show the own help list; it is only in the journal, so not while it is locked."""
        if not self._context.tasks.has_journal:
            return

        def show(helpers: list[Helper]) -> None:
            self._helpers.show_helpers(helpers)
            self._fit()

        self._context.tasks.read(
            lambda journal: journal.helpers.all(), show, owner=self, failed=lambda _error: None
        )

    def _read_cards(self) -> None:
        """Show the coping cards; they are only in the journal, so not while it is locked."""
        if not self._context.tasks.has_journal:
            return

        def show(cards: list[CopingCard]) -> None:
            self._words.show_cards(cards)
            self._fit()

        self._context.tasks.read(
            lambda journal: journal.cards.all(), show, owner=self, failed=lambda _error: None
        )

    def _read_toolkit(self) -> None:
        """Show the toolkit, and things that help."""
        if not self._context.tasks.has_journal:
            return

        def show(known: KnownSkills) -> None:
            self._toolkit.show_known(known)
            self._fit()

        self._context.tasks.read(KnownSkills.of, show, owner=self, failed=lambda _error: None)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.toolkit:
            self._read_toolkit()
        if changes.contacts:
            self._read_contacts()
        if changes.helpers:
            self._read_helpers()
        if changes.cards:
            self._read_cards()

    # Where it leads

    def _open_settle(self) -> None:
        from resilience_desktop.ui.dialogs.settle import SettleDialog

        self._open(SettleDialog(self._look, self._context.preferences, self))

    def _use(self, skill: Skill) -> None:
        """Begin a skill over this, or go to the page where it is written in."""
        if is_written(skill):
            self.accept()
            self._context.navigator.open_skill(skill.id)
        else:
            self._context.navigator.toolkit_requested.emit(skill.id)

    def _open_contacts(self) -> None:
        from resilience_desktop.ui.dialogs.contacts import ContactsDialog

        dialog = ContactsDialog(self._context, self)
        dialog.finished.connect(self.people.take_keyboard)
        self._open(dialog)

    def _open_helpers(self) -> None:
        from resilience_desktop.ui.dialogs.helpers import HelpersDialog

        dialog = HelpersDialog(self._context, self)
        dialog.finished.connect(self._helpers.take_keyboard)
        self._open(dialog)

    def _open_cards(self) -> None:
        from resilience_desktop.ui.dialogs.cards import CardsDialog

        dialog = CardsDialog(self._context, self)
        dialog.finished.connect(self._words.take_keyboard)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(dialog, self._look)
        dialog.open()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """People and country beside each other where both fit.

        People come first if there are any. The last line scrolls with the rest where large text
        needs all the height.
        """
        has_people = self.people.has_any or self.people.can_change
        order = (self._mine, self.lines) if self.people.has_any else (self.lines, self._mine)
        needed = sum(part.minimumSizeHint().width() for part in order) + _BETWEEN
        room = self._room() - 2 * _BAR  # the scroll bar, and the margin beside it
        beside = has_people and self.width() >= self._look.px(_BESIDE) and needed <= room
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._columns.setSpacing(_BETWEEN if beside else _BETWEEN_ROWS)
        if self._columns.indexOf(order[0]) > 0:
            self._columns.insertWidget(0, order[0], 1)
            order[1].raise_()  # a screen reader goes through them in this order
        self._mine.setVisible(has_people)
        is_high = self._window.height() >= self._look.px(_HIGH)
        place = self._below if is_high else self._inside
        for widget in (self._foot_rule, self._foot):
            place.addWidget(widget)

    def _grow(self) -> None:
        """Be as high as everything in it, and never higher than the window."""
        self._inside.activate()
        around = self._outside.heightForWidth(self.width()) - self._scroll.sizeHint().height()
        wanted = around + self._inside.heightForWidth(self._room())
        most = self._window.height() - _AROUND
        self.resize(self.width(), min(max(wanted, self.height()), most))

    def _room(self) -> int:
        """Return how wide the part that scrolls is."""
        margins = self._outside.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _fit(self) -> None:
        self._arrange()
        self._grow()

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, _BAR, 8)
        self._inside.setSpacing(16)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        mine = column_in(self._mine, 0)
        mine.addWidget(self.people)
        mine.addWidget(self._helpers)
        mine.addWidget(self._words)
        mine.addWidget(self._toolkit)
        mine.addStretch(1)
        self._columns.addWidget(self._mine, 1)
        self._columns.addWidget(self.lines, 1)
        self._inside.addWidget(self._advice)
        self._inside.addLayout(self._columns)
        self._scroll = ScrollPane("help.scroll", inside)
        actions = QHBoxLayout()
        actions.addWidget(self._settle)
        actions.addStretch()
        actions.addWidget(self._close)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, _BAR, 0)
        self._below.setSpacing(12)
        self._below.addLayout(actions)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(_SIDE, 28, _SIDE - _BAR, 20)
        self._outside.setSpacing(12)
        self._outside.addLayout(head)
        self._outside.addWidget(self._scroll, 1)
        self._outside.addLayout(self._below)

    def _connect(self) -> None:
        for way_out in (self._leave, self._close):
            way_out.clicked.connect(self.accept)
        self._settle.clicked.connect(self._open_settle)
        self.people.change_requested.connect(self._open_contacts)
        self._helpers.change_requested.connect(self._open_helpers)
        self._words.change_requested.connect(self._open_cards)
        self._toolkit.skill_chosen.connect(self._use)
        self.country.activated.connect(self._remember_country)
        self.lines.shown.connect(self._fit)
        self._context.tasks.journal_changed.connect(self._journal_changed)
        # Later, when every label has taken its new size.
        queued = Qt.ConnectionType.QueuedConnection
        self._look.look_changed.connect(self._arrange, queued)
