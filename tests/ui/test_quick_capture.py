"""Writing at once: one window a journal, ``--new``, and the icon beside the clock."""

from __future__ import annotations

import ast
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from resilience_desktop import __main__, app
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui import single_instance
from resilience_desktop.ui.single_instance import SingleInstance

from .fake_tray import put_up
from .samples import fill

PACKAGE = Path(app.__file__).parent
WORDS = "quiet river stone lamp"


@pytest.fixture
def runtime(monkeypatch):
    """A folder of the user's own with a short name: the names of sockets have to be short."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def claims(qapp, runtime, places):
    """Make claims that are given up again."""
    made = []

    def claim(folder=places.journal, wish="show"):
        instance = SingleInstance(places)
        made.append(instance)
        instance.is_own = instance.claim(folder, wish)
        instance.heard = []
        instance.wished.connect(instance.heard.append)
        return instance

    yield claim
    for instance in made:
        instance.leave()


def say(qtbot, runtime, message):
    """Send something to the window that is there; return what it says when it has hung up."""
    socket = QLocalSocket()
    (address,) = runtime.glob("*.socket")
    socket.connectToServer(str(address))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(message)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    return socket.readAll().data()


def is_at(person, name):
    """Whether the keyboard is there; a window that was hidden stays inactive without a screen."""
    place, here = person.see(name), person.window.focusWidget()
    return here is place or place.isAncestorOf(here)


# One window a journal, between real processes


class Started:
    """The program in a process of its own, with folders of its own and no screen."""

    def __init__(self, home, runtime, *words):
        folders = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        self.settings = home / "resilience-desktop" / "settings.json"
        self.runtime = runtime
        self.process = subprocess.Popen(
            [sys.executable, "-m", "resilience_desktop", *words],
            env={
                **os.environ,
                **{name: str(folder) for name, folder in folders.items()},
                "XDG_CACHE_HOME": str(home / "cache"),
                "XDG_RUNTIME_DIR": str(runtime),
                "QT_QPA_PLATFORM": "offscreen",
            },
            stderr=subprocess.PIPE,
        )

    def page(self):
        try:
            return json.loads(self.settings.read_text(encoding="utf-8"))["page"]
        except (OSError, ValueError, KeyError):
            return ""

    def is_the_one(self):
        locks = list(self.runtime.glob("*.lock"))
        sockets = list(self.runtime.glob("*.socket"))
        pid = locks[0].read_text().split("\n")[0] if locks else ""
        return bool(sockets) and pid == str(self.process.pid)

    def wait_until(self, condition):
        end = time.monotonic() + 30
        while not condition():
            assert self.process.poll() is None, self.process.stderr.read()
            assert time.monotonic() < end
            time.sleep(0.02)

    def end(self):
        """Wait for the end; return the exit code."""
        code = self.process.wait(30)
        assert b"Traceback" not in self.process.stderr.read()
        self.process.stderr.close()
        return code


@pytest.mark.skipif(sys.platform == "win32", reason="processes end in another way there")
def test_that_a_later_start_uses_the_window_that_is_there(tmp_path, runtime):
    home = tmp_path / "home"
    Journal.create(home / "resilience-desktop" / "journal", None)[0].close()
    first = Started(home, runtime)
    try:
        first.wait_until(first.is_the_one)
        assert Started(home, runtime, "--new", "thought").end() == 0
        first.wait_until(lambda: first.page() == "thoughts")
        first.process.kill()
        assert first.end() == -signal.SIGKILL
        assert list(runtime.glob("*.socket"))
        second = Started(home, runtime, "--new", "mood")
        second.wait_until(lambda: second.is_the_one() and second.page() == "journal")
        second.process.terminate()
        assert second.end() == 0
    finally:
        for left in (first, locals().get("second")):
            if left is not None and left.process.poll() is None:
                left.process.kill()
    assert list(runtime.iterdir()) == []


# What passes between them


def test_that_a_wish_is_heard_and_answered(qtbot, runtime, claims):
    first = claims()
    assert first.is_own
    for wish in ("show", "mood", "thought"):
        assert say(qtbot, runtime, wish.encode() + b" \n") == b"heard\n"
    assert say(qtbot, runtime, b"mood a-token_of.wayland:1\n") == b"heard\n"
    assert first.heard == ["show", "mood", "thought", "mood"]


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"\0\n",
        b"show\n",
        b"quit \n",
        b"mood\xff \n",
        b"mood \xc3\xa9\n",
        b"mood " + b"x" * 257 + b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
    ],
)
def test_that_anything_else_is_not_heard(qtbot, runtime, claims, message):
    first = claims()
    assert say(qtbot, runtime, message) == b""
    assert first.heard == []
    assert say(qtbot, runtime, b"show \n") == b"heard\n"


def test_that_a_visitor_who_says_nothing_is_shown_out(qtbot, runtime, claims, monkeypatch):
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 20)
    first = claims()
    assert say(qtbot, runtime, b"") == b""
    assert say(qtbot, runtime, b"sho") == b""
    assert first.heard == []


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no file")
def test_that_of_what_never_ends_only_a_little_is_taken_in(qtbot, runtime, claims, monkeypatch):
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 200)
    first = claims()
    taken = []

    def look():
        taken.extend(v.bytesAvailable() for v in first.findChildren(QLocalSocket))

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    assert say(qtbot, runtime, b"m" * 100_000) == b""
    assert 0 < max(taken) <= 300
    assert first.heard == []


def test_that_nobody_else_can_reach_the_window_or_learn_about_the_journal(runtime, claims, places):
    claims()
    (address,) = runtime.glob("*.socket")
    assert stat.S_IMODE(address.stat().st_mode) & 0o077 == 0
    assert places.journal.name not in address.name
    assert places.journal.parent.name not in address.name


def test_that_every_journal_has_its_own_window(claims, places):
    assert claims().is_own
    assert claims(places.journal.parent / "other").is_own


def test_that_a_window_that_does_not_answer_keeps_nobody_out(qtbot, runtime, claims, monkeypatch):
    monkeypatch.setattr(single_instance, "_WAIT_MS", 100)
    first = claims()
    second = claims()  # on the same thread, so the first one cannot answer in time
    assert second.is_own
    qtbot.waitUntil(lambda: first.heard == ["show"])
    assert say(qtbot, runtime, b"mood \n") == b"heard\n"
    assert first.heard == ["show", "mood"]
    assert second.heard == []


def test_that_a_claim_nobody_answers_for_is_taken_over(qtbot, runtime, claims, places, monkeypatch):
    monkeypatch.setattr(single_instance, "_WAIT_MS", 100)
    lock = QLockFile(str(runtime / f"{single_instance._name(places.journal)}.lock"))
    assert lock.tryLock(0)  # as of a process that has the number of one that was killed
    claim = claims()
    assert claim.is_own
    assert say(qtbot, runtime, b"show \n") == b"heard\n"
    assert claim.heard == ["show"]
    lock.unlock()


def test_that_a_window_opens_where_no_claim_can_be_made(qapp, places, monkeypatch, tmp_path):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    places.cache.parent.mkdir(parents=True)
    places.cache.touch()  # no folder
    begin = time.monotonic()
    assert SingleInstance(places).claim(places.journal)
    assert time.monotonic() - begin < 1


def test_that_the_window_opens_without_the_part_that_speaks_to_others(places, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    first, second = SingleInstance(places), SingleInstance(places)
    assert first.claim(places.journal)
    begin = time.monotonic()
    assert second.claim(places.journal)
    assert time.monotonic() - begin < 1
    first.leave()


LATER_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from resilience_desktop.paths import Places
from resilience_desktop.ui.single_instance import SingleInstance

app = QCoreApplication([])
places = Places.inside(Path(sys.argv[1]))
print(SingleInstance(places).claim(Path(sys.argv[2]), "mood"))
"""


