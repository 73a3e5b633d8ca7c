from __future__ import annotations

import datetime as dt
import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.contact import Contact
from resilience_desktop.domain.coping_card import CopingCard, card_to_plain
from resilience_desktop.domain.early_sign import EarlySign, Measure, sign_to_plain
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.insight import Insight, insight_to_plain
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.month_look import MonthLook, RatedValue, look_to_plain
from resilience_desktop.domain.own_pattern import OwnPattern, pattern_to_plain
from resilience_desktop.domain.plain import (
    contact_to_plain,
    goal_from_plain,
    goal_to_plain,
    tag_to_plain,
)
from resilience_desktop.domain.record_plain import record_to_plain
from resilience_desktop.domain.report_profile import (
    ReportMade,
    ReportProfile,
    made_to_plain,
    profile_to_plain,
)
from resilience_desktop.domain.session import Session, session_to_plain
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.domain.tag import Tag
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.domain.time_of_change import TimeOfChange, change_to_plain
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange import journal_json, untrusted
from resilience_desktop.exchange.journal_json import dump, load
from resilience_desktop.exchange.reading import Draft
from tests.strategies import (
    cards,
    contacts,
    early_signs,
    entries,
    insights,
    json_values,
    month_looks,
    own_patterns,
    report_profiles,
    reports_made,
    sessions,
    small_goals,
    tags,
    texts,
    thought_records,
    times_of_change,
    words,
)

MADE = dt.datetime(2026, 11, 22, 5, 1, tzinfo=dt.timezone(dt.timedelta(hours=1)))
NOON = Moment.from_instant(dt.datetime(2026, 11, 19, 12, tzinfo=dt.UTC), "Europe/London")

SESSION = session_to_plain(Session(NOON.day))
PROFILE = profile_to_plain(ReportProfile(name="monthly"))
ONE_MADE = made_to_plain(ReportMade(NOON.day, NOON.day, NOON.day))
SIGN = sign_to_plain(EarlySign("Short nights", Measure.SLEEP_HOURS, number=6))
MOVE = change_to_plain(TimeOfChange("Move", NOON.day))
LOOK = look_to_plain(MonthLook(NOON.day, (("life", 6),), (RatedValue("family", 9, 5),)))
drafts = st.builds(Draft, texts, entries())


def written(**changes):
    plain = json.loads(dump([Entry(at=NOON, mood=1, id="one")], made=MADE))
    plain.update(changes)
    return json.dumps(plain).encode()


def with_entry(**changes):
    plain = json.loads(dump([Entry(at=NOON, mood=1, id="one")], made=MADE))
    plain["entries"][0].update(changes)
    return json.dumps(plain).encode()


def refusal(data):
    with pytest.raises(NotUnderstoodError) as caught:
        load(data, name="mine.json")
    assert caught.value.__context__ is None
    assert str(caught.value).endswith("Nothing was changed.")
    return str(caught.value)


@given(
    st.lists(entries(), max_size=3),
    st.lists(thought_records(), max_size=2),
    st.lists(entries(), max_size=1),
    st.lists(thought_records(), max_size=1),
    st.lists(drafts, max_size=1),
    st.lists(contacts, max_size=2),
    st.dictionaries(texts, json_values, max_size=2),
    st.lists(tags, max_size=2),
    st.lists(small_goals, max_size=2),
    st.lists(st.tuples(words, st.binary(max_size=40)), max_size=2),
    st.lists(cards, max_size=2),
    st.lists(insights, max_size=2),
    st.lists(own_patterns, max_size=2),
    st.lists(times_of_change(), max_size=2),
    st.lists(sessions, max_size=2),
    st.lists(report_profiles(), max_size=2),
    st.lists(reports_made(), max_size=2),
    st.lists(month_looks, max_size=2),
    st.lists(early_signs(), max_size=2),
)
def test_that_an_export_gives_everything_back(
    kept,
    records,
    binned,
    binned_records,
    unfinished,
    people,
    wishes,
    marks,
    goals,
    pictures,
    helping,
    seen,
    known,
    changes,
    talks,
    profiles,
    made,
    looks,
    signs,
):
    data = dump(
        kept,
        records,
        binned_entries=binned,
        binned_records=binned_records,
        drafts=unfinished,
        contacts=people,
        settings=wishes,
        tags=marks,
        goals=goals,
        pictures=pictures,
        cards=helping,
        insights=seen,
        patterns=known,
        times_of_change=changes,
        sessions=talks,
        report_profiles=profiles,
        reports_made=made,
        month_looks=looks,
        early_signs=signs,
    )
    reading = load(data, name="mine.json")
    assert reading.problems == ()
    assert reading.entries == tuple(kept)
    assert reading.records == tuple(records)
    assert reading.binned_entries == tuple(binned)
    assert reading.binned_records == tuple(binned_records)
    assert reading.drafts == tuple(unfinished)
    assert reading.contacts == tuple(people)
    assert reading.settings == tuple(wishes.items())
    assert reading.tags == tuple(marks)
    assert reading.goals == tuple(goals)
    assert reading.pictures == tuple(pictures)
    assert reading.cards == tuple(helping)
    assert reading.insights == tuple(seen)
    assert reading.patterns == tuple(known)
    assert reading.times_of_change == tuple(changes)
    assert reading.sessions == tuple(talks)
    assert reading.report_profiles == tuple(profiles)
    assert reading.reports_made == tuple(made)
    assert reading.month_looks == tuple(looks)
    assert reading.early_signs == tuple(signs)
    items = (kept, records, binned, binned_records, unfinished)
    personal = (marks, goals, pictures, helping, seen, known, changes, looks, signs)
    everything = (*items, people, wishes, *personal, talks, profiles, made)
    assert reading.rows == sum(map(len, everything))


