"""What a section of the settings is made of: a title, and settings below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.ui.reading_order import stops
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper

_TICK = 30
_SEEN = 160
"""Text units of a high setting that are brought into sight."""
_BESIDE = 480
"""Text units from which a control stands beside its words."""


class Setting(QWidget):
    """What can be set, a sentence about it, and the control."""

    def __init__(
        self,
        look: LookKeeper,
        title: str,
        control: QWidget,
        *,
        hint: str = "",
        below: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._below, self._titled = look, below, bool(title)
        self._words = " ".join((title, hint, *_words_of(control)))
        said = QVBoxLayout()
        said.setSpacing(2)
        if title:
            said.addWidget(labels.label(look, title))
        if hint:
            said.addWidget(labels.small(look, hint, "text_muted"))
        if title and not control.accessibleName():
            control.setAccessibleName(title)
        if not control.accessibleDescription():
            control.setAccessibleDescription(hint)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        if title:
            self._row.addLayout(said, 1)
            self._row.addWidget(control)
        else:  # a tick says itself what it is; the sentence stands below its words
            self._below = True
            said.setContentsMargins(_TICK, 0, 0, 0)
            self._row.addWidget(control)
            self._row.addLayout(said)
        self._arrange()

    def is_about(self, words: str) -> bool:
        """Whether these words, as somebody types them, lead here."""
        said = self._words.casefold()
        return all(word in said for word in words.casefold().split())

    def come_into_sight(self) -> None:
        """Be seen from its title on, with the keyboard on its first control."""
        bring_into_sight(self, QRect(0, 0, 1, min(self.height(), self._look.px(_SEEN))))
        for stop in stops(self)[:1]:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside its words where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = not self._below and self.width() >= self._look.px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._row.setStretch(0, 1 if beside else 0)
        self._row.setSpacing(24 if beside else 6 if self._titled else 0)


class Section(QWidget):
    """Settings that belong together."""

    def __init__(self, look: LookKeeper, key: str, title: str) -> None:
        super().__init__()
        self.setObjectName(f"settings.{key}_section")
        self.key, self.title = key, title
        self.look = look
        self.settings: list[Setting] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(20)
        self._column.addWidget(labels.title(look, title))

    def add(self, title: str, control: QWidget, *, hint: str = "", below: bool = False) -> Setting:
        """Add a setting."""
        setting = Setting(self.look, title, control, hint=hint, below=below)
        self.settings.append(setting)
        self._column.addWidget(setting)
        return setting

    def go_to(self, place: str) -> None:
        """Bring the setting with this name into sight and mark it with the keyboard."""

    def show_matching(self, words: str) -> bool:
        """Show only what these words lead to, and return whether there is anything."""
        whole = words.casefold() in self.title.casefold()
        found = [setting for setting in self.settings if whole or setting.is_about(words)]
        for setting in self.settings:
            setting.setVisible(setting in found)
        self.setVisible(bool(found))
        return bool(found)


def choice(
    name: str, values: Mapping[str, str], chosen: str, choose: Callable[[str], object]
) -> ChoiceBox:
    """Return a box with these words for these values."""
    box = ChoiceBox()
    box.setObjectName(name)
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    for value, words in values.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.activated.connect(lambda _: choose(box.currentData()))
    return box


def tick(name: str, words: str, on: bool, choose: Callable[[bool], object]) -> QCheckBox:
    """Return a box to tick."""
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setChecked(on)
    box.toggled.connect(choose)
    return box


def _words_of(control: QWidget) -> list[str]:
    """Return the words on a control, so that search finds them."""
    found = []
    for widget in (control, *control.findChildren(QWidget)):
        if isinstance(widget, QComboBox) and widget.count() < 30:
            found += [widget.itemText(place) for place in range(widget.count())]
        elif isinstance(widget, QCheckBox | labels.Label):
            found.append(widget.text())
    return found
