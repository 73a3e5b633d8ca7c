import datetime as dt
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from pypdf import PdfReader

from resilience_desktop import __main__, __version__, cli
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.session import Session
from resilience_desktop.domain.sheet import Sheet
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.domain.worry import Worry
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.migrations import FORMAT
from tests.conftest import examples
from tests.reports.reading import text_of
from tests.services.test_exchange import GERMAN, SHARED, journals

ROOT = Path(__file__).resolve().parents[1]
PASSPHRASE = "Zaunkönig unter der Hecke"
DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note\n"
ROWS = "2024-05-18,,,09:00,good,walk,,by the river\n2024-05-19,,,21:30,awful,,,\n"
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0"
COMMANDS = ("create", "import", "export", "report", "search", "verify")


class Commands:
    """Runs commands on one journal folder, as typed, and gives back what they answer."""

    def __init__(self, folder, capsys):
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words, journal=True, options=()):
        place = ["--journal", str(self.folder)] if journal else []
        self._capsys.readouterr()
        try:
            code = cli.run(cli.parser().parse_args([*place, *options, *map(str, words)]))
        except SystemExit as error:  # argparse's own way out
            code = error.code
        out, err = self._capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err, lines=out.splitlines())

    def json(self, *words, options=()):
        answer = self(*words, options=("--json", *options))
        return answer.code, json.loads(answer.out)

    def files(self):
        """Return the bytes of every file of the journal."""
        return {p.name: p.read_bytes() for p in self.folder.rglob("*") if p.is_file()}


@pytest.fixture
def run(folder, capsys):
    return Commands(folder, capsys)


