"""The measuring of other journals beside ours, with made-up ones in their place."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import sys
import textwrap
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parent.parent / "packaging" / "bench"
YEARS = 0.1

JRNL = """
import re
import sys
from pathlib import Path

if sys.argv[1:] == ["--version"]:
    print("jrnl v9.9")
    sys.exit()
_, settings, *rest = sys.argv[1:]
file = Path(re.search('"journal": "([^"]*)"', Path(settings).read_text())[1])
written = file.read_text()
if rest[0] == "-n":
    word = rest[rest.index("-contains") + 1] if "-contains" in rest else ""
    lines = [line for line in written.splitlines() if line and word in line]
    print("\\n".join(lines[-int(rest[1]):]))
else:
    file.write_text(f"{written}\\n[2026-11-23 08:00] {' '.join(rest)}\\n")
"""

REDNOTEBOOK = """
import json
import sys
from pathlib import Path
from types import SimpleNamespace

STEPS = []
GLib = SimpleNamespace(timeout_add=lambda _ms, step: STEPS.append(step))


def save(text):
    Path(sys.argv[3], "new").write_text(text)


storage = SimpleNamespace(save_months_to_disk=save)


class Journal:
    def __init__(self):
        self.text = ""
        view = SimpleNamespace(get_buffer=lambda: self)
        self.frame = SimpleNamespace(day_text_field=SimpleNamespace(day_text_view=view))

    def run(self, _arguments):
        while STEPS[0]():
            pass

    def get_end_iter(self):
        return len(self.text)

    def insert(self, at, text):
        self.text = self.text[:at] + text

    def save_to_disk(self):
        storage.save_months_to_disk(self.text)

    def search(self, word, _tags):
        return [(f, [word]) for f in Path(sys.argv[3]).iterdir() if word in f.read_text()]

    def exit(self):
        pass
"""

WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
window = QLabel()
window.resize(800, 600)
window.show()
QTimer.singleShot(400, lambda: window.setStyleSheet("background: black"))
app.exec()
"""


