from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from resilience_desktop.ui.widgets import autosave
from resilience_desktop.ui.widgets.autosave import Autosave


@pytest.fixture
def parent(qapp):
    return QObject()


@pytest.fixture
def saver(parent):
    return Autosave(parent)


def test_that_a_change_is_saved_after_a_rest(parent, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "REST_MS", 1)
    saver = Autosave(parent)
    assert not saver.is_pending
    with qtbot.waitSignal(saver.save_due):
        saver.touch()
        assert saver.is_pending
    assert not saver.is_pending


def test_that_somebody_who_never_stops_typing_is_saved_too(parent, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "REST_MS", 60_000)
    monkeypatch.setattr(autosave, "LATEST_MS", 1)
    saver = Autosave(parent)
    with qtbot.waitSignal(saver.save_due):
        saver.touch()
        saver.touch()


def test_that_saving_now_saves_once_and_only_what_changed(saver, qtbot):
    with qtbot.assertNotEmitted(saver.save_due):
        saver.flush()
    saver.touch()
    with qtbot.waitSignal(saver.save_due):
        saver.flush()
    with qtbot.assertNotEmitted(saver.save_due):
        saver.flush()


def test_that_changes_given_up_are_not_saved(saver, qtbot):
    saver.touch()
    saver.forget()
    assert not saver.is_pending
    with qtbot.assertNotEmitted(saver.save_due):
        saver.flush()


def test_that_what_did_not_work_is_tried_again_less_and_less_often(saver):
    waits = []
    for _ in range(8):
        saver.try_again()
        waits.append(saver._again.interval())
        saver._again.timeout.emit()
    assert waits == [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000]
    saver.note_success()
    saver.try_again()
    assert saver._again.interval() == 1000


def test_that_trying_on_purpose_puts_nothing_off(saver):
    for _ in range(8):
        saver.try_again()
        saver.flush()
    saver.try_again()
    assert saver._again.interval() == 1000
