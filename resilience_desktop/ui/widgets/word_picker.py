"""Words that somebody types: those used before are offered as they type, each is a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.domain.tag import tidy
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets.chips import ChipGroup
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.ui.theme import LookKeeper

OFFERED, MATCHES = 6, 8
LONGEST = 60


class WordPicker(QWidget):
    """A field and chips: those that are chosen come first, then those used most.

    They keep their places until other words are shown; what is added comes last. While something
    is typed, the chips are those that are chosen and those that hold it. Enter takes the word as
    it was written before, or as it is typed now; Down goes to the chips that hold it.
    """

    words_changed = Signal()
    word_added = Signal(str)
    """A word that was not known before."""

    def __init__(
        self, look: LookKeeper, *, name: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._order: list[str] = []
        self._known: list[str] = []
        self._given: list[str] = []
        """What was chosen when these words were shown."""
        self._offered: list[str] = []
        """What is there to choose while nothing is typed."""
        self.field = LineField()
        self.field.setObjectName(f"{name}.field")
        self.field.setAccessibleName(title)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(text("Type, then Enter"))
        self.field.textChanged.connect(self._typed)
        self.field.textEdited.connect(self.words_changed)
        self.field.installEventFilter(self)
        self._chips = ChipGroup(
            look, name=f"{name}.chips", title=text("{what}, to choose").format(what=title)
        )
        self._chips.chosen_changed.connect(self._chips_changed)
        self._chips.left_backwards.connect(self._back_to_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._chips)
        self.setFocusProxy(self.field)
        self._offer()

    def words(self) -> tuple[str, ...]:
        """Return the chosen words in the order they were chosen, and last what is being typed."""
        typed = self._known_as(self._typed_word())
        return tuple(dict.fromkeys((*self._order, typed) if typed else self._order))

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen words, without what is being typed."""
        return tuple(self._order)

    def set_words(self, words: Iterable[str], *, keep_typed: bool = False) -> None:
        """Show these words as chosen."""
        self._order = list(dict.fromkeys(words))
        self._given, self._offered = list(self._order), []
        if not keep_typed:
            self.field.clear()
        self._offer()

    def know(self, words: Sequence[str]) -> None:
        """Offer these words, those used most first; what is there stays where it is."""
        self._known = list(dict.fromkeys(words))
        there = (*self._known, *self._order)
        self._offered = [word for word in self._offered if word in there]
        self._offer()

    def take_typed(self) -> None:
        """Take what was typed and not yet added, so that it is not lost."""
        if self._typed_word():
            self._enter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, Enter adds, Down goes to the chips, and leaving adds what was typed."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._leaves_for_good(event):
            self.take_typed()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self._typed_word():
            self._enter()
            return True
        if key == Qt.Key.Key_Down:
            self._chips.enter(len(self._order) if self._typed_word() else 0)
            return True
        return super().eventFilter(watched, event)

    def _typed_word(self) -> str:
        return tidy(self.field.text())

    def _known_as(self, typed: str) -> str:
        """Return a word as it was written before, or as it is typed."""
        everything = (*self._order, *self._known)
        return next((w for w in everything if w.casefold() == typed.casefold()), typed)

    def _enter(self) -> None:
        word = self._known_as(self._typed_word())
        self.field.clear()
        if word in self._order:
            return
        self._order.append(word)
        if word not in self._known:
            self.word_added.emit(word)
        self._offer()
        announce(self, text("Added"))
        self.words_changed.emit()

    def _typed(self) -> None:
        """Offer what fits; the chips keep their room while somebody types, so nothing jumps."""
        if self._typed_word() and self._chips.isVisible():
            self._chips.setMinimumHeight(max(self._chips.minimumHeight(), self._chips.height()))
        else:
            self._chips.setMinimumHeight(0)
        self._offer()

    def _offer(self) -> None:
        sought = self._typed_word().casefold()
        self._offered += [word for word in self._order if word not in self._offered]
        room = OFFERED - len([word for word in self._offered if word not in self._given])
        unseen = [word for word in self._known if word not in self._offered]
        self._offered += unseen[: max(0, room)]
        if sought:
            others = [word for word in self._known if word not in self._order]
            found = [word for word in others if sought in word.casefold()]
            found.sort(key=lambda word: not word.casefold().startswith(sought))
            offered = [*self._order, *found[:MATCHES]]
        else:
            offered = self._offered
        self._chips.set_words(offered)
        self._chips.set_chosen(self._order)
        self._chips.setVisible(bool(offered) or bool(sought))

    def _chips_changed(self) -> None:
        chosen = self._chips.chosen()
        kept = [word for word in self._order if word in chosen]
        added = [word for word in chosen if word not in kept]
        self._order = kept + added
        if added and self._typed_word():
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._chips.set_chosen(self._order)
        self.words_changed.emit()

    def _leaves_for_good(self, event: QFocusEvent) -> bool:
        """Whether the keyboard goes on to something else, not to the chips or another window."""
        if event.reason() in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            return False
        focus = self.window().focusWidget()
        return focus is None or not self._chips.isAncestorOf(focus)

    def _back_to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