@pytest.fixture(autouse=True)
def no_keyboard(monkeypatch):
    """Standard input that nobody types on, and no settings of this computer."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(
        "resilience_desktop.settings.Settings.read", classmethod(lambda cls, _path: cls())
    )


@pytest.fixture
def made(run):
    """The commands, with an empty journal that has no passphrase."""
    assert run("create", "--no-passphrase").code == 0
    return run


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "passphrase.txt"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


@pytest.fixture
def locked(run, secret):
    """The commands, with an empty journal that has a passphrase."""
    assert run("create", options=("--passphrase-file", str(secret))).code == 0
    return run


@pytest.fixture
def daylio(tmp_path):
    path = tmp_path / "daylio.csv"
    path.write_text(DAYLIO + ROWS, encoding="utf-8")
    return path


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def fill(folder, contents):
    journal = Journal.open(folder)
    journal.add(contents)
    journal.close()


def contents_of(folder):
    journal = Journal.open(folder)
    try:
        return journal.contents()
    finally:
        journal.close()


def at(*when):
    return Moment.from_wall(dt.datetime(*when), "Europe/London")


def type_in(monkeypatch, content):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_that_a_file_of_which_no_row_can_be_used_was_not_understood(made, tmp_path):
    """Each row says why, and the exit code says that nothing came in."""
    path = written(tmp_path, "own.csv", DAYLIO + "2026-01-02,2 January,Friday,19:40,cloudy,,,\n")
    answer = made("import", path)
    assert answer.code == 5
    assert "cloudy (1)" in answer.out
    code, found = made.json("import", path)
    assert (code, found["ok"], found["added"]) == (5, False, 0)
    assert made("import", path, "--mood", "cloudy=-1").code == 0


def test_that_ctrl_c_at_the_passphrase_stops_in_one_sentence(locked, monkeypatch):
    class Keyboard(io.TextIOWrapper):
        def isatty(self):
            return True

    def interrupt(_prompt):
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Keyboard(io.BytesIO()))
    monkeypatch.setattr("getpass.getpass", interrupt)
    assert locked("verify").code == 130


# Help and usage


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_that_every_command_explains_itself(run, command):
    answer = run(*command.split(), "--help", journal=False)
    assert answer.code == 0
    assert answer.out.startswith(f"usage: resilience-desktop {command}".rstrip())
    assert "--help" in answer.out
    assert answer.err == ""


def test_that_the_help_names_commands_options_and_exit_codes(run):
    words = " ".join(run("--help", journal=False).out.split())
    for name in (*COMMANDS, "--journal", "--passphrase-file", "--json", "--demo", "--version"):
        assert name in words
    assert (
        "Exit codes: 0 done, 2 usage, 3 wrong passphrase, 4 journal unavailable or damaged, "
        "5 input not understood, 6 could not write."
    ) in words


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("create", ["--no-passphrase"]),
        ("import", ["--format", "--map", "--mood", "--scale", "--dry-run"]),
        ("export", ["--to"]),
        ("report", ["--to", "--from", "--until", "--include", "--password-file", "--paper"]),
        ("search", ["--limit"]),
    ],
)
def test_that_the_help_of_a_command_names_its_options(run, command, options):
    words = run(command, "--help").out
    assert all(option in words for option in options)


def test_that_the_version_is_told(run):
    assert run("--version").lines == [__version__]


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["--nonsense", "verify"],
        ["import"],
        ["import", "x.csv", "--format", "excel"],
        ["import", "x.csv", "--map", "mood"],
        ["import", "x.csv", "--map", "=mood"],
        ["import", "x.csv", "--mood", "good=6"],
        ["import", "x.csv", "--mood", "good=fine"],
        ["import", "x.csv", "--mood", "5"],
        ["import", "x.csv", "--scale", "5"],
        ["import", "x.csv", "--scale", "1..1"],
        ["import", "x.csv", "--scale", "1..many"],
        ["import", "x.csv", "--scale", "0..inf"],
        ["export"],
        ["report"],
        ["report", "--to", "x.pdf", "--from", "yesterday"],
        ["report", "--to", "x.pdf", "--include", "mood,secrets"],
        ["report", "--to", "x.pdf", "--include", ","],
        ["report", "--to", "x.pdf", "--paper", "foolscap"],
        ["report", "--to", "x.pdf", "--from", "2026-02-01", "--until", "2026-01-01"],
        ["search"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "-1"],
        ["search", "x", "--limit", "9" * 40],
        ["search", "x", "--limit", "many"],
        ["--demo", "verify"],
        ["create"],
    ],
)
def test_that_words_that_make_no_command_are_a_usage_error(run, words):
    answer = run(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.strip()
    assert "Traceback" not in answer.err
    assert not run.folder.exists()


def test_that_a_scale_may_begin_with_a_minus(made, tmp_path):
    path = written(tmp_path, "t.csv", "date,mood\n2024-05-18,-3\n2024-05-19,3\n")
    assert made("import", path, "--scale=-3..3").code == 0
    assert [e.mood for e in contents_of(made.folder).entries] == [-5, 5]


# The entry point


def test_that_a_command_needs_no_window(folder, monkeypatch, capsys):
    hardened = []
    monkeypatch.setattr("resilience_desktop.hardening.harden", lambda: hardened.append(True))
    monkeypatch.setattr(
        "sys.argv", ["resilience-desktop", "--journal", str(folder), "create", "--no-passphrase"]
    )
    assert __main__.main() == 0
    assert hardened == [True]
    assert "Recovery code: " in capsys.readouterr().out


def test_that_without_a_command_the_window_opens(folder, monkeypatch):
    opened = []
    monkeypatch.setattr("resilience_desktop.hardening.harden", lambda: None)
    monkeypatch.setattr("resilience_desktop.app.run", lambda options: opened.append(options) or 7)
    monkeypatch.setattr("sys.argv", ["resilience-desktop", "--journal", str(folder)])
    assert __main__.main() == 7
    assert opened[0].journal == folder


def test_that_the_demo_goes_into_files_where_there_is_no_screen(monkeypatch):
    monkeypatch.setattr("resilience_desktop.hardening.harden", lambda: None)
    monkeypatch.setattr("resilience_desktop.showcase.demo.demo_into_files", lambda: 8)
    monkeypatch.setattr("resilience_desktop.app.run", lambda _options: 9)
    monkeypatch.setattr("sys.argv", ["resilience-desktop", "--demo"])
    monkeypatch.setattr(__main__, "_has_no_screen", lambda: True)
    assert __main__.main() == 8
    monkeypatch.setattr(__main__, "_has_no_screen", lambda: False)
    assert __main__.main() == 9


@pytest.mark.parametrize(
    ("platform", "values", "expected"),
    [
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {"QT_QPA_PLATFORM": "minimal"}, True),
        ("win32", {}, False),
        ("darwin", {}, False),
        ("linux", {}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
def test_that_a_missing_screen_is_noticed(monkeypatch, platform, values, expected):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert __main__._has_no_screen() is expected


def process(folder, *words, stdin=b"", **env):
    """Run a command as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "resilience_desktop", "--journal", str(folder), *map(str, words)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **env},
    )


def test_that_the_commands_work_as_programs(folder, daylio, tmp_path):
    made = process(folder, "create", "--no-passphrase")
    assert made.returncode == 0, made.stderr
    brought = process(folder, "--json", "import", daylio)
    assert json.loads(brought.stdout)["added"] == 2
    target = tmp_path / "all.json"
    assert process(folder, "export", "--to", target).returncode == 0
    assert len(json.loads(target.read_bytes())["entries"]) == 2
    missing = process(tmp_path / "nowhere", "verify")
    assert missing.returncode == 4
    assert missing.stdout == b""
    assert b"Traceback" not in missing.stderr


def test_that_an_answer_can_be_shown_where_few_letters_can(folder, tmp_path):
    journal, _ = Journal.create(folder, None)
    journal.keep_entry(Entry(at=at(2026, 5, 1, 9), note="river \N{ORANGE HEART} caf\xe9"))
    journal.close()
    for more in ([], ["--json"]):
        found = process(folder, *more, "search", "river", PYTHONIOENCODING="ascii:strict")
        assert found.returncode == 0, found.stderr
        assert b"river" in found.stdout


class Unwritable(io.StringIO):
    """Standard output on a full disk, with a file of its own behind it."""

    def __init__(self, file):
        super().__init__()
        self._file = file

    def flush(self):
        raise OSError(28, "disk full")

    def fileno(self):
        return self._file.fileno()


