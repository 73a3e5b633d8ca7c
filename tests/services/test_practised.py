"""What is said of skills that were practised: days and gaps, numbers with how many, no push."""

from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.helper import Helper, HelperKind
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.toolkit import OwnSkill, Toolkit
from resilience_desktop.insights.practised import LONG, Swap
from resilience_desktop.services.helper_words import kind_names, said_of, swap
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.practised import own_change, practised, swap_in_words
from resilience_desktop.services.since_last import in_words, since_last
from tests.services.test_findings_in_words import forbidden
from tests.test_words import broken_promises

CANAL = OwnSkill("Walk to the canal", id="canal")
TENDS = "People often start when distress is at its peak, so some drop happens anyway."


@pytest.fixture
def journal(tmp_path):
    made, _ = Journal.create(tmp_path / "journal", None)
    yield made
    made.close()


def practice(ago, before=None, after=None, *, skill="slow_breathing", hour=12):
    wall = dt.datetime.combine(dt.date(2026, 11, 22) - dt.timedelta(days=ago), dt.time(hour))
    return Practice(
        skill=skill, at=Moment.from_wall(wall, "Europe/London"), before=before, after=after
    )


def looked(journal, monkeypatch, *practices, toolkit=None):
    monkeypatch.setattr(Journal, "today", lambda _self: dt.date(2026, 11, 22))
    for one in practices:
        journal.practices.keep(one)
    journal.toolkit.keep_skill(CANAL)
    journal.toolkit.keep(toolkit or Toolkit())
    return practised(journal)


def test_that_nothing_yet_is_told_without_a_nought(journal, monkeypatch):
    found = looked(journal, monkeypatch)
    assert found.said == "Days on which you use a skill show here."
    assert (found.days, found.uses, found.tends, found.swap) == ({}, (), "", "")


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (5, "On 2 days so far."),
        (6, "On 2 of the 7 days so far."),
        (27, "On 2 of the 28 days so far."),
        (28, "On 1 of the last 28 days, and 2 of the 29 days so far."),
        (88, "On 1 of the last 28 days, and 2 of the 89 days so far."),
    ],
)
def test_that_no_day_before_the_journal_began_is_told_of(journal, monkeypatch, first, said):
    found = looked(journal, monkeypatch, practice(first), practice(0))
    assert found.said == said
    assert found.first == found.today - dt.timedelta(days=first)
    assert found.has_picture == (first >= 6)


def test_that_long_ago_is_a_gap_and_fine(journal, monkeypatch):
    found = looked(journal, monkeypatch, practice(LONG))
    assert found.said == "Nothing in the last 90 days, and that is fine."
    assert found.first == dt.date(2026, 8, 25)


def test_that_days_skills_and_changes_are_told(journal, monkeypatch):
    found = looked(
        journal,
        monkeypatch,
        practice(0, 80, 60),
        practice(0, 80, 50, hour=20),
        practice(LONG - 1, 70, 60),
        practice(LONG, 0, 100),
        practice(1, skill="canal"),
        practice(-1),
    )
    assert found.said == "On 2 of the last 28 days, and 3 of the last 90."
    assert found.days[found.today] == ("Slow breathing",)
    assert found.days[found.today - dt.timedelta(days=1)] == ("Walk to the canal",)
    assert [(use.name, use.how_often, use.change) for use in found.uses] == [
        (
            "Slow breathing",
            "2 days, 3 times",
            "Rated before and after 3 times: distress was 20 of 100 lower after, on average.",
        ),
        ("Walk to the canal", "1 day", ""),
    ]
    assert found.tends == TENDS


def test_that_a_skill_may_be_swapped_and_never_has_to_be(journal, monkeypatch):
    toolkit = Toolkit(chosen=("canal", "slow_breathing"), automatic=("canal",))
    found = looked(journal, monkeypatch, toolkit=toolkit)
    assert found.swap == (
        "‘Walk to the canal’ comes by itself now. If you like, its place in your toolkit can be "
        "for something new."
    )
    assert swap_in_words(Swap("a", False), "Calm place") == (
        "‘Calm place’ has rested for more than 90 days. If you like, its place in your toolkit "
        "can be for something else."
    )


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(80, 20), (80, 20)], ""),
        (
            [(80, 60), (80, 60), (81, 60)],
            "Rated before and after 3 times: distress was 20 of 100 lower after, on average. "
            + TENDS,
        ),
        (
            [(20, 40)] * 4,
            (
                "Rated before and after 4 times: distress was 20 of 100 higher after, on average. "
                "That can have many reasons."
            ),
        ),
        ([(50, 50)] * 3, "Rated before and after 3 times: about the same after, on average."),
    ],
)
def test_that_the_own_change_is_told_from_three_on_with_what_belongs_to_it(pairs, said):
    practices = [practice(n, *pair) for n, pair in enumerate(pairs)]
    others = [practice(n, 0, 100, skill="canal") for n in range(5)]
    assert own_change([*practices, *others], "slow_breathing") == said
    assert not broken_promises(said)
    assert not forbidden(said)


def test_that_a_session_is_told_on_how_many_days_a_skill_was_used(journal):
    today = Moment.from_instant(dt.datetime.now(dt.UTC), "Europe/London")
    journal.practices.keep(Practice(skill="slow_breathing", at=today))
    journal.practices.keep(Practice(skill="box_breathing", at=today))
    assert in_words(since_last(journal, None)) == (
        "Nothing was written in these days, and that is fine.",
        "You used a skill on 1 day.",
    )
    journal.keep_entry(Entry(at=today, note="Rain."))
    assert in_words(since_last(journal, None))[1:] == ("You used a skill on 1 day.",)


def test_that_helpers_change_places_and_nothing_else(journal):
    one = Helper("Ruth", HelperKind.THERAPIST, "01632 960142", "Tuesdays", "1")
    other = Helper("The group", HelperKind.GROUP, id="2")
    for helper in (one, other):
        journal.helpers.keep(helper)
    assert swap(journal, one, other).helpers
    first, second = journal.helpers.all()
    assert (first.name, second.name, second.reach) == ("The group", "Ruth", "01632 960142")
    assert {first.id, second.id} == {"1", "2"}


def test_that_each_kind_of_help_has_a_name_and_a_note_stands_beside_it():
    assert set(kind_names()) == set(HelperKind)
    assert said_of(Helper("Ruth", HelperKind.THERAPIST, note="Tuesdays\nat 4")) == (
        "Therapist · Tuesdays at 4"
    )
    assert said_of(Helper("Ruth")) == "Other help"
