"""A report in other forms than a PDF."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.errors import CancelledError, ResilienceError
from resilience_desktop.services import sharing
from resilience_desktop.services.reporting import other_forms
from resilience_desktop.services.reporting.source import excerpt
from resilience_desktop.services.sharing import compose, numbered, pictures_of, spreadsheet
from tests.insights.made_up import FIRST as MADE_UP_FIRST
from tests.insights.made_up import entry

from .made import LAST, Journal, choice, demo

PNG_PARTS = {b"IHDR", b"PLTE", b"tRNS", b"pHYs", b"IDAT", b"IEND"}
ONLY_MOOD = frozenset({ReportPart.MOOD})
NONE = frozenset()


# Pictures


def parts_of(png):
    place = 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        yield png[place + 4 : place + 8]
        place += 12 + length


def test_that_every_page_is_a_picture_and_holds_nothing_but_pixels():
    report = compose(demo(), choice(name="CANARY"))
    pages = pictures_of(report, 40)
    assert len(pages) == sharing.preview(report, 40).page_count
    for page in pages:
        assert page.startswith(b"\x89PNG")
        assert set(parts_of(page)) <= PNG_PARTS


def test_that_too_long_a_report_is_told_before_its_pictures_are_made(monkeypatch):
    monkeypatch.setattr(other_forms, "MOST_PICTURES", 1)
    with pytest.raises(ResilienceError, match="These are 2 pages"):
        pictures_of(compose(demo(), choice()), 40)


def test_that_making_pictures_can_be_stopped():
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        pictures_of(compose(demo(), choice()), 40, progress)


def test_that_pages_are_numbered_so_that_they_stay_in_order():
    assert numbered(Path("a.png"), (b"1",)) == {Path("a.png"): b"1"}
    names = [path.name for path in numbered(Path("a.png"), (b"",) * 10)]
    assert names[0] == "a-01.png"
    assert names == sorted(names)
    assert names[-1] == "a-10.png"


# Text


def test_that_text_is_that_of_the_report():
    words = sharing.text_of(compose(demo(), choice(question="What helps?")))
    assert "A question for you: What helps?" in words


# A table


def rows_of(journal, **fields):
    chosen = choice(**fields)
    read = spreadsheet(excerpt(journal, chosen), chosen).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(read)))


def at(hour, mood=None, **fields):
    return entry((LAST - MADE_UP_FIRST).days, mood, hour=hour, **fields)


def test_that_a_day_has_its_mean_mood_and_its_sleep_and_no_words():
    journal = Journal([at(8, 2, sleep_hours=6.5, sleep_quality=4, note="CANARY"), at(20, -1)])
    (row,) = rows_of(journal)
    assert row == {
        "Day": "2026-11-22",
        "Covers": "Day average",
        "Mood, \N{MINUS SIGN}5 to +5": "0.5",
        "Hours slept": "6.5",
        "Sleep, 1 to 5": "4",
    }


def test_that_only_what_is_ticked_is_in_the_table():
    journal = Journal([at(8, 2, sleep_hours=6.5)])
    (row,) = rows_of(journal, parts=ONLY_MOOD)
    assert "Hours slept" not in row
    (row,) = rows_of(journal, parts=frozenset({ReportPart.SLEEP_ACTIVITIES}))
    assert "Mood, \N{MINUS SIGN}5 to +5" not in row


def test_that_an_entry_in_full_follows_its_day():
    felt = (Feeling("calm"), Feeling("tired", 60))
    kept = at(8, 2, energy=-1, feelings=felt, tags=("walk", "work"), note="# Rain\n\n- all day")
    day, whole = rows_of(Journal([kept, at(20, -1)]), entry_ids=frozenset({kept.id}))
    assert day["Covers"] == "Day average"
    assert whole["Covers"] == "One entry"
    assert whole["Time"] == "08:00"
    assert (whole["Mood, \N{MINUS SIGN}5 to +5"], whole["Energy, \N{MINUS SIGN}5 to +5"]) == (
        "2",
        "-1",
    )
    assert whole["Feelings, 0 to 100"] == "calm; tired 60"
    assert whole["Tags"] == "walk; work"
    assert "Rain" in whole["Words"]


def test_that_of_some_entries_there_are_no_whole_days():
    chosen = at(8, 2, note="Rain")
    rows = rows_of(
        Journal([chosen, at(20, -1)]),
        only=frozenset({chosen.id}),
        entry_ids=frozenset({chosen.id}),
    )
    assert [row["Covers"] for row in rows] == ["One entry"]


def test_that_what_is_never_shared_has_no_row_of_its_own():
    hidden = at(8, 2, note="CANARY", tags=("CANARY",), never_share=True)
    (row,) = rows_of(Journal([hidden]), entry_ids=None)
    assert row["Covers"] == "Day average"
    assert "CANARY" not in str(row)


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-1+1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_that_no_spreadsheet_takes_words_for_a_formula(words):
    kept = at(8, note=words, tags=(words,))
    (row,) = rows_of(Journal([kept]), parts=NONE, entry_ids=None)
    for cell in (row["Words"], row["Tags"]):
        assert cell == f"'{words}"


def test_that_a_table_of_nothing_is_refused():
    with pytest.raises(ResilienceError, match="Tick the mood chart"):
        rows_of(Journal([at(8, 2)]), parts=NONE)
