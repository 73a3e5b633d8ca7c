"""Search over everything that a thought record can say."""

from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop.domain.details import Sensation, Trigger
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Prediction,
    RatedFeeling,
    ThoughtRecord,
)

AT = Moment.from_wall(dt.datetime(2026, 11, 19, 9), "UTC")
WORD = "zeppelin"
WORDED = (
    *({part: WORD} for part in ("situation", "did", "chose", "friend", "distance")),
    *({part: WORD} for part in ("balanced_thought", "kindness", "next_step", "turned_out")),
    *({part: ("", WORD)} for part in ("arrow", "evidence_for", "evidence_against")),
    {"thoughts": (AutomaticThought("first"), AutomaticThought(WORD))},
    {"prediction": Prediction(expected=WORD)},
    {"prediction": Prediction(happened=WORD)},
    {"prediction": Prediction(learned=WORD)},
)
LABELLED = (
    {"label": WORD},
    {"tags": (WORD,)},
    {"triggers": (Trigger(WORD),)},
    {"sensations": (Sensation(WORD),)},
    {"feelings": (RatedFeeling(WORD),)},
)


def search(journal, part):
    record = ThoughtRecord(at=AT, finished=True, **part)
    journal.keep_thought_record(record)
    (found,) = journal.looking.search(WORD)
    assert [hit.id for hit in found.hits] == [record.id]
    return found.hits[0]


@pytest.mark.parametrize("part", WORDED, ids=lambda part: next(iter(part)))
def test_that_words_in_any_part_are_found_and_shown(journal, part):
    excerpt = search(journal, part).excerpt
    assert (WORD, True) in excerpt


@pytest.mark.parametrize("part", LABELLED, ids=lambda part: next(iter(part)))
def test_that_what_a_record_is_labelled_with_is_found(journal, part):
    search(journal, part)
