"""Tries thought records on real texts: `python3 packaging/dev.py practice FILE`.

The file is a CSV with a negative thought in one column and another way to put it in the next. Each
row becomes a record in a throw-away journal; then all of them are listed, searched, counted,
exported and brought in again, with a few texts added that are hard on a program. What is printed
are numbers: nothing of the texts.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from resilience_desktop.domain.details import Trigger
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.exchange import Answers, export, plan_import, read_files
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.patterns import hints_about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROWS, ZONE = 400, "Europe/London"
_LAST = dt.datetime(2026, 11, 22, 20)  # noqa: DTZ001  (as a clock on a wall shows it)
_SEARCHES = 60
_LONG = 5000
HARD = {
    "5,000 characters": "It will all go wrong again. " * (_LONG // 28 + 1),
    "no spaces": "a" * _LONG,
    "right to left": "אף אחד לא יאמין לי. لن يصدقني أحد.",
    "both directions": "She said «לא» and then nothing, 3-1 (לא).",
    "emoji": "Nobody answered \N{PENSIVE FACE}\N{FAMILY}\N{ZERO WIDTH JOINER}\N{WOMAN}\ufe0f.",
    "Chinese": "没有人会相信我。我总是把事情搞砸。",
    "combining signs": "Cafe\u0301 Zu\u0308rich n\u0303o a\u030a\u0323",
    "lines and tabs": "First line.\n\n\tSecond line.\r\nThird.",
    "like a program": '\'; DROP TABLE items; -- "x"* <b>{thought}</b> %s \\0 NEAR(',
}


def read(path: Path, most: int) -> list[tuple[str, str]]:
    """Return thoughts and other ways to put them: the first two columns of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [(row[0], row[1]) for row in islice(rows, most)]


def as_records(pairs: Iterable[tuple[str, str]]) -> list[ThoughtRecord]:
    """Return a finished record for each pair, with the patterns a hint would ask about."""
    made = []
    for number, (thought, other) in enumerate(pairs):
        hints = [hint.pattern for hint in hints_about(thought)]
        made.append(
            ThoughtRecord(
                at=Moment.from_wall(_LAST - dt.timedelta(hours=9 * number), ZONE),
                form="triple",
                thoughts=(AutomaticThought(thought, 80, 80 - number % 60, hot=True),),
                feelings=(RatedFeeling("sad", 70, 70 - number % 50),),
                triggers=(Trigger(("work", "family", "money")[number % 3]),),
                patterns=tuple(ChosenPattern(p, n == 0, hinted=True) for n, p in enumerate(hints)),
                balanced_thought=other,
                balanced_belief=number % 101,
                finished=True,
            )
        )
    return made


