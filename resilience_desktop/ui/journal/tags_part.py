"""Activities and people: tags of two groups, each with a field of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.domain.tag import PEOPLE
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.word_picker import WordPicker

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.journal.part import Offers
    from resilience_desktop.ui.theme import LookKeeper


class TagsPart(Part):
    """What somebody did, and who was there; whoever is new in the second field is a person.

    Tags of other groups stand with the activities.
    """

    person_named = Signal(str)
    """Somebody who is not among the people yet."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Activities"))
        self._tags: tuple[str, ...] = ()
        """All that the entry has, in their order."""
        self._people: set[str] = set()
        self.activities = WordPicker(look, name="journal.activities", title=self.title)
        self.people = WordPicker(look, name="journal.people", title=text("People"))
        self.people.word_added.connect(self._person_added)
        self.column.addWidget(self.activities)
        self.column.addSpacing(12)
        self.column.addWidget(labels.label(look, text("People")))
        self.column.addWidget(self.people)
        for picker in (self.activities, self.people):
            picker.words_changed.connect(self.touch)
        self.setFocusProxy(self.activities)

    def load(self, entry: Entry) -> None:
        """Show the tags."""
        self._tags = entry.tags
        self._show(entry.tags)

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with these tags, those from before in their order."""
        now = (*self.activities.words(), *self.people.words())
        before = [tag for tag in self._tags if tag in now]
        return replace(entry, tags=tuple(dict.fromkeys((*before, *now))))

    def is_filled(self, entry: Entry) -> bool:
        """Whether there is any."""
        return bool(entry.tags)

    def offer(self, offers: Offers) -> None:
        """Offer the tags that are not put away, those used most first."""
        self._people = {tag.word for tag in offers.tags if tag.group == PEOPLE}
        offered = [tag.word for tag in offers.tags if not tag.archived]
        self.activities.know([word for word in offered if word not in self._people])
        self.people.know([word for word in offered if word in self._people])
        misplaced = self._people & set(self.activities.chosen())
        if misplaced or set(self.people.chosen()) - self._people:
            shown = (*self.activities.chosen(), *self.people.chosen())
            self._show(shown, keep_typed=True)

    def finish(self) -> None:
        """Take over what was typed and not yet added."""
        self.activities.take_typed()
        self.people.take_typed()

    def _show(self, tags: tuple[str, ...], *, keep_typed: bool = False) -> None:
        people = [tag for tag in tags if tag in self._people]
        others = [tag for tag in tags if tag not in self._people]
        self.activities.set_words(others, keep_typed=keep_typed)
        self.people.set_words(people, keep_typed=keep_typed)

    def _person_added(self, word: str) -> None:
        self._people.add(word)
        self.person_named.emit(word)
