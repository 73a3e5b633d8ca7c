"""Activities and people: tags of two groups, each with a field of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.tag import PEOPLE
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.word_picker import WordPicker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.tag import Tag
    from resilience_desktop.ui.theme import LookKeeper


class TagsPicker(QWidget):
    """What somebody did, and who was there; whoever is new in the second field is a person.

    Tags of other groups stand with the activities, in the field that has the picker's own title.
    """

    changed = Signal()
    person_named = Signal(str)
    """Somebody who is not among the people yet."""

    def __init__(self, look: LookKeeper, *, page: str, title: str) -> None:
        super().__init__()
        self._before: tuple[str, ...] = ()
        """All that were shown, in their order."""
        self._people: set[str] = set()
        self._activities = WordPicker(look, name=f"{page}.activities", title=title)
        self._persons = WordPicker(look, name=f"{page}.people", title=text("People"))
        self._persons.word_added.connect(self._person_added)
        column = column_in(self, 6)
        column.addWidget(self._activities)
        column.addSpacing(12)
        column.addWidget(labels.label(look, text("People")))
        column.addWidget(self._persons)
        for picker in (self._activities, self._persons):
            picker.words_changed.connect(self.changed)
        self.setFocusProxy(self._activities)

    def tags(self) -> tuple[str, ...]:
        """Return the tags with what is being typed, those from before in their order."""
        now = (*self._activities.words(), *self._persons.words())
        before = [tag for tag in self._before if tag in now]
        return tuple(dict.fromkeys((*before, *now)))

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show the tags."""
        self._before = tags
        self._show(tags)

    def know(self, tags: Iterable[Tag]) -> None:
        """Offer the tags that are not put away, those used most first."""
        known = tuple(tags)
        self._people = {tag.word for tag in known if tag.group == PEOPLE}
        offered = [tag.word for tag in known if not tag.archived]
        self._activities.know([word for word in offered if word not in self._people])
        self._persons.know([word for word in offered if word in self._people])
        misplaced = self._people & set(self._activities.chosen())
        if misplaced or set(self._persons.chosen()) - self._people:
            shown = (*self._activities.chosen(), *self._persons.chosen())
            self._show(shown, keep_typed=True)

    def take_typed(self) -> None:
        """Take over what was typed and not yet added."""
        self._activities.take_typed()
        self._persons.take_typed()

    def _show(self, tags: tuple[str, ...], *, keep_typed: bool = False) -> None:
        people = [tag for tag in tags if tag in self._people]
        others = [tag for tag in tags if tag not in self._people]
        self._activities.set_words(others, keep_typed=keep_typed)
        self._persons.set_words(people, keep_typed=keep_typed)

    def _person_added(self, word: str) -> None:
        self._people.add(word)
        self.person_named.emit(word)
