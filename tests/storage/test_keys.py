import itertools
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.errors import KeyFileDamagedError, WrongPassphraseError
from resilience_desktop.storage import keys
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.recovery_code import (
    ALPHABET,
    read_recovery_code,
    recovery_groups,
)
from tests.conftest import QUICK

SECRET, JOURNAL = bytes(range(16)), bytes(range(16, 32))


@given(st.binary(min_size=16, max_size=16))
def test_that_a_recovery_code_gives_the_secret_back(secret):
    groups = recovery_groups(secret)
    assert [len(group) for group in groups] == [4] * 7
    assert read_recovery_code("-".join(groups)) == secret
    assert read_recovery_code("  " + " ".join(groups).lower()) == secret


@given(st.binary(min_size=16, max_size=16))
def test_that_letters_that_look_like_digits_are_forgiven(secret):
    code = "".join(recovery_groups(secret))
    assert read_recovery_code(code.replace("0", "O").replace("1", "l")) == secret


def test_that_every_single_typo_and_every_swap_is_noticed():
    code = "".join(recovery_groups(SECRET))
    wrong = [
        code[:i] + letter + code[i + 1 :]
        for i in range(28)
        for letter in ALPHABET
        if letter != code[i]
    ]
    wrong += [
        code[:i] + code[i + 1] + code[i] + code[i + 2 :]
        for i in range(27)
        if code[i] != code[i + 1]
    ]
    for mistaken in wrong:
        with pytest.raises(WrongPassphraseError, match="typing mistake"):
            read_recovery_code(mistaken)


def test_that_two_wrong_letters_are_noticed():
    chance = random.Random(1)
    code = "".join(recovery_groups(SECRET))
    for i, j in itertools.combinations(range(28), 2):
        letters = list(code)
        letters[i] = chance.choice(ALPHABET.replace(letters[i], ""))
        letters[j] = chance.choice(ALPHABET.replace(letters[j], ""))
        with pytest.raises(WrongPassphraseError):
            read_recovery_code("".join(letters))


@pytest.mark.parametrize("code", ["", "7QK4", "U" * 28, "7QK4-" * 9])
def test_that_something_else_is_not_taken_for_a_code(code):
    with pytest.raises(WrongPassphraseError):
        read_recovery_code(code)


def test_that_a_passphrase_typed_on_another_keyboard_still_fits():
    slot = keys.passphrase_slot("Caf\u00e9 am Bach", SECRET, JOURNAL, QUICK)
    assert keys.secret_in(slot, "Cafe\u0301 am Bach") == SECRET


def test_that_a_wrong_passphrase_is_said_to_be_wrong():
    slot = keys.passphrase_slot("right", SECRET, JOURNAL, QUICK)
    for wrong in ("", "Right", "right ", None):
        with pytest.raises(WrongPassphraseError):
            keys.secret_in(slot, wrong)


def test_that_weakened_key_settings_do_not_open_a_slot():
    slot = keys.passphrase_slot("right", SECRET, JOURNAL, QUICK)
    slot["kdf"]["passes"] = 2
    with pytest.raises(WrongPassphraseError):
        keys.secret_in(slot, "right")


@pytest.mark.parametrize(
    "change",
    [
        {"passes": 65},
        {"lanes": 17},
        {"memory_kib": 4 * 1024 * 1024 + 1},
        {"memory_kib": 1},
        {"passes": "3"},
        {"name": "scrypt"},
        {"salt": "***"},
    ],
)
def test_that_unreasonable_key_settings_are_refused(change):
    slot = keys.passphrase_slot("right", SECRET, JOURNAL, QUICK)
    slot["kdf"].update(change)
    with pytest.raises(KeyFileDamagedError):
        keys.secret_in(slot, "right")


def test_that_calibration_never_goes_below_the_floor(monkeypatch):
    clock = itertools.count(step=3)
    monkeypatch.setattr(keys, "stretch", lambda *_: b"")
    monkeypatch.setattr("time.perf_counter", lambda: float(next(clock)))
    settings = keys.calibrated()
    assert settings.memory_kib == 64 * 1024
    assert settings.passes >= 3


def test_that_calibration_adds_passes_on_a_fast_computer(monkeypatch):
    clock = itertools.count(step=0.1)
    monkeypatch.setattr(keys, "stretch", lambda *_: b"")
    monkeypatch.setattr("time.perf_counter", lambda: float(next(clock)))
    assert keys.calibrated().passes > 3


def test_that_calibration_takes_less_memory_where_there_is_little(monkeypatch):
    def short_of_memory(_words, _salt, settings):
        if settings.memory_kib > 128 * 1024:
            raise MemoryError

    clock = itertools.count(step=0.7)
    monkeypatch.setattr(keys, "stretch", short_of_memory)
    monkeypatch.setattr("time.perf_counter", lambda: float(next(clock)))
    assert keys.calibrated().memory_kib == 128 * 1024


def test_that_the_real_settings_stretch_a_passphrase():
    assert len(keys.stretch("words", bytes(16), keys.KdfSettings(64, 1, 1))) == 32


def test_that_too_little_memory_is_said_as_such():
    with pytest.raises(MemoryError):
        keys.stretch("words", bytes(16), keys.KdfSettings(1, 1, 1))


def test_that_a_key_file_comes_back_as_it_was_written(tmp_path):
    path = tmp_path / "journal.keys"
    KeyFile({JOURNAL.hex(): [keys.open_slot(SECRET, JOURNAL)]}).write(path)
    found = KeyFile.read(path)
    assert keys.secret_in(found.slots(JOURNAL)[0], None) == SECRET
    assert found.generation == 1


def test_that_every_damaged_byte_of_a_key_file_is_noticed_as_damage(tmp_path):
    path = tmp_path / "journal.keys"
    KeyFile({JOURNAL.hex(): [keys.passphrase_slot("right", SECRET, JOURNAL, QUICK)]}).write(path)
    whole = path.read_bytes()
    read = json.loads(whole)
    for place in range(0, len(whole), 3):
        damaged = whole[:place] + bytes([whole[place] ^ 0x15]) + whole[place + 1 :]
        path.write_bytes(damaged)
        try:
            if json.loads(damaged) == read:
                continue  # white space only
        except ValueError:
            pass
        with pytest.raises(KeyFileDamagedError):
            KeyFile.read(path)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"null", b"\x00" * 70_000, b"[" * 5000])
def test_that_something_else_is_not_taken_for_a_key_file(tmp_path, content):
    path = tmp_path / "journal.keys"
    path.write_bytes(content)
    with pytest.raises(KeyFileDamagedError):
        KeyFile.read(path)


def test_that_a_key_file_of_another_version_or_journal_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "journal.keys"
    monkeypatch.setattr("resilience_desktop.storage.key_file._VERSION", 2)
    KeyFile({}).write(path)
    monkeypatch.undo()
    with pytest.raises(KeyFileDamagedError):
        KeyFile.read(path)
    with pytest.raises(KeyFileDamagedError, match="another journal"):
        KeyFile({}).slots(JOURNAL)
