"""The commands about backups: making them, going back to one, saving what is left of a journal."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from resilience_desktop.commands.asking import (
    Answer,
    Commands,
    folder_in,
    opened,
    passphrase,
    secret,
    told,
    typed,
)
from resilience_desktop.commands.backup_words import (
    finding_of,
    holds,
    line,
    moment_in_words,
    name_of,
    plain,
    previewed,
    wall_clock,
)
from resilience_desktop.errors import (
    JournalDamagedError,
    NotUnderstoodError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from resilience_desktop.services.backups import Checked
    from resilience_desktop.services.journal import Journal

T = TypeVar("T")


def add(commands: Commands) -> None:
    """Add the commands."""
    _add_backup(commands)
    restore = commands.add_parser("restore", help=text("make the journal what a backup holds"))
    restore.add_argument(
        "backup",
        metavar="BACKUP",
        help=text(
            "number of a backup in the list, newest, a file anywhere, or a folder with backups, "
            "such as one on a stick: then the newest there"
        ),
    )
    restore.add_argument(
        "--preview", action="store_true", help=text("only say what the backup holds")
    )
    _add_code(restore)
    restore.set_defaults(work=_restore)
    salvage = commands.add_parser(
        "salvage", help=text("save what can be read of a damaged journal; the original is kept")
    )
    _add_code(salvage)
    salvage.set_defaults(work=_salvage)


def _add_backup(commands: Commands) -> None:
    backup = commands.add_parser("backup", help=text("make a backup, or list them"))
    instead = backup.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help=text("show the backups there are"))
    instead.add_argument(
        "--try",
        dest="trial",
        action="store_true",
        help=text("open the newest backup as a restore would, but change nothing"),
    )
    instead.add_argument(
        "--second-folder",
        type=Path,
        metavar="DIR",
        help=text("copy every new backup into this folder too, such as one on a stick"),
    )
    instead.add_argument(
        "--no-second-folder", action="store_true", help=text("copy them there no longer")
    )
    backup.set_defaults(work=_backup)


def _add_code(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--code-file",
        metavar="FILE",
        help=text("open it with the recovery code in this file; - reads standard input"),
    )


# backup


def _backup(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import backups

    folder = folder_in(options)
    if options.list:
        return _listed(folder)
    if options.second_folder or options.no_second_folder:
        remark = backups.use_second_folder(folder, options.second_folder)
        done = (
            text("New backups also go to {folder}").format(folder=options.second_folder.absolute())
            if options.second_folder
            else text("New backups go to the journal’s own folder only.")
        )
        return {"remark": remark}, [done, *filter(None, [remark])]
    with opened(options) as (journal, _):
        return _tried(journal) if options.trial else _made(options, journal)


def _listed(folder: Path) -> Answer:
    from resilience_desktop.services.backups import overview

    found = overview(folder)
    lines = [line(backup) for backup in found.backups] or [text("There is no backup yet.")]
    if found.last_restore_test:
        lines.append(
            text("A backup was last tried out on {moment}.").format(
                moment=moment_in_words(found.last_restore_test)
            )
        )
    if found.second_folder:
        lines.append(text("Second folder: {folder}").format(folder=found.second_folder))
        if not found.second_folder_is_there:
            lines.append(text("The second folder is not there now."))
    return {
        "backups": [plain(backup) for backup in found.backups],
        "last_restore_test": wall_clock(found.last_restore_test),
        "second_folder": str(found.second_folder) if found.second_folder else None,
    }, lines


def _made(options: argparse.Namespace, journal: Journal) -> Answer:
    from resilience_desktop.services.backups import overview

    with told(options) as progress:
        made = journal.back_up(progress=progress)
    number = made.backup.stored.sequence
    line = next(b for b in overview(journal.folder).backups if b.number == number)
    done = (
        text("Backup made: {file}")
        if made.is_new
        else text("Nothing has changed since the newest backup: {file}")
    )
    return {"new": made.is_new, "file": str(line.path), "remark": made.remark, **plain(line)}, [
        done.format(file=line.path),
        holds(line.entries, line.thought_records),
        *filter(None, [made.remark]),
    ]


def _tried(journal: Journal) -> Answer:
    from resilience_desktop.services.backups import try_restoring

    tried = try_restoring(journal)
    return plain(tried), [
        text("The newest backup opens, and everything in it can be read."),
        line(tried),
    ]


# restore


def _restore(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import backups

    folder = folder_in(options)
    path = _path(folder, options.backup)
    if options.preview:
        return previewed(
            _with_what_opens_it(
                options, lambda words, code: backups.preview(folder, path, words, code)
            )
        )
    was_open = _is_open(folder)
    journal, restored = _with_what_opens_it(
        options, lambda words, code: backups.restore_closed(folder, path, words, code)
    )
    try:
        result = journal.verify()
    finally:
        journal.close()
    lines = [
        text("The journal is now what the backup holds."),
        holds(result.entries, result.thought_records),
    ]
    before = restored.before.backup.stored.sequence if restored.before else None
    if before is not None:
        lines.append(text("As it was before, it is backup {number}.").format(number=before))
    if restored.before and restored.before.remark:
        lines.append(restored.before.remark)
    if restored.set_aside:
        lines.append(
            text("The journal that was there could not be opened. It is kept in {folder}").format(
                folder=restored.set_aside
            )
        )
    if _is_open(folder) and not was_open:
        lines.append(text("It has no passphrase, as when the backup was made."))
    return {
        "entries": result.entries,
        "thought_records": result.thought_records,
        "before": before,
        "set_aside": str(restored.set_aside) if restored.set_aside else None,
    }, lines


def _path(folder: Path, name: str) -> Path:
    """Return the backup that is meant."""
    from resilience_desktop.services.backups import overview, overview_of

    found = overview(folder).backups
    elsewhere = overview_of(Path(name)).last_backup if Path(name).is_dir() else None
    if elsewhere is not None and not name.isdecimal():
        return elsewhere.path
    if name == "newest" and found:
        return found[0].path
    path = next((b.path for b in found if name.isdecimal() and b.number == int(name)), Path(name))
    if not path.is_file():
        raise NotUnderstoodError(
            text("There is no such backup. “backup --list” shows those there are.")
        )
    return path


def _is_open(folder: Path) -> bool:
    from resilience_desktop.services.journal import Door, Journal

    with suppress(ResilienceError):
        return Journal.door(folder) is Door.OPEN
    return False


# salvage


def _salvage(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import backups

    folder = folder_in(options)
    with told(options) as progress:
        journal, saved = _with_what_opens_it(
            options, lambda words, code: backups.salvage(folder, words, code, progress)
        )
    journal.close()
    return {
        "entries": saved.entries,
        "thought_records": saved.thought_records,
        "in_bin": saved.in_bin,
        "incomplete": saved.incomplete,
        "lost": saved.lost,
        "damaged_pages": saved.damaged_pages,
        "set_aside": str(saved.set_aside),
    }, [
        text("Saved: {contents}").format(contents=holds(saved.entries, saved.thought_records)),
        text("In the bin: {n}").format(n=saved.in_bin),
        text("Of these, a part is missing in: {n}").format(n=saved.incomplete),
        text("Known of, but nothing left: {n}").format(n=saved.lost),
        text("The damaged journal is kept in {folder}").format(folder=saved.set_aside),
        text("A backup may hold more: “backup --list” shows them."),
    ]


# verify --full


def verify_with_backups(options: argparse.Namespace, verify: Callable[[Journal], Answer]) -> Answer:
    """Check the journal and every backup of it."""
    from resilience_desktop.services.backups import check_all

    with opened(options) as (journal, words):
        found, lines = verify(journal)
        with told(options) as progress:
            checked = check_all(journal, words, progress)
    _refuse_damaged(checked)
    return {
        **found,
        "backups": [{"file": str(one.path), "finding": one.finding.value} for one in checked],
    }, [*lines, *(f"{name_of(one)}  {finding_of(one)}" for one in checked)]


def _refuse_damaged(checked: list[Checked]) -> None:
    from resilience_desktop.services.backups import Finding

    damaged = [name_of(one) for one in checked if one.finding is Finding.DAMAGED]
    if damaged:
        raise JournalDamagedError(
            text("The journal is sound, but of {n} backups these are damaged: {names}").format(
                n=len(checked), names=", ".join(damaged)
            )
        )


# What they share


def _with_what_opens_it(
    options: argparse.Namespace, work: Callable[[str | None, str | None], T]
) -> T:
    """Do something with the recovery code or passphrase that was given, else ask for one."""
    if options.code_file:
        unreadable = text("The recovery code could not be read from there.")
        return work(None, secret(options.code_file, unreadable, standard_input=True))
    words = passphrase(options.passphrase_file) if _needs_passphrase(options) else None
    try:
        return work(words, None)
    except WrongPassphraseError:
        words = typed(text("Passphrase of the backup: ")) if words is None else None
        if words is None:
            raise
    return work(words, None)


def _needs_passphrase(options: argparse.Namespace) -> bool:
    """Whether to ask before trying: a journal that cannot be opened would be set aside."""
    from resilience_desktop.services.journal import Door, Journal

    if options.passphrase_file:
        return True
    with suppress(JournalDamagedError):
        return Journal.door_to_try(folder_in(options)) is Door.PASSPHRASE
    return True
