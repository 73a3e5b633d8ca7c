import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.backup import (
    EACH_REASON,
    MOST_AT_ONCE,
    NEWEST,
    BackupPolicy,
    Reason,
    Stored,
    clock_is_plausible,
    surplus,
)
from resilience_desktop.domain.moment import Moment

DAY = dt.date(2026, 11, 22)
HOUR = dt.timedelta(hours=1)

stored = st.lists(
    st.builds(
        Stored, st.integers(1, 10_000), st.dates(dt.date(2000, 1, 1)), st.sampled_from(Reason)
    ),
    max_size=120,
    unique_by=lambda backup: backup.sequence,
)


def at(hour=12, day=22):
    return Moment.from_wall(dt.datetime(2026, 11, day, hour), "Europe/London")


def thinned_out(backups):
    """Return what is left when nothing more is to be removed."""
    while gone := surplus(backups):
        backups = [backup for backup in backups if backup.sequence not in gone]
    return backups


def daily(number, *, each=1):
    return [
        Stored(n + 1, DAY + dt.timedelta(days=n // each), Reason.REGULAR)
        for n in range(number * each)
    ]


def test_that_a_year_and_a_half_of_days_keeps_days_weeks_and_months():
    kept = thinned_out(daily(550))
    days = {backup.day for backup in kept}
    last = DAY + dt.timedelta(days=549)
    assert {last - dt.timedelta(days=n) for n in range(14)} <= days
    assert len({day.isocalendar()[:2] for day in days}) >= 8
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(kept) <= 10 + 14 + 8 + 12


def test_that_many_backups_of_one_day_leave_the_newest_ones():
    kept = thinned_out(daily(1, each=60))
    assert [backup.sequence for backup in kept] == list(range(51, 61))


def test_that_a_backup_before_something_big_outlives_a_busy_day():
    before = Stored(1, DAY, Reason.BEFORE_RESTORE)
    asked_for = Stored(2, DAY, Reason.MANUAL)
    busy = [Stored(n, DAY, Reason.REGULAR) for n in range(3, 60)]
    assert {before, asked_for} <= set(thinned_out([before, asked_for, *busy]))


@given(stored)
def test_that_the_newest_stay_and_few_go_at_once(backups):
    gone = surplus(backups)
    newest = sorted(backup.sequence for backup in backups)[-NEWEST:]
    assert not set(gone) & set(newest)
    assert len(gone) <= MOST_AT_ONCE
    assert gone == sorted(gone)


@given(stored, st.dates(dt.date(1990, 1, 1)))
def test_that_another_backup_takes_the_place_of_at_most_one_of_each_kind(backups, day):
    before = {backup.sequence for backup in thinned_out(backups)}
    more = [*backups, Stored(20_000, day, Reason.REGULAR)]
    after = {backup.sequence for backup in thinned_out(more)}
    assert len(before - after) <= 5  # newest, day, week, month, reason


@given(stored, st.timedeltas(dt.timedelta(-3000), dt.timedelta(3000)))
def test_that_how_far_away_the_days_are_plays_no_part(backups, shift):
    whole_weeks = dt.timedelta(weeks=shift.days // 7)
    moved = []
    for backup in backups:
        try:
            day = backup.day + whole_weeks
        except OverflowError:
            return
        moved.append(Stored(backup.sequence, day, backup.reason))
    days = {b.sequence for b in thinned_out(backups)} - {b.sequence for b in thinned_out(moved)}
    # Only the borders of months lie elsewhere.
    assert len(days) <= 12


@given(stored)
def test_that_the_newest_of_each_reason_stay(backups):
    kept = {backup.sequence for backup in thinned_out(backups)}
    for reason in Reason:
        of_it = sorted(backup.sequence for backup in backups if backup.reason is reason)
        assert kept.issuperset(of_it[-EACH_REASON:])


def test_that_a_clock_far_from_the_newest_backup_is_not_believed():
    assert clock_is_plausible(DAY, None)
    assert clock_is_plausible(DAY, DAY)
    assert clock_is_plausible(DAY + dt.timedelta(days=31), DAY)
    assert not clock_is_plausible(DAY + dt.timedelta(days=32), DAY)
    assert not clock_is_plausible(DAY - dt.timedelta(days=1), DAY)


def test_that_a_backup_is_due_on_the_first_change_of_a_day_and_every_half_hour_of_changes():
    policy = BackupPolicy()
    assert policy.is_due(at(), None, changed_since=True)
    assert policy.reason(at(), None) is Reason.DAILY
    assert policy.is_due(at(0, day=23), at(23), changed_since=True)
    assert policy.reason(at(0, day=23), at(23)) is Reason.DAILY
    assert not policy.is_due(at(12), at(12), changed_since=True)
    assert policy.is_due(at(13), at(12), changed_since=True)
    assert policy.reason(at(13), at(12)) is Reason.REGULAR


def test_that_no_backup_is_due_when_nothing_has_changed():
    assert not BackupPolicy().is_due(at(day=25), at(), changed_since=False)


def test_that_a_clock_that_was_put_back_does_not_stop_backups():
    assert BackupPolicy().is_due(at(11), at(12), changed_since=True)
    assert BackupPolicy().is_due(at(day=20), at(), changed_since=True)


def test_that_a_restore_test_is_due_once_a_month():
    policy = BackupPolicy(between_restore_tests=HOUR)
    assert policy.restore_test_is_due(at(), None)
    assert policy.restore_test_is_due(at(13), at(12))
    assert not policy.restore_test_is_due(at(), at())
