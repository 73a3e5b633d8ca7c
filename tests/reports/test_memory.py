import ctypes
import sys

import pytest

from resilience_desktop.reports.memory import give_back_memory


class Library:
    """A C library that counts how often memory was given back."""

    def __init__(self, _name):
        self.calls = []
        self.malloc_trim = self.calls.append


@pytest.mark.parametrize(("platform", "times"), [("linux", 1), ("darwin", 0), ("win32", 0)])
def test_that_memory_is_given_back_where_it_would_be_kept(monkeypatch, platform, times):
    library = Library(None)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    monkeypatch.setattr(sys, "platform", platform)
    give_back_memory()
    assert len(library.calls) == times


def test_that_a_library_that_knows_no_such_call_is_left_alone(monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    monkeypatch.setattr(sys, "platform", "linux")
    give_back_memory()


def test_that_it_works_on_this_computer():
    give_back_memory()
