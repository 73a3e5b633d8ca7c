import hashlib
import itertools
import json
import random

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.errors import (
    JournalUnavailableError,
    KeyFileDamagedError,
    ResilienceError,
    WrongPassphraseError,
)
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


@given(st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16))
def test_that_the_key_of_the_file_is_hkdf_as_others_make_it(secret, journal_id):
    hkdf = HKDF(SHA256(), 32, journal_id, b"resilience-journal/sqlcipher-raw/v1")
    assert keys.file_key(secret, journal_id) == hkdf.derive(secret)


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
        {"passes": 1.0},
        {"lanes": None},
        {"name": "scrypt"},
        {"salt": "***"},
        {"salt": "AAAA"},
    ],
)
def test_that_unreasonable_key_settings_are_refused(change):
    slot = keys.passphrase_slot("right", SECRET, JOURNAL, QUICK)
    slot["kdf"].update(change)
    with pytest.raises(KeyFileDamagedError):
        keys.secret_in(slot, "right")


@pytest.mark.parametrize("change", [{"nonce": "AAAA"}, {"secret": "AAAA"}, {"secret": 7}])
def test_that_a_slot_of_the_wrong_shape_is_damage(change):
    for slot in (
        keys.passphrase_slot("right", SECRET, JOURNAL, QUICK),
        {**keys.open_slot(SECRET, JOURNAL), "secret": "AAAA"},
    ):
        with pytest.raises(KeyFileDamagedError):
            keys.secret_in({**slot, **change}, "right")
    with pytest.raises(KeyFileDamagedError):
        keys.secret_in_keyring_slot(
            {**keys.keyring_slot(bytes(32), SECRET, JOURNAL), **change}, bytes(32)
        )


def test_that_a_slot_of_the_keyring_opens_with_its_key_alone():
    slot = keys.keyring_slot(bytes(32), SECRET, JOURNAL)
    assert keys.secret_in_keyring_slot(slot, bytes(32)) == SECRET
    with pytest.raises(WrongPassphraseError):
        keys.secret_in_keyring_slot(slot, bytes(31) + b"x")
    with pytest.raises(WrongPassphraseError):
        keys.secret_in_keyring_slot({**slot, "journal": "00" * 16}, bytes(32))


def test_that_too_little_memory_for_a_passphrase_is_said_so(monkeypatch):
    def short_of_memory(*_):
        raise MemoryError

    slot = keys.passphrase_slot("right", SECRET, JOURNAL, QUICK)
    monkeypatch.setattr(keys, "stretch", short_of_memory)
    with pytest.raises(JournalUnavailableError, match="memory"):
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


def test_that_a_key_file_that_cannot_be_read_is_damaged(tmp_path):
    with pytest.raises(KeyFileDamagedError, match="damaged"):
        KeyFile.read(tmp_path)


@pytest.mark.parametrize("slots", [7, "open", [7], [None], {"type": "open"}])
def test_that_ways_in_of_the_wrong_shape_are_damage(slots):
    with pytest.raises(KeyFileDamagedError):
        KeyFile({JOURNAL.hex(): slots}).slots(JOURNAL)


def checked(plain):
    """Return a key file with a right checksum, whatever is in it."""
    checksum = hashlib.sha256(keys.canonical(plain)).hexdigest()
    return json.dumps({**plain, "sha256": checksum}).encode()


@given(
    st.dictionaries(
        st.sampled_from(["format", "version", "generation", "entries", "renewing"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        [JOURNAL.hex(), "type", "kdf", "secret", "nonce", "memory_kib", "passes"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=8,
        ),
    )
)
def test_that_nonsense_with_a_right_checksum_is_no_crash_either(plain):
    content = checked({"format": "resilience-keys", "version": 1, "generation": 1, **plain})
    with pytest.raises(ResilienceError):
        KeyFile.parse(content).secret(JOURNAL, "right")


@given(st.data())
def test_that_a_slot_with_nonsense_in_it_is_no_crash(data):
    slot = keys.passphrase_slot("right", SECRET, JOURNAL, QUICK)
    place = data.draw(st.sampled_from([slot, slot["kdf"]]))
    name = data.draw(st.sampled_from(sorted(place)))
    nonsense = st.none() | st.booleans() | st.floats() | st.text(max_size=30) | st.lists(st.none())
    place[name] = data.draw(nonsense)
    content = checked(
        {
            "format": "resilience-keys",
            "version": 1,
            "generation": 1,
            "entries": {JOURNAL.hex(): [slot]},
        }
    )
    with pytest.raises(ResilienceError):
        KeyFile.parse(content).secret(JOURNAL, "right")
