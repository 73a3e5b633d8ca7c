"""Measures the program against what the machine allows: `python3 packaging/dev.py bench`.

Each row does a thing twice, in turns: as the program does it, and the same work done bare, which
is the floor no code above it can get below: the bare query, the bare commit, bare matplotlib or
Typst, a bare window. The ratio of the two medians says what the program adds, on any machine; the
times themselves say little elsewhere. Beside it stand how far the ratios of single rounds lie
apart (half of them within that), what the ratio is to be at most, whether it is over, and how many
rows of the file are read for it, which must not grow with the journal.

Nothing here fails for being slow: a noisy machine is no reason not to land.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench_growth import growth_rows
from bench_journal import Journals
from bench_keeping import keeping_rows
from bench_pictures import picture_rows
from bench_queries import query_rows
from bench_report import report_rows
from bench_row import Row, table
from bench_run import Run
from bench_start import memory_rows, start_rows

YEARS, ROUNDS = 10.0, 15


def measure(years: float = YEARS, rounds: int = ROUNDS, word: str = "") -> list[Row]:
    """Return the rows whose name holds a word, for a journal of so many years."""
    with tempfile.TemporaryDirectory(prefix="resilience-bench-") as folder:
        run = Run(Journals(Path(folder)), years, rounds, word)
        for measure_some in (
            start_rows,
            keeping_rows,
            query_rows,
            picture_rows,
            report_rows,
            memory_rows,
            growth_rows,
        ):
            measure_some(run)
        return run.rows


def main(arguments: list[str]) -> int:
    """Measure, print the table and write it as JSON."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--years", type=float, default=YEARS, help="how long the journal is")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often at most")
    parser.add_argument("--rows", default="", metavar="WORD", help="only rows with it in the name")
    parser.add_argument("--peers", action="store_true", help="also what is used instead, if there")
    parser.add_argument("--out", type=Path, default=Path("build") / "bench.json")
    chosen = parser.parse_args(arguments)
    rows = measure(chosen.years, chosen.rounds, chosen.rows)
    if chosen.peers:
        from bench_peers import peer_rows

        rows += peer_rows(max(1, round(chosen.years)), chosen.rounds)
    about = {
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "years": chosen.years,
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
    }
    print(f"{about['day']}, {chosen.years:g} years of entries, {about['machine']}")
    print(table(rows))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    plain = {**about, "rows": [{**asdict(row), "over": row.is_over} for row in rows]}
    chosen.out.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
