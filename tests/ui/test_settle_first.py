"""Settling before the hard part: offered once, declined by a key, done right there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import RatedFeeling, Settled, Settling

from .at_a_step import kept, open_at, page, write

STRONG = (RatedFeeling("ashamed", 80),)
EVIDENCE = "thoughts.settle_evidence"


def offered(person, step=Step.EVIDENCE):
    return person.find(f"thoughts.settle_{step}.offer") is not None


@pytest.mark.parametrize(
    ("feeling", "expected"),
    [
        (RatedFeeling("ashamed", 79), False),
        (RatedFeeling("ashamed", 80), True),
        (RatedFeeling("ashamed"), False),
        (RatedFeeling("ashamed", None, 90), False),
        (RatedFeeling("joyful", 95), False),
        (RatedFeeling("hangry", 100), True),
    ],
)
def test_that_it_is_offered_from_80_for_what_may_be_heavy(home, feeling, expected):
    open_at(home, Step.EVIDENCE, feelings=(feeling,))
    assert offered(home) is expected


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((Step.THOUGHT, Step.PATTERNS, Step.EVIDENCE, Step.BALANCED), Step.EVIDENCE),
        ((Step.THOUGHT, Step.PATTERNS, Step.BALANCED), Step.PATTERNS),
        ((Step.THOUGHT, Step.BALANCED), Step.BALANCED),
    ],
)
def test_that_it_is_offered_before_one_step_that_looks_at_the_thought(home, steps, place):
    open_at(home, steps[0], steps=steps, feelings=STRONG)
    offers = []
    for step in steps:
        if offered(home, step):
            offers.append(step)
        if step is not steps[-1]:
            home.press("thoughts.next")
    assert offers == [place]


def test_that_escape_declines_wherever_one_writes_and_nothing_is_lost(home):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.qtbot.keyClicks(QApplication.focusWidget(), "One fact")
    home.key(Qt.Key.Key_Escape)
    assert not offered(home)
    assert home.see("thoughts.for.1").hasFocus()
    home.qtbot.keyClicks(QApplication.focusWidget(), " more")
    record = kept(home, id_)
    assert record.settled == Settling(Settled.DECLINED, at=Step.EVIDENCE)
    assert record.evidence_for == ("One fact more",)


def test_that_it_is_asked_once_for_each_record(home):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.see(f"{EVIDENCE}.go_on").setFocus()
    home.key(Qt.Key.Key_Return)
    assert home.see("thoughts.for.1").hasFocus()
    home.press("thoughts.next")
    home.press("thoughts.previous")
    assert not offered(home)
    assert kept(home, id_).settled.choice is Settled.DECLINED
    home.press("thoughts.back_to_list")
    page(home).open_record(id_)
    home.wait()
    assert not offered(home)
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    assert offered(home)


@pytest.mark.parametrize(
    ("way", "settled"), [("breathing", Settled.BREATHING), ("grounding", Settled.GROUNDING)]
)
def test_that_the_exercise_is_right_there_and_leads_back_to_the_same_place(home, way, settled):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG, evidence_for=("One", "Two"))
    home.see("thoughts.for.2").setFocus()
    home.press(f"{EVIDENCE}.{way}")
    assert home.see(f"{EVIDENCE}.stop").hasFocus()
    assert not home.find("thoughts.for.1")
    assert not home.find("thoughts.kept")
    assert kept(home, id_).settled.choice is settled
    home.key(Qt.Key.Key_Escape)
    assert home.see("thoughts.for").lines() == ("One", "Two")
    assert home.see("thoughts.kept")
    assert home.see("thoughts.for").isAncestorOf(QApplication.focusWidget())
    assert not home.find(f"{EVIDENCE}.stop")
    assert not offered(home)


def breathe(person, seconds):
    """Let so many seconds of the breathing be over, which began three seconds earlier."""
    person.see(f"{EVIDENCE}.pacer").start(120, at=seconds)
    person.wait()


def test_that_it_is_kept_how_long_the_breathing_lasted(home):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.breathing")
    breathe(home, 15.5)
    home.press(f"{EVIDENCE}.stop")
    settled = kept(home, id_).settled
    assert settled == Settling(Settled.BREATHING, 15, Step.EVIDENCE)
    home.press(f"{EVIDENCE}.ask")
    home.press(f"{EVIDENCE}.breathing")
    breathe(home, 60.5)
    home.press("thoughts.next")
    assert kept(home, id_).settled.seconds == 75


def test_that_leaving_the_record_keeps_the_time_too(home):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.breathing")
    breathe(home, 40.5)
    home.press("thoughts.back_to_list")
    assert kept(home, id_).settled.seconds == 40


def test_that_the_way_to_the_other_exercise_leads_back_to_the_same_breath(home):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.breathing")
    breathe(home, 50.5)
    pacer = home.see(f"{EVIDENCE}.pacer")
    home.press(f"{EVIDENCE}.other")
    assert home.see(f"{EVIDENCE}.steps")
    assert not pacer.is_running
    home.press(f"{EVIDENCE}.next")
    home.press(f"{EVIDENCE}.other")
    assert home.see(f"{EVIDENCE}.pacer").is_running
    assert 50 < pacer.elapsed < 60
    home.press(f"{EVIDENCE}.other")
    assert "2 of" in home.see(f"{EVIDENCE}.steps.count").text()
    for _ in range(5):
        home.press(f"{EVIDENCE}.next")
    home.press(f"{EVIDENCE}.other")
    assert 50 < pacer.elapsed < 60
    home.key(Qt.Key.Key_Escape)
    assert home.see("thoughts.for.1")
    assert kept(home, id_).settled.choice is Settled.BREATHING  # which lasted longer


def test_that_grounding_leads_to_breathing_from_its_start(home):
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.grounding")
    for _ in range(6):
        home.press(f"{EVIDENCE}.next")
    home.press(f"{EVIDENCE}.other")
    assert home.see(f"{EVIDENCE}.pacer").is_running
    assert home.see(f"{EVIDENCE}.stop").hasFocus()


@pytest.mark.parametrize("place", ["thoughts.next", "thoughts.back_to_list"])
def test_that_escape_declines_also_outside_the_fields_of_the_step(home, place):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG)
    assert "Esc" in home.see(f"{EVIDENCE}.offer.lines").text()
    home.see(place).setFocus()
    home.key(Qt.Key.Key_Escape)
    assert not offered(home)
    assert kept(home, id_).settled.choice is Settled.DECLINED


def test_that_the_offer_is_in_view_when_the_step_opens_also_in_a_low_window(home):
    home.window.resize(900, 600)
    open_at(home, Step.EVIDENCE, feelings=STRONG, evidence_for=("One", "Two", "Three", "Four"))
    offer = home.see(f"{EVIDENCE}.offer")
    home.wait_for(lambda: offer.visibleRegion().boundingRect() == offer.rect())


def test_that_who_asks_for_it_is_asked_only_which_exercise(home):
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    assert home.see(f"{EVIDENCE}.offer.heading").text().endswith("to settle first?")
    home.key(Qt.Key.Key_Escape)
    home.press(f"{EVIDENCE}.ask")
    assert home.see(f"{EVIDENCE}.offer.heading").text().startswith("Which of the two?")
    assert home.see(f"{EVIDENCE}.go_on").text() == "Not now"


def test_that_grounding_goes_step_by_step_to_its_end_and_back(home):
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.grounding")
    for _ in range(6):
        home.press(f"{EVIDENCE}.next")
    assert home.see(f"{EVIDENCE}.close").hasFocus()
    home.key(Qt.Key.Key_Return)
    assert home.see("thoughts.for.1").hasFocus()


def test_that_space_pauses_the_breathing_also_on_stop(home):
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.breathing")
    home.key(Qt.Key.Key_Space)
    assert home.see(f"{EVIDENCE}.pause").text() == "Go on"
    home.see(f"{EVIDENCE}.words_only").setFocus()
    home.key(Qt.Key.Key_Space)
    assert home.see(f"{EVIDENCE}.pause").text() == "Go on"  # it ticked the box


def test_that_an_exercise_that_is_left_ends(home):
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.breathing")
    home.press("thoughts.next")
    assert home.see("thoughts.balanced_words").hasFocus()
    home.press("thoughts.previous")
    assert home.see("thoughts.for.1").hasFocus()
    assert not home.find(f"{EVIDENCE}.stop")


def test_that_one_can_ask_for_it(home):
    id_ = open_at(home, Step.EVIDENCE)
    home.press(f"{EVIDENCE}.ask")
    assert home.see(f"{EVIDENCE}.breathing").hasFocus()
    assert not home.find(f"{EVIDENCE}.short")
    home.key(Qt.Key.Key_Escape)
    assert not offered(home)
    assert kept(home, id_).settled is None
    home.press(f"{EVIDENCE}.ask")
    home.press(f"{EVIDENCE}.breathing")
    assert kept(home, id_).settled.choice is Settled.BREATHING


def test_that_the_offer_can_be_switched_off_and_the_button_stays(home):
    def switch_off(journal):
        return journal.keep_settings(replace(journal.settings(), settle_first=False))

    write(home, switch_off)
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    assert not offered(home)
    home.press(f"{EVIDENCE}.ask")
    assert offered(home)


def test_that_a_strong_feeling_brings_the_offer_below_the_feelings(home):
    id_ = open_at(home, Step.FEELINGS, feelings=(RatedFeeling("ashamed", 75),))
    rating = "thoughts.feelings_before.strength.rating1"
    assert not offered(home, Step.FEELINGS)
    home.rate(rating, 80)
    assert offered(home, Step.FEELINGS)
    home.press("thoughts.settle_feelings.breathing")
    assert not home.find("thoughts.feelings_before")
    home.press("thoughts.settle_feelings.stop")
    assert home.see("thoughts.feelings_before")
    record = kept(home, id_)
    assert (record.settled.choice, record.strongest) == (Settled.BREATHING, 80)
    page(home).worksheet._go_to(Step.EVIDENCE)
    assert not offered(home)


def in_sight(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def rate_a_lot_in_a_low_window(home, text_size):
    id_ = open_at(home, Step.FEELINGS, feelings=(RatedFeeling("ashamed", 75),))
    home.window.resize(900, 600)
    home.parts.look.set_text_size(text_size)
    home.wait()
    home.rate("thoughts.feelings_before.strength.rating1", 85)
    return id_, home.see("thoughts.settle_feelings.offer.heading")


@pytest.mark.parametrize("text_size", [100, 150])
def test_that_an_offer_that_comes_while_rating_comes_into_view(home, text_size):
    _, heading = rate_a_lot_in_a_low_window(home, text_size)
    home.wait_for(lambda: in_sight(heading))


def test_that_escape_declines_only_an_offer_that_is_seen(home):
    id_, heading = rate_a_lot_in_a_low_window(home, 150)
    home.wait_for(lambda: in_sight(heading))
    home.see("thoughts.feelings.scroll").verticalScrollBar().setValue(0)
    assert not in_sight(heading)
    home.key(Qt.Key.Key_Escape)
    assert offered(home, Step.FEELINGS)
    assert kept(home, id_).settled is None
    home.wait_for(lambda: in_sight(heading))
    home.key(Qt.Key.Key_Escape)
    assert not offered(home, Step.FEELINGS)
    assert kept(home, id_).settled.choice is Settled.DECLINED


def test_that_a_stronger_feeling_brings_people_too(home):
    open_at(home, Step.FEELINGS, feelings=(RatedFeeling("ashamed", 75),))
    home.rate("thoughts.feelings_before.strength.rating1", 85)
    assert not home.find("thoughts.quiet_feelings")
    home.rate("thoughts.feelings_before.strength.rating1", 90)
    assert home.find("thoughts.quiet_feelings")
    assert offered(home, Step.FEELINGS)


@pytest.mark.parametrize("text_size", [100, 150])
def test_that_the_pacer_and_stop_are_in_view_in_a_low_window(home, text_size):
    home.parts.look.set_text_size(text_size)
    home.window.resize(900 * text_size // 100, 600 * text_size // 100)
    open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.breathing")
    for name in ("pacer", "stop"):
        widget = home.see(f"{EVIDENCE}.{name}")
        home.wait_for(lambda w=widget: w.visibleRegion().boundingRect() == w.rect())


def test_that_it_can_be_kept_short_and_everything_written_stays(home):
    id_ = open_at(
        home, Step.EVIDENCE, feelings=STRONG, situation="At work.", evidence_for=("A fact",)
    )
    home.press(f"{EVIDENCE}.short")
    record = kept(home, id_)
    assert record.finished
    assert (record.form, record.settled.choice) == ("quick", Settled.DECLINED)
    assert record.steps == (Step.SITUATION, Step.THOUGHT, Step.FEELINGS)
    assert record.evidence_for == ("A fact",)
    assert home.see("thoughts.finished")


def test_that_a_short_record_still_asks_what_is_missing(home):
    id_ = open_at(home, Step.EVIDENCE, feelings=STRONG)
    home.press(f"{EVIDENCE}.short")
    assert home.see("thoughts.situation_words").hasFocus()
    assert not kept(home, id_).finished


def test_that_a_short_form_is_not_offered_to_be_kept_short(home):
    short = (Step.SITUATION, Step.THOUGHT, Step.FEELINGS)
    open_at(home, Step.FEELINGS, steps=short, feelings=STRONG)
    assert offered(home, Step.FEELINGS)
    assert not home.find("thoughts.settle_feelings.short")
