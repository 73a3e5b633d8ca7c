"""The table of promises: whatever is broken, or could not be tried, is said so."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.promises.promise import NotRunHere, Outcome, Promise

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
KEPT = Outcome(300, 0, control_caught=True)


@pytest.fixture
def stress(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("stress")


def promise(attempt, key="G6"):
    return Promise(key, "nothing is lost", 10, attempt)


def raising(error):
    def attempt(_trials, _folder):
        raise error

    return attempt


def run(stress, monkeypatch, capsys, attempt, *arguments):
    """Run one promise in this process and return the exit code and what was said."""
    found = {"G6": promise(attempt)}
    monkeypatch.setattr(stress, "promises", lambda: found)
    monkeypatch.setattr(
        stress, "_apart", lambda p, *, size, limit: stress.attempt(p, size, Path(str(limit)))
    )
    monkeypatch.setattr(sys, "argv", ["stress", *arguments])
    return stress.main(), capsys.readouterr().out


def test_that_a_kept_promise_is_a_line_of_the_table(stress, monkeypatch, capsys):
    code, said = run(stress, monkeypatch, capsys, lambda *_: KEPT)
    assert code == 0
    assert "G6   nothing is lost" in said
    assert "300      0  caught" in said
    assert "Every promise that was tried is kept." in said


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(300, 1, control_caught=True),
        Outcome(300, 0, control_caught=False),
        Outcome(0, 0, control_caught=True),
    ],
)
def test_that_a_broken_or_unproven_promise_is_named_and_an_error(
    stress, monkeypatch, capsys, outcome
):
    code, said = run(stress, monkeypatch, capsys, lambda *_: outcome)
    assert code == 1
    assert "Broken: G6" in said


def test_that_a_trial_that_fails_is_no_kept_promise(stress, monkeypatch, capsys):
    code, said = run(stress, monkeypatch, capsys, raising(LookupError("oh")))
    assert code == 1
    assert "FAILED" in said
    assert "LookupError" in said


def test_that_what_cannot_run_here_is_said_and_no_error(stress, monkeypatch, capsys):
    code, said = run(stress, monkeypatch, capsys, raising(NotRunHere("strace is missing")))
    assert code == 0
    assert "not run: strace is missing" in said
    assert "Not run on this machine: G6." in said


def test_that_a_part_that_cannot_run_here_is_said(stress, monkeypatch, capsys):
    outcome = Outcome(300, 0, control_caught=True, remark="quick", not_run="sockets")
    code, said = run(stress, monkeypatch, capsys, lambda *_: outcome)
    assert code == 0
    assert "     quick\n     not run here: sockets" in said
    assert "Run only in part: G6." in said


@pytest.mark.parametrize(("size", "trials"), [("1", 10), ("2.5", 25), ("0.001", 1)])
def test_that_the_size_is_a_factor(stress, monkeypatch, capsys, size, trials):
    asked = []
    run(stress, monkeypatch, capsys, lambda n, _: asked.append(n) or KEPT, "--size", size)
    assert asked == [trials]


def test_that_every_promise_of_the_design_has_a_trial(stress):
    keys = [f"G{number}" for number in range(1, 28) if number != 5]
    assert list(stress.promises()) == keys


def test_that_the_command_runs_a_real_one(tmp_path):
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "stress.py"), "G6", "--size", "0.01"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "G6   a wrong passphrase" in done.stdout
    assert list(tmp_path.iterdir()) == []
