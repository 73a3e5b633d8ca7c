"""Chips: short words to choose from, any number of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.ui.theme import LookKeeper

_SIDE, _SIDE_WITH_MARK, _GAP = 12, 8, 6
_CLOSE, _NUMBER_GAP = 4, 6  # between a word and its mark, or its number
_CHOSEN = 500  # weight of the word on a chosen one
_LONGEST = "100"
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_SIDEWAYS = (Qt.Key.Key_Right, Qt.Key.Key_Left)
_ALL = 100
_ONE_NUMBER_MS = 1000  # milliseconds in which the next digit belongs to the same number
_DIGITS = {str(digit): 10 * digit for digit in range(1, 10)} | {"0": 100}


class Chip(QAbstractButton):
    """One word that can be chosen, with a number for its strength if there is one.

    It is as wide chosen as not, so that nothing moves: the mark has its room from the start. With
    its first number it grows, and then any number fits.
    """

    def __init__(self, look: LookKeeper, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = word
        self.mark = "check"
        """The drawing on a chosen one."""
        self._look = look
        self._strength: int | None = None
        self.setCheckable(True)
        self.setProperty("kind", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()
        look.look_changed.connect(self.updateGeometry)

    @property
    def strength(self) -> int | None:
        """How strong the feeling is, 0-100, or None."""
        return self._strength

    def set_strength(self, strength: int | None) -> None:
        """Show how strong the feeling is."""
        grows = (strength is None) is not (self._strength is None)
        self._strength = strength
        self._tell()
        self.update()
        if grows:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a pill round the word and its mark, whether there is one now or not."""
        words = QFontMetricsF(self._look.font("label", weight=_CHOSEN))
        width = words.horizontalAdvance(self.word) + _SIDE_WITH_MARK + self._look.px(18) + _CLOSE
        width += _SIDE if self._strength is None else self._number_room() + _SIDE
        return QSize(round(width + 0.5), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the least width: long words of one's own are shortened."""
        return QSize(min(self.sizeHint().width(), self._look.px(96)), self._look.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        look, chosen = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() and self.isEnabled()
        edge = "accent" if chosen else "stroke" if hovered else "rule_strong"
        fill = ("accent_soft_hover" if hovered else "accent_soft") if chosen else "surface"
        painter.setPen(QPen(look.color(edge), 1))
        painter.setBrush(look.color(fill))
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
        left, right = float(_SIDE), float(self.width() - _SIDE)
        if chosen:
            left = self._paint_mark(painter)
        if chosen and self._strength is not None:
            right = self._paint_number(painter, right)
        font = look.font("label", weight=_CHOSEN if chosen else 400)
        painter.setFont(font)
        painter.setPen(look.color("on_accent_soft" if chosen else "text"))
        shown = QFontMetricsF(font).elidedText(
            self.word, Qt.TextElideMode.ElideRight, right - left + 1
        )
        room = turned(self, QRectF(left, 0, right - left + 2, self.height()))
        across = Qt.AlignmentFlag.AlignHCenter if not chosen else Qt.AlignmentFlag(0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | across, shown)

    def _paint_mark(self, painter: QPainter) -> float:
        """Paint the mark, and return where the word begins beside it."""
        look, side = self._look, self._look.px(18)
        place = QPoint(_SIDE_WITH_MARK, (self.height() - side) // 2)
        mark = icon(self.mark, look, "on_accent_soft")
        mark.paint(painter, turned(self, QRectF(place, QSize(side, side))).toRect())
        return _SIDE_WITH_MARK + side + float(_CLOSE)

    def _paint_number(self, painter: QPainter, right: float) -> float:
        """Paint the number up to ``right``, and return where the word has to end."""
        font = self._look.font("small", weight=600)
        width = QFontMetricsF(font).horizontalAdvance(str(self._strength))
        painter.setFont(font)
        painter.setPen(self._look.color("on_accent_soft"))
        number = turned(self, QRectF(right - width, 0, width + 1, self.height()))
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(self._strength))
        return right - width - _NUMBER_GAP

    def _number_room(self) -> float:
        """Return the width of the longest number, with the gap beside it."""
        numbers = QFontMetricsF(self._look.font("small", weight=600))
        return numbers.horizontalAdvance(_LONGEST) + _NUMBER_GAP

    def _tell(self) -> None:
        words = self.word
        if self._strength is not None:
            words = text("{feeling}, {n} of 100").format(feeling=words, n=self._strength)
        self.setAccessibleName(words)


class MoreChip(QPushButton):
    """The dashed chip that opens the rest."""

    def __init__(self, look: LookKeeper, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look = look
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a pill round a plus and the words."""
        width = QFontMetricsF(self._look.font("label", weight=400)).horizontalAdvance(self.text())
        width += _SIDE + self._look.px(18) + _GAP + _SIDE
        return QSize(round(width + 0.5), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the same: these words are short."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.color("stroke"), 1)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(look.color("sunken_strong") if hovered else Qt.BrushStyle.NoBrush)
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
        side = look.px(18)
        plus = turned(self, QRectF(_SIDE, (self.height() - side) // 2, side, side))
        icon("plus", look).paint(painter, plus.toRect())
        painter.setFont(look.font("label", weight=400))
        painter.setPen(look.color("text_muted"))
        left = _SIDE + side + _GAP
        room = turned(self, QRectF(left, 0, self.width() - left, self.height()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class ChipGroup(Group):
    """Chips as one stop of the keyboard: Tab enters, arrows move, Space chooses, letters find.

    In a ``single`` one, choosing a chip takes the choice from the one before.
    """

    chosen_changed = Signal()
    more_requested = Signal()
    left_forwards = Signal()
    """An arrow went past the last chip."""
    left_backwards = Signal()
    """An arrow went before the first chip."""
    entered = Signal(QWidget)
    """A chip has the focus."""
    rated = Signal(str, int)
    """A number was typed on this word: 7 is 70 of 100, as 70 is, and 0 alone is all of it."""

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        title: str,
        more: str = "",
        single: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look, self._single = look, single
        self.takes_digits = False
        """Whether a digit says how strong a word is."""
        self._typed = ("", "")
        """The word that a number is being typed on, and its digits so far."""
        self._typing = QTimer(self, singleShot=True, interval=_ONE_NUMBER_MS)
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self._more: MoreChip | None = None
        if more:
            self._more = MoreChip(look, more, self)
            self._more.setObjectName(f"{name}.more")
            self._more.clicked.connect(self.more_requested)
            self._more.installEventFilter(self)
            self._flow.addWidget(self._more)
        self._stand_at(0)

    def words(self) -> list[str]:
        """Return the words on offer."""
        return [chip.word for chip in self._chips]

    def set_words(self, words: Iterable[str]) -> None:
        """Offer these words; what was chosen stays chosen where it is still on offer."""
        before = {chip.word: chip for chip in self._chips}
        wanted = list(dict.fromkeys(words))
        for word, chip in before.items():
            if word not in wanted:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
        self._chips = [before.get(word) or self._chip(word) for word in wanted]
        buttons = self._buttons()
        for number, button in enumerate(buttons):
            button.setAccessibleDescription(
                text("{n} of {count}").format(n=number + 1, count=len(buttons))
            )
            if button is not self._more:
                button.setObjectName(f"{self.objectName()}.{number + 1}")
        self._flow.put_in_order(buttons)
        self._stand_at(0)
        self.updateGeometry()

    def chosen(self) -> list[str]:
        """Return the words that are chosen, as they stand."""
        return [chip.word for chip in self._chips if chip.isChecked()]

    def set_chosen(self, words: Iterable[str]) -> None:
        """Show these words as chosen and the others not."""
        wanted = set(words)
        for chip in self._chips:
            chip.setChecked(chip.word in wanted)

    def set_strength(self, word: str, strength: int | None) -> None:
        """Show how strong one feeling is."""
        for chip in self._chips:
            if chip.word == word:
                chip.set_strength(strength)

    def show_only(self, words: Iterable[str]) -> None:
        """Hide the chips of all other words."""
        wanted = set(words)
        for chip in self._chips:
            chip.setVisible(chip.word in wanted)
        shown = [number for number, chip in enumerate(self._chips) if not chip.isHidden()]
        self._stand_at(shown[0] if shown else 0)

    def enter(self, number: int = 0, *, at_end: bool = False) -> bool:
        """Take the focus at the first, last or another chip; return whether there was one."""
        shown = [button for button in self._buttons() if not button.isHidden()]
        if shown:
            place = len(shown) - 1 if at_end else min(number, len(shown) - 1)
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between chips."""
        if event.type() == QEvent.Type.FocusIn:
            self._stand_at(self._buttons().index(watched))  # type: ignore[arg-type]
            self.entered.emit(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._moved(watched, event)
        return super().eventFilter(watched, event)

    def _buttons(self) -> list[QAbstractButton]:
        return [*self._chips, *([self._more] if self._more else [])]

    def _chip(self, word: str) -> Chip:
        chip = Chip(self._look, word, self)
        chip.clicked.connect(partial(self._clicked, chip))
        chip.installEventFilter(self)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _clicked(self, chip: Chip) -> None:
        if self._single and chip.isChecked():
            self.set_chosen([chip.word])
        self.chosen_changed.emit()

    def _stand_at(self, here: int) -> None:
        """Make one chip the one that Tab reaches."""
        for number, button in enumerate(self._buttons()):
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if number == here else Qt.FocusPolicy.ClickFocus
            )
            if number == here:
                self.setFocusProxy(button)

    def _moved(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        shown = [button for button in self._buttons() if not button.isHidden()]
        here = next(number for number, button in enumerate(shown) if button is watched)
        key = Qt.Key(event.key())
        if key in _STEPS:
            turn = -1 if is_turned() and key in _SIDEWAYS else 1
            there = here + turn * _STEPS[key]
            if there < 0:
                self.left_backwards.emit()
            elif there >= len(shown):
                self.left_forwards.emit()
            else:
                shown[there].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            shown[0 if key == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        letter = event.text().casefold()
        if self.takes_digits and letter in _DIGITS and isinstance(watched, Chip):
            self.rated.emit(watched.word, self._number(watched.word, letter))
            return True
        if letter.isalpha():
            turned = shown[here + 1 :] + shown[: here + 1]
            for button in turned:
                words = button.word if isinstance(button, Chip) else button.text()
                if words.casefold().startswith(letter):
                    button.setFocus(Qt.FocusReason.TabFocusReason)
                    break
            return True
        return False

    def _number(self, word: str, digit: str) -> int:
        """Return the number that is typed: one digit counts in tens until another one follows."""
        digits = self._typed[1] + digit
        goes_on = self._typing.isActive() and self._typed[0] == word and digits[0] != "0"
        if not goes_on or int(digits) > _ALL:
            digits = digit
        self._typed = word, digits
        self._typing.start()
        return int(digits) if len(digits) > 1 else _DIGITS[digit]
