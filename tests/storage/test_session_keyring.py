"""Which keyrings of a computer are worth their name; what a faulty one does to nobody."""

import sys
from types import ModuleType

import pytest

from resilience_desktop.storage import session_keyring

JOURNAL, KEY = bytes(16), bytes(range(32))


class Backend:
    def __init__(self):
        self.kept = {}

    def get_password(self, *names):
        return self.kept.get(names)

    def set_password(self, service, name, password):
        self.kept[service, name] = password

    def delete_password(self, *names):
        del self.kept[names]


class Faulty:
    def get_password(self, *_):
        raise RuntimeError

    set_password = delete_password = get_password


class Chain:
    """Several keyrings, the best one first, as the library offers them."""

    def __init__(self, *backends):
        self.backends = backends


def backend(module, kind=Backend):
    return type("Keyring", (kind,), {"__module__": module})()


@pytest.fixture
def computer(monkeypatch):
    """Put a library with a certain keyring into place."""

    def has(chosen):
        library = ModuleType("keyring")
        library.get_keyring = lambda: chosen
        monkeypatch.setitem(sys.modules, "keyring", library)
        return chosen

    return has


@pytest.mark.parametrize("name", ["SecretService", "libsecret", "kwallet", "macOS", "Windows"])
def test_that_a_keyring_of_the_system_is_used(computer, name):
    real = computer(backend(f"keyring.backends.{name}"))
    assert session_keyring.real_keyring() is real
    assert session_keyring.keep_key(JOURNAL, KEY)
    assert session_keyring.find_key(JOURNAL) == KEY
    assert session_keyring.find_key(KEY[:16]) is None
    session_keyring.forget_key(JOURNAL)
    session_keyring.forget_key(JOURNAL)
    assert real.kept == {}


@pytest.mark.parametrize(
    "name",
    ["keyring.backends.null", "keyring.backends.fail", "keyrings.alt.file", "keyrings.alt.Gnome"],
)
def test_that_no_other_keyring_is_used(computer, name):
    other = computer(backend(name))
    assert session_keyring.real_keyring() is None
    assert not session_keyring.keep_key(JOURNAL, KEY)
    assert session_keyring.find_key(JOURNAL) is None
    session_keyring.forget_key(JOURNAL)
    assert other.kept == {}


def test_that_the_real_one_of_several_is_used(computer):
    real = backend("keyring.backends.kwallet")
    computer(Chain(backend("keyrings.alt.file"), real))
    assert session_keyring.real_keyring() is real


def test_that_a_computer_without_the_library_has_no_keyring(monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert session_keyring.real_keyring() is None


def test_that_a_faulty_keyring_is_no_keyring(computer):
    computer(backend("keyring.backends.SecretService", Faulty))
    assert not session_keyring.keep_key(JOURNAL, KEY)
    assert session_keyring.find_key(JOURNAL) is None
    session_keyring.forget_key(JOURNAL)
