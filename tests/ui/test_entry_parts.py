"""All that an entry can say: by keyboard, kept, opened again, and through a crash."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.details import (
    Basic,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.journal_settings import PARTS, SCALES, JournalSettings
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.domain.tag import PEOPLE, Tag
from resilience_desktop.ui.widgets.chips import Chip

from .samples import entry, fill, moment

Key = Qt.Key
PRESS, THINK = 0.28, 1.35
"""Seconds for a key and for making up one's mind: the keystroke-level model of Card, Moran and
Newell (1980), for an average typist."""
STRESS = OwnScale("Stress", 0, 10, "none", "a lot", id="stress")
FULL = Entry(
    at=moment(1, 21, 30),
    mood=-2,
    energy=-1,
    feelings=(Feeling("worried", 60), Feeling("hollow")),
    sensations=(Sensation("tight chest", "chest_breath", 55), Sensation("pins", "arms_hands")),
    triggers=(Trigger("late bus", TriggerKind.EVENT), Trigger("the letter")),
    tags=("walk", "Mara", "work"),
    sleep_hours=6.7,
    sleep_quality=2,
    basics=(Basic("meals", done=True), Basic("water", done=False)),
    scales=(ScaleValue("stress", 7), ScaleValue("gone", 3)),
    went_well="The kettle was still warm.",
    note="A long day.",
    frame=Frame.TODAY,
)


class Typist:
    """Somebody who uses nothing but the keyboard, and counts."""

    def __init__(self, person):
        self.person, self.keys, self.thoughts = person, 0, 0

    def think(self):
        self.thoughts += 1
        return self

    def press(self, *keys):
        for key in keys:
            modifier = Qt.KeyboardModifier.NoModifier
            if isinstance(key, tuple):
                modifier, key = key
                self.keys += 1
            self.keys += 1
            self.person.key(key, modifier)
        return self

    @property
    def seconds(self):
        return self.keys * PRESS + self.thoughts * THINK


CTRL_ENTER = (Qt.KeyboardModifier.ControlModifier, Key.Key_Return)


def ask_everything(person, *parts):
    settings = JournalSettings(asks=parts or PARTS, scales=(STRESS,))
    person.parts.tasks.write(lambda j: j.keep_settings(settings), owner=person.window)
    person.wait()


def form(person):
    return person.window.page("journal").composer.form


def newest(person):
    person.wait()
    return person.read(lambda journal: journal.looking.timeline().items)[0]


def chip(person, group, word):
    chips = person.see(group).findChildren(Chip)
    return next(c for c in chips if c.word == word and c.isVisible())


def click(person, group, word):
    person.qtbot.mouseClick(chip(person, group, word), Qt.MouseButton.LeftButton)


def add(person, name, word):
    person.write(f"{name}.field", word)
    person.qtbot.keyClick(person.see(f"{name}.field"), Key.Key_Return)
    person.wait()


# In seconds


def test_that_a_mood_is_noted_in_a_few_keys(home):
    """Issue 5 asks for less than 15 seconds; from the open page it is a number and the keys of
    keeping, so that seconds can be told from the keys alone (see PRESS and THINK)."""
    typist = Typist(home).think().press(Key.Key_Minus, Key.Key_3).think().press(CTRL_ENTER)
    assert newest(home).mood == -3
    assert typist.keys <= 3 + 1
    assert typist.seconds < 15


def test_that_three_feelings_with_their_strength_are_noted_in_15_seconds(home):
    """Practice 1: 3 emotions with intensities in 15 s by keyboard. A digit on a feeling chooses
    it and says how strong it is, so that no slider has to be opened."""
    typist = Typist(home).think().press(Key.Key_Minus, Key.Key_2, Key.Key_Tab)
    typist.think().press(Key.Key_7)
    typist.think().press(Key.Key_Right, Key.Key_5)
    typist.think().press(Key.Key_Right, Key.Key_0)
    typist.press(CTRL_ENTER)
    kept = newest(home)
    assert kept.mood == -2
    assert [feeling.intensity for feeling in kept.feelings] == [70, 50, 100]
    assert typist.seconds < 15


@pytest.mark.parametrize(
    ("typed", "strength"),
    [("90", 90), ("45", 45), ("100", 100), ("7", 70), ("0", 100), ("105", 50)],
)
def test_that_a_strength_is_what_was_typed_on_a_feeling(home, typed, strength):
    home.key(Key.Key_Tab)
    for digit in typed:
        home.key(getattr(Key, f"Key_{digit}"))
    home.shortcut(Key.Key_Return)
    (feeling,) = newest(home).feelings
    assert feeling.intensity == strength


def test_that_a_digit_on_a_feeling_after_a_moment_is_another_number(home):
    home.key(Key.Key_Tab)
    home.find("journal.feelings.chips")._typing.setInterval(1)
    home.key(Key.Key_7)
    home.qtbot.wait(20)
    home.key(Key.Key_3)
    home.shortcut(Key.Key_Return)
    assert newest(home).feelings[0].intensity == 30


def test_that_a_feeling_in_ones_own_word_is_offered_again(home):
    home.press("journal.feelings.chips.more")
    for letter in "hollow":
        home.key(getattr(Key, f"Key_{letter.upper()}"))
    home.key(Key.Key_Return)
    home.key(Key.Key_Escape)
    home.shortcut(Key.Key_Return)
    assert newest(home).feelings == (Feeling("hollow"),)
    assert chip(home, "journal.feelings.chips", "hollow")


def test_that_a_rare_own_word_is_still_in_the_list_of_all(places, home_of):
    often = ("sad", "tired", "calm", "tense", "worried")
    fill(places, entry(feelings=("hollow",)), *(entry("", n, feelings=often) for n in (1, 2, 3)))
    person = home_of()
    offered = [c.word for c in person.see("journal.feelings.chips").findChildren(Chip)]
    assert "hollow" not in offered
    person.press("journal.feelings.chips.more")
    dialog = person.find("feelings_dialog")
    assert "hollow" in dialog.own_words()
    dialog.close()
    person.wait()


# Every part


def test_that_all_of_an_entry_comes_back_after_a_restart(places, home_of):
    fill(places, FULL)
    person = home_of()
    ask_everything(person)
    page = person.window.page("journal")
    page.open_entry(FULL.id)
    person.wait()
    assert page.composer.entry() == FULL
    person.quit()
    person.start()
    assert newest(person) == FULL


def test_that_opening_an_entry_makes_no_draft_of_it(places, home_of):
    fill(places, FULL)
    person = home_of()
    ask_everything(person)
    person.window.page("journal").open_entry(FULL.id)
    person.wait()
    person.window.page("journal").save_now()
    person.wait()
    assert person.read(lambda journal: journal.drafts.all()) == {}


def test_that_parts_that_hold_something_are_seen_whatever_is_asked(places, home_of):
    fill(places, FULL)
    person = home_of()
    ask_everything(person, SCALES)
    person.window.page("journal").open_entry(FULL.id)
    person.wait()
    for name in ("energy", "feelings", "body", "triggers", "activities", "sleep_hours", "basics"):
        assert person.see(f"journal.{name}")
    assert person.see("journal.scale1.number").text() == "7"
    assert person.see("journal.went_well").text() == FULL.went_well


@pytest.fixture
def asked(home):
    """Somebody who is asked everything."""
    ask_everything(home)
    return home


def fill_in(person):
    """Fill in every part as a person does."""
    person.choose("journal.mood", -2)
    person.choose("journal.energy", 1)
    person.choose_feeling("journal.feelings", "tired")
    click(person, "journal.body", "headache")
    add(person, "journal.triggers", "late bus")
    add(person, "journal.activities", " long   walk ")
    add(person, "journal.people", "Mara")
    person.write("journal.sleep_hours", "7:30")
    click(person, "journal.sleep_quality", "good")
    click(person, "journal.basics", "Water")
    person.rate("journal.scale1", 4)
    person.write("journal.went_well", "Rain, and no hurry")
    person.write("journal.note", "Words.")


def says_it_all(kept):
    assert (kept.mood, kept.energy) == (-2, 1)
    assert kept.feelings == (Feeling("tired"),)
    assert kept.sensations == (Sensation("headache", "head_face"),)
    assert kept.triggers == (Trigger("late bus"),)
    assert kept.tags == ("long walk", "Mara")
    assert (kept.sleep_hours, kept.sleep_quality) == (7.5, 4)
    assert [basic.name for basic in kept.basics if basic.done] == ["water"]
    assert len(kept.basics) == 4
    assert kept.scales == (ScaleValue("stress", 4),)
    assert kept.went_well == "Rain, and no hurry"
    assert kept.note == "Words."


def test_that_every_part_is_kept(asked):
    fill_in(asked)
    asked.shortcut(Key.Key_Return)
    says_it_all(newest(asked))
    assert form(asked).entry().is_empty


def test_that_every_part_survives_a_crash(asked):
    fill_in(asked)
    asked.window.page("journal").save_now()
    asked.wait()
    asked.crash()
    asked.start()
    says_it_all(form(asked).entry())


def test_that_a_word_that_was_typed_and_not_added_is_kept_too(asked):
    asked.write("journal.triggers.field", "the letter")
    asked.see("journal.people.field").setFocus()
    asked.write("journal.people.field", "Jonas")
    asked.shortcut(Key.Key_Return)
    kept = newest(asked)
    assert kept.triggers == (Trigger("the letter"),)
    assert kept.tags == ("Jonas",)
    known = {tag.word: tag.group for tag in asked.read(lambda j: j.tags.all())}
    assert known == {"Jonas": PEOPLE}


def test_that_people_stand_with_people_the_next_time(asked):
    add(asked, "journal.people", "Mara")
    asked.shortcut(Key.Key_Return)
    asked.wait()
    assert chip(asked, "journal.people.chips", "Mara")
    assert not asked.see("journal.activities").chosen()


def test_that_tags_put_away_are_not_offered(places, home_of):
    fill(places, entry(tags=("walk", "work")))
    person = home_of()
    ask_everything(person)
    person.parts.tasks.write(lambda j: j.tags.keep(Tag("work", archived=True)), owner=person.window)
    person.wait_for(
        lambda: [c.word for c in person.see("journal.activities").findChildren(Chip)] == ["walk"]
    )


def test_that_a_trigger_brings_its_kind_along_and_can_get_another(places, home_of):
    fill(places, entry(triggers=(Trigger("late bus", TriggerKind.EVENT),)))
    person = home_of()
    ask_everything(person)
    add(person, "journal.triggers", "LATE bus")
    add(person, "journal.triggers", "the letter")
    person.press("journal.triggers.what_kind")
    kind = person.see("journal.triggers.kind2")
    kind.setCurrentIndex(kind.findData(TriggerKind.PEOPLE))
    kind.activated.emit(kind.currentIndex())
    assert form(person).entry().triggers == (
        Trigger("late bus", TriggerKind.EVENT),
        Trigger("the letter", TriggerKind.PEOPLE),
    )


def test_that_an_own_word_for_the_body_has_its_place(asked):
    asked.press("journal.body.chips.more")
    click_in_dialog(asked, "body_dialog.where", "Stomach")
    field = asked.find("body_dialog.find")
    asked.qtbot.keyClicks(field, "fizz")
    asked.qtbot.keyClick(field, Key.Key_Return)
    asked.find("body_dialog").accept()
    asked.wait()
    assert form(asked).entry().sensations == (Sensation("fizz", "stomach_gut"),)


def click_in_dialog(person, group, word):
    chips = person.find(group).findChildren(Chip)
    person.qtbot.mouseClick(next(c for c in chips if c.word == word), Qt.MouseButton.LeftButton)


def test_that_a_part_of_the_body_shows_only_what_is_felt_there(asked):
    asked.press("journal.body.chips.more")
    click_in_dialog(asked, "body_dialog.where", "Stomach")
    seen = [c.word for c in asked.find("body_dialog.list").findChildren(Chip) if c.isVisible()]
    assert "butterflies" in seen
    assert "headache" not in seen
    asked.find("body_dialog").accept()
    asked.wait()


def test_that_no_tick_says_nothing_about_the_basics(asked):
    click(asked, "journal.basics", "Water")
    click(asked, "journal.basics", "Water")
    assert form(asked).entry().basics == ()
    assert form(asked).entry().is_empty


def test_that_a_scale_is_not_said_until_it_is_touched_and_can_be_cleared(asked):
    assert form(asked).entry().scales == ()
    asked.rate("journal.scale1", 4)
    assert form(asked).entry().scales == (ScaleValue("stress", 4),)
    asked.press("journal.scale1.clear")
    assert form(asked).entry().scales == ()


@pytest.mark.parametrize(
    ("typed", "shown"), [("a lot 7", "7"), ("7,5h", "7,5"), ("7:30 h", "7:30"), ("7.5.5", "7.55")]
)
def test_that_nothing_but_hours_can_be_typed(asked, typed, shown):
    asked.write("journal.sleep_hours", typed)
    assert asked.see("journal.sleep_hours").text() == shown


@pytest.mark.parametrize("typed", ["25", "7:80"])
def test_that_hours_that_cannot_be_are_said_and_nothing_is_kept_without_them(asked, typed):
    below = asked.see("journal.sleep_quality")
    place = below.mapTo(form(asked), below.rect().topLeft())
    asked.choose("journal.mood", 1)
    asked.write("journal.sleep_hours", typed)
    asked.wait()
    assert "0 to 24" in asked.see("journal.sleep_unit").text()
    assert below.mapTo(form(asked), below.rect().topLeft()) == place
    asked.see("journal.note").setFocus()
    asked.press("journal.save")
    hours = asked.see("journal.sleep_hours")
    assert hours.hasFocus()
    assert hours.text() == typed
    assert asked.read(lambda journal: journal.looking.timeline().items) == ()
    hours.clear()
    asked.qtbot.keyClicks(hours, "7:30")
    assert asked.see("journal.sleep_unit").text() == "hours"
    asked.press("journal.save")
    assert newest(asked).sleep_hours == 7.5


def test_that_enter_goes_on_from_the_line_of_what_went_all_right(asked):
    asked.write("journal.went_well", "The bus waited")
    asked.key(Key.Key_Return)
    focus = QApplication.focusWidget()
    assert asked.see("journal.note") is focus or asked.see("journal.note").isAncestorOf(focus)


def test_that_an_entry_can_be_about_the_whole_day(home):
    home.see("journal.frame").setFocus()
    home.key(Key.Key_Right)
    home.choose("journal.mood", 2)
    assert ":" not in home.see("journal.when.words").text()
    home.shortcut(Key.Key_Return)
    assert newest(home).frame is Frame.TODAY
    assert home.see("journal.timeline").rows.rows()[0].when == ""
    assert form(home).entry().frame is Frame.NOW


def test_that_what_is_not_asked_is_one_press_away(home):
    home.press("journal.add_body")
    assert home.see("journal.body").isAncestorOf(QApplication.focusWidget())
    assert home.find("journal.add_body") is None


@pytest.mark.parametrize("part", ["sleep", "went_well", "tags"])
def test_that_what_was_added_is_in_sight_with_the_keyboard(home, part):
    home.window.resize(900, 600)
    home.wait()
    asked = ("body", "triggers", "basics", part)
    for other in asked:
        form(home).adders.part_wanted.emit(other)
        home.wait()
    focus = QApplication.focusWidget()
    shown = [one for one in PARTS if one in ("feelings", *asked)]
    added = form(home).panes()[1 + shown.index(part)]
    assert added.isAncestorOf(focus)
    home.wait_for(lambda: in_sight(focus))


def in_sight(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_that_choosing_a_feeling_moves_nothing_below_it(home):
    note = home.see("journal.note")
    place = note.mapTo(form(home), note.rect().topLeft())
    home.choose_feeling("journal.feelings", "tired")
    home.wait()
    assert home.see("journal.feelings.how_strong").isVisible()
    assert note.mapTo(form(home), note.rect().topLeft()) == place


def test_that_own_scales_are_one_press_away(home):
    home.press("journal.add_more")
    menu = home.find("journal.add_more.menu")
    own = next(a for a in menu.actions() if a.objectName() == "journal.own_scales")
    menu.close()
    own.trigger()
    home.wait()
    home.wait_for(lambda: home.see("settings.add_scale").hasFocus())
    home.wait_for(lambda: in_sight(home.see("settings.add_scale")))
    home.find("settings").accept()
    home.wait()


def test_that_each_part_has_its_button_or_stands_in_the_menu_beside_them(home):
    adders = form(home).adders
    for width in (640, 1500):
        home.window.resize(width, 700)
        home.wait()
        shown = [part for part, button in adders.buttons.items() if button.isVisible()]
        menu = [a.objectName().removeprefix("journal.add_") for a in adders.menu().actions()]
        assert sorted([*shown, *(part for part in menu if part in adders.buttons)]) == sorted(
            {*PARTS} - {"feelings", "scales"}
        )
        ends = [adders.buttons[part].geometry().right() for part in shown]
        assert all(end < adders.width() for end in ends)
    home.press("journal.add_more")
    menu = home.find("journal.add_more.menu")
    last = next(a for a in menu.actions() if a.objectName() == "journal.add_went_well")
    menu.close()
    last.trigger()
    home.wait()
    assert home.see("journal.went_well").hasFocus()


def test_that_choosing_what_is_asked_leads_to_the_settings(home):
    home.press("journal.add_more")
    menu = home.find("journal.add_more.menu")
    choose = menu.actions()[-1]
    menu.close()
    choose.trigger()
    home.wait()
    dialog = home.find("settings")
    home.tick("settings.ask_sleep")
    dialog.accept()
    home.wait()
    assert home.see("journal.sleep_hours")


def test_that_a_switched_off_basic_stays_where_it_was_noted(places, home_of):
    noted = replace(FULL, basics=(Basic("water", done=True), Basic("meals", done=False)))
    fill(places, noted)
    person = home_of()
    settings = JournalSettings(basics=("meals",))
    person.parts.tasks.write(lambda j: j.keep_settings(settings), owner=person.window)
    person.wait()
    person.window.page("journal").open_entry(noted.id)
    person.wait()
    click(person, "journal.basics", "Meals")
    person.press("journal.save")
    assert newest(person).basics == (Basic("meals", done=True), Basic("water", done=True))