def test_that_an_answer_that_cannot_be_written_is_said_so(made, tmp_path, monkeypatch, capsys):
    options = cli.parser().parse_args(["--journal", str(made.folder), "verify"])
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr("sys.stdout", Unwritable(file))
        assert cli.run(options) == 6
        file.write("no more of it")  # goes nowhere, as the interpreter's last words would
    assert (tmp_path / "out").read_bytes() == b""
    assert capsys.readouterr().err == "It is done, but the answer could not be written.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
def test_that_a_full_disk_behind_standard_output_is_no_crash(made):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "resilience_desktop", "--journal", str(made.folder), "verify"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
        )
    assert done.returncode == 6
    assert done.stderr == b"It is done, but the answer could not be written.\n"


def test_that_written_words_cannot_steer_the_terminal(made):
    fill(made.folder, Contents((Entry(at=at(2026, 5, 1, 9), note="river \x1b[31m\x9b2J\x07 red"),)))
    answer = made("search", "river")
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert "\x9b" not in answer.out
    assert "\x07" not in answer.out
    assert made.json("search", "river")[1]["hits"][0]["excerpt"].count("\x1b") == 1


# create


def test_that_a_journal_without_passphrase_is_made_and_its_code_told_once(run):
    answer = run("create", "--no-passphrase")
    assert answer.code == 0
    assert str(run.folder) in answer.lines[0]
    code = answer.lines[1].removeprefix("Recovery code: ")
    assert answer.out.count(code) == 1
    Journal.open_with_code(run.folder, code).close()
    assert Journal.open(run.folder).close() is None
    for content in run.files().values():
        assert code.encode() not in content
        assert code.replace("-", "").encode() not in content


def test_that_creating_answers_programs_too(run):
    code, answer = run.json("create", "--no-passphrase")
    assert code == 0
    assert set(answer) == {"ok", "journal", "recovery_code"}
    assert answer["ok"] is True
    assert answer["journal"] == str(run.folder)
    Journal.open_with_code(run.folder, answer["recovery_code"]).close()


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_that_a_passphrase_file_is_read_however_it_was_saved(run, tmp_path, mark, ending):
    path = written(tmp_path, "p.txt", mark + PASSPHRASE.encode() + ending)
    assert run("create", options=("--passphrase-file", str(path))).code == 0
    Journal.open(run.folder, PASSPHRASE).close()


def test_that_a_passphrase_can_come_from_standard_input(run, monkeypatch):
    type_in(monkeypatch, PASSPHRASE.encode() + b"\nnot this line\n")
    assert run("create", options=("--passphrase-file", "-")).code == 0
    type_in(monkeypatch, PASSPHRASE.encode())
    assert run("verify", options=("--passphrase-file", "-")).code == 0


def test_that_standard_input_reaches_a_program(locked):
    typed = PASSPHRASE.encode() + b"\r\n"
    right = process(locked.folder, "--passphrase-file", "-", "verify", stdin=typed)
    assert right.returncode == 0, right.stderr
    wrong = process(locked.folder, "--passphrase-file", "-", "verify", stdin=b"something else\n")
    assert wrong.returncode == 3
    assert b"something" not in wrong.stderr


class Keyboard(io.StringIO):
    def isatty(self):
        return True


def test_that_a_passphrase_is_typed_twice_for_a_new_journal(run, monkeypatch):
    typed = iter([PASSPHRASE, PASSPHRASE + "x", PASSPHRASE, PASSPHRASE, PASSPHRASE])
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    refused = run("create")
    assert (refused.code, refused.err) == (2, "The two passphrases are not the same.\n")
    assert not run.folder.exists()
    assert run("create").code == 0
    assert run("verify").code == 0
    assert next(typed, None) is None


def test_that_no_passphrase_typed_is_no_passphrase(locked, monkeypatch):
    def ended(_prompt):
        raise EOFError

    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("getpass.getpass", ended)
    assert locked("verify").code == 3
    assert locked("create").code == 2


def test_that_a_short_passphrase_is_refused(run, tmp_path):
    path = written(tmp_path, "p.txt", "ninechars\n")
    answer = run("create", options=("--passphrase-file", str(path)))
    assert (answer.code, answer.err) == (2, "A passphrase has at least 10 characters.\n")
    assert not run.folder.exists()


def test_that_a_passphrase_given_is_never_left_out(run, secret):
    answer = run("create", "--no-passphrase", options=("--passphrase-file", str(secret)))
    assert answer.code == 2
    assert "not both" in answer.err
    assert not run.folder.exists()


