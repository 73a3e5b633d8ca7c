"""A skill that is done in writing is one practice for each day of it."""

from __future__ import annotations

import pytest

from resilience_desktop.domain.practice import Practice
from resilience_desktop.services.clock import noon_of, now
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.use_of_day import note_use


@pytest.fixture
def journal(tmp_path):
    opened, _ = Journal.create(tmp_path / "journal", None)
    yield opened
    opened.close()


def test_that_a_day_has_one_practice_of_a_skill_and_its_time_adds_up(journal):
    assert note_use(journal, "problem_solving", 20).practices
    note_use(journal, "problem_solving", 30)
    note_use(journal, "values_check", 5)
    found = {one.skill: one.seconds for one in journal.practices.all()}
    assert found == {"problem_solving": 50, "values_check": 5}
    assert len(journal.practices.all()) == 2


def test_that_another_day_has_a_practice_of_its_own(journal):
    before = noon_of(now().day.replace(year=2020))
    journal.practices.keep(Practice(skill="problem_solving", at=before, seconds=9))
    note_use(journal, "problem_solving", 4)
    assert [one.seconds for one in journal.practices.of("problem_solving")] == [9, 4]
