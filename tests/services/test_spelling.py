"""Spelling with the library and the dictionaries of the computer, here one that plays them."""

from __future__ import annotations

import ctypes

import pytest
from hypothesis import given

from resilience_desktop.services import spelling
from resilience_desktop.services.spelling import Speller, languages, words_in
from tests.strategies import texts


class Hunspell:
    """Plays the library: knows the words of its file, suggests them all."""

    def __init__(self):
        self.alive = {}
        self.freed = 0
        self.encoding = b"UTF-8"
        for name in (
            "create", "destroy", "get_dic_encoding", "spell", "suggest", "free_list",
        ):  # fmt: skip
            setattr(self, f"Hunspell_{name}", Function(getattr(self, name)))

    def create(self, _aff, dic):
        with open(dic, "rb") as file:  # noqa: PTH123
            self.alive[1] = set(file.read().split()[1:])
        return 1

    def destroy(self, handle):
        del self.alive[handle.value]

    def get_dic_encoding(self, _handle):
        return self.encoding

    def spell(self, handle, word):
        return int(word in self.alive[handle.value])

    def suggest(self, handle, place, _word):
        words = sorted(self.alive[handle.value])
        self.kept = (ctypes.c_char_p * len(words))(*words)
        target = ctypes.cast(place, ctypes.POINTER(ctypes.POINTER(ctypes.c_char_p)))
        target[0] = ctypes.cast(self.kept, ctypes.POINTER(ctypes.c_char_p))
        return len(words)

    def free_list(self, _handle, _place, _count):
        self.freed += 1


class Function:
    def __init__(self, work):
        self.work = work

    def __call__(self, *arguments):
        return self.work(*arguments)


@pytest.fixture
def library(tmp_path, monkeypatch):
    made = Hunspell()
    spelling._library.cache_clear()
    monkeypatch.setattr(spelling.sys, "platform", "linux")
    monkeypatch.setattr(spelling.ctypes, "CDLL", lambda _name: made)
    monkeypatch.setattr(spelling, "_FOLDERS", (tmp_path / "none", tmp_path))
    (tmp_path / "en_GB.dic").write_text("4\ncolour\nrain\ndon't\ncafé\n", encoding="utf-8")
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\n")
    (tmp_path / "de_DE.dic").write_text("0\n")  # without its other half
    (tmp_path / "hyph_en_GB.dic").write_text("0\n")
    (tmp_path / "hyph_en_GB.aff").write_text("")
    yield made
    spelling._library.cache_clear()


def test_that_languages_with_both_files_are_offered(library):
    assert languages() == ("en_GB",)


def test_that_words_are_known_or_not(library):
    speller = Speller("en_GB", ["Mara"])
    assert speller.unknown(["rain", "rian", "don’t", "mara", "café"]) == {"rian"}
    speller.learn("rian")
    assert speller.unknown(["rian"]) == set()


def test_that_words_of_another_script_are_left_alone(library):
    assert Speller("en_GB").unknown(["שלום", "Привет", "hullo"]) == {"hullo"}


def test_that_what_the_dictionary_cannot_write_is_left_alone(library):
    library.encoding = b"ISO8859-1"
    speller = Speller("en_GB")
    assert speller.unknown(["Łódź"]) == set()
    assert speller.suggestions("Łódź") == []


def test_that_suggestions_are_given_back_to_the_library(library):
    assert Speller("en_GB").suggestions("rian") == ["café", "colour", "don't", "rain"]
    assert library.freed == 1


def test_that_a_dictionary_is_let_go_once(library):
    speller = Speller("en_GB")
    assert library.alive
    speller.close()
    speller.close()
    del speller
    assert not library.alive


@pytest.mark.parametrize("language", ["fr_FR", "../en_GB"])
def test_that_a_dictionary_that_is_not_there_is_told(library, tmp_path, language):
    with pytest.raises(LookupError):
        Speller(language)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_that_nothing_is_offered_where_there_is_no_library(monkeypatch, platform):
    def missing(_name):
        raise OSError

    spelling._library.cache_clear()
    monkeypatch.setattr(spelling.sys, "platform", platform)
    monkeypatch.setattr(spelling.ctypes, "CDLL", missing)
    assert languages() == ()
    with pytest.raises(LookupError):
        Speller("en_GB")
    spelling._library.cache_clear()


def test_that_a_mac_has_folders_of_its_own(monkeypatch):
    monkeypatch.setattr(spelling.sys, "platform", "darwin")
    assert spelling._folders() == spelling._FOLDERS_MAC


def test_that_words_are_told_from_addresses_and_numbers():
    line = "it’s 12th, NASA, a@b.de, x_y and/or café-bar I"
    assert [line[start:end] for start, end in words_in(line)] == ["it’s", "café", "bar"]


@given(texts)
def test_that_words_lie_in_their_line(line):
    for start, end in words_in(line):
        assert 0 <= start < end <= len(line)
        assert line[start:end].strip() == line[start:end]