def test_that_an_export_can_be_read_by_people_and_is_always_the_same():
    entry = Entry(at=NOON, note="schön", id="one")
    data = dump([entry], app="Resilience Desktop 1.2.3", made=MADE)
    assert data == dump([entry], app="Resilience Desktop 1.2.3", made=MADE)
    written = data.decode()
    assert written.startswith('{\n  "format": "resilience-journal",\n  "version": 1,\n')
    assert '"made": "2026-11-22T04:01:00Z"' in written
    assert '"note": "schön"' in written
    assert written.endswith("}\n")
    two = dump([entry], pictures=[("a", b"1"), ("b", b"2")], made=MADE).decode()
    assert two.endswith(
        '  "pictures": [\n    {"id": "a", "base64": "MQ=="},\n    {"id": "b", "base64": "Mg=="}\n'
        "  ]\n}\n"
    )


def test_that_the_export_has_no_other_names_than_those_documented():
    whole = json.loads(dump([Entry(at=NOON)]))
    documentation = journal_json.__doc__
    assert all(f'"{name}"' in documentation for name in whole)
    settings = JournalSettings().to_plain()
    del settings["memories_away"]  # no copy takes it along
    for part, plain in {
        "Moment": whole["entries"][0]["at"],
        "Entry": whole["entries"][0],
        "ThoughtRecord": record_to_plain(ThoughtRecord(at=NOON)),
        "CopingCard": card_to_plain(CopingCard("It passed before", NOON.day)),
        "Insight": insight_to_plain(Insight("Mondays", NOON.day)),
        "Pattern": pattern_to_plain(OwnPattern("labeling")),
        "TimeOfChange": MOVE,
        "Session": SESSION,
        "EarlySign": SIGN,
        "MonthLook": LOOK,
        "Contact": contact_to_plain(Contact("Mara")),
        "Tag": tag_to_plain(Tag("walk")),
        "SmallGoal": goal_to_plain(SmallGoal("Letter", NOON.day)),
        "Settings": settings,
    }.items():
        section = documentation.split(f"\n**{part}**")[1].split("\n**")[0]
        described = set(re.findall(r"^ {4}(\w+) ", section, re.MULTILINE))
        assert described == set(plain), part


def test_that_a_mark_at_the_start_and_unknown_names_do_no_harm():
    assert len(load(b"\xef\xbb\xbf" + written(mood_of_the_day="?"), name="x").entries) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'"resilience-journal"',
        b'{"format": "other"}',
        b"\xff\xfe{",
        b'{"format": "resilience-journal", "version": NaN',
        b"[" * 100_000,
        b'{"version": ' + b"1" * 5000 + b"}",
        b'{"format": "resilience-journal", "version": 1, "entries": '
        + b"[" * 50
        + b"]" * 50
        + b"}",
    ],
)
def test_that_other_files_are_refused(data):
    assert "is not an export of Resilience Desktop" in refusal(data)


@pytest.mark.parametrize("version", [None, "1", True, 0, 1.5])
def test_that_a_file_without_a_version_is_refused(version):
    assert "which version" in refusal(written(version=version))


def test_that_a_newer_version_asks_for_an_update():
    assert "newer version" in refusal(written(version=2))


@pytest.mark.parametrize("name", ["entries", "thought_records", "drafts"])
def test_that_a_list_that_is_none_is_refused(name):
    assert "damaged" in refusal(written(**{name: {}}))


