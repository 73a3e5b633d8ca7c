"""Links below a picture of low spells: each begins a note that looks back at its days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.services.views.view import LookBack
    from resilience_desktop.ui.context import UiContext


class LookingBack(QWidget):
    """The spells by their first day; nothing where there are none."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._shown: tuple[LookBack, ...] = ()
        said = text("Look back at the low spell that began on")
        self._words = labels.small(context.look, said, "text_muted")
        self._words.setWordWrap(False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._links: list[QWidget] = []
        self._row = FlowLayout(self, gap=8)
        self._row.setContentsMargins(0, 8, 0, 0)
        self._row.addWidget(self._words)
        context.look.look_changed.connect(self._fit)
        self.hide()

    def show_spells(self, spells: Sequence[LookBack]) -> None:
        """Show other spells."""
        self.setVisible(bool(spells))
        if tuple(spells) == self._shown:
            return
        self._shown = tuple(spells)
        for link in self._links:
            self._row.removeWidget(link)
            link.hide()  # deleting comes later; until then it must not be seen
            link.deleteLater()
        self._links.clear()
        look = self._context.look
        for number, spell in enumerate(spells, 1):
            link = buttons.link(look, spell.words, name=f"{self.objectName()}.{number}", small=True)
            link.setAccessibleName(text("Look back at the spell of {day}").format(day=spell.words))
            link.clicked.connect(partial(self._ask, spell))
            self._row.addWidget(link)
            self._links.append(link)
        self._fit()

    def _ask(self, spell: LookBack, *_: object) -> None:
        self._context.navigator.setback_requested.emit((spell.first, spell.last))

    def _fit(self) -> None:
        """Have the words stand on one line with the links."""
        for link in self._links[:1]:
            self._words.setMinimumHeight(link.sizeHint().height())