def test_that_without_a_keyboard_a_passphrase_must_be_given(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    for answer in (run("create"), run("create", options=("--json",))):
        assert answer.code == 2
        assert "--no-passphrase" in answer.err
    assert run("create", options=("--passphrase-file", "-")).code == 5


def test_that_a_journal_that_is_there_is_left_alone(made):
    before = made.files()
    answer = made("create", "--no-passphrase")
    assert answer.code == 4
    assert "already" in answer.err
    assert made.files() == before


def test_that_a_journal_cannot_be_made_where_a_file_is_in_the_way(tmp_path, capsys):
    in_the_way = written(tmp_path, "file", b"precious")
    for folder in (in_the_way, in_the_way / "deeper"):
        answer = Commands(folder, capsys)("create", "--no-passphrase")
        assert answer.code == 6
        assert "could not be made" in answer.err
    assert in_the_way.read_bytes() == b"precious"


def test_that_a_journal_cannot_be_made_in_a_read_only_folder(run, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "read-only")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    assert run("create", "--no-passphrase").code == 6
    assert run.json("create", "--no-passphrase")[1]["code"] == 6
    assert not run.folder.exists()


# Passphrases that do not open


@pytest.mark.parametrize("command", [["verify"], ["search", "x"], ["export", "--to", "{to}"]])
def test_that_a_wrong_passphrase_opens_nothing_and_changes_nothing(locked, tmp_path, command):
    wrong = written(tmp_path, "wrong.txt", "not this one at all\n")
    target = tmp_path / "out.json"
    before = locked.files()
    words = [word.format(to=target) for word in command]
    answer = locked(*words, options=("--passphrase-file", str(wrong)))
    assert answer.code == 3
    assert answer.out == ""
    assert answer.err == "That passphrase did not open the journal. Nothing has changed.\n"
    code, told = locked.json(*words, options=("--passphrase-file", str(wrong)))
    assert (code, told["ok"], told["code"]) == (3, False, 3)
    assert told["message"] == answer.err.strip()
    assert locked.files() == before
    assert not target.exists()


def test_that_a_passphrase_has_to_be_given(locked):
    answer = locked("verify")
    assert answer.code == 3
    assert "--passphrase-file" in answer.err


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff", "folder"])
def test_that_a_passphrase_file_that_cannot_be_read_is_said_so(locked, tmp_path, content):
    path = tmp_path / "p"
    if content == "folder":
        path.mkdir()
    elif content:
        path.write_bytes(content)
    answer = locked("verify", options=("--passphrase-file", str(path)))
    assert answer.code == 5
    assert "could not be read" in answer.err


def test_that_a_passphrase_is_not_needed_where_there_is_none(made, secret):
    assert made("verify", options=("--passphrase-file", str(secret))).code == 0


# Journals that cannot be opened


@pytest.mark.parametrize(
    "words",
    [["verify"], ["search", "x"], ["export", "--to", "x"], ["report", "--to", "x"]],
)
def test_that_a_missing_journal_is_said_to_be_missing(run, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run(*words)
    assert (answer.code, answer.err) == (4, "There is no journal in this folder.\n")
    assert list(tmp_path.iterdir()) == []


def test_that_importing_does_not_make_a_journal(run, daylio):
    assert run("import", daylio).code == 4
    assert not run.folder.exists()


@pytest.mark.parametrize("name", ["made", "locked"])
def test_that_a_damaged_key_file_is_not_called_a_wrong_passphrase(request, secret, name):
    run = request.getfixturevalue(name)
    path = run.folder / "journal.keys"
    whole = path.read_bytes()
    for damaged in (whole[:-20], b"", whole.replace(b'"version": 1', b'"version": 2')):
        path.write_bytes(damaged)
        answer = run("verify", options=("--passphrase-file", str(secret)))
        assert answer.code == 4
        assert "recovery code" in answer.err
        assert path.read_bytes() == damaged
    path.unlink()
    assert "missing" in run("verify").err


def test_that_a_damaged_journal_is_said_to_be_damaged_and_left_alone(made, daylio):
    made("import", daylio)
    path = made.folder / "journal.db"
    whole = path.read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    for damaged in (flipped, b"", whole[:3000], b"SQLite format 3\0" + whole[16:]):
        path.write_bytes(damaged)
        for words in (["verify"], ["search", "x"], ["create", "--no-passphrase"]):
            answer = made(*words)
            assert answer.code == 4
            assert "left as it is" in answer.err or "already" in answer.err
            assert path.read_bytes() == damaged
    path.write_bytes(whole)
    assert made("verify").code == 0


def test_that_a_broken_journal_is_noticed_by_verify(made, monkeypatch):
    from resilience_desktop.storage.store import Store

    whole = Store.problems
    monkeypatch.setattr(Store, "problems", lambda *args: [*whole(*args), "one", "two"])
    answer = made("verify")
    assert answer.code == 4
    assert answer.err == "The journal has 2 problems. It has been left as it is.\n"
    assert made.json("verify")[1] == {"ok": False, "code": 4, "message": answer.err.strip()}


def test_that_a_journal_from_the_future_is_left_alone(made, daylio):
    journal = Journal.open(made.folder)
    journal._store.db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    journal.close()
    before = made.files()
    for words in (["verify"], ["import", daylio], ["search", "x"]):
        answer = made(*words)
        assert answer.code == 4
        assert "newer version" in answer.err
    assert made.files() == before


def test_that_a_journal_in_use_is_said_to_be_in_use(made):
    journal = Journal.open(made.folder)
    answer = made("verify")
    assert answer.code == 4
    assert "another window or program" in answer.err
    journal.close()


def test_that_a_journal_whose_folder_cannot_be_written_to_is_said_so(made, daylio):
    before = made.files()
    (made.folder / "journal.db-wal").mkdir()  # where the log would have to go
    answer = made("import", daylio)
    assert answer.code == 6
    assert "cannot be written" in answer.err
    assert made.files() == before


def test_that_a_full_disk_adds_nothing(made, daylio, monkeypatch):
    before = contents_of(made.folder)

    def full(*_):
        raise NotWrittenError("The disk is full, so this could not be saved.")

    with monkeypatch.context() as patch:
        patch.setattr("resilience_desktop.storage.report_words.ReportWords.put", full)
        answer = made("import", daylio)
    assert (answer.code, answer.err) == (6, "The disk is full, so this could not be saved.\n")
    assert contents_of(made.folder) == before


# import


def test_that_importing_says_what_it_did(made, tmp_path):
    path = written(
        tmp_path,
        "d.csv",
        DAYLIO + ROWS + "never,,,09:00,good,,,\n2024-05-20,,,09:00,odd,,,\n",
    )
    answer = made("import", path)
    assert answer.code == 0
    assert answer.lines[:4] == ["Rows read: 4", "Added: 2", "Already there: 0", "Left out: 2"]
    assert answer.lines[4].startswith("  d.csv, line 4: ")
    assert answer.lines[5] == "  d.csv, line 5: The mood “odd” has no number yet."
    assert answer.lines[-1] == "  odd (1)"
    assert "--mood LABEL=NUMBER" in answer.lines[-2]
    assert [(e.mood, e.note) for e in contents_of(made.folder).entries] == [
        (2, "by the river"),
        (-4, ""),
    ]


def test_that_importing_answers_programs_too(made, tmp_path):
    path = written(tmp_path, "d.csv", DAYLIO + ROWS + "2024-05-20,,,09:00,odd,,,\n")
    code, answer = made.json("import", path, "--dry-run")
    assert code == 0
    assert answer == {
        "ok": True,
        "understood": True,
        "done": False,
        "rows": 3,
        "added": 2,
        "already_there": 0,
        "left_out": [
            {"file": "d.csv", "line": 4, "reason": "The mood “odd” has no number yet."},
        ],
        "unmapped_moods": {"odd": 1},
        "notes": [],
    }
    assert made.json("import", path)[1] == {**answer, "understood": True, "done": True}


def test_that_a_dry_run_changes_no_byte(made, daylio):
    before = made.files()
    answer = made("import", daylio, "--dry-run")
    assert answer.code == 0
    assert "Would be added: 2" in answer.lines
    assert made.files() == before


def test_that_a_dry_run_needs_the_passphrase_too(locked, daylio, secret):
    assert locked("import", daylio, "--dry-run").code == 3
    before = locked.files()
    assert (
        locked("import", daylio, "--dry-run", options=("--passphrase-file", str(secret))).code == 0
    )
    assert locked.files() == before


def test_that_the_same_file_twice_adds_nothing(made, daylio):
    made("import", daylio)
    before = made.files()
    answer = made("import", daylio)
    assert answer.code == 0
    assert answer.lines[1:3] == ["Added: 0", "Already there: 2"]
    assert made.files() == before


def test_that_several_files_come_in_together(made, daylio, tmp_path):
    more = written(tmp_path, "more.csv", DAYLIO + ROWS + "2024-06-01,,,09:00,meh,,,\n")
    assert made("import", daylio, more).lines[:3] == [
        "Rows read: 5",
        "Added: 3",
        "Already there: 2",
    ]


BAD = {
    "picture.csv": PICTURE,
    "empty.csv": b"",
    "header.csv": b"date,mood\n",
    "prose.csv": b"Dear diary,\n",
    "torn.json": b'{"format": "resilience-journal", "version": 1',
    "other.json": b'{"a": 1}',
    "newer.json": b'{"format": "resilience-journal", "version": 2}',
    "nul.csv": b"\0\0\0\0",
}


@pytest.mark.parametrize("name", [*BAD, "missing.csv", "folder.csv"])
def test_that_a_file_that_cannot_be_used_gives_a_sentence_and_changes_nothing(
    made, daylio, tmp_path, name
):
    path = tmp_path / name
    if name in BAD:
        path.write_bytes(BAD[name])
    elif name == "folder.csv":
        path.mkdir()
    before = made.files()
    for words in ([path], [path, "--dry-run"], [daylio, path], [path, daylio]):
        answer = made("import", *words)
        assert answer.code == 5
        assert answer.out == ""
        assert name in answer.err or "column" in answer.err
        assert len(answer.err.splitlines()) == 1
        assert answer.err.endswith(".\n")
        assert made.files() == before
    assert made.json("import", path)[1]["code"] == 5


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "daylio"], "not a Daylio export"),
        (["--map", "when=date", "--map", "nothing=mood"], "not in this file"),
        (["--map", "how=mood"], "which column holds the date"),
        (["--map", "how=colour"], "Columns can be chosen for"),
        (["--format", "resilience"], "not an export"),
    ],
)
def test_that_a_missing_column_is_said_to_be_missing(made, tmp_path, options, words):
    path = written(tmp_path, "t.csv", "when,how\n2024-05-18,3\n")
    before = made.files()
    answer = made("import", path, *options)
    assert answer.code == 5
    assert words in answer.err
    assert made.files() == before


