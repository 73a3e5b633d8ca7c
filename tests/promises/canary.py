"""Looks for words in files and in what was written to them, whatever they are written in."""

from __future__ import annotations

import base64
import json
import os
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.promises.trace import Call

WRITES = ("write", "pwrite64", "writev", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg")
OPENINGS = ("open", "openat", "creat", "rename", "renameat", "renameat2", "memfd_create")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1")
_PICTURES_AND_PAPER = {
    "a picture": b"\x89PNG\r\n",
    "a photo": b"\xff\xd8\xff",
    "a PDF": b"%PDF-",
    "something packed": b"\x1f\x8b\x08",
    "a database in the open": b"SQLite format 3\0",
}
"""How files begin in which words could be that cannot be looked for."""


class Canary:
    """Some words, and every form in which they could lie somewhere."""

    def __init__(self, words: str) -> None:
        self.forms = dict(_forms(words))

    def forms_in(self, content: bytes) -> list[str]:
        """Return in which forms the words are there."""
        return [name for name, form in self.forms.items() if form in content]

    def left_in(self, folders: Iterable[Path]) -> list[str]:
        """Return which files below these folders give the words away, or could."""
        return [f"{path}: {why}" for path in _files(folders) for why in self._told_by(path)]

    def written(self, calls: Iterable[Call], allowed: Path) -> list[str]:
        """Return which writes outside one folder gave the words away, or could have."""
        found = set()
        for call in calls:
            if call.name in OPENINGS:
                names = [name for name in call.strings if str(allowed).encode() not in name]
                found.update(f"a name: {form}" for n in names for form in self.forms_in(n))
            elif not call.file.startswith(str(allowed)):
                content = b"".join(call.strings)
                found.update(f"{call.file}: {form}" for form in self.forms_in(content))
                found.update(f"{call.file}: {kind}" for kind in _kinds(content))
        return sorted(found)

    def _told_by(self, path: Path) -> list[str]:
        found = self.forms_in(os.fsencode(path.name))
        for content in _contents(path):
            found += [*self.forms_in(content), *_kinds(content)]
        return found


def _forms(words: str) -> Iterator[tuple[str, bytes]]:
    yield from _spelled("", words)
    yield from _spelled("folded, ", _folded(words))  # as an index for searching keeps them


def _spelled(prefix: str, words: str) -> Iterator[tuple[str, bytes]]:
    for encoding in _ENCODINGS:
        yield prefix + encoding, words.encode(encoding)
    utf8 = words.encode()
    yield prefix + "hex", utf8.hex().encode()
    yield prefix + "HEX", utf8.hex().upper().encode()
    yield prefix + "url", _percent(utf8, b"%20")
    yield prefix + "form", _percent(utf8, b"+")
    yield prefix + "json", json.dumps(words)[1:-1].encode()
    yield prefix + "repr", ascii(utf8)[2:-1].encode()
    for start in range(3):  # base 64 looks different at each of three places
        whole = base64.b64encode(b"x" * start + utf8)
        yield f"{prefix}base64 at {start}", whole[4 if start else 0 : -4]


def _percent(content: bytes, space: bytes) -> bytes:
    signs = (bytes([sign]) if sign < 128 else b"%%%02X" % sign for sign in content)
    return b"".join(signs).replace(b" ", space)


def _folded(words: str) -> str:
    decomposed = unicodedata.normalize("NFD", words.casefold())
    return re.sub("[\u0300-\u036f]", "", decomposed)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def _contents(path: Path) -> Iterator[bytes]:
    """Yield what is in a file, and in an archive what is in that."""
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def _kinds(content: bytes) -> list[str]:
    return [kind for kind, start in _PICTURES_AND_PAPER.items() if content.startswith(start)]
