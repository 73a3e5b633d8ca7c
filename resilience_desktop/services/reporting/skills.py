"""Skills that were used, on paper: how often, and how distress was rated before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import signed, text
from resilience_desktop.insights.practised import by_skill
from resilience_desktop.reports.sections import Cell, Column, Table
from resilience_desktop.services.practised import is_lower, tends
from resilience_desktop.services.reporting.outcome import NOTHING, Outcome
from resilience_desktop.services.skills import name_of
from resilience_desktop.services.views.numbers import NOTHING_YET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.toolkit import OwnSkill
    from resilience_desktop.insights.practised import SkillUse

MOST = 8
"""Rows of the table, used on the most days first."""


def skills_used(practices: Sequence[Practice], own: Sequence[OwnSkill]) -> Outcome:
    """Return each skill with its days, its times, and the mean change from three ratings on.

    Notes and answers of a practice are never in it; what somebody called a skill of their own is.
    """
    uses = by_skill(practices)
    if not uses:
        return NOTHING
    shown = uses[:MOST]
    note = []
    if len(uses) > MOST:
        note.append(text("The {n} used on the most days.").format(n=MOST))
    if any(use.change.mean is not None for use in shown):
        note.append(text("Change: after minus before, of 100, on average."))
    if any(is_lower(use.change) for use in shown):
        note.append(tends())
    table = Table(
        title=text("Skills used"),
        columns=(
            Column(text("Skill"), is_number=False),
            Column(text("Days"), is_main=True),
            Column(text("Times")),
            Column(text("Change in distress")),
            Column(text("Rated before and after")),
        ),
        rows=tuple(_row(use, own) for use in shown),
        note=" ".join(note),
        first=2,
    )
    return Outcome((table,))


def _row(use: SkillUse, own: Sequence[OwnSkill]) -> tuple[Cell, ...]:
    mean = use.change.mean
    return (
        Cell(name_of(use.skill, own), own=any(use.skill == one.id for one in own)),
        Cell(f"{len(use.days):,}"),
        Cell(f"{use.times:,}"),
        Cell(NOTHING_YET if mean is None else signed(round(mean))),
        Cell(f"{use.change.times:,}"),
    )
