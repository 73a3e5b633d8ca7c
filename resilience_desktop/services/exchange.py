"""Bringing entries in from files, and taking everything out again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resilience_desktop import __version__
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange import importing, journal_json
from resilience_desktop.exchange.reading import (
    Draft,
    Format,
    Reading,
    RowProblem,
)
from resilience_desktop.exchange.scale import Scale
from resilience_desktop.exchange.suggestion import suggest
from resilience_desktop.exchange.table import read_table
from resilience_desktop.i18n import text
from resilience_desktop.services.contents import Contents
from resilience_desktop.storage.still_open import making_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from resilience_desktop.services.journal import Journal

__all__ = [
    "Answers",
    "FileHead",
    "ImportPlan",
    "Reading",
    "RowProblem",
    "Scale",
    "export",
    "file_head",
    "file_heads",
    "plan_import",
    "read_file",
    "read_files",
]

_BEGINNING = 64  # bytes
_LOOKED_AT, _READ = 0.2, 0.9
"""How far planning has come when the files were looked at, and when they were read."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What bringing some files in would do; nothing has been done yet."""

    contents: Contents = field(repr=False)
    fresh: Contents = field(repr=False)
    """The part of it that is not in the journal yet."""
    rows: int
    problems: tuple[tuple[str, RowProblem], ...] = field(repr=False)
    """File name and row, for each row that is left out."""
    unmapped_moods: tuple[tuple[str, int], ...] = field(repr=False)
    notes: tuple[str, ...] = field(repr=False)

    @property
    def added(self) -> int:
        """How many entries and thought records are new."""
        return _size(self.fresh)

    @property
    def already_there(self) -> int:
        """How many are in the journal already."""
        return _size(self.contents) - _size(self.fresh)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person can say about a file that does not say it itself."""

    format: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict, repr=False)
    """A column of the file -> the field it is."""
    moods: Mapping[str, int] = field(default_factory=dict, repr=False)
    """A mood word -> -5..+5."""
    scale: Scale | None = None
    """From where to where the file's mood numbers go."""


@making_many()
def read_files(
    paths: Sequence[Path], zone: str, answers: Answers, progress: Progress | None = None
) -> list[tuple[str, Reading]]:
    """Return each file's name and what it holds, as ``plan_import`` wants it."""
    progress = progress or Progress()
    named = []
    for number, path in enumerate(paths, start=1):
        progress.stage(_reading(paths), until=_READ * number / len(paths))
        named.append((path.name, read_file(path, zone, answers, progress)))
    return named


def read_file(path: Path, zone: str, answers: Answers, progress: Progress | None = None) -> Reading:
    """Return what a file holds; raise ``NotUnderstoodError`` when it cannot be used."""
    reading = importing.read(
        file_bytes(path),
        name=path.name,
        format=answers.format,
        zone=zone,
        columns={name: column for column, name in answers.columns.items()},
        moods=answers.moods,
        scale=answers.scale,
        progress=progress,
    )
    return _with_safe_pictures(reading, progress or Progress()) if reading.pictures else reading


def _with_safe_pictures(reading: Reading, progress: Progress) -> Reading:
    """Return the same with pictures that are what they say, and hold nothing but pixels."""
    from resilience_desktop.services.pictures import as_kept

    pictures, problems = [], []
    for number, (id_, body) in enumerate(reading.pictures, start=1):
        progress.check()
        try:
            pictures.append((id_, as_kept(body)))
        except NotUnderstoodError as error:
            problems.append(RowProblem(number, str(error)))
    problems = [*reading.problems, *problems]
    return replace(reading, pictures=tuple(pictures), problems=tuple(problems))


@dataclass(frozen=True, slots=True)
class FileHead:
    """What can be told of a file before anyone is asked."""

    name: str
    columns: tuple[tuple[str, str], ...] = field(repr=False)
    """Each column and the field it seems to be, or nothing; empty for a known format."""


def file_heads(paths: Sequence[Path], progress: Progress | None = None) -> list[FileHead]:
    """Return the head of each file."""
    progress = progress or Progress()
    progress.stage(_reading(paths), until=_LOOKED_AT)
    return [file_head(path, progress) for path in progress.each(paths)]


def file_head(path: Path, progress: Progress | None = None) -> FileHead:
    """Return the columns of a table of unknown format, with what they seem to be."""
    data = file_bytes(path)
    if importing.detect(data, path.name) != Format.COLUMNS:
        return FileHead(path.name, ())
    table = read_table(data, name=path.name, progress=progress)
    guesses = suggest(table.header, (row.cells for row in table.rows))
    fields = {column: name for name, column in guesses.items()}
    return FileHead(path.name, tuple((c, fields.get(c, "")) for c in table.header if c.strip()))


