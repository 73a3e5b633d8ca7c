"""Help now: own people first, locked or not, and numbers that say how old they are."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop import content, i18n
from resilience_desktop.domain.contact import Contact
from resilience_desktop.errors import JournalDamagedError
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.dialogs.people_to_call import PersonToCall
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

from .samples import fill

WORDS = "five ordinary words are enough"
MARA = Contact("Mara", "01632 960142", "my sister, any time")
JONAS = Contact("Jonas", "01632 960178")


def locked(places, home_of, *, shown):
    journal, _ = Journal.create(places.journal, WORDS)
    journal.contacts.keep([MARA, JONAS], also_when_locked=shown)
    journal.close()
    person = home_of()
    assert person.find("unlock")
    return person


@pytest.fixture
def chosen(places, home_of):
    """Somebody who has chosen two people."""
    fill(places, contacts=(MARA, JONAS))
    return home_of()


def open_help(person):
    person.key(Qt.Key.Key_F1)
    return person.see("help")


def people(dialog):
    """Return who is offered, from top to bottom, each with what stands in the row."""
    rows = [row for row in dialog.people.findChildren(PersonToCall) if row.isVisible()]
    rows.sort(key=lambda row: row.mapTo(dialog, QPoint()).y())
    return [[label.text() for label in row.findChildren(Label)] for row in rows]


def names(dialog):
    """Return who is in the country's list, from top to bottom."""
    rows = [row for row in dialog.lines.findChildren(PersonToCall) if row.isVisible()]
    rows.sort(key=lambda row: row.mapTo(dialog, QPoint()).y())
    return [row.findChildren(Label)[0].text() for row in rows]


def is_within(label, holder):
    """Whether a label lies inside the width of something and has all the room it wants."""
    left = label.mapTo(holder, QPoint()).x()
    wanted = 0 if label.wordWrap() else label.sizeHint().width()
    return left >= 0 and label.width() >= wanted and left + label.width() <= holder.width()


def numbers(dialog):
    """Return the numbers that are shown, people's and help lines'."""
    return [
        label
        for row in dialog.findChildren(PersonToCall)
        if row.isVisible()
        for label in row._calls.findChildren(Label)
    ]


def choose_country(dialog, code):
    dialog.country.setCurrentIndex(dialog.country.findData(code))


def close(person):
    person.press("help.close")
    person.wait_for(lambda: not person.find("help"))


# Own people


def test_that_own_people_stand_first_with_numbers_to_copy(chosen):
    dialog = open_help(chosen)
    assert people(dialog) == [
        ["Mara", "my sister, any time", "01632 960142"],
        ["Jonas", "01632 960178"],
    ]
    number = next(w for w in dialog.findChildren(Label) if w.text() == MARA.phone)
    assert number.accessibleName() == "Mara: 01632 960142"
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert number.font().pixelSize() == chosen.parts.look.font("heading").pixelSize()
    close(chosen)


def test_that_the_lock_page_shows_them_only_to_who_said_so(places, home_of):
    person = locked(places, home_of, shown=True)
    dialog = open_help(person)
    assert people(dialog) == [["Mara", "01632 960142"], ["Jonas", "01632 960178"]]
    assert not person.find("help.change")
    close(person)


def test_that_the_lock_page_shows_nobody_else(places, home_of):
    person = locked(places, home_of, shown=False)
    dialog = open_help(person)
    assert people(dialog) == []
    assert not dialog.people.isVisible()
    assert not person.find("help.add_people")
    close(person)


def test_that_without_people_one_quiet_line_leads_to_choosing_some(home):
    dialog = open_help(home)
    home.press("help.add_people")
    home.write("contacts.1.name", "Mara")
    home.write("contacts.1.phone", "01632 960142")
    home.press("contacts_dialog.close")
    home.wait_for(lambda: people(dialog) == [["Mara", "01632 960142"]])
    assert home.read(lambda j: j.contacts.all()) == (Contact("Mara", "01632 960142"),)
    assert not home.find("help.add_people")
    home.press("help.change")
    home.press("contacts_dialog.close")
    close(home)


def test_that_the_keyboard_comes_back_to_choosing_people(home):
    dialog = open_help(home)
    dialog.activateWindow()
    home.press("help.add_people")
    home.press("contacts_dialog.close")
    home.wait_for(lambda: dialog.focusWidget() is home.find("help.add_people"))
    home.press("help.add_people")
    home.write("contacts.1.name", "Mara")
    home.press("contacts_dialog.close")
    home.wait_for(lambda: len(people(dialog)) == 1)
    assert dialog.focusWidget() is home.find("help.change")
    close(home)


def test_that_a_journal_that_cannot_be_read_is_no_reason_to_say_so_now(chosen, monkeypatch):
    def damaged(_journal):
        raise JournalDamagedError

    monkeypatch.setattr(Journal, "contacts", damaged)
    dialog = open_help(chosen)
    assert people(dialog) == []
    assert names(dialog) or dialog.country.currentData() == ""
    assert chosen.window.notices.words == ""
    close(chosen)


