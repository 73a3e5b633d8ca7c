"""All there is to know about one thinking pattern, and room for what somebody adds to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.services.patterns import KnownPattern
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class PatternDetail(QWidget):
    """One pattern to read; a note, and all of a pattern of one's own, is kept as it is typed."""

    rename_requested = Signal()
    offer_turned = Signal()
    """Somebody wants it offered no longer, or again."""
    remove_requested = Signal()
    records_requested = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("patterns.detail")
        self._context = context
        self._known: KnownPattern | None = None
        self._kept = OwnPattern("?")
        look = context.look
        self._title = labels.title(look, "", name="patterns.name")
        self._given = QWidget()
        self._words = column_in(self._given, 4)
        self.definition = self._field("definition", text("What it is"), 2)
        self._example = self._field("example", text("An example"), 2)
        self._questions = self._field(
            "questions", text("Questions to think with, one on each line"), 2
        )
        self._note = self._field("note", text("Your note"), 3)
        self._own = QWidget()
        own = column_in(self._own, 12)
        for words, field in (
            (text("What it is"), self.definition),
            (text("An example"), self._example),
            (text("Questions to think with, one on each line"), self._questions),
        ):
            own.addWidget(labels.above(look, words, field))
        self.state = SavedState(look, name="patterns.state")
        self.saving = Saving(context, self, self.state, work=self._work, words=self._typed)
        self._used = labels.body(look, "", name="patterns.used")
        self._show_records = buttons.quiet(
            look, text("Show them"), name="patterns.records", flush=True
        )
        self._rename = buttons.plain(look, text("Rename ..."), name="patterns.rename")
        self._offer = buttons.plain(look, "", name="patterns.offer")
        self._remove = buttons.plain(look, text("Remove"), name="patterns.remove")
        self._lay_out()
        self._show_records.clicked.connect(self.records_requested)
        self._rename.clicked.connect(self.rename_requested)
        self._offer.clicked.connect(self.offer_turned)
        self._remove.clicked.connect(self.remove_requested)

    @property
    def known(self) -> KnownPattern | None:
        """The pattern in view, as it was read."""
        return self._known

    def kept(self) -> OwnPattern:
        """Return what is added to the pattern, as it stands here."""
        note = self._note.words()
        if self._known is None or not self._known.own:
            return replace(self._kept, note=note)
        lines = (line.strip() for line in self._questions.words().splitlines())
        return replace(
            self._kept,
            definition=self.definition.words(),
            example=self._example.words(),
            questions=tuple(filter(None, lines)),
            note=note,
        )

    def show_pattern(self, known: KnownPattern) -> None:
        """Show a pattern; of the one in view only what can be done with it changes."""
        before, self._known = self._known, known
        pattern = known.pattern
        self._kept = replace(self._kept, archived=known.archived)
        if before is None or before.pattern.id != pattern.id:
            self._kept = OwnPattern(
                pattern.id,
                pattern.definition if known.own else "",
                pattern.example if known.own else "",
                pattern.questions if known.own else (),
                known.note,
                known.archived,
            )
            self._fill(pattern, own=known.own)
        self._tell(known)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep everything before it is out of sight."""
        self.saving.flush()
        super().hideEvent(event)

    def _fill(self, pattern: ThinkingPattern, *, own: bool) -> None:
        self.state.say_nothing()
        self._title.setText(pattern.name)
        self._given.setVisible(not own)
        self._own.setVisible(own)
        empty(self._words)
        if not own:
            self._show_given(pattern)
        self.definition.set_words(self._kept.definition)
        self._example.set_words(self._kept.example)
        self._questions.set_words("\n".join(self._kept.questions))
        self._note.set_words(self._kept.note)

    def _show_given(self, pattern: ThinkingPattern) -> None:
        look, column = self._context.look, self._words
        column.addWidget(labels.body(look, pattern.definition, name="patterns.definition"))
        if pattern.aliases:
            names = text("Also called: {names}").format(names=", ".join(pattern.aliases))
            column.addWidget(labels.small(look, names, "text_muted"))
        for title, words in (
            (text("For example"), pattern.example),
            (text("A fairer way to put it"), pattern.reframe),
        ):
            if words:
                self._part(title, words)
        if pattern.questions:
            title = (
                text("What can help then") if pattern.special else text("Questions to think with")
            )
            self._part(title, *pattern.questions)

    def _part(self, title: str, *words: str) -> None:
        self._words.addSpacing(12)
        self._words.addWidget(labels.label(self._context.look, title))
        for sentence in words:
            self._words.addWidget(labels.body(self._context.look, sentence))

    def _tell(self, known: KnownPattern) -> None:
        """Say how often it was chosen, and what can be done."""
        self._used.setText(
            plural(
                "You chose it in {n} finished record.",
                "You chose it in {n} finished records.",
                known.used,
            )
            if known.used
            else text("No finished record of yours has it.")
        )
        self._show_records.setVisible(known.used > 0)
        self._rename.setVisible(known.own)
        self._offer.setVisible(not known.pattern.special)
        self._offer.setText(text("Offer it again") if known.archived else text("Stop offering it"))
        self._remove.setVisible(known.own and not known.named)

    # Keeping

    def _work(self) -> Work:
        kept = self.kept()
        return lambda journal: journal.patterns.keep(kept)

    def _typed(self) -> str:
        """Return all that was typed here."""
        own = self._known is not None and self._known.own
        fields = [self.definition, self._example, self._questions] if own else []
        fields.append(self._note)
        return "\n\n".join(filter(None, (field.words() for field in fields)))

    # Building

    def _field(self, name: str, title: str, lines: int) -> WordsEdit:
        field = WordsEdit(
            self._context.look,
            name=f"patterns.own_{name}",
            title=title,
            growing=True,
            lines=lines,
            style="excerpt",
        )
        field.words_changed.connect(self._touch)
        return field

    def _touch(self) -> None:
        self.saving.touch()

    def _lay_out(self) -> None:
        look = self._context.look
        used, actions = FlowLayout(gap=12), FlowLayout(gap=8)
        for part in (self._used, self._show_records):
            used.addWidget(part)
        for part in (self._rename, self._offer, self._remove):
            actions.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 16, 8)  # room for the focus ring
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._given)
        column.addWidget(self._own)
        column.addSpacing(8)
        column.addWidget(labels.above(look, text("Your note"), self._note))
        column.addWidget(self.state.banner)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addLayout(used)
        column.addLayout(actions)
        column.addStretch()
