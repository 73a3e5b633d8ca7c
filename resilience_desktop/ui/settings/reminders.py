"""Settings of reminders: none unless somebody wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.section import Section, choice, tick
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.time_edit import TimeEdit

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.theme import LookKeeper

_NOON, _EVENING = QTime(12, 0), QTime(20, 0)


class ReminderChoice(QWidget):
    """Whether, how often and when; only what the present choice needs is there."""

    def __init__(self, look: LookKeeper, preferences: Preferences, name: str) -> None:
        super().__init__()
        self._preferences = preferences
        settings = preferences.settings
        change = preferences.change
        self._kind = choice(
            f"{name}.reminders",
            {
                "off": text("No reminders"),
                "chosen": text("At times I choose"),
                "random": text("At random times"),
            },
            settings.reminders,
            lambda value: change(reminders=value),
        )
        self._kind.setAccessibleName(text("Reminders"))
        self._twice = tick(
            f"{name}.twice", text("Twice a day"), _is_twice(preferences), self._set_twice
        )
        times = settings.reminder_times
        self._times = [
            TimeEdit(f"{name}.time1", text("First time"), times[0], self._set_times),
            TimeEdit(f"{name}.time2", text("Second time"), times[-1], self._set_times),
        ]
        hours = settings.reminder_hours
        self._hours = [
            TimeEdit(f"{name}.from", text("Not before"), hours[0], self._set_hours),
            TimeEdit(f"{name}.until", text("Not after"), hours[1], self._set_hours),
        ]
        self._chosen_row = _row(labels.body(look, text("At")), *self._times)
        self._random_row = _row(
            labels.body(look, text("Between")),
            self._hours[0],
            labels.body(look, text("and")),
            self._hours[1],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._chosen_row, self._random_row, self._twice):
            column.addWidget(part)
        preferences.changed.connect(self._tell)
        self._tell()

    def _set_twice(self, on: bool) -> None:
        first, second = self._times
        if on and first.time() == second.time():
            second.setTime(_NOON if first.time() != _NOON else _EVENING)
        self._set_times()
        self._preferences.change(reminders_a_day=2 if on else 1)

    def _set_times(self) -> None:
        count = 2 if self._twice.isChecked() else 1
        times = sorted({edit.when() for edit in self._times[:count]})
        self._preferences.change(reminder_times=tuple(times))

    def _set_hours(self) -> None:
        self._preferences.change(reminder_hours=tuple(edit.when() for edit in self._hours))

    def _tell(self) -> None:
        kind = self._preferences.settings.reminders
        self._twice.setVisible(kind != "off")
        self._chosen_row.setVisible(kind == "chosen")
        self._random_row.setVisible(kind == "random")
        self._times[1].setVisible(self._twice.isChecked())


class RemindersSection(Section):
    """Reminders, breaks from them, and staying in the tray."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "reminders", text("Reminders"))
        preferences = context.preferences
        self.add(
            text("Reminders"),
            ReminderChoice(context.look, preferences, "settings"),
            hint=text(
                "A short line, once or twice a day, that says nothing about you. "
                "They come while the app is open or in the tray. A missed one is simply gone."
            ),
            below=True,
        )
        self.add(
            "",
            tick(
                "settings.on_a_break",
                text("Take a break"),
                preferences.settings.on_a_break,
                lambda on: preferences.change(on_a_break=on),
            ),
            hint=text("No reminders until you take this tick away. Your times stay as they are."),
        )
        self.add(
            "",
            tick(
                "settings.stay_in_tray",
                text("Stay in the tray when the window is closed"),
                preferences.settings.stay_in_tray,
                lambda on: preferences.change(stay_in_tray=on),
            ),
            hint=text("Where the system has a tray. Quit in the menu really ends the app."),
        )


def _is_twice(preferences: Preferences) -> bool:
    settings = preferences.settings
    if settings.reminders == "random":
        return settings.reminders_a_day == 2
    return len(settings.reminder_times) == 2


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch()
    return row
