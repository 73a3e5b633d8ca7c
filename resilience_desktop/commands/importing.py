"""The command that brings entries in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from resilience_desktop.commands.asking import Answer, Commands, opened, told
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from resilience_desktop.services.exchange import ImportPlan, Scale
    from resilience_desktop.services.journal import Journal


def add(commands: Commands) -> None:
    """Add the command."""
    bring = commands.add_parser("import", help=text("bring entries in from files"))
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument(
        "--format",
        choices=("daylio", "columns", "resilience"),
        help=text("usually recognised by itself"),
    )
    bring.add_argument(
        "--map",
        action="append",
        default=[],
        type=_pair,
        metavar="COLUMN=FIELD",
        help=text("field: date, time, mood, energy, note, tags, feelings or sleep"),
    )
    bring.add_argument(
        "--mood",
        action="append",
        default=[],
        type=_mood,
        metavar="LABEL=NUMBER",
        help=text("what a mood word means, -5 to 5"),
    )
    bring.add_argument(
        "--scale",
        type=_scale,
        metavar="LOW..HIGH",
        help=text("the ends of the file’s mood numbers, such as 0..100 or, with =, --scale=-3..3"),
    )
    bring.add_argument("--dry-run", action="store_true", help=text("only say what would be done"))
    bring.set_defaults(work=_import)


def _pair(words: str) -> tuple[str, str]:
    name, sign, value = words.rpartition("=")
    if not (sign and name.strip() and value.strip()):
        raise argparse.ArgumentTypeError(text("expected NAME=VALUE"))
    return name.strip(), value.strip()


def _mood(words: str) -> tuple[str, int]:
    label, value = _pair(words)
    try:
        number = int(value)
    except ValueError:
        number = 99
    if not -5 <= number <= 5:
        raise argparse.ArgumentTypeError(text("a mood is a whole number from -5 to 5"))
    return label, number


def _scale(words: str) -> Scale:
    from resilience_desktop.services.exchange import Scale

    low, _, high = words.partition("..")
    try:
        return Scale(float(low), float(high))
    except ValueError:
        raise argparse.ArgumentTypeError(text("expected LOW..HIGH, such as 0..100")) from None


def _import(options: argparse.Namespace) -> Answer:
    from resilience_desktop.services.clock import local_zone
    from resilience_desktop.services.exchange import Answers, plan_import, read_files

    answers = Answers(options.format, dict(options.map), dict(options.mood), options.scale)
    with told(options) as progress:
        readings = read_files(options.files, local_zone(), answers, progress)

    def work(journal: Journal) -> Answer:
        plan = plan_import(journal, readings)
        if not options.dry_run:
            with told(options) as progress:
                journal.add(plan.contents, progress)
        return _planned(plan, done=not options.dry_run)

    with opened(options) as (journal, _):
        return work(journal)


def _planned(plan: ImportPlan, *, done: bool) -> Answer:
    added = text("Added: {n}") if done else text("Would be added: {n}")
    lines = [
        text("Rows read: {n}").format(n=plan.rows),
        added.format(n=plan.added),
        text("Already there: {n}").format(n=plan.already_there),
        text("Left out: {n}").format(n=len(plan.problems)),
        *(
            text("  {file}, line {line}: {reason}").format(
                file=name, line=problem.line, reason=problem.reason
            )
            for name, problem in plan.problems
        ),
        *plan.notes,
    ]
    if plan.unmapped_moods:
        lines.append(text("These moods have no number yet; give each with --mood LABEL=NUMBER:"))
        lines += [f"  {label} ({count})" for label, count in plan.unmapped_moods]
    found = {
        # Files of which not one row could be used were not understood, though each row says why.
        "understood": not plan.problems or plan.added + plan.already_there > 0,
        "done": done,
        "rows": plan.rows,
        "added": plan.added,
        "already_there": plan.already_there,
        "left_out": [
            {"file": name, "line": problem.line, "reason": problem.reason}
            for name, problem in plan.problems
        ],
        "unmapped_moods": dict(plan.unmapped_moods),
        "notes": list(plan.notes),
    }
    return found, lines
