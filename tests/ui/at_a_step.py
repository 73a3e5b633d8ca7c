"""A thought record that is open at one of its steps."""

from __future__ import annotations

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.services.clock import local_zone

HOT = "They will all see it."


def open_at(person, step, **fields):
    """Open a record with a thought and a feeling at a step, and return its id."""
    fields.setdefault("thoughts", (AutomaticThought(HOT, 85),))
    fields.setdefault("feelings", (RatedFeeling("ashamed", 60),))
    fields.setdefault("steps", tuple(Step))
    record = ThoughtRecord(at=Moment.now(local_zone()), step=step, **fields)
    write(person, lambda journal: journal.keep_thought_record(record))
    person.go("thoughts")
    page(person).open_record(record.id)
    person.wait()
    return record.id


def write(person, work):
    person.parts.tasks.write(work, owner=person.window).result(20)
    person.wait()


def page(person):
    return person.window.page("thoughts")


def kept(person, id_):
    """Return a record as the journal has it once all is saved."""
    page(person).save_now()
    person.wait()
    return person.read(lambda journal: journal.thought_record(id_))
