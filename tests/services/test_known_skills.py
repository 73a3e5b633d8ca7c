"""The skills of the app and one's own together, with what somebody chose of them."""

from __future__ import annotations

import pytest

from resilience_desktop import content
from resilience_desktop.content.stages import stage_words
from resilience_desktop.domain.toolkit import MOST, OwnSkill, Stage, Toolkit
from resilience_desktop.services.known_skills import KnownSkills, is_written

CANAL = OwnSkill("Walk to the canal", minutes=20)


def ids(skills):
    return [skill.id for skill in skills]


def test_that_every_skill_is_offered_once_chosen_or_not():
    known = KnownSkills(Toolkit(chosen=("box_breathing", CANAL.id)), (CANAL,))
    everything = ids((*known.chosen(), *known.of_the_app(), *known.of_ones_own()))
    assert sorted(everything) == sorted((*content.skill_ids(), CANAL.id))
    assert ids(known.chosen()) == ["box_breathing", CANAL.id]


def test_that_ones_own_stand_apart_until_they_are_chosen():
    assert ids(KnownSkills(own=(CANAL,)).of_ones_own()) == [CANAL.id]
    assert KnownSkills(Toolkit(chosen=(CANAL.id,)), (CANAL,)).of_ones_own() == ()


def test_that_what_is_gone_or_of_a_later_version_is_passed_over():
    known = KnownSkills(Toolkit(chosen=("of_a_later_version", "slow_breathing")))
    assert ids(known.chosen()) == ["slow_breathing"]
    assert known.skill("of_a_later_version") is None
    assert known.own_skill("slow_breathing") is None


def test_that_a_few_safe_ones_are_at_hand_until_somebody_chooses():
    usual = KnownSkills().at_hand()
    assert 0 < len(usual) <= MOST
    assert all(skill.gate is None and not is_written(skill) for skill in usual)
    assert not any(KnownSkills().waits(skill) for skill in usual)
    assert ids(KnownSkills.named(["box_breathing"]).at_hand()) == ["box_breathing"]


@pytest.mark.parametrize("stage", Stage)
def test_that_nothing_ever_stands_before_what_helps_to_settle(stage):
    known = KnownSkills(Toolkit(stage=stage), (CANAL,))
    skills = (*known.of_the_app(), *known.of_ones_own())
    settling = [one for one in skills if one.stage in (Stage.SAFETY, Stage.SETTLE)]
    assert settling
    assert not any(known.waits(skill) for skill in settling)


def test_that_on_a_fresh_profile_a_note_stands_before_what_works_through_and_gives_meaning():
    known = KnownSkills()
    waiting = [skill for skill in content.all_skills() if known.waits(skill)]
    assert {"worry_time", "problem_solving", "values_check"} <= set(ids(waiting))
    assert all(stage_words(skill.stage).why_later for skill in waiting)


def test_that_the_note_is_gone_where_somebody_went_on_or_is_there_by_now():
    values = content.skill("values_check")
    assert KnownSkills().waits(values)
    assert not KnownSkills(Toolkit(gone_on=(values.id,))).waits(values)
    assert not KnownSkills(Toolkit(stage=Stage.GROW)).waits(values)


def test_that_every_stage_says_what_it_is():
    said = [stage_words(stage) for stage in Stage]
    assert len({one.name for one in said}) == len(said)
    assert all(one.about for one in said)


def test_that_they_are_read_from_a_journal(journal):
    journal.toolkit.keep_skill(CANAL)
    journal.toolkit.keep(Toolkit(chosen=("slow_breathing", CANAL.id)))
    known = KnownSkills.of(journal)
    assert ids(known.chosen()) == ["slow_breathing", CANAL.id]
    assert known.own_skill(CANAL.id) == CANAL


def test_that_sheets_and_the_worry_appointment_are_for_writing():
    written = {skill.id for skill in content.all_skills() if is_written(skill)}
    assert written == {"worry_time", "problem_solving", "asking_clearly", "values_check"}