def test_that_columns_moods_and_scale_can_be_told(made, tmp_path):
    path = written(tmp_path, "t.csv", "when,a=b,text\n2024-05-18,80,hello\n2024-05-19,fine,\n")
    answer = made(
        *("import", path, "--map", "when=date", "--map", "a=b=mood", "--map", "text=note"),
        *("--scale", "0..100", "--mood", "Fine=1"),
    )
    assert answer.code == 0, answer.err
    assert [(e.mood, e.note) for e in contents_of(made.folder).entries] == [(3, "hello"), (1, "")]


def test_that_a_file_that_needs_answers_says_which(made, tmp_path):
    path = written(tmp_path, "t.csv", "date,mood\n2024-05-18,80\n")
    answer = made("import", path)
    assert answer.lines[1] == "Added: 0"
    assert any("on which scale" in line for line in answer.lines)
    assert contents_of(made.folder) == Contents()


def test_that_three_years_of_real_moods_come_in(made):
    path = SHARED / "mood/niplav_mood_2021-2023.csv"
    if not path.exists():
        pytest.skip("the shared data folder is not beside this checkout")
    words = ["--map", "date=date", "--map", "happy=mood", "--scale", "0..100"]
    _, first = made.json("import", path, *words)
    assert first["rows"] == 2165 == first["added"] + len(first["left_out"])
    days = {e.at.day for e in contents_of(made.folder).entries if e.mood is not None}
    assert len(days) == 579
    assert made.json("import", path, *words)[1]["added"] == 0


