"""Days, memories and stars."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from tests.conftest import examples

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def journal(tmp_path):
    made, _ = Journal.create(tmp_path / "journal", None)
    yield made
    made.close()


def at(day, hour=12):
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour)), "Europe/London")


def entry(day, mood=None, **more):
    return Entry(at=at(day), mood=mood, **more)


def test_that_a_page_knows_the_mood_of_its_days(journal):
    yesterday = TODAY - dt.timedelta(days=1)
    before = TODAY - dt.timedelta(days=2)
    journal.add(
        Contents(
            entries=(
                entry(TODAY, 2),
                entry(TODAY, -1),
                entry(TODAY, 5, frame=Frame.TODAY),
                entry(yesterday, -3, frame=Frame.TODAY),
                entry(before, note="Rain"),
            )
        )
    )
    assert journal.looking.timeline().days == {TODAY: 0.5, yesterday: -3, before: None}
    assert journal.looking.days(yesterday, TODAY) == {TODAY: (0.5, 3), yesterday: (-3, 1)}


def test_that_memories_are_of_the_same_day_and_leave_out_very_low_ones(journal):
    def same(year):
        return TODAY.replace(year=year)

    sealed = entry(same(2018), 2)
    journal.add(
        Contents(
            entries=(
                entry(same(2025), 1),
                entry(same(2024), -3),
                entry(same(2023), -4),
                entry(same(2023), 3),
                entry(same(2021), note="Rain"),
                entry(dt.date(2020, 11, 23), 2),
                sealed,
            ),
            thought_records=(ThoughtRecord(at=at(same(2019)), situation="A call."),),
        )
    )
    journal.marks.seal(sealed.id)
    assert journal.looking.memories(TODAY) == [same(2025), same(2024), same(2021), same(2019)]
    days = [item.at.day for item in journal.looking.on_this_day(TODAY)]
    assert days == [same(2025), same(2024), same(2023), same(2023), same(2021), same(2019)]


def test_that_a_leap_day_has_memories_of_leap_days_only(journal):
    journal.add(Contents(entries=(entry(dt.date(2020, 2, 29), 1), entry(dt.date(2023, 2, 28), 1))))
    assert journal.looking.memories(dt.date(2024, 2, 29)) == [dt.date(2020, 2, 29)]


def test_that_an_empty_journal_has_no_memories(journal):
    assert journal.looking.memories(TODAY) == journal.looking.on_this_day(TODAY) == []


def test_that_a_star_is_known_by_itself(journal):
    kept = entry(TODAY, 1)
    journal.keep_entry(kept)
    assert not journal.marks.is_starred(kept.id)
    journal.marks.star(kept.id, starred=True)
    assert journal.marks.is_starred(kept.id)
    assert not journal.marks.is_starred("nothing")


def test_that_more_than_sqlite_takes_at_once_can_be_chosen(journal):
    many = tuple(entry(TODAY, 1) for _ in range(1200))
    journal.add(Contents(entries=many))
    assert len(journal.looking.chosen(TimelineFilter(lowest_mood=1)).entries) == 1200


CHANGES = (
    ("Europe/London", dt.datetime(2026, 3, 29, 0, 30)),
    ("Europe/London", dt.datetime(2026, 10, 25, 0, 30)),
    ("America/New_York", dt.datetime(2026, 3, 8, 1, 0)),
    ("America/New_York", dt.datetime(2026, 11, 1, 0, 30)),
    ("America/Sao_Paulo", dt.datetime(2018, 11, 3, 23, 0)),  # midnight is skipped
    ("America/Havana", dt.datetime(2026, 10, 31, 23, 30)),  # midnight is repeated
    ("Australia/Lord_Howe", dt.datetime(2026, 4, 5, 1, 0)),  # half an hour
)


@given(
    change=st.sampled_from(CHANGES),
    minutes=st.lists(st.tuples(st.integers(0, 180), st.integers(0, 1)), min_size=2, max_size=8),
)
@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
def test_that_entries_round_a_clock_change_stay_in_order_and_on_their_day(
    change, minutes, tmp_path_factory
):
    zone, start = change
    walls = [(start + dt.timedelta(minutes=number)).replace(fold=fold) for number, fold in minutes]
    entries = [Entry(at=Moment.from_wall(wall, zone), mood=0) for wall in walls]
    made, _ = Journal.create(tmp_path_factory.mktemp("clock") / "journal", None)
    try:
        made.add(Contents(entries=tuple(entries)))
        shown = made.looking.timeline().items
        assert {e.id: e.at.wall for e in shown} == {
            e.id: wall.replace(fold=0) for e, wall in zip(entries, walls, strict=True)
        }
        assert {e.id: e.at.day for e in shown} == {e.id: e.at.wall.date() for e in entries}
        keys = [(e.at.day, e.at.utc) for e in shown]
        assert keys == sorted(keys, reverse=True)
        counted = {
            day: count for day, (_, count) in made.looking.days(dt.date.min, dt.date.max).items()
        }
        days = [wall.date() for wall in walls]
        assert counted == {day: days.count(day) for day in days}
    finally:
        made.close()


def test_that_a_day_of_which_some_is_hidden_has_no_mood(journal):
    journal.add(Contents(entries=(entry(TODAY, 4, tags=("walk",)), entry(TODAY, -2))))
    assert journal.looking.timeline(chosen=TimelineFilter(tags=("walk",))).days == {}
    assert journal.looking.timeline(chosen=TimelineFilter(first=TODAY)).days == {TODAY: 1}


def test_that_a_selection_names_what_was_found_and_nothing_sealed(journal):
    before = TODAY - dt.timedelta(days=9)
    kept, sealed = entry(before, 1, note="rain"), entry(TODAY, 1, note="rain")
    record = ThoughtRecord(at=at(before + dt.timedelta(days=2)), situation="Rain again.")
    journal.add(Contents(entries=(kept, sealed, entry(TODAY)), thought_records=(record,)))
    journal.marks.seal(sealed.id)
    found = journal.looking.selection(TimelineFilter(words="rain"))
    assert (found.first, found.last) == (before, record.at.day)
    assert (found.entries, found.records) == ({kept.id}, (record.id,))
    assert journal.looking.selection(TimelineFilter(words="zeppelin")) is None