@pytest.fixture(autouse=True)
def places(monkeypatch, tmp_path):
    """Nothing that is installed is found."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    for name in ("JRNL", "REDNOTEBOOK"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bench():
    return importlib.import_module("bench_peers")


@pytest.fixture
def entries():
    return importlib.import_module("bench_journal").entries(YEARS)


@pytest.fixture
def script(tmp_path):
    """Write a program that Python runs."""

    def write(path, code):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!{sys.executable}\n{textwrap.dedent(code)}", encoding="utf-8")
        file.chmod(0o755)
        return file

    return write


@pytest.fixture
def no_screen(bench, monkeypatch):
    monkeypatch.setattr(bench.Screen, "can_be_had", lambda: False)


class MadeUpScreen:
    """Stands in for Xvfb: windows are drawn into memory, and the seconds are made up."""

    def __init__(self, _place):
        self.variables = {"QT_QPA_PLATFORM": "offscreen"}

    @staticmethod
    def can_be_had():
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def watch(self, command, _variables, _folder):
        seen = importlib.import_module("bench_peer_screen").Seen
        return seen(300, 600) if "resilience_desktop" in command else seen(200, 1200)


def as_said(entries):
    return [(f"{entry.at.wall:%Y-%m-%d %H:%M}", entry.note) for entry in entries]


# The same text for all


def test_that_rednotebook_gets_every_entry_as_it_is_written(entries, tmp_path):
    texts = importlib.import_module("bench_peer_texts")
    texts.write_for_rednotebook(entries, tmp_path / "months")
    found = []
    for file in sorted((tmp_path / "months").iterdir()):
        assert re.fullmatch(r"\d{4}-\d{2}\.txt", file.name)
        for line in file.read_text(encoding="utf-8").splitlines():
            day, _, rest = line.partition(": ")
            for part in json.loads(rest)["text"].split("\n\n"):
                time, _, note = part.partition("\n")
                found.append((f"{file.stem}-{int(day):02} {time}", note))
    assert found == as_said(entries)


def test_that_jrnl_gets_every_entry_as_it_is_written(entries, tmp_path):
    texts = importlib.import_module("bench_peer_texts")
    texts.write_for_jrnl(entries, tmp_path / "journal.txt")
    written = (tmp_path / "journal.txt").read_text(encoding="utf-8")
    found = re.findall(r"^\[([^]]*)\] (.*)$", written, re.MULTILINE)
    assert found == as_said(entries)


# What is not there, or does not work


def test_that_peers_that_are_not_installed_are_said_and_left_out(bench, capsys):
    assert bench.peer_rows(YEARS, 1) == []
    assert capsys.readouterr().out.splitlines() == [
        "RedNotebook is not installed: its rows are left out.",
        "jrnl is not installed: its rows are left out.",
    ]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("raise SystemExit(1)", "it fails"),
        ("print('something else')", "it does not say its version"),
        ("print('v1')", "it does not find what was written"),
    ],
)
def test_that_a_peer_that_does_not_work_is_said_and_left_out(
    bench, script, monkeypatch, capsys, no_screen, code, why
):
    monkeypatch.setenv("JRNL", str(script("jrnl", code)))
    assert bench.peer_rows(YEARS, 1) == []
    said = capsys.readouterr().out
    assert f"jrnl cannot be measured, so its rows are left out: {why}." in said


def test_that_a_rednotebook_that_is_no_script_is_said_and_left_out(
    bench, tmp_path, monkeypatch, capsys
):
    program = tmp_path / "rednotebook"
    program.write_bytes(b"\x7fELF\xff\n")
    monkeypatch.setenv("REDNOTEBOOK", str(program))
    assert bench.peer_rows(YEARS, 1) == []
    assert "RedNotebook cannot be measured" in capsys.readouterr().out


def test_that_there_are_no_rows_when_ours_does_not_work(
    bench, script, monkeypatch, capsys, no_screen
):
    monkeypatch.setenv("JRNL", str(script("jrnl", JRNL)))

    def fails(_side):
        raise bench.PeerError("it fails")

    monkeypatch.setattr(bench.Ours, "ask", fails)
    assert bench.peer_rows(YEARS, 1) == []
    assert "The journal cannot be measured" in capsys.readouterr().out


def test_that_a_peer_that_does_not_find_what_was_written_is_left_out(
    bench, script, monkeypatch, capsys
):
    """It would else be the fastest of all."""
    monkeypatch.setattr(bench, "Screen", MadeUpScreen)
    monkeypatch.setattr(bench.Ours, "use", lambda _side: {})
    empty = REDNOTEBOOK.replace("if word in f.read_text()", "if not f")
    script("share/rednotebook/journal.py", empty)
    monkeypatch.setenv("REDNOTEBOOK", str(script("share/run.py", "")))
    assert bench.peer_rows(YEARS, 1) == []
    assert "RedNotebook cannot be measured" in capsys.readouterr().out


def test_that_a_screen_that_does_not_start_is_said(bench, script, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(script("bin/jrnl", JRNL).parent))
    script("bin/Xvfb", "")
    assert bench.peer_rows(YEARS, 1) == []
    assert capsys.readouterr().out.endswith("No peer is measured: Xvfb does not start.\n")


# What is measured


def test_that_jrnl_is_found_by_its_name_and_measured_at_the_prompt(
    bench, script, monkeypatch, capsys, no_screen
):
    monkeypatch.setenv("PATH", str(script("bin/jrnl", JRNL).parent))
    rows = bench.peer_rows(YEARS, 1)
    assert [row.row for row in rows] == [
        "search from the prompt, common word: jrnl",
        "search from the prompt, rare word: jrnl",
    ]
    for row in rows:
        assert row.product > 0
        assert row.floor > 0
        assert row.goal == 1
        assert row.unit == "ms"
    assert "Xvfb is not installed" in capsys.readouterr().out


def test_that_every_act_is_measured_in_ours_and_in_the_peers(bench, script, monkeypatch):
    monkeypatch.setattr(bench, "Screen", MadeUpScreen)
    monkeypatch.setattr(bench, "_TIMES", 2)
    monkeypatch.setenv("JRNL", str(script("jrnl", JRNL)))
    program = script("share/run.py", "")
    script("share/rednotebook/journal.py", REDNOTEBOOK)
    there = program.with_name("rednotebook-starts-it")
    there.symlink_to(program)
    monkeypatch.setenv("REDNOTEBOOK", str(there))
    rows = {row.row: row for row in bench.peer_rows(YEARS, 1)}
    assert list(rows) == [
        "window there: RedNotebook",
        "newest entries seen: RedNotebook",
        "entry in the file: RedNotebook",
        "entry kept, ready for the next: RedNotebook",
        "search in an open journal, common word: RedNotebook",
        "search in an open journal, rare word: RedNotebook",
        "newest entries seen: jrnl",
        "entry kept, ready for the next: jrnl",
        "search from the prompt, common word: jrnl",
        "search from the prompt, rare word: jrnl",
    ]
    assert rows["window there: RedNotebook"].is_over
    assert rows["newest entries seen: RedNotebook"].ratio == 0.5
    assert all(row.product > 0 and row.floor > 0 for row in rows.values())


# What is seen on a screen


XVFB = shutil.which("Xvfb")


@pytest.fixture
def screen(tmp_path, monkeypatch):
    if XVFB is None:
        pytest.skip("Xvfb is not installed")
    monkeypatch.setenv("PATH", str(Path(XVFB).parent))
    with importlib.import_module("bench_peer_screen").Screen(tmp_path) as one:
        yield one


def test_that_a_window_is_seen_when_it_comes_and_when_it_is_filled(screen, script):
    program = str(script("window.py", WINDOW))
    for _ in range(2):  # nothing of the first is left on the screen
        seen = screen.watch([program], os.environ)
        assert seen.window > 0
        assert seen.filled - seen.window == pytest.approx(400, abs=250)


def test_that_a_program_without_a_window_is_not_waited_for(screen, script):
    error = importlib.import_module("bench_peer_screen").NotSeenError
    with pytest.raises(error):
        screen.watch([str(script("nothing.py", ""))], os.environ)
