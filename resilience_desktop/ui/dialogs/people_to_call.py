"""Who can be called: people somebody has chosen, and the help lines of a country."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content, i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.picture import Picture
from resilience_desktop.ui.widgets.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content import Country
    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.ui.theme import LookKeeper

_ANYWHERE, _ELSEWHERE = "112", "findahelpline.com"
_ONE_LINE = 24
"""Characters up to which a number is never broken; no real one has more."""
_NAME = 96
"""Text units that a longer name has at least beside its number."""
_BELOW_HEAD = 8
"""Pixels from the head of a column to its first row."""


class OwnContacts(QWidget):
    """People somebody has chosen, in their own words; or an offer to choose some."""

    change_requested = Signal()

    def __init__(self, look: LookKeeper, *, can_change: bool) -> None:
        super().__init__()
        self.setObjectName("help.people")
        self._look, self.can_change = look, can_change
        self.has_any = False
        self._offer = labels.small(
            look,
            text("A friend, family, your doctor: they would be here first."),
            "text_muted",
        )
        self._change = buttons.link(look, text("Change"), name="help.change")
        self._change.setAccessibleName(text("Change the people I have chosen"))
        self._add = buttons.quiet(
            look, text("Add people I can call"), name="help.add_people", flush=True, drawing="plus"
        )
        self._change.clicked.connect(self.change_requested)
        self._add.clicked.connect(self.change_requested)
        holder = QWidget()
        self._rows = column_in(holder, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_Head(look, text("People I have chosen"), self._change))
        column.addSpacing(_BELOW_HEAD - column.spacing())
        column.addWidget(holder)
        column.addWidget(self._offer)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for part in (self._change, self._offer, self._add):
            part.hide()  # until it is known whether there is anybody

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show these people."""
        ways = (self._change, self._add)
        had_focus = self.window().focusWidget() in ways
        self.has_any = bool(contacts)
        if had_focus:  # before one of the two goes and the keyboard with it
            way = ways[0 if self.has_any else 1]
            way.show()
            way.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change.setVisible(self.has_any and self.can_change)
        for part in (self._offer, self._add):
            part.setVisible(not self.has_any and self.can_change)
        empty(self._rows)
        for contact in contacts:
            numbers = (contact.phone,) if contact.phone else ()
            row = PersonToCall(self._look, "phone", contact.name, contact.note, numbers)
            _put(row, self._rows)

    def take_keyboard(self) -> None:
        """Give the keyboard to what leads to choosing people."""
        (self._change if self.has_any else self._add).setFocus(Qt.FocusReason.OtherFocusReason)


class CountryLines(QWidget):
    """Emergency numbers and help lines of one country, and when they were checked."""

    shown = Signal()

    def __init__(self, look: LookKeeper, code: str) -> None:
        super().__init__()
        self.setObjectName("help.lines")
        self._look = look
        self.country = ChoiceBox()
        self.country.setObjectName("help.country")
        self.country.setAccessibleName(text("Country"))
        self.country.addItem(text("Choose your country"), "")
        for country in content.countries():
            self.country.addItem(country.name, country.code)
        self.country.setCurrentIndex(max(0, self.country.findData(code)))
        holder = QWidget()
        self._rows = column_in(holder, 8)
        self._checked = labels.small(look, "", "text_muted", name="help.checked")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_Head(look, text("Help lines in"), self.country))
        column.addSpacing(_BELOW_HEAD - column.spacing())
        column.addWidget(holder)
        column.addWidget(self._checked)
        column.addStretch(1)
        self.country.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        country = content.country(self.country.currentData())
        if country is None:
            self._add(text("Emergency"), text("EU and many other countries"), (_ANYWHERE,))
            self._add(text("Free support lines by country"), "", (_ELSEWHERE,))
            self._checked.hide()
        else:
            self._show_country(country)
        self.shown.emit()

    def _show_country(self, country: Country) -> None:
        month = i18n.month(country.checked_on)
        due = country.is_due_for_a_check(today())
        if due:
            words = text("These numbers were last checked in {month}. Some may have changed.")
            caution = labels.body(self._look, words.format(month=month))
            caution.setContentsMargins(0, 8, 0, 0)
            _put(caution, self._rows)
        emergency = text(" or ").join(country.emergency)
        self._add(text("Emergency"), text("danger right now"), (emergency,))
        if due:
            self._add(_ELSEWHERE, text("free support lines by country"), ())
        for line in country.lines:
            free = text("free") if line.free else ""
            remark = ", ".join(filter(None, (free, line.hours)))
            self._add(line.name, remark, line.contacts, line.web)
        elsewhere = text("In another country: {address}").format(address=_ELSEWHERE)
        checked = text("Checked {month}.").format(month=month)
        self._checked.setText(elsewhere if due else f"{checked} {elsewhere}")
        self._checked.show()

    def _add(self, name: str, remark: str, contacts: tuple[str, ...], web: str = "") -> None:
        _put(PersonToCall(self._look, "help", name, remark, contacts, web), self._rows)


