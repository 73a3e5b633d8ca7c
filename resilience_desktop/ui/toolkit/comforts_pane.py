"""Things that help in a hard hour: three lists of one's own, a line each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.domain.toolkit import Comfort
from resilience_desktop.i18n import text
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.toolkit.comfort_names import comfort_hint, comfort_name
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.line_list import LineList
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.toolkit import Toolkit
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

    Comforts = tuple[tuple[Comfort, str], ...]


class ComfortsPane(QWidget):
    """Saved by itself as it is typed."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("toolkit.comforts")
        look = context.look
        self.lists: dict[Comfort, LineList] = {}
        self._headings: dict[Comfort, QWidget] = {}
        self.state = SavedState(look, name="toolkit.comforts.state")
        self.saving = Saving(context, self, self.state, work=self._as_they_stand, words=self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addWidget(labels.title(look, text("Things that help")))
        column.addWidget(
            labels.muted(look, text("Your own, for a hard hour. They stand in Help now and in F2."))
        )
        column.addWidget(self.state.banner)
        for comfort in Comfort:
            spoken = f"{comfort_name(comfort)}, {{n}}"
            lines = LineList(look, name=f"toolkit.{comfort}", spoken=spoken, add=text("Add a line"))
            for add in lines.findChildren(QWidget, f"toolkit.{comfort}.add"):
                add.setAccessibleName(text("Add a line: {list}").format(list=comfort_name(comfort)))
            lines.changed.connect(self.saving.touch)
            heading = labels.heading(look, comfort_name(comfort))
            column.addSpacing(20)
            column.addWidget(heading)
            column.addWidget(labels.small(look, comfort_hint(comfort), "text_muted"))
            column.addSpacing(4)
            column.addWidget(lines)
            self.lists[comfort], self._headings[comfort] = lines, heading
        column.addSpacing(12)
        column.addWidget(self.state)
        column.addStretch()

    def show_toolkit(self, toolkit: Toolkit) -> None:
        """Show what is kept, but never over what is being typed."""
        if self.saving.is_pending or self.saving.is_under_way or self.saving.is_failing:
            return
        for comfort, lines in self.lists.items():
            kept = toolkit.of_kind(comfort)
            if tuple(words for _, words in lines.lines()) != kept:
                lines.set_lines(kept)

    def go_to(self, comfort: Comfort) -> None:
        """Bring a list into sight, with the keyboard on what adds to it."""
        bring_into_sight(self._headings[comfort], self._headings[comfort].rect())
        add = self.findChild(QWidget, f"toolkit.{comfort}.add")
        if add is not None:
            add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _comforts(self) -> Comforts:
        return tuple(
            (comfort, words) for comfort, lines in self.lists.items() for _, words in lines.lines()
        )

    def _as_they_stand(self) -> partial[Changes]:
        return partial(_kept, comforts=self._comforts())

    def _words(self) -> str:
        return "\n".join(words for _, words in self._comforts())


def _kept(journal: Journal, comforts: Comforts) -> Changes:
    return journal.toolkit.keep(replace(journal.toolkit.get(), comforts=comforts))
