"""What stands before a command on the command line, or alone where the window is wanted."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from resilience_desktop import __version__
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Sequence


def options_parser(
    kind: type[argparse.ArgumentParser] = argparse.ArgumentParser,
) -> argparse.ArgumentParser:
    """Return the parser of these options alone."""
    top = kind(
        prog="resilience-desktop",
        description=text("A private journal. Without a command it opens its window."),
        epilog=text(
            "Exit codes: 0 done, 2 usage, 3 wrong passphrase, 4 journal unavailable or damaged, "
            "5 input not understood, 6 could not write."
        ),
    )
    top.add_argument("--version", action="version", version=__version__)
    top.add_argument("--journal", type=Path, metavar="DIR", help=text("folder of the journal"))
    top.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=text("read the passphrase from this file; - reads standard input"),
    )
    top.add_argument(
        "--take-over",
        action="store_true",
        help=text("open the journal though another computer seems to have it open"),
    )
    top.add_argument("--json", action="store_true", help=text("answer in JSON"))
    window = top.add_mutually_exclusive_group()
    window.add_argument(
        "--demo",
        action="store_true",
        help=text("look around in a made-up journal that is thrown away afterwards"),
    )
    window.add_argument(
        "--new",
        choices=("mood", "thought"),
        help=text("go to a new mood or thought record, in the window that is open or a new one"),
    )
    # Handed on by a window that locks: the computer's keyring does not open the journal then, and
    # a window that was out of sight stays so.
    top.add_argument("--locked", action="store_true", help=argparse.SUPPRESS)
    top.add_argument("--away", action="store_true", help=argparse.SUPPRESS)
    return top


def window_options(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Return the options of a window, or None for a command, for help and for what is mistaken.

    Those take the parser of all commands, which a window need not wait for.
    """
    if any(word in ("-h", "--help") for word in arguments):
        return None
    try:
        options, rest = options_parser(_Asking).parse_known_args(arguments)
    except _NotUnderstood:
        return None
    options.command = None
    return None if rest else options


class _NotUnderstood(Exception):  # noqa: N818
    """These are no options of a window."""


class _Asking(argparse.ArgumentParser):
    def error(self, _message: str) -> NoReturn:
        raise _NotUnderstood
