"""From the rows of a table to entries: what every table format does alike."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from resilience_desktop.domain.entry import HIGHEST, LOWEST, Entry
from resilience_desktop.domain.ids import new_ids
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.still_open import still_open
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.fingerprint import Fingerprints
from resilience_desktop.exchange.reading import LeftOutError, Reading, RowProblem
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from resilience_desktop.domain.entry import Frame
    from resilience_desktop.domain.feeling import Feeling
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.exchange.table import Table

Cells = tuple[str, ...]

_AT_ONCE = 100  # rows
_OpenEntry = still_open(Entry)


class RowReader(Protocol):
    """How the rows of one file are understood."""

    def fingerprinted(self) -> Iterable[tuple[str, int]]:
        """Return the names and places of the columns that make a row the row it is."""

    def unmapped_mood(self, cells: Cells) -> str:
        """Return the row's mood word if it has no number yet, else nothing."""

    def entry(self, cells: Cells, source: str, id_: str) -> Entry:
        """Return the row as an entry. Raises ``LeftOutError``."""


class MoodNumbers:
    """The numbers that stand for mood words, however the words are spelled and spaced."""

    def __init__(self, *mappings: Mapping[str, int]) -> None:
        """Later mappings win. Raises ``NotUnderstoodError`` for a number beyond the scale."""
        self._numbers: dict[str, int] = {}
        self._found: dict[str, int | None] = {}
        for mapping in mappings:
            self._numbers.update((_spelling(word), mood) for word, mood in mapping.items())
        if not all(LOWEST <= mood <= HIGHEST for mood in self._numbers.values()):
            raise NotUnderstoodError(
                text("A mood word needs a whole number from -5 to +5. Nothing was changed.")
            )

    def get(self, word: str) -> int | None:
        """Return the number for a word, or None."""
        if word not in self._found:  # a file has few words for moods
            self._found[word] = self._numbers.get(_spelling(word))
        return self._found[word]


def collect(
    file_format: str,
    table: Table,
    reader: RowReader,
    notes: Iterable[str],
    progress: Progress | None = None,
) -> Reading:
    """Return the reading of a whole table."""
    progress = progress or Progress()
    fingerprints = Fingerprints(file_format, reader.fingerprinted())
    entries: list[Entry] = []
    problems = list(table.problems)
    unmapped: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    ids = new_ids(len(table.rows))
    for number, (row, id_) in enumerate(zip(table.rows, ids, strict=True)):
        if not number % _AT_ONCE:
            progress.check()
            progress.tell(number, len(table.rows))
        source = fingerprints.of(row.cells)
        word = reader.unmapped_mood(row.cells)
        if word:
            unmapped[spelled.setdefault(_spelling(word), word)] += 1
            problems.append(RowProblem(row.line, _no_number(word)))
            continue
        try:
            entry = reader.entry(row.cells, source, id_)
        except LeftOutError as left_out:
            problems.append(RowProblem(row.line, str(left_out)))
            continue
        if entry.is_empty:
            problems.append(RowProblem(row.line, text("There is nothing to keep in this row.")))
        else:
            entries.append(entry)
    progress.check()
    progress.tell(1, 1)
    return Reading(
        format=file_format,
        rows=len(table.rows) + len(table.problems),
        entries=tuple(entries),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
        unmapped_moods=tuple(sorted(unmapped.items(), key=lambda found: (-found[1], found[0]))),
        notes=tuple(notes),
    )


def entry_of(
    *,
    at: Moment,
    frame: Frame,
    mood: int | None,
    converted_from: str,
    note: str,
    tags: tuple[str, ...],
    sleep_hours: float | None,
    source: str,
    id_: str,
    energy: int | None = None,
    feelings: tuple[Feeling, ...] = (),
) -> Entry:
    """Return a new entry: the same as ``Entry`` does with these fields, many times faster."""
    made = _OpenEntry()
    made.at, made.frame, made.id = at, frame, id_
    made.mood, made.energy, made.converted_from = mood, energy, converted_from
    made.note, made.tags, made.feelings = note, tags, feelings
    made.sleep_hours, made.sleep_quality, made.source = sleep_hours, None, source
    made.sensations = made.triggers = made.basics = made.scales = made.pictures = ()
    made.went_well = ""
    made.starred = made.sealed = made.never_share = False
    made.__class__ = Entry
    made.__post_init__()
    entry: Entry = made
    return entry


def _spelling(word: str) -> str:
    return unicodedata.normalize("NFC", " ".join(word.split()).casefold())


def _no_number(word: str) -> str:
    return text("The mood “{word}” has no number yet.").format(word=word)
