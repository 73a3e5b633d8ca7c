"""Practices among entries and records: in the timeline and search, and not in the calendar."""

import datetime as dt

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.domain.worry import Worry
from resilience_desktop.services.contents import Contents

DAY = dt.date(2026, 11, 22)
WALK = OwnSkill("Walk", "Down to the river")


def at(hour, day=DAY):
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour)), "Europe/London")


@pytest.fixture
def mixed(journal):
    """A journal with an entry, a practice and a record, in this order; gives all three."""
    entry = Entry(at=at(9), mood=2, note="rain")
    record = ThoughtRecord(at=at(11), situation="rain")
    practice = Practice(skill="slow_breathing", at=at(10), note="rain on the window")
    journal.add(Contents((entry,), (record,), practices=(practice,)))
    return journal, entry, practice, record


def test_that_the_timeline_has_practices_by_day_and_time_and_knows_their_skills(mixed):
    journal, entry, practice, record = mixed
    page = journal.looking.timeline()
    assert page.items == (record, practice, entry)
    assert page.written == (record, entry)
    assert {id_: skill.name for id_, skill in page.skills.items()} == {
        "slow_breathing": "Slow breathing"
    }
    assert journal.looking.newer(page.places[2]).items == (record, practice)


def test_that_a_practice_of_a_skill_that_is_gone_stays(journal):
    practice = Practice(skill=WALK.id, at=at(10))
    journal.add(Contents(practices=(practice,), own_skills=(WALK,)))
    assert journal.looking.timeline().skills[WALK.id].name == "Walk"
    journal.toolkit.drop_skill(WALK)
    page = journal.looking.timeline()
    assert (page.items, page.skills) == ((practice,), {WALK.id: None})


@pytest.mark.parametrize(
    "chosen",
    [
        TimelineFilter(words="rain"),
        TimelineFilter(first=DAY, last=DAY),
        TimelineFilter(words="win", last=DAY),
        TimelineFilter(kind=Kind.PRACTICE),
        TimelineFilter(kind=Kind.PRACTICE, words="rain"),
    ],
)
def test_that_a_filter_of_days_words_or_kind_lets_practices_through(mixed, chosen):
    journal, _, practice, _ = mixed
    assert practice in journal.looking.timeline(chosen=chosen).items
    assert journal.looking.number_of(chosen) == len(journal.looking.timeline(chosen=chosen).items)


@pytest.mark.parametrize(
    "chosen",
    [
        TimelineFilter(lowest_mood=-5),
        TimelineFilter(feelings=("calm",)),
        TimelineFilter(tags=("walk",)),
        TimelineFilter(sensations=("tight",)),
        TimelineFilter(triggers=("rent",)),
        TimelineFilter(starred=True),
        TimelineFilter(with_picture=True),
        TimelineFilter(went_well=True),
        TimelineFilter(words="rain", lowest_mood=0),
        TimelineFilter(kind=Kind.ENTRY),
    ],
)
def test_that_any_other_filter_leaves_practices_out(mixed, chosen):
    journal, *_ = mixed
    found = journal.looking.timeline(chosen=chosen).items
    assert not any(isinstance(item, Practice) for item in found)


def test_that_a_practice_makes_no_day_one_on_which_something_was_written(mixed):
    journal, *_ = mixed
    alone, year = DAY - dt.timedelta(days=40), dt.date(2025, 11, 22)
    for day in (alone, year):
        journal.practices.keep(Practice(skill="calm_place", at=at(9, day)))
    assert journal.looking.days(alone, DAY) == {DAY: (2.0, 2)}
    assert journal.looking.span() == (DAY, DAY)
    assert journal.looking.memories(DAY) == journal.looking.on_this_day(DAY) == []
    assert journal.looking.timeline().days == {DAY: 2.0}


def test_that_there_is_no_span_of_practices_alone(journal):
    journal.practices.keep(Practice(skill="calm_place", at=at(9)))
    assert journal.looking.span() is None
    assert journal.looking.selection(TimelineFilter()) is None


def test_that_an_earlier_year_shows_what_was_written_and_not_what_was_practised(mixed):
    journal, *_ = mixed
    year = dt.date(2025, 11, 22)
    entry = Entry(at=at(9, year), note="fog")
    journal.add(Contents((entry,), practices=(Practice(skill="calm_place", at=at(8, year)),)))
    assert journal.looking.on_this_day(DAY) == [entry]


def test_that_what_a_filter_found_is_exported_with_its_practices(mixed):
    journal, entry, practice, record = mixed
    found = journal.looking.chosen(TimelineFilter(words="rain"))
    assert found == Contents((entry,), (record,), practices=(practice,))
    chosen = journal.looking.selection(TimelineFilter(words="rain"))
    assert (chosen.entries, chosen.records, chosen.kept_back) == ({entry.id}, (record.id,), 0)


def test_that_search_finds_what_was_written_with_skills_and_tells_which(journal):
    asked = at(9)
    journal.add(
        Contents(
            practices=(
                Practice(skill="slow_breathing", at=asked, note="by the river"),
                Practice(skill=WALK.id, at=at(8), answers=(("here", "a river"),)),
            ),
            own_skills=(WALK,),
            sheets=(
                Sheet("problem_solving", DAY, rows=(SheetRow("Ask", (("good", "rivers"),)),)),
                Sheet("values_check", DAY, (("step", "other"),)),
            ),
            worries=(Worry("The boat", DAY, step="Go to the river"), Worry("Else", DAY)),
        )
    )
    found = journal.looking.search("river")
    assert [(one.kind, one.count) for one in found] == [
        (Kind.PRACTICE, 2),
        (Kind.SHEET, 1),
        (Kind.WORRY, 1),
        (Kind.OWN_SKILL, 1),
    ]
    hits = [(hit.skill, hit.skill_name) for one in found for hit in one.hits]
    assert hits == [
        ("slow_breathing", "Slow breathing"),
        (WALK.id, "Walk"),
        ("problem_solving", "Problem solving"),
        ("worry_time", "Worry appointment"),
        (WALK.id, "Walk"),
    ]
    (sheet,), (own,) = found[1].hits, found[3].hits
    assert (sheet.at.day, own.at) == (DAY, None)
    assert ("rivers", True) in sheet.excerpt


def test_that_search_shows_as_many_of_a_kind_as_are_wanted(journal):
    journal.worries.keep(*(Worry(f"river {n}", DAY) for n in range(4)))
    (found,) = journal.looking.search("river", 3)
    assert (found.count, len(found.hits)) == (4, 3)
