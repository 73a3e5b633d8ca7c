"""Filters of the timeline, beside a plain model of them; and what is put away is nowhere."""

import contextlib
import dataclasses
import datetime as dt
import itertools
import tempfile
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from resilience_desktop.domain.details import Picture, Sensation, Trigger
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import RatedFeeling, ThoughtRecord
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.entries import searchable as words_of_entry
from resilience_desktop.storage.thought_records import searchable as words_of_record
from tests.conftest import examples

FIRST = dt.date(2026, 3, 1)
LAST = FIRST + dt.timedelta(days=5)
WORDS = ("rain", "walk", "rent")
days = st.dates(FIRST, LAST)
some_words = st.lists(st.sampled_from(WORDS), max_size=2).map(tuple)
moods = st.sampled_from([-5, -1, 0, 5])
sentences = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)


def at(day, hour=12):
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour)), "Europe/London")


@st.composite
def few_words_entries(draw):
    return Entry(
        at=at(draw(days), draw(st.integers(0, 23))),
        mood=draw(st.none() | moods),
        feelings=tuple(map(Feeling, draw(some_words))),
        tags=draw(some_words),
        sensations=tuple(map(Sensation, draw(some_words))),
        triggers=tuple(map(Trigger, draw(some_words))),
        note=draw(sentences),
        went_well=draw(sentences),
        pictures=draw(st.just(()) | st.just((Picture("one"), Picture("two")))),
        starred=draw(st.booleans()),
        sealed=draw(st.integers(0, 4)) == 0,
    )


@st.composite
def few_words_records(draw):
    return ThoughtRecord(
        at=at(draw(days), draw(st.integers(0, 23))),
        situation=draw(sentences),
        feelings=tuple(map(RatedFeeling, draw(some_words))),
        tags=draw(some_words),
        sensations=tuple(map(Sensation, draw(some_words))),
        triggers=tuple(map(Trigger, draw(some_words))),
        arrow=draw(some_words),
        evidence_for=draw(some_words),
        starred=draw(st.booleans()),
        sealed=draw(st.integers(0, 4)) == 0,
    )


items = st.lists(few_words_entries() | few_words_records(), min_size=1, max_size=12)
PARTS = {
    "words": st.sampled_from(["ra", "walk", "re wa", "RAIN", "?", "nothing"]),
    "first": days,
    "last": days,
    "lowest_mood": moods,
    "highest_mood": moods,
    "feelings": some_words,
    "tags": some_words,
    "sensations": some_words,
    "triggers": some_words,
    "kind": st.sampled_from([Kind.ENTRY, Kind.THOUGHT_RECORD]),
    "starred": st.booleans(),
    "with_picture": st.booleans(),
    "went_well": st.booleans(),
}


@st.composite
def filters(draw):
    """Filters of a few parts: one of many lets nothing through, and so says little."""
    parts = draw(st.lists(st.sampled_from(sorted(PARTS)), max_size=3, unique=True))
    return TimelineFilter(**{part: draw(PARTS[part]) for part in parts})


def words_in(item):
    found = words_of_entry(item) if isinstance(item, Entry) else words_of_record(item)
    return " ".join((*found.written, *found.labels)).replace(",", " ").casefold().split()


