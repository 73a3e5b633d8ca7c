"""The commands about what opens a journal, as typed."""

import stat

import pytest

from resilience_desktop.services.journal import Door, Journal
from tests.reports.reading import text_of
from tests.test_cli import (
    PASSPHRASE,
    Keyboard,
    contents_of,
    locked,
    made,
    no_keyboard,
    process,
    run,
    secret,
    type_in,
    written,
)
from tests.test_cli import told as filled

__all__ = ["filled", "locked", "made", "no_keyboard", "run", "secret"]  # fixtures

NEW = "Rotkehlchen im Regen"


@pytest.fixture
def new(tmp_path):
    return written(tmp_path, "new.txt", NEW + "\n")


def opens(folder, passphrase=None):
    Journal.open(folder, passphrase).close()
    return True


def test_that_a_passphrase_is_changed(locked, secret, new):
    old = ("--passphrase-file", str(secret))
    answer = locked("passphrase", "change", "--new-passphrase-file", new, options=old)
    assert answer.code == 0
    assert answer.lines[0].startswith("The passphrase is changed.")
    assert opens(locked.folder, NEW)
    assert locked("verify", options=old).code == 3


def test_that_changing_answers_programs_too(locked, secret, new):
    assert locked.json(
        "passphrase",
        "change",
        "--new-passphrase-file",
        new,
        options=("--passphrase-file", str(secret)),
    ) == (0, {"ok": True, "journal": str(locked.folder), "opens_with": "passphrase"})


