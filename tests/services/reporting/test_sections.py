"""What was counted, on paper: the numbers of the Charts page, and its gates."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from resilience_desktop.domain.details import Basic, Trigger
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.thought_record import Settled, Settling, Share
from resilience_desktop.services.reporting.better_days import MOST as MOST_DIFFERENCES
from resilience_desktop.services.reporting.better_days import better_days
from resilience_desktop.services.reporting.compose import compose
from resilience_desktop.services.reporting.counts import MOST, feelings, patterns
from resilience_desktop.services.reporting.methods import methods
from resilience_desktop.services.reporting.mood import mood_part
from resilience_desktop.services.reporting.notes import BEGINNING
from resilience_desktop.services.reporting.outcome import NOTHING
from resilience_desktop.services.reporting.records import records_together
from resilience_desktop.services.reporting.sleep import sleep_and_activities
from resilience_desktop.services.reporting.source import Excerpt
from resilience_desktop.services.reporting.spells import MOST as MOST_SPELLS
from resilience_desktop.services.reporting.spells import low_spells
from resilience_desktop.services.reporting.starred import MOST as MOST_STARRED
from resilience_desktop.services.reporting.starred import next_session
from tests.insights.made_up import day, entry
from tests.services.reporting.made import Journal, choice, demo, everything, record, rows
from tests.services.views.test_better_days import written
from tests.services.views.test_low_spells import DROP, TWICE, USUAL

MINUS = "\N{MINUS SIGN}"


def days_of(moods):
    return [entry(n, mood) for n, mood in enumerate(moods) if mood is not None]


def spells(moods, *, since=0):
    entries = days_of(moods)
    part = Excerpt(
        entries=[one for one in entries if one.at.day >= day(since)],
        earlier=[one for one in entries if one.at.day < day(since)],
    )
    return low_spells(part, Period(day(since), day(len(moods) - 1)))


def period_of(entries):
    return Period(day(0), max(one.at.day for one in entries))


# Low spells


def test_that_each_low_spell_is_a_row_the_oldest_first():
    (table,) = spells(TWICE).sections
    assert rows(table) == [
        ["29 June", "3 days", "+2.0", f"{MINUS}4.0", "0 days"],
        ["27 July", "3 days", "+2.0", f"{MINUS}4.0", "0 days"],
    ]
    assert "Even steady mood shows up to " in table.note
    assert "not listed" not in table.note


def test_that_what_was_usual_before_the_period_counts():
    assert spells(TWICE[:42]).lacking == ""
    (table,) = spells([*TWICE, *USUAL], since=28).sections
    assert len(table.rows) == 2


def test_that_a_spell_without_an_end_says_so():
    (table,) = spells([*USUAL, *([1, 2] * 10), -3, -4, -3]).sections
    assert rows(table) == [["19 July", "3 days or more", "+2.0", f"{MINUS}4.0", "–"]]


def test_that_no_low_spell_is_said_plainly():
    (said,) = spells(USUAL * 2).sections
    assert said.paragraphs == ("There was no low spell in these days.",)


def test_that_only_the_newest_low_spells_are_listed():
    many = USUAL + (DROP + USUAL) * (MOST_SPELLS + 2)
    (table,) = spells(many).sections
    assert len(table.rows) == MOST_SPELLS
    assert "2 earlier ones are not listed." in table.note


def test_that_low_spells_need_days():
    lacking = "low spells (it takes 42 days with a mood; so far there {so_far})"
    assert spells(USUAL).lacking == lacking.format(so_far="are 28")
    assert spells(USUAL[:1]).lacking == lacking.format(so_far="is 1")
    thin = [mood for value in USUAL * 2 for mood in (value, None, None)]
    assert spells(thin).lacking == "low spells (it takes a mood on half of the days)"
    assert low_spells(Excerpt(), Period(day(0), day(9))) == NOTHING


# What went with better days


def test_that_what_is_clear_is_told_with_its_range_and_days():
    entries = written(120, tags=("rain",))
    (table,) = better_days(entries, period_of(entries)).sections
    ((name, points, reach, with_it, without),) = rows(table)
    assert (name, table.rows[0][0].own) == ("walk", True)
    assert points.startswith("+")
    assert " to " in reach
    assert int(with_it) + int(without) == 120
    assert table.note.startswith("2 were looked at, 1 was clear.")


def test_that_sleep_has_days_and_none_without():
    entries = written(
        120,
        sleep_hours=lambda chance, walked: 8 + chance.random() if walked else 5 + chance.random(),
    )
    (table,) = better_days(entries, period_of(entries)).sections
    found = {row[0]: row for row in rows(table)}
    assert found["sleep, per hour"][3:] == ["120", "–"]
    assert not next(r for r in table.rows if r[0].words == "sleep, per hour")[0].own


def test_that_at_most_five_are_listed_the_highest_first():
    entries = written(150)
    triggers = tuple(Trigger(f"t{n}") for n in range(6))
    entries = [replace(one, triggers=() if "walk" in one.tags else triggers) for one in entries]
    (table,) = better_days(entries, period_of(entries)).sections
    assert len(table.rows) == MOST_DIFFERENCES
    points = [float(row[1].replace(MINUS, "-")) for row in rows(table)]
    assert points == sorted(points, reverse=True)
    assert "The 5 largest differences are listed." in table.note


def test_that_none_that_is_clear_is_said_with_how_many_were_looked_at():
    entries = [entry(n, n % 3, tags=("walk",) * (n % 7 in (1, 4, 6))) for n in range(90)]
    (said,) = better_days(entries, period_of(entries)).sections
    assert said.paragraphs[0].startswith("1 thing that days differ in was looked at")


def test_that_better_days_need_days_and_something_noted_on_enough():
    few = written(30)
    lacking = better_days(few, period_of(few)).lacking
    assert "it takes 60 days with a mood; so far there are 30" in lacking
    rare = [entry(n, n % 3, tags=("walk",) * (n == 4)) for n in range(90)]
    assert better_days(rare, period_of(rare)).lacking == (
        "what went with better or worse days (nothing was noted on enough days)"
    )
    bare = days_of([1, 2] * 50)
    assert better_days(bare, period_of(bare)) == NOTHING


# Sleep and the day's basics


def test_that_sleep_has_an_average_the_middle_half_of_its_days_and_how_many_they_are():
    entries = [entry(n, sleep_hours=6 + n % 4, sleep_quality=3) for n in range(20)]
    (table,) = sleep_and_activities(entries, period_of(entries)).sections
    assert rows(table)[0][::3] == ["Hours slept", "20"]
    assert rows(table)[0][1] == "7.5"
    assert [row[0] for row in rows(table)] == ["Hours slept", "How good, 1 to 5"]
    assert [row[2] for row in rows(table)] == ["6.8 to 8.2", "3.0 to 3.0"]
    few = entries[:6]
    found = sleep_and_activities(few, period_of(few))
    assert (found.sections, found.lacking) == ((), "sleep (it takes 7 days, and half of the days)")


def test_that_basics_count_the_days_on_which_they_were_answered():
    entries = [
        entry(n // 2, hour=9 + n % 2, basics=(Basic("water", n % 4 == 1), Basic("odd", True)))
        for n in range(16)
    ]
    (table,) = sleep_and_activities(entries, period_of(entries)).sections
    assert rows(table) == [["Water", "4", "8"], ["odd", "8", "8"]]
    assert [row[0].own for row in table.rows] == [False, True]
    assert sleep_and_activities(entries[:12], period_of(entries)) == NOTHING


# Feelings and patterns


def test_that_feelings_are_counted_by_day_and_own_words_are_marked():
    entries = [entry(n, feelings=(Feeling("calm"), Feeling("wobbly"))) for n in range(7)]
    entries += [entry(0, hour=15, feelings=(Feeling("calm"),))]
    (bars,) = feelings(entries).sections
    assert [(b.name.words, b.name.own, b.number) for b in bars.rows] == [
        ("calm", False, 7),
        ("wobbly", True, 7),
    ]
    many = [entry(n, feelings=tuple(Feeling(f"f{k}") for k in range(9))) for n in range(7)]
    assert len(feelings(many).sections[0].rows) == MOST
    assert feelings([entry(n) for n in range(9)]) == NOTHING


def test_that_a_pattern_of_ones_own_is_told_only_of_records_printed_in_full():
    records = [record(n, patterns=("mind_reading", "The verdict")) for n in range(5)]
    (bars,) = patterns(records, choice()).sections
    assert [(b.name.words, b.number) for b in bars.rows] == [("Mind reading", 5)]
    assert bars.note == "In 5 thought records; several may apply to one."
    records[0] = replace(records[0], share=Share.ASK)
    (bars,) = patterns(records, choice(record_ids=(records[0].id,))).sections
    assert {b.name.words: b.name.own for b in bars.rows} == {
        "Mind reading": False,
        "The verdict": True,
    }
    own = [replace(one, patterns=one.patterns[1:]) for one in records]
    assert patterns(own, choice()) == NOTHING


# Thought records


def test_that_records_together_say_what_changed_once_there_are_five():
    settled = Settling(Settled.BREATHING, 60)
    records = [record(n, settled=settled if n < 2 else None) for n in range(5)]
    (said,) = records_together(records).sections
    assert " ".join(said.paragraphs) == (
        "5 finished records, 1 to 5 June 2026. Belief in the automatic thought: 5 records have both"
        " ratings. The later one is lower in 5 of them. Unpleasant feelings: 5 records have both"
        " ratings. The later one is lower in 5 of them. What is rated when it is strongest tends to"
        " be lower later anyhow. 2 of the records began with a calming exercise."
    )
    (said,) = records_together(records[2:]).sections
    assert said.paragraphs == ("3 finished records, 3 to 5 June 2026.",)
    declined = replace(records[0], settled=Settling(Settled.DECLINED))
    assert "calming" not in records_together([declined]).sections[0].paragraphs[0]
    assert records_together([replace(records[0], finished=False)]) == NOTHING


# For the next session


SESSION = frozenset({ReportPart.NEXT_SESSION})


def starred(entries=(), records=(), **fields):
    part = Excerpt(entries=entries, counted=records)
    outcome = next_session(part, choice(parts=SESSION, **fields))
    return outcome.sections[0].rows if outcome.sections else ()


def test_that_what_is_starred_stands_there_as_it_begins_the_oldest_first():
    found = starred(
        [
            entry(3, 1, note="# One\nday", starred=True),
            entry(4, -2, starred=True),
            entry(5, starred=True),
            entry(6, went_well="I rang Mara.", starred=True),
            entry(7, 1, note="Not this one."),
        ],
        [
            record(0, starred=True),
            record(1, starred=True, share=Share.FULL),
            record(2, starred=True, share=Share.FULL, situation=""),
            record(8, starred=True, share=Share.FULL, situation="", thoughts=()),
            record(9),
        ],
    )
    assert [(said.label, said.words, said.facts) for said in found] == [
        ("1 June 2026", "", "Thought record"),
        ("2 June 2026", "On the stairs.", "Thought record"),
        ("3 June 2026", "They saw it.", "Thought record"),
        ("4 June 2026", "One day", ""),
        ("5 June 2026", "", f"A journal entry: mood {MINUS}2, low"),
        ("6 June 2026", "", "A journal entry"),
        ("7 June 2026", "I rang Mara.", ""),
        ("9 June 2026", "", "Thought record"),
    ]
    chosen = record(0, starred=True, share=Share.ASK)
    assert starred((), [chosen], record_ids=(chosen.id,))[0].words == "On the stairs."


def test_that_notes_at_the_chart_are_told_with_their_number_and_have_no_words_there():
    entries = [
        *[entry(n, 0) for n in range(6, 13)],
        entry(3, 1, note="# One\nday", starred=True),
        entry(3, 1, hour=15, note="Later.", starred=True),
        entry(4, 1, starred=True, note=" "),
        entry(5, 1, note="Two", starred=True),
    ]
    part, chosen = Excerpt(entries=entries), choice(first=day(0))
    flags = mood_part(part, chosen).notes
    assert [(note.number, note.words) for note in flags] == [(1, ""), (2, "")]
    (words,) = next_session(part, chosen).sections
    assert [(said.label, said.words or said.facts, said.number) for said in words.rows] == [
        ("4 June 2026", "One day", 1),
        ("4 June 2026", "Later.", 0),
        ("5 June 2026", "A journal entry: mood +1", 0),
        ("6 June 2026", "Two", 2),
    ]
    report = compose(Journal(entries), chosen)
    assert "Number 2 in the mood chart" in everything(report)
    assert "Numbers: notes for the next session." in everything(report)
    few = Excerpt(entries=entries[7:])
    assert [said.number for said in next_session(few, chosen).sections[0].rows] == [0, 0, 0, 0]


def test_that_a_note_with_a_number_is_listed_however_many_came_after():
    moods = [entry(n, 0) for n in range(7)]
    records = [record(n, starred=True) for n in range(10, 10 + MOST_STARRED)]
    noted = [entry(0, 1, note="One", starred=True), entry(1, note="", starred=True)]
    part = Excerpt(entries=[*noted, *moods], counted=records)
    (words,) = next_session(part, choice(first=day(0))).sections
    assert [said.words for said in words.rows] == ["One", *[""] * MOST_STARRED]
    assert words.note == "1 more from earlier is not listed."


def test_that_something_long_is_cut_between_words_and_many_are_not_all_listed():
    (said,) = starred([entry(0, note="long words " * 90, starred=True)])
    assert said.words.endswith(" long...")
    assert len(said.words) <= BEGINNING + 3
    (said,) = starred([entry(0, note="x" * 900, starred=True)])
    assert said.words == "x" * BEGINNING + "..."
    many = [entry(n, note="x", starred=True) for n in range(MOST_STARRED + 3)]
    (words,) = next_session(Excerpt(entries=many), choice(parts=SESSION)).sections
    assert len(words.rows) == MOST_STARRED
    assert words.note == "3 more from earlier are not listed."
    assert words.rows[-1].label == "15 June 2026"


# The chart


def test_that_low_spells_are_shaded_only_with_their_table():
    part = Excerpt(entries=days_of(TWICE))
    days = {"first": day(0), "last": day(len(TWICE) - 1)}
    chart = mood_part(part, choice(**days))
    assert chart.has_spells
    assert chart.alt.endswith("2 low spells are shaded.")
    assert b"low spell" in chart.chart
    without = mood_part(part, choice(**days, parts=frozenset({ReportPart.MOOD})))
    assert not without.has_spells
    short = mood_part(part, choice(first=day(70), last=days["last"]))
    assert not short.has_spells


def test_that_notes_at_the_chart_are_of_entries_whose_words_go_in_anyway():
    entries = [
        entry(0, 1, note="A", starred=True),
        entry(1, 1, note="B", starred=True, never_share=True),
        entry(2, 1, note="C", starred=True),
        entry(3, 1, note="D"),
        *[entry(n, 1) for n in range(4, 8)],
    ]
    days = {"first": day(0), "last": day(9)}

    def notes(**fields):
        chart = mood_part(Excerpt(entries=entries), choice(**days, **fields))
        return [(note.number, note.day, note.words) for note in chart.notes]

    assert notes() == [(1, day(0), ""), (2, day(2), "")]
    only_mood = {"parts": frozenset({ReportPart.MOOD})}
    assert notes(**only_mood) == []
    in_full = frozenset({entries[1].id, entries[2].id, entries[3].id})
    assert notes(**only_mood, entry_ids=in_full) == [(1, day(2), "C")]


def test_that_a_chart_is_as_high_as_what_it_holds():
    days = days_of([1, 2, 1, 2, 1, 2, 1])
    starred = [entry(0, 1, note="A", starred=True), *days]
    plain = mood_part(Excerpt(entries=days), choice(first=day(0), last=day(9)))
    full = mood_part(Excerpt(entries=starred), choice(first=day(0), last=day(9)))
    assert b'height="196pt"' in plain.chart
    assert b'height="212pt"' in full.chart
    letter = choice(first=day(0), last=day(9), paper="us-letter")
    assert b'height="172pt"' in mood_part(Excerpt(entries=days), letter).chart


# How the numbers were made


@pytest.mark.parametrize("part", ReportPart)
def test_that_methods_are_told_of_what_is_shown_and_of_nothing_else(part):
    said = methods([part])
    assert len(said) in (0, 2)
    every = [lead for lead, _ in methods(list(ReportPart))]
    assert len(every) == len(set(every)) == 8
    if said:
        assert said[-1][0] == "All of it."


def test_that_a_report_of_the_first_day_there_can_be_reads_no_days_before():
    first = choice(first=dt.date.min, last=dt.date.min + dt.timedelta(days=3))
    assert compose(Journal(), first).mood is None


def test_that_a_report_reads_the_cards_only_for_a_card(monkeypatch):
    monkeypatch.setattr(Journal, "all", lambda _self: pytest.fail("the cards were read"))
    assert compose(Journal(), choice()).cards == ()


def test_that_a_half_year_of_the_demo_says_all_there_is():
    report = compose(demo(), choice())
    assert report.left_out == ""
    assert len(report.sections) == 7
    assert len(report.next_session) == 1
