"""Coping cards: from a fairer thought, in Help now, changed, deleted and printed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui import cards_paper
from resilience_desktop.ui.widgets.labels import Label

from .samples import fill, record, today

RECORD = record()
OLD = CopingCard("One thing, then the next.", today() - dt.timedelta(days=9))
NEW = CopingCard("This passed before.\nIt can pass again.", today())


@pytest.fixture
def home(places, home_of):
    """Somebody with a finished record and no card."""
    fill(places, RECORD)
    return home_of()


@pytest.fixture
def with_cards(places, home_of):
    fill(places, RECORD)
    journal = Journal.open(places.journal)
    for card in (OLD, NEW):
        journal.cards.keep(card)
    journal.close()
    return home_of()


def cards(person):
    return person.read(lambda journal: journal.cards.all())


def read_record(person):
    person.window.page("thoughts").open_record(RECORD.id)
    person.wait()


def open_cards(person, card=""):
    person.window.context.navigator.cards_requested.emit(card)
    person.wait()
    return person.see("cards")


def own_words(person):
    """Return what Help now shows of the cards, from top to bottom."""
    return [label.text() for label in person.see("help.words").findChildren(Label)][1:]


def make_card(person):
    person.press("thoughts.finished.card")
    person.press("new_card.keep")


def test_that_a_card_is_two_presses_from_the_record_and_stands_in_help_now(home):
    read_record(home)
    home.press("thoughts.finished.card")
    assert home.see("new_card.words").words() == RECORD.balanced_thought
    assert cards(home) == []
    home.press("new_card.keep")
    (card,) = cards(home)
    assert (card.words, card.record) == (RECORD.balanced_thought, RECORD.id)
    home.key(Qt.Key.Key_F1)
    assert own_words(home) == [RECORD.balanced_thought]
    home.press("help.close")


def test_that_making_a_card_can_be_undone(home):
    read_record(home)
    make_card(home)
    home.press("notice.undo")
    assert cards(home) == []
    assert home.see("thoughts.finished.card").text() == "Make a card ..."


def test_that_a_card_is_reworded_before_it_is_kept_and_the_words_wait(home):
    read_record(home)
    home.press("thoughts.finished.card")
    home.write("new_card.words", "Remember: ")
    home.press("new_card.not_now")
    assert cards(home) == []
    home.press("thoughts.finished.card")
    assert home.see("new_card.words").words() == f"Remember: {RECORD.balanced_thought}"
    home.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [card.words for card in cards(home)] == [f"Remember: {RECORD.balanced_thought}"]
    kept = home.read(lambda journal: journal.thought_record(RECORD.id))
    assert kept.balanced_thought == RECORD.balanced_thought


def test_that_a_card_without_words_is_not_kept(home):
    read_record(home)
    home.press("thoughts.finished.card")
    home.see("new_card.words").selectAll()
    home.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    home.see("new_card.words").clear()
    assert not home.see("new_card.keep").isEnabled()
    home.press("new_card.not_now")
    home.press("thoughts.finished.card")
    assert home.see("new_card.words").words() == RECORD.balanced_thought
    home.press("new_card.not_now")


def test_that_the_words_of_a_card_can_be_changed_and_the_record_keeps_its_own(home):
    read_record(home)
    make_card(home)
    home.press("thoughts.finished.card")
    home.see("cards")
    home.write("cards.words", "Most looked away. ")
    home.press("cards.close")
    (card,) = cards(home)
    assert card.words == f"Most looked away. {RECORD.balanced_thought}"
    kept = home.read(lambda journal: journal.thought_record(RECORD.id))
    assert kept.balanced_thought == RECORD.balanced_thought


def test_that_the_newest_card_comes_first(with_cards):
    dialog = open_cards(with_cards)
    assert [row.id for row in dialog.list.rows.rows()] == [NEW.id, OLD.id]
    assert with_cards.see("cards.words").words() == NEW.words
    with_cards.key(Qt.Key.Key_Down)
    assert with_cards.see("cards.words").words() == OLD.words
    with_cards.press("cards.close")


def test_that_a_new_card_is_kept_as_it_is_typed(with_cards):
    open_cards(with_cards)
    with_cards.press("cards.add")
    with_cards.write("cards.words", "Water first.")
    with_cards.wait_for(lambda: len(cards(with_cards)) == 3)
    assert with_cards.see("cards.words").words() == "Water first."
    with_cards.press("cards.close")
    assert "Water first." in [card.words for card in cards(with_cards)]


def test_that_words_typed_just_before_closing_are_kept(with_cards):
    open_cards(with_cards, OLD.id)
    with_cards.write("cards.words", "Slowly. ")
    with_cards.key(Qt.Key.Key_Escape)
    assert "Slowly. One thing, then the next." in [card.words for card in cards(with_cards)]


def test_that_a_card_whose_words_are_taken_out_stays_as_it_was(with_cards):
    open_cards(with_cards, NEW.id)
    field = with_cards.see("cards.words")
    field.selectAll()
    with_cards.qtbot.keyClick(field, Qt.Key.Key_Delete)
    with_cards.press("cards.close")
    assert NEW in cards(with_cards)


def test_that_a_deleted_card_comes_back_with_undo(with_cards):
    dialog = open_cards(with_cards, NEW.id)
    with_cards.press("cards.delete")
    assert cards(with_cards) == [OLD]
    assert with_cards.see("cards.words").words() == OLD.words
    dialog._undo.undo_last()
    with_cards.wait()
    assert cards(with_cards) == [NEW, OLD]
    assert with_cards.see("cards.words").words() == NEW.words
    with_cards.press("cards.close")


def test_that_without_cards_it_is_said_what_will_be_here(home):
    open_cards(home)
    assert "hard moment" in home.see("cards.empty.title").text()
    home.press("cards.start")
    home.write("cards.words", "Later is soon enough.")
    home.press("cards.close")
    assert [card.words for card in cards(home)] == ["Later is soon enough."]


def test_that_a_card_leads_to_its_record(home):
    read_record(home)
    make_card(home)
    home.go("journal")
    open_cards(home)
    home.press("cards.record")
    assert home.see("thoughts.finished").isVisible()


def test_that_help_now_leads_to_the_cards_and_shows_what_became_of_them(with_cards):
    with_cards.key(Qt.Key.Key_F1)
    assert own_words(with_cards) == [NEW.words, OLD.words]
    with_cards.press("help.change_words")
    with_cards.press("cards.delete")
    with_cards.press("cards.close")
    assert own_words(with_cards) == [OLD.words]
    with_cards.press("help.close")


def test_that_cards_are_printed_without_a_file(with_cards, monkeypatch, tmp_path):
    printed = []
    monkeypatch.setattr(cards_paper, "ask_for_printer", lambda _window: "printer")
    monkeypatch.setattr(
        cards_paper, "put_on_paper", lambda _printer, pages: not printed.append(pages)
    )
    before = set(tmp_path.rglob("*"))
    open_cards(with_cards)
    with_cards.press("cards.print")
    with_cards.wait_for(lambda: "printer" in with_cards.see("cards.said").text())
    ((page,),) = printed
    assert not QImage.fromData(page).isNull()
    assert {path for path in set(tmp_path.rglob("*")) - before if path.suffix == ".pdf"} == set()
    with_cards.press("cards.close")


def test_that_a_printer_that_does_not_answer_is_said(with_cards, monkeypatch):
    monkeypatch.setattr(cards_paper, "ask_for_printer", lambda _window: "printer")
    monkeypatch.setattr(cards_paper, "put_on_paper", lambda _printer, _pages: False)
    open_cards(with_cards)
    with_cards.press("cards.print")
    with_cards.wait_for(lambda: "did not answer" in with_cards.see("cards.said").text())
    with_cards.press("cards.close")


def test_that_a_locked_journal_shows_no_cards_in_help_now(places, home_of):
    journal, _ = Journal.create(places.journal, "five ordinary words are enough")
    journal.cards.keep(NEW)
    journal.close()
    person = home_of()
    person.key(Qt.Key.Key_F1)
    assert person.see("help")
    assert person.find("help.words") is None
    person.press("help.close")
