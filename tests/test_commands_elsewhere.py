"""Commands for a journal that another computer has open, or that has moved."""

from __future__ import annotations

import json

import pytest

from resilience_desktop import cli
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.moving import move


@pytest.fixture
def journal_folder(folder):
    Journal.create(folder, None)[0].close()
    return folder


def command(capsys, folder, *words):
    options = cli.parser().parse_args(["--json", "--journal", str(folder), *words])
    code = cli.run(options)
    return code, json.loads(capsys.readouterr().out)


def test_that_a_journal_that_is_open_elsewhere_is_opened_only_on_request(journal_folder, capsys):
    plain = {
        "format": "resilience-lock",
        "version": 1,
        "host": "garden-laptop",
        "pid": 7,
        "since": "2026-11-22T09:30:00+00:00",
    }
    (journal_folder / "journal.lock").write_text(json.dumps(plain))
    code, said = command(capsys, journal_folder, "verify")
    assert code == cli.UNAVAILABLE
    assert "garden-laptop" in said["message"]
    assert "--take-over" in said["message"]
    code, said = command(capsys, journal_folder, "--take-over", "verify")
    assert (code, said["sound"]) == (cli.DONE, True)
    assert not (journal_folder / "journal.lock").exists()


def test_that_commands_follow_a_journal_that_has_moved(journal_folder, tmp_path, capsys):
    journal = Journal.open(journal_folder)
    move(journal, tmp_path / "elsewhere")
    journal.close()
    assert command(capsys, journal_folder, "verify")[0] == cli.DONE
    (tmp_path / "elsewhere").rename(tmp_path / "away")
    code, said = command(capsys, journal_folder, "verify")
    assert code == cli.UNAVAILABLE
    assert "elsewhere" in said["message"]
