from __future__ import annotations

from collections import Counter

import pytest

from resilience_desktop.domain.entry import Frame
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.daylio import read_daylio
from resilience_desktop.exchange.table import read_table

OF_2026 = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
OF_2022 = "full_date,date,weekday,time,mood,activities,note_title,note\n"
OF_2018 = "year,date,weekday,time,mood,activities,note\n"
GERMAN = "full_date,weekday,mood,activities,note\n"


def read(words, **moods):
    table = read_table(words.encode(), name="daylio.csv")
    return read_daylio(table, name="daylio.csv", zone="Europe/London", moods=moods)


def only(words, **moods):
    (entry,) = read(words, **moods).entries
    return entry


def test_that_a_daylio_file_of_2026_is_read_with_its_scales():
    entry = only(
        OF_2026 + "2026-02-03,3 February,Tuesday,21:10,good,read | swim,"
        '"Sleep: 7:45 | Focus: 6/10 points | Pace: slow, steady",A quiet day,'
        '"<b>First</b> snow<br>and tea"\n'
    )
    assert entry.at.wall.isoformat() == "2026-02-03T21:10:00"
    assert entry.frame is Frame.NOW
    assert (entry.mood, entry.converted_from) == (2, "Daylio: good")
    assert entry.tags == ("read", "swim")
    assert entry.note == (
        "A quiet day\nFirst snow\nand tea\nSleep: 7:45\nFocus: 6/10 points\nPace: slow, steady"
    )


@pytest.mark.parametrize(
    ("scales", "slept"),
    [
        ("Focus: 6/10 points | Sleep: 7:45", 7.75),
        ("Schlaf: 8:00", 8),
        ("Sommeil : 6:30", 6.5),
        ("Sleep: 7/10 points", None),
        ("Sleep: 31:00 | Hours of sleep: 9:00", 9),
        ("Work: 8:00", None),
        ("Sleep", None),
        ("", None),
    ],
)
def test_that_hours_of_sleep_among_the_scales_are_known_as_such(scales, slept):
    entry = only(OF_2026 + f"2026-02-03,,,21:10,good,read,{scales},,\n")
    assert entry.sleep_hours == slept
    assert entry.note == scales.replace(" | ", "\n")


def test_that_a_daylio_file_of_2022_is_read():
    reading = read(
        OF_2022 + "2022-03-04,4 March,Friday,7:05\u202fPM, Rad ,a |  b|b || A,,I <3 tea\n"
        "2022-03-04,4 March,Friday,12:10 AM,AWFUL,,,\n"
    )
    first, second = reading.entries
    assert (first.mood, first.at.wall.hour, first.tags) == (4, 19, ("a", "b"))
    assert (first.note, first.converted_from) == ("I <3 tea", "Daylio: Rad")
    assert (second.mood, second.at.wall.hour, second.note) == (-4, 0, "")
    assert (reading.format, reading.rows, reading.problems) == ("daylio", 2, ())


@pytest.mark.parametrize("date", ["18 May", "18. Mai", "May 18", "18 de mayo", "18 mai"])
def test_that_a_daylio_file_of_2018_is_read(date):
    entry = only(f"{OF_2018}2018,{date},Friday,08:30,meh,work,fine\n")
    assert entry.at.wall.isoformat() == "2018-05-18T08:30:00"
    assert (entry.mood, entry.note) == (0, "fine")


@pytest.mark.parametrize("date", ["", "May", "30 February", "18 Brumaire", "5/18"])
def test_that_a_date_of_2018_that_is_none_is_left_out(date):
    reading = read(f"{OF_2018}2018,{date},Friday,08:30,meh,work,fine\n")
    assert not reading.entries
    assert "date could not be read" in reading.problems[0].reason


@pytest.mark.parametrize("year", ["", "MMXVIII", "0", "20180", "9" * 40])
def test_that_a_year_of_2018_that_is_none_is_left_out(year):
    reading = read(f"{OF_2018}{year},18 May,Friday,08:30,meh,work,fine\n")
    assert not reading.entries
    assert "date could not be read" in reading.problems[0].reason


def test_that_a_file_without_times_speaks_of_whole_days():
    entry = only(GERMAN + '2021-06-07,Montag,Gut,Sport | Kochen,""\n', gut=2)
    assert entry.at.wall.isoformat() == "2021-06-07T12:00:00"
    assert entry.frame is Frame.TODAY
    assert entry.converted_from == "Daylio: Gut"


def test_that_a_blank_time_speaks_of_the_whole_day():
    assert only(OF_2022 + "2022-03-04,,,,good,,,\n").frame is Frame.TODAY


