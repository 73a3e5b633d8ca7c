"""Files that are nearly one of those that people bring in: garbled, cut off, absurd."""

from __future__ import annotations

import copy
import csv
import io
import json
import random
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CANARY = "Zebrafinch"
"""Stands in every sample where a person's own words would be."""

File = tuple[str, bytes]
"""Its name and what is in it."""

_DAYLIO = ["date", "weekday", "time", "mood", "activities", "scales", "note_title", "note"]
_DAYLIO_ROWS = [
    ["2026-05-01", "1 May", "Friday", "19:40", "good", "work | walk", "", "", f"<b>{CANARY}</b>"],
    ["2026-05-02", "2 May", "Saturday", "7:05 pm", "meh", "", "Sleep: 4", CANARY, "a, b; c"],
    ["2026-05-03", "3 May", "Sunday", "", "awful", "friend", "", "", '"quoted"'],
]
_OWN = ["when", "how", "words", "tags", "slept"]
_OWN_ROWS = [
    ["2026-05-01 19:40", "7", f"{CANARY}, twice", "work|walk", "7:30"],
    ["1.5.2026", "cloudy", "=1+1", "", "7,5"],
    ["2026-05-03T10:00:00+02:00", "10", "line\nline", "a;b", ""],
]

_BYTES = (
    *(b'"', b",", b"\n", b"\r", b"\0", b"[", b"{" * 60, b"[[" * 30, b"null", b"true", b"-1"),
    *(b"NaN", b"Infinity", b"1e999", b"9" * 5000, b"\\ud800", b"\xff\xfe", b"\xfe\xff"),
    *(b"\xef\xbb\xbf", b"\xed\xa0\x80", b"0001-01-01", b"../../x", b"'=", b"a" * 20_000),
)
_VALUES = (
    *(None, True, "", " ", "\0", "\ud800", "x" * 20_000, "=1", -1, 10**30, 1e999, float("nan")),
    *([], {}, [[]], {"word": None}, "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:59"),
)
_CELLS = (
    *("", " ", "\0", "'=1", "=1", "\x1f", "nan", "-", "1e999", "9" * 400, "\ud7ff", "a" * 20_000),
    *("0001-01-01", "9999-12-31T23:59:59-23:59", "31/31/2026", "25:61", "12:00 zm", "||;;,,"),
    *("\u0661\u0662", "\u202e", "<img src=x>", "&#xD800;", "&#99999999;"),
)


def files(export: bytes, number: int, seed: int) -> Iterator[File]:
    """Yield so many files of every kind; ``export`` is one of our own."""
    chance = random.Random(seed)
    makers = list(_makers(export).items())
    for turn in range(number):
        name, make = makers[turn % len(makers)]
        yield name, make(chance)


def _makers(export: bytes) -> dict[str, Callable[[random.Random], bytes]]:
    own = _table([_OWN, *_OWN_ROWS])
    return {
        "journal.json": partial(_garbled, export),
        "values.json": partial(_with_other_values, json.loads(export)),
        "daylio-2026.csv": partial(_with_other_cells, [["full_date", *_DAYLIO], *_DAYLIO_ROWS]),
        "daylio-2018.csv": partial(
            _with_other_cells, [["year", *_DAYLIO], *(["2018", *r[1:]] for r in _DAYLIO_ROWS)]
        ),
        "own.csv": partial(_with_other_cells, [_OWN, *_OWN_ROWS]),
        "own-bytes.csv": partial(_garbled, own.encode()),
        "own-utf-16.csv": partial(_garbled, own.encode("utf-16")),
        "backup.daylio": partial(_garbled, _zipped(export, own)),
    }


def _garbled(content: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few of them flipped, lost, doubled or replaced."""
    result = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        place = chance.randrange(len(result) + 1)
        length = chance.randrange(1, 60)
        kind = chance.randrange(6)
        if kind == 0:
            result[place : place + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del result[place:]
        elif kind == 2:
            del result[place : place + length]
        elif kind == 3:
            start = chance.randrange(len(result) + 1)
            result[place:place] = result[start : start + length]
        elif kind == 4:
            result[place:place] = chance.choice(_BYTES)
        else:
            result[place : place + length] = chance.choice(_BYTES)
    return bytes(result)


def _with_other_values(plain: Any, chance: random.Random) -> bytes:
    """Return JSON in which a few values are something else altogether, or are missing."""
    changed = copy.deepcopy(plain)
    places = list(_places(changed))
    for holder, key in chance.sample(places, chance.choice((1, 1, 2, 5))):
        if chance.random() < 0.15 and isinstance(holder, dict):
            holder.pop(key, None)
        else:
            holder[key] = chance.choice(_VALUES)
    return json.dumps(changed).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield whatever holds a value inside, and where it is held."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


def _with_other_cells(rows: list[list[str]], chance: random.Random) -> bytes:
    """Return a table in which a few cells are something else altogether, or are missing."""
    changed = copy.deepcopy(rows)
    for _ in range(chance.choice((1, 1, 2, 5))):
        row = chance.choice(changed)
        place = chance.randrange(len(row) + 1)
        row[place : place + chance.randrange(3)] = [chance.choice(_CELLS)]
    return _table(changed).encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")))


def _table(rows: list[list[str]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def _zipped(export: bytes, table: str) -> bytes:
    """Return an archive, which no import takes: there is nothing to unpack."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as inside:
        inside.writestr("backup.json", export)
        inside.writestr("../outside.csv", table)
    return archive.getvalue()
