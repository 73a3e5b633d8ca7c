"""When phases begin: late timers, pauses, a computer that sleeps, and a breath that is changed."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QTimer

from resilience_desktop.domain.breathing import Breath, Pattern, Phase
from resilience_desktop.ui.widgets.pacer import Pacer
from resilience_desktop.ui.widgets.stopwatch import LONGEST_GAP, Stopwatch, time_of

BOX = Pattern(tuple(Phase(breath, 4) for breath in Breath))
HELD = Pattern((Phase(Breath.IN, 4), Phase(Breath.HOLD, 7), Phase(Breath.OUT, 8)))
ODD = Pattern((Phase(Breath.IN, 2.5), Phase(Breath.OUT, 3.5), Phase(Breath.REST, 0.5)))
MOST_LATE = 0.1


@pytest.fixture
def make(look, show, clock):
    made = []

    def makes(pattern):
        made.append(show(Pacer(look, pattern, name="pacer", clock=clock), 300, 300))
        return made[-1]

    yield makes
    for pacer in made:
        pacer.pause()


def tick(pacer, clock, seconds):
    clock.now += seconds
    pacer.findChild(QTimer).timeout.emit()


def due(pattern, seconds):
    """Return when each phase is due, and which it is."""
    found, at = [], 0.0
    while at < seconds - 1e-6:
        for phase in pattern.phases:
            found.append((at, phase.breath))
            at += phase.seconds
    return found


@pytest.mark.parametrize("pattern", [BOX, HELD, ODD], ids=["box", "held", "odd"])
@pytest.mark.parametrize("seed", range(3))
def test_that_every_phase_begins_in_time_over_five_minutes_with_all_that_can_happen(
    make, clock, pattern, seed
):
    chance = random.Random(seed)
    pacer = make(pattern)
    seen, breathed = [], 0.0
    pacer.turned.connect(lambda: seen.append((breathed, pacer.words()[0])))
    pacer.start(300, at=0)
    while not pacer.is_over:
        step = chance.uniform(0.015, 0.099)
        breathed += step
        tick(pacer, clock, step)
        happens = chance.random()
        if happens < 0.01:  # a pause, between two looks at the clock
            between = chance.uniform(0, 0.03)
            breathed += between
            clock.now += between
            pacer.pause()
            clock.now += chance.uniform(0, 4000)
            if not pacer.is_over:
                pacer.go_on()
        elif happens < 0.015:  # the computer was asleep: nobody breathed along meanwhile
            tick(pacer, clock, LONGEST_GAP + chance.uniform(0.1, 4000))
            assert not pacer.is_running
            pacer.go_on()
    wanted = due(pattern, pacer.total)
    names = {"Breathe in": "in", "Hold": "hold", "Breathe out": "out", "Rest": "rest"}
    assert [names[name] for _, name in seen] == [breath for _, breath in wanted]
    errors = [at - planned for (at, _), (planned, _) in zip(seen, wanted, strict=True)]
    assert min(errors) >= -1e-6
    assert max(errors) <= MOST_LATE
    assert breathed - pacer.total <= MOST_LATE


def test_that_a_pause_between_two_looks_loses_no_millisecond(make, clock):
    pacer = make(BOX)
    pacer.start(60, at=0)
    tick(pacer, clock, 1)
    for _ in range(50):
        clock.now += 0.011
        pacer.pause()
        clock.now += 7
        pacer.go_on()
    assert pacer.elapsed == pytest.approx(1.55, abs=1e-6)


def test_that_going_on_twice_counts_no_time_twice_and_none_too_little(make, clock):
    pacer = make(BOX)
    pacer.start(60, at=0)
    clock.now += 0.4
    pacer.go_on()
    tick(pacer, clock, 0.1)
    assert pacer.elapsed == pytest.approx(0.5)


def test_that_a_pause_on_the_last_moment_is_the_end(make, clock, qtbot):
    pacer = make(BOX)
    pacer.start(16, at=0)
    for _ in range(4):
        tick(pacer, clock, 3.99)
    clock.now += 0.1
    with qtbot.waitSignal(pacer.finished):
        pacer.pause()
    assert pacer.words() == ("Finished", "")


def test_that_the_disc_stays_while_the_breath_is_held(make, clock):
    def picture():
        return pacer.grab().toImage()

    pacer = make(BOX)
    pacer._paint_words = lambda *_: None  # the number goes on
    pacer._paint_time = lambda *_: None
    pacer.start(60, at=0)
    said, pictures = [], []
    for _ in range(32):
        said.append(pacer.words()[0])
        pictures.append(picture())
        tick(pacer, clock, 0.5)
    assert said == [
        name for name in ("Breathe in", "Hold", "Breathe out", "Rest") for _ in range(8)
    ]
    held, rested = pictures[8:16], pictures[24:]
    assert all(one == held[0] for one in held)
    assert all(one == rested[0] for one in rested)
    assert held[0] != rested[0]
    assert pictures[2] != pictures[3]


def test_that_another_breath_begins_at_once_and_what_is_over_stays_over(make, clock):
    pacer = make(HELD)
    pacer.start(76, at=0)
    for _ in range(10):
        tick(pacer, clock, 2)  # one round, and a second of the next
    pacer.set_pattern(ODD)
    pacer.set_rounds(4)
    assert pacer.words() == ("Breathe in", "3")
    assert pacer.elapsed == 20
    assert pacer.total == pytest.approx(20 + 3 * ODD.seconds)
    pacer.set_rounds(1)  # the breath that has begun is finished
    assert pacer.total == pytest.approx(20 + ODD.seconds)
    pacer.set_total(60)
    assert pacer.total == pytest.approx(20 + 6 * ODD.seconds)


def test_that_half_seconds_are_said_as_such(look, show, clock, monkeypatch):
    heard = []
    monkeypatch.setattr(
        "resilience_desktop.ui.widgets.pacer.announce", lambda _, words: heard.append(words)
    )
    pacer = show(Pacer(look, ODD, name="pacer", clock=clock), 300, 300)
    pacer.start(60, at=0)
    for _ in range(6):
        tick(pacer, clock, 0.5)
    pacer.pause()
    assert heard == ["Breathe in, 2.5 seconds", "Breathe out, 3.5 seconds"]


def test_that_a_time_is_told_with_its_end_where_there_is_one():
    assert time_of(130.9, 300) == "2:10 of 5:00"
    assert time_of(65, None) == "1:05"


def test_that_a_stopwatch_that_never_ran_can_be_paused(clock):
    watch = Stopwatch(clock)
    clock.now += 3
    watch.pause()
    assert watch.seconds == 0
