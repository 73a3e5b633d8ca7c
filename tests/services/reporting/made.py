"""A journal for tests of reports, and what of a report is on paper."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    Share,
    ThoughtRecord,
)
from resilience_desktop.reports.summary import summary_document
from resilience_desktop.services.demo import demo_contents
from resilience_desktop.services.reporting.choice import ReportChoice
from resilience_desktop.services.reporting.source import excerpt
from tests.insights.made_up import day

LAST = dt.date(2026, 11, 22)
FIRST = LAST - dt.timedelta(days=182)


class Journal:
    """As much of a journal as a report is made of."""

    def __init__(self, entries=(), records=(), cards=(), used=(), own=()):
        self.entries, self.records, self.kept = list(entries), list(records), list(cards)
        self.used, self.own = list(used), list(own)

    @property
    def cards(self):
        return self

    @property
    def practices(self):
        return self

    @property
    def toolkit(self):
        return self

    def all(self):
        return self.kept

    def own_skills(self):
        return self.own

    def between(self, first, last):
        return [one for one in self.used if first <= one.at.day <= last]

    def entries_between(self, first, last):
        found = (entry for entry in self.entries if first <= entry.at.day <= last)
        return sorted(found, key=lambda entry: entry.at.utc)

    def thought_records(self):
        return self.records


@cache
def demo():
    """The demo journal, with a card."""
    contents = demo_contents(LAST, "Europe/London")
    card = CopingCard("It is a wave.", LAST, id="card")
    return Journal(
        contents.entries,
        contents.thought_records,
        [card],
        contents.practices,
        contents.own_skills,
    )


def choice(**fields):
    return ReportChoice(**{"first": FIRST, "last": LAST, "made_on": LAST} | fields)


def part_of(journal, chosen):
    return excerpt(journal, chosen)


def record(number, *, first=80, later=50, patterns=("mind_reading",), **more):
    """A finished record of a day, with a belief and a feeling rated twice."""
    wall = dt.datetime.combine(day(number), dt.time(12))
    values = {
        "at": Moment.from_wall(wall, "Europe/London"),
        "situation": "On the stairs.",
        "finished": True,
        "feelings": (RatedFeeling("sad", first, later),),
        "patterns": tuple(ChosenPattern(pattern) for pattern in patterns),
        "thoughts": (AutomaticThought("They saw it.", first, later),),
        "share": Share.SUMMARY,
    }
    return ThoughtRecord(**values | more)


def values(report):
    """Everything that goes to the template."""
    return summary_document(report).values


def everything(report):
    """All words on paper, one after the other."""
    return json.dumps(values(report)["parts"], ensure_ascii=False)


def titles(report):
    """The headings in the order of the paper."""
    found = []
    for part in values(report)["parts"]:
        halves = part["parts"] if part["kind"] == "beside" else [part]
        found += [half["title"] for half in halves if "title" in half]
    return found


def rows(section):
    """The rows of a table as they stand there."""
    return [[cell.words for cell in row] for row in section.rows]
