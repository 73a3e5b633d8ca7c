"""The toolkit in a small window, over whatever somebody is doing."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop.domain.toolkit import Comfort
from resilience_desktop.i18n import text
from resilience_desktop.services.known_skills import is_written
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.toolkit.comfort_names import comfort_name
from resilience_desktop.ui.toolkit.skill_list import length_words
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import keep_place, outermost, resize_within_window
from resilience_desktop.ui.widgets.row_button import RowButton
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.services.known_skills import KnownSkills
    from resilience_desktop.ui.context import UiContext

_SIDE, _BAR = 28, 12


class AtHand(Dialog):
    """Number keys or Enter begin at once; the skill then lasts in this window."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget,
        known: KnownSkills,
        *,
        skill: str = "",
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Begin with ``skill``, if there is one of this id, without showing the others."""
        super().__init__(parent)
        self.setObjectName("toolkit.hand")
        self.setWindowTitle(text("My toolkit"))
        self.setProperty("rings_at_once", True)
        self._context, self._known, self._clock = context, known, clock
        self._skills = known.at_hand()
        look = context.look
        self._stack = QStackedWidget()
        self._stack.addWidget(ScrollPane("toolkit.hand.scroll", self._all()))
        self._page = buttons.quiet(look, text("Open the Toolkit page"), name="toolkit.hand.page")
        if not context.tasks.has_journal:
            self._page.hide()
        self._page.clicked.connect(self._open_page)
        self._close = buttons.plain(look, text("Close"), name="toolkit.hand.close")
        self._close.clicked.connect(self.accept)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        set_margins(foot, 0, 0, _BAR, 0)
        foot.addWidget(self._page)
        foot.addStretch()
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        set_margins(whole, _SIDE - 4, 20, _SIDE - _BAR, 20)
        whole.setSpacing(12)
        self._title = labels.title(look, text("My toolkit"), name="toolkit.hand.title")
        keep_place(self._title)
        head = self.head_with_help(look, self._title)
        set_margins(head, 4, 0, _BAR, 0)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._foot)
        resize_within_window(self, look.px(560), look.px(640))
        wanted = known.skill(skill) if skill else None
        if wanted is not None:
            self.begin(wanted)
        else:
            self._rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self, skill: Skill) -> None:
        """Begin a skill at once; what is written in opens on its page instead."""
        if is_written(skill):
            self.accept()
            self._context.navigator.open_skill(skill.id)
            if isinstance(self.parent(), QDialog):  # which lies over the page
                self._context.notices.show(text("It is open on the Toolkit page."))
            return
        from resilience_desktop.ui.toolkit.player import Player

        for other in outermost(self).findChildren(Player):  # one thing at a time
            other.pause()
        player = Player(self._context, skill, clock=self._clock)
        player.closed.connect(self.accept)
        player.named.connect(partial(self._show_name, skill.name))
        self._stack.addWidget(player)
        self._stack.setCurrentWidget(player)
        self._foot.hide()
        player.begin_at_once()

    def _show_name(self, name: str, is_named: bool) -> None:
        """Say what somebody is doing, where that is not to be read below."""
        self._title.setText("" if is_named else name)
        self._title.setHidden(is_named)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin the skill of a number."""
        number = event.text()
        on_list = self._stack.currentIndex() == 0
        if on_list and number.isdecimal() and 0 < int(number) <= len(self._skills):
            self.begin(self._skills[int(number) - 1])
        else:
            super().keyPressEvent(event)

    def _all(self) -> QWidget:
        look, known = self._context.look, self._known
        inside = QWidget()
        column = QVBoxLayout(inside)
        set_margins(column, 4, 4, _BAR, 4)
        column.setSpacing(8)
        if not known.chosen():
            said = text("Until you choose your own, these three are here.")
            column.addWidget(labels.muted(look, said, name="toolkit.hand.usual"))
        own = {one.id for one in known.own}
        self._rows = [
            RowButton(
                look,
                one.name,
                name=f"toolkit.hand.{number}",
                drawing=one.drawing,
                number=number,
                aside=length_words(one, is_own=one.id in own),
            )
            for number, one in enumerate(self._skills, 1)
        ]
        for row, skill in zip(self._rows, self._skills, strict=True):
            row.clicked.connect(partial(self.begin, skill))
            column.addWidget(row)
        for comfort in Comfort:
            lines = known.toolkit.of_kind(comfort)
            if lines:
                column.addSpacing(8)
                column.addWidget(labels.label(look, comfort_name(comfort)))
                column.addWidget(labels.own_words(look, "\n".join(lines)))
        column.addStretch()
        return inside

    def _open_page(self) -> None:
        self.accept()
        self._context.navigator.open_skill("")
