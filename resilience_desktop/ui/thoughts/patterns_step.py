"""Step four: does the thought follow a pattern? Naming one is optional, and so is "none"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import ChosenPattern, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_TWO_COLUMNS = 620  # text units


class PatternsStep(StepPage):
    """All patterns with their meaning; several can fit, and one may be the main one."""

    step = Step.PATTERNS

    def __init__(self, context: UiContext, _quiet: QuietWords) -> None:
        super().__init__(context)
        look = context.look
        self._main = ""
        self._columns = 0
        self._rows = [_Pattern(context, pattern) for pattern in content.thinking_patterns()]
        self._find = LineField()
        self._find.setObjectName("thoughts.find_pattern")
        self._find.setAccessibleName(text("Find a pattern"))
        self._find.setPlaceholderText(text("Find a pattern"))
        self._find.setMaximumWidth(look.px(320))
        self._find.textChanged.connect(self._filter)
        self._special = labels.heading(look, text("Or none of these"))
        self._not_found = labels.muted(
            look, text("No pattern here has these words."), name="thoughts.no_pattern"
        )
        self._show_all = buttons.plain(
            look, text("Show all patterns"), name="thoughts.all_patterns"
        )
        self._show_all.clicked.connect(self._forget_words)
        patterns, none = QWidget(), QWidget()
        self._grid = QGridLayout(patterns)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(16)
        self._none = column_in(none, 12)
        intro = text("Everybody’s mind uses these. Several can fit; leaving it open is fine too.")
        self.column.addWidget(labels.muted(look, intro))
        self.column.addWidget(self._find)
        self.column.addSpacing(8)
        self.column.addWidget(self._not_found)
        self.column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(patterns)
        self.column.addSpacing(16)
        self.column.addWidget(self._special)
        self.column.addWidget(none)
        self.column.addStretch()
        for row in self._rows:
            row.changed.connect(self._changed)
            row.main_requested.connect(self._make_main)
            if row.pattern.special:
                self._none.addWidget(row)
        self._place(1)
        self._filter("")

    def put(self, record: ThoughtRecord) -> None:
        """Show the chosen patterns."""
        self._find.clear()
        chosen = {c.pattern for c in record.patterns}
        self._main = next((c.pattern for c in record.patterns if c.main), "")
        for row in self._rows:
            row.put(chosen=row.pattern.id in chosen)
        self._tell_main()

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with these patterns; ids of other versions are kept."""
        known = {row.pattern.id for row in self._rows}
        others = [c for c in record.patterns if c.pattern not in known]
        chosen = [
            ChosenPattern(row.pattern.id, main=row.pattern.id == self._main)
            for row in self._rows
            if row.is_chosen()
        ]
        return replace(record, patterns=(*sorted(chosen, key=lambda c: not c.main), *others))

    def first_field(self) -> QWidget:
        """Return the search field."""
        return self._find

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two columns where there is room."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= self._context.look.px(_TWO_COLUMNS) else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        patterns = [row for row in self._rows if not row.pattern.special]
        half = (len(patterns) + columns - 1) // columns
        for number, row in enumerate(patterns):
            self._grid.addWidget(row, number % half, number // half)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for row in self._rows:
            row.setVisible(all(word in row.searchable for word in words))
        special = any(row.pattern.special and not row.isHidden() for row in self._rows)
        self._special.setVisible(special)
        nothing = all(row.isHidden() for row in self._rows)
        if nothing and self._not_found.isHidden():
            announce(self._not_found, self._not_found.text())
        self._not_found.setVisible(nothing)
        self._show_all.setVisible(nothing)

    def _forget_words(self) -> None:
        self._find.setFocus()
        self._find.clear()

    def _changed(self) -> None:
        chosen = [row.pattern.id for row in self._rows if row.is_chosen()]
        if self._main not in chosen:
            plain = [row.pattern.id for row in self._rows if row.is_chosen_pattern()]
            self._main = plain[0] if plain else ""
        self._tell_main()
        self.tell()

    def _make_main(self, pattern: str) -> None:
        self._main = pattern
        self._tell_main()
        self.tell()

    def _tell_main(self) -> None:
        several = sum(row.is_chosen_pattern() for row in self._rows) > 1
        for row in self._rows:
            row.tell_main(main=row.pattern.id == self._main, several=several)


class _Pattern(QWidget):
    """A pattern, its meaning and an example."""

    changed = Signal()
    main_requested = Signal(str)

    def __init__(self, context: UiContext, pattern: ThinkingPattern) -> None:
        super().__init__()
        look = context.look
        self.pattern = pattern
        self.searchable = f"{pattern.name} {pattern.definition} {pattern.example}".casefold()
        self._box = QCheckBox(pattern.name)
        self._box.setObjectName(f"thoughts.pattern.{pattern.id}")
        self._box.setAccessibleDescription(pattern.definition)
        self._box.toggled.connect(self._toggled)
        self._make_main = buttons.link(
            look, text("Make it the main one"), name=f"thoughts.pattern.{pattern.id}.main"
        )
        main = text("Make it the main one: {pattern}").format(pattern=pattern.name)
        self._make_main.setAccessibleName(main)
        self._make_main.clicked.connect(self._ask_main)
        self._is_main = labels.small(look, text("the main one"), "text_muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._box)
        under = QVBoxLayout()
        set_margins(under, 30, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(labels.small(look, pattern.definition, "text_muted"))
        if pattern.example:
            example = text("For example: {thought}").format(thought=pattern.example)
            under.addWidget(labels.small(look, example))
        under.addWidget(self._make_main)
        under.addWidget(self._is_main)
        column.addLayout(under)
        column.addStretch()
        self.tell_main(main=False, several=False)

    def put(self, *, chosen: bool) -> None:
        """Show whether the pattern is chosen."""
        with QSignalBlocker(self._box):
            self._box.setChecked(chosen)

    def is_chosen(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def is_chosen_pattern(self) -> bool:
        """Whether it is ticked and a real pattern."""
        return self.is_chosen() and not self.pattern.special

    def tell_main(self, *, main: bool, several: bool) -> None:
        """Say whether it is the main one of several."""
        shown = several and self.is_chosen_pattern()
        self._is_main.setVisible(shown and main)
        self._make_main.setVisible(shown and not main)

    def _toggled(self, _on: bool) -> None:
        self.changed.emit()

    def _ask_main(self) -> None:
        self.main_requested.emit(self.pattern.id)
