"""Early signs of one's own: added, seen in the charts, told quietly where asked for, put away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.early_sign import EarlySign, Measure
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.early_signs import EarlySigns

from .by_hand import click, type_in
from .samples import entry, fill, today

NIGHTS = EarlySign("Short nights", Measure.SLEEP_HOURS, number=6, id="a")
MESSAGES = EarlySign("I stop answering", id="b")


def made(person):
    return person.read(lambda journal: journal.early_signs.all())


def choose(person, name, words):
    box = person.find(name)
    place = box.findText(words)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def early_signs(person):
    person.go("charts")
    person.wait_for(lambda: person.find("charts.mood.summary") is not None)
    person.see("charts").views.choose("early_signs")
    person.wait_for(lambda: person.find("charts.signs.add") is not None)
    person.wait()


def short_nights(places, **more):
    """Fill a journal with a month whose last four nights were short."""
    fill(
        places,
        *(entry(f"Day {ago}", ago, sleep_hours=5 if ago < 4 else 8) for ago in range(30)),
        **more,
    )


@pytest.fixture
def person(places, home_of):
    short_nights(places)
    person = home_of()
    early_signs(person)
    return person


@pytest.fixture
def noted(places, home_of):
    short_nights(places, early_signs=(NIGHTS, MESSAGES))
    person = home_of()
    early_signs(person)
    person.wait_for(lambda: person.find("charts.signs.2.change") is not None)
    return person


def closed(person):
    person.wait_for(lambda: person.find("charts.sign") is None)
    person.wait()


def test_that_an_example_is_offered_and_nothing_is_kept_before_it_is_kept(person, home_of):
    assert made(person) == []
    assert "foretells nothing" in person.see("charts.early_signs.summary").text()
    assert person.find("charts.show_everything") is None
    click(person, "charts.signs.example.1")
    assert person.find("charts.sign.threshold").text() == "6"
    assert not person.find("charts.sign.tells").isChecked()
    click(person, "charts.sign.cancel")
    closed(person)
    assert made(person) == []
    click(person, "charts.signs.example.1")
    type_in(person, "charts.sign.threshold", "6,5")
    person.find("charts.sign.tells").toggle()
    click(person, "charts.sign.keep")
    closed(person)
    (sign,) = made(person)
    assert (sign.name, sign.number, sign.tells) == ("Hours of sleep under 6.5", 6.5, True)
    person.wait_for(lambda: bool(person.find("charts.early_signs")))
    person.wait_for(lambda: bool(person.see("charts.early_signs").marks))
    assert "on 4 of the last 7 days with hours. It is there now." in (
        person.see("charts.early_signs.summary").text()
    )
    assert person.find("charts.signs.example.1") is None
    person.go("journal")
    person.wait_for(lambda: person.find("journal.early_signs") is not None)
    person.quit()
    again = home_of()
    again.wait_for(lambda: again.find("journal.early_signs") is not None)
    words = again.see("journal.early_signs.words").text()
    assert words.startswith("You noted that ‘Hours of sleep under 6.5’ is an early sign for you.")
    assert words.endswith("Would you like to look at what helps?")
    again.press("journal.early_signs.help")
    assert again.find("help") is not None


def test_that_the_picture_takes_its_room_as_soon_as_there_is_one(person):
    click(person, "charts.signs.example.1")
    click(person, "charts.sign.keep")
    closed(person)
    person.wait_for(lambda: person.find("charts.early_signs") is not None)
    person.wait_for(lambda: bool(person.see("charts.early_signs").marks))
    assert person.see("charts.early_signs").height() >= 60


def test_that_words_alone_are_kept_and_never_told(person):
    click(person, "charts.signs.add")
    assert person.find("charts.sign.tells") is None
    click(person, "charts.sign.keep")
    assert "A few words are needed" in person.find("charts.sign.wrong").text()
    type_in(person, "charts.sign.name", "  I stop   answering ")
    person.key(Qt.Key.Key_Return)
    closed(person)
    (sign,) = made(person)
    assert (sign.name, sign.measure, sign.tells) == ("I stop answering", Measure.NONE, False)
    person.wait_for(lambda: person.find("charts.signs.1.name") is not None)
    assert person.see("charts.signs.1.said").text() == "Words alone, nothing is counted"
    assert "I stop answering" in person.see("charts.early_signs.note").text()


def test_that_a_feeling_is_counted_by_its_word(person):
    click(person, "charts.signs.add")
    choose(person, "charts.sign.what", "A feeling I name")
    assert person.find("charts.sign.threshold") is None
    click(person, "charts.sign.keep")
    assert "Say which one" in person.find("charts.sign.wrong").text()
    type_in(person, "charts.sign.word", "tense")
    type_in(person, "charts.sign.days", "8")
    click(person, "charts.sign.keep")
    assert "more days than are looked at" in person.find("charts.sign.wrong").text()
    type_in(person, "charts.sign.days", "2")
    click(person, "charts.sign.keep")
    closed(person)
    (sign,) = made(person)
    assert (sign.name, sign.word, sign.days, sign.of_days) == ("‘tense’ named", "tense", 2, 7)


@pytest.mark.parametrize("typed", ["", "-", "25"])
def test_that_a_number_has_to_be_one_of_its_scale(person, typed):
    click(person, "charts.signs.example.1")
    person.find("charts.sign.threshold").clear()
    type_in(person, "charts.sign.threshold", typed)
    click(person, "charts.sign.keep")
    assert person.find("charts.sign.wrong").text() == "A number from 0 to 24 is needed here."
    assert QApplication.focusWidget() is person.find("charts.sign.threshold")
    assert made(person) == []
    click(person, "charts.sign.cancel")


def test_that_a_sign_is_changed_and_all_of_it_is_shown(noted):
    click(noted, "charts.signs.1.change")
    assert noted.find("charts.sign.name").text() == "Short nights"
    assert noted.find("charts.sign.threshold").text() == "6"
    choose(noted, "charts.sign.what", "Mood")
    choose(noted, "charts.sign.way", "This or more")
    type_in(noted, "charts.sign.threshold", "-2")
    click(noted, "charts.sign.keep")
    closed(noted)
    sign = made(noted)[0]
    assert (sign.id, sign.measure, sign.number, sign.at_least) == ("a", Measure.MOOD, -2, True)
    noted.wait_for(
        lambda: "Mood at \N{MINUS SIGN}2 or more" in noted.see("charts.signs.1.said").text()
    )


def test_that_what_was_removed_comes_back(noted):
    click(noted, "charts.signs.1.remove")
    noted.wait_for(lambda: made(noted) == [MESSAGES])
    noted.wait_for(lambda: noted.find("charts.signs.2.change") is None)
    assert QApplication.focusWidget() is noted.find("charts.signs.add")
    noted.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    noted.wait_for(lambda: made(noted) == [NIGHTS, MESSAGES])
    noted.wait_for(lambda: noted.find("charts.signs.2.change") is not None)


def test_that_words_stay_when_they_cannot_be_kept(person, monkeypatch):
    def full(*_):
        raise NotWrittenError("The disk is full.")

    said = []
    person.parts.tasks.work_failed.disconnect()
    person.parts.tasks.work_failed.connect(said.append)
    click(person, "charts.signs.add")
    type_in(person, "charts.sign.name", "I cancel plans")
    with monkeypatch.context() as patch:
        patch.setattr(EarlySigns, "keep", full)
        click(person, "charts.sign.keep")
    assert [str(error) for error in said] == ["The disk is full."]
    assert person.find("charts.sign.name").text() == "I cancel plans"
    click(person, "charts.sign.keep")
    closed(person)
    assert [sign.name for sign in made(person)] == ["I cancel plans"]


def test_that_nothing_is_said_where_nobody_asked(noted):
    noted.go("journal")
    noted.wait()
    assert noted.find("journal.early_signs") is None


def test_that_not_now_lasts_over_a_restart_and_can_be_undone(places, home_of):
    told = EarlySign("Short nights", Measure.SLEEP_HOURS, number=6, tells=True, id="a")
    short_nights(places, early_signs=(told,))
    person = home_of()
    person.wait_for(lambda: person.find("journal.early_signs") is not None)
    assert person.find("journal.early_signs.cards") is None
    card = CopingCard("Breathe out.", today())
    person.parts.tasks.write(lambda journal: journal.cards.keep(card), owner=person.window).result(
        20
    )
    person.wait_for(lambda: person.find("journal.early_signs.cards") is not None)
    person.press("journal.early_signs.away")
    person.wait_for(lambda: person.find("journal.early_signs") is None)
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait_for(lambda: person.find("journal.early_signs") is not None)
    person.press("journal.early_signs.away")
    person.quit()
    again = home_of()
    again.wait()
    assert again.find("journal.early_signs") is None


def test_that_a_day_of_a_sign_opens_by_keyboard(noted):
    picture = noted.see("charts.early_signs")
    noted.wait_for(lambda: bool(picture.marks))
    picture.setFocus()
    noted.key(Qt.Key.Key_End)
    assert "Short nights, 5, counts" in noted.see("charts.early_signs.day").text()
    noted.key(Qt.Key.Key_Return)
    assert noted.find("journal") is not None
