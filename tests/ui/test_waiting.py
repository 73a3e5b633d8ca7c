"""What was begun and not kept is told where somebody comes back to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.domain.moment import Moment
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.slots import FREE
from resilience_desktop.ui.widgets.written_rows import ROW

from .samples import entry, fill

Key = Qt.Key


def drafted(places, slot, **changes):
    """Leave a draft from 3 March 2024."""
    at = Moment.from_wall(dt.datetime(2024, 3, 3, 9), "Europe/London")
    journal = Journal.open(places.journal)
    journal.drafts.keep(slot, replace(entry("a secret begun"), at=at, **changes))
    journal.close()


def free_page(person):
    person.window.page("journal").composer.note.free_writing_requested.emit()
    person.wait()


def test_that_a_free_page_that_waits_is_told_and_opened(places, home_of):
    fill(places)
    drafted(places, FREE)
    person = home_of()
    person.wait_for(lambda: bool(person.find("journal.waiting.page")))
    assert person.find("journal.waiting.page").text() == "A page from Sunday 3 March 2024 waits."
    assert not person.find("journal.waiting.note")
    person.press("journal.waiting.page.open")
    assert person.see("writing.free").words() == "a secret begun"
    assert "Saved" in person.see("writing.state").words()
    person.press("writing.seal")
    assert not person.find("journal.waiting")


def test_that_a_page_left_today_is_told_at_once(home):
    assert not home.find("journal.waiting")
    free_page(home)
    home.write("writing.free", "hm")
    home.key(Key.Key_Escape)
    home.wait_for(lambda: bool(home.find("journal.waiting.page")))
    assert home.find("journal.waiting.page").text() == "A page you began today waits."


def test_that_a_page_that_something_else_takes_away_is_told_too(home):
    free_page(home)
    home.write("writing.free", "hm")
    home.window.capture("mood")
    home.wait_for(lambda: bool(home.find("journal.waiting.page")))


def test_that_a_short_note_that_waits_is_told_and_stands_on_its_mood(home):
    home.shortcut(Key.Key_M)
    home.wait_for(lambda: bool(home.find("quick")))
    home.key(Key.Key_Minus)
    home.key(Key.Key_2)
    home.key(Key.Key_Escape)
    home.wait_for(lambda: bool(home.find("journal.waiting.note")))
    home.press("journal.waiting.note.open")
    home.wait_for(lambda: bool(home.find("quick")) and home.find("quick.mood").mood == -2)
    home.wait_for(lambda: home.find("quick.mood.-2").hasFocus())
    home.key(Key.Key_Return)
    home.wait_for(lambda: not home.find("quick"))
    home.wait()
    assert not home.find("journal.waiting")


@pytest.fixture
def changed(places, home_of):
    kept = entry("Rain on the roof.")
    fill(places, kept, entry("Sun", 1))
    drafted(places, f"entry:{kept.id}", id=kept.id)
    return home_of()


def spoken(person, number):
    model = person.window.page("journal").timeline.list.rows
    row = model.rows()[number]
    return model.index_of(row.id).data(), model.index_of(row.id).data(ROW)


def test_that_a_row_says_that_it_has_unfinished_changes(changed):
    changed.key(Key.Key_Escape)  # a start goes on with what was being changed
    changed.wait_for(lambda: "unfinished changes" in spoken(changed, 0)[0])
    assert spoken(changed, 0)[1].foot.startswith("unfinished changes")
    assert "unfinished" not in spoken(changed, 1)[0]
    changed.stand_on("journal.timeline")
    changed.key(Key.Key_Return)
    changed.wait_for(lambda: "unfinished" not in spoken(changed, 0)[0])
    changed.press("journal.cancel")
    changed.wait()
    assert "unfinished" not in spoken(changed, 0)[0]
