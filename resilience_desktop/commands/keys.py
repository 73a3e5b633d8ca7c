"""The commands about what opens a journal: its passphrase, its key, its recovery sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from resilience_desktop.commands.asking import (
    Answer,
    Commands,
    UsageError,
    folder_in,
    new_passphrase,
    opened,
    secret,
    typed,
)
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from resilience_desktop.services.journal import Journal


def add(commands: Commands) -> None:
    """Add the commands."""
    _add_passphrase(commands)
    _add_recovery_sheet(commands)


def _add_passphrase(commands: Commands) -> None:
    top = commands.add_parser("passphrase", help=text("change what opens the journal"))
    ways = top.add_subparsers(dest="way", metavar="WHAT", required=True)
    _add_way(
        ways,
        "set",
        _set,
        text("put a journal that has none behind a passphrase; prints a new recovery code once"),
        new=True,
    )
    _add_way(ways, "change", _change, text("let another passphrase open the journal"), new=True)
    _add_way(ways, "remove", _remove, text("let anyone who can open your files read the journal"))
    _add_way(
        ways,
        "new-key",
        _new_key,
        text("make a new key behind the same passphrase; prints a new recovery code once"),
    )
    recover = _add_way(
        ways, "recover", _recover, text("set a new passphrase with the recovery code"), new=True
    )
    recover.add_argument(
        "--code-file",
        metavar="FILE",
        help=text("read the recovery code from this file; - reads standard input"),
    )


def _add_way(
    ways: Commands,
    name: str,
    work: Callable[[argparse.Namespace], Answer],
    words: str,
    *,
    new: bool = False,
) -> argparse.ArgumentParser:
    way = ways.add_parser(name, help=words, description=words)
    way.set_defaults(work=work)
    if new:
        way.add_argument(
            "--new-passphrase-file",
            metavar="FILE",
            help=text("read the new passphrase from this file; - reads standard input"),
        )
    return way


def _set(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import keys

    def work(journal: Journal, _old: str | None) -> Answer:
        new = _new(options)
        groups = keys.set_passphrase(journal, new)
        return _told(
            options, text("The journal has a passphrase now, and a new key."), groups=groups
        )

    with opened(options) as (journal, words):
        return work(journal, words)


def _change(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import keys

    def work(journal: Journal, old: str | None) -> Answer:
        keys.change_passphrase(journal, old or "", _new(options))
        return _changed(options)

    with opened(options) as (journal, words):
        return work(journal, words)


def _recover(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import keys
    from resilience_desktop.services.journal import Journal

    code = _code(options)
    journal = Journal.open_with_code(folder_in(options), code)
    try:
        keys.change_forgotten_passphrase(journal, code, _new(options))
    finally:
        journal.close()
    return _changed(options)


def _remove(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import keys

    def work(journal: Journal, old: str | None) -> Answer:
        keys.remove_passphrase(journal, old or "")
        return _told(
            options,
            text(
                "The journal has no passphrase any more. "
                "Anyone who can open your files can read it."
            ),
            text("The recovery code is the same as before."),
            opens_with="nothing",
        )

    with opened(options) as (journal, words):
        return work(journal, words)


def _new_key(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import keys

    def work(journal: Journal, old: str | None) -> Answer:
        groups = keys.make_new_key(journal, old)
        opens_with = "nothing" if old is None else "passphrase"
        return _told(
            options, text("The journal has a new key."), groups=groups, opens_with=opens_with
        )

    with opened(options) as (journal, words):
        return work(journal, words)


def _changed(options: argparse.Namespace) -> Answer:
    return _told(
        options,
        text("The passphrase is changed. Backups made before still open with the old one."),
        text("The recovery code is the same as before."),
    )


def _told(
    options: argparse.Namespace,
    *lines: str,
    groups: tuple[str, ...] = (),
    opens_with: str = "passphrase",
) -> Answer:
    found = {"journal": str(folder_in(options)), "opens_with": opens_with}
    if not groups:
        return found, list(lines)
    code = "-".join(groups)
    return {**found, "recovery_code": code}, [
        *lines,
        text("New recovery code: {code}").format(code=code),
        text("It is shown once. Keep it on paper, away from this computer."),
        text("The old code and the old key only open backups made before."),
    ]


def _new(options: argparse.Namespace) -> str:
    words = new_passphrase(options.new_passphrase_file)
    if words is None:
        raise UsageError(text("Give --new-passphrase-file."))
    return words


def _code(options: argparse.Namespace) -> str:
    if options.code_file:
        unreadable = text("The recovery code could not be read from there.")
        return secret(options.code_file, unreadable, standard_input=True)
    code = typed(text("Recovery code: "))
    if code is None:
        raise UsageError(text("Give --code-file."))
    return code


def _add_recovery_sheet(commands: Commands) -> None:
    sheet = commands.add_parser(
        "recovery-sheet", help=text("make a page with the recovery code, to print and keep")
    )
    sheet.add_argument(
        "--out", type=Path, required=True, metavar="FILE.pdf", help=text("the file to write")
    )
    sheet.add_argument(
        "--paper", choices=("a4", "us-letter"), default="a4", help=text("usually a4")
    )
    sheet.set_defaults(work=_recovery_sheet)


def _recovery_sheet(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services import keys, sharing
    from resilience_desktop.services.journal import Journal

    if Journal.owns(folder_in(options), options.out):
        raise UsageError(text("That file is part of the journal. Choose another name."))

    def work(journal: Journal, words: str | None) -> Answer:
        groups = keys.recovery_groups(journal, words)
        sheet = sharing.recovery_sheet(groups, journal.today(), options.paper)
        sharing.write_file(options.out, sharing.pdf_of(sheet))
        return {"file": str(options.out)}, [
            text("Saved {file}").format(file=options.out),
            text("Print it, then delete the file: whoever has it can open the journal."),
        ]

    with opened(options) as (journal, words):
        return work(journal, words)
