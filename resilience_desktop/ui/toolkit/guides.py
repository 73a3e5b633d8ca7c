"""Which guide leads through which skill."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from resilience_desktop.content.skills import Guide

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.toolkit.guide import GuidePane

    _Guide = Callable[..., GuidePane]


def guide_for(
    look: LookKeeper, skill: Skill, *, clock: Callable[[], float] = time.perf_counter
) -> GuidePane:
    """Return what leads through a skill; raise ``KeyError`` for one that is done in writing."""
    return {
        Guide.BREATHING: _breathing,
        Guide.STEPS: _steps,
        Guide.MUSCLES: _muscles,
        Guide.WAVE: _wave,
        Guide.COOL: _cool,
        Guide.TIMER: _timer,
    }[skill.guide]()(look, skill, clock=clock)


def _breathing() -> _Guide:
    from resilience_desktop.ui.toolkit.breathing_guide import BreathingGuide

    return BreathingGuide


def _steps() -> _Guide:
    from resilience_desktop.ui.toolkit.steps_guide import StepsGuide

    return StepsGuide


def _muscles() -> _Guide:
    from resilience_desktop.ui.toolkit.muscles_guide import MusclesGuide

    return MusclesGuide


def _wave() -> _Guide:
    from resilience_desktop.ui.toolkit.wave_guide import WaveGuide

    return WaveGuide


def _cool() -> _Guide:
    from resilience_desktop.ui.toolkit.cool_guide import CoolGuide

    return CoolGuide


def _timer() -> _Guide:
    from resilience_desktop.ui.toolkit.timer_guide import TimerGuide

    return TimerGuide
