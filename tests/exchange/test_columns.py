from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop.domain.entry import Frame
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.columns import read_columns
from resilience_desktop.exchange.scale import Scale
from resilience_desktop.exchange.suggestion import suggest
from resilience_desktop.exchange.table import read_table

FIVE = Scale(1, 5)


def read(words, columns=None, moods=None, scale=None, energy_scale=None):
    return read_columns(
        read_table(words.encode(), name="days.csv"),
        zone="Europe/Berlin",
        columns=columns or {},
        moods=moods or {},
        scale=scale,
        energy_scale=energy_scale,
    )


def reasons(reading):
    return [problem.reason for problem in reading.problems]


def test_that_every_field_is_read_from_its_column():
    reading = read(
        "When,How,Power,Words,Labels,Felt,Slept\n"
        '2024-05-18T19:05,"3,5",4,"one\r\ntwo","work | walk; tea, Work",calm;tired,7:30\n',
        {
            "date": "when",
            "mood": "How",
            "energy": "Power",
            "note": "Words",
            "tags": "Labels",
            "feelings": "Felt",
            "sleep": " slept ",
        },
        scale=FIVE,
    )
    (entry,) = reading.entries
    assert entry.at.wall.isoformat() == "2024-05-18T19:05:00"
    assert (entry.mood, entry.converted_from) == (1, "3.5 on 1..5")
    assert (entry.energy, entry.sleep_hours) == (4, 7.5)
    assert entry.note == "one\ntwo"
    assert entry.tags == ("work", "walk", "tea")
    assert [feeling.word for feeling in entry.feelings] == ["calm", "tired"]
    assert (reading.format, reading.rows, reading.notes) == ("columns", 1, ())


def test_that_our_own_scale_is_no_conversion():
    entries = read("date,mood\n2024-05-18,-3\n2024-05-19,2.5\n", scale=Scale(-5, 5)).entries
    assert [(entry.mood, entry.converted_from) for entry in entries] == [
        (-3, ""),
        (3, "2.5 on -5..5"),
    ]
    assert entries[0].frame is Frame.TODAY


def test_that_mood_words_are_mapped_or_listed():
    words = "date,mood\n2024-05-18,Gut\n2024-05-19,na ja\n2024-05-20,na  JA\n2024-05-21,4\n"
    reading = read(words, moods={"gut": 2}, scale=FIVE)
    assert [(entry.mood, entry.converted_from) for entry in reading.entries] == [
        (2, "word: Gut"),
        (3, "4 on 1..5"),
    ]
    assert reading.unmapped_moods == (("na ja", 2),)
    assert [problem.line for problem in reading.problems] == [3, 4]


def test_that_a_number_can_be_mapped_like_a_word():
    (entry,) = read("date,mood\n2024-05-18,1\n", moods={"1": 4}).entries
    assert (entry.mood, entry.converted_from) == (4, "word: 1")


def test_that_numbers_without_a_scale_are_asked_about():
    reading = read("date,mood\n2024-05-18,20\n2024-05-19,85.5\n2024-05-20,\n2024-05-20,gut\n")
    assert not reading.entries
    assert reasons(reading)[0] == "The mood is a number, but it is not said yet on which scale."
    assert "from 20 to 85.5" in reading.notes[0]
    assert reading.unmapped_moods == (("gut", 1),)


def test_that_values_beyond_their_scales_are_left_out():
    reading = read(
        "date,mood,energy,sleep\n2024-05-18,6,,\n2024-05-18,1,9,\n2024-05-18,1,much,\n"
        "2024-05-18,1,,25\n2024-05-18,1,,long\n2024-05-18,1,2,n/a\n",
        scale=FIVE,
    )
    assert [problem.line for problem in reading.problems] == [2, 3, 4, 5, 6]
    assert reasons(reading)[0] == "A number on the scale 1..5 is needed."
    assert reasons(reading)[1] == "A number on the scale -5..5 is needed."
    assert reasons(reading)[4].startswith("Sleep is needed in hours")
    assert reading.entries[0].energy == 2


def test_that_energy_can_have_a_scale_of_its_own():
    (entry,) = read("date,energy\n2024-05-18,5\n", energy_scale=FIVE).entries
    assert (entry.mood, entry.energy) == (None, 5)


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("7.5", 7.5),
        ('"7,25"', 7.25),
        ("7:45", 7.75),
        ("7 h", 7),
        ("7h30", 7.5),
        ("6 h 15 min", 6.25),
    ],
)
def test_that_sleep_is_read_as_people_write_it(cell, hours):
    assert read(f"date,sleep\n2024-05-18,{cell}\n").entries[0].sleep_hours == hours


