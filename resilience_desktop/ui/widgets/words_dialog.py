"""Many words by family, with a field to find one and room for words of one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.chips import ChipGroup
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Family:
    """Words that belong together."""

    key: str
    title: str
    words: Sequence[str]


class WordsDialog(Dialog):
    """Chooses any number of words. Closing it in any way keeps what was chosen."""

    def __init__(
        self,
        look: LookKeeper,
        name: str,
        families: Sequence[Family],
        chosen: Sequence[str],
        *,
        question: str,
        find: str,
        above_list: Sequence[QWidget] = (),
        own: Sequence[str] = (),
        without: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = look
        self._order = list(dict.fromkeys(chosen))
        self._without = {word.casefold() for word in without}
        listed = {word for family in families for word in family.words}
        self._own = [w for w in dict.fromkeys((*own, *chosen)) if w not in listed]
        self._find = LineField()
        self._find.setObjectName(f"{name}.find")
        self._find.setAccessibleName(find)
        self._find.setMaxLength(LONGEST_WORD)
        self._find.textChanged.connect(self._show_matches)
        self._find.installEventFilter(self)
        self._hint = labels.small(look, "", "text_muted", name=f"{name}.hint")
        self._families = [_Family(look, name, Family("own", text("Your own words"), self._own))]
        self._families += [
            _Family(
                look, name, replace(family, words=[w for w in family.words if w not in without])
            )
            for family in families
        ]
        for family in self._families:
            family.chips.set_chosen(self._order)
            family.chips.chosen_changed.connect(self._chosen_changed)
            family.chips.left_forwards.connect(self._go_on)
            family.chips.left_backwards.connect(self._go_back)
            family.chips.entered.connect(self._show_chip)
        self._count = labels.small(look, "", "text_muted", name=f"{name}.count")
        self._done = buttons.primary(look, text("Done"), name=f"{name}.done")
        self._done.setAutoDefault(False)
        self._done.clicked.connect(self._finish)
        self._build(question, find, above_list)
        self._show_matches()
        self._tell_count()
        self._ring = FocusRing(self, look)
        look.follow(self._dress)

    def chosen(self) -> list[str]:
        """Return the chosen words: those from before first, then as they were chosen."""
        return list(self._order)

    def own_words(self) -> list[str]:
        """Return the words that are not in the list."""
        return list(self._own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, Enter chooses or adds, and Down goes to the words."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self._enter()
                return True
            if key == Qt.Key.Key_Down:
                self._enter_family(-1, 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is Done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._finish()
        else:
            super().keyPressEvent(event)

    def count_words(self, count: int) -> str:
        """Return in words how many are chosen."""
        return plural("{n} chosen", "{n} chosen", count)

    def name_own(self, word: str) -> str:
        """Return what a word of one's own is called in the list."""
        return word

    def add_own(self, word: str) -> None:
        """Add a word of one's own to its family."""
        self._own.append(word)
        self._families[0].chips.set_words(self._own)

    def is_offered(self, _key: str) -> bool:
        """Whether a family is shown at present."""
        return True

    def _build(self, question: str, find: str, above_list: Sequence[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(28, 24, 28, 12)
        top.setSpacing(4)
        top.addWidget(labels.heading(self._look, question))
        top.addWidget(labels.muted(self._look, text("As many as you like, or none.")))
        top.addSpacing(8)
        above = labels.label(self._look, find)
        above.setBuddy(self._find)
        top.addWidget(above)
        top.addWidget(self._find)
        top.addWidget(self._hint)
        for part in above_list:
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(_rule())
        inside = QWidget()
        families = QVBoxLayout(inside)
        families.setContentsMargins(24, 16, 24, 24)
        families.setSpacing(16)
        for family in self._families:
            families.addWidget(family)
        families.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName(f"{self.objectName()}.list")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)
        column.addWidget(_rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 12, 28, 16)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._done)
        column.addLayout(foot)
        self._find.setFocus()

    def _dress(self) -> None:
        resize_within_window(self, self._look.px(560), self._look.px(600))

    def _sought(self) -> str:
        return " ".join(self._find.text().split())

    def _matches(self) -> list[str]:
        """Return the words that hold what is typed, those that begin with it first."""
        sought = self._sought().casefold()
        families = [family for family in self._families if self.is_offered(family.key)]
        words = [word for family in families for word in family.chips.words()]
        found = [word for word in words if sought in word.casefold()]
        return sorted(found, key=lambda word: not word.casefold().startswith(sought))

    def _show_matches(self) -> None:
        matches = self._matches()
        for family in self._families:
            family.show_only(matches)
        self._hint.setText(self._hint_words(matches))

    def _is_found(self, matches: list[str]) -> bool:
        """Whether what is typed leads to one word."""
        sought = self._sought().casefold()
        return bool(matches) and (matches[0].casefold() == sought or len(matches) == 1)

    def _hint_words(self, matches: list[str]) -> str:
        sought = self._sought()
        if not sought:
            return text("Type to find a word. Any word of your own can be added.")
        if self._is_found(matches):
            return text("Enter chooses “{word}”.").format(word=matches[0])
        if sought.casefold() in self._without:
            return text("“{word}” has its number already.").format(word=sought)
        return text("Enter adds “{word}” as your own word.").format(word=sought)

    def _enter(self) -> None:
        sought, matches = self._sought(), self._matches()
        if not sought:
            return
        if self._is_found(matches):
            self._choose(matches[0])
        elif sought.casefold() not in self._without:
            word = self.name_own(sought)
            self.add_own(word)
            self._choose(word)
        self._find.clear()

    def _choose(self, word: str) -> None:
        if word not in self._order:
            self._order.append(word)
        for family in self._families:
            family.chips.set_chosen(self._order)
        self._tell_count()

    def _chosen_changed(self) -> None:
        now = [word for family in self._families for word in family.chips.chosen()]
        self._order = [word for word in self._order if word in now]
        self._order += [word for word in now if word not in self._order]
        self._tell_count()

    def _tell_count(self) -> None:
        count = len(self._order)
        self._count.setText(self.count_words(count) if count else text("Nothing chosen"))

    def _finish(self) -> None:
        if self._sought() and not self._matches():
            self._enter()  # a word of one's own that was typed but not yet added
        self.accept()

    def _show_chip(self, chip: QWidget) -> None:
        self._scroll.ensureWidgetVisible(chip, 0, 24)

    def _go_on(self) -> None:
        self._enter_family(self._here(), 1)

    def _go_back(self) -> None:
        if not self._enter_family(self._here(), -1):
            self._find.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _here(self) -> int:
        sender = self.sender()
        return next(n for n, family in enumerate(self._families) if family.chips is sender)

    def _enter_family(self, here: int, way: int) -> bool:
        """Take the focus to the next family in a direction that shows any word."""
        here += way
        while 0 <= here < len(self._families):
            family = self._families[here]
            if not family.isHidden() and family.chips.enter(at_end=way < 0):
                return True
            here += way
        return False


class _Family(QWidget):
    """The name of a family and its words."""

    def __init__(self, look: LookKeeper, name: str, family: Family) -> None:
        super().__init__()
        self.key = family.key
        self.chips = ChipGroup(look, name=f"{name}.{family.key}", title=family.title)
        self.chips.set_words(family.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(8)
        column.addWidget(labels.Label(look, family.title, "label", "text_muted"))
        column.addWidget(self.chips)

    def show_only(self, words: Sequence[str]) -> None:
        self.chips.show_only(words)
        self.setVisible(any(word in words for word in self.chips.words()))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
