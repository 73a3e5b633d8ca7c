"""Feelings and body, several thoughts and what they mean, a fairer thought, and looking again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from resilience_desktop.domain.details import Sensation
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Check,
    RatedFeeling,
    Settled,
    ThoughtKind,
)

from .at_a_step import HOT, kept, open_at, page


def words_in(person, name):
    return [label.text() for label in person.see(name).findChildren(QLabel) if label.isVisible()]


# The body


def test_that_the_body_is_folded_away_until_it_is_wanted(home):
    id_ = open_at(home, Step.FEELINGS)
    assert not home.find("thoughts.body")
    home.press("thoughts.open_body")
    home.choose_feeling("thoughts.body", "headache")
    assert [s.word for s in kept(home, id_).sensations] == ["headache"]
    home.press("thoughts.next")
    home.press("thoughts.previous")
    assert home.see("thoughts.body").sensations()[0].word == "headache"


def test_that_what_is_felt_in_the_body_comes_back_as_it_was(home):
    felt = (Sensation("pins", "arms_hands", 30), Sensation("pins", "head"), Sensation("pins"))
    id_ = open_at(home, Step.FEELINGS, sensations=felt)
    ashamed, other, *_ = home.see("thoughts.feelings_before.chips").words()
    home.choose_feeling("thoughts.feelings_before", other)
    record = kept(home, id_)
    assert record.sensations == felt
    assert [f.word for f in record.feelings] == [ashamed, other]


# Thoughts


def test_that_a_thought_may_be_a_picture_or_a_memory(home):
    id_ = open_at(home, Step.THOUGHT)
    home.see("thoughts.thought1.kind.words").setFocus()
    home.key(Qt.Key.Key_Right)
    assert kept(home, id_).thoughts == (AutomaticThought(HOT, 85, kind=ThoughtKind.IMAGE),)
    home.press("thoughts.add_thought")
    home.write("thoughts.thought2.words", "Mr Hale")
    assert [t.kind for t in kept(home, id_).thoughts] == [ThoughtKind.IMAGE, ThoughtKind.WORDS]


def test_that_a_thought_that_was_removed_can_be_brought_back(home):
    thoughts = (AutomaticThought("One", 40, 20), AutomaticThought("Two", 60, None, hot=True))
    id_ = open_at(home, Step.THOUGHT, thoughts=thoughts)
    home.press("thoughts.thought1.remove")
    assert [t.text for t in kept(home, id_).thoughts] == ["Two"]
    home.press("thoughts.removed_thought.undo")
    assert kept(home, id_).thoughts == thoughts


def test_that_the_hot_thought_of_one_record_is_not_that_of_the_next(home):
    two = (AutomaticThought("One"), AutomaticThought("Two", hot=True))
    open_at(home, Step.THOUGHT, thoughts=two)
    other = (AutomaticThought("Three", hot=True), AutomaticThought("Four"))
    id_ = open_at(home, Step.THOUGHT, thoughts=other)
    home.write("thoughts.thought2.words", "x")
    assert [t.hot for t in kept(home, id_).thoughts] == [True, False]


def test_that_the_arrow_goes_down_five_steps_at_most(home):
    id_ = open_at(home, Step.THOUGHT)
    assert not home.find("thoughts.arrow.1")
    home.see("thoughts.arrow.open").setFocus()
    home.key(Qt.Key.Key_Return)
    for number in range(1, 6):
        assert home.see(f"thoughts.arrow.{number}").hasFocus()
        assert not home.find("thoughts.arrow.further")
        home.write(f"thoughts.arrow.{number}", f"step {number}")
        if number < 5:
            home.press("thoughts.arrow.further")
    assert not home.find("thoughts.arrow.further")
    assert kept(home, id_).arrow == tuple(f"step {n}" for n in range(1, 6))


def test_that_the_arrow_is_not_offered_when_it_is_a_lot_and_what_is_there_stays(home):
    strong = (RatedFeeling("ashamed", 80),)
    open_at(home, Step.THOUGHT, feelings=strong)
    assert not home.find("thoughts.arrow.open")
    id_ = open_at(home, Step.THOUGHT, feelings=strong, arrow=("They let me go.",))
    assert home.see("thoughts.arrow.1").words() == "They let me go."
    assert not home.find("thoughts.arrow.further")
    home.write("thoughts.thought1.words", "x")
    assert kept(home, id_).arrow == ("They let me go.",)


@pytest.mark.parametrize(
    ("feelings", "offered", "said"),
    [
        ((RatedFeeling("ashamed", 79),), True, ""),
        ((RatedFeeling("ashamed", 80),), False, "80 or more"),
        ((RatedFeeling("ashamed", 40, 85),), False, "80 or more"),
        ((RatedFeeling("hangry", 90),), False, "80 or more"),
        ((RatedFeeling("joyful", 95),), True, ""),
        ((RatedFeeling("ashamed"),), False, ""),
        ((), False, ""),
    ],
)
def test_that_the_arrow_waits_while_it_is_a_lot_and_says_so_and_is_away_until_that_is_known(
    home, feelings, offered, said
):
    open_at(home, Step.THOUGHT, feelings=feelings)
    assert bool(home.find("thoughts.arrow.open")) is offered
    assert bool(home.find("thoughts.arrow.floor")) is offered
    waits = home.find("thoughts.arrow.waits")
    assert (said in waits.text()) if said else waits is None


def test_that_a_form_without_feelings_has_no_words_about_the_arrow(home):
    open_at(home, Step.THOUGHT, steps=(Step.THOUGHT, Step.BALANCED), feelings=())
    assert not home.find("thoughts.arrow")


def test_that_the_arrow_says_it_can_end_anywhere_and_a_way_to_settle_is_beside_it(home):
    id_ = open_at(home, Step.THOUGHT)
    assert "stop at any step" in home.see("thoughts.arrow.floor").text()
    assert not home.find("thoughts.settle_thought.ask")
    home.press("thoughts.arrow.open")
    assert "a belief, not a fact" in home.see("thoughts.arrow.floor").text()
    home.write("thoughts.arrow.1", "Then I am alone.")
    home.press("thoughts.settle_thought.ask")
    home.press("thoughts.settle_thought.grounding")
    assert not home.find("thoughts.arrow.1")
    assert not home.find("thoughts.thought1.words")
    home.key(Qt.Key.Key_Escape)
    assert home.see("thoughts.arrow.1").words() == "Then I am alone."
    record = kept(home, id_)
    assert record.settled.choice is Settled.GROUNDING
    assert record.settled.at is Step.THOUGHT


NOTICE = (Step.THOUGHT, Step.LABEL)


@pytest.mark.parametrize("feelings", [(), (RatedFeeling("ashamed", 40),)])
def test_that_just_noticing_asks_for_no_belief_and_goes_no_deeper(home, feelings):
    id_ = open_at(home, Step.THOUGHT, steps=NOTICE, feelings=feelings)
    assert home.see("thoughts.thought1.words")
    assert not home.find("thoughts.thought1.belief")
    assert not home.find("thoughts.arrow")
    home.write("thoughts.thought1.words", "x")
    assert kept(home, id_).thoughts == (AutomaticThought(f"{HOT}x", 85),)


def test_that_a_record_that_grows_beyond_noticing_asks_for_belief_again(home):
    steps = (*NOTICE, Step.BALANCED)
    open_at(home, Step.THOUGHT, steps=steps, thoughts=(AutomaticThought(HOT),))
    home.rate("thoughts.thought1.belief", 60)


@pytest.mark.parametrize("kind", ["image", "memory"])
def test_that_a_picture_is_asked_how_real_it_feels_and_not_how_true_it_is(home, kind):
    open_at(home, Step.THOUGHT)
    said = words_in(home, "thoughts.thought")
    assert "How far did you believe it then?" in said
    home.see(f"thoughts.thought1.kind.{kind}").click()
    said = words_in(home, "thoughts.thought")
    assert "How real did it feel then?" in said
    assert "as real as can be" in said
    assert "How far did you believe it then?" not in said
    assert home.see("thoughts.thought1.belief.slider").accessibleName().startswith("How real")


def test_that_a_picture_is_asked_again_how_real_it_feels(home):
    pictured = (AutomaticThought("Mr Hale", 60, kind=ThoughtKind.IMAGE),)
    open_at(home, Step.LOOK_AGAIN, thoughts=pictured)
    assert "How real does it feel now?" in words_in(home, "thoughts.look_again")


# The balanced thought


def test_that_the_fairer_thought_stands_beside_the_first_one(home):
    open_at(home, Step.BALANCED)
    home.window.resize(1280, 800)
    home.wait()
    first, second = home.see("thoughts.balanced_beside"), home.see("thoughts.balanced_words")
    assert home.see("thoughts.balanced_beside.words").text() == HOT
    assert left(first) + first.width() < left(second)
    home.window.resize(900, 600)
    home.parts.look.set_text_size(150)
    home.wait()
    assert left(first) == left(second)
    assert (
        first.mapToGlobal(first.rect().bottomLeft()).y()
        < second.mapToGlobal(second.rect().topLeft()).y()
    )


def left(widget):
    return widget.mapToGlobal(widget.rect().topLeft()).x()


def test_that_it_can_be_looked_through_without_any_score(home):
    id_ = open_at(home, Step.BALANCED, checks=(Check.KIND,))
    home.tick("thoughts.check.specific")
    assert kept(home, id_).checks == (Check.KIND, Check.SPECIFIC)
    home.see("thoughts.check.kind").click()
    assert kept(home, id_).checks == (Check.SPECIFIC,)
    assert not any(char.isdigit() for char in " ".join(words_in(home, "thoughts.checks")))


# Looking again


def test_that_first_numbers_stay_hidden_until_somebody_asks_and_then_both_are_seen(home):
    open_at(home, Step.LOOK_AGAIN, feelings=(RatedFeeling("ashamed", 80),))
    home.rate("thoughts.again.emotion0", 45)
    shown = [w.text() for w in page(home).worksheet.findChildren(QLabel) if w.isVisible()]
    assert not any("80" in words for words in shown)
    home.press("thoughts.both.open")
    assert "80, now 45" in words_in(home, "thoughts.both")
    home.press("thoughts.both.open")
    assert "80, now 45" not in words_in(home, "thoughts.both")


def test_that_a_fall_is_shown_without_a_word_about_it(home):
    open_at(home, Step.LOOK_AGAIN, feelings=(RatedFeeling("ashamed", 80, 45),))
    home.press("thoughts.both.open")
    assert words_in(home, "thoughts.both") == ["80, now 45", "ashamed"] or words_in(
        home, "thoughts.both"
    ) == ["ashamed", "80, now 45"]


@pytest.mark.parametrize("later", [80, 95])
def test_that_no_fall_is_said_plainly_with_what_may_help(home, later):
    id_ = open_at(home, Step.LOOK_AGAIN, feelings=(RatedFeeling("ashamed", 80, later),))
    home.press("thoughts.both.open")
    assert "Some thoughts need more than one look." in words_in(home, "thoughts.both")
    home.wait_for(lambda: home.find("thoughts.both.star") is not None)
    home.press("thoughts.both.star")
    assert kept(home, id_).starred
    home.press("thoughts.both.settle")
    assert home.find("settle")
    home.key(Qt.Key.Key_Escape)
    home.wait_for(lambda: not home.find("settle"))


def test_that_how_helpful_it_was_may_be_said_or_left_open(home):
    id_ = open_at(home, Step.LOOK_AGAIN)
    assert kept(home, id_).helpful is None
    home.rate("thoughts.helpful", 7)
    assert kept(home, id_).helpful == 7


def test_that_belief_in_each_thought_is_asked_again(home):
    two = (AutomaticThought("One", 40), AutomaticThought("Two", 60, hot=True))
    id_ = open_at(home, Step.LOOK_AGAIN, thoughts=two)
    home.rate("thoughts.again.belief0", 10)
    home.rate("thoughts.again.belief1", 20)
    assert [t.belief_after for t in kept(home, id_).thoughts] == [10, 20]
