"""What every command asks for: a folder, secrets from a file or the keyboard, an open journal."""

from __future__ import annotations

import getpass
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from resilience_desktop.errors import NotUnderstoodError, WrongPassphraseError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.services.journal import Journal

# argparse has no public name for what add_subparsers returns.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
Answer = tuple[dict[str, Any], list[str]]
"""The same answer twice: for programs and, line by line, for people."""


class UsageError(Exception):
    """The command's words do not fit together."""


def folder_in(options: argparse.Namespace) -> Path:
    """Return the journal's folder: the one that was named, or the usual one, or where it went."""
    from resilience_desktop.paths import Places
    from resilience_desktop.services.whereabouts import take_over, whereabouts

    folder = whereabouts(Places.usual(options.journal).journal)
    if options.take_over:
        take_over(folder)
    return folder


def open_journal(options: argparse.Namespace) -> tuple[Journal, str | None]:
    """Return the journal, open, and the passphrase that opened it if it has one."""
    from resilience_desktop.services.journal import Door, Journal

    folder = folder_in(options)
    door = Journal.door_to_try(folder)
    if door is not Door.PASSPHRASE:
        return Journal.open(folder), None  # or says why not
    words = passphrase(options.passphrase_file)
    if words is None:
        raise WrongPassphraseError(
            text("This journal has a passphrase. Give it with --passphrase-file.")
        )
    return Journal.open(folder, words), words


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[tuple[Journal, str | None]]:
    """Give the journal, open, with its passphrase; close it afterwards."""
    journal, words = open_journal(options)
    try:
        yield journal, words
    finally:
        journal.close()


def told(options: argparse.Namespace) -> AbstractContextManager[Progress]:
    """Return a progress that a person at the terminal sees, and a program does not."""
    from resilience_desktop.terminal import told_on

    return told_on(None if options.json else sys.stderr)


def spare_the_journal(options: argparse.Namespace) -> None:
    """Refuse to write over the journal itself."""
    from resilience_desktop.services.journal import Journal

    if Journal.owns(folder_in(options), options.to):
        raise UsageError(text("That file is part of the journal. Choose another name."))


def passphrase(name: str | None) -> str | None:
    """Return the passphrase from a file, standard input or the keyboard, or None."""
    if name:
        return _from_file(name)
    return typed(text("Passphrase: "))


def new_passphrase(name: str | None) -> str | None:
    """Return a passphrase that is to be set, asked for twice; refuse one that is too short."""
    from resilience_desktop.services.passphrases import SHORTEST

    words = _from_file(name) if name else typed(text("New passphrase: "))
    if words is None:
        return None
    if not name and words != typed(text("The same again: ")):
        raise UsageError(text("The two passphrases are not the same."))
    if len(words) < SHORTEST:
        raise UsageError(text("A passphrase has at least {n} characters.").format(n=SHORTEST))
    return words


def typed(prompt: str) -> str | None:
    """Return a secret typed at the keyboard, unseen, or None where there is no keyboard."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    try:
        return getpass.getpass(prompt)
    except EOFError:  # Ctrl+D
        return None


def secret(name: str, unreadable: str, *, standard_input: bool = False) -> str:
    """Return the words in a file; with ``standard_input``, ``-`` stands for the next line there.

    Always UTF-8, with or without a mark, since that is what the window makes of the same keys.
    """
    try:
        if standard_input and name == "-":
            words = sys.stdin.buffer.readline()
        else:
            words = Path(name).read_bytes()
        return words.decode("utf-8-sig").rstrip("\r\n")
    except (AttributeError, OSError, UnicodeDecodeError):  # the first: no standard input at all
        raise NotUnderstoodError(unreadable) from None


def _from_file(name: str) -> str:
    unreadable = text("The passphrase could not be read from there.")
    return secret(name, unreadable, standard_input=True)
