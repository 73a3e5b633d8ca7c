"""What is shown when something goes wrong, and what never is."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox, QPlainTextEdit

from resilience_desktop import __version__, app
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.ui.problems import BugDialog, report, show_problem

SECRET = "I told nobody about the stairs"


def raised(*, chained=False):
    """Return an error as it is caught, with a trace."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as first:
            if not chained:
                raise
            raise ValueError(SECRET) from first
    except (KeyError, ValueError) as error:
        return error


@pytest.mark.parametrize("chained", [False, True])
def test_that_a_report_never_holds_the_message(chained):
    said = report(raised(chained=chained))
    assert "stairs" not in said
    assert __version__ in said
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in said
    assert ("ValueError" if chained else "KeyError") in said
    assert "raised" in said  # where it happened


def test_that_a_report_names_no_folder_of_the_person():
    places = [line for line in report(raised()).splitlines() if line.startswith("  ")]
    assert places
    assert not any("/" in line or "\\" in line for line in places)


def test_that_an_error_without_a_trace_can_be_reported():
    assert report(RuntimeError(SECRET)).splitlines()[-1] == "RuntimeError"


def test_that_a_fault_of_the_computer_is_said_in_its_sentence(home):
    show_problem(home.window, NotWrittenError("The disk is full. Your entry is kept."))
    box = home.see("problem")
    assert isinstance(box, QMessageBox)
    assert box.text() == "The disk is full. Your entry is kept."
    box.close()


def test_that_a_mistake_of_ours_is_shown_with_places_and_without_words(home):
    show_problem(home.window, raised())
    dialog = home.see("bug")
    assert isinstance(dialog, BugDialog)
    details = dialog.findChild(QPlainTextEdit, "bug.details")
    assert details.isReadOnly()
    assert "KeyError" in details.toPlainText()
    assert "stairs" not in details.toPlainText()
    dialog.close()


def test_that_failed_work_nobody_waits_for_is_shown(home):
    home.parts.tasks.compute(lambda: 1 / 0, print, owner=home.window)
    home.wait_for(lambda: home.find("bug") is not None)
    assert home.window.isEnabled()
    home.see("bug").close()


def test_that_an_exception_in_a_slot_opens_the_dialog_and_not_the_console(home, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    app._report_bugs(home.window)
    error = raised()
    sys.excepthook(type(error), error, error.__traceback__)
    assert isinstance(home.see("bug"), QDialog)
    home.see("bug").close()