def test_that_column_names_may_be_spelled_and_ordered_otherwise():
    entry = only(" Mood ;ACTIVITIES;Full Date;Note Title;Note\nbad;x;2022-03-04;Title;Text\n")
    assert (entry.mood, entry.note) == (-2, "Title\nText")


def test_that_own_moods_are_listed_until_they_have_numbers():
    rows = OF_2022 + "".join(
        f"2022-03-0{day},,,09:00,{mood},,,\n"
        for day, mood in enumerate(["calm", "Calm ", "edgy", "good", "CALM"], start=1)
    )
    reading = read(rows)
    assert reading.unmapped_moods == (("calm", 3), ("edgy", 1))
    assert [entry.mood for entry in reading.entries] == [2]
    assert [problem.line for problem in reading.problems] == [2, 3, 4, 6]
    assert reading.problems[2].reason == "The mood “edgy” has no number yet."
    mapped = read(rows, calm=3, edgy=-1, good=1)
    assert [entry.mood for entry in mapped.entries] == [3, 3, -1, 1, 3]
    assert mapped.unmapped_moods == ()


def test_that_a_mood_number_beyond_the_scale_is_refused():
    with pytest.raises(NotUnderstoodError, match="from -5 to \\+5") as caught:
        read(OF_2022 + "2022-03-04,,,09:00,calm,,,\n", calm=6)
    assert "calm" not in str(caught.value)


def test_that_rows_that_cannot_be_used_say_why():
    reading = read(
        OF_2022 + "2022-03-04,,,25:00,good,,,\n"
        "never,,,09:00,good,,,\n"
        "2022-03-04,,,09:00,,,,\n"
        "2022-03-04,,,09:00,good\n"
        "2022-03-04,,,09:00,,walk,,\n"
    )
    assert [problem.line for problem in reading.problems] == [2, 3, 4, 5]
    assert [problem.reason.split(".")[0] for problem in reading.problems] == [
        "The time could not be read",
        "The date could not be read",
        "There is nothing to keep in this row",
        "The row has 5 columns, the first line has 8",
    ]
    (entry,) = reading.entries
    assert (entry.mood, entry.converted_from, entry.tags) == (None, "", ("walk",))
    assert reading.rows == 5


def test_that_another_table_is_no_daylio_file():
    with pytest.raises(NotUnderstoodError, match="not a Daylio export"):
        read("date,mood\n2022-03-04,good\n")


def test_that_a_longer_later_export_repeats_the_fingerprints():
    row = "2022-03-04,4 March,Friday,09:00,good,walk,,\n"
    later_row = "2022-03-04,4. März,Freitag,09:00,good,walk,,,\n"
    new_row = "2022-03-05,5. März,Samstag,09:00,good,walk,,,\n"
    before = {entry.source for entry in read(OF_2022 + row + row).entries}
    after = [entry.source for entry in read(OF_2026 + new_row + later_row * 2).entries]
    assert len(before) == 2
    assert before == set(after[1:])
    assert after[0] not in before
    assert all(len(source) == 32 for source in after)


def test_that_the_file_of_one_publisher_is_read(shared):
    reading = read(shared("formats/daylio_staticf0x_test_data.csv").decode())
    assert (reading.rows, len(reading.entries), reading.problems) == (32, 32, ())
    assert Counter(entry.mood for entry in reading.entries) == {4: 19, 2: 5, 0: 4, -2: 2, -4: 2}
    assert len({entry.at.day for entry in reading.entries}) == 5
    assert reading.entries[0].tags == ("friends", "gaming", "programming", "nap")


def test_that_the_files_of_another_publisher_are_read(shared):
    sample = shared("formats/daylio_currin_sample.csv").decode()
    assert read(sample).unmapped_moods == (("average", 2), ("sad", 1))
    entries = read(sample, sad=-3, average=0).entries
    assert [(entry.mood, entry.at.wall.hour) for entry in entries] == [(-3, 22), (0, 23), (0, 23)]
    assert "stressed / frustrated" in entries[1].tags
    many = read(shared("formats/daylio_currin_multiple_moods.csv").decode())
    assert sum(count for _, count in many.unmapped_moods) == 5
    assert [entry.mood for entry in many.entries] == [2, -2]


def test_that_the_german_file_is_read(shared):
    words = shared("formats/daylio_german_mock.csv").decode()
    reading = read(words, Super=4, Gut=2, Ok=0, Schlecht=-2, Lausig=-4)
    assert (len(reading.entries), reading.problems) == (700, ())
    assert len({entry.at.day for entry in reading.entries}) == 700
    assert Counter(e.mood for e in reading.entries) == {4: 187, 2: 147, 0: 128, -4: 124, -2: 114}
    assert reading.entries[0].tags == ("Mäßig", "Arbeit")
