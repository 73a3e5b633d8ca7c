"""What the views are made of: read once, filtered, and of two periods."""

from __future__ import annotations

import pytest

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.views import choosing
from resilience_desktop.services.views.choosing import VIEWS, compared, find, panels
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.ui.samples import record

WALKS = TimelineFilter(tags=("walk",))


@pytest.fixture
def journal(tmp_path):
    made, _ = Journal.create(tmp_path / "journal", None)
    entries = [
        entry(n, n % 3, tags=("walk",) if n % 2 else (), feelings=(Feeling("calm"),))
        for n in range(20)
    ]
    records = (record("older", 3, tags=("walk",)), record("unfinished", 2, finished=False))
    made.add(Contents(entries=tuple(reversed(entries)), thought_records=records))
    yield made
    made.close()


def test_that_everything_is_found_oldest_first(journal):
    found = find(journal, TimelineFilter())
    days = [e.at.day for e in found.entries]
    assert days == sorted(days)
    assert len(days) == 20
    assert [r.thoughts[0].text for r in found.records] == ["older", "unfinished"]
    assert not found.is_filtered


def test_that_a_filter_keeps_what_passes_it_and_the_whole_beside_it(journal, monkeypatch):
    found = find(journal, WALKS)
    assert [e.at.day for e in found.entries] == [day(n) for n in range(1, 20, 2)]
    assert [r.thoughts[0].text for r in found.records] == ["older"]
    assert found.is_filtered
    assert len(found.whole.entries) == 20
    monkeypatch.setattr(choosing, "_everything", None)  # not read again
    assert find(journal, TimelineFilter(), found) is found.whole
    again = find(journal, WALKS, found.whole)
    assert again == found
    assert find(journal, TimelineFilter(tags=("nowhere",)), found).entries == ()


def test_that_every_view_says_what_it_is_of(journal):
    chosen = TimelineFilter(words=" rain ", tags=("walk",), feelings=("calm",))
    whole = find(journal, TimelineFilter())
    found = Found(today=day(19), entries=whole.entries[::2], whole=whole)
    asked = Asked(period=Period(FIRST, day(19)), filter=chosen)
    named = "Only entries with \N{LEFT DOUBLE QUOTATION MARK}rain\N{RIGHT DOUBLE QUOTATION MARK}, "
    for view in VIEWS:
        (side,) = panels(view.key, asked, found)
        for panel in side:
            assert panel.of_what in (
                named + "walk, calm.",
                "Of all entries. This view needs the days as they follow each other.",
                "Of all that you used. What is chosen is of entries only.",
            )
    tags = Asked(period=asked.period, filter=WALKS)
    assert panels("mood", tags, found)[0][0].of_what == "Only entries with walk."
    assert panels("mood", asked, whole)[0][0].of_what == ""


def test_that_every_view_has_a_name_of_its_own():
    names = [view.title for view in VIEWS]
    assert names[:3] == ["Mood", "Year", "Rhythm"]
    assert len(set(names)) == len(names)


def test_that_a_second_period_is_a_second_side(journal):
    asked = Asked(period=Period(day(10), day(19)), other=Period(FIRST, day(9)))
    found = find(journal, TimelineFilter())
    one, other = panels("mood", asked, found)
    assert one[0].name == other[0].name
    assert asked.periods == (asked.period, asked.other)
    assert Asked(period=asked.period).periods == (asked.period,)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_that_every_view_says_one_thing_of_two_periods(journal, view):
    asked = Asked(period=Period(day(10), day(19)), other=Period(FIRST, day(9)))
    found = find(journal, TimelineFilter())
    assert compared(view.key, asked, found)
    assert compared(view.key, Asked(period=asked.period), found) == ""
    assert compared(view.key, asked, find(journal, WALKS))


def test_that_the_later_period_is_told_beside_the_earlier_whichever_was_chosen(journal):
    found = find(journal, TimelineFilter())
    now, before = Period(day(10), day(19)), Period(FIRST, day(9))
    asked = Asked(period=now, other=before)
    assert compared("mood", asked, found) == compared(
        "mood", Asked(period=before, other=now), found
    )


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
@pytest.mark.parametrize("other", [Period(day(12), day(14)), Period(FIRST, day(10))])
def test_that_periods_that_share_days_are_not_compared(journal, view, other):
    asked = Asked(period=Period(day(10), day(19)), other=other)
    said = compared(view.key, asked, find(journal, TimelineFilter()))
    days = "3 days" if other.first == day(12) else "1 day"
    assert said == f"These two times share {days}, so they are not compared."
