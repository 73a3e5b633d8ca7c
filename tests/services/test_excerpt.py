import datetime as dt

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.sharing import ReportChoice, compose, excerpt

DAY = dt.date(2026, 11, 19)


def at(days):
    day = DAY + dt.timedelta(days=days)
    return Moment.from_wall(dt.datetime.combine(day, dt.time(12)), "Europe/London")


def test_that_an_excerpt_makes_the_same_report_as_the_journal(journal):
    things = [Entry(at=at(n), mood=n, note=f"day {n}") for n in range(-2, 4)]
    records = [ThoughtRecord(at=at(n), situation=f"record {n}", finished=True) for n in range(2)]
    journal.add(Contents(tuple(things), tuple(records)))
    choice = ReportChoice(
        first=at(-1).day,
        last=at(2).day,
        entries=True,
        record_ids=(records[1].id,),
        made_on=at(3).day,
    )
    part = excerpt(journal, choice)
    assert part.entries == things[1:5]
    assert part.entries_between(DAY, DAY) == [things[2]]
    assert list(part.records.values()) == [records[1]]
    assert compose(part, choice) == compose(journal, choice)
    assert "day" not in repr(part)


def test_that_a_report_of_some_entries_has_these_and_says_so(journal):
    things = [Entry(at=at(30 * n), mood=n, note=f"day {n}") for n in range(5)]
    journal.add(Contents(tuple(things)))
    choice = ReportChoice(
        first=at(0).day,
        last=at(120).day,
        entries=True,
        only=frozenset({things[1].id, things[4].id, "gone"}),
    )
    report = compose(excerpt(journal, choice), choice)
    assert report == compose(journal, choice)
    assert report.only_some
    assert list(report.entries) == [things[1], things[4]]
    assert report.days_logged.entries == 2
    assert report.mood is None
    journal.marks.seal(things[1].id)
    assert list(compose(journal, choice).entries) == [things[4]]


def test_that_a_report_of_no_entry_counts_none(journal):
    journal.add(Contents((Entry(at=at(0), mood=1),)))
    report = compose(journal, ReportChoice(first=DAY, last=DAY, only=frozenset()))
    assert (report.mood, report.days_logged, report.entries) == (None, None, ())
