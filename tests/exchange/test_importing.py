from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.importing import detect, read
from resilience_desktop.exchange.journal_json import dump
from resilience_desktop.exchange.reading import Draft, Format, Reading, RowProblem
from resilience_desktop.exchange.scale import Scale
from tests.strategies import entries

DAYLIO = b"full_date,date,weekday,time,mood,activities,note_title,note\n"
OURS = dump([])

hostile = st.one_of(
    st.binary(max_size=300),
    st.binary(max_size=200).map(lambda rest: DAYLIO + rest),
    st.text('",;\t\n\r\'=<>&|/:.-+Z 0123456789amp', max_size=200).map(
        lambda rest: DAYLIO + rest.encode()
    ),
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=8, max_size=8
    ).map(lambda cells: DAYLIO + ",".join(cells).encode()),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "at", "utc", "mood", "slot", "entry"]), inner),
        max_leaves=8,
    ).map(
        lambda value: json.dumps(
            {"format": "resilience-journal", "version": 1, "entries": [value],
             "thought_records": [value], "drafts": [value]}
        ).encode()
    ),
)  # fmt: skip


def read_as(data, chosen=None, **more):
    return read(data, name="x.csv", format=chosen, zone="Europe/London", **more)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (DAYLIO, "daylio"),
        (b"year,date,weekday,time,mood,activities,note\n2018,", "daylio"),
        (b"\xef\xbb\xbfFull_Date;Weekday;Mood;Activities;Note\n", "daylio"),
        (b"date,mood\n2024-05-18,3\n", "columns"),
        (OURS, "resilience"),
        (b"\xef\xbb\xbf \n" + OURS, "resilience"),
        (b'{"a": 1, "b": 2}', None),
        (b'{"format": "resilience-journal"', "resilience"),
        (b"Dear diary", None),
        (b"", None),
        (b"\x89PNG\r\n\x1a\n\0", None),
    ],
)
def test_that_the_format_is_found(data, found):
    assert detect(data, "x.csv") == found


def test_that_the_format_is_found_unless_it_is_given():
    row = DAYLIO + b"2024-05-18,,,09:00,3,walk,,\n"
    assert read_as(row).format == "daylio"
    assert read_as(row).unmapped_moods == (("3", 1),)
    chosen = read_as(
        row, "columns", columns={"date": "full_date", "mood": "mood"}, scale=Scale(1, 5)
    )
    assert (chosen.format, chosen.entries[0].mood) == ("columns", 0)
    assert read_as(OURS).format == "resilience"


def test_that_other_json_is_explained():
    with pytest.raises(NotUnderstoodError, match="not an export of Resilience Desktop"):
        read_as(b'{"a": 1, "b": 2}')


@given(hostile, st.sampled_from([None, *Format]))
@example(b"a,b\n" + b'"' * 11, None)
@example(DAYLIO + b'"\r"\r\r,', Format.DAYLIO)
def test_that_any_bytes_are_read_or_refused_in_words(data, chosen):
    columns = {"date": "full_date", "mood": "time", "sleep": "mood", "energy": "note"}
    try:
        reading = read_as(data, chosen, columns=columns if chosen == "columns" else {})
    except NotUnderstoodError as error:
        assert error.__context__ is None  # noqa: PT017
        return
    assert reading.rows >= len(reading.problems)
    detect(data, "x.csv")


def test_that_a_fingerprint_is_what_it_has_been_since_the_first_version():
    row = '2024-05-18,May 18,Saturday,09:00,good,walk | tea,,"say \\ ü ""so"""\n'.encode()
    held = [("full_date", "2024-05-18"), ("time", "09:00"), ("mood", "good")]
    held += [("activities", "walk | tea"), ("note", 'say \\ ü "so"')]
    first = hashlib.sha256(json.dumps(["daylio", held]).encode()).hexdigest()[:32]
    expected = [
        hashlib.sha256(json.dumps([first, number]).encode()).hexdigest()[:32] for number in (1, 2)
    ]
    assert [entry.source for entry in read_as(DAYLIO + row + row).entries] == expected


rows = st.lists(
    st.tuples(st.integers(10, 28), st.sampled_from(["good", "bad"]), st.sampled_from("ab")),
    min_size=1,
    max_size=12,
)


def sources(order):
    body = "".join(f"2024-05-{day},,,09:00,{mood},{tag},,\n" for day, mood, tag in order)
    found = read_as(DAYLIO + body.encode()).entries
    return sorted((entry.at.day.day, entry.mood, entry.tags, entry.source) for entry in found)


@given(rows.flatmap(lambda order: st.tuples(st.just(order), st.permutations(order))))
def test_that_fingerprints_stay_when_rows_are_reordered(orders):
    order, other = orders
    assert sources(order) == sources(other)
    assert len({source for *_, source in sources(order)}) == len(order)


@given(rows, rows)
def test_that_a_longer_file_repeats_the_fingerprints_of_a_shorter_one(order, later):
    assert {row[-1] for row in sources(order)} <= {row[-1] for row in sources(later + order)}


@given(entries())
def test_that_reprs_hold_no_words(entry):
    words = "canary"
    reading = Reading(
        "columns", 1, (entry,), (RowProblem(1, words),), ((words, 1),), notes=(words,)
    )
    assert words not in repr(reading)
    assert "entry=" not in repr(Draft("new", entry))
