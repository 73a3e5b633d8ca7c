"""A rating from 0 to 100, or on a scale of one's own: slider and number are one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.rating_number import RatingNumber
from resilience_desktop.ui.widgets.rating_slider import RatingSlider
from resilience_desktop.ui.widgets.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper

_USUAL = Span()
_BELOW = 6  # pixels from the track to its words: more than the focus ring takes


class Rating(QWidget):
    """Chooses 0 to 100, or what ``span`` says, or nothing; ``words`` names ends and middle."""

    rating_changed = Signal(object)
    """The new rating, or None when it was cleared."""
    entered = Signal()
    """The number that stands there was said with Enter."""
    shown = Signal()
    """There is a number now or not, whoever said so."""

    def __init__(
        self,
        look: LookKeeper,
        words: Mapping[int, str],
        *,
        name: str,
        title: str,
        span: Span = _USUAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._span = look, words, span
        self._rating: int | None = None
        self._slider = RatingSlider(look, span, self)
        self._slider.chosen.connect(self._take)
        self._number = RatingNumber(span, self)
        self._number.chosen.connect(self._take)
        self._number.returnPressed.connect(self.entered)
        self.set_name(name)
        self.setAccessibleName(title)
        self.setFocusProxy(self._slider)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(_BELOW)
        grid.addWidget(self._slider, 0, 0)
        grid.addWidget(self._number, 0, 1)
        self._under = _RatingWords(look, words, span)
        grid.addWidget(self._under, 1, 0)
        self._tell()
        look.follow(self._dress)

    @property
    def rating(self) -> int | None:
        """The rating, or None when it is not set."""
        return self._rating

    def set_rating(self, rating: int | None) -> None:
        """Show a rating, or none."""
        self._rating = rating
        self._tell()

    def clear(self) -> None:
        """Take the rating back."""
        self._take(None)

    def set_name(self, name: str) -> None:
        """Take another object name, as one of several that changed places."""
        self.setObjectName(name)
        self._slider.setObjectName(f"{name}.slider")
        self._number.setObjectName(f"{name}.number")

    def setAccessibleName(self, title: str) -> None:
        """Say what is being rated: slider and number have one name."""
        self._slider.setAccessibleName(title)
        self._number.setAccessibleName(title)

    def set_words(self, words: Mapping[int, str]) -> None:
        """Give the ends and the middle another meaning."""
        self._words = words
        self._under.set_words(words)
        self._tell()

    def show_words(self, *, shown: bool) -> None:
        """Show or leave out the words below: in a column of ratings the last one has them."""
        self._under.setVisible(shown)

    def _take(self, rating: int | None) -> None:
        if rating != self._rating:
            self.set_rating(rating)
            self.rating_changed.emit(rating)

    def _tell(self) -> None:
        self._slider.show_rating(self._rating)
        self._number.show_rating(self._rating)
        span = self._span
        if self._rating is None:
            said = text("not set, {low} to {high}").format(low=_aloud(span.low), high=span.high)
        elif span.low == 0:
            said = text("{n} of {most}").format(n=self._rating, most=span.high)
        else:
            said = text("{n}, from {low} to {high}").format(
                n=_aloud(self._rating), low=_aloud(span.low), high=_aloud(span.high)
            )
        if self._rating is not None and self._rating in self._words:
            said = f"{said}, {self._words[self._rating]}"
        self._slider.setAccessibleDescription(said)
        self._number.setAccessibleDescription(said)
        self.shown.emit()

    def _dress(self) -> None:
        self._number.setFixedWidth(self._look.px(60))


class _RatingWords(QWidget):
    """What the ends and the middle of a rating mean, as wide as its slider."""

    def __init__(
        self, look: LookKeeper, words: Mapping[int, str], span: Span, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the slider above
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._labels: dict[int, Label] = {}
        for value, place in (
            (span.low, Qt.AlignmentFlag.AlignLeft),
            (span.middle, Qt.AlignmentFlag.AlignHCenter),
            (span.high, Qt.AlignmentFlag.AlignRight),
        ):
            label = self._labels[value] = Label(look, words.get(value, ""), "small", "text_faint")
            label.setAlignment(place | Qt.AlignmentFlag.AlignTop)
            # Thirds of one width: the middle word stands under the middle of the track.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(label, 1)
        self._middle = self._labels[span.middle]
        self._share_room()

    def set_words(self, words: Mapping[int, str]) -> None:
        """Say something else below the slider."""
        for value, label in self._labels.items():
            label.setText(words.get(value, ""))
        self._share_room()

    def _share_room(self) -> None:
        """Leave the room of the middle to the ends where it has no words."""
        self._middle.setVisible(bool(self._middle.text()))


def _aloud(value: int) -> str:
    """Return a number as a screen reader should say it: a hyphen may be passed over."""
    return text("minus {number}").format(number=-value) if value < 0 else str(value)
