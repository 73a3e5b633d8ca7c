"""The side of the Toolkit page on which one thing is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from resilience_desktop.content.skills import Guide
from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.column_pane import ColumnPane
from resilience_desktop.ui.toolkit.comforts_pane import ComfortsPane
from resilience_desktop.ui.toolkit.overview import Overview
from resilience_desktop.ui.toolkit.stage_note import StageHint, StageNote
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widths import WIDE_MARGIN

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.context import UiContext

_FLUSH = 6
"""Pixels that a drawing stands inside its button."""
_BELOW_HEAD = 4
"""Pixels below the line with the way back and the menu."""


class SkillSide(QWidget):
    """The overview, the things that help, a note, or one of the skills, each as it was left."""

    left = Signal()
    """Somebody wants to go back to the list."""
    skill_closed = Signal(str)
    """The id of a skill that somebody is done with."""
    menu_requested = Signal(QPoint)
    """The menu of the open skill is wanted at this place of the screen."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("toolkit.side")
        self._context = context
        look = context.look
        self._open: Skill | None = None
        self._panes: dict[str, tuple[Skill, QWidget]] = {}
        self.overview = Overview(context)
        self.comforts = ComfortsPane(context)
        self.note = StageNote(look)
        self.hint = StageHint(look)
        self.back = buttons.muted(
            look, text("All skills"), name="toolkit.back", drawing="arrow-left", flush=True
        )
        self.more = buttons.IconButton(
            look, "more", text("More for this skill"), name="toolkit.more"
        )
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(self._ask_menu)
        self._stack = QStackedWidget()
        self._places = {
            part: ColumnPane(look, part) for part in (self.overview, self.comforts, self.note)
        }
        for place in self._places.values():
            self._stack.addWidget(place)
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(self.back)
        self._head_row.addStretch()
        self._head_row.addWidget(self.more)
        column = column_in(self, 0)
        column.addWidget(self._head)
        column.addWidget(self.hint)
        column.addWidget(self._stack, 1)
        self.set_narrow(narrow=False, margin=WIDE_MARGIN)
        self.show_overview()

    @property
    def skill(self) -> str:
        """The id of the skill that is open, or nothing."""
        return self._open.id if self._open is not None else ""

    def show_overview(self) -> None:
        """Show what is shown before anything is chosen."""
        self._show(self._places[self.overview], None)

    def show_comforts(self) -> None:
        """Show the things that help."""
        self._show(self._places[self.comforts], None)

    def show_note(self, skill: Skill) -> None:
        """Show the note before a skill of a later stage."""
        self._show(self._places[self.note], skill)
        self.note.show_skill(skill)

    def show_skill(self, skill: Skill, *, hinted: bool = False) -> QWidget:
        """Show a skill as it was left, or from its beginning; return its pane.

        ``hinted`` says above it why it may wait.
        """
        kept = self._panes.get(skill.id)
        if kept is not None and kept[0] != skill:  # it was changed meanwhile
            self.drop(skill.id)
            kept = None
        if kept is None:
            pane = self._pane(skill)
            self._panes[skill.id] = (skill, pane)
            self._stack.addWidget(pane)
        else:
            pane = kept[1]
        self._show(pane, skill)
        self.hint.show_skill(skill if hinted else None)
        return pane

    def drop(self, skill: str) -> None:
        """Let go of the pane of a skill."""
        _, pane = self._panes.pop(skill)
        save = getattr(pane, "save_now", None)
        if save is not None:
            save()
        self._stack.removeWidget(pane)
        pane.hide()
        pane.deleteLater()

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on from."""
        take = getattr(self._stack.currentWidget(), "take_keyboard", None)
        if take is not None:
            take()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_now(self) -> None:
        """Keep what is being done and typed."""
        for _, pane in self._panes.values():
            save = getattr(pane, "save_now", None)
            if save is not None:
                save()
        self.comforts.saving.flush()

    def set_narrow(self, *, narrow: bool, margin: int) -> None:
        """Offer the way back to the list where it is not beside this; keep a margin in pixels."""
        self.back.setVisible(narrow)
        self._tell()
        self._head_row.setContentsMargins(margin - _FLUSH, 4, margin - _FLUSH, 0)
        self.hint.column.setContentsMargins(margin, 4, margin, 4)
        for part, place in self._places.items():
            above = _BELOW_HEAD if narrow or part is self.note else margin
            place.set_margins(side=margin, above=above)

    def _pane(self, skill: Skill) -> QWidget:
        if skill.guide is Guide.SHEET:
            from resilience_desktop.ui.toolkit.sheet_pane import SheetPane

            return SheetPane(self._context, skill)
        if skill.guide is Guide.WORRY:
            from resilience_desktop.ui.toolkit.worry_pane import WorryPane

            return WorryPane(self._context)
        from resilience_desktop.ui.toolkit.player import Player

        player = Player(self._context, skill)
        player.closed.connect(partial(self._closed, skill.id))
        return player

    def _closed(self, skill: str) -> None:
        if skill in self._panes:
            self.drop(skill)
        self.skill_closed.emit(skill)

    def _show(self, place: QWidget, skill: Skill | None) -> None:
        self._open = skill
        self.hint.show_skill(None)
        self._stack.setCurrentWidget(place)
        self._tell()

    def _tell(self) -> None:
        self.more.setVisible(self._open is not None)
        self._head.setVisible(self._open is not None or not self.back.isHidden())

    def _ask_menu(self) -> None:
        self.menu_requested.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))
