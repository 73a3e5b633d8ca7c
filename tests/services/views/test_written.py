"""A panel as files: a table that is nobody's formula, and a picture for paper."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.period import Period
from resilience_desktop.insights.mean import Interval
from resilience_desktop.services.views import mood, year
from resilience_desktop.services.views.numbers import count, mood_range, on_day
from resilience_desktop.services.views.numbers import mood as mood_number
from resilience_desktop.services.views.view import Asked, Column, Found, Table, Told
from resilience_desktop.services.views.written import csv_of, svg_of
from tests.insights.made_up import FIRST, day, entry


def read(table):
    return list(csv.reader(io.StringIO(csv_of(table).decode("utf-8-sig"), newline="")))


def table_of(*words):
    return Table(
        title="Words",
        columns=(Column(title="Word", is_number=False),),
        rows=words,
        cells=lambda word: (Told(word),),
    )


def test_that_the_values_are_those_of_the_table_and_numbers_stay_numbers():
    everything = Found(today=day(1), entries=(entry(0, -2), entry(1, 3)))
    panel = mood.panels(Asked(period=Period(FIRST, day(1))), everything)[0]
    assert read(panel.table)[1:] == [
        ["2026-06-02", "3.0", ""],
        ["2026-06-01", "-2.0", ""],
    ]


def test_that_a_spreadsheet_can_reckon_with_numbers_and_sort_days():
    rows = [(on_day(FIRST), count(1234), mood_range(Interval(-0.5, 1.5)), mood_number(None))]
    table = Table(
        title="Values",
        columns=(Column(title="Day", is_number=False), *(Column(title=t) for t in ("n", "r", "m"))),
        rows=rows,
        cells=lambda row: row,
    )
    assert read(table)[1:] == [["2026-06-01", "1234", "-0.5 to 1.5", ""]]


def test_that_a_sign_somebody_wrote_stays():
    assert read(table_of("+4"))[1] == ["+4"]


def test_that_every_table_of_months_has_months_in_digits():
    everything = Found(today=day(40), entries=tuple(entry(n, n % 3) for n in range(40)))
    panel = year.panels(Asked(period=Period(FIRST, day(40))), everything)[0]
    assert [row[0] for row in read(panel.table)[1:]] == ["2026-06", "2026-07"]


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-two", "@sum", "\tx", "=HYPERLINK(1)"])
def test_that_what_somebody_wrote_is_never_a_formula(words):
    assert read(table_of(words))[1] == [f"'{words}"]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)))
def test_that_every_word_comes_back(words):
    found = [row[0].removeprefix("'") for row in read(table_of(*words))[1:]]
    plain = [word.replace("\N{MINUS SIGN}", "-").removeprefix("'") for word in words]
    assert found == plain


def test_that_a_picture_for_paper_has_its_words_as_text():
    everything = Found(today=day(9), entries=tuple(entry(n, n % 3) for n in range(10)))
    panel = mood.panels(Asked(period=Period(FIRST, day(9))), everything)[0]
    written = svg_of(panel.drawings[0])
    assert b"as good as it gets" in written
    assert written == svg_of(panel.drawings[0])
