"""Sessions of a journal, and what there is since the last one."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.session import AgendaLine, Session
from resilience_desktop.domain.thought_record import AutomaticThought, Share, ThoughtRecord
from resilience_desktop.insights.summary import ENOUGH_DAYS
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.sessions import next_after, next_with_point, talked_about
from resilience_desktop.services.since_last import in_words, since_last, starred

DAY = dt.date(2026, 5, 24)
TOUCHED = Changes(sessions=True)


def at(journal, ago, hour=12):
    wall = dt.datetime.combine(journal.today() - dt.timedelta(days=ago), dt.time(hour))
    return Moment.from_wall(wall, "Europe/London")


def write(journal, *moods, first=0):
    """Write an entry a day, the first of them so many days ago; None is a day without any."""
    last = first + len(moods) - 1
    entries = tuple(
        Entry(at=at(journal, last - n), mood=mood)
        for n, mood in enumerate(moods)
        if mood is not None
    )
    journal.add(Contents(entries=entries))


def put(journal, *items):
    """Put these into the journal and give each a star."""
    journal.add(
        Contents(
            entries=tuple(item for item in items if isinstance(item, Entry)),
            thought_records=tuple(item for item in items if isinstance(item, ThoughtRecord)),
        )
    )


def test_that_the_session_begun_last_comes_first(journal):
    old, new = Session(DAY, id="1"), Session(DAY + dt.timedelta(days=7), id="0")
    assert journal.sessions.keep(new, old) == TOUCHED
    assert journal.sessions.all() == [new, old]


def test_that_a_session_can_be_changed_forgotten_and_had_again(journal):
    session = Session(DAY, agenda=(AgendaLine("Mondays"),))
    journal.sessions.keep(session)
    changed = dataclasses.replace(session, notes="It was easier than I thought.")
    journal.sessions.keep(changed)
    assert journal.sessions.all() == [changed]
    assert journal.sessions.drop(changed) == TOUCHED
    assert journal.sessions.all() == []
    journal.sessions.keep(changed)
    assert journal.sessions.all() == [changed]


def test_that_a_session_that_is_there_is_not_brought_in_again(journal):
    here = Session(DAY, notes="mine")
    journal.sessions.keep(here)
    other = Session(DAY)
    elsewhere = dataclasses.replace(here, notes="theirs")
    assert journal.add(Contents(sessions=(elsewhere, other, other))).sessions == (other,)
    assert here in journal.sessions.all()


def test_that_the_next_session_begins_with_what_was_not_talked_about():
    session = Session(DAY, agenda=(AgendaLine("a", talked=True, link="1"), AgendaLine("b")))
    after = next_after(session, DAY + dt.timedelta(days=7))
    assert after.agenda == (AgendaLine("b"),)
    assert after.id != session.id
    assert after.day is None
    assert talked_about([session, after]) == {"1"}


def test_that_a_point_leads_to_its_page_as_long_as_that_can_be_opened(journal):
    entry = Entry(at=at(journal, 0), note="Mondays")
    put(journal, entry)
    assert journal.sessions.page(entry.id) == [entry]
    journal.bin.put(entry.id)
    assert journal.sessions.page(entry.id) == []
    assert journal.sessions.page("") == []


# Since last time


def test_that_the_points_of_pages_that_are_never_shared_are_known(journal):
    put(
        journal,
        Entry(at=at(journal, 1), id="hidden", never_share=True),
        Entry(at=at(journal, 1), id="open"),
        ThoughtRecord(at=at(journal, 1), id="record", share=Share.NEVER),
        Entry(at=at(journal, 1), id="no point of it", never_share=True),
    )
    links = ("hidden", "open", "record", "gone", "")
    session = Session(DAY, agenda=tuple(AgendaLine("Mondays", link=link) for link in links))
    assert journal.sessions.kept_back(session) == {"hidden", "record"}
    assert journal.sessions.kept_back(Session(DAY)) == frozenset()


def test_that_before_the_first_session_the_last_four_weeks_are_looked_at(journal):
    since = since_last(journal, None)
    assert (since.days, since.last, since.is_after_session) == (28, journal.today(), False)
    assert in_words(since) == ("Nothing was written in these days, and that is fine.",)


def test_that_a_session_to_come_leaves_today(journal):
    since = since_last(journal, journal.today() + dt.timedelta(days=5))
    assert since.days == 1


def test_that_the_days_from_the_session_on_are_told_and_no_others(journal):
    write(journal, *[2] * 20, *[-1] * 6)
    since = since_last(journal, journal.today() - dt.timedelta(days=5))
    assert in_words(since) == ("You wrote on 6 of 6 days.",)
    assert since.days_with_mood == 6


def test_that_the_middle_is_told_once_there_are_enough_days(journal):
    write(journal, *[1] * ENOUGH_DAYS)
    since = since_last(journal, journal.today() - dt.timedelta(days=ENOUGH_DAYS - 1))
    assert in_words(since)[1] == "Mood: the middle day was +1.0, half of the days +1.0 to +1.0."


def test_that_records_are_counted(journal):
    put(journal, ThoughtRecord(at=at(journal, 1), situation="Meeting", finished=True))
    put(journal, ThoughtRecord(at=at(journal, 40), situation="Long ago", finished=True))
    since = since_last(journal, journal.today() - dt.timedelta(days=7))
    assert since.records == 1
    assert in_words(since)[-1] == "1 thought record."


@pytest.mark.parametrize(
    ("after", "said"),
    [((), "A low spell from "), ((2, 2, 2, 2, 2), "A low spell, ")],
)
def test_that_a_low_spell_is_told_with_its_days(journal, after, said):
    steady = [(1, 2, 3, 2)[n % 4] for n in range(60)]
    write(journal, *steady, *[-4] * 6, *after)
    since = since_last(journal, journal.today() - dt.timedelta(days=14))
    assert len(since.spells) == 1
    assert in_words(since)[-1].startswith(said)
    assert len(since_last(journal, None).spells) == 1


def test_that_no_low_spell_is_told_of_few_days(journal):
    write(journal, *[2] * 20, *[-4] * 6)
    assert since_last(journal, None).spells == ()


def test_that_no_low_spell_is_told_of_days_before_the_session(journal):
    write(journal, *[(1, 2, 3, 2)[n % 4] for n in range(60)], *[-4] * 6, *[2] * 30, first=0)
    assert since_last(journal, journal.today() - dt.timedelta(days=5)).spells == ()


# What has a star


def star(journal, *items):
    put(journal, *items)
    return {one.id: one for one in starred(journal, frozenset())}


def test_that_pages_with_a_star_are_offered_with_their_first_words(journal):
    entry = Entry(at=at(journal, 1), note="Said **yes** to  the\nshift", starred=True)
    well = Entry(at=at(journal, 2), went_well="Slept through", starred=True)
    plain = Entry(at=at(journal, 3), note="No star")
    record = ThoughtRecord(at=at(journal, 4), situation="The meeting", starred=True)
    thought = ThoughtRecord(
        at=at(journal, 5), thoughts=(AutomaticThought("They saw it"),), starred=True
    )
    fair = ThoughtRecord(at=at(journal, 6), balanced_thought="Some did", starred=True)
    found = star(journal, entry, well, plain, record, thought, fair)
    assert found[entry.id].words == "Said yes to the shift"
    assert found[well.id].words == "Slept through"
    assert found[record.id].words == "The meeting"
    assert found[record.id].is_record
    assert found[thought.id].words == "They saw it"
    assert found[fair.id].words == "Some did"
    assert plain.id not in found


def test_that_what_must_not_be_shared_or_has_no_words_is_offered_by_its_day(journal):
    entry = Entry(at=at(journal, 1), note="CANARY", starred=True, never_share=True)
    record = ThoughtRecord(at=at(journal, 2), situation="CANARY", starred=True, share=Share.NEVER)
    mood = Entry(at=at(journal, 3), mood=2, starred=True)
    found = star(journal, entry, record, mood)
    assert found[entry.id].words.startswith("Entry of ")
    assert found[record.id].words.startswith("Thought record of ")
    assert found[mood.id].words.startswith("Entry of ")
    assert "CANARY" not in repr(found)


@pytest.mark.parametrize("note", ["word " * 100, "w" * 400])
def test_that_long_words_are_offered_by_their_beginning(journal, note):
    entry = Entry(at=at(journal, 1), note=note, starred=True)
    words = star(journal, entry)[entry.id].words
    assert words.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert len(words) <= 161


def test_that_what_was_talked_about_is_offered_no_more(journal):
    entry = Entry(at=at(journal, 1), note="Mondays", starred=True)
    star(journal, entry)
    assert starred(journal, frozenset({entry.id})) == ()


def test_that_a_point_is_brought_to_the_session_to_come_once():
    first = next_with_point([], "The figures", DAY)
    assert (first.made, [line.words for line in first.agenda]) == (DAY, ["The figures"])
    assert next_with_point([first], "The figures", DAY) is first
    both = next_with_point([first, Session(DAY, id="before")], "The nights", DAY)
    assert both.id == first.id
    assert [line.words for line in both.agenda] == ["The figures", "The nights"]
