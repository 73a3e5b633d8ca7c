"""A soft bell, with loudspeakers that only listen."""

from __future__ import annotations

import sys
import threading
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from resilience_desktop.ui import bell as bells
from resilience_desktop.ui import speaker as speakers
from resilience_desktop.ui.bell import LOUDEST, SECONDS, Bell, tone
from resilience_desktop.ui.preferences import Preferences
from resilience_desktop.ui.speaker import RATE, NoSoundError, Sound, Speaker
from resilience_desktop.ui.toolkit.bell_tick import BellTick


class Ears:
    """Loudspeakers of which one hears everything; there may be none."""

    def __init__(self):
        self.there = True
        self.heard, self.opened, self.closed = [], 0, threading.Event()
        self.threads = set()

    def __call__(self):
        self.threads.add(threading.current_thread())
        if not self.there:
            raise NoSoundError
        self.opened += 1
        self.closed.clear()
        return self

    def play(self, sound):
        self.heard.append(sound)

    def close(self):
        self.closed.set()


@pytest.fixture
def ears():
    return Ears()


@pytest.fixture
def bell(qapp, ears):
    parent = QObject()
    made = Bell(parent, speaker=ears)
    yield made
    parent.deleteLater()
    QApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    thread = made._ringer.worker
    if thread is not None:
        thread.join(5)
        assert not thread.is_alive()


@pytest.fixture
def preferences(tmp_path, qapp):
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def tick(qtbot, preferences, bell):
    made = BellTick(preferences, name="tick", bell=bell)
    qtbot.addWidget(made)
    return made


def rung(qtbot, bell):
    """Ring once and wait until that was tried."""
    with qtbot.waitSignal(bell.tried, timeout=10_000):
        bell.ring()


# The sound


def test_that_the_sound_is_soft_and_begins_and_ends_in_silence():
    sound = np.frombuffer(tone(), "<i2").astype(float) / 32_767
    assert len(sound) == round(SECONDS * RATE)
    assert np.abs(sound).max() == pytest.approx(LOUDEST, abs=0.001)
    assert sound[0] == sound[-1] == 0
    assert np.abs(np.diff(sound)).max() < 0.03  # nothing that clicks


def test_that_the_sound_only_fades():
    sound = np.frombuffer(tone(), "<i2").astype(float)
    parts = [np.sqrt((part**2).mean()) for part in np.array_split(sound, 12)]
    assert all(one > two for one, two in pairwise(parts))
    assert parts[-1] < parts[0] / 10


