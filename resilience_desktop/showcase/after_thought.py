"""What comes after a thought record: reading it, looking at it again, cards, notes to keep."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.details import Sensation
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.insight import Insight
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Check,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    Settled,
    Settling,
    ThoughtKind,
    ThoughtRecord,
)
from resilience_desktop.services.clock import now
from resilience_desktop.showcase.camera import Shot, dialog, settle
from resilience_desktop.showcase.everything import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.thoughts.page import ThoughtsPage

_ID = "record-in-full"
_INSIGHT = "insight-in-full"


def record_in_full() -> ThoughtRecord:
    """Return a record with something in every part."""
    at = now()
    return ThoughtRecord(
        id=_ID,
        at=at,
        steps=tuple(Step),
        situation="The budget meeting. I lost my thread in front of everybody.",
        triggers=EVERYTHING.triggers[:1],
        tags=("work",),
        feelings=(
            RatedFeeling("ashamed", 80, 45),
            RatedFeeling("anxious", 70, 40),
            RatedFeeling("relieved", None, 35),
        ),
        sensations=(Sensation("tight chest", "chest_breath", 60),),
        thoughts=(
            AutomaticThought("They will all see that I can’t do this job.", 85, 40, hot=True),
            AutomaticThought("A room of faces, all turned to me.", 60, 30, kind=ThoughtKind.IMAGE),
        ),
        arrow=("Then they would stop asking me.", "Then I would not belong there."),
        did="Sat down early and said nothing more.",
        chose="Stayed in the room, and asked one question at the end.",
        patterns=(ChosenPattern("mind_reading", main=True), ChosenPattern("catastrophizing")),
        settled=Settling(Settled.BREATHING, 120, Step.FEELINGS),
        evidence_for=("I stopped in the middle of a sentence.", "Two people looked up."),
        evidence_against=("The budget went through.", "Most of them were reading the figures."),
        friend="Everybody loses a thread. I would not think less of you.",
        balanced_thought=(
            "I lost my thread for a few seconds, and it felt long. The budget still went through."
        ),
        balanced_belief=70,
        checks=(Check.FAIR, Check.KIND),
        kindness="That was a hard morning, and you stayed.",
        helpful=7,
        prediction=Prediction(
            "Somebody will mention it tomorrow.",
            80,
            "Nobody did. One asked for the figures.",
            "It stays longer with me than with them.",
        ),
        next_step="Bring the figures on one page.",
        next_step_on=at.day + dt.timedelta(days=1),
        revisit_on=at.day,
        finished=True,
    )


def _keep(journal: Journal) -> Changes:
    entry = next(i for i in journal.looking.timeline().items if isinstance(i, Entry))
    day = now().day
    changes = journal.keep_thought_record(record_in_full())
    changes |= journal.insights.keep(
        Insight(
            "I read faces as verdicts when I am tired. A night’s sleep changes most of them.",
            day,
            (_ID, entry.id),
            shared=True,
            id=_INSIGHT,
        )
    )
    for number, words in enumerate((record_in_full().balanced_thought, "This has passed before.")):
        made = day - dt.timedelta(days=9 * number)
        origin = "" if number else _ID
        changes |= journal.cards.keep(CopingCard(words, made, origin, id=f"card{number}"))
    return changes


def _take_away(journal: Journal) -> Changes:
    changes = Changes()
    for card in journal.cards.all():
        changes |= journal.cards.drop(card)
    for insight in journal.insights.all():
        changes |= journal.insights.drop(insight)
    return changes


def _page(parts: Parts) -> ThoughtsPage:
    page = cast("ThoughtsPage", parts.window.page("thoughts"))
    parts.tasks.write(_keep, owner=page)
    settle(parts)
    return page


def _in_full(parts: Parts) -> QWidget:
    _page(parts).open_record(_ID)
    return parts.window


def _below(parts: Parts) -> QWidget:
    """Show what can be done with the record, below all its parts."""
    page = _page(parts)
    page.open_record(_ID)
    settle(parts)
    bar = page.finished.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    return parts.window


def _step(step: Step) -> Callable[[Parts], QWidget]:
    def show(parts: Parts) -> QWidget:
        page = _page(parts)
        page.finished.edit_requested.emit(replace(record_in_full(), finished=False, step=step))
        return parts.window

    return show


def _follow_up(parts: Parts) -> QWidget:
    _page(parts).follow_up(_ID)
    return parts.window


def _waits(key: str) -> Callable[[Parts], QWidget]:
    def show(parts: Parts) -> QWidget:
        page = _page(parts)
        page.show_list()
        parts.window.page(key)
        return parts.window

    return show


def _cards(parts: Parts) -> None:
    parts.tasks.write(_keep, owner=parts.window)
    parts.window.dialogs.show_cards()


def _cards_empty(parts: Parts) -> None:
    parts.tasks.write(_take_away, owner=parts.window)
    parts.window.dialogs.show_cards()


def _insights(parts: Parts) -> None:
    parts.tasks.write(_keep, owner=parts.window)
    parts.window.dialogs.show_insights(_INSIGHT, _ID)


def _insights_empty(parts: Parts) -> None:
    parts.tasks.write(_take_away, owner=parts.window)
    parts.window.dialogs.show_insights("", _ID)


def _help(parts: Parts) -> None:
    parts.tasks.write(_keep, owner=parts.window)
    parts.window.show_help()


AFTER_THOUGHT = (
    Shot("thoughts-in-full", _in_full),
    Shot("thoughts-in-full-below", _below),
    Shot("thoughts-prediction", _step(Step.PREDICTION)),
    Shot("thoughts-next-step", _step(Step.NEXT_STEP)),
    Shot("thoughts-follow-up", _follow_up),
    Shot("thoughts-waiting", _waits("thoughts")),
    Shot("journal-look-again", _waits("journal")),
    Shot("cards", dialog("cards", _cards)),
    Shot("help-own-words", dialog("help", _help)),
    Shot("insights", dialog("insights", _insights)),
    Shot("cards-empty", dialog("cards", _cards_empty)),
    Shot("insights-empty", dialog("insights", _insights_empty)),
)
