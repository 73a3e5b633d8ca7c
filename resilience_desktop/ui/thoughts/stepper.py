"""The steps of the worksheet: a list at the side, or one line where there is little room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.step_names import step_name
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane
from resilience_desktop.ui.widgets.spoken import Group
from resilience_desktop.ui.widgets.text_block import draw_block, lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resilience_desktop.domain.record_form import Step
    from resilience_desktop.ui.theme import LookKeeper

INSET = 11  # pixels from the edge of a step to its number
_GAP, _ABOVE = 14, 6


class StepList(Group):
    """The steps of a record below each other, open in any order."""

    step_chosen = Signal(object)

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.steps")
        self.setAccessibleName(text("Steps"))
        self._look = look
        self._buttons: dict[Step, _StepButton] = {}
        self._current: QWidget | None = None
        self._shown: tuple[tuple[Step, ...], Step | None] = ((), None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the step in view."""
        if self._current is not None:
            self._current.setFocus(reason)

    def show_steps(self, steps: Sequence[Step], current: Step, digests: Mapping[Step, str]) -> None:
        """Show these steps, which is in view and, in a few words, what is in the others.

        Another one in view is brought into sight, where not all have room.
        """
        for step in self._buttons.keys() - set(steps):
            self._buttons.pop(step).deleteLater()
        for place, step in enumerate(steps):
            if step not in self._buttons:
                self._buttons[step] = _StepButton(self._look, step)
                self._buttons[step].picked.connect(self.step_chosen)
            button = self._buttons[step]
            self._column.insertWidget(place, button)
            button.show()  # at once, or the list has no room for it until later
            button.raise_()  # which is also the order of reading out
            button.show_state(
                place + 1,
                len(steps),
                current=step is current,
                digest=digests.get(step, ""),
            )
        self._current = self._buttons[current]
        if (tuple(steps), current) != self._shown:
            self._shown = tuple(steps), current
            show_in_pane(self._current)


class _StepButton(QPushButton):
    """A number or a check mark, the name, and a line of what is there."""

    picked = Signal(object)

    def __init__(self, look: LookKeeper, step: Step) -> None:
        super().__init__()
        self.setObjectName(f"thoughts.step.{step}")
        self.setProperty("kind", "step")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look, self._step, self._number = look, step, 0
        self._current, self._digest = False, ""
        self.clicked.connect(self._pick)
        look.look_changed.connect(self.updateGeometry)

    def show_state(self, number: int, of: int, *, current: bool, digest: str) -> None:
        """Show its place, whether the step is in view, and its digest."""
        self._number, self._current, self._digest = number, current, " ".join(digest.split())
        place = text("step {n} of {all}").format(n=number, all=of)
        filled = text("something is here") if digest else text("empty")
        state = text("in view") if current else filled
        self.setAccessibleName(f"{step_name(self._step)}, {place}, {state}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines, whatever is there: the steps stay where they are."""
        lines = self._look.line_height("body") + self._look.line_height("small")
        return QSize(self._look.px(240), lines + 2 * _ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the step."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._current or self.underMouse():
            painter.setBrush(look.color("accent_soft" if self._current else "sunken"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        side = look.px(24)
        top = (self.height() - side) // 2
        number = turned(self, QRectF(INSET, top, side, side)).toRect()
        self._paint_number(painter, number.x(), top, side)
        width = self.width() - INSET - side - _GAP - INSET
        left = INSET if is_turned() else INSET + side + _GAP
        role = "on_accent_soft" if self._current else "text"
        weight = 600 if self._current else 500
        name = lay_out(look, step_name(self._step), "body", width, most_lines=1, weight=weight)
        y = _ABOVE if self._digest else (self.height() - look.line_height("body")) // 2
        height = draw_block(painter, name, left, y, look.color(role))
        if self._digest:
            role = "on_accent_soft" if self._current else "text_muted"
            digest = lay_out(look, self._digest, "small", width, most_lines=1)
            draw_block(painter, digest, left, y + height, look.color(role))

    def _paint_number(self, painter: QPainter, x: int, y: int, side: int) -> None:
        look = self._look
        if self._digest and not self._current:
            painter.setBrush(look.color("accent_soft"))
            painter.drawEllipse(x, y, side, side)
            mark = side // 5
            icon("check", look, "accent").paint(
                painter, x + mark, y + mark, side - 2 * mark, side - 2 * mark
            )
            return
        painter.setPen(look.color("accent" if self._current else "stroke"))
        painter.setBrush(look.color("accent" if self._current else "window"))
        painter.drawEllipse(x, y, side, side)
        painter.setPen(look.color("on_accent" if self._current else "text_muted"))
        painter.setFont(look.font("small", weight=600))
        painter.drawText(x, y, side, side, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _pick(self) -> None:
        self.picked.emit(self._step)


class StepLine(QWidget):
    """The name of the step in view, and a menu of all of them."""

    step_chosen = Signal(object)
    back_requested = Signal()
    finish_requested = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.step_line")
        self._back = buttons.muted(look, "", name="thoughts.step_line.back", drawing="arrow-left")
        self._back.clicked.connect(self.back_requested)
        self.say_way_back(to_record=False)
        self._name = labels.label(look, "", name="thoughts.step_line.name")
        self._place = labels.small(look, "", "text_muted")
        for part in (self._name, self._place):
            part.setWordWrap(False)
        self._all = buttons.muted(look, text("All steps"), name="thoughts.step_line.all")
        self._menu = QMenu(self._all)
        self._menu.setObjectName("thoughts.step_line.menu")
        self._all.setMenu(self._menu)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addStretch()
        row.addWidget(self._name)
        row.addWidget(self._place)
        row.addStretch()
        row.addWidget(self._all)

    def set_margin(self, margin: int) -> None:
        """Stand as far from both sides as the page; drawings have some room of their own."""
        self._row.setContentsMargins(margin - 14, 4, margin - 10, 4)

    def say_way_back(self, *, to_record: bool) -> None:
        """Say whether the way back leads to the record as it reads, or to all records."""
        words = text("Back to the record") if to_record else text("All records")
        self._back.setText(words)

    def show_steps(
        self, steps: Sequence[Step], current: Step, more: QMenu, *, can_finish: bool
    ) -> None:
        """Show which step is in view, and offer these and what ``more`` has, and to finish."""
        self._name.setText(step_name(current))
        place = steps.index(current) + 1
        self._place.setText(text("{n} of {all}").format(n=place, all=len(steps)))
        self._menu.clear()
        for number, step in enumerate(steps, 1):
            self._menu.addAction(
                f"{number}  {step_name(step)}", partial(self.step_chosen.emit, step)
            )
        self._menu.addSeparator()
        self._menu.addMenu(more)
        if can_finish:
            finish = self._menu.addAction(text("Finish here"), self.finish_requested.emit)
            finish.setObjectName("thoughts.step_line.all.finish")
