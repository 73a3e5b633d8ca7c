"""The headless commands: the same services as the windows, for scripts and for the keyboard."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from resilience_desktop.commands import backups, importing, keys, report
from resilience_desktop.commands.asking import (
    Answer,
    Commands,
    UsageError,
    folder_in,
    new_passphrase,
    opened,
    spare_the_journal,
    told,
)
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalTooNewError,
    JournalUnavailableError,
    KeyFileDamagedError,
    NotUnderstoodError,
    NotWrittenError,
    OpenElsewhereError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import day, plural, text
from resilience_desktop.options import options_parser

if TYPE_CHECKING:
    from resilience_desktop.domain.search import Hit
    from resilience_desktop.services.journal import Journal

DONE, USAGE, WRONG_PASSPHRASE, UNAVAILABLE, NOT_UNDERSTOOD, NOT_WRITTEN = 0, 2, 3, 4, 5, 6
STOPPED = 130

_CODES: tuple[tuple[type[ResilienceError], int], ...] = (
    (WrongPassphraseError, WRONG_PASSPHRASE),
    (JournalDamagedError, UNAVAILABLE),
    (JournalTooNewError, UNAVAILABLE),
    (JournalUnavailableError, UNAVAILABLE),
    (KeyFileDamagedError, UNAVAILABLE),
    (NotUnderstoodError, NOT_UNDERSTOOD),
    (NotWrittenError, NOT_WRITTEN),
    (ResilienceError, NOT_UNDERSTOOD),  # such as a password that a PDF cannot have
)

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands and of the window's own options."""
    top = options_parser()
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _add_create(commands)
    importing.add(commands)
    _add_export(commands)
    report.add(commands)
    _add_search(commands)
    verify = commands.add_parser("verify", help=text("check the whole journal and count"))
    verify.add_argument("--full", action="store_true", help=text("check every backup too"))
    verify.set_defaults(work=_verify)
    backups.add(commands)
    keys.add(commands)
    return top


def run(options: argparse.Namespace) -> int:
    """Carry out the command in ``options`` and return its exit code."""
    try:
        if options.demo:
            raise UsageError(text("--demo opens a window; it does not go with a command."))
        if options.new:
            raise UsageError(text("--new opens a window; it does not go with a command."))
        found, lines = options.work(options)
    except UsageError as error:
        return _refuse(options, USAGE, str(error))
    except KeyboardInterrupt:
        return _refuse(options, STOPPED, text("Stopped. Nothing has changed."))
    except ResilienceError as error:
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        message = str(error)
        if isinstance(error, OpenElsewhereError):
            message = " ".join((message, text("Add --take-over before the command to do that.")))
        return _refuse(options, code, message)
    understood = bool(found.get("understood", True))
    try:
        for line in [json.dumps({"ok": understood, **found})] if options.json else lines:
            _say(line, sys.stdout)
        sys.stdout.flush()
    except OSError:  # a full disk, or a reader that has gone
        _stop_writing()
        _say(text("It is done, but the answer could not be written."), sys.stderr)
        return NOT_WRITTEN
    return DONE if understood else NOT_UNDERSTOOD


def say_no_screen(options: argparse.Namespace) -> int:
    """Say that the window has nowhere to open, and return the exit code."""
    return _refuse(options, USAGE, text("There is no screen here to open the window on."))


