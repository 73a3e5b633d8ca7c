"""Does the thought follow a pattern? Naming one is optional, and so is "none"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop import content
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.pattern_choice import PatternChoice
from resilience_desktop.domain.pattern_hints import marked
from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.patterns import FEELING
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.thoughts.pattern_columns import PatternColumns
from resilience_desktop.ui.thoughts.pattern_offer import PatternOffer
from resilience_desktop.ui.thoughts.pattern_question import PatternQuestion
from resilience_desktop.ui.thoughts.pattern_row import PatternRow
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.thoughts.think_with import ACCURATE
from resilience_desktop.ui.thoughts.unticked_line import UntickedLine
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.thought_record import ChosenPattern, ThoughtRecord
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.patterns import KnownPattern
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_AT_FIRST = 7
_LEAST_INTRO = 260  # text units beside the search field
_LONGEST_NAME = 60


class PatternsStep(StepPage):
    """A few patterns at first, all of them by search or on request; several can fit."""

    step = Step.PATTERNS

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context)
        self._quiet = quiet
        self._record: ThoughtRecord | None = None
        self._choice = PatternChoice(())
        self._turned_down: tuple[str, ...] = ()
        self._is_known = False
        """Whether the patterns of this journal are there, and their order is made."""
        self._asks = False  # until it is known that somebody wants it
        self._all = False
        self._offer = PatternOffer()
        self._rows: list[PatternRow] = []
        self._own = 0
        """How many rows of patterns of one's own there have been."""
        self._at_first: set[str] = set()
        """Patterns that are in view before somebody searches."""
        look = context.look
        self._question = PatternQuestion(look)
        self._unticked = UntickedLine(look)
        self._find = LineField()
        self._find.setObjectName("thoughts.find_pattern")
        self._find.setAccessibleName(text("Find a pattern"))
        self._find.setPlaceholderText(text("Find a pattern"))
        self._find.setMaxLength(_LONGEST_NAME)
        self._find.setMinimumWidth(look.px(240))
        self._find.setMaximumWidth(look.px(320))
        self._not_found = labels.muted(
            look, text("No pattern here has these words."), name="thoughts.no_pattern"
        )
        self._add = buttons.quiet(
            look,
            text("Add it as a pattern of your own"),
            name="thoughts.add_pattern",
            flush=True,
            drawing="plus",
        )
        self._show_all = buttons.quiet(look, "", name="thoughts.all_patterns", flush=True)
        self._library = buttons.quiet(
            look,
            text("Thinking patterns ..."),
            name="thoughts.pattern_library",
            flush=True,
            drawing="book",
        )
        self._columns = PatternColumns(look, self._show_all)
        self._lay_out()
        self._connect()
        self._build_rows(anew=True)

    def put(self, record: ThoughtRecord) -> None:
        """Show the chosen patterns, and ask about the thought."""
        self._question.begin()
        self._record, self._is_known = record, False
        self._choice, self._turned_down = _choice_of(record.patterns), record.turned_down
        self._all = False
        self._unticked.forget()
        self._find.clear()
        self._build_rows(anew=True)
        self._ask()
        self._read()

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with these patterns, the main one first."""
        return replace(record, patterns=self._choice.chosen, turned_down=self._turned_down)

    def take_settings(self, settings: JournalSettings) -> None:
        """Ask about words in the thought, or do not."""
        self._asks = settings.pattern_hints
        self._ask()

    def marked(self, thought: str) -> list[tuple[str, bool]]:
        """Mark the words that the question in view comes from."""
        return marked(thought, self._question.words)

    def first_field(self) -> QWidget:
        """Return the search field."""
        return self._find

    # The patterns there are

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.patterns.all(),
            self._take,
            owner=self,
            latest="thoughts.patterns",
        )

    def _take(self, known: list[KnownPattern]) -> None:
        anew, self._is_known = not self._is_known, True
        offer = PatternOffer(known)
        if offer != self._offer:
            self._offer = offer
            self._build_rows(anew=anew)
            self._ask()

    def _build_rows(self, *, anew: bool = False) -> None:
        """Have a row for each pattern on offer; those of before stay, with what is open in them.

        Their order is made ``anew`` when the step is opened; later ones come after the others.
        """
        offered = self._offer.with_chosen(one.pattern for one in self._choice.chosen)
        there = {row.pattern.id: row for row in self._rows}
        for id_, row in there.items():
            if offered.get(id_) != row.pattern:
                row.hide()
                row.deleteLater()
        before = [id_ for id_ in there if id_ in offered]
        order = offered if anew else dict.fromkeys((*before, *offered))
        rows = [
            there[id_]
            if id_ in there and there[id_].pattern == offered[id_]
            else self._row(offered[id_])
            for id_ in order
        ]
        special = [row for row in rows if row.pattern.special]
        patterns = [row for row in rows if not row.pattern.special]
        if anew:
            patterns.sort(key=lambda row: self._offer.rank(row.pattern.id))
            self._columns.begin()
            self._at_first = {row.pattern.id for row in patterns[:_AT_FIRST]}
        self._at_first |= set(self._choice.patterns)
        self._rows = [*patterns, *special]
        for row in self._rows:
            row.put_note(self._offer.note(row.pattern.id))
        self._arrange()
        self._tell_chosen()

    def _row(self, pattern: ThinkingPattern) -> PatternRow:
        name = pattern.id
        if name not in {given.id for given in content.thinking_patterns()}:
            self._own += 1
            name = f"own{self._own}"
        row = PatternRow(self._context.look, pattern, f"thoughts.pattern.{name}")
        row.toggled.connect(self._toggled)
        row.main_requested.connect(self._make_main)
        row.more_requested.connect(self._context.navigator.patterns_requested)
        if pattern.special:
            self._none.addWidget(row)
        return row

    # What is in view

    def _sought(self) -> list[str]:
        return self._find.text().casefold().split()

    def _is_in_view(self, row: PatternRow, sought: list[str]) -> bool:
        if row.pattern.id in self._choice:
            return True
        if sought:
            return _has(row, sought)
        return self._all or row.pattern.id in self._at_first

    def _arrange(self) -> None:
        """Show the patterns that are wanted now."""
        sought = self._sought()
        patterns = [row for row in self._rows if not row.pattern.special]
        shown = [row for row in patterns if self._is_in_view(row, sought)]
        self._columns.show_rows(shown, found=bool(sought))
        found = any(_has(row, sought) for row in patterns)
        if not found and self._not_found.isHidden():
            announce(self._not_found, self._not_found.text())
        for part in (self._not_found, self._add):
            part.setVisible(not found)
        self._show_all.setVisible(bool(sought) or len(patterns) > len(self._at_first))
        self._show_all.setText(
            text("Show fewer")
            if self._all and not sought
            else plural("Show all {n} pattern", "Show all {n} patterns", len(patterns))
        )

    def _enter(self) -> None:
        """Choose the one pattern that is found, or go to the first of several."""
        sought = self._sought()
        found = [row for row in self._rows if not row.pattern.special and _has(row, sought)]
        if sought and len(found) == 1:
            if found[0].pattern.id not in self._choice:
                self._toggled(found[0].pattern.id)
            self._find.clear()
        elif sought and found:
            found[0].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _turn_all(self) -> None:
        """Show all patterns, or only the first again; what was searched for is taken away."""
        sought = bool(self._sought())
        self._all = sought or not self._all
        self._find.clear()
        self._arrange()
        if sought:
            self._find.setFocus(Qt.FocusReason.OtherFocusReason)

    # Choosing

    def _toggled(self, pattern: str) -> None:
        if pattern in self._choice:
            if any(one.pattern == pattern and one.hinted for one in self._choice.chosen):
                self._turned_down = (*self._turned_down, pattern)  # it is a no after all
            self._choice.remove(pattern)
            self._unticked.forget()
        else:
            self._tick(pattern)
        self._chosen_changed()

    def _tick(self, pattern: str, *, hinted: bool = False) -> None:
        """Choose one more; what goes for it can be put back."""
        before = self._choice.chosen
        gone = self._choice.add(pattern, hinted=hinted)
        self._at_first |= set(self._choice.patterns)
        self._turned_down = tuple(one for one in self._turned_down if one != pattern)
        if gone:
            self._unticked.offer(gone, before)
        else:
            self._unticked.forget()

    def _put_back(self, chosen: object) -> None:
        """Have ticked again what was before something took its place."""
        self._choice = _choice_of(cast("tuple[ChosenPattern, ...]", chosen))
        self._chosen_changed()

    def _make_main(self, pattern: str) -> None:
        self._choice.make_main(pattern)
        self._chosen_changed()

    def _chosen_changed(self) -> None:
        self._tell_chosen()
        self._ask()
        self.tell()

    def _tell_chosen(self) -> None:
        several = len(self._choice.patterns) > 1
        for row in self._rows:
            row.put(chosen=row.pattern.id in self._choice)
            row.tell_main(main=row.pattern.id == self._choice.main, several=several)

    def _add_own(self) -> None:
        """Make what was searched for a pattern of one's own, and choose it."""
        name = " ".join(self._find.text().split())

        def add(journal: Journal) -> Changes:
            free = journal.patterns.is_free(name)
            return journal.patterns.keep(OwnPattern(name)) if free else Changes()

        def added(_changes: Changes) -> None:
            if name not in self._choice:
                self._tick(name)
            self._find.clear()
            self._build_rows()
            self._chosen_changed()
            self._find.setFocus(Qt.FocusReason.OtherFocusReason)

        self._context.tasks.write(add, added, owner=self)

    # Questions

    def _ask(self) -> None:
        """Ask about the hot thought."""
        hot = self._record.hot_thought if self._record is not None else None
        asks = self._asks and (self._record is None or not self._quiet.are_in(self._record))
        self._question.ask_about(
            hot.text if hot is not None and asks else "",
            chosen=[one.pattern for one in self._choice.chosen],
            turned_down=self._turned_down,
            archived=self._offer.archived,
        )

    def _accept(self, pattern: str) -> None:
        self._tick(pattern, hinted=True)
        self._build_rows()
        self._chosen_changed()
        self._question.enter()

    def _decline(self, pattern: str) -> None:
        self._turned_down = (*self._turned_down, pattern)
        self._chosen_changed()
        self._question.enter()

    def _take_back_answer(self, pattern: str) -> None:
        """Ask again, as if nothing had been answered."""
        self._turned_down = tuple(one for one in self._turned_down if one != pattern)
        if pattern in self._choice:
            self._choice.remove(pattern)
        self._chosen_changed()
        self._question.enter()

    def _journal_changed(self, changes: Changes) -> None:
        if changes.patterns:
            self._read()

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        none = QWidget()
        self._none = FlowLayout(none, gap=16)
        intro = text("Everybody’s mind uses these. Several can fit; leaving it open is fine too.")
        self.column.addWidget(self._question)
        said = labels.muted(look, intro)
        said.setContentsMargins(0, 0, 0, 4)  # above the field, where that is below
        top = BesideOrBelow(said, self._find, 24, least=lambda: look.px(_LEAST_INTRO))
        self.column.addLayout(top)
        self.column.addWidget(self._not_found)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._columns)
        self.column.addSpacing(4)
        self.column.addWidget(labels.label(look, text("Or none of these")))
        self.column.addWidget(none)
        self.column.addWidget(self._unticked)
        self.column.addWidget(self._library, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def _connect(self) -> None:
        self._find.textChanged.connect(self._arrange)
        self._find.returnPressed.connect(self._enter)
        self._add.clicked.connect(self._add_own)
        self._show_all.clicked.connect(self._turn_all)
        self._library.clicked.connect(self._open_library)
        self._question.accepted.connect(self._accept)
        self._question.declined.connect(self._decline)
        self._question.undone.connect(self._take_back_answer)
        self._unticked.undo_wanted.connect(self._put_back)
        self._context.tasks.journal_changed.connect(self._journal_changed)

    def _open_library(self) -> None:
        self._context.navigator.patterns_requested.emit("")


def _choice_of(chosen: Iterable[ChosenPattern]) -> PatternChoice:
    special = [pattern.id for pattern in content.thinking_patterns() if pattern.special]
    return PatternChoice(chosen, special=special, alone=(ACCURATE, FEELING))


def _has(row: PatternRow, words: list[str]) -> bool:
    return all(word in row.searchable for word in words)
