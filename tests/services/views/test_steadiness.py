"""Steadiness as a view: spread and swing by month, gaps where days are few, and no verdict."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from resilience_desktop.domain.period import Period
from resilience_desktop.services.views import choosing, steadiness
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.test_findings_in_words import forbidden
from tests.services.views.shown import aloud, drawn, rows, said, told
from tests.test_words import broken_promises

JUNE, JULY, AUGUST = dt.date(2026, 6, 1), dt.date(2026, 7, 1), dt.date(2026, 8, 1)
VERDICT = re.compile(r"\b(unsteady|unstable|steadier|calmer|too (much|little)|healthy)\b")


def shown(moods, last=None):
    """The panels of moods by day number; a day that is not there has none."""
    entries = [entry(number, mood) for number, mood in sorted(moods.items())]
    last = day(max(moods) if last is None else last)
    asked = Asked(period=Period(FIRST, last))
    return steadiness.panels(asked, Found(today=last, entries=entries))


def june_and_august():
    """June up and down by 2, July 5 days, August up and down by 4."""
    june = {n: (n % 2) * 2 for n in range(30)}
    july = dict.fromkeys(range(30, 35), 1)
    august = {61 + n: (n % 2) * 4 - 2 for n in range(31)}
    return june | july | august


def july_and_september():
    """Both up and down by 1 and by 10, so that four months have their numbers."""
    return {30 + n: n % 2 for n in range(31)} | {92 + n: (n % 2) * 10 - 5 for n in range(30)}


def test_that_it_is_one_of_the_views():
    assert ("steadiness", "Steadiness") in {(view.key, view.title) for view in choosing.VIEWS}


def test_that_spread_and_swing_are_told_by_month_with_gaps():
    spread, swing = shown(june_and_august())
    assert spread.sentences == ("Your days lay about 1.6 points around their average.",)
    assert rows(spread) == [
        ["1 June to 31 August 2026", "66", "1.6", "1.5"],
        ["August 2026", "31", "2.0", "0.0"],
        ["July 2026", "5", "\N{EN DASH}", "\N{EN DASH}"],
        ["June 2026", "30", "1.0", "1.5"],
    ]
    assert [one.shown for one in told(spread.drawings[0]).values()] == [
        "June 2026: 1.0 points",
        "July 2026: too few days to say",
        "August 2026: 2.0 points",
    ]
    assert rows(swing)[1:] == [
        ["August 2026", "30", "4.0"],
        ["July 2026", "4", "\N{EN DASH}"],
        ["June 2026", "29", "2.0"],
    ]
    assert aloud(swing)[2][2] == "not enough days"


def test_that_a_month_that_differs_more_stands_higher():
    (_, june), (_, july), (_, august) = drawn(shown(june_and_august())[0].drawings[0]).values()
    assert august < june < july


def test_that_too_few_days_are_said_and_nothing_else_is_shown():
    for panel, missing in zip(
        shown(dict.fromkeys(range(20), 1)),
        ("1 more day with entries", "1 more time with entries on two days in a row"),
        strict=True,
    ):
        assert panel.sentences == (f"{missing} and this view can be shown.",)
        assert (panel.drawings, panel.table, panel.note) == ((), None, "")
        assert panel.how


def test_that_months_are_shown_where_the_whole_has_too_few_days():
    """A year of which two months were written: less than half of it."""
    spread, _ = shown(june_and_august(), last=364)
    assert spread.sentences == ("This can be shown where at least half of the days have entries.",)
    assert len(told(spread.drawings[0])) == 3
    assert rows(spread)[0][2] == "\N{EN DASH}"


def test_that_one_month_is_a_table_without_a_picture():
    spread, swing = shown({n: n % 3 for n in range(30)})
    for panel in (spread, swing):
        assert panel.drawings == ()
        assert len(rows(panel)) == 2
        assert "dot" not in panel.note


def test_that_carry_over_is_in_the_closed_part_alone():
    chance = Random(1)
    spread, swing = shown({n: chance.randint(-2, 2) for n in range(70)})
    assert spread.advanced == ()
    assert "carried over" in swing.advanced[0]
    assert "carried over" not in " ".join((*swing.sentences, swing.note, *swing.how))
    few = shown({n: n % 3 for n in range(40)})[1]
    assert few.advanced[0] == "20 more days with entries and this view can be shown."


def test_that_days_before_the_first_entry_are_no_months():
    spread, _ = shown({200 + n: n % 4 for n in range(70)})
    assert rows(spread)[-1][0] == "December 2026"


def test_that_no_entries_are_no_mistake():
    asked = Asked(period=Period(FIRST, day(30)))
    spread, _ = steadiness.panels(asked, Found(today=day(30)))
    assert spread.sentences == ("21 more days with entries and this view can be shown.",)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.integers(0, 150), st.integers(-5, 5), min_size=1, max_size=150))
def test_that_every_mark_is_told_and_nothing_is_a_verdict(moods):
    for panel in shown(moods):
        assert panel.sentences
        assert forbidden(" ".join((*panel.sentences, panel.note))) == []
        assert broken_promises(said(panel)) == []
        assert not VERDICT.search(said(panel))
        for drawing in panel.drawings:
            for one in told(drawing).values():
                assert one.shown


def test_that_two_periods_beside_each_other_share_their_scale():
    entries = [entry(n, mood) for n, mood in (june_and_august() | july_and_september()).items()]
    found = Found(today=day(130), entries=entries)
    calm, moving = Period(FIRST, day(60)), Period(day(61), day(121))
    asked = Asked(period=calm, other=moving)
    one, other = choosing.panels("steadiness", asked, found)
    assert len(drawn(one[0].drawings[0])) == len(drawn(other[0].drawings[0])) == 2
    (_, little), _ = drawn(one[0].drawings[0]).values()
    (_, much), _ = drawn(other[0].drawings[0]).values()
    (_, alone), _ = drawn(steadiness.panels(Asked(period=calm), found)[0].drawings[0]).values()
    assert much < little
    assert alone < little
