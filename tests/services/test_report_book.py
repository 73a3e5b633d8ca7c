"""What a journal remembers of reports: profiles, the last choice, and which were made."""

import dataclasses
import datetime as dt

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.report_profile import OneByOne, Preset, ReportProfile
from resilience_desktop.services.journal import Journal

DAY = dt.date(2026, 11, 22)
MONTHLY = ReportProfile(name="monthly", preset=Preset.SINCE_LAST, lists=frozenset({OneByOne.CARDS}))


def test_that_profiles_come_by_name_and_can_be_changed_and_forgotten(journal):
    doctor = ReportProfile(name="For the doctor", parts=frozenset({ReportPart.MOOD}))
    for profile in (MONTHLY, doctor):
        assert journal.reports.keep(profile) == Changes(reports=True)
    assert journal.reports.profiles() == [doctor, MONTHLY]
    renamed = dataclasses.replace(doctor, name="Nurse")
    journal.reports.keep(renamed)
    assert journal.reports.profiles() == [MONTHLY, renamed]
    assert journal.reports.drop(MONTHLY) == Changes(reports=True)
    assert journal.reports.profiles() == [renamed]


def test_that_what_was_chosen_last_is_there_the_next_time_and_in_no_copy(folder, journal):
    assert journal.reports.chosen_last() is None
    journal.reports.keep_chosen(MONTHLY)
    assert journal.reports.chosen_last() == MONTHLY
    assert not journal.contents().settings
    journal.close()
    again = Journal.open(folder)
    assert again.reports.chosen_last() == MONTHLY
    again.close()


def test_that_the_report_made_last_is_known(journal):
    assert journal.reports.made_last() is None
    week = dt.timedelta(days=7)
    assert journal.reports.remember_made(DAY, DAY - week, DAY) == Changes(reports=True)
    journal.reports.remember_made(DAY - week, DAY - 5 * week, DAY - week)
    last = journal.reports.made_last()
    assert (last.made_on, last.first, last.last) == (DAY, DAY - week, DAY)
    assert len(journal.contents().reports_made) == 2
