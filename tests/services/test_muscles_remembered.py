"""Which side was chosen last to come first in an exercise of the muscles."""

from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.kept_names import LEFT_FIRST


def test_that_the_side_that_was_chosen_last_is_remembered_for_each_exercise(journal):
    assert journal.remembered.left_first("muscles_long") is False
    assert journal.remembered.keep_left_first("muscles_long", left=True) == Changes()
    assert journal.remembered.keep_left_first("another", left=False) == Changes()
    assert journal.remembered.left_first("muscles_long") is True
    assert journal.remembered.left_first("another") is False
    journal.remembered.keep_left_first("muscles_long", left=False)
    assert journal.remembered.left_first("muscles_long") is False
    assert LEFT_FIRST not in dict(journal.contents().settings)
