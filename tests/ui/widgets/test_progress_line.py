from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QProgressBar

from resilience_desktop.domain.progress import Progress
from resilience_desktop.ui.theme import LookKeeper
from resilience_desktop.ui.widgets import progress_line
from resilience_desktop.ui.widgets.progress_line import ProgressLine


@pytest.fixture
def said(monkeypatch):
    words = []
    monkeypatch.setattr(progress_line, "announce", lambda _widget, what: words.append(what))
    return words


@pytest.fixture
def line(look, show, said):
    made = ProgressLine(look, name="line")
    show(made, 480, 60)
    made.hide()
    return made


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(progress_line, "PATIENCE_MS", 0)


@pytest.fixture
def work():
    progress = Progress("Reading the file")
    progress.begin(lambda: None)
    return progress


def label(line, name):
    return line.findChild(QLabel, f"line.{name}").text()


def bar(line):
    return line.findChild(QProgressBar, "line.bar")


def test_that_short_work_is_never_seen(line, work, qtbot):
    seen = []
    line.shown.connect(lambda: seen.append("shown"))
    with qtbot.waitSignal(line.gone):
        line.follow(work)
        qtbot.wait(200)
        work.end()
    assert seen == []
    assert line.isHidden()
    assert not line.is_following


def test_that_long_work_is_seen_after_a_while(line, work, qtbot, said):
    line.follow(work)
    assert line.is_following
    qtbot.wait(200)
    assert line.isHidden()
    with qtbot.waitSignal(line.shown):
        pass
    assert label(line, "words") == "Reading the file"
    assert said == ["Reading the file"]


def test_that_it_says_how_far_the_work_is(line, work, qtbot, impatient):
    work.tell(421, 1000)
    line.follow(work)
    qtbot.waitUntil(line.isVisible)
    assert label(line, "per_cent") == "42 %"
    assert bar(line).value() == 42
    spoken = QAccessible.queryAccessibleInterface(bar(line))
    assert spoken.text(QAccessible.Text.Name) == "Reading the file"
    assert spoken.valueInterface().currentValue() == 42
    work.stage("Adding what is new")
    work.tell(1, 1)
    qtbot.waitUntil(lambda: bar(line).value() == 100)
    assert label(line, "words") == bar(line).accessibleName() == "Adding what is new"


def test_that_a_bar_moves_when_nobody_can_tell(line, work, qtbot, impatient):
    line.follow(work)
    qtbot.waitUntil(line.isVisible)
    assert (bar(line).minimum(), bar(line).maximum()) == (0, 0)
    assert bar(line).isVisible()
    assert label(line, "per_cent") == ""


def test_that_nothing_moves_when_motion_is_reduced(line, work, qtbot, impatient, monkeypatch):
    monkeypatch.setattr(LookKeeper, "reduced_motion", True)
    line.follow(work)
    qtbot.waitUntil(line.isVisible)
    assert bar(line).isHidden()
    assert label(line, "words") == "Reading the file"
    work.tell(1, 2)
    qtbot.waitUntil(bar(line).isVisible)


def test_that_stop_stops_and_the_line_goes_at_once(line, work, qtbot, impatient):
    line.follow(work)
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(line.gone, timeout=50):
        qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert work.cancelled
    assert line.isHidden()
    assert not line.cancel()


def test_that_work_cannot_be_stopped_while_it_is_being_kept(line, work, qtbot, impatient):
    line.follow(work)
    qtbot.waitUntil(line.isVisible)
    assert line.stop.isEnabled()
    work.finish()
    qtbot.waitUntil(lambda: not line.stop.isEnabled())
    assert not line.cancel()
    assert line.is_following
    work.end()
    qtbot.waitUntil(line.isHidden)


def test_that_what_was_shown_does_not_flash(line, work, qtbot, monkeypatch):
    monkeypatch.setattr(progress_line, "PATIENCE_MS", 300)
    line.follow(work)
    qtbot.waitUntil(line.isVisible)
    work.end()
    qtbot.wait(150)
    assert line.isVisible()
    qtbot.waitUntil(line.isHidden)


def test_that_without_work_there_is_nothing_to_stop(line):
    assert not line.cancel()
    line._look_again()
    assert line.isHidden()
