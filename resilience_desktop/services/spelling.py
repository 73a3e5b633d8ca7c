"""Spelling, by the library and the dictionaries that are on this computer already.

Hunspell and its dictionaries come with most Linux desktops and with LibreOffice there; where they
are missing, nothing is offered. They are only read: no word is written anywhere or leaves here.
"""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIBRARIES = ("libhunspell-1.7.so.0", "libhunspell-1.6.so.0")
"""By their names, the system's own loader finds them in its own folders only."""
_LIBRARIES_MAC = (
    "/opt/homebrew/lib/libhunspell-1.7.0.dylib",
    "/usr/local/lib/libhunspell-1.7.0.dylib",
)
_FOLDERS = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))
_FOLDERS_MAC = (Path("/Library/Spelling"),)
_NAME = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORD = re.compile(r"[@/\\_\d]")
_MOST = 60
"""Letters; what is longer is no word of a language."""
_SUGGESTIONS = 5
_BEGINNING = 10_000
"""Bytes of a dictionary in which there is a word."""


def words_in(line: str) -> list[tuple[int, int]]:
    """Return where the words of a line begin and end; addresses and numbers are none."""
    pieces = (p for p in re.finditer(r"\S+", line) if not _NO_WORD.search(p[0]))
    words = (word for piece in pieces for word in _WORD.finditer(line, *piece.span()))
    return [w.span() for w in words if 1 < len(w[0]) <= _MOST and not w[0].isupper()]


def languages() -> tuple[str, ...]:
    """Return the languages that can be checked here, such as ``en_GB``; none without a library."""
    if _library() is None:
        return ()
    found = (path for folder in _folders() if folder.is_dir() for path in folder.glob("*.dic"))
    names = {path.stem for path in found if path.with_suffix(".aff").is_file()}
    return tuple(sorted(name for name in names if _NAME.fullmatch(name)))


class Speller:
    """The dictionary of one language. Belongs to one thread at a time."""

    def __init__(self, language: str, learned: Iterable[str] = ()) -> None:
        library = _library()
        paths = (folder / f"{language}.dic" for folder in _folders())
        path = next((path for path in paths if path.is_file()), None)
        if library is None or path is None:
            raise LookupError(language)
        self._library = library
        aff = str(path.with_suffix(".aff")).encode()
        self._handle = ctypes.c_void_p(library.Hunspell_create(aff, str(path).encode()))
        self._encoding = library.Hunspell_get_dic_encoding(self._handle).decode("ascii")
        self._script = _script(path.read_bytes()[:_BEGINNING].decode(self._encoding, "replace"))
        self._learned = {word.casefold() for word in learned}

    def learn(self, word: str) -> None:
        """Take a word for right from now on."""
        self._learned.add(word.casefold())

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Return those of these words that the dictionary does not have."""
        return {word for word in words if not self._knows(word)}

    def suggestions(self, word: str) -> list[str]:
        """Return a few words that could have been meant. Slow."""
        written = self._in_bytes(word)
        if written is None:
            return []
        found = ctypes.POINTER(ctypes.c_char_p)()
        count = self._library.Hunspell_suggest(self._handle, ctypes.byref(found), written)
        raw = [found[place] for place in range(min(count, _SUGGESTIONS))]
        self._library.Hunspell_free_list(self._handle, ctypes.byref(found), count)
        return [one.decode(self._encoding, "replace") for one in raw if one is not None]

    def close(self) -> None:
        """Let go of the dictionary; a second time does nothing."""
        handle, self._handle = self._handle, ctypes.c_void_p()
        if handle:
            self._library.Hunspell_destroy(handle)

    def __del__(self) -> None:
        if hasattr(self, "_handle"):
            self.close()

    def _knows(self, word: str) -> bool:
        written = self._in_bytes(word)
        if written is None or _script(word) != self._script:
            return True  # of another language
        if word.casefold() in self._learned:
            return True
        return bool(self._library.Hunspell_spell(self._handle, written))

    def _in_bytes(self, word: str) -> bytes | None:
        try:
            return word.replace("’", "'").encode(self._encoding)
        except UnicodeEncodeError:
            return None


def _script(words: str) -> str:
    """Return what kind of letters words are written in, such as ``LATIN``."""
    letter = next((sign for sign in words if sign.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def _folders() -> tuple[Path, ...]:
    return _FOLDERS_MAC if sys.platform == "darwin" else _FOLDERS


@cache
def _library() -> Any | None:  # noqa: ANN401  (ctypes has no type for a library's functions)
    """Return the library of the system, or None."""
    if sys.platform.startswith("win"):
        return None  # a bare name could be found in any folder there
    for name in _LIBRARIES_MAC if sys.platform == "darwin" else _LIBRARIES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        handle, text, words = ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_char_p)
        for function, returns, takes in (
            ("Hunspell_create", handle, (text, text)),
            ("Hunspell_destroy", None, (handle,)),
            ("Hunspell_get_dic_encoding", text, (handle,)),
            ("Hunspell_spell", ctypes.c_int, (handle, text)),
            ("Hunspell_suggest", ctypes.c_int, (handle, ctypes.POINTER(words), text)),
            ("Hunspell_free_list", None, (handle, ctypes.POINTER(words), ctypes.c_int)),
        ):
            found = getattr(library, function)
            found.restype, found.argtypes = returns, takes
        return library
    return None