class Practice:
    """Goes through the steps, prints what it saw and notes what was wrong."""

    def __init__(self, records: list[ThoughtRecord], folder: Path) -> None:
        self.records, self.folder = records, folder
        self.faults: list[str] = []

    def run(self) -> None:
        """Do everything once."""
        journal, _ = Journal.create(self.folder / "journal", None)
        try:
            with _timed(f"kept {len(self.records)} records"):
                journal.add(Contents(thought_records=tuple(self.records)))
            self._list(journal)
            self._search(journal)
            self._count(journal)
            self._change(journal)
            self._export(journal)
        finally:
            journal.close()

    def _list(self, journal: Journal) -> None:
        with _timed("listed the first page"):
            page = journal.records.beginning(RecordFilter())
        self._check("number of the list", page.number, len(self.records))
        found, more = list(page.records), list(page.records)
        with _timed("listed all of them"):
            while more:
                more = journal.records.page(RecordFilter(), more[-1])
                found += more
        newest = sorted(self.records, key=lambda record: record.at.utc, reverse=True)
        listed = [(one.id, one.thought[0], one.balanced_thought) for one in found]
        written = [(one.id, one.thoughts[0].text, one.balanced_thought) for one in newest]
        self._check("the list", listed, written)

    def _search(self, journal: Journal) -> None:
        """Look for records by their first words, however an accent in them is written."""
        some = self.records[:: max(1, len(self.records) // _SEARCHES)][:_SEARCHES]
        looked_for = [*some, *self.records[-len(HARD) :]]
        missed = 0
        with _timed(f"searched {len(looked_for)} times"):
            for record in looked_for:
                first = " ".join(_words(record.thoughts[0].text)[:3])
                for words in {first, unicodedata.normalize("NFC", first)}:
                    missed += bool(words) and not self._is_found(journal, record.id, words)
        print(f"  {len(looked_for)} records looked for by their first words, {missed} not found")
        self._check("records not found by their own words", missed, 0)

    def _is_found(self, journal: Journal, id_: str, words: str) -> bool:
        """Whether the list and the search of the window find it, and find the same."""
        every = len(self.records)
        listed = {one.id for one in journal.records.page(RecordFilter(words=words), limit=every)}
        found = journal.looking.search(words, limit=every)
        seen = {hit.id for one in found if one.kind is Kind.THOUGHT_RECORD for hit in one.hits}
        return id_ in listed and listed == seen

    def _count(self, journal: Journal) -> None:
        with _timed("counted what they show"):
            seen = journal.records.seen()
        patterns = Counter(p.pattern for record in self.records for p in record.patterns)
        found = {one.marks[0].word: one.number for one in seen.patterns}
        found |= {one.marks[0].word: one.number for one in seen.in_place_of_patterns}
        self._check("counts of patterns", found, dict(patterns))
        self._check("counts of triggers", sum(one.number for one in seen.triggers), seen.records)
        hinted = sum(bool(record.patterns) for record in self.records)
        print(f"  {hinted} thoughts had a hint, {len(patterns)} patterns in all")
        print(
            f"  {len(seen.together)} pairs met, the most often {seen.together[0].number} times"
            if seen.together
            else "  no pairs met"
        )
        for pair in seen.together[:20]:
            parts = {"pattern": "patterns", "trigger": "triggers", "feeling": "feelings"}
            chosen = {parts[mark.axis]: (mark.word,) for mark in pair.marks}
            number = journal.records.number_of(RecordFilter(**chosen))  # type: ignore[arg-type]
            self._check("records behind a pair", number, pair.number)

    def _change(self, journal: Journal) -> None:
        """Change records as somebody does while writing, and put one in the bin."""
        with _timed("changed 50 records"):
            for record in self.records[:50]:
                changed = replace(record, situation=record.thoughts[0].text)
                journal.keep_thought_record(changed)
                self._check("a changed record", journal.thought_record(record.id), changed)
                journal.keep_thought_record(record)

    def _export(self, journal: Journal) -> None:
        path = self.folder / "export.json"
        with _timed("exported"):
            path.write_bytes(export(journal.contents()))
        other, _ = Journal.create(self.folder / "other", None)
        try:
            with _timed("brought in again"):
                plan = plan_import(other, read_files([path], ZONE, Answers()))
                other.add(plan.fresh)
            again = {r.id: r for r in other.contents().thought_records}
            self._check("problems of the import", len(plan.problems), 0)
            self._check("what came back", again, {r.id: r for r in self.records})
        finally:
            other.close()

    def _check(self, what: str, found: object, wanted: object) -> None:
        if found != wanted:
            self.faults.append(what)


@contextmanager
def _timed(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    print(f"{what}: {1000 * (time.perf_counter() - start):.0f} ms")


def _words(text: str) -> list[str]:
    return [word for word in text.split() if any(map(str.isalnum, word))]


def main(arguments: list[str]) -> int:
    """Practise on a file; return 1 when something came back otherwise than it was."""
    parser = argparse.ArgumentParser(prog="dev.py practice", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    chosen = parser.parse_args(arguments)
    pairs = read(chosen.file, chosen.rows)
    hard = [(words, words) for words in HARD.values()]
    print(f"{len(pairs)} rows, and {len(hard)} texts that are hard on a program")
    with tempfile.TemporaryDirectory() as folder:
        practice = Practice(as_records([*pairs, *hard]), Path(folder))
        practice.run()
    for fault in sorted(set(practice.faults)):
        print(f"WRONG: {fault}")
    print("Something was wrong." if practice.faults else "Everything came back as it was.")
    return 1 if practice.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
