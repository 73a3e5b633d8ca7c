"""Help now: people to call, in words and large numbers. It needs no journal and no network."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop import content, i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import empty
from resilience_desktop.ui.widgets.picture import Picture
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from resilience_desktop.content import Country
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.theme import LookKeeper


class HelpDialog(QDialog):
    """Emergency numbers and help lines of one country."""

    def __init__(self, look: LookKeeper, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(text("Help now"))
        self._look, self._preferences = look, preferences
        wording = content.help_wording()
        self.country = ChoiceBox()
        self.country.setObjectName("help.country")
        self.country.setAccessibleName(text("Country"))
        self.country.addItem(text("Choose your country"), "")
        for country in content.countries():
            self.country.addItem(country.name, country.code)
        self._list = QWidget()
        self._lines = QGridLayout(self._list)
        self._lines.setContentsMargins(0, 0, 12, 0)
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(8)
        self._lines.setColumnStretch(1, 1)
        self._checked = labels.small(look, "", "text_muted", name="help.checked")
        self._checked.setText(content.help_elsewhere())
        close = buttons.quiet(look, text("Close"), name="help.close")
        close.clicked.connect(self.accept)
        choose = QHBoxLayout()
        choose.addWidget(labels.label(look, text("Country")))
        choose.addWidget(self.country, 1)
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(12)
        words.addWidget(labels.title(look, wording["card_title"]))
        words.addWidget(
            labels.muted(
                look,
                text(
                    "If you might act on thoughts of hurting yourself, or you are not safe, "
                    "please contact emergency services or a crisis line now."
                ),
            )
        )
        words.addLayout(choose)
        words.addWidget(self._list)
        words.addWidget(self._checked)
        words.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 24, 20)
        column.setSpacing(12)
        column.addWidget(ScrollPane("help.scroll", inside), 1)
        column.addWidget(Rule())
        foot = f"{wording['after']} {wording['footer']}"
        column.addWidget(labels.small(look, foot, "text_muted", name="help.foot"))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        # Never larger than the window: what to do and the way out stay in sight.
        room = parent.window().size()
        self.resize(min(look.px(620), room.width() - 40), min(look.px(640), room.height() - 40))
        self.country.setCurrentIndex(max(0, self.country.findData(self._suggested())))
        self.country.activated.connect(self._remember)
        self.country.currentIndexChanged.connect(self._show)
        self._show()

    def _suggested(self) -> str:
        """Return the country that was chosen, else the one of this computer."""
        chosen = self._preferences.settings.country
        system = QLocale.territoryToCode(QLocale.system().territory())
        return chosen if content.country(chosen) else system

    def _remember(self) -> None:
        settings = self._preferences.settings
        self._preferences.set(replace(settings, country=self.country.currentData()))

    def _show(self) -> None:
        empty(self._lines)
        country = content.country(self.country.currentData())
        if country is not None:
            self._show_country(country)
            checked = dt.date.fromisoformat(content.help_lines_checked_on())
            month = f"{i18n.month_name(checked.month)} {checked.year}"
            words = text("Checked {month}.").format(month=month)
            self._checked.setText(f"{words} {content.help_elsewhere()}")
        else:
            self._checked.setText("")
            self._lines.addWidget(labels.body(self._look, content.help_elsewhere()), 0, 0, 1, 3)
        self._lines.setRowStretch(self._lines.rowCount(), 1)

    def _show_country(self, country: Country) -> None:
        emergency = text(" or ").join(country.emergency)
        self._add(text("Emergency"), text("danger right now"), (emergency,), "")
        for line in country.lines:
            self._add(line.name, line.hours, line.contacts, line.web)

    def _add(self, name: str, remark: str, contacts: tuple[str, ...], web: str) -> None:
        look, row = self._look, self._lines.rowCount()
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(labels.body(look, name))
        if remark:
            who.addWidget(labels.small(look, remark, "text_muted"))
        if web:
            site = web.removeprefix("https://").removeprefix("www.").removesuffix("/")
            address = labels.Label(look, site, "small", "text_muted", selectable=True)
            address.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            who.addWidget(address)
        holder = QWidget()
        holder.setLayout(who)
        who.setContentsMargins(0, 0, 0, 0)
        numbers = QVBoxLayout()
        numbers.setContentsMargins(0, 0, 0, 0)
        for contact in contacts:
            number = labels.Label(look, contact, "heading", selectable=True, wraps=False)
            number.setAccessibleName(f"{name}: {contact}")
            numbers.addWidget(number, 0, Qt.AlignmentFlag.AlignRight)
        right = QWidget()
        right.setLayout(numbers)
        self._lines.addWidget(Picture(look, "help", "help"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(holder, row, 1, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(right, row, 2, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(Rule(), row + 1, 0, 1, 3)