def _stop_writing() -> None:
    """Leave nothing for the interpreter to write at its end, where it would fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _refuse(options: argparse.Namespace, code: int, message: str) -> int:
    if options.json:
        _say(json.dumps({"ok": False, "code": code, "message": message}), sys.stdout)
    _say(message, sys.stderr)
    return code


def _say(line: str, stream: TextIO) -> None:
    """Print a line, whatever the terminal can show; no written word can steer the terminal."""
    encoding = stream.encoding or "utf-8"
    shown = line.translate(_CONTROLS).encode(encoding, "backslashreplace").decode(encoding)
    print(shown, file=stream)


# create


def _add_create(commands: Commands) -> None:
    create = commands.add_parser(
        "create", help=text("make a new journal and print its recovery code once")
    )
    create.add_argument(
        "--no-passphrase",
        action="store_true",
        help=text("anyone who can open your files can then read the journal"),
    )
    create.set_defaults(work=_create)


def _create(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services.journal import Journal

    words = None
    if options.no_passphrase and options.passphrase_file:
        raise UsageError(text("Give --passphrase-file or --no-passphrase, not both."))
    if not options.no_passphrase:
        words = new_passphrase(options.passphrase_file)
        if words is None:
            raise UsageError(text("Give --passphrase-file, or --no-passphrase."))
    folder = folder_in(options)
    journal, groups = Journal.create(folder, words)
    journal.close()
    code = "-".join(groups)
    return {"journal": str(folder), "recovery_code": code}, [
        text("The journal is in {folder}").format(folder=folder),
        text("Recovery code: {code}").format(code=code),
        text("It is shown once. Keep it on paper, away from this computer."),
    ]


# export


def _add_export(commands: Commands) -> None:
    take = commands.add_parser("export", help=text("take everything out, losslessly, as JSON"))
    take.add_argument(
        "--to", type=Path, required=True, metavar="FILE.json", help=text("the file to write")
    )
    take.set_defaults(work=_export)


def _export(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services.exchange import export
    from resilience_desktop.services.sharing import write_file

    spare_the_journal(options)

    def work(journal: Journal) -> Answer:
        with told(options) as progress:
            contents = journal.contents(progress)
            write_file(options.to, export(contents, progress), progress)
        entries, records = len(contents.entries), len(contents.thought_records)
        return {"file": str(options.to), "entries": entries, "thought_records": records}, [
            text("Saved {file}: {entries}, {records}. It is not encrypted.").format(
                file=options.to,
                entries=plural("{n} entry", "{n} entries", entries),
                records=plural("{n} thought record", "{n} thought records", records),
            ),
            *([text("Earlier versions are not in it.")] if journal.revisions.any() else []),
        ]

    with opened(options) as (journal, _):
        return work(journal)


# search, verify


def _add_search(commands: Commands) -> None:
    search = commands.add_parser("search", help=text("find what was written"))
    search.add_argument(
        "words", nargs="+", metavar="WORDS", help=text("each word, or how it begins")
    )
    search.add_argument(
        "--limit", type=_limit, default=50, metavar="N", help=text("most to show; usually 50")
    )
    search.set_defaults(work=_search)


def _limit(words: str) -> int:
    if not (words.isascii() and words.isdigit() and 0 < int(words[:10]) <= 1_000_000):
        raise argparse.ArgumentTypeError(text("expected a whole number from 1 to 1000000"))
    return int(words)


def _search(options: argparse.Namespace) -> Answer:
    def work(journal: Journal) -> Answer:
        kinds = journal.looking.search(" ".join(options.words), options.limit)
        hits = _newest([hit for kind in kinds for hit in kind.hits], options.limit)
        found: list[dict[str, Any]] = [
            {
                "id": hit.id,
                "kind": hit.kind.value,
                "local": hit.at.wall.isoformat() if hit.at else None,
                "excerpt": "".join(piece for piece, _ in hit.excerpt),
            }
            for hit in hits
        ]
        lines = [
            f"{_when(hit)}  {_kind(hit)}: {' '.join(one['excerpt'].split())}"
            for hit, one in zip(hits, found, strict=True)
        ]
        return {"hits": found}, lines or [text("Nothing found.")]

    with opened(options) as (journal, _):
        return work(journal)


def _newest(hits: list[Hit], limit: int) -> list[Hit]:
    """Return the newest of all kinds; what is of no day comes last."""
    dated = [(hit.at.day, hit.at.utc, hit) for hit in hits if hit.at]
    dated.sort(key=lambda found: found[:2], reverse=True)
    return [*(hit for *_, hit in dated), *(hit for hit in hits if not hit.at)][:limit]


def _when(hit: Hit) -> str:
    return f"{hit.at.wall:%Y-%m-%d %H:%M}" if hit.at else " " * len("2026-11-22 04:01")


def _kind(hit: Hit) -> str:
    return {
        "thought_record": text("Thought record"),
        "entry": text("Journal entry"),
        "practice": text("Skill used"),
        "sheet": text("Worksheet"),
        "worry": text("Worry"),
        "own_skill": text("Skill of your own"),
        "report_words": text("Words for a report"),
        "session": text("Session"),
        "draft": text("Not finished yet"),
    }[hit.kind]


def _verify(options: argparse.Namespace) -> Answer:
    def work(journal: Journal) -> Answer:
        with told(options) as progress:
            result, span = journal.verify(progress), journal.looking.span()
        if result.problems:
            raise JournalDamagedError(
                text("The journal has {problems}. It has been left as it is.").format(
                    problems=plural("{n} problem", "{n} problems", len(result.problems))
                )
            )
        lines = [
            text("The journal is sound."),
            text("Entries: {n}").format(n=result.entries),
            text("Thought records: {n}").format(n=result.thought_records),
            text("In the bin: {n}").format(n=result.in_bin),
        ]
        if span:
            lines.append(
                text("From {first} to {last}").format(first=day(span[0]), last=day(span[1]))
            )
        return {
            "sound": True,
            "entries": result.entries,
            "thought_records": result.thought_records,
            "in_bin": result.in_bin,
            "first": str(span[0]) if span else None,
            "last": str(span[1]) if span else None,
        }, lines

    if options.full:
        return backups.verify_with_backups(options, work)
    with opened(options) as (journal, _):
        return work(journal)
