"""A thought record on its way from a thought to a fairer one, of a made-up person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.details import Sensation
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Check,
    ChosenPattern,
    RatedFeeling,
    Settled,
    Settling,
    ThoughtKind,
    ThoughtRecord,
)
from resilience_desktop.showcase.camera import Shot, found, press, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.thoughts.page import ThoughtsPage
    from resilience_desktop.ui.widgets.pacer import Pacer

RECORD = ThoughtRecord(
    at=Moment.from_wall(dt.datetime(2026, 11, 19, 9, 30), "Europe/London"),  # noqa: DTZ001
    form="seven",
    steps=tuple(Step),
    situation="Team meeting. I lost my thread for about ten seconds.",
    feelings=(RatedFeeling("ashamed", 80, 45), RatedFeeling("tense", 65, 65)),
    sensations=(Sensation("tight chest", "chest_breath", 55),),
    thoughts=(
        AutomaticThought("They will all see that I can’t do this job.", 85, 50, hot=True),
        AutomaticThought("Mr Hale at the blackboard.", 40, None, kind=ThoughtKind.MEMORY),
    ),
    arrow=("Then they would let me go.", "Then I would have failed at this too."),
    patterns=(ChosenPattern("mind_reading", main=True), ChosenPattern("catastrophizing")),
    settled=Settling(Settled.DECLINED, at=Step.FEELINGS),
    evidence_for=("I lost my thread for about ten seconds.", "They obviously noticed."),
    evidence_against=(
        "The budget was approved without changes.",
        "Ines wrote afterwards: “clear, thanks”.",
    ),
    friend="You stood up there and you finished it.",
    balanced_thought="I stumbled once, and the rest of it was clear.",
    balanced_belief=60,
    checks=(Check.SPECIFIC, Check.KIND),
    helpful=6,
    id="019a0000-0000-7000-8000-000000000006",
)


def _at(
    step: Step, record: ThoughtRecord = RECORD, then: Callable[[Parts], None] | None = None
) -> Callable[[Parts], QWidget]:
    """Open the record at a step, and do something there."""

    def show(parts: Parts) -> QWidget:
        page = cast("ThoughtsPage", parts.window.page("thoughts"))
        there = replace(record, step=step)
        parts.tasks.write(lambda journal: journal.keep_thought_record(there), owner=page)
        page.open_record(there.id)
        settle(parts)
        if then is not None:
            then(parts)
        return parts.window

    return show


def _breathe(parts: Parts) -> None:
    press(parts, "thoughts.settle_evidence.breathing")
    cast("Pacer", found(parts, "thoughts.settle_evidence.pacer")).start(120, at=52.4)


def _ground(parts: Parts) -> None:
    press(parts, "thoughts.settle_evidence.grounding")


def _see_both(parts: Parts) -> None:
    press(parts, "thoughts.both.open")


def _settle_below(parts: Parts) -> None:
    press(parts, "thoughts.settle_thought.ask")


def _remove_thought(parts: Parts) -> None:
    press(parts, "thoughts.thought2.remove")


_STRONG = replace(RECORD, settled=None)
_MILD = replace(RECORD, feelings=(RatedFeeling("ashamed", 70), RatedFeeling("tense", 65)))
_ONE = RECORD.thoughts[:1]
_DEEP = replace(_MILD, thoughts=_ONE)
_WAITING = replace(RECORD, thoughts=_ONE, arrow=())
_NOTICED = ThoughtRecord(
    at=RECORD.at,
    form="notice",
    steps=(Step.THOUGHT, Step.LABEL),
    thoughts=(AutomaticThought(_ONE[0].text),),
    id="019a0000-0000-7000-8000-000000000007",
)
_UNMOVED = replace(RECORD, feelings=(RatedFeeling("tense", 65, 70),), thoughts=())
_TRUE = replace(RECORD, patterns=(ChosenPattern("not_a_distortion"),))

FAIR_THOUGHT = (
    Shot("fair-feelings", _at(Step.FEELINGS)),
    Shot("fair-feelings-strong", _at(Step.FEELINGS, _STRONG)),
    Shot("fair-thoughts", _at(Step.THOUGHT, _MILD)),
    Shot("fair-arrow", _at(Step.THOUGHT, _DEEP, _settle_below)),
    Shot("fair-arrow-waits", _at(Step.THOUGHT, _WAITING)),
    Shot("fair-noticed", _at(Step.THOUGHT, _NOTICED)),
    Shot("fair-thought-removed", _at(Step.THOUGHT, then=_remove_thought)),
    Shot("fair-evidence", _at(Step.EVIDENCE)),
    Shot("fair-evidence-accurate", _at(Step.EVIDENCE, _TRUE)),
    Shot("fair-settle-offer", _at(Step.EVIDENCE, _STRONG)),
    Shot("fair-settling", _at(Step.EVIDENCE, _STRONG, _breathe)),
    Shot("fair-grounding", _at(Step.EVIDENCE, _STRONG, _ground)),
    Shot("fair-balanced", _at(Step.BALANCED)),
    Shot("fair-again", _at(Step.LOOK_AGAIN, then=_see_both)),
    Shot("fair-again-unmoved", _at(Step.LOOK_AGAIN, _UNMOVED, _see_both)),
)
