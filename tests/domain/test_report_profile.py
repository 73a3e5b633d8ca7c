"""Profiles of a report: what they hold, their way to JSON and back, and the days they stand for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.report_part import SUMMARY, ReportPart
from resilience_desktop.domain.report_profile import (
    OneByOne,
    Preset,
    ReportMade,
    ReportProfile,
    days_of,
    made_from_plain,
    made_to_plain,
    profile_from_plain,
    profile_to_plain,
)
from tests.strategies import report_profiles, reports_made

DAY = dt.date(2026, 11, 22)
SPAN = dt.date(2020, 1, 1), DAY


def ago(days):
    return DAY - dt.timedelta(days=days)


@given(report_profiles())
def test_that_a_profile_comes_back_as_it_was(profile):
    assert profile_from_plain(profile_to_plain(profile)) == profile


@given(reports_made())
def test_that_a_report_that_was_made_comes_back_as_it_was(made):
    assert made_from_plain(made_to_plain(made)) == made


def test_that_a_new_profile_is_the_summary_and_nothing_in_full():
    assert (ReportProfile().parts, ReportProfile().lists) == (SUMMARY, frozenset())


def test_that_what_only_a_newer_version_knows_is_left_out():
    plain = profile_to_plain(ReportProfile(name="monthly"))
    plain |= {"parts": ["mood", "horoscope"], "lists": ["entries", "songs"]}
    read = profile_from_plain(plain)
    assert read.parts == {ReportPart.MOOD}
    assert read.lists == {OneByOne.ENTRIES}


@pytest.mark.parametrize(
    "changes",
    [{"paper": "a5"}, {"preset": "ever"}, {"dates": "today"}, {"dates": []}, {"name": 1}],
)
def test_that_anything_else_is_no_profile(changes):
    with pytest.raises(ValueError):  # noqa: PT011 - what is wrong is told by its kind alone
        profile_from_plain(profile_to_plain(ReportProfile()) | changes)


def test_that_no_period_ends_before_it_begins():
    with pytest.raises(ValueError, match="does not end before"):
        ReportProfile(dates=(DAY, ago(1)))
    with pytest.raises(ValueError, match="does not end before"):
        ReportMade(DAY, DAY, ago(1))


def test_that_a_name_is_in_no_repr():
    assert "monthly" not in repr(ReportProfile(name="monthly"))


def test_that_presets_end_on_the_last_day():
    assert days_of(Preset.WEEKS, SPAN, None) == (ago(27), DAY)
    assert days_of(Preset.MONTHS_3, SPAN, None) == (dt.date(2026, 8, 23), DAY)
    assert days_of(Preset.MONTHS_6, SPAN, None) == (dt.date(2026, 5, 23), DAY)
    assert days_of(Preset.YEAR, SPAN, None) == (dt.date(2025, 11, 23), DAY)
    assert days_of(Preset.ALL, SPAN, None) == SPAN
    assert days_of(Preset.OWN, SPAN, None) == SPAN


def test_that_since_my_last_report_begins_with_its_last_day():
    made = ReportMade(ago(3), ago(90), ago(5))
    assert days_of(Preset.SINCE_LAST, SPAN, made) == (ago(5), DAY)
    assert days_of(Preset.SINCE_LAST, SPAN, None) == SPAN
    later = ReportMade(DAY, DAY, DAY + dt.timedelta(days=9))  # by a clock that was wrong
    assert days_of(Preset.SINCE_LAST, SPAN, later) == (DAY, DAY)


@given(
    st.sampled_from(Preset),
    st.tuples(st.dates(dt.date(1900, 1, 1)), st.dates(dt.date(1900, 1, 1))).map(sorted),
    st.none() | reports_made(),
)
def test_that_the_days_are_in_order_and_end_with_the_last(preset, span, made):
    first, last = days_of(preset, tuple(span), made)
    assert first <= last == span[1]
