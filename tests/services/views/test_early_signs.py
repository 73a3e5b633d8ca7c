"""Early signs as a view: a sentence and a row for each, and what is missing is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib.figure import Figure

from resilience_desktop.charts.style import print_style
from resilience_desktop.domain.early_sign import EarlySign, Measure
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.views import choosing, early_signs
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.views.shown import aloud, drawn, rows, said, told

NIGHTS = EarlySign("Short nights", Measure.SLEEP_HOURS, number=6, id="nights")
HEAVY = EarlySign("Heavy", Measure.MOOD, at_least=True, number=3, id="heavy")
SNAPPING = EarlySign("I snap", Measure.FEELING, "tense", days=1, id="snap")
MESSAGES = EarlySign("I stop answering", id="messages")
HOURS = [8] * 7 + [5, 5, 8, 5, 5]
LAST = len(HOURS) - 1


def found(*signs, hours=HOURS, today=LAST, **more):
    entries = tuple(entry(n, sleep_hours=h) for n, h in enumerate(hours) if h is not None)
    return Found(today=day(today), entries=entries, early_signs=signs, **more)


def shown(what, first=0, last=LAST):
    (panel,) = early_signs.panels(Asked(period=Period(day(first), day(last))), what)
    return panel


def test_that_without_signs_it_says_what_they_are_and_nothing_is_drawn():
    panel = shown(found())
    assert panel.sentences == (early_signs.about(),)
    assert (panel.drawings, panel.table, panel.note) == ((), None, "")
    assert panel.how


def test_that_each_sign_has_its_sentence_on_a_line_of_its_own():
    (sentences,) = shown(found(NIGHTS, HEAVY, MESSAGES)).sentences
    assert sentences.split("\n") == [
        (
            "Short nights (Hours of sleep under 6): on 4 of the last 7 days with hours. "
            "It is there now."
        ),
        (
            "Heavy (Mood at +3 or more): too few days lately to tell. "
            "Still needed: 7 days with a mood."
        ),
    ]


def test_that_words_alone_stand_below_the_picture_and_are_not_counted():
    panel = shown(found(NIGHTS, MESSAGES))
    assert panel.note.endswith("In words alone, for you to notice: I stop answering.")
    alone = shown(found(MESSAGES))
    assert alone.note == "In words alone, for you to notice: I stop answering."
    assert (alone.sentences, alone.drawings) == ((), ())


def test_that_days_that_are_over_say_how_it_was_then():
    hours = HOURS + [8] * 20
    over = shown(found(NIGHTS, HEAVY, hours=hours, today=len(hours) - 1))
    assert over.sentences[0].split("\n") == [
        "Short nights (Hours of sleep under 6): it was there on 2 days.",
        (
            "Heavy (Mood at +3 or more): it was not there, or there were too few days to tell "
            "(0 days with a mood)."
        ),
    ]


def test_that_a_day_is_told_with_what_was_noted_and_whether_it_counts():
    (drawing,) = shown(found(NIGHTS, SNAPPING)).drawings
    words = told(drawing)
    assert words["nights", day(0)].shown == ("Monday 1 June 2026: Short nights, 8, does not count")
    assert words["nights", day(7)].shown == "Monday 8 June 2026: Short nights, 5, counts"
    assert words["nights", day(10)].shown == (
        "Thursday 11 June 2026: Short nights, 5, counts, sign there"
    )
    assert words["snap", day(0)].shown.endswith("I snap, not named, does not count")
    assert drawing.opens(("nights", day(7))) == day(7)


def test_that_each_sign_is_a_row_and_days_without_a_number_have_no_mark():
    hours = [8, None, 5]
    (drawing,) = shown(found(NIGHTS, SNAPPING, hours=hours, today=2), last=2).drawings
    places = drawn(drawing)
    assert list(places) == [
        ("nights", day(0)),
        ("nights", day(2)),
        ("snap", day(0)),
        ("snap", day(2)),
    ]
    assert places["nights", day(0)][0] == places["snap", day(0)][0]
    assert places["nights", day(0)][1] < places["snap", day(0)][1]
    assert drawing.height(2) == 2 * drawing.height(1)


def test_that_the_table_has_every_day_of_every_sign_the_newest_first():
    panel = shown(found(NIGHTS, SNAPPING))
    table = rows(panel)
    assert table[0] == ["Friday 12 June 2026", "Short nights", "5", "yes", "4 of 7", "yes"]
    assert table[1] == ["Friday 12 June 2026", "I snap", "not named", "no", "0 of 7", "no"]
    assert table[-2] == ["Monday 1 June 2026", "Short nights", "8", "no", "\N{EN DASH}", "no"]
    assert aloud(panel)[-2][4] == "too few days"
    assert panel.table.opens(panel.table.rows[0]) == day(LAST)
    assert len(table) == 2 * len(HOURS)


def test_that_a_name_counts_on_the_days_that_have_it():
    entries = tuple(entry(n, feelings=(Feeling("tense"),) if n == 6 else ()) for n in range(7))
    what = Found(today=day(6), entries=entries, early_signs=(SNAPPING,))
    panel = shown(what, last=6)
    assert panel.sentences[0] == (
        "I snap (‘tense’ named): on 1 of the last 7 days with entries. It is there now."
    )
    assert rows(panel)[0][2:4] == ["named", "yes"]


def test_that_looking_back_reaches_to_days_before_the_period():
    panel = shown(found(NIGHTS), first=LAST)
    assert rows(panel) == [["Friday 12 June 2026", "Short nights", "5", "yes", "4 of 7", "yes"]]


def test_that_nothing_is_there_on_days_to_come():
    panel = shown(found(NIGHTS), last=40)
    assert panel.sentences[0].endswith("It is there now.")
    (drawing,) = panel.drawings
    assert max(mark[1] for mark in drawn(drawing)) == day(LAST)


def test_that_it_is_worked_out_from_all_entries_whatever_is_filtered():
    whole = found(NIGHTS)
    few = replace(whole, entries=whole.entries[:2], whole=whole)
    asked = Asked(period=Period(FIRST, day(LAST)), filter=TimelineFilter(words="x"))
    (sides,) = choosing.panels("early_signs", asked, few)
    assert "4 of the last 7" in sides[0].sentences[0]
    assert sides[0].of_what.startswith("Of all entries.")


def test_that_two_periods_have_names_in_the_same_place_and_are_not_compared():
    what = found(NIGHTS, SNAPPING)
    first, second = Period(FIRST, day(5)), Period(day(6), day(LAST))
    asked = Asked(period=second, other=first)
    (later,), (earlier,) = choosing.panels("early_signs", asked, what)
    assert later.sentences != earlier.sentences
    lefts = [min(x for x, _ in drawn(panel.drawings[0]).values()) for panel in (earlier, later)]
    assert abs(lefts[0] - lefts[1]) < 12
    assert choosing.compared("early_signs", asked, what).startswith("How often you write")


@pytest.mark.parametrize(("share", "of_hundred"), [(0.1, 3), (0.3, 35)])
def test_that_what_chance_does_is_said_and_right(share, of_hundred):
    assert round(100 * early_signs.by_chance(share)) == of_hundred
    assert f"{of_hundred} of 100" in said(shown(found(NIGHTS)))


def test_that_no_word_frightens_or_foretells():
    words = said(shown(found(NIGHTS, HEAVY, SNAPPING, MESSAGES))).casefold()
    assert not any(word in words for word in ("warning", "risk", "relapse", "predict"))


def test_that_a_long_row_of_years_is_drawn_with_marks_that_can_be_seen():
    hours = [5, 8] * 1800
    what = found(NIGHTS, hours=hours, today=len(hours) - 1)
    panel = shown(what, last=len(hours) - 1)
    figure = Figure(figsize=(4, 1), dpi=72)
    places = panel.drawings[0].draw(figure, style=print_style())
    assert len(places) == 3600
    widths = [line.get_linewidth() for line in figure.axes[0].lines]
    assert max(widths) >= 1.5


def test_that_the_first_entry_may_be_later_than_the_period():
    panel = shown(found(NIGHTS), first=-30)
    assert min(mark[1] for mark in drawn(panel.drawings[0])) == FIRST
    nothing = Found(today=day(0), early_signs=(NIGHTS,))
    assert shown(nothing, last=0).drawings == ()
