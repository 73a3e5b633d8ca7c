"""A protected PDF opens with its password in any reader, and without it in none."""

from __future__ import annotations

import datetime as dt
import io
import random
import shutil
import subprocess
import unicodedata
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

import pikepdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pypdf.errors import PyPdfError

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.services import sharing
from tests.promises.promise import Outcome, Promise
from tests.reports.reading import structure, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.domain.thought_record import ThoughtRecord

_DAY = dt.date(2026, 11, 19)
_WORD = "Zebrafinch"
_LONGEST = 31  # bytes: pdftotext takes one more; the tests of reports go to the limit of PDF
_SIGNS = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 äöüéß'\"$%&/()=\\<>#+*~^.,;:-_!?中"
_PARTS = (ReportPart.MOOD, ReportPart.DATA, ReportPart.LOW_SPELLS)
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
        parts=frozenset(part for part in _PARTS if chance.random() < 0.5),
        entry_ids=None,
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

    def thought_records(self) -> list[ThoughtRecord]:
        return []

    @property
    def cards(self) -> _Days:
        return self

    def all(self) -> list[CopingCard]:
        return []


# Reading


def _has(names: str) -> bool:
    return any(shutil.which(_COMMANDS[name][0]) for name in names.split(" or "))


def _readers() -> dict[str, Callable[[Path, str], str]]:
    commands = {name: _command(words) for name, words in _COMMANDS.items() if _has(name)}
    mine = {"qpdf": _by_pikepdf, "pdfium": _by_pdfium, "pypdf": _by_pypdf, "pdfminer": _by_pdfminer}
    return mine | commands


def _by_pikepdf(path: Path, password: str) -> str:
    # It warns of a password that is not needed, as in the control.
    with warnings.catch_warnings(action="ignore"), suppress(pikepdf.PasswordError):
        opened = pikepdf.open(path, password=password)
        plain = io.BytesIO()
        opened.save(plain)
        return text_of(plain.getvalue())
    return ""


def _by_pypdf(path: Path, password: str) -> str:
    with suppress(PyPdfError):
        reader = pypdf.PdfReader(path, password=password)
        return " ".join(page.extract_text() for page in reader.pages)
    return ""


def _by_pdfium(path: Path, password: str) -> str:
    with suppress(pypdfium2.PdfiumError):
        opened = pypdfium2.PdfDocument(path, password=password)
        try:
            return " ".join(page.get_textpage().get_text_bounded() for page in opened)
        finally:
            opened.close()
    return ""


def _by_pdfminer(path: Path, password: str) -> str:
    with suppress(PDFPasswordIncorrect):
        return extract_text(path, password=password)
    return ""


def _command(words: tuple[str, ...]) -> Callable[[Path, str], str]:
    def read(path: Path, password: str) -> str:
        command = [word.format(password=password, path=path) for word in words]
        return subprocess.run(command, capture_output=True, check=False).stdout.decode().strip()

    return read


PROMISE = Promise("G21", "a protected PDF opens with its password and not without", 8, _attempt)
