"""The pacer beside a clock of its own: a breath begins when it is due, for as long as it goes on.

Each trial is the beginning of a phase, seen by whoever follows the pacer in a real window with the
real clock. Every phase here takes half a second, so six seconds hold twelve; ``--size 50`` is five
minutes. A computer that lets nobody in the process run for a while says nothing about the pacer:
such a moment is not counted, and the next phase has to be right again.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.promises.promise import NotRunHere, Outcome, Promise

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.ui.widgets.pacer import Pacer

MOST_LATE = 0.1
"""Seconds that a phase may begin beside its time."""
PHASE = 0.5
_BEAT_MS = 5
_AWAY = 0.05
"""Seconds without a beat after which the process was not allowed to run."""
_CONTROL_PACE = 0.95
"""The control breathes along with a clock that is slow by this, as one that counts ticks is."""
_LEAST_TRIALS = 12


@dataclass(slots=True)
class _Follower:
    """Somebody who follows a pacer, and notes how far beside its time each phase began."""

    pacer: Pacer
    begun: float = 0.0
    errors: list[float] = field(default_factory=list)
    away: int = 0

    def start(self, seconds: float) -> None:
        """Let the pacer lead for so long."""
        self.begun = time.perf_counter()
        self.pacer.start(seconds, at=0)

    def note(self, beat: float) -> None:
        """Note that a phase begins; ``beat`` is when the process was last seen to run."""
        now = time.perf_counter()
        if now - beat > _AWAY:
            self.away += 1
        else:
            number = int(self.pacer.elapsed / PHASE + 1e-9)
            self.errors.append(now - self.begun - PHASE * number)

    @property
    def broken(self) -> int:
        """How many were seen too early or too late."""
        return sum(abs(error) > MOST_LATE for error in self.errors)


def _attempt(trials: int, _folder: Path) -> Outcome:
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    followers = _follower(1.0), _follower(_CONTROL_PACE)
    beat = time.perf_counter()

    def live() -> None:
        nonlocal beat
        beat = time.perf_counter()

    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=_BEAT_MS)
    timer.timeout.connect(live)
    loop = QEventLoop()
    for one in followers:
        one.pacer.turned.connect(lambda one=one: one.note(beat))
        one.pacer.finished.connect(loop.quit)
    timer.start()
    seconds = PHASE * max(trials, _LEAST_TRIALS)
    for one in followers:
        one.start(seconds)
    loop.exec()
    for one in followers:
        one.pacer.pause()
    kept, control = followers
    if not kept.errors:
        message = "the computer never let it run in time"
        raise NotRunHere(message)
    remark = f"at most {1000 * max(map(abs, kept.errors)):.0f} ms beside its time"
    if kept.away:
        remark += f"; {kept.away} not counted, for the computer was busy with something else"
    return Outcome(len(kept.errors), kept.broken, control.broken > 0, remark)


def _follower(pace: float) -> _Follower:
    """Show a pacer whose clock has this pace."""
    from PySide6.QtWidgets import QApplication

    from resilience_desktop.domain.breathing import Breath, Pattern, Phase
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.pacer import Pacer

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    breath = Pattern(tuple(Phase(one, PHASE) for one in Breath))
    look = LookKeeper(app, theme="light")
    pacer = Pacer(look, breath, name="pacer", clock=lambda: pace * time.perf_counter())
    pacer.resize(300, 300)
    pacer.show()
    app.processEvents()
    return _Follower(pacer)


PROMISE = Promise("G27", "a breath begins within 100 ms of its time", _LEAST_TRIALS, _attempt)
