"""Bringing entries in from files: what would be done, what needs an answer, then doing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop import content, i18n
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.progress import Progress, stopped
from resilience_desktop.errors import CancelledError, ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.services.exchange import (
    Answers,
    Scale,
    file_heads,
    plan_import,
    read_files,
)
from resilience_desktop.ui import files
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import number, set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import empty, resize_within_window
from resilience_desktop.ui.widgets.progress_line import ProgressLine
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.services.exchange import FileHead, ImportPlan
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_FIELDS = ("", "date", "time", "mood", "energy", "note", "tags", "feelings", "sleep")
_PROBLEMS_SHOWN = 50


class ImportDialog(Dialog):
    """Shows the plan before anything is done; nothing is changed until "Bring in"."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowTitle(text("Bring in entries"))
        self._context = context
        look = context.look
        self._paths: list[Path] = []
        self._plan: ImportPlan | None = None
        self._adding = False
        self._moods: dict[str, ChoiceBox] = {}
        self._columns: dict[str, ChoiceBox] = {}
        self.choose = buttons.plain(
            look, text("Choose files ..."), name="import.choose", drawing="page"
        )
        self._names = labels.muted(look, "", name="import.names")
        self.said = labels.body(look, "", name="import.said")
        self.progress = ProgressLine(look, name="import.progress")
        self._scale = QWidget()
        self.scale_low, self.scale_high = self._number("low", "1"), self._number("high", "10")
        self._inside = QWidget()
        self._answers = QVBoxLayout()
        self._answers.setSpacing(12)
        self._details = labels.small(look, "", "text_muted", name="import.details")
        self.bring_in = buttons.primary(look, text("Bring in"), name="import.bring_in")
        self._close = buttons.quiet(look, text("Close"), name="import.close")
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.bring_in.clicked.connect(self._bring_in)
        self.progress.shown.connect(self.said.hide)
        self.progress.gone.connect(self.said.show)
        self._close.clicked.connect(self.reject)
        self._show_plan(None)

    def plan_files(self, paths: list[Path]) -> None:
        """Read these files and say what bringing them in would do."""
        self._paths = paths
        self._names.setText(", ".join(path.name for path in paths))
        self._forget_answers()
        work = self._begin(text("Reading the file"))
        self._context.tasks.compute(
            partial(file_heads, paths, work),
            partial(self._ask_columns, work),
            owner=self,
            latest="import.plan",
            failed=self._failed,
            progress=work,
        )

    def done(self, result: int) -> None:
        """Close, and stop what is under way."""
        if self.progress.cancel() and self._adding:
            self._context.notices.show(str(stopped()))
        super().done(result)

    def _begin(self, words: str) -> Progress:
        """Begin something that may take long, in place of what was under way."""
        self.progress.cancel()
        work = Progress(words)
        self.progress.follow(work)
        self._plan = None
        self.bring_in.setEnabled(False)
        return work

    def _choose(self) -> None:
        kinds = f"{text('Journals')} (*.csv *.json);;{text('All files')} (*)"
        paths = files.ask_for_files(self, text("Choose files"), kinds)
        if paths:
            self.plan_files(paths)

    def _ask_columns(self, work: Progress, heads: list[FileHead]) -> None:
        """Ask which column is which for a table whose format is not known."""
        tables = [head for head in heads if head.columns]
        for head in tables:
            grid = self._section(
                text("Which column is which?"), text("“Leave out” keeps a column out.")
            )
            for row, (column, guess) in enumerate(head.columns):
                box = ChoiceBox()
                for field in _FIELDS:
                    box.addItem(_field_name(field), field)
                box.setCurrentIndex(_FIELDS.index(guess))
                box.setObjectName(f"import.column{row + 1}")
                box.setAccessibleName(column)
                box.currentIndexChanged.connect(self._plan_again)
                self._columns[column] = box
                grid.addWidget(labels.body(self._context.look, column), row, 0)
                grid.addWidget(box, row, 1)
        self._scale.setVisible(bool(tables))
        self._make_plan(work)

    def _plan_again(self) -> None:
        self._make_plan(self._begin(text("Reading the file")))

    def _make_plan(self, work: Progress) -> None:
        paths, answers = self._paths, self._given_answers()

        def plan(journal: Journal) -> ImportPlan:
            return plan_import(journal, read_files(paths, local_zone(), answers, work), work)

        self._context.tasks.read(
            plan,
            self._show_plan,
            owner=self,
            latest="import.plan",
            failed=self._failed,
            progress=work,
        )

    def _given_answers(self) -> Answers:
        columns = {c: box.currentData() for c, box in self._columns.items()}
        moods = {label: box.currentData() for label, box in self._moods.items()}
        return Answers(
            columns={column: field for column, field in columns.items() if field},
            moods={label: value for label, value in moods.items() if value is not None},
            scale=self._given_scale() if self._columns else None,
        )

    def _given_scale(self) -> Scale | None:
        try:
            return Scale(float(self.scale_low.text()), float(self.scale_high.text()))
        except ValueError:
            return None

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self._plan = plan
        self.bring_in.setEnabled(plan is not None and plan.added > 0)
        if plan is None:
            self.said.setText(
                text(
                    "Daylio exports, any table as CSV, and exports of this app can come in. "
                    "You see what would happen first; nothing changes until then."
                )
            )
            self._details.setText("")
            return
        self._ask_moods(plan)
        self.said.set_role("text")
        self.said.setText(
            text(
                "{rows} read. {new} would be added, {old} are there already, {out} left out."
            ).format(
                rows=i18n.plural("{n} row", "{n} rows", plan.rows),
                new=f"{plan.added:,}",
                old=f"{plan.already_there:,}",
                out=f"{len(plan.problems):,}",
            )
        )
        lines = [
            *self._missing_mood(),
            *plan.notes,
            *(
                text("Line {n}: {reason}").format(n=problem.line, reason=problem.reason)
                for _, problem in plan.problems[:_PROBLEMS_SHOWN]
            ),
        ]
        if len(plan.problems) > _PROBLEMS_SHOWN:
            lines.append(text("... and {n} more").format(n=len(plan.problems) - _PROBLEMS_SHOWN))
        self._details.setText("\n".join(lines))
        announce(self, self.said.text())

    def _missing_mood(self) -> list[str]:
        """Say that entries come without a mood, when no column was said to be one."""
        if not self._columns or any(b.currentData() == "mood" for b in self._columns.values()):
            return []
        return [text("No column is the mood, so the entries come in without one.")]

    def _ask_moods(self, plan: ImportPlan) -> None:
        """Ask what each mood word means; the answers change the plan at once."""
        new = [(label, n) for label, n in plan.unmapped_moods if label not in self._moods]
        if not new:
            return
        grid = self._section(
            text("What do these moods mean?"),
            text("Each word of the other app needs a number here; those without stay out."),
        )
        for row, (label, count) in enumerate(new):
            box = ChoiceBox(shrinks=True)
            box.addItem(text("not yet"), None)
            for value in range(5, -6, -1):
                box.addItem(f"{number(i18n.signed(value))}  {content.mood_word(value)}", value)
            box.setObjectName(f"import.mood{len(self._moods) + 1}")
            box.setAccessibleName(label)
            box.currentIndexChanged.connect(self._plan_again)
            self._moods[label] = box
            times = i18n.plural("{n} time", "{n} times", count)
            grid.addWidget(labels.own_words(self._context.look, label), row, 0)
            grid.addWidget(labels.small(self._context.look, times), row, 1)
            grid.addWidget(box, row, 2)

    def _bring_in(self) -> None:
        plan = self._plan
        if plan is None:
            return
        notices, tasks = self._context.notices, self._context.tasks
        work = self._begin(text("Adding what is new"))
        self._close.setFocus()
        self._set_adding(adding=True)

        def add(journal: Journal) -> Changes:
            journal.add(plan.contents, work)
            return Changes(entries=True, thought_records=True, contacts=True, settings=True)

        def added(_changes: Changes) -> None:
            notices.show(i18n.plural("{n} brought in", "{n} brought in", plan.added))
            if shiboken6.isValid(self):
                self.accept()

        def failed(error: BaseException) -> None:
            if shiboken6.isValid(self):
                self._set_adding(adding=False)
                self._failed(error)
                self._plan = plan
                self.bring_in.setEnabled(True)
            elif not isinstance(error, CancelledError):
                tasks.work_failed.emit(error)

        # The window hears of it also when this dialog is closed while the last step is done.
        tasks.write(add, added, owner=notices, failed=failed, progress=work)

    def _set_adding(self, *, adding: bool) -> None:
        self._adding = adding
        self.choose.setEnabled(not adding)
        self._inside.setEnabled(not adding)

    def _failed(self, error: BaseException) -> None:
        self._plan = None
        self.bring_in.setEnabled(False)
        if isinstance(error, ResilienceError):
            self.said.set_role("text" if isinstance(error, CancelledError) else "danger")
            self.said.setText(str(error))
            self._details.setText("")
            announce(self, str(error))
        else:
            self._context.tasks.work_failed.emit(error)

    def _section(self, title: str, remark: str) -> QGridLayout:
        look = self._context.look
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labels.heading(look, title))
        column.addWidget(labels.small(look, remark, "text_muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        self._answers.addWidget(section)
        return grid

    def _forget_answers(self) -> None:
        self._moods, self._columns = {}, {}
        empty(self._answers)

    def _number(self, end: str, usual: str) -> QLineEdit:
        field = QLineEdit(usual)
        field.setObjectName(f"import.scale_{end}")
        field.setAccessibleName(
            text("Lowest mood number in the file")
            if end == "low"
            else text("Highest mood number in the file")
        )
        field.setFixedWidth(self._context.look.px(72))
        field.editingFinished.connect(self._scale_changed)
        return field

    def _scale_changed(self) -> None:
        if self._paths:
            self._plan_again()

    def _lay_out(self) -> None:
        look = self._context.look
        scale = QHBoxLayout(self._scale)
        scale.setContentsMargins(0, 0, 0, 0)
        scale.addWidget(labels.body(look, text("Mood numbers go from")))
        scale.addWidget(self.scale_low)
        to = labels.body(look, text("to"))
        to.setWordWrap(False)
        scale.addWidget(to)
        scale.addWidget(self.scale_high)
        scale.addStretch()
        self._scale.hide()
        top = QHBoxLayout()
        top.addWidget(self.choose)
        top.addWidget(self._names, 1)
        answers = QVBoxLayout(self._inside)
        set_margins(answers, 0, 0, 12, 0)
        answers.setSpacing(12)
        answers.addLayout(self._answers)
        answers.addWidget(self._scale)
        answers.addWidget(self._details)
        answers.addStretch()
        scroll = ScrollPane("import.scroll", self._inside)
        actions = QHBoxLayout()
        actions.addStretch()
        actions.addWidget(self._close)
        actions.addWidget(self.bring_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, text("Bring in entries")))
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.progress)
        column.addWidget(scroll, 1)
        column.addWidget(Rule())
        column.addLayout(actions)
        resize_within_window(self, look.px(620), look.px(560))


def _field_name(field: str) -> str:
    return {
        "": text("leave out"),
        "date": text("date"),
        "time": text("time"),
        "mood": text("mood"),
        "energy": text("energy"),
        "note": text("note"),
        "tags": text("tags"),
        "feelings": text("feelings"),
        "sleep": text("hours of sleep"),
    }[field]
