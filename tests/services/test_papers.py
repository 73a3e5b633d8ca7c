"""Papers: the whole record for its writer, help lines at the foot, and a name that says nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from resilience_desktop import content
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.session import Session
from resilience_desktop.domain.sheet import Sheet
from resilience_desktop.domain.thought_record import Share, ThoughtRecord
from resilience_desktop.services import papers
from resilience_desktop.services.since_last import SinceLast

DAY = dt.date(2026, 11, 22)
AT = Moment.from_wall(dt.datetime(2026, 11, 20, 12), "Europe/London")


def test_that_every_paper_has_the_help_lines_of_the_country():
    form = content.usual_form()
    made = (
        papers.session_paper(Session(DAY), (), None, DAY, "GB"),
        papers.blank_paper(form, DAY, "GB", "us-letter"),
        papers.record_paper(ThoughtRecord(at=AT), DAY, "GB"),
        papers.skill_paper(Sheet("problem_solving", DAY), DAY, "GB"),
    )
    for document in made:
        assert "999" in document.values["footer"]["text"]
    assert made[1].values["paper"] == "us-letter"


def test_that_a_session_has_the_days_before_it_by_their_name():
    since = SinceLast(
        DAY, DAY, is_after_session=False, days_written=1, days_with_mood=0, middle=None, records=0
    )
    said = papers.session_paper(Session(DAY), (), since, DAY, "").values["parts"][1]
    assert said["title"] == "The last four weeks"
    assert said["days"] == "22 November 2026"
    assert said["sentences"] == ["You wrote on 1 of 1 day."]


def test_that_its_writer_has_all_of_a_record_whatever_reports_may_hold():
    record = ThoughtRecord(at=AT, situation="The meeting", form="five", share=Share.NEVER)
    document = papers.record_paper(record, DAY, "")
    assert "The meeting" in str(document.values)
    assert document.values["form"] == "A fair answer"
    own = papers.record_paper(replace(record, form="of-my-own"), DAY, "")
    assert own.values["form"] == ""


def test_that_the_name_of_a_file_says_nothing_about_the_person():
    assert papers.paper_name(DAY) == "sheet-2026-11-22.pdf"
