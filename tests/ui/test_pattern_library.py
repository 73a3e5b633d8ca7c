"""The library of thinking patterns: reading, notes, patterns of one's own, and practice."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from resilience_desktop import content
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.thought_record import AutomaticThought, ChosenPattern, ThoughtRecord
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.ui.dialogs.pattern_practice import PracticeDialog
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.focus_ring import FocusRing

from .samples import fill, moment

Key = Qt.Key
MINE = OwnPattern("Guessing", "A wish taken for an order.", "So I had to.", ("Did anybody ask?",))


def record(*patterns, **more):
    return ThoughtRecord(
        at=moment(),
        thoughts=(AutomaticThought("They saw."),),
        patterns=tuple(map(ChosenPattern, patterns)),
        **{"finished": True, **more},
    )


@pytest.fixture
def reader(places, home_of):
    """Somebody with a pattern of their own, in front of the library."""
    fill(places, record("mind_reading", "Guessing"), record("mind_reading"))
    person = home_of()
    person.parts.tasks.write(lambda journal: journal.patterns.keep(MINE), owner=person.window)
    person.wait()
    open_library(person)
    return person


def open_library(person, pattern=""):
    person.window.dialogs.show_patterns(pattern)
    person.wait()


def press(person, name):
    button = person.find(name)
    assert button is not None, name
    assert button.isEnabled(), name
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    person.wait()


def choose(person, pattern):
    view = person.find("patterns.list")
    assert view.choose(pattern), pattern
    person.wait()


def names(person):
    view = person.find("patterns.list")
    return [view.item(place).text() for place in range(view.count())] if view else []


def said_in(person, name="patterns.detail"):
    return "\n".join(w.text() for w in person.find(name).findChildren(QLabel) if w.isVisible())


def kept(person, pattern):
    return person.read(lambda journal: journal.patterns.kept(pattern))


def own_names(person):
    known = person.read(lambda journal: journal.patterns.all())
    return [one.pattern.name for one in known if one.own]


def write(person, name, words):
    field = person.find(name)
    field.setFocus()
    person.qtbot.keyClicks(field, words)


def name_it(person, name):
    field = person.find("pattern_name.field")
    field.selectAll()
    person.qtbot.keyClicks(field, name)


def test_that_every_pattern_is_listed_by_group_and_all_of_it_can_be_read(reader):
    given = content.thinking_patterns()
    expected = ["Patterns", *(p.name for p in given if not p.special), "Your own", "Guessing"]
    assert names(reader) == [*expected, "When none fits", *(p.name for p in given if p.special)]
    for pattern in given:
        choose(reader, pattern.id)
        shown = said_in(reader)
        for words in (pattern.name, pattern.definition, pattern.example, *pattern.questions):
            assert words in shown, pattern.id
        assert pattern.reframe in shown


def test_that_a_pattern_is_found_by_any_of_its_words_as_one_types(reader):
    for words, found in (
        ("black-and", "All-or-nothing thinking"),
        ("fraud", "Emotional reasoning"),
    ):
        field = reader.find("patterns.find")
        field.clear()
        reader.qtbot.keyClicks(field, words)
        assert names(reader) == ["Patterns", found]
        assert said_in(reader).startswith(found)
    reader.qtbot.keyClicks(reader.find("patterns.find"), "zebra")
    assert "No pattern" in reader.find("patterns.nothing").text()
    assert reader.find("patterns.list") is None


def test_that_the_library_opens_at_a_pattern_and_the_keyboard_goes_through_it(reader):
    reader.find("patterns").close()
    open_library(reader, "labeling")
    assert said_in(reader).startswith("Labelling")
    reader.qtbot.keyClick(reader.find("patterns.find"), Key.Key_Return)
    assert reader.find("patterns.list").hasFocus()
    reader.key(Key.Key_Down)
    assert said_in(reader).startswith("Personalising")


def test_that_how_often_it_was_chosen_is_said_and_leads_to_the_records(reader):
    asked = []
    reader.window.navigator.pattern_records_requested.connect(asked.append)
    choose(reader, "labeling")
    assert "No finished record" in said_in(reader)
    assert reader.find("patterns.records") is None
    choose(reader, "mind_reading")
    assert "in 2 finished records" in said_in(reader)
    press(reader, "patterns.records")
    assert asked == ["mind_reading"]
    assert reader.find("patterns") is None


def test_that_a_note_is_saved_as_it_is_typed_and_is_there_again(reader):
    choose(reader, "mind_reading")
    write(reader, "patterns.own_note", "With my boss")
    choose(reader, "labeling")
    assert reader.find("patterns.own_note").words() == ""
    assert kept(reader, "mind_reading") == OwnPattern("mind_reading", note="With my boss")
    choose(reader, "mind_reading")
    assert reader.find("patterns.own_note").words() == "With my boss"
    write(reader, "patterns.own_note", "!")
    reader.find("patterns").close()
    reader.wait()
    assert kept(reader, "mind_reading").note in ("With my boss!", "!With my boss")
    assert kept(reader, "labeling") == OwnPattern("labeling")


def test_that_all_of_a_pattern_of_ones_own_can_be_changed_where_it_is_read(reader):
    choose(reader, "Guessing")
    for part in ("definition", "example", "questions"):
        field = reader.find(f"patterns.own_{part}")
        field.selectAll()
    reader.find("patterns.own_questions").insertPlainText("One?\n\n Two? ")
    reader.qtbot.keyClicks(reader.find("patterns.own_definition"), "Another")
    choose(reader, "labeling")
    assert kept(reader, "Guessing") == OwnPattern(
        "Guessing", "Another", "So I had to.", ("One?", "Two?")
    )


def test_that_what_cannot_be_saved_stays_in_view_and_is_saved_later(reader, monkeypatch):
    from resilience_desktop.services.patterns import PatternBook

    works = PatternBook.keep

    def fails(*_):
        raise NotWrittenError("The disk is full.")

    choose(reader, "mind_reading")
    monkeypatch.setattr(PatternBook, "keep", fails)
    write(reader, "patterns.own_note", "Not lost")
    choose(reader, "labeling")
    assert reader.find("patterns.list").chosen() == "mind_reading"
    assert said_in(reader).startswith("Mind reading")
    assert reader.find("patterns.own_note").words() == "Not lost"
    assert "The disk is full" in said_in(reader)
    reader.find("patterns").close()
    assert reader.find("unsaved") is not None
    monkeypatch.setattr(PatternBook, "keep", works)
    press(reader, "unsaved.stay")
    reader.find("patterns.detail").saving.try_now()
    reader.wait()
    assert kept(reader, "mind_reading").note == "Not lost"


def test_that_a_pattern_of_ones_own_is_added_and_can_be_said_more_about_at_once(reader):
    press(reader, "patterns.new")
    name_it(reader, "  My   rule ")
    reader.qtbot.keyClick(reader.find("pattern_name.field"), Key.Key_Return)
    reader.wait()
    assert own_names(reader) == ["Guessing", "My rule"]
    assert said_in(reader).startswith("My rule")
    assert reader.find("patterns").focusWidget() is reader.find("patterns.own_definition")
    press(reader, "patterns.undo")
    assert own_names(reader) == ["Guessing"]
    assert reader.find("patterns.undo") is None


@pytest.mark.parametrize("name", ["guessing", "Mind reading", "MIND_READING"])
def test_that_a_name_that_is_there_is_not_given_twice(reader, name):
    press(reader, "patterns.new")
    name_it(reader, name)
    assert "this name" in reader.find("pattern_name.said").text()
    assert not reader.find("pattern_name.answer").isEnabled()
    reader.qtbot.keyClick(reader.find("pattern_name.field"), Key.Key_Return)
    assert reader.find("pattern_name") is not None


def test_that_a_name_only_a_sealed_record_has_is_not_given_to_another(reader):
    sealed = record("Ghosts", sealed=True)
    reader.parts.tasks.write(lambda j: j.keep_thought_record(sealed), owner=reader.window)
    reader.wait()
    press(reader, "patterns.new")
    name_it(reader, "ghosts")
    press(reader, "pattern_name.answer")
    assert "this name" in reader.find("patterns.said").text()
    assert own_names(reader) == ["Guessing"]


def test_that_renaming_reaches_every_record_and_can_be_undone(reader):
    renamed = []
    reader.window.navigator.pattern_renamed.connect(lambda *both: renamed.append(both))
    choose(reader, "Guessing")
    press(reader, "patterns.rename")
    name_it(reader, "Reading wishes")
    press(reader, "pattern_name.answer")
    assert own_names(reader) == ["Reading wishes"]
    assert said_in(reader).startswith("Reading wishes")
    assert kept(reader, "Reading wishes").definition == MINE.definition
    press(reader, "patterns.undo")
    assert own_names(reader) == ["Guessing"]
    assert renamed == [("Guessing", "Reading wishes"), ("Reading wishes", "Guessing")]
    assert reader.find("patterns.undo") is None


@pytest.mark.parametrize("pattern", ["labeling", "Guessing"])
def test_that_a_pattern_is_offered_no_longer_and_again(reader, pattern):
    choose(reader, pattern)
    name = reader.find("patterns.name").text()
    press(reader, "patterns.offer")
    assert names(reader)[-2:] == ["No longer offered", name]
    assert kept(reader, pattern).archived
    press(reader, "patterns.undo")
    assert not kept(reader, pattern).archived
    press(reader, "patterns.offer")
    press(reader, "patterns.offer")
    assert not kept(reader, pattern).archived
    assert kept(reader, "Guessing").definition == MINE.definition


def test_that_only_a_pattern_of_ones_own_that_no_record_has_can_be_removed(reader):
    choose(reader, "Guessing")
    assert reader.find("patterns.remove") is None
    choose(reader, "labeling")
    assert reader.find("patterns.remove") is None
    unused = OwnPattern("Unused", note="Kept with it")
    reader.parts.tasks.write(lambda journal: journal.patterns.keep(unused), owner=reader.window)
    reader.wait()
    choose(reader, "Unused")
    press(reader, "patterns.remove")
    assert own_names(reader) == ["Guessing"]
    press(reader, "patterns.undo")
    assert kept(reader, "Unused") == unused
    assert said_in(reader).startswith("Unused")


def test_that_special_choices_can_be_read_and_not_put_away(reader):
    choose(reader, "not_a_distortion")
    assert reader.find("patterns.offer") is None
    assert reader.find("patterns.rename") is None


def test_that_the_library_is_opened_from_the_menu(home):
    home.window.findChild(QAction, "menu.patterns").trigger()
    home.wait()
    assert said_in(home).startswith(content.thinking_patterns()[0].name)


# Practice


@pytest.fixture
def practice(home):
    dialog = PracticeDialog(home.parts.look, home.window, random.Random(1))
    dialog.open()
    home.wait()
    yield home, dialog
    if home.find("practice"):
        press(home, "practice.stop")


def chips(dialog):
    return {chip.word: chip for chip in dialog.findChildren(Chip) if chip.isVisible()}


def test_that_each_thought_offers_what_fits_and_says_why(practice):
    person, dialog = practice
    by_words = {f"“{one.words}”": one for one in content.practice_thoughts()}
    seen = set()
    for _ in by_words:
        thought = by_words[person.find("practice.thought").text()]
        seen.add(thought.words)
        offered = chips(dialog)
        assert {content.pattern_name(one) for one in (thought.pattern, *thought.also)} < set(
            offered
        )
        assert person.find("practice.why") is None
        for name, chip in offered.items():
            person.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
            said = said_in(person, "practice")
            assert thought.why in said
            assert content.pattern_name(thought.pattern) in said
            fits = name in map(content.pattern_name, (thought.pattern, *thought.also))
            assert ("It can be seen as" in said) is fits
            assert ("Closer here" in said) is not fits
            verdict = person.find("practice.name").text().casefold()
            assert not any(word in verdict for word in ("right", "wrong", "correct", "well done"))
        press(person, "practice.next")
    assert len(seen) == len(by_words)
    assert person.find("practice.thought").text() in by_words  # and round again


def test_that_practice_works_by_keyboard_keeps_nothing_and_ends_at_any_time(practice):
    person, dialog = practice
    before = person.read(lambda journal: journal.contents())
    person.wait_for(lambda: isinstance(dialog.focusWidget(), Chip))
    person.key(Key.Key_Right)
    person.key(Key.Key_Space)
    assert person.find("practice.why")
    press(person, "practice.stop")
    assert person.find("practice") is None
    assert person.read(lambda journal: journal.contents()) == before


def test_that_practice_shows_from_the_start_that_the_keyboard_is_on_the_first_answer(practice):
    person, dialog = practice
    first = next(iter(chips(dialog).values()))
    person.wait_for(first.hasFocus)
    assert dialog.findChild(FocusRing).target is first
    press(person, "practice.next")
    assert dialog.findChild(FocusRing).target is next(iter(chips(dialog).values()))


def test_that_every_made_up_thought_names_patterns_there_are():
    known = {pattern.id for pattern in content.thinking_patterns()}
    for thought in content.practice_thoughts():
        assert {thought.pattern, *thought.also} <= known
        assert thought.pattern not in thought.also
    assert len(content.practice_thoughts()) >= 20


def test_that_no_content_about_patterns_is_read_before_somebody_wants_it(
    places, home_of, monkeypatch
):
    def read(*_):
        raise AssertionError

    for name in ("thinking_patterns", "common_patterns", "practice_thoughts"):
        for place in (content, content.thinking):
            monkeypatch.setattr(place, name, read)
    fill(places)
    assert home_of().find("journal")
