"""Naming thinking patterns: the step, the library, a pattern of one's own, and practice."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.showcase.camera import Shot, found, press, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.thoughts.page import ThoughtsPage
    from resilience_desktop.ui.widgets.chips import Chip

MINE = OwnPattern(
    "Guessing what they want",
    "I take a wish for an order.",
    "She asked if I had time, so I had to.",
    ("Did anybody ask for it?", "What if I said: not today?"),
    "Mostly with my sister.",
)
RECORD = ThoughtRecord(
    at=Moment.from_wall(dt.datetime(2026, 11, 19, 9, 30), "Europe/London"),  # noqa: DTZ001
    form="seven",
    steps=tuple(Step),
    thoughts=(
        AutomaticThought("They will all see that I can’t do this job. I should have known.", 85),
    ),
    step=Step.PATTERNS,
    id="019a0000-0000-7000-8000-000000000016",
)

_NOWHERE = "zebra"
"""A word that no pattern has."""


def _step(then: Callable[[Parts], object] | None = None) -> Callable[[Parts], QWidget]:
    """Open a record where its patterns are named, and do something there."""

    def show(parts: Parts) -> QWidget:
        page = cast("ThoughtsPage", parts.window.page("thoughts"))
        parts.tasks.write(lambda journal: journal.keep_thought_record(RECORD), owner=page)
        page.open_record(RECORD.id)
        settle(parts)
        if then is not None:
            then(parts)
        return parts.window

    return show


def _choose_two(parts: Parts) -> None:
    press(parts, "thoughts.pattern.catastrophizing")
    press(parts, "thoughts.pattern.labeling")
    press(parts, "thoughts.pattern.labeling.about")


def _answer(parts: Parts) -> None:
    press(parts, "thoughts.hint_question.yes")
    press(parts, "thoughts.hint_question.no")


def _take_as_accurate(parts: Parts) -> None:
    press(parts, "thoughts.pattern.labeling")
    press(parts, "thoughts.pattern.not_a_distortion")


def _find_nothing(parts: Parts) -> None:
    cast("QLineEdit", found(parts, "thoughts.find_pattern")).setText(_NOWHERE)


def _show_all(parts: Parts) -> None:
    if (cast("QAbstractButton", found(parts, "thoughts.all_patterns"))).isVisible():
        press(parts, "thoughts.all_patterns")


def _library(pattern: str) -> Callable[[Parts], QWidget]:
    def show(parts: Parts) -> QWidget:
        def add(journal: Journal) -> Changes:
            there = any(known.own for known in journal.patterns.all())
            return Changes() if there else journal.patterns.keep(MINE)

        parts.tasks.write(add, owner=parts.window)
        parts.window.dialogs.show_patterns(pattern)
        settle(parts)
        return found(parts, "patterns")

    return show


def _name(parts: Parts) -> QWidget:
    library = _library(MINE.pattern)(parts)
    press(parts, "patterns.rename")
    question = cast("QDialog", found(parts, "pattern_name"))
    question.finished.connect(library.close)
    return question


def _practice(*, chosen: bool) -> Callable[[Parts], QWidget]:
    def show(parts: Parts) -> QWidget:
        from resilience_desktop.ui.dialogs.pattern_practice import PracticeDialog

        dialog = PracticeDialog(parts.look, parts.window, random.Random(3))  # noqa: S311
        dialog.open()
        if chosen:
            cast("Chip", found(parts, "practice.choices.2")).click()
        return dialog

    return show


PATTERN_STEPS = (
    Shot("patterns-asked", _step()),
    Shot("patterns-chosen", _step(_choose_two)),
    Shot("patterns-answered", _step(_answer)),
    Shot("patterns-accurate", _step(_take_as_accurate)),
    Shot("patterns-all", _step(_show_all)),
    Shot("patterns-nothing-found", _step(_find_nothing)),
)
PATTERN_DIALOGS = (
    Shot("pattern-library", _library("mind_reading")),
    Shot("pattern-own", _library(MINE.pattern)),
    Shot("pattern-name", _name),
    Shot("pattern-practice", _practice(chosen=False)),
    Shot("pattern-practice-why", _practice(chosen=True)),
)
