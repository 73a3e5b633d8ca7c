"""Skills of the app and of one's own, as one kind of thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resilience_desktop import content
from resilience_desktop.content.skills import Guide
from resilience_desktop.domain.toolkit import OwnSkill, Stage, Toolkit
from resilience_desktop.services.skills import STEP, as_skill, is_own, name_of, remove_own, skill_of

SCRIPT = OwnSkill("The shore", "Eyes closed", ("Hear the water.", "Feel the stones."), 3)
WALK = OwnSkill(" Walk to the canal ", minutes=30)


def test_that_a_script_is_led_step_by_step_in_the_time_it_takes():
    skill = as_skill(SCRIPT)
    assert skill.guide is Guide.STEPS
    assert (skill.id, skill.name, skill.lead) == (SCRIPT.id, "The shore", "Eyes closed")
    assert skill.steps == SCRIPT.steps
    assert skill.fields == (None, None)
    assert skill.seconds == {STEP: 90}
    assert as_skill(replace(SCRIPT, minutes=None)).seconds == {STEP: 30}


@pytest.mark.parametrize(("minutes", "steps", "seconds"), [(60, 2, 600), (1, 30, 5)])
def test_that_a_step_is_neither_very_short_nor_very_long(minutes, steps, seconds):
    script = OwnSkill("Mine", steps=("Wait.",) * steps, minutes=minutes)
    assert as_skill(script).seconds == {STEP: seconds}


def test_that_something_to_go_and_do_has_the_time_it_takes_or_an_open_end():
    skill = as_skill(WALK)
    assert (skill.guide, skill.name, skill.minutes) == (Guide.TIMER, "Walk to the canal", 30)
    assert skill.seconds == {}
    assert as_skill(replace(WALK, minutes=None)).minutes == 0


def test_that_no_note_stands_before_what_is_ones_own():
    skill = as_skill(WALK)
    assert not any(Toolkit(stage=here).is_later(skill.id, skill.stage) for here in Stage)


def test_that_a_skill_is_found_by_its_id_wherever_it_comes_from():
    own = (SCRIPT, WALK)
    assert skill_of("box_breathing", own) is content.skill("box_breathing")
    assert skill_of(WALK.id, own) == as_skill(WALK)
    assert skill_of("gone", own) is None
    assert not is_own(content.skill("box_breathing"))
    assert is_own(as_skill(WALK))


def test_that_what_is_not_there_any_more_still_has_a_name():
    assert name_of(WALK.id, (WALK,)) == "Walk to the canal"
    assert name_of("box_breathing", ()) == "Box breathing"
    assert name_of("gone", (WALK,)) == "Something of your own"


def test_that_a_removed_skill_leaves_the_toolkit_and_comes_back_to_its_place(journal):
    journal.toolkit.keep_skill(WALK)
    journal.toolkit.keep(Toolkit(("box_breathing", WALK.id, "calm_place")))
    changes, bring_back = remove_own(journal, WALK)
    assert changes.toolkit
    assert journal.toolkit.own_skills() == []
    assert journal.toolkit.get().chosen == ("box_breathing", "calm_place")
    assert bring_back(journal).toolkit
    assert journal.toolkit.own_skills() == [WALK]
    assert journal.toolkit.get().chosen == ("box_breathing", WALK.id, "calm_place")


def test_that_a_skill_that_was_not_chosen_comes_back_without_being_chosen(journal):
    journal.toolkit.keep_skill(WALK)
    _, bring_back = remove_own(journal, WALK)
    bring_back(journal)
    assert journal.toolkit.own_skills() == [WALK]
    assert journal.toolkit.get() == Toolkit()


@pytest.mark.parametrize("taken", [("1", "2", "3", "4", "5"), (WALK.id,)])
def test_that_what_comes_back_takes_no_place_that_was_filled_meanwhile(journal, taken):
    journal.toolkit.keep_skill(WALK)
    journal.toolkit.keep(Toolkit((WALK.id,)))
    _, bring_back = remove_own(journal, WALK)
    journal.toolkit.keep(Toolkit(taken))
    bring_back(journal)
    assert journal.toolkit.own_skills() == [WALK]
    assert journal.toolkit.get().chosen == taken
