"""Whatever is in a file, bringing it in ends in entries or in a sentence."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import time
import traceback
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.helper import Helper
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.plain import entry_from_plain
from resilience_desktop.domain.practice import Practice, Rating
from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.domain.thought_record import AutomaticThought, RatedFeeling, ThoughtRecord
from resilience_desktop.domain.toolkit import Comfort, OwnSkill, Toolkit
from resilience_desktop.domain.worry import Outcome as WorryOutcome
from resilience_desktop.domain.worry import Worry
from resilience_desktop.errors import ResilienceError
from resilience_desktop.exchange.reading import Format, Reading
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.exchange import (
    Answers,
    Scale,
    export,
    file_head,
    plan_import,
    read_file,
)
from resilience_desktop.services.journal import Journal
from tests.promises.hostile_files import CANARY, files
from tests.promises.promise import Outcome, Promise
from tests.promises.undoing import undone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_ZONE = "Europe/London"
_LONGEST = 5.0  # seconds for a small file
_FOR_CONTROL = 200
_ANSWERS = Answers(
    columns={"when": "date", "how": "mood", "words": "note", "tags": "tags", "slept": "sleep"},
    moods={"cloudy": -1},
    scale=Scale(0, 10),
)


def _attempt(trials: int, folder: Path) -> Outcome:
    journal, _ = Journal.create(folder / "journal", None)

    def ends_badly(name: str, content: bytes, read: Callable[[Path], Reading]) -> bool:
        path = folder / name
        path.write_bytes(content)
        return not _ends_well(journal, path, read)

    sample = export(_sample())
    broken = sum(ends_badly(*file, _read) for file in files(sample, trials, seed=1))
    control = sum(ends_badly(*file, _read_naively) for file in files(sample, _FOR_CONTROL, seed=2))
    problems = journal.verify().problems
    journal.close()
    return Outcome(trials, broken + bool(problems), control > 0)


def _ends_well(journal: Journal, path: Path, read: Callable[[Path], Reading]) -> bool:
    """Whether a file is brought in or refused, quickly, and nothing of it is said."""
    start = time.monotonic()
    try:
        with undone(journal):
            reading = read(path)
            plan = plan_import(journal, [(path.name, reading)])
            journal.add(plan.contents)
            export(journal.contents())  # what came in can go out again
            said = [repr(reading), repr(plan), repr(plan.problems)]
    except ResilienceError as error:
        said = traceback.format_exception(error)
    except Exception:
        return False
    return CANARY not in "\n".join(said) and time.monotonic() - start < _LONGEST


def _read(path: Path) -> Reading:
    file_head(path)
    return read_file(path, _ZONE, _ANSWERS if path.name.startswith("own") else Answers())


def _read_naively(path: Path) -> Reading:
    """Read a file like somebody who has only ever seen good ones."""
    words = path.read_bytes().decode()
    if path.suffix == ".json":
        entries = [entry_from_plain(plain) for plain in json.loads(words)["entries"]]
    else:
        entries = [
            Entry(at=Moment.from_wall(dt.datetime.fromisoformat(row["full_date"]), _ZONE))
            for row in csv.DictReader(io.StringIO(words))
        ]
    return Reading(format=Format.COLUMNS, rows=len(entries), entries=tuple(entries))


def _sample() -> Contents:
    at = Moment.from_wall(dt.datetime(2026, 5, 1, 19, 40), _ZONE)
    entry = Entry(at=at, mood=1, energy=-2, note=CANARY, tags=("work",), sleep_hours=7.5)
    other = Entry(at=at, mood=-3, note="", feelings=(Feeling(CANARY, 40), Feeling("calm")))
    record = ThoughtRecord(
        at=at,
        situation=CANARY,
        feelings=(RatedFeeling("tense", 70, 30),),
        thoughts=(AutomaticThought(CANARY, 80, 40, hot=True),),
        balanced_thought=CANARY,
        balanced_belief=60,
    )
    return Contents(
        (entry,),
        (record,),
        (other,),
        (),
        (("entry:new", entry),),
        (("how", CANARY),),
        practices=(Practice(skill="calm_place", at=at, before=70, wave=(Rating(9, 50),)),),
        own_skills=(OwnSkill(CANARY, steps=(CANARY,), minutes=5),),
        toolkit=(Toolkit(("calm_place",), comforts=((Comfort.SOOTHE, CANARY),)),),
        sheets=(Sheet("values_check", at.day, rows=(SheetRow(CANARY, ratings=(("lived", 5),)),)),),
        worries=(Worry(CANARY, at.day, WorryOutcome.ACTED, CANARY, at.day),),
        helpers=(Helper(CANARY),),
    )


PROMISE = Promise("G14", "any file brought in ends in entries or in a sentence", 9000, _attempt)
