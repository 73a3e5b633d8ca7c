"""Choosing what is in the toolkit, and in which order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.known_skills import KnownSkills
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.section import Setting, tick
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.toolkit.skill_list import length_words
from resilience_desktop.ui.toolkit.skill_order import SkillOrder
from resilience_desktop.ui.toolkit.swap_dialog import SwapDialog
from resilience_desktop.ui.toolkit.toolkit_changes import change_toolkit
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import column_in, empty, resize_within_window
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.toolkit import Toolkit
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.toolkit.toolkit_changes import Change

_SIDE, _BAR = 28, 12


class MyToolkitDialog(Dialog):
    """Every tick and every move is kept at once."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolkit.change")
        self.setWindowTitle(text("My toolkit"))
        self._context = context
        self._known = KnownSkills()
        self._offered: list[str] = []
        look = context.look
        self.order = SkillOrder(look)
        self._few = labels.muted(look, "", name="toolkit.change.few")
        self._ticks: dict[str, QCheckBox] = {}
        holder = QWidget()
        self._rows = column_in(holder, 0)
        inside = QWidget()
        column = QVBoxLayout(inside)
        set_margins(column, 4, 4, _BAR, 4)
        column.setSpacing(8)
        column.addWidget(labels.heading(look, text("In your toolkit")))
        column.addWidget(self._few)
        column.addWidget(self.order)
        column.addSpacing(16)
        column.addWidget(labels.heading(look, text("All skills")))
        column.addWidget(holder)
        self._locked = tick(
            "toolkit.change.locked", text("Also while it is locked"), False, self._turn_locked
        )
        hint = text(
            "Then the names of these skills are kept in the journal’s folder without encryption, "
            "so that the lock page can offer them. What you wrote yourself stays inside."
        )
        self._locked.setAccessibleDescription(hint)
        column.addSpacing(8)
        column.addWidget(Setting(look, "", self._locked, hint=hint))
        column.addStretch()
        self._close = buttons.plain(look, text("Close"), name="toolkit.change.close")
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        set_margins(foot, 4, 0, _BAR, 0)
        foot.addStretch()
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        set_margins(whole, _SIDE - 4, 24, _SIDE - _BAR, 20)
        whole.setSpacing(12)
        head = self.head_with_help(look, text("My toolkit"))
        set_margins(head, 4, 0, _BAR, 0)
        whole.addLayout(head)
        whole.addWidget(ScrollPane("toolkit.change.scroll", inside), 1)
        whole.addLayout(foot)
        self.order.moved.connect(self._move)
        context.tasks.journal_changed.connect(self._journal_changed)
        resize_within_window(self, look.px(560), look.px(680))
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _read(self) -> None:
        self._context.tasks.read(_found, self._take, owner=self, latest="toolkit.change")

    def _take(self, found: tuple[KnownSkills, bool]) -> None:
        known, is_shown = found
        with QSignalBlocker(self._locked):
            self._locked.setChecked(is_shown)
        self._show(known)

    def _turn_locked(self, on: bool) -> None:
        self._context.tasks.write(
            lambda journal: journal.toolkit_when_locked.show(is_shown=on),
            owner=self,
            failed=self._not_kept,
        )

    def _show(self, known: KnownSkills) -> None:
        self._known = known
        self.order.show_skills(known.chosen())
        self._few.setText(_few_words(len(known.toolkit.chosen)))
        skills = _everything(known)
        if [one.id for one in skills] != self._offered:
            self._offer(skills)
        for id_, box in self._ticks.items():
            with QSignalBlocker(box):
                box.setChecked(id_ in known.toolkit.chosen)

    def _offer(self, skills: list[Skill]) -> None:
        empty(self._rows)
        self._offered = [one.id for one in skills]
        own = {one.id for one in self._known.own}
        self._ticks = {}
        for skill in skills:
            length = length_words(skill, is_own=skill.id in own)
            words = skill.name.replace("&", "&&")
            box = tick(f"toolkit.tick.{skill.id}", words, False, partial(self._turn, skill.id))
            box.setAccessibleDescription(length)
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(box, 1)
            across.addWidget(labels.small(self._context.look, length, "text_muted"))
            self._rows.addWidget(row)
            self._ticks[skill.id] = box

    def _turn(self, skill: str, on: bool) -> None:
        toolkit = self._known.toolkit
        if not on:
            self._keep(toolkit.without(skill), lambda now: now.without(skill))
        elif not toolkit.is_full:
            self._keep(toolkit.with_skill(skill), partial(_with, skill=skill))
        else:
            self._ask_which(skill)

    def _ask_which(self, skill: str) -> None:
        """Leave the tick for now: one of the five has to make room first."""
        with QSignalBlocker(self._ticks[skill]):
            self._ticks[skill].setChecked(False)
        new = self._known.skill(skill)
        if new is None:
            return
        dialog = SwapDialog(self._context.look, self, new, self._known.chosen())
        dialog.swapped.connect(lambda out: self._swap(skill, out))
        dialog.open()

    def _swap(self, skill: str, out: str) -> None:
        self._keep(
            self._known.toolkit.with_skill(skill, out),
            lambda now: now.with_skill(skill, out) if out in now.chosen else now,
        )

    def _move(self, skill: str, by: int) -> None:
        moved = _moved(self._known.toolkit, skill, by)
        self._keep(moved, lambda now: _moved(now, skill, by))
        announce(self.order, text("Place {n}").format(n=moved.chosen.index(skill) + 1))

    def _keep(self, at_once: Toolkit, how: Change) -> None:
        """Show it at once, and keep it; what could not be kept is shown as it was."""
        before = self._known
        self._show(replace(before, toolkit=at_once))
        change_toolkit(self._context, self, how, failed=self._not_kept)

    def _not_kept(self, error: BaseException) -> None:
        self._read()
        self._context.tasks.work_failed.emit(error)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.toolkit:
            self._read()


def _found(journal: Journal) -> tuple[KnownSkills, bool]:
    return KnownSkills.of(journal), journal.toolkit_when_locked.is_shown()


def _everything(known: KnownSkills) -> list[Skill]:
    """Return all skills in an order that does not change with what is chosen."""
    nothing = replace(known, toolkit=replace(known.toolkit, chosen=()))
    return [*nothing.of_the_app(), *nothing.of_ones_own()]


def _few_words(count: int) -> str:
    if not count:
        return text("Nothing yet. Tick three to five below.")
    return text("Three to five are few enough to find at once. Alt+Up and Alt+Down move one.")


def _with(toolkit: Toolkit, skill: str) -> Toolkit:
    return toolkit if toolkit.is_full else toolkit.with_skill(skill)


def _moved(toolkit: Toolkit, skill: str, by: int) -> Toolkit:
    if skill not in toolkit.chosen:
        return toolkit
    others = [one for one in toolkit.chosen if one != skill]
    place = max(0, min(len(others), toolkit.chosen.index(skill) + by))
    return replace(toolkit, chosen=(*others[:place], skill, *others[place:]))