def test_that_only_the_two_main_lists_are_needed():
    plain = {"format": "resilience-journal", "version": 1, "entries": [], "thought_records": []}
    assert load(json.dumps(plain).encode(), name="x").rows == 0
    del plain["thought_records"]
    assert "damaged" in refusal(json.dumps(plain).encode())


def test_that_a_file_beyond_a_limit_is_refused(monkeypatch):
    monkeypatch.setattr(journal_json, "MOST_ROWS", 0)
    assert "more than 0 items" in refusal(written())
    monkeypatch.setattr(journal_json, "MOST_BYTES", 10)
    assert "larger than" in refusal(written())
    monkeypatch.setattr(journal_json, "MOST_BYTES_WITH_PICTURES", 20 * 1024**2)
    assert "larger than 20 MB" in refusal(bytes(20 * 1024**2 + 1))


def test_that_pictures_do_not_count_among_the_words(monkeypatch):
    body = random.Random(1).randbytes(9000)
    data = dump([Entry(at=NOON, id="one")], pictures=[("a", body)])
    monkeypatch.setattr(journal_json, "MOST_BYTES", 3000)
    assert load(data, name="x").pictures == (("a", body),)
    monkeypatch.setattr(journal_json, "MOST_BYTES_OF_A_PICTURE", 9000)
    assert load(data, name="x").pictures == (("a", body),)
    monkeypatch.setattr(journal_json, "MOST_BYTES_OF_A_PICTURE", 8990)
    reading = load(data, name="x")
    assert (reading.pictures, len(reading.problems), len(reading.entries)) == ((), 1, 1)


def test_that_words_that_look_like_a_picture_stay_words():
    note = '"base64": "QUJD", \\"base64\\": "QUJD"'
    entry = Entry(at=NOON, note=note, tags=('"base64": "QUJD"',))
    reading = load(dump([entry], pictures=[("a", b"1")]), name="x")
    assert reading.entries == (entry,)
    assert reading.pictures == (("a", b"1"),)


@pytest.mark.parametrize(
    "changes",
    [
        {"pictures": [{"id": "a"}]},
        {"pictures": [{"id": " ", "base64": "MQ=="}]},
        {"pictures": [{"id": 3, "base64": "MQ=="}]},
        {"pictures": [{"id": "a", "base64": "M-=="}]},
        {"pictures": [{"id": "a", "base64": "MQ="}]},
        {"pictures": [{"id": "a", "base64": 7}]},
        {"pictures": [{"id": "a", "base64": -1}]},
        {"pictures": [{"id": "a", "base64": True}]},
        {"pictures": [["a", "MQ=="]]},
        {"tags": [{"word": " ", "group": "people", "archived": False}]},
        {"tags": [{"word": "Ann", "group": None, "archived": False}]},
        {"tags": [{"word": "Ann", "group": "people", "archived": 0}]},
        {"tags": ["Ann"]},
        {"small_goals": [{"id": "a", "words": "", "begun": "2026-11-22", "done": None}]},
        {"small_goals": [{"id": "a", "words": "x", "begun": "today", "done": None}]},
        {"small_goals": [{"id": "a", "words": "x", "begun": "2026-11-22", "done": 5}]},
        {"small_goals": [None]},
    ],
)
def test_that_a_damaged_picture_tag_or_goal_is_left_out_and_said(changes):
    reading = load(written(**changes), name="x")
    assert (reading.pictures, reading.tags, reading.goals) == ((), (), ())
    assert len(reading.problems) == len(reading.entries) == 1


