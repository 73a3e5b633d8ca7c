"""Values of the domain for property tests: everything a person could have kept, and odder."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from resilience_desktop.domain.contact import LONGEST, Contact
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.details import (
    Basic,
    Picture,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.early_sign import MOST_DAYS, EarlySign, Measure
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.helper import Helper, HelperKind
from resilience_desktop.domain.insight import PROMPTS, Insight, InsightKind
from resilience_desktop.domain.journal_settings import (
    MINUTES_OF_A_DAY,
    JournalSettings,
    Template,
)
from resilience_desktop.domain.look_back import LookBack, Rhythm
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.month_look import AXES, LEAST, MOST, MonthLook, RatedValue
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.own_scale import MOST_STEPS, OwnScale
from resilience_desktop.domain.practice import Practice, Rating
from resilience_desktop.domain.record_form import Form, Step
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.report_profile import (
    PAPERS,
    OneByOne,
    Preset,
    ReportMade,
    ReportProfile,
)
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.session import AgendaLine, HomeworkLine, HowItWent, Session
from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.domain.tag import Tag
from resilience_desktop.domain.thought_record import (
    MOST_ARROWS,
    AutomaticThought,
    Check,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    Settled,
    Settling,
    Share,
    ThoughtKind,
    ThoughtRecord,
)
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.domain.timeline_filter import SavedFilter, TimelineFilter
from resilience_desktop.domain.toolkit import MOST as MOST_SKILLS
from resilience_desktop.domain.toolkit import Comfort, OwnSkill, Stage, Toolkit
from resilience_desktop.domain.worry import Outcome, Worry

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
sensations = st.builds(Sensation, words, texts, ratings)
triggers = st.builds(Trigger, words, st.none() | st.sampled_from(TriggerKind))
basics = st.builds(Basic, words, st.booleans())
scale_values = st.builds(ScaleValue, texts, st.integers(-(2**53), 2**53))
pictures = st.builds(Picture, ids, texts)


def few(items):
    """A short list, as a tuple."""
    return st.lists(items, max_size=2).map(tuple)


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
        sleep_quality=draw(st.none() | st.integers(1, 5)),
        sensations=draw(few(sensations)),
        triggers=draw(few(triggers)),
        basics=draw(few(basics)),
        scales=draw(few(scale_values)),
        went_well=draw(texts),
        pictures=draw(few(pictures)),
        starred=draw(st.booleans()),
        sealed=draw(st.booleans()),
        never_share=draw(st.booleans()),
        frame=draw(st.sampled_from(Frame)),
        converted_from=draw(texts),
        source=draw(texts),
    )


settlings = st.builds(
    Settling,
    st.sampled_from(Settled),
    st.none() | st.integers(0, 86_400),
    st.none() | st.sampled_from(Step),
)


@st.composite
def thought_records(draw):
    """Thought records at any step; at most one hot thought and one main pattern."""
    thoughts = draw(st.lists(st.tuples(texts, ratings, ratings), max_size=3))
    patterns = draw(st.lists(words, max_size=3, unique=True))
    kinds = draw(st.lists(st.sampled_from(ThoughtKind), min_size=3, max_size=3))
    hot = draw(st.integers(0, 3))
    main = draw(st.integers(0, 3))
    return ThoughtRecord(
        id=draw(ids),
        at=draw(moments()),
        begun=draw(st.none() | st.datetimes(timezones=st.just(dt.UTC))),
        form=draw(words),
        steps=tuple(draw(st.lists(st.sampled_from(Step), min_size=1, unique=True))),
        situation=draw(texts),
        triggers=draw(few(triggers)),
        tags=tuple(draw(st.lists(words, max_size=2, unique=True))),
        feelings=tuple(
            draw(st.lists(st.builds(RatedFeeling, words, ratings, ratings), max_size=3))
        ),
        sensations=draw(few(sensations)),
        thoughts=tuple(
            AutomaticThought(*thought, hot=place == hot, kind=kinds[place])
            for place, thought in enumerate(thoughts)
        ),
        arrow=tuple(draw(st.lists(texts, max_size=MOST_ARROWS))),
        label=draw(texts),
        did=draw(texts),
        chose=draw(texts),
        patterns=tuple(
            ChosenPattern(pattern, main=place == main, hinted=draw(st.booleans()))
            for place, pattern in enumerate(patterns)
        ),
        turned_down=draw(few(words)),
        settled=draw(st.none() | settlings),
        evidence_for=draw(few(texts)),
        evidence_against=draw(few(texts)),
        friend=draw(texts),
        distance=draw(texts),
        balanced_thought=draw(texts),
        balanced_belief=draw(ratings),
        checks=tuple(draw(st.lists(st.sampled_from(Check), unique=True))),
        kindness=draw(texts),
        helpful=draw(st.none() | st.integers(0, 10)),
        prediction=draw(st.builds(Prediction, texts, ratings, texts, texts)),
        next_step=draw(texts),
        next_step_on=draw(st.none() | st.dates()),
        revisit_on=draw(st.none() | st.dates()),
        turned_out=draw(texts),
        revisited=draw(st.booleans()),
        not_ready=draw(st.booleans()),
        share=draw(st.sampled_from(Share)),
        step=draw(st.sampled_from(Step)),
        finished=draw(st.booleans()),
        starred=draw(st.booleans()),
        sealed=draw(st.booleans()),
    )


@st.composite
def own_scales(draw):
    """Scales of any width that is allowed."""
    low = draw(st.integers(-100, 99))
    return OwnScale(
        name=draw(words),
        low=low,
        high=draw(st.integers(low + 1, min(100, low + MOST_STEPS))),
        low_words=draw(texts),
        high_words=draw(texts),
        asked=draw(st.booleans()),
        id=draw(ids),
    )


filters = st.builds(
    TimelineFilter,
    words=texts,
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    lowest_mood=st.none() | moods,
    highest_mood=st.none() | moods,
    feelings=few(texts),
    tags=few(texts),
    sensations=few(texts),
    triggers=few(texts),
    kind=st.none() | st.sampled_from([Kind.ENTRY, Kind.THOUGHT_RECORD, Kind.PRACTICE]),
    starred=st.booleans(),
    with_picture=st.booleans(),
    went_well=st.booleans(),
)
saved_filters = st.builds(SavedFilter, texts, filters)

journal_settings = st.builds(
    JournalSettings,
    asks=few(texts),
    quiet_line=st.booleans(),
    basics=few(texts),
    scales=few(own_scales()),
    filters=few(saved_filters),
    templates=few(st.builds(Template, texts, texts)),
    prompts=st.none() | few(texts),
    spelling=texts,
    learned=few(texts),
    forms=few(
        st.builds(
            Form,
            words,
            words,
            st.lists(st.sampled_from(Step), min_size=1, unique=True).map(tuple),
        )
    ),
    first_form=texts,
    settle_first=st.booleans(),
    pattern_hints=st.booleans(),
    fact_nudges=st.booleans(),
    memories=st.booleans(),
    memories_away=texts,
    compare_from=st.none() | st.dates(),
    look_back=st.none() | st.builds(LookBack, st.sampled_from(Rhythm), st.dates()),
    worry_time=st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    worry_minutes=st.integers(1, MINUTES_OF_A_DAY),
)
cards = st.builds(CopingCard, words, st.dates(), texts, ids)


@st.composite
def insights_of_a_kind(draw):
    """Notes to keep of each kind, any of the answers left out, but not all."""
    kind = draw(st.sampled_from(InsightKind))
    prompts = PROMPTS[kind]
    asked = draw(st.sets(st.sampled_from(prompts), min_size=1)) if prompts else ()
    answers = tuple((prompt, draw(words)) for prompt in prompts if prompt in asked)
    days = draw(st.none() | st.tuples(st.dates(), st.dates()).map(sorted).map(tuple))
    return Insight(
        draw(texts if prompts else words),
        draw(st.dates()),
        draw(few(texts)),
        draw(st.booleans()),
        draw(ids),
        kind,
        answers,
        days,
    )


insights = insights_of_a_kind()
own_patterns = st.builds(OwnPattern, words, texts, texts, few(texts), texts, st.booleans())


@st.composite
def times_of_change(draw):
    """Changes of one day, of several, and without an end."""
    first, last = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    return TimeOfChange(
        name=draw(words),
        day=first,
        last=draw(st.sampled_from([None, first, last])),
        kind=draw(texts),
        is_hard=draw(st.booleans()),
        id=draw(ids),
    )


sessions = st.builds(
    Session,
    made=st.dates(),
    day=st.none() | st.dates(),
    agenda=st.lists(st.builds(AgendaLine, words, st.booleans(), texts), max_size=3).map(tuple),
    homework=st.lists(st.builds(HomeworkLine, words, st.sampled_from(HowItWent)), max_size=3).map(
        tuple
    ),
    notes=texts,
    id=ids,
)


@st.composite
def report_profiles(draw):
    """Profiles with dates of their own or without, of every paper."""
    days = draw(st.none() | st.tuples(st.dates(), st.dates()).map(sorted).map(tuple))
    return ReportProfile(
        name=draw(words),
        preset=draw(st.sampled_from(Preset)),
        dates=days,
        parts=draw(st.frozensets(st.sampled_from(ReportPart))),
        lists=draw(st.frozensets(st.sampled_from(OneByOne))),
        paper=draw(st.sampled_from(PAPERS)),
        id=draw(ids),
    )


@st.composite
def reports_made(draw):
    """Reports of some days."""
    first, last = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    return ReportMade(draw(st.dates()), first, last, draw(ids))


of_ten = st.integers(LEAST, MOST)
month_looks = st.builds(
    MonthLook,
    st.dates(),
    st.dictionaries(st.sampled_from(AXES) | texts, of_ten, max_size=4).map(
        lambda ratings: tuple(ratings.items())
    ),
    few(st.builds(RatedValue, words, st.none() | of_ten, st.none() | of_ten)),
    texts,
    ids,
)


@st.composite
def early_signs(draw):
    """Signs of every measure, also of words alone."""
    measure = draw(st.sampled_from(Measure))
    of_days = draw(st.integers(1, MOST_DAYS))
    return EarlySign(
        name=draw(words),
        measure=measure,
        word=draw(words) if measure.needs_word else "",
        at_least=draw(st.booleans()),
        number=draw(st.floats(-100, 100)),
        days=draw(st.integers(1, of_days)),
        of_days=of_days,
        tells=draw(st.booleans()),
        id=draw(ids),
    )


answers = few(st.tuples(words, texts))
seconds = st.integers(0, 86_400)
waves = st.lists(st.builds(Rating, seconds, st.integers(0, 100)), max_size=3).map(
    lambda wave: tuple(sorted(wave, key=lambda rating: rating.seconds))
)
practices = st.builds(
    Practice,
    skill=words,
    at=moments(),
    seconds=seconds,
    stopped=st.booleans(),
    before=ratings,
    after=ratings,
    answers=answers,
    wave=waves,
    note=texts,
    id=ids,
)
own_skills = st.builds(OwnSkill, words, texts, few(texts), st.none() | st.integers(1, 600), ids)
toolkits = st.builds(
    Toolkit,
    st.lists(words, max_size=MOST_SKILLS, unique=True).map(tuple),
    few(words),
    st.sampled_from(Stage),
    few(words),
    st.none() | st.booleans(),
    few(st.tuples(st.sampled_from(Comfort), words)),
)
sheets = st.builds(
    Sheet,
    skill=words,
    made=st.dates(),
    answers=answers,
    rows=few(
        st.builds(
            SheetRow, words, answers, few(st.tuples(words, st.integers(0, 10))), st.booleans()
        )
    ),
    when=st.none() | st.dates(),
    done=st.booleans(),
    id=ids,
)
worries = st.builds(
    Worry,
    words,
    st.dates(),
    st.sampled_from(Outcome),
    texts,
    st.none() | st.dates(),
    ids,
)
helpers = st.builds(Helper, words, st.sampled_from(HelperKind), texts, texts, ids)
tags = st.builds(Tag, words, texts, st.booleans())
small_goals = st.builds(SmallGoal, words, st.dates(), st.none() | st.dates(), ids)
