"""A thought record as a sheet to write on: blank, or filled as far as one was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.reports.document import Document, Paper, shared_values
from resilience_desktop.reports.wording import line, paragraphs
from resilience_desktop.reports.writing_rows import feelings, pair, rating, ticks, words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.reports.document import Plain

_FEW_STEPS = 6
"""Up to so many there is room to write more in each."""


def worksheet(
    form: str,
    steps: Sequence[Step],
    made_on: dt.date,
    *,
    record: ThoughtRecord | None = None,
    paper: Paper = "a4",
    help_lines: str = "",
) -> Document:
    """Return a sheet with these steps of a form that has this name.

    Of a record it has all that was written; what is still empty has lines to write on.
    """
    room = 3 if len(steps) <= _FEW_STEPS else 2
    rows = [row for step in steps for row in _ROWS[step](record, room, steps)]
    values = shared_values(text("Thought record"), made_on, paper, help_lines) | {
        "form": line(form),
        "day": {
            "label": text("Date"),
            "value": i18n.day(record.at.day, weekday=True) if record else "",
        },
        "rows": rows,
    }
    return Document("worksheet", values, made_on)


def _situation(record: ThoughtRecord | None, room: int, _steps: Sequence[Step]) -> list[Plain]:
    triggers = ", ".join(trigger.word for trigger in record.triggers) if record else ""
    written = (record.situation, triggers) if record else ()
    return [words(text("Situation"), text("What happened?"), written, room)]


def _feelings(record: ThoughtRecord | None, _room: int, steps: Sequence[Step]) -> list[Plain]:
    again = Step.LOOK_AGAIN in steps or (record is not None and record.is_rated_again)
    rows = [feelings(record, again=again)]
    if record is not None and record.sensations:
        felt = ", ".join(felt.word for felt in record.sensations)
        rows.append(words(text("Body"), "", (felt,), 0))
    return rows


def _thought(record: ThoughtRecord | None, room: int, _steps: Sequence[Step]) -> list[Plain]:
    label, hint = text("Automatic thought"), text("What went through your mind?")
    belief = text("How much you believe it, 0 to 100")
    thoughts = [one for one in record.thoughts if one.text.strip()] if record else []
    if not thoughts:
        return [words(label, hint, (), room, rating(belief, None))]
    rows = [words(label, "", (one.text,), 0, rating(belief, one.belief_before)) for one in thoughts]
    if record is not None and any(map(str.strip, record.arrow)):
        rows.append(words(text("What it would mean"), "", record.arrow, 0))
    return rows


def _label(record: ThoughtRecord | None, _room: int, _steps: Sequence[Step]) -> list[Plain]:
    written = (record.label,) if record else ()
    hint = text("What was your mind doing? Planning, judging, remembering ...")
    return [words(text("A word for it"), hint, written, 1)]


def _response(record: ThoughtRecord | None, _room: int, _steps: Sequence[Step]) -> list[Plain]:
    did, chose = (record.did, record.chose) if record else ("", "")
    return [
        words(text("What you did"), "", (did,), 1),
        words(text("What you chose instead"), "", (chose,), 1),
    ]


def _patterns(record: ThoughtRecord | None, _room: int, _steps: Sequence[Step]) -> list[Plain]:
    chosen = [one.pattern for one in record.patterns] if record else []
    known = [pattern.id for pattern in content.thinking_patterns() if not pattern.special]
    names = [*known, *(pattern for pattern in chosen if pattern not in known)]
    found = [(content.pattern_name(pattern), pattern in chosen) for pattern in names]
    return [ticks(text("Thinking patterns"), text("Tick what fits. None is fine too."), found)]


def _evidence(record: ThoughtRecord | None, room: int, _steps: Sequence[Step]) -> list[Plain]:
    facts = (record.evidence_for, record.evidence_against) if record else ((), ())
    titles = text("Facts that speak for it"), text("Facts that speak against it")
    rows = [pair(text("For and against"), titles, facts, room + 1)]
    if record is not None:
        rows += _if_written(text("To a good friend"), record.friend)
        rows += _if_written(text("From further away"), record.distance)
    return rows


def _balanced(record: ThoughtRecord | None, room: int, _steps: Sequence[Step]) -> list[Plain]:
    written, belief = (record.balanced_thought, record.balanced_belief) if record else ("", None)
    number = rating(text("How much you believe it, 0 to 100"), belief)
    hint = text("What is a fair way to put it?")
    return [words(text("Balanced thought"), hint, (written,), room, number)]


def _kindness(record: ThoughtRecord | None, _room: int, _steps: Sequence[Step]) -> list[Plain]:
    written = (record.kindness,) if record else ()
    return [words(text("A kind word"), text("As you would say it to a friend"), written, 1)]


def _look_again(record: ThoughtRecord | None, _room: int, steps: Sequence[Step]) -> list[Plain]:
    hot = record.hot_thought if record else None
    numbers = rating(text("Belief in the first thought now"), hot.belief_after if hot else None)
    helpful = rating(text("How helpful this was, 0 to 10"), record.helpful if record else None)
    hint = text("Rate your feelings again under “Later”.") if Step.FEELINGS in steps else ""
    return [words(text("Look again"), hint, (), 0, [*numbers, *helpful])]


def _prediction(record: ThoughtRecord | None, _room: int, _steps: Sequence[Step]) -> list[Plain]:
    said = record.prediction if record else None
    likely = rating(text("How likely it seems, 0 to 100"), said.likely if said else None)
    return [
        words(text("What you expect"), "", (said.expected,) if said else (), 1, likely),
        words(text("What happened"), text("For later"), (said.happened,) if said else (), 1),
        words(text("What you learned"), text("For later"), (said.learned,) if said else (), 1),
    ]


def _next_step(record: ThoughtRecord | None, _room: int, _steps: Sequence[Step]) -> list[Plain]:
    day = record.next_step_on if record else None
    on = [{"label": text("On which day"), "value": i18n.day(day) if day else "", "wide": True}]
    written = (record.next_step,) if record else ()
    rows = [words(text("Next step"), text("One small thing"), written, 1, on)]
    return rows + (_if_written(text("How it turned out"), record.turned_out) if record else [])


def _if_written(label: str, written: str) -> list[Plain]:
    return [words(label, "", (written,), 0)] if paragraphs(written) else []


_ROWS: dict[Step, Callable[[ThoughtRecord | None, int, Sequence[Step]], list[Plain]]] = {
    Step.SITUATION: _situation,
    Step.FEELINGS: _feelings,
    Step.THOUGHT: _thought,
    Step.LABEL: _label,
    Step.RESPONSE: _response,
    Step.PATTERNS: _patterns,
    Step.EVIDENCE: _evidence,
    Step.BALANCED: _balanced,
    Step.KINDNESS: _kindness,
    Step.LOOK_AGAIN: _look_again,
    Step.PREDICTION: _prediction,
    Step.NEXT_STEP: _next_step,
}
