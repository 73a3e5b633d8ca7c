"""What is said of spells that come by chance."""

import pytest

from resilience_desktop.insights.low_spells import RUN, SHORT_RUN
from resilience_desktop.insights.spell_noise import Noise
from tests.insights.drawn import drawn


@pytest.mark.parametrize(
    ("days", "run", "noise"),
    [
        ("1 3 " * 40, RUN, Noise(0.2, 1.2, days_are_alike=False)),
        ("1 3 " * 40, SHORT_RUN, Noise(0.6, 2.1, days_are_alike=False)),
        ("1 2 " * 40, RUN, Noise(0.0, 2.8, days_are_alike=True)),
        ("1 2 " * 40, SHORT_RUN, Noise(0.3, 4.4, days_are_alike=True)),
        ("2", RUN, Noise(0.0, 2.8, days_are_alike=True)),
        (".", RUN, Noise(0.0, 2.8, days_are_alike=True)),
    ],
)
def test_that_days_nearly_alike_show_more_spells_by_chance(days, run, noise):
    """Of 80 days at 1 and 3 the standard deviation is just above 1."""
    assert Noise.of(drawn(days), run) == noise


@pytest.mark.parametrize(
    ("days", "most"), [(0, 1), (30, 1), (60, 2), (90, 3), (126, 3), (180, 4), (365, 8)]
)
def test_that_steady_mood_shows_whole_spells_in_as_many_days(days, most):
    assert Noise(0.2, 1.2, days_are_alike=False).most(days) == most
