"""A look at this month: filled in, seen, kept over a restart, and offered again only if wanted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from resilience_desktop.domain.look_back import LookBack, Rhythm
from resilience_desktop.domain.month_look import MonthLook, RatedValue
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.month_looks import MonthLooks

from .by_hand import click
from .samples import entry, fill, today

BEFORE = MonthLook(
    today() - dt.timedelta(days=40),
    (("weight", 8), ("life", 3)),
    (RatedValue("Garden", 7, 2),),
    "A long month.",
    id="before",
)


def looks(person):
    return person.read(lambda journal: journal.month_looks.all())


def wanted(person):
    return person.read(lambda journal: journal.settings().look_back)


def want(person, rhythm, ago):
    chosen = LookBack(rhythm, today() - dt.timedelta(days=ago))

    def keep(journal):
        return journal.keep_settings(replace(journal.settings(), look_back=chosen))

    person.parts.tasks.write(keep, owner=person.window).result(20)
    person.wait()


def rate(person, name, number):
    field = person.find(f"{name}.number")
    field.setFocus()
    field.selectAll()
    person.qtbot.keyClicks(field, str(number))
    person.qtbot.keyClick(field, Qt.Key.Key_Tab)


def type_in(person, name, words):
    field = person.find(name)
    field.setFocus()
    person.qtbot.keyClicks(field, words)


def wider(person):
    person.go("charts")
    person.wait_for(lambda: person.find("charts.mood.summary") is not None)
    person.wait()
    person.window.page("charts").views.choose("wider")
    person.wait_for(lambda: person.find("charts.wider.signs.summary") is not None)
    person.wait()


def open_look(person):
    click(person, "charts.wider.look")
    person.wait_for(lambda: person.find("month_look") is not None)
    person.wait_for(lambda: person.find("month_look.weight.number").isEnabled())


@pytest.fixture
def view(places, home_of):
    """Somebody who wrote for two months and took one look, at the wider view."""
    fill(places, *(entry(f"Day {n}", n, n % 4) for n in range(60)), month_looks=(BEFORE,))
    person = home_of()
    wider(person)
    return person


@pytest.fixture
def dialog(view):
    open_look(view)
    return view


def test_that_a_look_is_filled_in_seen_and_there_after_a_restart(dialog):
    rate(dialog, "month_look.weight", 5)
    click(dialog, "month_look.values.add")
    type_in(dialog, "month_look.values.2", "  Family ")
    rate(dialog, "month_look.values.2.matters", 9)
    rate(dialog, "month_look.values.2.lived", 4)
    type_in(dialog, "month_look.words", "Lighter.")
    dialog.key(Qt.Key.Key_Escape)
    dialog.wait_for(lambda: dialog.find("month_look") is None)
    (_, now) = looks(dialog)
    assert now.day == today()
    assert now.ratings == (("weight", 5),)
    assert now.values == (RatedValue("Garden"), RatedValue("Family", 9, 4))
    assert now.words == "Lighter."
    summary = dialog.see("charts.wider.signs.summary")
    dialog.wait_for(lambda: "weight of difficulties 8 to 5" in summary.text())
    dialog.quit()
    dialog.start()
    wider(dialog)
    assert "weight of difficulties 8 to 5" in dialog.see("charts.wider.signs.summary").text()
    assert looks(dialog) == [BEFORE, now]
    open_look(dialog)
    assert dialog.find("month_look.weight.number").text() == "5"
    assert dialog.find("month_look.words").words() == "Lighter."


def test_that_a_look_that_was_only_opened_leaves_nothing(dialog):
    click(dialog, "month_look.close")
    dialog.wait_for(lambda: dialog.find("month_look") is None)
    assert looks(dialog) == [BEFORE]


def test_that_what_was_said_is_kept_when_the_program_ends_without_a_word(dialog):
    type_in(dialog, "month_look.words", "Rain")
    dialog.wait_for(lambda: len(looks(dialog)) == 2)
    dialog.crash()
    dialog.start()
    assert looks(dialog)[1].words == "Rain"


def test_that_a_look_that_cannot_be_saved_stays_open_and_asks(dialog, monkeypatch):
    def refuse(_self, _look):
        message = "The disk is full."
        raise NotWrittenError(message)

    with monkeypatch.context() as full:
        full.setattr(MonthLooks, "keep", refuse)
        type_in(dialog, "month_look.words", "Rain")
        dialog.key(Qt.Key.Key_Escape)
        dialog.wait_for(lambda: dialog.find("unsaved") is not None)
        assert dialog.find("month_look") is not None
    dialog.key(Qt.Key.Key_Escape)
    click(dialog, "month_look.close")
    dialog.wait_for(lambda: dialog.find("month_look") is None)
    assert looks(dialog)[1].words == "Rain"


def test_that_a_number_can_be_taken_back_and_an_empty_look_is_gone(dialog):
    click(dialog, "month_look.values.1.remove")
    rate(dialog, "month_look.self", 7)
    dialog.wait_for(lambda: len(looks(dialog)) == 2)
    click(dialog, "month_look.self.clear")
    dialog.wait_for(lambda: looks(dialog) == [BEFORE])


def test_that_an_earlier_look_is_read_changed_and_keeps_its_day(dialog):
    menu = dialog.find("month_look.earlier").menu()
    (earlier,) = menu.actions()
    earlier.trigger()
    dialog.wait_for(lambda: dialog.find("month_look.words").words() == "A long month.")
    assert dialog.find("month_look.life.number").text() == "3"
    assert "This is how you saw it on" in dialog.find("month_look.about").text()
    rate(dialog, "month_look.life", 4)
    dialog.wait_for(lambda: looks(dialog)[0].rating("life") == 4)
    assert looks(dialog) == [replace(BEFORE, ratings=(("weight", 8), ("life", 4)))]
    (now,) = (action for action in menu.actions() if action.text() == "This month")
    now.trigger()
    dialog.wait_for(lambda: dialog.find("month_look.words").words() == "")


def test_that_a_removed_look_comes_back_whole(dialog):
    dialog.find("month_look.earlier").menu().actions()[0].trigger()
    dialog.wait_for(lambda: dialog.find("month_look.remove") is not None)
    click(dialog, "month_look.remove")
    dialog.wait_for(lambda: looks(dialog) == [])
    click(dialog, "notice.undo")
    dialog.wait_for(lambda: looks(dialog) == [BEFORE])
    dialog.wait_for(lambda: dialog.find("month_look.words").words() == "A long month.")


def test_that_a_thing_that_matters_comes_back_with_its_numbers(dialog):
    rate(dialog, "month_look.values.1.lived", 6)
    click(dialog, "month_look.values.1.remove")
    dialog.wait_for(lambda: dialog.find("month_look.values.undo") is not None)
    click(dialog, "month_look.values.undo")
    assert dialog.find("month_look.values.1").text() == "Garden"
    dialog.wait_for(lambda: [one.values[0].lived for one in looks(dialog)] == [2, 6])


def test_that_a_thing_without_a_name_asks_for_no_number_and_is_not_kept(dialog):
    click(dialog, "month_look.values.add")
    assert dialog.find("month_look.values.2.lived.number") is None
    click(dialog, "month_look.values.2.remove")
    assert dialog.find("month_look.values.undo") is None
    dialog.key(Qt.Key.Key_Escape)
    dialog.wait_for(lambda: dialog.find("month_look") is None)
    assert all(len(look.values) == 1 for look in looks(dialog))


def test_that_somebody_chooses_to_be_offered_a_look_again(dialog):
    box = dialog.find("month_look.again", QComboBox)
    assert box.currentText() == "Never"
    box.setFocus()
    dialog.key(Qt.Key.Key_Down)
    dialog.wait()
    dialog.wait_for(lambda: wanted(dialog) == LookBack(Rhythm.MONTHLY, today()))
    click(dialog, "month_look.close")
    open_look(dialog)
    dialog.wait_for(lambda: dialog.find("month_look.again").currentText() == "Each month")


def test_that_choosing_the_same_again_does_not_begin_anew(dialog):
    want(dialog, Rhythm.SPREAD, 50)
    chosen = wanted(dialog)
    box = dialog.find("month_look.again", QComboBox)
    for rhythm in (Rhythm.SPREAD, Rhythm.MONTHLY):
        box.setCurrentIndex(box.findData(rhythm.value))
        box.activated.emit(box.currentIndex())
        dialog.wait()
        assert (wanted(dialog) == chosen) is (rhythm is Rhythm.SPREAD)


# The quiet line


def test_that_nobody_is_asked_who_did_not_want_it(view):
    view.go("journal")
    assert view.find("journal.look_back") is None
    want(view, Rhythm.MONTHLY, 0)
    assert view.find("journal.look_back") is None


def test_that_the_line_opens_the_look_and_is_gone_after_it(view):
    want(view, Rhythm.MONTHLY, 60)
    view.go("journal")
    view.wait_for(lambda: view.find("journal.look_back.open") is not None)
    click(view, "journal.look_back.open")
    view.wait_for(lambda: view.find("month_look") is not None)
    view.wait_for(lambda: view.find("month_look.weight.number").isEnabled())
    rate(view, "month_look.weight", 5)
    view.key(Qt.Key.Key_Escape)
    view.wait_for(lambda: view.find("journal.look_back") is None)


def test_that_not_now_rests_and_can_be_taken_back(view):
    want(view, Rhythm.SPREAD, 110)
    view.go("journal")
    click(view, "journal.look_back.away")
    view.wait_for(lambda: view.find("journal.look_back") is None)
    assert view.read(lambda journal: journal.remembered.look_away()) == today()
    click(view, "notice.undo")
    view.wait_for(lambda: view.find("journal.look_back") is not None)


def test_that_stop_asking_ends_it_and_can_be_taken_back(view):
    want(view, Rhythm.SPREAD, 110)
    chosen = wanted(view)
    view.go("journal")
    click(view, "journal.look_back.stop")
    view.wait_for(lambda: view.find("journal.look_back") is None)
    assert wanted(view) is None
    click(view, "notice.undo")
    view.wait_for(lambda: view.find("journal.look_back") is not None)
    assert wanted(view) == chosen
