"""A protected PDF opens with its password in any reader, and without it in none."""

from __future__ import annotations

import datetime as dt
import io
import logging
import random
import shutil
import subprocess
import unicodedata
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

import pikepdf
import pypdf
from pypdf.errors import PyPdfError

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.services import sharing
from tests.promises.promise import Outcome, Promise
from tests.reports.reading import structure, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_DAY = dt.date(2026, 11, 19)
_WORD = "Zebrafinch"
_LONGEST = 31  # bytes: pdftotext takes one more; the tests of reports go to the limit of PDF
_SIGNS = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 äöüéß'\"$%&/()=\\<>#+*~^.,;:-_!?中😀"
_COMMANDS = {
    "poppler": ("pdftotext", "-upw", "{password}", "{path}", "-"),
    "ghostscript": (
        *("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=txtwrite"),
        *("-sPDFPassword={password}", "-o", "-", "{path}"),
    ),
    "mupdf": ("mutool", "draw", "-q", "-F", "txt", "-p", "{password}", "{path}"),
}

Reader = "Callable[[Path, str], str]"
"""Returns the words of a PDF, or nothing when it does not open."""


def _attempt(trials: int, folder: Path) -> Outcome:
    chance = random.Random(1)
    readers = _readers()
    path = folder / "report.pdf"
    broken = 0
    for _ in range(trials):
        chosen, report = _password(chance), sharing.compose(_Days(), _choice(chance))
        password = unicodedata.normalize("NFKC", chosen)  # as readers take what is typed
        protected = sharing.pdf_of(report, chosen)
        path.write_bytes(protected)
        broken += not (
            all(_keeps(read, path, password) for read in readers.values())
            and structure(protected, password) == structure(sharing.pdf_of(report))
            and _WORD.encode() not in protected
        )
    path.write_bytes(sharing.pdf_of(report))
    control = not any(_keeps(read, path, password) for read in readers.values())
    missing = [name for name in ("poppler", "ghostscript or mupdf") if not _has(name)]
    return Outcome(
        trials,
        broken,
        control,
        f"{len(readers)} readers: {', '.join(readers)}",
        f"readers that are missing: {', '.join(missing)}" if missing else "",
    )


def _keeps(read: Callable[[Path, str], str], path: Path, password: str) -> bool:
    """Whether a reader shows the words with the password only."""
    wrong = ("", password[:-1], password + "x")
    return _WORD in read(path, password) and not any(_WORD in read(path, w) for w in wrong)


def _password(chance: random.Random) -> str:
    words = "".join(
        chance.choice(_SIGNS) for _ in range(chance.choice((1, 8, 20, _LONGEST)))
    ).strip()
    words = unicodedata.normalize(chance.choice(("NFC", "NFD")), words or "x")
    while len(unicodedata.normalize("NFKC", words).encode()) > _LONGEST:
        words = words[:-1]
    return words


def _choice(chance: random.Random) -> sharing.ReportChoice:
    return sharing.ReportChoice(
        first=_DAY - dt.timedelta(days=20),
        last=_DAY,
        name=_WORD,
        mood_chart=chance.random() < 0.5,
        days_logged=chance.random() < 0.5,
        entries=True,
        paper=chance.choice(("a4", "us-letter")),
        made_on=_DAY,
    )


class _Days:
    """As much of a journal as a report is made of."""

    def entries_between(self, first: dt.date, last: dt.date) -> list[Entry]:
        days = (first + dt.timedelta(days=n) for n in range((last - first).days))
        noons = (dt.datetime.combine(day, dt.time(12)) for day in days)
        return [
            Entry(at=Moment.from_wall(noon, "Europe/London"), mood=noon.day % 5, note=_WORD)
            for noon in noons
        ]

    def thought_record(self, record_id: str, /) -> sharing.ThoughtRecord:
        raise LookupError(record_id)


# Reading


def _has(names: str) -> bool:
    return any(shutil.which(_COMMANDS[name][0]) for name in names.split(" or "))


def _readers() -> dict[str, Callable[[Path, str], str]]:
    commands = {name: _command(words) for name, words in _COMMANDS.items() if _has(name)}
    return {"qpdf": _by_pikepdf, "pypdf": _by_pypdf, **commands}


def _by_pikepdf(path: Path, password: str) -> str:
    # It warns of a password that is not needed, as in the control.
    with warnings.catch_warnings(action="ignore"), suppress(pikepdf.PasswordError):
        opened = pikepdf.open(path, password=password)
        plain = io.BytesIO()
        opened.save(plain)
        return text_of(plain.getvalue())
    return ""


def _by_pypdf(path: Path, password: str) -> str:
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it knows no signs of today in passwords
    with suppress(PyPdfError):
        reader = pypdf.PdfReader(path, password=password)
        return " ".join(page.extract_text() for page in reader.pages)
    return ""


def _command(words: tuple[str, ...]) -> Callable[[Path, str], str]:
    def read(path: Path, password: str) -> str:
        command = [word.format(password=password, path=path) for word in words]
        return subprocess.run(command, capture_output=True, check=False).stdout.decode().strip()

    return read


PROMISE = Promise("G21", "a protected PDF opens with its password and not without", 8, _attempt)
