"""Toolkit: skills for the moment and for every day, and the few that somebody wants at hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.known_skills import KnownSkills
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.toolkit.skill_list import OVERVIEW, SkillList
from resilience_desktop.ui.toolkit.skill_menu import SkillMenu
from resilience_desktop.ui.toolkit.skill_side import SkillSide
from resilience_desktop.ui.toolkit.toolkit_changes import change_toolkit, with_gone_on
from resilience_desktop.ui.way_back import Whereabouts
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.toolkit import Comfort, OwnSkill
    from resilience_desktop.ui.context import UiContext

_LIST = 352
"""Text units of the list beside a skill, as the mock has it."""
_NO_LIMIT = 16_777_215  # Qt's own
_LEVEL = 6
"""Text units above the name of the list, so that it stands level with the button beside it."""
_ROW_SIDE = 12
"""Pixels by which the rows of the list reach over what they hold."""


class ToolkitPage(QWidget):
    """The list beside what is open; one of the two where there is little room."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolkit")
        self._context = context
        self._known: KnownSkills | None = None
        self._wanted = ""
        """A skill to open once it is known."""
        self._is_narrow = self._shows_side = False
        look = context.look
        self.list = SkillList(look)
        self.side = SkillSide(context)
        self._up_to = labels.small(look, text("up to five"), "text_muted")
        self._up_to.setWordWrap(False)
        self._change = buttons.quiet(look, text("Change"), name="toolkit.change_toolkit")
        self._change.setProperty("flush", "end")
        self._change.setAccessibleName(text("Change my toolkit"))
        self._empty = labels.muted(
            look, text("Nothing yet. Choose the few that help you."), name="toolkit.empty"
        )
        self._lay_out()
        self._connect()
        self._read()

    # Where somebody goes

    def open_skill(self, id_: str) -> None:
        """Open a skill, or show what was here for an empty id."""
        if not id_:
            return
        if self._known is None:
            self._wanted = id_
            return
        skill = self._known.skill(id_)
        if skill is None:  # removed by now
            self.show_start()
            return
        self.list.mark_open(id_)
        self.list.stand_on(id_)
        waits, has_chosen = self._known.waits(skill), self._known.toolkit.stage is not None
        if waits and has_chosen:
            self.side.show_note(skill)
        else:
            self.side.show_skill(skill, hinted=waits)
        self._turn(to_side=True)
        self.side.take_keyboard()

    def show_start(self) -> None:
        """Go to the overview, or to the list where it stands alone."""
        self.side.show_overview()
        self.list.mark_open(OVERVIEW)
        self._turn(to_side=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def whereabouts(self) -> Whereabouts:
        """Return which skill somebody has open here, and the way back to it."""
        id_ = self.side.skill
        if id_:
            words = text("Back to the skill you had open")
            return Whereabouts(f"skill:{id_}", words, partial(self._come_back, id_))
        words = text("Back to the toolkit")
        return Whereabouts("toolkit", words, partial(self._come_back, ""), is_idle=True)

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.list, self.side]

    def take_keyboard(self) -> None:
        """Put the keyboard on the list, or leave it with what is open."""
        if self._shows_side and self.side.skill:
            self.side.take_keyboard()
        else:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start_here(self) -> None:
        """Be ready to choose."""
        self.take_keyboard()

    def open_change(self) -> None:
        """Choose what is in the toolkit."""
        from resilience_desktop.ui.toolkit.my_toolkit import MyToolkitDialog
        from resilience_desktop.ui.widgets.focus_ring import FocusRing

        dialog = MyToolkitDialog(self._context, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(dialog, self._context.look)
        dialog.open()

    def save_now(self) -> None:
        """Keep what is being done and typed."""
        self.side.save_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape, where nothing else wanted it."""
        if event.key() == Qt.Key.Key_Escape and self._shows_side:
            self.show_start()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside what is open, or in its place."""
        super().resizeEvent(event)
        self._arrange()

    # Reading

    def _read(self) -> None:
        self._context.tasks.read(KnownSkills.of, self._show, owner=self, latest="toolkit.known")

    def _show(self, known: KnownSkills) -> None:
        self._known = known
        self.list.show_skills(known)
        self._empty.setVisible(not known.chosen())
        self.side.overview.show_known(known)
        self.side.comforts.show_toolkit(known.toolkit)
        if self.side.skill and known.skill(self.side.skill) is None:
            self.show_start()
        wanted, self._wanted = self._wanted, ""
        self.open_skill(wanted)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.toolkit:
            self._read()

    # What can be done

    def _go_on(self, skill: str) -> None:
        self._wanted = skill

        def keep(_changes: Changes) -> None:
            self._context.notices.show(
                text("You won’t see this note again. You can bring it back in the overview.")
            )

        change_toolkit(
            self._context, self, lambda now: with_gone_on(now, skill, goes_on=True), keep
        )

    def _open_stages(self) -> None:
        self.side.show_overview()
        self.list.mark_open(OVERVIEW)
        self._turn(to_side=True)
        self.side.overview.take_keyboard_to_stages()

    def _open_overview(self) -> None:
        self.side.show_overview()
        self.list.mark_open(OVERVIEW)
        self._turn(to_side=True)

    def _open_comfort(self, comfort: Comfort) -> None:
        self.side.show_comforts()
        self.list.mark_comfort(comfort)
        self._turn(to_side=True)
        self.side.comforts.go_to(comfort)

    def _show_menu(self, id_: str, at: QPoint) -> None:
        skill = self._known.skill(id_) if self._known is not None else None
        if self._known is None or skill is None:
            return
        menu = SkillMenu(self._context, self, self._known, skill)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.own_change_requested.connect(self._change_own)
        menu.popup(at)

    def _change_own(self, id_: str = "") -> None:
        from resilience_desktop.ui.toolkit.own_skill_dialog import OwnSkillDialog

        own = self._known.own_skill(id_) if self._known is not None else None
        dialog = OwnSkillDialog(self._context, self.window(), own)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if own is None:
            dialog.finished.connect(lambda: self._open_made(dialog.own_skill()))
        dialog.open()

    def _open_made(self, own: OwnSkill | None) -> None:
        if own is not None:  # it is in the journal by the time it is read
            self._wanted = own.id
            self._read()

    def _back(self) -> None:
        """Go from what is open to the list; what runs there pauses and stays as it is."""
        self._turn(to_side=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _skill_closed(self, id_: str) -> None:
        if self.side.skill in (id_, ""):
            self.show_start()
            self.list.stand_on(id_)

    def _come_back(self, id_: str) -> None:
        self._context.navigator.page_requested.emit("toolkit")
        if id_ and id_ != self.side.skill:
            self.open_skill(id_)

    # Building

    def _turn(self, *, to_side: bool) -> None:
        self._shows_side = to_side
        self._left.setVisible(not (self._is_narrow and to_side))
        self.side.setVisible(to_side or not self._is_narrow)
        self._between.setVisible(not self._is_narrow)

    def _arrange(self) -> None:
        look = self._context.look
        self._is_narrow = is_narrow(self, look)
        margin = page_margin(self, look)
        self._left.setMinimumWidth(0 if self._is_narrow else look.px(_LIST))
        self._left.setMaximumWidth(_NO_LIMIT if self._is_narrow else look.px(_LIST))
        end = margin if self._is_narrow else 20
        set_margins(self._left_column, margin - _ROW_SIDE, margin - 8, end - _ROW_SIDE, 0)
        self._name_place.setContentsMargins(0, look.px(_LEVEL), 0, 0)
        self.side.set_narrow(narrow=self._is_narrow, margin=margin)
        self._turn(to_side=self._shows_side)

    def _lay_out(self) -> None:
        look = self._context.look
        head = QHBoxLayout()
        set_margins(head, _ROW_SIDE, 0, _ROW_SIDE, 0)
        heading = labels.heading(look, text("My toolkit"))
        heading.setWordWrap(False)
        named, words = QWidget(), FlowLayout(gap=8, level=True)
        words.addWidget(heading)
        words.addWidget(self._up_to)
        self._name_place = column_in(named, 0)
        self._name_place.addLayout(words)
        self._name_place.addStretch()
        head.addWidget(named, 1)
        head.addWidget(self._change)
        below = QHBoxLayout()
        set_margins(below, _ROW_SIDE, 0, _ROW_SIDE, 4)
        below.addWidget(self._empty)
        self._left = QWidget()
        self._left_column = QVBoxLayout(self._left)
        self._left_column.setSpacing(4)
        self._left_column.addLayout(head)
        self._left_column.addLayout(below)
        self._left_column.addWidget(self.list, 1)
        self._between = QFrame()
        self._between.setProperty("kind", "between")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._between)
        row.addWidget(self.side, 1)

    def _connect(self) -> None:
        self.list.skill_opened.connect(self.open_skill)
        self.list.skill_menu_requested.connect(self._show_menu)
        self.list.comfort_opened.connect(self._open_comfort)
        self.list.overview_opened.connect(self._open_overview)
        self.list.new_requested.connect(lambda: self._change_own())
        self._change.clicked.connect(self.open_change)
        self.side.left.connect(self._back)
        self.side.skill_closed.connect(self._skill_closed)
        self.side.menu_requested.connect(lambda at: self._show_menu(self.side.skill, at))
        self.side.overview.change_requested.connect(self.open_change)
        self.side.note.gone_on.connect(self._go_on)
        self.side.hint.gone_on.connect(lambda: self._go_on(self.side.skill))
        self.side.note.stages_wanted.connect(self._open_stages)
        self._context.tasks.journal_changed.connect(self._journal_changed)
        self._context.look.look_changed.connect(self._arrange)