def lets_through(chosen, item):
    """What a filter means, word for word."""
    is_entry = isinstance(item, Entry)
    low = -5 if chosen.lowest_mood is None else chosen.lowest_mood
    high = 5 if chosen.highest_mood is None else chosen.highest_mood
    wanted = chosen.words.casefold().split()
    if any(not word.isalnum() for word in wanted):
        return False
    return all(
        (
            all(any(w.startswith(word) for w in words_in(item)) for word in wanted),
            chosen.first is None or item.at.day >= chosen.first,
            chosen.last is None or item.at.day <= chosen.last,
            not chosen.has_mood
            or (is_entry and item.mood is not None and low <= item.mood <= high),
            set(chosen.feelings) <= {f.word for f in item.feelings},
            set(chosen.tags) <= set(item.tags),
            set(chosen.sensations) <= {s.word for s in item.sensations},
            set(chosen.triggers) <= {t.word for t in item.triggers},
            chosen.kind is None or is_entry is (chosen.kind is Kind.ENTRY),
            not chosen.starred or item.starred,
            not chosen.with_picture or (is_entry and item.pictures),
            not chosen.went_well or (is_entry and item.went_well),
        )
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A store that everything is rolled back in."""
    journal, _ = Journal.create(tmp_path_factory.mktemp("choosing") / "journal", None)
    yield journal._store
    journal.close()


class UndoneError(Exception):
    pass


@contextlib.contextmanager
def undone(store):
    with contextlib.suppress(UndoneError), store.writing():
        yield
        raise UndoneError


def newest_first(found):
    order = {item.id: place for place, item in enumerate(found)}
    return sorted(found, key=lambda i: (i.at.day, i.at.utc, order[i.id]), reverse=True)


@effort(max_examples=examples(150))
@given(items, st.lists(filters(), min_size=4, max_size=8), st.integers(1, 5), st.integers(0, 12))
def test_that_a_filter_lets_through_just_what_it_says_page_by_page(
    empty, found, chosen, limit, place
):
    with undone(empty):
        for item in found:
            empty.put(item)
        binned = found[place].id if place < len(found) else ""
        empty.items.bin(binned)
        there = [i for i in newest_first(found) if i.id != binned]
        there = [i for i in there if not i.sealed]
        for one in (*chosen, TimelineFilter()):
            wanted = [item.id for item in there if lets_through(one, item)]
            assert empty.items.number_of(one) == len(wanted)
            seen, before = [], None
            while page := empty.items.page(before, limit, one):
                seen += [id_ for _, id_, _ in page]
                before = page[-1][0]
            assert seen == wanted


each = pytest.mark.parametrize(
    "chosen",
    [
        {"words": "heron"},
        {"first": FIRST, "last": FIRST},
        {"lowest_mood": -4, "highest_mood": -3},
        {"feelings": ("sad", "tense")},
        {"tags": ("Ann",)},
        {"sensations": ("tight chest",)},
        {"triggers": ("rent",)},
        {"starred": True},
        {"with_picture": True},
        {"went_well": True},
    ],
)


@each
def test_that_each_filter_finds_the_one_and_not_the_other(empty, chosen):
    one = Entry(
        at=at(FIRST),
        mood=-3,
        note="A heron",
        feelings=(Feeling("sad"), Feeling("tense")),
        tags=("Ann",),
        sensations=(Sensation("tight chest", "chest_breath"),),
        triggers=(Trigger("rent"),),
        pictures=(Picture("x"),),
        went_well="Soup",
        starred=True,
    )
    other = Entry(at=at(LAST), mood=-2, note="A hero", feelings=(Feeling("sad"),), tags=("Anna",))
    with undone(empty):
        empty.put(one)
        empty.put(other)
        found = empty.items.page(None, 9, TimelineFilter(**chosen))
        assert [id_ for _, id_, _ in found] == [one.id]


@pytest.mark.parametrize(
    "chosen", [{"tags": ("Ann",)}, {"sensations": ("tight chest",)}, {"triggers": ("rent",)}]
)
def test_that_a_filter_finds_a_thought_record_by_what_it_is_marked_with(empty, chosen):
    marks = {
        "tags": ("Ann",),
        "sensations": (Sensation("tight chest"),),
        "triggers": (Trigger("rent"),),
    }
    one = ThoughtRecord(at=at(FIRST), situation="A heron", **marks)
    said = ("Ann", "tight chest", "rent")
    other = ThoughtRecord(at=at(LAST), situation="rent", arrow=said, evidence_for=said)
    with undone(empty):
        empty.put(one)
        empty.put(other)
        found = empty.items.page(None, 9, TimelineFilter(**chosen))
        assert [id_ for _, id_, _ in found] == [one.id]


def test_that_what_an_entry_has_twice_is_counted_once(empty):
    twice = Entry(
        at=at(FIRST),
        mood=1,
        note="rain",
        feelings=(Feeling("sad"), Feeling("sad", 20)),
        tags=("Ann", "Ann"),
        sensations=(Sensation("tight", "chest_breath"), Sensation("tight", "head")),
        pictures=(Picture("x"), Picture("y")),
    )
    with undone(empty):
        empty.put(twice)
        for chosen in (
            {"feelings": ("sad",)},
            {"tags": ("Ann",)},
            {"sensations": ("tight",)},
            {"with_picture": True},
            {"words": "rain", "tags": ("Ann",), "lowest_mood": 1},
        ):
            assert empty.items.number_of(TimelineFilter(**chosen)) == 1, chosen


def test_that_a_filter_of_signs_finds_nothing_and_one_of_space_everything(empty):
    with undone(empty):
        empty.put(Entry(at=at(FIRST), note="?"))
        assert empty.items.number_of(TimelineFilter(words="?!")) == 0
        assert empty.items.number_of(TimelineFilter(words="  ")) == 1


AWAY = ("marks.seal", "marks.unseal", "bin.put", "bin.take_out")


def test_that_whatever_is_put_away_in_whatever_order_is_found_when_it_is_back(folder):
    journal, _ = Journal.create(folder, None)
    for steps in itertools.product(AWAY, repeat=4):
        with undone(journal._store):
            entry = Entry(at=at(FIRST), note="rain")
            journal.keep_entry(entry)
            sealed = binned = False
            for step in steps:
                attrgetter(step)(journal)(entry.id)
                sealed = step == "marks.seal" or (sealed and step != "marks.unseal")
                binned = step == "bin.put" or (binned and step != "bin.take_out")
                is_shown = not (sealed or binned)
                assert bool(journal.looking.search("rain")) is is_shown, steps
                assert bool(journal.looking.timeline().items) is is_shown, steps
                assert bool(journal.marks.sealed()) is (sealed and not binned), steps
                assert bool(journal.bin.contents()) is binned, steps
    journal.close()


class PuttingAway(RuleBasedStateMachine):
    """Entries and records that are starred, sealed, binned and changed, in any order."""

    ids = Bundle("ids")

    def __init__(self):
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.journal, _ = Journal.create(Path(self.place.name) / "journal", None)
        self.model = {}
        self.binned, self.marks = set(), {}

    def teardown(self):
        self.journal.close()
        self.place.cleanup()

    @precondition(lambda self: len(self.model) < 3)  # so that much happens to each
    @rule(target=ids, day=days, sealed=st.booleans())
    def write_an_entry(self, day, sealed):
        entry = self._worded(Entry(at=at(day), sealed=sealed))
        self.journal.keep_entry(entry)
        self.model[entry.id] = entry
        return entry.id

    @precondition(lambda self: len(self.model) < 3)
    @rule(target=ids, day=days, sealed=st.booleans())
    def write_a_record(self, day, sealed):
        record = ThoughtRecord(
            at=at(day), situation="w000", feelings=(RatedFeeling("f000"),), sealed=sealed
        )
        self.journal.keep_thought_record(record)
        self.model[record.id] = record
        return record.id

    def _worded(self, entry):
        """Return the entry with words of its own in every part."""
        n = f"{len(self.model):03}"
        return dataclasses.replace(
            entry,
            note=f"w{n}",
            feelings=(Feeling(f"f{n}"),),
            sensations=(Sensation(f"s{n}"),),
            triggers=(Trigger(f"t{n}"),),
        )

    @rule(id_=ids, starred=st.booleans())
    def star(self, id_, starred):
        changed = bool(self.journal.marks.star(id_, starred=starred))
        assert changed is (self.model[id_].starred is not starred)
        self.model[id_] = dataclasses.replace(self.model[id_], starred=starred)

    @rule(id_=ids)
    def seal(self, id_):
        item = self.model[id_]
        assert bool(self.journal.marks.seal(id_)) is not item.sealed
        self.model[id_] = dataclasses.replace(item, sealed=True)

    @rule(id_=ids)
    def unseal(self, id_):
        item = self.model[id_]
        assert bool(self.journal.marks.unseal(id_)) is item.sealed
        self.model[id_] = dataclasses.replace(item, sealed=False)

    @rule(id_=ids)
    def bin(self, id_):
        assert bool(self.journal.bin.put(id_)) is (id_ not in self.binned)
        self.binned.add(id_)

    @rule(id_=ids)
    def take_out(self, id_):
        assert bool(self.journal.bin.take_out(id_)) is (id_ in self.binned)
        self.binned.discard(id_)

    @rule(id_=ids, starred=st.booleans(), sealed=st.booleans(), day=days)
    def change(self, id_, starred, sealed, day):
        """What is kept again from a form has the marks it had when the form was opened."""
        item = self.model[id_]
        keep = self.journal.keep_entry
        if isinstance(item, ThoughtRecord):
            keep = self.journal.keep_thought_record
        keep(dataclasses.replace(item, at=at(day), starred=starred, sealed=sealed))
        self.model[id_] = dataclasses.replace(item, at=at(day))

    @rule(id_=ids)
    def go_back(self, id_):
        """An earlier version brings back what was written, not the marks."""
        earlier = self.journal.revisions.of(id_)
        if earlier:
            self.journal.revisions.restore(id_, earlier[0].number)
            self.model[id_] = dataclasses.replace(self.model[id_], at=earlier[0].item.at)

    @invariant()
    def what_is_put_away_is_nowhere_and_all_else_is_there(self):
        shown = {
            id_: item
            for id_, item in self.model.items()
            if id_ not in self.binned and not item.sealed
        }
        journal, whole = self.journal, TimelineFilter(words="w")
        assert {i.id: i for i in journal.looking.timeline(limit=99).items} == shown
        assert {i.id: i for i in journal.looking.timeline(limit=99, chosen=whole).items} == shown
        assert {h.id for found in journal.looking.search("w") for h in found.hits} == set(shown)
        assert journal.looking.number_of(TimelineFilter()) == len(shown)
        starred = [i for i in shown.values() if i.starred]
        assert journal.looking.number_of(TimelineFilter(starred=True)) == len(starred)
        entries = {id_: i for id_, i in shown.items() if isinstance(i, Entry)}
        assert {e.id: e for e in journal.entries_between(FIRST, LAST)} == entries
        found = [item.at.day for item in shown.values()]
        assert journal.looking.span() == ((min(found), max(found)) if found else None)
        counts = {day: count for day, (_, count) in journal.looking.days(FIRST, LAST).items()}
        assert counts == {day: found.count(day) for day in found}
        words = {word for word, _ in journal.used_before.sensations(99)}
        assert words == {s.word for e in entries.values() for s in e.sensations}
        words = {word for word, _ in journal.used_before.triggers(99)}
        assert words == {t.word for e in entries.values() for t in e.triggers}
        assert set(journal._store.entries.most_used_feelings(99)) == {
            f.word for e in entries.values() for f in e.feelings
        }
        later = [i for d in counts for i in journal.looking.on_this_day(d.replace(year=2027))]
        assert {i.id for i in later} == set(shown)

    @invariant()
    def nothing_is_lost(self):
        contents = self.journal.contents()
        out = (*contents.entries, *contents.thought_records)
        binned = (*contents.binned_entries, *contents.binned_thought_records)
        assert {i.id: i for i in (*out, *binned)} == self.model
        assert {i.id for i in binned} == self.binned
        sealed = {i.id for i in out if i.sealed}
        assert {i.id for i in self.journal.marks.sealed()} == sealed


PuttingAway.TestCase.settings = effort(
    max_examples=examples(30), stateful_step_count=40, deadline=None
)
TestPuttingAway = PuttingAway.TestCase
