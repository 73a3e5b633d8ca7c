"""Values of the domain for property tests: everything a person could have kept, and odder."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from resilience_desktop.domain.contact import LONGEST, Contact
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    Step,
    ThoughtRecord,
)

ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Etc/GMT-3",
    "UTC",
)
ODD_WORDS = (
    "a\u0301",
    "\U0001f9e1\u200d\U0001f525",
    "\u202egnorw",
    "<3 & </b>",
    "'=1+1",
    "\t\n\r",
    "\0",
)

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(ODD_WORDS),
)
"""Any text that has a UTF-8 form, with everything Unicode has to offer."""

words = texts.filter(str.strip)
"""Texts that are not blank."""

short_texts = texts.filter(lambda written: len(written) <= LONGEST)
contacts = st.one_of(
    st.builds(Contact, words, short_texts, short_texts),
    st.builds(Contact, short_texts, words, short_texts),
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)

moods = st.integers(-5, 5)
ratings = st.none() | st.integers(0, 100)
ids = st.uuids(version=4).map(str)


@st.composite
def moments(draw, earliest=dt.datetime(1000, 1, 1), latest=dt.datetime(9000, 1, 1)):
    """Moments in many zones; some with an offset that the zone does not have."""
    zone = draw(st.sampled_from(ZONES))
    wall = draw(st.datetimes(earliest, latest)).replace(microsecond=0)
    if draw(st.booleans()):
        return Moment.from_wall(wall, zone)
    offset = draw(st.integers(-14 * 3600, 14 * 3600))
    return Moment(wall.replace(tzinfo=dt.UTC), ZoneInfo(zone).key, offset)


feelings = st.builds(Feeling, words, ratings)


@st.composite
def entries(draw):
    """Entries with any of their parts."""
    return Entry(
        id=draw(ids),
        at=draw(moments()),
        mood=draw(st.none() | moods),
        energy=draw(st.none() | moods),
        feelings=tuple(draw(st.lists(feelings, max_size=3))),
        note=draw(texts),
        tags=tuple(draw(st.lists(words, max_size=3, unique=True))),
        sleep_hours=draw(st.none() | st.floats(0, 24)),
        frame=draw(st.sampled_from(Frame)),
        converted_from=draw(texts),
        source=draw(texts),
    )


@st.composite
def thought_records(draw):
    """Thought records at any step; at most one hot thought and one main pattern."""
    thoughts = draw(st.lists(st.tuples(texts, ratings, ratings), max_size=3))
    patterns = draw(st.lists(words, max_size=3, unique=True))
    hot = draw(st.integers(0, 3))
    main = draw(st.integers(0, 3))
    return ThoughtRecord(
        id=draw(ids),
        at=draw(moments()),
        situation=draw(texts),
        feelings=tuple(
            draw(st.lists(st.builds(RatedFeeling, words, ratings, ratings), max_size=3))
        ),
        thoughts=tuple(
            AutomaticThought(*thought, hot=place == hot) for place, thought in enumerate(thoughts)
        ),
        patterns=tuple(
            ChosenPattern(pattern, main=place == main) for place, pattern in enumerate(patterns)
        ),
        balanced_thought=draw(texts),
        balanced_belief=draw(ratings),
        step=draw(st.sampled_from(Step)),
        finished=draw(st.booleans()),
    )
