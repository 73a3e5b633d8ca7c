"""Moving a journal into another folder, so that at any moment it is whole in at least one.

    1. everything is copied into a folder beside the new one, read back and compared
    2. the journal is opened there once, as it will be
    3. the old folder says where the journal is going, which does not count yet
    4. that folder takes its name: the one moment that decides
    5. whoever opens the journal there removes what is in the old folder (``finish_moving``)

The journal stays open while this goes on, so that no other program can write to it.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotWrittenError, ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.storage.comparing import is_true_copy
from resilience_desktop.storage.connection import looking_at, open_copy
from resilience_desktop.storage.durable import no_step, sync_file, sync_folder
from resilience_desktop.storage.moved import (
    FILES,
    FOLDERS,
    MOVED,
    came_from,
    leads_to,
    note_arrival,
    note_move,
)
from resilience_desktop.storage.state import changes_of, has_whole_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from resilience_desktop.storage.connection import JournalFile
    from resilience_desktop.storage.durable import Step
    from resilience_desktop.storage.store import Store

_JOURNAL, _LEFT = "journal.db", ("journal.db-wal", "journal.db.new", "journal.lock")


def refuse_unfit(folder: Path, target: Path) -> None:
    """Raise ``NotWrittenError`` for a folder that a journal cannot move into."""
    try:
        here, there = folder.resolve(), target.resolve()
        if (target / _JOURNAL).exists() and here != there:
            raise NotWrittenError(
                text("There is a journal in that folder already. Please choose another folder.")
            )
        if here == there or here in there.parents or there in here.parents:
            raise NotWrittenError(
                text("The journal is in that folder already. Please choose another folder.")
            )
        if target.is_mount() or (target.exists() and others_in(target)):
            raise NotWrittenError(
                text("That folder is not empty. Please make a new folder and choose that.")
            )
    except OSError as error:
        raise NotWrittenError(
            text("That folder cannot be read. Please choose another folder.")
        ) from error


def others_in(target: Path) -> list[str]:
    """Return what is in a folder besides a note of where a journal has gone."""
    return [path.name for path in target.iterdir() if path.name != MOVED]


def move(store: Store, target: Path, step: Step = no_step) -> None:
    """Move an open journal; it is closed afterwards and opens in the new folder.

    Raises ``NotWrittenError`` and ``JournalDamagedError``: then it is where it was.
    """
    file, folder = store.db, store.db.path.parent
    refuse_unfit(folder, target)
    stage = target.with_name(f"{target.name}.moving")
    try:
        store.checkpoint()
        _copy_all(file, folder, stage, step)
        _try_out(file, stage)
        step("copy tried out")
        note_move(folder, target, file.journal_id, step)
        _make_room(target)
        step("room made")
        stage.rename(target)
    except (OSError, NotWrittenError) as error:
        _take_back(folder, stage)
        raise NotWrittenError(
            text(
                "The journal could not be moved: the disk is full, or that folder cannot be "
                "written to. It is where it was."
            )
        ) from error
    except BaseException:
        _take_back(folder, stage)
        raise
    step("copy in place")
    with suppress(OSError):  # the name is there already
        sync_folder(target.parent)
    store.close()
    step("old one closed")


def finish_moving(file: JournalFile, step: Step = no_step) -> None:
    """Remove what is left in the folder that an open journal came from; usually nothing is.

    A journal there that has been written in since is left alone. Raises ``OSError`` and the
    errors of a journal: there is another time.
    """
    old, changes = came_from(file.path.parent)
    if old is None or not leads_to(old, file.path.parent):
        return
    journal = old / _JOURNAL
    if journal.exists():
        with looking_at(journal, file.secret) as left:
            if changes_of(left) != changes:
                return
        journal.unlink()
        step("old journal gone")
    for name in (*_LEFT, *FILES):
        (old / name).unlink(missing_ok=True)
    step("old keys gone")
    for name in FOLDERS:
        if (old / name).exists():
            shutil.rmtree(old / name)
    sync_folder(old)
    step("old folder empty")


def _copy_all(file: JournalFile, folder: Path, stage: Path, step: Step) -> None:
    """Copy everything that belongs to the journal; raise when something reads differently."""
    if stage.exists():
        shutil.rmtree(stage)  # of a move that was interrupted
    stage.mkdir(mode=0o700, parents=True)
    copy = stage / _JOURNAL
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    file.copy_to(copy)
    sync_file(copy)
    step("journal copied")
    for source in _along(folder):
        to = stage / source.relative_to(folder)
        for place in reversed(to.relative_to(stage).parents):
            (stage / place).mkdir(mode=0o700, exist_ok=True)  # the mode is for the last one only
        shutil.copyfile(source, to)
        to.chmod(0o600)
        sync_file(to)
        if to.read_bytes() != source.read_bytes():
            raise NotWrittenError
        step("file copied")
    note_arrival(stage, folder, changes_of(file))
    for place in (*(path for path in stage.rglob("*") if path.is_dir()), stage, stage.parent):
        sync_folder(place)
    with file.looking_at(copy) as copied:
        if not has_whole_pages(copied):
            raise NotWrittenError
    if not is_true_copy(file, copy):
        raise NotWrittenError
    step("copy compared")


def _along(folder: Path) -> Iterator[Path]:
    """Go through the files that move with a journal."""
    yield from (folder / name for name in FILES if (folder / name).exists())
    for name in FOLDERS:
        found = (folder / name).rglob("*")
        yield from sorted(path for path in found if path.is_file() and not path.is_symlink())


def _try_out(file: JournalFile, stage: Path) -> None:
    """Open the copy as the journal will be opened: not every disk can do what that needs."""
    try:
        copy = open_copy(stage / _JOURNAL, file.secret)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        copy.close()
    except ResilienceError as error:
        raise NotWrittenError from error


def _make_room(target: Path) -> None:
    """Take an empty folder away, or one that only says where a journal had gone."""
    if target.exists():
        (target / MOVED).unlink(missing_ok=True)
        target.rmdir()


def _take_back(folder: Path, stage: Path) -> None:
    with suppress(OSError):
        (folder / MOVED).unlink(missing_ok=True)
    shutil.rmtree(stage, ignore_errors=True)