def test_that_both_passphrases_can_come_from_standard_input(locked):
    typed = f"{PASSPHRASE}\n{NEW}\n".encode()
    done = process(
        locked.folder,
        "--passphrase-file", "-",
        "passphrase", "change", "--new-passphrase-file", "-",
        stdin=typed,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert opens(locked.folder, NEW)


def test_that_both_passphrases_can_be_typed(locked, monkeypatch):
    asked = []
    typed = iter([PASSPHRASE, NEW, NEW, NEW, NEW, "x", NEW, "short", "short", NEW])
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("getpass.getpass", lambda prompt: asked.append(prompt) or next(typed))
    assert locked("passphrase", "change").code == 0
    assert asked == ["Passphrase: ", "New passphrase: ", "The same again: "]
    answer = locked("passphrase", "change")
    assert (answer.code, answer.err) == (2, "The two passphrases are not the same.\n")
    answer = locked("passphrase", "change")
    assert (answer.code, answer.err) == (2, "A passphrase has at least 10 characters.\n")
    assert opens(locked.folder, next(typed))


@pytest.mark.parametrize("way", ["change", "remove", "new-key"])
def test_that_a_wrong_passphrase_changes_nothing(locked, tmp_path, new, way):
    wrong = written(tmp_path, "wrong.txt", "something else\n")
    before = locked.files()
    more = ("--new-passphrase-file", new) if way == "change" else ()
    answer = locked("passphrase", way, *more, options=("--passphrase-file", str(wrong)))
    assert answer.code == 3
    assert locked.files() == before


def test_that_a_new_passphrase_has_to_be_given(made):
    answer = made("passphrase", "set")
    assert (answer.code, answer.err) == (2, "Give --new-passphrase-file.\n")
    assert opens(made.folder)


def test_that_a_passphrase_is_set_later(filled, new):
    before = contents_of(filled.folder)
    copied = (filled.folder / "journal.keys").read_bytes()
    code, answer = filled.json("passphrase", "set", "--new-passphrase-file", new)
    assert code == 0
    assert set(answer) == {"ok", "journal", "opens_with", "recovery_code"}
    assert Journal.door(filled.folder) is Door.PASSPHRASE
    journal = Journal.open(filled.folder, NEW)
    assert journal.contents() == before
    journal.close()
    Journal.open_with_code(filled.folder, answer["recovery_code"]).close()
    (filled.folder / "journal.keys").write_bytes(copied)
    assert filled("verify").code == 4


def test_that_a_passphrase_is_removed(locked, secret):
    code, answer = locked.json("passphrase", "remove", options=("--passphrase-file", str(secret)))
    assert code == 0
    assert answer["opens_with"] == "nothing"
    assert opens(locked.folder)


def test_that_a_new_key_comes_with_a_new_recovery_code(locked, secret):
    old = ("--passphrase-file", str(secret))
    first = locked("passphrase", "new-key", options=old)
    assert first.code == 0
    assert first.lines[0] == "The journal has a new key."
    second = locked.json("passphrase", "new-key", options=old)[1]
    assert second["opens_with"] == "passphrase"
    code = first.lines[1].removeprefix("New recovery code: ")
    assert second["recovery_code"] != code
    given = type_file(locked, code)
    assert locked("passphrase", "recover", "--code-file", given).code == 3
    assert opens(locked.folder, PASSPHRASE)


def type_file(run, words):
    return written(run.folder.parent, "code.txt", words + "\n")


def test_that_a_journal_without_passphrase_can_have_a_new_key(made):
    assert made.json("passphrase", "new-key")[1]["opens_with"] == "nothing"
    assert opens(made.folder)


def test_that_the_recovery_code_sets_a_new_passphrase(run, secret, new, monkeypatch):
    options = ("--passphrase-file", str(secret))
    code = run.json("create", options=options)[1]["recovery_code"]
    (run.folder / "journal.keys").unlink()
    type_in(monkeypatch, f"{code.lower()}\n{NEW}\n".encode())
    answer = run("passphrase", "recover", "--code-file", "-", "--new-passphrase-file", "-")
    assert answer.code == 0, answer.err
    assert opens(run.folder, NEW)
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("getpass.getpass", lambda _prompt: code)
    assert run("passphrase", "recover", "--new-passphrase-file", secret).code == 0
    assert opens(run.folder, PASSPHRASE)


def test_that_a_recovery_code_has_to_be_given_and_to_be_right(locked, new, tmp_path):
    before = locked.files()
    answer = locked("passphrase", "recover", "--new-passphrase-file", new)
    assert (answer.code, answer.err) == (2, "Give --code-file.\n")
    wrong = written(tmp_path, "code.txt", "7QK4-M2XD")
    answer = locked("passphrase", "recover", "--code-file", wrong, "--new-passphrase-file", new)
    assert answer.code == 3
    answer = locked("passphrase", "recover", "--code-file", tmp_path / "missing")
    assert answer.code == 5
    assert locked.files() == before


def test_that_a_passphrase_that_is_not_there_is_not_changed(made, new):
    answer = made("passphrase", "change", "--new-passphrase-file", new)
    assert (answer.code, answer.err) == (
        5,
        "This journal has no passphrase yet. You can set one.\n",
    )


def test_that_a_passphrase_is_not_set_twice(locked, secret, new):
    old = ("--passphrase-file", str(secret))
    answer = locked("passphrase", "set", "--new-passphrase-file", new, options=old)
    assert answer.code == 5
    assert "already" in answer.err


def test_that_passphrase_alone_is_a_usage_error(run):
    assert run("passphrase").code == 2
    help_ = run("passphrase", "--help").out
    for name in ("set", "change", "remove", "new-key", "recover"):
        assert name in help_
        assert run("passphrase", name, "--help").code == 0


def test_that_the_recovery_sheet_is_made_of_the_code(run, secret, tmp_path):
    options = ("--passphrase-file", str(secret))
    code = run.json("create", options=options)[1]["recovery_code"]
    target = tmp_path / "sheet.pdf"
    answer = run("recovery-sheet", "--out", target, "--paper", "us-letter", options=options)
    assert answer.code == 0
    assert answer.lines[0] == f"Saved {target}"
    words = text_of(target.read_bytes())
    assert all(group in words for group in code.split("-"))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert run.json("recovery-sheet", "--out", target, options=options)[1]["file"] == str(target)


def test_that_the_recovery_sheet_needs_the_passphrase(locked, tmp_path):
    target = tmp_path / "sheet.pdf"
    assert locked("recovery-sheet", "--out", target).code == 3
    assert not target.exists()


def test_that_the_recovery_sheet_is_not_written_over_the_journal(locked, secret):
    options = ("--passphrase-file", str(secret))
    before = locked.files()
    answer = locked("recovery-sheet", "--out", locked.folder / "journal.db", options=options)
    assert answer.code == 2
    assert locked.files() == before


def test_that_no_passphrase_reaches_a_file_or_an_answer(locked, secret, new):
    old = ("--passphrase-file", str(secret))
    answer = locked("passphrase", "change", "--new-passphrase-file", new, options=old)
    assert answer.code == 0
    for words in (PASSPHRASE, NEW):
        assert words not in answer.out + answer.err
        assert not any(words.encode() in content for content in locked.files().values())
