"""Opening a journal where nothing can be written."""

from __future__ import annotations

import pytest

from resilience_desktop.errors import JournalDamagedError, JournalUnavailableError
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import connection
from resilience_desktop.storage.driver import sqlite


def fails_with(monkeypatch, name):
    def refuse(_connection):
        error = sqlite.OperationalError()
        error.sqlite_errorname = name
        raise error

    monkeypatch.setattr(connection, "_prepare", refuse)


@pytest.mark.parametrize("name", ["SQLITE_IOERR_SHMOPEN", "SQLITE_READONLY", "SQLITE_FULL"])
def test_that_a_disk_that_cannot_be_written_to_is_said_to_be_that(folder, monkeypatch, name):
    Journal.create(folder, None)[0].close()
    fails_with(monkeypatch, name)
    with pytest.raises(JournalUnavailableError, match="cannot be written to") as caught:
        Journal.open(folder)
    assert "saved" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("SQLITE_BUSY", JournalUnavailableError), ("SQLITE_CORRUPT", JournalDamagedError)],
)
def test_that_other_faults_are_told_as_what_they_are(folder, monkeypatch, name, kind):
    Journal.create(folder, None)[0].close()
    fails_with(monkeypatch, name)
    with pytest.raises(kind) as caught:
        Journal.open(folder)
    assert "cannot be written to" not in str(caught.value)


def test_that_a_mistake_of_ours_stays_one(folder, monkeypatch):
    Journal.create(folder, None)[0].close()
    fails_with(monkeypatch, "SQLITE_ERROR")
    with pytest.raises(sqlite.OperationalError):
        Journal.open(folder)
