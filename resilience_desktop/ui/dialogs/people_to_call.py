"""Who can be called: people somebody has chosen, and the help lines of a country."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content, i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.picture import Picture
from resilience_desktop.ui.widgets.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content import Country
    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.ui.theme import LookKeeper

_ELSEWHERE = "findahelpline.com"
_ONE_LINE = 24
"""Characters up to which a number is never broken; no real one has more."""


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
            text("A friend, family, your doctor: they would stand here first."),
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
        column.addWidget(holder)
        column.addWidget(self._offer)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for part in (self._change, self._offer, self._add):
            part.hide()  # until it is known whether there is anybody

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show these people."""
        self.has_any = bool(contacts)
        self._change.setVisible(self.has_any and self.can_change)
        for part in (self._offer, self._add):
            part.setVisible(not self.has_any and self.can_change)
        empty(self._rows)
        for contact in contacts:
            numbers = (contact.phone,) if contact.phone else ()
            row = PersonToCall(self._look, "phone", contact.name, contact.note, numbers)
            _put(row, self._rows)


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
        column.addWidget(holder)
        column.addWidget(self._checked)
        column.addStretch(1)
        self.country.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        country = content.country(self.country.currentData())
        if country is None:
            _put(labels.body(self._look, content.help_elsewhere()), self._rows)
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
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(labels.body(look, name))
        if remark:
            who.addWidget(labels.small(look, remark, "text_muted"))
        if web:
            site = web.removeprefix("https://").removeprefix("www.").removesuffix("/")
            who.addWidget(labels.Label(look, site, "small", "text_muted", selectable=True))
        calls = QVBoxLayout()
        calls.setSpacing(0)
        for number in numbers:
            too_long = len(number) > _ONE_LINE
            call = labels.Label(look, number, "heading", selectable=True, wraps=too_long)
            call.setAccessibleName(f"{name}: {number}" if name else number)
            call.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            calls.addWidget(call)
        calls.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(Picture(look, drawing, "help"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(who, 1)
        row.addLayout(calls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(Rule())


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
        row.addWidget(label, 0 if isinstance(control, ChoiceBox) else 1)
        row.addWidget(control, 1 if isinstance(control, ChoiceBox) else 0)
        look.follow(self._dress)

    def _dress(self) -> None:
        self.setMinimumHeight(self._look.px(36))
