"""A picture of every page, dialog and state in every look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler

from resilience_desktop import app
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.paths import Places
from resilience_desktop.services.clock import local_zone
from resilience_desktop.showcase.camera import dress, finish, pictures, say_nothing
from resilience_desktop.showcase.dialogs import DIALOGS
from resilience_desktop.showcase.doors import DOORS
from resilience_desktop.showcase.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from resilience_desktop.showcase.camera import Shot


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is when the pictures are taken."""

    theme: str
    size: tuple[int, int]
    text_size: int = 100

    @property
    def ending(self) -> str:
        """What the names of these pictures end with."""
        large = f"-text{self.text_size}" if self.text_size != 100 else ""
        return f"-{self.size[0]}x{self.size[1]}-{self.theme}{large}"


_USUAL, _SMALL = (1280, 800), (900, 600)
LOOKS = (
    *(Look(theme, size) for theme in ("light", "dark") for size in (_USUAL, _SMALL)),
    Look("contrast", _USUAL),
    Look("light", _USUAL, 150),
    Look("light", _USUAL, 200),
)
_DRAFT = (
    "Tomorrow is the budget meeting again and my stomach already knows. I keep rehearsing the "
    "sentence I lost last time.\n\nNobody seemed to notice for long. I could bring the figures "
    "on one page and read from it."
)


def write_shots(target: Path) -> list[Path]:
    """Write a picture of everything in every look, and return the files."""
    target.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(say_nothing)
    written: list[Path] = []
    for look in LOOKS:
        written += _with_demo(target, look)
        written += _without_journal(target, look)
    return written


def _with_demo(target: Path, look: Look) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        places = Places.inside(Path(folder))
        journal = app.demo_journal(places)
        journal.drafts.keep("entry:new", draft())
        journal.close()
        yield from _pictures_of((*PAGES, *DIALOGS), places, target, look)


def _without_journal(target: Path, look: Look) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield from _pictures_of(DOORS, Places.inside(Path(folder)), target, look)


def _pictures_of(
    shots: tuple[Shot, ...], places: Places, target: Path, look: Look
) -> Iterator[Path]:
    parts = app.build(places)
    dress(parts, look.theme, look.size, look.text_size)
    parts.window.start()
    yield from pictures(parts, target, shots, look.ending)
    finish(parts)


def draft() -> Entry:
    """Return an entry somebody is in the middle of."""
    return Entry(
        at=Moment.now(local_zone()),
        mood=-2,
        feelings=(Feeling("worried"), Feeling("tense")),
        note=_DRAFT,
    )