def test_that_a_very_long_number_stays_inside(places, home_of):
    long = Contact("Practice", "mornings 01632 960110, " * 7)
    fill(places, contacts=(long,))
    person = home_of()
    dialog = open_help(person)
    row = dialog.people.findChild(PersonToCall)
    assert row.width() <= dialog.people.width()
    assert all(is_within(w, row) for w in row.findChildren(Label))
    close(person)


@pytest.fixture
def longer_words():
    """Speak in longer words from the call on."""
    yield lambda: i18n.use_language("qps")
    i18n.use_language("en")


LONG_NAME = Contact("Anna-Magdalena Wolkenstein-Trostburg of the practice", "+44 1632 960142")


LONG_NUMBER = Contact("Practice", "+44 01632 96014200960142", "on weekday mornings only")


@pytest.mark.parametrize("contacts", [(), (MARA, LONG_NAME), (MARA, LONG_NUMBER)])
@pytest.mark.parametrize(
    ("size", "text_size"), [((1280, 800), 100), ((900, 600), 100), ((900, 600), 150)]
)
def test_that_every_number_is_seen_whole_in_longer_words(
    longer_words, places, home_of, contacts, size, text_size
):
    fill(places, contacts=contacts)
    person = home_of()
    longer_words()
    person.window.resize(*size)
    person.parts.look.set_text_size(text_size)
    person.wait()
    dialog = open_help(person)
    assert dialog.windowTitle() != "Help now"
    for code in ("DE", ""):
        choose_country(dialog, code)
        person.wait()
        pane = dialog.findChild(ScrollPane).viewport()
        assert len(numbers(dialog)) == len(contacts) + (3 if code else 2)
        assert all(is_within(number, pane) for number in numbers(dialog)), code
    close(person)


def test_that_a_number_goes_below_a_name_it_does_not_fit_beside(look, qtbot):
    row = PersonToCall(look, "phone", "Wolkenstein-Trostburg", "", ("01632 960142",))
    qtbot.addWidget(row)
    row.show()
    name, number = row.findChildren(Label)
    for width, below in ((600, False), (200, True), (600, False)):
        row.resize(width, row.heightForWidth(width))
        qtbot.wait(1)
        under = name.mapTo(row, QPoint(0, name.height())).y()
        assert (number.mapTo(row, QPoint()).y() >= under) is below
        assert all(is_within(label, row) for label in (name, number))


# The country


def test_that_the_first_row_stands_just_below_the_country(chosen):
    dialog = open_help(chosen)
    choose_country(dialog, "DE")
    chosen.wait()
    first = dialog.lines.findChildren(PersonToCall)[-3]
    below = dialog.country.mapTo(dialog, QPoint(0, dialog.country.height())).y()
    assert first.mapTo(dialog, QPoint()).y() - below == 8
    close(chosen)


def test_that_without_a_country_the_number_is_as_large_as_any(home):
    dialog = open_help(home)
    choose_country(dialog, "")
    assert [number.text() for number in numbers(dialog)] == ["112", "findahelpline.com"]
    heading = home.parts.look.font("heading").pixelSize()
    assert all(number.font().pixelSize() == heading for number in numbers(dialog))
    assert numbers(dialog)[0].accessibleName() == "Emergency: 112"
    close(home)


def test_that_help_lines_stand_first_until_somebody_is_chosen(home):
    dialog = open_help(home)
    own, lines = (part.mapTo(dialog, QPoint()) for part in (dialog.people, dialog.lines))
    assert (lines.y(), lines.x() < own.x()) == (own.y(), True)
    home.parts.tasks.write(
        lambda j: j.contacts.keep([MARA], also_when_locked=False), owner=home.window
    )
    home.wait_for(lambda: len(people(dialog)) == 1)
    home.wait()
    assert dialog.people.x() < dialog.lines.x()
    close(home)


def test_that_every_country_says_when_it_was_checked():
    for country in content.countries():
        assert country.checked_on <= dt.date(2100, 1, 1)
        assert not country.is_due_for_a_check(country.checked_on + dt.timedelta(days=364))
        assert country.is_due_for_a_check(country.checked_on + dt.timedelta(days=365))


def test_that_only_checked_countries_are_shown():
    plain = content.reading.read("help_lines")["countries"]
    shipped = {c["country_code"] for c in plain if c["ship_default"]}
    assert {country.code for country in content.countries()} == shipped
    assert all("checked_on" in c for c in plain if c["ship_default"])


def at(monkeypatch, day):
    monkeypatch.setattr("resilience_desktop.ui.dialogs.people_to_call.today", lambda: day)


def test_that_fresh_numbers_have_a_small_date(home, monkeypatch):
    at(monkeypatch, content.country("GB").checked_on)
    dialog = open_help(home)
    choose_country(dialog, "GB")
    assert names(dialog)[:2] == ["Emergency", "Samaritans"]
    assert "Checked November 2026." in home.see("help.checked").text()
    close(home)