def test_that_a_start_waits_for_a_window_that_does_not_listen_yet(qtbot, runtime, places):
    first = SingleInstance(places)
    assert first.claim(places.journal, listen=False)
    heard = []
    first.wished.connect(heard.append)
    command = [sys.executable, "-c", LATER_START, str(places.cache.parent), str(places.journal)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as later:
        qtbot.wait(1000)
        assert not list(runtime.glob("*.socket"))
        first.listen()
        qtbot.waitUntil(lambda: heard == ["mood"], timeout=10_000)
        assert later.communicate(timeout=10)[0] == "False\n"
    first.leave()


def test_that_the_app_goes_to_the_journal_that_is_opened_instead(
    qtbot, runtime, places, home_of, tmp_path, monkeypatch
):
    Journal.create(places.journal, WORDS)[0].close()
    other = tmp_path / "elsewhere"
    Journal.create(other, None)[0].close()
    instance = SingleInstance(places)
    instance.claim(places.journal)
    person = home_of()
    app._share_window(person.window, instance)
    before = {path.name for path in runtime.glob("*.socket")}
    monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: other)
    person.press("unlock.other")
    assert person.find("journal")
    assert not before & {path.name for path in runtime.glob("*.socket")}
    assert say(qtbot, runtime, b"thought \n") == b"heard\n"
    person.wait()
    assert person.find("thoughts.situation")
    instance.leave()


