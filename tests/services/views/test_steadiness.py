"""Steadiness as a view: spread and swing by month, gaps where days are few, and no verdict."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from resilience_desktop.charts.style import print_style
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
    assert spread.sentences == (
        "Your days lay about 1.6 points away from their average. Likely between 1.4 and 2.0.",
    )
    assert rows(spread) == [
        ["1 June to 31 August 2026", "66", "1.6", "1.4 to 2.0", "1.5"],
        ["August 2026", "31", "2.0", "1.6 to 2.6", "0.0"],
        ["July 2026", "5", *["\N{EN DASH}"] * 3],
        ["June 2026", "30", "1.0", "0.8 to 1.3", "1.5"],
    ]
    assert [one.shown for one in told(spread.drawings[0]).values()] == [
        "June 2026: 1.0 points, 0.8 to 1.3 (30 days)",
        "July 2026: too few days to say",
        "August 2026: 2.0 points, 1.6 to 2.6 (31 days)",
    ]
    assert [row[:3] for row in rows(swing)[1:]] == [
        ["August 2026", "30", "4.0"],
        ["July 2026", "4", "\N{EN DASH}"],
        ["June 2026", "29", "2.0"],
    ]
    assert aloud(swing)[2][2:] == ["not enough days", "not enough days"]


def test_that_a_month_that_differs_more_stands_higher():
    (_, june), (_, july), (_, august) = drawn(shown(june_and_august())[0].drawings[0]).values()
    assert august < june < july


def test_that_too_few_days_are_said_and_nothing_else_is_shown():
    for panel, missing in zip(
        shown(dict.fromkeys(range(20), 1)),
        (
            "20 days so far. This takes 21 days with entries.",
            "This takes more entries on two days in a row.",
        ),
        strict=True,
    ):
        assert panel.sentences == (missing,)
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
    assert few.advanced[0] == "40 days so far. This takes 60 days with entries."


def test_that_days_before_the_first_entry_are_no_months():
    spread, _ = shown({200 + n: n % 4 for n in range(70)})
    assert rows(spread)[-1][0] == "December 2026"


def test_that_no_entries_are_no_mistake():
    asked = Asked(period=Period(FIRST, day(30)))
    spread, _ = steadiness.panels(asked, Found(today=day(30)))
    assert spread.sentences == ("This takes 21 days with entries.",)


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
    moods = june_and_august() | july_and_september()
    found = Found(today=day(130), entries=[entry(n, moods[n]) for n in sorted(moods)])
    calm, moving = Period(FIRST, day(60)), Period(day(61), day(121))
    asked = Asked(period=calm, other=moving)
    one, other = choosing.panels("steadiness", asked, found)
    assert len(drawn(one[0].drawings[0])) == len(drawn(other[0].drawings[0])) == 2
    (_, little), _ = drawn(one[0].drawings[0]).values()
    (_, much), _ = drawn(other[0].drawings[0]).values()
    (_, alone), _ = drawn(steadiness.panels(Asked(period=calm), found)[0].drawings[0]).values()
    assert much < little
    assert alone < little


def test_that_where_one_of_two_has_a_picture_both_have_one_as_high():
    """One month beside three: no table stands beside a picture."""
    moods = {n: n % 4 for n in range(150)}
    found = Found(today=day(149), entries=[entry(n, moods[n]) for n in sorted(moods)])
    asked = Asked(period=Period(day(61), day(149)), other=Period(FIRST, day(29)))
    now, then = choosing.panels("steadiness", asked, found)
    for one, other in zip(now, then, strict=True):
        assert one.drawings[0].height(1) == other.drawings[0].height(1)
        assert len(told(other.drawings[0])) == 1
    nothing = Asked(period=Period(day(61), day(149)), other=Period(day(-60), day(-1)))
    assert choosing.panels("steadiness", nothing, found)[1][0].drawings == ()


def changing(first, second, days=60):
    """So many days that go up and down by chance by the first, then as many by the second."""
    chance = Random(1)
    reach = [first] * days + [second] * days
    return {n: chance.randint(-most, most) for n, most in enumerate(reach)}


def test_that_a_change_is_more_than_chance_or_said_to_be_able_to_be():
    for panel in shown(changing(1, 4)):
        assert re.match(r"It was about \d\.\d in the first half of these days", panel.sentences[1])
        assert panel.sentences[1].endswith("that is more than chance often brings about.")
    for panel in shown(changing(2, 2)):
        assert panel.sentences[1] == "Any change within these days could be chance."
    for panel in shown(changing(2, 2, days=12)):
        assert len(panel.sentences) == 1


def test_that_dots_with_ranges_are_never_joined():
    (drawing,) = shown(changing(2, 2))[0].drawings
    figure = Figure(figsize=(8, 2))
    months = drawing.draw(figure, style=print_style())
    assert len(months) == 4
    across = [line for line in figure.axes[0].lines if len(set(line.get_xdata())) > 1]
    assert all(len(set(line.get_ydata())) == 1 for line in across if line.get_linestyle() != "None")
    written = [words.get_text() for words in figure.axes[0].texts]
    assert sum(words.endswith("(31)") for words in written) == 2


def compared(moods, days=60):
    found = Found(today=day(2 * days), entries=[entry(n, moods[n]) for n in sorted(moods)])
    late, early = Period(day(days), day(2 * days - 1)), Period(FIRST, day(days - 1))
    return choosing.compared("steadiness", Asked(period=late, other=early), found)


def test_that_two_periods_are_apart_in_numbers_or_by_chance():
    more, less = compared(changing(1, 4)), compared(changing(4, 1))
    assert more.startswith("Your days differed more than in 1 June to 30 July 2026: by 2.")
    assert "Your mood moved more from day to day than in 1 June to 30 July 2026: by " in more
    assert "Your days differed less than in" in less
    assert "Your mood moved less from day to day" in less
    assert more.endswith("The numbers can't say why.")
    assert compared(changing(2, 2)) == (
        "These numbers and those of 1 June to 30 July 2026 could differ by chance alone."
    )


def test_that_one_number_may_be_apart_and_the_other_not():
    """Steps of 4 every day beside steps of 6 every third day, and beside days that stay."""
    early = {n: (-1) ** n * 2 for n in range(60)}
    late = {60 + n: 3 if n % 6 < 3 else -3 for n in range(60)}
    said_of_spread = compared(early | late)
    assert said_of_spread.startswith("Your days differed more than in")
    assert "day to day" not in said_of_spread
    steps = {60 + n: (-1) ** n * 2 for n in range(60)}
    slow = {n: 2 if n % 12 < 6 else -2 for n in range(60)}
    said_of_steps = compared(slow | steps)
    assert "differed" not in said_of_steps
    assert "Your mood moved more from day to day" in said_of_steps


def test_that_what_two_periods_lack_is_said():
    moods = changing(2, 2)
    few_later = {n: mood for n, mood in moods.items() if n < 72}
    assert compared(few_later) == "Too few days in this time."
    few_earlier = {n: mood for n, mood in moods.items() if n >= 48}
    assert compared(few_earlier) == "Too few days in 1 June to 30 July 2026 to compare with."
    still_then_moving = {n: 0 if n % 60 < 30 else (-1) ** n * 2 for n in range(120)}
    assert compared(still_then_moving).startswith("Whether this differs from 1 June to 30 July")
