"""Does the thought follow a pattern? Naming one is optional, and so is "none"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.pattern_hints import marked
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import ChosenPattern, ThoughtRecord
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.patterns import KnownPattern
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.thoughts.pattern_question import PatternQuestion
from resilience_desktop.ui.thoughts.pattern_row import PatternRow
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_AT_FIRST = 7
_TWO_COLUMNS = 620  # text units
_LEAST_INTRO = 260  # text units beside the search field
_LONGEST_NAME = 60


class PatternsStep(StepPage):
    """A few patterns at first, all of them by search or on request; several can fit."""

    step = Step.PATTERNS

    def __init__(self, context: UiContext, _quiet: QuietWords) -> None:
        super().__init__(context)
        self._record: ThoughtRecord | None = None
        self._chosen: dict[str, ChosenPattern] = {}
        """In the order they were chosen."""
        self._asks = False  # until it is known that somebody wants it
        self._all = False
        self._columns = 1
        self._known = [_as_known(pattern) for pattern in content.thinking_patterns()]
        self._rows: list[PatternRow] = []
        self._own = 0
        """How many rows of patterns of one's own there have been."""
        self._at_first: set[str] = set()
        """Patterns that are in view before somebody searches."""
        look = context.look
        self._question = PatternQuestion(look)
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
            text("All about the patterns ..."),
            name="thoughts.pattern_library",
            flush=True,
            drawing="book",
        )
        self._lay_out()
        self._connect()
        self._build_rows()

    def put(self, record: ThoughtRecord) -> None:
        """Show the chosen patterns, and ask about the thought."""
        self._record = record
        self._chosen = {chosen.pattern: chosen for chosen in record.patterns}
        self._all = False
        self._find.clear()
        self._build_rows()
        self._ask()
        self._read()

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with these patterns, the main one first."""
        return replace(
            record, patterns=tuple(sorted(self._chosen.values(), key=lambda c: not c.main))
        )

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two columns where there is room."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= self._context.look.px(_TWO_COLUMNS) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    # The patterns there are

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.patterns.all(),
            self._take,
            owner=self,
            latest="thoughts.patterns",
        )

    def _take(self, known: list[KnownPattern]) -> None:
        if known != self._known:
            self._known = known
            self._build_rows()
            self._ask()

    def _build_rows(self) -> None:
        """Have a row for each pattern on offer; those of before stay, with what is open in them."""
        offered = {k.pattern.id: k.pattern for k in self._known if self._is_offered(k)}
        for missing in (id_ for id_ in self._chosen if id_ not in offered):
            offered[missing] = content.named_pattern(missing)
        there = {row.pattern.id: row for row in self._rows}
        for id_, row in there.items():
            if offered.get(id_) != row.pattern:
                row.hide()
                row.deleteLater()
        rows = [
            there[id_] if id_ in there and there[id_].pattern == pattern else self._row(pattern)
            for id_, pattern in offered.items()
        ]
        used = {k.pattern.id: k.used for k in self._known}
        common = content.common_patterns()

        def rank(row: PatternRow) -> tuple[int, int]:
            id_ = row.pattern.id
            place = common.index(id_) if id_ in common else len(common)
            return -used.get(id_, 0), place

        special = [row for row in rows if row.pattern.special]
        self._rows = [*sorted((r for r in rows if not r.pattern.special), key=rank), *special]
        self._at_first = {row.pattern.id for row in self._rows[:_AT_FIRST]} | set(self._chosen)
        self._arrange()
        self._tell_chosen()

    def _is_offered(self, known: KnownPattern) -> bool:
        return not known.archived or known.pattern.special or known.pattern.id in self._chosen

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
        if row.pattern.special or row.pattern.id in self._chosen:
            return True
        if sought:
            return _has(row, sought)
        return self._all or row.pattern.id in self._at_first

    def _arrange(self) -> None:
        """Show the patterns that are wanted now, one column after the other."""
        sought = self._sought()
        patterns = [row for row in self._rows if not row.pattern.special]
        shown = [row for row in patterns if self._is_in_view(row, sought)]
        half = (len(shown) + self._columns - 1) // self._columns
        places = (shown[:half], shown[half:])
        for row in patterns:
            row.setHidden(row not in shown or row.parent() is None)
        for column, inside in zip((self._left, self._right), places, strict=True):
            for place, row in enumerate(inside):
                column.insertWidget(place, row)
                row.show()  # once it is in here: else it is a window of its own
                row.raise_()  # which is also the order of reading out
        last, inside = (self._right, places[1]) if places[1] else (self._left, places[0])
        last.insertWidget(len(inside), self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_all.raise_()
        self._right_half.setVisible(bool(places[1]))
        found = any(_has(row, sought) for row in patterns)
        if not found and self._not_found.isHidden():
            announce(self._not_found, self._not_found.text())
        for part in (self._not_found, self._add):
            part.setVisible(not found)
        few = len(patterns) > len(self._at_first)
        self._show_all.setVisible(bool(sought) or few)
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
            if found[0].pattern.id not in self._chosen:
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
        if pattern in self._chosen:
            del self._chosen[pattern]
        else:
            self._chosen[pattern] = ChosenPattern(pattern)
            self._at_first.add(pattern)
        self._settle_main()

    def _make_main(self, pattern: str) -> None:
        self._settle_main(pattern)

    def _settle_main(self, wanted: str = "") -> None:
        """Have one main pattern if there is any; a special choice is none."""
        special = {row.pattern.id for row in self._rows if row.pattern.special}
        real = [id_ for id_ in self._chosen if id_ not in special]
        before = next((id_ for id_ in real if self._chosen[id_].main), "")
        main = wanted or before or next(iter(real), "")
        self._chosen = {
            id_: replace(chosen, main=id_ == main) for id_, chosen in self._chosen.items()
        }
        self._tell_chosen()
        self._ask()
        self.tell()

    def _tell_chosen(self) -> None:
        real = [r for r in self._rows if r.pattern.id in self._chosen and not r.pattern.special]
        for row in self._rows:
            chosen = self._chosen.get(row.pattern.id)
            row.put(chosen=chosen is not None)
            row.tell_main(main=chosen is not None and chosen.main, several=len(real) > 1)

    def _add_own(self) -> None:
        """Make what was searched for a pattern of one's own, and choose it."""
        name = " ".join(self._find.text().split())

        def add(journal: Journal) -> Changes:
            free = journal.patterns.is_free(name)
            return journal.patterns.keep(OwnPattern(name)) if free else Changes()

        def added(_changes: Changes) -> None:
            if name not in self._chosen:
                self._chosen[name] = ChosenPattern(name)
            self._find.clear()
            self._build_rows()
            self._settle_main()
            self._find.setFocus(Qt.FocusReason.OtherFocusReason)

        self._context.tasks.write(add, added, owner=self)

    # Questions

    def _ask(self) -> None:
        """Ask about the hot thought."""
        record = self._record
        hot = record.hot_thought if record is not None else None
        if record is None or hot is None or not self._asks:
            self._question.ask_about("", "", chosen=(), archived=())
            return
        archived = {known.pattern.id for known in self._known if known.archived}
        self._question.ask_about(record.id, hot.text, chosen=self._chosen, archived=archived)

    def _accept(self, pattern: str) -> None:
        self._chosen[pattern] = ChosenPattern(pattern, hinted=True)
        self._build_rows()
        self._settle_main()
        self._go_on()

    def _decline(self, _pattern: str) -> None:
        self._ask()
        self.tell()
        self._go_on()

    def _go_on(self) -> None:
        if not self._question.enter():
            self._find.setFocus(Qt.FocusReason.OtherFocusReason)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.patterns:
            self._read()

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        left, self._right_half, none = QWidget(), QWidget(), QWidget()
        self._left, self._right = column_in(left, 4), column_in(self._right_half, 4)
        halves = QHBoxLayout()
        halves.setSpacing(32)
        for half, column in ((left, self._left), (self._right_half, self._right)):
            column.addStretch()
            halves.addWidget(half, 1)
        self._none = FlowLayout(none, gap=16)
        intro = text("Everybody’s mind uses these. Several can fit; leaving it open is fine too.")
        self.column.addWidget(self._question)
        said = labels.muted(look, intro)
        said.setContentsMargins(0, 0, 0, 4)  # above the field, where that is below
        top = BesideOrBelow(said, self._find, 24, least=lambda: look.px(_LEAST_INTRO))
        self.column.addLayout(top)
        self.column.addWidget(self._not_found)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(halves)
        self.column.addSpacing(4)
        self.column.addWidget(labels.label(look, text("Or none of these")))
        self.column.addWidget(none)
        self.column.addSpacing(8)
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
        self._context.tasks.journal_changed.connect(self._journal_changed)

    def _open_library(self) -> None:
        self._context.navigator.patterns_requested.emit("")


def _has(row: PatternRow, words: list[str]) -> bool:
    return all(word in row.searchable for word in words)


def _as_known(pattern: ThinkingPattern) -> KnownPattern:
    return KnownPattern(pattern, own=False, note="", archived=False, used=0, named=False)