class PersonToCall(QWidget):
    """One line: who, a remark, and their numbers, large and ready to be copied."""

    def __init__(
        self,
        look: LookKeeper,
        drawing: str,
        name: str,
        remark: str,
        numbers: Iterable[str],
        web: str = "",
    ) -> None:
        super().__init__()
        self._look = look
        self._who = QWidget()
        who = column_in(self._who, 0)
        who.addWidget(labels.body(look, name))
        if remark:
            who.addWidget(labels.small(look, remark, "text_muted"))
        if web:
            site = web.removeprefix("https://").removeprefix("www.").removesuffix("/")
            who.addWidget(labels.Label(look, site, "small", "text_muted", selectable=True))
        who.addStretch()
        self._calls = QWidget()
        calls = column_in(self._calls, 0)
        for number in numbers:
            too_long = len(number) > _ONE_LINE
            call = labels.Label(look, number, "heading", selectable=True, wraps=too_long)
            call.setAccessibleName(f"{name}: {number}" if name else number)
            calls.addWidget(call)
        calls.addStretch()
        self._line_up(below=False)
        parts = BesideOrBelow(self._who, self._calls, 12, least=self._least_for_name)
        parts.turned.connect(lambda below: self._line_up(below=below))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(Picture(look, drawing, "help"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(parts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(Rule())

    def _least_for_name(self) -> int:
        """Return the width from which on a name reads well: its longest word, and some more."""
        words = [
            (word, label.font())
            for label in self._who.findChildren(labels.Label)
            for word in label.text().split()
        ]
        widths = (QFontMetricsF(font).horizontalAdvance(word) for word, font in words)
        longest = max(widths, default=0)
        return max(math.ceil(longest) + 1, min(self._who.sizeHint().width(), self._look.px(_NAME)))

    def _line_up(self, *, below: bool) -> None:
        """Let numbers start with the name when below it, and end with the row when beside it."""
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        for call in self._calls.findChildren(labels.Label):
            call.setAlignment(Qt.AlignmentFlag.AlignTop | side)


def today() -> dt.date:
    """Return the present day on this computer's clock."""
    return dt.datetime.now().astimezone().date()


def _put(widget: QWidget, rows: QVBoxLayout) -> None:
    """Add a row and let it count at once; Qt would show it, and ask how high it is, later."""
    rows.addWidget(widget)
    widget.show()


class _Head(QWidget):
    """The words above a column, as high above both so that the lines below are level."""

    def __init__(self, look: LookKeeper, words: str, control: QWidget) -> None:
        super().__init__()
        self._look = look
        label = labels.label(look, words)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        is_box = isinstance(control, ChoiceBox)
        row.addWidget(label, 0 if is_box else 1)
        row.addWidget(control, 1 if is_box else 0)
        if is_box:
            row.setAlignment(control, Qt.AlignmentFlag.AlignBottom)
        look.follow(self._dress)

    def _dress(self) -> None:
        self.setMinimumHeight(self._look.px(36))
