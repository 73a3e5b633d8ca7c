"""A field where a day and a time are typed, with a calm calendar."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.typed_day import (
    EARLIEST,
    Names,
    Problem,
    Typed,
    moved,
    typed_day,
)
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.keys import takes_escape
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.calendar_popup import CalendarPopup

_REST_MS = 900
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_NUMBER_OR_WORD = re.compile(r"\w+")


class DayTimeEdit(QWidget):
    """Chooses a wall time, without a zone.

    What is typed becomes that day at once, or stays to be seen with the reason below it; ``when``
    is then what it was before.
    """

    when_changed = Signal()
    finished = Signal()
    """Enter was pressed, and what stands there is a day."""

    def __init__(self, look: LookKeeper, *, name: str, title: str, with_time: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._with_time = with_time
        self._when = self._before = dt.datetime.combine(_today(), dt.time())
        """What is meant now, and before somebody began to type."""
        self._typed = Typed(self._when)
        self.field = _Field(look, name=f"{name}.field", title=title)
        words = text("{field}: choose in a calendar").format(field=title)
        self.button = buttons.IconButton(look, "calendar", words, name=f"{name}.calendar")
        self.said = labels.small(look, "", "text_muted", name=f"{name}.said")
        self.said.hide()
        self._look = look
        self._calendar: CalendarPopup | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.said)
        self.setFocusProxy(self.field)
        self._rest.timeout.connect(self._tell)
        self.field.textEdited.connect(self._read)
        self.field.editingFinished.connect(self._settle)
        self.field.returnPressed.connect(self._finish)
        self.field.step_wanted.connect(self._step)
        self.field.calendar_wanted.connect(self._open_calendar)
        self.field.undo_wanted.connect(self._take_back)
        self.button.clicked.connect(self._open_calendar)
        self._show()

    def when(self) -> dt.datetime:
        """Return the wall time, to the minute."""
        return self._when

    def set_when(self, when: dt.datetime) -> None:
        """Show a wall time; what somebody types just now and means the same stays."""
        when = when.replace(second=0, microsecond=0)
        if when == self._when and self.field.hasFocus():
            return
        self._when = self._before = when
        self._show()

    def stay_if_wrong(self) -> bool:
        """Go to the field if what stands there is no day, and say so; return whether it is none."""
        wrong = self._typed.when is None
        if wrong:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell()
        return wrong

    def show_time(self, *, shown: bool) -> None:
        """Ask for the time of day too, or for the day only; the time stays."""
        if shown != self._with_time:
            self._with_time = shown
            self._before = self._when
            self._show()

    # Typing

    def _read(self, words: str) -> None:
        self._typed = typed_day(words, self._before, self._last(), _names())
        self._take(self._typed.when or self._before)
        self._rest.start()
        if self._typed.when is not None:
            self._say("")

    def _settle(self) -> None:
        """Write a day that was typed as the others are written; leave what is none."""
        self._rest.stop()
        if self._typed.when is None:
            self._tell()
        else:
            self._before = self._when
            self._show()

    def _finish(self) -> None:
        if self._typed.when is not None:
            self.finished.emit()

    def _take_back(self) -> None:
        self._take(self._before)
        self._show()
        self.field.selectAll()

    def _take(self, when: dt.datetime) -> None:
        if when != self._when:
            self._when = when
            self.when_changed.emit()

    # Keys and the calendar

    def _step(self, by: int) -> None:
        """Move the number that the caret is at: the day, the month, the year, or the time."""
        if self._typed.when is None:
            self._tell()
            return
        part = self.field.part()
        there = moved(self._when, part, by)
        if there.date() > self._last() or there.year < EARLIEST:
            self._typed = Typed(problem=Problem.TO_COME, to_come=there.date())
            self._tell()
            self._typed = Typed(self._when)
            return
        self._take(there)
        self._before = there
        self._show()
        self.field.select(part)

    def _open_calendar(self) -> None:
        if self._calendar is None:
            from resilience_desktop.ui.widgets.calendar_popup import CalendarPopup

            self._calendar = CalendarPopup(self._look, self, name=f"{self.objectName()}.days")
            self._calendar.day_chosen.connect(self._choose_day)
        self._calendar.open(self.field, self._when.date(), self._last())

    def _choose_day(self, day: dt.date) -> None:
        self._take(dt.datetime.combine(day, self._when.time()))
        self._before = self._when
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _show(self) -> None:
        self._typed = Typed(self._when)
        self.field.show_day(self._in_words(self._when))
        self._say("")

    def _in_words(self, when: dt.datetime) -> str:
        day = i18n.day(when.date())
        return f"{day}, {i18n.clock(when)}" if self._with_time else day

    def _tell(self) -> None:
        """Say why what stands there is not taken, and what is meant until then."""
        stays = self._in_words(self._before)
        sentences = {
            None: "",
            Problem.TO_COME: text("{day} is still to come. It stays {before}."),
            Problem.NO_SUCH_DAY: text("There is no such day. It stays {before}."),
            Problem.UNKNOWN: text("Write the day like {before}. Until then it stays so."),
        }
        to_come = self._typed.to_come
        day = i18n.day(to_come) if to_come else ""
        self._say(sentences[self._typed.problem].format(day=day, before=stays))

    def _say(self, sentence: str) -> None:
        if sentence == self.said.text():
            return
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence:
            announce(self.field, sentence)

    def _last(self) -> dt.date:
        """Return the last day there is: what was felt tomorrow cannot be known."""
        return max(_today(), self._before.date())


class _Field(LineField):
    """The line itself."""

    step_wanted = Signal(int)
    calendar_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, look: LookKeeper, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look = look
        self._shown = ""
        look.look_changed.connect(self.updateGeometry)

    def show_day(self, words: str) -> None:
        """Show a day; whatever differs from it was typed."""
        self._shown = words
        self.setText(words)
        self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        """Return room for the longest day."""
        longest = max(self._look.px(170), self.fontMetrics().horizontalAdvance(_longest()))
        return QSize(longest + self._look.px(32), super().sizeHint().height())

    @property
    def is_changed(self) -> bool:
        """Whether something was typed and not yet taken over."""
        return self.text() != self._shown

    def part(self) -> int:
        """Return which number the caret is at, counted from 0; the first where all is selected."""
        if self.selectedText() == self.text():
            return 0
        place = self.cursorPosition() if not self.hasSelectedText() else self.selectionStart()
        ends = [found.end() for found in _NUMBER_OR_WORD.finditer(self.text())]
        return next((number for number, end in enumerate(ends) if place <= end), len(ends) - 1)

    def select(self, part: int) -> None:
        """Select a number."""
        found = list(_NUMBER_OR_WORD.finditer(self.text()))[part]
        self.setSelection(found.start(), found.end() - found.start())

    def event(self, event: QEvent) -> bool:
        """Have Escape for what was typed, and leave it to others where nothing was."""
        return (self.is_changed and takes_escape(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; Alt+Down opens the calendar, Escape takes typing back."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.calendar_wanted.emit()
        elif key in _STEPS and not held:
            self.step_wanted.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self.is_changed:
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)


@i18n.once_a_language
def _names() -> Names:
    return Names(
        months=tuple(map(i18n.month_name, range(1, 13))),
        weekdays=tuple(map(i18n.weekday_name, range(7))),
        today=text("Today"),
        yesterday=text("Yesterday"),
    )


@i18n.once_a_language
def _longest() -> str:
    days = (i18n.day(dt.date(2000, month, 28)) for month in range(1, 13))
    return f"{max(days, key=len)}, 00:00"


def _today() -> dt.date:
    today = QDate.currentDate()
    return dt.date(today.year(), today.month(), today.day())
