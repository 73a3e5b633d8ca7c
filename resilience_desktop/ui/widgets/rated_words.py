"""Words with a strength: a few suggestions, More for all of them, and how strong each one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.chips import ChipGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.strengths import Rated, Strengths
    from resilience_desktop.ui.widgets.words_dialog import WordsDialog

SUGGESTIONS, FEWER = 6, 3


class RatedWords(QWidget):
    """Chooses any number of words, each with a strength from 0 to 100 if wanted.

    A number typed on a word chooses it and says how strong it is: 7 is 70, and 0 is 100.
    """

    words_changed = Signal()

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        title: str,
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
        self._dialog: WordsDialog | None = None
        self._most = SUGGESTIONS
        self._chips = ChipGroup(look, name=f"{name}.chips", title=title, more=text("More"))
        self._chips.takes_digits = asks_strength
        self._chips.chosen_changed.connect(self._chips_changed)
        self._chips.rated.connect(self._rate_at_once)
        self._chips.more_requested.connect(self.open_all)
        self.how_strong = buttons.Opener(
            look, text("How strong?"), name=f"{name}.how_strong", flush=True
        )
        self.how_strong.setAccessibleName(text("How strong? {what}").format(what=title))
        self.how_strong.setToolTip(text("Or type it on a word: 70, or only 7; 0 is 100."))
        self.how_strong.turned.connect(self._show_strengths)
        self._strengths: Strengths | None = None
        self._asks_strength = asks_strength
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(self.how_strong, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = column
        self.setFocusProxy(self._chips)
        self._offer()
        self._tell()

    # What each kind of words says about itself

    def usual(self) -> Sequence[str]:
        """Return the words that are offered before any were used."""
        return ()

    def dialog(self, chosen: Sequence[str], own: Sequence[str]) -> WordsDialog:
        """Return the dialog with all words."""
        raise NotImplementedError

    # What is chosen

    def rated(self) -> tuple[Rated, ...]:
        """Return the chosen words in the order they were chosen, each with its strength."""
        return tuple((word, self._strength.get(word)) for word in self._order)

    def set_rated(self, rated: Iterable[Rated]) -> None:
        """Show these words as chosen."""
        chosen = list(rated)
        self._order = list(dict.fromkeys(word for word, _ in chosen))
        self._strength = {word: strength for word, strength in chosen if strength is not None}
        self.how_strong.set_open(is_open=False)
        self._offer()
        self._tell()

    def set_recent(self, words: Sequence[str]) -> None:
        """Offer the words used most of late first, then the usual ones.

        What is on offer by then stays until other words are shown, so that nothing moves.
        """
        is_first, self._recent = not self._recent, list(words)
        if is_first:
            self._offer()
            self._tell()

    def offer_fewer(self, *, fewer: bool) -> None:
        """Offer so few that they stand in one line where there is little room."""
        self._most = FEWER if fewer else SUGGESTIONS
        self._offer()
        self._tell()

    def leave_out(self, words: Iterable[str]) -> None:
        """Do not offer these: they are rated elsewhere."""
        self._left_out = list(words)

    def open_all(self) -> None:
        """Open the list of all words; those of one's own are there again."""
        own = [*self._recent, *self._chips.words()]
        left_out = self._left_out
        self._dialog = self.dialog(
            self._order, [word for word in own if word not in (*self._order, *left_out)]
        )
        self._dialog.finished.connect(self._take_from_dialog)
        self._dialog.open()

    def show_strengths(self, *, shown: bool = True) -> None:
        """Show or hide the sliders for how strong the words are."""
        self.how_strong.set_open(is_open=shown)

    def _take_from_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        chosen = dialog.chosen()
        dialog.deleteLater()
        if chosen != self._order:
            self._order = chosen
            self._chips.set_words((*self._chips.words(), *chosen))
            self._changed()
        self._chips.enter(at_end=True)

    def _offer(self) -> None:
        """Offer the chosen words first, and others until there are a few."""
        recent = self._recent[: self._most - 2]  # two common ones stay, so none are crowded out
        others = (*recent, *self.usual())
        usual = (*self._order, *(word for word in others if word not in self._left_out))
        offered = list(dict.fromkeys(usual))[: max(self._most, len(self._order) + 2)]
        self._chips.set_words(offered)

    def _chips_changed(self) -> None:
        now = self._chips.chosen()
        self._order = [word for word in self._order if word in now]
        self._order += [word for word in now if word not in self._order]
        self._changed()

    def _rate_at_once(self, word: str, strength: int) -> None:
        if word not in self._order:
            self._order.append(word)
        self._strength[word] = strength
        self._changed()

    def _strength_given(self, word: str, strength: int | None) -> None:
        if strength is None:
            self._strength.pop(word, None)
        else:
            self._strength[word] = strength
        self._chips.set_strength(word, strength)
        self.words_changed.emit()

    def _changed(self) -> None:
        self._strength = {w: n for w, n in self._strength.items() if w in self._order}
        self._tell()
        self.words_changed.emit()

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
        if shown and self._strengths is None:
            from resilience_desktop.ui.widgets.strengths import Strengths

            self._strengths = Strengths(self._look, f"{self.objectName()}.strength")
            self._strengths.strength_changed.connect(self._strength_given)
            self._column.addWidget(self._strengths)
        if self._strengths is not None:
            self._strengths.set_rated(self.rated() if shown else ())
            self._strengths.setVisible(shown)
