"""One quiet line to Help now: below what calls for it, once a day, never in the way."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QMargins, QPoint, Qt
from PySide6.QtTest import QTest

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import AutomaticThought, RatedFeeling
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.clock import local_zone
from resilience_desktop.services.remembered import Remembered
from resilience_desktop.ui import quiet_line
from resilience_desktop.ui.quiet_line import QuietLine, heavy_ratings
from resilience_desktop.ui.thoughts.quiet_words import QuietWords

from .at_a_step import kept, open_at
from .samples import entry, fill, record

HARD = "Everybody would be better off without me."
CTRL = Qt.KeyboardModifier.ControlModifier


def line(person, place):
    return person.find(f"journal.quiet_{place}")


def keep(person):
    person.key(Qt.Key.Key_Return, CTRL)


def rest(person):
    """Let the second after the last key pass."""
    person.window.page("journal").composer.form.look_at_words()
    person.wait()


@pytest.fixture
def tomorrow(monkeypatch):
    """Let a day pass."""

    def come():
        later = Moment.from_instant(
            dt.datetime.now(dt.UTC) + dt.timedelta(days=1, hours=1), local_zone()
        )

        class Later:
            @staticmethod
            def now(_zone):
                return later

        monkeypatch.setattr(quiet_line, "Moment", Later)

    return come


# Numbers in an entry


def test_that_the_worst_mood_calls_for_one_line_and_it_leads_to_help(home):
    home.choose("journal.mood", -5)
    home.wait()
    assert line(home, "mood")
    assert "people you can talk to" in " ".join(
        label.text() for label in line(home, "mood").findChildren(quiet_line.labels.Label)
    )
    home.press("journal.quiet_mood.help")
    assert home.find("help")
    home.press("help.close")


def test_that_it_goes_and_comes_with_the_number_in_the_same_entry(home):
    home.choose("journal.mood", -5)
    home.choose("journal.mood", -4)
    assert not line(home, "mood")
    home.choose("journal.mood", -5)
    assert line(home, "mood")


def test_that_a_feeling_of_ninety_calls_for_it_too(home):
    home.choose_feeling("journal.feelings", "tense")
    home.press("journal.feelings.how_strong")
    home.rate("journal.feelings.strength.rating1", 89)
    assert not line(home, "rating")
    home.rate("journal.feelings.strength.rating1", 90)
    assert line(home, "rating")


def test_that_another_entry_on_the_same_day_has_none(home):
    home.choose("journal.mood", -5)
    keep(home)
    home.choose("journal.mood", -5)
    home.wait()
    assert not line(home, "mood")


def test_that_a_restart_on_the_same_day_brings_none_and_the_next_day_does(home, tomorrow):
    home.choose("journal.mood", -5)
    keep(home)
    home.quit()
    home.start()
    home.choose("journal.mood", -5)
    home.wait()
    assert not line(home, "mood")
    home.choose("journal.mood", 1)
    tomorrow()
    home.choose("journal.mood", -5)
    assert line(home, "mood")


def test_that_a_thought_record_on_the_same_day_has_none_either(home):
    home.choose("journal.mood", -5)
    home.wait()
    home.begins_records_with("five")
    home.key("t", CTRL)
    home.press("thoughts.next")
    home.choose_feeling("thoughts.feelings_before", "tense")
    home.rate("thoughts.feelings_before.strength.rating1", 95)
    home.wait()
    assert home.find("thoughts.settle_feelings.offer")
    assert not home.find("thoughts.quiet_feelings")


def test_that_whoever_keeps_the_entry_at_once_still_sees_it_until_they_go_on(home):
    home.choose("journal.mood", -5)
    keep(home)
    assert home.window.page("journal").composer.entry().is_empty
    assert line(home, "mood")
    home.write("journal.note", "x")
    assert not line(home, "mood")


def test_that_an_old_entry_that_is_opened_or_tagged_along_calls_for_nothing(places, home_of):
    old = entry("An old day", 30, -5, feelings=())
    fill(places, old)
    person = home_of()
    person.window.page("journal").open_entry(old.id)
    person.wait()
    person.write("journal.note", "More. ")
    person.wait()
    assert not line(person, "mood")
    person.choose("journal.mood", -4)
    person.choose("journal.mood", -5)
    assert not line(person, "mood")


def test_that_a_day_that_cannot_be_remembered_is_no_reason_to_speak_up(home, monkeypatch):
    def full(*_):
        raise NotWrittenError("The disk is full.")

    monkeypatch.setattr(Remembered, "keep_quiet_line_day", full)
    home.choose("journal.mood", -5)
    home.wait()
    assert line(home, "mood")
    assert not home.find("problem")


def test_that_a_screen_reader_is_told_once(home, monkeypatch):
    said = []
    monkeypatch.setattr(quiet_line, "announce", lambda _widget, words: said.append(words))
    home.choose("journal.mood", -5)
    home.choose_feeling("journal.feelings", "tense")
    home.wait()
    assert len(said) == 1


# Words in an entry


def test_that_words_call_for_one_line_below_them_and_stay_as_they_are(home):
    home.write("journal.note", HARD)
    assert not line(home, "words")
    home.wait_for(lambda: bool(line(home, "words")))
    assert home.see("journal.note").words() == HARD
    home.write("journal.note", " But it passes.")
    rest(home)
    assert line(home, "words")


def test_that_everyday_words_do_not(home):
    home.write("journal.note", "This job is killing me and I am dying to see you.")
    rest(home)
    assert not line(home, "words")


def test_that_there_is_one_line_at_a_time(home):
    home.choose("journal.mood", -5)
    home.write("journal.note", HARD)
    rest(home)
    assert line(home, "mood")
    assert not line(home, "words")


def test_that_words_kept_at_once_are_not_missed(home):
    home.write("journal.note", HARD)
    keep(home)
    assert home.window.page("journal").composer.entry().is_empty
    assert line(home, "words")


def test_that_words_call_for_it_once_for_each_entry(home):
    home.write("journal.note", HARD)
    rest(home)
    keep(home)
    home.write("journal.note", HARD)
    rest(home)
    assert line(home, "words")
    composer = home.window.page("journal").composer
    home.window.page("journal").open_entry(
        home.window.page("journal").timeline.list.rows.rows()[0].id
    )
    home.wait()
    assert not line(home, "words")
    composer.new_entry()
    home.wait()
    home.write("journal.note", " again")
    rest(home)
    assert not line(home, "words")


def test_that_an_entry_opened_again_is_not_looked_through(places, home_of):
    old = entry(HARD, 2)
    fill(places, old)
    person = home_of()
    person.window.page("journal").open_entry(old.id)
    person.wait()
    person.write("journal.note", "x")
    rest(person)
    assert not line(person, "words")


def test_that_someone_can_do_without_it(home):
    home.parts.tasks.write(
        lambda j: j.keep_settings(JournalSettings(quiet_line=False)), owner=home.window
    )
    home.wait()
    home.write("journal.note", HARD)
    rest(home)
    assert not line(home, "words")
    home.choose("journal.mood", -5)
    assert line(home, "mood")


def test_that_nothing_about_the_words_is_stored(home):
    home.write("journal.note", HARD)
    rest(home)
    home.window.page("journal").save_now()
    home.wait()
    stored = home.read(lambda j: j._store.settings.all())
    assert stored == {}


# Thought records


@pytest.fixture
def writing(home):
    home.begins_records_with("five")
    home.key("t", CTRL)
    return home


def worksheet(person):
    return person.window.page("thoughts").worksheet


def rest_words(person):
    """Let the second after the last key in a record pass."""
    worksheet(person).findChild(QuietWords).rest_now()
    person.wait()


def go_to(person, step):
    while worksheet(person).record().step is not step:
        person.press("thoughts.next")


def test_that_a_strong_feeling_in_a_record_calls_for_it_while_it_is_strong(writing):
    go_to(writing, Step.FEELINGS)
    writing.choose_feeling("thoughts.feelings_before", "tense")
    writing.rate("thoughts.feelings_before.strength.rating1", 95)
    assert writing.find("thoughts.quiet_feelings")
    go_to(writing, Step.THOUGHT)
    writing.press("thoughts.previous")
    assert writing.find("thoughts.quiet_feelings")
    writing.rate("thoughts.feelings_before.strength.rating1", 60)
    assert not writing.find("thoughts.quiet_feelings")


def test_that_a_strong_feeling_afterwards_calls_for_it(places, home_of):
    fill(places, record(finished=False, step=Step.LOOK_AGAIN))
    person = home_of()
    person.window.page("thoughts").open_record(person.read(lambda j: j.thought_records())[0].id)
    person.wait()
    person.rate("thoughts.again.belief0", 100)
    assert not person.find("thoughts.quiet_again")
    person.rate("thoughts.again.emotion0", 90)
    assert person.find("thoughts.quiet_again")
    person.rate("thoughts.again.emotion0", 40)
    assert not person.find("thoughts.quiet_again")
    person.choose_feeling("thoughts.feelings_new", "sad")
    person.rate("thoughts.feelings_new.strength.rating1", 95)
    assert person.find("thoughts.quiet_again")


def test_that_a_hard_thought_calls_for_it_below_that_thought(writing):
    go_to(writing, Step.THOUGHT)
    writing.write("thoughts.thought1.words", "They saw it.")
    writing.press("thoughts.add_thought")
    writing.write("thoughts.thought2.words", HARD)
    writing.wait_for(lambda: bool(writing.find("thoughts.thought2.quiet")))
    assert not writing.find("thoughts.thought1.quiet")
    go_to(writing, Step.PATTERNS)
    writing.press("thoughts.previous")
    assert writing.find("thoughts.thought2.quiet")
    writing.press("thoughts.thought2.quiet.help")
    assert writing.find("help")
    writing.press("help.close")


@pytest.mark.parametrize(
    ("step", "field", "place"),
    [
        (Step.SITUATION, "thoughts.situation_words", "thoughts.quiet_situation"),
        (Step.BALANCED, "thoughts.balanced_words", "thoughts.quiet_balanced"),
    ],
)
def test_that_hard_words_call_for_it_in_other_steps_too(writing, step, field, place):
    go_to(writing, step)
    writing.write(field, "It rained.")
    rest_words(writing)
    assert not writing.find(place)
    writing.write(field, HARD)
    writing.wait_for(lambda: bool(writing.find(place)))
    words, shown = writing.see(field), writing.see(place)
    said = shown.findChild(quiet_line.labels.Label)
    assert words.mapTo(writing.window, words.rect().bottomLeft()).y() + 8 < (
        said.mapTo(writing.window, said.rect().topLeft()).y()
    )


def test_that_one_record_has_one_line_for_its_words(writing):
    writing.write("thoughts.situation_words", HARD)
    rest_words(writing)
    assert writing.find("thoughts.quiet_situation")
    go_to(writing, Step.THOUGHT)
    writing.write("thoughts.thought1.words", HARD)
    rest_words(writing)
    assert not writing.find("thoughts.thought1.quiet")


def test_that_words_that_stood_there_before_do_not_call_for_it(places, home_of):
    draft = record(situation=HARD, finished=False, step=Step.BALANCED)
    fill(places, draft)
    person = home_of()
    person.window.page("thoughts").open_record(draft.id)
    person.wait()
    person.write("thoughts.balanced_words", "x")
    rest_words(person)
    assert not person.find("thoughts.quiet_balanced")
    person.press("thoughts.step.situation")
    assert not person.find("thoughts.quiet_situation")


@pytest.mark.parametrize("width", [1280, 900])
def test_that_the_ring_of_help_now_is_whole(writing, width):
    writing.window.resize(width, 800)
    writing.write("thoughts.situation_words", HARD)
    rest_words(writing)
    writing.wait()
    way = writing.see("thoughts.quiet_situation.help")
    QTest.keyClick(writing.window.windowHandle(), Qt.Key.Key_Tab)
    way.setFocus(Qt.FocusReason.TabFocusReason)
    writing.wait()
    ring = writing.window._ring
    assert ring.target is way
    assert ring.size() == way.size().grownBy(QMargins(4, 4, 4, 4))


def test_that_another_record_begins_without_it_and_a_finished_one_is_left_alone(places, home_of):
    done = record(HARD)
    fill(places, done)
    person = home_of()
    person.window.page("thoughts").open_record(done.id)
    person.wait()
    person.press("thoughts.finished.edit")
    go_to(person, Step.THOUGHT)
    person.write("thoughts.thought1.words", "x")
    rest_words(person)
    assert not person.find("thoughts.thought1.quiet")
    person.key("t", CTRL)
    go_to(person, Step.THOUGHT)
    person.write("thoughts.thought1.words", HARD)
    rest_words(person)
    assert person.find("thoughts.thought1.quiet")
    person.key("t", CTRL)
    go_to(person, Step.THOUGHT)
    assert not person.find("thoughts.thought1.quiet")


# Hard words in a record, for as long as they stand there


def hard_at(person, step, **fields):
    return open_at(person, step, thoughts=(AutomaticThought(HARD, 85),), **fields)


def test_that_people_stay_beside_a_hard_thought_on_every_later_step(writing):
    go_to(writing, Step.THOUGHT)
    writing.write("thoughts.thought1.words", HARD)
    rest_words(writing)
    assert writing.find("thoughts.thought1.quiet")
    assert not writing.find("thoughts.quiet_kept")
    steps = worksheet(writing).record().all_steps
    later = steps[steps.index(Step.THOUGHT) + 1 :]
    assert len(later) > 1
    for step in later:
        writing.press("thoughts.next")
        assert worksheet(writing).record().step is step
        assert writing.find("thoughts.quiet_kept.help")
    writing.press("thoughts.quiet_kept.help")
    assert writing.find("help")
    writing.press("help.close")


@pytest.mark.parametrize(
    "step", [Step.SITUATION, Step.FEELINGS, Step.THOUGHT, Step.EVIDENCE, Step.LOOK_AGAIN]
)
def test_that_a_record_with_hard_words_opens_with_people_on_any_step(home, step):
    hard_at(home, step, feelings=(RatedFeeling("sad", 85),))
    assert home.find("thoughts.quiet_kept.help")
    shown = [one for one in home.window.findChildren(QuietLine) if one.isVisible()]
    assert len(shown) == 1


def test_that_a_strong_feeling_brings_no_second_line_beside_hard_words(home):
    hard_at(home, Step.FEELINGS, feelings=(RatedFeeling("sad", 85),))
    home.rate("thoughts.feelings_before.strength.rating1", 95)
    assert home.find("thoughts.quiet_kept")
    assert not home.find("thoughts.quiet_feelings")


def test_that_the_line_goes_once_the_words_are_gone(home):
    hard_at(home, Step.THOUGHT)
    home.see("thoughts.thought1.words").clear()
    home.write("thoughts.thought1.words", "They saw it.")
    home.press("thoughts.next")
    assert not home.find("thoughts.quiet_kept")


def test_that_a_finished_record_with_hard_words_has_people_above_it(places, home_of):
    hard, other = record(HARD), record("They saw it.")
    fill(places, hard, other)
    person = home_of()
    for one, expected in ((hard, True), (other, False), (hard, True)):
        person.window.page("thoughts").open_record(one.id)
        person.wait()
        assert (person.find("thoughts.finished.quiet") is not None) is expected
    person.press("thoughts.finished.quiet.help")
    assert person.find("help")
    person.press("help.close")


def test_that_who_lets_no_words_be_read_has_no_line_for_them_in_records(home):
    home.parts.tasks.write(
        lambda j: j.keep_settings(JournalSettings(quiet_line=False)), owner=home.window
    )
    home.wait()
    hard_at(home, Step.EVIDENCE)
    assert not home.find("thoughts.quiet_kept")
    assert home.see("thoughts.for.1").hasFocus()


@pytest.mark.parametrize("step", [Step.PATTERNS, Step.EVIDENCE])
def test_that_hard_words_are_met_with_ways_out_before_they_are_looked_into(home, step):
    id_ = hard_at(home, step)
    assert home.see(f"thoughts.settle_{step}.ask").hasFocus()
    assert home.find(f"thoughts.settle_{step}.way_out")
    assert not home.find("thoughts.not_ready")
    home.press(f"thoughts.settle_{step}.keep")
    assert kept(home, id_).finished
    assert kept(home, id_).not_ready


def test_that_facts_against_hard_words_come_first(home):
    hard_at(home, Step.EVIDENCE, feelings=(RatedFeeling("sad", 85),))
    assert home.see("thoughts.settle_evidence.breathing").hasFocus()
    assert home.find("thoughts.settle_evidence.keep_now")
    home.press("thoughts.settle_evidence.go_on")
    assert home.see("thoughts.against.1").hasFocus()
    against, for_ = (
        home.see(name).mapTo(home.window, QPoint(0, 0))
        for name in ("thoughts.against", "thoughts.for")
    )
    assert (against.y(), against.x()) < (for_.y(), for_.x())
    open_at(home, Step.EVIDENCE)
    assert home.see("thoughts.for.1").hasFocus()
    assert not home.find("thoughts.settle_evidence.keep")


def test_that_a_finished_record_is_gone_on_with_past_the_same_ways_out(places, home_of):
    done = record(HARD, step=Step.EVIDENCE)
    fill(places, done)
    person = home_of()
    person.window.page("thoughts").open_record(done.id)
    person.wait()
    person.press("thoughts.finished.edit")
    assert person.find("thoughts.quiet_kept")


# What the form asks


def test_that_feelings_wait_behind_a_button_for_who_does_not_want_to_be_asked(home):
    home.parts.tasks.write(
        lambda j: j.keep_settings(JournalSettings(asks=("energy", "weather"))), owner=home.window
    )
    home.wait_for(lambda: not home.find("journal.feelings"))
    assert home.find("journal.energy")
    assert not home.find("journal.add_energy")
    home.press("journal.add_feelings")
    assert home.find("journal.feelings")
    home.choose_feeling("journal.feelings", "tense")
    keep(home)
    assert not home.find("journal.feelings")
    (kept,) = home.read(lambda j: j.contents()).entries
    assert kept.feelings == (Feeling("tense"),)
    home.window.page("journal").open_entry(kept.id)
    home.wait()
    assert home.find("journal.feelings")


def test_that_a_part_with_a_value_is_shown_whatever_is_asked(places, home_of):
    full = entry("x", 1, energy=3, feelings=("tense",))
    fill(places, full, settings=(("asks", []),))
    person = home_of()
    assert not person.find("journal.energy")
    assert not person.find("journal.feelings")
    assert [person.find(f"journal.add_{part}") is not None for part in ("energy", "feelings")]
    person.window.page("journal").open_entry(full.id)
    person.wait()
    assert person.find("journal.energy")
    assert person.find("journal.feelings")


def test_that_nobody_is_offered_help_for_being_very_calm():
    assert heavy_ratings([("calm", 100), ("worried", 95), ("my own", 90)]) == [95, 90]