def test_that_a_wish_brings_back_a_window_that_was_put_away(qtbot, runtime, places, home):
    instance = SingleInstance(places)
    instance.claim(places.journal)
    app._share_window(home.window, instance)
    home.window.showMinimized()
    say(qtbot, runtime, b"show \n")
    home.wait_for(lambda: not home.window.isMinimized())
    home.window.hide()
    say(qtbot, runtime, b"mood \n")
    home.wait()
    assert home.window.isVisible()
    assert is_at(home, "journal.mood")
    instance.leave()


def test_that_of_qt_network_only_what_stays_on_this_computer_is_used():
    used = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork":
                used |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom | ast.Import):
                names = {alias.name for alias in node.names}
                assert not names & {"QtNetwork", "PySide6.QtNetwork"}, path
    assert used == {"QLocalServer", "QLocalSocket"}


# --new


@pytest.fixture
def call(monkeypatch):
    """Start the program with some words, up to where the window would open."""
    opened = []
    monkeypatch.setattr("resilience_desktop.hardening.harden", lambda: None)
    monkeypatch.setattr("resilience_desktop.app.run", lambda options: opened.append(options) or 0)

    def start(*words):
        monkeypatch.setattr("sys.argv", ["resilience-desktop", *words])
        return __main__.main()

    start.opened = opened
    return start


@pytest.mark.parametrize("what", ["mood", "thought"])
def test_that_the_window_is_told_what_is_new(call, what):
    assert call("--new", what) == 0
    assert call.opened[0].new == what


def test_that_usually_nothing_new_is_wanted(call):
    assert call() == 0
    assert call.opened[0].new is None


@pytest.mark.parametrize("words", [("--new", "sleep"), ("--new",), ("--new", "mood", "--demo")])
def test_that_other_words_are_a_usage_error(call, capsys, words):
    with pytest.raises(SystemExit) as ended:
        call(*words)
    assert ended.value.code == 2
    assert "--new" in capsys.readouterr().err
    assert call.opened == []


def test_that_a_form_does_not_go_with_a_command(call, capsys, folder):
    assert call("--journal", str(folder), "--new", "mood", "verify") == 2
    assert "does not go with a command" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("--new", "thought")])
def test_that_a_missing_screen_is_said(call, capsys, monkeypatch, words):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert call(*words) == 2
    assert "no screen" in capsys.readouterr().err
    assert call.opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    assert call(*words) == 0


def test_that_a_form_waits_until_the_journal_is_open(places, home_of):
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    person.window.capture("thought")
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    assert person.find("thoughts.situation")


# The icon beside the clock

HIDDEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from resilience_desktop import app
from resilience_desktop.paths import Places

parts = app.build(Places.inside(Path(sys.argv[1])))
window = parts.window
dialog = QDialog()

def hide():
    dialog.show()
    window.hides_when_closed = True
    window.close()
    QTimer.singleShot(100, dialog.close)
    QTimer.singleShot(400, go_on)

def go_on():
    print("still there", window.isHidden())
    window.quit()

