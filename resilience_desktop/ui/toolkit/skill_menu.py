"""What can be done with a skill besides using it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.swap_dialog import SwapDialog
from resilience_desktop.ui.toolkit.toolkit_changes import (
    change_and_say,
    with_automatic,
    with_gone_on,
)
from resilience_desktop.ui.widgets.confirm import ConfirmDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.toolkit import Toolkit
    from resilience_desktop.services.known_skills import KnownSkills
    from resilience_desktop.ui.context import UiContext


class SkillMenu(QMenu):
    """Offers what fits how a skill is now."""

    own_change_requested = Signal(str)
    """The id of a skill of one's own to be changed."""

    def __init__(
        self, context: UiContext, parent: QWidget, known: KnownSkills, skill: Skill
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolkit.skill_menu")
        does, toolkit = _Does(context, parent, known, skill), known.toolkit
        if skill.id in toolkit.chosen:
            self._add("out", text("Take it out of my toolkit"), does.take_out)
        else:
            self._add("in", text("Put it in my toolkit"), does.put_in)
        if skill.id in toolkit.automatic:
            words = text("I still have to think about it")
            self._add("not_by_itself", words, does.not_by_itself)
        else:
            self._add("by_itself", text("I do this without thinking now"), does.by_itself)
        if skill.id in toolkit.gone_on:
            self._add("note", text("Show the note before it again"), does.show_note_again)
        if known.own_skill(skill.id) is not None:
            change = partial(self.own_change_requested.emit, skill.id)
            self._add("change", text("Change it ..."), change)

    def _add(self, name: str, words: str, work: Callable[[], object]) -> None:
        action = QAction(words, self)
        action.setObjectName(f"{self.objectName()}.{name}")
        action.triggered.connect(lambda: work())
        self.addAction(action)


class _Does:
    """Puts a skill into the toolkit or takes it out, and notes when it comes by itself.

    It asks where something has to be asked first, when the menu is gone.
    """

    def __init__(self, context: UiContext, page: QWidget, known: KnownSkills, skill: Skill) -> None:
        self._context, self._page = context, page
        self._known, self._skill, self._toolkit = known, skill, known.toolkit

    def put_in(self) -> None:
        if not self._toolkit.is_full:
            self._keep(lambda now: now.with_skill(self._skill.id), text("It is in your toolkit."))
            return
        dialog = SwapDialog(
            self._context.look, self._page.window(), self._skill, self._known.chosen()
        )
        dialog.swapped.connect(lambda instead_of: self._swap(instead_of))
        dialog.open()

    def _swap(self, instead_of: str) -> None:
        skill = self._skill.id
        said = text("It is in your toolkit. The other one is in the list.")
        self._keep(lambda now: now.with_skill(skill, instead_of), said)

    def take_out(self) -> None:
        said = text("It is out of your toolkit, and still in the list.")
        self._keep(lambda now: now.without(self._skill.id), said)

    def by_itself(self) -> None:
        skill = self._skill.id
        self._keep(
            lambda now: with_automatic(now, skill, by_itself=True),
            text("Noted: you do it without thinking now."),
        )
        if skill not in self._toolkit.chosen:
            return
        dialog = ConfirmDialog(
            self._context.look,
            self._page.window(),
            name="toolkit.by_itself",
            question=text("Make room for something new?"),
            meaning=text(
                "What you do without thinking needs no place in your toolkit. It stays in the "
                "list, and you can put it back at any time."
            ),
            yes=text("Take it out"),
            is_final=False,
        )
        dialog.accepted.connect(lambda: self.take_out())
        dialog.open()

    def not_by_itself(self) -> None:
        skill = self._skill.id
        self._keep(
            lambda now: with_automatic(now, skill, by_itself=False),
            text("It is as before."),
        )

    def show_note_again(self) -> None:
        skill = self._skill.id
        self._keep(
            lambda now: with_gone_on(now, skill, goes_on=False),
            text("The note is shown again."),
        )

    def _keep(self, how: Callable[[Toolkit], Toolkit], said: str) -> None:
        change_and_say(self._context, self._page, self._toolkit, how, said)