def test_that_a_time_may_have_its_own_column():
    reading = read(
        "date,time,mood\n18.5.2024 00:00,7:05 pm,1\n18.5.2024 08:00,,1\n19.5.2024,,1\n", scale=FIVE
    )
    assert [entry.at.wall.hour for entry in reading.entries] == [19, 8, 12]
    assert [entry.frame for entry in reading.entries] == [Frame.NOW, Frame.NOW, Frame.TODAY]


def test_that_american_dates_are_recognised_from_the_whole_column():
    reading = read("date,note\n3/4/2021,a\n3/14/2021,b\n")
    assert [entry.at.day for entry in reading.entries] == [
        dt.date(2021, 3, 4),
        dt.date(2021, 3, 14),
    ]
    assert reading.notes == ()


def test_that_an_order_that_cannot_be_told_is_said():
    reading = read("date,note\n3/4/2021,a\n")
    assert reading.entries[0].at.day == dt.date(2021, 4, 3)
    assert "day first" in reading.notes[0]


def test_that_a_row_with_nothing_to_keep_is_left_out():
    reading = read("date,mood,note\n2024-05-18,-, \n2024-05-18,1,\n,1,\n", scale=FIVE)
    assert reasons(reading)[0] == "There is nothing to keep in this row."
    assert reasons(reading)[1].startswith("The date could not be read")
    assert reading.rows == len(reading.entries) + len(reading.problems)


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"mood": "mood"}, "not said yet which column holds the date"),
        ({"date": "canary"}, "column chosen for the date is not in this file"),
        ({"date": "date", "canary": "mood"}, "Columns can be chosen for date, time, mood"),
    ],
)
def test_that_columns_that_do_not_fit_are_refused(columns, sentence):
    with pytest.raises(NotUnderstoodError, match=sentence) as caught:
        read("date,mood\n2024-05-18,1\n", columns)
    assert "canary" not in str(caught.value)


def test_that_fingerprints_do_not_depend_on_the_mapping():
    words = "date,a,b\n2024-05-18,1,2\n"
    first = read(words, {"date": "date", "mood": "a"}, scale=FIVE).entries[0]
    second = read(words, {"date": "date", "note": "b"}).entries[0]
    assert first.source == second.source


@pytest.mark.parametrize(
    ("header", "guess"),
    [
        ("Date,Time,Mood Score,Notes,Tags,Hours Slept (h)", "date time mood note tags sleep"),
        ("Datum;Uhrzeit;Stimmung;Notiz;Aktivitäten;Schlaf", "date time mood note tags sleep"),
        ("Jour;Heure;Humeur;Commentaire;Étiquettes;Sommeil", "date time mood note tags sleep"),
        (
            "Fecha;Hora;Estado de ánimo;Comentarios;Etiquetas;Sueño",
            "date time mood note tags sleep",
        ),
        ("created_at;energy;emotions;;x", "date energy feelings"),
    ],
)
def test_that_columns_are_guessed_from_their_names(header, guess):
    names = header.split(";" if ";" in header else ",")
    assert suggest(names, []) == dict(zip(guess.split(), filter(None, names), strict=False))


@pytest.mark.parametrize("date", ["2024-05-18", "18.5.2024", "12/31/2024 10:00"])
def test_that_a_column_of_dates_is_found_by_its_contents(date):
    rows = [["", "calm", ""], ["", "x", date]]
    assert suggest(["empty", "how", "time"], rows) == {"date": "time"}
    assert suggest(["empty", "mood"], rows) == {"mood": "mood"}


def test_that_real_mood_pings_are_read(shared):
    reading = read(
        shared("mood/niplav_mood_2021-2023.csv").decode(),
        {"date": "date", "mood": "happy", "tags": "activity"},
        scale=Scale(0, 100),
    )
    days = {entry.at.day for entry in reading.entries}
    assert (reading.rows, len(reading.entries), reading.problems) == (2165, 2165, ())
    assert len(days) == 579
    assert (max(days) - min(days)).days + 1 == 1080
    assert len({entry.source for entry in reading.entries}) == 2165


def test_that_real_evening_ratings_are_read(shared):
    reading = read(
        shared("mood/niplav_mental_daily_2022-2023.csv").decode(),
        {"date": "datetime", "mood": "productivity"},
        scale=Scale(-1, 1),
    )
    assert len(reading.entries) + len(reading.problems) == reading.rows == 197
    assert {entry.at.zone for entry in reading.entries} == {"Europe/Berlin"}
