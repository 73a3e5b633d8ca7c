"""The worksheet of a thought record in its forms, and the menus of forms."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from resilience_desktop import content
from resilience_desktop.domain.details import Trigger
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Form, Step
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.services.clock import local_zone
from resilience_desktop.showcase.camera import Shot, dialog, found, press, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.thoughts.page import ThoughtsPage

RECORD = ThoughtRecord(
    at=Moment.from_wall(dt.datetime(2026, 11, 20, 17, 40), "Europe/London"),  # noqa: DTZ001
    situation="Bus stop. The bus drove off as I came running.",
    triggers=(Trigger("missed the bus"),),
    tags=("bus stop", "Ines"),
    thoughts=(AutomaticThought("Everything goes wrong for me.", 70),),
    label="what if",
    did="Kicked the timetable.",
    chose="Sat down and took one breath.",
    kindness="It is a bus. You are tired, and there is another one.",
    id="019a0000-0000-7000-8000-000000000016",
)
HARD = replace(
    RECORD,
    thoughts=(AutomaticThought("They would all be better off without me.", 85),),
    id="019a0000-0000-7000-8000-000000000017",
)
"""Words that call for the quiet line."""
OWN = Form("own", "After work", (Step.THOUGHT, Step.FEELINGS, Step.KINDNESS))


def _at(form: str, step: Step, record: ThoughtRecord = RECORD) -> Callable[[Parts], QWidget]:
    """Open a record of a form at a step."""

    def show(parts: Parts) -> QWidget:
        steps = next(one.steps for one in content.record_forms() if one.id == form)
        page = cast("ThoughtsPage", parts.window.page("thoughts"))
        at = Moment.from_wall(RECORD.at.wall, local_zone())
        there = replace(record, at=at, form=form, steps=steps, step=step)
        parts.tasks.write(lambda journal: journal.keep_thought_record(there), owner=page)
        page.open_record(there.id)
        return parts.window

    return show


def _new(parts: Parts) -> QWidget:
    cast("ThoughtsPage", parts.window.page("thoughts")).new_record()
    return parts.window


def _last_of_new(parts: Parts) -> QWidget:
    _new(parts)
    settle(parts)
    press(parts, "thoughts.step.feelings")
    return parts.window


def _more_questions(parts: Parts) -> QWidget:
    _at("whole", Step.SITUATION)(parts)
    settle(parts)
    press(parts, "thoughts.question")
    return parts.window


def _menu_of_forms(parts: Parts) -> QWidget:
    page = cast("ThoughtsPage", parts.window.page("thoughts"))
    page.show_list()
    _have_a_form(parts)
    press(parts, "thoughts.other_form")
    settle(parts)
    return found(parts, "thoughts.other_form.menu")


def _say_more(parts: Parts) -> QWidget:
    _last_of_new(parts)
    settle(parts)
    press(parts, "thoughts.say_more")
    return found(parts, "thoughts.more_parts")


def _settings(parts: Parts) -> None:
    _have_a_form(parts)
    parts.window.dialogs.show_settings("thoughts")


def _own_form(parts: Parts) -> QWidget:
    _settings(parts)
    settle(parts)
    press(parts, "settings.form1.change")
    question = cast("QDialog", found(parts, "form"))
    question.finished.connect(found(parts, "settings").close)
    return question


def _have_a_form(parts: Parts) -> None:
    def keep(journal: Journal) -> Changes:
        return journal.keep_settings(replace(journal.settings(), forms=(OWN,)))

    parts.tasks.write(keep, owner=parts.window)
    settle(parts)


WORKSHEETS = (
    Shot("record-new", _new),
    Shot("record-last-of-new", _last_of_new),
    Shot("record-situation", _at("whole", Step.SITUATION)),
    Shot("record-more-questions", _more_questions),
    Shot("record-label", _at("notice", Step.LABEL)),
    Shot("record-response", _at("whole", Step.RESPONSE)),
    Shot("record-kindness", _at("whole", Step.KINDNESS)),
    Shot("record-hard-patterns", _at("whole", Step.PATTERNS, HARD)),
    Shot("record-hard-evidence", _at("whole", Step.EVIDENCE, HARD)),
)
FORM_DIALOGS = (
    Shot("settings-thoughts", dialog("settings", _settings)),
    Shot("own-form", _own_form),
    Shot("other-forms", _menu_of_forms),
    Shot("say-more", _say_more),
)
