"""The made-up person's thought records, in every form, so that each part of one is seen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from resilience_desktop import content
from resilience_desktop.domain.details import Sensation, Trigger, TriggerKind
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Check,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    Settled,
    Settling,
    ThoughtRecord,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_WORDS = (
    "situation",
    "label",
    "did",
    "chose",
    "friend",
    "distance",
    "kindness",
    "next_step",
    "turned_out",
)
_LISTS = ("tags", "arrow", "evidence_for", "evidence_against")


def demo_records(
    chance: Random, texts: dict[str, Any], last: dt.date, days: int, zone: str
) -> Iterator[ThoughtRecord]:
    """Return finished records over so many days before ``last``, the newest first."""
    forms = {form.id: form for form in content.record_forms()}
    plans = texts["thought_records"]
    for number, plan in enumerate(plans):
        ago = 3 + number * (days - 20) // len(plans) + (chance.randrange(0, 12) if number else 0)
        day = last - dt.timedelta(days=ago)
        form = forms[plan.get("form", "five")]
        revisit = plan.get("revisit_in")
        belief: int | None
        words, belief = plan["balanced"]
        written: dict[str, str] = {part: plan.get(part, "") for part in _WORDS}
        lists: dict[str, tuple[str, ...]] = {part: tuple(plan.get(part, ())) for part in _LISTS}
        yield ThoughtRecord(
            at=Moment.from_wall(dt.datetime.combine(day, dt.time(9, 30 + number)), zone),
            form=form.id,
            steps=form.steps,
            step=form.steps[-1],
            triggers=tuple(
                Trigger(word, TriggerKind(kind)) for word, kind in plan.get("triggers", ())
            ),
            sensations=tuple(Sensation(*felt) for felt in plan.get("sensations", ())),
            feelings=tuple(RatedFeeling(*feeling) for feeling in plan["feelings"]),
            thoughts=tuple(AutomaticThought(*thought) for thought in plan["thoughts"]),
            patterns=tuple(ChosenPattern(p, i == 0) for i, p in enumerate(plan["patterns"])),
            settled=_settling(plan.get("settled")),
            balanced_thought=words,
            balanced_belief=belief,
            checks=tuple(map(Check, plan.get("checks", ()))),
            helpful=plan.get("helpful"),
            prediction=Prediction(
                plan.get("expected", ""),
                plan.get("likely"),
                plan.get("happened", ""),
                plan.get("learned", ""),
            ),
            revisit_on=day + dt.timedelta(days=revisit) if revisit else None,
            revisited="turned_out" in plan,
            not_ready=plan.get("not_ready", False),
            finished=True,
            **written,  # type: ignore[arg-type]
            **lists,  # type: ignore[arg-type]
        )


def _settling(planned: list[Any] | None) -> Settling | None:
    """Return what came of the offer to settle: the choice, how many seconds, and the step."""
    if planned is None:
        return None
    choice, seconds, at = planned
    return Settling(Settled(choice), seconds, Step(at))
