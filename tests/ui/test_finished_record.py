"""A finished record: all that it says, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import RatedFeeling, Settled, Settling, Share
from resilience_desktop.ui.widgets.labels import Label

from .full_record import full_record
from .samples import fill, record

FULL = full_record()
BARE = record("He did not say hello.", 1, feelings=(), balanced_thought="", patterns=())


@pytest.fixture
def home(places, home_of):
    fill(places, FULL, BARE)
    return home_of()


def read(person, item=FULL):
    page = person.window.page("thoughts")
    page.open_record(item.id)
    person.wait()
    return page.finished


def said(part):
    return "\n".join(label.text() for label in part.findChildren(Label) if label.isVisible())


def action(person, name):
    """Return what the menu of the record offers under a name."""
    button = person.see("thoughts.finished.menu")
    return button.findChild(QAction, f"thoughts.finished.menu.{name}")


def kept(person, item=FULL):
    return person.read(lambda journal: journal.thought_record(item.id))


def test_that_every_part_of_a_record_is_read(home):
    shown = said(read(home))
    for words in (
        FULL.situation,
        "the budget",
        "#work",
        "tight chest (60)",
        "A room of faces.",
        "a picture",
        *(thought.text for thought in FULL.thoughts),
        *FULL.arrow,
        FULL.label,
        FULL.did,
        FULL.chose,
        "Mind reading (main), Labelling",
        "You began slow breathing.",
        *FULL.evidence_for,
        *FULL.evidence_against,
        FULL.friend,
        FULL.distance,
        FULL.balanced_thought,
        "Believed 65 %",
        "It is kind to you",
        FULL.kindness,
        "7 of 10",
        "New the second time: calm.",
        *(FULL.prediction.expected, FULL.prediction.happened, FULL.prediction.learned),
        "80 of 100 likely",
        FULL.next_step,
        FULL.turned_out,
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("steps", "at", "before", "after"),
    [
        (tuple(Step), Step.FEELINGS, "What happened", "The automatic thought"),
        ((Step.THOUGHT, Step.FEELINGS), Step.FEELINGS, "The automatic thought", "A word for it"),
        (tuple(Step), Step.THOUGHT, "The automatic thought", "A word for it"),
        (tuple(Step), Step.EVIDENCE, "Thinking patterns", FULL.evidence_for[0]),
        (tuple(Step), Step.BALANCED, "From further away", "A fairer way to put it"),
        (tuple(Step), None, "Thinking patterns", FULL.evidence_for[0]),
    ],
)
def test_that_settling_is_read_where_it_happened(home, steps, at, before, after):
    settled = Settling(Settled.BREATHING, 15, at)
    there = replace(FULL, steps=steps, settled=settled)
    home.read(lambda journal: journal.keep_thought_record(there))
    shown = said(read(home))
    where = [shown.index(f"\n{words}\n") for words in (before, "Settling first", after)]
    assert where == sorted(where)


def test_that_going_straight_on_is_kept_and_not_read(home):
    there = replace(FULL, settled=Settling(Settled.DECLINED, at=Step.EVIDENCE))
    home.read(lambda journal: journal.keep_thought_record(there))
    assert "Settling first" not in said(read(home))
    assert kept(home).settled == there.settled


def test_that_feelings_are_read_with_their_numbers_and_those_without_one_are_named(home):
    felt = (RatedFeeling("ashamed"), RatedFeeling("sad", 85, 40), RatedFeeling("calm", None, 30))
    home.read(lambda journal: journal.keep_thought_record(replace(FULL, feelings=felt)))
    shown = said(read(home)).split("\n")
    assert shown[shown.index("Feelings") + 1] == "sad 85, ashamed"
    assert "Not rated: ashamed." in shown
    assert "New the second time: calm." in shown


def test_that_parts_without_words_take_no_room(home):
    shown = said(read(home, BARE))
    for words in ("A fairer way", "Facts", "Prediction", "Next step", "What you did", "patterns"):
        assert words not in shown
    assert home.find("thoughts.finished.card") is None
    assert home.find("thoughts.finished.look_again") is None


def test_that_a_record_left_as_it_is_says_so_without_calling_it_unfinished(home):
    left = replace(BARE, not_ready=True)
    home.read(lambda journal: journal.keep_thought_record(left))
    shown = said(read(home, BARE))
    assert "a whole record too" in shown
    assert "open" not in shown.casefold().split()


def test_that_numbers_of_both_times_stand_beside_each_other(home):
    read(home)
    lines = home.see("thoughts.finished.ratings")
    told = {
        line.accessibleName(): line.accessibleDescription()
        for line in lines.findChildren(QWidget)
        if line.accessibleDescription()
    }
    assert told["tense"] == "first 70, later 35 of 100"
    assert told["belief in thought"] == "first 85, later 40 of 100"


def test_that_somebody_says_how_much_a_report_may_hold(home):
    finished = read(home)
    assert action(home, "share.ask").isChecked()
    home.choose_in("thoughts.finished.menu", "share.full")
    assert action(home, "share.full").isChecked()
    assert kept(home).share is Share.FULL
    assert finished.record().share is Share.FULL
    home.choose_in("thoughts.finished.menu", "share.never")
    assert kept(home).never_share
    home.choose_in("thoughts.finished.menu", "share.full")
    home.press("thoughts.finished.edit")
    home.press("thoughts.back_to_list")
    assert kept(home).share is Share.FULL


def test_that_a_record_can_be_gone_on_with(home):
    read(home)
    home.press("thoughts.finished.edit")
    assert home.see("thoughts.situation_words").words() == FULL.situation


def test_that_more_can_be_said_in_a_finished_record(home):
    finished = read(home, BARE)
    finished._more.part_chosen.emit(Step.KINDNESS)
    home.wait()
    worksheet = home.window.page("thoughts").worksheet
    assert worksheet.record().step is Step.KINDNESS
    assert worksheet.record().situation == BARE.situation


def test_that_a_sealed_record_is_read_among_the_sealed_pages_and_can_come_back(home):
    read(home)
    home.choose_in("thoughts.finished.menu", "seal")
    assert FULL.id not in {r.id for r in home.read(lambda journal: journal.thought_records())}
    assert "Sealed pages" in home.window.notices.words
    home.press("notice.go")
    dialog = home.see("sealed")
    assert "Thought record" in dialog.list.rows.rows()[0].foot
    home.press("sealed.read")
    assert "They all saw it." in home.see("sealed.words").text()
    home.press("sealed.open")
    home.press("unseal.yes")
    assert FULL.id in {r.id for r in home.read(lambda journal: journal.thought_records())}
    home.press("sealed.close")


def test_that_sealing_can_be_undone_at_once(home):
    read(home)
    home.choose_in("thoughts.finished.menu", "seal")
    home.press("notice.undo")
    assert FULL.id in {r.id for r in home.read(lambda journal: journal.thought_records())}


def test_that_a_record_goes_to_the_bin_from_its_menu(home):
    read(home)
    home.choose_in("thoughts.finished.menu", "bin")
    assert home.read(lambda journal: journal.bin.holds(FULL.id))


def test_that_a_star_set_elsewhere_does_not_lose_the_place(home):
    finished = read(home)
    home.press("thoughts.finished.star")
    assert finished.record().starred
    assert home.see("thoughts.finished.star").is_starred
