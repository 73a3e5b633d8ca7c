"""What is read and shown: the timeline, filters, search, a month, the records, the charts' data.

Measured where the windows ask for it, which leaves out the drawing of the rows: painting is part
of the rows of the start. Search looks through drafts, sessions and skills too, and counts what it
finds; its floor does not.
"""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import bench_bare as bare
from bench_journal import COMMON_TAG, COMMON_WORD, LAST, RARE_TAG, RARE_WORD

from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.looking import Place
from resilience_desktop.services.views.choosing import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench_run import Run

    Both = tuple[Callable[[], object], Callable[[], object]]

_PATTERN = "mind_reading"
_WITH_PATTERN = "AND +i.seq IN (SELECT seq FROM record_patterns WHERE pattern = :pattern)"
_GOAL = 1.5
_WITH_GOAL = ("timeline", "search")


def query_rows(run: Run) -> None:
    """Measure every row of reading."""
    if not run.wants(*ROWS):
        return
    with closing(Journal.open(run.journals.copy(run.years))) as journal:
        for name, sides in ROWS.items():
            if run.wants(name):
                product, floor = sides(journal)
                goal = _GOAL if name.startswith(_WITH_GOAL) else None
                run.times(
                    name, product, floor, goal=goal, rows=bare.rows_read(journal.file, product)
                )


def _first_page(journal: Journal) -> Both:
    return journal.looking.timeline, lambda: bare.page(journal.file)


def _page_at_the_oldest(journal: Journal) -> Both:
    (first,) = journal.file.execute("SELECT min(day) FROM items").fetchone()
    oldest = Place.end_of(dt.date.fromisoformat(first) + dt.timedelta(days=bare.PAGE // 2))
    return lambda: journal.looking.timeline(oldest), lambda: bare.page(journal.file, oldest)


def _paging(journal: Journal) -> Both:
    return partial(paged, journal), partial(paged_bare, journal)


def paged(journal: Journal) -> list[str]:
    """Go through the whole timeline, page by page, as the window does; return the ids."""
    page = journal.looking.timeline()
    ids = [item.id for item in page.items]
    while page.end is not None:
        page = journal.looking.timeline(page.end)
        ids += [item.id for item in page.items]
    return ids


def paged_bare(journal: Journal) -> list[str]:
    """Do the same with the bare queries."""
    items, _ = bare.page(journal.file)
    ids = [row[3] for row in items]
    while len(items) == bare.PAGE:
        items, _ = bare.page(journal.file, Place(*items[-1][:3]))
        ids += [row[3] for row in items]
    return ids


def _filtered(tag: str, journal: Journal) -> Both:
    chosen = TimelineFilter(tags=(tag,))
    return (
        lambda: journal.looking.timeline(chosen=chosen),
        lambda: bare.page(journal.file, None, bare.WITH_TAG, {"tag": tag}, days=False),
    )


def _number_of_tag(journal: Journal) -> Both:
    return (
        lambda: journal.looking.number_of(TimelineFilter(tags=(COMMON_TAG,))),
        lambda: bare.number_with_tag(journal.file, COMMON_TAG),
    )


def _searched(word: str, journal: Journal, *, common: bool = False) -> Both:
    return (
        lambda: journal.looking.search(word),
        lambda: bare.found(journal.file, f'"{word}"*', common=common),
    )


def _month(journal: Journal) -> Both:
    first, last = LAST.replace(day=1), LAST
    return (
        lambda: journal.looking.days(first, last),
        lambda: bare.month(journal.file, first.isoformat(), last.isoformat()),
    )


def _records(journal: Journal) -> Both:
    return (
        lambda: journal.records.beginning(RecordFilter()),
        lambda: bare.list_of_records(journal.file),
    )


def _records_by_pattern(journal: Journal) -> Both:
    return (
        lambda: journal.records.beginning(RecordFilter(patterns=(_PATTERN,))),
        lambda: bare.list_of_records(journal.file, _WITH_PATTERN, {"pattern": _PATTERN}),
    )


def _seen(journal: Journal) -> Both:
    return journal.records.seen, lambda: bare.what_records_show(journal.file)


def _views(journal: Journal) -> Both:
    return lambda: find(journal, TimelineFilter()), lambda: bare.every_entry(journal.file)


ROWS: dict[str, Callable[[Journal], Both]] = {
    "search, common word": partial(_searched, COMMON_WORD, common=True),
    "search, rare word": partial(_searched, RARE_WORD),
    "timeline, first page": _first_page,
    "timeline, next page at the oldest": _page_at_the_oldest,
    "timeline, paging to the oldest": _paging,
    "filter by common tag": partial(_filtered, COMMON_TAG),
    "filter by rare tag": partial(_filtered, RARE_TAG),
    "number of a common tag": _number_of_tag,
    "calendar month": _month,
    "list of records": _records,
    "records by pattern": _records_by_pattern,
    "what records show": _seen,
    "views of all years, read": _views,
}
"""What gives both sides of each row: what the program does, and the bare SQL."""