def file_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise ``NotUnderstoodError`` when it is missing or far too large."""
    try:
        with path.open("rb") as file:
            data = file.read(_BEGINNING)
            data += file.read(importing.most_bytes(data) + 1 - len(data))
    except OSError as error:
        raise NotUnderstoodError(
            text("{name} could not be read. Nothing has changed.").format(name=path.name)
        ) from error
    return data


@making_many()
def plan_import(
    journal: Journal,
    readings: Iterable[tuple[str, Reading]],
    progress: Progress | None = None,
) -> ImportPlan:
    """Return what adding these files, given as name and reading, would do."""
    (progress or Progress()).stage(text("Looking for what is new"))
    named = list(readings)
    contents = Contents(
        tuple(e for _, r in named for e in r.entries),
        tuple(t for _, r in named for t in r.records),
        tuple(e for _, r in named for e in r.binned_entries),
        tuple(t for _, r in named for t in r.binned_records),
        tuple((d.slot, d.entry) for _, r in named for d in r.drafts),
        tuple(part for _, r in named for part in r.report_words),
        tuple(contact for _, r in named for contact in r.contacts),
        tuple(setting for _, r in named for setting in r.settings),
        tuple(tag for _, r in named for tag in r.tags),
        tuple(goal for _, r in named for goal in r.goals),
        tuple(picture for _, r in named for picture in r.pictures),
        tuple(card for _, r in named for card in r.cards),
        tuple(insight for _, r in named for insight in r.insights),
        tuple(pattern for _, r in named for pattern in r.patterns),
        tuple(change for _, r in named for change in r.times_of_change),
        tuple(session for _, r in named for session in r.sessions),
        tuple(profile for _, r in named for profile in r.report_profiles),
        tuple(made for _, r in named for made in r.reports_made),
        tuple(look for _, r in named for look in r.month_looks),
        tuple(sign for _, r in named for sign in r.early_signs),
        practices=tuple(practice for _, r in named for practice in r.practices),
        own_skills=tuple(skill for _, r in named for skill in r.own_skills),
        toolkit=tuple(toolkit for _, r in named for toolkit in r.toolkit),
        sheets=tuple(sheet for _, r in named for sheet in r.sheets),
        worries=tuple(worry for _, r in named for worry in r.worries),
        helpers=tuple(helper for _, r in named for helper in r.helpers),
    )
    return ImportPlan(
        contents=contents,
        fresh=journal.fresh(contents),
        rows=sum(r.rows for _, r in named),
        problems=tuple((name, problem) for name, r in named for problem in r.problems),
        unmapped_moods=tuple(pair for _, r in named for pair in r.unmapped_moods),
        notes=tuple(note for _, r in named for note in r.notes),
    )


def export(contents: Contents, progress: Progress | None = None) -> bytes:
    """Return everything as JSON that gives an equal journal when brought into an empty one."""
    progress = progress or Progress()
    progress.stage(text("Writing the file"), until=0.8)
    return journal_json.dump(
        contents.entries,
        contents.thought_records,
        binned_entries=contents.binned_entries,
        binned_records=contents.binned_thought_records,
        drafts=[Draft(slot, entry) for slot, entry in contents.drafts],
        report_words=dict(contents.report_words),
        contacts=contents.contacts,
        settings=dict(contents.settings),
        tags=contents.tags,
        goals=contents.goals,
        pictures=contents.pictures,
        cards=contents.cards,
        insights=contents.insights,
        patterns=contents.patterns,
        times_of_change=contents.times_of_change,
        sessions=contents.sessions,
        report_profiles=contents.report_profiles,
        reports_made=contents.reports_made,
        month_looks=contents.month_looks,
        early_signs=contents.early_signs,
        practices=contents.practices,
        own_skills=contents.own_skills,
        toolkit=contents.toolkit,
        sheets=contents.sheets,
        worries=contents.worries,
        helpers=contents.helpers,
        app=f"Resilience Desktop {__version__}",
        progress=progress,
    )


def _reading(paths: Sequence[Path]) -> str:
    return text("Reading the file") if len(paths) == 1 else text("Reading the files")


def _size(contents: Contents) -> int:
    return sum(
        map(
            len,
            (
                contents.entries,
                contents.thought_records,
                contents.binned_entries,
                contents.binned_thought_records,
            ),
        )
    )
