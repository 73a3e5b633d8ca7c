from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.domain.breathing import Breath, Pattern, Phase
from resilience_desktop.ui.widgets.pacer import Pacer

LONGER_OUT = Pattern((Phase(Breath.IN, 4), Phase(Breath.OUT, 6)))
NAMES = {Breath.IN: "Breathe in", Breath.OUT: "Breathe out"}


@pytest.fixture
def said(monkeypatch):
    """What a screen reader is asked to say."""
    heard = []
    monkeypatch.setattr(
        "resilience_desktop.ui.widgets.pacer.announce", lambda _, words: heard.append(words)
    )
    return heard


@pytest.fixture
def pacer(look, show, clock, said):
    made = show(Pacer(look, LONGER_OUT, name="pacer", clock=clock), 300, 300)
    yield made
    made.pause()


def timer(pacer):
    return pacer.findChild(QTimer)


def wait(pacer, clock, seconds):
    """Let time pass and the pacer notice it once."""
    clock.now += seconds
    timer(pacer).timeout.emit()


def pass_slowly(pacer, clock, seconds, step=0.5):
    for _ in range(round(seconds / step)):
        wait(pacer, clock, step)


def disc(pacer):
    """Return how wide the disc is drawn."""
    picture = pacer.grab().toImage()
    color = pacer._look.color("accent_soft").name()
    row = round(picture.height() * 0.6)  # below the words
    return sum(picture.pixelColor(x, row).name() == color for x in range(picture.width()))


def distances(pacer, role):
    """Return how far from the middle a colour is to be found."""
    picture = pacer.grab().toImage()
    color = pacer._look.color(role).name()
    middle = (picture.width() - 1) / 2
    found = [
        ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).name() == color
    ]
    return min(found), max(found)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("still", [False, True])
def test_that_five_minutes_stay_in_step_with_a_late_and_irregular_clock(
    pacer, clock, seed, still, qtbot
):
    late = random.Random(seed)
    begun = clock.now
    turns, shown = [], None
    pacer.set_still(still=still)
    pacer.start(300, at=0)
    with qtbot.waitSignal(pacer.finished):
        while pacer.is_running:
            if pacer.words()[0] != shown:
                shown = pacer.words()[0]
                turns.append((shown, clock.now - begun))
            wait(pacer, clock, late.uniform(0.015, 0.099))
    wanted = [
        (NAMES[breath], cycle * 10 + after)
        for cycle in range(30)
        for breath, after in ((Breath.IN, 0), (Breath.OUT, 4))
    ]
    assert [name for name, _ in turns] == [name for name, _ in wanted]
    errors = [seen - due for (_, seen), (_, due) in zip(turns, wanted, strict=True)]
    assert min(errors) >= -1e-6
    assert max(errors) <= 0.1
    assert 300 <= clock.now - begun <= 300.1


def test_that_it_gives_a_moment_to_get_comfortable_and_then_counts_down(pacer, clock):
    pacer.start(60)
    told = [pacer.words()]
    for _ in range(8):
        wait(pacer, clock, 1)
        told.append(pacer.words())
    assert told == [
        ("Starts in", "3"), ("Starts in", "2"), ("Starts in", "1"),
        ("Breathe in", "4"), ("Breathe in", "3"), ("Breathe in", "2"), ("Breathe in", "1"),
        ("Breathe out", "6"), ("Breathe out", "5"),
    ]  # fmt: skip
    assert pacer.elapsed == pytest.approx(5)


def test_that_a_pause_keeps_the_place_however_long_it_is(pacer, clock):
    pacer.start(60, at=0)
    wait(pacer, clock, 2.5)
    pacer.pause()
    assert pacer.words() == ("Paused", "")
    clock.now += 3600
    pacer.go_on()
    assert pacer.elapsed == 2.5
    wait(pacer, clock, 0.5)
    assert pacer.words() == ("Breathe in", "1")


def test_that_it_does_not_jump_when_the_computer_was_asleep(pacer, clock, qtbot):
    pacer.start(60, at=0)
    wait(pacer, clock, 2.5)
    with qtbot.waitSignal(pacer.told):
        wait(pacer, clock, 5.1)
    assert not pacer.is_running
    assert pacer.elapsed == 2.5
    pacer.go_on()
    wait(pacer, clock, 0.5)
    assert pacer.elapsed == 3


def test_that_a_short_stall_is_caught_up_with(pacer, clock):
    pacer.start(60, at=0)
    wait(pacer, clock, 4.9)
    assert pacer.words() == ("Breathe out", "6")
    assert pacer.elapsed == pytest.approx(4.9)


def test_that_it_works_only_while_it_leads(pacer, clock):
    assert not timer(pacer).isActive()
    pacer.start(60, at=0)
    assert timer(pacer).isActive()
    assert timer(pacer).interval() >= 30
    pacer.pause()
    assert not timer(pacer).isActive()
    pacer.go_on()
    pass_slowly(pacer, clock, 60)
    assert pacer.is_over
    assert not timer(pacer).isActive()
    assert pacer.words() == ("Finished", "")


