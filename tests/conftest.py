"""Fixtures for all tests: journals that are quick to open, and nothing left behind."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"  # whatever the computer speaks

import datetime as dt
import gc
import logging
import sys

import pytest
from hypothesis import HealthCheck, settings

from resilience_desktop.domain.moment import Moment
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.keys import KdfSettings

QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)
"""Passphrase settings that take no time; real ones take most of a second on purpose."""

THOROUGH = "THOROUGH" in os.environ
"""Whether to look at every size of a window, and at more made-up values, as CI does."""


def examples(number):
    """Return so many made-up values for a test, or fewer in a quick run."""
    return number if THOROUGH else max(10, number * 2 // 5)


settings.register_profile(
    "suite",
    deadline=None,
    max_examples=examples(100),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("suite")


def no_network(event, arguments):
    """Refuse whatever leads to another computer; sockets within this one are something else."""
    if event == "socket.getaddrinfo" or (event == "socket.__new__" and arguments[1] in ONLINE):
        message = "A test wants to reach another computer."
        raise AssertionError(message)


ONLINE = (-1, 2, 10, 23, 30)  # AF_INET, and AF_INET6 on Linux, Windows and macOS
sys.addaudithook(no_network)


@pytest.fixture(autouse=True)
def quick_passphrases():
    """Keep the suite from spending its time on key derivation, whatever else a test undoes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("resilience_desktop.storage.vault.calibrated", lambda: QUICK)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Collect here what a window leaves behind: a thread of a later test would delete parts of it.

    Only what is new since the test before is looked through.
    """
    outcome = yield
    if "qapp" in item.fixturenames:
        gc.collect()
        gc.freeze()
        gc.enable()  # which a window does not let Python do
    return outcome


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "journal"


@pytest.fixture
def journal(folder):
    """An empty open journal without a passphrase."""
    journal, _ = Journal.create(folder, None)
    yield journal
    journal.close()


@pytest.fixture
def noon():
    """Noon on a plain day in London."""
    return Moment.from_wall(dt.datetime(2026, 11, 19, 12), "Europe/London")


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog):
    """Fail a test that logs anything it did not ask for."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, [f"{r.name}: {r.msg}" for r in loud]


@pytest.fixture(autouse=True)
def no_leftover_windows(request):
    """Fail a test that leaves a window behind."""
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp = request.getfixturevalue("qapp")
    before = set(map(id, qapp.topLevelWidgets()))
    yield
    left = [w for w in qapp.topLevelWidgets() if id(w) not in before and w.isVisible()]
    assert not left, f"windows left open: {left}"


_LONGEST = ("test_words_fit.py", "test_access.py")


def pytest_collection_modifyitems(items):
    """Begin with what takes longest, so that no core waits for it at the end."""
    items.sort(key=lambda item: item.path.name not in _LONGEST)