def test_that_old_numbers_say_so_first_and_emergency_and_findahelpline_lead(home, monkeypatch):
    at(monkeypatch, content.country("GB").checked_on + dt.timedelta(days=365))
    dialog = open_help(home)
    choose_country(dialog, "GB")
    assert names(dialog)[:3] == ["Emergency", "findahelpline.com", "Samaritans"]
    caution = next(w for w in dialog.lines.findChildren(Label) if "last checked" in w.text())
    assert "November 2026" in caution.text()
    assert caution.font().pixelSize() == home.parts.look.font("body").pixelSize()
    emergency = next(w for w in dialog.lines.findChildren(Label) if w.text() == "Emergency")
    assert caution.mapTo(dialog, QPoint()).y() < emergency.mapTo(dialog, QPoint()).y()
    close(home)


def test_that_a_line_says_that_it_is_free_and_when_it_is_there(home):
    dialog = open_help(home)
    choose_country(dialog, "GB")
    assert "free, day and night" in [w.text() for w in dialog.lines.findChildren(Label)]
    close(home)


# The dialog


@pytest.mark.parametrize("way_out", ["help.close", "help.leave"])
def test_that_the_keyboard_starts_on_the_way_out(chosen, way_out):
    open_help(chosen)
    assert QApplication.focusWidget() is chosen.see("help.close")
    chosen.press(way_out)
    chosen.wait_for(lambda: not chosen.find("help"))


def test_that_settling_is_one_press_away_and_help_stays_behind_it(chosen):
    open_help(chosen)
    chosen.press("help.settle")
    assert chosen.find("settle")
    chosen.key(Qt.Key.Key_Escape)
    chosen.wait_for(lambda: not chosen.find("settle"))
    assert chosen.find("help")
    close(chosen)


def test_that_nobody_has_been_told_is_said(chosen):
    open_help(chosen)
    assert "Nobody has been told" in chosen.see("help.foot").text()
    close(chosen)


@pytest.mark.parametrize(
    ("size", "text_size", "beside"),
    [((1280, 800), 100, True), ((900, 600), 100, True), ((900, 600), 150, False)],
)
def test_that_people_and_country_stand_beside_each_other_where_there_is_room(
    chosen, size, text_size, beside
):
    chosen.window.resize(*size)
    chosen.parts.look.set_text_size(text_size)
    chosen.wait()
    dialog = open_help(chosen)
    own, lines = (part.mapTo(dialog, QPoint()) for part in (dialog.people, dialog.lines))
    assert (own.y() == lines.y()) is beside
    assert (own.x() < lines.x()) is beside
    assert own.y() <= lines.y()
    assert dialog.width() <= chosen.window.width()
    assert dialog.height() <= chosen.window.height()
    close(chosen)


def test_that_without_people_the_country_comes_first_where_it_is_narrow(home):
    home.window.resize(900, 600)
    home.parts.look.set_text_size(150)
    home.wait()
    dialog = open_help(home)
    own, lines = (part.mapTo(dialog, QPoint()).y() for part in (dialog.people, dialog.lines))
    assert lines < own
    close(home)


def test_that_help_opens_in_under_a_second_locked_or_not(places, home_of):
    person = locked(places, home_of, shown=True)

    def opens_quickly():
        started = time.perf_counter()
        person.window.show_help()
        person.wait_for(lambda: bool(person.find("help")))
        assert time.perf_counter() - started < 1
        close(person)

    opens_quickly()
    person.write("unlock.passphrase", WORDS)
    person.key(Qt.Key.Key_Return)
    person.wait_for(lambda: bool(person.find("journal")))
    opens_quickly()


def test_that_help_does_not_wait_for_a_busy_journal(chosen):
    chosen.parts.tasks.read(lambda _: time.sleep(0.4), lambda _: None, owner=chosen.window)
    chosen.window.show_help()
    dialog = chosen.see("help")
    choose_country(dialog, "GB")
    assert names(dialog)
    assert people(dialog) == []
    chosen.wait_for(lambda: len(people(dialog)) == 2)
    close(chosen)


def test_that_people_who_were_brought_in_are_shown_at_once(home):
    dialog = open_help(home)

    def add(journal):
        journal.add(Contents(contacts=(MARA,)))
        return journal.contacts.keep(journal.contacts.all(), also_when_locked=False)

    home.parts.tasks.write(add, owner=home.window)
    home.wait_for(lambda: len(people(dialog)) == 1)
    close(home)


@pytest.mark.parametrize(
    ("name", "wish", "about"),
    [
        ("story", "story_requested", ()),
        ("patterns", "patterns_requested", ("",)),
        ("insights", "insights_requested", ("", "")),
        ("cards", "cards_requested", ("",)),
    ],
)
def test_that_a_dialog_somebody_stays_in_has_help_now_of_its_own(home, name, wish, about):
    getattr(home.window.context.navigator, wish).emit(*about)
    home.wait()
    assert not home.see(f"{name}.help_now").hasFocus()
    home.press(f"{name}.help_now")
    assert home.find("help")
    home.press("help.close")
    assert home.find(name)
