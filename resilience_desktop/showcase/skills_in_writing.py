"""Skills that are done in writing: sheets, and the worry appointment."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from resilience_desktop import content
from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.domain.worry import Outcome, Worry
from resilience_desktop.i18n import text
from resilience_desktop.showcase.camera import Shot, dialog, found, press, quiet_line, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.toolkit.page import ToolkitPage
    from resilience_desktop.ui.toolkit.sheet_pane import SheetPane
    from resilience_desktop.ui.toolkit.worry_pane import WorryPane
    from resilience_desktop.ui.widgets.buttons import Opener

IDEAS = ("Send the figures a day before", "Ask Mara to begin", "Move to the mountains")
CHOIR = "The choir"
_SINCE = dt.timedelta(days=9)


def _problem(today: dt.date) -> Sheet:
    ideas = (
        SheetRow(
            IDEAS[0],
            (("good", "Nobody is surprised by them."), ("bad", "One more evening at the desk.")),
            chosen=True,
        ),
        SheetRow(IDEAS[1]),
        SheetRow(IDEAS[2]),
    )
    answers = (
        ("problem", "I lose my thread when I show the figures on Mondays."),
        ("step", "Put them on one page and send it to three people."),
    )
    day = today - dt.timedelta(days=2)
    return Sheet("problem_solving", today - _SINCE, answers, ideas, day, id="problem")


def _values(today: dt.date) -> Sheet:
    numbers = ((9, 6), (6, 8), (7, 7), (5, 1), (8, 2))
    kinds = (part.rows for part in content.skill("values_check").sheet if part.rows)
    names = (*next(kinds).offered[:4], CHOIR)
    rows = tuple(
        SheetRow(name, ratings=(("importance", matters), ("lived", lived)), chosen=name == CHOIR)
        for name, (matters, lived) in zip(names, numbers, strict=True)
    )
    answers = (("direction", "Somebody who turns up, also when it has been a long day."),)
    return Sheet("values_check", today - _SINCE, answers, rows, id="values")


def _request(today: dt.date) -> Sheet:
    answers = (
        ("describe", "On three Mondays the figures were asked for an hour before."),
        ("express", "I feel rushed when there is no time to read them."),
        ("specify", "To know by Friday noon which figures are wanted."),
    )
    return Sheet("asking_clearly", today - _SINCE, answers, id="request")


def _keep(journal: Journal) -> Changes:
    today, sheets = journal.today(), journal.sheets
    toolkit = journal.toolkit.get()
    changes = journal.toolkit.keep(
        replace(toolkit, gone_on=("values_check", "asking_clearly", "problem_solving"))
    )
    for sheet in (_problem(today), _values(today), _request(today)):
        changes |= sheets.keep(sheet)
    return changes


def _pane(parts: Parts, skill: str) -> SheetPane:
    parts.tasks.write(_keep, owner=parts.window)
    settle(parts)
    page = cast("ToolkitPage", parts.window.page("toolkit"))
    settle(parts)
    page.open_skill(skill)
    settle(parts)
    return cast("SheetPane", page.side.show_skill(content.skill(skill)))


def _sheet(skill: str, id_: str, share: float, parts: Parts) -> QWidget:
    """Show a sheet, scrolled down by a share of its length."""
    pane = _pane(parts, skill)
    pane.show_sheet(id_)
    settle(parts)
    bar = pane.pane.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    return parts.window


def _not_saved(parts: Parts) -> QWidget:
    pane = _pane(parts, "asking_clearly")
    pane.state.say_not_saved(text("The disk is full, so this could not be saved."))
    return parts.window


WORRIES = (
    ("What if the boiler goes again in January", Outcome.WAITS, ""),
    ("My sister sounded short on the phone", Outcome.WAITS, ""),
    ("The letter from the bank", Outcome.ACTED, "Open it with Mara on Saturday"),
    ("They may move my desk", Outcome.GONE, ""),
)


def _keep_worries(journal: Journal) -> Changes:
    today = journal.today()
    settings = replace(journal.settings(), worry_time=dt.time(17, 30), worry_minutes=15)
    changes = journal.keep_settings(settings)
    for number, (words, outcome, step) in enumerate(WORRIES):
        noted = today - dt.timedelta(days=4 - number)
        looked_at = None if outcome is Outcome.WAITS else noted
        changes |= journal.worries.keep(
            Worry(words, noted, outcome, step, looked_at, f"worry {number}")
        )
    return changes


def _worries(parts: Parts) -> WorryPane:
    page = cast("ToolkitPage", parts.window.page("toolkit"))
    settle(parts)
    page.open_skill("worry_time")
    settle(parts)
    pane = cast("WorryPane", page.side.show_skill(content.skill("worry_time")))
    if pane.appointment.is_going:
        press(parts, "worry.stop")
    if pane.appointment.isVisible():
        press(parts, "worry.close")
    settle(parts)
    parts.tasks.write(_keep_worries, owner=parts.window)
    settle(parts)
    return pane


def _worry_list(parts: Parts) -> QWidget:
    _worries(parts)
    return parts.window


def _earlier_worries(parts: Parts) -> QWidget:
    pane = _worries(parts)
    cast("Opener", found(parts, "worry.fold")).set_open(is_open=True)
    settle(parts)
    bar = pane.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    return parts.window


def _worry_now(parts: Parts) -> QWidget:
    """Show the appointment at a worry with a step, paused so that its time stands still."""
    _worries(parts)
    press(parts, "worry.begin")
    settle(parts)
    for name in ("pause", "stands", "step"):
        press(parts, f"worry.{name}")
    return parts.window


def _worry_over(parts: Parts) -> QWidget:
    _worry_now(parts)
    press(parts, "worry.stop")
    return parts.window


def _line(parts: Parts) -> QWidget:
    """Show the line about a sheet whose day has come."""
    parts.tasks.write(_keep, owner=parts.window)
    settle(parts)
    parts.window.page("journal")
    settle(parts)
    quiet_line(parts, "sheet")
    return parts.window


def _paper(parts: Parts) -> None:
    _sheet("problem_solving", "problem", 0, parts)
    press(parts, "sheet_pane.paper")


SKILLS_IN_WRITING = (
    Shot("toolkit-problem", partial(_sheet, "problem_solving", "problem", 0)),
    Shot("toolkit-problem-further", partial(_sheet, "problem_solving", "problem", 1)),
    Shot("toolkit-problem-new", partial(_sheet, "problem_solving", "", 0)),
    Shot("toolkit-values", partial(_sheet, "values_check", "values", 0)),
    Shot("toolkit-values-further", partial(_sheet, "values_check", "values", 0.6)),
    Shot("toolkit-asking", partial(_sheet, "asking_clearly", "request", 0)),
    Shot("toolkit-asking-not-saved", _not_saved),
    Shot("toolkit-worry", _worry_list),
    Shot("toolkit-worry-earlier", _earlier_worries),
    Shot("toolkit-worry-now", _worry_now),
    Shot("toolkit-worry-over", _worry_over),
    Shot("journal-sheet", _line),
)
SHEETS_OF_SKILLS = (Shot("sheet-skill", dialog("sheet", _paper)),)
