import dataclasses
import datetime as dt
import itertools

import pytest

from resilience_desktop.content import (
    all_skills,
    basic_names,
    body_regions,
    record_forms,
    thinking_patterns,
)
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.tag import ACTIVITIES, PEOPLE
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.domain.worry import Outcome
from resilience_desktop.insights.records_seen import RecordsSeen
from resilience_desktop.services.demo import DAYS, demo_contents
from tests.record_facts import facts_of

LAST = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def contents():
    return demo_contents(LAST, "Europe/London")


def without_ids(items):
    return [dataclasses.replace(item, id="") for item in items]


def test_that_the_made_up_person_writes_the_same_every_time(contents):
    again = demo_contents(LAST, "Europe/London")
    assert without_ids(again.entries) == without_ids(contents.entries)
    assert without_ids(again.thought_records) == without_ids(contents.thought_records)
    assert [p.at for p in again.practices] == [p.at for p in contents.practices]
    assert [p.note for p in again.practices] == [p.note for p in contents.practices]
    assert {e.id for e in again.entries}.isdisjoint(e.id for e in contents.entries)


def test_that_a_day_later_everything_is_a_day_later(contents):
    later = demo_contents(LAST + dt.timedelta(days=1), "Europe/London")
    days = [record.at.day + dt.timedelta(days=1) for record in contents.thought_records]
    assert [record.at.day for record in later.thought_records] == days


def test_that_it_spans_fourteen_months_with_gaps_and_low_spells(contents):
    days = sorted({entry.at.day for entry in contents.entries})
    assert LAST - dt.timedelta(days=DAYS) <= days[0]
    assert days[-1] <= LAST
    assert (days[-1] - days[0]).days > 400
    gaps = [(later - day).days for day, later in itertools.pairwise(days)]
    assert max(gaps) > 10
    low = [e for e in contents.entries if e.mood <= -3]
    assert low
    assert len(low) < len(contents.entries) / 4


def test_that_nothing_is_empty_and_nothing_claims_to_be_imported(contents):
    assert not any(entry.is_empty for entry in contents.entries)
    assert not any(entry.source or entry.converted_from for entry in contents.entries)
    assert any(entry.note for entry in contents.entries)
    assert any(feeling.intensity for entry in contents.entries for feeling in entry.feelings)


def test_that_the_thought_records_are_whole(contents):
    known = {pattern.id for pattern in thinking_patterns()}
    assert any(record.is_rated_again for record in contents.thought_records)
    for record in contents.thought_records:
        assert record.finished
        assert record.hot_thought is not None
        assert {chosen.pattern for chosen in record.patterns} <= known


def test_that_the_thought_records_show_every_form_and_every_part(contents):
    records = contents.thought_records
    assert {record.form for record in records} == {form.id for form in record_forms()}
    assert {step for step in Step if any(record.has(step) for record in records)} == set(Step)
    for record in records:
        assert set(record.steps) <= set(record.all_steps)
    for part in ("triggers", "tags", "sensations", "arrow", "friend", "chose", "not_ready"):
        assert any(getattr(record, part) for record in records), part
    seen = RecordsSeen.of(facts_of(records))
    assert seen.feeling_change.mean is not None
    assert seen.belief_change.mean is not None
    assert seen.together


def test_that_it_says_a_little_of_everything_and_seals_nothing(contents):
    for part in ("sensations", "triggers", "basics", "scales", "went_well", "sleep_quality"):
        number = sum(bool(getattr(entry, part)) for entry in contents.entries)
        assert 10 < number < len(contents.entries) * 0.6, part
    items = (*contents.entries, *contents.thought_records)
    assert [type(item) for item in items if item.starred] == [Entry, ThoughtRecord]
    assert not any(entry.sealed for entry in contents.entries)
    assert len(contents.goals) == 1
    assert contents.goals[0].is_shown_on(LAST)


def test_that_what_it_says_is_among_what_can_be_said(contents):
    felt = {(word, region.id) for region in body_regions() for word in region.words}
    used = {(s.word, s.region) for entry in contents.entries for s in entry.sensations}
    assert used <= felt
    groups = {tag.word: tag.group for tag in contents.tags}
    assert set(groups.values()) == {ACTIVITIES, PEOPLE}
    assert {tag for entry in contents.entries for tag in entry.tags} <= set(groups)
    assert groups["Mara"] == PEOPLE
    (scale,) = JournalSettings.from_plain(dict(contents.settings)).scales
    values = [v for entry in contents.entries for v in entry.scales]
    assert {v.scale for v in values} == {scale.id}
    assert all(scale.holds(v.value) for v in values)
    assert len({v.value for v in values}) > 6
    names = {basic.name for entry in contents.entries for basic in entry.basics}
    assert names == set(basic_names())


def test_that_practices_lie_on_days_with_entries_and_are_of_skills_there_are(contents):
    (own,), (toolkit,) = contents.own_skills, contents.toolkit
    known = {skill.id for skill in all_skills()} | {own.id}
    assert {practice.skill for practice in contents.practices} <= known
    assert own.id in {practice.skill for practice in contents.practices}
    assert set(toolkit.chosen) <= known
    assert len(toolkit.chosen) == 4
    days = {entry.at.day for entry in contents.entries}
    without_wave = [p for p in contents.practices if not p.wave]
    assert {practice.at.day for practice in without_wave} <= days
    assert max(p.at.day for p in contents.practices) < LAST
    assert 40 < len(contents.practices) < 150
    rated = [p for p in contents.practices if p.skill == "slow_breathing" and p.change is not None]
    assert len(rated) > 3
    assert any(practice.stopped for practice in contents.practices)
    assert any(practice.note for practice in contents.practices)


def test_that_its_sheet_fits_the_skill_and_its_worries_have_outcomes(contents):
    (sheet,) = contents.sheets
    parts = next(one for one in all_skills() if one.id == sheet.skill).sheet
    fields = {field.id for part in parts for field in part.fields}
    assert {name for name, _ in sheet.answers} <= fields
    (rows,) = (part.rows for part in parts if part.rows)
    assert {name for row in sheet.rows for name, _ in row.more} == {f.id for f in rows.fields}
    assert [row.chosen for row in sheet.rows].count(True) == 1
    assert {worry.outcome for worry in contents.worries} > {Outcome.WAITS}
    assert len({helper.kind for helper in contents.helpers}) == 3


def test_that_it_can_be_kept_and_found(journal, contents):
    assert journal.add(contents) == contents
    assert journal.contents().entries == contents.entries
    assert journal.verify().problems == ()
    assert journal.add(contents).entries == ()