def test_that_a_german_daylio_file_comes_in_by_its_mood_words(made):
    path = SHARED / "formats/daylio_german_mock.csv"
    if not path.exists():
        pytest.skip("the shared data folder is not beside this checkout")
    _, before = made.json("import", path, "--dry-run")
    assert set(before["unmapped_moods"]) == set(GERMAN)
    moods = [word for mood in GERMAN.items() for word in ("--mood", "{}={}".format(*mood))]
    assert made.json("import", path, *moods)[1]["added"] == 700
    assert made.json("import", path, *moods)[1]["already_there"] == 700


# export


@effort(max_examples=examples(25))
@given(journals())
def test_that_export_and_import_give_an_equal_journal(tmp_path_factory, contents):
    folder = tmp_path_factory.mktemp("cli")
    for name in ("first", "second"):
        Journal.create(folder / name, None)[0].close()
    fill(folder / "first", contents)
    target = folder / "everything.json"

    def done(name, *words):
        options = ["--journal", str(folder / name), *map(str, words)]
        return cli.run(cli.parser().parse_args(options))

    assert done("first", "export", "--to", target) == 0
    assert done("second", "import", target) == 0
    assert contents_of(folder / "second") == contents_of(folder / "first") == contents


def test_that_exporting_says_what_it_saved(made, daylio, tmp_path):
    made("import", daylio)
    target = tmp_path / "all.json"
    before = made.files()
    answer = made("export", "--to", target)
    assert answer.lines == [f"Saved {target}: 2 entries, 0 thought records. It is not encrypted."]
    assert made.json("export", "--to", target) == (
        0,
        {"ok": True, "file": str(target), "entries": 2, "thought_records": 0},
    )
    assert made.files() == before
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("command", ["export", "report"])
def test_that_a_place_that_cannot_be_written_to_is_said_so(made, tmp_path, command):
    occupied = tmp_path / "folder"
    occupied.mkdir()
    kept = written(tmp_path, "file", b"precious")
    for target in (tmp_path / "nowhere" / "x.json", occupied, kept / "x.json"):
        answer = made(command, "--to", target)
        assert answer.code == 6
        assert answer.out == ""
        assert answer.err.startswith("The file could not be saved: ")
    assert made.json(command, "--to", tmp_path / "nowhere" / "x")[1]["code"] == 6
    assert kept.read_bytes() == b"precious"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder", "journal"]


@pytest.mark.parametrize("command", ["export", "report"])
@pytest.mark.parametrize("name", ["journal.db", "journal.keys"])
def test_that_nothing_is_written_over_the_journal_itself(made, command, name):
    before = made.files()
    answer = made(command, "--to", made.folder / name)
    assert answer.code == 2
    assert "part of the journal" in answer.err
    assert made.files() == before


# report


@pytest.fixture
def told(made):
    """The commands, with a journal whose every part can be told from the others in a report."""
    fill(
        made.folder,
        Contents(
            (
                Entry(at=at(2026, 1, 5, 9), mood=1, note="alpine early"),
                Entry(at=at(2026, 5, 1, 9), mood=2, note="brook middle"),
                Entry(at=at(2026, 9, 1, 9), mood=-1, note="cedar late"),
            ),
            (
                ThoughtRecord(
                    at=at(2026, 5, 1, 10),
                    situation="delta finished",
                    thoughts=(AutomaticThought("flint", 80, 20),),
                    finished=True,
                ),
                ThoughtRecord(at=at(2026, 5, 2, 10), situation="fjord open"),
                ThoughtRecord(at=at(2026, 9, 2, 10), situation="glade late", finished=True),
            ),
            (Entry(at=at(2026, 5, 3, 9), note="heather binned"),),
            (),
            (("entry:new", Entry(at=at(2026, 5, 4, 9), note="ivy draft")),),
            (("question", "juniper question"),),
            insights=(
                Insight("kelp kept", dt.date(2026, 5, 1), shared=True),
                Insight("larch private", dt.date(2026, 5, 1)),
                Insight(
                    "",
                    dt.date(2026, 5, 1),
                    kind=InsightKind.STORY,
                    answers=(("hard", "moss earlier"),),
                ),
                Insight(
                    "",
                    dt.date(2026, 5, 2),
                    kind=InsightKind.STORY,
                    answers=(("hard", "nettle now"),),
                ),
            ),
        ),
    )
    return made


