from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.kept_names import WAVE_MINUTES


def test_that_a_journal_remembers_the_minutes_and_no_copy_takes_them_along(journal):
    assert journal.remembered.wave_minutes() is None
    assert journal.remembered.keep_wave_minutes(4) == Changes()
    assert journal.remembered.wave_minutes() == 4
    assert WAVE_MINUTES not in dict(journal.contents().settings)


def test_that_minutes_that_cannot_be_chosen_are_as_if_none_had_been(journal):
    journal.remembered.keep_wave_minutes(99)
    assert journal.remembered.wave_minutes() is None
