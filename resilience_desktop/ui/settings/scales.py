"""The person's own scales: which are asked, in which order, and how to add or change one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.section import tick
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.ui.theme import LookKeeper


class ScalesEditor(QWidget):
    """A row for each scale: a tick whether it is asked, its range, change, and its place."""

    scales_changed = Signal(object)
    """All scales, a tuple of ``OwnScale``."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("settings.scales")
        self._look = look
        self._scales: tuple[OwnScale, ...] = ()
        self._used: set[str] = set()
        self._before: tuple[OwnScale, ...] = ()
        """How they were before one was removed."""
        holder = QWidget()
        self._list = column_in(holder, 4)
        self._add = buttons.quiet(
            look, text("Add a scale ..."), name="settings.add_scale", flush=True, drawing="plus"
        )
        self._add.clicked.connect(lambda: self._open(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(holder)
        column.addWidget(self._removed_line())
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def know_used(self, ids: set[str]) -> None:
        """Learn which scales have numbers: those cannot be removed."""
        self._used = ids

    def show_scales(self, scales: tuple[OwnScale, ...]) -> None:
        """Show these scales; rows stay as they are when nothing changed."""
        if scales == self._scales:
            return
        focus = self.window().focusWidget()
        hand = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self._scales = scales
        empty(self._list)
        for place, scale in enumerate(scales):
            self._list.addWidget(self._row(place, scale))
        if hand:
            self._give_keyboard_back(hand)

    def _row(self, place: int, scale: OwnScale) -> QWidget:
        look, number = self._look, place + 1
        row = QWidget()
        asked = tick(f"settings.scale{number}", scale.name, scale.asked, partial(self._ask, place))
        change = buttons.link(look, text("Change"), name=f"settings.scale{number}.change")
        change.setAccessibleName(text("Change {scale}").format(scale=scale.name))
        change.clicked.connect(lambda: self._open(scale))
        up = self._mover(place, -1, "chevron-up", text("Move {scale} up").format(scale=scale.name))
        down = self._mover(
            place, 1, "chevron-down", text("Move {scale} down").format(scale=scale.name)
        )
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(asked, 1)
        for button in (change, up, down):
            across.addWidget(button)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        column.addWidget(_indented(labels.small(look, range_words(scale), "text_muted")))
        return row

    def _mover(self, place: int, step: int, drawing: str, words: str) -> buttons.IconButton:
        way = "up" if step < 0 else "down"
        name = f"settings.scale{place + 1}.{way}"
        button = buttons.IconButton(self._look, drawing, words, "inner", name=name)
        button.setEnabled(0 <= place + step < len(self._scales))
        button.clicked.connect(partial(self._move, place, step))
        return button

    def _ask(self, place: int, asked: bool) -> None:
        scales = list(self._scales)
        scales[place] = replace(scales[place], asked=asked)
        self._keep(scales)

    def _move(self, place: int, step: int) -> None:
        scales = list(self._scales)
        scales.insert(place + step, scales.pop(place))
        self._keep(scales)
        way = "up" if step < 0 else "down"
        self._give_keyboard_back(f"settings.scale{place + step + 1}.{way}")
        announce(self, text("Place {n}").format(n=place + step + 1))

    def _open(self, scale: OwnScale | None) -> None:
        from resilience_desktop.ui.settings.scale_dialog import ScaleDialog

        removable = scale is not None and scale.id not in self._used
        dialog = ScaleDialog(self._look, self.window(), scale, removable=removable)
        dialog.scale_made.connect(self._take)
        dialog.removal_wanted.connect(self._remove)
        dialog.open()

    def _take(self, made: OwnScale) -> None:
        there = [scale.id for scale in self._scales]
        if made.id in there:
            self._keep(made if scale.id == made.id else scale for scale in self._scales)
        else:
            self._keep((*self._scales, made))

    def _remove(self, gone: OwnScale) -> None:
        before = self._scales
        self._keep(scale for scale in before if scale.id != gone.id)
        self._before = before
        self._gone.show()
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._said.text())

    def _put_back(self) -> None:
        self._keep(self._before)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _removed_line(self) -> QWidget:
        """Return what is seen while a scale that was just removed can come back."""
        self._gone = QWidget()
        self._said = labels.small(self._look, text("Removed."), "text_muted")
        self._undo = buttons.link(self._look, text("Undo"), name="settings.scales.undo")
        self._undo.clicked.connect(self._put_back)
        row = QHBoxLayout(self._gone)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._said)
        row.addWidget(self._undo)
        row.addStretch()
        self._gone.hide()
        return self._gone

    def _keep(self, scales: Iterable[OwnScale]) -> None:
        self._gone.hide()
        self.show_scales(tuple(scales))
        self.scales_changed.emit(self._scales)

    def _give_keyboard_back(self, name: str) -> None:
        """Put the keyboard where it was; a button at the end may be of no use any more."""
        other = name.removesuffix(".up") + ".down" if name.endswith(".up") else ""
        other = name.removesuffix(".down") + ".up" if name.endswith(".down") else other
        for wanted in (name, other):
            found = [part for part in self.findChildren(QWidget, wanted) if not part.isHidden()]
            if found and found[-1].isEnabled():
                found[-1].setFocus(Qt.FocusReason.OtherFocusReason)
                return


def range_words(scale: OwnScale) -> str:
    """Return from where to where a scale goes, with the words at its ends."""
    low, high = _end(scale.low, scale.low_words), _end(scale.high, scale.high_words)
    return text("{low} to {high}").format(low=low, high=high)


def _end(number: int, words: str) -> str:
    shown = str(number).replace("-", "\N{MINUS SIGN}")
    return text("{number} ({words})").format(number=shown, words=words) if words else shown


def _indented(label: labels.Label) -> labels.Label:
    label.setContentsMargins(30, 0, 0, 4)
    return label
