"""A damaged journal is refused in words or read correctly, and not a byte of it changes."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from multiprocessing import Pipe
from typing import TYPE_CHECKING

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.early_sign import EarlySign, Measure
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.helper import Helper
from resilience_desktop.domain.insight import Insight
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.month_look import MonthLook
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.session import Session
from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    ThoughtRecord,
)
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.domain.toolkit import OwnSkill, Stage, Toolkit
from resilience_desktop.domain.worry import Worry
from resilience_desktop.errors import ResilienceError
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.driver import sqlite
from tests.promises.children import start
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

_PAGE = 4096
_ENTRIES = 120
_MOST_FOR_CONTROL = 60


class _Seen(Enum):
    """What opening a file came to."""

    REFUSED = "refused in words"
    RIGHT = "everything is there"
    WRONG = "anything else"


def _attempt(trials: int, folder: Path) -> Outcome:
    original = folder / "original"
    contents = _make(original)
    whole = (original / "journal.db").read_bytes()
    chance = random.Random(1)
    kinds = list(_DAMAGE)
    broken, done = 0, 0
    while done < trials:  # in processes of their own: a crash is one of the things looked for
        share = min(50, trials - done)
        damaged = [_DAMAGE[kinds[n % len(kinds)]](whole, chance) for n in range(done, done + share)]
        broken += share - _kept(original, folder / "journal", contents, damaged)
        done += share
    return Outcome(trials, broken, _control_is_caught(folder / "plain.db", chance))


def _make(folder: Path) -> Contents:
    journal, _ = Journal.create(folder, None)
    noon = dt.datetime(2026, 1, 1, 12)
    moments = [
        Moment.from_wall(noon + dt.timedelta(hours=7 * n), "Europe/London") for n in range(_ENTRIES)
    ]
    entries = tuple(
        Entry(at=at, mood=n % 5, note=f"words of {n} " * (n % 40), feelings=(Feeling("calm", 30),))
        for n, at in enumerate(moments)
    )
    thoughts = (AutomaticThought("It never ends", 80, 30, hot=True),)
    records = tuple(
        ThoughtRecord(
            at=at,
            situation="Meeting",
            thoughts=thoughts,
            tags=("work",),
            patterns=(ChosenPattern("labeling", main=True, hinted=True),),
            evidence_against=("She waved " * 40,),
        )
        for at in moments
    )
    day = moments[0].day
    cards = tuple(CopingCard(f"It passed {n} " * 20, day, id=f"{n:04}") for n in range(40))
    insight = Insight("Mondays", day, tuple(record.id for record in records))
    pattern = OwnPattern("labeling", note="often")
    move = TimeOfChange("Move " * 20, day)
    look = MonthLook(day, (("life", 6),), words="Rain " * 20)
    sign = EarlySign("Nights " * 20, Measure.SLEEP_HOURS, number=6)
    practices = tuple(
        Practice(skill="calm_place", at=at, before=60, note=f"The river {n} " * (n % 30))
        for n, at in enumerate(moments)
    )
    own = OwnSkill("Walk " * 20)
    journal.add(
        Contents(
            entries,
            records[::5],
            cards=cards,
            insights=(insight,),
            patterns=(pattern,),
            times_of_change=(move,),
            sessions=(Session(day, notes="It was easier " * 20),),
            month_looks=(look,),
            early_signs=(sign,),
            practices=practices,
            toolkit=(Toolkit(("slow_breathing", own.id), stage=Stage.GROW),),
            own_skills=(own,),
            sheets=(Sheet("values_check", day, rows=(SheetRow("Home " * 30),)),),
            worries=(Worry("The letter " * 20, day),),
            helpers=(Helper("Ruth", note="Tuesdays " * 20),),
        )
    )
    contents = journal.contents()
    journal.close()
    return contents


def _kept(original: Path, place: Path, contents: Contents, damaged: list[bytes]) -> int:
    """Open each damaged file; return for how many the promise was kept."""
    ours, theirs = Pipe(duplex=False)
    child = start(_open_each, original, place, contents, damaged, theirs)
    theirs.close()
    kept = 0
    with suppress(EOFError):
        while True:
            kept += ours.recv()
    child.join()
    return kept


def _open_each(
    original: Path, place: Path, contents: Contents, damaged: list[bytes], pipe: Connection
) -> None:
    for data in damaged:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(original, place)
        (place / "journal.db").write_bytes(data)
        seen = _open(place, contents)
        untouched = (place / "journal.db").read_bytes() == data
        pipe.send(seen is not _Seen.WRONG and untouched and not (place / "journal.db-wal").exists())


def _open(place: Path, contents: Contents) -> _Seen:
    try:
        journal = Journal.open(place)
    except ResilienceError as error:
        return _Seen.REFUSED if str(error).endswith(".") else _Seen.WRONG
    except Exception:  # our own mistake, or the driver's words
        return _Seen.WRONG
    try:
        return _Seen.RIGHT if journal.contents() == contents else _Seen.WRONG
    finally:
        journal.close()


# Damage


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flip_a_bit(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def _blank(data: bytes, chance: random.Random) -> bytes:
    size = chance.choice((512, _PAGE))
    place = chance.randrange(len(data) // size) * size
    return data[:place] + bytes(size) + data[place + size :]


def _swap_pages(data: bytes, chance: random.Random) -> bytes:
    pages = [data[place : place + _PAGE] for place in range(0, len(data), _PAGE)]
    one, other = chance.sample(range(len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def _spoil_the_head(data: bytes, chance: random.Random) -> bytes:
    size = chance.choice((1, 16, 100, 1024))
    return chance.randbytes(size) + data[size:]


def _empty(_data: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"", b"", b"SQLite format 3\0", bytes(_PAGE), bytes(10 * _PAGE)))


def _add_to_it(data: bytes, chance: random.Random) -> bytes:
    return data + chance.randbytes(chance.choice((1, 100, _PAGE, 3 * _PAGE)))


def _repeat_a_page(data: bytes, chance: random.Random) -> bytes:
    source, target = (chance.randrange(len(data) // _PAGE) * _PAGE for _ in range(2))
    return data[:target] + data[source : source + _PAGE] + data[target + _PAGE :]


_DAMAGE: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut off": _cut_off,
    "bit": _flip_a_bit,
    "blank": _blank,
    "pages swapped": _swap_pages,
    "head": _spoil_the_head,
    "empty": _empty,
    "longer": _add_to_it,
    "page repeated": _repeat_a_page,
    "another bit": _flip_a_bit,
}


# Control: a file without page checksums, opened without looking at it first


@dataclass(frozen=True, slots=True)
class _Plain:
    path: Path

    def make(self) -> None:
        connection = sqlite.connect(str(self.path), isolation_level=None)
        connection.execute("CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, note TEXT)")
        for number in range(_ENTRIES):
            connection.execute(
                "INSERT INTO entries (note) VALUES (?)", [f"words of {number} " * 20]
            )
        connection.close()

    def notes(self) -> list[str]:
        connection = sqlite.connect(str(self.path), isolation_level=None)
        try:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, note TEXT)"
            )
            return [note for (note,) in connection.execute("SELECT note FROM entries").fetchall()]
        finally:
            connection.close()


def _control_is_caught(path: Path, chance: random.Random) -> bool:
    """Whether an empty journal and changed words are both noticed in a program without care."""
    plain = _Plain(path)
    plain.make()
    whole, notes = path.read_bytes(), plain.notes()
    path.write_bytes(b"")
    seems_empty = plain.notes() == []
    changed = False
    for _ in range(_MOST_FOR_CONTROL):
        path.write_bytes(_flip_a_bit(whole, chance))
        with suppress(sqlite.Error, UnicodeDecodeError):
            changed = changed or plain.notes() != notes
    return seems_empty and changed


PROMISE = Promise("G4", "a damaged journal is refused in words and left as it is", 500, _attempt)