QTimer.singleShot(100, hide)
app.add_quick_capture = lambda _parts: None
sys.exit(app._run(parts, window.start))
"""


def test_that_a_hidden_window_outlives_its_dialogs_and_still_quits(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", HIDDEN, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "still there True\n"


def test_that_nothing_is_beside_the_clock_unless_somebody_wants_it(home, monkeypatch):
    beside = put_up(monkeypatch, home)
    assert beside.icon is None
    beside.want(stay_in_tray=True)
    assert beside.is_seen()
    beside.want(stay_in_tray=False)
    assert not beside.is_seen()
    beside.want(reminders="chosen")
    assert beside.is_seen()


def test_that_closing_leaves_the_app_in_the_tray_and_a_click_brings_it_back(home, monkeypatch):
    beside = put_up(monkeypatch, home, stay_in_tray=True)
    closed = []
    home.window.closed.connect(lambda: closed.append(True))
    home.window.close()
    assert home.window.isHidden()
    assert closed == []
    assert beside.messages == []
    beside.click(QSystemTrayIcon.ActivationReason.Context)
    assert home.window.isHidden()
    beside.click()
    assert home.window.isVisible()
    home.window.close()
    beside.choose("open")
    assert home.window.isVisible()
    beside.choose("quit")
    assert home.window.isHidden()
    assert closed == [True]


def test_that_reminders_alone_do_not_keep_the_app_open(home, monkeypatch):
    put_up(monkeypatch, home, reminders="chosen")
    with home.qtbot.waitSignal(home.window.closed):
        home.window.close()


def test_that_without_a_tray_closing_closes(home, monkeypatch):
    beside = put_up(monkeypatch, home)
    beside.kind.has_room = False
    beside.want(stay_in_tray=True)
    assert beside.icon is None
    with home.qtbot.waitSignal(home.window.closed):
        home.window.close()


def test_that_a_tray_that_has_gone_hides_no_window(home, monkeypatch):
    beside = put_up(monkeypatch, home, stay_in_tray=True)
    home.window.close()
    beside.click()
    beside.kind.has_room = False
    with home.qtbot.waitSignal(home.window.closed):
        home.window.close()


def test_that_the_tray_leads_to_the_forms(home, monkeypatch):
    beside = put_up(monkeypatch, home, stay_in_tray=True)
    home.window.close()
    beside.choose("thought")
    assert home.window.isVisible()
    assert home.find("thoughts.situation")
    beside.choose("mood")
    assert is_at(home, "journal.mood")


def test_that_help_is_in_the_tray_and_opens_once(home, monkeypatch):
    beside = put_up(monkeypatch, home, stay_in_tray=True)
    home.window.close()
    beside.choose("help")
    beside.choose("help")
    assert home.window.isVisible()
    (help_now,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "help"]
    assert help_now.isVisible()
    help_now.close()


def test_that_help_is_there_in_front_of_a_locked_journal_too(places, home_of, monkeypatch):
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    beside = put_up(monkeypatch, person, stay_in_tray=True)
    beside.choose("help")
    person.see("help").close()


def test_that_a_break_from_reminders_is_one_tick(home, monkeypatch):
    beside = put_up(monkeypatch, home, stay_in_tray=True)
    assert not beside.action("break").isVisible()
    beside.want(reminders="random")
    assert beside.action("break").isVisible()
    assert not beside.action("break").isChecked()
    beside.choose("break")
    assert home.window.context.preferences.settings.on_a_break
    beside.want(on_a_break=False)
    assert not beside.action("break").isChecked()


def test_that_the_tray_says_nothing_about_the_person(places, home_of, monkeypatch):
    fill(places)
    person = home_of()
    beside = put_up(monkeypatch, person, stay_in_tray=True, reminders="chosen")
    assert beside.icon.words == "Resilience"
    words = [action.text() for action in beside.icon.menu.actions() if action.text()]
    assert words == [
        "Note a mood",
        "New thought record",
        "Help now",
        "Open Resilience",
        "Take a break from reminders",
        "Quit",
    ]
    assert not any(sign.isdigit() for sign in "".join(words))
