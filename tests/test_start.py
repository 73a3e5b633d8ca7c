"""The window must be there quickly: what takes long to load is loaded when it is used."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("matplotlib", "typst", "numpy", "pikepdf")

START = """
import json, sys
from pathlib import Path

from resilience_desktop import app
from resilience_desktop.paths import Places
from resilience_desktop.services.journal import Journal

places = Places.inside(Path(sys.argv[1]))
journal, _ = Journal.create(places.journal, None)
journal.close()

parts = app.build(places)
parts.window.start()
parts.window.show()
turns = 0
while True:
    parts.app.processEvents()
    turns += 1
    if parts.tasks.has_journal and not parts.tasks.is_busy and turns > 20:
        break
seen = parts.window.isVisible()
loaded = sorted({name.partition(".")[0] for name in sys.modules})
parts.window.close()
parts.tasks.close()
print(json.dumps([seen, loaded]))
"""


def test_that_the_window_with_an_open_journal_loads_nothing_heavy(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    seen, loaded = json.loads(done.stdout.splitlines()[-1])
    assert seen
    assert "PySide6" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_that_a_command_loads_neither_the_window_nor_what_it_does_not_use(tmp_path):
    code = (
        "import sys\n"
        "from resilience_desktop import cli\n"
        "options = ['--journal', sys.argv[1], 'create', '--no-passphrase']\n"
        "code = cli.run(cli.parser().parse_args(options))\n"
        f"heavy = {(*HEAVY, 'PySide6')!r}\n"
        "print(code, [name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "journal")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr
