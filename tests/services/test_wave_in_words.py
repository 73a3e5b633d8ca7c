from __future__ import annotations

import pytest

from resilience_desktop.domain.practice import Rating
from resilience_desktop.services.wave_in_words import aloud, half, how_long, summary


def wave(*rated):
    return tuple(Rating(seconds, strength) for seconds, strength in rated)


@pytest.mark.parametrize(
    ("went", "expected"),
    [
        ((), ""),
        (wave((5, 70)), "You rated it once, at 70 of 100."),
        (wave((0, 0), (120, 0)), "It was strongest at the start, at 0 of 100."),
        (
            wave((2, 80), (120, 60), (245, 40)),
            (
                "It was strongest at the start, at 80 of 100. "
                "4 minutes later you rated it at half of that or less."
            ),
        ),
        (
            wave((2, 40), (122, 80), (240, 60)),
            (
                "It was strongest after 2 minutes, at 80 of 100. "
                "By your last rating it was not down to half of that."
            ),
        ),
    ],
)
def test_that_a_wave_is_told_as_it_was_rated(went, expected):
    assert summary(went) == expected


def test_that_every_rating_is_said_with_its_time():
    assert aloud(wave((2, 40), (122, 80))) == "0:02, 40 of 100; 2:02, 80 of 100"
    assert aloud(()) == ""


def test_that_a_table_has_a_dash_where_half_was_not_reached():
    assert half(wave((0, 80), (60, 70))) == "–"
    assert half(wave((0, 80), (60, 70), (300, 40))) == "5 minutes"


def test_that_a_time_is_told_in_whole_minutes():
    assert [how_long(seconds) for seconds in (3, 89, 91, 600)] == [
        "1 minute",
        "1 minute",
        "2 minutes",
        "10 minutes",
    ]
