"""Feelings: a few suggestions, More for all of them, and how strong each one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.chips import ChipGroup
from resilience_desktop.ui.widgets.feelings_dialog import FeelingsDialog
from resilience_desktop.ui.widgets.rating import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.ui.theme import LookKeeper

SUGGESTIONS = 6


class FeelingsPicker(QWidget):
    """Chooses any number of feelings, each with a strength from 0 to 100 if wanted."""

    feelings_changed = Signal()

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        title: str = "",
        asks_strength: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = look
        self._recent: list[str] = []
        self._left_out: list[str] = []
        self._order: list[str] = []
        self._strength: dict[str, int] = {}
        self._dialog: FeelingsDialog | None = None
        self._chips = ChipGroup(
            look, name=f"{name}.chips", title=title or text("Feelings"), more=text("More")
        )
        self._chips.chosen_changed.connect(self._chips_changed)
        self._chips.more_requested.connect(self.open_all)
        self.how_strong = buttons.Opener(
            look, text("How strong?"), name=f"{name}.how_strong", flush=True
        )
        self.how_strong.turned.connect(self._show_strengths)
        self._strengths = _Strengths(look, f"{name}.strength")
        self._strengths.strength_changed.connect(self._strength_given)
        self._asks_strength = asks_strength
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(self.how_strong, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._strengths)
        self.setFocusProxy(self._chips)
        self._offer()
        self._tell()

    def feelings(self) -> tuple[Feeling, ...]:
        """Return the chosen feelings, in the order they were chosen."""
        return tuple(Feeling(word, self._strength.get(word)) for word in self._order)

    def set_feelings(self, feelings: Iterable[Feeling]) -> None:
        """Show these feelings as chosen."""
        chosen = list(feelings)
        self._order = list(dict.fromkeys(feeling.word for feeling in chosen))
        self._strength = {f.word: f.intensity for f in chosen if f.intensity is not None}
        self.how_strong.set_open(is_open=False)
        self._offer()
        self._tell()

    def set_recent(self, words: Sequence[str]) -> None:
        """Offer the words used last first, then the usual ones."""
        self._recent = list(words)
        self._offer()
        self._tell()

    def leave_out(self, words: Iterable[str]) -> None:
        """Do not offer these: they are rated elsewhere."""
        self._left_out = list(words)

    def open_all(self) -> None:
        """Open the list of all feelings."""
        own = [word for word in self._chips.words() if word not in self._order]
        self._dialog = FeelingsDialog(
            self._look, self._order, own=own, without=self._left_out, parent=self.window()
        )
        self._dialog.finished.connect(self._take_from_dialog)
        self._dialog.open()

    def show_strengths(self, *, shown: bool = True) -> None:
        """Show or hide the sliders for how strong the feelings are."""
        self.how_strong.set_open(is_open=shown)

    def _take_from_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        chosen = dialog.chosen()
        dialog.deleteLater()
        if chosen != self._order:
            self._order = chosen
            self._offer()
            self._changed()
        self._chips.enter(at_end=True)

    def _offer(self) -> None:
        """Offer the chosen words first, and others until there are a few."""
        recent = self._recent[: SUGGESTIONS - 2]  # two common ones stay, so none are crowded out
        others = (*recent, *content.suggested_feelings())
        usual = (*self._order, *(word for word in others if word not in self._left_out))
        offered = list(dict.fromkeys(usual))[: max(SUGGESTIONS, len(self._order) + 2)]
        self._chips.set_words(offered)

    def _chips_changed(self) -> None:
        now = self._chips.chosen()
        self._order = [word for word in self._order if word in now]
        self._order += [word for word in now if word not in self._order]
        self._changed()

    def _strength_given(self, word: str, strength: int | None) -> None:
        if strength is None:
            self._strength.pop(word, None)
        else:
            self._strength[word] = strength
        self._chips.set_strength(word, strength)
        self.feelings_changed.emit()

    def _changed(self) -> None:
        self._strength = {w: n for w, n in self._strength.items() if w in self._order}
        self._tell()
        self.feelings_changed.emit()

    def _tell(self) -> None:
        self._chips.set_chosen(self._order)
        for word in self._chips.words():
            self._chips.set_strength(word, self._strength.get(word))
        any_chosen = bool(self._order)
        self.how_strong.setVisible(any_chosen and self._asks_strength)
        if not any_chosen:
            self.how_strong.set_open(is_open=False)
        self._show_strengths()

    def _show_strengths(self) -> None:
        shown = self.how_strong.is_open
        self._strengths.set_feelings(self.feelings() if shown else ())
        self._strengths.setVisible(shown)


class _Strengths(QWidget):
    """A row for each chosen feeling: word, slider, number, clear."""

    strength_changed = Signal(str, object)

    def __init__(self, look: LookKeeper, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 4)
        self._column.setSpacing(4)
        look.look_changed.connect(self._align)

    def set_feelings(self, feelings: Sequence[Feeling]) -> None:
        before = {row.feeling: row for row in self._rows}
        self._rows = [before.get(f.word) or self._row(f.word) for f in feelings]
        for gone in (row for row in before.values() if row not in self._rows):
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, (row, feeling) in enumerate(zip(self._rows, feelings, strict=True)):
            self._column.insertWidget(number, row)
            row.set_place(number + 1)
            row.rating.set_rating(feeling.intensity)
            row.rating.show_words(shown=row is self._rows[-1])
        self._align()

    def _row(self, word: str) -> _Row:
        row = _Row(self._look, self.objectName(), word)
        row.strength_changed.connect(self.strength_changed)
        return row

    def _align(self) -> None:
        """Give all words one width, so that the sliders start under each other."""
        widest = max((row.word.sizeHint().width() for row in self._rows), default=0)
        for row in self._rows:
            row.word.setFixedWidth(min(widest, self._look.px(150)))
            row.word.setMinimumHeight(self._look.px(32))


class _Row(QWidget):
    """One feeling and how strong it is."""

    strength_changed = Signal(str, object)

    def __init__(self, look: LookKeeper, name: str, feeling: str) -> None:
        super().__init__()
        self.feeling = feeling
        self._name = name
        self.word = labels.Label(look, feeling)
        self.word.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.rating = Rating(
            look,
            content.rating_anchors("emotion"),
            name=name,
            title=text("How strong: {feeling}").format(feeling=feeling),
        )
        self.rating.rating_changed.connect(self._rated)
        self._clear = buttons.IconButton(
            look, "close", text("Clear the number for {feeling}").format(feeling=feeling), "inner"
        )
        self._clear.clicked.connect(self._cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.word, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.rating, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)

    def set_place(self, number: int) -> None:
        self.rating.set_name(f"{self._name}.rating{number}")
        self._clear.setObjectName(f"{self._name}.clear{number}")

    def _rated(self, strength: int | None) -> None:
        self.strength_changed.emit(self.feeling, strength)

    def _cleared(self) -> None:
        if self.rating.rating is not None:
            self.rating.set_rating(None)
            self._rated(None)
