"""The report someone chose, put together from what was read of their journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.period import Period
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.i18n import text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.summary import MoodSummary
from resilience_desktop.reports.days_logged import DaysLogged
from resilience_desktop.reports.help_lines import help_footer
from resilience_desktop.reports.summary import SummaryReport
from resilience_desktop.services.reporting.outcome import Outcome
from resilience_desktop.services.reporting.source import Excerpt, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.services.reporting.choice import ReportChoice
    from resilience_desktop.services.reporting.source import Journal


def compose(journal: Journal | Excerpt, choice: ReportChoice) -> SummaryReport:
    """Return the report someone chose, read from their journal."""
    from resilience_desktop.exchange.journal_json import VERSION
    from resilience_desktop.services.reporting.methods import methods
    from resilience_desktop.services.reporting.mood import mood_part

    part = journal if isinstance(journal, Excerpt) else excerpt(journal, choice)
    summary = MoodSummary.of(DayMoods.of(part.entries, choice.first, choice.last))
    mood = mood_part(part, choice)
    found = {one: outcome_of(one, part, choice) for one in ReportPart if choice.has(one)}
    shown = [one for one, outcome in found.items() if outcome.sections]
    session = found.pop(ReportPart.NEXT_SESSION, Outcome())
    mine = choice.has(ReportPart.MY_WORDS)
    logged = choice.has(ReportPart.DATA) and choice.only != frozenset()
    return SummaryReport(
        first=choice.first,
        last=choice.last,
        only_some=choice.only is not None,
        made_on=choice.made_on,
        name=choice.name,
        how_it_has_been=choice.how_it_has_been if mine else "",
        to_talk_about=choice.to_talk_about if mine else "",
        question=choice.question if mine else "",
        note=choice.note if mine else "",
        insights=choice.insights if mine else (),
        next_session=session.sections,
        mood=mood,
        days_logged=_days_logged(summary, part) if logged else None,
        sections=tuple(section for one in found.values() for section in one.sections),
        left_out=_left_out(found.values()),
        thought_records=tuple(
            record
            for record in part.records
            if record.id in choice.record_ids and not record.never_share
        ),
        entries=tuple(entry for entry in part.open_entries if choice.prints(entry.id)),
        cards=tuple(card.words for card in part.cards if card.id in choice.card_ids),
        story=choice.story if choice.has(ReportPart.STORY) else (),
        methods=methods([*shown, *([ReportPart.MOOD] if mood else [])])
        if choice.has(ReportPart.METHODS)
        else (),
        help_lines=help_footer(choice.country),
        data_format=VERSION,
        paper=choice.paper,
    )


def outcome_of(one: ReportPart, part: Excerpt, choice: ReportChoice) -> Outcome:
    """Return what came of a part whose numbers are counted here, whether it was chosen or not."""
    from resilience_desktop.services.reporting.better_days import better_days
    from resilience_desktop.services.reporting.counts import feelings, patterns
    from resilience_desktop.services.reporting.outcome import NOTHING
    from resilience_desktop.services.reporting.records import records_together
    from resilience_desktop.services.reporting.skills import skills_used
    from resilience_desktop.services.reporting.sleep import sleep_and_activities
    from resilience_desktop.services.reporting.spells import low_spells
    from resilience_desktop.services.reporting.starred import next_session

    period = Period(choice.first, choice.last)
    if choice.only is None:  # of some entries there are no whole days
        if one is ReportPart.SLEEP_ACTIVITIES:
            return sleep_and_activities(part.entries, period)
        if one is ReportPart.LOW_SPELLS:
            return low_spells(part, period)
        if one is ReportPart.BETTER_DAYS:
            return better_days(part.open_entries, period)
        if one is ReportPart.SKILLS:
            return skills_used(part.practices, part.own_skills)
    if one is ReportPart.FEELINGS:
        return feelings(part.open_entries)
    if one is ReportPart.PATTERNS:
        return patterns(part.counted, choice)
    if one is ReportPart.RECORDS_TOGETHER:
        return records_together(part.counted)
    if one is ReportPart.NEXT_SESSION:
        return next_session(part, choice)
    return NOTHING


def _left_out(found: Iterable[Outcome]) -> str:
    """Return what was chosen and cannot be said yet; nothing where all of it can."""
    lacking = [outcome.lacking for outcome in found if outcome.lacking]
    if not lacking:
        return ""
    return text("Not shown, as there is too little to go on: {things}.").format(
        things="; ".join(lacking)
    )


def _days_logged(summary: MoodSummary, part: Excerpt) -> DaysLogged:
    gap = summary.longest_gap
    return DaysLogged(
        entries=summary.entries,
        days_with_entries=summary.days_with_entries,
        days=summary.days,
        days_with_mood=summary.days_with_mood,
        moments=summary.moments,
        whole_days=summary.whole_days,
        converted=summary.converted,
        longest_gap=(gap.first, gap.last) if gap else None,
        some_only_in_numbers=any(entry.never_share for entry in part.entries),
    )
