from __future__ import annotations

from resilience_desktop import content
from resilience_desktop.domain.breathing import Breath


def test_that_slow_breathing_is_six_breaths_a_minute_and_the_out_breath_is_the_longer():
    usual, even, slower = (one.pattern for one in content.skill("slow_breathing").patterns)
    assert [(p.breath, p.seconds) for p in usual.phases] == [(Breath.IN, 4), (Breath.OUT, 6)]
    assert [(p.breath, p.seconds) for p in even.phases] == [(Breath.IN, 5), (Breath.OUT, 5)]
    assert [(p.breath, p.seconds) for p in slower.phases] == [(Breath.IN, 5.5), (Breath.OUT, 5.5)]


def test_that_grounding_counts_down_the_senses():
    steps = content.skill("grounding_54321").steps
    assert [step.split()[1] for step in steps[:5]] == ["5", "4", "3", "2", "1"]
    assert len(steps) == 6


def test_that_every_exercise_has_its_cautions():
    for key in ("slow_breathing", "grounding_54321"):
        skill = content.skill(key)
        assert skill.id == key
        assert skill.name
        assert skill.lead
        assert any("Stop" in caution for caution in skill.cautions)
        assert all(words.endswith(".") for words in (*skill.steps, *skill.cautions, skill.lead))
