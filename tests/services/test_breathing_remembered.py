"""What was chosen last of a breathing exercise."""

import pytest

from resilience_desktop.domain.breathing_choice import OWN, BreathingChoice
from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.journal import Journal, KdfSettings
from resilience_desktop.services.kept_names import BREATHING_CHOSEN

QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)
MINE = BreathingChoice(OWN, (4, 2, 6.5, 0), 7, in_rounds=False)
ROUNDS = BreathingChoice("whole", (4, 7, 8, 0), 4, in_rounds=True)


@pytest.fixture
def journal(tmp_path):
    made = Journal.create(tmp_path / "journal", None, QUICK)[0]
    yield made
    made.close()


def test_that_each_skill_remembers_its_own_and_nothing_else_is_touched(journal):
    assert journal.remembered.breathing("slow_breathing") is None
    assert journal.remembered.keep_breathing("slow_breathing", MINE) == Changes()
    journal.remembered.keep_breathing("four_seven_eight", ROUNDS)
    assert journal.remembered.breathing("slow_breathing") == MINE
    assert journal.remembered.breathing("four_seven_eight") == ROUNDS
    assert journal.remembered.breathing("box_breathing") is None


def test_that_what_cannot_be_read_is_as_if_nothing_had_been_chosen(journal):
    with journal._store.writing():
        journal._store.settings.put({BREATHING_CHOSEN: {"slow_breathing": {"own": "odd"}}})
    assert journal.remembered.breathing("slow_breathing") is None


def test_that_no_copy_takes_it_along(journal):
    journal.remembered.keep_breathing("slow_breathing", MINE)
    assert BREATHING_CHOSEN not in dict(journal.contents().settings)
