import datetime as dt
from dataclasses import asdict

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import Share, ThoughtRecord
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
        entry_ids=None,
        record_ids=(records[1].id,),
        made_on=at(3).day,
    )
    part = excerpt(journal, choice)
    assert part.entries == things[1:5]
    assert part.records == [records[1]]
    assert compose(part, choice) == compose(journal, choice)
    assert "day" not in repr(part)


def test_that_a_report_of_some_entries_has_these_and_says_so(journal):
    things = [Entry(at=at(30 * n), mood=n, note=f"day {n}") for n in range(5)]
    journal.add(Contents(tuple(things)))
    choice = ReportChoice(
        first=at(0).day,
        last=at(120).day,
        entry_ids=None,
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


def test_that_an_excerpt_has_numbers_and_no_words_of_what_is_never_shared(journal):
    never = Entry(
        at=at(0), mood=-2, note="CANARY", tags=("CANARY",), sleep_hours=6.5, never_share=True
    )
    before = Entry(at=at(-1), mood=3, note="CANARY", tags=("CANARY",), starred=True)
    hidden = ThoughtRecord(at=at(0), situation="CANARY", finished=True, share=Share.NEVER)
    journal.add(Contents((never, before), (hidden,)))
    chosen = ReportChoice(first=DAY, last=DAY, entry_ids=None, record_ids=(hidden.id,))
    part = excerpt(journal, chosen)
    assert [(entry.mood, entry.sleep_hours) for entry in part.entries] == [(-2, 6.5)]
    assert [entry.mood for entry in part.earlier] == [3]
    assert (part.records, part.counted) == ([], [])
    assert "CANARY" not in str([asdict(entry) for entry in (*part.entries, *part.earlier)])
    report = compose(journal, chosen)
    assert report.days_logged.moments == 1
    assert report.entries == ()
