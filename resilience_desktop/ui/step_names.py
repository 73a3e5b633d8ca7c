"""What the steps of a thought record are called, and what each asks."""

from __future__ import annotations

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text


def step_name(step: Step) -> str:
    """Return what a step is called."""
    return {
        Step.SITUATION: text("Situation"),
        Step.FEELINGS: text("Feelings"),
        Step.THOUGHT: text("Automatic thought"),
        Step.LABEL: text("A word for it"),
        Step.RESPONSE: text("What you did"),
        Step.PATTERNS: text("Thinking patterns"),
        Step.EVIDENCE: text("For and against"),
        Step.BALANCED: text("Balanced thought"),
        Step.KINDNESS: text("A kind word"),
        Step.LOOK_AGAIN: text("Look again"),
        Step.PREDICTION: text("Prediction"),
        Step.NEXT_STEP: text("Next step"),
    }[step]


def step_title(step: Step) -> str:
    """Return what a step asks."""
    return {
        Step.SITUATION: text("What happened?"),
        Step.FEELINGS: text("What did you feel, and how strongly?"),
        Step.THOUGHT: text("What went through your mind?"),
        Step.LABEL: text("What was your mind doing?"),
        Step.RESPONSE: text("What did you do?"),
        Step.PATTERNS: text("Does it follow a pattern?"),
        Step.EVIDENCE: text("Which facts are there?"),
        Step.BALANCED: text("What is a fair way to put it?"),
        Step.KINDNESS: text("What kind word do you need to hear?"),
        Step.LOOK_AGAIN: text("How is it now?"),
        Step.PREDICTION: text("What do you expect to happen?"),
        Step.NEXT_STEP: text("What is one small next step?"),
    }[step]
