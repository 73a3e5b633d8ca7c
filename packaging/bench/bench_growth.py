"""How much longer things take in a long journal than in a short one: hardly, if all is well.

Here the floor is the program itself with a journal of one year, beside one of 50.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import replace
from typing import TYPE_CHECKING

from bench_journal import COMMON_WORD, RARE_WORD, entries
from bench_start import started

from resilience_desktop.domain.ids import new_id
from resilience_desktop.services.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench_run import Run

_SHORT, _MIDDLE, _LONG = 1, 10, 50
_GOAL = 1.25


def growth_rows(run: Run) -> None:
    """Measure the start, saving, search and the timeline in journals of several lengths.

    In a short run the longer journal has twice the years: that shows that all works, and no more.
    """
    lengths = (run.years, 2 * run.years) if run.is_short else (_SHORT, _MIDDLE, _LONG)
    _growth_of_start(run, lengths)
    _growth_inside(run, lengths)


def _name(act: str, lengths: tuple[float, ...], longer: float) -> str:
    return f"growth of {act}, {lengths[0]:g} to {longer:g} years"


def _growth_of_start(run: Run, lengths: tuple[float, ...]) -> None:
    names = [_name("start", lengths, years) for years in lengths[1:]]
    if run.wants(*names):
        home = run.journals.new_folder("home")
        shortest, *longer = run.in_turns(
            *(started(home, run.journals.of(years)) for years in lengths)
        )
        for name, times in zip(names, longer, strict=True):
            run.keep(name, (times, shortest), goal=_GOAL)


def _growth_inside(run: Run, lengths: tuple[float, ...]) -> None:
    """Measure what only reads and writes: its windows know nothing of how long a journal is."""
    wanted = [act for act in _ACTS if run.wants(*(_name(act, lengths, y) for y in lengths[1:]))]
    if not wanted:
        return
    with ExitStack() as opened:
        journals = [
            opened.enter_context(closing(Journal.open(run.journals.copy(years))))
            for years in lengths
        ]
        for act in wanted:
            acts = [_ACTS[act](journal) for journal in journals]
            for years, longer in zip(lengths[1:], acts[1:], strict=True):
                run.times(_name(act, lengths, years), longer, acts[0], goal=_GOAL)


def _saving(journal: Journal) -> Callable[[], object]:
    entry = entries(0)[0]
    return lambda: journal.keep_entry(replace(entry, id=new_id()), slot="entry:new")


def _searching(word: str) -> Callable[[Journal], Callable[[], object]]:
    return lambda journal: lambda: journal.looking.search(word)


_ACTS: dict[str, Callable[[Journal], Callable[[], object]]] = {
    "save": _saving,
    "search, common word": _searching(COMMON_WORD),
    "search, rare word": _searching(RARE_WORD),
    "timeline, first page": lambda journal: journal.looking.timeline,
}
"""What does each of these once in a journal."""