def test_that_it_pauses_when_it_is_hidden_and_stays_so(look, show, clock):
    window = QWidget()
    pacer = Pacer(look, LONGER_OUT, name="pacer", clock=clock)
    QVBoxLayout(window).addWidget(pacer)
    show(window, 300, 300)
    pacer.start(60, at=0)
    wait(pacer, clock, 1)
    pacer.hide()
    assert not timer(pacer).isActive()
    pacer.show()
    assert not pacer.is_running
    assert pacer.elapsed == 1


def test_that_it_pauses_when_its_window_is_minimised(look, show, clock, qtbot):
    window = QWidget()
    pacer = Pacer(look, LONGER_OUT, name="pacer", clock=clock)
    QVBoxLayout(window).addWidget(pacer)
    show(window, 300, 300)
    pacer.start(60, at=0)
    window.showMinimized()
    qtbot.waitUntil(lambda: not timer(pacer).isActive())
    window.showNormal()
    qtbot.wait(20)
    assert not pacer.is_running


def test_that_the_real_clock_moves_it(look, show, qtbot):
    pacer = show(Pacer(look, LONGER_OUT, name="pacer"), 300, 300)
    pacer.start(60, at=0)
    qtbot.waitUntil(lambda: pacer.elapsed > 0.1)
    pacer.pause()


def test_that_the_disc_grows_and_shrinks_between_its_limits(pacer, clock):
    pacer.start(60, at=0)
    wide = []
    for _ in range(11):
        wide.append(disc(pacer))
        wait(pacer, clock, 1)
    assert wide[:5] == sorted(wide[:5])
    assert wide[4:] == sorted(wide[4:], reverse=True)
    assert wide[0] == wide[10] < wide[2] < wide[4]
    assert wide[4] < 300 * 0.9


def test_that_nothing_moves_in_words_and_numbers(pacer, clock):
    pacer.set_still(still=True)
    pacer.start(60, at=0)
    first = pacer.grab().toImage()
    wait(pacer, clock, 0.9)
    assert pacer.grab().toImage() == first
    wait(pacer, clock, 0.2)
    assert pacer.grab().toImage() != first  # the number
    pass_slowly(pacer, clock, 9, 0.9)
    assert pacer.words() == ("Breathe in", "4")
    assert pacer.grab().toImage() == first  # and no more than that
    assert disc(pacer) == 0


def test_that_the_whole_time_can_be_seen(pacer, clock):
    def around():
        picture = pacer.grab().toImage()
        color = look.color("accent").name()
        edge = [(x, y) for x in range(300) for y in range(300) if outside(x, y)]
        return sum(picture.pixelColor(x, y).name() == color for x, y in edge)

    def outside(x, y):
        return (x - 150) ** 2 + (y - 150) ** 2 > 140**2

    look = pacer._look
    pacer.start(60, at=0)
    begun = around()
    pass_slowly(pacer, clock, 30)
    half = around()
    pass_slowly(pacer, clock, 30)
    whole = around()
    assert begun == 0
    assert half == pytest.approx(whole / 2, rel=0.1)


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("longer", [False, True])
def test_that_all_words_stay_inside_the_smallest_disc(look, show, clock, monkeypatch, size, longer):
    if longer:
        monkeypatch.setattr(
            "resilience_desktop.ui.widgets.pacer.text",
            lambda words: f"{words}{'o' * round(len(words) * 0.4)}",
        )
    look.set_text_size(size)
    made = Pacer(look, LONGER_OUT, name="pacer", clock=clock)
    hint = made.sizeHint()
    pacer = show(made, hint.width(), hint.height())
    pacer.start(60, at=9.999)
    assert pacer.words()[0].startswith("Breathe out")
    _, edge = distances(pacer, "accent_soft")
    _, words = distances(pacer, "on_accent_soft")
    pacer.pause()
    assert words < edge


def test_that_an_end_comes_with_the_end_of_a_breath(pacer, clock):
    pacer.start(120, at=0)
    pass_slowly(pacer, clock, 72)
    pacer.set_total(60)
    assert pacer.total == 80
    assert not pacer.is_over
    pacer.set_total(300)
    assert pacer.total == 300


def test_that_a_screen_reader_hears_each_phase_once(pacer, clock, said):
    pacer.start(60)
    pass_slowly(pacer, clock, 4)
    assert said == ["Breathe in, 4 seconds"]
    pacer.pause()
    pacer.go_on()
    pass_slowly(pacer, clock, 25)
    assert said == [
        "Breathe in, 4 seconds", "Breathe out, 6 seconds",
        "Breathe in", "Breathe out", "Breathe in", "Breathe out",
    ]  # fmt: skip


def test_that_it_can_be_read_at_any_time(pacer, clock):
    known = QAccessible.queryAccessibleInterface(pacer)

    def read():
        return known.text(QAccessible.Text.Description)

    assert known.role() == QAccessible.Role.Graphic
    assert known.text(QAccessible.Text.Name) == "Breathing"
    pacer.start(60)
    assert read() == "Starts in 3"
    pass_slowly(pacer, clock, 5)
    assert read() == "Breathe in, 4 seconds"
    pass_slowly(pacer, clock, 5)
    assert read() == "Breathe out, 6 seconds"
    pacer.pause()
    assert read() == "Paused"
    pacer.go_on()
    assert read() == "Breathe out, 6 seconds"
    pass_slowly(pacer, clock, 60)
    assert read() == "Finished"
