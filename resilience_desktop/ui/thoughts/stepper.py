"""The steps of the worksheet: a list at the side, or one line where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.spoken import Group
from resilience_desktop.ui.widgets.text_block import draw_block, lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper

STEPS = tuple(Step)


def step_name(step: Step) -> str:
    """Return what a step is called."""
    return {
        Step.SITUATION: text("Situation"),
        Step.FEELINGS: text("Feelings"),
        Step.THOUGHT: text("Automatic thought"),
        Step.PATTERNS: text("Thinking patterns"),
        Step.BALANCED: text("Balanced thought"),
        Step.LOOK_AGAIN: text("Look again"),
    }[step]


class StepList(Group):
    """All steps below each other, open in any order."""

    step_chosen = Signal(object)

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.steps")
        self.setAccessibleName(text("Steps"))
        self._buttons = {step: _StepButton(look, step, n) for n, step in enumerate(STEPS, 1)}
        self._current = self._buttons[Step.SITUATION]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for button in self._buttons.values():
            column.addWidget(button)
            button.picked.connect(self.step_chosen)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the step in view."""
        self._current.setFocus(reason)

    def show_steps(self, current: Step, digests: Mapping[Step, str]) -> None:
        """Show which step is in view and, in a few words, what is in the others."""
        self._current = self._buttons[current]
        for step, button in self._buttons.items():
            button.show_state(current=step is current, digest=digests.get(step, ""))


class _StepButton(QPushButton):
    """A number or a check mark, the name, and a line of what is there."""

    picked = Signal(object)

    def __init__(self, look: LookKeeper, step: Step, number: int) -> None:
        super().__init__()
        self.setObjectName(f"thoughts.step.{step}")
        self.setProperty("kind", "step")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look, self._step, self._number = look, step, number
        self._current, self._digest = False, ""
        self.clicked.connect(self._pick)
        look.look_changed.connect(self.updateGeometry)

    def show_state(self, *, current: bool, digest: str) -> None:
        """Show whether the step is in view, and its digest."""
        self._current, self._digest = current, " ".join(digest.split())
        place = text("step {n} of {all}").format(n=self._number, all=len(STEPS))
        filled = text("something is here") if digest else text("empty")
        state = text("in view") if current else filled
        self.setAccessibleName(f"{step_name(self._step)}, {place}, {state}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line, or two with a digest."""
        lines = self._look.line_height("body")
        if self._digest and not self._current:
            lines += self._look.line_height("small")
        return QSize(self._look.px(240), lines + 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the step."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._current or self.underMouse():
            painter.setBrush(look.color("accent_soft" if self._current else "sunken"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        side = look.px(24)
        top = 10 - (side - look.line_height("body")) // 2
        number = turned(self, QRectF(10, top, side, side)).toRect()
        self._paint_number(painter, number.x(), top, side)
        width = self.width() - 10 - side - 14 - 10
        left = 10 if is_turned() else 10 + side + 14
        role = "on_accent_soft" if self._current else "text"
        weight = 600 if self._current else 500
        name = lay_out(look, step_name(self._step), "body", width, most_lines=1, weight=weight)
        height = draw_block(painter, name, left, 10, look.color(role))
        if self._digest and not self._current:
            digest = lay_out(look, self._digest, "small", width, most_lines=1)
            draw_block(painter, digest, left, 10 + height, look.color("text_muted"))

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

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.step_line")
        back = buttons.muted(
            look, text("All records"), name="thoughts.step_line.back", drawing="arrow-left"
        )
        back.clicked.connect(self.back_requested)
        self._name = labels.label(look, "", name="thoughts.step_line.name")
        self._place = labels.small(look, "", "text_muted")
        for part in (self._name, self._place):
            part.setWordWrap(False)
        self._all = buttons.muted(look, text("All steps"), name="thoughts.step_line.all")
        self._menu = QMenu(self._all)
        self._menu.setObjectName("thoughts.step_line.menu")
        for number, step in enumerate(STEPS, 1):
            action = QAction(f"{number}  {step_name(step)}", self._menu)
            action.setData(step)
            self._menu.addAction(action)
        self._menu.triggered.connect(self._picked)
        self._all.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(back)
        row.addStretch()
        row.addWidget(self._name)
        row.addWidget(self._place)
        row.addStretch()
        row.addWidget(self._all)

    def show_step(self, step: Step) -> None:
        """Show which step is in view."""
        self._name.setText(step_name(step))
        place = STEPS.index(step) + 1
        self._place.setText(text("{n} of {all}").format(n=place, all=len(STEPS)))

    def _picked(self, action: QAction) -> None:
        self.step_chosen.emit(action.data())