WORDS = (
    *("alpine", "brook", "cedar", "delta", "flint", "fjord", "glade", "heather", "ivy", "junip"),
    *("kelp", "larch", "moss", "nettle"),
)


def in_report(path, password=None):
    words = text_of(path.read_bytes(), password)
    return {word for word in WORDS if word in words}, words


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], set()),
        (["--include", "mood"], set()),
        (["--include", "mood,days"], set()),
        (["--include", "entries"], {"alpine", "brook", "cedar"}),
        (["--include", "thoughts"], {"delta", "flint", "glade"}),
        (["--include", "notes"], {"kelp"}),
        (["--include", "story"], {"nettle"}),
        (["--include", "notes,story"], {"kelp", "nettle"}),
        (["--include", "mood, days, thoughts ,entries"],
         {"alpine", "brook", "cedar", "delta", "flint", "glade"}),
        (["--include", "entries", "--from", "2026-05-01"], {"brook", "cedar"}),
        (["--include", "entries,thoughts", "--until", "2026-05-01"],
         {"alpine", "brook", "delta", "flint"}),
        (["--include", "entries,thoughts", "--from", "2026-04-01", "--until", "2026-06-01"],
         {"brook", "delta", "flint"}),
        (["--include", "entries,thoughts", "--until", "2025-12-31"], set()),
        (["--include", "entries,thoughts", "--from", "2026-12-31"], set()),
    ],
)  # fmt: skip
def test_that_a_report_holds_what_was_asked_for_and_nothing_else(told, tmp_path, options, expected):
    target = tmp_path / "r.pdf"
    before = told.files()
    answer = told("report", "--to", target, *options)
    assert answer.code == 0, answer.err
    assert answer.lines == [f"Saved {target}"]
    found, words = in_report(target)
    assert found == expected
    assert "Page 1 of" in words
    assert told.files() == before


def test_that_a_report_of_a_journal_without_notes_has_none(made, tmp_path):
    target = tmp_path / "r.pdf"
    assert made("report", "--to", target, "--include", "notes,story").code == 0
    assert "My story" not in text_of(target.read_bytes())


def test_that_a_report_says_its_days_to_programs(told, tmp_path):
    target = tmp_path / "r.pdf"

    def span(*options):
        _, answer = told.json("report", "--to", target, "--include", "days", *options)
        return answer["first"], answer["last"]

    assert span() == ("2026-01-05", "2026-09-02")
    assert span("--from", "2026-02-01") == ("2026-02-01", "2026-09-02")
    assert span("--until", "2026-02-01") == ("2026-01-05", "2026-02-01")
    assert span("--until", "2025-02-01") == ("2025-02-01", "2025-02-01")
    assert span("--from", "2027-02-01") == ("2027-02-01", "2027-02-01")
    assert span("--from", "2027-02-01", "--until", "2027-03-01") == ("2027-02-01", "2027-03-01")


def test_that_a_report_of_an_empty_journal_is_of_today(made, tmp_path):
    _, answer = made.json("report", "--to", tmp_path / "r.pdf")
    assert answer["first"] == answer["last"]


def test_that_a_report_carries_the_name_and_paper_asked_for(told, tmp_path):
    target = tmp_path / "r.pdf"
    assert told("report", "--to", target, "--name", "Robin", "--paper", "us-letter").code == 0
    assert "Robin" in in_report(target)[1]
    assert [round(x) for x in PdfReader(target).pages[0].mediabox[2:]] == [612, 792]


def test_that_a_report_with_a_password_opens_only_with_it(told, tmp_path):
    target = tmp_path / "r.pdf"
    password = written(tmp_path, "password.txt", "hänge matte\r\n")
    answer = told("report", "--to", target, "--include", "entries", "--password-file", password)
    assert answer.code == 0, answer.err
    reader = PdfReader(target)
    assert reader.is_encrypted
    assert not reader.decrypt("")
    assert not reader.decrypt("wrong")
    assert in_report(target, "hänge matte")[0] == {"alpine", "brook", "cedar"}
    assert b"brook" not in target.read_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "could not be read"),
        (b"\xff\xfe", "could not be read"),
        (b"\n", "empty"),
        (b"x" * 128, "too long"),
    ],
)
def test_that_a_password_that_cannot_be_used_is_said_so(told, tmp_path, content, words):
    path = tmp_path / "password.txt"
    if content is not None:
        path.write_bytes(content)
    target = tmp_path / "r.pdf"
    answer = told("report", "--to", target, "--password-file", path)
    assert answer.code == 5
    assert words in answer.err
    assert not target.exists()