def test_that_what_is_wrong_with_a_goal_is_said_without_its_words():
    plain = {"id": "a", "words": "x", "begun": "CANARY", "done": None}
    with pytest.raises(ValueError, match="begun") as caught:
        goal_from_plain(plain)
    assert "CANARY" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "changes",
    [
        {"coping_cards": [{"id": "a", "words": " ", "made": "2026-11-22", "record": ""}]},
        {"coping_cards": [{"id": "a", "words": "x", "made": "2026-11-22"}]},
        {"insights": [{"id": "a", "words": "x", "made": 1, "links": [], "shared": False}]},
        {"insights": [{**insight_to_plain(Insight("x", NOON.day)), "words": "\n"}]},
        {"patterns": [{"id": "", "definition": "", "example": ""}]},
        {"patterns": [{**pattern_to_plain(OwnPattern("x")), "id": " "}]},
        {"patterns": [{**pattern_to_plain(OwnPattern("x")), "questions": "who"}]},
        {"times_of_change": [{**MOVE, "name": " "}]},
        {"times_of_change": [{**MOVE, "last": 20261122}]},
        {"times_of_change": [{**MOVE, "last": "1900-01-01"}]},
        {"times_of_change": [{**MOVE, "hard": None}]},
        {"sessions": [{**SESSION, "made": None}]},
        {"sessions": [{**SESSION, "agenda": [{"words": " ", "talked": False, "link": ""}]}]},
        {"sessions": [{**SESSION, "homework": [{"words": "Walk", "went": "badly"}]}]},
        {"report_profiles": [{**PROFILE, "name": " "}]},
        {"report_profiles": [{**PROFILE, "preset": "fortnight"}]},
        {"report_profiles": [{**PROFILE, "dates": ["2026-11-22"]}]},
        {"report_profiles": [{**PROFILE, "dates": ["2026-11-22", "2026-11-21"]}]},
        {"report_profiles": [{**PROFILE, "dates": [1, 2]}]},
        {"report_profiles": [{**PROFILE, "parts": "mood"}]},
        {"report_profiles": [{**PROFILE, "paper": "a5"}]},
        {"reports_made": [{"id": "a", "made_on": "2026-11-22", "first": "2026-11-22"}]},
        {"reports_made": [{**ONE_MADE, "last": "2000-01-01"}]},
        {"month_looks": [{**LOOK, "ratings": {"life": 11}}]},
        {"month_looks": [{**LOOK, "ratings": [6]}]},
        {"month_looks": [{**LOOK, "values": [{"name": " ", "importance": 1, "lived": 2}]}]},
        {"month_looks": [{**LOOK, "words": None}]},
        {"early_signs": [{**SIGN, "name": " "}]},
        {"early_signs": [{**SIGN, "measure": "weather"}]},
        {"early_signs": [{**SIGN, "number": None}]},
        {"early_signs": [{**SIGN, "days": 9}]},
    ],
)
def test_that_a_damaged_card_insight_pattern_or_change_is_left_out_and_said(changes):
    reading = load(written(**changes), name="x")
    assert (reading.cards, reading.insights, reading.patterns) == ((), (), ())
    assert (reading.times_of_change, reading.sessions) == ((), ())
    assert (reading.report_profiles, reading.reports_made) == ((), ())
    assert reading.early_signs == ()
    assert len(reading.problems) == len(reading.entries) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"mood": 6},
        {"mood": "1"},
        {"sleep_hours": True},
        {"id": " "},
        {"at": None},
        {"at": {"utc": "0001-01-01T00:00:00+05:00", "zone": "UTC", "offset": 0}},
        {"at": {"utc": "9999-12-31T23:59:59Z", "zone": "UTC", "offset": 3600}},
        {"frame": "never"},
        {"feelings": [{"word": ""}]},
    ],
)
def test_that_a_damaged_item_does_not_cost_the_others(changes):
    plain = json.loads(with_entry(**changes))
    plain["entries"].append(json.loads(written())["entries"][0])
    plain["drafts"] = [{"slot": "new", "entry": plain["entries"][0]}, {"slot": 1}, None]
    reading = load(json.dumps(plain).encode(), name="x")
    assert len(reading.entries) == 1
    assert [problem.line for problem in reading.problems] == [1, 1, 2, 3]
    assert reading.rows == 5


@pytest.mark.parametrize(
    "changes",
    [
        {"contacts": [{"name": " ", "phone": "", "note": "x"}]},
        {"contacts": [{"name": "Mara"}]},
        {"contacts": ["Mara"]},
        {"settings": [{"value": 1}]},
        {"settings": ["asks"]},
        {"settings": [{"name": "asks", "value": float("nan")}]},
    ],
)
def test_that_a_damaged_contact_or_setting_is_left_out_and_said(changes):
    reading = load(written(**changes), name="x")
    assert (reading.contacts, reading.settings) == ((), ())
    assert len(reading.problems) == 1


def test_that_a_text_beyond_the_limit_is_left_out(monkeypatch):
    monkeypatch.setattr(untrusted, "LONGEST_TEXT", 30)
    assert load(with_entry(note="x" * 30), name="x").entries
    assert load(with_entry(tags=["x" * 31]), name="x").problems


def test_that_half_a_surrogate_pair_neither_stops_the_export_nor_comes_back():
    data = dump([Entry(at=NOON, note="a\ud800b", tags=("\U0001f9e1",))])
    (entry,) = load(data, name="x").entries
    assert (entry.note, entry.tags) == ("a\ufffdb", ("\U0001f9e1",))
