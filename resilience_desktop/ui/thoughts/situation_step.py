"""What happened, as a camera would show it; what set it off, and who and what was there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.tag import PEOPLE, Tag
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.when_field import WhenField
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.tags_picker import TagsPicker
from resilience_desktop.ui.widgets.triggers_picker import TriggersPicker
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_Offers = tuple[list[tuple[str, str]], list[Tag]]


class SituationStep(StepPage):
    """When it was, and the words; the rest is folded away until somebody wants it.

    The words come after the moment, so that Tab leads on from them and not to a date.
    """

    step = Step.SITUATION

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "situation")
        look = context.look
        self._when = WhenField(look, name="thoughts.when")
        self._words = WordsEdit(
            look,
            name="thoughts.situation_words",
            title=text("What happened"),
            growing=True,
            lines=5,
        )
        self._quiet = quiet
        set_off = text("What set it off")
        self._triggers = TriggersPicker(look, name="thoughts.triggers", title=set_off)
        self._tags = TagsPicker(look, page="thoughts", title=text("Places and activities"))
        self._touched: set[QWidget] = set()
        self.column.addWidget(self._when)
        self.column.addWidget(self._words)
        self.column.addWidget(quiet.below(self._words, name="thoughts.quiet_situation"))
        self.column.addSpacing(8)
        self._open_triggers = self._folded(
            "open_triggers", set_off, self._triggers, self._triggers.what_kind
        )
        above = labels.label(look, text("Places and activities"))
        self._open_tags = self._folded(
            "open_tags", text("People, places and activities"), self._tags, above, below=True
        )
        self.column.addStretch()
        self._words.words_changed.connect(self.tell)
        self._when.when_changed.connect(self.tell)
        self._triggers.changed.connect(lambda: self._touch(self._triggers))
        self._tags.changed.connect(lambda: self._touch(self._tags))
        self._tags.person_named.connect(self._keep_person)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields; what says nothing is folded away."""
        self._when.set_moment(record.at)
        self._words.set_words(record.situation)
        self._touched.clear()
        self._triggers.set_triggers(record.triggers)
        self._tags.set_tags(record.tags)
        self._open_triggers.set_open(is_open=bool(record.triggers))
        self._open_tags.set_open(is_open=bool(record.tags))
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with its situation."""
        record = replace(record, at=self._when.moment(), situation=self._words.words())
        if self._triggers in self._touched:
            record = replace(record, triggers=self._triggers.triggers())
        if self._tags in self._touched:
            record = replace(record, tags=self._tags.tags())
        return record

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words

    def _touch(self, picker: QWidget) -> None:
        if not self._showing:
            self._touched.add(picker)
            self.tell()

    def _keep_person(self, word: str) -> None:
        """Remember that a tag is a person, as the journal page does."""
        person = Tag(word, PEOPLE)
        tasks = self._context.tasks
        tasks.write(lambda journal: journal.tags.keep(person), owner=tasks)

    def _folded(
        self, name: str, words: str, picker: QWidget, aside: QWidget, *, below: bool = False
    ) -> Opener:
        """Add a picker below the button that opens it."""
        opener = Opener(self._context.look, words, name=f"thoughts.{name}", flush=True)
        inside = QWidget()
        column = column_in(inside, 6)
        column.addWidget(picker)
        column.insertWidget(0 if below else 1, aside, 0, Qt.AlignmentFlag.AlignLeft)
        inside.hide()

        def turn(is_open: bool) -> None:
            inside.setVisible(is_open)
            if is_open:
                self._read_offers()
            if is_open and opener.hasFocus():
                picker.setFocus(Qt.FocusReason.OtherFocusReason)

        opener.turned.connect(turn)
        self.column.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(inside)
        return opener

    def _read_offers(self) -> None:
        def both(journal: Journal) -> _Offers:
            return journal.used_before.triggers(), journal.tags.all()

        self._context.tasks.read(both, self._offer, owner=self, latest="thoughts.situation")

    def _offer(self, found: _Offers) -> None:
        triggers, tags = found
        self._triggers.know(triggers)
        self._tags.know(tags)
