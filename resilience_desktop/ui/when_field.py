"""When it was: now, unless someone says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.moment import Moment
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.keys import takes_escape

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.ui.theme import LookKeeper

_ZONE_WIDTH = 300


class WhenField(QWidget):
    """Shows a moment; "Change" opens a field for another one."""

    when_changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._chosen: Moment | None = None
        """What somebody chose, or what was kept."""
        self._begun: Moment | None = None
        """When something was begun here, if nothing was chosen."""
        self._before: Moment | None = None
        """What was chosen before somebody began to change it."""
        self._whole_day = False
        self._words = labels.small(look, "", "text_muted", name=f"{name}.words")
        self._words.setWordWrap(False)
        self._change = buttons.link(look, text("Change"), name=f"{name}.change", small=True)
        self._is_made = False
        """Whether the fields are there: they are made when somebody wants to change the moment."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        self._column = column
        column.addLayout(row)
        for part in (self._words, self._change):
            row.addWidget(part)
        row.addStretch()
        self._minute = QTimer(self, interval=20_000)
        self._minute.timeout.connect(self._tell)
        self._minute.start()
        self._change.clicked.connect(self._open)
        self._tell()

    def moment(self) -> Moment:
        """Return the moment shown."""
        return self._chosen or self._begun or Moment.now(local_zone())

    def in_words(self) -> str:
        """Return the moment as it is shown."""
        return self._words.text()

    def set_moment(self, moment: Moment | None) -> None:
        """Show a moment, or follow the clock when there is none."""
        self._chosen, self._begun = moment, None
        self._close()

    def stay_if_wrong(self) -> bool:
        """Go to a day that was typed and cannot be taken, if there is one."""
        return self._is_open and self._edit.stay_if_wrong()

    def show_whole_day(self, *, whole: bool) -> None:
        """Show the day only, or its time too."""
        self._whole_day = whole
        self._fit_whole_day()
        self._tell()
        self.updateGeometry()

    def begin(self, at: Moment | None = None) -> None:
        """Stop the clock, because something is begun now, or was begun at another moment."""
        self._begun = self._begun or at or Moment.now(local_zone())
        self._tell()

    def begin_anew(self) -> None:
        """Follow the clock again, because nothing is begun any more; what was chosen stays."""
        self._begun = None
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Have Escape for the day that is being changed, and not for the page."""
        return (self._is_open and takes_escape(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the day as it was with Escape."""
        if self._is_open and event.key() == Qt.Key.Key_Escape:
            changed, self._chosen = self._chosen != self._before, self._before
            self._finish()
            if changed:
                self.when_changed.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _is_open(self) -> bool:
        return self._is_made and not self._edit.isHidden()

    def _make(self) -> None:
        """Make what another moment is chosen with."""
        from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
        from resilience_desktop.ui.widgets.zone_field import ZoneField

        self._is_made = True
        look, name = self._look, self.objectName()
        self._edit = DayTimeEdit(look, name=f"{name}.edit", title=text("Day and time"))
        self._now = buttons.link(look, "", name=f"{name}.now", small=True)
        self._elsewhere = buttons.link(
            look, text("In another time zone"), name=f"{name}.elsewhere", small=True
        )
        self._zone = ZoneField(name=f"{name}.zone")
        self._zone.setMaximumWidth(look.px(_ZONE_WIDTH))
        self._row.insertWidget(2, self._edit, 1)
        self._row.insertWidget(3, self._now, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._zone)
        self._now.clicked.connect(self._back_to_now)
        self._edit.when_changed.connect(self._edited)
        self._edit.finished.connect(self._finish)
        self._zone.left.connect(self._leave_zone)
        self._elsewhere.clicked.connect(self._open_zone)
        self._zone.zone_chosen.connect(self._choose_zone)
        self._fit_whole_day()

    def _fit_whole_day(self) -> None:
        if self._is_made:
            self._edit.show_time(shown=not self._whole_day)
            self._now.setText(text("Today") if self._whole_day else text("Now"))

    def _finish(self) -> None:
        self._close()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_zone(self) -> None:
        """Go back to where the field was opened from."""
        self._show_edit(shown=True)
        here = self._edit if self._elsewhere.isHidden() else self._elsewhere
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._before = self._chosen
        if not self._is_made:
            self._make()
        self._edit.set_when(self.moment().wall)
        self._show_edit(shown=True)
        self._edit.setFocus()
        self._edit.field.selectAll()

    def _close(self) -> None:
        focus = self.window().focusWidget()
        is_here = focus is not None and self.isAncestorOf(focus)
        self._show_edit(shown=False)
        self._tell()
        if is_here:  # or Qt would take the keyboard somewhere else
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_edit(self, *, shown: bool) -> None:
        self._words.setVisible(not shown)
        self._change.setVisible(not shown)
        if not self._is_made:
            return
        self._edit.setVisible(shown)
        self._now.setVisible(shown)
        is_elsewhere = self.moment().zone != local_zone()
        self._elsewhere.setVisible(shown and not is_elsewhere)
        self._zone.setVisible(shown and is_elsewhere)
        self._zone.set_zone(self.moment().zone)

    def _open_zone(self) -> None:
        self._elsewhere.hide()
        self._zone.show()
        self._zone.setFocus()
        self._zone.selectAll()

    def _choose_zone(self, zone: str) -> None:
        """Let the clock on the wall stand as it did, in another place."""
        self._chosen = Moment.from_wall(self.moment().wall, zone)
        self.when_changed.emit()

    def _tell(self) -> None:
        moment = self.moment()
        this_year = moment.day.year == Moment.now(local_zone()).day.year
        words = i18n.day(moment.day, weekday=True, year=not this_year)
        clock = "" if self._whole_day else f", {i18n.clock(moment.wall)}"
        there = "" if moment.zone == local_zone() else f", {_zone_words(moment.zone)}"
        self._words.setText(f"{words}{clock}{there}")

    def _edited(self) -> None:
        # The field has no seconds; those of the moment before stay, so that order stays too.
        wall = self._edit.when().replace(second=self.moment().wall.second)
        before = self.moment()
        # In an hour that the clock went through twice, it stays the same of the two.
        is_first = before == Moment.from_wall(before.wall, before.zone)
        self._chosen = Moment.from_wall(wall.replace(fold=0 if is_first else 1), before.zone)
        self.when_changed.emit()

    def _back_to_now(self) -> None:
        self._chosen = self._begun = None
        self._finish()
        self.when_changed.emit()


def _zone_words(zone: str) -> str:
    from resilience_desktop.ui.widgets.zone_field import zone_words

    return zone_words(zone)
