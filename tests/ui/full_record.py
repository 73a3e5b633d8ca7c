"""A thought record with something in every part."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.details import Sensation, Trigger, TriggerKind
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
)

from .samples import record, today


def full_record(**more):
    values = {
        "steps": tuple(Step),
        "triggers": (Trigger("the budget", TriggerKind.STRESS),),
        "tags": ("work",),
        "feelings": (RatedFeeling("tense", 70, 35), RatedFeeling("calm", None, 30)),
        "sensations": (Sensation("tight chest", "chest_breath", 60),),
        "thoughts": (
            AutomaticThought("A room of faces.", 60, kind=ThoughtKind.IMAGE),
            AutomaticThought("They all saw it.", 85, 40, hot=True),
        ),
        "arrow": ("Then I would be out.", "Then nobody would need me."),
        "label": "worrying",
        "did": "Left the room early.",
        "chose": "Went back in after a minute.",
        "patterns": (ChosenPattern("mind_reading", main=True), ChosenPattern("labeling")),
        "turned_down": ("catastrophizing",),
        "settled": Settling(Settled.BREATHING, 15, Step.FEELINGS),
        "evidence_for": ("I lost the thread.",),
        "evidence_against": ("The budget went through.", "Two asked for the slides."),
        "friend": "Everybody loses a thread.",
        "distance": "In a month it is a story.",
        "balanced_thought": "I lost it for a few seconds.",
        "checks": (Check.FAIR, Check.KIND),
        "kindness": "That was a hard morning.",
        "helpful": 7,
        "prediction": Prediction("They will mention it.", 80, "Nobody did.", "It fades fast."),
        "next_step": "Print the figures.",
        "next_step_on": today(),
        "revisit_on": today() - dt.timedelta(days=1),
        "turned_out": "Quieter than I thought.",
    }
    return record(**{**values, **more})