@given(st.binary(max_size=60).map(lambda b: b[: len(b) // 2 * 2]), st.lists(st.integers(1, 20)))
def test_that_a_sound_is_given_out_whole_and_followed_by_silence(sound, counts):
    playing = Sound()
    frames = playing.frames()
    next(frames)
    playing.begin(sound)
    given_out = [frames.send(count) for count in counts]
    assert [len(part) for part in given_out] == [2 * count for count in counts]
    whole = b"".join(given_out)
    assert whole == (sound + bytes(len(whole)))[: len(whole)]


def test_that_a_sound_that_comes_soon_does_not_cut_off_the_last_one():
    playing = Sound()
    frames = playing.frames()
    next(frames)
    playing.begin(np.array([1000, 2000, 3000], "<i2").tobytes())
    frames.send(1)
    playing.begin(np.array([10, 20, 30], "<i2").tobytes())
    assert np.frombuffer(frames.send(4), "<i2").tolist() == [2010, 3020, 30, 0]


# Ringing


def test_that_a_bell_rings_on_a_thread_of_its_own(qtbot, bell, ears):
    rung(qtbot, bell)
    rung(qtbot, bell)
    assert ears.heard == [tone(), tone()]
    assert ears.opened == 1
    assert threading.main_thread() not in ears.threads
    assert bell.is_there


def test_that_it_can_be_found_out_without_a_sound_whether_there_is_one(qtbot, bell, ears):
    with qtbot.waitSignal(bell.tried, timeout=10_000):
        bell.look()
    assert ears.opened == 1
    assert ears.heard == []
    assert bell.is_there


def test_that_a_loudspeaker_is_free_again_after_a_while(qtbot, bell, ears, monkeypatch):
    monkeypatch.setattr(bells, "_IDLE", 0.01)
    rung(qtbot, bell)
    assert ears.closed.wait(5)
    rung(qtbot, bell)
    assert ears.opened == 2


def test_that_nothing_breaks_without_sound_and_later_sound_is_found(qtbot, bell, ears):
    ears.there = False
    rung(qtbot, bell)
    assert not bell.is_there
    ears.there = True
    rung(qtbot, bell)
    assert bell.is_there
    assert len(ears.heard) == 1


def test_that_a_bell_that_is_gone_lets_go_of_the_loudspeaker(qtbot, ears):
    parent = QObject()
    bell = Bell(parent, speaker=ears)
    rung(qtbot, bell)
    parent.deleteLater()
    QApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    assert ears.closed.wait(5)


def test_that_a_program_that_ends_leaves_no_loudspeaker_open(qtbot, bell, ears):
    rung(qtbot, bell)
    bell._ringer.leave()
    assert ears.closed.is_set()


# Real loudspeakers, or what says that there are none


class FakeDevice:
    def __init__(self, **wanted):
        self.wanted = wanted
        FakeMiniaudio.device = self

    def start(self, frames):
        self.frames = frames

    def close(self):
        self.frames = None


class FakeMiniaudio:
    class MiniaudioError(Exception):
        pass

    class SampleFormat:
        SIGNED16 = "16"

    class Backend:
        PULSEAUDIO, ALSA, WASAPI, COREAUDIO = "pulse", "alsa", "wasapi", "core"

    PlaybackDevice = FakeDevice


def test_that_a_loudspeaker_is_silent_until_it_is_given_a_sound(monkeypatch):
    monkeypatch.setitem(sys.modules, "miniaudio", FakeMiniaudio)
    speaker = Speaker()
    device = FakeMiniaudio.device
    assert device.wanted["nchannels"] == 1
    assert device.wanted["sample_rate"] == RATE
    assert device.frames.send(2) == bytes(4)
    speaker.play(b"abcdef")
    assert device.frames.send(2) + device.frames.send(2) == b"abcdef\0\0"
    speaker.close()
    assert device.frames is None


@pytest.mark.parametrize(
    ("system", "cards", "expected"),
    [
        ("linux", [], ["pulse"]),
        ("linux", ["controlC0"], ["pulse", "alsa"]),
        ("win32", [], ["wasapi", "core"]),
        ("darwin", [], ["wasapi", "core"]),
    ],
)
def test_that_only_what_can_be_heard_is_played_on(monkeypatch, tmp_path, system, cards, expected):
    for card in cards:
        (tmp_path / card).touch()
    monkeypatch.setattr(speakers, "_SOUND_CARDS", tmp_path)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setitem(sys.modules, "miniaudio", FakeMiniaudio)
    Speaker()
    assert FakeMiniaudio.device.wanted["backends"] == expected


def test_that_a_machine_without_builds_or_cards_has_no_sound(monkeypatch):
    def refuse(**_):
        raise FakeMiniaudio.MiniaudioError

    monkeypatch.setattr(FakeMiniaudio, "PlaybackDevice", refuse)
    monkeypatch.setitem(sys.modules, "miniaudio", FakeMiniaudio)
    with pytest.raises(NoSoundError):
        Speaker()
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(NoSoundError):
        Speaker()


def test_that_this_machine_has_a_loudspeaker_or_says_so():
    try:
        speaker = Speaker()
    except NoSoundError:
        return
    speaker.close()


# The tick


def test_that_the_bell_is_off_until_it_is_ticked_and_that_is_remembered(
    qtbot, tick, bell, ears, preferences
):
    tick.ring()
    assert bell._ringer.worker is None
    with qtbot.waitSignal(bell.tried, timeout=10_000):
        tick.click()
    assert len(ears.heard) == 1
    assert preferences.settings.soft_bell
    assert tick.text() == "Soft bell"
    tick.click()
    assert not preferences.settings.soft_bell
    tick.ring()
    assert len(ears.heard) == 1


def test_that_the_tick_says_that_there_is_no_sound_and_takes_it_back(qtbot, tick, bell, ears):
    ears.there = False
    with qtbot.waitSignal(bell.tried, timeout=10_000):
        tick.click()
    assert tick.isEnabled()
    assert tick.text() == "Soft bell. No sound here"
    ears.there = True
    with qtbot.waitSignal(bell.tried, timeout=10_000):
        tick.ring()
    assert tick.text() == "Soft bell"


def test_that_a_tick_follows_another_one_without_a_sound(tick, preferences, bell):
    preferences.change(soft_bell=True)
    assert tick.isChecked()
    assert bell._ringer.worker is None