# search, verify


def test_that_search_prints_what_it_finds_newest_first(told):
    answer = told("search", "late")
    assert answer.code == 0
    assert answer.lines == [
        "2026-09-02 10:00  Thought record: glade late",
        "2026-09-01 09:00  Journal entry: cedar late",
    ]
    assert told("search", "cedar", "la").lines == answer.lines[1:]
    assert told("search", "late", "--limit", "1").lines == answer.lines[:1]


def test_that_search_names_the_kind_of_what_is_not_an_entry_yet(made):
    fill(
        made.folder,
        Contents(
            (Entry(at=at(2026, 5, 1, 9), note="river"),),
            drafts=(("entry:new", Entry(at=at(2026, 5, 2, 9), note="the river")),),
            report_words=(("question", "Which river?"),),
        ),
    )
    assert made("search", "river").lines == [
        "2026-05-02 09:00  Not finished yet: the river",
        "2026-05-01 09:00  Journal entry: river",
        "                  Words for a report: Which river?",
    ]
    assert made("search", "river", "--limit", "2").lines == made("search", "river").lines[:2]
    found = made.json("search", "river")[1]["hits"]
    assert [(hit["kind"], hit["local"]) for hit in found] == [
        ("draft", "2026-05-02T09:00:00"),
        ("entry", "2026-05-01T09:00:00"),
        ("report_words", None),
    ]


def test_that_search_names_sessions_and_what_belongs_to_skills(made):
    day, moment = dt.date(2026, 5, 1), at(2026, 5, 2, 9)
    fill(
        made.folder,
        Contents(
            practices=(Practice(skill="calm_place", at=moment, note="a river"),),
            own_skills=(OwnSkill("To the river"),),
            sheets=(Sheet("values_check", day, (("step", "river"),), id="1"),),
            worries=(Worry("the river", day),),
            sessions=(Session(day, notes="rivers"),),
        ),
    )
    assert sorted(line[18:] for line in made("search", "river").lines) == [
        "Session: rivers",
        "Skill of your own: To the river",
        "Skill used: a river",
        "Worksheet: river",
        "Worry: the river",
    ]


def test_that_search_answers_programs_too(told):
    code, answer = told.json("search", "cedar")
    assert code == 0
    (hit,) = answer["hits"]
    assert hit["kind"] == "entry"
    assert hit["local"] == "2026-09-01T09:00:00"
    assert hit["excerpt"] == "cedar late"
    assert hit["id"] in {e.id for e in contents_of(told.folder).entries}


def test_that_nothing_found_is_no_fault(told):
    answer = told("search", "zebra")
    assert (answer.code, answer.lines) == (0, ["Nothing found."])
    assert told.json("search", "zebra") == (0, {"ok": True, "hits": []})
    assert told("search", "heather").lines == ["Nothing found."]
    assert told("search", '"*').lines == ["Nothing found."]


def test_that_an_excerpt_is_one_line(made):
    fill(made.folder, Contents((Entry(at=at(2026, 5, 1, 9), note="one\n\ntwo\tthree"),)))
    assert made("search", "two").lines == ["2026-05-01 09:00  Journal entry: one two three"]


def test_that_verify_counts_a_sound_journal(told):
    answer = told("verify")
    assert answer.code == 0
    assert answer.lines == [
        "The journal is sound.",
        "Entries: 3",
        "Thought records: 3",
        "In the bin: 1",
        "From 5 January 2026 to 2 September 2026",
    ]
    assert told.json("verify") == (
        0,
        {
            "ok": True,
            "sound": True,
            "entries": 3,
            "thought_records": 3,
            "in_bin": 1,
            "first": "2026-01-05",
            "last": "2026-09-02",
        },
    )


def test_that_verify_changes_nothing_and_an_empty_journal_is_sound(made):
    before = made.files()
    assert made("verify").lines[:2] == ["The journal is sound.", "Entries: 0"]
    assert made.json("verify")[1]["first"] is None
    assert made.files() == before


# Places


def test_that_the_usual_place_is_used_when_none_is_named(tmp_path, monkeypatch, capsys):
    from resilience_desktop.paths import Places

    usual = Places.inside(tmp_path)
    monkeypatch.setattr(Places, "usual", classmethod(lambda _cls, _journal=None: usual))
    assert Commands(None, capsys)("create", "--no-passphrase", journal=False).code == 0
    assert (usual.journal / "journal.db").exists()


def test_that_the_whole_way_works_behind_a_passphrase(locked, secret, daylio, tmp_path):
    options = ("--passphrase-file", str(secret))
    assert locked("import", daylio, options=options).code == 0
    assert locked("search", "river", options=options).lines == [
        "2024-05-18 09:00  Journal entry: by the river"
    ]
    assert locked("export", "--to", tmp_path / "x.json", options=options).code == 0
    assert locked("report", "--to", tmp_path / "x.pdf", options=options).code == 0
    for content in locked.files().values():
        assert b"river" not in content
        assert PASSPHRASE.encode() not in content
